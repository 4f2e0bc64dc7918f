/** The audit: which suppressed cells a reader can narrow down, and which are proven wide enough. */
import { audit, type Audit } from '../../src/disclosure/audit/audit.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  suppressTogether,
  maySuppress,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { toldTooClosely } from './brute-force.ts';
import { factsOf } from './facts.ts';
import { fits } from './fits.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260401);
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** A pattern by the throw of a die, with whatever must be suppressed together. */
function randomPattern(problem: ProtectionProblem, random: () => number): Uint8Array {
  const suppressed = Uint8Array.from(problem.values, (_, cell) => {
    if (!maySuppress(problem, cell)) return 0;
    return problem.status[cell] === PRIMARY || random() < 0.4 ? 1 : 0;
  });
  suppressTogether(problem, suppressed);
  return suppressed;
}

const NOTHING = new Float64Array(0);

/** What a false solver need not do. */
const UNMOVED = { boundRow: () => {}, boundColumn: () => {}, addRow: () => {}, close: () => {} };

describe('the audit', () => {
  test('agrees with brute force on more than a thousand random patterns, cell by cell', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const seen = { tables: 0, suppressed: 0, unsafe: 0 };
    for (let round = 0; round < 1400; round++) {
      const shape = SHAPES[round % SHAPES.length]!;
      const problem = randomProblem(random, shape);
      const suppressed = randomPattern(problem, random);
      const width = 1 + Math.floor(random() * 3);
      const found = audit(eraseSuppressed(problem, suppressed), width, solver);
      const expected = toldTooClosely(factsOf(problem, suppressed), width);
      expect({ round, shape, unsafe: [...found.unsafe] }).toEqual({ round, shape, unsafe: expected });
      expect(found.safe).toBe(expected.length === 0);
      seen.tables++;
      seen.suppressed += suppressed.reduce((sum, mark) => sum + mark, 0);
      seen.unsafe += expected.length;
    }
    console.log(
      `audited ${seen.suppressed} suppressed cells of ${seen.tables} problems, ${seen.unsafe} told too closely`,
    );
    expect(seen.unsafe).toBeGreaterThan(100);
    expect(seen.suppressed - seen.unsafe).toBeGreaterThan(100);
  });

  test('lets unpublished cells take any feasible value, and does not test them', () => {
    const random = die(SEED + 3);
    const seen = { safer: 0, unsafe: 0 };
    for (let round = 0; round < 200; round++) {
      const drawn = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const status = drawn.status.map((own) => (random() < 0.2 ? UNPUBLISHED : own));
      const problem = { ...drawn, status };
      const known = randomPattern(drawn, random);
      const suppressed = known.map((mark, cell) => (status[cell] === UNPUBLISHED ? 1 : mark));
      const found = audit(eraseSuppressed(problem, suppressed), 1, solver);
      const told = toldTooClosely(factsOf(problem, suppressed), 1);
      expect([...found.unsafe]).toEqual(told.filter((cell) => status[cell] !== UNPUBLISHED));
      seen.unsafe += found.unsafe.length;
      if (found.unsafe.length < audit(eraseSuppressed(drawn, known), 1, solver).unsafe.length) seen.safer++;
    }
    expect(Math.min(seen.safer, seen.unsafe)).toBeGreaterThan(20);
  });

  test('calls disclosed what is proved so, and leaves nothing undecided in small problems', () => {
    const random = die(SEED + 4);
    for (let round = 0; round < 100; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const found = audit(eraseSuppressed(problem, randomPattern(problem, random)), 2, solver);
      expect([...found.undecided]).toEqual([]);
      expect(found.disclosed).toEqual(found.unsafe);
    }
  });

  test('keeps witnesses that fit everything published and prove each safe cell', () => {
    const random = die(SEED + 1);
    for (let round = 0; round < 100; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const suppressed = randomPattern(problem, random);
      const published = eraseSuppressed(problem, suppressed);
      const found = audit(published, 2, solver);
      const lowest = new Map<number, number>();
      const highest = new Map<number, number>();
      for (const { cells, values } of found.witnesses) {
        const table = problem.values.slice();
        cells.forEach((cell, at) => {
          table[cell] = values[at]!;
          lowest.set(cell, Math.min(lowest.get(cell) ?? Infinity, values[at]!));
          highest.set(cell, Math.max(highest.get(cell) ?? -Infinity, values[at]!));
        });
        expect(fits(published, table)).toBe(true);
      }
      const proven = [...lowest.keys()]
        .filter((cell) => highest.get(cell)! - lowest.get(cell)! >= 2)
        .sort((a, b) => a - b);
      const safe = [...suppressed.keys()].filter(
        (cell) => suppressed[cell] === 1 && !found.unsafe.includes(cell),
      );
      expect(proven).toEqual(safe);
    }
  });

  test('remembers of a system what it found, and mistakes no other for it', () => {
    const random = die(SEED + 5);
    for (let round = 0; round < 30; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const memory = new Map<string, Audit>();
      for (let step = 0; step < 6; step++) {
        const published = eraseSuppressed(problem, randomPattern(problem, random));
        const alone = audit(published, 2, solver);
        const remembering = audit(published, 2, solver, { memory });
        const again = audit(published, 2, solver, { memory });
        expect([...remembering.unsafe]).toEqual([...alone.unsafe]);
        expect(again).toEqual(remembering);
        const status = problem.status.map((own) => (own === PRIMARY ? own : UNPUBLISHED));
        const untested = eraseSuppressed({ ...problem, status }, published.suppressed);
        expect([...audit(untested, 2, solver, { memory }).unsafe]).toEqual(
          [...alone.unsafe].filter((cell) => status[cell] === PRIMARY),
        );
      }
    }
  });

  test('sees the same where only suppressed values differ', () => {
    const random = die(SEED + 2);
    let pairs = 0;
    for (let round = 0; round < 100; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const suppressed = randomPattern(problem, random);
      const first = audit(eraseSuppressed(problem, suppressed), 2, solver);
      const witness = first.witnesses.find(({ cells, values }) =>
        cells.some((cell, at) => problem.values[cell] !== values[at]),
      );
      if (!witness) continue;
      const values = problem.values.slice();
      witness.cells.forEach((cell, at) => (values[cell] = witness.values[at]!));
      expect(eraseSuppressed({ ...problem, values }, suppressed)).toEqual(
        eraseSuppressed(problem, suppressed),
      );
      expect(audit(eraseSuppressed({ ...problem, values }, suppressed), 2, solver)).toEqual(first);
      pairs++;
    }
    expect(pairs).toBeGreaterThan(25);
  });

  test('looks for feasible tables where the ends of the LP relaxation are fractional', () => {
    // x + y = 10, y + z = 10, x + z = t with t from 5 to 9: x ends at 2.5 and 4.5, but whole tables have 3 and 4.
    const builder = new ProblemBuilder();
    const add = (label: string, value: number, lower: number, upper: number): number =>
      builder.cell({ label, value, lower, upper });
    const [x, y, z] = [add('x', 3, 1, 20), add('y', 7, 1, 20), add('z', 3, 1, 20)];
    const t = add('t', 6, 5, 9);
    builder.relation(add('x and y', 10, 1, 20), [x, y]);
    builder.relation(add('y and z', 10, 1, 20), [y, z]);
    builder.relation(t, [x, z]);
    const published = eraseSuppressed(builder.build(), Uint8Array.from([1, 1, 1, 1, 0, 0]));
    expect([...audit(published, 1, solver).unsafe]).toEqual([]);
    expect([...audit(published, 2, solver).unsafe]).toEqual([x, y, z]);
  });

  test('takes an answer that the solver does not give as no proof', () => {
    const problem = randomProblem(die(5), SHAPES[2]!);
    const suppressed = Uint8Array.from(problem.values, (_, cell) => (maySuppress(problem, cell) ? 1 : 0));
    const silent: Solver = { load: () => ({ ...UNMOVED, minimise: () => ({ status: 'undecided' }) }) };
    const found = audit(eraseSuppressed(problem, suppressed), 1, silent);
    expect([...found.unsafe]).toEqual([...suppressed.keys()].filter((cell) => suppressed[cell] === 1));
  });

  test('believes no table of the solver that does not add up', () => {
    const problem = randomProblem(die(5), SHAPES[2]!);
    const suppressed = Uint8Array.from(problem.values, (_, cell) => (maySuppress(problem, cell) ? 1 : 0));
    let asked = 0;
    const lying: Solver = {
      load: ({ lower }) => ({
        ...UNMOVED,
        minimise: () => {
          const x = lower.map((end) => end + 7 * asked++);
          return { status: 'optimal', objective: 0, bound: 0, x, rowDual: NOTHING, columnDual: NOTHING };
        },
      }),
    };
    expect(audit(eraseSuppressed(problem, suppressed), 1, lying).safe).toBe(false);
  });

  test('says of all systems together whether they are safe, and how much work they were', () => {
    const builder = new ProblemBuilder();
    const add = (value: number, lower: number, upper: number): number =>
      builder.cell({ label: '', value, status: PRIMARY, lower, upper });
    const [one, other, free, narrow] = [add(5, 0, 99), add(5, 0, 99), add(5, 0, Infinity), add(5, 5, 6)];
    builder.relation(builder.cell({ label: '', value: 10, lower: 0, upper: 99 }), [one, other]);
    const problem = builder.build();
    const found = (...cells: number[]): Audit =>
      audit(eraseSuppressed(problem, problem.status.map((_, cell) => (cells.includes(cell) ? 1 : 0))), 4, solver); // prettier-ignore
    const [pair, alone, both] = [found(one, other), found(free), found(one, other, free)];
    expect([pair.safe, alone.safe, both.safe]).toEqual([true, true, true]);
    expect(Math.min(pair.solved, alone.solved)).toBeGreaterThan(0);
    expect(both.solved).toBe(pair.solved + alone.solved);
    expect(found(narrow, one, other)).toMatchObject({ safe: false, unsafe: Int32Array.of(narrow) });
    expect(found(one, free)).toMatchObject({ safe: false, unsafe: Int32Array.of(one) });
  });

  test('refuses a width that is no whole number of at least 1', () => {
    const problem = randomProblem(die(5), SHAPES[0]!);
    const published = eraseSuppressed(problem, new Uint8Array(problem.values.length));
    for (const width of [0, -1, 0.5, NaN])
      expect(() => audit(published, width, solver)).toThrow('an integer ≥ 1');
  });
});
