/** Whole numbers modulo a prime small enough that the product of two stays exact in a double. */

/** The largest prime below 2²⁶. A residue lies in [0, MODULUS). */
export const MODULUS = 67108859;
const INVERSE = 1 / MODULUS;

/** The residue of an integer of magnitude below 2⁵³ - MODULUS. */
export function residue(value: number): number {
  // INVERSE is so near to 1 / MODULUS that whole quotients come out whole: none is too small, some are one too large.
  const rest = value - Math.floor(value * INVERSE) * MODULUS;
  return rest < 0 ? rest + MODULUS : rest;
}

/** 1 / value, by Euclid's algorithm; value is a residue other than 0. */
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
 * An endless row of residues other than 0 that look thrown, the same for the same seed.
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
