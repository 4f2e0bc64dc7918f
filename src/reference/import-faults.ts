/** Every code of an import with its sentence: what is wrong with a list, by line and column, never with what stands in a cell. */
import type { Finding } from '../foundation/problem.ts';

/** One fault. A line counts from 1, the header; 0 is the whole file. */
export interface Fault {
  readonly rule: FaultRule;
  readonly line: number;
  /** Name of one of our columns, as the list forms spell it. */
  readonly column?: string;
  /** Fills the gap in the sentence: names of our columns or a line, nothing out of a cell. */
  readonly about?: string;
}

const FAULTS = {
  'file-size': {
    de: 'Die Datei ist größer als 32 MiB.',
    en: 'The file is larger than 32 MiB.',
  },
  encoding: {
    de: 'Dieser Text ist kein gültiges UTF-8; in Excel heißt das Format „CSV UTF-8“.',
    en: 'This text is not valid UTF-8; Excel calls the format "CSV UTF-8".',
  },
  quotes: {
    de: 'Ab hier gehen die Anführungszeichen nicht auf: Sie umschließen eine ganze Zelle und stehen in ihr doppelt.',
    en: 'From here the quotation marks do not match: they enclose a whole cell and are doubled within it.',
  },
  columns: {
    de: 'In der Kopfzeile fehlt: {}.',
    en: 'The header lacks: {}.',
  },
  'column-twice': {
    de: 'Diese Spalte steht mehrfach in der Kopfzeile.',
    en: 'The header has this column more than once.',
  },
  empty: {
    de: 'Unter der Kopfzeile steht keine Zeile.',
    en: 'There is no line below the header.',
  },
  'line-count': {
    de: 'Eine Liste hat höchstens 100.000 Zeilen.',
    en: 'A list has at most 100,000 lines.',
  },
  'fault-count': {
    de: 'Hier wurde das Lesen wegen zu vieler Fehler beendet.',
    en: 'Reading ended here because of too many faults.',
  },
  cells: {
    de: 'Diese Zeile hat nicht so viele Zellen wie die Kopfzeile; ein Trennzeichen in einer Zelle braucht Anführungszeichen.',
    en: 'This line does not have as many cells as the header; a separator within a cell needs quotation marks.',
  },
  duplicate: {
    de: 'Derselbe Schlüssel steht schon in Zeile {}.',
    en: 'The same key stands in line {} already.',
  },
  'municipality-key': {
    de: 'Hier wird der amtliche Gemeindeschlüssel erwartet, acht Ziffern.',
    en: 'An official municipality key of eight digits belongs here.',
  },
  'county-key': {
    de: 'Hier wird der amtliche Kreisschlüssel erwartet, fünf Ziffern.',
    en: 'An official county key of five digits belongs here.',
  },
  'county-differs': {
    de: 'Die Gemeinde liegt nicht in diesem Kreis: Ihr Schlüssel beginnt anders.',
    en: 'The municipality does not lie in this county: its key begins otherwise.',
  },
  'county-unknown': {
    de: 'Diesen Kreis gibt es hier nicht.',
    en: 'This county is not known here.',
  },
  'school-number': {
    de: 'Hier wird die amtliche Schulnummer erwartet, sechs Ziffern.',
    en: 'An official school number of six digits belongs here.',
  },
  'school-unknown': {
    de: 'Diese Schule ist hier nicht bekannt; die Schulen werden zuerst eingelesen.',
    en: 'This school is not known here; the schools are imported first.',
  },
  participation: {
    de: 'Hier wird FUNDED, OTHER, VACANT oder NONE erwartet.',
    en: 'FUNDED, OTHER, VACANT or NONE belongs here.',
  },
  'participation-overlap': {
    de: 'Dieser Eintrag beginnt, bevor der derselben Schule in Zeile {} geendet hat.',
    en: 'This entry begins before that of the same school in line {} has ended.',
  },
  'text-empty': {
    de: 'Diese Zelle darf nicht leer sein.',
    en: 'This cell must not be empty.',
  },
  'text-long': {
    de: 'Hier stehen höchstens 200 Zeichen.',
    en: 'At most 200 characters belong here.',
  },
  'text-control': {
    de: 'Hier dürfen keine Steuerzeichen oder Zeilenumbrüche stehen.',
    en: 'No control characters or line breaks belong here.',
  },
  roll: {
    de: 'Hier wird eine ganze Zahl von 0 bis 99999 erwartet, oder nichts.',
    en: 'A whole number from 0 to 99999 belongs here, or nothing.',
  },
  date: {
    de: 'Hier wird ein Datum wie 2026-08-01 oder 01.08.2026 erwartet, oder nichts.',
    en: 'A date such as 2026-08-01 or 01.08.2026 belongs here, or nothing.',
  },
  'date-order': {
    de: 'Die Gültigkeit endet, bevor sie beginnt.',
    en: 'The validity ends before it begins.',
  },
  'successor-unknown': {
    de: 'Ein Schlüssel, der hier steht, ist weder in dieser Liste noch bekannt.',
    en: 'A key that stands here is neither in this list nor known.',
  },
  'successor-open': {
    de: 'Wer Nachfolger hat, braucht ein Ende der Gültigkeit.',
    en: 'What has successors needs an end of its validity.',
  },
  'successor-circle': {
    de: 'Diese Nachfolge führt im Kreis.',
    en: 'This succession leads round in a circle.',
  },
  'closing-day': {
    de: 'Der letzte Tag für fehlende Einträge ist kein Datum wie 2026-07-31.',
    en: 'The last day for missing entries is not a date such as 2026-07-31.',
  },
  'closes-too-many': {
    de: 'Mehr als 20 % der bekannten Einträge fehlen in der Liste; ist sie vollständig, lässt sich das Schließen erzwingen.',
    en: 'More than 20 % of the known entries are missing from the list; if it is complete, closing them can be forced.',
  },
} as const;

