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
 * So few reported that a reader of the shown cell knows all of its contributors. Of a shown cell everybody knows that the
 * minimum of contributors put in something. Where no more reported, one of them who put in nearly all could tell the
 * others; where one more did and put in nothing, that one knows the rest, and must be left the width. The rule looks at
 * the value alone: one that looked at single contributions would tell about them.
 *
 * value      of the cell
 * reporting  contributors that reported in its row, whatever they put in
 * minimum    fewest contributors of a shown cell
 * least      smallest amount of a contributor
 * width      how far apart the ends of what a reader reckons with must lie, at least
 */
export const hasKnownContributors = (
  value: number,
  reporting: number,
  minimum: number,
  least: number,
  width: number,
): boolean =>
  value !== 0 && (reporting <= minimum || (reporting === minimum + 1 && value < least * minimum + width));
