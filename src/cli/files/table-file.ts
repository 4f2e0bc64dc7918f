/** A CSV table of inner cells, read with limits; what is wrong is named by line and code, never by value. */
import type { TableRecord } from '../../disclosure/table/table-record.ts';
import { asRead } from '../../rules/sheet/as-read.ts';
import { readSheet } from '../../rules/sheet/read-sheet.ts';
import { filled, noteWords, SHEET_FAULTS, type SheetFault } from '../../rules/sheet/sheet-faults.ts';
import { withoutGuard } from '../../foundation/http/csv.ts';
import { Failure } from '../terminal/failure.ts';
import { readBytes } from './input.ts';
import { remark } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

/** A record for each of a million cells, with long codes. */
const TABLE_BYTES = 128 * 1024 * 1024;
const TABLE_LINES = 10_000_000;
/** Faults that are printed; the others are counted. */
const SHOWN = 20;

export interface TableFile {
  readonly records: readonly TableRecord[];
  /** Line of each record, from 1. */
  readonly lines: readonly number[];
}

/**
 * Columns stand in any order, and others than these are not read; so are empty lines. Codes are taken
 * as they are written, but for the apostrophe that keeps a spreadsheet from running them. What the reader passed over is
 * told on standard error.
 *
 * file     a table as `readSheet` takes it; `-` is standard input
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
  const bytes = await readBytes(file, desk, TABLE_BYTES);
  const needed = [value, ...columns].map((name) => ({ name }));
  const sheet = readSheet(bytes, { needed, optional: [], bytes: TABLE_BYTES, lines: TABLE_LINES });
  const faults = sheet.faults.filter(({ rule }) => rule !== 'empty');
  if (faults.length > 0) throw new Failure(faultLines(faults, desk));
  for (const note of sheet.notes) remark(noteWords(note)[desk.lang]);
  const [valueAt = 0, ...places] = [value, ...columns].map((name) => sheet.places.get(name)!);
  const lines: number[] = [];
  const records: TableRecord[] = [];
  for (const { line, cells } of sheet.rows) {
    const codes = places.map((place) => withoutGuard(cells[place]!));
    const amount = asRead(cells[valueAt]!);
    records.push({ codes, value: /^\d+$/.test(amount) ? Number(amount) : NaN });
    lines.push(line);
  }
  return { records, lines };
}

function faultLines(faults: readonly SheetFault[], desk: Desk): string[] {
  const { words, lang } = desk;
  const told = faults.slice(0, SHOWN).map(({ rule, line, about, seen }) => {
    const sentence = filled(SHEET_FAULTS[rule][lang], about, seen);
    const advice = rule === 'columns' && seen?.includes(',') ? ` ${words.commaInName}` : '';
    return `${line > 0 ? `${words.line(line)}: ` : ''}${sentence}${advice}`;
  });
  return faults.length > SHOWN ? [...told, words.more(faults.length - SHOWN)] : told;
}
