/** The audit of three crossed dimensions. */
import { audit } from '../../src/disclosure/audit/audit.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import type { ProtectionProblem } from '../../src/disclosure/problem/problem.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import { withProgram, type Solver } from '../../src/disclosure/program/solver.ts';
import { connectedComponents } from '../../src/disclosure/audit/component.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { toldTooClosely } from './brute-force.ts';
import { factsOf } from './facts.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260701);
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** A cross of three dimensions with its open margins: all cells but zeros are suppressed, in a domain up to 3. */
function cross(sizes: readonly number[], counts: readonly number[], lower: number) {
  const builder = new ProblemBuilder();
  const [, width = 1, depth = 1] = sizes;
  const places = counts.map((_, at) => [
    Math.floor(at / (width * depth)),
    Math.floor(at / depth) % width,
    at % depth,
  ]);
  const cells = counts.map((value, at) =>
    builder.cell({ label: places[at]!.join(), value, lower: Math.min(lower, value), upper: 3 }),
  );
  for (const axis of sizes.keys()) {
    const lines = new Map<string, number[]>();
    for (const [at, place] of places.entries()) {
      const label = place.with(axis, -1).join();
      lines.set(label, [...(lines.get(label) ?? []), at]);
    }
    for (const [label, line] of lines) {
      const value = line.reduce((sum, at) => sum + counts[at]!, 0);
      const parts = line.map((at) => cells[at]!);
      builder.relation(builder.cell({ label, value, lower: 0, upper: 12 }), parts);
    }
  }
  const problem: ProtectionProblem = builder.build();
  const suppressed = Uint8Array.from(problem.values, (value, cell) =>
    cell < counts.length && value > 0 ? 1 : 0,
  );
  return { problem, suppressed };
}

describe('the audit of three crossed dimensions', () => {
  test('agrees with brute force, cell by cell, where feasible tables are rarer than fractional ones', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const seen = { suppressed: 0, unsafe: 0 };
    for (let round = 0; round < 240; round++) {
      const sizes = [
        [3, 3, 3],
        [2, 3, 4],
        [3, 3, 4],
      ][round % 3]!;
      const zeros = 0.1 + 0.3 * random();
      const counts = Array.from({ length: sizes.reduce((a, b) => a * b) }, () =>
        random() < zeros ? 0 : 1 + Math.floor(2.4 * random()),
      );
      const { problem, suppressed } = cross(sizes, counts, round % 2);
      const width = 1 + (round % 5 === 4 ? 1 : 0);
      const found = audit(eraseSuppressed(problem, suppressed), width, solver);
      const expected = toldTooClosely(factsOf(problem, suppressed), width);
      expect({ round, unsafe: [...found.unsafe] }).toEqual({ round, unsafe: expected });
      expect([...found.undecided]).toEqual([]);
      seen.suppressed += suppressed.reduce((sum, mark) => sum + mark, 0);
      seen.unsafe += expected.length;
    }
    console.log(seen);
    expect(Math.min(seen.unsafe, seen.suppressed - seen.unsafe)).toBeGreaterThan(500);
  });

  test('sees through one in which fractions can move and whole numbers cannot', () => {
    const ones = Array.from('101010011011110111101111101101111000', Number);
    const { problem, suppressed } = cross([3, 3, 4], ones, 0);
    const published = eraseSuppressed(problem, suppressed);
    const inner = [...suppressed.keys()].filter((cell) => suppressed[cell] === 1);
    const [system] = connectedComponents(published, 2);
    withProgram(solver, system!.program, (loaded) => {
      const wide = [...inner.keys()].filter((column) => {
        const ends = [1, -1].map((sign) => {
          const cost = new Float64Array(inner.length);
          cost[column] = sign;
          const outcome = loaded.minimise(cost);
          return 'x' in outcome ? outcome.x[column]! : NaN;
        });
        return ends[1]! - ends[0]! > 0.99;
      });
      expect(wide.length).toBe(18);
    });
    expect([...audit(published, 1, solver).disclosed]).toEqual(inner);
    expect(toldTooClosely(factsOf(problem, suppressed), 1)).toEqual(inner);
  });
});
