/** A period of each kind of scheme from its opening to a checked certificate; one of them is made up and has an eighth benefit. */
import { anonymise } from '../../src/rules/anonymise.ts';
import type { Counts } from '../../src/rules/counts.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import { POLICY_2 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { Report } from '../../src/rules/report.ts';
import { codesOf, schemeId, type Scheme } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { BUT_COUNSELLING_2 } from '../../src/rules/schemes/but-counselling-2.ts';
import { BUT_COUNSELLING_3 } from '../../src/rules/schemes/but-counselling-3.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../../src/tables/table-columns.ts';
import { seeded, simulateSchool } from '../../src/demo/simulation.ts';
import { checkDocument } from '../disclosure/independent-checker.ts';
import type { Signed, TestApp } from '../setup/app.ts';
import { MADE_UP, programWithMadeUp, registerMadeUp } from '../setup/made-up-scheme.ts';

// What is imported from here on finds the made-up scheme in the registry.
registerMadeUp((import.meta as unknown as { jest: Parameters<typeof registerMadeUp>[0] }).jest);
const { call, freeze, SCHOOLS, signedIn, startApp } = await import('../setup/app.ts');
const { asDemo } = await import('../setup/factors.ts');
const { Reference } = await import('../../src/reference/reference.ts');
const { Publisher } = await import('../../src/releases/publish.ts');
const { account, kanon: run, PASSWORD, scratch } = await import('../cli/run-kanon.ts');

const WORLD = ['05111', '05112', '05315'].flatMap((region, county) =>
  [0, 1, 2, 3, 4].map((n) => ({
    ...SCHOOLS[0]!,
    number: String(990_200 + 10 * county + n) as SchoolNumber,
    region: region as RegionKey,
    name: `Erfundene Schule ${county}${n}`,
    type: n % 2 ? 'Gymnasium' : 'Grundschule',
  })),
);

let app: TestApp;
let first: Signed, second: Signed, state: Signed;
let reporters: Signed[];
let program: Awaited<ReturnType<typeof programWithMadeUp>>;
let files: Awaited<ReturnType<typeof scratch>>;

beforeAll(async () => {
  [program, files, app] = await Promise.all([programWithMadeUp(), scratch(), startApp()]);
  await app.app.get(Reference).putSchools(app.admin, WORLD);
  [first, second] = [
    await signedIn(app, 'disclosure-officer', { region: '05' }),
    await signedIn(app, 'disclosure-officer', { region: '05' }),
  ];
  state = await signedIn(app, 'state', { region: '05' });
  await asDemo(app);
  await account(app, 'land', 'state', { region: '05' });
  reporters = [];
  for (const { number } of WORLD) reporters.push(await signedIn(app, 'reporter', { schools: [number] }));
});
afterAll(async () => {
  await Promise.all([app.close(), program.delete(), files.delete()]);
});

/** Invented counts; every third school knows no union, so that it withholds what the others pool. */
function reportOf(at: number, scheme: Scheme): Report {
  const invented = simulateSchool(seeded(100 + at), at % 2 ? 9 : 60, scheme);
  const counts: Counts = { scheme: schemeId(scheme), policy: POLICY_2.number, ...invented };
  return anonymise(at % 3 ? counts : { ...counts, distinct: [] }, scheme, POLICY_2).report;
}

const open = (key: string, scheme: Scheme) =>
  app.app.get(Reference).openPeriod(app.admin, {
    key: key as PeriodKey,
    scheme,
    policy: POLICY_2.number,
    opensOn: '2020-01-01',
    closesOn: '2090-01-01',
  });
const get = (path: string, who = state) =>
  call(app, 'GET', path, { token: who.token, headers: { 'kanon-purpose': 'PLANNING' } });
const cli = (args: string[], input = '') =>
  run(args, { KANON_URL: app.url, KANON_PASSWORD: PASSWORD }, input, program.main);

