/** Releasing outcomes with or after their period, and cutting rows out of a release. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import { shownLevel } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { InBoth } from '../foundation/language.ts';
import { problems } from '../foundation/problem.ts';
import { Signer } from '../identity/signer.ts';
import { STATE_IN_GERMAN } from '../reference/collection-period.ts';
import { Reference } from '../reference/reference.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { isGap } from '../rules/outcome.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey, RegionLevel } from '../rules/region.ts';
import { schemeId } from '../rules/scheme.ts';
import { outcomeSchemeFor } from '../rules/schemes/outcome-registry.ts';
import { OUTCOME_CERTIFICATE_TYPE, OUTCOME_DOCUMENT, outcomeCertificateOf } from './outcome-certificate.ts';
import { type KeptOutcome, takeOverOutcomes } from './outcome-corrections.ts';
import { type NamedOutcomeRow, type OutcomeHead, OutcomeReleaseStore } from './outcome-release.store.ts';
import { outcomeColumns, outcomeTable } from './outcome-table.ts';

export interface ShownOutcomes {
  readonly release: OutcomeHead;
  readonly rows: readonly NamedOutcomeRow[];
  readonly level: RegionLevel;
}

const DIGITS: Readonly<Record<RegionLevel, number>> = { state: 2, district: 3, county: 5, municipality: 8 };

const conflict = (de: string, en: string) => problems.conflict({ what: { de, en } satisfies InBoth });

@Injectable()
export class ReleaseOutcomes {
  constructor(
    private readonly store: OutcomeReleaseStore,
    private readonly reference: Reference,
    private readonly signer: Signer,
  ) {}

  /**
   * Publishes what stands as the next version, in one transaction; the officer sees nothing but what is published.
   *
   * throws  not-found; conflict where the period is not released, nobody has handed in numbers, or the version would be the
   *         one before
   */
  async release(
    tx: Tx,
    { tenant }: Actor,
    period: PeriodKey,
  ): Promise<{ readonly head: OutcomeHead; readonly kept: readonly KeptOutcome[] }> {
    await this.store.hold(tx, tenant, period);
    const { policy, state } = await this.reference.period(tx, tenant, period);
    const scheme = outcomeSchemeFor(period);
    if (state !== 'released' || !scheme)
      throw conflict(
        `Der Zeitraum ${period} ist ${STATE_IN_GERMAN[state]}; was bewilligt wurde, wird mit oder nach ihm freigegeben.`,
        `The period ${period} is ${state}; outcomes are released with or after their period.`,
      );
    const stored = await this.store.standing(tx, tenant, period);
    if (!stored.some(({ outcome }) => !isGap(outcome)))
      throw conflict(
        `Für ${period} hat noch keine Stelle Zahlen gemeldet.`,
        `No office has handed in numbers for ${period} yet.`,
      );
    const earlier = await this.store.sources(tx, tenant, period);
    const { outcomes, kept } = takeOverOutcomes(stored, earlier, { scheme, k: policy.k });
    note(tx, { policy: policy.number, ...(kept.length > 0 && { object: { kept: keptText(kept) } }) });
    const last = earlier.at(-1);
    if (last && canonicalJson(last) === canonicalJson(outcomes))
      throw conflict(
        kept.length > 0
          ? `Für ${period} gibt es nichts Neues, das veröffentlicht werden darf: Korrekturen um weniger als ${policy.k} warten (${keptText(kept)}).`
          : `Für ${period} ist seit der letzten Fassung nichts Neues gemeldet worden.`,
        kept.length > 0
          ? `There is nothing new for ${period} that may be published: corrections by fewer than ${policy.k} wait (${keptText(kept)}).`
          : `Nothing new has been handed in for ${period} since the last version.`,
      );
    const rows = outcomeTable(await this.store.regions(tx, tenant, period), outcomes, scheme);
    const head = {
      id: randomUUID(),
      period,
      scheme: schemeId(scheme),
      policy: policy.number,
      columns: outcomeColumns(scheme),
    };
    const put = await this.store.put(tx, tenant, head, rows, outcomes);
    const certificate = outcomeCertificateOf(head, rows, policy);
    const signed = this.signer.sign(OUTCOME_CERTIFICATE_TYPE, put.releasedAt, { ...certificate });
    await this.store.certify(tx, tenant, put.id, signed);
    note(tx, { release: put.id, releaseVersion: put.version });
    return { head: put, kept };
  }

  /** Rows of the newest release, or of the version asked for. Throws not-released, no-such-version, not-found. */
  async shown(
    tx: Tx,
    { tenant }: Actor,
    at: {
      readonly region: RegionKey;
      readonly period: PeriodKey;
      readonly level: RegionLevel | undefined;
      readonly byBody: boolean;
      readonly version: number | undefined;
    },
  ): Promise<ShownOutcomes> {
    const newest = await this.store.newest(tx, tenant, at.period);
    if (!newest) throw problems.notReleased();
    const release =
      at.version === undefined || at.version === newest.version
        ? newest
        : await this.store.version(tx, tenant, at.period, at.version);
    if (!release) throw problems.noSuchVersion({ newest: newest.version });
    note(tx, { release: release.id, releaseVersion: release.version, policy: release.policy });
    const level = shownLevel(at.region, { level: at.level, by: at.byBody ? 'body' : 'benefit' });
    const where = { region: at.region, digits: DIGITS[level], byBody: at.byBody };
    const rows = await this.store.rows(tx, tenant, release.id, where);
    if (rows.length === 0) throw problems.notFound();
    return { release, rows, level };
  }

  /** A compact JWS; throws not-found. */
  async certificate(tx: Tx, { tenant }: Actor, release: string): Promise<string> {
    note(tx, { release });
    const jws = await this.store.certificate(tx, tenant, release);
    if (jws === undefined) throw problems.notFound();
    return jws;
  }

  /** The whole release with its certificate, canonical JSON; throws not-found. */
  async document(tx: Tx, { tenant }: Actor, release: string): Promise<string> {
    note(tx, { release });
    const head = await this.store.one(tx, tenant, release);
    const certificate = await this.store.certificate(tx, tenant, release);
    if (!head || certificate === undefined) throw problems.notFound();
    note(tx, { releaseVersion: head.version, policy: head.policy });
    const { period, scheme, policy, columns } = head;
    const rows = await this.store.allRows(tx, tenant, release);
    return canonicalJson({
      format: OUTCOME_DOCUMENT,
      release,
      period,
      scheme,
      policy,
      columns,
      rows,
      certificate,
    });
  }
}

const keptText = (kept: readonly KeptOutcome[]): string =>
  kept.map(({ county, body }) => `${county}/${body}`).join('+');
