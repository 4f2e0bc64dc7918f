/** Every school of so many consultations at most, and for each report all schools that lead to it. */
import type { Report } from '../../src/rules/report.ts';
import { codesOf, type Scheme } from '../../src/rules/scheme.ts';
import {
  behind,
  countsOf,
  type Finding,
  isKept,
  type MakeReport,
  protectedBenefits,
  unionsOf,
} from './same-report.ts';

export interface Bounds {
  readonly scheme: Scheme;
  readonly k: number;
  /** Most consultations of a school, over all benefits. */
  readonly consultations: number;
  /** Lists of unions that a school may have told, each list known to the reader. */
  readonly told: readonly (readonly number[])[];
}

export interface Exhausted {
  readonly inputs: number;
  readonly reports: number;
  /** Pooled and withheld benefits that were judged, and those that keep too little. */
  readonly judged: number;
  readonly faults: readonly Finding[];
}

/**
 * Makes every report there is and looks at the schools behind each.
 *
 * The reader is supposed to know even which unions the school told. A report is judged where no school outside of the
 * bounds can lead to it: its consultations, and k − 1 for each withheld benefit, are within them.
 */
export function tryEverySchool(make: MakeReport, policy: number, bounds: Bounds): Exhausted {
  const { scheme, k, consultations: most, told } = bounds;
  const codes = codesOf(scheme);
  let inputs = 0;
  let reports = 0;
  let judged = 0;
  const faults: Finding[] = [];
  const families = [...everyFamily(codes.length, most)];
  for (const unions of told) {
    const seen = new Map<string, { report: Report; pupils: Set<number>[] }>();
    const met = new Set<string>();
    for (const wishes of families) {
      const pupils = codes.map((_, i) => behind(wishes, 1 << i));
      // Families that no number tells apart are one.
      const key = [...pupils, ...unions.map((union) => behind(wishes, union))].join();
      if (met.has(key)) continue;
      met.add(key);
      for (const consultations of everySpread(pupils, most)) {
        inputs++;
        const report = make(countsOf({ wishes, consultations, told: unions }, scheme, policy));
        const text = JSON.stringify(report);
        const one = seen.get(text) ?? { report, pupils: codes.map(() => new Set<number>()) };
        pupils.forEach((count, i) => one.pupils[i]!.add(count));
        seen.set(text, one);
      }
    }
    reports += seen.size;
    for (const { report, pupils } of seen.values()) {
      const shown = report.cells.reduce((sum, cell) => sum + cell.consultations, 0);
      if (shown + (k - 1) * report.withheld.length > most) continue;
      for (const { benefit, place } of protectedBenefits(report)) {
        judged++;
        const possible = [...pupils[codes.indexOf(benefit)]!].sort((a, b) => a - b);
        if (!isKept({ place, possible }, k)) faults.push({ report, place, benefit, possible });
      }
    }
  }
  return { inputs, reports, judged, faults };
}

/** Lists of told unions: with `every` all there are, else none, all, each alone, and all but each. */
export function knowledge(benefits: number, every: boolean): number[][] {
  const unions = unionsOf(benefits);
  if (every)
    return Array.from({ length: 1 << unions.length }, (_, choice) =>
      unions.filter((_union, i) => (choice & (1 << i)) !== 0),
    );
  return [
    [],
    unions,
    ...unions.map((union) => [union]),
    ...unions.map((left) => unions.filter((union) => union !== left)),
  ];
}

/** Every multiset of children whose wishes are at most so many. */
function* everyFamily(benefits: number, wishes: number, from = 1): Generator<number[]> {
  yield [];
  for (let mask = from; mask < 1 << benefits; mask++) {
    const size = behind(
      [...Array(benefits).keys()].map((i) => 1 << i),
      mask,
    );
    if (size > wishes) continue;
    for (const rest of everyFamily(benefits, wishes - size, mask)) yield [mask, ...rest];
  }
}

/** Every list of consultations with at least one a pupil, none without pupils, and at most so many in all. */
function* everySpread(pupils: readonly number[], most: number): Generator<number[]> {
  const [first, ...others] = pupils;
  if (first === undefined) {
    yield [];
    return;
  }
  const needed = others.reduce((sum, count) => sum + count, 0);
  const limit = first === 0 ? 0 : most - needed;
  for (let own = first; own <= limit; own++)
    for (const rest of everySpread(others, most - own)) yield [own, ...rest];
}