describe.each([
  ['2026-Q3', MADE_UP, 'S2'],
  ['2026-S1', BUT_COUNSELLING_2, 'Q2'],
  ['2027-S1', BUT_COUNSELLING_3, 'Q1'],
])('a period %s under its scheme', (period, scheme, overlapping) => {
  const name = schemeId(scheme);
  let reports: Report[];
  const sumOf = (benefit: string, measure: 'pupils' | 'consultations'): number =>
    reports
      .flatMap(({ cells }) => cells)
      .filter(({ benefits }) => benefits.join() === benefit)
      .reduce((sum, cell) => sum + cell[measure], 0);

  test('is opened and takes reports that itemise, pool and withhold; one under another scheme is refused', async () => {
    await open(period, scheme);
    const { body } = await call(app, 'GET', '/v1/periods');
    expect(body.periods.find((one: any) => one.key === period)).toMatchObject({ scheme: name });
    reports = WORLD.map((_, at) => reportOf(at, scheme));
    const sizes = reports.flatMap(({ cells }) => cells.map(({ benefits }) => benefits.length));
    expect([sizes.some((size) => size === 1), sizes.some((size) => size > 1)]).toEqual([true, true]);
    expect(reports.some(({ withheld }) => withheld.length > 0)).toBe(true);
    const put = (at: number, report: object) =>
      call(app, 'PUT', `/v1/schools/${WORLD[at]!.number}/reports/${period}`, {
        token: reporters[at]!.token,
        body: JSON.stringify(report),
      });
    const other = await put(0, { ...reports[0], scheme: 'but-counselling/1' });
    expect([other.status, other.body.findings.map((one: any) => one.cause)]).toEqual([422, ['scheme']]);
    for (const [at, report] of reports.entries())
      expect([at, (await put(at, report)).status]).toEqual([at, 201]);
    const back = await call(app, 'GET', `/v1/schools/${WORLD[1]!.number}/reports/${period}`, {
      token: reporters[1]!.token,
    });
    expect(back.body.stored).toEqual(reports[1]);
  });

  test('is frozen by one person and released by another', async () => {
    const post = (step: string, who: Signed) =>
      call(app, 'POST', `/v1/periods/${period}/${step}`, { token: who.token });
    expect((await freeze(app, period, first.token)).status).toBe(200);
    expect((await post('release', first)).status).toBe(403);
    expect((await post('release', second)).status).toBe(202);
    await app.app.get(Publisher).publishAsked();
    expect((await get(`/v1/periods/${period}/state`, second)).body).toMatchObject({
      state: 'released',
      failure: null,
    });
  });

  test('has a summary whose columns are its benefits, as JSON and CSV', async () => {
    const { status, body } = await get(`/v1/regions/05/summaries/${period}`);
    expect([status, body.release.scheme]).toEqual([200, name]);
    const [row] = body.rows;
    expect(Object.keys(row.pupils)).toEqual(codesOf(scheme));
    expect(Object.keys(row.consultations)).toEqual([...codesOf(scheme), NOT_ITEMISED, REPORTED_TOTAL]);
    for (const benefit of codesOf(scheme))
      for (const measure of ['pupils', 'consultations'] as const)
        if (row[measure][benefit].value !== null)
          expect([benefit, row[measure][benefit].value]).toEqual([benefit, sumOf(benefit, measure)]);
    const last = scheme.benefits.at(-1)!;
    expect(row.consultations[last.code].value).toBe(sumOf(last.code, 'consultations'));
    expect(row.consultations[last.code].value).toBeGreaterThan(0);

    const plain = await get(`/v1/regions/05/summaries/${period}?level=county&format=csv`);
    const columns = new Set(
      plain.text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[4]),
    );
    expect([...columns]).toEqual([...codesOf(scheme), NOT_ITEMISED, REPORTED_TOTAL]);
    const german = await get(`/v1/regions/05/summaries/${period}?level=county&format=csv-de`);
    for (const { label } of scheme.benefits) expect(german.text.split('\r\n')[0]).toContain(label.de);
  });

  test('has a document that the independent checker and the command line find in order', async () => {
    const { body } = await get('/v1/releases');
    const { id } = body.releases.find((one: any) => one.period === period);
    const { text } = await get(`/v1/releases/${id}/document`);
    expect(checkDocument(text)).toEqual([]);
    const keys = await files.file('keys.json', (await call(app, 'GET', '/.well-known/jwks.json')).text);
    const file = await files.file(`${period}.json`, text);
    expect(await cli(['verify-release', file, '--keys', keys])).toMatchObject({ code: 0 });
    const bent = await files.file('bent.json', text.replace(codesOf(scheme).at(-1)!, 'ANDERES'));
    expect((await cli(['verify-release', bent, '--keys', keys])).code).not.toBe(0);
  });

  test('is shown by the command line under heads that tell its benefits apart', async () => {
    const how = ['--region', '05', '--period', period, '--purpose', 'PLANNING', '--account', 'land'];
    const { code, out, err } = await cli(['summary', ...how]);
    expect([code, err]).toEqual([0, '']);
    for (const { label } of scheme.benefits) expect(out).toContain(` = ${label.de}`);
  });

  test('is counted on the command line, from a tally sheet to the report', async () => {
    const children = Array.from({ length: 9 }, (_, n) => `k${n},${codesOf(scheme).at(-1)}`);
    const sheet = [`# Schema: ${name}`, 'child,benefit', ...children, 'k1,MITTAG', ''].join('\n');
    const tallied = await cli(['tally', '-'], sheet);
    expect([tallied.code, JSON.parse(tallied.out).scheme]).toEqual([0, name]);
    const made = await cli(['anonymise', '-'], tallied.out);
    const report: Report = JSON.parse(made.out);
    expect(report.scheme).toBe(name);
    expect(report.cells).toContainEqual({
      benefits: [codesOf(scheme).at(-1)],
      pupils: 9,
      consultations: 9,
    });
    expect(made.out).toBe((await cli(['anonymise', '-', '--scheme', name], sheet)).out);
  });

  test('keeps every scheme away that would count its consultations once more', async () => {
    const rivals = [BUT_COUNSELLING_1, BUT_COUNSELLING_2, BUT_COUNSELLING_3, MADE_UP].filter(
      ({ frequency }) => frequency !== scheme.frequency,
    );
    for (const rival of rivals) {
      const key = period.replace(/..$/, overlapping);
      await expect(open(key, rival)).rejects.toMatchObject({
        code: 'conflict',
        body: { detail: expect.stringContaining(`The period ${period} of the scheme ${name}`) },
      });
    }
  });
});

test('a sheet that names the eighth benefit needs no word about its scheme, and the program without it knows neither', async () => {
  const sheet = 'child,benefit\na,SPORT_2\nb,Turnen\n';
  expect(JSON.parse((await cli(['tally', '-'], sheet)).out)).toMatchObject({
    scheme: schemeId(MADE_UP),
    counts: { SPORT_2: { pupils: 2, consultations: 2 } },
  });
  expect((await run(['tally', '-'], {}, sheet)).code).toBe(1);
  const named = await run(['tally', '-', '--scheme', schemeId(MADE_UP)], {}, sheet);
  expect([named.code, named.err]).toEqual([2, expect.stringContaining('Dieses Schema gibt es nicht')]);
});
