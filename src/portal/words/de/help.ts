/** The help, in German: plain sentences, no code. The guide to counting says what docs/data-protection.md says. */
type Pairs = readonly (readonly [string, string])[];

const de = {
  title: 'Hilfe',
  sub: 'Wie gezählt wird, warum Zahlen fehlen, und wer was sieht.',
  contents: 'Auf dieser Seite',
  sections: {
    count: 'So wird gezählt',
    missing: 'Warum fehlen Zahlen?',
    marks: 'Zeichen in den Tabellen',
    who: 'Wer sieht was?',
    operator: 'Kontakt, Impressum, Datenschutz',
  },
  anchor: {
    count: 'zaehlen',
    missing: 'fehlen',
    marks: 'zeichen',
    who: 'wer',
    operator: 'betreiber',
  },
  count: [
    [
      'Beratung',
      'Ein Gespräch mit einem Kind oder den Eltern über eine Leistung, in dem etwas erklärt, entschieden oder ausgefüllt wurde. Zwei Leistungen in einem Gespräch sind zwei Beratungen. Eine Erinnerung, ein Termin oder ein Formular ohne Gespräch ist keine.',
    ],
    [
      'Kinder',
      'Verschiedene Schülerinnen und Schüler an einer Schule in einem Zeitraum. Ein Kind mit fünf Gesprächen über Lernförderung ist ein Kind mit fünf Beratungen. Gespräche mit den Eltern zählen für das Kind, um das es geht.',
    ],
    [
      'Gemeinsame Zahl',
      'Alle verschiedenen Kinder hinter mehreren Leistungen zusammen. Ein Kind, das nach Mittagessen und nach dem Vereinsbeitrag fragte, ist eines, nicht zwei. Die Leistungen zusammenzuzählen wäre falsch.',
    ],
    ['Geschwister', 'Jedes Kind zählt für sich, an der Schule, die es besucht.'],
    [
      'Zwei Schulen',
      'Wer an zwei Schulen arbeitet, gibt zwei Meldungen ab. Ein Kind zählt dort, wo es angemeldet ist.',
    ],
    ['Schulwechsel', 'Ein Kind, das an beiden Schulen beraten wurde, zählt an beiden.'],
    ['Zeitraum', 'Es zählt der Tag des Gesprächs, nicht der Tag des Antrags.'],
    [
      'Null',
      'Eine Null heißt: Niemand hat gefragt. Wer gar nichts zu melden hat, wählt „Nichts zu melden“. Auch das ist eine Meldung.',
    ],
    [
      'Strichliste',
      'Führen Sie eine Zeile je Gespräch, mit einem Kürzel für das Kind und der Leistung. Kein Name. Die Liste bleibt an der Schule.',
    ],
  ] as Pairs,
  missing: [
    [
      'Warum sendet meine Schule manche Zahl nicht?',
      'Hinter jeder Zahl müssen mindestens fünf verschiedene Kinder stehen. Kleinere Zahlen werden zu einer gemeinsamen Zahl, oder sie bleiben an der Schule. Die Seite zeigt das vor dem Senden.',
    ],
    [
      'Warum steht in einer Tabelle ein Punkt?',
      'Diese Zahl ist geheim, damit niemand auf Kinder schließen kann. Manche Zahl fehlt nur, weil sich sonst eine andere ausrechnen ließe. Welcher Grund es ist, sagt niemand, denn auch das verriete etwas.',
    ],
    [
      'Warum steht „5 bis 9“ statt einer Zahl?',
      'Schulen haben einen Teil nur für mehrere Leistungen zusammen gemeldet. Genauer lässt es sich nicht sagen.',
    ],
    [
      'Warum gibt es zu einem Zeitraum noch nichts?',
      'Zahlen gibt es erst nach der Freigabe. Davor werden Meldungen gesammelt, der Zeitraum geschlossen und die Tabellen geschützt. Zwei Personen geben sie frei.',
    ],
    [
      'Warum ist meine Berichtigung noch nicht zu sehen?',
      'Eine Berichtigung kann warten. Zeigte man sie sofort, ließe sich aus alter und neuer Tabelle ablesen, was eine einzelne Schule geändert hat.',
    ],
    [
      'Darf ich Lücken schätzen?',
      'Bitte nicht. Was gesperrt ist, lässt sich aus den übrigen Zahlen nicht zurückrechnen. Schätzungen daraus sind falsch.',
    ],
  ] as Pairs,
  mark: 'Zeichen',
  meaning: 'heißt',
  marks: [
    ['71', 'Genau so viel wurde gemeldet.'],
    ['5 bis 9', 'Mindestens 5, höchstens 9. Ein Teil ist nur für mehrere Leistungen zusammen gemeldet.'],
    ['ab 5', '5 oder mehr. Wie viele mehr, ist nicht bekannt. „Ab 0“ heißt also nicht „keine“.'],
    ['.', 'Geheim. Auf der Karte und in den Balken ist die Fläche schraffiert.'],
    ['–', 'Genau nichts.'],
    ['…', 'Noch haben zu wenige Stellen gemeldet. Die Zeile zeigt darum keine Zahl.'],
    ['nicht aufgeteilt', 'Beratungen, die nur für mehrere Leistungen zusammen gemeldet sind.'],
    [
      'gemeldet insgesamt',
      'Alles, was gemeldet wurde. Geschehen sein kann mehr, denn Schulen können fehlen.',
    ],
  ] as Pairs,
  role: 'Wer',
  kinds: {
    report: 'Die Meldung einer Schule',
    schools: 'Welche Schule gemeldet hat',
    counts: 'Wie viele Schulen gemeldet haben',
    figures: 'Freigegebene Zahlen',
    log: 'Das Protokoll der Zugriffe',
    accounts: 'Konten',
  },
  reach: {
    'own schools': 'eigene Schulen',
    'own region': 'eigenes Gebiet',
    'region rows of own county, district and state': 'Summen von Kreis, Bezirk und Land',
    'own region and the state row': 'eigenes Gebiet und Summe des Landes',
    'reporters of own region': 'Meldende des Kreises',
    all: 'alles',
  } as Readonly<Record<string, string>>,
  nothing: '–',
  whoTable: 'Rollen und was sie sehen',
  whoText:
    'Kein Amt sieht, was eine einzelne Schule gemeldet hat. Ämter lesen nur Zahlen vieler Schulen zusammen, und erst nach der Freigabe.',
  whoNever:
    'Jeder Zugriff steht im Protokoll: wer, wann, was und wozu. Das Protokoll enthält keine Zahl. Namen von Kindern gibt es in Kanon nicht. Wer für eine Schule meldet, liest deren Meldung und Verlauf.',
  operatorText: 'Diese Texte schreibt die Stelle, die den Dienst betreibt.',
  operatorNone:
    'Diese Texte schreibt die Stelle, die den Dienst betreibt. Sie hat hier noch keine hinterlegt. Bis dahin gilt:',
  operator: [
    [
      'contact',
      'Kontakt und Fehler auf der Seite',
      'Wenden Sie sich an die Stelle, die Ihr Konto eingerichtet hat. Bei Schulen ist das meist die Koordination im Kreis.',
    ],
    [
      'imprint',
      'Impressum',
      'Nicht hinterlegt. Die Stelle, die Ihr Konto eingerichtet hat, nennt Ihnen den Betreiber.',
    ],
    [
      'privacy',
      'Datenschutzhinweise',
      'Nicht hinterlegt. Sie bekommen sie mit der Einladung zu Ihrem Konto. Gespeichert werden Konto, Rolle, Sitzungen und Zugriffe, keine Angaben über einzelne Kinder.',
    ],
    [
      'accessibility',
      'Erklärung zur Barrierefreiheit',
      'Nicht hinterlegt. Die Seiten sollen WCAG 2.2 AA erfüllen und lassen sich mit der Tastatur bedienen. Melden Sie, wo das nicht gelingt.',
    ],
    [
      'arbitration',
      'Schlichtungsstelle',
      'Nicht hinterlegt. Die Stelle, die Ihr Konto eingerichtet hat, nennt Ihnen die Schlichtungsstelle.',
    ],
  ] as readonly (readonly [string, string, string])[],
};

export type HelpWords = typeof de;
export default de;
