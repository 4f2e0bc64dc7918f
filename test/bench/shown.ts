/** What a reader gets to see of a release of the real register: shown cells and consultations, and what they cost. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { StoredReport } from '../../src/tables/table.ts';
import { registerWorld, type Pooling, type Round } from '../attack/register-world.ts';
import { columnsOf, numberIn, standsIn, type Row } from '../attack/published.ts';
import { amountsOf } from '../attack/scene.ts';
import type { World } from '../attack/worlds.ts';
import type { Options } from './options.ts';
import { markdownTable } from './statistics.ts';

const ONCE = fileURLToPath(new URL('./shown-once.mjs', import.meta.url));
const execute = promisify(execFile);

export interface Released {
  readonly seconds: number;
  readonly megabytes: number;
  /** Missing where no safe version was found. */
  readonly rows?: readonly Row[];
  readonly reports: readonly StoredReport[];
  readonly internal?: { readonly primary: number; readonly complementary: number };
  readonly taken: number;
  readonly kept: number;
}

/** Counts of cells: consultations by benefit, but for totals and `all`, which are of both measures and all columns. */
const HEADER = [
  'consultations a school',
  'pooling',
  'version',
  'changed',
  'county × benefit shown',
  'district × type × benefit',
  'district × benefit',
  'state × benefit',
  'totals of counties',
  'totals of districts and state',
  'not shown, all cells',
  'primary / complementary',
  'consultations shown by county and benefit, of reported',
  'CPU s',
  'peak MB',
  'taken / waiting',
];

/** --loads, --pooling, --parts first,corrections,late (each a run of its own), --without NAME,NAME, --seed. */
export async function shown(options: Options): Promise<string[]> {
  const parts = options.parts.length > 0 ? options.parts : ['first', 'corrections', 'late'];
  const lines: string[][] = [];
  const bound: string[] = [];
  for (const pooling of options.pooling as readonly Pooling[])
    for (const load of options.loads) {
      const follows = parts.filter((part): part is Round => part === 'corrections' || part === 'late');
      const runs = follows.length > 0 ? follows.map((round): Round[] => [round]) : [[]];
      for (const [at, rounds] of runs.entries()) {
        console.error(`releasing the register at ${load}, ${pooling}, ${rounds.join()}`);
        const world = registerWorld(load, pooling, options.seed, rounds);
        const versions = await releasedAlone(world);
        versions.forEach((version, number) => {
          if (number === 0 && at > 0) return;
          const name = number === 0 ? 'first' : rounds[number - 1] === 'late' ? '12 late reports' : '40 corrections'; // prettier-ignore
          const line = [load, pooling, name, '', ...figures(version, world.benefits)];
          lines.push(line);
          // A long run that is cut off has said this much.
          console.error(`  ${line.join(' | ')}`);
        });
      }
      for (const changed of options.without) {
        const rounds = changed === 'changes of three' ? follows.slice(0, 1) : [];
        const world = registerWorld(load, pooling, options.seed, rounds);
        const versions = await releasedAlone(world, changed);
        const version = versions.at(-1)!;
        if (rounds.length > 0) bound.push(boundOf(world, versions[0]!.rows ?? []));
        const line = [load, pooling, rounds[0] ?? 'first', changed, ...figures(version, world.benefits)];
        lines.push(line);
        console.error(`  ${line.join(' | ')}`);
      }
    }
  return [...markdownTable(HEADER, lines), '', `Invented reports of 95 % of the real schools, seed ${options.seed}.`, ...bound]; // prettier-ignore
}

/**
 * The bound: were every correction taken over, a number that is shown and changes by fewer than three schools must go,
 * for both versions together would tell their change. Counts such places of the first release, each on its own.
 */
function boundOf({ schools, benefits, reports }: World, rows: readonly Row[]): string {
  const [before, after] = reports.map(
    (version) => new Map(version.map((report) => [report.school, amountsOf(report, benefits)])),
  );
  let [places, totals] = [0, 0];
  for (const row of rows)
    for (const column of columnsOf(benefits)) {
      if (numberIn(row, column) === null) continue;
      const amount = (version: typeof before, school: string): number =>
        version?.get(school)?.[column.measure][column.at] ?? 0;
      const changing = schools.filter(
        (facts) => standsIn(facts, row) && amount(before, facts.school) !== amount(after, facts.school),
      ).length;
      if (changing === 0 || changing >= POLICY_1.minimumSchools) continue;
      places += 1;
      if (column.at > benefits.length) totals += 1;
    }
  return `If all corrections were taken over, ${places} places that are shown would have to go by themselves, ${totals} of them totals.`;
}

/** Each in a process of its own, for its memory; changed: a name of without.mjs. */
export async function releasedAlone(
  { schools, benefits, reports }: World,
  changed?: string,
): Promise<Released[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kanon-bench-'));
  try {
    const file = join(folder, 'world.json');
    await writeFile(file, JSON.stringify({ schools, benefits, policy: POLICY_1, reports }));
    const { stdout } = await execute(
      process.execPath,
      [ONCE, file, ...(changed === undefined ? [] : [changed])],
      { maxBuffer: 2 ** 28 },
    );
    return JSON.parse(stdout) as Released[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function figures(
  { seconds, megabytes, rows, reports, internal, taken, kept }: Released,
  benefits: readonly string[],
): string[] {
  const cost = [seconds.toFixed(1), megabytes.toFixed(0), `${taken} / ${kept}`];
  if (!rows) return [...Array.from({ length: 9 }, () => 'no safe version'), ...cost];
  const itemised = benefits.map((_, at) => ({ measure: 'consultations', at }) as const);
  const total = { measure: 'consultations', at: benefits.length + 1 } as const;
  const isRegion =
    (digits: number) =>
    ({ region, schoolType }: Row) =>
      region.length === digits && schoolType === '';
  const share = (where: (row: Row) => boolean, columns: readonly (typeof itemised)[number][]): string => {
    const cells = rows.filter(where).flatMap((row) => columns.map((column) => numberIn(row, column)));
    return `${cells.filter((value) => value !== null).length} / ${cells.length}`;
  };
  const hidden = rows.flatMap((row) => [...row.consultations, ...row.pupils]);
  const seen = rows
    .filter(isRegion(5))
    .flatMap((row) => itemised.map((column) => numberIn(row, column) ?? 0));
  const given = reports.map((report) => amountsOf(report, benefits).consultations.at(-1)!);
  const sum = (numbers: readonly number[]): number => numbers.reduce((before, one) => before + one, 0);
  return [
    share(isRegion(5), itemised),
    share(({ schoolType }) => schoolType !== '', itemised),
    share(isRegion(3), itemised),
    share(isRegion(2), itemised),
    share(isRegion(5), [total]),
    share((row) => isRegion(2)(row) || isRegion(3)(row), [total]),
    `${hidden.filter((value) => value === null).length} / ${hidden.length}`,
    internal ? `${internal.primary} / ${internal.complementary}` : '',
    `${((100 * sum(seen)) / sum(given)).toFixed(1)} %`,
    ...cost,
  ];
}
