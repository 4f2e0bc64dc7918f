/** The file of a tally sheet, from raw bytes: lines of `child,benefit`. What is wrong is named by line, never by content. */
import { codesOf, type Scheme } from './scheme.ts';
import type { Stroke } from './strokes.ts';

/** Most bytes of such a file. */
export const STROKES_BYTES = 4_194_304;
/** Most strokes; a school has some hundreds in a quarter. */
export const STROKES_MAX = 100_000;
/** Characters of a pseudonym. */
const CHILD_MAX = 64;

export interface StrokeFault {
  /** From 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly cause: keyof typeof REASONS;
  readonly reason: { readonly de: string; readonly en: string };
}

const REASONS = {
  'too-large': {
    de: `Die Strichliste ist zu groß: erlaubt sind 4 MiB und ${STROKES_MAX} Striche.`,
    en: `The tally sheet is too large: 4 MiB and ${STROKES_MAX} strokes are allowed.`,
  },
  'not-utf-8': {
    de: 'Die Strichliste ist kein gültiges UTF-8; bitte als UTF-8 speichern.',
    en: 'The tally sheet is not valid UTF-8; please save it as UTF-8.',
  },
  empty: {
    de: 'Die Strichliste ist leer. Wenn nichts zu melden ist, bleibt die Zeile child,benefit stehen.',
    en: 'The tally sheet is empty. Where there is nothing to report, the line child,benefit stays.',
  },
  'two-cells': {
    de: 'Hier werden genau zwei Angaben erwartet, das Kürzel des Kindes und die Leistung, mit einem Komma dazwischen.',
    en: 'Exactly two entries belong here, the pseudonym of the child and the benefit, with a comma between them.',
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
} as const;

const fault = (line: number, cause: StrokeFault['cause']): StrokeFault => ({
  line,
  cause,
  reason: REASONS[cause],
});

/** Two cells, each bare or in quotes; comma, semicolon or tab between them, as spreadsheets write. */
const CELL = String.raw`(?:[^\S\t]*"((?:[^"]|"")*)"[^\S\t]*|([^",;\t]*))`;
const LINE = new RegExp(`^${CELL}[,;\\t]${CELL}$`, 'u');
const HEADERS = new Set(['child,benefit', 'kind,leistung']);

/**
 * Reads a tally sheet: one stroke a line, `child,benefit`, where benefit is a code of the scheme in any case.
 *
 * bytes    UTF-8, with or without byte order mark. Left out: blank lines, lines that begin with `#`, and a
 *          header `child,benefit` or `kind,leistung` before the first stroke. Only with a header may there be
 *          no stroke at all, so that an empty file by mistake is not taken for "nobody asked".
 * returns  the strokes in their order, or every faulty line. Pseudonyms are compared without invisible
 *          characters, outer spaces and doubled spaces: two spellings on one screen are one child.
 * throws   nothing. No pseudonym and no other content of a line is repeated anywhere.
 */
export function readStrokes(
  bytes: Uint8Array,
  scheme: Scheme,
): { strokes: Stroke[] } | { faults: StrokeFault[] } {
  if (bytes.length > STROKES_BYTES) return { faults: [fault(0, 'too-large')] };
  const text = decode(bytes);
  if (text === undefined) return { faults: [fault(0, 'not-utf-8')] };
  const codes = new Set(codesOf(scheme));
  const strokes: Stroke[] = [];
  const faults: StrokeFault[] = [];
  let begun = false;
  for (const [i, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^\s*(#|$)/u.test(line)) continue;
    const [child, name] = cellsOf(line) ?? [];
    const isHeader = !begun && HEADERS.has(`${child},${name}`.toLowerCase());
    begun = true;
    if (isHeader) continue;
    const benefit = name?.toUpperCase() ?? '';
    if (child === undefined) faults.push(fault(i + 1, 'two-cells'));
    else if (child === '') faults.push(fault(i + 1, 'no-child'));
    else if (child.length > CHILD_MAX) faults.push(fault(i + 1, 'long-child'));
    else if (!codes.has(benefit)) faults.push(fault(i + 1, 'unknown-benefit'));
    else strokes.push({ child, benefit });
  }
  if (strokes.length > STROKES_MAX) return { faults: [fault(0, 'too-large')] };
  if (!begun) return { faults: [fault(0, 'empty')] };
  return faults.length > 0 ? { faults } : { strokes };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function cellsOf(line: string): [child: string, benefit: string] | undefined {
  const found = LINE.exec(line);
  if (!found) return undefined;
  const [, quotedChild, child = '', quotedBenefit, benefit = ''] = found;
  return [
    plain(quotedChild?.replaceAll('""', '"') ?? child),
    plain(quotedBenefit?.replaceAll('""', '"') ?? benefit),
  ];
}

/** As it looks: two spellings that differ in nothing visible would make two children of one, and k is about children. */
const plain = (cell: string): string =>
  cell
    .normalize('NFC')
    .replaceAll(/\p{Cf}|(?!\s)\p{Cc}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
