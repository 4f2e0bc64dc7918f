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
  /** How far the work has come; the days tell whether an open one takes reports, see `standingOf`. */
  readonly state: 'open' | 'frozen' | 'released';
}

/** Where a period stands on a day: reports are taken while it is `open`, and then only. */
export const STANDINGS = ['upcoming', 'open', 'over', 'frozen', 'released'] as const;
export type Standing = (typeof STANDINGS)[number];

/** `today` is the day where the schools are, `YYYY-MM-DD`. */
export function standingOf(
  { state, opensOn, closesOn }: Pick<Period, 'state' | 'opensOn' | 'closesOn'>,
  today: string,
): Standing {
  if (state !== 'open') return state;
  if (today < opensOn) return 'upcoming';
  return today > closesOn ? 'over' : 'open';
}

export const STATE_IN_GERMAN: Readonly<Record<Period['state'], string>> = {
  open: 'offen',
  frozen: 'eingefroren',
  released: 'freigegeben',
};

export const FREQUENCY_IN_GERMAN: Readonly<Record<Scheme['frequency'], string>> = {
  quarter: 'Quartal',
  'half-year': 'Halbjahr',
  year: 'Jahr',
};
