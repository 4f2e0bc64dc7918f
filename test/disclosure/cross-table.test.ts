/** The full cross of hierarchies: what is a cell, what adds up to it, and what is refused. */
import { crossTable, type CrossTable, type TableRules } from '../../src/disclosure/table/cross-table.ts';
import {
  thresholdRule,
  dominanceRule,
  minimumFrequencyRule,
  pPercentRule,
} from '../../src/disclosure/table/primary-rules.ts';
import { listAt, listCount, maySuppress, PRIMARY } from '../../src/disclosure/problem/problem.ts';
import { UnsoundTable, type TableRecord } from '../../src/disclosure/table/table-record.ts';
import { die } from './random-problem.ts';
import { withShared } from '../setup/shared.ts';
import { crossedTable } from './shared-tables.ts';

const RULES: TableRules = {
  primary: [thresholdRule(5)],
  zeros: 'published',
  attacker: 'ge1',
  objective: 'count',
};
const REGION = ['district', 'county'];

const record = (codes: string, value: number, contributor?: string): TableRecord => ({
  codes: codes.split(' '),
  value,
  ...(contributor === undefined ? {} : { contributor }),
});

/** Each cell by its codes. */
function byCodes({ problem, cells }: CrossTable): Map<string, number> {
  return new Map(Array.from(problem.values, (value, cell) => [cells.codes(cell).join(' '), value]));
}

const primaryOf = ({ problem, cells }: CrossTable): string[] =>
  [...problem.status.keys()]
    .filter((cell) => problem.status[cell] === PRIMARY)
    .map((cell) => cells.codes(cell).join(' '));

/** A plain second way to the same table: adds each record to every margin, and drops what has one part alone. */
function addedUp(dimensions: readonly string[][], records: readonly TableRecord[]): Map<string, number> {
  const cuts = dimensions.reduce<number[][]>(
    (found, columns) =>
      found.flatMap((cut) => [...columns.keys(), columns.length].map((level) => [...cut, level])),
    [[]],
  );
  const starts = dimensions.map((_, at) => dimensions.slice(0, at).flat().length);
  const at = (codes: readonly string[], cut: readonly number[]): string =>
    dimensions
      .flatMap((columns, d) =>
        columns.map((_, level) => (level < cut[d]! ? codes[starts[d]! + level]! : 'Total')),
      )
      .join(' ');
  const sums = new Map<string, number>();
  for (const cut of cuts)
    for (const { codes, value } of records) sums.set(at(codes, cut), (sums.get(at(codes, cut)) ?? 0) + value);
  for (const [d, columns] of dimensions.entries()) {
    // From the finest level up: a node with one node below is that node.
    for (let level = columns.length; level > 0; level--) {
      const parts = new Map<string, Set<string>>();
      const path = (codes: readonly string[], depth: number): string =>
        codes.slice(starts[d], starts[d]! + depth).join(' ');
      for (const { codes } of records) {
        const above = path(codes, level - 1);
        parts.set(above, (parts.get(above) ?? new Set()).add(path(codes, level)));
      }
      for (const key of sums.keys()) {
        const own = key.split(' ').slice(starts[d], starts[d]! + columns.length);
        const known = own.filter((code) => code !== 'Total').length;
        if (known === level - 1 && parts.get(own.slice(0, known).join(' '))?.size === 1) sums.delete(key);
      }
    }
  }
  return sums;
}

