/** A rehearsal of a whole period with the real list of schools and invented counts, in a database that is thrown away. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, systemActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { Collect } from '../collection/collect.ts';
import { Answer } from '../foundation/http/answer.ts';
import type { InBoth } from '../foundation/language.ts';
import { Accounts } from '../identity/accounts.ts';
import { ImportLists } from '../reference/import-lists.ts';
import { Reference, isActive } from '../reference/reference.ts';
import { Publisher } from '../releases/publish.ts';
import { Releases, type Summary } from '../releases/release.service.ts';
import { UNUSUAL } from '../releases/unusual-freeze.ts';
import type { PeriodKey } from '../rules/period.ts';
import { NEWEST_POLICY } from '../rules/policy.ts';
import { type RegionKey, levelOf, regionKey } from '../rules/region.ts';
import type { Report } from '../rules/report.ts';
import type { SchoolNumber } from '../rules/school.ts';
import type { Scheme } from '../rules/scheme.ts';
import { INVENTED_PERIODS, inventReports, sharesInWords, Tally } from './invented-reports.ts';
import { REHEARSED } from './rehearsal-words.ts';
import { cellShares, consultationShare, sharesShownInWords } from './release-shares.ts';

/** Reports on their way at once. */
const AT_ONCE = 16;
/** More than any Land has. */
const EVERY_SCHOOL = 100_000;

/** Tells of one step when it is done: what, and the seconds that it took. */
export type Tell = (what: InBoth, seconds?: number) => void;
/** Tells how far a long step has come. */
export type Count = (done: number, of: number) => void;

/** Imports the lists, reports for every school, freezes, releases and reads all districts. Throws where a step fails. */
export async function rehearse(
  app: NestFastifyApplication,
  tenant: string,
  lists: { readonly regions: Uint8Array; readonly schools: Uint8Array },
  seed: number,
  tell: Tell,
  { pupils, scheme }: { readonly pupils: number; readonly scheme: Scheme },
  count: Count = () => undefined,
): Promise<void> {
  const period = INVENTED_PERIODS[scheme.frequency];
  const admin = systemActor(tenant, 'rehearsal', 'admin');
  const gate = app.get(Gate);
  const reference = app.get(Reference);
  const timed = async <T>(what: (result: T) => InBoth, work: () => Promise<T>): Promise<T> => {
    const begin = performance.now();
    const result = await work();
    tell(what(result), (performance.now() - begin) / 1000);
    return result;
  };

  for (const list of ['regions', 'schools'] as const)
    await timed(
      ({ read }) => REHEARSED.imported(list, read),
      () => app.get(ImportLists)[list](admin, lists[list]),
    );
  await reference.openPeriod(admin, {
    key: period,
    scheme,
    policy: NEWEST_POLICY.number,
    opensOn: '2026-01-01',
    closesOn: '2099-12-31',
  });
  const schools = (await reference.schools(regionKey(tenant), '', EVERY_SCHOOL)).filter((school) =>
    isActive(school, period),
  );
  const reporters = await timed(
    () => REHEARSED.reporters(schools.length),
    () =>
      makeReporters(
        app,
        admin,
        schools.map((school) => school.number),
      ),
  );
  const [first, second] = await app.get(Accounts).create(
    admin,
    [1, 2].map((n) => ({
      name: `officer-${n}`,
      role: 'disclosure-officer',
      office: 'Rehearsal',
      region: regionKey(tenant),
    })),
  );
  if (!first || !second) throw new Error('no officers were made');

  const tally = new Tally();
  const reports = await timed(
    () => REHEARSED.invented(schools.length),
    () =>
      Promise.resolve(
        inventReports(schools, seed, { pupils, scheme }).map(({ report, fate }, i): [Actor, Report] => {
          tally.add(fate);
          return [reporters[i]!, report];
        }),
      ),
  );
  await timed(
    () => REHEARSED.submitted(schools.length),
    () => submitAll(app, period, reports, count),
  );
  const place = () => ({ period });
  const releases = app.get(Releases);
  await gate.pass({ actor: first, act: 'period.freeze', place }, (tx) =>
    releases.freeze(tx, first, period, UNUSUAL),
  );
  await gate.pass({ actor: second, act: 'period.release', place }, (tx) => releases.ask(tx, second, period));
  await timed(
    () => REHEARSED.released,
    () => app.get(Publisher).publishAsked(),
  );
  const regions = await reference.regions();
  const districts = regions.filter((region) => levelOf(region.key) === 'district');
  for (const { key, name } of districts)
    await timed(
      ([summary, bytes]) => REHEARSED.district(name, summary.rows.length, hiddenOf(summary), bytes),
      () => read(app, first, { region: key, period, level: 'county' }),
    );
  tell(sharesInWords(tally.shares()));
  const land = { region: regionKey(tenant), period };
  const [[counties], [types]] = [
    await read(app, first, { ...land, level: 'county' }),
    await read(app, first, { ...land, bySchoolType: true }),
  ];
  const { columns } = counties.release;
  const reported = reports
    .flatMap(([, { cells }]) => cells)
    .reduce((sum, { consultations }) => sum + consultations, 0);
  tell(
    sharesShownInWords(
      cellShares(counties.rows, columns),
      cellShares(types.rows, columns),
      consultationShare(counties.rows, reported, columns),
    ),
  );
}

async function makeReporters(
  app: NestFastifyApplication,
  admin: Actor,
  schools: readonly SchoolNumber[],
): Promise<Actor[]> {
  return app.get(Accounts).create(
    admin,
    schools.map((school) => ({
      name: `school-${school}`,
      role: 'reporter',
      office: 'Rehearsal',
      schools: [school],
    })),
  );
}

async function submitAll(
  app: NestFastifyApplication,
  period: PeriodKey,
  reports: readonly [Actor, Report][],
  count: Count,
): Promise<void> {
  const gate = app.get(Gate);
  const collect = app.get(Collect);
  const line = reports.values();
  let done = 0;
  const worker = async (): Promise<void> => {
    for (const [actor, report] of line) {
      const [school] = actor.schools;
      if (!school) throw new Error('a reporter without a school');
      const at = { school, period };
      await gate.pass({ actor, act: 'report.submit', place: () => at }, (tx) =>
        collect.report(tx, actor, { ...at, dryRun: false }, report),
      );
      count(++done, reports.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function read(
  app: NestFastifyApplication,
  actor: Actor,
  {
    region,
    period,
    level,
    bySchoolType = false,
  }: { region: RegionKey; period: PeriodKey; level?: 'county'; bySchoolType?: boolean },
): Promise<[Summary, number]> {
  const place = () => ({ region, period, ...(level ? { level } : {}) });
  const summary = await app
    .get(Gate)
    .pass({ actor, act: 'summary.read', place, purpose: 'STATISTICS' }, (tx) =>
      app.get(Releases).summary(tx, actor, { region, period, level, bySchoolType }),
    );
  return [summary, Answer.json(summary).bytes.length];
}

const hiddenOf = ({ rows }: Summary): number =>
  rows.flatMap((row) => [...row.consultations, ...row.pupils]).filter((value) => value === null).length;
