/** Importing on a real database: all or nothing, twice is once, and on record either way. */
import { Problem } from '../../src/foundation/problem-shape.ts';
import { asSuperuser } from '../../src/embedded/postgres.ts';
import { ImportLists } from '../../src/reference/import-lists.ts';
import { readFile } from 'node:fs/promises';
import { startApp, type TestApp } from '../setup/app.ts';
import { describeWithShared } from '../setup/shared.ts';
import { REGION_HEADER, SCHOOL_HEADER, listOf, manySchools, regionLine, schoolLine } from './lists.ts';

let kanon: TestApp;
let lists: ImportLists;
beforeEach(async () => {
  kanon = await startApp();
  lists = kanon.app.get(ImportLists);
});
afterEach(() => kanon.close());

const rows = (text: string): Promise<Record<string, unknown>[]> =>
  asSuperuser(kanon.database.superUrl, async (client) => (await client.query(text)).rows);
const count = async (table: string): Promise<number> =>
  Number((await rows(`SELECT count(*) AS n FROM ${table}`))[0]?.['n']);
const entries = () =>
  rows(`SELECT system, role, decision, rules FROM access_entry WHERE action = 'reference.import'`);

/** The problem that this ends in. */
const refusal = async (work: Promise<unknown>): Promise<Problem> => {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Problem)) throw new Error('this was not refused', { cause: outcome });
  return outcome;
};

