/** What can be wrong with a table of anybody's making, and what its reader says it passed over: the same words in every command. */

interface Words {
  readonly de: string;
  readonly en: string;
}

/** `{}` is filled with names of columns or a number, `{seen}` with the heads that stand there; nothing out of a cell. */
export const SHEET_FAULTS = {
  'file-size': {
    de: 'Die Datei ist größer als {} MiB.',
    en: 'The file is larger than {} MiB.',
  },
  workbook: {
    de: 'Das ist eine Arbeitsmappe (Excel, Calc) und keine Textdatei. Bitte dort „Speichern unter“ wählen und als „CSV UTF-8“ speichern.',
    en: 'This is a workbook (Excel, Calc) and no text file. Please choose "Save as" there and save it as "CSV UTF-8".',
  },
  encoding: {
    de: 'In welcher Kodierung dieser Text gespeichert ist, lässt sich nicht sicher sagen. Bitte als UTF-8 speichern; in Excel heißt das Format „CSV UTF-8“.',
    en: 'The encoding of this text cannot be told for certain. Please save it as UTF-8; Excel calls the format "CSV UTF-8".',
  },
  quotes: {
    de: 'Ab hier gehen die Anführungszeichen nicht auf: Sie umschließen eine ganze Zelle und stehen in ihr doppelt.',
    en: 'From here the quotation marks do not match: they enclose a whole cell and are doubled within it.',
  },
  nothing: {
    de: 'Die Datei ist leer.',
    en: 'The file is empty.',
  },
  columns: {
    de: 'In der Kopfzeile fehlt: {}. Da steht: {seen}.',
    en: 'The header lacks: {}. It reads: {seen}.',
  },
  'column-twice': {
    de: 'Diese Spalte steht mehrfach in der Kopfzeile: {}.',
    en: 'The header has this column more than once: {}.',
  },
  empty: {
    de: 'Unter der Kopfzeile steht keine Zeile.',
    en: 'There is no line below the header.',
  },
  'line-count': {
    de: 'Eine Liste hat höchstens {} Zeilen.',
    en: 'A list has at most {} lines.',
  },
  cells: {
    de: 'Diese Zeile hat mehr Zellen als die Kopfzeile; ein Trennzeichen in einer Zelle braucht Anführungszeichen um die Zelle.',
    en: 'This line has more cells than the header; a separator within a cell needs quotation marks around the cell.',
  },
  'cells-few': {
    de: 'Diese Zeile hat weniger Zellen als die Kopfzeile. Eine leere Zelle behält ihr Trennzeichen; was nicht zur Tabelle gehört, muss aus der Datei heraus.',
    en: 'This line has fewer cells than the header. An empty cell keeps its separator; what is no part of the table must leave the file.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type SheetRule = keyof typeof SHEET_FAULTS;

export interface SheetFault {
  readonly rule: SheetRule;
  /** From 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly about?: string;
  readonly seen?: string;
}

/** The sentence with its gaps filled. */
export const filled = (sentence: string, about = '', seen = ''): string =>
  sentence.replace('{seen}', () => seen).replace('{}', () => about);

const NOTES = {
  'windows-1252': {
    de: 'Die Datei ist nicht in UTF-8, sondern in Windows-1252 gespeichert; sie wurde so gelesen.',
    en: 'The file is saved in Windows-1252, not in UTF-8; it was read as such.',
  },
  'utf-16': {
    de: 'Die Datei ist nicht in UTF-8, sondern in UTF-16 gespeichert; sie wurde so gelesen.',
    en: 'The file is saved in UTF-16, not in UTF-8; it was read as such.',
  },
  titles: {
    de: 'Über der Kopfzeile übergangen: {}.',
    en: 'Passed over above the header: {}.',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What a reader passed over or took for granted; a person may have meant it otherwise. */
export interface SheetNote {
  readonly note: keyof typeof NOTES;
  readonly lines: readonly number[];
}

export const noteWords = ({ note, lines }: SheetNote): Words => ({
  de: filled(NOTES[note].de, linesIn('de', lines)),
  en: filled(NOTES[note].en, linesIn('en', lines)),
});

/** Lines that are named; the others are counted. */
const NAMED = 10;

/** `Zeilen 2, 3 und 4`; `lines 2, 3 and 4`. */
export function linesIn(lang: 'de' | 'en', lines: readonly number[]): string {
  const [one, many, and, more] =
    lang === 'de' ? ['Zeile', 'Zeilen', 'und', 'weitere'] : ['line', 'lines', 'and', 'more'];
  const named = lines.slice(0, NAMED).map(String);
  const last = lines.length > NAMED ? `${lines.length - NAMED} ${more}` : named.pop();
  return named.length === 0 ? `${one} ${last}` : `${many} ${named.join(', ')} ${and} ${last}`;
}
