/** An invented school list of all Germany: real municipalities, schools drawn by population, types as in NRW. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { seeded } from '../../src/demo/simulation.ts';
import type { SchoolFacts } from '../../src/tables/table.ts';
import type { RegionKey } from '../../src/rules/region.ts';

/**
 * Region keys of two Länder share no first digits, and a summary's rows go up to the state: so the table has 16
 * trees and no row for all Germany. They are protected as one problem all the same.
 *
 * municipalities  CSV with `ags` and `einwohner`
 * models          schools whose type and roll are drawn
 */
export function inventGermany(
  municipalities: string,
  models: readonly SchoolFacts[],
  many: number,
  seed: number,
): SchoolFacts[] {
  const rng = seeded(seed);
  const places = parse<{ ags: string; einwohner: string }>(readFileSync(municipalities), { columns: true });
  let people = 0;
  const upTo = places.map(({ einwohner }) => (people += Number(einwohner)));
  return Array.from({ length: many }, (_, at): SchoolFacts => {
    const place = places[firstAbove(upTo, rng() * people)]!;
    const model = models[Math.floor(rng() * models.length)]!;
    return {
      ...model,
      school: String(100_000 + at),
      region: place.ags as RegionKey,
      // Of four schools two share a reporter, as in the list of the real ones.
      reporterGroup: at % 4 < 2 ? `reporter ${Math.floor(at / 4)}` : null,
    };
  });
}

/** Index of the first number above a value, in an ascending list that ends above it. */
function firstAbove(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
