/** The linear audit: suppressed cells that sums and differences disclose. */
import { linearlyDisclosed } from '../../src/disclosure/elimination/linear-audit.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  listCount,
  maySuppress,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { MODULUS, residue, residues } from '../../src/disclosure/elimination/residues.ts';
import { toldByAddition } from './exact-span.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.SEED ?? 20240913);

const relationsOf = ({ relations }: ProtectionProblem): [number, number][][] =>
  Array.from({ length: listCount(relations) }, (_, relation) =>
    Array.from(
      { length: relations.start[relation + 1]! - relations.start[relation]! },
      (__, at): [number, number] => {
        const place = relations.start[relation]! + at;
        return [relations.cell[place]!, relations.sign[place]!];
      },
    ),
  );

/** Positions of a few of the numbers whose sum is a multiple of the modulus, some of each half. */
function thatCancel(numbers: readonly number[]): number[] {
  const half = numbers.length >> 1;
  const chosen = (from: number, mask: number): number[] =>
    numbers.flatMap((_, at) => (at >= from && at < from + 16 && (mask >> (at - from)) & 1 ? [at] : []));
  const sums = (from: number, size: number): number[] => {
    const all = [0];
    for (let at = 0; at < size; at++) all.push(...all.map((sum) => (sum + numbers[from + at]!) % MODULUS));
    return all;
  };
  const left = new Map(sums(0, half).map((sum, mask) => [sum, mask]));
  for (const [mask, sum] of sums(half, numbers.length - half).entries()) {
    const other = left.get((MODULUS - sum) % MODULUS);
    if (other && mask) return [...chosen(0, other), ...chosen(half, mask)];
  }
  throw new Error('no such numbers');
}

describe('the linear audit', () => {
  test(`names the cells that exact fractions disclose, on random tables (seed ${SEED})`, () => {
    const random = die(SEED);
    let told = 0;
    for (let round = 0; round < 600; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const share = random();
      const suppressed = problem.status.map((_, cell) =>
        maySuppress(problem, cell) && random() < share ? 1 : 0,
      );
      const expected = toldByAddition(
        relationsOf(problem),
        [...suppressed].map((mark) => mark === 1),
      );
      expect([...linearlyDisclosed(problem, suppressed)]).toEqual(expected);
      told += expected.length;
    }
    expect(told).toBeGreaterThan(500);
  });

  test('a cell that nobody shows gives room to others and is not named itself', () => {
    const table = (status: typeof UNPUBLISHED | undefined): ProtectionProblem => {
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
    expect([...linearlyDisclosed(table(UNPUBLISHED), Uint8Array.of(0, 1, 1))]).toEqual([]);
    expect([...linearlyDisclosed(table(UNPUBLISHED), Uint8Array.of(0, 0, 1))]).toEqual([]);
  });

  test('a cell is named that only several relations together disclose', () => {
    const builder = new ProblemBuilder();
    const add = (label: string, value: number): number =>
      builder.cell({ label, value, lower: 0, upper: Infinity });
    const [told, one, other] = [add('told', 4), add('one', 5), add('other', 6)];
    builder.relation(add('all three', 15), [told, one, other]);
    builder.relation(add('the two', 11), [one, other]);
    expect([...linearlyDisclosed(builder.build(), Uint8Array.of(1, 1, 1, 0, 0))]).toEqual([told]);
  });

  test('a sum that is zero by chance in one of the two random solutions is not named', () => {
    const SIZE = 32;
    const next = residues(1);
    for (const solution of ['first', 'second']) {
      const thrown = Array.from({ length: SIZE }, () => next());
      // Cell 0 is the sum, and given by the others; what is thrown for it does not count.
      const parts = thatCancel(thrown.slice(1)).map((at) => at + 1);
      expect(parts.reduce((sum, part) => residue(sum + thrown[part]!), 0)).toBe(0);
      const builder = new ProblemBuilder();
      for (const at of thrown.keys())
        builder.cell({
          label: `${solution} ${at}`,
          value: at === 0 ? parts.length : 1,
          lower: 0,
          upper: Infinity,
        });
      builder.relation(0, parts);
      expect(linearlyDisclosed(builder.build(), new Uint8Array(SIZE).fill(1))).toHaveLength(0);
    }
  });

  test('says the same twice', () => {
    const problem = randomProblem(die(SEED), { dimensions: [4, 4, 3], measures: 1 });
    const suppressed = problem.status.map((_, cell) =>
      maySuppress(problem, cell) && cell % 3 !== 0 ? 1 : 0,
    );
    expect(linearlyDisclosed(problem, suppressed)).toEqual(linearlyDisclosed(problem, suppressed));
  });
});
