/** Connected components by union-find: which of n elements hang together through the pairs that were joined. */

/**
 * Elements are 0 to n − 1; at first each is a set of its own. Path halving keeps the trees flat, so that a question costs
 * O(log n) amortised whatever was joined.
 *
 * source  Tarjan and van Leeuwen, Worst-case analysis of set union algorithms, J. ACM 31 (1984)
 */
export class DisjointSets {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, element) => element);
  }

  /** The representative of the element's set. */
  find(element: number): number {
    const { parent } = this;
    let at = element;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  }

  /** Joins the sets of two elements; the smaller of their representatives stays. So sets joined in this way alone are
   * represented by their smallest element, in whatever order they were joined. */
  join(one: number, other: number): void {
    const [a, b] = [this.find(one), this.find(other)];
    this.parent[Math.max(a, b)] = Math.min(a, b);
  }

  /** Joins two sets, given by their representatives, of which the first stays. */
  absorb(stays: number, goes: number): void {
    this.parent[goes] = stays;
  }
}
