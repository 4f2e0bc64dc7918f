/** Closures, mergers, dry runs and what a frozen period does not see of them, on a real database. */
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../src/foundation/problem-shape.ts';
import { IMPORT_CODES } from '../../src/reference/import-faults.ts';
import { ImportLists } from '../../src/reference/import-lists.ts';
import { asSuperuser } from '../../src/embedded/postgres.ts';
import { OPEN_PERIOD, call, furnish, signedIn, startApp, type TestApp, freeze } from '../setup/app.ts';
import { listOf, manySchools, schoolLine, SCHOOL_HEADER } from './lists.ts';

let kanon: TestApp;
let lists: ImportLists;
beforeEach(async () => {
  kanon = await startApp();
  lists = kanon.app.get(ImportLists);
});
afterEach(() => kanon.close());

const rows = (text: string): Promise<Record<string, unknown>[]> =>
  asSuperuser(kanon.database.superUrl, async (client) => (await client.query(text)).rows);
const known = () =>
  rows(`SELECT number, name, type, region, valid_to::text AS until FROM school ORDER BY number`);
const untils = async () => Object.fromEntries((await known()).map(({ number, until }) => [number, until]));

/** Rules and places that this is refused for. */
const toldOf = async (work: Promise<unknown>): Promise<string[]> => {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Problem)) throw new Error('this was not refused', { cause: outcome });
  return (outcome.body.findings ?? []).map(({ rule, pointer }) => `${rule}@${pointer}`);
};

const SCHOOLS_WITH_HISTORY =
  'schulnummer,schulform,bezeichnung,ags,kreis_key,schueler_gerundet5,valid_to,successor';
/** Such as `990001`, ended on that day, with these successors. */
const ended = (number: string, until = '', successor = ''): string =>
  `${number},Grundschule,Erfunden,05111000,05111,400,${until},${successor}`;

const REGIONS_WITH_HISTORY = 'ags;name;typ;gueltig_bis;nachfolger';

describe('a dry run', () => {
  test('gives the summary of the import that follows, stores nothing, and its one entry says what it was', async () => {
    await lists.schools(kanon.admin, listOf(SCHOOL_HEADER, ...manySchools(10)));
    const list = listOf(
      SCHOOLS_WITH_HISTORY,
      ...manySchools(9).map((line, n) =>
        ended(line.slice(0, 6), n === 0 ? '2026-07-31' : '', n === 0 ? '990001' : ''),
      ),
      ended('990001'),
    );
    const options = { closesMissing: '2026-07-31' };
    const before = await known();
    const summary = await lists.schools(kanon.admin, list, { ...options, dryRun: true });
    expect(summary).toMatchObject({ read: 10, added: 1, updated: 9, unchanged: 0, closed: 1 });
    expect(await known()).toEqual(before);
    expect(await rows('SELECT FROM school_succession')).toEqual([]);
    expect(await lists.schools(kanon.admin, list, options)).toEqual(summary);
    expect(await rows('SELECT FROM school_succession')).toHaveLength(1);
    expect(
      await rows(`SELECT dry_run, decision FROM access_entry WHERE action = 'reference.import' ORDER BY at`),
    ).toEqual([
      { dry_run: false, decision: 'allowed' },
      { dry_run: true, decision: 'allowed' },
      { dry_run: false, decision: 'allowed' },
    ]);
  });

  test('refuses what the import would refuse, and that stands in the log as a dry run too', async () => {
    const list = listOf(REGIONS_WITH_HISTORY, '05999001;A;Stadt;;', '05158004;A;Stadt;;05158008');
    const told = ['county-unknown@/2/ags', 'successor-open@/3/successor'];
    expect(await toldOf(lists.regions(kanon.admin, list, { dryRun: true }))).toEqual(told);
    expect(await toldOf(lists.regions(kanon.admin, list))).toEqual(told);
    expect(await rows(`SELECT dry_run, decision FROM access_entry ORDER BY at`)).toEqual([
      { dry_run: true, decision: 'refused' },
      { dry_run: false, decision: 'refused' },
    ]);
  });
});

