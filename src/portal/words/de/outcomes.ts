/** What was granted, in German: the page of a benefit office, and what stands beside the figures. */
import { periodName } from './period.ts';

const de = {
  title: 'Was bewilligt wurde',
  sub: 'Ihre Stelle meldet eigene Summen je Kreis, nie einzelne Fälle. Jedes Kind zählt je Leistung einmal. Kleine Zahlen werden hier im Browser zusammengefasst, bevor etwas gesendet wird.',
  period: 'Zeitraum',
  periodName,
  noPeriod: 'Es gibt noch keinen Zeitraum, für den sich etwas melden ließe.',
  noBody: 'Ihrem Konto ist noch kein Träger zugeordnet. Das macht die Verwaltung.',
  numbers: 'Zahlen melden',
  gap: 'Gibt es Zahlen?',
  gaps: {
    NOT_COLLECTED: 'Nein, sie werden nicht erhoben',
    NOT_SEPARABLE: 'Nein, sie lassen sich nicht nach Leistungen trennen',
    NO_LEGAL_BASIS: 'Nein, es fehlt die Rechtsgrundlage',
    LATE: 'Noch nicht, sie kommen später',
  },
  benefit: 'Leistung',
  children: 'Kinder',
  grants: 'Bewilligungen',
  zero: 'Wenn es keine Bewilligung gab: 0.',
  union: (benefits: string): string =>
    `Wie viele verschiedene Kinder stehen zusammen hinter ${benefits}? Wenn Sie es nicht wissen, lassen Sie das Feld leer.`,
  missing: (count: number): string =>
    count === 1 ? 'Es fehlt noch 1 Leistung.' : `Es fehlen noch ${count} Leistungen.`,
  preview: 'Das wird gespeichert',
  kind: { pooled: 'zusammengefasst', none: 'keine', withheld: 'bleibt bei der Stelle', pool: 'zusammen' },
  why: 'Warum?',
  standing: (when: string): string => `Gemeldet am ${when}. Was Sie jetzt senden, ersetzt es.`,
  notShown: 'Gemeldet hat ein anderes Konto Ihrer Stelle; die Zahlen sieht nur dieses.',
  stored: 'Was jetzt gespeichert ist',
  notKept:
    'Was Sie eintragen, bleibt auf dieser Seite und wird nicht aufgehoben: Bitte senden, bevor Sie sie schließen.',
  check: 'Prüfen',
  send: 'Senden',
  sending: 'Wird gesendet …',
  confirm: 'Ja, das stimmt so',
  confirmTitle: 'Ungewöhnlich, bitte bestätigen',
  checked: 'Geprüft, noch nicht gesendet.',
  conflict: 'Inzwischen hat jemand anderes gemeldet. Laden Sie die Seite neu und sehen Sie nach.',
  done: (period: string): string => `Gemeldet für ${period}.`,
  receipt: 'Quittung speichern',
  again: 'Noch einmal ansehen',
  moment: (iso: string): string =>
    new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso)),
  and: (texts: readonly string[]): string => new Intl.ListFormat('de', { type: 'conjunction' }).format(texts),
  beside: {
    title: 'Beratungen und Bewilligungen nebeneinander',
    waiting: 'Wird geladen …',
    notReleased: 'Was bewilligt wurde, ist für diesen Zeitraum noch nicht freigegeben.',
    failed: 'Das lässt sich gerade nicht zeigen.',
    consultations: 'Beratungen',
    children: 'Kinder mit Bewilligung',
    total: 'gemeldet insgesamt',
    notItemised: 'nicht aufgeteilt',
    otherwise: 'anders gegliedert',
    schools: (reported: number, expected: number): string =>
      `Beratungen: ${reported} von ${expected} Schulen haben gemeldet.`,
    bodies: (reported: number, inGap: number, expected: number): string =>
      `Bewilligungen: ${reported} von ${expected} Trägern haben Zahlen gemeldet, ${inGap} sagen, warum nicht.`,
  },
};

export type OutcomeWords = typeof de;
export default de;
