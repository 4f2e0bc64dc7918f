/** Primary rules: which cells may not be shown for their own sake. */

/**
 * Fewer persons than k stand behind it. A zero stands for nobody and is shown.
 *
 * value    of the cell
 * persons  distinct pupils behind it, or a number that is certainly not above theirs
 * k        smallest number of persons that may be shown, integer ≥ 2
 * source   Hundepool et al., Statistical Disclosure Control (2012), threshold rule.
 */
export const standsForTooFew = (value: number, persons: number, k: number): boolean =>
  value !== 0 && persons < k;

/**
 * Fewer contributors than the minimum: with two, each could subtract itself and read the other.
 *
 * value         of the cell
 * contributing  contributors with a non-zero amount in exactly this cell; those who report as one count as one
 * minimum       fewest contributors, integer ≥ 1
 * source        Hundepool et al., Statistical Disclosure Control (2012), minimum frequency rule.
 */
export const hasTooFewContributors = (value: number, contributing: number, minimum: number): boolean =>
  value !== 0 && contributing < minimum;

/**
 * A shown cell would tell its contributors too closely, where a reader knows that all of them put in something: if it is
 * above the least sum by less than the width, each of them lies within that of its least; and so do the others for one
 * contributor who takes away the own amount.
 *
 * amounts  of all contributors, each at least `least`
 * least    smallest amount of a contributor
 * width    how far apart the ends of what a reader reckons with must lie, at least
 * source   as the p% rule of Hundepool et al. (2012), chapter 4, with the width in place of a percentage
 */
export function tellsContributors(amounts: readonly number[], least: number, width: number): boolean {
  if (amounts.length === 0) return false;
  const room = amounts.reduce((sum, amount) => sum + amount - least, 0);
  return room < width || (amounts.length > 1 && room - (Math.max(...amounts) - least) < width);
}
