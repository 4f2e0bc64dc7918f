/** Who took over from whom: it must lead somewhere. */

/**
 * Those from which a way leads into a circle, the circle's own members among them.
 *
 * successors  by key; a successor that is no key itself is an end
 * source      Kahn (1962), topological sorting: ends are taken away until none is left. Cost: linear.
 */
export function leadingInCircles(successors: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const open = new Map<string, number>();
  const predecessors = new Map<string, string[]>();
  for (const [key, all] of successors) {
    const inner = all.filter((successor) => successors.has(successor));
    open.set(key, inner.length);
    for (const successor of inner) {
      const before = predecessors.get(successor);
      if (before) before.push(key);
      else predecessors.set(successor, [key]);
    }
  }
  const ends = [...open.keys()].filter((key) => open.get(key) === 0);
  for (const end of ends) {
    open.delete(end);
    for (const key of predecessors.get(end) ?? []) {
      const left = (open.get(key) ?? 0) - 1;
      open.set(key, left);
      if (left === 0) ends.push(key); // a list that grows while it is walked: each key enters it once
    }
  }
  return new Set(open.keys());
}
