/** The public domain of a release: the external bounds of its suppressed cells, by the same functions for proving and verifying. */
import type { Policy } from '../rules/policy.ts';
import {
  DOCUMENT_FORMAT,
  placesOf,
  structureOf,
  type DocumentFormat,
  type ReleaseDocument,
} from './release-document.ts';

/**
 * Returns each place as a reader knows it. Pending rows publish no number, and yet some of their zeros are derivable: where
 * nobody reported, where a published zero is the total, or where all parts of a total are zero.
 *
 * document  columns and rows of the release
 * returns   null where suppressed and not derivable from zeros; row by row, consultations before pupils. Cost: linear in the sums,
 *           for each round in which one more zero follows.
 */
export function toldPlaces(document: Pick<ReleaseDocument, 'columns' | 'rows'>): (number | null)[] {
  const { rows, columns } = document;
  const places = placesOf(rows);
  const wide = columns.length + (rows[0]?.pupils.length ?? 0);
  rows.forEach(({ schoolsReported }, row) => {
    if (schoolsReported === 0) places.fill(0, row * wide, (row + 1) * wide);
  });
  const { sums, pairs } = structureOf(document);
  let news = true;
  const zero = (place: number): void => {
    if (places[place] !== null) return;
    places[place] = 0;
    news = true;
  };
  while (news) {
    news = false;
    for (const [total = -1, ...parts] of sums) {
      if (places[total] === 0) parts.forEach(zero);
      else if (parts.every((part) => places[part] === 0)) zero(total);
    }
    for (const [smaller, larger] of pairs) if (places[larger] === 0) zero(smaller);
  }
  return places;
}

/**
 * The external lower bound of each place, were it suppressed, follows from published rows and rules alone.
 *
 * Storage takes nothing below k, and zeros are published, but for those of pending rows. Beyond that a reader can reason about causes: the only
 * school that reported in a row knows that row, and whatever follows from it by addition. No release lets it know a cell
 * that is sensitive and not its own alone, so what follows is not: as many as the minimum of contributors stand behind it, with k each.
 * Where one school more than the minimum reported, the primary rules ask for the width besides.
 *
 * document  columns and rows of the release
 * format    of the document; releases of older forms promised less, see docs/certificate.md
 * returns   per place, row by row, consultations before pupils. Cost: linear in the cells for each row in which one
 *           school reported.
 */
export function publicLower(
  document: Pick<ReleaseDocument, 'columns' | 'rows'>,
  { k, minimumSchools, width }: Pick<Policy, 'k' | 'minimumSchools' | 'width'>,
  format: DocumentFormat = DOCUMENT_FORMAT,
): Float64Array {
  const { rows, columns } = document;
  const places = toldPlaces(document);
  const wide = columns.length + (rows[0]?.pupils.length ?? 0);
  const rowOf = (place: number): ReleaseDocument['rows'][number] => rows[Math.floor(place / wide)]!;
  const isPending = (place: number): boolean => {
    const row = rowOf(place);
    return 'pending' in row && row.pending;
  };
  const knowsReporting = format !== 'kanon-release/2';
  const lower = Float64Array.from(places, (_, place) => (isPending(place) ? 0 : k));
  const { sums } = structureOf(document);
  const sumsAt = new Map<number, number[]>();
  const suppressedIn = sums.map((sum, at) => {
    const suppressed = sum.filter((place) => places[place] === null);
    for (const place of suppressed) sumsAt.set(place, [...(sumsAt.get(place) ?? []), at]);
    return suppressed;
  });
  rows.forEach((one, row) => {
    // Releases of the first form, which had no pending rows, promised k alone.
    if (one.schoolsReported !== 1 || !('pending' in one)) return;
    const told = new Set<number>();
    for (let place = row * wide; place < (row + 1) * wide; place++)
      if (places[place] === null) told.add(place);
    /** What that school alone makes up: it has nothing to learn there. */
    const own = new Set(told);
    const isOwn = (place: number, [total = -1, ...parts]: readonly number[]): boolean =>
      place === total ? parts.every((part) => own.has(part) || places[part] === 0) : own.has(total);
    // A set is walked to its end, with what is added on the way.
    for (const place of told) {
      for (const sum of sumsAt.get(place) ?? []) {
        const [left = -1, ...more] = suppressedIn[sum]!.filter((one) => !told.has(one));
        if (left < 0 || more.length > 0) continue;
        told.add(left);
        if (isOwn(left, sums[sum]!)) own.add(left);
        else if (!isPending(left)) {
          const isOneMore = knowsReporting && rowOf(left).schoolsReported === minimumSchools + 1;
          lower[left] = k * minimumSchools + (isOneMore ? width : 0);
        }
      }
    }
  });
  return lower;
}
