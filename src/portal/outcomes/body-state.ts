/** What somebody typed of one body, and what it would be stored as. */
import { CountsUnsound } from '../../rules/counts.ts';
import { type BodyOutcome, type Gap, isGap } from '../../rules/outcome.ts';
import { anonymiseBody } from '../../rules/outcome-counts.ts';
import { inOutcomeWords } from '../../rules/outcome-words.ts';
import type { Policy } from '../../rules/policy.ts';
import { codesOf, type OutcomeScheme, schemeId } from '../../rules/scheme.ts';
import { COUNT_MAX } from '../../rules/shape.ts';

export type Measure = 'children' | 'grants';
export const MEASURES: readonly Measure[] = ['children', 'grants'];

export type TypedRow = Readonly<Record<Measure, string>>;
export const EMPTY_ROW: TypedRow = { children: '', grants: '' };

export interface BodyEntry {
  /** Why there are no numbers; empty where there are. */
  readonly gap: Gap | '';
  readonly rows: Readonly<Record<string, TypedRow>>;
  /** Different children behind the benefits that are small, as it was typed. */
  readonly union: string;
}

export const EMPTY_ENTRY: BodyEntry = { gap: '', rows: {}, union: '' };

interface Reason {
  readonly de: string;
  readonly en: string;
}

export type BodyRead =
  /** Benefits that lack a number, or have one that is none. */
  | { readonly kind: 'open'; readonly missing: readonly string[] }
  | { readonly kind: 'unsound'; readonly reasons: readonly { benefits: readonly string[]; reason: Reason }[] }
  | {
      readonly kind: 'ready';
      readonly outcome: BodyOutcome;
      readonly reasons: readonly { benefits: readonly string[]; reason: Reason }[];
      /** Benefits whose different children together would help, or were told. */
      readonly asks: readonly string[] | undefined;
    };

const countOf = (typed: string): number | undefined => {
  const text = typed.trim();
  return /^\d{1,7}$/.test(text) && Number(text) <= COUNT_MAX ? Number(text) : undefined;
};

export function readBody(body: string, entry: BodyEntry, scheme: OutcomeScheme, policy: Policy): BodyRead {
  if (entry.gap !== '')
    return { kind: 'ready', outcome: { body, gap: entry.gap }, reasons: [], asks: undefined };
  const codes = codesOf(scheme);
  const typed = codes.map((code) => {
    const row = entry.rows[code] ?? EMPTY_ROW;
    return { code, pupils: countOf(row.children), consultations: countOf(row.grants) };
  });
  const missing = typed.flatMap(({ code, pupils, consultations }) =>
    pupils === undefined || consultations === undefined ? [code] : [],
  );
  if (missing.length > 0) return { kind: 'open', missing };
  const counts = Object.fromEntries(
    typed.map(({ code, pupils = 0, consultations = 0 }) => [code, { pupils, consultations }]),
  );
  const head = { scheme: schemeId(scheme), policy: policy.number, counts };
  try {
    const alone = anonymiseBody({ body, counts: { ...head, distinct: [] } }, scheme, policy);
    const asks = alone.made.wouldHelp[0];
    const known = countOf(entry.union);
    const { outcome, made } =
      asks === undefined || known === undefined
        ? alone
        : anonymiseBody(
            { body, counts: { ...head, distinct: [{ benefits: asks, pupils: known }] } },
            scheme,
            policy,
          );
    return { kind: 'ready', outcome, reasons: made.steps, asks };
  } catch (error) {
    if (!(error instanceof CountsUnsound)) throw error;
    const reasons = error.problems.map(({ benefits, reason }) => ({
      benefits,
      reason: inOutcomeWords(reason),
    }));
    return { kind: 'unsound', reasons };
  }
}

/** Each benefit as it would be stored, in scheme order, and behind them what is pooled. */
export interface StoredLine {
  readonly benefits: readonly string[];
  readonly kind: 'alone' | 'pooled' | 'pool' | 'none' | 'withheld';
  readonly children?: number;
  readonly grants?: number;
}

export function storedLines(outcome: BodyOutcome, scheme: OutcomeScheme): StoredLine[] {
  if (isGap(outcome)) return [];
  const pools = outcome.cells.filter(({ benefits }) => benefits.length > 1);
  const lines = codesOf(scheme).map((code): StoredLine => {
    const alone = outcome.cells.find(({ benefits }) => benefits.length === 1 && benefits[0] === code);
    if (alone) return { ...alone, kind: 'alone' };
    if (pools.some(({ benefits }) => benefits.includes(code))) return { benefits: [code], kind: 'pooled' };
    return { benefits: [code], kind: outcome.none.includes(code) ? 'none' : 'withheld' };
  });
  return [...lines, ...pools.map((pool): StoredLine => ({ ...pool, kind: 'pool' }))];
}
