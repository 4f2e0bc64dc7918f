/** Grows patterns by moves until an audit proves one. */
import { audit as auditOf, type Audit } from './audit.ts';
import { choicesOf, patternOf } from './choices.ts';
import { grow } from './grow.ts';
import type { Progress } from './improve.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import type { Problem } from './problem.ts';
import { publish } from './published.ts';
import type { Reach } from './short-moves.ts';
import type { Solver } from './solver.ts';

/**
 * How far to look for moves: near first, then anywhere, then for shorter ones, which are whole more often. Long moves
 * through what is hidden anyway save most.
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

/** Patterns that are grown until an audit proves one. */
const ATTEMPTS = 2;

/** Other moves than in the attempts before. */
const reachesOf = (attempt: number): Reach[] =>
  REACHES.map((reach) => ({ ...reach, draw: reach.draw + (attempt - 1) * REACHES.length }));

/**
 * Grows a pattern and audits it. What an audit leaves open is tried again with other moves, of which none is saved:
 * where more is hidden, more tables are to be found. In the end everything is hidden that may be.
 *
 * work    columns of the programs solved in search of what can be shown again
 * throws  NoSafePattern where even that cannot be proved safe
 */
export function growAudited(
  problem: Problem,
  width: number,
  solver: Solver,
  work: number,
  onProgress?: (progress: Progress) => void,
): { hidden: Uint8Array; audit: Audit } {
  let unsafe: readonly number[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      const limits = { reaches: reachesOf(attempt), work: attempt === 1 ? work : 0 };
      const hidden = grow(problem, width, solver, limits, onProgress);
      const audit = auditOf(publish(problem, hidden), width, solver);
      if (audit.safe) return { hidden, audit };
      unsafe = [...audit.unsafe];
    } catch (error) {
      if (!(error instanceof NoSafePattern)) throw error;
      unsafe = error.cells;
    }
  }
  const choices = choicesOf(problem);
  const hidden = patternOf(
    choices,
    Uint8Array.from(choices.cost, () => 1),
  );
  const audit = auditOf(publish(problem, hidden), width, solver);
  if (audit.safe) return { hidden, audit };
  throw new NoSafePattern(unsafe);
}
