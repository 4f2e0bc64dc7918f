/** The master problem of the cutting planes: the cheapest choice that all cuts allow. */
import type { Choices } from '../../src/disclosure/search/choices.ts';
import { holds, type Cut } from '../../src/disclosure/search/cut.ts';
import { Master } from '../../src/disclosure/search/master.ts';
import type { Outcome, Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { die } from './random-problem.ts';
import { optimal, scripted, UNDECIDED } from './scripted-solver.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261129);
const NODES = 1000;
let highs: Solver;
beforeAll(async () => {
  highs = await highsSolver();
});

/** As many choices as costs; the cells do not matter here. */
const choicesOf = (...cost: number[]): Choices => ({
  always: new Uint8Array(0),
  of: new Int32Array(0),
  cells: cost.map(() => []),
  cost: Float64Array.from(cost),
});

/** One of the choices at least, if the own one is taken; without an own one always. */
const cover = (target: number, choices: readonly number[], own?: number): Cut => ({
  target,
  choice: Int32Array.from(own === undefined ? choices : [...choices, own]),
  coefficient: Float64Array.from([...choices.map(() => 1), ...(own === undefined ? [] : [-1])]),
  right: own === undefined ? 1 : 0,
});

/** Marks by a word of 0 and 1. */
const marks = (word: string): Uint8Array => Uint8Array.from(word, Number);
const free = (many: number) => ({ allowed: new Uint8Array(many).fill(1), kept: new Uint8Array(many) });

function masterOf(choices: Choices, cuts: readonly Cut[], solver = highs): Master {
  const master = new Master(choices, solver);
  master.add(cuts);
  return master;
}

/** HiGHS, and what it was asked. */
const watched = () => scripted(({ program, cost, nodes }) => highs.load(program, nodes).minimise(cost));

const priceOf = ({ cost }: Choices, taken: Uint8Array): number =>
  cost.reduce((sum, one, choice) => sum + one * taken[choice]!, 0);

describe('the cheapest choice', () => {
  test('counts columns times branches of integer programs alone', () => {
    const circle = [cover(0, [0, 1]), cover(1, [1, 2]), cover(2, [2, 0])];
    const master = masterOf(choicesOf(1, 1, 1, 5), [...circle, cover(3, [3])]);
    // In fractions the circle costs 1.5, which is made whole without a program.
    master.solve(free(4), 0);
    expect(master.branches).toBe(0);
    master.solve(free(4), NODES);
    expect(master.branches).toBe(3 * NODES);
    master.solve(free(4), 7);
    expect(master.branches).toBe(3 * (NODES + 7));
  });

  test('is that of brute force, within the frame, and its bound lies nowhere above', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const below = (end: number): number => Math.floor(random() * end);
    const seen = { solved: 0, lost: 0, rough: 0 };
    for (let round = 0; round < 24; round++) {
      const many = 7;
      const scale = round % 2 === 0 ? 1 : 0.3;
      const choices = choicesOf(...Array.from({ length: many }, () => scale * (1 + below(5))));
      const cuts = Array.from({ length: 2 + below(6) }, (_, target): Cut => {
        const all = [...Array(many).keys()].filter(() => random() < 0.35);
        const cut = cover(target, all, random() < 0.3 && !all.includes(0) ? 0 : undefined);
        return { ...cut, coefficient: cut.coefficient.map((one) => (one > 0 && random() < 0.3 ? 0.5 : one)) };
      });
      const allowed = Uint8Array.from({ length: many }, () => (random() < 0.9 ? 1 : 0));
      const kept = allowed.map((mark) => (mark === 1 && random() < 0.1 ? 1 : 0));
      let least = Infinity;
      for (let mask = 0; mask < 1 << many; mask++) {
        const taken = kept.map((_, choice) => (mask >> choice) & 1);
        const isWithin = taken.every((one, at) => kept[at]! <= one && one <= allowed[at]!);
        if (!isWithin || !cuts.every((cut) => holds(cut, taken))) continue;
        // What no inequality asks about is not counted.
        const asked = taken.map((one, at) => (cuts.some(({ choice }) => choice.includes(at)) ? one : 0));
        least = Math.min(least, priceOf(choices, asked));
      }
      const master = masterOf(choices, cuts);
      const [exact, rough] = [NODES, 0].map((nodes) => master.solve({ allowed, kept }, nodes));
      expect(rough!.lost).toEqual(exact!.lost);
      expect(exact!.lost.length > 0).toBe(least === Infinity);
      if (least === Infinity) {
        seen.lost++;
        continue;
      }
      seen.solved++;
      expect(exact!.bound).toBeCloseTo(least, 5);
      expect(rough!.bound).toBeLessThanOrEqual(least + 1e-6);
      if (rough!.bound < least - 1e-6) seen.rough++;
      for (const { taken } of [exact!, rough!]) {
        expect(cuts.every((cut) => holds(cut, taken))).toBe(true);
        expect(taken.every((one, at) => kept[at]! <= one && one <= allowed[at]!)).toBe(true);
      }
      const paid = exact!.taken.map((one, at) => (cuts.some(({ choice }) => choice.includes(at)) ? one : 0));
      expect(priceOf(choices, paid)).toBeCloseTo(least, 5);
    }
    console.log(seen);
    expect(Math.min(seen.solved, seen.lost, seen.rough)).toBeGreaterThan(1);
  });

  /** Of three choices two at least, which half of each would do for in fractions. */
  const triangle = [cover(0, [0, 1]), cover(1, [1, 2]), cover(2, [0, 2])];

  test('has a bound in fractions, next whole number where all costs are whole', () => {
    const frame = free(3);
    expect(masterOf(choicesOf(3, 3, 3), triangle).solve(frame, 0)).toMatchObject({ bound: 5, lost: [] });
    const [taken, bound] = [choicesOf(0.5, 0.5, 0.5)].flatMap((choices) => {
      const answer = masterOf(choices, triangle).solve(frame, 0);
      return [answer.taken, answer.bound] as const;
    }) as [Uint8Array, number];
    expect(bound).toBeCloseTo(0.75);
    expect(taken.reduce((sum, one) => sum + one)).toBe(2);
    expect(masterOf(choicesOf(0.5, 0.5, 0.5), triangle).solve(frame, NODES).bound).toBeCloseTo(1);
  });

  test('is asked for in whole numbers only where the fractions are none, and only with nodes to spend', () => {
    for (const { cuts, nodes, asked } of [
      { cuts: triangle, nodes: 0, asked: [[false, 1]] },
      {
        cuts: triangle,
        nodes: 9,
        asked: [
          [false, 9],
          [true, 9],
        ],
      },
      { cuts: triangle.slice(1), nodes: 9, asked: [[false, 9]] },
    ]) {
      // prettier-ignore
      const { solver, loaded } = watched();
      masterOf(choicesOf(2, 2, 3), cuts, solver).solve(free(3), nodes);
      expect(loaded.map(({ program, nodes: own }) => [program.integer, own])).toEqual(asked);
    }
  });

  test('has no whole bound where some costs are fractions', () => {
    expect(masterOf(choicesOf(1, 0.6, 0.6), triangle).solve(free(3), 0).bound).toBeCloseTo(1.1);
  });

  test('is asked for by position', () => {
    const { solver, asked } = watched();
    masterOf(choicesOf(4, 7, 1, 3), [cover(0, [3, 1]), cover(1, [3, 0])], solver).solve(free(4), NODES);
    expect(asked.map(({ cost }) => [...cost])).toEqual([[4, 7, 3]]);
  });

  test('costs what is kept, and is not asked for where that is enough', () => {
    const { solver, asked } = watched();
    const master = masterOf(choicesOf(4, 7, 1), [cover(0, [0, 1])], solver);
    const frame = { allowed: marks('111'), kept: marks('011') };
    expect(master.solve(frame, NODES)).toEqual({ taken: marks('011'), bound: 7, lost: [] });
    expect(asked).toEqual([]);
  });

  test('may be the best within a limit, whose bound counts', () => {
    const answers: Outcome[] = [
      optimal(0.5, 0.5, 0.5),
      { ...optimal(0.9999999, 1, 0), status: 'feasible', bound: 3.2 },
    ];
    const { solver } = scripted(() => answers.shift()!);
    expect(masterOf(choicesOf(2, 2, 2), triangle, solver).solve(free(3), 5)).toEqual({
      taken: marks('110'),
      bound: 4,
      lost: [],
    });
  });

  test('is everything that is allowed, with no bound, where the solver has no answer', () => {
    const { solver } = scripted(() => UNDECIDED);
    const frame = { allowed: marks('1011'), kept: marks('0000') };
    expect(masterOf(choicesOf(2, 2, 2, 2), triangle, solver).solve(frame, NODES)).toEqual({
      taken: marks('1010'),
      bound: 0,
      lost: [],
    });
  });
});

