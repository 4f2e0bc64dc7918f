/** The model of a published table and its proof, on which the checks of `verify` run; nothing is taken on trust. */
import type { Proof } from './certificate.ts';
import type { CertificateFindingCode } from './certificate-finding.ts';

/** A published table with its proof, and the constraints that the verifier knows without the proof. */
export interface ProvenTable {
  readonly proof: Proof;
  /** Every place of the table in order; null where suppressed. */
  readonly table: readonly (number | null)[];
  /** The table itself states these additive relations, by places, total first: the proof must hold against them too. */
  readonly sums?: readonly (readonly number[])[];
  /** The table itself states these pairs of places: the first is never above the second. */
  readonly pairs?: readonly (readonly [number, number])[];
  /** Each place has the public lower bound of a suppressed value there; it is never taken from the proof. */
  readonly least?: readonly number[];
}

/** The model has the cells of the proof, then one for each place that is none of them. */
export interface Model {
  /** A published cell has its value; NaN where suppressed. */
  readonly value: Float64Array;
  /** A suppressed cell has its number among these; -1 where published. */
  readonly suppressed: Int32Array;
  /** Each suppressed cell has its domain from the proof. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Each suppressed cell has its public lower bound, whatever the proof says. */
  readonly least: Float64Array;
  /** Each suppressed cell has its first place. */
  readonly place: readonly number[];
  /** A relation lists its cells, total first; those of the proof come before those of the table. */
  readonly relations: readonly (readonly number[])[];
  readonly pairs: readonly (readonly [number, number])[];
}

/** A misfit says that proof and table do not belong together; it is thrown and caught within the verifier. */
export class Misfit extends Error {
  constructor(
    readonly pointer: string,
    readonly code: CertificateFindingCode,
  ) {
    super(code);
  }
}

/** Puts table and proof together. Throws Misfit where they do not belong together. Cost: linear in both. */
export function modelOf({ proof, table, sums = [], pairs = [], least = [] }: ProvenTable): Model {
  const places = cellsOfPlaces(proof, table);
  const { cellAt, size } = places;
  const { value, first } = valuesOf(table, places);
  const suppressed = new Int32Array(size).fill(-1);
  const place: number[] = [];
  for (let cell = 0; cell < size; cell++) {
    if (Number.isNaN(value[cell])) suppressed[cell] = place.push(first[cell]!) - 1;
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
    suppressed,
    lower: Float64Array.from(proof.domains.flatMap(([run, lower]) => new Array<number>(run).fill(lower))),
    upper: Float64Array.from(
      proof.domains.flatMap(([run, , upper]) => new Array<number>(run).fill(upper ?? Infinity)),
    ),
    least: leastOf(place.length, cellAt, suppressed, least),
    place,
    relations: [...proof.relations, ...sums.map((sum) => sum.map((at) => cellAt[at]!))],
    pairs: [
      ...proof.atMost,
      ...pairs.map(([one, other]): [number, number] => [cellAt[one]!, cellAt[other]!]),
    ],
  };
}

/** A bound known of a cell at one place holds at all of its places. */
function leastOf(
  size: number,
  cellAt: Int32Array,
  suppressed: Int32Array,
  least: readonly number[],
): Float64Array {
  const known = new Float64Array(size).fill(-Infinity);
  cellAt.forEach((cell, place) => {
    const at = suppressed[cell]!;
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

/** Finds the cell of each place. Every number is compared with the length of a list before it is used. */
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

/** Finds each cell's published value, NaN where suppressed, and its first place. */
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
