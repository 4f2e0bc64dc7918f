/** Looks for schools that lead to the report of a given one: each that is found was run through the anonymiser. */
import type { Report } from '../../src/rules/report.ts';
import { codesOf, type Scheme } from '../../src/rules/scheme.ts';
import { countsOf, type MakeReport, protectedBenefits, type Finding, type Truth } from './same-report.ts';

export interface Search {
  readonly make: MakeReport;
  readonly scheme: Scheme;
  readonly policy: number;
  readonly k: number;
  readonly rng: () => number;
  /** Schools that are tried for each number of pupils. */
  readonly draws: number;
}

/** Tries of a number that the report should rule out. */
const UNPROMISED = 3;

/**
 * For each pooled or withheld benefit the numbers of pupils, 0 to k, with which some school that told the same unions
 * leads to the same report. What is found is a proof; what is not found may still exist.
 */
export function otherSchools(truth: Truth, search: Search): Finding[] {
  const { make, scheme, policy, k, draws } = search;
  const report = make(countsOf(truth, scheme, policy));
  const text = JSON.stringify(report);
  return protectedBenefits(report).map(({ benefit, place }) => {
    const possible: number[] = [];
    for (let pupils = 0; pupils <= k; pupils++) {
      // Numbers that are not promised are tried less: it would always be in vain.
      const isPromised = pupils < k && (place === 'pooled' || pupils > 0);
      for (let draw = 0; draw < (isPromised ? draws : UNPROMISED); draw++) {
        const other = drawSchool(report, benefit, pupils, truth.told, search);
        if (other === undefined) continue;
        const again = JSON.stringify(make(countsOf(other, scheme, policy)));
        if (again !== text) continue;
        possible.push(pupils);
        break;
      }
    }
    return { report, place, benefit, possible };
  });
}

/** A school that shows the numbers of the report and has so many pupils at one benefit; it may lead to another report. */
function drawSchool(
  report: Report,
  benefit: string,
  pupils: number,
  told: readonly number[],
  { scheme, k, rng }: Search,
): Truth | undefined {
  const codes = codesOf(scheme);
  const at = (code: string): number => codes.indexOf(code);
  const below = (limit: number): number => Math.floor(rng() * limit);
  const wishes: number[] = [];
  /** Where the children of each cell begin. */
  const starts: number[] = [];
  const consultations = codes.map(() => 0);

  for (const cell of report.cells) {
    const members = cell.benefits.map(at);
    const counts = members.map((i) =>
      i === at(benefit) ? pupils : members.length > 1 ? below(k) : cell.pupils,
    );
    if (members.length > 1) fill(counts, members.indexOf(at(benefit)), cell.pupils);
    const sum = counts.reduce((a, b) => a + b, 0);
    if (sum < cell.pupils || sum > cell.consultations || Math.max(...counts) > cell.pupils) return undefined;
    // Child after child in turn, so that each has a wish and nobody the same one twice.
    const children = Array<number>(cell.pupils).fill(0);
    let turn = 0;
    counts.forEach((count, m) => {
      for (let n = 0; n < count; n++) children[turn++ % cell.pupils]! |= 1 << members[m]!;
      consultations[members[m]!] = count;
    });
    starts.push(wishes.length);
    wishes.push(...children);
    const asked = members.filter((i) => consultations[i]! > 0);
    for (let left = cell.consultations - sum; left > 0;) {
      const some = 1 + below(left);
      consultations[asked[below(asked.length)]!]! += some;
      left -= some;
    }
  }

  // Withheld benefits stand for the same few children, as far as they go.
  const withheld = report.withheld.map((code) => ({
    i: at(code),
    count: code === benefit ? pupils : 1 + below(k - 1),
  }));
  const largest = Math.max(0, ...withheld.map(({ count }) => count));
  // These may be among the children who asked for what is shown, too.
  const start = rng() < 0.7 ? (starts[below(starts.length)] ?? 0) : wishes.length;
  const amongOthers = wishes.length - start >= largest;
  for (let child = 0; child < largest; child++) {
    const wish = withheld.reduce((mask, { i, count }) => (child < count ? mask | (1 << i) : mask), 0);
    if (amongOthers) wishes[start + child]! |= wish;
    else wishes.push(wish);
  }
  for (const { i, count } of withheld) consultations[i] = count;
  return { wishes, consultations, told };

  /** Brings the sum to the cell's pupils or a little above, without touching the member at `fixed`. */
  function fill(counts: number[], fixed: number, union: number): void {
    const free = counts.map((_, m) => m).filter((m) => m !== fixed);
    // One of them may be large, where a pool takes such a benefit; then there is little beside it.
    if (rng() < 0.3) {
      const large = free[below(free.length)]!;
      for (const m of free) counts[m] = 0;
      for (let more = below(k); more > 0; more--) counts[free[below(free.length)]!]!++;
      counts[large] = 0;
      counts[large] = Math.max(k, union - counts.reduce((a, b) => a + b, 0));
    }
    let sum = counts.reduce((a, b) => a + b, 0);
    for (let step = 0; sum < union && step < 200; step++) {
      const m = free[below(free.length)]!;
      if (counts[m]! >= k - 1) continue;
      counts[m]!++;
      sum++;
    }
    for (let step = 0; sum > union && rng() < 0.9 && step < 200; step++) {
      const m = free[below(free.length)]!;
      if (counts[m] === 0) continue;
      counts[m]!--;
      sum--;
    }
  }
}
