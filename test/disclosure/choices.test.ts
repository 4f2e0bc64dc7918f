/** What may be chosen, what every pattern suppresses, and which choices obey an inequality. */
import { choicesOf, patternOf } from '../../src/disclosure/search/choices.ts';
import { holds } from '../../src/disclosure/search/cut.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  alwaysSuppressed,
  listAt,
  listCount,
  LOCKED,
  maySuppress,
  PUBLISHABLE,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';

/** Of each kind one, then an open group, a group with a primary cell, and one open cell more. */
function example(): ProtectionProblem {
  const builder = new ProblemBuilder();
  const kinds = [
    PUBLISHABLE,
    PRIMARY,
    LOCKED,
    UNPUBLISHED,
    PUBLISHABLE,
    PUBLISHABLE,
    PUBLISHABLE,
    PUBLISHABLE,
    PRIMARY,
    PUBLISHABLE,
  ] as const;
  kinds.forEach((status, cell) =>
    builder.cell({ label: '', value: cell === 4 ? 0 : 7, status, lower: 0, upper: 9, cost: cell + 1 }),
  );
  builder.together([7, 5]);
  builder.together([6, 8]);
  return builder.build();
}

describe('a cell of a problem', () => {
  test('may be suppressed where it is primary, or open and no zero', () => {
    const problem = example();
    const may = [...problem.values.keys()].map((cell) => maySuppress(problem, cell));
    expect(may).toEqual([true, true, false, false, false, true, true, true, true, true]);
  });

  test('is always suppressed where it is primary, unknown, or together with such a one', () => {
    expect([...alwaysSuppressed(example())]).toEqual([0, 1, 0, 1, 0, 0, 1, 0, 1, 0]);
  });

  test('stands in its lists', () => {
    const { together } = example();
    expect(listCount(together)).toBe(2);
    expect([0, 1].map((list) => [...listAt(together, list)])).toEqual([
      [7, 5],
      [6, 8],
    ]);
  });
});

describe('the choices of a problem', () => {
  test('are its open cells, a group as one, by their first cell and with their cost', () => {
    expect(choicesOf(example())).toEqual({
      always: Uint8Array.of(0, 1, 0, 1, 0, 0, 1, 0, 1, 0),
      of: Int32Array.of(0, -1, -1, -1, -1, 1, -1, 1, -1, 2),
      cells: [[0], [5, 7], [9]],
      cost: Float64Array.of(1, 6 + 8, 10),
    });
  });

  test('are one for a group, also where that is the first of all', () => {
    const builder = new ProblemBuilder();
    for (const value of [3, 4, 5]) builder.cell({ label: '', value, lower: 0, upper: 9 });
    builder.together([0, 2]);
    const { of, cells } = choicesOf(builder.build());
    expect([[...of], cells]).toEqual([[0, 1, 0], [[0, 2], [1]]]); // prettier-ignore
  });

  test('make a pattern with what is always suppressed, and leave themselves as they were', () => {
    const choices = choicesOf(example());
    expect([...patternOf(choices, Uint8Array.of(0, 1, 0))]).toEqual([0, 1, 0, 1, 0, 1, 1, 1, 1, 0]);
    expect([...patternOf(choices, Uint8Array.of(1, 0, 1))]).toEqual([1, 1, 0, 1, 0, 0, 1, 0, 1, 1]);
    expect(choices).toEqual(choicesOf(example()));
  });
});

test('an inequality holds where what is taken reaches its right side, within what a solver may be off by', () => {
  const cut = {
    target: 0,
    choice: Int32Array.of(1, 3),
    coefficient: Float64Array.of(0.5, 0.5 - 5e-7),
    right: 1,
  };
  expect(holds(cut, Uint8Array.of(0, 1, 0, 1))).toBe(true);
  expect(holds(cut, Uint8Array.of(1, 1, 1, 0))).toBe(false);
  expect(holds({ ...cut, right: 1.00001 }, Uint8Array.of(0, 1, 0, 1))).toBe(false);
  expect(holds({ ...cut, right: 0 }, new Uint8Array(4))).toBe(true);
});
