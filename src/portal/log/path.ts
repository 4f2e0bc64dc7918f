/** The path of an entry to the root of its tree, one hash after the other, as a person can follow it (RFC 9162 §2.1.3.2). */
import { nodeHash, type Sha256 } from '../../merkle/hash.ts';
import { proofRanges } from '../../merkle/tree.ts';

export interface PathStep {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  /** Which of the two was computed before; the other one comes out of the proof. */
  readonly own: 'left' | 'right';
  readonly result: Uint8Array;
}

/**
 * Joins the leaf with each hash of the proof.
 *
 * returns  the steps, the last result of which is the root; undefined where the proof has not as many hashes as the place wants
 */
export function pathOf(
  sha256: Sha256,
  leaf: Uint8Array,
  {
    index,
    size,
    hashes,
  }: { readonly index: number; readonly size: number; readonly hashes: readonly Uint8Array[] },
): PathStep[] | undefined {
  if (index >= size) return undefined;
  const ranges = proofRanges({ start: index, end: index + 1 }, size);
  if (ranges.length !== hashes.length) return undefined;
  let hash = leaf;
  return ranges.map(({ start }, at): PathStep => {
    const beside = hashes[at]!;
    const own = start < index ? 'right' : 'left';
    const [left, right] = own === 'right' ? [beside, hash] : [hash, beside];
    hash = nodeHash(sha256, left, right);
    return { left, right, own, result: hash };
  });
}
