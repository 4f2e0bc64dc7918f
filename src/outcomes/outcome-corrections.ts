/** What a later release of outcomes takes over: no correction whose difference would tell of fewer than k children. */
import { canonicalJson } from '../rules/canonical-json.ts';
import { isGap } from '../rules/outcome.ts';
import type { OutcomeScheme } from '../rules/scheme.ts';
import { type CountyOutcome, shownOf } from './outcome-table.ts';

/** A body of a county. */
export interface KeptOutcome {
  readonly county: string;
  readonly body: string;
}

export interface OutcomesTaken {
  readonly outcomes: CountyOutcome[];
  /** Whose correction waits: the release says of them what the one before said. */
  readonly kept: KeptOutcome[];
}

const keyOf = ({ county, outcome }: CountyOutcome): string => `${county} ${outcome.body}`;

/**
 * Takes what is stored into a release, beside all releases before it.
 *
 * Each stored number is one of k children or more, or a zero, so an office may be shown by itself. Between two versions a
 * reader also sees the difference, and that is a number too: so each published column of an office (itemised children and
 * grants, what was pooled, the sum) stays as it was in every earlier version, or moves away from it by k or more. Where one
 * does not, the office's older outcomes stay in the release as a whole, whatever else was corrected in them.
 *
 * earlier  what earlier releases were made of, oldest first
 */
export function takeOverOutcomes(
  stored: readonly CountyOutcome[],
  earlier: readonly (readonly CountyOutcome[])[],
  { scheme, k }: { readonly scheme: OutcomeScheme; readonly k: number },
): OutcomesTaken {
  const last = new Map((earlier.at(-1) ?? []).map((one) => [keyOf(one), one]));
  const before = new Map<string, CountyOutcome[]>();
  for (const one of earlier.flat()) before.set(keyOf(one), [...(before.get(keyOf(one)) ?? []), one]);
  const outcomes: CountyOutcome[] = [];
  const kept: KeptOutcome[] = [];
  for (const one of stored) {
    const key = keyOf(one);
    const isSafe = (before.get(key) ?? []).every((older) => differsSafely(one, older, scheme, k));
    if (isSafe) outcomes.push(one);
    else {
      const older = last.get(key);
      if (older) outcomes.push(older);
      if (!older || canonicalJson(older.outcome) !== canonicalJson(one.outcome))
        kept.push({ county: one.county, body: one.outcome.body });
    }
  }
  return { outcomes, kept };
}

/** Whether both may be known. Of a gap nothing is published, so what came before or after it tells only itself. */
function differsSafely(one: CountyOutcome, other: CountyOutcome, scheme: OutcomeScheme, k: number): boolean {
  if (isGap(one.outcome) || isGap(other.outcome)) return true;
  const [now, then] = [shownOf(one.outcome, scheme), shownOf(other.outcome, scheme)];
  const moves = (a: readonly number[], b: readonly number[]) =>
    a.map((value, at) => Math.abs(value - b[at]!));
  return [...moves(now.grants, then.grants), ...moves(now.children, then.children)].every(
    (by) => by === 0 || by >= k,
  );
}
