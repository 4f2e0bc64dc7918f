/** A CSV list from raw bytes: its columns by name, its lines with their numbers, and all that is wrong with them. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from './import-faults.ts';

/** Most bytes of a list; the largest published one has half a mebibyte. */
export const LIST_BYTES = 32 * 1024 * 1024;
/** Most lines below the header; all of Germany has some 33,000 schools. */
const LIST_LINES = 100_000;
/** Most bytes of one line: an open quotation mark is noticed near where it stands. */
const LINE_BYTES = 16_384;

interface Row {
  readonly line: number;
  /** Cells of our columns, trimmed. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
}

export interface Columns {
  /** Without one of these nothing can be read. */
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

/**
 * Reads a list. Columns stand in any order, and others than ours are ignored; so are empty lines.
 *
 * bytes    CSV (RFC 4180) with a header, comma or semicolon, CRLF or LF, in UTF-8 with or without BOM
 * returns  rows that have a cell for each column, and the faults of the others; no rows where the header is unfit
 * throws   nothing
 */
export function readTable(bytes: Uint8Array, columns: Columns): Table {
  if (bytes.length > LIST_BYTES) return unfit({ rule: 'file-size', line: 0 });
  const text = decode(bytes);
  if (text === undefined) return unfit({ rule: 'encoding', line: lineNotUtf8(bytes) });
  const { records, broken } = split(text.replaceAll(/\r\n?/g, '\n'));
  const faults: Fault[] = broken ? [broken] : [];
  const [header, ...lines] = records;
  if (!header) return unfit(broken ?? missing(columns.needed));
  const places = placesOf(header.cells, columns);
  const unfits = headerFaults(header.cells, places, columns);
  if (unfits.length > 0) return { rows: [], faults: unfits };
  if (lines.length === 0 && !broken) return unfit({ rule: 'empty', line: 1 });

  const rows: Row[] = [];
  for (const { line, cells } of lines) {
    if (cells.length !== header.cells.length) faults.push({ rule: 'cells', line });
    else rows.push({ line, cells: new Map([...places].map(([name, at]) => [name, cells[at] ?? ''])) });
  }
  const beyond = lines[LIST_LINES];
  if (beyond) faults.push({ rule: 'line-count', line: beyond.line });
  return { rows, faults };
}

const unfit = (fault: Fault): Table => ({ rows: [], faults: [fault] });

const missing = (names: readonly string[]): Fault => ({ rule: 'columns', line: 1, about: names.join(', ') });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first line that is not UTF-8; the byte of a line feed is never part of another character. */
function lineNotUtf8(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, from);
    const to = feed === -1 ? bytes.length : feed + 1;
    if (decode(bytes.subarray(from, to)) === undefined) return line;
    from = to;
  }
  return line;
}

interface Split {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Records until the quotation marks break. */
function split(text: string): { records: Split[]; broken?: Fault } {
  const records: Split[] = [];
  let last = 0;
  const header = text.slice(0, text.search(/\n|$/));
  try {
    parse(text, {
      delimiter: count(header, ';') > count(header, ',') ? ';' : ',',
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: LINE_BYTES,
      to: LIST_LINES + 2,
      onRecord: (cells: string[], { lines }: { lines: number }) => {
        last = lines;
        // A record ends on the line that is counted; it began where its own line breaks do.
        records.push({ line: lines - count(cells.join(''), '\n'), cells: cells.map((cell) => cell.trim()) });
        return null;
      },
    });
  } catch (error) {
    // Its message quotes the cell; the line after the last sound one is where the trouble begins.
    if (!(error instanceof CsvError)) throw error;
    return { records, broken: { rule: 'quotes', line: last + 1 } };
  }
  return { records };
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** Where each of our columns stands; the first place where one stands twice. */
function placesOf(header: readonly string[], { needed, optional }: Columns): ReadonlyMap<string, number> {
  const names = header.map((name) => name.toLowerCase());
  const found = [...needed, ...optional].map((name) => [name, names.indexOf(name)] as const);
  return new Map(found.filter(([, at]) => at !== -1));
}

function headerFaults(
  header: readonly string[],
  places: ReadonlyMap<string, number>,
  { needed }: Columns,
): Fault[] {
  const lacking = needed.filter((name) => !places.has(name));
  const twice = [...places.keys()].filter(
    (name) => header.filter((own) => own.toLowerCase() === name).length > 1,
  );
  return [
    ...(lacking.length > 0 ? [missing(lacking)] : []),
    ...twice.map((column): Fault => ({ rule: 'column-twice', line: 1, column })),
  ];
}
