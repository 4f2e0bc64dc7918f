/** The file of a tally sheet, from raw bytes: lines of `child,benefit`. What is wrong is named by line, never by content. */
import { benefitNames, type BenefitNames } from './benefit-names.ts';
import type { Scheme } from './scheme.ts';
import { asRead } from './sheet/as-read.ts';
import {
  type NamedColumn,
  declared,
  findHeader,
  type Header,
  columnPlaces,
  twiceIn,
  withoutEmptyEnd,
} from './sheet/header.ts';
import { notesOf, rowsBelow, type Row } from './sheet/read-sheet.ts';
import { eachRecord, SEPARATORS } from './sheet/records.ts';
import { decodeText } from './sheet/text.ts';
import { filled, noteWords, SHEET_FAULTS, type SheetFault, type SheetRule } from './sheet/sheet-faults.ts';
import { type SheetWords, tellChildren, tellColumns, tellRead } from './strokes-told.ts';
import type { Stroke } from './strokes.ts';

/** Most bytes of such a file. */
export const STROKES_BYTES = 4_194_304;
/** Most strokes; a school has some hundreds in a quarter. */
export const STROKES_MAX = 100_000;
/** Characters of a pseudonym. */
const CHILD_MAX = 64;
/** Lines by which the separator is found where there is no header. */
const LOOKED_AT = 30;

const CHILD: NamedColumn = {
  name: 'child',
  also: [
    'kind',
    'kürzel',
    'kuerzel',
    'pseudonym',
    'schüler',
    'schülerin',
    'schülerin/schüler',
    'pupil',
    'student',
  ],
};
const BENEFIT: NamedColumn = {
  name: 'benefit',
  also: ['leistung', 'leistungen', 'but-leistung', 'benefits'],
};

