/** Excerpts: what is said of their cells in the whole problem is said in them, and nothing more. */
import { audit } from '../../src/disclosure/audit/audit.ts';
import { Excerpts, independentParts, within } from '../../src/disclosure/insiders/excerpt.ts';
import { NoSafePattern } from '../../src/disclosure/search/no-safe-pattern.ts';
import {
  suppressTogether,
  listAt,
  listCount,
  maySuppress,
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import { connectedComponents } from '../../src/disclosure/audit/component.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260404);

test('an audit of the excerpt around a suppressed cell finds the same of it as one of the whole problem', async () => {
  console.log(`seed ${SEED}`);
  const solver = await highsSolver();
  const random = die(SEED);
  const seen = { safe: 0, unsafe: 0, smaller: 0 };
  for (let round = 0; round < 60; round++) {
    const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
    const suppressed = Uint8Array.from(problem.values, (_, cell) =>
      maySuppress(problem, cell) && random() < 0.4 ? 1 : 0,
    );
    suppressTogether(problem, suppressed);
    const published = eraseSuppressed(problem, suppressed);
    const whole = new Set(audit(published, 1, solver).unsafe);
    const excerpts = new Excerpts(problem);
    for (const { cells: system } of connectedComponents(published, 2)) {
      const from = system[Math.floor(random() * system.length)]!;
      const { cells, problem: part } = excerpts.around(
        [from],
        (cell) => suppressed[cell] === 1,
        (cell) => problem.status[cell]!,
      );
      const marks = Uint8Array.from(cells, (cell) => (system.includes(cell) ? 1 : 0));
      expect(Array.from(cells.filter((cell) => suppressed[cell] === 1))).toEqual([...system]);
      const { unsafe } = audit(eraseSuppressed(part, marks), 1, solver);
      expect(Array.from(unsafe, (at) => cells[at]!)).toEqual([...system].filter((cell) => whole.has(cell)));
      seen[unsafe.length > 0 ? 'unsafe' : 'safe']++;
      if (cells.length < problem.values.length) seen.smaller++;
    }
  }
  expect(Math.min(seen.safe, seen.unsafe, seen.smaller)).toBeGreaterThan(5);
});

/** Two sums that meet in a cell of a given status, and a group that spans one of them. */
function twoSums(shared: { value: number; status?: typeof PRIMARY | typeof UNPUBLISHED }): ProtectionProblem {
  const builder = new ProblemBuilder();
  const cell = (label: string, value: number, status?: typeof PRIMARY | typeof UNPUBLISHED): number =>
    builder.cell({ label, value, lower: 0, upper: 9, ...(status === undefined ? {} : { status }) });
  const [a, b] = [cell('a', 3, PRIMARY), cell('b', 4)];
  const between = cell('between', shared.value, shared.status);
  const [c, d] = [cell('c', 2, PRIMARY), cell('d', 5)];
  builder.relation(cell('ab', 7 + shared.value), [a, b, between]);
  builder.relation(cell('cd', 7 + shared.value), [c, d, between]);
  builder.together([a, b]);
  return builder.build();
}

test('a problem falls apart where only a cell that is always shown stands between', () => {
  const labels = (problem: ProtectionProblem): string[][] =>
    independentParts(problem).map((part) => [...part.problem.labels]);
  expect(labels(twoSums({ value: 0 }))).toEqual([
    ['a', 'b', 'between', 'ab'],
    ['between', 'c', 'd', 'cd'],
  ]);
  const whole = [['a', 'b', 'between', 'c', 'd', 'ab', 'cd']];
  expect(labels(twoSums({ value: 1 }))).toEqual(whole);
  // What nobody shows may be anything, also where it is zero.
  expect(labels(twoSums({ value: 0, status: UNPUBLISHED }))).toEqual(whole);
});

test('a part keeps values, signs and groups', () => {
  const [first, second] = independentParts(twoSums({ value: 0 }));
  const { values, relations, together } = first!.problem;
  expect([...first!.cells, ...second!.cells]).toEqual([0, 1, 2, 5, 2, 3, 4, 6]);
  expect([...values]).toEqual([3, 4, 0, 7]);
  expect([...listAt(relations, 0)].map((cell, at) => cell * relations.sign[at]!)).toEqual([-3, 0, 1, 2]);
  expect([...listAt(together, 0)]).toEqual([0, 1]);
  expect(listCount(second!.problem.together)).toBe(0);
});

test('an excerpt leaves out a group that is decided, and keeps rows and other groups in the order of the whole', () => {
  const builder = new ProblemBuilder();
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((label, at) =>
    builder.cell({ label, value: 2 + at, lower: 0, upper: 9 }),
  ) as [number, number, number, number];
  const total = (of: string, parts: number[]): void => {
    const value = parts.reduce((sum, part) => sum + 2 + part, 0);
    builder.relation(builder.cell({ label: of, value, status: LOCKED, lower: 0, upper: 99 }), parts);
  };
  total('cd', [c, d]);
  total('ac', [a, c]);
  total('ab', [a, b]);
  builder.together([c, d]);
  builder.together([a, b]);
  const groupsWith = (status: number): string[] => {
    const { problem } = new Excerpts(builder.build()).around(
      [a],
      (cell) => cell <= d,
      (cell) => (cell === b ? status : cell > d ? LOCKED : PRIMARY),
    );
    expect(Array.from({ length: 3 }, (_, row) => problem.labels[listAt(problem.relations, row)[0]!])).toEqual(
      ['cd', 'ac', 'ab'],
    );
    const { together, labels } = problem;
    return Array.from({ length: listCount(together) }, (_, group) =>
      Array.from(listAt(together, group), (cell) => labels[cell]).join(''),
    );
  };
  expect(groupsWith(PUBLISHABLE)).toEqual(['cd', 'ab']);
  expect(groupsWith(PRIMARY)).toEqual(['cd', 'ab']);
  expect(groupsWith(LOCKED)).toEqual(['cd']);
  expect(groupsWith(UNPUBLISHED)).toEqual(['cd']);
});

test('cells that only a pair ties are connected', () => {
  const builder = new ProblemBuilder();
  const [c, a, b] = ['c', 'a', 'b'].map((label, at) =>
    builder.cell({ label, value: 2 + at, status: PRIMARY, lower: 0, upper: 9 }),
  );
  builder.atMost(a!, b!);
  const [alone, tied] = independentParts(builder.build());
  expect([...alone!.cells]).toEqual([c]);
  expect([...tied!.cells]).toEqual([a, b]);
  expect([...tied!.problem.atMost]).toEqual([0, 1]);
});

test('a cell without a safe pattern keeps the number it has in the whole', () => {
  const second = independentParts(twoSums({ value: 0 }))[1]!;
  const fail = (): never => {
    throw new NoSafePattern([1, 2]);
  };
  expect(() => within(second, fail)).toThrow(new NoSafePattern([3, 4]));
  const other = new RangeError('not about cells');
  expect(() =>
    within(second, () => {
      throw other;
    }),
  ).toThrow(other);
});
