/** A list beside what is known: what it adds, changes and closes, and what stays. */
import type { Fault } from './import-faults.ts';
import type { History, Settled } from './import-settled.ts';
import { leadingInCircles } from './succession.ts';

/** What is known of one kind, schools or regions. */
export interface KnownRows<Row> {
  readonly rows: ReadonlyMap<string, Row>;
  readonly keyOf: (row: Row) => string;
  /** Whether the row is of the kind that such a list names: one that is not is never missing. */
  readonly isListed: (row: Row) => boolean;
}

export interface Plan<Row> {
  readonly added: readonly Row[];
  readonly updated: readonly Row[];
  readonly closed: readonly Row[];
  readonly unchanged: number;
  readonly faults: readonly Fault[];
}

export interface Closing {
  /** Last day of what the list does not name, `YYYY-MM-DD`. */
  readonly day: string;
  /** However many that are. */
  readonly force: boolean;
}

/** A list that lacks more of what is known is rather a part of a list. */
const MISSING_AT_MOST = 0.2;

/** What is to be stored, and the faults that only the whole list shows: so its lines must be sound. */
export function planOf<Row extends History>(
  { rows }: Settled<Row>,
  known: KnownRows<Row>,
  closing?: Closing,
): Plan<Row> {
  const lines = new Map(rows.map(({ line, row }) => [known.keyOf(row), line]));
  const added: Row[] = [];
  const updated: Row[] = [];
  const closed: Row[] = [];
  let unchanged = 0;
  for (const { row } of rows) {
    const before = known.rows.get(known.keyOf(row));
    if (!before) added.push(row);
    else if (isSame(row, before)) unchanged += 1;
    else updated.push(row);
  }
  const faults: Fault[] = [];
  if (closing) {
    const valid = [...known.rows.values()].filter(
      (row) => known.isListed(row) && isValidAfter(closing.day, row),
    );
    const missing = valid.filter((row) => !lines.has(known.keyOf(row)));
    if (missing.length > MISSING_AT_MOST * valid.length && !closing.force)
      faults.push({ rule: 'closes-too-many', line: 0 });
    for (const row of missing) closed.push({ ...row, validTo: closing.day });
  }
  const after = new Map(known.rows);
  for (const row of [...added, ...updated, ...closed]) after.set(known.keyOf(row), row);
  faults.push(...successorFaults(lines, after));
  return { added, updated, closed, unchanged, faults };
}

/** Whether it has begun by that day and goes on beyond it. */
const isValidAfter = (day: string, { validFrom, validTo }: History): boolean =>
  validFrom <= day && (validTo === null || validTo > day);

/** Successors that are nowhere, and circles; by the lines of the list, for what is stored has neither. */
function successorFaults(lines: ReadonlyMap<string, number>, after: ReadonlyMap<string, History>): Fault[] {
  const ended = [...after].filter(([, { successors }]) => successors.length > 0);
  const circles = leadingInCircles(new Map(ended.map(([key, { successors }]) => [key, successors])));
  const faults: Fault[] = [];
  for (const [key, line] of lines) {
    const successors = after.get(key)?.successors ?? [];
    if (successors.some((successor) => !after.has(successor)))
      faults.push({ rule: 'successor-unknown', line, column: 'successor' });
    if (circles.has(key)) faults.push({ rule: 'successor-circle', line, column: 'successor' });
  }
  return faults;
}

const isSame = <Row extends History>({ successors, ...row }: Row, known: Row): boolean =>
  successors.join() === known.successors.join() &&
  Object.entries(row).every(([field, value]) => known[field as keyof Row] === value);
