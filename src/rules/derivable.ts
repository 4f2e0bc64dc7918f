/** Whether a pooled number leads back to its members: the rule `derivable`, for server and anonymiser alike. */
import { finding, type Finding } from './finding.ts';
import type { Policy } from './policy.ts';
import type { Report } from './report.ts';

/** The reason under version 1; the catalogue holds that of version 2. */
const REASON_1 = {
  de: 'Aus einer gemeinsamen Zahl darf sich nicht auf die einzelne Leistung zurückrechnen lassen. Bitte weitere Leistungen dazunehmen oder auf die Angabe verzichten.',
  en: 'A pooled number must not lead back to the single benefit. Please pool further benefits, or withhold these.',
};

/**
 * Whether so many benefits below k may be a pool of so many pupils, by version 2 of the rule.
 *
 * Beyond (k − 1) · (members − 1) pupils the others could not make up the number, were one member 0. Pools that may
 * hold a benefit of k pupils or more are not allowed at all: anonymiser 2 makes none.
 *
 * members  benefits of the pool, true zeros among them; two never do, as k > (k − 1) · 1
 * pupils   distinct pupils of the pool
 */
export const mayBePool = (members: number, pupils: number, k: number): boolean =>
  pupils >= k && pupils <= (k - 1) * (members - 1);

/**
 * The pools of a report that lead back to a member, by the version of the rule that the policy names.
 *
 * Version 1 looks at each pool alone. Version 2 supposes that the reader knows the anonymiser: a second pool, or a
 * benefit under `none` or `withheld` beside a pool, would tell what is not in the pool, so it is refused too.
 *
 * returns  one finding a pool, with its place
 */
export function derivableIn(report: Report, { k, anonymiser }: Pick<Policy, 'k' | 'anonymiser'>): Finding[] {
  const pools = report.cells.filter((cell) => cell.benefits.length > 1);
  const isWhole = pools.length < 2 && report.none.length + report.withheld.length === 0;
  return report.cells.flatMap((cell, i) => {
    const members = new Set(cell.benefits).size;
    const isSafe =
      cell.benefits.length < 2 ||
      (anonymiser === 1
        ? !isDerivable(members, cell.pupils, k)
        : isWhole && mayBePool(members, cell.pupils, k));
    if (isSafe) return [];
    const found = finding('derivable', `/cells/${i}`);
    return [anonymiser === 1 ? { ...found, version: 1, reason: REASON_1 } : found];
  });
}

/**
 * How many pupil counts version 1 holds possible for any one member of a pool.
 *
 * It supposes a reader who knows k, and that benefits below k get pooled, but neither the order in which zeros join
 * nor what the anonymiser makes of consultations; so fewer counts may remain than it says (test/rules/same-report.ts
 * finds such reports). A member's count v is possible if the others can make up a union of n: max ≤ n ≤ sum.
 *
 * members  benefits of the pool, true zeros among them, ≥ 1
 * pupils   distinct pupils of the pool, ≥ 0
 * k        of the policy, ≥ 2
 * returns  the number of possible counts, but no more than k: more are not needed
 */
export function possibleCounts(members: number, pupils: number, k: number): number {
  const allMayBeSmall = pupils <= (k - 1) * members;
  const most = allMayBeSmall ? Math.min(k - 1, pupils) : pupils;
  let possible = 0;
  for (let v = 0; v <= most && possible < k; v++) {
    if (v + (members - 1) * most >= pupils) possible++;
  }
  return possible;
}

/**
 * Whether version 1 refuses a pool: it keeps fewer than k possible counts for some member. Where all may be small that
 * is pupils > (k − 1) · (members − 1). A cell of one benefit is no pool and derives nothing.
 */
export const isDerivable = (members: number, pupils: number, k: number): boolean =>
  members > 1 && possibleCounts(members, pupils, k) < k;
