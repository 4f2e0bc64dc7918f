/** What a person reads in the terminal: lines, tables, and JSON for scripts. */

/** A name from elsewhere must not steer the terminal. */
const printable = (text: string): string =>
  text.replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '');

/** To standard output: what was asked for. */
export const say = (text: string): void => void process.stdout.write(`${printable(text)}\n`);

/** To standard error: what is worth knowing besides. */
export const remark = (text: string): void => void process.stderr.write(`${printable(text)}\n`);

/** What steers a terminal, or the direction of text, stands there as an escape. */
export const sayJson = (value: unknown): void => {
  const text = JSON.stringify(value, null, 2).replaceAll(
    /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  process.stdout.write(`${text}\n`);
};

/** How a column stands: numbers to the right, under each other. */
export type Align = 'left' | 'right';

/** Characters between two columns. */
export const GAP = 2;

/**
 * Lines of a table; columns as wide as their widest cell, with a gap between them.
 *
 * align  of each column; the last one is not filled up
 */
export function tableLines(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  align: readonly Align[],
): string[] {
  const lines = [head, ...rows].map((row) => row.map((cell) => printable(String(cell)).normalize('NFC')));
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, i) => (align[i] === 'right' ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
