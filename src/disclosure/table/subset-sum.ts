/** Whether some of several lists of amounts add up to another one, place by place; looked for only as far as is cheap. */

/** Work that is left for all searches together, in amounts compared. */
export interface Budget {
  left: number;
}

/**
 * target   amounts, 0 or more
 * members  as long as the target and nowhere above it, none all 0
 * returns  whether two or more of them add up to it; false too where the budget ended
 * cost     a step per amount compared; exponential without the budget
 */
export function someAddUp(target: Float64Array, members: readonly Float64Array[], budget: Budget): boolean {
  const sum = (amounts: Float64Array): number => amounts.reduce((all, amount) => all + amount, 0);
  const ranked = members
    .map((amounts) => ({ amounts, total: sum(amounts) }))
    .sort((one, other) => other.total - one.total);
  const behind = new Float64Array(ranked.length + 1);
  for (let at = ranked.length - 1; at >= 0; at--) behind[at] = behind[at + 1]! + ranked[at]!.total;
  const rest = target.slice();
  return search(0, sum(target), 0);

  function search(from: number, left: number, taken: number): boolean {
    if (left === 0) return taken > 1;
    for (let at = from; at < ranked.length && behind[at]! >= left; at++) {
      const { amounts, total } = ranked[at]!;
      budget.left -= rest.length;
      if (budget.left < 0) return false;
      if (total > left || amounts.some((amount, place) => amount > rest[place]!)) continue;
      amounts.forEach((amount, place) => (rest[place]! -= amount));
      if (search(at + 1, left - total, taken + 1)) return true;
      amounts.forEach((amount, place) => (rest[place]! += amount));
    }
    return false;
  }
}

/**
 * Neighbours in a list that add up to a target; its entries are above 0.
 *
 * returns  runs of two or more, as [first, last + 1]. Cost: one pass.
 */
export function runsOf(totals: readonly number[], target: number): [number, number][] {
  const found: [number, number][] = [];
  let sum = 0;
  let first = 0;
  totals.forEach((total, last) => {
    sum += total;
    while (sum > target) sum -= totals[first++]!;
    if (sum === target && last > first) found.push([first, last + 1]);
  });
  return found;
}
