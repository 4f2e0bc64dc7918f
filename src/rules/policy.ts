/** The protection that holds for a period; fixed when the period opens. */

export interface Policy {
  readonly number: number;
  /** Smallest number of distinct pupils that a stored cell may stand for. */
  readonly k: number;
  /** Fewest contributing schools behind a published cell. */
  readonly minimumSchools: number;
  /** What a withheld consultation costs, where a pooled one costs 1; anonymiser 1 goes by it, anonymiser 2 does not. */
  readonly poolingWeight: number;
  /** How far apart, in persons or consultations, an attacker's bounds on a hidden cell must stay. */
  readonly width: number;
  /** Version of the anonymiser and of the rule `derivable`; one period never mixes two. */
  readonly anonymiser: 1 | 2;
  /** Most schools that one reporter may have. */
  readonly schoolsPerReporter: number;
}

/** Policy 1, in force for the first periods. k = 5 is a choice, no statute names a number. */
export const POLICY_1: Policy = {
  number: 1,
  k: 5,
  minimumSchools: 3,
  poolingWeight: 3,
  width: 4,
  anonymiser: 1,
  schoolsPerReporter: 2,
};

/** Policy 2 pools so that nothing of a benefit below k decides where it stands. */
export const POLICY_2: Policy = { ...POLICY_1, number: 2, anonymiser: 2 };

/** Every policy this program knows, oldest first. */
export const POLICIES: readonly Policy[] = [POLICY_1, POLICY_2];

/** Under which new periods open. */
export const NEWEST_POLICY: Policy = POLICIES[POLICIES.length - 1]!;

/** The policy of that number, or undefined where this program knows none. */
export const findPolicy = (number: number): Policy | undefined =>
  POLICIES.find((policy) => policy.number === number);

/** Whether so many distinct pupils are too few to be shown. */
export const isBelowThreshold = (pupils: number, policy: Pick<Policy, 'k'>): boolean => pupils < policy.k;
