/** CSV as spreadsheets read it, with cells that a spreadsheet would run as a formula made harmless. */

/** `csv`: comma, RFC 4180. `csv-de`: semicolon and byte order mark, as German Excel opens it. */
export const CSV_FORMATS = ['csv', 'csv-de'] as const;
export type CsvFormat = (typeof CSV_FORMATS)[number];

export type CsvCell = string | number | boolean | null;

/** Lines end in CRLF; a null is an empty cell. */
export function csv(
  format: CsvFormat,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Buffer {
  const separator = format === 'csv-de' ? ';' : ',';
  const line = (cells: readonly CsvCell[]): string =>
    `${cells.map((cell) => quote(cell, separator)).join(separator)}\r\n`;
  return Buffer.from((format === 'csv-de' ? '\ufeff' : '') + [header, ...rows].map(line).join(''));
}

function quote(cell: CsvCell, separator: string): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  // A leading apostrophe keeps a spreadsheet from running the text (OWASP, CSV Injection).
  const harmless = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return harmless.includes(separator) || /["\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
