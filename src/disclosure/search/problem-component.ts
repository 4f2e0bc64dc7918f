/** A connected component of suppressed cells as an LP relaxation: the program of all fractional tables, with each row's origin. */
import { listAt, listCount, UNPUBLISHED, type ProtectionProblem } from '../problem/problem.ts';
import { ProgramBuilder } from '../program/program-builder.ts';
import type { LinearProgram } from '../program/solver.ts';

/**
 * The component of a problem and its linear program.
 *
 * cells   ascending; column j of the program is cells[j]
 * rows    per row its relation, or listCount(relations) + pair
 * program every bound of it is finite, see `connectedComponents`
 * room    how far above its lower bound a cell without an upper bound may lie
 */
export interface ProblemComponent {
  readonly cells: Int32Array;
  readonly rows: Int32Array;
  readonly program: LinearProgram;
  readonly room: number;
}

/** The incidence of cells in relations and pairs, which are the rows of the problem: lists of rows as in `CellLists`. */
export interface CellRows {
  readonly start: Int32Array;
  readonly row: Int32Array;
}

/** Returns the cells and signs of one row of the problem: a relation, or a pair. */
export function rowOf(problem: ProtectionProblem, row: number): { cell: Int32Array; sign: Int32Array } {
  const relations = listCount(problem.relations);
  if (row >= relations) {
    const at = 2 * (row - relations);
    return { cell: problem.atMost.subarray(at, at + 2), sign: PAIR };
  }
  const { start, sign } = problem.relations;
  return { cell: listAt(problem.relations, row), sign: sign.subarray(start[row], start[row + 1]) };
}
const PAIR = Int32Array.of(1, -1);

/** Returns the rows of each cell. Cost: linear in the entries. */
export function rowsOfCells(problem: ProtectionProblem): CellRows {
  const rows = listCount(problem.relations) + problem.atMost.length / 2;
  const start = new Int32Array(problem.values.length + 1);
  for (let row = 0; row < rows; row++) for (const cell of rowOf(problem, row).cell) start[cell + 1]!++;
  for (let cell = 0; cell < problem.values.length; cell++) start[cell + 1]! += start[cell]!;
  const next = start.slice();
  const row = new Int32Array(start[problem.values.length]!);
  for (let one = 0; one < rows; one++) for (const cell of rowOf(problem, one).cell) row[next[cell]!++] = one;
  return { start, row };
}

/**
 * Splits the suppressed cells into connected components, by their first cell. A component of unpublished cells alone needs
 * no protection, so it is left out. Only values of published cells are read.
 *
 * places  of this problem, from `rowsOfCells`
 * reach   as in `connectedComponents`. Cost: linear in the entries of the rows with suppressed cells.
 */
export function problemComponents(
  problem: ProtectionProblem,
  places: CellRows,
  suppressed: Uint8Array,
  reach: number,
): ProblemComponent[] {
  const seen = new Uint8Array(suppressed.length);
  const seenRow = new Set<number>();
  const parts: ProblemComponent[] = [];
  for (let first = 0; first < suppressed.length; first++) {
    if (suppressed[first] !== 1 || seen[first] === 1) continue;
    const cells = [first];
    const rows: number[] = [];
    seen[first] = 1;
    for (const cell of cells) {
      for (let at = places.start[cell]!; at < places.start[cell + 1]!; at++) {
        const row = places.row[at]!;
        if (seenRow.has(row)) continue;
        seenRow.add(row);
        rows.push(row);
        for (const other of rowOf(problem, row).cell) {
          if (suppressed[other] !== 1 || seen[other] === 1) continue;
          seen[other] = 1;
          cells.push(other);
        }
      }
    }
    if (cells.every((cell) => problem.status[cell] === UNPUBLISHED)) continue;
    parts.push(part(problem, suppressed, Int32Array.from(cells).sort(), Int32Array.from(rows).sort(), reach));
  }
  return parts;
}

function part(
  problem: ProtectionProblem,
  suppressed: Uint8Array,
  cells: Int32Array,
  rows: Int32Array,
  reach: number,
): ProblemComponent {
  const relations = listCount(problem.relations);
  const column = new Map<number, number>();
  cells.forEach((cell, at) => column.set(cell, at));
  const right = (row: number): number => {
    const { cell, sign } = rowOf(problem, row);
    return cell.reduce(
      (sum, one, at) => (suppressed[one] === 1 ? sum : sum - sign[at]! * problem.values[one]!),
      0,
    );
  };
  let room = 0;
  for (const cell of cells) room += Math.abs(problem.lower[cell]!) + reach;
  for (const row of rows) room += Math.abs(right(row));
  const builder = new ProgramBuilder();
  for (const cell of cells) {
    builder.column(problem.lower[cell]!, Math.min(problem.upper[cell]!, problem.lower[cell]! + room));
  }
  for (const row of rows) {
    const { cell, sign } = rowOf(problem, row);
    cell.forEach((one, at) => suppressed[one] === 1 && builder.entry(column.get(one)!, sign[at]!));
    builder.endRow(row < relations ? right(row) : -Infinity, right(row));
  }
  return { cells, rows, program: builder.build(), room };
}
