/** Suppression as a whole: from a problem to a pattern. */
import { audit } from '../../src/disclosure/audit/audit.ts';
import {
  suppressTogether,
  listAt,
  listCount,
  maySuppress,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { NoSafePattern, suppress, type Pattern } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { toldTooClosely } from './brute-force.ts';
import { factsOf } from './facts.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260402);
const THOROUGH = { effort: 'thorough' } as const;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** The pattern, or the cells that cannot be protected. */
function attempt(problem: ProtectionProblem, width: number): Pattern | NoSafePattern {
  try {
    return suppress(problem, width, solver, THOROUGH);
  } catch (error) {
    if (error instanceof NoSafePattern) return error;
    throw error;
  }
}

describe('a pattern', () => {
  test('withstands brute force on hundreds of random problems, or there is none', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const seen = { safe: 0, complementary: 0, 'none exists': 0, missed: 0, 'too many to try': 0 };
    for (let round = 0; round < 350; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const width = 1 + Math.floor(random() * 2);
      const found = attempt(problem, width);
      if (found instanceof NoSafePattern) {
        seen[withstandable(problem, width)]++;
        continue;
      }
      seen.safe++;
      seen.complementary += found.complementary;
      expect(toldTooClosely(factsOf(problem, found.suppressed), width)).toEqual([]);
      problem.values.forEach((_, cell) => {
        if (problem.status[cell] === PRIMARY) expect(found.suppressed[cell]).toBe(1);
        if (!maySuppress(problem, cell)) expect(found.suppressed[cell]).toBe(0);
      });
      for (let group = 0; group < listCount(problem.together); group++) {
        expect(new Set([...listAt(problem.together, group)].map((cell) => found.suppressed[cell])).size).toBe(
          1,
        );
      }
    }
    console.log(seen);
    expect(seen.safe).toBeGreaterThan(150);
    expect(seen.missed).toBe(0);
  });

  test('is the same for the same input, also from a fresh solver', async () => {
    const random = die(SEED + 1);
    const fresh = await highsSolver();
    for (let round = 0; round < 60; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const found = attempt(problem, 1);
      if (found instanceof NoSafePattern) continue;
      expect(suppress(problem, 1, solver, THOROUGH)).toEqual(found);
      expect(suppress(problem, 1, fresh, THOROUGH)).toEqual(found);
    }
  });

  test('suppresses nothing superfluous, nor a cell too few', () => {
    const random = die(SEED + 2);
    let shown = 0;
    for (let round = 0; round < 150; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const found = attempt(problem, 1);
      if (found instanceof NoSafePattern) continue;
      const primary = Uint8Array.from(problem.status, (status) => (status === PRIMARY ? 1 : 0));
      suppressTogether(problem, primary);
      for (const cell of found.suppressed.keys()) {
        if (found.suppressed[cell] !== 1 || primary[cell] === 1) continue;
        const together = new Uint8Array(primary.length);
        together[cell] = 1;
        suppressTogether(problem, together);
        const less = found.suppressed.map((mark, at) => (together[at] === 1 ? 0 : mark));
        expect(audit(eraseSuppressed(problem, less), 1, solver).safe).toBe(false);
        shown++;
      }
    }
    expect(shown).toBeGreaterThan(50);
  });

  test('is refused by the indexes of the cells, never by a value, where locked cells give one away', () => {
    const builder = new ProblemBuilder();
    const part = builder.cell({ label: 'part', value: 7341, status: PRIMARY, lower: 5, upper: Infinity });
    const other = builder.cell({ label: 'other', value: 0, lower: 0, upper: Infinity });
    const total = builder.cell({ label: 'total', value: 7341, status: 2, lower: 5, upper: Infinity });
    builder.relation(total, [part, other]);
    const found = attempt(builder.build(), 1) as NoSafePattern;
    expect(found).toBeInstanceOf(NoSafePattern);
    expect(found.cells).toEqual([part]);
    expect(found.message).not.toContain('7341');
  });
});

/** By trying every pattern, whether one withstands brute force after all. */
function withstandable(
  problem: ProtectionProblem,
  width: number,
): 'missed' | 'none exists' | 'too many to try' {
  const primary = Uint8Array.from(problem.status, (status) => (status === PRIMARY ? 1 : 0));
  suppressTogether(problem, primary);
  const free = [...primary.keys()].filter((cell) => maySuppress(problem, cell) && primary[cell] !== 1);
  if (free.length > 9) return 'too many to try';
  const tried = new Set<string>();
  for (let mask = 0; mask < 1 << free.length; mask++) {
    const suppressed = primary.slice();
    free.forEach((cell, at) => (mask >> at) & 1 && (suppressed[cell] = 1));
    suppressTogether(problem, suppressed);
    if (tried.has(suppressed.join(''))) continue;
    tried.add(suppressed.join(''));
    if (toldTooClosely(factsOf(problem, suppressed), width).length === 0) return 'missed';
  }
  return 'none exists';
}
