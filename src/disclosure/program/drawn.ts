/** Pseudorandom numbers without a state: equal input gives equal output on every machine, so that every search is repeatable. */

/** The golden ratio of 2³², made odd, so that neighbours are drawn apart (Knuth's multiplicative hashing). */
const GOLDEN = 0x9e3779b1;

/**
 * A pseudorandom integer from 0 to 2³² − 1.
 *
 * position, draw  integers ≥ 0: of what it is drawn, and for the how many-th time
 * source          Knuth, The Art of Computer Programming 3, section 6.4
 */
export const spread = (position: number, draw: number): number =>
  Math.imul(position + 1 + 40_503 * draw, GOLDEN) >>> 0;

/** A pseudorandom number from 0 to below 1 in steps of 2⁻¹⁶, by position and draw as in `spread`. */
export const drawn = (position: number, draw: number): number => (spread(position, draw) >>> 16) / 2 ** 16;
