/** Zeros with room: the zeros of pending rows that no published zero makes derivable. */

interface Zero {
  readonly isZero: boolean;
  /** Whether it stands in a published row without numbers. */
  readonly isSuppressed: boolean;
  readonly isShown: boolean;
}

/**
 * Groups each suppressed zero with the zeros that are above 0 where it is: one part of every sum that it is, the zero
 * totals above it, and the larger cell of its pair. A published zero makes all its parts derivable, and theirs in turn.
 *
 * cells    by number
 * sums     which parts make up which total
 * pairs    the first is never above the second
 * returns  groups of zeros, the suppressed one first. Cost: linear in the connected components of suppressed zeros.
 */
export function zerosWithRoom(
  cells: readonly Zero[],
  sums: readonly { readonly total: number; readonly parts: readonly number[] }[],
  pairs: readonly (readonly [smaller: number, larger: number])[],
): number[][] {
  const partsOf = new Map<number, (readonly number[])[]>();
  const totalsOf = new Map<number, number[]>();
  const largerOf = new Map<number, number[]>();
  const add = <T>(lists: Map<number, T[]>, key: number, one: T): void => {
    const list = lists.get(key);
    if (list) list.push(one);
    else lists.set(key, [one]);
  };
  for (const { total, parts } of sums) {
    add(partsOf, total, parts);
    for (const part of parts) if (cells[part]!.isZero) add(totalsOf, part, total);
  }
  for (const [smaller, larger] of pairs) if (cells[smaller]!.isZero) add(largerOf, smaller, larger);

  const groups: number[][] = [];
  /** Adds the cell and those that must have room with it; returns false where a published cell leaves none. */
  const give = (cell: number, along: Set<number>): boolean => {
    if (!cells[cell]!.isZero || along.has(cell)) return true;
    if (cells[cell]!.isShown) return false;
    along.add(cell);
    const above = [...(totalsOf.get(cell) ?? []), ...(largerOf.get(cell) ?? [])];
    if (!above.every((one) => give(one, along))) return false;
    return (partsOf.get(cell) ?? []).every((parts) => parts.some((part) => tried(part, along)));
  };
  /** As `give`, and leaves nothing behind where there is no room. */
  const tried = (cell: number, along: Set<number>): boolean => {
    const more = new Set(along);
    if (!give(cell, more)) return false;
    for (const one of more) along.add(one);
    return true;
  };
  cells.forEach(({ isZero, isSuppressed, isShown }, cell) => {
    if (!isZero || !isSuppressed || isShown) return;
    const along = new Set<number>();
    if (give(cell, along)) groups.push([...along]);
  });
  return groups;
}
