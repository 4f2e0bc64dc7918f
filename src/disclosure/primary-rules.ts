/** Primary rules as functions: which cells may not be shown for their own sake. */

/**
 * Whether a cell is sensitive.
 *
 * value          of the cell, whole, 0 or more
 * contributions  non-zero amounts of its contributors, largest first; empty where they are not known
 * source         for all rules: Hundepool et al., Statistical Disclosure Control (2012), chapter 4
 */
export type PrimaryRule = (value: number, contributions: Float64Array) => boolean;

/** Threshold rule: the value is below k, integer ≥ 1. Throws RangeError. */
export function below(k: number): PrimaryRule {
  requireWhole(k, 'k');
  return (value) => value < k;
}

/** Minimum frequency rule: fewer contributors than the minimum, integer ≥ 1. Throws RangeError. */
export function fewerContributorsThan(minimum: number): PrimaryRule {
  requireWhole(minimum, 'The minimum of contributors');
  return (_, contributions) => contributions.length < minimum;
}

/**
 * Dominance, the (n, k) rule: the n largest contributions make up more than this percentage of the cell.
 *
 * n        integer ≥ 1
 * percent  above 0, below 100
 * throws   RangeError
 */
export function dominated(n: number, percent: number): PrimaryRule {
  requireWhole(n, 'n');
  requirePercentage(percent);
  return (value, contributions) => {
    let largest = 0;
    for (let at = 0; at < n && at < contributions.length; at++) largest += contributions[at]!;
    return 100 * largest > percent * value;
  };
}

/**
 * The p% rule: the second largest contributor could tell the largest contribution to within p percent, by
 * taking the own amount from the value.
 *
 * percent  above 0, below 100. Throws RangeError.
 */
export function toldWithin(percent: number): PrimaryRule {
  requirePercentage(percent);
  return (value, [largest = 0, second = 0]) => 100 * (value - largest - second) < percent * largest;
}

function requireWhole(number: number, name: string): void {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`${name} must be an integer ≥ 1.`);
}

function requirePercentage(percent: number): void {
  if (!(percent > 0 && percent < 100)) throw new RangeError('The percentage must be above 0 and below 100.');
}
