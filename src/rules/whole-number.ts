/** Whole numbers as people write them: decimal digits and nothing else. */

/**
 * The number from `least` to `most` that the text spells, or undefined. Each has one spelling: no sign, blank, leading
 * zero, exponent or other base, which `Number` would all take.
 *
 * most  at most 2^53 - 1
 */
export function parseWholeNumber(text: string, least: number, most: number): number | undefined {
  const number = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : undefined;
}
