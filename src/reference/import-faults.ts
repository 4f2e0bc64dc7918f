/** Every code of an import with its sentence: what is wrong with a list, by line and column, never with what stands in a cell. */
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import { filled, SHEET_FAULTS } from '../rules/sheet/sheet-faults.ts';

/** One fault. A line counts from 1, the header; 0 is the whole file. */
export interface Fault {
  readonly rule: FaultRule;
  readonly line: number;
  /** Name of one of our columns, as the list forms spell it. */
  readonly column?: string;
  /** What the list calls it, where that is another of its known names. */
  readonly head?: string;
  /** Fills the gap in the sentence: names of our columns or a line, nothing out of a cell. */
  readonly about?: string;
  /** Heads of the list, where one of ours is not among them. */
  readonly seen?: string;
}

const FAULTS = {
  ...SHEET_FAULTS,
  'fault-count': {
    de: 'Hier wurde das Lesen wegen zu vieler Fehler beendet.',
    en: 'Reading ended here because of too many faults.',
  },
  duplicate: {
    de: 'Derselbe Schlüssel steht schon in Zeile {}.',
    en: 'The same key stands in line {} already.',
  },
  'municipality-key': {
    de: 'Hier wird der amtliche Gemeindeschlüssel erwartet, acht oder zwölf Ziffern.',
    en: 'An official municipality key of eight or twelve digits belongs here.',
  },
  'zero-lost': {
    de: 'Vorn fehlt eine Null. Tabellenprogramme streichen sie; beim Öffnen der Liste diese Spalte als Text einlesen.',
    en: 'A nought is missing in front. Spreadsheet programs drop it; open the list with this column as text.',
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
    de: 'Diesen Kreis gibt es hier nicht. Eine Zeile der Regionenliste mit seinem fünfstelligen Schlüssel legt ihn an.',
    en: 'This county is not known here. A line of the list of regions with its key of five digits adds it.',
  },
  'district-unknown': {
    de: 'Den Regierungsbezirk dieses Kreises, die ersten drei Ziffern, gibt es hier nicht; eine Liste kann keinen anlegen.',
    en: 'The district of this county, its first three digits, is not known here; no list can add one.',
  },
  'school-type-unknown': {
    de: 'Diesen Schlüssel einer Schulform kennt Kanon nicht. Statt seiner kann hier ihr Name stehen.',
    en: 'Kanon does not know this key of a school type. Its name may stand here instead.',
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

export type FaultRule = keyof typeof FAULTS;

export interface ImportCode {
  readonly code: FaultRule;
  /** `{}` is filled with names of our columns or a number, `{seen}` with the heads that stand there. */
  readonly reason: { readonly de: string; readonly en: string };
}

/** All codes in one table; a code keeps its meaning, and none is used again for another. */
export const IMPORT_CODES: readonly ImportCode[] = Object.entries(FAULTS).map(([code, reason]) => ({
  code: code as FaultRule,
  reason,
}));

/** Faults in the order of the file; those of one line as they were found. */
export const importFindings = (faults: readonly Fault[]): ProblemFinding[] =>
  [...faults].sort((a, b) => a.line - b.line).map(findingOf);

/** The pointer is `/line/column`, and the sentence names both again. */
function findingOf({ rule, line, column, head = column, about, seen }: Fault): ProblemFinding {
  const { de, en } = FAULTS[rule];
  const place = (lineWord: string, columnWord: string): string =>
    line === 0 ? '' : `${lineWord} ${line}${head ? `, ${columnWord} ${head}` : ''}: `;
  return {
    rule,
    pointer: line === 0 ? '' : `/${line}${column ? `/${column}` : ''}`,
    reason: {
      de: place('Zeile', 'Spalte') + filled(de, about, seen),
      en: place('Line', 'column') + filled(en, about, seen),
    },
  };
}
