import { grow, type GrowLimits } from '../../src/disclosure/grow.ts';
import type { Progress } from '../../src/disclosure/improve.ts';
import { NoSafePattern } from '../../src/disclosure/no-safe-pattern.ts';
import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import { LOCKED, OPEN, PRIMARY, UNKNOWN, type Problem } from '../../src/disclosure/problem.ts';
import type { Solver } from '../../src/disclosure/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
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

function failure(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

const told = (problem: Problem, limits: GrowLimits, by = solver): Progress[] => {
  const all: Progress[] = [];
  grow(problem, 1, by, limits, (progress) => all.push(progress));
  return all;
};

describe('a cell', () => {
  test('is protected by the cheapest change', () => {
    const { problem, of } = problemByName({ x: 0, a: 3, b: 2, c: 4 }, ['xabc']);
    for (const limits of [LIMITS, IDLE]) {
      expect(of(grow(problem, 1, solver, limits))).toBe('b x');
      expect(of(grow(problem, 3, solver, limits))).toBe('b x');
    }
  });

  test('that is unknown needs no protection, and costs nothing', () => {
    const builder = new ProblemBuilder();
    const add = (label: string, status: 0 | 1 | 2 | 3): number =>
      builder.cell({ label, value: 7, lower: 0, upper: Infinity, status });
    const [x, u, a, v] = [add('x', PRIMARY), add('u', UNKNOWN), add('a', OPEN), add('v', UNKNOWN)];
    const sum = (value: number): number =>
      builder.cell({ label: `${value}`, value, lower: 0, upper: Infinity, status: LOCKED });
    builder.relation(sum(21), [x, u, a]);
    builder.relation(sum(7), [v]);
    const problem = builder.build();
    expect([...grow(problem, 1, solver, LIMITS)]).toEqual([1, 1, 0, 1, 0, 0]);
    expect(told(problem, LIMITS)).toEqual([{ round: 1, cuts: 1, taken: 0 }]);
  });

  test('without any change is named, and no other', () => {
    const { problem, index } = problemByName({ x: 0, y: 0, z: 0, a: 1 }, ['xl', 'ya', 'zl']);
    expect(failure(() => grow(problem, 1, solver, LIMITS))).toEqual(
      new NoSafePattern([index('x'), index('z')]),
    );
  });

  test('is named with all that hang together with it where not even a first table is found', () => {
    const { problem, index } = problemByName({ x: 0, y: 0, z: 0, a: 1 }, ['xy', 'za']);
    const { solver: none } = scripted(() => UNDECIDED);
    expect(failure(() => grow(problem, 1, none, LIMITS))).toEqual(
      new NoSafePattern([index('x'), index('y')]),
    );
  });

  test('is looked at again as long as others find changes', () => {
    const { problem, of } = problemByName({ x: 0, y: 0, a: 1, b: 1 }, ['xa', 'yb']);
    let refused = 0;
    const late: Solver = {
      load: (program, nodes, manner) => {
        const loaded = solver.load(program, nodes, manner);
        // Up and down, at each of two reaches.
        if (manner === 'near' && refused++ < 4) loaded.minimise = () => UNDECIDED;
        return loaded;
      },
    };
    const rounds: Progress[] = [];
    const limits = { reaches: [FAR, { ...FAR, draw: 1 }], work: 0 };
    const hidden = grow(problem, 1, late, limits, (progress) => rounds.push(progress));
    expect(of(hidden)).toBe('a b x y');
    expect(rounds.map(({ cuts }) => cuts)).toEqual([2, 1, 1]);
  });

  test('is looked at as far as the next reach where the one before was too short', () => {
    const { problem, of } = problemByName({ x: 0, a: 1 }, ['xa']);
    const short = { ...FAR, size: 1 };
    expect(of(grow(problem, 1, solver, { ...LIMITS, reaches: [short, FAR] }))).toBe('a x');
    expect(failure(() => grow(problem, 1, solver, { ...LIMITS, reaches: [short] }))).toBeInstanceOf(
      NoSafePattern,
    );
  });

  test('hidden with another is protected as well, though no change needed it', () => {
    // g goes with a, and only c, or d for more, protects it.
    const { problem, of } = problemByName({ x: 0, a: 1, g: 1, b: 9, c: 2, d: 3 }, ['xab', 'gcd'], ['ag']);
    expect(of(grow(problem, 1, solver, LIMITS))).toBe('a c g x');
    const more = problemByName({ x: 0, a: 1, g: 1, h: 1, c: 2, d: 3 }, ['xa', 'gc', 'hd'], ['agh']);
    expect(more.of(grow(more.problem, 1, solver, LIMITS))).toBe('a c d g h x');
  });
});

describe('what is not needed is shown again', () => {
  test('where the change for another cell protects this one as well', () => {
    // x takes a. Then y takes b, which moves x, for that is cheaper to move than a.
    const { problem, of } = problemByName({ x: 0, y: 0, a: 2, b: 3 }, ['xab', 'yb']);
    expect(of(grow(problem, 1, solver, IDLE))).toBe('b x y');
  });

  test('first what costs most', () => {
    // a for x, b for y, c for z: each change moves the cell before, so that one of a and b is not needed.
    const costs = [
      { cost: { a: 2, b: 3, c: 4 }, left: 'a c x y z' },
      { cost: { a: 2, b: 2.5, c: 9 }, left: 'a c x y z' },
    ];
    for (const { cost, left } of costs) {
      const { problem, of } = problemByName({ x: 0, y: 0, z: 0, ...cost }, ['xab', 'ybc', 'zc']);
      expect(of(grow(problem, 1, solver, IDLE))).toBe(left);
    }
  });

  test('where other changes cost no more in sum', () => {
    // x takes a. Then y needs c, and moves a, for that is cheaper to move than x; but with c, x needs no a.
    const { problem, of } = problemByName({ x: 0, y: 0, a: 0.5, c: 2 }, ['xac', 'yc']);
    expect(of(grow(problem, 1, solver, IDLE))).toBe('a c x y');
    expect(of(grow(problem, 1, solver, LIMITS))).toBe('c x y');
  });

  test('not where they cost more', () => {
    const { problem, of } = problemByName({ x: 0, y: 0, a: 1, b: 2, c: 5 }, ['xab', 'yac']);
    expect(of(grow(problem, 1, solver, LIMITS))).toBe('a x y');
  });

  test('not where a cell hidden with others would stay without protection', () => {
    // g is as cheap as a, but h goes with it, and nothing protects h.
    const { problem, of } = problemByName({ x: 0, a: 1, g: 0.99, h: 0.01 }, ['xag', 'hl'], ['gh']);
    const found = new Set(
      Array.from({ length: 20 }, (_, draw) => {
        try {
          return of(grow(problem, 1, solver, { ...LIMITS, reaches: [{ ...FAR, draw }] }));
        } catch (error) {
          return error instanceof NoSafePattern && 'none';
        }
      }),
    );
    expect(found).toEqual(new Set(['a x', 'none']));
  });

  test('only until the work is done, and first what few changes need', () => {
    // Twice what other changes replace, as above: p by one change, a by two; in both orders.
    const sums = ['xac', 'yc', 'upq', 'vq'];
    for (const names of ['acxypquv', 'pquvacxy']) {
      const name = (word: string): string =>
        Array.from(word, (one) => names['acxypquv'.indexOf(one)]!).join('');
      const cost = Object.fromEntries(
        Object.entries({ x: 0, y: 0, u: 0, v: 0, a: 0.5, c: 2, p: 0.5, q: 2 }).map(([one, price]) => [name(one), price]),
      ); // prettier-ignore
      const { problem, of } = problemByName(cost, sums.map(name));
      const tries = [0, 1, 1e6].map((work) => told(problem, { ...LIMITS, work }).filter(({ cuts }) => cuts === 0).length); // prettier-ignore
      expect(tries.slice(0, 2)).toEqual([0, 1]);
      expect(tries[2]).toBeGreaterThan(3);
      expect(of(grow(problem, 1, solver, LIMITS))).toBe('c q u v x y');
    }
  });
});

describe('the search tells', () => {
  test('in each round how many cells are open and how many choices are hidden', () => {
    const { problem } = problemByName({ x: 0, y: 0, a: 1, b: 9, c: 1, d: 9 }, ['xab', 'ycd']);
    expect(told(problem, LIMITS)).toEqual([
      { round: 1, cuts: 2, taken: 0 },
      { round: 2, cuts: 1, taken: 1 },
      { round: 3, cuts: 0, taken: 2 },
      { round: 4, cuts: 0, taken: 2 },
    ]);
  });

  test('nothing where nothing is hidden', () => {
    expect(told(problemByName({ a: 1, b: 1 }, ['ab']).problem, LIMITS)).toEqual([]);
  });
});