describe('an import', () => {
  test('adds, updates what changed, and leaves the rest untouched', async () => {
    const first = listOf(SCHOOL_HEADER, schoolLine('990001', '05111000'), schoolLine('990002', '05112000'));
    expect(await lists.schools(kanon.admin, first)).toMatchObject({
      read: 2,
      added: 2,
      updated: 0,
      unchanged: 0,
    });
    const before = await rows('SELECT number, xmin FROM school ORDER BY number');
    expect(await lists.schools(kanon.admin, first)).toMatchObject({
      read: 2,
      added: 0,
      updated: 0,
      unchanged: 2,
    });
    expect(await rows('SELECT number, xmin FROM school ORDER BY number')).toEqual(before);

    const next = listOf(
      SCHOOL_HEADER,
      schoolLine('990001', '05111000'),
      schoolLine('990002', '05112000', ''),
    );
    expect(await lists.schools(kanon.admin, next)).toMatchObject({
      read: 2,
      added: 0,
      updated: 1,
      unchanged: 1,
    });
    expect(await rows('SELECT number, roll FROM school ORDER BY number')).toEqual([
      { number: '990001', roll: 400 },
      { number: '990002', roll: null },
    ]);
    const allowed = { system: 'test', role: 'admin', decision: 'allowed', rules: [] };
    expect(await entries()).toEqual([allowed, allowed, allowed]);
  });

  test('leaves schools that the list does not name as they are', async () => {
    await lists.schools(kanon.admin, listOf(SCHOOL_HEADER, schoolLine('990001', '05111000')));
    await lists.schools(kanon.admin, listOf(SCHOOL_HEADER, schoolLine('990002', '05111000')));
    expect(await count('school')).toBe(2);
  });

  test('moves a school into its municipality once that is known, and says how many have none', async () => {
    const schools = listOf(SCHOOL_HEADER, schoolLine('990001', '05158004'), schoolLine('990002', '05158008'));
    expect(await lists.schools(kanon.admin, schools)).toMatchObject({ added: 2, withoutMunicipality: 2 });
    await lists.regions(kanon.admin, listOf(REGION_HEADER, regionLine('05158004')));
    expect(await lists.schools(kanon.admin, schools)).toMatchObject({
      updated: 1,
      unchanged: 1,
      withoutMunicipality: 1,
    });
    expect(await rows('SELECT region FROM school ORDER BY number')).toEqual([
      { region: '05158004' },
      { region: '05158' },
    ]);
  });

  test('makes a municipality as old as its county and keeps the dates that a list does not carry', async () => {
    await lists.regions(kanon.admin, listOf(REGION_HEADER, regionLine('05158004')));
    const dates = () =>
      rows(`SELECT name, parent, valid_from::text, valid_to::text FROM region WHERE key = '05158004'`);
    expect(await dates()).toEqual([
      { name: 'Erfunden 05158004', parent: '05158', valid_from: '1975-01-01', valid_to: null },
    ]);
    await lists.regions(
      kanon.admin,
      listOf('ags;name;typ;gueltig_ab;gueltig_bis', '05158004;Neu;Stadt;01.01.2000;31.12.2030'),
    );
    await lists.regions(kanon.admin, listOf(REGION_HEADER, regionLine('05158004')));
    expect(await dates()).toEqual([
      { name: 'Erfunden 05158004', parent: '05158', valid_from: '2000-01-01', valid_to: '2030-12-31' },
    ]);
  });

  test('with one bad line in 5,000 stores nothing, and its refusal stands in the log by rule', async () => {
    const lines = manySchools(5000);
    lines[4321] = lines[4321]!.replace(',400,', ',vierhundert,');
    const problem = await refusal(lists.schools(kanon.admin, listOf(SCHOOL_HEADER, ...lines)));
    expect([problem.status, problem.code]).toEqual([422, 'import-refused']);
    expect(problem.body.findings).toEqual([
      {
        rule: 'roll',
        pointer: '/4323/schueler_gerundet5',
        reason: {
          de: 'Zeile 4323, Spalte schueler_gerundet5: Hier wird eine ganze Zahl von 0 bis 99999 erwartet, oder nichts.',
          en: 'Line 4323, column schueler_gerundet5: A whole number from 0 to 99999 belongs here, or nothing.',
        },
      },
    ]);
    expect(await count('school')).toBe(0);
    expect(await entries()).toEqual([
      { system: 'test', role: 'admin', decision: 'refused', rules: ['roll'] },
    ]);
  });

  test('tells what only the database knows together with what the file shows', async () => {
    const list = listOf(
      REGION_HEADER,
      regionLine('05999001'),
      regionLine('05158004', ''),
      regionLine('05158008'),
    );
    const problem = await refusal(lists.regions(kanon.admin, list));
    expect(problem.body.findings?.map(({ rule, pointer }) => `${rule}@${pointer}`)).toEqual([
      'county-unknown@/2/ags',
      'text-empty@/3/name',
    ]);
    expect(await rows('SELECT key FROM region WHERE length(key) = 8')).toEqual([]);
    expect(await entries()).toEqual([
      { system: 'test', role: 'admin', decision: 'refused', rules: ['county-unknown', 'text-empty'] },
    ]);
  });

  test('is for administrators only', async () => {
    const reporter = { ...kanon.admin, role: 'reporter' } as const;
    const problem = await refusal(
      lists.schools(reporter, listOf(SCHOOL_HEADER, schoolLine('990001', '05111000'))),
    );
    expect([problem.code, await count('school')]).toEqual(['not-allowed', 0]);
  });

  test('waits for another one: of two at once, one adds and the other finds all unchanged', async () => {
    const list = listOf(SCHOOL_HEADER, ...manySchools(300));
    const both = await Promise.all([lists.schools(kanon.admin, list), lists.schools(kanon.admin, list)]);
    expect(both.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, 300]);
    expect(both.map(({ unchanged }) => unchanged).sort((a, b) => a - b)).toEqual([0, 300]);
  });
});

describeWithShared(
  ['reference/nrw_gemeinden.csv', 'reference/nrw_schulen_2024-25.csv'],
  'the published lists',
  ([gemeinden, schulen]) => {
    test('are imported whole, and a second time change nothing', async () => {
      const [regions, schools] = await Promise.all([readFile(gemeinden!), readFile(schulen!)]);
      expect(await lists.regions(kanon.admin, regions)).toMatchObject({ read: 396, added: 396 });
      const first = await lists.schools(kanon.admin, schools);
      expect(first).toEqual({
        read: 5407,
        added: 5407,
        updated: 0,
        unchanged: 0,
        closed: 0,
        ignored: 0,
        withoutMunicipality: 0,
        notes: [],
      });
      expect(await lists.regions(kanon.admin, regions)).toMatchObject({ read: 396, unchanged: 396 });
      expect(await lists.schools(kanon.admin, schools)).toMatchObject({ read: 5407, unchanged: 5407 });
      const [example] = await rows(`SELECT name, type, region, roll FROM school WHERE number = '100011'`);
      expect(example).toEqual({
        name: 'Städt. Gesamtschule Schule d. Sekundarstufe I u. II',
        type: 'Gesamtschule',
        region: '05158008',
        roll: 910,
      });
    });
  },
);
