/** A CSV table of inner cells, read with limits; what is wrong is named by line and code, never by value. */
import { CsvError, parse } from 'csv-parse/sync';
import { readKey } from '../../disclosure/as-read.ts';
import type { TableRecord } from '../../disclosure/table-record.ts';
import { Failure } from './failure.ts';
import { readBytes } from './input.ts';
import type { Desk } from './words.ts';

/** A record for each of a million cells, with long codes. */
const TABLE_BYTES = 128 * 1024 * 1024;
/** Most bytes of one line: an open quotation mark is noticed near where it stands. */
const LINE_BYTES = 16_384;

export interface TableFile {
  readonly records: readonly TableRecord[];
  /** Line of each record, from 1. */
  readonly lines: readonly number[];
}

/**
 * Columns stand in any order, and others than these are not read; so are empty lines.
 *
 * file     CSV with a header, comma or semicolon, in UTF-8; `-` is standard input
 * columns  names of the code columns, in the order in which a record has its codes
 * value    name of the column of values; what is no whole number becomes NaN
 * throws   Failure
 */
export async function readTableFile(
  file: string,
  columns: readonly string[],
  value: string,
  desk: Desk,
): Promise<TableFile> {
  const { words } = desk;
  const text = await readUtf8(file, desk);
  const lines: number[] = [];
  const records: TableRecord[] = [];
  let places: number[] | undefined;
  let width = 0;
  let line = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LINE_BYTES,
      onRecord: (cells: string[], { lines: read }: { lines: number }) => {
        line = read;
        if (!places) {
          width = cells.length;
          places = placesOf(cells, [value, ...columns], desk);
        } else if (cells.length !== width) throw new Failure([`${words.line(line)}: ${words.cellsDiffer}`]);
        else {
          const [amount = '', ...codes] = places.map((place) => cells[place]!);
          records.push({ codes, value: /^\s*\d+\s*$/.test(amount) ? Number(amount) : NaN });
          lines.push(line);
        }
        return null;
      },
    });
  } catch (cause) {
    // Its message quotes the cell.
    if (!(cause instanceof CsvError)) throw cause;
    throw new Failure([`${words.line(line + 1)}: ${words.quotesBroken}`], undefined, cause);
  }
  return { records, lines };
}

async function readUtf8(file: string, desk: Desk): Promise<string> {
  const { words } = desk;
  const bytes = await readBytes(file, desk, TABLE_BYTES);
  if (bytes.length > TABLE_BYTES) throw new Failure([words.tableTooLarge(TABLE_BYTES / 2 ** 20)]);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Failure([words.notUtf8], undefined, cause);
  }
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

/** Where each of the columns stands in the header. */
function placesOf(header: readonly string[], wanted: readonly string[], { words }: Desk): number[] {
  const names = header.map(readKey);
  const lacking = wanted.filter((name) => !names.includes(readKey(name)));
  if (lacking.length > 0) throw new Failure([words.noSuchColumn(lacking.join(', '))]);
  const twice = wanted.find((name) => names.indexOf(readKey(name)) !== names.lastIndexOf(readKey(name)));
  if (twice !== undefined) throw new Failure([words.columnTwice(twice)]);
  return wanted.map((name) => names.indexOf(readKey(name)));
}
