/** The protection that holds for a period; fixed when the period opens. */

export interface Policy {
  readonly number: number;
  /** Smallest number of distinct pupils that a stored cell may stand for. */
  readonly k: number;
  /** Fewest contributing schools behind a published cell. */
  readonly minimumSchools: number;
  /** What a withheld consultation costs the anonymiser, where a pooled one costs 1. */
  readonly poolingWeight: number;
  /** How far apart, in persons or consultations, an attacker's bounds on a hidden cell must stay. */
  readonly width: number;
}

/** Policy 1, in force for the first periods. k = 5 is a choice, no statute names a number. */
export const POLICY_1: Policy = { number: 1, k: 5, minimumSchools: 3, poolingWeight: 3, width: 4 };

/** Whether so many distinct pupils are too few to be shown. */
export const isBelowThreshold = (pupils: number, policy: Policy): boolean => pupils < policy.k;
