/** Connected components of suppressed cells and their relations. */
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  maySuppress,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { ProgramBuilder } from '../../src/disclosure/program/program-builder.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import { connectedComponents, isFeasible } from '../../src/disclosure/audit/component.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260501);

const someHidden = (problem: ProtectionProblem, random: () => number): Uint8Array =>
  Uint8Array.from(problem.values, (_, cell) => (maySuppress(problem, cell) && random() < 0.6 ? 1 : 0));

/** Suppressed parts of at least 1 each below open totals: one row per list of parts. */
function rowsOf(...lists: readonly number[][]) {
  const builder = new ProblemBuilder();
  const suppressed: number[] = [];
  for (const [row, parts] of lists.entries()) {
    const cells = parts.map((value, at) =>
      builder.cell({ label: `${row}/${at}`, value, lower: 1, upper: Infinity }),
    );
    const value = parts.reduce((sum, part) => sum + part, 0);
    builder.relation(builder.cell({ label: `${row}`, value, lower: 0, upper: Infinity }), cells);
    suppressed.push(...cells);
  }
  const problem = builder.build();
  const marks = Uint8Array.from(problem.values, (_, cell) => (suppressed.includes(cell) ? 1 : 0));
  return connectedComponents(eraseSuppressed(problem, marks), 2);
}

describe('what is left to guess', () => {
  test('is never narrowed past the true table', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    let narrowed = 0;
    for (let round = 0; round < 1500; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      for (const { cells, program } of connectedComponents(
        eraseSuppressed(problem, someHidden(problem, random)),
        2,
      )) {
        const truth = Float64Array.from(cells, (cell) => problem.values[cell]!);
        expect({ round, fits: isFeasible(program, truth) }).toEqual({ round, fits: true });
        for (const [column, cell] of cells.entries()) {
          if (program.lower[column]! > problem.lower[cell]!) narrowed++;
          if (program.upper[column]! < problem.upper[cell]!) narrowed++;
        }
      }
    }
    expect(narrowed).toBeGreaterThan(1000);
  });

  test('has the ends that each row leaves', () => {
    const [open, told] = rowsOf([3, 2, 4], [1, 1]);
    expect([...open!.program.lower]).toEqual([1, 1, 1]);
    expect([...open!.program.upper]).toEqual([7, 7, 7]);
    expect([...told!.program.upper]).toEqual([1, 1]);
  });
});

describe('the systems of a table', () => {
  /** 0 + 1 + 2 = 3 and 4 + 5 = 6; further pairs; 7 stands alone; 8 and 9 only below or above others. */
  function systemsOf(suppressed: readonly number[], pairs: readonly (readonly [number, number])[]) {
    const builder = new ProblemBuilder();
    [3, 4, 9, 16, 5, 6, 11, 2, 4, 7].forEach((value, cell) =>
      builder.cell({
        label: String(cell),
        value,
        status: cell === 2 ? UNPUBLISHED : PRIMARY,
        lower: cell === 0 ? -1 : 1,
        upper: cell === 5 ? 8 : Infinity,
      }),
    );
    builder.relation(3, [0, 1, 2]);
    builder.relation(6, [4, 5]);
    for (const [smaller, larger] of pairs) builder.atMost(smaller, larger);
    const problem = builder.build();
    const marks = problem.status.map((_, cell) => (suppressed.includes(cell) ? 1 : 0));
    return connectedComponents(eraseSuppressed(problem, marks), 10).map(({ cells, tested, program }) => ({
      cells: [...cells],
      tested: [...tested],
      lower: [...program.lower],
      upper: [...program.upper],
      rows: [...program.rowLower].map((lower, row) => [lower, program.rowUpper[row]]),
      entries: [...program.column].map((column, at) => [column, program.coefficient[at]]),
    }));
  }

  test('are connected by relations, know what is shown, and test what somebody publishes', () => {
    expect(systemsOf([0, 2, 4, 5, 7], [])).toEqual([
      {
        cells: [0, 2],
        tested: [1, 0],
        lower: [-1, 1],
        upper: [11, 13],
        rows: [[12, 12]],
        entries: [[0, 1], [1, 1]],
      },
      {
        cells: [4, 5],
        tested: [1, 1],
        lower: [3, 1],
        upper: [10, 8],
        rows: [[11, 11]],
        entries: [[0, 1], [1, 1]],
      },
      // Nothing is said of it: its end lies as far off as was asked, and by its own least value farther.
      { cells: [7], tested: [1], lower: [1], upper: [12], rows: [], entries: [] },
    ]); // prettier-ignore
  });

  test('are connected by pairs, whose shown cell is an end', () => {
    expect(systemsOf([7, 8, 9], [[7, 8], [8, 4], [5, 9], [0, 1]])).toEqual([
      {
        cells: [7, 8],
        tested: [1, 1],
        lower: [1, 1],
        upper: [5, 5],
        rows: [[-Infinity, 0], [-Infinity, 5]],
        entries: [[0, 1], [1, -1], [1, 1]],
      },
      // Room: 1 of its own least value, 10 that were asked for, 6 of the row.
      { cells: [9], tested: [1], lower: [6], upper: [18], rows: [[6, Infinity]], entries: [[0, 1]] },
    ]); // prettier-ignore
    const chain = systemsOf([4, 7, 8, 9], [[8, 9], [7, 4], [7, 9]]); // prettier-ignore
    expect(chain.map(({ cells }) => cells)).toEqual([[4, 7, 8, 9]]);
  });

  test('have ends that a total with suppressed parts leaves, and parts that their suppressed total leaves', () => {
    const [system] = systemsOf([0, 3], []);
    expect(system).toMatchObject({ lower: [-1, 12], rows: [[-13, -13]] });
    expect(system!.upper[1]! - system!.upper[0]!).toBe(13);
    // |-13| of the row, 1 + 1 of the least values, 10 for each.
    expect(system!.upper[1]).toBe(1 + 35);
  });
});

