/** The demo: invented schools and counts that walked through the real rules, one period released, one open. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, systemActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { everywhere } from '../access/place.ts';
import { Collect } from '../collection/collect.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { step } from '../foundation/step.ts';
import { Accounts } from '../identity/accounts.ts';
import { beginDemo, finishDemo } from '../reference/demo-mark.ts';
import { type NewPeriod, Reference, type School } from '../reference/reference.ts';
import { today } from '../reference/today.ts';
import { Publisher } from '../releases/publish.ts';
import { Releases } from '../releases/release.service.ts';
import { UNUSUAL } from '../releases/unusual-freeze.ts';
import { type PeriodKey, firstDay, lastDay, periodKey } from '../rules/period.ts';
import { NEWEST_POLICY } from '../rules/policy.ts';
import { levelOf, regionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { type DemoAccount, inventPeople } from './demo-people.ts';
import { DEMO_SCHEME } from './demo-scheme.ts';
import { inventSchools } from './demo-schools.ts';
import { inventReport, type ConsultationShares, Tally } from './invented-reports.ts';
import { seeded } from './simulation.ts';

/**
 * empty   nobody has an account and no school was imported: a demo may be made
 * begun   one is there in part; to fill it again finishes it
 * whole   it is there, with everything in it
 * old     in part too, but made before there were marks, so that nobody knows what it lacks
 * none    the schools are real ones: invented schools never stand beside them
 */
export type DemoState = 'empty' | 'begun' | 'whole' | 'old' | 'none';

export interface DemoResult {
  /** Undefined where an earlier start made them: their passwords were kept then. */
  readonly accounts: readonly DemoAccount[] | undefined;
  readonly figures: ConsultationShares;
  /** Whether the last step was done; if not, the next start goes on. */
  readonly isWhole: boolean;
}

const SEED = 20_260_401;
/** Seconds. */
const PATIENCE = 60;

@Injectable()
export class Demo {
  private readonly admin: Actor;

  constructor(
    private readonly accounts: Accounts,
    private readonly reference: Reference,
    private readonly collect: Collect,
    private readonly releases: Releases,
    private readonly publisher: Publisher,
    private readonly gate: Gate,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.admin = systemActor(settings.tenant, 'demo', 'admin');
  }

  async state(): Promise<DemoState> {
    const land = regionKey(this.settings.tenant);
    const [mark, schools, periods] = await Promise.all([
      this.reference.demoMark(),
      this.reference.schools(land, '', 1),
      this.reference.periods(),
    ]);
    const isReleased = periods.some(({ state }) => state === 'released');
    if (mark) return mark.isWhole ? 'whole' : 'begun';
    const [school] = schools;
    if (!school) return (await this.accounts.exist(this.admin)) ? 'none' : 'empty';
    const isInvented = school.number.startsWith('9') && school.name.startsWith('Erfundene ');
    if (!isInvented) return 'none';
    return isReleased ? 'whole' : 'old';
  }

  /**
   * Fills an empty database, or finishes what an earlier start left; takes a few seconds. Each step stands by itself
   * and does nothing where it was done, so that a start may end anywhere. Only one process at a time.
   *
   * keep  puts the passwords where the visitor finds them, before the accounts are made
   */
  async fill(keep: (accounts: readonly DemoAccount[]) => Promise<void>): Promise<DemoResult> {
    const rng = seeded(SEED);
    const { tenant } = this.settings;
    await this.asAdmin((tx) => beginDemo(tx, tenant, today()));
    step('demo.begun');
    const [mark, regions, periods] = await Promise.all([
      this.reference.demoMark(),
      this.reference.regions(),
      this.reference.periods(),
    ]);
    const known = periods.map(({ key }) => key);
    const schools = inventSchools(
      regions.filter((region) => levelOf(region.key) === 'county'),
      rng,
    );
    await this.reference.putSchools(this.admin, schools);
    step('demo.schools');
    const [before, now] = periodsAround(mark?.begunOn ?? today());
    for (const period of [before, now])
      if (!known.includes(period.key)) await this.reference.openPeriod(this.admin, period);
    step('demo.periods');

    const { shown, reporters, officers } = await this.people(schools, keep);
    const figures = await this.report(before.key, schools, reporters, rng);
    // In the open period one school of the demo reporter still has to report: that is the visitor's turn.
    await this.report(now.key, schools.slice(1), reporters, rng);
    step('demo.reported');
    const isWhole = await this.release(before.key, officers);
    if (isWhole) await this.asAdmin((tx) => finishDemo(tx, tenant));
    step('demo.whole');
    return { accounts: shown, figures, isWhole };
  }

