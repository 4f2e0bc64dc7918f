/** Gaussian elimination: solves the relations among suppressed cells, giving some as linear combinations of others that are free. */
import { listCount, type Relations } from '../problem/problem.ts';
import { MODULUS, residue, residues } from './residues.ts';
import { SparseMatrix } from './sparse-matrix.ts';

/**
 * The solved relations in triangular form. Every feasible table differs from the true one by a solution of it.
 *
 * cell         the cell that each equation gives, in the order of elimination
 * start, others, factors
 *              cell[i] = Σ factors[at] · others[at], residues, for at in start[i] to start[i + 1]; each of the others is
 *              free or given by a later equation
 */
export interface Triangle {
  readonly cell: Int32Array;
  readonly start: Int32Array;
  readonly others: Int32Array;
  readonly factors: Int32Array;
}

/**
 * Sparse Gaussian elimination modulo a prime with Markowitz pivots: cells that stand in one relation only come first, then
 * the shortest relation and in it the cell that stands in the fewest; ties go by position.
 *
 * relations  additive relations over n cells
 * unknown    1 where the value is not published, length n
 * returns    one equation per independent relation; a cell without an equation is free
 * cost       about linear for two-way tables, where little fill-in arises
 * source     Markowitz, Management Science 3 (1957)
 */
export function solveRelations(relations: Relations, unknown: Uint8Array): Triangle {
  const matrix = matrixOf(relations, unknown);
  const { length, count } = matrix;
  const cell: number[] = [];
  const start: number[] = [0];
  const others: number[] = [];
  const factors: number[] = [];

  const single: number[] = [];
  const byLength: number[][] = [];
  const note = (line: number): void => {
    (byLength[length[line]!] ??= []).push(line);
  };
  for (let line = length.length - 1; line >= 0; line--) note(line);
  for (let column = count.length - 1; column >= 0; column--) if (count[column] === 1) single.push(column);

  let shortest = 1;
  for (;;) {
    const alone = single.pop();
    if (alone !== undefined && count[alone] !== 1) continue;
    while (shortest < byLength.length && !byLength[shortest]?.length) shortest++;
    const line = alone === undefined ? byLength[shortest]?.pop() : matrix.holders(alone)[0];
    if (line === undefined) break;
    if (alone === undefined && length[line] !== shortest) continue;
    const column = alone ?? rarest(matrix, line);
    matrix.eliminate(line, column);
    const columns = matrix.columnsOf(line);
    const coefficients = matrix.coefficientsOf(line);
    cell.push(column);
    for (let at = 0; at < columns.length; at++) {
      if (columns[at] === column) continue;
      others.push(columns[at]!);
      factors.push(MODULUS - coefficients[at]!);
    }
    start.push(others.length);
    matrix.clear(line);
    for (const one of others.slice(start.at(-2))) if (count[one] === 1) single.push(one);
    for (const changed of matrix.changed) {
      if (length[changed] === 0) continue;
      note(changed);
      shortest = Math.min(shortest, length[changed]!);
    }
  }
  return {
    cell: Int32Array.from(cell),
    start: Int32Array.from(start),
    others: Int32Array.from(others),
    factors: Int32Array.from(factors),
  };
}

/**
 * Two random solutions of the homogeneous relations, in which all published cells are zero; equal input gives equal output.
 *
 * unknown  1 where the value is not published, length n
 * returns  residues, length n each. A cell that is derivable from the published ones is zero in both; another one is so by
 *          chance once in 4.5·10¹⁵ cells
 * cost     that of `solveRelations`
 */
export function randomSolutions(relations: Relations, unknown: Uint8Array): [Float64Array, Float64Array] {
  const { cell, start, others, factors } = solveRelations(relations, unknown);
  const next = residues(1);
  const first = Float64Array.from(unknown, (mark) => mark * next());
  const second = Float64Array.from(unknown, (mark) => mark * next());
  for (let equation = cell.length - 1; equation >= 0; equation--) {
    let [one, two] = [0, 0];
    for (let at = start[equation]!; at < start[equation + 1]!; at++) {
      one = residue(one + factors[at]! * first[others[at]!]!);
      two = residue(two + factors[at]! * second[others[at]!]!);
    }
    first[cell[equation]!] = one;
    second[cell[equation]!] = two;
  }
  return [first, second];
}

/** The matrix has one line per relation, of its unknown cells; the elimination drops lines that depend on others. */
function matrixOf(relations: Relations, unknown: Uint8Array): SparseMatrix {
  const lines = listCount(relations);
  const matrix = new SparseMatrix(lines, unknown.length, relations.cell.length);
  for (let line = 0; line < lines; line++) {
    const cells: number[] = [];
    const signs: number[] = [];
    for (let at = relations.start[line]!; at < relations.start[line + 1]!; at++) {
      if (unknown[relations.cell[at]!] !== 1) continue;
      cells.push(relations.cell[at]!);
      signs.push(residue(relations.sign[at]!));
    }
    matrix.fill(line, cells, signs);
  }
  return matrix;
}

/** Returns the column of the line that the fewest lines hold, which gives the least fill-in. */
function rarest(matrix: SparseMatrix, line: number): number {
  let best = -1;
  for (const column of matrix.columnsOf(line)) {
    const fewer = best < 0 ? -1 : matrix.count[column]! - matrix.count[best]!;
    if (fewer < 0 || (fewer === 0 && column < best)) best = column;
  }
  return best;
}
