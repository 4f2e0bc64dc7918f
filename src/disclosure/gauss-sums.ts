/** Sums that nobody may learn although no cell shows them: those of hidden cells at the end of their domain. */
import { listAt, listCount, type Problem, type Relations } from './problem.ts';

/**
 * Two hidden ones whose sum is told are known to a reader who reckons with one at least. Sums within one relation
 * are covered; those that only several relations together tell are left to the audit.
 *
 * hidden   1 where a cell is always hidden, length n
 * returns  the relations and behind them one for each relation that holds several hidden parts at their least
 *          value: `sums` more cells, n to n + sums - 1, are their totals
 * cost     one pass per level of totals
 * source   Langsrud, PSD 2024, on singletons
 */
export function withSums(problem: Problem, hidden: Uint8Array): { relations: Relations; sums: number } {
  const { relations } = problem;
  const start = [...relations.start];
  const cell = [...relations.cell];
  const sign = [...relations.sign];
  const least = hasLeastValue(problem, hidden);
  let sums = 0;
  for (let relation = 0; relation < listCount(relations); relation++) {
    const parts = listAt(relations, relation).filter(
      (one, at) => partAt(relations, relation, at) && least[one] === 1,
    );
    if (parts.length < 2) continue;
    cell.push(hidden.length + sums++, ...parts);
    sign.push(-1, ...Array.from(parts, () => 1));
    start.push(cell.length);
  }
  return {
    relations: { start: Int32Array.from(start), cell: Int32Array.from(cell), sign: Int32Array.from(sign) },
    sums,
  };
}

/** Hidden cells at the lower end of their domain, and totals of nothing else; 1 where so, length n. */
function hasLeastValue(problem: Problem, hidden: Uint8Array): Uint8Array {
  const { relations, values, lower } = problem;
  const least = hidden.map((mark, cell) => (mark === 1 && values[cell] === lower[cell] ? 1 : 0));
  for (let grew = true; grew;) {
    grew = false;
    for (let relation = 0; relation < listCount(relations); relation++) {
      const members = listAt(relations, relation);
      const total = members.find((_, at) => !partAt(relations, relation, at));
      if (total === undefined || hidden[total] !== 1 || least[total] === 1) continue;
      if (members.some((one) => one !== total && values[one] !== 0 && least[one] !== 1)) continue;
      least[total] = 1;
      grew = true;
    }
  }
  return least;
}

const partAt = (relations: Relations, relation: number, at: number): boolean =>
  relations.sign[relations.start[relation]! + at] === 1;