describe('inequalities that share no choice', () => {
  const cuts = [cover(0, [0, 3]), cover(1, [1, 4]), cover(2, [4, 5])];
  const sizes = (loaded: readonly { program: { lower: Float64Array } }[]) =>
    loaded.map(({ program }) => program.lower.length);

  test('are solved apart', () => {
    const { solver, loaded } = watched();
    const answer = masterOf(choicesOf(1, 5, 1, 2, 6, 5), cuts, solver).solve(free(6), NODES);
    expect(answer).toEqual({ taken: marks('100010'), bound: 7, lost: [] });
    expect(sizes(loaded)).toEqual([2, 3]);
  });

  test('are solved again only where they, their frame or the nodes have changed', () => {
    const { solver, loaded } = watched();
    const master = masterOf(choicesOf(1, 5, 1, 2, 6, 5), cuts, solver);
    const first = master.solve(free(6), NODES);
    expect(master.solve(free(6), NODES)).toEqual(first);
    expect(loaded.splice(0)).toHaveLength(2);
    expect(master.solve({ ...free(6), allowed: marks('111101') }, NODES).taken).toEqual(marks('110001'));
    expect(sizes(loaded.splice(0))).toEqual([3]);
    expect(master.solve({ allowed: marks('111101'), kept: marks('000100') }, NODES).taken).toEqual(
      marks('010101'),
    );
    expect(loaded.splice(0)).toEqual([]);
    expect(master.solve({ allowed: marks('111101'), kept: marks('001100') }, NODES).taken).toEqual(
      marks('011101'),
    );
    expect(loaded.splice(0)).toEqual([]);
    master.add([cover(3, [0])]);
    expect(master.solve({ allowed: marks('111101'), kept: marks('000100') }, NODES).taken).toEqual(
      marks('110101'),
    );
    expect(sizes(loaded.splice(0))).toEqual([2]);
    master.solve({ allowed: marks('111101'), kept: marks('000100') }, NODES - 1);
    expect(sizes(loaded.splice(0)).toSorted()).toEqual([2, 3]);
  });

  test('and are of the same cell, are no less two', () => {
    const master = masterOf(choicesOf(1, 2, 3, 4), [cover(7, [0, 1]), cover(7, [2, 3])]);
    const answer = master.solve(free(4), NODES);
    expect(answer).toEqual({ taken: marks('1010'), bound: 4, lost: [] });
    expect(master.solve(free(4), NODES)).toEqual(answer);
  });

  test('become one when a further one joins them', () => {
    const { solver, loaded } = watched();
    const master = masterOf(choicesOf(1, 5, 1, 2, 6, 5), cuts, solver);
    master.add([cover(3, [5, 3])]);
    expect(master.solve(free(6), NODES).bound).toBe(1 + 2 - 1 + 6);
    expect(sizes(loaded.filter(({ program }) => !program.integer))).toEqual([5]);
  });
});

