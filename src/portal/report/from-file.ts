/**
 * A table out of a file or a spreadsheet, read on the device: a benefit in the first cell of a line, then its children, then
 * its consultations. Lines that name no benefit, such as a title or a sum, are left out and said.
 */
import { benefitNames } from '../../rules/benefit-names.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { EMPTY_ROW, type Row } from './entry.ts';

/** Characters; seven lines need some hundred. */
const LONGEST = 100_000;
const SEPARATORS = ['\t', ';', ','] as const;

export type FileFault = 'too-large' | 'no-table' | 'not-text';

export interface FromFile {
  readonly rows: Readonly<Record<string, Row>>;
  /** How many lines were taken, and how many named no benefit. */
  readonly taken: number;
  readonly left: number;
  /** Of a tally: distinct children behind several benefits. */
  readonly unions?: Readonly<Record<string, string>>;
  readonly isTally?: true;
}

/** The rows of a text; nothing of it is repeated in a fault. */
export function rowsOfText(text: string, scheme: Scheme): FromFile | FileFault {
  if (text.length > LONGEST) return 'too-large';
  if (text.includes('\0')) return 'not-text';
  const { codes } = benefitNames(scheme);
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const read = SEPARATORS.map((separator) => rowsBy(lines, separator, codes));
  const [best] = read.sort((one, other) => other.taken - one.taken);
  return best && best.taken > 0 ? best : 'no-table';
}

function rowsBy(
  lines: readonly string[],
  separator: string,
  codes: (cell: string) => readonly string[] | undefined,
): FromFile {
  const rows: Record<string, Row> = {};
  for (const line of lines) {
    const cells = line.split(separator).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const [name = '', pupils, consultations] = cells;
    const [code, ...more] = codes(name) ?? [];
    if (code === undefined || more.length > 0 || pupils === undefined || consultations === undefined)
      continue;
    // Of two lines about one benefit neither counts: whoever reads them has to say which.
    rows[code] =
      code in rows ? EMPTY_ROW : { pupils: pupils.slice(0, 12), consultations: consultations.slice(0, 12) };
  }
  const taken = Object.keys(rows).length;
  return { rows, taken, left: lines.length - taken };
}
