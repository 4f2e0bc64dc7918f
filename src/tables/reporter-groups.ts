/** Reporter groups: schools whose reports one hand put or read in the period, directly or through another school, are one
 * contributor. */
import { DisjointSets } from '../disclosure/problem/disjoint-sets.ts';

/**
 * The connected components of schools that share a hand. Per school its group: the smallest number of a school in it.
 *
 * hands  who put or read a report of the school in the period, in any revision; whoever might have is none of them
 * cost   n log n in the hands
 */
export function reporterGroups(hands: readonly { account: string; school: string }[]): Map<string, string> {
  const schools = [...new Set(hands.map(({ school }) => school))].sort();
  const at = new Map(schools.map((school, index) => [school, index]));
  const sets = new DisjointSets(schools.length);
  const firstOf = new Map<string, number>();
  for (const { account, school } of hands) {
    const own = at.get(school)!;
    const first = firstOf.get(account);
    if (first === undefined) firstOf.set(account, own);
    else sets.join(first, own);
  }
  return new Map(hands.map(({ school }) => [school, schools[sets.find(at.get(school)!)]!]));
}
