/** The shape of an RFC 6962 tree: which stored nodes make up a run of leaves, and which runs make up a proof. */

/** A full subtree: over the 2^level leaves from index * 2^level on. Leaves have level 0. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** The leaves from start up to, without, end. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** A tree of so many leaves with this root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Smallest power of two that is at least count. Cost: its logarithm. */
function powerAtLeast(count: number): number {
  let power = 1;
  while (power < count) power *= 2;
  return power;
}

/**
 * Whether proofs speak of this run of leaves: it is empty, or starts at a multiple of the power of two that
 * holds it. A whole tree from leaf 0 and a single leaf always are.
 *
 * source  draft-ietf-plants-merkle-tree-certs, "Subtrees"
 */
export const isSubtree = ({ start, end }: LeafRange): boolean =>
  Number.isSafeInteger(start) &&
  Number.isSafeInteger(end) &&
  start >= 0 &&
  start <= end &&
  (start === end || start % powerAtLeast(end - start) === 0);

/**
 * The full subtrees that a subtree consists of, left to right, largest first; none of them can be joined.
 *
 * subtree  isSubtree holds
 * cost     one node per binary digit 1 of its length, at most 53
 */
export function cover({ start, end }: LeafRange): TreeNode[] {
  const nodes: TreeNode[] = [];
  let level = Math.log2(powerAtLeast(end - start));
  for (let at = start; at < end; level--) {
    const width = 2 ** level;
    if (at + width > end) continue;
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/**
 * The runs of leaves whose hashes, in this order, prove that a subtree belongs to a tree. Each run joins what
 * stands before it, from the left or from the right, until the tree is whole. The first one may lie inside
 * the subtree and share its end: the tree then has no node for the subtree, which is itself put together on
 * the way.
 *
 * subtree  not empty, isSubtree holds; a leaf gives its inclusion proof (RFC 9162 §2.1.3.1), a whole earlier
 *          tree its consistency proof (§2.1.4.1)
 * size     leaves of the tree, at least subtree.end
 * cost     at most 54 runs
 */
export function proofRanges(subtree: LeafRange, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let [low, high] = [0, size];
  let { start } = subtree;
  while (start !== low || subtree.end !== high) {
    const middle = low + powerAtLeast(high - low) / 2;
    if (subtree.end <= middle) {
      ranges.push({ start: middle, end: high });
      high = middle;
    } else {
      ranges.push({ start: low, end: middle });
      low = middle;
      start = Math.max(start, middle);
    }
  }
  if (start !== subtree.start) ranges.push({ start: low, end: high });
  return ranges.reverse();
}
