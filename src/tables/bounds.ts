/** Bounds for readers say how much can have been reported in a cell, from the published cells of its row alone. */
import { NOT_ITEMISED, REPORTED_TOTAL, type Measure } from './table-columns.ts';

/** Both bounds belong to the interval; null where there is none. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
}

const NONE: Bounds = { from: null, to: null };

/**
 * Bounds what schools can have reported in one cell, in integers. A benefit was also reported in cells over
 * several benefits together; how much of those belongs to it, nobody knows but the school.
 *
 * value        as published: what was itemised; null where the cell shows no number
 * notItemised  NOT_ITEMISED of the same row, likewise
 * returns      no bounds for a cell without a number: an interval that a solver finds is not ours to print. No
 *              upper bound where NOT_ITEMISED shows none, and for pupils, whose pooled number is published nowhere;
 *              where nothing was pooled, the number itself
 */
export function boundsOf(
  measure: Measure,
  column: string,
  value: number | null,
  notItemised: number | null,
): Bounds {
  if (value === null) return NONE;
  if (column === NOT_ITEMISED || column === REPORTED_TOTAL || notItemised === 0)
    return { from: value, to: value };
  return { from: value, to: measure === 'pupils' || notItemised === null ? null : value + notItemised };
}
