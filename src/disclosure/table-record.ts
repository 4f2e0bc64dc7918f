/** The records that a table is made of, and what can be wrong with them. */

/**
 * An inner count: what stands at one code per column.
 *
 * codes        over all dimensions in their order, each from the coarsest level to the finest
 * value        whole, 0 or more
 * contributor  whose amount it is, where that is known. Then a cell has as many records as contributors,
 *              and each record must name one.
 */
export interface TableRecord {
  readonly codes: readonly string[];
  readonly value: number;
  readonly contributor?: string;
}

export const TABLE_FAULTS = {
  columns: 'Each dimension needs a column, and no two columns may have one name.',
  empty: 'The table has no records.',
  width: 'There must be one code per column.',
  noCode: 'The code is missing; every level needs one.',
  reserved: 'This word stands for margins and cannot be a code.',
  twoParents: 'The code stands under two codes of the level above.',
  value: 'The value must be a whole number, 0 or more.',
  duplicate: 'There was a record for the same cell already.',
  contributor: 'Either all records name a contributor, or none does.',
  sum: 'The values are too large to be added up exactly.',
  cells: 'The dimensions make more cells than can be protected at once.',
} as const;

export type TableFault = keyof typeof TABLE_FAULTS;

/** The records cannot be a table. Never says a value, for an error is read by many. */
export class UnsoundTable extends Error {
  override readonly name = 'UnsoundTable';

  /**
   * record  its place, from 0; undefined where no single record is at fault
   * names   columns or codes that tell what is meant
   */
  constructor(
    readonly fault: TableFault,
    readonly record?: number,
    readonly names: readonly string[] = [],
  ) {
    const place = record === undefined ? [] : [`Record ${record + 1}`];
    const what = names.length === 0 ? [] : [`(${names.join(', ')})`];
    const where = [...place, ...what].join(' ');
    super(where === '' ? TABLE_FAULTS[fault] : `${where}: ${TABLE_FAULTS[fault]}`);
  }
}
