/** A tally: children by their signs, and a stroke for each talk. What follows from it is counted by the rules that the service has too. */
import type { Policy } from '../../rules/policy.ts';
import type { Counts } from '../../rules/counts.ts';
import { codesOf, type Scheme, schemeId } from '../../rules/scheme.ts';
import { countStrokes, type Stroke } from '../../rules/strokes.ts';
import { emptyEntry, type Entry, outcomeOf } from '../report/entry.ts';
import { isSign, MOST_NUMBERS, type Sign } from './signs.ts';

export interface Tally {
  /** In the order in which they came. */
  readonly children: readonly Sign[];
  readonly strokes: readonly Stroke[];
}

export const EMPTY: Tally = { children: [], strokes: [] };
/** A school has some hundreds in a quarter. */
const MOST_STROKES = 20_000;

export const withChild = (tally: Tally, sign: Sign): Tally =>
  tally.children.includes(sign) ? tally : { ...tally, children: [...tally.children, sign] };

export const withStroke = (tally: Tally, child: Sign, benefit: string): Tally =>
  tally.strokes.length >= MOST_STROKES
    ? tally
    : { ...tally, strokes: [...tally.strokes, { child, benefit }] };

/** The lowest number that no child has; undefined where all are taken. */
export function nextNumber({ children }: Tally): Sign | undefined {
  for (let number = 1; number <= MOST_NUMBERS; number++)
    if (!children.includes(`number:${number}`)) return `number:${number}`;
  return undefined;
}

export const talksOf = ({ strokes }: Tally, child: Sign, benefit?: string): number =>
  strokes.filter((one) => one.child === child && (benefit === undefined || one.benefit === benefit)).length;

export const countsOf = (tally: Tally, scheme: Scheme, policy: Policy): Counts =>
  countStrokes(tally.strokes, scheme, policy.number);

/** The report that follows; where a number of distinct children would help, it is there already. */
export function entryOf(tally: Tally, scheme: Scheme, policy: Policy): Entry {
  const { counts, distinct = [] } = countsOf(tally, scheme, policy);
  let entry: Entry = {
    ...emptyEntry(scheme),
    rows: Object.fromEntries(
      codesOf(scheme).map((code) => [
        code,
        {
          pupils: String(counts[code]?.pupils ?? 0),
          consultations: String(counts[code]?.consultations ?? 0),
        },
      ]),
    ),
  };
  const known = new Map(distinct.map(({ benefits, pupils }) => [benefits.join(), pupils]));
  for (let asked = 0; asked < known.size; asked++) {
    const outcome = outcomeOf(entry, scheme, schemeId(scheme), policy);
    const union = outcome.kind === 'ready' ? outcome.question?.join() : undefined;
    const pupils = union === undefined ? undefined : known.get(union);
    if (union === undefined || pupils === undefined) break;
    entry = { ...entry, unions: { ...entry.unions, [union]: String(pupils) } };
  }
  return entry;
}

/** What was kept or came in a file, if it is a tally of this scheme; whatever else stands there is none. */
export function readTally(value: unknown, scheme: Scheme): Tally | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { children, strokes } = value as Record<string, unknown>;
  if (!Array.isArray(children) || !Array.isArray(strokes) || strokes.length > MOST_STROKES) return undefined;
  const codes = codesOf(scheme);
  const isChild = (one: unknown): one is Sign => typeof one === 'string' && isSign(one);
  const isStroke = (one: unknown): one is Stroke => {
    const { child, benefit } = (one ?? {}) as Record<string, unknown>;
    return children.includes(child) && typeof benefit === 'string' && codes.includes(benefit);
  };
  if (!children.every(isChild) || new Set(children).size < children.length || !strokes.every(isStroke))
    return undefined;
  return { children, strokes: strokes.map(({ child, benefit }) => ({ child, benefit })) };
}
