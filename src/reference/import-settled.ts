/** The lines of a list as the rows that are to be stored, each with its history: since when, until when, and who took over. */
import type { Fault } from './import-faults.ts';
import type { Succession, Validity } from './import-lines.ts';

/** A row and the line that says so. */
export interface SettledRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/** Rows that may be stored, and the lines that cannot become one. */
export interface Settled<Row> {
  readonly rows: readonly SettledRow<Row>[];
  readonly faults: readonly Fault[];
  /** Sound lines that are about another Land. */
  readonly ignored: number;
  /** Schools that lie in a county only, their municipality not being known. */
  readonly withoutMunicipality: number;
}

export interface History<Key extends string = string> {
  readonly validFrom: string;
  /** Last day; null where there is no end. */
  readonly validTo: string | null;
  /** Ascending. */
  readonly successors: readonly Key[];
}

/** What the list says, else what is known, else the earliest day and no end; or the fault that this would be. */
export function settleHistory<Key extends string>(
  line: number,
  listed: Validity & Succession<Key>,
  known: History<Key> | undefined,
  earliest: string,
): History<Key> | Fault {
  const validFrom = listed.validFrom ?? known?.validFrom ?? earliest;
  const validTo = listed.validTo === undefined ? (known?.validTo ?? null) : listed.validTo;
  const successors = listed.successors ?? known?.successors ?? [];
  if (validTo !== null && validTo < validFrom) return { rule: 'date-order', line, column: 'valid_to' };
  if (validTo === null && successors.length > 0) return { rule: 'successor-open', line, column: 'successor' };
  return { validFrom, validTo, successors };
}
