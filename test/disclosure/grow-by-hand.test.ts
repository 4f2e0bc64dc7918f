/** Growing a pattern, in small cases with a known end. */
import { grow, type GrowLimits } from '../../src/disclosure/search/grow.ts';
import { NoSafePattern } from '../../src/disclosure/search/no-safe-pattern.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { SearchTask, type SearchProgress } from '../../src/disclosure/search/search-task.ts';
import { failure } from './failure.ts';
import { problemByName } from './problem-by-name.ts';
import { scripted, UNDECIDED } from './scripted-solver.ts';

const FAR = { size: 100, trifle: 0.001, draw: 0 };
const LIMITS: GrowLimits = { reaches: [FAR], work: 1e6 };
/** Nothing is tried that some move needs. */
const IDLE: GrowLimits = { ...LIMITS, work: 0 };
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const told = (problem: ProtectionProblem, limits: GrowLimits, by = solver): SearchProgress[] => {
  const all: SearchProgress[] = [];
  grow(new SearchTask(problem, 1, by, (progress) => all.push(progress)), limits);
  return all;
};

describe('a cell', () => {
  test('is protected by the cheapest change', () => {
    const { problem, of } = problemByName({ x: 0, a: 3, b: 2, c: 4 }, ['xabc']);
    for (const limits of [LIMITS, IDLE]) {
      expect(of(grow(new SearchTask(problem, 1, solver), limits))).toBe('b x');
      expect(of(grow(new SearchTask(problem, 3, solver), limits))).toBe('b x');
    }
  });

  test('needs a change by the whole width of its own', () => {
    // x can only rise, and the other two by 1 each in its place; these can fall by 2 where w rises.
    const builder = new ProblemBuilder();
    const add = (value: number, status: 0 | 1 | 2, cost = 1, lower = 0, upper = 99): number =>
      builder.cell({ label: '', value, lower, upper, cost, status });
    const x = add(21, PRIMARY, 1, 21);
    const [y, z] = [add(7, PRIMARY, 1, 5, 8), add(7, PRIMARY, 1, 5, 8)];
    builder.relation(x, [y, z, add(7, PUBLISHABLE, 5)]);
    for (const cell of [x, y, z])
      builder.relation(add(cell === x ? 28 : 14, LOCKED), [cell, add(7, PUBLISHABLE)]);
    const suppressed = (width: number) =>
      [...grow(new SearchTask(builder.build(), width, solver), LIMITS)].join('');
    expect(suppressed(1)).toBe('1110010101');
    expect(suppressed(2)).toBe('1111010101');
  });

  test('is not looked for once another change protects it, and the problem stays as it was', () => {
    const { problem } = problemByName({ x: 0, y: 0 }, ['xy']);
    const before = problem.values.slice();
    expect(told(problem, LIMITS)).toEqual([{ round: 1, cuts: 2, taken: 0 }]);
    expect(problem.values).toEqual(before);
  });

  test('that is unknown needs no protection, and costs nothing', () => {
    const builder = new ProblemBuilder();
    const add = (label: string, status: 0 | 1 | 2 | 3): number =>
      builder.cell({ label, value: 7, lower: 0, upper: Infinity, status });
    const [x, u, a, v] = [
      add('x', PRIMARY),
      add('u', UNPUBLISHED),
      add('a', PUBLISHABLE),
      add('v', UNPUBLISHED),
    ];
    const sum = (value: number): number =>
      builder.cell({ label: `${value}`, value, lower: 0, upper: Infinity, status: LOCKED });
    builder.relation(sum(21), [x, u, a]);
    builder.relation(sum(7), [v]);
    const problem = builder.build();
    expect([...grow(new SearchTask(problem, 1, solver), LIMITS)]).toEqual([1, 1, 0, 1, 0, 0]);
    expect(told(problem, LIMITS)).toEqual([{ round: 1, cuts: 1, taken: 0 }]);
  });

  test('without any change is named, and no other', () => {
    const { problem, index } = problemByName({ x: 0, y: 0, z: 0, a: 1 }, ['xl', 'ya', 'zl']);
    expect(failure(() => grow(new SearchTask(problem, 1, solver), LIMITS))).toEqual(
      new NoSafePattern([index('x'), index('z')]),
    );
  });

  test('is named with its connected component where not even a first table is found', () => {
    const { problem, index } = problemByName({ x: 0, y: 0, z: 0, a: 1 }, ['xy', 'za']);
    const { solver: none } = scripted(() => UNDECIDED);
    expect(failure(() => grow(new SearchTask(problem, 1, none), LIMITS))).toEqual(
      new NoSafePattern([index('x'), index('y')]),
    );
  });

  test('is looked at again as long as others find changes', () => {
    const { problem, of } = problemByName({ x: 0, y: 0, a: 1, b: 1 }, ['xa', 'yb']);
    let refused = 0;
    const late: Solver = {
      load: (program, nodes, hint) => {
        const loaded = solver.load(program, nodes, hint);
        // Up and down, near by and at each of two reaches.
        if (hint === 'near-zero' && refused++ < 6) loaded.minimise = () => UNDECIDED;
        return loaded;
      },
    };
    const rounds: SearchProgress[] = [];
    const limits = { reaches: [FAR, { ...FAR, draw: 1 }], work: 0 };
    const suppressed = grow(new SearchTask(problem, 1, late, (progress) => rounds.push(progress)), limits);
    expect(of(suppressed)).toBe('a b x y');
    expect(rounds.map(({ cuts }) => cuts)).toEqual([2, 1, 1]);
  });

  test('is looked at as far as the next reach where the one before was too short', () => {
    const { problem, of } = problemByName({ x: 0, a: 1 }, ['xa']);
    const short = { ...FAR, size: 1 };
    expect(of(grow(new SearchTask(problem, 1, solver), { ...LIMITS, reaches: [short, FAR] }))).toBe('a x');
    expect(
      failure(() => grow(new SearchTask(problem, 1, solver), { ...LIMITS, reaches: [short] })),
    ).toBeInstanceOf(NoSafePattern);
  });

  test('suppressed with another is protected as well, though no change needed it', () => {
    // g goes with a, and only c, or d for more, protects it.
    const { problem, of } = problemByName({ x: 0, a: 1, g: 1, b: 9, c: 2, d: 3 }, ['xab', 'gcd'], ['ag']);
    expect(of(grow(new SearchTask(problem, 1, solver), LIMITS))).toBe('a c g x');
    const more = problemByName({ x: 0, a: 1, g: 1, h: 1, c: 2, d: 3 }, ['xa', 'gc', 'hd'], ['agh']);
    expect(more.of(grow(new SearchTask(more.problem, 1, solver), LIMITS))).toBe('a c d g h x');
  });
});

