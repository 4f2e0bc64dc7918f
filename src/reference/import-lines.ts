/** The lines of a list, cell by cell: every fault of every line, and the entries that have none. */
import { parseDay } from '../rules/day.ts';
import { asRead } from '../rules/sheet/as-read.ts';
import type { Fault, FaultRule } from './import-faults.ts';
import { parseRegional } from './import-keys.ts';
import type { ImportNote } from './import-notes.ts';
import type { Table } from './import-table.ts';

/** Enough to see that it is the wrong file. */
const FAULTS_MAX = 10_000;
const TEXT_MAX = 200;
/** Control characters, line and paragraph separators, and those that turn the direction of writing around. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** An entry and the line it stands on. */
export interface Listed<Entry> {
  readonly line: number;
  readonly entry: Entry;
}

export interface List<Entry> {
  readonly entries: readonly Listed<Entry>[];
  readonly faults: readonly Fault[];
  /** What was passed over or taken for granted. */
  readonly notes: readonly ImportNote[];
}

/** Since when and until when, as far as the list says so. */
export interface Validity {
  /** `YYYY-MM-DD`; undefined where the list does not say it. */
  readonly validFrom: string | undefined;
  /** Null where the list says that there is no end; undefined where it has no such column. */
  readonly validTo: string | null | undefined;
}

/** Which took over, as far as the list says so. */
export interface Succession<Key extends string> {
  /** Ascending, each once; empty where the list says that there is none, undefined where it has no such column. */
  readonly successors: readonly Key[] | undefined;
}

/** Both names of each column that a list may have or not; the first that it has counts. */
const FROM = ['valid_from', 'gueltig_ab'] as const;
const TO = ['valid_to', 'gueltig_bis'] as const;
const SUCCESSOR = ['successor', 'nachfolger'] as const;
export const HISTORY_COLUMNS = [...FROM, ...TO, ...SUCCESSOR].map((name) => ({ name }));

/** Why a sound line is no entry of the list. */
export type LeftOut = 'dissolved' | 'no-school';

/**
 * Reads each row; an entry needs a sound line whose key stands on no line before it.
 *
 * keyColumn  whose cell has the key
 * read       the entry with its key, '' where the cell has none; or why the line is left out
 */
export function readLines<Entry>(
  table: Table,
  keyColumn: string,
  read: (cells: Cells) => { readonly key: string; readonly entry: Entry } | LeftOut,
): List<Entry> {
  const entries: Listed<Entry>[] = [];
  const faults: Fault[] = [...table.faults];
  const seen = new Map<string, number>();
  const leftOut = new Map<LeftOut, number[]>();
  for (const { line, cells } of table.rows) {
    if (faults.length >= FAULTS_MAX) {
      faults.push({ rule: 'fault-count', line });
      break;
    }
    const reader = new Cells(line, cells, table.heads);
    const found = read(reader);
    if (typeof found === 'string') {
      leftOut.set(found, [...(leftOut.get(found) ?? []), line]);
      continue;
    }
    const { entry } = found;
    const key = found.key || asRead(cells.get(keyColumn) ?? '');
    const before = seen.get(key);
    if (key !== '' && before !== undefined) reader.refuse('duplicate', keyColumn, String(before));
    else seen.set(key, line);
    if (reader.faults.length === 0) entries.push({ line, entry });
    faults.push(...reader.faults);
  }
  const left = [...leftOut].map(([note, lines]) => ({ note, lines }));
  return { entries, faults, notes: [...table.notes, ...left] };
}

/** One line. What is wrong comes back as an empty stand-in, and `faults` says where. */
export class Cells {
  readonly faults: Fault[] = [];

  constructor(
    private readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
    private readonly heads: ReadonlyMap<string, string>,
  ) {}

  refuse(rule: FaultRule, column: string, about?: string): void {
    const head = this.heads.get(column);
    this.faults.push({
      rule,
      line: this.line,
      column,
      ...(head === undefined ? {} : { head }),
      ...(about === undefined ? {} : { about }),
    });
  }

  /** A name, whose parts may stand in several columns: 1 to 200 characters, as people read them. */
  text(column: string, ...others: readonly string[]): string {
    const parts = [column, ...others].map((one) => this.cells.get(one) ?? '').filter((part) => part !== '');
    const text = asRead(parts.join(' '));
    if (text === '') this.refuse('text-empty', column);
    if (text.length > TEXT_MAX) this.refuse('text-long', column);
    if (parts.some((part) => CONTROL.test(part))) this.refuse('text-control', column);
    return text;
  }

  /** What a person sees in the cell; '' where the list has no such column. */
  plain(column: string): string {
    return this.at(column);
  }

  has(column: string): boolean {
    return this.cells.has(column);
  }

  /** What `parse` makes of the cell. */
  key<Key extends string>(column: string, parse: (text: string) => Key | undefined, rule: FaultRule): Key {
    const text = this.at(column);
    const key = parse(text);
    const isRegional = rule === 'municipality-key' || rule === 'county-key';
    const isShort = isRegional && parseRegional(text) === 'zero-lost';
    if (key === undefined) this.refuse(isShort ? 'zero-lost' : rule, column);
    return key ?? ('' as Key);
  }

  /** As `key`; null where the cell is empty or the list has no such column. */
  optionalKey<Key extends string>(
    column: string,
    parse: (text: string) => Key | undefined,
    rule: FaultRule,
  ): Key | null {
    return this.at(column) === '' ? null : this.key(column, parse, rule);
  }

  /** A count of pupils, or null where the cell is empty. */
  roll(column: string): number | null {
    const text = this.at(column);
    if (text === '') return null;
    if (!/^\d{1,5}$/.test(text)) this.refuse('roll', column);
    return Number(text);
  }

  validity(): Validity {
    return { validFrom: this.date(FROM) ?? undefined, validTo: this.date(TO) };
  }

  /** The keys in the cell; between them blanks, commas, semicolons, slashes or plus signs. */
  successors<Key extends string>(
    parse: (text: string) => Key | undefined,
    rule: FaultRule,
  ): readonly Key[] | undefined {
    const column = this.named(SUCCESSOR);
    if (column === undefined) return undefined;
    const words = this.at(column)
      .split(/[\s,;/+]+/)
      .filter((word) => word !== '');
    const keys = words.map(parse).filter((key) => key !== undefined);
    if (keys.length < words.length) this.refuse(rule, column);
    return [...new Set(keys)].sort();
  }

  /** The day; null where the cell is empty, undefined where the list has no such column. */
  private date(names: readonly string[]): string | null | undefined {
    const column = this.named(names);
    if (column === undefined) return undefined;
    const text = this.at(column);
    if (text === '') return null;
    const day = dayOf(text);
    if (day === undefined) this.refuse('date', column);
    return day ?? null;
  }

  private named(names: readonly string[]): string | undefined {
    return names.find((name) => this.cells.has(name));
  }

  private at(column: string): string {
    return asRead(this.cells.get(column) ?? '');
  }
}

/** `2026-08-01` or `01.08.2026` in the first form, or undefined where the calendar has no such day. */
export function dayOf(text: string): string | undefined {
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  const day = german ? `${german[3]}-${german[2]}-${german[1]}` : text;
  return parseDay(day);
}
