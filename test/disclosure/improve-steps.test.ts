/** Improving a pattern: its lower bound, its rounds, and what is safe in fractions only. */
import { improve, leastCost, type Limits } from '../../src/disclosure/search/improve.ts';
import { NoSafePattern } from '../../src/disclosure/search/no-safe-pattern.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { SearchTask, type SearchProgress } from '../../src/disclosure/search/search-task.ts';
import { failure } from './failure.ts';
import { problemByName } from './problem-by-name.ts';
import { scripted } from './scripted-solver.ts';

const FREE: Limits = { free: 100, within: 100, least: 0, work: 1e9, nodes: 1000, branch: 0 };
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const problemOf = (cost: Readonly<Record<string, number>>, ...sums: readonly string[]) => problemByName(cost, sums); // prettier-ignore

describe('what every safe pattern costs at least', () => {
  const most = { rounds: 4, columns: 9 };

  test('is nothing where nothing was looked at, and more with each round that finds something', () => {
    // x needs a or its sum; a needs b or its sum, both dearer than the first sum.
    const { problem } = problemOf({ x: 0, a: 2, b: 6, xa: 7, ab: 9 }, 'xa', 'ab');
    const bounds = [0, 1, 2, 4].map((rounds) =>
      leastCost(new SearchTask(problem, 2, solver), { ...most, rounds }),
    );
    expect(bounds).toEqual([0, 2, 7, 7]);
    expect(leastCost(new SearchTask(problem, 2, solver), { ...most, columns: 0 })).toBe(0);
  });

  test('is looked for no longer than something is found', () => {
    const { problem } = problemOf({ x: 0, a: 2, xa: 7 }, 'xa');
    const counts = [1, 2, 4].map((rounds) => {
      const { solver: watched, loaded } = scripted(({ program, cost }) =>
        solver.load(program).minimise(cost),
      );
      expect(leastCost(new SearchTask(problem, 2, watched), { ...most, rounds })).toBe(2);
      return loaded.length;
    });
    expect(counts[2]).toBe(counts[1]);
    expect(counts[0]).toBeLessThan(counts[1]!);
  });

  test('is nothing that could be said where no pattern is safe', () => {
    const { problem, index } = problemOf({ x: 0, y: 0, a: 2 }, 'xe', 'ya');
    expect(failure(() => leastCost(new SearchTask(problem, 2, solver), most))).toEqual(
      new NoSafePattern([index('x')]),
    );
  });
});

describe('the rounds', () => {
  /** The cheapest are b and c; a serves two of the three cells and costs less than those of c alone seem to. */
  const choice = () => problemOf({ x: 0, y: 0, z: 0, a: 1.9, b: 1, c: 1, d: 5 }, 'xab', 'yac', 'zbd');
  const found = (limits: Limits) => {
    const { problem, of } = choice();
    const told: SearchProgress[] = [];
    const { suppressed, audit, bound } = improve(
      new SearchTask(problem, 2, solver, (progress) => told.push(progress)),
      limits,
    );
    expect(audit.safe).toBe(true);
    return { suppressed: of(suppressed), bound, told };
  };

  test('find the cheapest where they may choose anew, and say so', () => {
    expect(found(FREE)).toEqual({
      suppressed: 'b c x y z',
      bound: 2,
      told: [
        { round: 1, cuts: 3, taken: 0 },
        { round: 2, cuts: 0, taken: 2 },
      ],
    });
    expect(found({ ...FREE, free: 2 }).suppressed).toBe('b c x y z');
  });

  test('go on until the least work is done, however few they are', () => {
    expect(found({ ...FREE, free: 1, least: 1e6 }).suppressed).toBe('b c x y z');
  });

  test('look at every cell anew, also at those that another pattern protected', () => {
    // Two rows and two columns with their sums: values, ends, costs; the corner, two sums and another part are suppressed.
    const builder = new ProblemBuilder();
    const value = [6, 12, 15, 24, 9, 12, 6, 9, 3];
    const lower = [3, 9, 14, 23, 6, 11, 5, 8, 2];
    const upper = [7, 15, 16, 25, 9, 13, 8, 9, 6];
    const cost = [1, 3, 1, 4, 3, 2, 4, 4, 1];
    value.forEach((own, at) => builder.cell({ label: '', value: own, status: [0, 1, 3, 6].includes(at) ? PRIMARY : PUBLISHABLE, lower: lower[at]!, upper: upper[at]!, cost: cost[at]! })); // prettier-ignore
    for (const [total, ...parts] of [[1, 0, 6], [5, 4, 8], [3, 1, 5], [2, 0, 4], [7, 6, 8], [3, 2, 7]] as const) builder.relation(total, parts); // prettier-ignore
    const told: SearchProgress[] = [];
    improve(new SearchTask(builder.build(), 2, solver, (progress) => told.push(progress)), FREE);
    // In the third, six inequalities; three of them of cells that the second pattern protected.
    expect(told.map(({ cuts }) => cuts)).toEqual([4, 2, 6, 0]);
  });

  test('keep what serves most for its cost when they are used up, and choose among that', () => {
    for (const limits of [
      { ...FREE, free: 1 },
      { ...FREE, work: 0 },
    ]) {
      expect(found(limits)).toEqual({
        suppressed: 'a b x y z',
        bound: 0,
        told: [
          { round: 1, cuts: 3, taken: 0 },
          { round: 2, cuts: 0, taken: 2 },
        ],
      });
    }
  });

  test('keep one choice for an inequality, by position where they serve alike', () => {
    const { problem, of } = problemOf({ x: 0, a: 3, b: 2, c: 2, d: 2 }, 'xabcd');
    const { suppressed, audit } = improve(new SearchTask(problem, 2, solver), { ...FREE, free: 1 });
    expect([of(suppressed), audit.safe]).toEqual(['b x', true]);
  });

  test('choose anew where what was kept cannot be protected', () => {
    // b serves x for less, but the sum of b with e and e itself are public.
    const { problem, of } = problemOf({ x: 0, a: 2, b: 1, xab: 9 }, 'xab', 'be');
    for (const free of [1, 2, 9]) {
      const { suppressed, bound } = improve(new SearchTask(problem, 2, solver), { ...FREE, free });
      expect(of(suppressed)).toBe('a x');
      expect(bound).toBeLessThanOrEqual(2);
    }
  });
});

