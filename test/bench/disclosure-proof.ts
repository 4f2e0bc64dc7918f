/** Confirms a proof of safety by addition alone, without the engine's own checks. */
import type { Audit } from '../../src/disclosure/audit/audit.ts';
import {
  listAt,
  listCount,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';

/**
 * Whether every suppressed cell but the unpublished ones has two feasible tables that differ
 * at it by the width, and whether every primary cell is suppressed at all.
 *
 * witnesses  parts of tables; in what a part does not name, it says nothing of suppressed cells
 */
export function isProved(
  problem: ProtectionProblem,
  suppressed: Uint8Array,
  witnesses: Audit['witnesses'],
  width: number,
): boolean {
  const { values, status, lower, upper, relations, atMost } = problem;
  const relationsOf = Array.from(values, (): number[] => []);
  for (let list = 0; list < listCount(relations); list++)
    for (const cell of listAt(relations, list)) relationsOf[cell]!.push(list);
  const least = new Float64Array(values.length).fill(Infinity);
  const most = new Float64Array(values.length).fill(-Infinity);

  for (const witness of witnesses) {
    const table = new Map(Array.from(witness.cells, (cell, at) => [cell, witness.values[at]!]));
    /** NaN where the part leaves a suppressed cell open, so that no sum with it comes out. */
    const at = (cell: number): number => (suppressed[cell] === 1 ? (table.get(cell) ?? NaN) : values[cell]!);
    for (const [cell, value] of table) {
      if (suppressed[cell] !== 1 || !Number.isSafeInteger(value)) return false;
      if (value < lower[cell]! || value > upper[cell]!) return false;
      least[cell] = Math.min(least[cell]!, value);
      most[cell] = Math.max(most[cell]!, value);
    }
    const touched = new Set([...table.keys()].flatMap((cell) => relationsOf[cell]!));
    for (const list of touched) {
      let sum = 0;
      for (let i = relations.start[list]!; i < relations.start[list + 1]!; i++)
        sum += relations.sign[i]! * at(relations.cell[i]!);
      if (sum !== 0) return false;
    }
    for (let pair = 0; pair < atMost.length; pair += 2) {
      const [smaller, larger] = [atMost[pair]!, atMost[pair + 1]!];
      if ((table.has(smaller) || table.has(larger)) && !(at(smaller) <= at(larger))) return false;
    }
  }
  return status.every((own, cell) => {
    if (suppressed[cell] !== 1) return own !== PRIMARY && own !== UNPUBLISHED;
    return own === UNPUBLISHED || most[cell]! - least[cell]! >= width;
  });
}
