/** Hidden cells that hang together, as the program of all tables in fractions, with each row's origin. */
import { listAt, listCount, UNKNOWN, type Problem } from './problem.ts';
import { ProgramBuilder } from './program-builder.ts';
import type { LinearProgram } from './solver.ts';

/**
 * cells   ascending; column j of the program is cells[j]
 * rows    per row its relation, or listCount(relations) + pair
 * program all its ends are finite, see `guessingSystems`
 * room    how far above its lower end a cell without an upper end may lie
 */
export interface HiddenPart {
  readonly cells: Int32Array;
  readonly rows: Int32Array;
  readonly program: LinearProgram;
  readonly room: number;
}

/** The places of a cell in relations and pairs: rows of the whole problem. */
export interface Places {
  readonly start: Int32Array;
  readonly row: Int32Array;
}

/** Cells and signs of one row of the whole problem: a relation, or a pair. */
export function rowOf(problem: Problem, row: number): { cell: Int32Array; sign: Int32Array } {
  const relations = listCount(problem.relations);
  if (row >= relations) {
    const at = 2 * (row - relations);
    return { cell: problem.atMost.subarray(at, at + 2), sign: PAIR };
  }
  const { start, sign } = problem.relations;
  return { cell: listAt(problem.relations, row), sign: sign.subarray(start[row], start[row + 1]) };
}
const PAIR = Int32Array.of(1, -1);

/** Cost: linear in the entries. */
export function placesOf(problem: Problem): Places {
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
 * Splits the hidden cells into parts that share no row, by their first cell; of parts with none but unknown cells
 * nothing is asked, so they are left out. Reads values of open cells only.
 *
 * reach  as in `guessingSystems`. Cost: linear in the entries of the rows with hidden cells.
 */
export function hiddenParts(
  problem: Problem,
  places: Places,
  hidden: Uint8Array,
  reach: number,
): HiddenPart[] {
  const seen = new Uint8Array(hidden.length);
  const seenRow = new Set<number>();
  const parts: HiddenPart[] = [];
  for (let first = 0; first < hidden.length; first++) {
    if (hidden[first] !== 1 || seen[first] === 1) continue;
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
          if (hidden[other] !== 1 || seen[other] === 1) continue;
          seen[other] = 1;
          cells.push(other);
        }
      }
    }
    if (cells.every((cell) => problem.status[cell] === UNKNOWN)) continue;
    parts.push(part(problem, hidden, Int32Array.from(cells).sort(), Int32Array.from(rows).sort(), reach));
  }
  return parts;
}

function part(
  problem: Problem,
  hidden: Uint8Array,
  cells: Int32Array,
  rows: Int32Array,
  reach: number,
): HiddenPart {
  const relations = listCount(problem.relations);
  const column = new Map<number, number>();
  cells.forEach((cell, at) => column.set(cell, at));
  const right = (row: number): number => {
    const { cell, sign } = rowOf(problem, row);
    return cell.reduce(
      (sum, one, at) => (hidden[one] === 1 ? sum : sum - sign[at]! * problem.values[one]!),
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
    cell.forEach((one, at) => hidden[one] === 1 && builder.entry(column.get(one)!, sign[at]!));
    builder.endRow(row < relations ? right(row) : -Infinity, right(row));
  }
  return { cells, rows, program: builder.build(), room };
}
