/** The sparse matrix, against whole rows. */
import { inverse, MODULUS, residue } from '../../src/disclosure/elimination/residues.ts';
import { SparseMatrix } from '../../src/disclosure/elimination/sparse-matrix.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261123);

/** Lines as columns and coefficients; in no order. */
const linesOf = (matrix: SparseMatrix): Map<number, number>[] =>
  Array.from(matrix.length, (_, line) => {
    const coefficients = matrix.coefficientsOf(line);
    return new Map(Array.from(matrix.columnsOf(line), (column, at) => [column, coefficients[at]!] as const));
  });

/** The same by whole rows. */
class Dense {
  readonly lines: number[][];

  constructor(
    lines: number,
    private readonly columns: number,
  ) {
    this.lines = Array.from({ length: lines }, () => new Array<number>(columns).fill(0));
  }

  eliminate(pivot: number, column: number): Map<number, number> {
    const scale = inverse(this.lines[pivot]![column]!);
    const scaled = this.lines[pivot]!.map((one) => residue(one * scale));
    const factors = new Map<number, number>();
    this.lines.forEach((own, line) => {
      if (line === pivot || own[column] === 0) return;
      const factor = residue(-own[column]!);
      factors.set(line, factor);
      this.lines[line] = own.map((one, at) => residue(one + factor * scaled[at]!));
    });
    this.lines[pivot] = scaled;
    return factors;
  }

  expectIn(matrix: SparseMatrix): void {
    expect(linesOf(matrix)).toEqual(
      this.lines.map((line) => new Map(line.flatMap((one, at) => (one === 0 ? [] : [[at, one]])))),
    );
    expect([...matrix.length]).toEqual(this.lines.map((line) => line.filter((one) => one !== 0).length));
    for (let column = 0; column < this.columns; column++) {
      const holders = [...this.lines.keys()].filter((line) => this.lines[line]![column] !== 0);
      expect(matrix.count[column]).toBe(holders.length);
      expect(matrix.holders(column).toSorted((one, other) => one - other)).toEqual(holders);
    }
  }
}

test('a sparse matrix holds after any eliminations what whole rows would hold', () => {
  console.log(`seed ${SEED}`);
  const random = die(SEED);
  const below = (end: number): number => Math.floor(random() * end);
  let eliminated = 0;
  for (let round = 0; round < 40; round++) {
    const [lines, columns] = [2 + below(7), 2 + below(9)];
    // Too little room at first in most rounds, none in some.
    const matrix = new SparseMatrix(lines, columns, below(lines * columns));
    const dense = new Dense(lines, columns);
    const density = 0.2 + 0.5 * random();
    dense.lines.forEach((own, line) => {
      // Few different values, so that sums cancel.
      for (const at of own.keys()) if (random() < density) own[at] = [1, MODULUS - 1, 2][below(3)]!;
      const filled = [...own.keys()].filter((at) => own[at] !== 0).reverse();
      matrix.fill(
        line,
        filled,
        filled.map((at) => own[at]!),
      );
    });
    dense.expectIn(matrix);
    for (let step = 0; step < 12; step++) {
      const [line, column] = [below(lines), below(columns)];
      if (dense.lines[line]![column] === 0) continue;
      const factors = dense.eliminate(line, column);
      matrix.eliminate(line, column);
      dense.expectIn(matrix);
      expect(new Map(matrix.changed.map((one, at) => [one, matrix.factors[at]!]))).toEqual(factors);
      expect(matrix.changed).toHaveLength(factors.size);
      expect(matrix.factors).toHaveLength(factors.size);
      eliminated++;
      if (random() < 0.7) continue;
      matrix.clear(line);
      dense.lines[line]!.fill(0);
      dense.expectIn(matrix);
    }
  }
  expect(eliminated).toBeGreaterThan(100);
});
