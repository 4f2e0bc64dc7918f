/** Closures, mergers, dry runs and what a frozen period holds back, on a real database. */
import { Problem } from '../../src/foundation/problem.ts';
import { IMPORT_CODES, conflictFinding } from '../../src/reference/import-faults.ts';
import { ImportLists } from '../../src/reference/import-lists.ts';
import { asSuperuser } from '../../src/operations/embedded-postgres.ts';
import { OPEN_PERIOD, call, furnish, startApp, type TestApp } from '../setup/app.ts';
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
    const shown = async () =>
      (await call(kanon, 'GET', '/v1/schools?region=05111')).body.schools.map(
        (school: { successors: string[] }) => school.successors,
      );
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

describe('a frozen period', () => {
  const PERIOD_SCHOOLS = ['990001', '990002', '990003', '990004'];
  const freeze = (state = 'frozen') =>
    rows(`UPDATE period SET state = '${state}', frozen_at = now(), frozen_by = gen_random_uuid(),
            frozen_person = gen_random_uuid(),
            release_asked_at = CASE WHEN '${state}' = 'released' THEN now() END,
            release_asked_by = CASE WHEN '${state}' = 'released' THEN gen_random_uuid() END,
            release_asked_person = CASE WHEN '${state}' = 'released' THEN gen_random_uuid() END
          WHERE key = '${OPEN_PERIOD}'`);
  const report = (school: string) =>
    rows(`INSERT INTO report VALUES ('05', '${OPEN_PERIOD}', '${school}', 'but-counselling/1', 1, 5, '{}', '{}', '{}',
            '{AUSFLUG}', '{}', gen_random_uuid(), 1, now(), gen_random_uuid())`);
  /** The school 990001 of the scene as a line, with what is changed. */
  const line = ({ type = 'Grundschule', county = '05111', from = '2000-08-01', to = '' }) =>
    listOf(
      'schulnummer,schulform,bezeichnung,ags,kreis_key,schueler_gerundet5,valid_from,valid_to',
      `990001,${type},Erfunden neu,,${county},500,${from},${to}`,
    );
  const CONFLICT = { code: 'period-frozen', line: 2, key: '990001' };

  beforeEach(() => furnish(kanon));

  test.each([
    ['another type', { type: 'Gymnasium' }],
    ['another region', { county: '05112' }],
    ['an end before it', { to: '2025-12-31' }],
    ['a beginning after it', { from: '2026-04-01' }],
  ])('holds back %s of its school; once it is released, that is stored', async (_, changed) => {
    await freeze();
    const before = await known();
    expect(await lists.schools(kanon.admin, line(changed))).toMatchObject({
      updated: 0,
      conflicts: [CONFLICT],
    });
    expect(await known()).toEqual(before);
    await freeze('released');
    expect(await lists.schools(kanon.admin, line(changed))).toMatchObject({ updated: 1, conflicts: [] });
  });

  test.each([
    ['another name and roll', {}],
    ['an end within it', { to: '2026-03-31' }],
    ['a later beginning that is not after it', { from: '2026-03-31' }],
  ])('lets %s through: it reads none of that', async (_, changed) => {
    await freeze();
    expect(await lists.schools(kanon.admin, line(changed))).toMatchObject({ updated: 1, conflicts: [] });
  });

  test('holds back nothing while it is open', async () => {
    expect(await lists.schools(kanon.admin, line({ type: 'Gymnasium' }))).toMatchObject({ updated: 1 });
  });

  test('holds back a school that reported in it and ended before it since', async () => {
    await report('990001');
    expect(await lists.schools(kanon.admin, line({ to: '2025-12-31' }))).toMatchObject({ updated: 1 });
    await freeze();
    const next = line({ to: '2025-12-31', type: 'Gymnasium' });
    expect(await lists.schools(kanon.admin, next)).toMatchObject({ conflicts: [CONFLICT] });
  });

  test('leaves the line out with its successor, and lets the others through', async () => {
    await freeze();
    const list = listOf(
      SCHOOLS_WITH_HISTORY,
      ended('990001', '2025-12-31', '990002'),
      ended('990006', '2025-12-31', '990002'),
    );
    const summary = await lists.schools(kanon.admin, list);
    expect(summary).toMatchObject({ read: 2, added: 1, updated: 0, unchanged: 0, conflicts: [CONFLICT] });
    expect(await rows('SELECT school FROM school_succession')).toEqual([{ school: '990006' }]);
  });

  test('keeps its missing schools open, by key, where closing would take them out of it', async () => {
    await freeze();
    const list = listOf(SCHOOLS_WITH_HISTORY, ...PERIOD_SCHOOLS.slice(1).map((number) => ended(number)));
    const missing = { code: 'period-frozen', line: 0, key: '990001' };
    expect(
      await lists.schools(kanon.admin, list, { closesMissing: '2025-12-31', force: true, dryRun: true }),
    ).toMatchObject({ closed: 0, conflicts: expect.arrayContaining([missing]) });
    expect(
      await lists.schools(kanon.admin, list, { closesMissing: '2026-07-31', force: true, dryRun: true }),
    ).toMatchObject({ closed: 1 });
    expect(conflictFinding(missing as never)).toMatchObject({ rule: 'period-frozen', pointer: '' });
  });

  test('cannot come between the look at it and what is stored after', async () => {
    await asSuperuser(kanon.database.superUrl, async (client) => {
      await client.query('BEGIN');
      await client.query(
        `SELECT set_config('kanon.tenant', '05', true), set_config('kanon.role', 'admin', true), set_config('role', 'kanon_app', true)`,
      );
      await client.query('SELECT * FROM hold_frozen_periods()');
      await expect(rows(`SET lock_timeout = 50; UPDATE period SET state = 'frozen'`)).rejects.toMatchObject({
        code: '55P03',
      });
      await client.query('ROLLBACK');
    });
  });

  test.each(['reporter', 'coordinator', 'district', 'disclosure-officer', ''])(
    'is told with its reporters to an import alone, not to %j',
    async (role) => {
      await report('990001');
      await freeze();
      const seen = await asSuperuser(kanon.database.superUrl, async (client) => {
        await client.query('BEGIN');
        await client.query(
          `SELECT set_config('kanon.tenant', '05', true), set_config('kanon.role', $1, true), set_config('role', 'kanon_app', true)`,
          [role],
        );
        return (await client.query('SELECT * FROM hold_frozen_periods()')).rows;
      });
      expect(seen).toEqual([]);
    },
  );
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
  await rows(
    `UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = gen_random_uuid(), frozen_person = gen_random_uuid()`,
  );
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
    updated: 1,
    unchanged: 1,
    closed: 0,
    ignored: 1,
    conflicts: [{ code: 'period-frozen', line: 2, key: '990001' }],
    withoutMunicipality: 4,
    notes: [],
  });
});

test('each code stands once in the table of codes, with a sentence in both languages', () => {
  const codes = IMPORT_CODES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(['closes-too-many', 'successor-circle', 'period-frozen']));
  for (const { code, kind, reason } of IMPORT_CODES)
    expect([code, kind === 'conflict', /\S\.$/.test(reason.de), /\S\.$/.test(reason.en)]).toEqual([
      code,
      code === 'period-frozen',
      true,
      true,
    ]);
});
