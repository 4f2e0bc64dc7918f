/** A summary table as a protection problem: what adds up to what, and what a reader knows beforehand. */
import type { Insiders } from '../disclosure/insiders.ts';
import type { Problem } from '../disclosure/problem.ts';
import { RowSystem, type RowRole, type VersionedGiver } from './row-system.ts';
import type { Giver, SummaryRow, SummaryTable } from './table.ts';
import type { TableColumn } from './table-columns.ts';
import { isPublished, sumsOf } from './table-rows.ts';

export interface TableProblem {
  readonly problem: Problem;
  /** Per cell of the table, its cell of the problem; cells that are always equal share one. */
  readonly cellOf: Int32Array;
  /** Reporters, who are not supposed to reckon with rows that nobody publishes. */
  readonly insiders: Insiders;
}

/** An earlier release: what it was made of, and which of its cells it shows, by row and column. */
export interface EarlierTable {
  readonly table: SummaryTable;
  readonly shows: (row: number, column: number) => boolean;
}

/**
 * One problem for both measures, for a reader holds both: consultations and pupils of one place are
 * hidden together and tied by pupils ≤ consultations. Every table that fits both measures jointly fits
 * each of them alone, so whatever keeps its width against the joint reader keeps it against a reader of
 * one measure; the joint proof is the stronger one and the only one needed.
 *
 * Rows with the same reporting schools (a district with one county, or with one school type, or a school
 * type that only one county has) hold the same amounts, and a reader with a list of schools knows it: they
 * become one row here. Rows without a report are all zeros and stand in no relation. County × school type
 * is published by nobody, but adds up to what is: those cells are never shown, and where few stand behind
 * one it may not be told either.
 *
 * Earlier releases of the period stand in the same system. A cell whose schools changed nothing is the
 * same cell: public where it was shown, hidden where it was hidden. Where schools corrected something, the
 * difference of the two cells is a cell of its own, to be told by nobody, if fewer than the minimum of
 * contributors or fewer than k pupils stand behind it. More than such differences cannot be had by
 * subtracting, since `takeOver` leaves each school in the same rows of every release.
 *
 * A hidden cell is at least k: storage takes nothing smaller, and zeros are shown. It has no upper end.
 *
 * k        smallest stored number of pupils
 * throws   ContradictoryProblem if the table does not add up. Cost: linear in the cells, quadratic in the releases.
 */
export function tableProblem(
  table: SummaryTable,
  k: number,
  earlier: readonly EarlierTable[] = [],
): TableProblem {
  const tables = [...earlier.map((release) => release.table), table];
  const system = new RowSystem(table.columns, table.policy, k);
  const givers = versioned(tables, table.columns);
  const cells = tables.map((one, version) => {
    const before = earlier[version];
    const roleOf = (row: SummaryRow, at: number): RowRole => {
      if (!isPublished(row)) return { kind: 'inner' };
      if (before) return { kind: 'earlier', shown: (column) => before.shows(at, column) };
      return { kind: 'new', cost: one.cost[at]! };
    };
    const rows = one.rows.map((row, at) => {
      const label = before ? `${labelOf(row)} in release ${version + 1}` : labelOf(row);
      return system.row(label, givers[version]![at]!, roleOf(row, at));
    });
    for (const [total, parts] of sumsOf(one.rows))
      system.sum(
        rows[total]!,
        parts.map((part) => rows[part]!),
      );
    return rows;
  });
  tables.forEach((_, to) => {
    for (let from = 0; from < to; from++) {
      const words = `between releases ${from + 1} and ${to + 1}`;
      differences(system, [tables[from]!, tables[to]!], cells[from]!, cells[to]!, words);
    }
  });
  return { ...system.build(), cellOf: Int32Array.from(cells[earlier.length]!.flat()) };
}

const labelOf = ({ region, schoolType }: SummaryRow): string =>
  schoolType === null ? region : `${region} ${schoolType}`;

/** The same rows, each report with the release since when it holds its amounts. */
function versioned(tables: readonly SummaryTable[], columns: readonly TableColumn[]): VersionedGiver[][][] {
  const known = new Map<string, VersionedGiver[]>();
  const ofCode = columns.map(({ column }) =>
    columns.flatMap((other, at) => (other.column === column ? [at] : [])),
  );
  const version = (giver: Giver, release: number): VersionedGiver => {
    const past = known.get(giver.school) ?? [];
    const same = past.find((one) => one.amounts === giver.amounts);
    if (same) return same;
    const since = ofCode.map((together) => {
      const first = past.find((one) => together.every((at) => one.amounts[at] === giver.amounts[at]));
      return first ? first.since[together[0]!]! : release;
    });
    const found = { ...giver, since };
    known.set(giver.school, [...past, found]);
    return found;
  };
  return tables.map((table, release) =>
    table.givers.map((row) => row.map((giver) => version(giver, release))),
  );
}

/** Per place, what changed from one release to another. */
function differences(
  system: RowSystem,
  [older, newer]: readonly [SummaryTable, SummaryTable],
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
  words: string,
): void {
  const placed = new Map(older.rows.map((row, at) => [labelOf(row), at]));
  newer.rows.forEach((row, at) => {
    const old = placed.get(labelOf(row));
    if (old !== undefined) system.difference(`${labelOf(row)} ${words}`, before[old]!, after[at]!);
  });
}
