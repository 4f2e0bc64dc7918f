/** What was granted, in English. */
import type { OutcomeWords } from '../de/outcomes.ts';
import { periodName } from './period.ts';

const en: OutcomeWords = {
  title: 'What was granted',
  sub: 'Your office hands in sums of its own by county, never single cases. Each child counts once a benefit. Small numbers are pooled here in the browser before anything is sent.',
  period: 'Period',
  periodName,
  noPeriod: 'There is no period yet for which anything could be handed in.',
  noBody: 'No body belongs to your account yet. The administration gives them.',
  numbers: 'Hand in numbers',
  gap: 'Are there numbers?',
  gaps: {
    NOT_COLLECTED: 'No, they are not collected',
    NOT_SEPARABLE: 'No, they cannot be separated by benefit',
    NO_LEGAL_BASIS: 'No, there is no legal basis',
    LATE: 'Not yet, they come later',
  },
  benefit: 'Benefit',
  children: 'Children',
  grants: 'Grants',
  zero: 'Where there was no grant: 0.',
  union: (benefits) =>
    `How many different children stand together behind ${benefits}? If you do not know, leave the field empty.`,
  missing: (count) => (count === 1 ? '1 benefit is missing.' : `${count} benefits are missing.`),
  preview: 'This will be stored',
  kind: { pooled: 'pooled', none: 'none', withheld: 'stays at the office', pool: 'together' },
  why: 'Why?',
  standing: (when) => `Handed in on ${when}. What you send now replaces it.`,
  notShown: 'Another account of your office handed it in; the numbers are shown to that one alone.',
  stored: 'What is stored now',
  notKept: 'What you type stays on this page and is not kept: please send it before you close it.',
  check: 'Check',
  send: 'Send',
  sending: 'Sending …',
  confirm: 'Yes, that is so',
  confirmTitle: 'Unusual, please confirm',
  checked: 'Checked, not sent yet.',
  conflict: 'Somebody else has handed in meanwhile. Reload the page and look.',
  done: (period) => `Handed in for ${period}.`,
  receipt: 'Save the receipt',
  again: 'Look at it again',
  moment: (iso) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso)),
  and: (texts) => new Intl.ListFormat('en', { type: 'conjunction' }).format(texts),
  beside: {
    title: 'Consultations and grants side by side',
    waiting: 'Loading …',
    notReleased: 'What was granted is not released for this period yet.',
    failed: 'This cannot be shown at the moment.',
    consultations: 'Consultations',
    children: 'Children with a grant',
    total: 'reported in total',
    notItemised: 'not itemised',
    otherwise: 'grouped otherwise',
    schools: (reported, expected) => `Consultations: ${reported} of ${expected} schools have reported.`,
    bodies: (reported, inGap, expected) =>
      `Grants: ${reported} of ${expected} bodies have handed in numbers, ${inGap} say why not.`,
  },
};

export default en;
