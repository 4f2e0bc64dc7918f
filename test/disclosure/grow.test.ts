/** Growing a pattern of suppressed cells, on invented problems. */
import { grow, type GrowLimits } from '../../src/disclosure/search/grow.ts';
import { improve, leastCost } from '../../src/disclosure/search/improve.ts';
import { NoSafePattern } from '../../src/disclosure/search/no-safe-pattern.ts';
import {
  alwaysSuppressed,
  listAt,
  listCount,
  maySuppress,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { SearchTask } from '../../src/disclosure/search/search-task.ts';
import { toldTooClosely } from './brute-force.ts';
import { factsOf } from './facts.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261123);
const LIMITS: GrowLimits = {
  reaches: [
    { size: 100, trifle: 0.001, draw: 0 },
    { size: 100, trifle: 1, draw: 1 },
  ],
  work: 1e6,
};

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const costOf = (problem: ProtectionProblem, suppressed: Uint8Array): number => {
  const always = alwaysSuppressed(problem);
  return problem.cost.reduce((sum, cost, cell) => (suppressed[cell] !== always[cell] ? sum + cost : sum), 0);
};

/** Undefined where a cell got no move. */
function attempt(problem: ProtectionProblem, width: number): Uint8Array | undefined {
  try {
    return grow(new SearchTask(problem, width, solver), LIMITS);
  } catch (error) {
    if (error instanceof NoSafePattern) return undefined;
    throw error;
  }
}

describe('a grown pattern', () => {
  test('withstands brute force, costs no less than any must, and keeps groups whole', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const seen = { grown: 0, none: 0, cheapest: 0, dearer: 0 };
    for (let round = 0; round < 105; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const width = 1 + Math.floor(random() * 2);
      const suppressed = attempt(problem, width);
      if (!suppressed) {
        seen.none++;
        continue;
      }
      seen.grown++;
      expect(toldTooClosely(factsOf(problem, suppressed), width)).toEqual([]);
      suppressed.forEach((mark, cell) => {
        if (problem.status[cell] === PRIMARY) expect(mark).toBe(1);
        if (mark === 1) expect(maySuppress(problem, cell)).toBe(true);
      });
      for (let group = 0; group < listCount(problem.together); group++) {
        expect(new Set(Array.from(listAt(problem.together, group), (cell) => suppressed[cell])).size).toBe(1);
      }
      const { bound } = improve(new SearchTask(problem, width, solver), {
        free: 30,
        within: 30,
        least: 0,
        work: 1e9,
        nodes: 100,
        branch: 0,
      });
      const cost = costOf(problem, suppressed);
      expect(cost).toBeGreaterThanOrEqual(bound - 1e-6);
      expect(
        leastCost(new SearchTask(problem, width, solver), { rounds: 3, columns: 100 }),
      ).toBeLessThanOrEqual(cost + 1e-6);
      seen[cost <= bound + 1e-6 ? 'cheapest' : 'dearer']++;
    }
    console.log(seen);
    expect(seen.grown).toBeGreaterThan(50);
    expect(seen.cheapest).toBeGreaterThan(seen.dearer);
  });

  test('is the same whatever the values of always suppressed cells are, as long as all that is shown stays', () => {
    const random = die(SEED + 1);
    let same = 0;
    for (let round = 0; round < 42; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const always = alwaysSuppressed(problem);
      const erased = {
        ...problem,
        values: problem.values.map((value, cell) => (always[cell] ? NaN : value)),
      };
      const suppressed = attempt(problem, 1);
      expect(attempt(erased, 1)).toEqual(suppressed);
      if (suppressed) same++;
    }
    expect(same).toBeGreaterThan(15);
  });
});
