/** Separation: the cut that a choice violates, and the questions to the solver that find it. */
import { choicesOf, patternOf } from '../../src/disclosure/search/choices.ts';
import { holds, type Cut } from '../../src/disclosure/search/cut.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  PUBLISHABLE,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import { Separation } from '../../src/disclosure/search/separation.ts';
import type { Outcome, Solver } from '../../src/disclosure/program/solver.ts';
import { connectedComponents } from '../../src/disclosure/audit/component.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { toldTooClosely } from './brute-force.ts';
import { factsOf } from './facts.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';
import { optimal, scripted, UNDECIDED } from './scripted-solver.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261128);
let highs: Solver;
beforeAll(async () => {
  highs = await highsSolver();
});

/** Suppressed cells, tested or unknown, that can lie that far apart in fractions. */
function wideInFractions(problem: ProtectionProblem, suppressed: Uint8Array, width: number): Set<number> {
  const wide = new Set<number>();
  for (const { cells, program } of connectedComponents(eraseSuppressed(problem, suppressed), 2 * width)) {
    const loaded = highs.load(program);
    cells.forEach((cell, column) => {
      const [low, high] = [1, -1].map((direction) => {
        const cost = new Float64Array(cells.length);
        cost[column] = direction;
        const outcome = loaded.minimise(cost);
        return 'x' in outcome ? outcome.x[column]! : NaN;
      });
      if (high! - low! >= width - 1e-6) wide.add(cell);
    });
    loaded.close();
  }
  return wide;
}

interface Cell {
  readonly value: number;
  readonly lower: number;
  readonly upper?: number;
  readonly status?: typeof PUBLISHABLE | typeof PRIMARY | typeof UNPUBLISHED | undefined;
}

/** Cells by their position; a relation is its total first. */
function problemOf(cells: readonly Cell[], ...relations: readonly (readonly number[])[]): ProtectionProblem {
  const builder = new ProblemBuilder();
  for (const { value, lower, upper = Infinity, status = PUBLISHABLE } of cells) {
    builder.cell({ label: '', value, lower, upper, status });
  }
  for (const [total, ...parts] of relations) builder.relation(total!, parts);
  return builder.build();
}

const marks = (problem: ProtectionProblem, ...cells: number[]): Uint8Array =>
  Uint8Array.from(problem.values, (_, cell) => (cells.includes(cell) ? 1 : 0));

/** Cuts of a pattern that suppresses these cells. */
function cutsOf(problem: ProtectionProblem, width: number, ...cells: number[]) {
  const separation = new Separation(problem, choicesOf(problem), width, highs);
  return separation.cuts(marks(problem, ...cells), marks(problem)).map(plain);
}
const plain = ({ target, choice, coefficient, right }: Cut) => ({
  target,
  right,
  terms: [...choice].map((one, at) => [one, coefficient[at]]),
});

describe('an inequality', () => {
  /** 0 + 1 + 2 = 3, and 0 must be suppressed. */
  const sum = (own: Cell['status'] = PRIMARY): ProtectionProblem =>
    problemOf(
      [
        { value: 3, lower: 0, upper: 99, status: own },
        { value: 5, lower: 0 },
        { value: 6, lower: 5, upper: 6 },
        { value: 14, lower: 14, upper: 14 },
      ],
      [3, 0, 1, 2],
    );

  test('says how far each choice lets the cell move, as a share of the width and at most all of it', () => {
    expect(cutsOf(sum(), 2, 0)).toEqual([
      { target: 0, right: 1, terms: [[0, 1], [1, 0.5], [2, 0]] },
    ]); // prettier-ignore
  });

  test('asks nothing where the cell is not suppressed', () => {
    const terms = [[1, 1], [2, 0.5], [3, 0], [0, -1]]; // prettier-ignore
    expect(cutsOf(sum(PUBLISHABLE), 2, 0)).toEqual([{ target: 0, right: 0, terms }]);
  });

  test('gives what is always suppressed on the right, and what is suppressed by choice on the left', () => {
    const cells = (status: Cell['status']): Cell[] => [
      { value: 3, lower: 3, status: PRIMARY },
      { value: 5, lower: 4, upper: 9, status },
      { value: 500, lower: 0 },
      { value: 508, lower: 0 },
    ];
    const relation = [3, 0, 1, 2];
    expect(cutsOf(problemOf(cells(PRIMARY), relation), 2, 0, 1)).toEqual([
      { target: 0, right: 1, terms: [[0, 1], [1, 0]] },
    ]); // prettier-ignore
    expect(cutsOf(problemOf(cells(PUBLISHABLE), relation), 2, 0, 1)[0]).toEqual({
      target: 0,
      right: 1,
      terms: [[0, 0.5], [1, 1], [2, 0]],
    }); // prettier-ignore
  });

  test('is found once, and a pattern that breaks none is not looked at again', () => {
    const problem = problemOf(
      [
        { value: 3, lower: 0, status: PRIMARY },
        { value: 5, lower: 0 },
        { value: 8, lower: 0 },
      ],
      [2, 0, 1],
    );
    const { solver, asked } = scripted(({ program, cost }) => highs.load(program).minimise(cost));
    const separation = new Separation(problem, choicesOf(problem), 1, solver);
    expect(separation.cuts(marks(problem, 0), marks(problem))).toHaveLength(1);
    expect(asked).toHaveLength(2);
    expect(separation.cuts(marks(problem, 0), marks(problem))).toHaveLength(0);
    expect(asked).toHaveLength(4);
    expect(separation.cuts(marks(problem, 0), marks(problem))).toHaveLength(0);
    expect(asked).toHaveLength(4);
    expect(separation.work).toBe(4);
  });

  test('is not made of answers that contradict themselves, or are not the best', () => {
    const problem = problemOf([{ value: 3, lower: 0, status: PRIMARY }]);
    for (const answer of [
      { ...optimal(3), objective: -5 },
      { ...optimal(3), status: 'feasible' as const },
    ]) {
      const { solver } = scripted(() => answer);
      const separation = new Separation(problem, choicesOf(problem), 1, solver);
      expect(separation.cuts(marks(problem, 0), marks(problem))).toEqual([]);
    }
  });
});

