/** What a scheme says holds: how benefits are spelled is one pattern in rules and database, and a scheme is collected only while it is in force. */
import fc from 'fast-check';
import { Reference } from '../../src/reference/reference.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import { BUT_COUNSELLING_1, type Scheme } from '../../src/rules/scheme.ts';
import { BENEFIT_PATTERN } from '../../src/rules/shape.ts';
import { rows } from '../collection/scene.ts';
import { startApp, type TestApp } from '../setup/app.ts';

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
});
