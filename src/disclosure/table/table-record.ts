/** The records that a table is made of, and what can be wrong with them. */

/**
 * An inner count: what stands at one code per column.
 *
 * codes        over all dimensions in their order, each from the coarsest level to the finest; '' at the finer
 *              levels of a dimension where there is nothing below
 * value        whole, 0 or more
 * contributor  whose amount it is, where that is known. Then a cell has as many records as contributors,
 *              and each record must name one.
 * weight       what suppressing the cell costs its readers, whole, from public figures only; all records or none
 */
export interface TableRecord {
  readonly codes: readonly string[];
  readonly value: number;
  readonly contributor?: string;
  readonly weight?: number;
}

export const TABLE_FAULTS = {
  columns: 'Each dimension needs a column, and no two columns may have one name.',
  empty: 'The table has no records.',
  width: 'There must be one code per column.',
  noCode: 'The code is missing; below an empty level nothing may stand, and the coarsest one needs a code.',
  partBeside:
    'Other records stand below this code, so a record without a code below it is their sum or a rest: leave the sum out, give the rest a code.',
  alike: 'People read this code and another one of the column as the same; spell both alike, or differently.',
  reserved: 'This word stands for margins and cannot be a code. Margins are computed; leave them out.',
  ownTotal:
    'This is named like a sum, or equals one of the others wherever it stands. Leave sums out, or have them taken as totals; if it is a category of its own, say so.',
  disclosingTotal:
    'This may be the sum of all others beside it, and if it is, a suppressed cell can be calculated exactly; say whether it is.',
  wrongTotal: 'This is to be a total, but it is not the sum of all that stand beside it.',
  unknownTotal: 'No code is called so.',
  twoParents: 'The code stands under two codes of the level above.',
  value: 'The value must be a whole number, 0 or more.',
  duplicate: 'There was a record for the same cell already.',
  contributor: 'Either all records name a contributor, or none does.',
  weight: 'Either all records have a weight, a whole number, 0 or more, or none has.',
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
   * other   another record that the first one does not go with
   */
  constructor(
    readonly fault: TableFault,
    readonly record?: number,
    readonly names: readonly string[] = [],
    readonly other?: number,
  ) {
    const places = [record, other].flatMap((one) => (one === undefined ? [] : [one + 1]));
    const place = places.length === 0 ? [] : [`Record ${places.join(' and ')}`];
    const what = names.length === 0 ? [] : [`(${names.join(', ')})`];
    const where = [...place, ...what].join(' ');
    super(where === '' ? TABLE_FAULTS[fault] : `${where}: ${TABLE_FAULTS[fault]}`);
  }
}
