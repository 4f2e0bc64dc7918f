/** The code lists as other rooms ask for them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type PeriodKey, appliesTo, firstDay, lastDay } from '../rules/period.ts';
import { type Scheme, schemeId } from '../rules/scheme.ts';
import { schemeOf } from '../rules/schemes/registry.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { type CollectionPeriod, type PeriodStanding, periodStandingOf } from './collection-period.ts';
import { type DemoMark, demoMark } from './demo-mark.ts';
import { obstacleTo } from './opening.ts';
import { type PeriodSchool, isExpected } from './participation.ts';
import { ParticipationStore } from './participation.store.ts';
import { Periods } from './periods.ts';
import {
  type PeriodRow,
  ReferenceStore,
  type RegionRow,
  type ReportContextRow,
  type SchoolEntry,
  type SchoolRow,
} from './reference.store.ts';

export type School = SchoolRow;

export interface NewPeriod {
  readonly key: PeriodKey;
  readonly scheme: Scheme;
  readonly policy: number;
  readonly opensOn: string;
  readonly closesOn: string;
}

@Injectable()
export class Reference {
  constructor(
    private readonly store: ReferenceStore,
    private readonly progress: Periods,
    private readonly participation: ParticipationStore,
    private readonly gate: Gate,
    private readonly unrecorded: Unrecorded,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The regions within one, itself among them, by key; without one those of the whole Land. */
  regions(within?: string): Promise<RegionRow[]> {
    return this.read((tx, tenant) => this.store.regions(tx, tenant, within ?? tenant));
  }

  region(key: RegionKey): Promise<RegionRow | undefined> {
    return this.read((tx, tenant) => this.store.region(tx, tenant, key));
  }

  /** The schools within a region, by number, at most `limit` of those behind `after`; empty begins with the first. */
  schools(region: RegionKey, after: string, limit: number): Promise<SchoolEntry[]> {
    return this.read((tx, tenant) => this.store.schools(tx, tenant, region, after, limit));
  }

  /** Newest first, each with how it stands today. */
  async periods(): Promise<(CollectionPeriod & { readonly standing: PeriodStanding })[]> {
    const rows = await this.read((tx, tenant) => this.store.periods(tx, tenant));
    return rows.map((row) => ({ ...periodOf(row), standing: periodStandingOf(row, row.today) }));
  }

  /** What is known of the demo; undefined where none was begun. */
  demoMark(): Promise<DemoMark | undefined> {
    return this.read(demoMark);
  }

  /** The period; throws not-found. */
  async period(tx: Tx, tenant: string, key: PeriodKey): Promise<CollectionPeriod> {
    const row = await this.store.period(tx, tenant, key);
    if (!row) throw problems.notFound();
    return periodOf(row);
  }

  /** What the rules ask of a school and a period; throws not-found where either is unknown. */
  async reportContext(tx: Tx, tenant: string, key: PeriodKey, number: SchoolNumber): Promise<ReportContext> {
    const row = await this.store.reportContext(tx, tenant, key, number);
    if (!row) throw problems.notFound();
    if (row.fixed || !isDue(row)) return contextOf(row, key);
    await this.participation.fix(tx, key);
    return contextOf((await this.store.reportContext(tx, tenant, key, number)) ?? row, key);
  }

  /** The same for many schools of one period, in one trip; those that are unknown, all if the period is, are not in it. */
  async reportContexts(
    tx: Tx,
    tenant: string,
    key: PeriodKey,
    schools: readonly SchoolNumber[],
  ): Promise<ReadonlyMap<SchoolNumber, ReportContext>> {
    const read = () => this.store.reportContexts(tx, tenant, key, schools);
    let rows = await read();
    if (rows.some((row) => !row.fixed && isDue(row))) {
      await this.participation.fix(tx, key);
      rows = await read();
    }
    return new Map(rows.map((row) => [row.number, contextOf(row, key)]));
  }

  /**
   * The schools that are expected to report in a period, by number, with region, type and roll as its opening day
   * found them; before that day those that would be. Whoever asks first on or after that day fixes them.
   */
  async expectedSchools(tx: Tx, period: PeriodKey): Promise<PeriodSchool[]> {
    await this.participation.fix(tx, period);
    return this.participation.expected(tx, period);
  }

  /** The period, with its schools fixed if its opening day has come; throws not-found. */
  async periodWithSchools(tx: Tx, tenant: string, key: PeriodKey): Promise<CollectionPeriod> {
    const period = await this.period(tx, tenant, key);
    await this.participation.fix(tx, key);
    return period;
  }

  /** Adds or updates schools, all or none; how many that changed. */
  putSchools(admin: Actor, schools: readonly School[]): Promise<number> {
    return this.gate.pass({ actor: admin, act: 'reference.import', place: everywhere }, async (tx) => {
      note(tx, { object: { list: 'schools', rows: schools.length } });
      // A period that has opened keeps the schools that its opening day found.
      await this.participation.fix(tx, null);
      return this.store.putSchools(tx, admin.tenant, schools);
    });
  }

  /** Opens a period; throws conflict where it exists, or `obstacleTo` finds something in its way. */
  openPeriod(admin: Actor, period: NewPeriod): Promise<void> {
    return this.gate.pass({ actor: admin, act: 'period.open', place: () => ({ period: period.key }) }, (tx) =>
      this.openIn(tx, admin, period),
    );
  }

  /** The same within a transaction of the gate. */
  async openIn(tx: Tx, admin: Actor, period: NewPeriod): Promise<void> {
    const { opensOn, closesOn, policy } = period;
    const scheme = schemeId(period.scheme);
    note(tx, { policy, object: { opens: opensOn, closes: closesOn, scheme } });
    const others = (await this.store.periodsBeforeOpening(tx, admin.tenant)).map(periodOf);
    const what = obstacleTo(period, others);
    if (what) throw problems.conflict({ what });
    const opened = await this.progress.open(tx, admin.tenant, { ...period, scheme });
    if (!opened)
      throw problems.conflict({
        what: {
          de: `Den Zeitraum ${period.key} gibt es schon, oder seine Schutzregel gibt es nicht.`,
          en: `The period ${period.key} exists already, or its policy does not.`,
        },
      });
  }

  /** Public code lists leave no entry: they show nothing about anybody. */
  private read<T>(work: (tx: Tx, tenant: string) => Promise<T>): Promise<T> {
    const { tenant } = this.settings;
    return this.unrecorded.read('code list', tenant, (tx) => work(tx, tenant));
  }
}

