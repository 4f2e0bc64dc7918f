/** The tree as RFC 6962 §2.1 defines it, word by word over lists of leaves: slow, and sharing nothing with src/merkle. */
import { createHash } from 'node:crypto';

type Hash = Buffer;
const sha256 = (...parts: Uint8Array[]): Hash => createHash('sha256').update(Buffer.concat(parts)).digest();

/** k: the largest power of two smaller than n. */
function splitOf(n: number): number {
  let k = 1;
  while (2 * k < n) k = 2 * k;
  return k;
}

/** A tree over all of `data`, and over the first so many of it. Hashes are remembered by their range. */
export class NaiveTree {
  private readonly known = new Map<string, Hash>();

  constructor(private readonly data: readonly Uint8Array[]) {}

  /** MTH(D[from:to]), §2.1 */
  hash(from: number, to: number): Hash {
    const name = `${from} ${to}`;
    let hash = this.known.get(name);
    if (!hash) this.known.set(name, (hash = this.compute(from, to)));
    return hash;
  }

  /** PATH(m, D[from:to]), §2.1.1; m counts from `from` */
  path(m: number, from: number, to: number): Hash[] {
    const n = to - from;
    if (n === 1) return [];
    const k = splitOf(n);
    return m < k
      ? [...this.path(m, from, from + k), this.hash(from + k, to)]
      : [...this.path(m - k, from + k, to), this.hash(from, from + k)];
  }

  /** PROOF(m, D[0:n]), §2.1.2 */
  proof(m: number, n: number): Hash[] {
    return this.subproof(m, 0, n, true);
  }

  private subproof(m: number, from: number, to: number, isKnown: boolean): Hash[] {
    const n = to - from;
    if (m === n) return isKnown ? [] : [this.hash(from, to)];
    const k = splitOf(n);
    return m <= k
      ? [...this.subproof(m, from, from + k, isKnown), this.hash(from + k, to)]
      : [...this.subproof(m - k, from + k, to, false), this.hash(from, from + k)];
  }

  /** SUBTREE_PROOF(start, end, D[from:to]) of draft-ietf-plants-merkle-tree-certs; start and end count from `from` */
  subtreeProof(start: number, end: number, from: number, to: number, isKnown = true): Hash[] {
    const n = to - from;
    if (start === 0 && end === n) return isKnown ? [] : [this.hash(from, to)];
    const k = splitOf(n);
    if (end <= k) return [...this.subtreeProof(start, end, from, from + k, isKnown), this.hash(from + k, to)];
    const left = this.hash(from, from + k);
    if (start >= k) return [...this.subtreeProof(start - k, end - k, from + k, to, isKnown), left];
    return [...this.subtreeProof(0, end - k, from + k, to, false), left];
  }

  private compute(from: number, to: number): Hash {
    if (from === to) return sha256();
    if (to - from === 1) return sha256(Buffer.from([0]), this.data[from]!);
    const middle = from + splitOf(to - from);
    return sha256(Buffer.from([1]), this.hash(from, middle), this.hash(middle, to));
  }
}
