/** The audit (attacker's subproblems): does every suppressed cell's feasibility interval have the protection level? */
import type { Published } from '../problem/published.ts';
import type { Solver } from '../program/solver.ts';
import { connectedComponents } from './component.ts';
import { ComponentAudit, type Audit } from './component-audit.ts';

export type { Audit };

/** What an audit may reuse. */
export interface AuditOptions {
  /** Findings about components audited before under the same bounds, relations and protection level. */
  readonly memory?: Map<string, Audit>;
}

/**
 * Audits a published table: tests every suppressed cell against an attacker who knows all published cells, the zeros, every
 * relation, the external bounds and the order constraints. All suppressed cells are tested alike, for no attacker can tell
 * primary from secondary suppressions.
 *
 * width    protection level: a cell is protected if two feasible tables differ at it by at least this much; integer ≥ 1
 * returns  a cell counts as protected only if both tables are in hand and were checked by exact addition, so no tolerance of
 *          the solver can make a disclosed cell look protected
 * throws   RangeError if the width is no such integer
 * cost     a few small linear programs per cell at worst, large and integer ones for what these leave undecided; far fewer in
 *          practice, for every table found is held against all cells that it changes
 * Two measures tied by order constraints are best audited jointly: a feasible table of both must keep the order as well, so
 * what is protected jointly is protected against a reader of either alone, and not the other way round.
 * source   Fischetti and Salazar, Management Science 47 (2001), the attacker's subproblems
 */
export function audit(
  published: Published,
  width: number,
  solver: Solver,
  { memory }: AuditOptions = {},
): Audit {
  if (!Number.isSafeInteger(width) || width < 1) throw new RangeError('The width must be an integer ≥ 1.');
  const systems = connectedComponents(published, 2 * width).filter(({ tested }) => tested.includes(1));
  const findings = systems.map((system) => {
    const key = memory ? `${system.cells.join()} ${system.tested.join('')}` : '';
    const found = memory?.get(key) ?? new ComponentAudit(system, width, solver).run();
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
