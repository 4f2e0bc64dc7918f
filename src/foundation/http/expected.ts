/** What a field of an address or query must be, in German: from the rule and its English sentence. */

/** Sentences of class-validator and of our own forms, each with what it says in German. */
const SENTENCES: readonly (readonly [english: RegExp, german: string])[] = [
  [/must be one of the following values: (.+)$/, 'ist eines von $1'],
  [/must be an integer number$/, 'ist eine ganze Zahl'],
  [/must not be less than (\S+)$/, 'ist mindestens $1'],
  [/must not be greater than (\S+)$/, 'ist höchstens $1'],
  [/must be a UUID$/, 'ist eine Kennung wie 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70'],
  [/must be a Date instance$/, 'ist ein Zeitpunkt mit Zeitzone wie 2026-11-28T00:00:00Z'],
  [/(minimal|maximal) allowed date/, 'liegt zwischen 2000 und 2100'],
  [
    /must be an official region key/,
    'ist ein amtlicher Schlüssel aus 2, 3, 5 oder 8 Ziffern, etwa 05, 051 oder 05111',
  ],
  [/must be an official school number/, 'ist eine amtliche Schulnummer aus sechs Ziffern'],
  [/must be a period/, 'ist ein Zeitraum wie 2026-Q3, 2026-S1 oder 2026'],
  [/must be a month/, 'ist ein Monat wie 2026-09'],
  [
    /must be the name of a scheme/,
    'ist der Name eines Schemas aus Kleinbuchstaben, Ziffern und Bindestrichen',
  ],
  [/must be the number of a release/, 'ist die Nummer einer Fassung, etwa 1'],
  [/must be the id of a release/, 'ist die Kennung einer Freigabe; GET /v1/releases nennt sie'],
  [/must be the id of a hold/, 'ist die Kennung einer Aufbewahrung; GET /v1/access-log/holds nennt sie'],
  [/must be a whole number from 1/, 'ist eine ganze Zahl ab 1'],
  [/must be a name of at most 120/, 'ist ein Name aus höchstens 120 Zeichen'],
  [/must be what a page gave as next/, 'ist das next einer Seite'],
];

/**
 * The German of a sentence about a field.
 *
 * field    its declared name
 * english  what the validator says
 * returns  a sentence that says how it has to be; undefined where none is known, which a test finds
 */
export function expectedInGerman(field: string, english: string): string | undefined {
  for (const [pattern, german] of SENTENCES) {
    const found = pattern.exec(english);
    if (found) return `${field} ${german.replace('$1', found[1] ?? '')}.`;
  }
  return undefined;
}
