/** The last step against insiders: proves the cells that the guard suppressed in addition against external attackers. */
import { audit } from '../audit/audit.ts';
import type { Guarded } from './insider-guard.ts';
import { PRIMARY, UNPUBLISHED } from '../problem/problem.ts';
import { eraseSuppressed } from '../problem/published.ts';
import type { Solver } from '../program/solver.ts';
import { suppress, type SuppressOptions } from '../search/suppress.ts';

/**
 * The pattern that holds against insiders has 1 where suppressed, length n. The proof against external attackers solved so many
 * programs.
 */
export interface InsiderPattern {
  readonly suppressed: Uint8Array;
  readonly solved: number;
}

/**
 * The proof of the cells suppressed before the guard holds, since a feasible table stays feasible when more is suppressed;
 * so only the cells added are asked about. What an audit does not find safe is searched once more.
 *
 * width   as of the search before
 * throws  NoSafePattern
 * cost    one audit of the cells added, and one search where that fails
 */
export function proveAdded(
  { problem, before, suppressed, isMore }: Guarded,
  width: number,
  solver: Solver,
  options: SuppressOptions,
): InsiderPattern {
  const { solved } = before.audit;
  if (!isMore) return { suppressed, solved };
  const status = problem.status.map((old, cell) => {
    if (suppressed[cell] === 0) return old;
    return before.suppressed[cell] === 1 ? UNPUBLISHED : PRIMARY;
  });
  const added = { ...problem, status };
  const proof = audit(eraseSuppressed(added, suppressed), width, solver);
  if (proof.safe) return { suppressed, solved: solved + proof.solved };
  const after = suppress(added, width, solver, { ...options, effort: 'fast' });
  return { suppressed: after.suppressed, solved: solved + after.audit.solved };
}
