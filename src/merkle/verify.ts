/** Checks proofs against roots alone: no store, no trust in who made them. Anything malformed is simply false. */
import { emptyHash, HASH_BYTES, isSame, nodeHash, type Sha256 } from './hash.ts';
import { isSubtree, type LeafRange, proofRanges, type TreeHead } from './tree.ts';

/**
 * Whether a leaf stands at this place of a tree. A root alone does not fix the size of its tree: both must come
 * from a checkpoint whose signature holds.
 *
 * leaf    its leaf hash
 * cost    one hash per element of the proof; a proof of the wrong length costs none
 * source  RFC 9162 §2.1.3.2
 */
export const isIncluded = (
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  head: TreeHead,
  proof: readonly Uint8Array[],
): boolean =>
  leaf.length === HASH_BYTES && isPart(sha256, { start: index, end: index + 1 }, leaf, head, proof);

/**
 * Whether the later tree starts with exactly the leaves of the earlier one. The empty tree is the start of every
 * tree and needs no proof.
 *
 * cost    at most two hashes per element of the proof; a proof of the wrong length costs none
 * source  RFC 9162 §2.1.4.2
 */
export const isConsistent = (
  sha256: Sha256,
  earlier: TreeHead,
  later: TreeHead,
  proof: readonly Uint8Array[],
): boolean =>
  isPart(sha256, { start: 0, end: earlier.size }, earlier.root, later, proof) &&
  (later.size > 0 || isSame(earlier.root, later.root));

/**
 * Whether a run of leaves with this hash of its own stands at its place in a tree. The two functions above are
 * this one, for a single leaf and for a run that starts at leaf 0. An empty run has the hash of an empty tree
 * and stands everywhere.
 *
 * cost    at most two hashes per element of the proof; a proof of the wrong length costs none
 * source  draft-ietf-plants-merkle-tree-certs, "Subtree Consistency Proofs"
 */
export function isPart(
  sha256: Sha256,
  subtree: LeafRange,
  hash: Uint8Array,
  head: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSubtree(subtree) || !Number.isSafeInteger(head.size) || subtree.end > head.size) return false;
  if (subtree.start === subtree.end) return proof.length === 0 && isSame(hash, emptyHash(sha256));
  const ranges = proofRanges(subtree, head.size);
  if (proof.length !== ranges.length) return false;
  if (ranges.length === 0) return isSame(hash, head.root);
  if (![hash, ...proof].every((each) => each.length === HASH_BYTES)) return false;

  // `part` grows into the subtree and `whole` into the tree, from `start` on.
  let [part, whole, start] = [hash, hash, subtree.start];
  for (const [at, range] of ranges.entries()) {
    const beside = proof[at]!;
    if (range.end === subtree.end) [part, whole, start] = [beside, beside, range.start];
    else if (range.end === start) {
      whole = nodeHash(sha256, beside, whole);
      if (start > subtree.start) part = nodeHash(sha256, beside, part);
      start = range.start;
    } else whole = nodeHash(sha256, whole, beside);
  }
  return isSame(part, hash) && isSame(whole, head.root);
}
