/** The one reader of tables that people hand over: bytes to rows with their lines, whichever program saved them. */
import {
  type NamedColumn,
  type Header,
  declared,
  findHeader,
  columnPlaces,
  seenIn,
  twiceIn,
  withoutEmptyEnd,
} from './header.ts';
import { eachRecord } from './records.ts';
import type { SheetFault, SheetNote } from './sheet-faults.ts';
import { decodeText } from './text.ts';

export interface SheetForm {
  /** Without one of these nothing can be read. */
  readonly needed: readonly NamedColumn[];
  readonly optional: readonly NamedColumn[];
  /** Most bytes of the file, and most lines below the header. */
  readonly bytes: number;
  readonly lines: number;
  /** Whether a line that begins with `#` is a remark. */
  readonly remarks?: boolean;
}

export interface Row {
  readonly line: number;
  /** All cells, as they stand there; `asRead` makes of one what a person sees. At least as many as the header has. */
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly rows: readonly Row[];
  readonly faults: readonly SheetFault[];
  readonly notes: readonly SheetNote[];
  /** Lines that are remarks. */
  readonly remarks: readonly number[];
  /** Where the columns stand in a row, by their own names; the optional ones only where the header has them. */
  readonly places: ReadonlyMap<string, number>;
  /** The header as it stands there. */
  readonly names: readonly string[];
  /** Line of the header; 0 where there is none. */
  readonly header: number;
}

/**
 * Reads a table. Columns stand in any order, and others than ours are not read; so are empty lines, empty cells at the
 * end of a line, and what stands above the header. Names of columns are compared as people read them, without case.
 *
 * bytes    CSV with a header: comma, semicolon or tab, or what a first line `sep=` says; encodings as `decodeText`
 * returns  rows that have a cell for each column, and the faults of the others; no rows where the header is unfit
 * throws   nothing
 */
export function readSheet(bytes: Uint8Array, form: SheetForm): Sheet {
  if (bytes.length > form.bytes)
    return unfit({ rule: 'file-size', line: 0, about: String(form.bytes / 2 ** 20) });
  const read = decodeText(bytes);
  if ('fault' in read) return unfit({ rule: read.fault, line: read.line });
  const { text, encoding } = read;
  const header = findHeader(text, form.needed, form.remarks);
  if (!header) return withoutHeader(text);
  const unfits = headerFaults(header, form);
  if (unfits.length > 0) return unfit(...unfits);
  return {
    ...rowsBelow(text, header, form),
    notes: notesOf(encoding, header),
    places: columnPlaces(header.names, [...form.needed, ...form.optional]),
    names: header.names,
    header: header.line,
  };
}

export function notesOf(
  encoding: 'utf-8' | SheetNote['note'],
  { above }: Pick<Header, 'above'>,
): SheetNote[] {
  return [
    ...(encoding === 'utf-8' ? [] : [{ note: encoding, lines: [] }]),
    ...(above.length === 0 ? [] : [{ note: 'titles' as const, lines: above.map(({ line }) => line) }]),
  ];
}

const unfit = (...faults: SheetFault[]): Sheet => ({
  rows: [],
  faults,
  notes: [],
  remarks: [],
  places: new Map(),
  names: [],
  header: 0,
});

/** Nothing at all, or nothing but a quotation mark that stays open. */
function withoutHeader(text: string): Sheet {
  const [broken] = eachRecord(text, { separator: ',', from: { at: 0, line: 1 } }, () => true).broken;
  return unfit(broken === undefined ? { rule: 'nothing', line: 0 } : { rule: 'quotes', line: broken });
}

function headerFaults({ names, line }: Header, { needed, optional }: SheetForm): SheetFault[] {
  const places = columnPlaces(names, [...needed, ...optional]);
  const lacking = needed.map(({ name }) => name).filter((name) => !places.has(name));
  if (lacking.length > 0) return [{ rule: 'columns', line, about: lacking.join(', '), seen: seenIn(names) }];
  return twiceIn(names, places).map((about): SheetFault => ({ rule: 'column-twice', line, about }));
}

/** What stands below a header, which may be none: then its line is 0 and its names say only how many there are. */
export function rowsBelow(
  text: string,
  { names, separator, line: header }: Pick<Header, 'names' | 'separator' | 'line'>,
  { lines: most, remarks = false }: Pick<SheetForm, 'lines' | 'remarks'>,
): Pick<Sheet, 'rows' | 'faults' | 'remarks'> {
  const rows: Row[] = [];
  const faults: SheetFault[] = [];
  let lines = 0;
  const aside = eachRecord(text, { separator, from: declared(text).from, remarks }, (cells, line) => {
    const filled = withoutEmptyEnd(cells).length;
    if (line <= header || filled === 0) return true;
    lines += 1;
    if (lines > most) {
      faults.push({ rule: 'line-count', line, about: String(most) });
      return false;
    }
    if (filled > names.length) faults.push({ rule: 'cells', line });
    else if (cells.length < names.length) faults.push({ rule: 'cells-few', line });
    else rows.push({ line, cells });
    return true;
  });
  for (const line of aside.broken.filter((one) => one > header)) faults.push({ rule: 'quotes', line });
  if (lines === 0 && faults.length === 0) faults.push({ rule: 'empty', line: header });
  return { rows, faults: faults.sort((a, b) => a.line - b.line), remarks: aside.remarks };
}