describe('an inequality from the prices of two answers', () => {
  const answer = (x: number, objective: number, ...rowDual: number[]): Outcome => ({
    ...optimal(x),
    objective,
    rowDual: Float64Array.from(rowDual),
  });
  /** The terms that a solver of these answers gives for 0 + 1 = 2 and 1 + 3 = 4, of which 0 alone is suppressed. */
  function termsOf(width: number, low: Outcome, high: Outcome) {
    const cells: Cell[] = [
      { value: 3, lower: 0, status: PRIMARY },
      { value: 6, lower: 5, upper: 6 },
      { value: 9, lower: 9, upper: 9 },
      { value: 7, lower: 7, upper: 7 },
      { value: 13, lower: 13, upper: 13 },
    ];
    const problem = problemOf(cells, [2, 0, 1], [4, 1, 3]);
    const suppressed = marks(problem, 0);
    const answers = [low, high];
    const { solver } = scripted(() => answers.shift() ?? UNDECIDED);
    const [cut] = new Separation(problem, choicesOf(problem), width, solver).cuts(suppressed, marks(problem));
    return [...cut!.choice].map((choice, at) => [choice, cut!.coefficient[at]]);
  }

  test('has a whole right side where it is nearly whole, and only there', () => {
    const terms = (objective: number) => termsOf(2, answer(3, objective, 1), answer(3, -3, -1))[0];
    expect(terms(3.0000002)).toEqual([0, 0.5]);
    expect(terms(2.9999998)).toEqual([0, 0.5]);
    expect(terms(2.5)![1]).toBeCloseTo(1 / 1.5, 9);
    expect(terms(2.6)![1]).toBeCloseTo(1 / 1.6, 9);
  });

  test('counts what lets the cell move by nearly all of the width as all', () => {
    expect(termsOf(1, answer(3, 3, 1 - 2e-7), answer(3, -3, -1))[0]).toEqual([0, 1]);
    expect(termsOf(2, answer(3, 3, 2 - 4e-7), answer(3, -3))).toEqual([[0, 0], [1, 0]]); // prettier-ignore
    expect(termsOf(2, answer(3, 3), answer(3, -3, -2 + 4e-7))).toEqual([[0, 1], [1, 0]]); // prettier-ignore
  });

  test('leaves out what has hardly a price', () => {
    expect(termsOf(2, answer(3, 3, 5e-7), answer(3, -3))).toEqual([]);
  });
});

