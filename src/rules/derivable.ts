/** Whether a pooled number leads back to its members: the rule `derivable`, for server and anonymiser alike. */

/**
 * How many pupil counts a reader must still think possible for any one member of a pool.
 *
 * The reader knows k, and that benefits below k get pooled. Where all members may have been below k, he
 * assumes so; else at least one is larger and he can assume nothing of any. All members look alike to him,
 * so one number holds for each. A member's count v is possible if the others can make up a union of n:
 * max ≤ n ≤ sum.
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
 * Whether a pool keeps fewer than k possible counts for some member. Where all may be small that is
 * pupils > (k − 1) · (members − 1): were one member zero, the others could not make up the number.
 * Knowing the consultations narrows nothing further (each possible count also has a split without overlap).
 * A cell of one benefit is no pool and derives nothing.
 */
export const isDerivable = (members: number, pupils: number, k: number): boolean =>
  members > 1 && possibleCounts(members, pupils, k) < k;
