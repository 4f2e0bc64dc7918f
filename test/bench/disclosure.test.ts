/** What the benchmark of the disclosure engine believes: proofs that add up, and nothing else. */
import { audit } from '../../src/disclosure/audit/audit.ts';
import { crossTable } from '../../src/disclosure/table/cross-table.ts';
import { thresholdRule } from '../../src/disclosure/table/primary-rules.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { growthPlot } from './disclosure-plot.ts';
import { isProved } from './disclosure-proof.ts';
import { problemOf, TASKS } from './disclosure-tables.ts';

test('a proof counts only if its tables fit, and lie apart at every suppressed cell', async () => {
  const records = [3, 20, 8, 9].map((value, at) => ({ codes: [`r${at >> 1}`, `c${at & 1}`], value }));
  const { problem } = crossTable([['row'], ['column']], records, {
    ...{ primary: [thresholdRule(5)], zeros: 'published', attacker: 'ge1', objective: 'count' },
  });
  // Rows and columns are Total, r0, r1 and Total, c0, c1: the four inner cells.
  const suppressed = Uint8Array.from([0, 0, 0, 0, 1, 1, 0, 1, 1]);
  const { witnesses } = audit(eraseSuppressed(problem, suppressed), 1, await highsSolver());
  expect(isProved(problem, suppressed, witnesses, 1)).toBe(true);
  expect(isProved(problem, suppressed, witnesses, 1_000)).toBe(false);
  expect(isProved(problem, suppressed, witnesses.slice(0, 1), 1)).toBe(false);
  expect(isProved(problem, suppressed.with(8, 0), witnesses, 1)).toBe(false);
  expect(isProved(problem, new Uint8Array(9), [], 1)).toBe(false);
  const changed = witnesses.map(({ cells, values }) => ({ cells, values: values.with(0, values[0]! + 1) }));
  expect(isProved(problem, suppressed, changed, 1)).toBe(false);
  const above = { ...problem, lower: problem.lower.map(() => 10) };
  expect(isProved(above, suppressed, witnesses, 1)).toBe(false);
});

test('the invented schools are the same each time, and as many as asked for', () => {
  const { values } = problemOf({ table: '100', lower: 1 });
  expect(values.length).toBeGreaterThanOrEqual(800);
  expect(problemOf({ table: '100', lower: 1 }).values).toEqual(values);
});

test('no goal lies below what is possible', () => {
  for (const { goal = 0, optimum = 0 } of TASKS) expect(goal).toBeGreaterThanOrEqual(optimum);
});

test('a plot holds a point for each size', () => {
  const plot = growthPlot([
    [1_000, 0.4],
    [40_000, 31],
  ]);
  expect(plot.match(/<circle /g)).toHaveLength(2);
  expect(plot).not.toMatch(/NaN|Infinity|undefined/);
});
