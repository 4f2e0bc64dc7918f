/**
 * How Kanon stands to OWASP ASVS 5.0: docs/asvs.json holds each item of levels 1 and 2 once, names only what is there, and
 * docs/security.md says the same.
 */
import { existsSync } from 'node:fs';
import { between, pathOf, readDoc } from './markdown.ts';
import { type Item, type Standing, expectedLevels, faultsOf, openRows, summaryRows } from './asvs.ts';

const standing = JSON.parse(await readDoc('docs/asvs.json')) as Standing;
const page = await readDoc('docs/security.md');
const exists = (name: string): boolean => existsSync(pathOf(name));

/** Tables are compared without their padding. */
const plain = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .join('|'),
    );
const tableIn = (mark: string): string[] => plain(between(page, `<!-- ${mark} -->`, `<!-- /${mark} -->`));

test('the standard has 70, 183 and 92 items', () => {
  const count = (level: number): number => [...expectedLevels.values()].filter((one) => one === level).length;
  expect([1, 2, 3].map(count)).toEqual([70, 183, 92]);
});

test('each item of levels 1 and 2 stands once, with what is there', () => {
  expect(faultsOf(standing, exists)).toEqual([]);
  expect(standing.items).toHaveLength(253);
});

test('the page counts and lists what the file holds', () => {
  expect(tableIn('asvs-summary').slice(1)).toEqual(plain(summaryRows(standing).join('\n')));
  expect(tableIn('asvs-open').slice(1)).toEqual(plain(openRows(standing).join('\n')));
});

test('the sections that the file sends readers to are there', () => {
  for (const heading of ['What the operator does', 'Ways in', 'Sessions', 'Packages of others'])
    expect(page).toContain(`\n## ${heading}\n`);
});

/** Each breaks one thing, and what the check must say of it. */
const BREAKS: readonly [string, (items: Item[]) => Item[], RegExp][] = [
  ['an item is missing', (items) => items.slice(1), /^1\.1\.1 is missing$/],
  ['an item stands twice', (items) => [...items, items[0]!], /^1\.1\.1 stands twice$/],
  ['an item of level 3 is there', (items) => [...items, { ...items[0]!, id: '1.2.10' }], /^1\.2\.10 is none/],
  ['a level is wrong', ([first, ...rest]) => [{ ...first!, level: 1 }, ...rest], /^1\.1\.1 is of level 2$/],
  [
    'a file is gone',
    ([first, ...rest]) => [{ ...first!, tests: ['test/gone.test.ts'] }, ...rest],
    /test\/gone/,
  ],
  [
    'a test is not named',
    ([first, ...rest]) => [{ ...first!, tests: [] }, ...rest],
    /^1\.1\.1 names no test$/,
  ],
  [
    'a test is none',
    ([first, ...rest]) => [{ ...first!, tests: ['README.md'] }, ...rest],
    /^1\.1\.1 names no test$/,
  ],
  [
    'no reason is given',
    ([first, ...rest]) => [bare(first!, 'not-applicable'), ...rest],
    /^1\.1\.1 has no why$/,
  ],
  ['no date is given', ([first, ...rest]) => [bare(first!, 'open', 'so'), ...rest], /^1\.1\.1 has no until$/],
];

const bare = ({ id, level, what }: Item, state: Item['state'], why?: string): Item => ({
  id,
  level,
  what,
  state,
  ...(why === undefined ? {} : { why }),
});

test.each(BREAKS)('it is noticed where %s', (_, spoil, said) => {
  const faults = faultsOf({ ...standing, items: spoil([...standing.items]) }, exists);
  expect(faults).toEqual([expect.stringMatching(said)]);
});

test('it is noticed where the page counts another number', () => {
  const [first, ...rest] = standing.items;
  const other = { ...standing, items: [bare(first!, 'open', 'so'), ...rest] };
  expect(summaryRows(other)).not.toEqual(summaryRows(standing));
  expect(openRows(other)).toHaveLength(openRows(standing).length + 1);
});