describe('what the list does not name', () => {
  const name = (...numbers: string[]) =>
    listOf(SCHOOLS_WITH_HISTORY, ...numbers.map((number) => ended(number)));
  const TEN = Array.from({ length: 10 }, (_, n) => String(990_000 + n));

  beforeEach(() => lists.schools(kanon.admin, name(...TEN)));

  test('ends with the day that is asked for: 2 of 10, and once', async () => {
    const list = name(...TEN.slice(2));
    const options = { closesMissing: '2026-07-31' };
    expect(await lists.schools(kanon.admin, list, options)).toMatchObject({ unchanged: 8, closed: 2 });
    expect(await untils()).toMatchObject({ '990000': '2026-07-31', '990001': '2026-07-31', '990002': null });
    expect(await lists.schools(kanon.admin, list, options)).toMatchObject({ unchanged: 8, closed: 0 });
  });

  test('stays as it is where it had ended by that day, or begins after it', async () => {
    await lists.schools(
      kanon.admin,
      listOf(
        'schulnummer,schulform,bezeichnung,ags,kreis_key,schueler_gerundet5,valid_from,valid_to',
        '990000,Grundschule,Erfunden,05111000,05111,400,,2026-07-31',
        '990001,Grundschule,Erfunden,05111000,05111,400,2026-08-01,',
      ),
    );
    const options = { closesMissing: '31.07.2026' };
    expect(await lists.schools(kanon.admin, name(...TEN.slice(2)), options)).toMatchObject({ closed: 0 });
    expect(await untils()).toMatchObject({ '990000': '2026-07-31', '990001': null });
  });

  test('is more than a fifth of the known: refused, unless it is forced', async () => {
    const list = name(...TEN.slice(3));
    const options = { closesMissing: '2026-07-31' };
    expect(await toldOf(lists.schools(kanon.admin, list, options))).toEqual(['closes-too-many@']);
    expect(new Set(Object.values(await untils()))).toEqual(new Set([null]));
    expect(await lists.schools(kanon.admin, list, { ...options, force: true })).toMatchObject({ closed: 3 });
  });

  test('counts against what is valid: schools that ended long ago make no room for more', async () => {
    const gone = Array.from({ length: 50 }, (_, n) => ended(String(980_000 + n), '2020-07-31'));
    await lists.schools(kanon.admin, listOf(SCHOOLS_WITH_HISTORY, ...gone));
    const told = await toldOf(
      lists.schools(kanon.admin, name(...TEN.slice(3)), { closesMissing: '2026-07-31' }),
    );
    expect(told).toEqual(['closes-too-many@']);
  });

  test('among regions is a municipality, never a county, a district or the Land', async () => {
    const five = ['05158004', '05158008', '05158012', '05158016', '05158020'];
    const lines = five.map((key) => `${key};Erfunden;Stadt`);
    await lists.regions(kanon.admin, listOf('ags;name;typ', ...lines));
    const fewer = listOf('ags;name;typ', ...lines.slice(1));
    expect(await lists.regions(kanon.admin, fewer, { closesMissing: '2026-07-31' })).toMatchObject({
      closed: 1,
    });
    expect(await rows('SELECT key FROM region WHERE valid_to IS NOT NULL')).toEqual([{ key: '05158004' }]);
  });

  test.each(['2026-02-30', 'gestern', ''])('is not closed on %j, which is no day', async (closesMissing) => {
    const told = await toldOf(lists.schools(kanon.admin, name(...TEN), { closesMissing, dryRun: true }));
    expect(told).toEqual(['closing-day@']);
  });
});

describe('successors', () => {
  test('of schools are stored, shown, changed and withdrawn by the list', async () => {
    const list = (...cells: string[]) =>
      listOf(SCHOOLS_WITH_HISTORY, ended('990001', '2026-07-31', ...cells), ended('990002'), ended('990003'));
    const shown = async () => {
      // A public list is kept for a second.
      await pause(1_100);
      const { body } = await call(kanon, 'GET', '/v1/schools?region=05111');
      return body.schools.map((school: { successors: string[] }) => school.successors);
    };
    expect(await lists.schools(kanon.admin, list('990003 990002'))).toMatchObject({ added: 3 });
    expect(await shown()).toEqual([['990002', '990003'], [], []]);
    expect(await lists.schools(kanon.admin, list('990002 990003'))).toMatchObject({ unchanged: 3 });
    expect(await lists.schools(kanon.admin, list('990002'))).toMatchObject({ updated: 1, unchanged: 2 });
    expect(await shown()).toEqual([['990002'], [], []]);
    await lists.schools(kanon.admin, listOf(SCHOOL_HEADER, schoolLine('990001', '05111000')));
    expect(await shown()).toEqual([['990002'], [], []]);
    expect(await lists.schools(kanon.admin, list(''))).toMatchObject({ updated: 1, unchanged: 2 });
    expect(await shown()).toEqual([[], [], []]);
  });

  test('of a municipality are shown with it', async () => {
    await lists.regions(
      kanon.admin,
      listOf(REGIONS_WITH_HISTORY, '05158004;Alt;Stadt;31.12.2026;05158008', '05158008;Neu;Stadt;;'),
    );
    expect((await call(kanon, 'GET', '/v1/regions/05158004')).body).toMatchObject({
      validTo: '2026-12-31',
      successors: ['05158008'],
    });
    expect((await call(kanon, 'GET', '/v1/regions/05158008')).body.successors).toEqual([]);
  });

  test('that are nowhere, and circles, are refused by their lines; what is stored counts', async () => {
    const end = '2026-07-31';
    await lists.schools(
      kanon.admin,
      listOf(SCHOOLS_WITH_HISTORY, ended('990001', end, '990002'), ended('990002', end)),
    );
    const list = listOf(
      SCHOOLS_WITH_HISTORY,
      ended('990002', end, '990003'),
      ended('990003', end, '990001'),
      ended('990004', end, '990009'),
      ended('990005', end, '990005'),
      ended('990006', end, '990002'),
    );
    expect(await toldOf(lists.schools(kanon.admin, list))).toEqual([
      'successor-circle@/2/successor',
      'successor-circle@/3/successor',
      'successor-unknown@/4/successor',
      'successor-circle@/5/successor',
      'successor-circle@/6/successor',
    ]);
    expect(await rows('SELECT school, successor FROM school_succession')).toEqual([
      { school: '990001', successor: '990002' },
    ]);
  });
});