describe('the questions to the solver', () => {
  test('lead to 300 inequalities of a part at most', () => {
    const many = 302;
    const one = problemOf(
      Array.from({ length: many + 1 }, (_, cell) => ({ value: cell === many ? 2 * many : 2, lower: 0 })),
      [many, ...Array(many).keys()],
    );
    const { solver } = scripted(({ cost }) => ({
      ...optimal(...cost.map(() => 2)),
      objective: 2 * cost.reduce((sum, part) => sum + part, 0),
    }));
    const separation = new Separation(one, choicesOf(one), 1, solver);
    const suppressed = marks(one, ...Array(many).keys());
    expect(separation.cuts(suppressed, marks(one))).toHaveLength(300);
    expect(separation.cuts(suppressed, marks(one))).toHaveLength(2);
  });

  test('keep in mind the lowest and the highest of all answers', () => {
    const one = problemOf(
      [
        { value: 3, lower: 0, status: PRIMARY },
        { value: 5, lower: 0, status: PRIMARY },
        { value: 8, lower: 0 },
      ],
      [2, 0, 1],
    );
    const answers = [optimal(0, 3), optimal(5, 3), optimal(2, 8)];
    const { solver, asked } = scripted(() => answers.shift() ?? UNDECIDED);
    const proven = marks(one);
    new Separation(one, choicesOf(one), 5, solver).cuts(marks(one, 0, 1), proven);
    expect(asked.map(({ cost }) => [...cost])).toEqual([[-1, 1], [1, -1], [0, 1]]); // prettier-ignore
    expect([...proven]).toEqual([1, 1, 0]);
  });

  test('allow far more than the width where there is no upper bound', () => {
    const one = problemOf([{ value: 3, lower: 0, status: PRIMARY }]);
    const separation = new Separation(one, choicesOf(one), 5, highs);
    expect(separation.cuts(marks(one, 0), marks(one))).toEqual([]);
  });

  /** 0 + 1 + 2 = 5, 3 unknown and alone, 4 alone. */
  const problem = () =>
    problemOf(
      [
        { value: 3, lower: 0, status: PRIMARY },
        { value: 5, lower: 0, status: PRIMARY },
        { value: 4, lower: 0, status: PRIMARY },
        { value: 1, lower: 0, status: UNPUBLISHED },
        { value: 2, lower: 0, status: PRIMARY },
        { value: 13, lower: 0 },
      ],
      [5, 0, 1, 2, 3],
    );

  test('push many cells, each up and down by the bits of its position, and then single ones; no unknown cell', () => {
    const { solver, asked } = scripted(() => UNDECIDED);
    const one = problem();
    const separation = new Separation(one, choicesOf(one), 1, solver);
    expect(separation.cuts(marks(one, 0, 1, 2, 3, 4), marks(one))).toEqual([]);
    expect(asked.map(({ cost }) => [...cost].map((part) => part + 0))).toEqual([
      [-1, 1, -1, 0],
      [1, -1, 1, 0],
      [-1, -1, 1, 0],
      [1, 1, -1, 0],
      ...[[1, 0, 0, 0], [-1, 0, 0, 0], [0, 0, 1, 0], [0, 0, -1, 0], [0, 1, 0, 0], [0, -1, 0, 0]],
      ...[[1], [-1]],
    ]); // prettier-ignore
    expect(separation.work).toBe(10 * 4 + 2);
  });

  test('leave out cells that could move already, and end where none is left', () => {
    const one = problem();
    const { solver, asked } = scripted(() => UNDECIDED);
    const separation = new Separation(one, choicesOf(one), 1, solver);
    separation.cuts(marks(one, 0, 1, 2, 3), marks(one, 1, 2));
    expect(asked.every(({ cost }) => cost.subarray(1).every((part) => part === 0))).toBe(true);
    expect(asked).toHaveLength(6);
    const all = new Separation(one, choicesOf(one), 1, solver);
    all.cuts(marks(one, 0, 1, 2, 3), marks(one, 0, 1, 2));
    expect(asked).toHaveLength(6);
  });

  test('are not asked of larger parts than is said', () => {
    const one = problem();
    const { solver, asked } = scripted(() => UNDECIDED);
    const separation = new Separation(one, choicesOf(one), 1, solver);
    separation.cuts(marks(one, 0, 1, 2, 4), marks(one), 2);
    expect(asked.map(({ cost }) => cost.length)).toEqual([1, 1]);
    separation.cuts(marks(one, 0, 1, 2), marks(one), 3);
    expect(asked.length).toBeGreaterThan(2);
  });

  test('end for a cell where its lower end is far enough from another answer', () => {
    const one = problemOf([{ value: 3, lower: 0, status: PRIMARY }]);
    const answers = [optimal(3), optimal(1)];
    const { solver, asked } = scripted(() => answers.shift() ?? UNDECIDED);
    const proven = marks(one);
    expect(new Separation(one, choicesOf(one), 2, solver).cuts(marks(one, 0), proven)).toEqual([]);
    expect(asked).toHaveLength(2);
    expect([...proven]).toEqual([1]);
  });
});

