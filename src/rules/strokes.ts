/** Strokes of a tally sheet (Strichliste), and the counts that follow from them. */
import { childKey } from './child.ts';
import type { Counts } from './counts.ts';
import { codesOf, schemeId, type Scheme } from './scheme.ts';

/** One consultation of one child about one benefit. */
export interface Stroke {
  /** A pseudonym of the school's own, compared by `childKey`. It never leaves the device and stands in no result. */
  readonly child: string;
  /** Code of a benefit of the scheme. */
  readonly benefit: string;
}

/**
 * Counts a tally sheet.
 *
 * strokes  in any order; the same one twice is two consultations of one child, and so are two spellings of its pseudonym
 * policy   number of the policy that the counts will be pooled under
 * returns  every benefit, zeros too, and under `distinct` every union of two or more, small unions first and
 *          then in scheme order. All numbers of pupils are exact: a child behind several benefits counts once.
 * throws   RangeError for a benefit that the scheme does not have
 * cost     one pass, then 4^m steps for m benefits at worst
 */
export function countStrokes(strokes: Iterable<Stroke>, scheme: Scheme, policy: number): Counts {
  const codes = codesOf(scheme);
  const consultations = codes.map(() => 0);
  const wishes = new Map<string, number>();
  const keys = new Map<string, string>();
  for (const { child, benefit } of strokes) {
    const i = codes.indexOf(benefit);
    if (i < 0) throw new RangeError('the scheme has no such benefit');
    consultations[i] = (consultations[i] ?? 0) + 1;
    const key = keys.get(child) ?? childKey(child);
    keys.set(child, key);
    wishes.set(key, (wishes.get(key) ?? 0) | (1 << i));
  }
  const behind = distinctBehind([...wishes.values()]);
  return {
    scheme: schemeId(scheme),
    policy,
    counts: Object.fromEntries(
      codes.map((code, i) => [code, { pupils: behind(1 << i), consultations: consultations[i] ?? 0 }]),
    ),
    distinct: unionsOf(codes.length).map((union) => ({
      benefits: union.map((i) => codes[i]!),
      pupils: behind(union.reduce((mask, i) => mask | (1 << i), 0)),
    })),
  };
}

/** wishes: per child the mask of benefits it asked about. Returns how many children asked about any in a mask. */
function distinctBehind(wishes: readonly number[]): (mask: number) => number {
  const children = new Map<number, number>();
  for (const wish of wishes) children.set(wish, (children.get(wish) ?? 0) + 1);
  return (mask) => {
    let sum = 0;
    for (const [wish, count] of children) if ((wish & mask) !== 0) sum += count;
    return sum;
  };
}

/** Every choice of two or more of so many places, ascending within, by size and then by place. */
function unionsOf(places: number): number[][] {
  const unions: number[][] = [];
  const extend = (from: number, size: number, chosen: readonly number[]): void => {
    if (chosen.length === size) unions.push([...chosen]);
    else for (let i = from; i < places; i++) extend(i + 1, size, [...chosen, i]);
  };
  for (let size = 2; size <= places; size++) extend(0, size, []);
  return unions;
}
