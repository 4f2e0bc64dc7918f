/** The header of a table: below its title lines, with whatever separator shows the names that are asked for. */
import { asRead, nameKey } from './as-read.ts';
import { eachRecord, SEPARATORS, type Separator, type RecordForm, type Spot } from './records.ts';

/** A column by its name, and other names it goes by elsewhere; the first that the header has counts. */
export interface NamedColumn {
  readonly name: string;
  readonly also?: readonly string[];
}

export interface Header {
  readonly separator: Separator;
  readonly line: number;
  /** As they stand there, without the empty ones at the end. */
  readonly names: readonly string[];
  /** How many of the needed columns it has. */
  readonly found: number;
  /** Lines above it that hold anything. */
  readonly above: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Lines with anything in them among which the header is looked for. */
const SEARCHED = 30;
/** Characters among which they are: a table that is none is not searched to its end. */
const SEARCHED_LONG = 262_144;
/** Names that are repeated where some lack, and characters of each. */
const SEEN = 40;
const SEEN_LONG = 40;

/** A first line `sep=;`, which Excel writes and reads; then the table begins below it. */
export function declared(text: string): { readonly separator: Separator | undefined; readonly from: Spot } {
  const [line, sign] = /^\s*"?sep=(.)"?[,;\t|]*[ \t]*(?:\n|$)/i.exec(text) ?? [];
  if (line === undefined) return { separator: undefined, from: { at: 0, line: 1 } };
  const known = [...SEPARATORS, '|' as const].find((separator) => separator === sign);
  return { separator: known, from: { at: line.length, line: line.split('\n').length } };
}

/** The line that has most of the needed columns, under the separator that shows them; undefined where all is empty. */
export function findHeader(
  text: string,
  needed: readonly NamedColumn[],
  remarks = false,
): Header | undefined {
  const { separator: first, from } = declared(text);
  let best: Header | undefined;
  for (const separator of new Set([...(first ? [first] : []), ...SEPARATORS])) {
    const header = headerUnder(text.slice(0, SEARCHED_LONG), { separator, from, remarks }, needed);
    if (header && (!best || isBetter(header, best))) best = header;
  }
  return best;
}

const isBetter = (one: Header, best: Header): boolean =>
  one.found === best.found ? one.names.length > best.names.length : one.found > best.found;

/** The first line with most of the columns; where none has any, the first that is more than a title. */
function headerUnder(text: string, split: RecordForm, needed: readonly NamedColumn[]): Header | undefined {
  const { separator } = split;
  const above: { line: number; cells: readonly string[] }[] = [];
  let best: Header | undefined;
  eachRecord(text, split, (cells, line) => {
    const names = withoutEmptyEnd(cells);
    if (names.length === 0) return true;
    const found = columnPlaces(names, needed).size;
    if (!best || found > best.found || (best.found === 0 && best.names.length === 1 && names.length > 1))
      best = { separator, line, names, found, above: [...above] };
    above.push({ line, cells });
    return found < needed.length && above.length < SEARCHED;
  });
  return best;
}

/** The cells up to the last that holds anything. */
export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 0 && asRead(cells[length - 1]!) === '') length -= 1;
  return length === cells.length ? cells : cells.slice(0, length);
}

/** Where each of the columns stands, by its own name. */
export function columnPlaces(
  names: readonly string[],
  columns: readonly NamedColumn[],
): ReadonlyMap<string, number> {
  const keys = names.map(nameKey);
  const places = new Map<string, number>();
  for (const { name, also = [] } of columns) {
    const at = [name, ...also].map((one) => keys.indexOf(nameKey(one))).find((place) => place !== -1);
    if (at !== undefined) places.set(name, at);
  }
  return places;
}

/** The columns whose head stands there more than once. */
export function twiceIn(names: readonly string[], places: ReadonlyMap<string, number>): string[] {
  const keys = names.map(nameKey);
  return [...places]
    .filter(([, at]) => keys.indexOf(keys[at]!) !== keys.lastIndexOf(keys[at]!))
    .map(([name]) => name);
}

/**
 * The heads that stand there, for a person to compare. It may be the first line of a table that has no header: what has
 * no letter in it, such as a number, is not repeated.
 */
export const seenIn = (names: readonly string[]): string =>
  [
    ...names.slice(0, SEEN).map((name) => {
      const read = asRead(name);
      return /\p{L}/u.test(read) ? read.slice(0, SEEN_LONG) : '…';
    }),
    ...(names.length > SEEN ? ['…'] : []),
  ].join(' | ');
