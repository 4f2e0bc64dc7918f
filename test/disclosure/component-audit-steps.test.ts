/** The audit of one connected component, step by step: solver, sweep, moves. */
import { ProgramBuilder } from '../../src/disclosure/program/program-builder.ts';
import type { Outcome, Solver } from '../../src/disclosure/program/solver.ts';
import { ComponentAudit, type Audit } from '../../src/disclosure/audit/component-audit.ts';
import { isFeasible, type Component } from '../../src/disclosure/audit/component.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { die } from './random-problem.ts';
import { optimal, scripted, UNDECIDED, type Asked } from './scripted-solver.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261127);
let highs: Solver;
beforeAll(async () => {
  highs = await highsSolver();
});

/** Column j is cell 10 + j, all of them tested; a row is its columns with their coefficients, and its sum. */
function systemOf(
  ends: readonly (readonly [number, number])[],
  rows: readonly { entries: readonly (readonly [number, number])[]; sum: number }[] = [],
): Component {
  const builder = new ProgramBuilder();
  for (const [lower, upper] of ends) builder.column(lower, upper);
  for (const { entries, sum } of rows) {
    for (const [column, coefficient] of entries) builder.entry(column, coefficient);
    builder.endRow(sum, sum);
  }
  const cells = Int32Array.from(ends, (_, column) => 10 + column);
  return { cells, tested: new Uint8Array(ends.length).fill(1), program: builder.build() };
}

const free = (many: number): Component => systemOf(Array.from({ length: many }, () => [0, 9]));

/** Only programs over the system itself are answered, each question once in its turn. */
const answering = (system: Component, answer: (asked: Asked) => Outcome) =>
  scripted((asked) => (asked.program.upper === system.program.upper ? answer(asked) : UNDECIDED));

const isSweep = ({ hint }: Asked): boolean => hint === 'warm-start';
const feasible = (...x: number[]): Outcome => ({ ...optimal(...x), status: 'feasible' });

const told = ({ unsafe, disclosed, undecided }: Audit) => ({
  unsafe: [...unsafe],
  disclosed: [...disclosed],
  undecided: [...undecided],
});

describe('the end of the matter', () => {
  test('is what the public ends of a cell leave, whatever the solver says', () => {
    const system = systemOf([
      [0, 2],
      [3, 4],
      [5, 5],
    ]);
    const found = new ComponentAudit(system, 2, scripted(() => UNDECIDED).solver).run();
    expect(told(found)).toEqual({ unsafe: [10, 11, 12], disclosed: [11, 12], undecided: [10] });
    expect(found).toMatchObject({ safe: false, witnesses: [] });
  });

  test('is not for cells that are not tested', () => {
    const system = { ...systemOf([[0, 9], [4, 4]]), tested: Uint8Array.of(1, 0) }; // prettier-ignore
    const found = new ComponentAudit(system, 1, highs).run();
    expect(told(found)).toEqual({ unsafe: [], disclosed: [], undecided: [] });
    expect(found.safe).toBe(true);
  });

  test.each([
    { what: 'clearly too close', low: 2.6, high: 3.4, isDisclosed: true },
    {
      what: 'too close by more than the solver may be off',
      low: 2.500005,
      high: 3.499999,
      isDisclosed: true,
    },
    { what: 'too close by no more than that', low: 2.5000002, high: 3.4999998, isDisclosed: false },
  ])('are two ends in fractions: $what', ({ low, high, isDisclosed }) => {
    const system = free(1);
    const { solver } = answering(system, ({ cost }) => optimal(cost[0]! > 0 ? low : high));
    const found = new ComponentAudit(system, 1, solver).run();
    expect(told(found)).toEqual({
      unsafe: [10],
      disclosed: isDisclosed ? [10] : [],
      undecided: isDisclosed ? [] : [10],
    });
    expect(found.witnesses).toEqual([{ cells: system.cells, values: Float64Array.of(3) }]);
  });

  test('are not two answers of which one or the other is only the best within a limit', () => {
    for (const limited of [1, -1, 0]) {
      const system = free(1);
      const { solver } = answering(system, ({ cost }) =>
        Math.sign(cost[0]!) === limited || limited === 0 ? feasible(3) : optimal(3),
      );
      expect(told(new ComponentAudit(system, 1, solver).run())).toMatchObject({
        disclosed: [],
        undecided: [10],
      });
    }
  });

  test('are two moves that there are not, if these are all that a width of 1 needs', () => {
    for (const status of ['infeasible', 'undecided'] as const) {
      const system = free(1);
      const { solver } = scripted((asked) => (isSweep(asked) ? feasible(4) : { status }));
      const found = new ComponentAudit(system, 1, solver).run();
      expect(told(found)).toMatchObject(
        status === 'infeasible' ? { disclosed: [10], undecided: [] } : { disclosed: [], undecided: [10] },
      );
    }
  });

  test('is not one direction in which there is no move, while the other is open', () => {
    for (const end of [0, 9]) {
      const system = free(1);
      const { solver } = scripted((asked) => (isSweep(asked) ? feasible(end) : UNDECIDED));
      expect(told(new ComponentAudit(system, 1, solver).run())).toMatchObject({ undecided: [10] });
    }
  });

  test('are no two moves for a wider cell: other tables may lie on both sides of the first', () => {
    const system = systemOf([[0, 2]]);
    const { solver, asked } = answering(system, ({ integer, cost }) => {
      if (!integer) return feasible(1);
      return optimal(cost[0]! > 0 ? 0 : 2);
    });
    const found = new ComponentAudit(system, 2, solver).run();
    expect(found.safe).toBe(true);
    expect(asked.at(-1)).toMatchObject({ integer: true });
  });
});

