/** Shares say what contributors put into the cells of a problem. They are internal figures. */

/** A share is one contributor's amount in a cell and the least that the others put in, 0 where there are none; both in its unit. */
export interface Share {
  readonly amount: number;
  readonly rest: number;
}

/** Each cell has the shares of those who put in something, by contributor. */
export type ContributorShares = readonly ReadonlyMap<string, Share>[];

/** The insiders of a problem have shares in its cells, and must not derive some of them. */
export interface Insiders {
  readonly shares: ContributorShares;
  /** A sensitive cell, which no contributor may derive, has 1; length n. */
  readonly sensitive: Uint8Array;
  /**
   * Some zeros nobody may derive, though no pattern suppresses a zero: in each group the first cell may be `least` or more,
   * and then the others of its group are above 0 too.
   */
  readonly zeros?: { readonly groups: readonly (readonly number[])[]; readonly least: number };
}

/** No zero of the problem needs room. */
export const NO_ZEROS = { groups: [], least: 1 } as const;