/** Whether the school exists on some day of the period. */
export const isActive = (school: Pick<School, 'validFrom' | 'validTo'>, period: PeriodKey): boolean =>
  school.validFrom <= lastDay(period) && (school.validTo === null || school.validTo >= firstDay(period));

/** What the rules ask of a period and a school. */
export interface ReportContext {
  readonly period: CollectionPeriod;
  readonly today: string;
  readonly roll: number | null;
  readonly schoolActive: boolean;
  readonly schoolExpected: boolean;
  readonly schemeInForce: boolean;
}

/** Whether the opening day has come, or the period went on without waiting for it. */
const isDue = ({ opensOn, state, today }: PeriodRow): boolean => opensOn <= today || state !== 'open';

/** Before a period is fixed the register decides: whoever is in it may find the period still closed. */
const contextOf = (row: ReportContextRow, key: PeriodKey): ReportContext => {
  const expected = row.kind === null ? !row.fixed : isExpected(row.kind);
  const period = periodOf(row);
  return {
    period,
    today: row.today,
    roll: row.roll,
    schemeInForce: appliesTo(period.scheme, key),
    // A school that the period expects goes on reporting in it, whatever became of it since.
    schoolActive: (row.fixed && expected) || isActive(row, key),
    schoolExpected: expected,
  };
};

function periodOf(row: PeriodRow): CollectionPeriod {
  const scheme = schemeOf(row.scheme);
  if (!scheme) throw new Error('a stored period names a scheme that this version does not know');
  const { key, opensOn, closesOn, state, k, minimumSchools, poolingWeight, width } = row;
  const { anonymiser, schoolsPerReporter } = row;
  return {
    key,
    scheme,
    opensOn,
    closesOn,
    state,
    policy: {
      number: row.policy,
      k,
      minimumSchools,
      poolingWeight,
      width,
      anonymiser,
      schoolsPerReporter,
    },
  };
}