describe('a table of the solver', () => {
  test('is rounded, and no witness holds a negative zero', () => {
    const system = free(1);
    const { solver } = answering(system, ({ cost }) => optimal(cost[0]! > 0 ? -0.2 : 8.7));
    const { witnesses } = new ComponentAudit(system, 1, solver).run();
    expect(witnesses.map(({ values }) => [...values])).toEqual([[9], [0]]);
  });

  test('counts within a limit too, for it is checked', () => {
    const system = free(1);
    const { solver } = answering(system, ({ cost }) => feasible(cost[0]! > 0 ? 0 : 9));
    expect(new ComponentAudit(system, 9, solver).run().safe).toBe(true);
    const beyond = answering(system, ({ cost }) => optimal(cost[0]! > 0 ? 0 : 10));
    expect(new ComponentAudit(system, 9, beyond.solver).run()).toMatchObject({ safe: false });
  });
});

describe('the sweep', () => {
  test('proves cells that may all lie anywhere by two programs', () => {
    expect(new ComponentAudit(free(64), 9, highs).run()).toMatchObject({ safe: true, solved: 2 });
  });

  test('pushes cells up and down by the bits of their position, until four in turn tell nothing', () => {
    const system = free(5);
    const { solver, asked } = answering(system, () => UNDECIDED);
    const { solved } = new ComponentAudit(system, 1, solver).run();
    const [many, each] = [asked.filter(isSweep).slice(0, 4), asked.filter(isSweep).slice(4)];
    expect(many.map(({ cost }) => [...cost])).toEqual([
      [-1, 1, -1, 1, -1],
      [1, -1, 1, -1, 1],
      [-1, -1, 1, 1, -1],
      [1, 1, -1, -1, 1],
    ]);
    const one = (column: number, direction: number) => Array.from({ length: 5 }, (_, at) => (at === column ? direction : 0)); // prettier-ignore
    expect(each.map(({ cost }) => [...cost])).toEqual(
      [0, 1, 2, 3, 4].flatMap((column) => [one(column, 1), one(column, -1)]),
    );
    expect(solved).toBe(14);
  });

  test('does not ask of a single cell what it has asked', () => {
    const { solver } = scripted(() => UNDECIDED);
    expect(new ComponentAudit(free(1), 1, solver).run().solved).toBe(4);
  });

  test('goes on after its first table, and after one that proves a quarter of the cells', () => {
    const system = free(8);
    const tables = [feasible(0, 0, 0, 0, 0, 0, 0, 0), UNDECIDED, feasible(9, 9, 0, 0, 0, 0, 0, 0)];
    const { solver, asked } = answering(system, () => tables.shift() ?? UNDECIDED);
    new ComponentAudit(system, 9, solver).run();
    const many = asked.filter(({ cost }) => cost.filter((one) => one !== 0).length > 1);
    expect(many.map(({ cost }) => cost[0] !== 0)).toEqual([true, true, true, false, false, false, false]);
    const single = asked.slice(many.length).map(({ cost }) => cost.findIndex((one) => one !== 0));
    expect(new Set(single.slice(0, 12))).toEqual(new Set([2, 3, 4, 5, 6, 7]));
  });

  test('counts its first table as news once', () => {
    const system = free(8);
    const first = [feasible(0, 0, 0, 0, 0, 0, 0, 0)];
    const { solver, asked } = answering(system, () => first.shift() ?? UNDECIDED);
    new ComponentAudit(system, 9, solver).run();
    expect(asked.findIndex(({ cost }) => cost.includes(0))).toBe(5);
  });

  test('asks no more of a cell that a table for another one has proved', () => {
    const system = free(2);
    let single = 0;
    const { solver, asked } = answering(system, ({ cost }) =>
      cost.includes(0) ? (single++ === 0 ? feasible(0, 0) : feasible(9, 9)) : UNDECIDED,
    );
    expect(new ComponentAudit(system, 9, solver).run().safe).toBe(true);
    expect(asked.filter(isSweep)).toHaveLength(6);
  });

  test('is spared above 2,000 columns, and so are whole numbers over all of them', () => {
    for (const { many, loads } of [
      { many: 2000, loads: [false, false, true] },
      { many: 2001, loads: [] },
    ]) {
      const system = { ...free(many), tested: new Uint8Array(many).fill(1, 0, 1) };
      const zero = optimal(...new Array<number>(many).fill(0));
      const { solver, loaded } = scripted(({ hint, program }) =>
        program.lower.length === many && hint === 'single' ? zero : UNDECIDED,
      );
      new ComponentAudit(system, 1, solver).run();
      const whole = loaded.filter(({ hint }) => hint === 'warm-start');
      expect(whole.map(({ program }) => program.integer)).toEqual(loads);
    }
  });
});

