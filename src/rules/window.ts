/** Whether a report may come in today, and if not, for which of the causes. */
import type { PeriodState } from './period.ts';

export type Window =
  | PeriodState
  | 'not-yet-open'
  | 'closed'
  | 'scheme-not-in-force'
  | 'school-not-active'
  | 'school-not-expected';

export interface WindowFacts {
  /** How far the period has come; before its first open day it is `open` too, the dates decide. */
  readonly state: PeriodState;
  /** First day on which reports are taken, `YYYY-MM-DD`. */
  readonly opensOn: string;
  /** Last such day. */
  readonly closesOn: string;
  /** The caller's day, `YYYY-MM-DD`: this room has no clock. */
  readonly today: string;
  /** Whether the school exists in the period. */
  readonly schoolActive: boolean;
  /** Whether the school takes part in the period. */
  readonly schoolExpected: boolean;
  /** Whether the scheme of the period may be collected in it, see `appliesTo`. */
  readonly schemeInForce: boolean;
}

/** The first cause that holds; the school's comes first, since waiting or reopening would not mend it. */
export function windowOf({
  state,
  opensOn,
  closesOn,
  today,
  schoolActive,
  schoolExpected,
  schemeInForce,
}: WindowFacts): Window {
  if (!schoolActive) return 'school-not-active';
  if (!schoolExpected) return 'school-not-expected';
  if (state !== 'open') return state;
  if (!schemeInForce) return 'scheme-not-in-force';
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
  'scheme-not-in-force': {
    de: 'Das Schema dieses Zeitraums gilt an dessen erstem Tag nicht. Die Verwaltung muss den Zeitraum prüfen.',
    en: 'The scheme of this period is not in force on its first day. The administration has to look at the period.',
  },
  'school-not-active': {
    de: 'Diese Schule wird in diesem Zeitraum nicht als bestehend geführt.',
    en: 'This school is not listed as existing in this period.',
  },
  'school-not-expected': {
    de: 'Von dieser Schule wird in diesem Zeitraum keine Meldung erwartet. Ist das falsch, kann die Koordination des Kreises oder die Verwaltung es ändern.',
    en: 'No report of this school is expected in this period. If that is wrong, the coordination of the county or the administration can change it.',
  },
};
