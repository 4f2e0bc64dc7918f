/** The shared tables with known answers, as protection problems: counts below k are primary. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { crossTable } from '../../src/disclosure/table/cross-table.ts';
import { thresholdRule } from '../../src/disclosure/table/primary-rules.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import type { TableRecord } from '../../src/disclosure/table/table-record.ts';

const SHARED = resolve(process.env.KANON_SHARED ?? '../shared');
const K = 5;

/** Full path of a file of the shared data, whether it is there or not. */
export const sharedFile = (name: string): string => resolve(SHARED, name);

interface SmallTable {
  readonly cells: readonly { id: string; v: number; locked?: boolean }[];
  readonly relations: readonly string[][];
}

/** One of o1 to o4, with `lower` as what the attacker knows about a suppressed cell. */
export function smallTable(file: string, lower: number): ProtectionProblem {
  const table = JSON.parse(readFileSync(sharedFile(file), 'utf8')) as SmallTable;
  const builder = new ProblemBuilder();
  const index = new Map<string, number>();
  for (const { id, v, locked } of table.cells) {
    const status = locked ? LOCKED : v > 0 && v < K ? PRIMARY : PUBLISHABLE;
    index.set(id, builder.cell({ label: id, value: v, status, lower, upper: Infinity }));
  }
  for (const ids of table.relations) {
    const [total, ...parts] = ids.map((id) => index.get(id)!);
    builder.relation(total!, parts);
  }
  return builder.build();
}

/** The inner cells of one of s1 to s6, and its dimensions: the first `depth` columns are the region path. */
export function sharedRecords(
  file: string,
  depth: number,
): { dimensions: string[][]; records: TableRecord[] } {
  const [head = '', ...lines] = readFileSync(sharedFile(file), 'utf8').trim().split('\n');
  const columns = head.split(',').slice(0, -1);
  const records = lines.map((line) => {
    const fields = line.split(',');
    return { codes: fields.slice(0, -1), value: Number(fields.at(-1)) };
  });
  return {
    dimensions: [columns.slice(0, depth), ...columns.slice(depth).map((column) => [column])],
    records,
  };
}

/** One of s1 to s6 with every total, for an attacker who knows that a suppressed cell is at least `lower`. */
export function crossedTable(file: string, depth: number, lower: number): ProtectionProblem {
  const { dimensions, records } = sharedRecords(file, depth);
  return crossTable(dimensions, records, {
    primary: [thresholdRule(K)],
    zeros: 'published',
    attacker: lower === 1 ? 'ge1' : 'ge0',
    objective: 'count',
  }).problem;
}
