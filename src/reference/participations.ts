/** Participation as the coordination of a county and the administration keep it: the list, and changes within a period. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { entryIdOf, note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import type { PeriodKey } from '../rules/period.ts';
import { type RegionKey, isWithin } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { importFindings } from './import-faults.ts';
import type { ImportOptions, Imported } from './import-lists.ts';
import { participationPlan, readParticipation } from './import-participation.ts';
import { wordsOf } from './import-words.ts';
import { ImportStore } from './import.store.ts';
import type { ChangeReason, KeptSchool, Participation } from './participation.ts';
import { type ChangeOutcome, ParticipationStore } from './participation.store.ts';
import { ReferenceStore } from './reference.store.ts';

/** Why a change was not made, and what to do. */
const NOT_CHANGED: Readonly<
  Record<Exclude<ChangeOutcome, 'changed' | 'same' | 'unknown'>, ProblemFinding['reason']>
> = {
  'not-open': {
    de: 'Der Zeitraum ist abgeschlossen oder freigegeben; seine Schulen ändern sich nicht mehr.',
    en: 'The period is frozen or released; its schools do not change any more.',
  },
  'not-fixed': {
    de: 'Der Zeitraum hat noch nicht begonnen und folgt der Liste; die geänderte Liste bitte einlesen.',
    en: 'The period has not opened yet and follows the list; please import the changed list.',
  },
  released: {
    de: 'Aus diesem Zeitraum wurde schon veröffentlicht; seine Schulen bleiben die jener Veröffentlichung.',
    en: 'The period has a release already; its schools stay those of that release.',
  },
  reported: {
    de: 'Von dieser Schule liegt eine Meldung vor; erst wenn die Koordination sie zurückgibt, kann die Schule ausscheiden.',
    en: 'A report of this school stands; only after its coordinator has sent it back can the school leave the period.',
  },
};

/** The school, and the region that it is to lie in where one is named. */
interface ChangedPlace {
  readonly period: PeriodKey;
  readonly school: SchoolNumber;
  readonly region?: RegionKey;
}

interface ParticipationChange {
  readonly kind: Participation;
  readonly reason: ChangeReason;
}

type ListOptions = Pick<ImportOptions, 'dryRun' | 'progress'>;

@Injectable()
export class Participations {
  constructor(
    private readonly store: ParticipationStore,
    private readonly reference: ReferenceStore,
    private readonly imports: ImportStore,
    private readonly gate: Gate,
  ) {}

  /**
   * Brings a list of participation in, all of it or nothing: it names all entries of each of its schools, and
   * other schools keep theirs. Throws import-refused with the faults of every line. Periods that have opened keep
   * the schools that their opening day found.
   */
  async import(admin: Actor, file: Uint8Array, options: ListOptions = {}): Promise<Imported> {
    const work = this.workOf(admin, file, options);
    return this.gate.pass({ actor: admin, act: 'participation.keep', place: everywhere }, work);
  }

  /** The same, where the gate was passed already. */
  async importWithin(tx: Tx, admin: Actor, file: Uint8Array, options: ListOptions = {}): Promise<Imported> {
    return this.workOf(admin, file, options)(tx);
  }

  private workOf(
    { tenant, region }: Actor,
    file: Uint8Array,
    { dryRun = false, progress = () => undefined }: ListOptions,
  ): (tx: Tx) => Promise<Imported> {
    const list = readParticipation(file);
    const read = list.entries.length;
    const words = wordsOf('participation', file);
    progress('read', read, read);
    return async (tx) => {
      note(tx, { dryRun, object: { ...words, rows: read } });
      await this.imports.oneImportAtATime(tx);
      // Of a county's coordinator those of the county: another's is not known to that list.
      const own = (await this.reference.allSchools(tx, tenant)).filter(
        (school) => region === undefined || isWithin(school.region, region),
      );
      const known = new Set(own.map(({ number }) => number));
      const { faults, schools, entries, summary } = participationPlan(
        list,
        known,
        await this.store.entries(tx, tenant),
      );
      if (faults.length > 0) throw problems.importRefused(importFindings(faults));
      progress('checked', read, read);
      if (!dryRun) {
        await this.store.fix(tx, null);
        await this.store.put(tx, tenant, schools, entries);
        progress('stored', entries.length, entries.length);
      }
      return summary;
    };
  }

  /**
   * Changes a school's participation within a period; its entry in the log names school, period, kind and reason, which
   * is kept with the change too. Throws not-found for a period or school that is not there or not the actor's,
   * participation-kept where the period or a report does not allow it.
   *
   * returns  false where it was so already, and then nothing is stored but the entry
   */
  change(actor: Actor, at: ChangedPlace, to: ParticipationChange): Promise<boolean> {
    const place = () => ({ ...at, ...(actor.region ? { region: actor.region } : {}) });
    return this.gate.pass({ actor, act: 'participation.change', place }, (tx) =>
      this.changeWithin(tx, actor, at, to),
    );
  }

  /** The same, where the gate was passed already; not-found too where the school is not of the region that is named. */
  async changeWithin(
    tx: Tx,
    { account }: Actor,
    at: ChangedPlace,
    to: ParticipationChange,
  ): Promise<boolean> {
    note(tx, { object: { ...to } });
    if (!(await this.store.liesWithin(tx, at))) throw problems.notFound();
    const outcome = await this.store.change(tx, at, to, { account, entry: entryIdOf(tx) });
    if (outcome === 'unknown') throw problems.notFound();
    if (outcome !== 'changed' && outcome !== 'same')
      throw problems.participationKept([{ rule: outcome, reason: NOT_CHANGED[outcome] }]);
    return outcome === 'changed';
  }

  /**
   * The schools of a period by number, those that are not expected among them, with the newest change of each.
   *
   * page.limit  at most so many, and one more where there are more
   * throws      not-found where there is no such period
   */
  async ofPeriod(
    tx: Tx,
    { tenant }: Actor,
    at: { readonly region: RegionKey; readonly period: PeriodKey },
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<{ fixedAt: Date | null; schools: KeptSchool[] }> {
    await this.store.fix(tx, at.period);
    if (!(await this.reference.period(tx, tenant, at.period))) throw problems.notFound();
    return {
      fixedAt: await this.store.fixedAt(tx, tenant, at.period),
      schools: await this.store.ofPeriod(tx, tenant, at, page),
    };
  }
}
