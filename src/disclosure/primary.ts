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
