/** Checking the proof of a release in the browser, in German. */
const number = (count: number): string => new Intl.NumberFormat('de-DE').format(count);

const de = {
  title: 'Beweis prüfen',
  what: 'Ihr Browser holt die freigegebene Tabelle mit ihrem Beweis und rechnet selbst nach. Das Protokoll nennt diesen Abruf mit dem Zweck Prüfung.',
  check: 'Beweis prüfen',
  checking: 'Wird nachgerechnet.',
  holds: 'Der Beweis hält.',
  fails: 'Der Beweis hält nicht. Bitte rufen Sie den Betreiber und den Datenschutz an.',
  table: (places: number): string =>
    `Die Tabelle ist die bescheinigte: ${number(places)} Felder, Summe für Summe und mit ihrem Fingerabdruck.`,
  cells: (hidden: number, tables: number): string =>
    `${number(hidden)} Felder ohne Zahl: Zu jedem gibt es mindestens zwei Tabellen, die zu allem Gezeigten passen. Nachgerechnet sind ${number(tables)} Tabellen.`,
  signature: {
    good: 'Die Unterschrift unter der Bescheinigung gilt.',
    bad: 'Die Unterschrift gilt nicht, oder die Bescheinigung ist eine andere als die, die Sie lesen.',
    unknown:
      'Die Unterschrift ist nicht geprüft: Ihr Schlüssel fehlt, oder der Browser kennt das Verfahren nicht.',
  },
  not: 'Das prüft dieser Browser nicht:',
  notCovered: [
    'ob der Schlüssel der richtige ist: Er kommt vom selben Dienst wie die Tabelle. Wer ganz sicher gehen will, prüft mit kanon verify-release und einem Schlüssel, der auf anderem Weg kam.',
    'den inneren Beweis gegen Meldende und gegen frühere Fassungen: Er nennt Zahlen, die niemand veröffentlicht.',
    'ob die Schulen richtig gezählt haben.',
  ] as readonly string[],
};

export type ReleaseProofWords = typeof de;
export default de;