  private asAdmin(work: Parameters<Gate['pass']>[1]): Promise<unknown> {
    return this.gate.pass({ actor: this.admin, act: 'reference.import', place: everywhere }, work);
  }

  /** The actors of the demo, made or found. */
  private async people(
    schools: readonly School[],
    keep: (accounts: readonly DemoAccount[]) => Promise<void>,
  ) {
    const { shown, accounts } = inventPeople(this.settings.tenant, schools);
    const found = await this.accounts.known(
      this.admin,
      accounts.map(({ name }) => name),
    );
    if (found.length === 0) {
      await keep(shown);
      step('demo.passwords');
    }
    const actors = found.length === 0 ? await this.accounts.create(this.admin, accounts) : found;
    step('demo.accounts');
    const reporters = new Map(
      actors.flatMap((actor) =>
        actor.role === 'reporter' ? actor.schools.map((school) => [school, actor] as const) : [],
      ),
    );
    return {
      shown: found.length === 0 ? shown : undefined,
      reporters,
      officers: actors.filter((actor) => actor.role === 'disclosure-officer'),
    };
  }

  /** Every school hands in what its invented pupils asked for, pooled by the anonymiser; one that did stays as it is. */
  private async report(
    period: PeriodKey,
    schools: readonly School[],
    reporters: ReadonlyMap<SchoolNumber, Actor>,
    rng: () => number,
  ): Promise<ConsultationShares> {
    const tally = new Tally();
    const isOpen = (await this.reference.periods()).some(
      ({ key, state }) => key === period && state === 'open',
    );
    for (const { number } of schools) {
      const actor = reporters.get(number);
      const { report, fate } = inventReport(rng, 4 + Math.floor(rng() * 13), DEMO_SCHEME);
      tally.add(fate);
      // One school in twenty does not report: rows of a summary then say so.
      if (!actor || (number !== schools[0]?.number && rng() < 0.05)) continue;
      if (!isOpen) continue;
      await this.gate.pass({ actor, act: 'report.submit', place: () => ({ school: number, period }) }, (tx) =>
        this.collect.report(tx, actor, { school: number, period, dryRun: false }, report),
      );
      step('demo.report');
    }
    return tally.shares();
  }

  /** Frozen by one officer and asked for by the other; whether it is released. */
  private async release(period: PeriodKey, [first, second]: readonly Actor[]): Promise<boolean> {
    if (!first || !second) throw new Error('the demo needs two disclosure officers');
    const place = () => ({ period });
    const progress = () =>
      this.gate.pass({ actor: first, act: 'period.progress', place }, (tx) =>
        this.releases.progress(tx, first, period),
      );
    if ((await progress()).state === 'open')
      await this.gate.pass({ actor: first, act: 'period.freeze', place }, (tx) =>
        this.releases.freeze(tx, first, period, UNUSUAL),
      );
    step('demo.frozen');
    const { state, asked } = await progress();
    if (state === 'frozen' && !asked)
      await this.gate.pass({ actor: second, act: 'period.release', place }, (tx) =>
        this.releases.ask(tx, second, period),
      );
    step('demo.asked');
    // Where a process that was killed had begun to protect, it counts as alive for half a minute.
    for (let second = 0; second < PATIENCE; second += 1) {
      await this.publisher.publishAsked();
      const now = await progress();
      if (now.state !== 'frozen' || !now.asked) break;
      await sleep(1000);
    }
    step('demo.released');
    return (await progress()).state === 'released';
  }
}

/** The quarter before this one, and this one; both take reports until long after their end. */
function periodsAround(day: string): [NewPeriod, NewPeriod] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const quarter = Math.ceil(month / 3);
  const open = (y: number, q: number): NewPeriod => {
    const key = periodKey(`${y}-Q${q}`);
    const closesOn = new Date(Date.parse(lastDay(key)) + 150 * 86_400_000).toISOString().slice(0, 10);
    return { key, scheme: DEMO_SCHEME, policy: NEWEST_POLICY.number, opensOn: firstDay(key), closesOn };
  };
  return [quarter === 1 ? open(year - 1, 4) : open(year, quarter - 1), open(year, quarter)];
}
