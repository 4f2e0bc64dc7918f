/** One protection, alone in its process: node --import typescript.mjs disclosure-once.ts TASK as JSON; figures as JSON. */
import { listCount, PRIMARY } from '../../src/disclosure/problem/problem.ts';
import { suppress } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { problemOf, type Task } from './disclosure-tables.ts';
import { isProved } from './disclosure-proof.ts';

/** What the parent reads. */
export interface Figures {
  readonly cells: number;
  readonly relations: number;
  readonly primary: number;
  readonly complementary: number;
  /** No safe pattern has fewer. */
  readonly bound: number;
  /** Σ values of the complementary cells. */
  readonly sum: number;
  /** Whether addition alone confirms the proof. */
  readonly proved: boolean;
  readonly buildSeconds: number;
  readonly seconds: number;
  readonly megabytes: number;
  /** CPU seconds of the calibration loop. */
  readonly calibration: number;
}

const cpuSeconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** The same work on every machine, so that seconds can be compared. */
function calibrate(): number {
  const begin = process.cpuUsage();
  let state = 1;
  for (let step = 0; step < 2e8; step++) state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + step;
  if (state === 0) console.error(state);
  return cpuSeconds(begin);
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
const calibration = calibrate();
const solver = await highsSolver();
const begin = process.cpuUsage();
const problem = problemOf(task);
const buildSeconds = cpuSeconds(begin);
const { suppressed, audit, lowerBound } = suppress(problem, 1, solver, { effort: task.effort });
const seconds = cpuSeconds(begin);
// Of the whole process, the solver in it.
const megabytes = process.resourceUsage().maxRSS / 1024;
const complementary = [...suppressed.keys()].filter(
  (cell) => suppressed[cell] === 1 && problem.status[cell] !== PRIMARY,
);
const figures: Figures = {
  cells: problem.values.length,
  relations: listCount(problem.relations),
  primary: problem.status.reduce((count, status) => count + (status === PRIMARY ? 1 : 0), 0),
  complementary: complementary.length,
  // Whole cells, so a fraction of one counts as one.
  bound: Math.ceil(lowerBound - 1e-6),
  sum: complementary.reduce((sum, cell) => sum + problem.values[cell]!, 0),
  proved: isProved(problem, suppressed, audit.witnesses, 1),
  ...{ buildSeconds, seconds, megabytes, calibration },
};
process.stdout.write(JSON.stringify(figures));