describe('what is not needed is shown again', () => {
  test('where the change for another cell protects this one as well', () => {
    // x takes a. Then y takes b, which moves x, for that is cheaper to move than a.
    const { problem, of } = problemByName({ x: 0, y: 0, a: 2, b: 3 }, ['xab', 'yb']);
    expect(of(grow(new SearchTask(problem, 1, solver), IDLE))).toBe('b x y');
  });

  test('first what costs most', () => {
    // a for x, b for y, c for z: each change moves the cell before, so that one of a and b is not needed.
    const costs = [
      { cost: { a: 2, b: 3, c: 4 }, left: 'a c x y z' },
      { cost: { a: 2, b: 2.5, c: 9 }, left: 'a c x y z' },
      { cost: { b: 2, a: 3, c: 4 }, left: 'b c x y z', sums: ['xba', 'yac', 'zc'] },
    ];
    for (const { cost, left, sums = ['xab', 'ybc', 'zc'] } of costs) {
      const { problem, of } = problemByName({ x: 0, y: 0, z: 0, ...cost }, sums);
      expect(of(grow(new SearchTask(problem, 1, solver), IDLE))).toBe(left);
    }
  });

  test('where other changes cost no more in sum', () => {
    // x takes a. Then y needs c, and moves a, for that is cheaper to move than x; but with c, x needs no a.
    const { problem, of } = problemByName({ x: 0, y: 0, a: 0.5, c: 2 }, ['xac', 'yc']);
    expect(of(grow(new SearchTask(problem, 1, solver), IDLE))).toBe('a c x y');
    expect(of(grow(new SearchTask(problem, 1, solver), LIMITS))).toBe('c x y');
  });

  test('not where they cost more', () => {
    const { problem, of } = problemByName({ x: 0, y: 0, a: 1, b: 2, c: 5 }, ['xab', 'yac']);
    expect(of(grow(new SearchTask(problem, 1, solver), LIMITS))).toBe('a x y');
  });

  test('not where a cell suppressed with others would stay without protection', () => {
    // a is as cheap as c, but b goes with it, and nothing protects b.
    const { problem, of } = problemByName({ x: 0, a: 0.99, b: 0.01, c: 1 }, ['xac', 'bl'], ['ab']);
    const found = new Set(
      Array.from({ length: 8 }, (_, draw) => {
        try {
          return of(grow(new SearchTask(problem, 1, solver), { ...LIMITS, reaches: [{ ...FAR, draw }] }));
        } catch (error) {
          return error instanceof NoSafePattern && 'none';
        }
      }),
    );
    expect(found).toEqual(new Set(['c x', 'none']));
  });

  test('only once, if another trial shows it', () => {
    // a never changes without b; see above. Tried are c, one of a and b, and once more c.
    const { problem, of } = problemByName({ x: 0, y: 0, a: 0.3, b: 0.3, c: 2 }, ['xac', 'yc', 'ab']);
    expect(of(grow(new SearchTask(problem, 1, solver), IDLE))).toBe('a b c x y');
    expect(of(grow(new SearchTask(problem, 1, solver), LIMITS))).toBe('c x y');
    expect(told(problem, LIMITS).filter(({ cuts }) => cuts === 0).length).toBe(3);
  });

  test('only until the work is done, and first what few changes need', () => {
    // Other changes replace a and p, as above; a is part of three changes, p of two. In both orders.
    const cost = { x: 0, y: 0, z: 0, a: 0.5, c: 2, d: 2, u: 0, v: 0, p: 0.5, q: 2 };
    for (const names of ['acdpquvxyz', 'pqdacuvxyz']) {
      const name = (word: string): string => Array.from(word, (one) => names['acdpquvxyz'.indexOf(one)]!).join(''); // prettier-ignore
      const own = Object.fromEntries(Object.entries(cost).map(([one, price]) => [name(one), price]));
      const { problem, of } = problemByName(own, ['xacd', 'yc', 'zd', 'upq', 'vq'].map(name));
      const trials = (work: number): number =>
        told(problem, { ...LIMITS, work }).filter(({ cuts }) => cuts === 0).length;
      expect([trials(0), trials(1)]).toEqual([0, 1]);
      const isSuppressed = (one: string, work: number): boolean =>
        of(grow(new SearchTask(problem, 1, solver), { ...LIMITS, work })).includes(name(one));
      // With the least work that shows p, a is suppressed still.
      let [low, high] = [0, 512];
      while (high - low > 1) {
        const middle = (low + high) / 2;
        if (isSuppressed('p', middle)) low = middle;
        else high = middle;
      }
      expect([isSuppressed('a', high), isSuppressed('p', 512), isSuppressed('a', 512)]).toEqual([
        true,
        false,
        false,
      ]);
    }
  });
});

describe('the search tells', () => {
  test('in each round how many cells are open and how many choices are suppressed', () => {
    const { problem } = problemByName({ x: 0, y: 0, a: 1, b: 9, c: 1, d: 9 }, ['xab', 'ycd']);
    expect(told(problem, LIMITS)).toEqual([
      { round: 1, cuts: 2, taken: 0 },
      { round: 2, cuts: 1, taken: 1 },
      { round: 3, cuts: 0, taken: 2 },
      { round: 4, cuts: 0, taken: 2 },
    ]);
  });

  test('nothing where nothing is suppressed', () => {
    expect(told(problemByName({ a: 1, b: 1 }, ['ab']).problem, LIMITS)).toEqual([]);
  });
});
