/** Freezing, asking for a release, and cutting summaries out of one. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import { shownLevel } from '../access/place.ts';
import { step } from '../foundation/step.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { PageAsked } from '../foundation/http/page.ts';
import type { InBoth } from '../foundation/language.ts';
import { problems } from '../foundation/problem.ts';
import { STATE_IN_GERMAN } from '../reference/collection-period.ts';
import type { CorrectionChoice, PeriodOfficer, PeriodProgress } from '../reference/period-progress.ts';
import { Periods } from '../reference/periods.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey, RegionLevel } from '../rules/region.ts';
import { formatIn } from '../tables/release-document.ts';
import { claimsOf, jwsAndProof } from './certificate.ts';
import { DocumentStore } from './document.store.ts';
import { type NamedRow, type ReleaseHead, ReleaseStore } from './release.store.ts';
import { ReservationStore } from './reservation.store.ts';
import { confirmed, type Unusual, unusualOf } from './unusual-freeze.ts';

export interface Summary {
  readonly release: ReleaseHead;
  readonly rows: readonly NamedRow[];
  readonly level: RegionLevel;
}

export const askedAlready = (period: PeriodKey): InBoth => ({
  de: `Die Freigabe von ${period} ist schon angefordert.`,
  en: `The release of ${period} has been asked for already.`,
});

/** Characters of the keys of a level. */
export const DIGITS: Readonly<Record<RegionLevel, number>> = {
  state: 2,
  district: 3,
  county: 5,
  municipality: 8,
};

@Injectable()
export class Releases {
  constructor(
    private readonly store: ReleaseStore,
    private readonly documents: DocumentStore,
    private readonly periods: Periods,
    private readonly reservations: ReservationStore,
  ) {}

  /**
   * No report comes in any more. Throws conflict where the period is not open, freeze-unconfirmed where something is
   * unusual that is not among what is confirmed.
   */
  async freeze(tx: Tx, officer: Actor, period: PeriodKey, confirm: readonly Unusual[] = []): Promise<void> {
    const completeness = await this.periods.completeness(tx, period);
    const progress = await this.progress(tx, officer, period);
    const { state, opensOn, closesOn } = progress;
    note(tx, { object: { opens: opensOn, closes: closesOn } });
    const unusual = state === 'open' ? unusualOf(progress, completeness) : [];
    confirmed(unusual, confirm);
    if (unusual.length > 0) note(tx, { object: { confirmed: unusual.join('+') } });
    if (!(await this.periods.freeze(tx, officer.tenant, period, officerOf(officer))))
      throw problems.conflict({
        what: {
          de: `Der Zeitraum ${period} ist nicht offen und lässt sich darum nicht einfrieren.`,
          en: `The period ${period} is not open, so it cannot be frozen.`,
        },
      });
    step('period.frozen');
  }

  /**
   * A second person asks for the release, and may choose what becomes of corrections; throws same-person, or conflict,
   * also where corrections shall be kept back and there is no earlier release.
   */
  async ask(tx: Tx, officer: Actor, period: PeriodKey, corrections?: CorrectionChoice): Promise<void> {
    note(tx, { object: { corrections } });
    const { state, frozenPerson, asked, opensOn, closesOn } = await this.progress(tx, officer, period);
    note(tx, { object: { opens: opensOn, closes: closesOn } });
    if (state !== 'frozen')
      throw problems.conflict({
        what: {
          de: `Der Zeitraum ${period} ist ${STATE_IN_GERMAN[state]}; freigeben lässt sich nur ein eingefrorener.`,
          en: `The period ${period} is ${state}; only a frozen one can be released.`,
        },
      });
    if (frozenPerson === officer.person) throw problems.samePerson();
    if (await this.reservations.isBlocked(tx, officer.tenant, period))
      throw problems.conflict({
        what: {
          de: `Zum Zeitraum ${period} hat die oder der Datenschutzbeauftragte ein Bedenken erklärt; erst antwortet das Land, dann lässt er sich freigeben.`,
          en: `The protection officer has stated a reservation on the period ${period}; the state answers it first, then it can be released.`,
        },
      });
    if (corrections === 'keep' && !(await this.store.newest(tx, officer.tenant, period)))
      throw problems.conflict({
        what: {
          de: `Aus dem Zeitraum ${period} ist noch nichts freigegeben, also kann keine Korrektur warten.`,
          en: `The period ${period} has no release yet, so no correction can wait.`,
        },
      });
    const asks = () =>
      this.periods.askRelease(tx, officer.tenant, period, officerOf(officer), corrections ?? null);
    if (asked || !(await asks())) throw problems.conflict({ what: askedAlready(period) });
    step('period.asked');
  }

  /** How far a period has come; throws not-found. */
  progress(tx: Tx, actor: Actor, period: PeriodKey): Promise<PeriodProgress> {
    return this.periods.progress(tx, actor.tenant, period);
  }

  list(tx: Tx, actor: Actor, page: PageAsked): Promise<ReleaseHead[]> {
    note(tx, { object: { what: 'releases' } });
    return this.store.releases(tx, actor.tenant, page);
  }

  /** The certificate of a release, a compact JWS; throws not-found. */
  async certificate(tx: Tx, actor: Actor, release: string): Promise<string> {
    note(tx, { release });
    const stored = await this.store.certificate(tx, actor.tenant, release);
    if (stored === undefined) throw problems.notFound();
    return jwsAndProof(stored).jws;
  }

  /** The whole release with certificate and proof, canonical JSON; throws not-found. */
  async document(tx: Tx, actor: Actor, release: string): Promise<string> {
    note(tx, { release });
    const found = await this.documents.table(tx, actor.tenant, release);
    const stored = await this.store.certificate(tx, actor.tenant, release);
    if (!found || stored === undefined) throw problems.notFound();
    const { version, isFirst, ...table } = found;
    note(tx, { releaseVersion: version, policy: table.policy });
    const { jws, proof = 'null' } = jwsAndProof(stored);
    const form = isFirst ? {} : { format: formatIn(claimsOf(jws)) };
    return canonicalJson({ ...form, ...table, certificate: jws, proof: JSON.parse(proof) as unknown });
  }

  /** Rows of the newest release, or of the version asked for; nothing is calculated anew. Throws not-released, no-such-version, not-found. */
  async summary(
    tx: Tx,
    actor: Actor,
    at: {
      region: RegionKey;
      period: PeriodKey;
      level: RegionLevel | undefined;
      bySchoolType: boolean;
      version?: number | undefined;
    },
  ): Promise<Summary> {
    const newest = await this.store.newest(tx, actor.tenant, at.period);
    if (!newest) throw problems.notReleased();
    const release =
      at.version === undefined || at.version === newest.version
        ? newest
        : await this.store.version(tx, actor.tenant, at.period, at.version);
    if (!release) throw problems.noSuchVersion({ newest: newest.version });
    note(tx, { release: release.id, releaseVersion: release.version, policy: release.policy });
    const level = shownLevel(at.region, { level: at.level, by: at.bySchoolType ? 'school-type' : 'benefit' });
    const rows = await this.store.rows(
      tx,
      actor.tenant,
      release.id,
      at.region,
      DIGITS[level],
      at.bySchoolType,
    );
    if (rows.length === 0) throw problems.notFound();
    return { release, rows, level };
  }
}

export const officerOf = ({ account = '', person = '' }: Actor): PeriodOfficer => ({ account, person });
