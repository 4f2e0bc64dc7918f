/** The first page, in German. */
import { periodName } from './period.ts';

const COUNT_OF_DAYS = (days: number): string =>
  days < 0
    ? 'Die Frist ist vorbei'
    : days === 0
      ? 'Heute ist der letzte Tag'
      : days === 1
        ? 'noch 1 Tag'
        : `noch ${days} Tage`;

const de = {
  title: 'Zahlen zur Beratung über Bildung und Teilhabe',
  what: 'Schulen melden hier, wie oft sie zu Bildung und Teilhabe beraten haben. Kleine Zahlen werden geschützt, bevor etwas gespeichert wird.',
  signIn: 'Anmelden',
  activate: 'Zum ersten Mal hier? Konto einrichten',
  demoTitle: 'Beispiel ansehen',
  demoText: 'Alle Schulen und Zahlen sind erfunden. Ein Klick genügt.',
  demoTag: 'Beispieldaten',
  demoAs: {
    reporter: 'Zahlen einer Schule melden',
    coordinator: 'Sehen, wer noch fehlt',
    district: 'Zahlen des Bezirks lesen',
    state: 'Zahlen des Landes lesen',
    'disclosure-officer': 'Einen Zeitraum freigeben',
    'protection-officer': 'Regeln und Bescheinigungen lesen',
    auditor: 'Das Protokoll prüfen',
    admin: 'Konten und Zeiträume verwalten',
  } as Readonly<Record<string, string>>,
  hello: 'Ihre Schulen',
  helloText: 'Tragen Sie nur Anzahlen ein. Namen oder Fälle werden nirgends erfasst.',
  hub: 'Willkommen',
  hubNothing: 'Für Ihre Rolle gibt es hier noch keine eigene Seite. Die Hilfe sagt, was Sie sehen dürfen.',
  notLinked:
    'Sie sind bei Ihrer Stelle angemeldet, aber noch mit keinem Konto verbunden. Geben Sie einmal den Code aus Ihrem Brief ein.',
  link: 'Konto verbinden',
  hubText:
    'Die Seiten für Ihr Konto stehen im Menü. Was zu zählen ist und wer was sieht, steht in der Hilfe.',
  report: 'Melden',
  change: 'Ansehen und berichtigen',
  waiting: 'fertig, noch nicht gesendet',
  send: 'Prüfen und senden',
  tally: 'Strichliste führen',
  offline: 'Ohne Netz arbeiten',
  missing: 'noch nicht gemeldet',
  reported: (when: string): string => `gemeldet am ${when}`,
  returned: 'zurückgegeben',
  until: (day: string): string => `Abgabe bis ${day}`,
  left: COUNT_OF_DAYS,
  period: periodName,
  noPeriod: 'Gerade nimmt kein Zeitraum Meldungen an.',
  noSchool: 'Zu Ihrem Konto gehört noch keine Schule.',
  day: (iso: string): string =>
    new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric' }).format(
      new Date(iso),
    ),
};

export type StartWords = typeof de;
export default de;
