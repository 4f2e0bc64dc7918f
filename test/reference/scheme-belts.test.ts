/** What a scheme says holds: how benefits are spelled is one pattern in rules and database, a scheme is collected only while it is in force, and one consultation belongs to one scheme. */
import fc from 'fast-check';
import { Reference } from '../../src/reference/reference.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import type { Scheme } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { BUT_COUNSELLING_2 } from '../../src/rules/schemes/but-counselling-2.ts';
import { BUT_COUNSELLING_3 } from '../../src/rules/schemes/but-counselling-3.ts';
import { BENEFIT_PATTERN } from '../../src/rules/shape.ts';
import { rows } from '../collection/scene.ts';
import { call, REPORT, SCHOOLS, signedIn, startApp, type TestApp } from '../setup/app.ts';

let kanon: TestApp;
beforeAll(async () => {
  kanon = await startApp();
});
afterAll(() => kanon.close());

test('rules and database take the same codes for benefits', async () => {
  const seed = Date.now() % 2 ** 31;
  console.log(`seed ${seed}`);
  const sign = fc.constantFrom('A', 'Z', 'B', 'Q', '0', '9', '_', 'a', '-', 'é', ' ', 'ß');
  const codes = [
    'SPORT_2',
    'A'.repeat(32),
    'A'.repeat(33),
    '_A',
    '2A',
    '',
    'A\n',
    ...fc.sample(
      fc.array(sign, { maxLength: 34 }).map((signs) => signs.join('')),
      { seed, numRuns: 400 },
    ),
    ...fc.sample(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,33}$/), { seed, numRuns: 100 }),
  ];
  const stored = await rows(
    kanon,
    `SELECT is_partition(ARRAY[code], '{7}', '{7}', '{}', '{}') AS taken FROM unnest($1::text[]) WITH ORDINALITY AS c (code, at)
      ORDER BY at`,
    [codes],
  );
  const differing = codes.filter(
    (code, at) => BENEFIT_PATTERN.test(code) !== (stored[at]!['taken'] ?? false),
  );
  expect(differing).toEqual([]);
  // The control: both took some, and both refused some.
  expect(new Set(stored.map(({ taken }) => taken)).size).toBeGreaterThan(1);
});

describe('a period', () => {
  const open = (key: string, scheme: Scheme): Promise<void> =>
    kanon.app.get(Reference).openPeriod(kanon.admin, {
      key: key as PeriodKey,
      scheme,
      policy: 1,
      opensOn: '2089-01-01',
      closesOn: '2090-01-01',
    });
  const retired: Scheme = { ...BUT_COUNSELLING_1, validTo: '2044-12-31' };

  test.each([
    ['before the scheme is in force', '2025-Q4', BUT_COUNSELLING_1],
    ['after it ended', '2045-Q1', retired],
  ])('%s is not opened', async (_, key, scheme) => {
    await expect(open(key, scheme)).rejects.toMatchObject({ code: 'conflict' });
    expect(await rows(kanon, 'SELECT FROM period WHERE key = $1', [key])).toEqual([]);
  });

  test('whose first day is the first or the last in force is opened', async () => {
    await open('2026-Q2', { ...BUT_COUNSELLING_1, validFrom: '2026-04-01' });
    await open('2044-Q4', { ...BUT_COUNSELLING_1, validTo: '2044-10-01' });
  });

  test('of one of two schemes that count the same talks is opened, also where both are opened at once', async () => {
    for (const year of [2051, 2052, 2053, 2054]) {
      const both = await Promise.allSettled([
        open(`${year}-Q3`, BUT_COUNSELLING_1),
        open(`${year}-S2`, BUT_COUNSELLING_3),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await rows(kanon, 'SELECT FROM period WHERE key LIKE $1', [`${year}%`])).toHaveLength(1);
    }
  });

  test('beside one of another half-year is opened, whatever its scheme', async () => {
    await open('2061-S1', BUT_COUNSELLING_2);
    await open('2061-S2', BUT_COUNSELLING_3);
    await open('2062-Q1', BUT_COUNSELLING_1);
    await expect(open('2062-S1', BUT_COUNSELLING_2)).rejects.toMatchObject({
      code: 'conflict',
      body: { detail: expect.stringContaining('each consultation belongs to one scheme') },
    });
    await open('2062-S2', BUT_COUNSELLING_2);
  });

  test('whose scheme counts the same talks as one that takes no reports any more is not opened either', async () => {
    await open('2063-Q4', BUT_COUNSELLING_1);
    await rows(
      kanon,
      `UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = gen_random_uuid(),
      frozen_person = gen_random_uuid() WHERE key = '2063-Q4'`,
    );
    await expect(open('2063-S2', BUT_COUNSELLING_3)).rejects.toMatchObject({ code: 'conflict' });
  });
});

test('a report is refused where the scheme of its period is not in force', async () => {
  await kanon.app.get(Reference).putSchools(kanon.admin, SCHOOLS);
  // As a scheme whose days were changed after the period opened would leave it.
  await rows(
    kanon,
    `INSERT INTO period (tenant, key, scheme, policy, k, opens_on, closes_on)
    VALUES ('05', '2025-Q4', 'but-counselling/1', 1, 5, '2020-01-01', '2090-01-01')`,
  );
  const reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
  const answer = await call(kanon, 'PUT', '/v1/schools/990001/reports/2025-Q4', {
    token: reporter.token,
    body: JSON.stringify(REPORT),
  });
  expect([answer.status, answer.body.findings.map((one: any) => [one.rule, one.cause])]).toEqual([
    422,
    [['window', 'scheme-not-in-force']],
  ]);
  expect(await rows(kanon, `SELECT FROM report WHERE period = '2025-Q4'`)).toEqual([]);
});
