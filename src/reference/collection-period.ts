/** A period of collection: what is counted in it, under which policy, and when reports are taken. */
import type { PeriodKey, PeriodState } from '../rules/period.ts';
import type { Policy } from '../rules/policy.ts';
import type { Scheme } from '../rules/scheme.ts';

export interface CollectionPeriod {
  readonly key: PeriodKey;
  readonly scheme: Scheme;
  readonly policy: Policy;
  /** First and last day on which reports are taken, `YYYY-MM-DD`. */
  readonly opensOn: string;
  readonly closesOn: string;
  /** How far the work has come; the days tell whether an open one takes reports, see `periodStandingOf`. */
  readonly state: PeriodState;
}

/** Where a period stands on a day: reports are taken while it is `open`, and then only. */
export type PeriodStanding = 'upcoming' | 'over' | PeriodState;
export const PERIOD_STANDINGS: readonly PeriodStanding[] = ['upcoming', 'open', 'over', 'frozen', 'released'];

/** `today` is the day where the schools are, `YYYY-MM-DD`. */
export function periodStandingOf(
  { state, opensOn, closesOn }: Pick<CollectionPeriod, 'state' | 'opensOn' | 'closesOn'>,
  today: string,
): PeriodStanding {
  if (state !== 'open') return state;
  if (today < opensOn) return 'upcoming';
  return today > closesOn ? 'over' : 'open';
}

export const STATE_IN_GERMAN: Readonly<Record<PeriodState, string>> = {
  open: 'offen',
  frozen: 'eingefroren',
  released: 'freigegeben',
};

export const FREQUENCY_IN_GERMAN: Readonly<Record<Scheme['frequency'], string>> = {
  quarter: 'Quartal',
  'half-year': 'Halbjahr',
  year: 'Jahr',
};