describe('where the sweep gave no table', () => {
  /** Questions for a corner have a column for each cell, those for the centre more. */
  const isCorner = ({ hint, cost }: Asked, cells: number): boolean =>
    hint === 'single' && cost.length === cells;

  test('three corners and a centre without one are the end', () => {
    const { solver, asked } = scripted(() => UNDECIDED);
    expect(told(new ComponentAudit(free(3), 1, solver).run()).undecided).toEqual([10, 11, 12]);
    expect(asked.filter(({ hint }) => hint === 'single').map(({ cost }) => cost.length)).toEqual([
      3, 3, 3, 9,
    ]);
  });

  test('others are looked for where cells without proof lie far away, until three in turn tell little', () => {
    const tables = [optimal(0, 0, 0, 0), optimal(9, 9, 0, 0)];
    const { solver, asked } = scripted((question) =>
      isCorner(question, 4) ? (tables.shift() ?? optimal(9, 9, 0, 0)) : UNDECIDED,
    );
    const found = new ComponentAudit(free(4), 9, solver).run();
    expect(told(found).unsafe).toEqual([12, 13]);
    const costs = asked.filter((question) => isCorner(question, 4)).map(({ cost }) => cost.map(Math.abs));
    expect(costs).toHaveLength(5);
    for (const cost of costs.slice(0, 2)) expect(Math.max(cost[0]!, cost[1]!)).toBeGreaterThan(0.02);
    for (const cost of costs.slice(2)) expect(Math.max(cost[0]!, cost[1]!)).toBeLessThan(0.01);
    expect(costs.some((cost) => Math.max(cost[2]!, cost[3]!) > 0.1)).toBe(true);
  });

  test.each([
    { what: 'after three corners that are the same as the first', second: [0, 0, 0, 0], corners: 4 },
    { what: 'after three of which one proves no more than a quarter', second: [9, 0, 0, 0], corners: 4 },
  ])('the search ends $what', ({ second, corners }) => {
    const tables = [optimal(0, 0, 0, 0), optimal(...second)];
    const { solver, asked } = scripted((question) =>
      isCorner(question, 4) ? (tables.shift() ?? optimal(0, 0, 0, 0)) : UNDECIDED,
    );
    new ComponentAudit(free(4), 9, solver).run();
    expect(asked.filter((question) => isCorner(question, 4))).toHaveLength(corners);
  });

  test('and every cell is proved by corners, nothing more is asked', () => {
    const tables = [optimal(0), optimal(9)];
    const { solver, asked } = scripted(({ hint }) => (hint === 'single' ? tables.shift()! : UNDECIDED));
    expect(new ComponentAudit(free(1), 9, solver).run().safe).toBe(true);
    expect(asked.filter(({ hint }) => hint !== 'warm-start')).toHaveLength(2);
  });

  test('corners, the centre and moves tell of crossed tables what the whole audit tells', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const seen = { safe: 0, unsafe: 0 };
    for (let round = 0; round < 4; round++) {
      const system = cube(random, 3);
      const { solver } = scripted(({ hint, program, cost }) => {
        if (hint === 'warm-start') return UNDECIDED;
        const loaded = highs.load(program, undefined, hint);
        const outcome = loaded.minimise(cost);
        loaded.close();
        return outcome;
      });
      const found = new ComponentAudit(system, 1, solver).run();
      const expected = new ComponentAudit(system, 1, highs).run();
      expect({ round, ...told(found) }).toEqual({ round, ...told(expected) });
      for (const { values } of found.witnesses) expect(isFeasible(system.program, values)).toBe(true);
      seen.unsafe += found.unsafe.length;
      seen.safe += system.cells.length - found.unsafe.length;
    }
    console.log(seen);
    expect(Math.min(seen.safe, seen.unsafe)).toBeGreaterThan(5);
  });
});

