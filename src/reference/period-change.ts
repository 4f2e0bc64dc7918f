/** Why a period stays as it is, in words for whoever wanted to change it. */
import type { InBoth } from '../foundation/language.ts';

/** What became of a change of a period; all but `done` changed nothing. */
export type PeriodOutcome =
  'done' | 'unknown' | 'not-open' | 'past' | 'not-later' | 'released' | 'reported' | 'participation-changed';

export const PERIOD_STAYS: Readonly<Record<Exclude<PeriodOutcome, 'done' | 'unknown' | 'past'>, InBoth>> = {
  'not-open': {
    de: 'Der Zeitraum ist eingefroren oder freigegeben; an ihm ändert sich nichts mehr.',
    en: 'The period is frozen or released, so nothing of it changes any more.',
  },
  'not-later': {
    de: 'Ein Zeitraum wird nur verlängert: Der neue letzte Tag liegt nach dem bisherigen.',
    en: 'A period is prolonged only: its new last day must lie after the present one.',
  },
  released: {
    de: 'Aus diesem Zeitraum wurde schon veröffentlicht.',
    en: 'The period has a release already.',
  },
  reported: {
    de: 'In diesem Zeitraum ist schon gemeldet worden; von da an lässt er sich nur noch verlängern.',
    en: 'Somebody has reported in this period; from then on it can only be prolonged.',
  },
  'participation-changed': {
    de: 'In diesem Zeitraum hat die Koordination schon die Teilnahme einer Schule geändert; dieser Nachweis bleibt, und mit ihm der Zeitraum.',
    en: 'Within this period the participation of a school was changed already; that record stays, and the period with it.',
  },
};
