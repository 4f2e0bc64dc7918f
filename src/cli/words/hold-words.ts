/** What `kanon log hold` says, in both languages. */
import type { Language } from '../../foundation/language.ts';

const de = {
  notMoment: (option: string) =>
    `${option} ist ein Tag wie 2026-11-05 (dann sein Beginn auf diesem Gerät) oder ein Zeitpunkt mit Zone wie 2026-11-05T08:00:00+01:00.`,
  notHold: 'Hier steht die Kennung einer Aufbewahrung; kanon log hold list zeigt alle.',
  holdUse:
    'So geht es: kanon log hold ask --first TAG --before TAG --keep-until TAG, kanon log hold list, kanon log hold confirm|decline|lift KENNUNG; jeweils mit --account NAME.',
  hold: (id: string, first: string, before: string, until: string) =>
    `${id}: Einträge ab ${first} bis vor ${before}, aufbewahrt bis ${until}`,
  holdStates: {
    asked: 'beantragt, wartet auf die Revision',
    confirmed: 'bestätigt',
    declined: 'abgelehnt',
    lifted: 'aufgehoben',
  },
  holdsUntil: (until: string) => `hält bis ${until}`,
  holdsNothing: 'hält nichts mehr',
  liftAsked: {
    'protection-officer': 'Aufheben verlangt der Datenschutz; die Revision muss es auch verlangen.',
    auditor: 'Aufheben verlangt die Revision; der Datenschutz muss es auch verlangen.',
  },
  noHolds: 'Es gibt keine Aufbewahrung über die Frist hinaus.',
};

export type HoldWords = typeof de;

const en: HoldWords = {
  notMoment: (option) =>
    `${option} is a day such as 2026-11-05 (then its beginning on this device) or a moment with its zone such as 2026-11-05T08:00:00+01:00.`,
  notHold: 'The id of a hold stands here; kanon log hold list shows all.',
  holdUse:
    'Use kanon log hold ask --first DAY --before DAY --keep-until DAY, kanon log hold list, kanon log hold confirm|decline|lift ID; each with --account NAME.',
  hold: (id, first, before, until) =>
    `${id}: entries from ${first} until before ${before}, kept until ${until}`,
  holdStates: {
    asked: 'asked for, waits for an auditor',
    confirmed: 'confirmed',
    declined: 'declined',
    lifted: 'lifted',
  },
  holdsUntil: (until) => `holds until ${until}`,
  holdsNothing: 'holds nothing any more',
  liftAsked: {
    'protection-officer': 'The protection officer asked to lift it; an auditor has to ask too.',
    auditor: 'An auditor asked to lift it; the protection officer has to ask too.',
  },
  noHolds: 'Nothing is held beyond its retention.',
};

export const HOLD_WORDS: Readonly<Record<Language, HoldWords>> = { de, en };
