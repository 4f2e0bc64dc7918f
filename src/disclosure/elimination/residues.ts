/** Residues: integers modulo a prime that is small enough that the product of two stays exact in a double. */

/** The modulus is the largest prime below 2²⁶. A residue lies in [0, MODULUS). */
export const MODULUS = 67108859;
const INVERSE = 1 / MODULUS;

/** Reduces an integer of magnitude below 2⁵³ - MODULUS to its residue. */
export function residue(value: number): number {
  // INVERSE is so near to 1 / MODULUS that integral quotients come out integral: none is too small, some are one too large.
  const rest = value - Math.floor(value * INVERSE) * MODULUS;
  return rest < 0 ? rest + MODULUS : rest;
}

/** Inverts a residue other than 0 by Euclid's algorithm. */
export function inverse(value: number): number {
  let [rest, last] = [value, MODULUS];
  let [factor, before] = [1, 0];
  while (rest > 1) {
    const times = Math.floor(last / rest);
    [last, rest] = [rest, last - times * rest];
    [before, factor] = [factor, before - times * factor];
  }
  return residue(factor);
}

/**
 * A pseudorandom sequence of residues other than 0, the same for the same seed.
 *
 * seed    any 32-bit integer other than 0
 * returns the next residue at each call
 *
 * source  Marsaglia, Xorshift RNGs, J. Stat. Softw. 8 (2003): 32 bits, shifts 13, 17, 5
 */
export function residues(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return 1 + ((state >>> 0) % (MODULUS - 1));
  };
}
