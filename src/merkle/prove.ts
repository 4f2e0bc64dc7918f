/** Proofs out of a stored tree: one read each, whatever the size of the tree. */
import { type Edge, joined } from './edge.ts';
import { HASH_BYTES, type Sha256 } from './hash.ts';
import { cover, proofRanges, type TreeNode } from './tree.ts';

/** Where the full subtrees of a tree are kept. */
export interface HashReader {
  /**
   * The hashes of these nodes, in the order asked for, some nodes perhaps twice. Only full subtrees of the tree
   * are asked for; a reader that lacks one throws.
   */
  readHashes(nodes: readonly TreeNode[]): Promise<readonly Uint8Array[]>;
}

/**
 * That a leaf stands in a tree: the hashes beside its path, from the leaf up (RFC 9162 §2.1.3.1).
 *
 * index   of the leaf, from 0
 * size    leaves of the tree, greater than index; the stored tree may be larger
 * throws  RangeError for other numbers, or if the reader gives no such hashes
 * cost    one read of at most 2 * 53 nodes, as many hashes
 */
export async function proveInclusion(
  sha256: Sha256,
  reader: HashReader,
  index: number,
  size: number,
): Promise<Uint8Array[]> {
  if (!isCount(size) || !isCount(index) || index >= size)
    throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`);
  return prove(sha256, reader, { start: index, end: index + 1 }, size);
}

/**
 * That a tree only grew: from its first `from` leaves to its first `to` (RFC 9162 §2.1.4.1). Empty if from is 0,
 * or equals to.
 *
 * from, to  leaves, 0 <= from <= to; the stored tree may be larger
 * throws    RangeError for other numbers, or if the reader gives no such hashes
 * cost      one read of at most 2 * 53 nodes, as many hashes
 */
export async function proveConsistency(
  sha256: Sha256,
  reader: HashReader,
  from: number,
  to: number,
): Promise<Uint8Array[]> {
  if (!isCount(from) || !isCount(to) || from > to)
    throw new RangeError(`A tree does not grow from ${from} to ${to} leaves.`);
  return from === 0 ? [] : prove(sha256, reader, { start: 0, end: from }, to);
}

/**
 * The right edge of the first `size` leaves of a stored tree; with rootOf, their root.
 *
 * throws  RangeError if size is no count of leaves, or if the reader gives no such hashes
 * cost    one read of at most 53 nodes
 */
export async function readEdge(reader: HashReader, size: number): Promise<Edge> {
  if (!isCount(size)) throw new RangeError(`A tree has no ${size} leaves.`);
  return { size, hashes: await read(reader, cover({ start: 0, end: size })) };
}

async function prove(
  sha256: Sha256,
  reader: HashReader,
  subtree: { start: number; end: number },
  size: number,
): Promise<Uint8Array[]> {
  const covers = proofRanges(subtree, size).map(cover);
  const hashes = await read(reader, covers.flat());
  let at = 0;
  return covers.map((nodes) => joined(sha256, hashes.slice(at, (at += nodes.length))));
}

async function read(reader: HashReader, nodes: readonly TreeNode[]): Promise<readonly Uint8Array[]> {
  const hashes = nodes.length === 0 ? [] : await reader.readHashes(nodes);
  if (hashes.length !== nodes.length || hashes.some((hash) => hash.length !== HASH_BYTES))
    throw new RangeError('The store of the tree did not give one hash for each node.');
  return hashes;
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
