/** Tables with known answers: the pattern that is found against the one that is known. */
import { audit } from '../../src/disclosure/audit/audit.ts';
import { PRIMARY } from '../../src/disclosure/problem/problem.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { suppress } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { toldTooClosely } from './brute-force.ts';
import { factsOf } from './facts.ts';
import { withShared } from '../setup/shared.ts';
import { crossedTable, smallTable } from './shared-tables.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

describe('tables with known answers', () => {
  for (const [name, lower, optimum] of [
    ['o1_textbook2d', 0, 3],
    ['o1_textbook2d', 1, 3],
    ['o2_singleton', 0, 2],
    ['o2_singleton', 1, 4],
    ['o3_overlap', 0, 1],
    ['o3_overlap', 1, 1],
    ['o4_sequential', 0, 2],
    ['o4_sequential', 1, 2],
  ] as const) {
    const file = `sdc/${name}.json`;
    withShared(file)(
      `${name} withstands brute force by a reader who knows that suppressed means ≥ ${lower}`,
      () => {
        const problem = smallTable(file, lower);
        const found = suppress(problem, 1, solver, { effort: 'thorough' });
        console.log(`${name}, ≥ ${lower}: ${found.complementary} complementary (fewest possible ${optimum})`);
        expect(toldTooClosely(factsOf(problem, found.suppressed), 1)).toEqual([]);
        expect(found.complementary).toBe(optimum);
      },
    );
  }

  withShared('sdc/o2_singleton.json')(
    'an audit that forgets that suppressed means ≥ 1 passes a pattern that gives two ones away',
    () => {
      const { suppressed } = suppress(smallTable('sdc/o2_singleton.json', 0), 1, solver, {
        effort: 'thorough',
      });
      expect(audit(eraseSuppressed(smallTable('sdc/o2_singleton.json', 0), suppressed), 1, solver).safe).toBe(
        true,
      );
      const knowing = smallTable('sdc/o2_singleton.json', 1);
      const found = audit(eraseSuppressed(knowing, suppressed), 1, solver);
      expect(found.safe).toBe(false);
      expect([...found.unsafe]).toEqual(toldTooClosely(factsOf(knowing, suppressed), 1));
    },
  );

  for (const [file, depth, cells, primary, fewest] of [
    ['sdc/s1_kreis53x7.csv', 2, 472, 106, 14],
    ['sdc/s2_gem396x7.csv', 3, 3464, 1217, 72],
  ] as const) {
    withShared(file)(`${file} is protected by the fewest cells, and the bound proves it`, () => {
      const problem = crossedTable(file, depth, 1);
      expect(problem.values.length).toBe(cells);
      expect(problem.status.filter((status) => status === PRIMARY).length).toBe(primary);
      const found = suppress(problem, 1, solver, { effort: 'thorough' });
      expect(found.audit.safe).toBe(true);
      expect(found.complementary).toBe(fewest);
      expect(found.lowerBound).toBeGreaterThan(fewest - 1);
      expect(found.lowerBound).toBeLessThan(fewest + 1e-6);
      const fast = suppress(problem, 1, solver, { effort: 'fast' });
      expect(fast.audit.safe).toBe(true);
      console.log(`${file}: ${found.complementary} complementary, fast ${fast.complementary}`);
    });
  }
});
