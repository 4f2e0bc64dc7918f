/** Who has reported, in English. */
import type { CompletenessWords } from '../de/completeness.ts';
import { periodName } from './period.ts';

const en: CompletenessWords = {
  title: 'Who has reported?',
  sub: 'You see whether and when a school reported. You never see the numbers of a school.',
  period: 'Period',
  periodName,
  headline: (reported, expected) => `${reported} of ${expected} schools have reported`,
  filter: 'Show',
  all: 'all',
  status: { reported: 'reported', missing: 'missing', returned: 'sent back' },
  vacant: 'post vacant',
  school: 'School',
  state: 'Status',
  since: 'since',
  act: 'Send back',
  giveBack: 'Send back',
  reason: 'Reason',
  reasons: {
    SCHOOL_ASKED: 'The school asked for it.',
    WRONG_SCHOOL: 'The report belongs to another school.',
    WRONG_PERIOD: 'The report belongs to another period.',
    COUNTED_TWICE: 'Another office reported the same consultations.',
    TEST_REPORT: 'The report was a trial.',
  },
  givenBack: (name) => `Sent back: ${name}. The school sees the reason.`,
  reminder: 'List of missing schools (CSV)',
  none: 'There is no school here.',
  noPeriod: 'There is no period yet.',
  moment: (iso) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
};

export default en;
