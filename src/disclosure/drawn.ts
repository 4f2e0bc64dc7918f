/** Numbers that look drawn and are not: equal input gives equal output, on every machine. */

/** Odd, so that neighbours are drawn apart: the golden ratio of 2³². */
const GOLDEN = 0x9e3779b1;

/** Of 0 to 2³² − 1, by position and draw; both integers ≥ 0. */
export const spread = (position: number, draw: number): number =>
  Math.imul(position + 1 + 40_503 * draw, GOLDEN) >>> 0;

/** From 0 to below 1, by position and draw, in steps of 2⁻¹⁶. */
export const drawn = (position: number, draw: number): number => (spread(position, draw) >>> 16) / 2 ** 16;
