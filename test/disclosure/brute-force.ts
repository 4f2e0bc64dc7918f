/** An attacker who tries every table of whole numbers. Shares no code with the engine. */

/** The bare facts of a problem, as lists, so that nothing of the engine is needed to read them. */
export interface Facts {
  readonly values: readonly number[];
  readonly suppressed: readonly boolean[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Total first, then its parts. */
  readonly relations: readonly (readonly number[])[];
  /** Smaller first. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** Lowest and highest value of each suppressed cell over all tables that fit; undefined for open cells. */
function bruteForce(facts: Facts): ([number, number] | undefined)[] {
  const low = facts.values.map((value, cell) => (facts.suppressed[cell] ? facts.lower[cell]! : value));
  const high = facts.values.map((value, cell) => (facts.suppressed[cell] ? facts.upper[cell]! : value));
  return facts.suppressed.map((isSuppressed, cell) => {
    if (!isSuppressed) return undefined;
    const range = Array.from({ length: high[cell]! - low[cell]! + 1 }, (_, step) => low[cell]! + step);
    const canBe = (value: number): boolean => exists(facts, low.with(cell, value), high.with(cell, value));
    return [range.find(canBe) ?? Infinity, range.findLast(canBe) ?? -Infinity];
  });
}

/** Whether a table fits with every cell between its ends: narrows the ends, then tries every value of a cell. */
function exists(facts: Facts, low: number[], high: number[]): boolean {
  if (!narrow(facts, low, high)) return false;
  let branch = -1;
  for (const cell of low.keys()) {
    if (high[cell]! > low[cell]! && (branch < 0 || high[cell]! - low[cell]! < high[branch]! - low[branch]!)) {
      branch = cell;
    }
  }
  if (branch < 0) return true;
  for (let value = low[branch]!; value <= high[branch]!; value++) {
    if (exists(facts, low.with(branch, value), high.with(branch, value))) return true;
  }
  return false;
}

/** Takes away what no table can hold, one relation and one pair at a time; false if nothing is left. */
function narrow(facts: Facts, low: number[], high: number[]): boolean {
  for (let changed = true; changed;) {
    changed = false;
    const cut = (cell: number, least: number, most: number): void => {
      if (least > low[cell]!) [low[cell], changed] = [least, true];
      if (most < high[cell]!) [high[cell], changed] = [most, true];
    };
    for (const [total, ...parts] of facts.relations) {
      const least = parts.reduce((sum, part) => sum + low[part]!, 0);
      const most = parts.reduce((sum, part) => sum + high[part]!, 0);
      cut(total!, least, most);
      for (const part of parts) {
        cut(part, low[total!]! - (most - high[part]!), high[total!]! - (least - low[part]!));
      }
    }
    for (const [smaller, larger] of facts.pairs) {
      cut(smaller, -Infinity, high[larger]!);
      cut(larger, low[smaller]!, Infinity);
    }
    if (low.some((end, cell) => end > high[cell]!)) return false;
  }
  return true;
}

/** Returns the suppressed cells whose interval, by brute force, is shorter than the width. */
export const toldTooClosely = (facts: Facts, width: number): number[] =>
  bruteForce(facts).flatMap((ends, cell) => (ends && !(ends[1] - ends[0] >= width) ? [cell] : []));
