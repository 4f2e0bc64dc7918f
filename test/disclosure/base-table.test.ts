/** The table a search begins with: what it may know of suppressed cells, and what it does where none is found. */
import { baseTable } from '../../src/disclosure/search/base-table.ts';
import { NoSafePattern } from '../../src/disclosure/search/no-safe-pattern.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { SearchTask } from '../../src/disclosure/search/search-task.ts';
import { scripted, UNDECIDED } from './scripted-solver.ts';

let highs: Solver;
beforeAll(async () => {
  highs = await highsSolver();
});

/** a and b are suppressed and make 10 together; c is suppressed and stands beside what is shown. */
function problemOf(a: number): ProtectionProblem {
  const builder = new ProblemBuilder();
  const add = (label: string, value: number, status: 0 | 1 | 2): number =>
    builder.cell({ label, value, status, cost: 1, lower: 1, upper: Infinity });
  const [first, second] = [add('a', a, PRIMARY), add('b', 10 - a, PRIMARY)];
  builder.relation(add('both', 10, LOCKED), [first, second]);
  const [suppressed, shown] = [add('c', 4, PRIMARY), add('d', 7, PUBLISHABLE)];
  builder.relation(add('other', 11, LOCKED), [suppressed, shown]);
  return builder.build();
}

describe('the table that a search begins with', () => {
  test('adds up, shows what is shown, and is the same whatever always suppressed cells hold', () => {
    const problem = problemOf(3);
    const base = baseTable(new SearchTask(problem, 1, highs));
    expect([...problem.values]).toEqual([3, 7, 10, 4, 7, 11]);
    expect(base[0]! + base[1]!).toBe(10);
    expect([...base.subarray(2)]).toEqual([10, 4, 7, 11]);
    for (const a of [1, 5, 9]) expect(baseTable(new SearchTask(problemOf(a), 1, highs))).toEqual(base);
  });

  test('is not had where a part has none, and the cells of this part are named', () => {
    const { solver } = scripted(() => UNDECIDED);
    expect(() => baseTable(new SearchTask(problemOf(3), 1, solver))).toThrow(new NoSafePattern([0, 1]));
  });
});
