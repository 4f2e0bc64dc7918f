/** The records of a text with separators (RFC 4180), each with the line on which it begins. */

/** What may stand between two cells, as spreadsheets write; the first where nothing tells. */
export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number] | '|';

/** Most characters of a record with quotation marks: one that is left open is noticed near where it stands. */
const RECORD_MAX = 16_384;

export interface Spot {
  /** Index into the text. */
  readonly at: number;
  /** Line there, from 1. */
  readonly line: number;
}

export interface RecordForm {
  readonly separator: Separator;
  /** Where to begin. */
  readonly from: Spot;
  /** Whether a line that begins with `#` is a remark and no record. */
  readonly remarks?: boolean;
}

/** Lines that are no record. */
export interface Aside {
  /** Quotation marks do not match: one within a bare cell costs its line, one that is never closed ends the reading. */
  readonly broken: readonly number[];
  readonly remarks: readonly number[];
}

/**
 * Hands each record to `visit` until it returns false; lines with nothing at all are no records.
 *
 * text  with LF as line end
 * cost  one pass
 */
export function eachRecord(
  text: string,
  { separator, from, remarks: withRemarks = false }: RecordForm,
  visit: (cells: string[], line: number) => boolean,
): Aside {
  const broken: number[] = [];
  const remarks: number[] = [];
  let { at, line } = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    if (end === at) {
      at += 1;
      line += 1;
      continue;
    }
    const bare = text.slice(at, end);
    let next = end;
    if (withRemarks && /^\s*#/u.test(bare)) remarks.push(line);
    else if (!bare.includes('"')) {
      if (!visit(bare.split(separator), line)) break;
    } else {
      const record = withQuotes(text, at, separator);
      if (!record?.cells) broken.push(line);
      else if (!visit(record.cells, line)) break;
      if (!record) break;
      next = record.end;
      line += lineBreaks(text, at, next);
    }
    line += 1;
    at = next + 1;
  }
  return { broken, remarks };
}

/** Cells of one record that has quotation marks, none where one stands astray; undefined where one stays open. */
function withQuotes(
  text: string,
  begin: number,
  separator: Separator,
): { readonly end: number; readonly cells?: string[] } | undefined {
  const cells: string[] = [];
  let end = lineEnd(text, begin);
  for (let at = begin; ; at += 1) {
    const mark = afterBlanks(text, at);
    if (text[mark] === '"') {
      const close = closing(text, mark, begin + RECORD_MAX);
      if (close === undefined) return undefined;
      cells.push(text.slice(mark + 1, close).replaceAll('""', '"'));
      at = afterBlanks(text, close + 1);
      if (close > end) end = lineEnd(text, close);
    } else {
      // Looked for within the line: a text without the sign would else be searched to its end for each cell.
      const rest = text.slice(at, end);
      const next = rest.indexOf(separator);
      const cell = next === -1 ? rest : rest.slice(0, next);
      if (cell.includes('"')) return { end };
      cells.push(cell);
      at += cell.length;
    }
    if (at >= text.length || text[at] === '\n') return { end: at, cells };
    if (text[at] !== separator) return { end };
  }
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
};

function afterBlanks(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ' || text[next] === '\u00a0') next += 1;
  return next;
}

/** Where the quotation mark that opens at `mark` closes. */
function closing(text: string, mark: number, limit: number): number | undefined {
  for (let at = text.indexOf('"', mark + 1); at !== -1 && at <= limit; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return undefined;
}

function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}
