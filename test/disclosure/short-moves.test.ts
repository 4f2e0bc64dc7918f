/** Short moves: the cheapest one, its program, and changes in fractions. */
import { choicesOf } from '../../src/disclosure/search/choices.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { ProgramBuilder } from '../../src/disclosure/program/program-builder.ts';
import { ShortMoves, type Reach } from '../../src/disclosure/search/short-moves.ts';
import type { Outcome, Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { problemByName } from './problem-by-name.ts';
import { optimal, scripted, UNDECIDED } from './scripted-solver.ts';

const NEAR: Reach = { size: 50, trifle: 0.01, draw: 0 };
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Moves from the values themselves. */
function movesOf(problem: ProtectionProblem, by = solver, extra: readonly number[] = []): ShortMoves {
  const choices = choicesOf(problem);
  const suppressed = choices.always.slice();
  for (const cell of extra) suppressed[cell] = 1;
  return new ShortMoves(problem, choices, problem.values, suppressed, by);
}

interface Described {
  readonly value: number;
  readonly status?: 0 | 1 | 2 | 3;
  readonly lower?: number;
  readonly upper?: number;
  readonly cost?: number;
}

/** Cells as described, suppressed between 0 and 99, open and of cost 1 if not said; a sum is its total and its parts. */
function problemOf(
  cells: readonly Described[],
  sums: readonly (readonly number[])[],
  pairs: readonly (readonly [number, number])[] = [],
  together: readonly (readonly number[])[] = [],
): ProtectionProblem {
  const builder = new ProblemBuilder();
  for (const { value, status = PUBLISHABLE, lower = 0, upper = 99, cost = 1 } of cells) {
    builder.cell({ label: '', value, status, lower, upper, cost });
  }
  for (const [total, ...parts] of sums) builder.relation(total!, parts);
  for (const [smaller, larger] of pairs) builder.atMost(smaller, larger);
  for (const group of together) builder.together(group);
  return builder.build();
}

/** What each cell changes by, and what the move costs. */
const changes = (
  found: ReturnType<ShortMoves['find']>,
): Readonly<Record<string, number | undefined>> | undefined =>
  found && {
    cost: found.cost,
    ...Object.fromEntries([...found.move.columns].map((cell, at) => [cell, found.move.by[at]])),
  };

const x = { value: 7, status: PRIMARY } as const;
const sum = (value: number): Described => ({ value, status: LOCKED });

describe('the cheapest move', () => {
  test('is priced by what it suppresses anew, once per choice', () => {
    const { problem, index } = problemByName({ x: 0, a: 2, b: 3, y: 0, c: 9 }, ['xab', 'yac']);
    const [ix, ia, ib, iy] = ['x', 'a', 'b', 'y'].map(index) as [number, number, number, number];
    expect(changes(movesOf(problem).find(ix, 1, NEAR))).toEqual({ cost: 2, [ix]: 1, [ia]: -1, [iy]: 1 });
    // What is suppressed already costs a trifle; what is banned does not move.
    expect(changes(movesOf(problem, solver, [ib]).find(ix, 1, NEAR))).toEqual({ cost: 0, [ix]: 1, [ib]: -1 });
    const banned = choicesOf(problem).of[ia]!;
    expect(changes(movesOf(problem).find(ix, 1, NEAR, banned))).toEqual({ cost: 3, [ix]: 1, [ib]: -1 });
    expect(movesOf(problem).find(iy, 1, NEAR, banned)?.cost).toBe(9);
  });

  test('costs a group in whole, and once, however many of it move', () => {
    const group = problemOf(
      [x, { value: 7, cost: 2 }, { value: 7, cost: 3 }, sum(14), { value: 7, cost: 90 }, sum(14)],
      [[3, 0, 1], [5, 2, 4]],
      [],
      [[1, 2]],
    ); // prettier-ignore
    expect(changes(movesOf(group).find(0, 1, NEAR))).toEqual({ cost: 5, 0: 1, 1: -1 });
    // A total and its two parts: both parts of the group are changed by a circle.
    const both = problemOf(
      [x, { value: 7, cost: 2 }, { value: 7, cost: 3 }, sum(14), sum(14), { value: 7, cost: 4 }],
      [[3, 0, 1], [4, 1, 2], [4, 2, 5]],
      [],
      [[1, 2]],
    ); // prettier-ignore
    expect(changes(movesOf(both).find(0, 1, NEAR))).toEqual({ cost: 9, 0: 1, 1: -1, 2: 1, 5: -1 });
  });

  test('is the cheaper of up and down, and up if they cost the same', () => {
    // a can only fall and b only rise.
    const ends = (cost: number) =>
      problemOf([x, { value: 7, upper: 7, cost: 3 }, { value: 7, lower: 7, cost }, sum(21)], [[3, 0, 1, 2]]);
    expect(changes(movesOf(ends(2)).find(0, 1, NEAR))).toEqual({ cost: 2, 0: -1, 2: 1 });
    expect(changes(movesOf(ends(4)).find(0, 1, NEAR))).toEqual({ cost: 3, 0: 1, 1: -1 });
    expect(changes(movesOf(ends(3)).find(0, 1, NEAR))).toEqual({ cost: 3, 0: 1, 1: -1 });
  });

  test('that costs nothing ends the search', () => {
    const { problem, index } = problemByName({ x: 0, y: 0 }, ['xy']);
    let asked = 0;
    const counting: Solver = { load: (...all) => (asked++, solver.load(...all)) };
    expect(movesOf(problem, counting).find(index('x'), 1, NEAR)?.cost).toBe(0);
    expect(asked).toBe(1);
  });

  test('moves the cell by the width, within the ends of every cell', () => {
    const narrow = problemOf([x, { value: 7, lower: 5, cost: 1 }, sum(14)], [[2, 0, 1]]);
    expect(changes(movesOf(narrow).find(0, 2, NEAR))).toEqual({ cost: 1, 0: 2, 1: -2 });
    expect(changes(movesOf(narrow).find(0, 3, NEAR))).toEqual({ cost: 1, 0: -3, 1: 3 });
    const tight = problemOf([{ ...x, lower: 5, upper: 9 }, { value: 7 }, sum(14)], [[2, 0, 1]]);
    const finder = movesOf(tight);
    expect(finder.find(0, 2, NEAR)).toBeDefined();
    const before = finder.work;
    expect(finder.find(0, 3, NEAR)).toBeUndefined();
    expect(finder.work).toBe(before);
    expect(changes(movesOf(problemOf([{ ...x, upper: 8 }, { value: 7 }, sum(14)], [[2, 0, 1]])).find(0, 2, NEAR))).toEqual({ cost: 1, 0: -2, 1: 2 }); // prettier-ignore
  });

  test('goes up to the very ends of a cell', () => {
    const between = (lower: number, upper: number) =>
      changes(movesOf(problemOf([{ ...x, lower, upper }, { value: 7 }, sum(14)], [[2, 0, 1]])).find(0, 2, NEAR)); // prettier-ignore
    expect(between(5, 8)).toEqual({ cost: 1, 0: -2, 1: 2 });
    expect(between(6, 9)).toEqual({ cost: 1, 0: 2, 1: -2 });
    expect(between(6, 8)).toBeUndefined();
  });

  test('is found by an integer program where linear ones give halves, if the reach is whole', () => {
    // By a, b and c the cell changes in halves, and twice as far it may not; z is dearer.
    const halves = problemOf(
      [{ ...x, lower: 7, upper: 8 }, { value: 7 }, { value: 7 }, { value: 7 }, { value: 7, cost: 10 }, sum(28), sum(14), sum(14)],
      [[5, 0, 1, 2, 4], [6, 1, 3], [7, 2, 3]],
    ); // prettier-ignore
    expect(movesOf(halves).find(0, 1, NEAR)).toBeUndefined();
    const whole = movesOf(halves).find(0, 1, { ...NEAR, whole: true });
    expect(changes(whole)).toEqual({ cost: 10, 0: 1, 4: -1 });
    // Without z there is none, and none is made up.
    const none = problemOf(
      [{ ...x, lower: 7, upper: 8 }, { value: 7 }, { value: 7 }, { value: 7 }, sum(21), sum(14), sum(14)],
      [[4, 0, 1, 2], [5, 1, 3], [6, 2, 3]],
    ); // prettier-ignore
    expect(movesOf(none).find(0, 1, { ...NEAR, whole: true })).toBeUndefined();
  });

  test('is looked for among what is suppressed first, and among the same whatever was asked before', () => {
    const { problem, index } = problemByName({ x: 0, a: 1, b: 1 }, ['xab']);
    const two = { ...NEAR, size: 2 };
    const [ia, ib] = [index('a'), index('b')];
    expect(changes(movesOf(problem, solver).find(index('x'), 1, two))).toMatchObject({ cost: 1, [ia]: -1 });
    expect(changes(movesOf(problem, solver, [ib]).find(index('x'), 1, two))).toMatchObject({ cost: 0, [ib]: -1 }); // prettier-ignore
    const { solver: by, asked } = scripted(() => UNDECIDED);
    const finder = movesOf(problem, by);
    finder.find(index('x'), 1, NEAR);
    finder.find(index('x'), 1, two);
    movesOf(problem, by).find(index('x'), 1, two);
    expect(asked.slice(2, 4)).toEqual(asked.slice(4));
  });

  test('is none where every sum is public, or where what may move is too far away', () => {
    const { problem, index } = problemByName({ x: 0, y: 0, a: 1 }, ['xl', 'ya']);
    expect(movesOf(problem).find(index('x'), 1, NEAR)).toBeUndefined();
    expect(movesOf(problem).find(index('y'), 1, { ...NEAR, size: 1 })).toBeUndefined();
    expect(movesOf(problem).find(index('y'), 1, { ...NEAR, size: 2 })).toBeDefined();
  });

  test('leads through what nobody shows, never through what is public or an open zero', () => {
    const through = (status: 0 | 2 | 3, value: number) =>
      changes(movesOf(problemOf([x, { value, status }, sum(7 + value)], [[2, 0, 1]])).find(0, 1, NEAR));
    expect(through(UNPUBLISHED, 7)).toEqual({ cost: 0, 0: 1, 1: -1 });
    expect(through(PUBLISHABLE, 7)).toEqual({ cost: 1, 0: 1, 1: -1 });
    expect(through(LOCKED, 7)).toBeUndefined();
    expect(through(PUBLISHABLE, 0)).toBeUndefined();
  });

  test('keeps what is never above another', () => {
    // The first and the third add up to 14; the first must not rise above the second.
    const pair = (second: Described) =>
      problemOf([x, { ...second, status: second.status ?? LOCKED }, { value: 7 }, sum(14)], [[3, 0, 2]], [[0, 1]]); // prettier-ignore
    expect(changes(movesOf(pair({ value: 7 })).find(0, 1, NEAR))).toEqual({ cost: 1, 0: -1, 2: 1 });
    expect(changes(movesOf(pair({ value: 8 })).find(0, 1, NEAR))).toEqual({ cost: 1, 0: 1, 2: -1 });
    expect(changes(movesOf(pair({ value: 8 })).find(0, 2, NEAR))).toEqual({ cost: 1, 0: -2, 2: 2 });
    // What is unknown may rise as well.
    expect(changes(movesOf(pair({ value: 7, status: UNPUBLISHED })).find(0, 1, NEAR))?.cost).toBe(1);
    const up = problemOf([{ ...x, lower: 7 }, { value: 7, status: UNPUBLISHED }, { value: 7 }, sum(14)], [[3, 0, 2]], [[0, 1]]); // prettier-ignore
    expect(changes(movesOf(up).find(0, 1, NEAR))).toEqual({ cost: 1, 0: 1, 1: 1, 2: -1 });
  });
});

describe('the program', () => {
  const problem = problemOf(
    [
      { value: 5, status: PRIMARY, upper: 10 },
      { value: 4, lower: 1, upper: 4, cost: 2 },
      { value: 9, upper: 12, cost: 3 },
      { value: 3, lower: 3, upper: 6, cost: 4 },
      { value: 9, status: LOCKED },
    ],
    [[2, 0, 1]],
    [[3, 2], [0, 4]],
  ); // prettier-ignore

  test('lets the cell move as asked and the others between their ends, and closes each sum', () => {
    const { solver: by, asked, loaded } = scripted(() => UNDECIDED);
    const finder = movesOf(problem, by, [3]);
    expect(finder.find(0, 2, { ...NEAR, trifle: 0.5 })).toBeUndefined();
    const [up, down] = asked as [(typeof asked)[0], (typeof asked)[0]];
    const columns = up.program.lower.length;
    expect(finder.work).toBe(columns + down.program.lower.length);
    expect(loaded.map(({ hint, nodes, program }) => [hint, nodes, program.integer])).toEqual([
      ['near-zero', undefined, false],
      ['near-zero', undefined, false],
    ]);
    // Cell 0 up by 2; 2 up by 3 or down by 9; 1 down by 3; 3 up by 3. The sum, then the pairs.
    const builder = new ProgramBuilder();
    for (const [lower, upper] of [[2, 2], [0, 3], [0, 9], [0, 3], [0, 3]] as const) builder.column(lower, upper); // prettier-ignore
    const rows = [
      { of: [[1, -1], [2, 1], [0, 1], [3, -1]], ends: [0, 0] },
      { of: [[0, 1]], ends: [-Infinity, 4] },
      { of: [[4, 1], [1, -1], [2, 1]], ends: [-Infinity, 6] },
    ] as const; // prettier-ignore
    for (const { of, ends } of rows) {
      for (const [column, coefficient] of of) builder.entry(column, coefficient);
      builder.endRow(ends[0], ends[1]);
    }
    expect(asText(up.program)).toEqual(asText(builder.build()));
    expect([down.program.lower[0], down.program.upper[0]]).toEqual([2, 2]);
    // A trifle for what is suppressed: half of 1 for cell 0 and of 4 for cell 3; all of it for the others. Up to 30 % more.
    [0.5, 3, 3, 2, 2].forEach((least, at) => {
      expect(up.cost[at]).toBeGreaterThanOrEqual(least);
      expect(up.cost[at]).toBeLessThanOrEqual(1.3 * least);
    });
    expect(up.cost.some((cost, at) => cost > 1.05 * [0.5, 3, 3, 2, 2][at]!)).toBe(true);
    expect(up.cost.length).toBe(columns);
  });

  test('has other prices in another draw', () => {
    const costs = [0, 1].map((draw) => {
      const { solver: by, asked } = scripted(() => UNDECIDED);
      movesOf(problem, by).find(0, 2, { ...NEAR, draw });
      return [...asked[0]!.cost];
    });
    expect(costs[0]).not.toEqual(costs[1]);
  });

  /** Columns by their ends, rows by what they say of these: the order in which neighbours come does not matter. */
  function asText({ lower, upper, rowStart, column, coefficient, rowLower, rowUpper }: Asked): string[] {
    const name = (at: number): string => `${at === 0 ? 'asked ' : ''}${lower[at]}-${upper[at]}`;
    return Array.from(rowLower, (low, row) => {
      const entries = [...column.keys()].slice(rowStart[row], rowStart[row + 1]);
      const terms = entries.map((at) => `${coefficient[at]} ${name(column[at]!)}`).sort();
      return `${low} ${terms.join(' ')} ${rowUpper[row]}`;
    }).sort();
  }
  type Asked = ReturnType<ProgramBuilder['build']>;
});

describe('a change in fractions', () => {
  /** Cell 0 is the total of as many others as there are parts; moved by `by`, each part moves by its share. */
  const found = (parts: number, most = 99, answer?: (by: number) => Outcome, width = 1) => {
    const part: Described = { value: 0, status: UNPUBLISHED };
    const total: Described = { value: 50, status: PRIMARY, upper: most };
    const cells = [total, ...Array.from({ length: parts }, () => part), { value: 50, status: PRIMARY } as const]; // prettier-ignore
    const problem = problemOf(cells, [[0, ...Array.from({ length: parts + 1 }, (_, at) => at + 1)]]);
    const asked: number[] = [];
    const { solver: by } = scripted(({ program }) => {
      const way = program.lower[0]!;
      asked.push(way);
      if (answer) return answer(way);
      // The parts lie at their lower ends, so that they rise only; the last may do both, and does not.
      return optimal(...program.upper.map((upper, at) => (at === 0 ? way : upper === 99 ? way / parts : 0)));
    });
    return { move: changes(movesOf(problem, by).find(0, width, NEAR)), asked };
  };

  test('is a move at the smallest multiple that is whole: 1, 2, 3, 4 or 6 times', () => {
    for (const parts of [1, 2, 3, 4, 6]) {
      const { move, asked } = found(parts);
      expect([move?.[0], move?.[1], asked]).toEqual([parts, 1, [1]]);
    }
  });

  test('is looked for once more at twice the way, and in the other direction', () => {
    const { move, asked } = found(5);
    expect([move, asked]).toEqual([undefined, [1, 2, 1, 2]]);
    expect(found(5, 99, undefined, 2).asked).toEqual([2, 4, 2, 4]);
    // Half as many fractions at twice the way, and no third question.
    const twice = found(2, 51, (way) => (way === 2 ? optimal(2, 1, 1, 0, 0) : optimal(1, 0.5, 0.5, 0, 0)));
    expect(twice.asked).toEqual([1, 1, 2]);
    expect(twice.move).toBeUndefined();
  });

  test('is no move where a solver makes it up, or has none', () => {
    expect(found(2, 99, () => optimal(1, 0, 0, 0, 0)).move).toBeUndefined();
    expect(found(2, 99, () => optimal(0, 0, 0, 0, 0)).move).toBeUndefined();
    // Below the lower end of a cell, and of one above another.
    const low = problemOf([x, { value: 7, lower: 7 }, { value: 7 }, sum(21)], [[3, 0, 1, 2]]);
    const fall = movesOf(low, scripted(({ program }) => optimal(...program.lower.map((least, at) => least || (at === 1 ? -1 : 0)))).solver); // prettier-ignore
    expect(fall.find(0, 1, NEAR)).toEqual(undefined);
    const pair = problemOf([x, { value: 7 }, sum(14), { value: 7, status: LOCKED }], [[2, 0, 1]], [[0, 3]]);
    const rise = movesOf(pair, scripted(({ program }) => (program.rowUpper.length === 2 ? optimal(1, 0, 1) : UNDECIDED)).solver); // prettier-ignore
    expect(rise.find(0, 1, NEAR)).toBeUndefined();
    for (const status of ['infeasible', 'undecided'] as const) {
      const { move, asked } = found(2, 99, () => ({ status }));
      expect([move, asked]).toEqual([undefined, [1, 1]]);
    }
  });
});