describe('moves from the first table', () => {
  /** Answers of HiGHS, but for programs over the whole system, which all give the same table. */
  function from(table: readonly number[]) {
    return scripted(({ hint, program, cost }) => {
      if (hint === 'warm-start') return feasible(...table);
      const loaded = highs.load(program, undefined, hint);
      const outcome = loaded.minimise(cost);
      loaded.close();
      return outcome;
    });
  }

  test('are looked for once where one moves several cells by the width', () => {
    const system = systemOf([[0, 10], [0, 10]], [{ entries: [[0, 1], [1, 1]], sum: 10 }]); // prettier-ignore
    const { solver, loaded } = from([5, 5]);
    const found = new ComponentAudit(system, 1, solver).run();
    expect(found).toMatchObject({ safe: true, solved: 4 + 4 + 1 });
    expect(loaded.filter(({ hint }) => hint === 'near-zero')).toHaveLength(1);
    expect(found.witnesses.map(({ values }) => [...values])).toEqual([[5, 5], [6, 4]]); // prettier-ignore
  });

  test('that take a cell along by less than the width do not prove it', () => {
    const system = systemOf([[0, 40], [0, 20]], [{ entries: [[0, 1], [1, -2]], sum: 0 }]); // prettier-ignore
    const { solver, loaded } = from([20, 10]);
    expect(new ComponentAudit(system, 2, solver).run().safe).toBe(true);
    expect(loaded.filter(({ hint }) => hint === 'near-zero')).toHaveLength(2);
  });

  test('are looked for in both directions, near and then thoroughly', () => {
    const { solver, loaded } = scripted((asked) => (isSweep(asked) ? feasible(4) : UNDECIDED));
    new ComponentAudit(free(1), 1, solver).run();
    expect(loaded.filter(({ hint }) => hint === 'near-zero')).toHaveLength(4);
  });

  test('go down where they cannot go up', () => {
    const { solver } = from([9]);
    const found = new ComponentAudit(free(1), 2, solver).run();
    expect(found.witnesses.map(({ values }) => [...values])).toEqual([[9], [7]]);
  });
});