describe('what cannot be protected', () => {
  const lostOf = (cuts: readonly Cut[], allowed: string, kept = allowed.replaceAll('1', '0')) =>
    masterOf(choicesOf(1, 1, 1, 1, 1), cuts).solve({ allowed: marks(allowed), kept: marks(kept) }, NODES);

  test('is a cell that nothing helps, and the others are still protected', () => {
    const answer = lostOf([cover(1, []), cover(2, []), cover(3, [0, 1])], '10111');
    expect(answer).toEqual({ taken: marks('10000'), lost: [1, 2], bound: 1 });
  });

  test('is a cell whose help may not be taken, or cannot be protected itself', () => {
    expect(lostOf([cover(8, [0, 1]), cover(7, [2]), cover(7, [1, 2])], '10110').lost).toEqual([]);
    expect(lostOf([cover(8, [1]), cover(7, [1, 2])], '10110').lost).toEqual([8]);
    const chain = [cover(0, [1], 0), cover(1, [2], 1)];
    expect(lostOf([cover(8, [0]), ...chain, cover(9, [0, 3])], '11011').lost).toEqual([8]);
    expect(lostOf([cover(9, [0, 3]), cover(8, [0]), ...chain.toReversed()], '11011').lost).toEqual([8]);
    const half = { ...cover(8, [0, 1, 2]), coefficient: Float64Array.of(0.5, 0.4, 1) };
    expect(lostOf([half, cover(6, [2], 1), cover(5, [0])], '11011').lost).toEqual([8]);
  });

  test('is told without a program in whole numbers, and what may be taken stays as it was', () => {
    const { solver, asked } = watched();
    const frame = { allowed: marks('110'), kept: marks('000') };
    const master = masterOf(choicesOf(1, 1, 1), [cover(8, [0]), cover(0, [2], 0)], solver);
    expect(master.solve(frame, NODES)).toEqual({ taken: marks('000'), bound: 0, lost: [8] });
    expect(frame.allowed).toEqual(marks('110'));
    expect(asked.map(({ integer }) => integer)).toEqual([false]);
  });

  test('is told where fractions protect it, and whole choices do not', () => {
    const half = (own: number): Cut => ({ ...cover(own, [2], own), coefficient: Float64Array.of(0.5, -1) });
    for (const nodes of [0, NODES]) {
      const master = masterOf(choicesOf(1, 1, 1), [cover(8, [0, 1]), half(0), half(1)]);
      expect(master.solve(free(3), nodes)).toEqual({ taken: marks('000'), bound: 0, lost: [8] });
    }
  });

  test('is named once each, ascending', () => {
    expect(lostOf([cover(8, [0, 1]), cover(2, [1]), cover(8, [1])], '00111').lost).toEqual([2, 8]);
  });

  test('is every cell that must be protected, where what is kept stands against it', () => {
    expect(lostOf([cover(8, [1, 3]), cover(2, [3]), cover(1, [2], 1)], '11011', '01000').lost).toEqual([
      2, 8,
    ]);
  });

  test('is no less so where help by less than a solver may be off by is missing', () => {
    const nearly = { ...cover(0, [1], 0), coefficient: Float64Array.of(1 - 5e-7, -1) };
    expect(lostOf([cover(8, [0]), nearly, cover(9, [2]), cover(7, [0, 2])], '11000').lost).toEqual([9]);
    const missing = { ...nearly, coefficient: Float64Array.of(1 - 1e-4, -1) };
    expect(lostOf([cover(8, [0]), missing], '11000').lost).toEqual([8]);
  });
});
