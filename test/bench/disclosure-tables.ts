/** The tables that the disclosure engine is measured on: what is known of each, and what it must reach. */
import { crossTable } from '../../src/disclosure/table/cross-table.ts';
import { thresholdRule } from '../../src/disclosure/table/primary-rules.ts';
import type { ProtectionProblem } from '../../src/disclosure/problem/problem.ts';
import type { TableRecord } from '../../src/disclosure/table/table-record.ts';
import { die } from '../disclosure/random-problem.ts';
import { crossedTable, smallTable } from '../disclosure/shared-tables.ts';

/** One protection to be measured, in a process of its own. */
export interface Task {
  readonly table: string;
  readonly effort: 'fast' | 'thorough';
  /** The external lower bound of every suppressed cell. */
  readonly lower: 0 | 1;
  /** Complementary cells: at most so many, and never below `optimum`, which is proven. */
  readonly goal?: number;
  readonly optimum?: number;
  readonly seconds?: number;
  readonly megabytes?: number;
  /** What others reach: complementary cells, and CPU seconds where known. */
  readonly known: string;
}

const small = (table: string, optimum: readonly [number, number]): Task[] =>
  ([0, 1] as const).map((lower) => ({
    ...{ table, lower, effort: 'thorough' },
    ...{ goal: optimum[lower], optimum: optimum[lower], known: `${optimum[lower]}, proven by enumeration` },
  }));

export const TASKS: readonly Task[] = [
  ...small('o1', [3, 3]),
  ...small('o2', [2, 4]),
  ...small('o3', [1, 1]),
  ...small('o4', [2, 2]),
  {
    ...{ table: 's1', lower: 1, effort: 'thorough', goal: 14, optimum: 14, seconds: 2 },
    known: 'optimum 14 in 0.7 s; R 17 in 1.8 s',
  },
  {
    ...{ table: 's2', lower: 1, effort: 'thorough', goal: 74, seconds: 5 },
    known: 'best 72 in 2.7 s; R 84 in 5.5 s',
  },
  {
    ...{ table: 's3', lower: 1, effort: 'thorough', goal: 1_069, seconds: 120, megabytes: 500 },
    known: '1,069 in 118 s; R 1,354 in 87 s',
  },
  {
    ...{ table: 's4', lower: 1, effort: 'fast', goal: 1_356, seconds: 20, megabytes: 500 },
    known: '1,356 in 18 s; R 1,389 in 488 s',
  },
  {
    ...{ table: 's4', lower: 1, effort: 'thorough', goal: 1_210 },
    known: '1,198 in 110 s',
  },
  {
    ...{ table: 's6', lower: 1, effort: 'fast', goal: 2_605, seconds: 170, megabytes: 600 },
    known: 'R 2,605 in 168 s, 3 cells undecided',
  },
];

const SMALL: Readonly<Record<string, string>> = {
  o1: 'o1_textbook2d',
  o2: 'o2_singleton',
  o3: 'o3_overlap',
  o4: 'o4_sequential',
};
/** File, and how many columns the region path has. */
const CROSSED: Readonly<Record<string, readonly [string, number]>> = {
  s1: ['s1_kreis53x7', 2],
  s2: ['s2_gem396x7', 3],
  s3: ['s3_gem396x7x4', 3],
  s4: ['s4_school5000x7', 4],
  s6: ['s6_kreis53x7x4x6', 2],
};

/** Schools of the invented tables, to see how the cost grows with the size. */
export const SIZES = [1_000, 2_500, 5_000, 10_000, 20_000, 40_000] as const;

/** The table of that name, or an invented one where the name is a number of schools. Throws where the data is missing. */
export function problemOf({ table, lower }: Pick<Task, 'table' | 'lower'>): ProtectionProblem {
  if (SMALL[table] !== undefined) return smallTable(`sdc/${SMALL[table]}.json`, lower);
  const crossed = CROSSED[table];
  if (crossed) return crossedTable(`sdc/${crossed[0]}.csv`, crossed[1], lower);
  const records = inventedSchools(Number(table));
  return crossTable([['rb', 'kreis', 'gemeinde', 'school'], ['cat']], records, {
    ...{ primary: [thresholdRule(5)], zeros: 'published', objective: 'count' },
    attacker: lower === 1 ? 'ge1' : 'ge0',
  }).problem;
}

const SEED = 20_261_122;
const CATEGORIES = [9.4, 5.6, 4.5, 3, 2.4, 1.7, 1.2] as const;

/** Like s4 in shape: as many schools a municipality, municipalities a county, and mean and spread a category. */
function inventedSchools(schools: number): TableRecord[] {
  const random = die(SEED);
  const records: TableRecord[] = [];
  for (let school = 0; school < schools; school++) {
    // Squared, so that some places are large and many have a few schools.
    const place = Math.floor(random() ** 2 * (schools / 12.6));
    const county = Math.floor(place / 7.5);
    const codes = [`R${Math.floor(county / 10.6)}`, `K${county}`, `G${place}`, `S${school}`];
    const size = 2 * random();
    CATEGORIES.forEach((mean, at) => {
      records.push({ codes: [...codes, `c${at}`], value: Math.floor(-Math.log(1 - random()) * mean * size) });
    });
  }
  return records;
}