describe('a crossed table', () => {
  test('has every node of the hierarchy crossed with every category, totals too', () => {
    const table = crossTable(
      [REGION, ['cat']],
      [
        record('A a1 x', 7),
        record('A a2 x', 3),
        record('A a2 y', 0),
        record('B b1 x', 9),
        record('B b2 y', 6),
      ],
      RULES,
    );
    expect([...byCodes(table)].slice(0, 6)).toEqual([
      ['Total Total Total', 25],
      ['Total Total x', 19],
      ['Total Total y', 6],
      ['A Total Total', 10],
      ['A Total x', 10],
      ['A Total y', 0],
    ]);
    expect(table.problem.values).toHaveLength(7 * 3);
    expect(table.cells.columns).toEqual(['district', 'county', 'cat']);
    expect(primaryOf(table)).toEqual(['A a2 Total', 'A a2 x']);
    expect(table.problem.labels[5]).toBe('A/Total/y');
    // Three regions have parts, in each of three columns; one column has, in each of seven regions.
    expect(listCount(table.problem.relations)).toBe(3 * 3 + 7);
    expect(table.problem.relations.cell).toHaveLength(3 * (2 + 2 + 2 + 3) + 7 * 3);
    expect(table.problem.relations.start.at(-1)).toBe(table.problem.relations.cell.length);
    expect([table.problem.atMost.length, listCount(table.problem.together)]).toEqual([0, 0]);
  });

  test('counts a node with one child once, under the codes of the child', () => {
    const table = crossTable(
      [REGION, ['cat']],
      [record('A a1 x', 7), record('B b1 x', 2), record('B b2 x', 5)],
      RULES,
    );
    expect([...byCodes(table)]).toEqual([
      ['Total Total x', 14],
      ['A a1 x', 7],
      ['B Total x', 7],
      ['B b1 x', 2],
      ['B b2 x', 5],
    ]);
    const { relations } = table.problem;
    expect(Array.from({ length: listCount(relations) }, (_, at) => [...listAt(relations, at)])).toEqual([
      [0, 1, 2],
      [2, 3, 4],
    ]);
    expect([...relations.sign]).toEqual([-1, 1, 1, -1, 1, 1]);
  });

  test('of one record alone is one cell without relations', () => {
    const { problem, cells } = crossTable([REGION], [record('A a', 8)], RULES);
    expect([problem.values.length, listCount(problem.relations), cells.codes(0)]).toEqual([1, 0, ['A', 'a']]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'agrees with plain addition, and its relations hold, seed %i',
    (seed) => {
      const random = die(seed);
      const thresholdRule = (end: number): number => Math.floor(random() * end);
      const dimensions = [['rb', 'kreis', 'gemeinde'], ['cat'], ['half', 'quarter']].slice(
        0,
        1 + thresholdRule(3),
      );
      const seen = new Map<string, TableRecord>();
      for (let at = 0; at < 25; at++) {
        const [district, county, place] = [thresholdRule(3), thresholdRule(2), thresholdRule(3)];
        const codes = [
          `D${district}`,
          `D${district}C${county}`,
          `D${district}C${county}P${place}`,
          `c${thresholdRule(3)}`,
        ];
        const quarter = thresholdRule(4);
        codes.push(`H${quarter >> 1}`, `Q${quarter}`);
        const cut = codes.slice(0, dimensions.flat().length);
        seen.set(cut.join(' '), { codes: cut, value: thresholdRule(12) });
      }
      const records = [...seen.values()];
      const table = crossTable(dimensions, records, RULES);
      const expected = addedUp(dimensions, records);
      const found = byCodes(table);
      for (const [codes, value] of expected) expect([codes, found.get(codes)]).toEqual([codes, value]);
      // What stands beside is the full cross: cells without any record.
      for (const [codes, value] of found)
        if (!expected.has(codes)) expect([codes, value]).toEqual([codes, 0]);
      const { relations, values } = table.problem;
      for (let list = 0; list < listCount(relations); list++) {
        let sum = 0;
        for (let at = relations.start[list]!; at < relations.start[list + 1]!; at++)
          sum += relations.sign[at]! * values[relations.cell[at]!]!;
        expect(sum).toBe(0);
      }
      const shuffled = crossTable(dimensions, records.toReversed(), RULES);
      expect(shuffled.problem).toEqual(table.problem);
    },
  );

  for (const [name, depth, published, primary] of [
    ['s1_kreis53x7', 2, 472, 106],
    ['s2_gem396x7', 3, 3_464, 1_217],
    ['s3_gem396x7x4', 3, 17_320, 5_527],
    ['s4_school5000x7', 4, 43_440, 15_244],
    ['s6_kreis53x7x4x6', 2, 16_520, 3_663],
  ] as const) {
    withShared(`sdc/${name}.csv`)(
      `${name} has as many published and primary cells as its peers count`,
      () => {
        const { values, status } = crossedTable(`sdc/${name}.csv`, depth, 1);
        expect([values.length, status.filter((one) => one === PRIMARY).length]).toEqual([published, primary]);
      },
    );
  }
});

describe('rules of a table', () => {
  const records = [record('x', 0), record('y', 3), record('z', 20)];

  test('published zeros are shown, protected ones are primary, and may be behind any suppressed cell', () => {
    const shown = crossTable([['cat']], records, RULES);
    expect(primaryOf(shown)).toEqual(['y']);
    expect([...shown.problem.values.keys()].filter((cell) => !maySuppress(shown.problem, cell))).toEqual([1]);
    expect(shown.problem.lower[0]).toBe(1);
    const suppressed = crossTable([['cat']], records, { ...RULES, zeros: 'protected', attacker: 'ge0' });
    expect(primaryOf(suppressed)).toEqual(['x', 'y']);
    expect(maySuppress(suppressed.problem, 1)).toBe(true);
    expect(suppressed.problem.lower[0]).toBe(0);
    expect(() => crossTable([['cat']], records, { ...RULES, zeros: 'protected' })).toThrow(
      new RangeError('Where zeros are protected, a suppressed cell may be 0: the attacker must be ge0.'),
    );
  });

  test('suppressing costs 1, or the value for comparison with other methods', () => {
    expect([...crossTable([['cat']], records, RULES).problem.cost]).toEqual([1, 1, 1, 1]);
    expect([...crossTable([['cat']], records, { ...RULES, objective: 'sum' }).problem.cost]).toEqual([
      23, 1, 3, 20,
    ]);
  });

  const firms = [
    ...['x', 'y'].flatMap((cat) => [record(`A ${cat}`, 90, 'first'), record(`A ${cat}`, 9, 'second')]),
    record('A x', 2, 'third'),
    record('A y', 40, 'third'),
    record('B x', 30, 'first'),
    // Who has nothing there is no contributor.
    ...['second', 'third'].map((name) => record('B x', 0, name)),
  ];
  test.each([
    ['fewer than three contributors', minimumFrequencyRule(3), ['B Total', 'B x']],
    [
      'the largest above 75 percent',
      dominanceRule(1, 75),
      ['Total Total', 'Total x', 'A x', 'B Total', 'B x'],
    ],
    ['the largest two above 99 percent', dominanceRule(2, 99), ['B Total', 'B x']],
    [
      'the largest told within 10 percent',
      pPercentRule(10),
      ['Total Total', 'Total x', 'A x', 'B Total', 'B x'],
    ],
  ])('%s: amounts of one contributor are one, in the margins too', (_, rule, expected) => {
    const table = crossTable([['region'], ['cat']], firms, { ...RULES, primary: [rule] });
    const sensitive = primaryOf(table);
    expect(byCodes(table).get('Total Total')).toBe(270);
    expect(sensitive).toEqual(expected);
  });

  test('one of several is enough, and what nobody is named for nobody dominates', () => {
    const primary = [dominanceRule(1, 75), thresholdRule(5)];
    expect(primaryOf(crossTable([['cat']], records, { ...RULES, primary }))).toEqual(['y']);
  });

  test.each<[() => unknown, string]>([
    [() => thresholdRule(0), 'k must be an integer ≥ 1.'],
    [() => thresholdRule(2.5), 'k must be an integer ≥ 1.'],
    [() => minimumFrequencyRule(0), 'The minimum of contributors must be an integer ≥ 1.'],
    [() => dominanceRule(0, 75), 'n must be an integer ≥ 1.'],
    [() => dominanceRule(1, 100), 'The percentage must be above 0 and below 100.'],
    [() => pPercentRule(0), 'The percentage must be above 0 and below 100.'],
    [() => pPercentRule(NaN), 'The percentage must be above 0 and below 100.'],
  ])('are refused where their numbers make no sense: %s', (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });
});

describe('records that cannot be a table', () => {
  const VALUE = 7341;
  const good = record('A a1 x', VALUE);
  test.each<[string, string[][], TableRecord[], string]>([
    ['no records', [['cat']], [], 'The table has no records.'],
    ['no dimension', [], [{ codes: [], value: 1 }], 'Each dimension needs a column'],
    ['a dimension without columns', [REGION, []], [record('A a1', 1)], 'Each dimension needs a column'],
    ['two columns of one name', [REGION, ['county']], [good], '(district, county, county): Each dimension'],
    [
      'a record that is too short',
      [REGION, ['cat']],
      [good, record('A a1', 5)],
      'Record 2 (A, a1): There must be one code',
    ],
    [
      'a level missing at the top',
      [REGION, ['cat']],
      [good, record(' a2 y', VALUE)],
      'Record 2 (district): The code is missing',
    ],
    [
      'a level missing where other records have it',
      [REGION, ['cat']],
      [good, record('A  y', VALUE)],
      'Record 2 (A): Other records stand below this code',
    ],
    [
      'a level missing in between',
      [['district', 'county', 'place']],
      [record('A  p', VALUE)],
      'Record 1 (county): The code is missing',
    ],
    [
      'a weight here and there',
      [['cat']],
      [{ ...record('x', VALUE), weight: 2 }, record('y', VALUE)],
      'Record 2 (y): Either all records have a weight',
    ],
    [
      'a code in two spellings',
      [['cat']],
      [record('Nord', VALUE), { codes: ['nord\u200b '], value: VALUE }],
      'Record 1 and 2 (cat, nord): People read',
    ],
    [
      'a code that means the margin',
      [REGION, ['cat']],
      [record('A Total x', VALUE)],
      '(county, Total): This word stands for',
    ],
    [
      'a code with two parents',
      [REGION, ['cat']],
      [good, record('B a1 y', VALUE)],
      'Record 2 (county, a1): The code stands under two',
    ],
    [
      'a record twice',
      [REGION, ['cat']],
      [good, record('A a2 x', 4), good],
      'Record 3 (A, a1, x): There was a record',
    ],
    [
      'a negative value',
      [REGION, ['cat']],
      [record('A a1 x', -VALUE)],
      'Record 1 (A, a1, x): The value must be a whole number',
    ],
    ['a fraction', [REGION, ['cat']], [record('A a1 x', VALUE + 0.5)], 'The value must be a whole number'],
    [
      'a value that is no number',
      [REGION, ['cat']],
      [record('A a1 x', NaN)],
      'The value must be a whole number',
    ],
    [
      'a sum beyond exact numbers',
      [REGION],
      [record('A a1', Number.MAX_SAFE_INTEGER), record('A a2', VALUE)],
      'too large',
    ],
    [
      'contributors here and there',
      [REGION, ['cat']],
      [good, record('A a2 x', VALUE, 'one')],
      'Record 2 (A, a2, x): Either all',
    ],
    [
      'one contributor twice in a cell',
      [['cat']],
      [record('x', VALUE, 'me'), record('x', VALUE, 'you'), record('x', VALUE, 'me')],
      'Record 3 (x): There was',
    ],
    [
      'more cells than can be',
      ['a', 'b', 'c', 'd'].map((one) => [one]),
      Array.from({ length: 60 }, (_, at) => record(`${at} ${at} ${at} ${at}`, 1)),
      'more cells than',
    ],
  ])('%s: refused by place and codes, and no value is repeated', (_, dimensions, records, message) => {
    let said = '';
    try {
      crossTable(dimensions, records, RULES);
    } catch (error) {
      expect(error).toBeInstanceOf(UnsoundTable);
      said = (error as Error).message;
    }
    expect(said).toContain(message);
    expect(said).not.toContain(String(VALUE));
  });

  test('are named by what is known of the place', () => {
    expect(new UnsoundTable('empty').message).toBe('The table has no records.');
    expect(new UnsoundTable('width', 0).message).toBe('Record 1: There must be one code per column.');
    expect(new UnsoundTable('value', 1, ['a', 'b']).message).toMatch(/^Record 2 \(a, b\): The value/);
    expect(new UnsoundTable('columns', undefined, ['a']).message).toMatch(/^\(a\): Each dimension/);
    expect(new UnsoundTable('empty')).toMatchObject({ name: 'UnsoundTable', fault: 'empty', names: [] });
  });
});
