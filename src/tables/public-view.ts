/** The public view: a release as its reader holds it, made of nothing but its published rows. Its proof is found from this. */
import { cellLists, PUBLISHABLE, type Relations } from '../disclosure/problem/problem.ts';
import { eraseSuppressed, type Published } from '../disclosure/problem/published.ts';
import type { Policy } from '../rules/policy.ts';
import { publicLower, toldPlaces } from './public-domain.ts';
import { structureOf, type ReleaseDocument } from './release-document.ts';

/** Makes every place of the table a cell of its own. Cost: linear, and as `publicLower`. */
export function publicView(document: Pick<ReleaseDocument, 'columns' | 'rows'>, policy: Policy): Published {
  const places = toldPlaces(document);
  const { sums, pairs } = structureOf(document);
  const size = places.length;
  const relations: Relations = {
    ...cellLists(sums),
    sign: Int32Array.from(sums.flatMap((sum) => sum.map((_, at) => (at === 0 ? -1 : 1)))),
  };
  const problem = {
    values: Float64Array.from(places, (value) => value ?? 0),
    status: new Uint8Array(size).fill(PUBLISHABLE),
    lower: publicLower(document, policy),
    upper: new Float64Array(size).fill(Infinity),
    cost: new Float64Array(size).fill(1),
    relations,
    atMost: Int32Array.from(pairs.flat()),
    together: cellLists([]),
    labels: [],
  };
  return eraseSuppressed(
    problem,
    Uint8Array.from(places, (value) => (value === null ? 1 : 0)),
  );
}
