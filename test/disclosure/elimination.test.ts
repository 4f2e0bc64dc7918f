/** Elimination: the relations of a table solved modulo a prime. */
import { solveRelations } from '../../src/disclosure/elimination/elimination.ts';
import { cellLists, listCount } from '../../src/disclosure/problem/problem.ts';
import { MODULUS, residue, residues } from '../../src/disclosure/elimination/residues.ts';
import { die, randomProblem } from './random-problem.ts';

const SEED = Number(process.env.SEED ?? 20240914);

describe('the solved relations', () => {
  test(`hold for any choice of the free cells, and give each cell once (seed ${SEED})`, () => {
    const random = die(SEED);
    const next = residues(SEED);
    for (let round = 0; round < 200; round++) {
      const problem = randomProblem(random, { dimensions: [3, 4, 3].slice(round % 3), measures: 1 });
      const unknown = problem.status.map(() => (random() < 0.7 ? 1 : 0));
      const { cell, start, others, factors } = solveRelations(problem.relations, unknown);
      expect(new Set(cell).size).toBe(cell.length);
      for (const one of [...cell, ...others]) expect(unknown[one]).toBe(1);
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

  /** Relations as lists of cells, the first one their total; what each cell is found to be, in the order found. */
  function solved(...lists: readonly (readonly number[])[]): [number, Record<number, number>][] {
    const sign = Int32Array.from(lists.flatMap((list) => list.map((_, at) => (at === 0 ? -1 : 1))));
    const unknown = new Uint8Array(Math.max(...lists.flat()) + 1).fill(1);
    const { cell, start, others, factors } = solveRelations({ ...cellLists(lists), sign }, unknown);
    const signed = (factor: number): number => (factor > MODULUS / 2 ? factor - MODULUS : factor);
    return Array.from(cell, (one, equation) => {
      const places = Array.from(
        { length: start[equation + 1]! - start[equation]! },
        (_, at) => start[equation]! + at,
      );
      return [one, Object.fromEntries(places.map((at) => [others[at]!, signed(factors[at]!)]))];
    });
  }

  test('give first the cells that stand in one relation only, and those that do so then', () => {
    expect(solved([1, 2], [0, 1, 2], [3, 4])).toEqual([
      [0, { 1: 1, 2: 1 }],
      [2, { 1: 1 }],
      [3, { 4: 1 }],
    ]);
  });

  test('give else a cell of the shortest relation: that which stands in the fewest, of equal ones the lowest', () => {
    expect(solved([2, 0], [0, 1], [1, 2])).toEqual([
      [0, { 2: 1 }],
      [1, { 2: 1 }],
    ]);
    expect(solved([0, 1], [2, 1], [0, 2])).toEqual([
      [0, { 1: 1 }],
      [1, { 2: 1 }],
    ]);
    expect(solved([0, 1, 2, 3], [3, 1, 2], [0, 1, 2])).toEqual([
      [3, { 1: 1, 2: 1 }],
      [0, { 1: 2, 2: 2 }],
      [2, { 1: -1 }],
    ]);
    expect(solved([4, 1, 0], [1, 2, 3], [3, 0, 2], [2, 4])).toEqual([
      [4, { 2: 1 }],
      [0, { 1: -1, 2: 1 }],
      [1, { 2: 2, 3: -1 }],
      [2, { 3: 2 }],
    ]);
  });

  test('give a cell that is told as a sum of nothing', () => {
    expect(solved([2, 0], [2, 0, 1, 3], [1, 3])).toEqual([
      [0, { 2: 1 }],
      [1, { 3: -1 }],
      [3, {}],
    ]);
  });
});
