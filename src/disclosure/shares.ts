/** What contributors put into the cells of a problem: internal figures. */

/** What one contributor put into a cell, and the least that the others put in; nothing where there are none. */
export interface Share {
  readonly amount: number;
  readonly rest: number;
}

/** Per cell, the shares of those who put in something. Internal figures. */
export type Shares = readonly ReadonlyMap<string, Share>[];
