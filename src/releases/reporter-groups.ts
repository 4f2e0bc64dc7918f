/** Schools whose reports one hand put or read in the period, directly or through another school, are one contributor. */

/**
 * Per school its group: the smallest number of a school that it is tied to.
 *
 * hands  who put or read a report of the school in the period, in any revision; whoever might have is none of them
 */
export function reporterGroups(hands: readonly { account: string; school: string }[]): Map<string, string> {
  const leader = new Map<string, string>();
  const find = (school: string): string => {
    const above = leader.get(school) ?? school;
    return above === school ? school : find(above);
  };
  const firstOf = new Map<string, string>();
  for (const { account, school } of hands) {
    const [a, b] = [find(school), find(firstOf.get(account) ?? school)];
    leader.set(a > b ? a : b, a > b ? b : a);
    if (!firstOf.has(account)) firstOf.set(account, school);
  }
  return new Map(hands.map(({ school }) => [school, find(school)]));
}
