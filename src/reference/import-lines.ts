/** The lines of a list, cell by cell: every fault of every line, and the entries that have none. */
import type { Fault, FaultRule } from './import-faults.ts';
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
export const HISTORY_COLUMNS = [...FROM, ...TO, ...SUCCESSOR];

/** Reads each row; an entry needs a sound line whose key, the cell of `keyColumn`, stands on no line before it. */
export function readLines<Entry>(
  table: Table,
  keyColumn: string,
  read: (cells: Cells) => Entry,
): List<Entry> {
  const entries: Listed<Entry>[] = [];
  const faults: Fault[] = [...table.faults];
  const seen = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    if (faults.length >= FAULTS_MAX) {
      faults.push({ rule: 'fault-count', line });
      break;
    }
    const reader = new Cells(line, cells);
    const entry = read(reader);
    const key = cells.get(keyColumn) ?? '';
    const before = seen.get(key);
    if (key !== '' && before !== undefined) reader.refuse('duplicate', keyColumn, String(before));
    else seen.set(key, line);
    if (reader.faults.length === 0) entries.push({ line, entry });
    faults.push(...reader.faults);
  }
  return { entries, faults };
}

/** One line. What is wrong comes back as an empty stand-in, and `faults` says where. */
export class Cells {
  readonly faults: Fault[] = [];

  constructor(
    private readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}

  refuse(rule: FaultRule, column: string, about?: string): void {
    this.faults.push({ rule, line: this.line, column, ...(about === undefined ? {} : { about }) });
  }

  /** A name: 1 to 200 characters, in composed form (NFC). */
  text(column: string): string {
    const text = this.at(column).normalize('NFC');
    if (text === '') this.refuse('text-empty', column);
    if (text.length > TEXT_MAX) this.refuse('text-long', column);
    if (CONTROL.test(text)) this.refuse('text-control', column);
    return text;
  }

  /** What `parse` makes of the cell. */
  key<Key extends string>(column: string, parse: (text: string) => Key | undefined, rule: FaultRule): Key {
    const key = parse(this.at(column));
    if (key === undefined) this.refuse(rule, column);
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

  /** The keys in the cell, between them blanks. */
  successors<Key extends string>(
    parse: (text: string) => Key | undefined,
    rule: FaultRule,
  ): readonly Key[] | undefined {
    const column = this.named(SUCCESSOR);
    if (column === undefined) return undefined;
    const words = this.at(column)
      .split(/\s+/)
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
    return this.cells.get(column) ?? '';
  }
}

/** `2026-08-01` or `01.08.2026` in the first form, or undefined where the calendar has no such day. */
export function dayOf(text: string): string | undefined {
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  const day = german ? `${german[3]}-${german[2]}-${german[1]}` : text;
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(day)) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day) ? undefined : day;
}
