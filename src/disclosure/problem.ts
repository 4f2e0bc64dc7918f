/** A protection problem: cells, how they add up, and what anyone may know about them beforehand. */

/** May be shown, may be hidden to protect others; a zero is shown. */
export const OPEN = 0;
/** Must be hidden, a zero too. */
export const PRIMARY = 1;
/** Already public; cannot be hidden any more. */
export const LOCKED = 2;
/** Never shown, and needs no protection of its own: what a reader reckons with but nobody publishes. */
export const UNKNOWN = 3;

/** Lists of cells laid end to end: list i holds `cell[start[i]]` to `cell[start[i + 1] - 1]`. */
export interface CellLists {
  readonly start: Int32Array;
  readonly cell: Int32Array;
}

/** Lists laid end to end. */
export function cellLists(all: readonly (readonly number[])[]): CellLists {
  const start = new Int32Array(all.length + 1);
  all.forEach((list, at) => (start[at + 1] = start[at]! + list.length));
  return { start, cell: Int32Array.from(all.flat()) };
}

/** Each relation says Σ sign · value = 0 over its cells: +1 for the parts, -1 for their total. */
export interface Relations extends CellLists {
  readonly sign: Int32Array;
}

/**
 * values    integers, length n
 * status    OPEN, PRIMARY, LOCKED or UNKNOWN, length n
 * lower     smallest value that a reader must reckon with if the cell is hidden, finite, length n
 * upper     largest such value, may be Infinity, length n
 * cost      what hiding the cell costs the readers, positive, from public figures only, length n
 * relations what adds up to what
 * atMost    pairs laid end to end: the value of the first is never above the value of the second
 * together  disjoint groups of cells that are hidden all or none
 * labels    what an error may call a cell, length n
 */
export interface Problem {
  readonly values: Float64Array;
  readonly status: Uint8Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly cost: Float64Array;
  readonly relations: Relations;
  readonly atMost: Int32Array;
  readonly together: CellLists;
  readonly labels: readonly string[];
}

/** Whether it can be chosen: open zeros are shown, what is public stays so, what nobody shows is hidden anyway. */
export const mayHide = (problem: Problem, cell: number): boolean =>
  problem.status[cell] === PRIMARY || (problem.status[cell] === OPEN && problem.values[cell] !== 0);

/** What no pattern shows: primary cells with those that stand together with them, and unknown ones; length n. */
export function alwaysHidden(problem: Problem): Uint8Array {
  const hidden = problem.status.map((status) => (status === PRIMARY || status === UNKNOWN ? 1 : 0));
  closeTogether(problem, hidden);
  return hidden;
}

/** Number of lists. */
export const listCount = (lists: CellLists): number => lists.start.length - 1;

/** The cells of one list, as a view. */
export const listAt = (lists: CellLists, list: number): Int32Array =>
  lists.cell.subarray(lists.start[list], lists.start[list + 1]);

/**
 * Hides every cell that must be hidden together with one that is.
 *
 * hidden  1 where hidden, length n; extended in place
 */
export function closeTogether(problem: Problem, hidden: Uint8Array): void {
  for (let group = 0; group < listCount(problem.together); group++) {
    const members = listAt(problem.together, group);
    if (members.some((cell) => hidden[cell] === 1)) for (const cell of members) hidden[cell] = 1;
  }
}
