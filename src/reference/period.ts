/** A period of collection and how far it has come. */
import type { PeriodKey } from '../rules/period.ts';
import type { Policy } from '../rules/policy.ts';
import type { Scheme } from '../rules/scheme.ts';

export interface Period {
  readonly key: PeriodKey;
  readonly scheme: Scheme;
  readonly policy: Policy;
  /** First and last day on which reports are taken, `YYYY-MM-DD`. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: 'open' | 'frozen' | 'released';
}
