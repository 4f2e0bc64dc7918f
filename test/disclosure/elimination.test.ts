import { solveRelations } from '../../src/disclosure/elimination.ts';
import { listCount } from '../../src/disclosure/problem.ts';
import { inverse, MODULUS, residue, residues } from '../../src/disclosure/residues.ts';
import { die, randomProblem } from './random-problem.ts';

const SEED = Number(process.env.SEED ?? 20240914);

describe('residues', () => {
  test('products and inverses are exact up to the largest residue', () => {
    const next = residues(SEED);
    for (const value of [1, 2, MODULUS - 1, MODULUS - 2, ...Array.from({ length: 1000 }, next)]) {
      expect(residue(value * inverse(value))).toBe(1);
      const other = next();
      expect(BigInt(residue(value * other))).toBe((BigInt(value) * BigInt(other)) % BigInt(MODULUS));
    }
    expect(residue(-1)).toBe(MODULUS - 1);
    // Here the quotient in doubles is one too large.
    expect(residue(-9007198583652353)).toBe(MODULUS - 1);
    expect(residue(MODULUS)).toBe(0);
  });
});

describe('the solved relations', () => {
  test(`hold for any choice of the free cells, and give each cell once (seed ${SEED})`, () => {
    const random = die(SEED);
    const next = residues(SEED);
    for (let round = 0; round < 200; round++) {
      const problem = randomProblem(random, { dimensions: [3, 4, 3].slice(round % 3), measures: 1 });
      const unknown = problem.status.map(() => (random() < 0.7 ? 1 : 0));
      const { cell, start, others, factors } = solveRelations(problem.relations, unknown);
      expect(new Set(cell).size).toBe(cell.length);
      const value = [...unknown].map((mark) => mark * next());
      for (let equation = cell.length - 1; equation >= 0; equation--) {
        let sum = 0;
        for (let at = start[equation]!; at < start[equation + 1]!; at++)
          sum = residue(sum + factors[at]! * value[others[at]!]!);
        value[cell[equation]!] = sum;
      }
      const { relations } = problem;
      for (let relation = 0; relation < listCount(relations); relation++) {
        let sum = 0;
        for (let at = relations.start[relation]!; at < relations.start[relation + 1]!; at++)
          sum += relations.sign[at]! * value[relations.cell[at]!]!;
        expect(residue(sum)).toBe(0);
      }
    }
  });
});
