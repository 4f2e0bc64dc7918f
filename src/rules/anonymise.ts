/** From a school's counts to the report that is stored: no cell of it stands for fewer than k pupils. */
import { type Counts, soundCounts } from './counts.ts';
import { leastLossReport } from './least-loss.ts';
import type { PooledReport } from './loss.ts';
import { onePoolReport } from './one-pool.ts';
import type { Policy } from './policy.ts';
import type { BenefitScheme } from './scheme.ts';
import { explain, type Step } from './steps.ts';

export interface Anonymised extends PooledReport {
  /** Why each benefit stands where it stands; holds no count of the school. */
  readonly steps: readonly Step[];
}

/**
 * Makes the report of a school, by the anonymiser that the policy of the period names.
 *
 * counts   what the school counted, every benefit of the scheme, and the unions it knows
 * returns  the report, its reasons and its loss. The report passes `check` under the same scheme and policy.
 *          A pool needs its number of distinct pupils; none is invented.
 * throws   CountsUnsound where the counts do not fit each other, the scheme or the policy
 */
export function anonymise(counts: Counts, scheme: BenefitScheme, policy: Policy): Anonymised {
  const sound = soundCounts(counts, scheme, policy);
  const made = (policy.anonymiser === 1 ? leastLossReport : onePoolReport)(sound, scheme, policy);
  return { ...made, steps: explain(made, sound, scheme, policy) };
}
