/** Schools that one reporter counts for, directly or through another, are one contributor. */

/** Per school its group: the smallest number of a school that it is tied to. */
export function reporterGroups(pairs: readonly { account: string; school: string }[]): Map<string, string> {
  const leader = new Map<string, string>();
  const find = (school: string): string => {
    const above = leader.get(school) ?? school;
    return above === school ? school : find(above);
  };
  const firstOf = new Map<string, string>();
  for (const { account, school } of pairs) {
    const [a, b] = [find(school), find(firstOf.get(account) ?? school)];
    leader.set(a > b ? a : b, a > b ? b : a);
    if (!firstOf.has(account)) firstOf.set(account, school);
  }
  return new Map(pairs.map(({ school }) => [school, find(school)]));
}