const CONFLICTS = {
  'period-frozen': {
    de: 'Ein eingefrorener Zeitraum liest diese Schule: Ob sie darin besteht, ihre Region und ihre Schulform ändern sich erst nach seiner Freigabe.',
    en: 'A frozen period reads this school: whether it exists in it, its region and its type change only after its release.',
  },
} as const;

export type FaultRule = keyof typeof FAULTS;
export type ConflictCode = keyof typeof CONFLICTS;

export interface ImportCode {
  readonly code: FaultRule | ConflictCode;
  /** A fault refuses the whole list; a conflict leaves one school or region as it was. */
  readonly kind: 'fault' | 'conflict';
  /** `{}` is filled with names of our columns or the number of a line. */
  readonly reason: { readonly de: string; readonly en: string };
}

/** All codes in one table; a code keeps its meaning, and none is used again for another. */
export const IMPORT_CODES: readonly ImportCode[] = [
  ...Object.entries(FAULTS).map(([code, reason]) => ({
    code: code as FaultRule,
    kind: 'fault' as const,
    reason,
  })),
  ...Object.entries(CONFLICTS).map(([code, reason]) => ({
    code: code as ConflictCode,
    kind: 'conflict' as const,
    reason,
  })),
];

/** What does not go together with what is stored; the line is left out, and the others are imported. */
export interface Conflict {
  readonly code: ConflictCode;
  /** From 1, the header; 0 where the list does not name the key and would have closed it. */
  readonly line: number;
  /** Official key of the known school or region. */
  readonly key: string;
}

/** As `findingsOf`, for what was left out: the pointer is `/line`, or empty where there is none. */
export const conflictFinding = ({ code, line, key }: Conflict): Finding => ({
  rule: code,
  pointer: line === 0 ? '' : `/${line}`,
  reason: {
    de: `${line === 0 ? 'Nicht in der Liste' : `Zeile ${line}`}, ${key}: ${CONFLICTS[code].de}`,
    en: `${line === 0 ? 'Not in the list' : `Line ${line}`}, ${key}: ${CONFLICTS[code].en}`,
  },
});

/** Faults in the order of the file; those of one line as they were found. */
export const findingsOf = (faults: readonly Fault[]): Finding[] =>
  [...faults].sort((a, b) => a.line - b.line).map(findingOf);

/** The pointer is `/line/column`, and the sentence names both again. */
function findingOf({ rule, line, column, about = '' }: Fault): Finding {
  const { de, en } = FAULTS[rule];
  const place = (lineWord: string, columnWord: string): string =>
    line === 0 ? '' : `${lineWord} ${line}${column ? `, ${columnWord} ${column}` : ''}: `;
  return {
    rule,
    pointer: line === 0 ? '' : `/${line}${column ? `/${column}` : ''}`,
    reason: {
      de: place('Zeile', 'Spalte') + de.replace('{}', about),
      en: place('Line', 'column') + en.replace('{}', about),
    },
  };
}
