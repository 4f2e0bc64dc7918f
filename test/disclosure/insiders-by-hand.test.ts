/** Patterns against insiders in tables small enough to be worked out by hand. */
import { protectFromInsiders, type InsiderPattern } from '../../src/disclosure/insiders/insiders.ts';
import type { ContributorShares } from '../../src/disclosure/insiders/shares.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { NoSafePattern, suppress, type SuppressOptions } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';

const WIDTH = 4;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Which cells are suppressed. */
const cellsOf = ({ suppressed }: InsiderPattern): number[] =>
  [...suppressed.keys()].filter((cell) => suppressed[cell] === 1);
const marked = (length: number, ...cells: number[]): Uint8Array =>
  Uint8Array.from({ length }, (_, cell) => (cells.includes(cell) ? 1 : 0));
const shareOf = (amounts: Record<string, number>, rest = 2): ContributorShares[number] =>
  new Map(
    Object.entries(amounts).map(([one, amount], _, all) => [
      one,
      { amount, rest: all.length > 1 ? rest : 0 },
    ]),
  );
const several = shareOf({ a: 3, b: 3, c: 3 });

describe('who is alone in a cell', () => {
  /** x + y = 20 and v + w = 20, x + v = 21 and y + w = 19: an attacker can derive none of them, width 4. */
  function square(): ProtectionProblem {
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
  const sharesWith = (first: ContributorShares[number]): ContributorShares => [
    first,
    ...Array.from({ length: 7 }, () => several),
  ];
  const marks = (...cells: number[]): Uint8Array =>
    Uint8Array.from({ length: 8 }, (_, cell) => (cells.includes(cell) ? 1 : 0));
  const withShares = (first: ContributorShares[number], sensitive: Uint8Array) =>
    protectFromInsiders(square(), { shares: sharesWith(first), sensitive }, 4, solver);

  test('knows it, and by it all the others: no pattern holds', () => {
    const alone = shareOf({ z: 11 });
    expect(() => withShares(alone, marks(0, 1, 2, 3))).toThrow(NoSafePattern);
    expect(() => withShares(alone, marks(1))).toThrow(
      /^No pattern keeps 1 suppressed cell\(s\) apart: \d\.$/,
    );
    expect(new NoSafePattern([3, 7])).toMatchObject({
      name: 'NoSafePattern',
      message: 'No pattern keeps 2 suppressed cell(s) apart: 3, 7.',
    });
  });

  test('may derive what the rules would publish', () => {
    const alone = shareOf({ z: 11 });
    expect([...withShares(alone, marks()).suppressed]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    expect([...withShares(alone, marks(0)).suppressed]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
  });

  test('learns nothing where others stand there as well', () => {
    const found = withShares(several, marks(0, 1, 2, 3));
    expect([...found.suppressed]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    expect(found.solved).toBeGreaterThan(0);
  });
});

test('who knows how far the cells of a pair lie apart may derive them by it', () => {
  const builder = new ProblemBuilder();
  const cell = (value: number): number =>
    builder.cell({ label: `of ${value}`, value, status: PRIMARY, lower: 2, upper: 20 });
  const [smaller, larger] = [cell(9), cell(11)];
  builder.atMost(smaller, larger);
  builder.relation(builder.cell({ label: 'sum', value: 20, status: LOCKED, lower: 0, upper: 99 }), [
    smaller,
    larger,
  ]);
  const attempt = (own: number): unknown => {
    const shares = [shareOf({ a: 2, b: 2 }), shareOf({ a: own, b: 2 }), several];
    return protectFromInsiders(builder.build(), { shares, sensitive: marked(3, smaller, larger) }, 6, solver);
  };
  expect(attempt(2)).toBeDefined();
  expect(() => attempt(4)).toThrow(NoSafePattern);
});

describe('what is suppressed besides against insiders', () => {
  /** Three rows by three columns of tens with public sums, and what nobody shows, told by cell 8. */
  function square(): ProtectionProblem {
    const builder = new ProblemBuilder();
    const costs = [1, 1, 5, 1, 1, 5, 1, 2, 30];
    for (const [at, cost] of costs.entries()) {
      const status = [0, 1, 3, 4].includes(at) ? PRIMARY : PUBLISHABLE;
      builder.cell({ label: `c${at}`, value: 10, lower: 0, upper: Infinity, cost, status });
    }
    const unknown = builder.cell({ label: 'u', value: 5, status: UNPUBLISHED, lower: 0, upper: Infinity });
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
  const found = (options?: SuppressOptions): InsiderPattern => {
    const shares: ContributorShares = Array.from({ length: 17 }, (_, at) =>
      at === 3 ? shareOf({ z: 10 }) : several,
    );
    const insiders = { shares, sensitive: marked(17, 0, 9) };
    return protectFromInsiders(square(), insiders, WIDTH, solver, options);
  };

  test('is as little as keeps the cell from who is alone beside it; what nobody publishes may be derivable', () => {
    expect(cellsOf({ ...suppress(square(), WIDTH, solver), solved: 0 })).toEqual([0, 1, 3, 4, 9]);
    expect(cellsOf(found())).toEqual([0, 1, 3, 4, 6, 7, 9]);
  });

  test('is reported on as it is looked for', () => {
    let rounds = 0;
    found({ onProgress: () => rounds++ });
    expect(rounds).toBeGreaterThan(0);
  });
});

describe('a zero that nobody may derive', () => {
  /** A number and a zero under a total; suppressing the number costs less. */
  function problem(least: number): { problem: ProtectionProblem; zero: number } {
    const builder = new ProblemBuilder();
    const cell = (label: string, value: number, cost: number): number =>
      builder.cell({ label, value, lower: least, upper: Infinity, cost });
    const [total, number, zero] = [cell('total', 20, 9), cell('number', 20, 2), cell('zero', 0, 1)];
    builder.relation(total, [number, zero]);
    return { problem: builder.build(), zero };
  }
  const hiddenWith = (least: number, groups: (zero: number) => number[][]): number[] => {
    const made = problem(least);
    const shares: ContributorShares = [several, several, new Map()];
    const zeros = { groups: groups(made.zero), least: 5 };
    const insiders = { shares, sensitive: new Uint8Array(3), zeros };
    return cellsOf(protectFromInsiders(made.problem, insiders, WIDTH, solver));
  };

  test('gets room by suppressing what it could come from, and what that needs in its turn', () => {
    expect(hiddenWith(5, () => [])).toEqual([]);
    expect(hiddenWith(5, (zero) => [[zero]])).toEqual([0, 1]);
  });

  test('gets it upwards where the number beside it can give nothing', () => {
    expect(hiddenWith(20, (zero) => [[zero]])).toEqual([0, 1]);
  });
});
