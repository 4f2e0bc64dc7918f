/** What the verifier says where all is well, and how it is used, in both languages. */

/** A day and time that needs no knowledge of the reader's place. */
const minute = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const de = {
  use: 'Aufruf: kanon-verify DATEI --key SCHLÜSSELDATEI [--witness-key DATEI …] [--kept DATEI] [--json] [--lang de|en]',
  unreadable: 'Die Datei lässt sich nicht lesen; bitte Namen und Rechte prüfen.',
  noKeys: 'In der Schlüsseldatei muss je Zeile ein Schlüssel der Form Name+Kennung+Base64 stehen.',
  keyTwice: 'In der Schlüsseldatei steht ein Protokoll zweimal.',
  keyFault: (line: number, reason: string) => `Schlüssel ${line} der Schlüsseldatei: ${reason}`,
  keptFault: (reason: string) => `Der aufbewahrte Prüfpunkt (--kept): ${reason}`,
  unverified: 'Es wurde nichts geprüft; das allein ist kein Zeichen einer Fälschung.',
  holds: 'Das Paket stimmt.',
  fails: (count: number) => `Das Paket stimmt nicht: ${count} ${count === 1 ? 'Befund' : 'Befunde'}.`,
  entryHolds: 'Der Eintrag stimmt.',
  entryFails: (count: number) => `Der Eintrag stimmt nicht: ${count} ${count === 1 ? 'Befund' : 'Befunde'}.`,
  more: (count: number) => `und ${count} weitere`,
  span: (from: Date, to: Date) => `Zeit: ${minute(from)} bis ${minute(to)}`,
  tree: (origin: string, first: number, end: number, entries: number, erased: number, checkpoints: number) =>
    `${origin}: Plätze ${first} bis ${end - 1}: ${entries} Einträge, ${erased} gelöschte; geprüfte Prüfpunkte: ${checkpoints}`,
  months: (count: number, since: Date) =>
    `nach Angabe des Betreibers: Einträge bleiben ${count} ${count === 1 ? 'Monat' : 'Monate'}; der erste hier ist nicht älter als ${minute(since)}`,
  kept: (size: number) => `enthält, was der aufbewahrte Prüfpunkt über ${size} Plätze bezeugt`,
  notCompared:
    'Mit dem aufbewahrten Prüfpunkt nicht verglichen: Das kann nur ein Paket, das ihn einschließt.',
  nothing: (origin: string, size: number, checkpoints: number) =>
    `${origin}: kein Eintrag in dieser Zeit; der Baum hat ${size} Plätze, geprüfte Prüfpunkte: ${checkpoints}`,
  witness: (name: string, origin: string, size: number, time: Date) =>
    `Zeuge ${name}: hat bis Platz ${size - 1} von ${origin} mitsigniert, ${minute(time)}`,
  place: (origin: string, index: number, size: number) =>
    `${origin}: Platz ${index}, bewiesen durch einen Prüfpunkt über ${size} Plätze`,
  erased: 'Der Eintrag selbst ist gelöscht; sein Platz ist bewiesen.',
  deleteBy: (date: Date) => `Zu löschen bis: ${minute(date)}`,
};

export type VerifierWords = typeof de;

const en: VerifierWords = {
  use: 'Use: kanon-verify FILE --key KEYFILE [--witness-key FILE …] [--kept FILE] [--json] [--lang de|en]',
  unreadable: 'That file cannot be read; check its name and your rights.',
  noKeys: 'A key file holds one key of the form name+id+base64 per line.',
  keyTwice: 'A log stands in the key file twice.',
  keyFault: (line, reason) => `Key ${line} of the key file: ${reason}`,
  keptFault: (reason) => `The checkpoint that you kept (--kept): ${reason}`,
  unverified: 'Nothing was verified; this alone is no sign of tampering.',
  holds: 'The bundle holds.',
  fails: (count) => `The bundle does not hold: ${count} ${count === 1 ? 'finding' : 'findings'}.`,
  entryHolds: 'The entry holds.',
  entryFails: (count) => `The entry does not hold: ${count} ${count === 1 ? 'finding' : 'findings'}.`,
  more: (count) => `and ${count} more`,
  span: (from, to) => `time: ${minute(from)} to ${minute(to)}`,
  tree: (origin, first, end, entries, erased, checkpoints) =>
    `${origin}: places ${first} to ${end - 1}: ${entries} entries, ${erased} erased; checkpoints verified: ${checkpoints}`,
  months: (count, since) =>
    `the operator says: entries are kept for ${count} ${count === 1 ? 'month' : 'months'}; the first one here is not older than ${minute(since)}`,
  kept: (size) => `holds all that the checkpoint you kept vouches for, over ${size} places`,
  notCompared: 'Not compared with the checkpoint you kept: only a bundle that spans it can be.',
  nothing: (origin, size, checkpoints) =>
    `${origin}: no entry in this time; the tree has ${size} places, checkpoints verified: ${checkpoints}`,
  witness: (name, origin, size, time) =>
    `witness ${name}: has cosigned up to place ${size - 1} of ${origin}, ${minute(time)}`,
  place: (origin, index, size) => `${origin}: place ${index}, proven by a checkpoint over ${size} places`,
  erased: 'The entry itself is erased; its place is proven.',
  deleteBy: (date) => `delete by: ${minute(date)}`,
};

export type ReaderLanguage = 'de' | 'en';
export const WORDS: Readonly<Record<ReaderLanguage, VerifierWords>> = { de, en };
