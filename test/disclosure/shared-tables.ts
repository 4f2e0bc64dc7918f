/** The shared tables with known answers, as protection problems: counts below k are primary. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import { LOCKED, OPEN, PRIMARY, type Problem } from '../../src/disclosure/problem.ts';

const SHARED = resolve(process.env.KANON_SHARED ?? '../shared');
const K = 5;

const sharedFile = (name: string): string => resolve(SHARED, name);

/** `test`, or a visibly skipped test where the shared data is not there. */
export const withShared = (name: string): typeof test => {
  if (existsSync(sharedFile(name))) return test;
  console.warn(`SKIPPED: ${sharedFile(name)} is not there; set KANON_SHARED to the shared data.`);
  return test.skip;
};

interface SmallTable {
  readonly cells: readonly { id: string; v: number; locked?: boolean }[];
  readonly relations: readonly string[][];
}

/** One of o1 to o4, with `lower` as what the attacker knows about a hidden cell. */
export function smallTable(file: string, lower: number): Problem {
  const table = JSON.parse(readFileSync(sharedFile(file), 'utf8')) as SmallTable;
  const builder = new ProblemBuilder();
  const index = new Map<string, number>();
  for (const { id, v, locked } of table.cells) {
    const status = locked ? LOCKED : v > 0 && v < K ? PRIMARY : OPEN;
    index.set(id, builder.cell({ label: id, value: v, status, lower, upper: Infinity }));
  }
  for (const ids of table.relations) {
    const [total, ...parts] = ids.map((id) => index.get(id)!);
    builder.relation(total!, parts);
  }
  return builder.build();
}

/**
 * A region tree crossed with flat dimensions, every total published.
 *
 * depth  how many leading columns are the region path; the last column is the count
 */
export function crossedTable(file: string, depth: number, lower: number): Problem {
  const [, ...lines] = readFileSync(sharedFile(file), 'utf8').trim().split('\n');
  const sums = new Map<string, number>();
  const parts = new Map<string, Set<string>>();
  const key = (region: readonly string[], flat: readonly string[]): string =>
    `${region.join('/')}|${flat.join('|')}`;
  for (const line of lines) {
    const fields = line.split(',');
    const region = fields.slice(0, depth);
    const flat = fields.slice(depth, -1);
    const count = Number(fields.at(-1));
    for (let level = 0; level <= depth; level++) {
      for (let mask = 0; mask < 1 << flat.length; mask++) {
        const places = flat.map((one, at) => ((mask >> at) & 1 ? '*' : one));
        const self = key(region.slice(0, level), places);
        sums.set(self, (sums.get(self) ?? 0) + count);
        const note = (relation: string, part: string): void => {
          const known = parts.get(relation);
          if (known) known.add(part);
          else parts.set(relation, new Set([part]));
        };
        if (level < depth) note(`${self}#region`, key(region.slice(0, level + 1), places));
        places.forEach((place, at) => {
          if (place === '*')
            note(
              `${self}#${at}`,
              key(
                region.slice(0, level),
                flat.map((one, i) => (i === at ? one : places[i]!)),
              ),
            );
        });
      }
    }
  }
  const builder = new ProblemBuilder();
  const index = new Map<string, number>();
  for (const [label, value] of sums) {
    const status = value > 0 && value < K ? PRIMARY : OPEN;
    index.set(label, builder.cell({ label, value, status, lower, upper: Infinity }));
  }
  for (const [relation, members] of parts) {
    builder.relation(
      index.get(relation.slice(0, relation.lastIndexOf('#')))!,
      [...members].map((one) => index.get(one)!),
    );
  }
  return builder.build();
}