describe('ends', () => {
  /** Ends of parts and their total, all suppressed, after they were narrowed; values need not be told. */
  function endsOf(value: number[], given: readonly (readonly [number, number])[], rows: number[][]) {
    const builder = new ProblemBuilder();
    given.forEach(([lower, upper], cell) =>
      builder.cell({ label: '', value: value[cell]!, status: PRIMARY, lower, upper }),
    );
    for (const [total, ...parts] of rows) builder.relation(total!, parts);
    const [system] = connectedComponents(
      eraseSuppressed(builder.build(), new Uint8Array(value.length).fill(1)),
      10,
    );
    return [...system!.program.lower].map((lower, cell) => [lower, system!.program.upper[cell]]);
  }

  test('of a part follow from its total and the other parts, those of a total from its parts', () => {
    expect(endsOf([2, 5, 7], [[1, 3], [0, 50], [6, 9]], [[2, 0, 1]])).toEqual([[1, 3], [3, 8], [6, 9]]);
    expect(endsOf([2, 5, 7], [[1, 3], [4, 6], [0, 50]], [[2, 0, 1]])).toEqual([[1, 3], [4, 6], [5, 9]]);
    expect(endsOf([2, 5, 7], [[0, 50], [4, 6], [5, 7]], [[2, 0, 1]])).toEqual([[0, 3], [4, 6], [5, 7]]);
    expect(endsOf([-2, 5, 3], [[-3, -1], [-50, 50], [2, 4]], [[2, 0, 1]])).toEqual([[-3, -1], [3, 7], [2, 4]]);
  }); // prettier-ignore

  test('follow from several rows, whatever their order', () => {
    // 0 + 1 = 2 and 2 + 3 = 4: the total of the second bounds the parts of the first.
    const given = [[1, 50], [1, 50], [0, 50], [2, 50], [0, 9]] as const; // prettier-ignore
    const expected = [[1, 6], [1, 6], [2, 7], [2, 7], [4, 9]]; // prettier-ignore
    expect(endsOf([2, 3, 5, 4, 9], given, [[2, 0, 1], [4, 2, 3]])).toEqual(expected); // prettier-ignore
    expect(endsOf([2, 3, 5, 4, 9], given, [[4, 2, 3], [2, 0, 1]])).toEqual(expected); // prettier-ignore
  });
});

describe('a table that fits', () => {
  test('keeps every end of a program, also where no row does', () => {
    const builder = new ProgramBuilder();
    expect([builder.column(0, 3), builder.column(-2, 2)]).toEqual([0, 1]);
    builder.entry(1, 1);
    expect([builder.endRow(-1, 1), builder.endRow(0, 0)]).toEqual([0, 1]);
    const program = builder.build();
    const fits = (...table: number[]): boolean => isFeasible(program, Float64Array.from(table));
    expect([fits(0, 1), fits(3, -1)]).toEqual([true, true]);
    expect([fits(-1, 0), fits(4, 0), fits(0, 2), fits(0, -2)]).toEqual([false, false, false, false]);
  });

  test('is whole, within every end, and adds up', () => {
    const [system] = rowsOf([3, 2, 4]);
    const fits = (...table: number[]): boolean => isFeasible(system!.program, Float64Array.from(table));
    expect(fits(3, 2, 4)).toBe(true);
    expect(fits(7, 1, 1)).toBe(true);
    expect(fits(3, 2, 5)).toBe(false);
    expect(fits(3, 2, 3)).toBe(false);
    expect(fits(0, 5, 4)).toBe(false);
    expect(fits(9, -1, 1)).toBe(false);
    expect(fits(2.5, 2.5, 4)).toBe(false);
    expect(fits(NaN, 2, 4)).toBe(false);
  });
});
