/** Linear forms: each unpublished cell as a linear combination of free coordinates, updated as cells are published. */
import { solveRelations } from './elimination.ts';
import { DisjointSets } from '../problem/disjoint-sets.ts';
import type { Relations } from '../problem/problem.ts';
import { inverse, residue, residues } from './residues.ts';
import { SparseMatrix } from './sparse-matrix.ts';

/**
 * The linear forms of all watched cells, in classes. Cells whose forms are multiples of each other make one class: publishing
 * one makes all of them derivable. Classes are found by three random sums over the coordinates; two forms that are not
 * multiples of each other agree in both quotients by chance once in 4.5·10¹⁵ pairs.
 *
 * cost    that of `solveRelations`, then of one elimination step a published class
 * source  Langsrud, Secondary Cell Suppression by Gaussian Elimination, PSD 2024, LNCS 14915
 */
export class Forms {
  private readonly matrix: SparseMatrix;
  /** Sets of cells with proportional forms; the line of the representative holds the form of the class. */
  private readonly sets: DisjointSets;
  private readonly sums: readonly [Float64Array, Float64Array, Float64Array];
  private readonly classes = new Map<number, number>();
  /** The key under which a class stands in `classes`. */
  private readonly key: Float64Array;

  /**
   * unknown  1 where a cell is not published, length n
   * watched  1 where the form is needed, length n
   * merged   is called with the class that stays and the one that goes
   */
  constructor(
    relations: Relations,
    unknown: Uint8Array,
    watched: Uint8Array,
    private readonly merged: (stays: number, goes: number) => void,
  ) {
    const n = unknown.length;
    this.sets = new DisjointSets(n);
    this.sums = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
    this.key = new Float64Array(n).fill(-1);
    this.matrix = formsOf(relations, unknown, watched);
    const next = residues(2);
    const weights = this.sums.map(() => Float64Array.from(unknown, () => next()));
    const fresh: number[] = [];
    for (let cell = 0; cell < n; cell++) {
      const columns = this.matrix.columnsOf(cell);
      const coefficients = this.matrix.coefficientsOf(cell);
      if (columns.length === 0) continue;
      this.sums.forEach((sum, which) => {
        for (let at = 0; at < columns.length; at++)
          sum[cell] = residue(sum[cell]! + coefficients[at]! * weights[which]![columns[at]!]!);
      });
      fresh.push(cell);
    }
    this.sort(fresh);
  }

  /** Returns the class of a cell, by the cell that represents it. */
  classOf(cell: number): number {
    return this.sets.find(cell);
  }

  /** Whether the cells of the class are derivable from the published ones. */
  isDerivable(root: number): boolean {
    return this.matrix.length[root] === 0;
  }

  /** Publishes a class, which eliminates one coordinate. Other classes may be merged by that. */
  publish(root: number): void {
    const { matrix } = this;
    let column = -1;
    for (const one of matrix.columnsOf(root)) {
      if (column < 0 || matrix.count[one]! < matrix.count[column]!) column = one;
    }
    if (column < 0) return;
    const before = matrix.coefficientsOf(root)[matrix.columnsOf(root).indexOf(column)]!;
    const scale = inverse(before);
    matrix.eliminate(root, column);
    this.classes.delete(this.key[root]!);
    matrix.clear(root);
    matrix.changed.forEach((line, at) => {
      this.classes.delete(this.key[line]!);
      const factor = residue(matrix.factors[at]! * scale);
      for (const sum of this.sums) sum[line] = residue(sum[line]! + factor * sum[root]!);
    });
    // No other class becomes derivable by this: such a cell was in the class already.
    this.sort(matrix.changed);
  }

  /** Finds the class of each new form by the quotients of its sums. */
  private sort(fresh: readonly number[]): void {
    const [first, second, third] = this.sums;
    for (const line of fresh) {
      const scale = first[line] === 0 ? 1 : inverse(first[line]!);
      const key = residue(second[line]! * scale) * 2 ** 26 + residue(third[line]! * scale);
      const known = this.classes.get(key);
      if (known === undefined) {
        this.classes.set(key, line);
        this.key[line] = key;
      } else {
        this.sets.absorb(known, line);
        this.matrix.clear(line);
        this.merged(known, line);
      }
    }
  }
}

/** The matrix of forms over the free cells of the solved relations has one line per watched cell. */
function formsOf(relations: Relations, unknown: Uint8Array, watched: Uint8Array): SparseMatrix {
  const n = unknown.length;
  const { cell, start, others, factors } = solveRelations(relations, unknown);
  const matrix = new SparseMatrix(n, n, 2 * others.length);
  const given = new Uint8Array(n);
  for (const one of cell) given[one] = 1;
  for (let free = 0; free < n; free++)
    if (unknown[free] === 1 && given[free] !== 1) matrix.fill(free, [free], [1]);
  const sum = new Float64Array(n);
  const touched = new Uint8Array(n);
  for (let equation = cell.length - 1; equation >= 0; equation--) {
    const support: number[] = [];
    for (let at = start[equation]!; at < start[equation + 1]!; at++) {
      const columns = matrix.columnsOf(others[at]!);
      const coefficients = matrix.coefficientsOf(others[at]!);
      for (let entry = 0; entry < columns.length; entry++) {
        const column = columns[entry]!;
        if (touched[column] !== 1) support.push(column);
        touched[column] = 1;
        sum[column] = residue(sum[column]! + factors[at]! * coefficients[entry]!);
      }
    }
    const columns = support.filter((column) => sum[column] !== 0);
    const values = columns.map((column) => sum[column]!);
    matrix.fill(cell[equation]!, columns, values);
    for (const column of support) sum[column] = touched[column] = 0;
  }
  for (let one = 0; one < n; one++) if (watched[one] !== 1) matrix.clear(one);
  return matrix;
}
