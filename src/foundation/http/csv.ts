/** CSV as spreadsheets read it, with cells that a spreadsheet would run as a formula made harmless. */

/** `csv`: comma, RFC 4180. `csv-de`: semicolon and byte order mark, as German Excel opens it. */
export const CSV_FORMATS = ['csv', 'csv-de'] as const;
export type CsvFormat = (typeof CSV_FORMATS)[number];

export type CsvCell = string | number | boolean | null;

/**
 * Lines end in CRLF; a null is an empty cell. A text stands in quotation marks wherever any program could split it, at
 * our separator or another one: of a part of it a spreadsheet would make a cell, and perhaps a formula.
 */
export function csv(
  format: CsvFormat,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Buffer {
  const separator = format === 'csv-de' ? ';' : ',';
  const line = (cells: readonly CsvCell[]): string => `${cells.map(written).join(separator)}\r\n`;
  return Buffer.from((format === 'csv-de' ? '\ufeff' : '') + [header, ...rows].map(line).join(''));
}

const written = (cell: CsvCell): string => {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = guarded(cell);
  return SPLITS.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Separators of any program, quotation marks, blanks at an end, and all that is not seen but the blank within. */
const SPLITS = /[,;|"']|^ | $|(?! )[\p{C}\p{Z}]/u;

/** What a spreadsheet takes for the beginning of a formula, wide forms too, behind blanks that it may drop. */
const FORMULA = /^'*[\s\u00a0\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/**
 * With an apostrophe in front where a spreadsheet would run it (OWASP, CSV Injection). A text that has apostrophes there
 * already gets one more, so that no two texts become one, and `withoutGuard` gives each of them back.
 */
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that was written so. */
export const withoutGuard = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
