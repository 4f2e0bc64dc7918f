import { linearlyDisclosed } from '../../src/disclosure/linear-audit.ts';
import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import { listCount, mayHide, UNKNOWN, type Problem } from '../../src/disclosure/problem.ts';
import { toldByAddition } from './exact-span.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.SEED ?? 20240913);

const relationsOf = ({ relations }: Problem): [number, number][][] =>
  Array.from({ length: listCount(relations) }, (_, relation) =>
    Array.from(
      { length: relations.start[relation + 1]! - relations.start[relation]! },
      (__, at): [number, number] => {
        const place = relations.start[relation]! + at;
        return [relations.cell[place]!, relations.sign[place]!];
      },
    ),
  );

describe('the linear audit', () => {
  test(`names the cells that exact fractions tell, on random tables (seed ${SEED})`, () => {
    const random = die(SEED);
    let told = 0;
    for (let round = 0; round < 600; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const share = random();
      const hidden = problem.status.map((_, cell) => (mayHide(problem, cell) && random() < share ? 1 : 0));
      const expected = toldByAddition(
        relationsOf(problem),
        [...hidden].map((mark) => mark === 1),
      );
      expect([...linearlyDisclosed(problem, hidden)]).toEqual(expected);
      told += expected.length;
    }
    expect(told).toBeGreaterThan(500);
  });

  test('a cell that nobody shows gives room to others and is not named itself', () => {
    const table = (status: typeof UNKNOWN | undefined): Problem => {
      const builder = new ProblemBuilder();
      const add = (label: string, value: number): number =>
        builder.cell({ label, value, lower: 0, upper: Infinity });
      const total = add('total', 9);
      const one = add('one', 2);
      const other = builder.cell({
        label: 'other',
        value: 7,
        lower: 0,
        upper: Infinity,
        ...(status && { status }),
      });
      builder.relation(total, [one, other]);
      return builder.build();
    };
    expect([...linearlyDisclosed(table(undefined), Uint8Array.of(0, 1, 0))]).toEqual([1]);
    expect([...linearlyDisclosed(table(UNKNOWN), Uint8Array.of(0, 1, 1))]).toEqual([]);
    expect([...linearlyDisclosed(table(UNKNOWN), Uint8Array.of(0, 0, 1))]).toEqual([]);
  });

  test('says the same twice', () => {
    const problem = randomProblem(die(SEED), { dimensions: [4, 4, 3], measures: 1 });
    const hidden = problem.status.map((_, cell) => (mayHide(problem, cell) && cell % 3 !== 0 ? 1 : 0));
    expect(linearlyDisclosed(problem, hidden)).toEqual(linearlyDisclosed(problem, hidden));
  });
});