test.each([
  ['another type', { type: 'Gymnasium' }],
  ['another region', { county: '05112' }],
  ['an end before the period', { to: '2025-12-31' }],
  ['a beginning after it', { from: '2026-04-01' }],
])('%s of its school waits for no frozen period and changes nothing in it', async (_, changed) => {
  const {
    type = 'Grundschule',
    county = '05111',
    from = '2000-08-01',
    to = '',
  } = changed as Record<string, string>;
  await furnish(kanon);
  const officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
  const { token } = officer;
  expect((await freeze(kanon, OPEN_PERIOD, token)).status).toBe(200);
  const line = `990001,${type},Erfunden neu,,${county},500,${from},${to}`;
  const list = listOf(
    'schulnummer,schulform,bezeichnung,ags,kreis_key,schueler_gerundet5,valid_from,valid_to',
    line,
  );
  expect(await lists.schools(kanon.admin, list)).toMatchObject({ updated: 1 });
  expect(
    await rows(
      `SELECT region, type, roll, kind FROM period_school WHERE period = '${OPEN_PERIOD}' AND school = '990001'`,
    ),
  ).toEqual([{ region: '05111', type: 'Grundschule', roll: 400, kind: 'FUNDED' }]);
  const { body } = await call(kanon, 'GET', `/v1/regions/05/completeness/${OPEN_PERIOD}`, { token });
  expect(body.counties[0]).toMatchObject({ region: '05111', expected: 2, missing: 2, vacant: 0 });
});

test('the caller hears how far it is: read, checked, and stored row by row of what changes', async () => {
  const heard: string[] = [];
  const progress = (stage: string, done: number, of: number) => void heard.push(`${stage} ${done}/${of}`);
  await lists.schools(kanon.admin, listOf(SCHOOL_HEADER, ...manySchools(12_000)), { progress });
  expect(heard).toEqual([
    'read 12000/12000',
    'checked 12000/12000',
    'stored 5000/12000',
    'stored 10000/12000',
    'stored 12000/12000',
  ]);
  heard.length = 0;
  await lists.schools(kanon.admin, listOf(SCHOOL_HEADER, ...manySchools(3)), { progress, dryRun: true });
  expect(heard).toEqual(['read 3/3', 'checked 3/3']);
});

test('every line of a list is in one count of the summary', async () => {
  await furnish(kanon);
  const summary = await lists.schools(
    kanon.admin,
    listOf(
      'schulnummer,schulform,bezeichnung,ags,kreis_key,schueler_gerundet5',
      '990001,Gymnasium,Erfunden,,05111,400',
      '990002,Gymnasium,Erfundene Gymnasium 990002,,05111,400',
      '990003,Grundschule,Anders,,05112,400',
      '990010,Grundschule,Erfunden,,05112,400',
      '990011,Grundschule,Erfunden,,09111,400',
    ),
  );
  expect(summary).toEqual({
    read: 5,
    added: 1,
    updated: 2,
    unchanged: 1,
    closed: 0,
    ignored: 1,
    withoutMunicipality: 4,
    notes: [],
  });
});

test('each code stands once in the table of codes, with a sentence in both languages', () => {
  const codes = IMPORT_CODES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(['closes-too-many', 'successor-circle']));
  for (const { code, reason } of IMPORT_CODES)
    expect([code, /\S\.$/.test(reason.de), /\S\.$/.test(reason.en)]).toEqual([code, true, true]);
});
