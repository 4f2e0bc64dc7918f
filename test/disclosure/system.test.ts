import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import { mayHide, type Problem } from '../../src/disclosure/problem.ts';
import { publish } from '../../src/disclosure/published.ts';
import { guessingSystems, satisfies } from '../../src/disclosure/system.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260501);

const someHidden = (problem: Problem, random: () => number): Uint8Array =>
  Uint8Array.from(problem.values, (_, cell) => (mayHide(problem, cell) && random() < 0.6 ? 1 : 0));

/** Hidden parts of at least 1 each below open totals: one row per list of parts. */
function rowsOf(...lists: readonly number[][]) {
  const builder = new ProblemBuilder();
  const hidden: number[] = [];
  for (const [row, parts] of lists.entries()) {
    const cells = parts.map((value, at) =>
      builder.cell({ label: `${row}/${at}`, value, lower: 1, upper: Infinity }),
    );
    const value = parts.reduce((sum, part) => sum + part, 0);
    builder.relation(builder.cell({ label: `${row}`, value, lower: 0, upper: Infinity }), cells);
    hidden.push(...cells);
  }
  const problem = builder.build();
  const marks = Uint8Array.from(problem.values, (_, cell) => (hidden.includes(cell) ? 1 : 0));
  return guessingSystems(publish(problem, marks), 2);
}

describe('what is left to guess', () => {
  test('is never narrowed past the true table', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    let narrowed = 0;
    for (let round = 0; round < 1500; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      for (const { cells, program } of guessingSystems(publish(problem, someHidden(problem, random)), 2)) {
        const truth = Float64Array.from(cells, (cell) => problem.values[cell]!);
        expect({ round, fits: satisfies(program, truth) }).toEqual({ round, fits: true });
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

describe('a table that fits', () => {
  test('is whole, within every end, and adds up', () => {
    const [system] = rowsOf([3, 2, 4]);
    const fits = (...table: number[]): boolean => satisfies(system!.program, Float64Array.from(table));
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
