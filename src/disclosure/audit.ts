/** The attacker's view: how closely can each hidden cell be told from what is published? */
import type { Published } from './published.ts';
import type { Solver } from './solver.ts';
import { guessingSystems } from './system.ts';
import { SystemAudit, type Audit } from './system-audit.ts';

export type { Audit };

export interface AuditOptions {
  /** Findings about systems seen before under the same domains, relations and width. */
  readonly memory?: Map<string, Audit>;
}

/**
 * Tests every hidden cell against a reader who knows all open cells, the zeros, every relation, the
 * public domains and the pairs. All hidden cells are tested alike, for a reader cannot tell causes apart.
 *
 * width    a cell is safe if two whole tables that fit everything published differ at it by at least
 *          this much; integer ≥ 1
 * returns  a cell counts as safe only if both tables are in hand and were checked exactly, so no
 *          tolerance of the solver can make an unsafe cell look safe
 * throws   RangeError if width is no such integer
 * cost     a few small linear programs per cell at worst, large and integer ones for what these leave
 *          open; far fewer in practice, for every table found is held against all cells it moves
 * Two measures tied by pairs are best audited jointly: a table of both must keep the pairs as well, so what
 * is safe jointly is safe for a reader of either alone, and not the other way round.
 * source   Fischetti and Salazar, Management Science 47 (2001), the attacker's subproblems
 */
export function audit(
  published: Published,
  width: number,
  solver: Solver,
  { memory }: AuditOptions = {},
): Audit {
  if (!Number.isSafeInteger(width) || width < 1) throw new RangeError('The width must be an integer ≥ 1.');
  const systems = guessingSystems(published, 2 * width).filter(({ tested }) => tested.includes(1));
  const findings = systems.map((system) => {
    const key = memory ? `${system.cells.join()} ${system.tested.join('')}` : '';
    const found = memory?.get(key) ?? new SystemAudit(system, width, solver).run();
    memory?.set(key, found);
    return found;
  });
  const all = (cells: (found: Audit) => Int32Array): Int32Array =>
    Int32Array.from(findings.flatMap((found) => [...cells(found)])).sort();
  return {
    safe: findings.every((found) => found.safe),
    unsafe: all((found) => found.unsafe),
    disclosed: all((found) => found.disclosed),
    undecided: all((found) => found.undecided),
    witnesses: findings.flatMap((found) => found.witnesses),
    solved: findings.reduce((sum, found) => sum + found.solved, 0),
  };
}