describe('for cells that move in fractions only', () => {
  /** 0 + 1 + 2 = 3, 1 + 4 + 5 = 6; suppressed 0 and 1. */
  const problem = (own: Cell['status'] = PRIMARY) =>
    problemOf(
      [3, 4, 5, 12, 6, 7, 17].map((value, cell) => ({
        value,
        lower: 0,
        status: cell === 0 ? own : PUBLISHABLE,
      })),
      [3, 0, 1, 2],
      [6, 1, 4, 5],
    );
  const integerCuts = (
    one: ProtectionProblem,
    unsafe: number[],
    near: boolean,
    allowed = new Uint8Array(7).fill(1),
  ) =>
    new Separation(one, choicesOf(one), 1, highs)
      .integerCuts(marks(one, 0, 1), Int32Array.from(unsafe), allowed, near)
      .map(plain);

  test('something next to their part must be suppressed too, or next to themselves', () => {
    expect(integerCuts(problem(), [0], false)).toEqual([
      { target: 0, right: 1, terms: [[1, 1], [2, 1], [3, 1], [4, 1], [5, 1]] },
    ]); // prettier-ignore
    expect(integerCuts(problem(), [0], true)).toEqual([{ target: 0, right: 1, terms: [[1, 1], [2, 1]] }]); // prettier-ignore
  });

  test('or they are shown again, if that is a choice', () => {
    expect(integerCuts(problem(PUBLISHABLE), [1, 0], true)).toEqual([
      { target: 0, right: 0, terms: [[2, 1], [3, 1], [0, -1]] },
      { target: 1, right: 0, terms: [[2, 1], [3, 1], [4, 1], [5, 1], [6, 1], [1, -1]] },
    ]); // prettier-ignore
  });

  test('what is next to themselves counts only as far as it is allowed', () => {
    const some = (...choices: number[]) =>
      Uint8Array.from({ length: 7 }, (_, at) => (choices.includes(at) ? 1 : 0));
    expect(integerCuts(problem(), [0], true, some(2, 4))[0]!.terms).toEqual([[2, 1]]); // prettier-ignore
    expect(integerCuts(problem(), [0], true, some(4))[0]!.terms).toHaveLength(5);
  });

  test('what cannot be suppressed is no help', () => {
    const one = problemOf(
      [
        { value: 3, lower: 0 },
        { value: 0, lower: 0 },
        { value: 4, lower: 0, status: PRIMARY },
        { value: 7, lower: 0 },
      ],
      [3, 0, 1, 2],
    );
    for (const near of [true, false]) {
      const allowed = new Uint8Array(2).fill(1);
      const separation = new Separation(one, choicesOf(one), 1, highs);
      const cuts = separation.integerCuts(marks(one, 2), Int32Array.of(2), allowed, near);
      expect(cuts.map(plain)).toEqual([{ target: 2, right: 1, terms: [[0, 1], [1, 1]] }]); // prettier-ignore
    }
  });

  test('none is found twice', () => {
    const one = problem();
    const separation = new Separation(one, choicesOf(one), 1, highs);
    const again = () =>
      separation.integerCuts(marks(one, 0, 1), Int32Array.of(0), new Uint8Array(7).fill(1), true);
    expect([again().length, again().length]).toEqual([1, 0]);
  });
});

describe('of random problems, an inequality', () => {
  test('is broken by the pattern and obeyed by all safe ones; there is none only if all move in fractions', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const seen = { cuts: 0, safe: 0, none: 0, own: 0 };
    for (let round = 0; round < 14; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const width = 1 + Math.floor(random() * 3);
      const choices = choicesOf(problem);
      const many = choices.cost.length;
      if (many > 7) continue;
      const separation = new Separation(problem, choices, width, highs);
      const cuts: Cut[] = [];
      for (let pattern = 0; pattern < 2; pattern++) {
        const taken = Uint8Array.from(choices.cost, () => (random() < 0.4 ? 1 : 0));
        const suppressed = patternOf(choices, taken);
        const proven = marks(problem);
        const found = separation.cuts(suppressed, proven);
        const wide = wideInFractions(problem, suppressed, width);
        for (const cut of found) {
          expect(holds(cut, taken)).toBe(false);
          expect(wide.has(cut.target)).toBe(false);
        }
        proven.forEach((mark, cell) => mark === 1 && expect(wide.has(cell)).toBe(true));
        const isProtected = [...suppressed.keys()].every((cell) => suppressed[cell] !== 1 || wide.has(cell));
        if (isProtected) seen.none++;
        if (pattern === 0) expect(found.length === 0).toBe(isProtected);
        else if (isProtected) expect(found).toEqual([]);
        cuts.push(...found);
      }
      seen.cuts += cuts.length;
      seen.own += cuts.filter(({ right }) => right === 0).length;
      for (let mask = 0; mask < 1 << many; mask++) {
        const taken = Uint8Array.from(choices.cost, (_, choice) => (mask >> choice) & 1);
        const broken = cuts.filter((cut) => !holds(cut, taken));
        if (broken.length === 0 ? mask + 1 < 1 << many : mask % 4 !== round % 4) continue;
        const told = toldTooClosely(factsOf(problem, patternOf(choices, taken)), width);
        if (told.length === 0) {
          seen.safe++;
          expect({ round, mask, broken }).toEqual({ round, mask, broken: [] });
        }
      }
    }
    console.log(seen);
    expect(Math.min(seen.cuts, seen.safe, seen.none, seen.own)).toBeGreaterThan(1);
  });
});
