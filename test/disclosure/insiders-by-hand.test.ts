/** Patterns against insiders in tables small enough to be worked out by hand. */
import { protectFromInsiders, type InsiderPattern, type Shares } from '../../src/disclosure/insiders.ts';
import { LOCKED, OPEN, PRIMARY, UNKNOWN, type Problem } from '../../src/disclosure/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import type { Solver } from '../../src/disclosure/solver.ts';
import { NoSafePattern, protect, type ProtectOptions } from '../../src/disclosure/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';

const WIDTH = 4;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Which cells are hidden. */
const cellsOf = ({ hidden }: InsiderPattern): number[] =>
  [...hidden.keys()].filter((cell) => hidden[cell] === 1);
const marked = (length: number, ...cells: number[]): Uint8Array =>
  Uint8Array.from({ length }, (_, cell) => (cells.includes(cell) ? 1 : 0));
const several: ReadonlyMap<string, number> = new Map(['a', 'b', 'c'].map((one) => [one, 3] as const));

describe('who is alone in a cell', () => {
  /** x + y = 20 and v + w = 20, x + v = 21 and y + w = 19: a reader can tell none of them, width 4. */
  function square(): Problem {
    const builder = new ProblemBuilder();
    [11, 9, 10, 10].forEach((value, at) =>
      builder.cell({ label: `c${at}`, value, status: PRIMARY, lower: 2, upper: Infinity }),
    );
    [20, 20, 21, 19].forEach((value, at) =>
      builder.cell({ label: `sum ${at}`, value, status: LOCKED, lower: 0, upper: Infinity }),
    );
    for (const [total, one, other] of [[4, 0, 1], [5, 2, 3], [6, 0, 2], [7, 1, 3]] as const)
      builder.relation(total, [one, other]); // prettier-ignore
    return builder.build();
  }
  const sharesWith = (first: ReadonlyMap<string, number>): Shares => [
    first,
    ...Array.from({ length: 7 }, () => several),
  ];
  const marks = (...cells: number[]): Uint8Array =>
    Uint8Array.from({ length: 8 }, (_, cell) => (cells.includes(cell) ? 1 : 0));
  const withShares = (first: ReadonlyMap<string, number>, sensitive: Uint8Array, beyond = marks()) =>
    protectFromInsiders(square(), { shares: sharesWith(first), sensitive, beyond }, 4, solver);

  test('knows it, and by it all the others: no pattern holds', () => {
    const alone = new Map([['z', 11]]);
    expect(() => withShares(alone, marks(0, 1, 2, 3))).toThrow(NoSafePattern);
    expect(() => withShares(alone, marks(1))).toThrow(/^No pattern keeps 1 hidden cell\(s\) apart: \d\.$/);
    expect(new NoSafePattern([3, 7])).toMatchObject({
      name: 'NoSafePattern',
      message: 'No pattern keeps 2 hidden cell(s) apart: 3, 7.',
    });
    // What is said of a cell beyond reckoning is not used; what is said of others is.
    expect(() => withShares(alone, marks(1), marks(3))).toThrow(NoSafePattern);
  });

  test('may tell what the rules would show, and what is beyond reckoning', () => {
    const alone = new Map([['z', 11]]);
    expect([...withShares(alone, marks()).hidden]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    expect([...withShares(alone, marks(1, 2, 3), marks(0)).hidden]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
  });

  test('is told nothing where others stand there as well', () => {
    const found = withShares(several, marks(0, 1, 2, 3));
    expect([...found.hidden]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    expect(found.solved).toBeGreaterThan(0);
  });
});

describe('cells beyond reckoning', () => {
  /** As the square above in [7, ∞), where each cell has five values left; a cell of 11 stands in a pair with cell 0. */
  function withPair(isSmaller: boolean): Problem {
    const builder = new ProblemBuilder();
    [11, 9, 10, 10].forEach((value, at) =>
      builder.cell({ label: `c${at}`, value, status: PRIMARY, lower: 7, upper: Infinity }),
    );
    const pair = builder.cell({ label: 'pair', value: 11, status: UNKNOWN, lower: 0, upper: Infinity });
    if (isSmaller) builder.atMost(pair, 0);
    else builder.atMost(0, pair);
    for (const [one, other] of [
      [0, 1],
      [2, 3],
      [0, 2],
      [1, 3],
    ] as const) {
      // prettier-ignore
      const value = [11, 9, 10, 10][one]! + [11, 9, 10, 10][other]!;
      builder.relation(builder.cell({ label: 'sum', value, status: LOCKED, lower: 0, upper: Infinity }), [
        one,
        other,
      ]);
    }
    return builder.build();
  }

  test('say nothing of the other cell of a pair, be it above or below', () => {
    const none: ReadonlyMap<string, number> = new Map();
    const shares: Shares = Array.from({ length: 9 }, () => none);
    for (const isSmaller of [true, false]) {
      const problem = withPair(isSmaller);
      const sensitive = marked(9, 0, 1, 2, 3);
      const found = protectFromInsiders(problem, { shares, sensitive, beyond: marked(9, 4) }, WIDTH, solver);
      expect(cellsOf(found)).toEqual([0, 1, 2, 3, 4]);
    }
  });

  test('take no other pair with them', () => {
    const builder = new ProblemBuilder();
    const cell = (value: number, lower: number): number =>
      builder.cell({ label: `of ${value}`, value, status: PRIMARY, lower, upper: 20 });
    const [beyond, over, smaller, larger] = [cell(12, 2), cell(14, 2), cell(9, 2), cell(11, 2)];
    builder.atMost(beyond, over);
    builder.atMost(smaller, larger);
    builder.relation(builder.cell({ label: 'sum', value: 20, status: LOCKED, lower: 0, upper: 99 }), [
      smaller,
      larger,
    ]);
    // Who put 8 into the larger cell and nothing into the other knows that they lie 8 apart, of 20 in sum.
    const shares = [several, several, new Map([['a', 2], ['b', 2]]), new Map([['a', 4], ['b', 2]]), several]; // prettier-ignore
    const attempt = (first: number): unknown =>
      protectFromInsiders(
        builder.build(),
        { shares, sensitive: marked(5, smaller, larger), beyond: marked(5, first) },
        8,
        solver,
      );
    expect(attempt(larger)).toBeDefined();
    expect(() => attempt(beyond)).toThrow(NoSafePattern);
  });

  test('may be told themselves', () => {
    const builder = new ProblemBuilder();
    builder.cell({ label: 'one', value: 11, status: PRIMARY, lower: 2, upper: 13 });
    const shares = [new Map([['a', 8], ['b', 3]])]; // prettier-ignore
    const attempt = (beyond: Uint8Array): InsiderPattern =>
      protectFromInsiders(builder.build(), { shares, sensitive: Uint8Array.of(1), beyond }, WIDTH, solver);
    expect(cellsOf(attempt(Uint8Array.of(1)))).toEqual([0]);
    expect(() => attempt(Uint8Array.of(0))).toThrow(new NoSafePattern([0]));
  });
});

describe('what is hidden besides against insiders', () => {
  /** Three rows by three columns of tens with public sums, and what nobody shows, told by cell 8. */
  function square(): Problem {
    const builder = new ProblemBuilder();
    const costs = [1, 1, 5, 1, 1, 5, 1, 2, 30];
    for (const [at, cost] of costs.entries()) {
      const status = [0, 1, 3, 4].includes(at) ? PRIMARY : OPEN;
      builder.cell({ label: `c${at}`, value: 10, lower: 0, upper: Infinity, cost, status });
    }
    const unknown = builder.cell({ label: 'u', value: 5, status: UNKNOWN, lower: 0, upper: Infinity });
    const sum = (...parts: number[]): void => {
      const value = parts.reduce((before, part) => before + (part === unknown ? 5 : 10), 0);
      builder.relation(
        builder.cell({ label: 'sum', value, status: LOCKED, lower: 0, upper: Infinity }),
        parts,
      );
    };
    for (const at of [0, 1, 2]) sum(3 * at, 3 * at + 1, 3 * at + 2);
    for (const at of [0, 1, 2]) sum(at, at + 3, at + 6);
    sum(unknown, 8);
    return builder.build();
  }
  const found = (options?: ProtectOptions): InsiderPattern => {
    const shares: Shares = Array.from({ length: 17 }, (_, at) => (at === 3 ? new Map([['z', 10]]) : several));
    const insiders = { shares, sensitive: marked(17, 0, 9), beyond: marked(17) };
    return protectFromInsiders(square(), insiders, WIDTH, solver, options);
  };

  test('is as little as keeps the cell from who is alone beside it; what nobody shows may be told', () => {
    expect(cellsOf({ ...protect(square(), WIDTH, solver), solved: 0 })).toEqual([0, 1, 3, 4, 9]);
    expect(cellsOf(found())).toEqual([0, 1, 3, 4, 6, 7, 9]);
  });

  test('is reported on as it is looked for', () => {
    const calls = { protect: 0, found: 0 };
    protect(square(), WIDTH, solver, { onProgress: () => calls.protect++ });
    found({ onProgress: () => calls.found++ });
    expect(calls.protect).toBeGreaterThan(0);
    expect(calls.found).toBeGreaterThan(calls.protect);
  });
});
