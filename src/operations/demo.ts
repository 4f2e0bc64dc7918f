/** The demo: invented schools and counts that walked through the real rules, one period released, one open. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { Collect } from '../collection/collect.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Accounts, type NewAccount } from '../identity/accounts.ts';
import { newPassword } from '../identity/password.ts';
import { type NewPeriod, Reference, type School } from '../reference/reference.ts';
import { today } from '../reference/today.ts';
import { Publisher } from '../releases/publish.ts';
import { Releases } from '../releases/release.service.ts';
import { type PeriodKey, firstDay, lastDay } from '../rules/period.ts';
import { NEWEST_POLICY } from '../rules/policy.ts';
import { type RegionKey, levelOf } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { BUT_COUNSELLING_1 } from '../rules/scheme.ts';
import { inventSchools } from './demo-schools.ts';
import { inventReport, type Shares, Tally } from './invented-reports.ts';
import { seeded } from './simulation.ts';

/** One line of `.data/demo-accounts.json`. */
export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly role: Role;
  readonly scope: string;
}

export interface DemoResult {
  readonly accounts: readonly DemoAccount[];
  readonly figures: Shares;
}

const SEED = 20_260_401;

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
    this.admin = { tenant: settings.tenant, role: 'admin', system: 'demo', schools: [] };
  }

  /** Whether nobody has an account and no school was imported yet: invented schools never stand beside real ones. */
  async isNeeded(): Promise<boolean> {
    const land = this.settings.tenant as RegionKey;
    const schools = await this.reference.schools(land, '', 1);
    return schools.length === 0 && !(await this.accounts.exist(this.admin));
  }

  /**
   * Fills an empty database; takes a few seconds.
   *
   * keep  puts the passwords where the visitor finds them, before the accounts are made
   */
  async fill(keep: (accounts: readonly DemoAccount[]) => Promise<void>): Promise<DemoResult> {
    const rng = seeded(SEED);
    const regions = await this.reference.regions();
    const schools = inventSchools(
      regions.filter((region) => levelOf(region.key) === 'county'),
      rng,
    );
    await this.reference.putSchools(this.admin, schools);
    const [before, now] = periodsAround(today());
    for (const period of [before, now]) await this.reference.openPeriod(this.admin, period);

    const { people, reporters, officers } = await this.inventAccounts(schools, keep);
    const figures = await this.report(before.key, schools, reporters, rng);
    // In the open period one school of the demo reporter still has to report: that is the visitor's turn.
    await this.report(now.key, schools.slice(1), reporters, rng);
    await this.release(before.key, officers);
    return { accounts: people, figures };
  }

  /** One account a role that somebody can sign in to, and a reporter for each other school. */
  private async inventAccounts(
    schools: readonly School[],
    keep: (accounts: readonly DemoAccount[]) => Promise<void>,
  ) {
    const own = schools.slice(0, 2).map((school) => school.number);
    const district = `${this.settings.tenant}1`;
    const county = schools[0]?.region ?? (`${this.settings.tenant}111` as RegionKey);
    const person = (
      account: string,
      role: Role,
      office: string,
      scope: Pick<NewAccount, 'region' | 'schools'> = {},
    ) => ({
      name: account,
      role,
      office,
      password: newPassword(),
      ...scope,
    });
    const land = { region: this.settings.tenant as RegionKey };
    const people = [
      person('meldung', 'reporter', 'Erfundene Schulsozialarbeit', { schools: own }),
      person('koordination', 'coordinator', 'Erfundene Koordination', { region: county }),
      person('bezirk', 'district', 'Erfundene Bezirksregierung', { region: district as RegionKey }),
      person('ministerium', 'state', 'Erfundenes Ministerium', land),
      person('geheimhaltung-1', 'disclosure-officer', 'Erfundene Statistikstelle', land),
      person('geheimhaltung-2', 'disclosure-officer', 'Erfundene Statistikstelle', land),
      person('datenschutz', 'protection-officer', 'Erfundener Datenschutz'),
      person('revision', 'auditor', 'Erfundene Revision'),
      person('verwaltung', 'admin', 'Erfundene Verwaltung'),
    ];
    const silent = schools.slice(2).map((school): NewAccount => ({
      name: `schule-${school.number}`,
      role: 'reporter',
      office: 'Erfundene Schulsozialarbeit',
      schools: [school.number],
    }));
    const demoAccounts = people.map(({ name, password, role, region, schools: numbers }): DemoAccount => ({
      account: name,
      password,
      role,
      scope: region ?? numbers?.join(' ') ?? this.settings.tenant,
    }));
    await keep(demoAccounts);
    const actors = await this.accounts.create(this.admin, [...people, ...silent]);
    const reporters = new Map(
      actors.flatMap((actor) =>
        actor.role === 'reporter' ? actor.schools.map((school) => [school, actor] as const) : [],
      ),
    );
    return {
      people: demoAccounts,
      reporters,
      officers: actors.filter((actor) => actor.role === 'disclosure-officer'),
    };
  }

  /** Every school hands in what its invented pupils asked for, pooled by the anonymiser. */
  private async report(
    period: PeriodKey,
    schools: readonly School[],
    reporters: ReadonlyMap<SchoolNumber, Actor>,
    rng: () => number,
  ): Promise<Shares> {
    const tally = new Tally();
    for (const { number } of schools) {
      const actor = reporters.get(number);
      const { report, fate } = inventReport(rng, 4 + Math.floor(rng() * 13));
      tally.add(fate);
      // One school in twenty does not report: rows of a summary then say so.
      if (!actor || (number !== schools[0]?.number && rng() < 0.05)) continue;
      await this.gate.pass({ actor, act: 'report.submit', place: () => ({ school: number, period }) }, (tx) =>
        this.collect.report(tx, actor, { school: number, period, dryRun: false }, report),
      );
    }
    return tally.shares();
  }

  private async release(period: PeriodKey, [first, second]: readonly Actor[]): Promise<void> {
    if (!first || !second) throw new Error('the demo needs two disclosure officers');
    const place = () => ({ period });
    await this.gate.pass({ actor: first, act: 'period.freeze', place }, (tx) =>
      this.releases.freeze(tx, first, period),
    );
    await this.gate.pass({ actor: second, act: 'period.release', place }, (tx) =>
      this.releases.ask(tx, second, period),
    );
    await this.publisher.publishAsked();
  }
}

/** The quarter before this one, and this one; both take reports until long after their end. */
function periodsAround(day: string): [NewPeriod, NewPeriod] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const quarter = Math.ceil(month / 3);
  const open = (y: number, q: number): NewPeriod => {
    const key = `${y}-Q${q}` as PeriodKey;
    const closesOn = new Date(Date.parse(lastDay(key)) + 150 * 86_400_000).toISOString().slice(0, 10);
    return { key, scheme: BUT_COUNSELLING_1, policy: NEWEST_POLICY.number, opensOn: firstDay(key), closesOn };
  };
  return [quarter === 1 ? open(year - 1, 4) : open(year, quarter - 1), open(year, quarter)];
}
