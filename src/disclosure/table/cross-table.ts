/** The published table of some records: every node of each dimension crossed with every node of the others. */
import { codeKey } from './code-text.ts';
import { contributionsOf } from './contributions.ts';
import { Grid } from './grid.ts';
import { isReadAsTotal } from './hierarchy.ts';
import { type OwnTotal, ownTotals } from './own-totals.ts';
import type { PrimaryRule } from './primary-rules.ts';
import { PUBLISHABLE, PRIMARY, type ProtectionProblem } from '../problem/problem.ts';
import { readRecords } from './read-records.ts';
import { withoutTotals } from './stated-totals.ts';
import { UnsoundTable, type TableFault, type TableRecord } from './table-record.ts';

/**
 * primary    a cell is primary if one of these says so
 * zeros      published: a zero is always shown. protected: the rules look at zeros too, so that `thresholdRule(k)`
 *            suppresses them, and every suppressed cell may be zero to an attacker. An inner cell without a
 *            record is a zero like any other.
 * attacker   ge0 knows of a suppressed cell that it is at least 0; ge1 that it is at least 1, as everybody does
 *            where zeros are published
 * objective  what suppressing a cell costs: count, 1; sum, its value. With sum the pattern follows suppressed values,
 *            so that who knows the method learns from it: it is there to be compared with other methods.
 *            Where records have weights, a cell costs the sum of them, 1 at least, and this must be count.
 * totals     codes that are sums of all that stand beside them: checked, and left out, as sums are computed
 * notTotals  codes that are no sums, though they are named like one or equal one
 */
export interface TableRules {
  readonly primary: readonly PrimaryRule[];
  readonly zeros: 'published' | 'protected';
  readonly attacker: 'ge0' | 'ge1';
  readonly objective: 'count' | 'sum';
  readonly totals?: readonly string[] | undefined;
  readonly notTotals?: readonly string[] | undefined;
}

/** Sums that an error names. */
const NAMED = 10;

/** The cells of a crossed table, numbered as in its problem. */
export interface TableCells {
  /** Names of all columns, dimension by dimension. */
  readonly columns: readonly string[];
  /** One code per column, TOTAL at margins; a cell that is the same as its only part has the codes of the part. */
  codes(cell: number): readonly string[];
}

export interface CrossTable {
  readonly problem: ProtectionProblem;
  readonly cells: TableCells;
  /**
   * Codes that may be sums of others; chance would do as well. Where one is, suppressed cells can be calculated,
   * so a person has to look.
   */
  readonly doubtful: readonly OwnTotal[];
}

/**
 * Crosses the dimensions and adds the records up. A node with one child is the same cell as that child and
 * counts once. Codes are taken as people read them, and a table that brings its own sums is refused: taken for
 * one more part, a sum would disclose the cells suppressed beside it. The order of the records does not matter.
 *
 * dimensions  names of the columns of each, coarsest first; a flat one has a single column
 * returns     the problem, with a relation for each cell and each dimension in which it has parts
 * throws      UnsoundTable for records that cannot be a table; RangeError for rules that contradict each other
 * cost        linear in records and cells, and a search for sums within a fixed budget; 217,200 cells take seconds
 */
export function crossTable(
  dimensions: readonly (readonly string[])[],
  records: readonly TableRecord[],
  rules: TableRules,
): CrossTable {
  if (rules.zeros === 'protected' && rules.attacker === 'ge1') {
    throw new RangeError('Where zeros are protected, a suppressed cell may be 0: the attacker must be ge0.');
  }
  if (rules.objective === 'sum' && records[0]?.weight !== undefined) {
    throw new RangeError('Weights say what suppressing costs; the objective must be count.');
  }
  requireShape(dimensions, records);
  const read = readRecords(dimensions.flat(), records);
  const kept = withoutTotals(dimensions, read, rules.totals ?? []);
  const inner = kept.map((record) => read[record]!);
  if (inner.length === 0) throw new UnsoundTable('empty');
  try {
    const doubtful = requireNoTotals(dimensions, inner, rules.notTotals ?? []);
    return { ...crossed(dimensions, inner, rules), doubtful };
  } catch (error) {
    // Places are told among all records.
    if (!(error instanceof UnsoundTable) || error.record === undefined) throw error;
    throw new UnsoundTable(error.fault, kept[error.record], error.names);
  }
}

