/** The protection problem of a summary table: its additive relations, and the external bounds that an attacker knows beforehand. */
import type { Insiders } from '../disclosure/insiders/insiders.ts';
import type { ProtectionProblem } from '../disclosure/problem/problem.ts';
import { RowSystem, type RowRole, type VersionedRespondent } from './row-system.ts';
import type { Respondent, SummaryRow, SummaryTable } from './table.ts';
import type { TableColumn } from './table-columns.ts';
import { isPublished, sumsOf } from './table-rows.ts';

/** The problem of a table, and which cell of it stands at each place. */
export interface TableProblem {
  readonly problem: ProtectionProblem;
  /** Each cell of the table has its cell of the problem; cells that are always equal share one. */
  readonly cellOf: Int32Array;
  /** The insiders are the reporters; they know whatever an external attacker does. */
  readonly insiders: Insiders;
}

/** An earlier release: the table that it was made of, and which of its cells it publishes, by row and column. */
export interface EarlierTable {
  readonly table: SummaryTable;
  readonly shows: (row: number, column: number) => boolean;
}

/**
 * Both measures make one problem, since a reader holds both: consultations and pupils of one place are suppressed together
 * and tied by pupils ≤ consultations. Every table that is feasible for both measures jointly is feasible for each of them
 * alone, so a cell that keeps the protection level against the joint attacker keeps it against a reader of one measure; the
 * joint proof is the stronger one and the only one needed.
 *
 * The attacker of this system knows more than readers do: why each cell is suppressed, and where schools put in nothing. So
 * a cell that is not primary is at least k times the minimum of contributors, published or suppressed, and the causes
 * disclose nothing more. Rows in which the same schools put in the same amounts are one row here.
 *
 * County × school type is unpublished, but adds up to published margins. Such a cell is never published, and it is primary
 * where few stand behind it, or where all who reported there are known to and it leaves each too little room.
 *
 * Earlier releases of the period stand in the same system. A cell whose schools changed nothing is the same cell: public
 * where it was published, suppressed where it was suppressed. Cells that changed are split by their history: within a county
 * and school type the schools that were there from the first, those that came late, those that dropped out, and the old and
 * new numbers of those that corrected, are cells of their own; and so is the change of few of these.
 *
 * Zeros are published, but not in pending rows, whose cells are all suppressed alike. No cell has an upper bound.
 *
 * table    the table to protect; values in consultations or pupils by column
 * earlier  releases of the same period, oldest first
 * throws   ContradictoryProblem if the table does not add up. Cost: linear in the cells and the releases.
 */
export function tableProblem(table: SummaryTable, earlier: readonly EarlierTable[] = []): TableProblem {
  const tables = [...earlier.map((release) => release.table), table];
  const respondents = versioned(tables, table.columns);
  const system = new RowSystem(table.columns, table.policy, silentSchools(tables));
  const cells = tables.map((one, version) => {
    const before = earlier[version];
    const roleOf = (row: SummaryRow, at: number): RowRole => {
      if (!isPublished(row)) return { kind: 'inner' };
      if (before) return { kind: 'earlier', shown: (column) => before.shows(at, column) };
      return { kind: 'new', cost: one.cost[at]!, pending: row.pending && row.schoolsReported > 0 };
    };
    const rows = one.rows.map((row, at) =>
      system.row(labelIn(row, version, tables.length), respondents[version]![at]!, roleOf(row, at)),
    );
    for (const [total, parts] of sumsOf(one.rows))
      system.sum(
        rows[total]!,
        parts.map((part) => rows[part]!),
      );
    return rows;
  });
  if (earlier.length > 0) addHistories(system, tables, respondents, cells);
  return { ...system.build(), cellOf: Int32Array.from(cells[earlier.length]!.flat()) };
}

/** Returns the schools that reported in pending rows. */
const silentSchools = (tables: readonly SummaryTable[]): Set<string> =>
  new Set(
    tables.flatMap(({ rows, respondents }) =>
      rows.flatMap((row, at) =>
        row.pending && isPublished(row) ? respondents[at]!.map(({ school }) => school) : [],
      ),
    ),
  );

/** Splits each county and school type by the history of its schools from release to release. */
function addHistories(
  system: RowSystem,
  tables: readonly SummaryTable[],
  respondents: readonly (readonly (readonly VersionedRespondent[])[])[],
  cells: readonly (readonly (readonly number[])[])[],
): void {
  const histories = new Map<string, string[]>();
  respondents.forEach((rows, version) =>
    tables[version]!.rows.forEach((row, at) => {
      if (isPublished(row)) return;
      for (const { school, unchangedSince } of rows[at]!) {
        const history = histories.get(school) ?? [];
        history[version] = unchangedSince.join();
        histories.set(school, history);
      }
    }),
  );
  const historyOf = (school: string): string => JSON.stringify(histories.get(school));
  /** Each place and history has the cells of its schools in each release. */
  const placed = new Map<string, { label: string; cells: readonly number[] }[]>();
  tables.forEach(({ rows }, version) =>
    rows.forEach((row, at) => {
      if (isPublished(row)) return;
      const parts = new Map<string, VersionedRespondent[]>();
      for (const respondent of respondents[version]![at]!) {
        const history = historyOf(respondent.school);
        parts.set(history, [...(parts.get(history) ?? []), respondent]);
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

/** Returns the same rows, each report with the release since which its amounts are unchanged. */
function versioned(
  tables: readonly SummaryTable[],
  columns: readonly TableColumn[],
): VersionedRespondent[][][] {
  const known = new Map<string, VersionedRespondent[]>();
  const ofCode = columns.map(({ column }) =>
    columns.flatMap((other, at) => (other.column === column ? [at] : [])),
  );
  const version = (respondent: Respondent, release: number): VersionedRespondent => {
    const past = known.get(respondent.school) ?? [];
    const same = past.find((one) => one.amounts === respondent.amounts);
    if (same) return same;
    const unchangedSince = ofCode.map((together) => {
      const first = past.find((one) => together.every((at) => one.amounts[at] === respondent.amounts[at]));
      return first ? first.unchangedSince[together[0]!]! : release;
    });
    const found = { ...respondent, unchangedSince };
    known.set(respondent.school, [...past, found]);
    return found;
  };
  return tables.map((table, release) =>
    table.respondents.map((row) => row.map((respondent) => version(respondent, release))),
  );
}
