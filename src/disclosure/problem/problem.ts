/** The protection problem: cells, how they add up, and what an attacker may know about them beforehand. */

/** The cell may be published, or suppressed to protect others (secondary suppression); a zero is always published. */
export const PUBLISHABLE = 0;
/** The cell is sensitive and must be suppressed (primary suppression), even if it is zero. */
export const PRIMARY = 1;
/** The cell is public already, so it cannot be suppressed any more. */
export const LOCKED = 2;
/** The cell is known to exist to an attacker, is never published, and needs no protection of its own. */
export const UNPUBLISHED = 3;

/** Concatenated lists of cells (as in CSR): list i holds `cell[start[i]]` to `cell[start[i + 1] - 1]`. */
export interface CellLists {
  readonly start: Int32Array;
  readonly cell: Int32Array;
}

/** Concatenates lists of cells. Cost: linear in their entries. */
export function cellLists(all: readonly (readonly number[])[]): CellLists {
  const start = new Int32Array(all.length + 1);
  all.forEach((list, at) => (start[at + 1] = start[at]! + list.length));
  return { start, cell: Int32Array.from(all.flat()) };
}

/** Each relation says Σ sign · value = 0 over its cells: the sign is +1 for the parts and -1 for their total. */
export interface Relations extends CellLists {
  readonly sign: Int32Array;
}

/**
 * A table of n cells with everything that an attacker may know of it, as in cell suppression for linked tables.
 *
 * values    integers, length n
 * status    PUBLISHABLE, PRIMARY, LOCKED or UNPUBLISHED, length n
 * lower     external lower bound: the smallest value that an attacker considers if the cell is suppressed, finite, length n
 * upper     external upper bound, may be Infinity, length n
 * cost      weight of suppressing the cell, positive, from public figures only, length n
 * relations additive relations between the cells
 * atMost    order constraints as concatenated pairs: the value of the first is at most the value of the second
 * together  disjoint groups of cells of which a pattern suppresses all or none
 * labels    what an error may call a cell, length n
 * source    Fischetti and Salazar, Management Science 47 (2001), for all but atMost and together
 */
export interface ProtectionProblem {
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

/** Whether a pattern may suppress the cell: primary cells and publishable ones other than zero. */
export const maySuppress = (problem: ProtectionProblem, cell: number): boolean =>
  problem.status[cell] === PRIMARY || (problem.status[cell] === PUBLISHABLE && problem.values[cell] !== 0);

/**
 * The least pattern: primary and unpublished cells, and those that are suppressed together with one of them.
 *
 * returns  1 where every pattern suppresses, length n. Cost: one pass over cells and groups.
 */
export function alwaysSuppressed(problem: ProtectionProblem): Uint8Array {
  const suppressed = problem.status.map((status) => (status === PRIMARY || status === UNPUBLISHED ? 1 : 0));
  suppressTogether(problem, suppressed);
  return suppressed;
}

/** Number of lists. */
export const listCount = (lists: CellLists): number => lists.start.length - 1;

/** The cells of one list, as a view. */
export const listAt = (lists: CellLists, list: number): Int32Array =>
  lists.cell.subarray(lists.start[list], lists.start[list + 1]);

/**
 * Suppresses every cell of a group in which one is suppressed. Groups are disjoint, so one pass suffices.
 *
 * suppressed  1 where suppressed, length n; extended in place
 */
export function suppressTogether(problem: ProtectionProblem, suppressed: Uint8Array): void {
  for (let group = 0; group < listCount(problem.together); group++) {
    const members = listAt(problem.together, group);
    if (members.some((cell) => suppressed[cell] === 1)) for (const cell of members) suppressed[cell] = 1;
  }
}