function crossed(
  dimensions: readonly (readonly string[])[],
  records: readonly TableRecord[],
  { primary, zeros, attacker, objective }: TableRules,
): Omit<CrossTable, 'doubtful'> {
  const grid = new Grid(dimensions, records);
  const contributions = contributionsOf(grid, records);
  const values = grid.addUp(records.map(({ value }) => value));
  const isPrimary = (value: number, cell: number): boolean => {
    if (value === 0 && zeros === 'published') return false;
    const amounts = contributions(cell);
    return primary.some((rule) => rule(value, amounts));
  };
  const problem: ProtectionProblem = {
    values,
    status: Uint8Array.from(values, (value, cell) => (isPrimary(value, cell) ? PRIMARY : PUBLISHABLE)),
    lower: new Float64Array(grid.size).fill(attacker === 'ge1' ? 1 : 0),
    upper: new Float64Array(grid.size).fill(Infinity),
    cost: costOf(grid, records, objective === 'sum' ? values : undefined),
    relations: grid.relations(),
    atMost: new Int32Array(0),
    together: { start: new Int32Array(1), cell: new Int32Array(0) },
    labels: Array.from(values, (_, cell) => grid.codes(cell).join('/')),
  };
  return { problem, cells: { columns: dimensions.flat(), codes: (cell) => grid.codes(cell) } };
}

/** Weights first, where there are any; 1 at least. */
function costOf(grid: Grid, records: readonly TableRecord[], values: Float64Array | undefined): Float64Array {
  if (records[0]?.weight !== undefined)
    return grid.addUp(records.map(({ weight = 0 }) => weight)).map((weight) => Math.max(weight, 1));
  return values?.map((value) => Math.max(value, 1)) ?? new Float64Array(grid.size).fill(1);
}

/** Throws UnsoundTable for the first code that is surely a sum; the others stand beside it. */
function requireNoTotals(
  dimensions: readonly (readonly string[])[],
  records: readonly TableRecord[],
  notTotals: readonly string[],
): readonly OwnTotal[] {
  const columns = dimensions.flat();
  records.forEach(({ codes }, record) => {
    const at = codes.findIndex(isReadAsTotal);
    if (at >= 0) throw new UnsoundTable('reserved', record, [columns[at]!, codes[at]!]);
  });
  const besides = new Set(notTotals.map(codeKey));
  if (besides.size > 0) {
    const codes = new Set(
      records.flatMap(({ codes: all, contributor = '' }) => [...all, contributor]).map(codeKey),
    );
    const unknown = notTotals.find((name) => !codes.has(codeKey(name)));
    if (unknown !== undefined) throw new UnsoundTable('unknownTotal', undefined, [unknown]);
  }
  const { sure, doubtful } = ownTotals(dimensions, records, besides);
  if (sure.length > 0) {
    const first = Math.min(...sure.map(({ record }) => record));
    const names = new Set(sure.toSorted((one, other) => one.record - other.record).map(({ code }) => code));
    throw new UnsoundTable('ownTotal', first, [...names].slice(0, NAMED));
  }
  return doubtful;
}

function requireShape(dimensions: readonly (readonly string[])[], records: readonly TableRecord[]): void {
  const columns = dimensions.flat();
  if (
    columns.length === 0 ||
    dimensions.some(({ length }) => length === 0) ||
    new Set(columns.map(codeKey)).size !== columns.length
  ) {
    throw new UnsoundTable('columns', undefined, columns);
  }
  if (records.length === 0) throw new UnsoundTable('empty');
  const [named, weighed] = [records[0]!.contributor !== undefined, records[0]!.weight !== undefined];
  records.forEach(({ codes, value, contributor, weight }, record) => {
    const refuse = (fault: TableFault): never => {
      throw new UnsoundTable(fault, record, codes);
    };
    if (codes.length !== columns.length) refuse('width');
    if (!Number.isSafeInteger(value) || value < 0) refuse('value');
    if ((contributor !== undefined) !== named || contributor === '') refuse('contributor');
    const isWhole = weight === undefined || (Number.isSafeInteger(weight) && weight >= 0);
    if ((weight !== undefined) !== weighed || !isWhole) refuse('weight');
  });
}
