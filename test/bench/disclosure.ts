/** The disclosure engine on tables with known answers, and its cost against their size. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { audit } from '../../src/disclosure/audit/audit.ts';
import { PRIMARY } from '../../src/disclosure/problem/problem.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import { suppress } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { inRepository } from '../setup/children.ts';
import type { Figures } from './disclosure-once.ts';
import { growthPlot } from './disclosure-plot.ts';
import { isProved } from './disclosure-proof.ts';
import { problemOf, SIZES, TASKS, type Task } from './disclosure-tables.ts';
import type { Options } from './options.ts';
import { inWords, markdownTable, spreadOf } from './statistics.ts';

/** Milliseconds of one protection; beyond them it counts as missed. */
const PATIENCE = 900_000;
const PLOT = 'docs/disclosure-growth.svg';

const execute = promisify(execFile);
const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Throws where the control finds nothing, or a result is better than can be. */
export async function disclosure({ tables, write }: Options): Promise<string[]> {
  await control();
  const isAsked = (name: string): boolean => tables.length === 0 || tables.includes(name);
  const calibrations: number[] = [];
  const rows: string[][] = [];
  for (const task of TASKS.filter(({ table }) => isAsked(table))) {
    const figures = await measure(task);
    if (figures) calibrations.push(figures.calibration);
    rows.push(lineOf(task, figures));
  }
  const sizes: [number, Figures][] = [];
  for (const schools of isAsked('growth') ? SIZES : []) {
    const task: Task = { table: String(schools), lower: 1, effort: 'fast', known: '' };
    const figures = await measure(task);
    if (!figures) break;
    calibrations.push(figures.calibration);
    sizes.push([schools, figures]);
  }
  if (calibrations.length === 0) throw new Error('no table was protected');
  if (write && sizes.length > 1) {
    const points = sizes.map(([schools, { seconds }]): [number, number] => [schools, seconds]);
    await writeFile(inRepository(PLOT), growthPlot(points));
  }
  const header = [
    ...['table', 'attacker', 'effort', 'cells (primary)', 'known', 'goal'],
    ...['complementary / sum', 'bound (gap)', 'proved', 'CPU s', 'peak MB', 'reached'],
  ];
  return [
    ...(rows.length > 0 ? [...markdownTable(header, rows), ''] : []),
    ...(sizes.length > 0 ? [...growthLines(sizes), ''] : []),
    `Calibration loop: ${inWords(spreadOf(calibrations), 2)} CPU s. CPU seconds are of one process with one thread of work, from the records to the proof; peak memory is of the whole process.`,
  ];
}

/** Undefined where it took too long or found no pattern. */
async function measure(task: Task): Promise<Figures | undefined> {
  const { table, effort, lower } = task;
  console.error(`  ${table}, ${effort}, hidden is at least ${lower}`);
  const typescript = ['--import', inRepository('test/setup/typescript.mjs')];
  const once = [inRepository('test/bench/disclosure-once.ts'), JSON.stringify(task)];
  try {
    const options = { timeout: PATIENCE, killSignal: 'SIGKILL' } as const;
    const { stdout } = await execute(process.execPath, [...typescript, ...once], options);
    const figures = JSON.parse(stdout) as Figures;
    console.error(`    ${figures.complementary} cells, ${number(figures.seconds, 1)} CPU s`);
    if (figures.complementary < (task.optimum ?? 0)) {
      throw new RangeError(`${table}: fewer cells than the proven minimum; the audit is broken`);
    }
    return figures;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    console.error(`    missed: ${error instanceof Error ? error.message.slice(-500) : String(error)}`);
    return undefined;
  }
}

function lineOf(task: Task, figures: Figures | undefined): string[] {
  const { table, lower, effort, known, goal, seconds, megabytes } = task;
  const head = (cells: string): string[] => [table, `≥ ${lower}`, effort, cells, known, goalOf(task)];
  if (!figures) return [...head(''), '', '', '', `above ${PATIENCE / 1000} or none`, '', 'no'];
  const reached =
    figures.proved &&
    figures.complementary <= (goal ?? Infinity) &&
    figures.seconds < (seconds ?? Infinity) &&
    figures.megabytes < (megabytes ?? Infinity);
  return [
    ...head(`${number(figures.cells)} (${number(figures.primary)})`),
    `${number(figures.complementary)} / ${number(figures.sum)}`,
    `${number(figures.bound)} (${number(100 * gapOf(figures), 1)} %)`,
    figures.proved ? 'yes' : 'no',
    number(figures.seconds, 1),
    number(figures.megabytes),
    reached ? 'yes' : 'no',
  ];
}

/** How far above the bound, as a share of what was reached. */
const gapOf = ({ complementary, bound }: Figures): number =>
  complementary === 0 ? 0 : (complementary - bound) / complementary;

const goalOf = ({ goal, seconds, megabytes }: Task): string =>
  [
    ...(goal === undefined ? [] : [`≤ ${number(goal)}`]),
    ...(seconds === undefined ? [] : [`${seconds} s`]),
    ...(megabytes === undefined ? [] : [`${megabytes} MB`]),
  ].join(', ');

function growthLines(sizes: readonly [number, Figures][]): string[] {
  const rows = sizes.map(([schools, figures]) => [
    ...[number(schools), number(figures.cells), number(figures.primary), number(figures.complementary)],
    ...[figures.proved ? 'yes' : 'no', number(figures.buildSeconds, 2)],
    ...[number(figures.seconds, 1), number(figures.megabytes)],
  ]);
  const header = [
    'schools',
    'cells',
    'primary',
    'complementary',
    'proved',
    'table, CPU s',
    'CPU s',
    'peak MB',
  ];
  return [
    'Invented schools × 7 categories in the shape of s4, fast, attacker ≥ 1:',
    '',
    ...markdownTable(header, rows),
    '',
    `![CPU seconds against the number of schools](${PLOT.replace('docs/', '')})`,
  ];
}

/** A pattern with one complementary cell shown again must be found out, by the audit and by the addition. */
async function control(): Promise<void> {
  const solver = await highsSolver();
  const problem = problemOf({ table: 's1', lower: 1 });
  const { suppressed, audit: proof } = suppress(problem, 1, solver);
  if (!isProved(problem, suppressed, proof.witnesses, 1)) throw new Error('the proof of s1 does not add up');
  const missing = suppressed.findIndex((mark, cell) => mark === 1 && problem.status[cell] !== PRIMARY);
  const broken = suppressed.with(missing, 0);
  const found = audit(eraseSuppressed(problem, broken), 1, solver);
  if (
    found.safe ||
    isProved(problem, broken, proof.witnesses, 1) ||
    isProved(problem, broken, found.witnesses, 1)
  )
    throw new Error('the control: a pattern that lacks a cell was passed, so no figure can be believed');
}