describe('what is safe in fractions only', () => {
  /** x + y = 10, y + z = 10, x + z = t with t from 5 to 9: x ends at 2.5 and 4.5, and whole tables have 3 and 4. */
  function triangle(cost: readonly [number, number] | undefined): ProtectionProblem {
    const builder = new ProblemBuilder();
    const add = (value: number, lower: number, upper: number): number =>
      builder.cell({ label: '', value, status: PRIMARY, lower, upper });
    const [x, y, z, t] = [add(3, 1, 20), add(7, 1, 20), add(3, 1, 20), add(6, 5, 9)];
    for (const [at, parts] of [[x, y], [y, z]].entries()) {
      const status = cost ? PUBLISHABLE : LOCKED;
      const sum = builder.cell({ label: '', value: 10, status, lower: 1, upper: 20, cost: cost?.[at] ?? 1 });
      builder.relation(sum, parts);
    } // prettier-ignore
    builder.relation(t, [x, z]);
    return builder.build();
  }

  test('needs the cheapest cell next to it as well', () => {
    const cases = [
      { free: 1, cost: [2, 3], suppressed: [1, 1, 1, 1, 1, 0], bound: 0 },
      { free: 100, cost: [3, 2], suppressed: [1, 1, 1, 1, 0, 1], bound: 2 },
    ] as const;
    for (const { free, cost, suppressed, bound } of cases) {
      const found = improve(new SearchTask(triangle(cost), 2, solver), { ...FREE, free });
      expect([...found.suppressed]).toEqual(suppressed);
      expect(found.audit.safe).toBe(true);
      expect(found.bound).toBe(bound);
    }
  });

  test('is chosen among what is suppressed from then on where branches of integer programs used up the work', () => {
    // Beside the triangle, three cells of which each needs one of two; only whole choices cost 2.
    const problem = triangleAndCycle();
    const bound = (branch: number) => improve(new SearchTask(problem, 2, solver), { ...FREE, branch }).bound;
    // 3 columns and 1,000 branches, so that 10⁹ columns are used up from 333,334 for each on.
    expect([0, 333_333, 333_334].map(bound)).toEqual([4, 4, 2]);
  });

  function triangleAndCycle(): ProtectionProblem {
    const builder = new ProblemBuilder();
    const add = (value: number, lower: number, upper: number, status: 0 | 1 | 2, cost = 1): number =>
      builder.cell({ label: '', value, status, lower, upper, cost });
    const [x, y, z] = [add(3, 1, 20, PRIMARY), add(7, 1, 20, PRIMARY), add(3, 1, 20, PRIMARY)];
    builder.relation(add(10, 1, 20, PUBLISHABLE, 3), [x, y]);
    builder.relation(add(10, 1, 20, PUBLISHABLE, 2), [y, z]);
    builder.relation(add(6, 5, 9, PRIMARY), [x, z]);
    const circle = [
      add(7, 0, 99, PUBLISHABLE),
      add(7, 0, 99, PUBLISHABLE),
      add(7, 0, 99, PUBLISHABLE),
    ] as const;
    for (const [one, other] of [[0, 1], [1, 2], [2, 0]] as const) {
      builder.relation(add(21, 0, 99, LOCKED), [add(7, 0, 99, PRIMARY), circle[one], circle[other]]);
    } // prettier-ignore
    return builder.build();
  }

  test('is no pattern where there is none', () => {
    expect(failure(() => improve(new SearchTask(triangle(undefined), 2, solver), FREE))).toBeInstanceOf(
      NoSafePattern,
    );
  });
});
