/** Improving a pattern by cutting planes. */
import { improve, type Limits } from '../../src/disclosure/search/improve.ts';
import { NoSafePattern } from '../../src/disclosure/search/no-safe-pattern.ts';
import {
  alwaysSuppressed,
  suppressTogether,
  maySuppress,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { SearchTask, type SearchProgress } from '../../src/disclosure/search/search-task.ts';
import { toldTooClosely } from './brute-force.ts';
import { factsOf } from './facts.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260711);
const UNHURRIED: Limits = { free: 100, within: 100, least: 0, work: 1e9, nodes: 1000, branch: 0 };
const HASTY: Limits = { free: 1, within: 2, least: 0, work: 1e9, nodes: 1000, branch: 0 };

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const costOf = (problem: ProtectionProblem, suppressed: Uint8Array): number => {
  const always = alwaysSuppressed(problem);
  return problem.cost.reduce((sum, cost, cell) => (suppressed[cell] !== always[cell] ? sum + cost : sum), 0);
};

/** Least cost of a pattern that withstands brute force; Infinity if none does, undefined if there are too many. */
function leastCost(problem: ProtectionProblem, width: number): number | undefined {
  const always = alwaysSuppressed(problem);
  const free = [...always.keys()].filter((cell) => maySuppress(problem, cell) && always[cell] !== 1);
  if (free.length > 8) return undefined;
  let least = Infinity;
  for (let mask = 0; mask < 1 << free.length; mask++) {
    const suppressed = always.slice();
    free.forEach((cell, at) => (mask >> at) & 1 && (suppressed[cell] = 1));
    suppressTogether(problem, suppressed);
    const cost = costOf(problem, suppressed);
    if (cost < least && toldTooClosely(factsOf(problem, suppressed), width).length === 0) least = cost;
  }
  return least;
}

describe('cutting planes', () => {
  test('find the least cost that brute force finds, and their bound never lies above it', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const seen = { least: 0, none: 0, hasty: 0 };
    for (let round = 0; round < 120; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const width = 1 + Math.floor(random() * 2);
      const least = leastCost(problem, width);
      if (least === undefined) continue;
      if (least === Infinity) {
        seen.none++;
        expect(() => improve(new SearchTask(problem, width, solver), UNHURRIED)).toThrow(NoSafePattern);
        continue;
      }
      seen.least++;
      const found = improve(new SearchTask(problem, width, solver), UNHURRIED);
      expect(costOf(problem, found.suppressed)).toBe(least);
      expect(found.bound).toBeLessThanOrEqual(least + 1e-6);
      const hasty = improve(new SearchTask(problem, width, solver), HASTY);
      expect(toldTooClosely(factsOf(problem, hasty.suppressed), width)).toEqual([]);
      expect(hasty.bound).toBeLessThanOrEqual(least + 1e-6);
      if (costOf(problem, hasty.suppressed) > least) seen.hasty++;
    }
    console.log(seen);
    expect(seen.least).toBeGreaterThan(30);
    expect(seen.none).toBeGreaterThan(3);
  });

  test('tell how far they have come, and end with a round that finds nothing', () => {
    const random = die(SEED + 1);
    const told: SearchProgress[] = [];
    const problem = randomProblem(random, { dimensions: [4, 5], measures: 1 });
    improve(new SearchTask(problem, 1, solver, (progress) => told.push(progress)), UNHURRIED);
    expect(told.map(({ round }) => round)).toEqual(told.map((_, at) => at + 1));
    expect(told.findIndex(({ cuts }) => cuts === 0)).toBe(told.length - 1);
  });
});
