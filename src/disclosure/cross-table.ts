/** The published table of some records: every node of each dimension crossed with every node of the others. */
import { contributionsOf } from './contributions.ts';
import { Grid } from './grid.ts';
import type { PrimaryRule } from './primary-rules.ts';
import { OPEN, PRIMARY, type Problem } from './problem.ts';
import { UnsoundTable, type TableFault, type TableRecord } from './table-record.ts';

/**
 * primary    a cell is primary if one of these says so
 * zeros      published: a zero is always shown. protected: the rules look at zeros too, so that `below(k)`
 *            hides them, and a reader must reckon with zero behind every hidden cell. An inner cell without a
 *            record is a zero like any other.
 * attacker   ge0 knows of a hidden cell that it is at least 0; ge1 that it is at least 1, as everybody does
 *            where zeros are published
 * objective  what hiding a cell costs: count, 1; sum, its value. With sum the pattern follows hidden values,
 *            so that who knows the method learns from it: it is there to be compared with other methods.
 */
export interface TableRules {
  readonly primary: readonly PrimaryRule[];
  readonly zeros: 'published' | 'protected';
  readonly attacker: 'ge0' | 'ge1';
  readonly objective: 'count' | 'sum';
}

/** The cells of a crossed table, numbered as in its problem. */
export interface TableCells {
  /** Names of all columns, dimension by dimension. */
  readonly columns: readonly string[];
  /** One code per column, TOTAL at margins; a cell that is the same as its only part has the codes of the part. */
  codes(cell: number): readonly string[];
}

export interface CrossTable {
  readonly problem: Problem;
  readonly cells: TableCells;
}

/**
 * Crosses the dimensions and adds the records up. A node with one child is the same cell as that child and
 * counts once. The order of the records does not matter.
 *
 * dimensions  names of the columns of each, coarsest first; a flat one has a single column
 * returns     the problem, with a relation for each cell and each dimension in which it has parts
 * throws      UnsoundTable for records that cannot be a table; RangeError for rules that contradict each other
 * cost        linear in records and cells; 217,200 cells take less than a second
 */
export function crossTable(
  dimensions: readonly (readonly string[])[],
  records: readonly TableRecord[],
  { primary, zeros, attacker, objective }: TableRules,
): CrossTable {
  if (zeros === 'protected' && attacker === 'ge1') {
    throw new RangeError('Where zeros are protected, a hidden cell may be 0: the attacker must be ge0.');
  }
  requireShape(dimensions, records);
  const grid = new Grid(dimensions, records);
  const contributions = contributionsOf(grid, records);
  const values = grid.addUp(records);
  const isPrimary = (value: number, cell: number): boolean => {
    if (value === 0 && zeros === 'published') return false;
    const amounts = contributions(cell);
    return primary.some((rule) => rule(value, amounts));
  };
  const problem: Problem = {
    values,
    status: Uint8Array.from(values, (value, cell) => (isPrimary(value, cell) ? PRIMARY : OPEN)),
    lower: new Float64Array(grid.size).fill(attacker === 'ge1' ? 1 : 0),
    upper: new Float64Array(grid.size).fill(Infinity),
    cost: values.map((value) => (objective === 'sum' ? Math.max(value, 1) : 1)),
    relations: grid.relations(),
    atMost: new Int32Array(0),
    together: { start: new Int32Array(1), cell: new Int32Array(0) },
    labels: Array.from(values, (_, cell) => grid.codes(cell).join('/')),
  };
  return { problem, cells: { columns: dimensions.flat(), codes: (cell) => grid.codes(cell) } };
}

function requireShape(dimensions: readonly (readonly string[])[], records: readonly TableRecord[]): void {
  const columns = dimensions.flat();
  if (
    columns.length === 0 ||
    dimensions.some(({ length }) => length === 0) ||
    new Set(columns).size !== columns.length
  ) {
    throw new UnsoundTable('columns', undefined, columns);
  }
  if (records.length === 0) throw new UnsoundTable('empty');
  const named = records[0]!.contributor !== undefined;
  records.forEach(({ codes, value, contributor }, record) => {
    const refuse = (fault: TableFault): never => {
      throw new UnsoundTable(fault, record, codes);
    };
    if (codes.length !== columns.length) refuse('width');
    if (!Number.isSafeInteger(value) || value < 0) refuse('value');
    if ((contributor !== undefined) !== named) refuse('contributor');
  });
}
