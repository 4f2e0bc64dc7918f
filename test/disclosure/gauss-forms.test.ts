/** The classes of cells that tell each other, against exact fractions. */
import { Forms } from '../../src/disclosure/gauss-forms.ts';
import { listCount, type Problem, type Relations } from '../../src/disclosure/problem.ts';
import { toldByAddition } from './exact-span.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261124);

const relationsOf = ({ relations }: Problem): [number, number][][] =>
  Array.from({ length: listCount(relations) }, (_, relation) =>
    Array.from(
      relations.cell.subarray(relations.start[relation], relations.start[relation + 1]),
      (cell, at): [number, number] => [cell, relations.sign[relations.start[relation]! + at]!],
    ),
  );

/** Which cell stands for each, by the merges that were told. */
class Told {
  private readonly stays = new Map<number, number>();

  readonly merged = (stays: number, goes: number): void => {
    expect(this.stays.has(goes)).toBe(false);
    this.stays.set(goes, stays);
  };

  classOf(cell: number): number {
    const above = this.stays.get(cell);
    return above === undefined ? cell : this.classOf(above);
  }
}

test('cells are in one class where publishing one tells the other, and told where the published ones tell them', () => {
  console.log(`seed ${SEED}`);
  const random = die(SEED);
  const below = (end: number): number => Math.floor(random() * end);
  const seen = { told: 0, together: 0, apart: 0 };
  for (let round = 0; round < 24; round++) {
    const problem = randomProblem(random, SHAPES[round % 15 === 14 ? 4 : round % 4]!);
    const relations = relationsOf(problem);
    const unknown = problem.status.map(() => (random() < 0.85 ? 1 : 0));
    const watched = unknown.map((mark) => (random() < 0.9 ? mark : 0));
    const cells = [...watched.keys()].filter((cell) => watched[cell] === 1);
    const told = new Told();
    const forms = new Forms(problem.relations, unknown, watched, told.merged);
    const hidden = Array.from(unknown, (mark) => mark === 1);
    for (let step = 0; step < 3; step++) {
      const known = new Set(toldByAddition(relations, hidden));
      for (const cell of cells) {
        expect(forms.classOf(cell)).toBe(told.classOf(cell));
        expect(forms.isTold(forms.classOf(cell))).toBe(known.has(cell) || !hidden[cell]);
      }
      seen.told += known.size;
      const open = cells.filter((cell) => hidden[cell] && !known.has(cell));
      for (const cell of open) {
        const then = new Set(toldByAddition(relations, hidden.with(cell, false)));
        for (const other of open) {
          if (other === cell) continue;
          const isTogether = forms.classOf(other) === forms.classOf(cell);
          expect(isTogether).toBe(then.has(other));
          seen[isTogether ? 'together' : 'apart']++;
        }
      }
      if (cells.length === 0) break;
      // Also one that is told already.
      const next = cells[below(cells.length)]!;
      forms.publish(forms.classOf(next));
      hidden[next] = false;
    }
  }
  expect(Math.min(seen.told, seen.together, seen.apart)).toBeGreaterThan(20);
});

test('forms with two coordinates are one class only if they are multiples of each other', () => {
  // Of a and b: a + b, a - b, 2a + 2b as cells of their own.
  const lists: [number, number][][] = [
    [[0, 1], [1, 1], [2, -1]], // prettier-ignore
    [[0, 1], [1, -1], [3, -1]], // prettier-ignore
    [[2, 1], [5, 1], [4, -1]], // prettier-ignore
    [[2, 1], [5, -1]], // prettier-ignore
  ];
  const relations: Relations = {
    start: Int32Array.from([0, 3, 6, 9, 11]),
    cell: Int32Array.from(lists.flat(), ([cell]) => cell),
    sign: Int32Array.from(lists.flat(), ([, sign]) => sign),
  };
  const all = new Uint8Array(6).fill(1);
  const forms = new Forms(relations, all, all, () => undefined);
  expect(new Set([2, 4, 5].map((cell) => forms.classOf(cell))).size).toBe(1);
  expect(new Set([0, 1, 2, 3].map((cell) => forms.classOf(cell))).size).toBe(4);
});
