/** Feasible tables as witnesses: integral tables that keep everything published. Checking one is plain addition. */

/** The cells of one connected component in a feasible table, with their values; other components are free of it. */
export interface FeasibleTable {
  readonly cells: Int32Array;
  readonly values: Float64Array;
}
