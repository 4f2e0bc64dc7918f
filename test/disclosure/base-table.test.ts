/** The table a search begins with: what it may know of hidden cells, and what it does where none is found. */
import { baseTable } from '../../src/disclosure/base-table.ts';
import { NoSafePattern } from '../../src/disclosure/no-safe-pattern.ts';
import { LOCKED, OPEN, PRIMARY, type Problem } from '../../src/disclosure/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import type { Solver } from '../../src/disclosure/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { scripted, UNDECIDED } from './scripted-solver.ts';

let highs: Solver;
beforeAll(async () => {
  highs = await highsSolver();
});

/** a and b are hidden and make 10 together; c is hidden and stands beside what is shown. */
function problemOf(a: number): Problem {
  const builder = new ProblemBuilder();
  const add = (label: string, value: number, status: 0 | 1 | 2): number =>
    builder.cell({ label, value, status, cost: 1, lower: 1, upper: Infinity });
  const [first, second] = [add('a', a, PRIMARY), add('b', 10 - a, PRIMARY)];
  builder.relation(add('both', 10, LOCKED), [first, second]);
  const [hidden, shown] = [add('c', 4, PRIMARY), add('d', 7, OPEN)];
  builder.relation(add('other', 11, LOCKED), [hidden, shown]);
  return builder.build();
}

describe('the table that a search begins with', () => {
  test('adds up, shows what is shown, and is the same whatever always hidden cells hold', () => {
    const problem = problemOf(3);
    const base = baseTable(problem, 1, highs);
    expect([...problem.values]).toEqual([3, 7, 10, 4, 7, 11]);
    expect(base[0]! + base[1]!).toBe(10);
    expect([...base.subarray(2)]).toEqual([10, 4, 7, 11]);
    for (const a of [1, 5, 9]) expect(baseTable(problemOf(a), 1, highs)).toEqual(base);
  });

  test('is not had where a part has none, and the cells of this part are named', () => {
    const { solver } = scripted(() => UNDECIDED);
    expect(() => baseTable(problemOf(3), 1, solver)).toThrow(new NoSafePattern([0, 1]));
  });
});
