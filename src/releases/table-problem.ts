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
  /** Reporters; they reckon with whatever a stranger does. */
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
 * The reader of this system knows more than readers are told: why each cell is hidden, and where schools put in nothing.
 * So a cell that is no primary one is at least k times the minimum of contributors, shown or hidden, and knowing the
 * causes tells nothing more. Rows in which the same schools put in the same amounts are one row here.
 *
 * County × school type is published by nobody, but adds up to what is: those cells are never shown, and where few stand
 * behind one, or all who reported there are known to and it leaves each too little room, it may not be told either.
 *
 * Earlier releases of the period stand in the same system. A cell whose schools changed nothing is the same cell:
 * public where it was shown, hidden where it was hidden. What changed is told apart by its history: within a county and
 * school type the schools that were there from the first, those that came late, those that dropped out, and the old and
 * new numbers of those that corrected, are cells of their own; and so is what few of these changed.
 *
 * Zeros are shown, but not in pending rows, whose cells are hidden all alike. No cell has an upper end.
 *
 * throws   ContradictoryProblem if the table does not add up. Cost: linear in the cells and the releases.
 */
export function tableProblem(table: SummaryTable, earlier: readonly EarlierTable[] = []): TableProblem {
  const tables = [...earlier.map((release) => release.table), table];
  const givers = versioned(tables, table.columns);
  const system = new RowSystem(table.columns, table.policy, silentSchools(tables));
  const cells = tables.map((one, version) => {
    const before = earlier[version];
    const roleOf = (row: SummaryRow, at: number): RowRole => {
      if (!isPublished(row)) return { kind: 'inner' };
      if (before) return { kind: 'earlier', shown: (column) => before.shows(at, column) };
      return { kind: 'new', cost: one.cost[at]!, pending: row.pending && row.schoolsReported > 0 };
    };
    const rows = one.rows.map((row, at) =>
      system.row(labelIn(row, version, tables.length), givers[version]![at]!, roleOf(row, at)),
    );
    for (const [total, parts] of sumsOf(one.rows))
      system.sum(
        rows[total]!,
        parts.map((part) => rows[part]!),
      );
    return rows;
  });
  if (earlier.length > 0) addHistories(system, tables, givers, cells);
  return { ...system.build(), cellOf: Int32Array.from(cells[earlier.length]!.flat()) };
}

/** The schools that reported in rows without numbers. */
const silentSchools = (tables: readonly SummaryTable[]): Set<string> =>
  new Set(
    tables.flatMap(({ rows, givers }) =>
      rows.flatMap((row, at) =>
        row.pending && isPublished(row) ? givers[at]!.map(({ school }) => school) : [],
      ),
    ),
  );

/** Splits what a county and a school type put in by what became of each school from release to release. */
function addHistories(
  system: RowSystem,
  tables: readonly SummaryTable[],
  givers: readonly (readonly (readonly VersionedGiver[])[])[],
  cells: readonly (readonly (readonly number[])[])[],
): void {
  const histories = new Map<string, string[]>();
  givers.forEach((rows, version) =>
    tables[version]!.rows.forEach((row, at) => {
      if (isPublished(row)) return;
      for (const { school, since } of rows[at]!) {
        const history = histories.get(school) ?? [];
        history[version] = since.join();
        histories.set(school, history);
      }
    }),
  );
  const historyOf = (school: string): string => JSON.stringify(histories.get(school));
  /** By place and history, the cells of such schools in each release. */
  const placed = new Map<string, { label: string; cells: readonly number[] }[]>();
  tables.forEach(({ rows }, version) =>
    rows.forEach((row, at) => {
      if (isPublished(row)) return;
      const parts = new Map<string, VersionedGiver[]>();
      for (const giver of givers[version]![at]!) {
        const history = historyOf(giver.school);
        parts.set(history, [...(parts.get(history) ?? []), giver]);
      }
      const label = labelIn(row, version, tables.length);
      const split = [...parts].map(([history, part], number) => {
        const key = `${row.region} ${row.schoolType} ${history}`;
        const own = parts.size < 2 ? cells[version]![at]! : undefined;
        const one = {
          label: `${label}, part ${number + 1}`,
          cells: own ?? system.row(`${label}, part ${number + 1}`, part, { kind: 'inner' }),
        };
        placed.set(key, [...(placed.get(key) ?? []), one]);
        return one.cells;
      });
      if (split.length > 1) system.sum(cells[version]![at]!, split);
    }),
  );
  for (const versions of placed.values()) {
    versions.forEach(({ label, cells: after }, to) => {
      for (const { cells: before } of versions.slice(0, to))
        system.change(`${label}, changed`, before, after);
    });
  }
}

function labelIn({ region, schoolType }: SummaryRow, version: number, versions: number): string {
  const place = schoolType === null ? region : `${region} ${schoolType}`;
  return version === versions - 1 ? place : `${place} in release ${version + 1}`;
}

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
