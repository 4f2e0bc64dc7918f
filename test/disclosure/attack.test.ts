/** An independent attacker against small invented tables: nothing on sound patterns, and each planted leak found. */
import { createHash } from 'node:crypto';
import { audit } from '../../src/disclosure/audit/audit.ts';
import { proofText, prove } from '../../src/disclosure/proof/certificate.ts';
import {
  listAt,
  listCount,
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { suppress } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { endsOf, type Knowledge, leaks } from './attacker.ts';
import { exampleProblem } from './certificate-example.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const FAR = 1000;

interface Table {
  /** Values by cell; cells below k and above zero are primary. */
  readonly values: Readonly<Record<string, number>>;
  readonly sums: readonly (readonly string[])[];
}

/** Two rows, three columns, with totals; cells are written row column, T is a total. */
function crossed(rows: readonly (readonly number[])[]): Table {
  const values: Record<string, number> = {};
  const sums: string[][] = [];
  const columns = rows[0]!.map((_, column) => 'xyz'[column]!);
  const names = rows.map((_, row) => 'ABC'[row]!);
  const add = (cell: string, parts: readonly string[]): void => {
    values[cell] = parts.reduce((sum, part) => sum + values[part]!, 0);
    sums.push([cell, ...parts]);
  };
  rows.forEach((row, at) => {
    row.forEach((value, column) => (values[`${names[at]}${columns[column]}`] = value));
    add(
      `${names[at]}T`,
      columns.map((column) => `${names[at]}${column}`),
    );
  });
  for (const column of columns)
    add(
      `T${column}`,
      names.map((name) => `${name}${column}`),
    );
  add(
    'TT',
    names.map((name) => `${name}T`),
  );
  sums.push(['TT', ...columns.map((column) => `T${column}`)]);
  return { values, sums };
}

interface Rules {
  readonly k?: number;
  readonly lower?: number;
  readonly cost?: (value: number) => number;
  readonly locked?: readonly string[];
}

function problemOf(
  { values, sums }: Table,
  { k = 5, lower = 1, cost = () => 1, locked = [] }: Rules = {},
): ProtectionProblem {
  const builder = new ProblemBuilder();
  const at = new Map<string, number>();
  for (const [label, value] of Object.entries(values)) {
    const status = locked.includes(label) ? LOCKED : 0 < value && value < k ? PRIMARY : PUBLISHABLE;
    at.set(label, builder.cell({ label, value, status, lower, upper: Infinity, cost: cost(value) }));
  }
  for (const [total, ...parts] of sums)
    builder.relation(
      at.get(total!)!,
      parts.map((part) => at.get(part)!),
    );
  return builder.build();
}

/** What leaves the house: the pattern of the engine, or one that was tampered with. */
function published(
  problem: ProtectionProblem,
  suppressed: Uint8Array,
  domain: Knowledge['domain'] = () => [1, FAR],
): Knowledge {
  const shown = Object.fromEntries(
    problem.labels.map((label, cell) => [label, suppressed[cell] === 1 ? null : problem.values[cell]!]),
  );
  const sums = Array.from({ length: listCount(problem.relations) }, (_, relation) =>
    [...listAt(problem.relations, relation)].map((cell) => problem.labels[cell]!),
  );
  return { shown, sums, domain };
}

const patternOf = (problem: ProtectionProblem, width: number): Uint8Array =>
  suppress(problem, width, solver).suppressed;
const hide = (problem: ProtectionProblem, ...cells: string[]): Uint8Array =>
  Uint8Array.from(problem.labels, (label) => (cells.includes(label) ? 1 : 0));

const SMALL = crossed([
  [3, 17, 20],
  [12, 14, 9],
  [11, 10, 16],
]);

describe('on sound patterns the attacker finds nothing', () => {
  test.each([
    ['at least 0', 0],
    ['the public domain, at least 1', 1],
    ['the public domain of the service, at least k', 5],
  ])('knowing %s', (_, lower) => {
    const table = lower === 5 ? crossed([[6, 17, 20], [12, 14, 9], [11, 10, 16]]) : SMALL; // prettier-ignore
    const problem = problemOf(table, { lower, k: lower === 5 ? 8 : 5 });
    const knowledge = published(problem, patternOf(problem, 4), () => [lower, FAR]);
    expect(leaks(knowledge, 4)).toEqual([]);
    expect(Object.values(knowledge.shown).filter((value) => value === null).length).toBeGreaterThan(1);
  });

  test('calculating in fractions or in integers', () => {
    const problem = problemOf(SMALL);
    const knowledge = published(problem, patternOf(problem, 4));
    expect(leaks(knowledge, 4, false)).toEqual([]);
    expect(leaks(knowledge, 4)).toEqual([]);
  });
});

describe('the attacker finds', () => {
  test('a missing complementary cell', () => {
    const problem = exampleProblem();
    expect(leaks(published(problem, hide(problem, 'cell 0', 'cell 1', 'cell 3', 'cell 4')), 4)).toEqual([]);
    expect(leaks(published(problem, hide(problem, 'cell 0', 'cell 1', 'cell 3')), 4)).toEqual([
      'cell 0',
      'cell 1',
      'cell 3',
    ]);
  });

  test('two ones that fall because a suppressed cell is no zero, in a pattern made for a reader who does not know that', () => {
    const table = crossed([
      [1, 1, 8],
      [6, 7, 9],
    ]);
    const ignorant = problemOf(table, { lower: 0 });
    const careless = hide(ignorant, 'Ax', 'Ay', 'Bx', 'By');
    expect(
      leaks(
        published(ignorant, careless, () => [0, FAR]),
        1,
      ),
    ).toEqual([]);
    expect(leaks(published(ignorant, careless), 1)).toEqual(['Ax', 'Ay', 'Bx', 'By']);
    const careful = problemOf(table);
    expect(leaks(published(careful, patternOf(careful, 1)), 1)).toEqual([]);
  });

  test('what a correction of one school makes of a total, where each release alone is sound', () => {
    const values = { before: 20, after: 22, corrected: 2 };
    const table: Table = { values, sums: [['after', 'before', 'corrected']] };
    const problem = problemOf(table, { locked: ['before'] });
    expect(leaks(published(problem, hide(problem, 'corrected')), 4)).toEqual(['corrected']);
    expect(leaks(published(problem, patternOf(problem, 4)), 4)).toEqual([]);
  });

  test('as an insider the other school of a sum of two', () => {
    const table: Table = {
      values: { own: 7, other: 9, sum: 16, rest: 30, total: 46 },
      sums: [['sum', 'own', 'other'], ['total', 'sum', 'rest']], // prettier-ignore
    };
    const problem = problemOf(table);
    /** The own share is known, and so is what is open. */
    const inside = (suppressed: Uint8Array): Knowledge =>
      published(problem, suppressed, (cell) => (cell === 'own' ? [7, 7] : [1, FAR]));
    expect(leaks(inside(hide(problem, 'own', 'other')), 4)).toContain('other');
    expect(leaks(inside(hide(problem, 'own', 'other', 'sum', 'rest')), 4)).toEqual(['own']);
  });

  test('bounds that are printed narrower than what is published gives', () => {
    const problem = problemOf(SMALL);
    const suppressed = patternOf(problem, 4);
    const ends = endsOf(published(problem, suppressed));
    const printed = published(problem, suppressed, (cell) => ends[cell] ?? [1, FAR]);
    expect(leaks(printed, 4)).toEqual([]);
    const narrow = published(problem, suppressed, (cell) => (cell === 'Ax' ? [2, 4] : [1, FAR]));
    expect(leaks(narrow, 4)).toContain('Ax');
  });

  test('a count by the rate that stands beside it', () => {
    const problem = problemOf(SMALL);
    const suppressed = patternOf(problem, 4);
    const [population, rate] = [160, (100 * SMALL.values['Ax']!) / 160];
    const counts = [...Array(population).keys()].filter(
      (count) => Math.abs((100 * count) / population - rate) < 0.05,
    );
    const beside = published(problem, suppressed, (cell) =>
      cell === 'Ax' ? [Math.min(...counts), Math.max(...counts)] : [1, FAR],
    );
    expect(leaks(beside, 4)).toContain('Ax');
  });

  test('zeros that are marked apart from other suppressed cells', () => {
    const table = crossed([
      [0, 7, 12],
      [6, 9, 8],
      [13, 9, 15],
    ]);
    const problem = problemOf(table, { lower: 0 });
    const suppressed = hide(problem, 'Ax', 'Ay', 'Bx', 'By');
    expect(
      leaks(
        published(problem, suppressed, () => [0, FAR]),
        4,
      ),
    ).toEqual([]);
    const marked = published(problem, suppressed, (cell) => (cell === 'Ax' ? [0, 0] : [1, FAR]));
    expect(leaks(marked, 4)).toEqual(['Ax', 'Ay', 'Bx', 'By']);
  });

  test('causes by the order in which suppressed cells are listed', () => {
    const problem = problemOf(SMALL);
    const suppressed = patternOf(problem, 4);
    const byPosition = problem.labels.filter((_, cell) => suppressed[cell] === 1);
    const primaryFirst = byPosition.toSorted(
      (one, other) => Number(SMALL.values[one]! >= 5) - Number(SMALL.values[other]! >= 5),
    );
    /** Who believes that the first of a list is below k, as the rule says of primary cells. */
    const believing = (list: readonly string[]): Knowledge =>
      published(problem, suppressed, (cell) => (cell === list[0] ? [1, 4] : [1, FAR]));
    expect(leaks(believing(primaryFirst), 4)).toContain('Ax');
    // By position the list says nothing of causes: whichever of the suppressed cells is primary, it is the same.
    const mirrored = problemOf(crossed([[17, 3, 20], [14, 12, 9], [10, 11, 16]])); // prettier-ignore
    const listed = mirrored.labels.filter((_, cell) => hide(mirrored, ...byPosition)[cell] === 1);
    expect(listed).toEqual(byPosition);
    expect(mirrored.values[mirrored.labels.indexOf(listed[0]!)]).toBeGreaterThan(5);
  });

  test('a whole number that an audit in fractions leaves open, where sums cross in more than two ways', () => {
    // a, b and c are at most one in pairs; in fractions they make 1.5 together, in whole numbers only 1.
    const table: Table = {
      values: { a: 1, b: 0, c: 0, ab: 1, bc: 1, ca: 1, u: 0, v: 1, w: 0, one: 1, more: 0 },
      sums: [
        ['ab', 'a', 'b', 'u'],
        ['bc', 'b', 'c', 'v'],
        ['ca', 'c', 'a', 'w'],
      ],
    };
    const sums = [...table.sums, ['all', 'a', 'b', 'c'], ['all', 'one', 'more']];
    const problem = problemOf({ values: { ...table.values, all: 1 }, sums }, { k: 1, lower: 0 });
    const suppressed = hide(problem, 'a', 'b', 'c', 'u', 'v', 'w', 'more', 'all');
    const knowledge = published(problem, suppressed, () => [0, FAR]);
    expect(leaks(knowledge, 0.4, false)).toEqual([]);
    expect(leaks(knowledge, 1)).toEqual(['more', 'all']);
    const told = audit(eraseSuppressed(problem, suppressed), 1, solver).unsafe;
    expect([...told].map((cell) => problem.labels[cell])).toEqual(['more', 'all']);
  });

  test('a suppressed value by costs that follow suppressed values', () => {
    const row = (p: number, q: number): Table => ({
      values: { p, q, r: 6, total: p + q + 6 },
      sums: [['total', 'p', 'q', 'r']],
    });
    /** Runs the public method on every table that fits, and keeps those that give the pattern seen. */
    const possible = (cost: (value: number) => number): number[] => {
      const pattern = (p: number): string =>
        patternOf(problemOf(row(p, 10 - p), { cost, locked: ['total'] }), 1).join('');
      const seen = pattern(4);
      return [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((p) => pattern(p) === seen);
    };
    const publicCosts = possible(() => 1);
    const telling = possible((value) => value);
    expect(Math.max(...publicCosts) - Math.min(...publicCosts)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...telling) - Math.min(...telling)).toBeLessThan(4);
  });

  test('the true table among the witnesses, by making the proof again', () => {
    const problem = exampleProblem(2);
    const suppressed = hide(problem, 'cell 0', 'cell 1', 'cell 3', 'cell 4');
    const seen = eraseSuppressed(problem, suppressed);
    const places = Int32Array.from(suppressed.keys());
    const honest = audit(seen, 4, solver);
    const cells = Int32Array.from([0, 1, 3, 4]);
    const truth = { cells, values: Float64Array.from(cells, (cell) => problem.values[cell]!) };
    const planted = prove(seen, { safe: true, witnesses: [truth, ...honest.witnesses] }, 4, places);
    /** From published bytes alone anybody gets the honest proof; what differs came from elsewhere. */
    const again = (text: string): number[] | undefined => {
      const expected = prove(
        eraseSuppressed(exampleProblem(), suppressed),
        audit(eraseSuppressed(exampleProblem(), suppressed), 4, solver),
        4,
        places,
      );
      return proofText(expected) === text ? undefined : [...(JSON.parse(text) as typeof planted).base];
    };
    expect(again(proofText(prove(seen, honest, 4, places)))).toBeUndefined();
    expect(again(proofText(planted))).toEqual([...truth.values]);
  });

  test('the one table whose digest was given, where the digest has no key', () => {
    const digest = (table: readonly number[]): string =>
      createHash('sha256').update(JSON.stringify(table)).digest('hex');
    const given = digest([5, 7, 6, 8]);
    const fitting = Array.from({ length: 10 }, (_, at) => [1 + at, 11 - at, 10 - at, 4 + at]);
    expect(fitting.filter((table) => digest(table) === given)).toEqual([[5, 7, 6, 8]]);
    // What a proof holds has no digest that tells one fitting table from another.
    const suppressed = Uint8Array.from([1, 1, 0, 1, 1, 0, 0, 0, 0]);
    const texts = [-2, 0, 3].map((shift) => {
      const seen = eraseSuppressed(exampleProblem(shift), suppressed);
      return proofText(prove(seen, audit(seen, 4, solver), 4, Int32Array.from(suppressed.keys())));
    });
    expect(new Set(texts).size).toBe(1);
  });
});