describe('what moves leave open', () => {
  test('is judged in fractions, and in whole numbers only if that settles nothing', () => {
    const wide = (cost: Float64Array): Outcome => (cost.includes(1) ? optimal(0, 0) : optimal(9, 9));
    const cases = [
      { safe: true, inFractions: wide, loads: [false] },
      { safe: false, inFractions: () => optimal(0.4, 0.4), loads: [false, false] },
      { safe: true, inFractions: () => UNDECIDED, loads: [false, true] },
    ];
    for (const { safe, inFractions, loads } of cases) {
      const system = free(2);
      let left = 8;
      const { solver, loaded } = answering(system, ({ integer, cost }) => {
        if (left-- > 0) return feasible(0, 0);
        return integer ? wide(cost) : inFractions(cost);
      });
      expect(new ComponentAudit(system, 9, solver).run().safe).toBe(safe);
      const [, ...own] = loaded.filter(({ hint }) => hint === 'warm-start');
      expect(own.map(({ program }) => program.integer)).toEqual(loads);
    }
  });
});

describe('what moves leave open in a large system', () => {
  const MANY = 2001;
  /** Only the first cell is tested. Corners and the first cell alone give the same value everywhere. */
  function judged(
    value: number,
    beyond: (ends: { lower: number; upper: number }) => Outcome,
    alone: Outcome = UNDECIDED,
  ) {
    const everywhere = (one: number): Outcome => optimal(...new Array<number>(MANY).fill(one));
    const system = { ...free(MANY), tested: new Uint8Array(MANY).fill(1, 0, 1) };
    const { solver } = scripted(({ hint, program, cost }) => {
      if (hint !== 'single' || cost.length !== MANY) return UNDECIDED;
      const ends = { lower: program.lower[0]!, upper: program.upper[0]! };
      if (ends.lower > 0 || ends.upper < 9) return beyond(ends);
      return Math.abs(cost[0]!) === 1 ? alone : everywhere(value);
    });
    const audit = new ComponentAudit(system, 4, solver).run();
    return { ...told(audit), tables: audit.witnesses.map(({ values }) => values[0]) };
  }

  test('is looked for beyond what is known of the cell, first above and then below', () => {
    const ends: { lower: number; upper: number }[] = [];
    const none = (one: { lower: number; upper: number }): Outcome => {
      ends.push(one);
      return UNDECIDED;
    };
    expect(judged(4, none).undecided).toEqual([10]);
    expect(ends).toEqual([
      { lower: 8, upper: 9 },
      { lower: 0, upper: 0 },
    ]);
    ends.length = 0;
    expect(judged(6, none).undecided).toEqual([10]);
    expect(ends).toEqual([{ lower: 0, upper: 2 }]);
  });

  test('is proved by such a table on either side', () => {
    const at = (one: number) => optimal(...new Array<number>(MANY).fill(0).with(0, one));
    expect(judged(4, ({ lower }) => (lower > 0 ? at(8) : UNDECIDED)).tables).toEqual([4, 8]);
    expect(judged(4, ({ lower }) => (lower > 0 ? UNDECIDED : at(0))).tables).toEqual([4, 0]);
  });

  test('is told where its ends lie too close in fractions', () => {
    const close = optimal(...new Array<number>(MANY).fill(4.4));
    expect(judged(4, () => UNDECIDED, close)).toMatchObject({ disclosed: [10], undecided: [] });
  });
});

/** A cube of whole numbers of which every line sum is known. */
function cube(random: () => number, size: number): Component {
  const values = Array.from({ length: size ** 3 }, () => Math.floor(random() * 3));
  const rows = [1, size, size * size].flatMap((step) =>
    [...values.keys()]
      .filter((first) => Math.floor(first / step) % size === 0)
      .map((first) => Array.from({ length: size }, (_, at) => first + at * step)),
  );
  return systemOf(
    values.map(() => [0, 2]),
    rows.map((row) => ({
      entries: row.map((column) => [column, 1] as const),
      sum: row.reduce((sum, column) => sum + values[column]!, 0),
    })),
  );
}