export interface StrokeFault {
  /** From 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly cause: keyof typeof REASONS | SheetRule;
  readonly reason: SheetWords;
}

const REASONS = {
  'too-large': {
    de: `Die Strichliste ist zu groß: erlaubt sind 4 MiB und ${STROKES_MAX} Striche.`,
    en: `The tally sheet is too large: 4 MiB and ${STROKES_MAX} strokes are allowed.`,
  },
  empty: {
    de: 'Die Strichliste ist leer. Wenn nichts zu melden ist, bleibt die Zeile child,benefit stehen.',
    en: 'The tally sheet is empty. Where there is nothing to report, the line child,benefit stays.',
  },
  header: {
    de: 'Die Kopfzeile nennt nur eine der beiden Spalten; sie braucht Kind und Leistung (child und benefit).',
    en: 'The header names only one of the two columns; it needs child and benefit (Kind and Leistung).',
  },
  'two-cells': {
    de: 'Hier werden genau zwei Angaben erwartet, das Kürzel des Kindes und die Leistung, mit einem Komma dazwischen. Sind es mehr Spalten, sagt eine Kopfzeile mit Kind und Leistung, welche zählen; mehrere Leistungen in einer Zelle trennt ein Plus.',
    en: 'Exactly two entries belong here, the pseudonym of the child and the benefit, with a comma between them. Where there are more columns, a header with child and benefit says which of them count; a plus goes between several benefits in one cell.',
  },
  swapped: {
    de: 'Hier steht die Leistung vor dem Kind. Eine Kopfzeile Leistung;Kind sagt, welche Spalte welche ist.',
    en: 'The benefit stands before the child here. A header benefit,child says which column is which.',
  },
  'no-child': { de: 'Hier fehlt das Kürzel des Kindes.', en: 'The pseudonym of the child is missing here.' },
  'long-child': {
    de: `Das Kürzel des Kindes ist länger als ${CHILD_MAX} Zeichen.`,
    en: `The pseudonym of the child is longer than ${CHILD_MAX} characters.`,
  },
  'unknown-benefit': {
    de: 'Diese Leistung gibt es im Schema nicht.',
    en: 'The scheme has no such benefit.',
  },
  'near-benefit': {
    de: 'Diese Leistung gibt es im Schema nicht. Gemeint ist vielleicht {}.',
    en: 'The scheme has no such benefit. Perhaps {} is meant.',
  },
} as const;

const fault = (line: number, cause: keyof typeof REASONS, about = ''): StrokeFault => ({
  line,
  cause,
  reason: { de: filled(REASONS[cause].de, about), en: filled(REASONS[cause].en, about) },
});

/** What was read, and what a person should look at before the counts are used. */
export interface Strokes {
  readonly strokes: readonly Stroke[];
  /** Spellings taken for one child, columns not read, another encoding, lines above the header. No pseudonym in it. */
  readonly notes: readonly SheetWords[];
  /** How many strokes and lines, and what was left out. */
  readonly read: SheetWords;
}

/**
 * Reads a tally sheet: one line a talk, `child,benefit`, where benefit is a code of the scheme or a label of one, or
 * several of them.
 *
 * bytes    a table as `readSheet` takes it; besides, the header may be missing where there are just two columns. With a
 *          header columns stand in any order and others are not read. Left out: empty lines, and those that begin with
 *          `#`. Only with a header may there be no stroke at all, so that an empty file by mistake is not taken for
 *          "nobody asked".
 * returns  the strokes in their order, or every faulty line
 * throws   nothing. No pseudonym and no other content of a line is repeated anywhere.
 */
export function readStrokes(bytes: Uint8Array, scheme: Scheme): Strokes | { faults: StrokeFault[] } {
  if (bytes.length > STROKES_BYTES) return { faults: [fault(0, 'too-large')] };
  const read = decodeText(bytes);
  if ('fault' in read) return { faults: [sheetFault({ rule: read.fault, line: read.line })] };
  const names = benefitNames(scheme);
  const header = headerOf(read.text, names);
  if ('cause' in header) return { faults: [header] };
  const {
    rows,
    faults: unfit,
    remarks,
  } = rowsBelow(read.text, header, { lines: STROKES_MAX, remarks: true });
  if (unfit.some(({ rule }) => rule === 'line-count')) return { faults: [fault(0, 'too-large')] };
  const faults = unfit.filter(({ rule }) => rule !== 'empty').map((one) => faultUnder(header, one));
  if (rows.length === 0 && faults.length === 0 && header.line === 0) return { faults: [fault(0, 'empty')] };
  const strokes: Stroke[] = [];
  for (const row of rows) {
    const found = strokesOf(row, header, names);
    if ('cause' in found) faults.push(found);
    else strokes.push(...found);
  }
  if (strokes.length > STROKES_MAX) return { faults: [fault(0, 'too-large')] };
  if (faults.length > 0) return { faults: faults.sort((a, b) => a.line - b.line) };
  return {
    strokes,
    notes: [
      ...notesOf(read.encoding, header).map(noteWords),
      ...tellColumns(header.names.flatMap((_, at) => (header.places.includes(at) ? [] : [at + 1]))),
      ...tellChildren(rows.map(({ line, cells }) => ({ line, child: asRead(cells[header.places[0]]!) }))),
    ],
    read: tellRead(strokes.length, rows.length, remarks.length),
  };
}

/** Where child and benefit stand; line 0 where no line says so. */
type Heading = Pick<Header, 'names' | 'separator' | 'line' | 'above'> & {
  readonly places: readonly [number, number];
};

function headerOf(text: string, names: BenefitNames): Heading | StrokeFault {
  const header = findHeader(text, [CHILD, BENEFIT], true);
  const isStroke = ({ cells }: { cells: readonly string[] }): boolean =>
    cells.some((cell) => names.codes(cell) !== undefined);
  // Below a stroke no line is a header: what stands above one would be passed over.
  if (!header || header.found === 0 || header.above.some(isStroke)) return withoutHeader(text);
  const places = columnPlaces(header.names, [CHILD, BENEFIT]);
  const [child, benefit] = [places.get(CHILD.name), places.get(BENEFIT.name)];
  if (child === undefined || benefit === undefined)
    return isStroke({ cells: header.names }) ? withoutHeader(text) : fault(header.line, 'header');
  const [twice] = twiceIn(header.names, places);
  if (twice !== undefined) return sheetFault({ rule: 'column-twice', line: header.line, about: twice });
  return { ...header, places: [child, benefit] };
}

/** Two columns, child first; under the separator that makes two cells of most lines. */
function withoutHeader(text: string): Heading {
  const { separator: first, from } = declared(text);
  const pairs = (separator: Header['separator']): number => {
    let [count, looked] = [0, 0];
    eachRecord(text, { separator, from, remarks: true }, (cells) => {
      if (withoutEmptyEnd(cells).length === 2) count += 1;
      looked += 1;
      return looked < LOOKED_AT;
    });
    return count;
  };
  const ranked = SEPARATORS.map((separator) => ({ separator, count: pairs(separator) }));
  const best = ranked.reduce((a, b) => (b.count > a.count ? b : a));
  const separator = first ?? best.separator;
  return { separator, line: 0, names: [CHILD.name, BENEFIT.name], above: [], places: [0, 1] };
}

function strokesOf(
  { line, cells }: Row,
  { line: header, places: [childAt, benefitAt] }: Heading,
  names: BenefitNames,
): Stroke[] | StrokeFault {
  const [child, cell] = [asRead(cells[childAt]!), cells[benefitAt]!];
  if (child === '') return fault(line, 'no-child');
  if (child.length > CHILD_MAX) return fault(line, 'long-child');
  const benefits = names.codes(cell);
  if (benefits) return benefits.map((benefit) => ({ child, benefit }));
  if (header === 0 && names.codes(child)) return fault(line, 'swapped');
  const near = names.near(cell);
  return near === undefined ? fault(line, 'unknown-benefit') : fault(line, 'near-benefit', near);
}

/** Without a header the number of cells is two, whatever the first line has. */
const faultUnder = ({ line: header }: Heading, one: SheetFault): StrokeFault =>
  header === 0 && (one.rule === 'cells' || one.rule === 'cells-few')
    ? fault(one.line, 'two-cells')
    : sheetFault(one);

const sheetFault = ({ rule, line, about }: SheetFault): StrokeFault => ({
  line,
  cause: rule,
  reason: { de: filled(SHEET_FAULTS[rule].de, about), en: filled(SHEET_FAULTS[rule].en, about) },
});
