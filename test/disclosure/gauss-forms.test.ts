/** The classes of cells with proportional forms, against exact fractions. */
import { Forms } from '../../src/disclosure/elimination/gauss-forms.ts';
import { cellLists, type Relations } from '../../src/disclosure/problem/problem.ts';
import { toldByAddition } from './exact-span.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261124);

type Signed = readonly (readonly [cell: number, sign: number])[];

const relationsOf = (lists: readonly Signed[]): Relations => ({
  ...cellLists(lists.map((list) => list.map(([cell]) => cell))),
  sign: Int32Array.from(lists.flat(), ([, sign]) => sign),
});

/** Which cell stands for each, by the merges that were told. */
class Merges {
  private readonly stays = new Map<number, number>();

  constructor(private readonly watched: Uint8Array) {}

  readonly merged = (stays: number, goes: number): void => {
    expect([this.watched[stays], this.watched[goes], this.stays.has(goes)]).toEqual([1, 1, false]);
    this.stays.set(goes, stays);
  };

  classOf(cell: number): number {
    const above = this.stays.get(cell);
    return above === undefined ? cell : this.classOf(above);
  }
}

const all = (size: number): Uint8Array => new Uint8Array(size).fill(1);

describe('forms', () => {
  test('are in one class where publishing one discloses the other, and derivable where the published ones disclose them', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const below = (end: number): number => Math.floor(random() * end);
    const seen = { told: 0, together: 0, apart: 0 };
    for (let round = 0; round < 150; round++) {
      const size = 4 + below(5);
      const numbers = [...all(size).keys()];
      const lists = Array.from({ length: 1 + below(size - 2) }, (): Signed => {
        const members = numbers.filter(() => random() < 0.5);
        return members.map((cell) => [cell, random() < 0.5 ? 1 : -1] as const);
      });
      const unknown = Uint8Array.from(numbers, () => (random() < 0.9 ? 1 : 0));
      const watched = unknown.map((mark) => (random() < 0.9 ? mark : 0));
      const cells = numbers.filter((cell) => watched[cell] === 1);
      const merges = new Merges(watched);
      const forms = new Forms(relationsOf(lists), unknown, watched, merges.merged);
      const suppressed = Array.from(unknown, (mark) => mark === 1);
      const classOf = (cell: number): number => forms.classOf(cell);
      let before = new Map(cells.map((cell) => [cell, cell]));
      for (let step = 0; step < 3 && cells.length > 0; step++) {
        const known = new Set(toldByAddition(lists, suppressed));
        const isDerivable = (cell: number): boolean => known.has(cell) || !suppressed[cell];
        for (const cell of cells) {
          const then = new Set(toldByAddition(lists, suppressed.with(cell, false)));
          expect(classOf(cell)).toBe(merges.classOf(cell));
          expect(forms.isDerivable(classOf(cell))).toBe(isDerivable(cell));
          if (isDerivable(cell)) seen.told++;
          for (const other of cells) {
            if (other === cell || isDerivable(other) !== isDerivable(cell)) continue;
            const isTogether = classOf(other) === classOf(cell);
            // What is told stays in the class in which it was.
            expect(isTogether).toBe(
              isDerivable(cell) ? before.get(other) === before.get(cell) : then.has(other),
            );
            if (!isDerivable(cell)) seen[isTogether ? 'together' : 'apart']++;
          }
        }
        before = new Map(cells.map((cell) => [cell, classOf(cell)]));
        // Also one that is told already.
        const next = cells[below(cells.length)]!;
        forms.publish(classOf(next));
        suppressed[next] = false;
      }
    }
    expect(Math.min(seen.told, seen.together, seen.apart)).toBeGreaterThan(100);
  });

  test('with two coordinates are in one class only if they are multiples of each other', () => {
    // Of cells 0 and 1: their sum is cell 2, their difference cell 3; 2 + 5 = 4 and 2 = 5.
    const lists: Signed[] = [
      [[0, 1], [1, 1], [2, -1]], // prettier-ignore
      [[0, 1], [1, -1], [3, -1]], // prettier-ignore
      [[2, 1], [5, 1], [4, -1]], // prettier-ignore
      [[2, 1], [5, -1]], // prettier-ignore
    ];
    const forms = new Forms(relationsOf(lists), all(6), all(6), () => undefined);
    expect(new Set([2, 4, 5].map((cell) => forms.classOf(cell))).size).toBe(1);
    expect(new Set([0, 1, 2, 3].map((cell) => forms.classOf(cell))).size).toBe(4);
  });

  test('of a cell in no relation are told by it alone', () => {
    const forms = new Forms(relationsOf([[[1, 1], [2, -1]]]), all(3), all(3), () => undefined); // prettier-ignore
    forms.publish(forms.classOf(0));
    expect([0, 1, 2].map((cell) => forms.isDerivable(forms.classOf(cell)))).toEqual([true, false, false]);
  });
});
