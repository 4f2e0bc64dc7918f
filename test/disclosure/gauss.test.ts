/** The suppression pattern by elimination: the linear relations alone give no cell away. */
import { gaussPattern } from '../../src/disclosure/elimination/gauss.ts';
import { linearlyDisclosed } from '../../src/disclosure/elimination/linear-audit.ts';
import { alwaysSuppressed, listAt, listCount, maySuppress } from '../../src/disclosure/problem/problem.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';
import { withShared } from '../setup/shared.ts';
import { crossedTable } from './shared-tables.ts';

const SEED = Number(process.env.SEED ?? 20240915);
const count = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);

describe('the pattern by elimination', () => {
  test(`discloses no cell by addition that any pattern could protect, and keeps what must be kept (seed ${SEED})`, () => {
    const random = die(SEED);
    let added = 0;
    for (let round = 0; round < 1500; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const primary = alwaysSuppressed(problem);
      const suppressed = gaussPattern(problem);
      const everything = suppressed.map((mark, cell) =>
        primary[cell] === 1 || maySuppress(problem, cell) ? 1 : mark,
      );
      const beyondHelp = new Set(linearlyDisclosed(problem, everything));
      expect([...linearlyDisclosed(problem, suppressed)].filter((cell) => !beyondHelp.has(cell))).toEqual([]);
      for (const [cell, mark] of suppressed.entries()) {
        if (primary[cell] === 1) expect(mark).toBe(1);
        else if (!maySuppress(problem, cell)) expect(mark).toBe(0);
      }
      for (let group = 0; group < listCount(problem.together); group++)
        expect(new Set([...listAt(problem.together, group)].map((cell) => suppressed[cell])).size).toBe(1);
      added += count(suppressed) - count(primary);
    }
    expect(added).toBeGreaterThan(1000);
  });

  test(`suppresses no cell in vain: publishing any other again would disclose one (seed ${SEED})`, () => {
    const random = die(SEED);
    for (let round = 0; round < 600; round++) {
      const drawn = randomProblem(random, SHAPES[round % 5]!);
      // With domains far below the values no sum is at its end, so that addition alone decides.
      const problem = { ...drawn, lower: drawn.lower.map(() => -1) };
      const primary = alwaysSuppressed(problem);
      const suppressed = gaussPattern(problem);
      const before = linearlyDisclosed(problem, suppressed).length;
      for (const [cell, mark] of suppressed.entries()) {
        if (mark !== 1 || primary[cell] === 1) continue;
        expect(linearlyDisclosed(problem, suppressed.with(cell, 0)).length).toBeGreaterThan(before);
      }
    }
  });

  test('says the same twice, and values that are no primary and not at their end do not matter', () => {
    const problem = randomProblem(die(SEED), { dimensions: [5, 4, 3], measures: 2 });
    expect(gaussPattern(problem)).toEqual(gaussPattern(problem));
    const scaled = {
      ...problem,
      values: problem.values.map((v) => 7 * v),
      lower: problem.lower.map((v) => 7 * v),
    };
    expect(gaussPattern(scaled)).toEqual(gaussPattern(problem));
  });

  withShared('sdc/s2_gem396x7.csv')(
    'suppresses at most 86 cells more in s2; R suppresses 84, and fewer sums of ones',
    () => {
      const problem = crossedTable('sdc/s2_gem396x7.csv', 3, 1);
      const suppressed = gaussPattern(problem);
      expect(linearlyDisclosed(problem, suppressed)).toHaveLength(0);
      expect(count(suppressed) - count(alwaysSuppressed(problem))).toBeLessThanOrEqual(86);
    },
  );
});
