/** Rounding: repairs a fractional solution of the master problem. */
import type { Choices, Frame } from './choices.ts';
import { holds, type Cut } from './cut.ts';

/**
 * Rounds the solution of an LP relaxation to choices within the frame that obey the cuts: first those that it takes nearly
 * whole, then those that violated cuts still need; superfluous ones are dropped in the end. Ties go by position.
 *
 * share    the fractional value of each choice, by choice
 * returns  1 per choice that is taken; undefined if it found none
 * cost     a few passes over the cuts
 */
export function rounded(
  cuts: readonly Cut[],
  share: ReadonlyMap<number, number>,
  { allowed, kept }: Frame,
  cost: Choices['cost'],
): Uint8Array | undefined {
  const taken = kept.slice();
  for (const [choice, part] of share) if (part > MOST) taken[choice] = 1;
  const worth = (choice: number): number => (share.get(choice)! + FLOOR) / cost[choice]!;
  for (let changed = true; changed;) {
    changed = false;
    for (const cut of cuts) {
      while (!holds(cut, taken)) {
        let best = -1;
        let most = 0;
        cut.choice.forEach((choice, at) => {
          if (allowed[choice] !== 1 || taken[choice] === 1) return;
          const gain = cut.coefficient[at]! * worth(choice);
          if (gain > most) [best, most] = [choice, gain];
        });
        if (best < 0) return undefined;
        taken[best] = 1;
        changed = true;
      }
    }
  }
  const cutsOf = new Map<number, Cut[]>();
  for (const cut of cuts) {
    for (const choice of cut.choice) {
      const some = cutsOf.get(choice);
      if (some) some.push(cut);
      else cutsOf.set(choice, [cut]);
    }
  }
  const candidates = [...share.keys()].sort((one, other) => worth(one) - worth(other) || other - one);
  const drops = (choice: number): boolean => {
    if (taken[choice] !== 1 || kept[choice] === 1) return false;
    taken[choice] = 0;
    const isSo = (cutsOf.get(choice) ?? []).every((cut) => holds(cut, taken));
    if (!isSo) taken[choice] = 1;
    return isSo;
  };
  while (candidates.filter(drops).length > 0) continue;
  return taken;
}

/** A choice of which the LP relaxation takes more than this share is taken. */
const MOST = 0.9;

/** A choice that the LP relaxation leaves out may still be needed, so it counts for this share. */
const FLOOR = 1e-3;
