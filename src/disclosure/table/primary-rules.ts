/** Primary rules: which cells are sensitive, that is, may not be published for their own sake. Each rule stands here once. */

/**
 * Whether a cell is sensitive. A rule looks at a zero as at any other value; where zeros are published, it is asked about none.
 *
 * value          of the cell, whole, 0 or more
 * contributions  non-zero amounts of its contributors, largest first; empty where they are not known
 * source         for all rules: Hundepool et al., Statistical Disclosure Control (2012), chapter 4
 */
export type PrimaryRule = (value: number, contributions: Float64Array) => boolean;

/**
 * The threshold rule (Fallzahlregel): fewer than k units stand behind the cell.
 *
 * count  units behind the cell: its value where that counts units, else a number that is certainly not above theirs
 * k      the smallest count that may be published, integer ≥ 1
 */
export const isSensitiveByThreshold = (count: number, k: number): boolean => count < k;

/** The threshold rule for cells whose value counts units: the value is below k, integer ≥ 1. Throws RangeError. */
export function thresholdRule(k: number): PrimaryRule {
  requireWhole(k, 'k');
  return (value) => isSensitiveByThreshold(value, k);
}

/**
 * The minimum frequency rule: fewer contributors than the minimum. With two, each could subtract its own amount and read
 * the other's.
 *
 * contributing  contributors with a non-zero amount in exactly this cell; those who report as one count as one
 * minimum       fewest contributors, integer ≥ 1
 */
export const hasTooFewContributors = (contributing: number, minimum: number): boolean =>
  contributing < minimum;

/** The minimum frequency rule for cells whose contributions are known; minimum is an integer ≥ 1. Throws RangeError. */
export function minimumFrequencyRule(minimum: number): PrimaryRule {
  requireWhole(minimum, 'The minimum of contributors');
  return (_, contributions) => hasTooFewContributors(contributions.length, minimum);
}

/**
 * The minimum frequency rule for readers who know how many reported. Everybody knows of a published cell that the minimum of
 * contributors put something in. If no more than these reported, the reader knows all contributors, and one who put in
 * nearly all could estimate the others; if one more reported and put in nothing, that one knows the rest, so the value must
 * leave it the protection level. The rule looks at the value alone: a rule on single contributions would disclose them.
 *
 * value      of the cell
 * reporting  contributors that reported in its row, whatever they put in
 * minimum    fewest contributors of a published cell
 * least      smallest amount of a contributor
 * width      protection level: the least length of a feasibility interval
 */
export const hasKnownContributors = (
  value: number,
  reporting: number,
  minimum: number,
  least: number,
  width: number,
): boolean => reporting <= minimum || (reporting === minimum + 1 && value < least * minimum + width);

/**
 * The dominance or (n, k) rule: the n largest contributions make up more than this percentage of the cell.
 *
 * n        integer ≥ 1
 * percent  above 0, below 100
 * throws   RangeError
 */
export function dominanceRule(n: number, percent: number): PrimaryRule {
  requireWhole(n, 'n');
  requirePercentage(percent);
  return (value, contributions) => {
    let largest = 0;
    for (let at = 0; at < n && at < contributions.length; at++) largest += contributions[at]!;
    return 100 * largest > percent * value;
  };
}

/**
 * The p% rule: the second largest contributor could estimate the largest contribution to within p percent, by subtracting
 * its own amount from the value.
 *
 * percent  above 0, below 100. Throws RangeError.
 */
export function pPercentRule(percent: number): PrimaryRule {
  requirePercentage(percent);
  return (value, [largest = 0, second = 0]) => 100 * (value - largest - second) < percent * largest;
}

function requireWhole(number: number, name: string): void {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`${name} must be an integer ≥ 1.`);
}

function requirePercentage(percent: number): void {
  if (!(percent > 0 && percent < 100)) throw new RangeError('The percentage must be above 0 and below 100.');
}
