/** Whether a report may come in today, and if not, for which of the causes. */

export type Window = 'open' | 'not-yet-open' | 'closed' | 'frozen' | 'released' | 'school-not-active';

export interface WindowFacts {
  /** How far the period has come; before its first open day it is `open` too, the dates decide. */
  readonly state: 'open' | 'frozen' | 'released';
  /** First day on which reports are taken, `YYYY-MM-DD`. */
  readonly opensOn: string;
  /** Last such day. */
  readonly closesOn: string;
  /** The caller's day, `YYYY-MM-DD`: this room has no clock. */
  readonly today: string;
  /** Whether the school exists in the period. */
  readonly schoolActive: boolean;
}

/** The first cause that holds; the school's comes first, since waiting or reopening would not mend it. */
export function windowOf({ state, opensOn, closesOn, today, schoolActive }: WindowFacts): Window {
  if (!schoolActive) return 'school-not-active';
  if (state !== 'open') return state;
  if (today < opensOn) return 'not-yet-open';
  return today > closesOn ? 'closed' : 'open';
}

/** What the user reads for each cause. */
export const WINDOW_REASONS: Readonly<Record<Exclude<Window, 'open'>, { de: string; en: string }>> = {
  'not-yet-open': {
    de: 'Der Zeitraum ist noch nicht geöffnet.',
    en: 'The period is not open yet.',
  },
  closed: {
    de: 'Die Meldefrist für diesen Zeitraum ist abgelaufen.',
    en: 'The time for reporting in this period has ended.',
  },
  frozen: {
    de: 'Der Zeitraum ist abgeschlossen und wird zur Freigabe vorbereitet.',
    en: 'The period is frozen and being prepared for release.',
  },
  released: {
    de: 'Die Zahlen dieses Zeitraums sind bereits freigegeben.',
    en: 'The figures of this period have been released.',
  },
  'school-not-active': {
    de: 'Diese Schule wird in diesem Zeitraum nicht als bestehend geführt.',
    en: 'This school is not listed as existing in this period.',
  },
};
