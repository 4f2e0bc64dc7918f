/** What a table gives away if a code of it that may be a sum is one: sums that its readers know and the protection did not. */
import { linearlyDisclosed } from '../elimination/linear-audit.ts';
import { cellLists, PRIMARY, type ProtectionProblem, type Relations } from '../problem/problem.ts';
import type { CrossTable } from '../table/cross-table.ts';
import { TOTAL } from '../table/hierarchy.ts';
import type { OwnTotal } from '../table/own-totals.ts';

/**
 * The first code that may be the sum of all others beside it, and would disclose a sensitive cell exactly if it were.
 *
 * suppressed  1 where a cell of the problem is suppressed
 * returns     undefined where no such code does; sums of only some others are not looked at. Cost: one linear audit for
 *             each doubtful code
 */
export function disclosingIfSum(
  { problem, cells, doubtful }: CrossTable,
  suppressed: Uint8Array,
): OwnTotal | undefined {
  return doubtful.find(({ column, code }) => {
    const sums = sumsAt(problem, cells, cells.columns.indexOf(column), code);
    if (sums.length === 0) return false;
    const known = { ...problem, relations: withSums(problem.relations, sums) };
    return linearlyDisclosed(known, suppressed).some((cell) => problem.status[cell] === PRIMARY);
  });
}

/** One sum for each place in which the code stands, the code's cell first; none where the figures are no such sums. */
function sumsAt(
  { values }: ProtectionProblem,
  cells: CrossTable['cells'],
  at: number,
  code: string,
): number[][] {
  const places = new Map<string, { total?: number; parts: number[] }>();
  for (let cell = 0; cell < values.length; cell++) {
    const codes = cells.codes(cell);
    if (at < 0 || codes[at] === TOTAL) continue;
    const key = codes.toSpliced(at, 1).join('\u0000');
    const place = places.get(key) ?? { parts: [] };
    places.set(key, place);
    if (codes[at] === code) place.total = cell;
    else place.parts.push(cell);
  }
  const sums = [...places.values()].flatMap(({ total, parts }) =>
    total === undefined ? [] : [[total, ...parts]],
  );
  const fits = ([total = -1, ...parts]: readonly number[]): boolean =>
    parts.reduce((sum, part) => sum + values[part]!, 0) === values[total];
  return sums.every(fits) ? sums : [];
}

function withSums({ start, cell, sign }: Relations, sums: readonly (readonly number[])[]): Relations {
  const more = cellLists(sums);
  return {
    start: Int32Array.from([...start, ...more.start.slice(1).map((end) => end + cell.length)]),
    cell: Int32Array.from([...cell, ...more.cell]),
    sign: Int32Array.from([...sign, ...sums.flatMap((sum) => sum.map((_, at) => (at === 0 ? -1 : 1)))]),
  };
}
