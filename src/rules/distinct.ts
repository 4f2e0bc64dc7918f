/** How many distinct pupils can stand behind a union of benefits, as far as known numbers prove it. */

/** By bit mask of benefits: no union can have fewer pupils than `least` or more than `most`. */
export interface UnionBounds {
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** More rounds narrow nothing in practice; numbers that contradict each other could go on for long. */
const ROUNDS = 16;

/**
 * Narrows the size of every union.
 *
 * singles  distinct pupils per benefit, length m ≤ 12; bit i of a mask stands for singles[i]
 * given    known unions by mask
 * returns  bounds over all 2^m masks, or the mask of a union that the numbers leave no room for.
 *          `least` = `most` is a proof of the number, not a guess. Bounds may be wider than what an
 *          exhaustive search could prove, never narrower.
 * source   Let d(S) be the pupils with a benefit of S. It grows with S and is submodular:
 *          d(S∪T) + d(S∩T) ≤ d(S) + d(T). Cost: up to 16 rounds of 4^m / 2 steps.
 */
export function unionBoundsOf(
  singles: readonly number[],
  given: ReadonlyMap<number, number>,
): UnionBounds | { readonly clash: number } {
  const size = 1 << singles.length;
  const least = new Int32Array(size);
  const most = new Int32Array(size);
  for (let mask = 1; mask < size; mask++) {
    const rest = mask & (mask - 1);
    const single = singles[31 - Math.clz32(mask ^ rest)] ?? 0;
    least[mask] = Math.max(single, least[rest] ?? 0);
    most[mask] = single + (most[rest] ?? 0);
  }
  for (const [mask, pupils] of given) {
    if (pupils < least[mask]! || pupils > most[mask]!) return { clash: mask };
    least[mask] = most[mask] = pupils;
  }
  for (let round = 0; round < ROUNDS && narrow(least, most); round++) {
    const clash = least.findIndex((low, mask) => low > most[mask]!);
    if (clash > 0) return { clash };
  }
  return { least, most };
}

/** One round over all pairs of unions; tells whether anything became narrower. */
function narrow(least: Int32Array, most: Int32Array): boolean {
  let narrower = false;
  const raise = (mask: number, to: number) => {
    if (to > least[mask]!) {
      least[mask] = to;
      narrower = true;
    }
  };
  const lower = (mask: number, to: number) => {
    if (to < most[mask]!) {
      most[mask] = to;
      narrower = true;
    }
  };
  for (let a = 1; a < least.length; a++) {
    for (let b = a + 1; b < least.length; b++) {
      const both = a | b;
      const common = a & b;
      if (common === a) {
        raise(b, least[a]!);
        lower(a, most[b]!);
        continue;
      }
      // Of two masks the higher one is never within the lower, so neither contains the other here.
      lower(both, most[a]! + most[b]! - least[common]!);
      raise(a, least[both]! + least[common]! - most[b]!);
      raise(b, least[both]! + least[common]! - most[a]!);
      if (common > 0) lower(common, most[a]! + most[b]! - least[both]!);
    }
  }
  return narrower;
}
