/** The rule `erase`: after a correction the old numbers are in no table, and only number and time of the revision stay. */
import {
  furnish,
  OPEN_PERIOD,
  SCHOOLS,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
} from '../setup/app.ts';
import { placeOf, put, reportWith, rows } from './scene.ts';
import { rowsAsText } from './traces.ts';

let kanon: TestApp;
let reporter: Signed;
beforeAll(async () => {
  kanon = await startApp();
  // Without a roll no number of pupils is too large.
  await furnish(
    kanon,
    SCHOOLS.map((school) => ({ ...school, roll: null })),
  );
  reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
});
afterAll(() => kanon.close());

/** Numbers that stand nowhere else in the database. */
const OLD = ['81', '82'].map((end) => Number(`72104${end}`));
const NEW = ['91', '92'].map((end) => Number(`72104${end}`));
const reportOf = ([first = 0, second = 0]: readonly number[]) =>
  reportWith(
    { pupils: first - 1000, consultations: first },
    { pupils: second - 1000, consultations: second },
  );

/** Every relation that holds one of the numbers, in any column of any type. */
const whereabouts = async (numbers: readonly number[]): Promise<string[]> => {
  const found = [];
  for (const { table, text } of await rowsAsText(kanon.database.superUrl))
    if (numbers.some((number) => text.includes(String(number)) || text.includes(String(number - 1000))))
      found.push(table);
  return found;
};

test('a correction leaves the old numbers in no table, and of the old revision its number and its time', async () => {
  const first = await put(kanon, reporter, placeOf(), reportOf(OLD));
  expect(await whereabouts(OLD)).toEqual(['public.report_2026']); // so the search finds what is there
  const second = await put(kanon, reporter, placeOf(), reportOf(NEW));
  expect([first.status, second.status, second.body.outcome]).toEqual([201, 200, 'stored']);

  expect(await whereabouts(OLD)).toEqual([]);
  expect(await whereabouts(NEW)).toEqual(['public.report_2026']);
  expect(await rows(kanon, 'SELECT * FROM report_revision ORDER BY number')).toEqual(
    [first, second].map(({ body }) => ({
      tenant: '05',
      period: OPEN_PERIOD,
      school: '990001',
      number: body.revisionNumber,
      reported_at: new Date(body.reportedAt),
    })),
  );
});

test('nor is the old revision’s random id kept anywhere, by which the old answer could be told', async () => {
  const before = await put(kanon, reporter, placeOf(), reportOf(OLD));
  await put(kanon, reporter, placeOf(), reportOf(NEW));
  for (const { text } of await rowsAsText(kanon.database.superUrl))
    expect(text).not.toContain(before.body.revision);
});

test('nor do the statistics of the query planner keep the old numbers', async () => {
  await put(kanon, reporter, placeOf(), reportOf(OLD));
  await rows(kanon, 'ANALYZE');
  await put(kanon, reporter, placeOf(), reportOf(NEW));
  expect(await whereabouts(OLD)).toEqual([]);
});
