/** A list from raw bytes: the cells of its columns by name, its lines with their numbers, and all that is wrong with them. */
import { asRead, nameKey } from '../rules/sheet/as-read.ts';
import type { NamedColumn } from '../rules/sheet/header.ts';
import { readSheet } from '../rules/sheet/read-sheet.ts';
import type { Fault } from './import-faults.ts';
import type { ImportNote } from './import-notes.ts';

/** Most bytes of a list; the largest published one has half a mebibyte. */
export const LIST_BYTES = 32 * 1024 * 1024;
/** Most lines below the header; all of Germany has some 33,000 schools. */
const LIST_LINES = 100_000;

interface Row {
  readonly line: number;
  /** Cells of our columns, without the blanks around them. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
  readonly notes: readonly ImportNote[];
  /** What the list calls those of our columns that it calls otherwise. */
  readonly heads: ReadonlyMap<string, string>;
}

export interface Columns {
  /** Without one of these nothing can be read. */
  readonly needed: readonly NamedColumn[];
  readonly optional: readonly NamedColumn[];
}

/** Reads a list as `readSheet` says. Throws nothing. */
export function readTable(bytes: Uint8Array, { needed, optional }: Columns): Table {
  const sheet = readSheet(bytes, { needed, optional, bytes: LIST_BYTES, lines: LIST_LINES });
  const places = [...sheet.places];
  return {
    rows: sheet.rows.map(({ line, cells }) => ({
      line,
      cells: new Map(places.map(([name, at]) => [name, (cells[at] ?? '').trim()])),
    })),
    faults: sheet.faults,
    notes: sheet.notes,
    heads: new Map(
      places
        .map(([name, at]) => [name, asRead(sheet.names[at] ?? '')] as const)
        .filter(([name, head]) => nameKey(head) !== nameKey(name)),
    ),
  };
}
