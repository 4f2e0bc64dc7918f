/**
 * The rows of a table, put into a sheet that write-excel-file has made with its head and one model cell. It writes each cell
 * with a look of its own, and for some thousand cells that takes several times as long as all the rest of the answer.
 */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** What the package takes as the content of a part; its types do not name it outside. */
type FileContent = Stream | Buffer | Blob;

export type Line = readonly (string | number)[];

/** What stands below the head of a sheet; signs from the column `figures` on stand at the right, as numbers do. */
export interface Body {
  readonly lines: readonly Line[];
  /** Counted from 0. */
  readonly figures: number;
}

/** A row whose cells have the look of a text or number, and that of a sign; the rows of the table replace it. */
export const MODEL = [
  { value: 'x', type: String },
  { value: '.', type: String, align: 'right' },
] as const;

const MODEL_ROW =
  /<row r="2"[^>]*><c r="A2" s="(\d+)"[^>]*>(?:(?!<\/c>).)*<\/c><c r="B2" s="(\d+)"[^>]*>(?:(?!<\/c>).)*<\/c><\/row>/;

/** bodies  of the first sheets, in their order; sheets behind them are left as they are */
export const rowsOf = (bodies: readonly Body[]): Feature<FileContent> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (sheet, _, { sheetIndex }) => {
          const body = bodies[sheetIndex];
          return body ? filled(sheet, body) : sheet;
        },
      },
    },
  },
});

/** Throws where the sheet has no model row: then the package writes otherwise than it did. */
function filled(sheet: string, { lines, figures }: Body): string {
  const [model, plain, sign] = MODEL_ROW.exec(sheet) ?? [];
  if (model === undefined) throw new Error('the sheet has no row to go by');
  const rows = lines.map((line, at) => {
    const row = at + 2;
    const cells = line.map((value, column) => {
      const place = `r="${lettersOf(column)}${row}"`;
      if (typeof value === 'number') return `<c ${place} s="${plain}"><v>${value}</v></c>`;
      return `<c ${place} s="${column < figures ? plain : sign}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    });
    return `<row r="${row}">${cells.join('')}</row>`;
  });
  return sheet.replace(model, () => rows.join(''));
}

/** `A`, …, `Z`, `AA`, … */
export function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML 1.0 (2.2) does not allow is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>]/g, (mark) => MARKUP[mark] ?? mark)
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
