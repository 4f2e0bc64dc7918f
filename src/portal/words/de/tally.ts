/** The tally, in German. */
const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const de = {
  title: 'Strichliste',
  sub: 'Für jedes Gespräch ein Strich. Am Ende des Zeitraums werden daraus die Zahlen der Meldung.',
  place: 'Schule und Zeitraum',
  noPlace: 'Gerade nimmt kein Zeitraum Meldungen an.',
  period: (key: string): string => {
    const [year = '', part = ''] = key.split('-');
    return part === '' ? year : `${part.slice(1)}. ${part.startsWith('Q') ? 'Quartal' : 'Halbjahr'} ${year}`;
  },
  children: 'Welches Kind?',
  childrenHelp: 'Tippen Sie auf das Zeichen des Kindes. Welches Zeichen für wen steht, wissen nur Sie.',
  noChild: 'Noch kein Kind in der Liste. Wählen Sie unten ein Zeichen.',
  add: 'Neues Kind',
  addHelp: 'Ein Tier, eine Farbe oder eine Nummer. Namen gehören nicht hierher, es gibt kein Feld dafür.',
  kinds: { animal: 'Tiere', colour: 'Farben' },
  number: (name: string): string => `Nächste ${name}`,
  talks: (number: number): string => count(number, 'Strich', 'Striche'),
  benefits: 'Worüber haben Sie gesprochen?',
  benefitsFor: (name: string): string => `${name}: Worüber haben Sie gesprochen?`,
  benefitsHelp: 'Jeder Tipp ist ein Strich.',
  chooseFirst: 'Wählen Sie zuerst ein Kind.',
  said: (name: string, benefit: string, number: number): string =>
    `${name}, ${benefit}: ${count(number, 'Strich', 'Striche')}`,
  undo: 'Letzten Schritt zurücknehmen',
  sums: 'Stand der Liste',
  benefit: 'Leistung',
  pupils: 'Kinder',
  consultations: 'Beratungen',
  distinct: (number: number): string =>
    `${count(number, 'Kind', 'Kinder')} auf der Liste. Ein Kind mit mehreren Leistungen zählt bei jeder einmal; wie viele es zusammen sind, zählt die Liste selbst.`,
  move: 'In die Meldung übernehmen',
  moveHelp: 'Danach prüfen Sie alles noch einmal, bevor Sie senden.',
  moveOver: 'In der Meldung stehen schon Zahlen. Sollen die Zahlen der Strichliste an ihre Stelle?',
  moveYes: 'Ja, ersetzen',
  moveNo: 'Nein',
  moved: 'Die Zahlen stehen in der Meldung. Öffnen Sie sie, sobald Sie angemeldet sind.',
  wipe: 'Strichliste löschen',
  wipeSure: 'Wirklich alle Striche löschen? Das lässt sich nicht rückgängig machen.',
  wipeYes: 'Ja, löschen',
  wipeTitle: 'Strichliste löschen?',
  wipeText:
    'Die Meldung ist gespeichert. Die Strichliste dazu liegt noch auf diesem Gerät und wird nicht mehr gebraucht.',
  wipeKeep: 'Noch behalten',
  wiped: 'Die Strichliste ist gelöscht.',
  carry: 'Auf ein anderes Gerät mitnehmen',
  carryHelp:
    'Die Datei ist verschlüsselt. Ohne die Passphrase lässt sie sich nicht öffnen, auch nicht von uns.',
  passphrase: 'Passphrase der Datei',
  passphraseHelp: 'Mindestens 12 Zeichen, am besten mehrere Wörter.',
  tooShort: 'Bitte mindestens 12 Zeichen.',
  save: 'Datei speichern',
  open: 'Datei öffnen',
  file: {
    'not-ours': 'Das ist keine Datei einer Strichliste.',
    wrong: 'Die Passphrase passt nicht zu dieser Datei.',
    other: 'Die Strichliste in der Datei passt nicht zu diesem Zeitraum.',
    'too-large': 'Die Datei ist zu groß für eine Strichliste.',
  },
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  replaced: (talks: number): string =>
    `Übernommen: ${count(talks, 'Strich', 'Striche')}. Was vorher hier stand, holt „Letzten Schritt zurücknehmen“ wieder.`,
  lasting: 'Dieser Browser hat zugesagt, die Liste nicht von selbst zu löschen.',
  fleeting:
    'Browser dürfen Gespeichertes löschen, wenn der Platz knapp wird oder eine Seite lange nicht besucht wurde. Speichern Sie die Liste ab und zu als Datei.',
  notKept: 'Die Liste wird gerade nicht gesichert',
  notKeptText: 'Laden Sie die Seite nicht neu, sonst sind die letzten Striche fort.',
};

export type TallyWords = typeof de;
export default de;
