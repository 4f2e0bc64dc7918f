/** What a certificate may speak about: the published table alone, cut out of a larger system. */
import { listAt, listCount, cellLists, type Relations } from './problem.ts';
import type { Published } from './published.ts';

/**
 * The same reader's view without the cells that have no place in the table, and without every relation
 * and pair that such a cell stands in. What the larger system knows besides (that a cell which nobody
 * publishes is zero, which cells equal those of earlier releases) can be read off neither the numbers of
 * cells nor the order of relations: cells are numbered by their first place, relations and pairs sorted.
 *
 * positions  per place of the table its cell; -1 for none
 * returns    the view, and the positions in its numbers. Cost: linear, plus sorting the relations.
 */
export function tableAlone(
  published: Published,
  positions: Int32Array,
): { published: Published; positions: Int32Array } {
  const cells = [...new Set(positions)].filter((cell) => cell >= 0);
  const numberOf = new Int32Array(published.hidden.length).fill(-1);
  cells.forEach((cell, number) => (numberOf[cell] = number));
  const pick = (values: Float64Array): Float64Array => Float64Array.from(cells, (cell) => values[cell]!);
  const marks = (values: Uint8Array): Uint8Array => Uint8Array.from(cells, (cell) => values[cell]!);
  const alone: Published = {
    ...published,
    shown: pick(published.shown),
    hidden: marks(published.hidden),
    tested: marks(published.tested),
    lower: pick(published.lower),
    upper: pick(published.upper),
    relations: relationsAlone(published.relations, numberOf),
    atMost: pairsAlone(published.atMost, numberOf),
  };
  return { published: alone, positions: positions.map((cell) => (cell < 0 ? -1 : numberOf[cell]!)) };
}

interface Signed {
  readonly cells: readonly number[];
  readonly signs: readonly number[];
}

function relationsAlone(relations: Relations, numberOf: Int32Array): Relations {
  const kept: Signed[] = [];
  for (let relation = 0; relation < listCount(relations); relation++) {
    const cells = Array.from(listAt(relations, relation), (cell) => numberOf[cell]!);
    if (cells.includes(-1)) continue;
    const signs = relations.sign.subarray(relations.start[relation], relations.start[relation + 1]);
    const order = [...cells.keys()].sort(
      (one, other) => signs[one]! - signs[other]! || cells[one]! - cells[other]!,
    );
    kept.push({ cells: order.map((at) => cells[at]!), signs: order.map((at) => signs[at]!) });
  }
  kept.sort((one, other) => compare(one.cells, other.cells));
  return {
    ...cellLists(kept.map(({ cells }) => cells)),
    sign: Int32Array.from(kept.flatMap(({ signs }) => signs)),
  };
}

function pairsAlone(atMost: Int32Array, numberOf: Int32Array): Int32Array {
  const pairs: number[][] = [];
  for (let at = 0; at < atMost.length; at += 2) {
    const pair = [numberOf[atMost[at]!]!, numberOf[atMost[at + 1]!]!];
    if (!pair.includes(-1)) pairs.push(pair);
  }
  return Int32Array.from(pairs.sort(compare).flat());
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length && at < other.length; at++) {
    if (one[at] !== other[at]) return one[at]! - other[at]!;
  }
  return one.length - other.length;
}
