/** Grows patterns by moves until an audit proves one. */
import type { Audit } from '../audit/audit.ts';
import { patternOf } from './choices.ts';
import { grow } from './grow.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import type { SearchTask } from './search-task.ts';
import type { Reach } from './short-moves.ts';

/**
 * The reaches of the search for moves go from near to anywhere, then to shorter moves, which are integral more often. Long
 * moves through what is suppressed anyway save most.
 */
const REACHES: readonly Reach[] = [
  { size: 1_200, trifle: 0.001, draw: 0 },
  { size: 4_800, trifle: 0.01, draw: 1 },
  { size: 1_200, trifle: 0.1, draw: 2 },
  { size: 4_800, trifle: 0.1, draw: 3 },
  { size: Infinity, trifle: 0.1, draw: 4 },
  { size: Infinity, trifle: 0.5, draw: 5 },
  { size: 2_000, trifle: 1, draw: 6 },
];

/** The search grows at most so many patterns. */
const ATTEMPTS = 2;

/** Each attempt draws other moves than those before. */
const reachesOf = (attempt: number): Reach[] =>
  REACHES.map((reach) => ({ ...reach, draw: reach.draw + (attempt - 1) * REACHES.length }));

/**
 * Grows a pattern by moves and audits it. Where the audit leaves a cell unprotected, another pattern is grown by other
 * moves, of which none is dropped: where more is suppressed, more feasible tables are to be found. If no attempt is safe,
 * everything is suppressed that may be.
 *
 * work    columns of the programs solved in search of what can be published again
 * returns the pattern, 1 where suppressed, length n, with the audit that proves it safe
 * throws  NoSafePattern with the cells left unprotected where even that cannot be proved safe
 * cost    that of `grow` and `audit`, twice at most, and one more audit
 */
export function growAudited(task: SearchTask, work: number): { suppressed: Uint8Array; audit: Audit } {
  let unsafe: readonly number[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      const limits = { reaches: reachesOf(attempt), work: attempt === 1 ? work : 0 };
      const suppressed = grow(task, limits);
      const audit = task.audit(suppressed);
      if (audit.safe) return { suppressed, audit };
      unsafe = [...audit.unsafe];
    } catch (error) {
      if (!(error instanceof NoSafePattern)) throw error;
      unsafe = error.cells;
    }
  }
  const { choices } = task;
  const suppressed = patternOf(
    choices,
    Uint8Array.from(choices.cost, () => 1),
  );
  const audit = task.audit(suppressed);
  if (audit.safe) return { suppressed, audit };
  throw new NoSafePattern(unsafe);
}
