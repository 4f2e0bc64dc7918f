/** The right edge of a tree: all that is needed to append, however large the tree has grown. */
import { emptyHash, HASH_BYTES, nodeHash, type Sha256 } from './hash.ts';
import { cover, isSubtree, type TreeNode } from './tree.ts';

/**
 * size    leaves of the tree, 0 to 2^53 - 1
 * hashes  of the full subtrees it consists of, largest first: one per binary digit 1 of size
 */
export interface Edge {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** A full subtree and its hash; once there, it never changes. */
export interface StoredNode extends TreeNode {
  readonly hash: Uint8Array;
}

/** The tree without leaves. */
export const EMPTY_EDGE: Edge = { size: 0, hashes: [] };

/**
 * A tree and more leaves. The edge handed in stays as it is, so a batch that fails is simply forgotten.
 *
 * leaves  leaf hashes, in order
 * gives   the new edge, and every full subtree that the leaves complete (themselves among them), children
 *         before parents: each node of the tree is given exactly once in its life
 * throws  RangeError if the hashes of the edge do not fit its size, or a leaf hash has not 32 bytes
 * cost    one hash per leaf on average, at most 53 more
 * source  RFC 9162 §2.1.2
 */
export function append(
  sha256: Sha256,
  edge: Edge,
  leaves: readonly Uint8Array[],
): { edge: Edge; nodes: StoredNode[] } {
  const hashes = hashesOf(edge);
  const nodes: StoredNode[] = [];
  let { size } = edge;
  for (const leaf of leaves) {
    if (leaf.length !== HASH_BYTES) throw new RangeError('A leaf hash has 32 bytes.');
    let node: StoredNode = { level: 0, index: size++, hash: leaf };
    nodes.push(node);
    while (node.index % 2 === 1) {
      const hash = nodeHash(sha256, hashes[hashes.length - 1]!, node.hash);
      hashes.pop();
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash };
      nodes.push(node);
    }
    hashes.push(node.hash);
  }
  return { edge: { size, hashes }, nodes };
}

/**
 * Root of the tree with this edge.
 *
 * throws  RangeError if the hashes of the edge do not fit its size
 * cost    at most 52 hashes
 * source  RFC 9162 §2.1.1
 */
export function rootOf(sha256: Sha256, edge: Edge): Uint8Array {
  const hashes = hashesOf(edge);
  return hashes.length === 0 ? emptyHash(sha256) : joined(sha256, hashes);
}

/** Hash over full subtrees as cover() lists them, at least one. Cost: one hash less than there are subtrees. */
export const joined = (sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array =>
  hashes.reduceRight((right, left) => nodeHash(sha256, left, right));

function hashesOf({ size, hashes }: Edge): Uint8Array[] {
  const leaves = { start: 0, end: size };
  if (
    !isSubtree(leaves) ||
    hashes.length !== cover(leaves).length ||
    hashes.some(({ length }) => length !== HASH_BYTES)
  )
    throw new RangeError('An edge has one hash of 32 bytes for each binary digit 1 of its size.');
  return [...hashes];
}
