/** A list beside what is known already: what it adds, what it changes, what stays. */
import type { Fault } from './import-faults.ts';
import type { Validity } from './import-lines.ts';

/** Rows that may be stored, and the lines that cannot become one. */
export interface Settled<Row> {
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
}

interface Dates {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What the list says, else what is known, else the earliest day; undefined where that would end before it begins. */
export function settleValidity(
  listed: Validity,
  known: Dates | undefined,
  earliest: string,
): Dates | undefined {
  const validFrom = listed.validFrom ?? known?.validFrom ?? earliest;
  const validTo = listed.validTo === undefined ? (known?.validTo ?? null) : listed.validTo;
  return validTo !== null && validTo < validFrom ? undefined : { validFrom, validTo };
}

export interface Changes<Row> {
  readonly added: readonly Row[];
  readonly updated: readonly Row[];
  readonly unchanged: number;
}

export function changesOf<Row extends object>(
  rows: readonly Row[],
  knownAs: (row: Row) => Row | undefined,
): Changes<Row> {
  const added: Row[] = [];
  const updated: Row[] = [];
  for (const row of rows) {
    const known = knownAs(row);
    if (!known) added.push(row);
    else if (!isSame(row, known)) updated.push(row);
  }
  return { added, updated, unchanged: rows.length - added.length - updated.length };
}

const isSame = <Row extends object>(one: Row, other: Row): boolean =>
  (Object.keys(one) as (keyof Row)[]).every((field) => one[field] === other[field]);
