/** Why a coordinator, who sees no count, sends a report back. */

export const RETURN_REASONS = {
  SCHOOL_ASKED: { de: 'Die Schule bat darum.', en: 'The school asked for it.' },
  WRONG_SCHOOL: {
    de: 'Die Meldung gehört zu einer anderen Schule.',
    en: 'The report belongs to another school.',
  },
  WRONG_PERIOD: {
    de: 'Die Meldung gehört zu einem anderen Zeitraum.',
    en: 'The report belongs to another period.',
  },
  COUNTED_TWICE: {
    de: 'Dieselben Beratungen meldete schon eine andere Stelle.',
    en: 'Another office reported the same consultations.',
  },
  TEST_REPORT: { de: 'Die Meldung war ein Versuch.', en: 'The report was a trial.' },
} as const;

export type ReturnReason = keyof typeof RETURN_REASONS;
