/** A published table and its proof put together, with nothing taken on trust: what the checks of `verify` run on. */
import type { Proof } from './certificate.ts';
import type { FindingCode } from './certificate-finding.ts';

export interface ProvenTable {
  readonly proof: Proof;
  /** Every place of the table in order; null where hidden. */
  readonly table: readonly (number | null)[];
  /** What the table itself says adds up, by places, total first: the proof must hold against that too. */
  readonly sums?: readonly (readonly number[])[];
  /** Pairs of places that the table itself says: the first is never above the second. */
  readonly pairs?: readonly (readonly [number, number])[];
  /** Per place, the least that everybody knows a hidden value there to be; never taken from the proof. */
  readonly least?: readonly number[];
}

/** Cells of the proof, then one for each place that is none of them. */
export interface Model {
  /** Value of an open cell; NaN where hidden. */
  readonly value: Float64Array;
  /** Number among the hidden cells; -1 where open. */
  readonly hidden: Int32Array;
  /** Per hidden cell, its domain. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Per hidden cell, the least that is publicly known of it, whatever the proof says. */
  readonly least: Float64Array;
  /** Per hidden cell, its first place. */
  readonly place: readonly number[];
  /** Cells, total first: those of the proof, then those of the table. */
  readonly relations: readonly (readonly number[])[];
  readonly pairs: readonly (readonly [number, number])[];
}

/** Proof and table do not belong together; thrown and caught within the verifier. */
export class Misfit extends Error {
  constructor(
    readonly pointer: string,
    readonly code: FindingCode,
  ) {
    super(code);
  }
}

/** Throws Misfit. Cost: linear in both. */
export function modelOf({ proof, table, sums = [], pairs = [], least = [] }: ProvenTable): Model {
  const places = cellsOfPlaces(proof, table);
  const { cellAt, size } = places;
  const { value, first } = valuesOf(table, places);
  const hidden = new Int32Array(size).fill(-1);
  const place: number[] = [];
  for (let cell = 0; cell < size; cell++) {
    if (Number.isNaN(value[cell])) hidden[cell] = place.push(first[cell]!) - 1;
  }
  for (const name of ['relations', 'atMost'] as const) {
    const at = proof[name].findIndex((cells) => cells.some((cell) => cell >= places.cells));
    if (at >= 0) throw new Misfit(`proof/${name}/${at}`, 'no-such-cell');
  }
  if (proof.base.length !== place.length) throw new Misfit('proof/base', 'lengths-differ');
  if (proof.domains.reduce((sum, [run]) => sum + run, 0) !== place.length)
    throw new Misfit('proof/domains', 'lengths-differ');
  return {
    value,
    hidden,
    lower: Float64Array.from(proof.domains.flatMap(([run, lower]) => new Array<number>(run).fill(lower))),
    upper: Float64Array.from(
      proof.domains.flatMap(([run, , upper]) => new Array<number>(run).fill(upper ?? Infinity)),
    ),
    least: leastOf(place.length, cellAt, hidden, least),
    place,
    relations: [...proof.relations, ...sums.map((sum) => sum.map((at) => cellAt[at]!))],
    pairs: [
      ...proof.atMost,
      ...pairs.map(([one, other]): [number, number] => [cellAt[one]!, cellAt[other]!]),
    ],
  };
}

/** What is known of a cell is known at all of its places. */
function leastOf(
  size: number,
  cellAt: Int32Array,
  hidden: Int32Array,
  least: readonly number[],
): Float64Array {
  const known = new Float64Array(size).fill(-Infinity);
  cellAt.forEach((cell, place) => {
    const at = hidden[cell]!;
    if (at >= 0) known[at] = Math.max(known[at]!, least[place] ?? -Infinity);
  });
  return known;
}

interface Places {
  readonly cellAt: Int32Array;
  /** Cells of the proof. */
  readonly cells: number;
  /** With one more for each place that is none of them. */
  readonly size: number;
}

/** Per place its cell. Every number is held against the length of a list before anything is made of it. */
function cellsOfPlaces({ positions }: Proof, table: ProvenTable['table']): Places {
  if (positions.reduce((sum, [, count]) => sum + count, 0) !== table.length)
    throw new Misfit('proof/positions', 'places-do-not-match');
  const cells = positions.reduce(
    (most, [first, count]) => (first < 0 ? most : Math.max(most, first + count)),
    0,
  );
  if (cells > table.length) throw new Misfit('proof/positions', 'no-such-cell');
  const cellAt = new Int32Array(table.length);
  let size = cells;
  let place = 0;
  for (const [first, count] of positions) {
    for (let step = 0; step < count; step++) cellAt[place++] = first < 0 ? size++ : first + step;
  }
  return { cellAt, cells, size };
}

/** Per cell what the table shows, NaN where hidden, and its first place. */
function valuesOf(
  table: ProvenTable['table'],
  { cellAt, cells, size }: Places,
): { value: Float64Array; first: Int32Array } {
  const value = new Float64Array(size).fill(NaN);
  const first = new Int32Array(size).fill(-1);
  for (let place = 0; place < cellAt.length; place++) {
    const cell = cellAt[place]!;
    const shown = table[place] ?? NaN;
    if (first[cell]! < 0) first[cell] = place;
    else if (!Object.is(value[cell], shown)) throw new Misfit(`table/${place}`, 'told-twice');
    if (Number.isNaN(shown) && cell >= cells) throw new Misfit(`table/${place}`, 'hidden-outside');
    value[cell] = shown;
  }
  if (first.includes(-1)) throw new Misfit('proof/positions', 'no-such-cell');
  return { value, first };
}
