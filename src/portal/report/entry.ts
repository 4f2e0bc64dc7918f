/** What somebody has typed into the seven rows, and what follows from it: on the device, by the rules of the service. */
import { anonymise, type Anonymised } from '../../rules/anonymise.ts';
import { type Counts, type CountsProblem, CountsUnsound } from '../../rules/counts.ts';
import { withUsefulUnions } from '../../rules/one-pool.ts';
import type { Policy } from '../../rules/policy.ts';
import { codesOf, type Scheme } from '../../rules/scheme.ts';

export type Measure = 'pupils' | 'consultations';

/** As typed: an empty field is none, and not zero. */
export type Row = Readonly<Record<Measure, string>>;

export interface Entry {
  readonly rows: Readonly<Record<string, Row>>;
  /** Distinct pupils behind several benefits, by their codes with commas between; `skipped` where nobody knows. */
  readonly unions: Readonly<Record<string, string>>;
  /** What stands in the field of a question that nobody has answered yet. */
  readonly typing?: { readonly union: string; readonly text: string };
}

export const EMPTY_ROW: Row = { pupils: '', consultations: '' };

export const emptyEntry = (scheme: Scheme): Entry => ({
  rows: Object.fromEntries(codesOf(scheme).map((code) => [code, EMPTY_ROW])),
  unions: {},
});

export const nothingEntry = (scheme: Scheme): Entry => ({
  rows: Object.fromEntries(codesOf(scheme).map((code) => [code, { pupils: '0', consultations: '0' }])),
  unions: {},
});

/** Whole numbers without a sign, a point, a comma or an exponent: 1.000 may be one or a thousand. */
export function readNumber(text: string): number | 'empty' | 'fault' {
  const typed = text.trim();
  if (typed === '') return 'empty';
  return /^\d{1,6}$/.test(typed) ? Number(typed) : 'fault';
}

export type RowFault = 'not-a-number' | 'fewer-consultations' | 'one-zero';

/** How one row stands; `alone` and `small` are said as soon as its pupils are known. */
export interface RowState {
  readonly state: 'empty' | 'half' | 'fault' | 'none' | 'small' | 'alone';
  readonly fault?: { readonly kind: RowFault; readonly measure: Measure };
}

export function rowState({ pupils, consultations }: Row, { k }: Policy): RowState {
  const [children, talks] = [readNumber(pupils), readNumber(consultations)];
  if (children === 'fault') return { state: 'fault', fault: { kind: 'not-a-number', measure: 'pupils' } };
  if (talks === 'fault') return { state: 'fault', fault: { kind: 'not-a-number', measure: 'consultations' } };
  if (children === 'empty' && talks === 'empty') return { state: 'empty' };
  if (children === 'empty' || talks === 'empty') return { state: 'half' };
  if (children === 0 && talks > 0) return { state: 'fault', fault: { kind: 'one-zero', measure: 'pupils' } };
  if (talks < children)
    return { state: 'fault', fault: { kind: 'fewer-consultations', measure: 'consultations' } };
  return { state: children === 0 ? 'none' : children < k ? 'small' : 'alone' };
}

/** What the rows come to: a report as it would be stored, or what is still in the way. */
export type Outcome =
  | { readonly kind: 'open'; readonly missing: readonly string[]; readonly faults: readonly string[] }
  | {
      readonly kind: 'unsound';
      readonly problems: readonly CountsProblem[];
      readonly asked: readonly string[];
    }
  | {
      readonly kind: 'ready';
      readonly made: Anonymised;
      /** Benefits whose number of distinct pupils together would help, where nobody has answered yet. */
      readonly question: readonly string[] | undefined;
    };

export function outcomeOf(entry: Entry, scheme: Scheme, schemeName: string, policy: Policy): Outcome {
  const codes = codesOf(scheme);
  const states = codes.map((code) => ({ code, ...rowState(entry.rows[code] ?? EMPTY_ROW, policy) }));
  const missing = states.filter(({ state }) => state === 'empty' || state === 'half').map(({ code }) => code);
  const faults = states.filter(({ state }) => state === 'fault').map(({ code }) => code);
  if (missing.length > 0 || faults.length > 0) return { kind: 'open', missing, faults };
  const counts = withUsefulUnions(countsOf(entry, codes, schemeName, policy), scheme, policy);
  try {
    const made = anonymise(counts, scheme, policy);
    const question = made.wouldHelp.find((union) => entry.unions[union.join()] === undefined);
    return { kind: 'ready', made, question };
  } catch (error) {
    if (!(error instanceof CountsUnsound)) throw error;
    return { kind: 'unsound', problems: error.problems, asked: counts.distinct?.[0]?.benefits ?? [] };
  }
}

function countsOf(entry: Entry, codes: readonly string[], scheme: string, policy: Policy): Counts {
  const numberIn = (text: string): number => {
    const read = readNumber(text);
    return typeof read === 'number' ? read : 0;
  };
  return {
    scheme,
    policy: policy.number,
    counts: Object.fromEntries(
      codes.map((code) => {
        const { pupils, consultations } = entry.rows[code] ?? EMPTY_ROW;
        return [code, { pupils: numberIn(pupils), consultations: numberIn(consultations) }];
      }),
    ),
    distinct: Object.entries(entry.unions).flatMap(([union, typed]) => {
      const pupils = readNumber(typed);
      return typeof pupils === 'number' ? [{ benefits: union.split(','), pupils }] : [];
    }),
  };
}

export type Decision = 'itemised' | 'pooled' | 'withheld' | 'none';

/** Where each benefit stands in a report. */
export function decisionsOf(made: Anonymised): ReadonlyMap<string, Decision> {
  return new Map(
    made.steps.flatMap(({ decision, benefits }) => benefits.map((code) => [code, decision] as const)),
  );
}

/** Cells of a copied range: rows of two numbers, as a spreadsheet hands them over; undefined where it is none. */
export function pastedRows(text: string): readonly (readonly string[])[] | undefined {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const cells = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1 ? cells : undefined;
}

/** The entry with a copied range laid over it, from this field on; what lies beyond the seven rows is left out. */
export function withPasted(
  entry: Entry,
  scheme: Scheme,
  from: { readonly code: string; readonly measure: Measure },
  cells: readonly (readonly string[])[],
): Entry {
  const codes = codesOf(scheme);
  const top = codes.indexOf(from.code);
  const measures: readonly Measure[] =
    from.measure === 'pupils' ? ['pupils', 'consultations'] : ['consultations'];
  const rows = { ...entry.rows };
  cells.forEach((line, down) => {
    const code = codes[top + down];
    if (code === undefined) return;
    measures.forEach((measure, right) => {
      const cell = line[right];
      if (cell !== undefined) rows[code] = { ...(rows[code] ?? EMPTY_ROW), [measure]: cell.slice(0, 12) };
    });
  });
  return { ...entry, rows };
}

/** The entry with rows out of a file in place of its own, and what the file says of distinct children. */
export const withRows = (
  entry: Entry,
  scheme: Scheme,
  { rows, unions }: Pick<Entry, 'rows'> & Partial<Pick<Entry, 'unions'>>,
): Entry => ({
  ...entry,
  rows: Object.fromEntries(
    codesOf(scheme).map((code) => [code, rows[code] ?? entry.rows[code] ?? EMPTY_ROW]),
  ),
  ...(unions && { unions }),
});
