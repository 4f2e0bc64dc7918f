/** Witnesses: whole tables that fit everything published. Checking one is plain addition. */

/** Part of a table that fits everything published; cells of other systems are free of it. */
export interface Witness {
  readonly cells: Int32Array;
  readonly values: Float64Array;
}
