/**
 * (g): knows why numbers are hidden, as far as published bytes and rules tell it.
 *
 * The rules promise that no reporter tells a sensitive number, that is one of fewer than three contributors. So
 * whatever a reporter does tell is none: three stand behind it, with k pupils each. Who that reporter is stands in
 * the register; what the reporter's own number is need not be known.
 */
import { intervals, type Effort, type Interval, type Solver } from './intervals.ts';
import {
  columnsOf,
  leastOf,
  numberIn,
  standsIn,
  type Column,
  type Expected,
  type Known,
  type Place,
  type Row,
} from './published.ts';
import { Reader, type Lens } from './reader.ts';

const keyOf = ({ version, row, measure, at }: Place): string => `${version} ${row} ${measure} ${at}`;

/** How low and how high each of some hidden places can be for who knows what the rules say of the others. */
export function knowsCauses(
  known: Known,
  places: readonly Place[],
  solver: Solver,
  effort?: Effort,
): Interval[] {
  const reader = readerOfCauses(known, { counted: effort?.isCounted ?? true });
  return intervals(
    reader.unknowns,
    places.map((place) => reader.cell(place)),
    known.rules.width,
    solver,
    effort,
  );
}

/** A reader who besides all else knows what the rules say of hidden places. */
export function readerOfCauses(known: Known, lens: Omit<Lens, 'notPrimary'>): Reader {
  const { notPrimary, told, belowTotal } = inferred(known);
  const { k, width } = known.rules;
  const reader = new Reader(known, {
    ...lens,
    notPrimary: (place) =>
      notPrimary.has(keyOf(place)) ? (told.has(keyOf(place)) ? 'itself' : 'other measure') : undefined,
  });
  for (const { place, total, others } of belowTotal) {
    const [only, ...more] = others;
    const rest = more.length > 0 ? others.length * k + width : leastOf(known, only!);
    reader.unknowns.say(reader.cell(place), 0, total - rest);
  }
  return reader;
}

interface Inferred {
  /** Hidden places behind which three contributors stand. */
  readonly notPrimary: ReadonlySet<string>;
  /** Those of them of which the rules say so themselves, not of the same benefit in the other measure. */
  readonly told: ReadonlySet<string>;
  /**
   * A place that one reporter knows is one of several hidden ones that make a shown sum. Of the others none may be
   * told by that reporter, or else three stand behind each; so they leave room for the width above k each.
   */
  readonly belowTotal: readonly {
    readonly place: Place;
    readonly total: number;
    readonly others: readonly Place[];
  }[];
}

/** Cost: places × reporters that are alone in a row. */
function inferred(known: Known): Inferred {
  const notPrimary = new Map<string, Place>();
  const belowTotal: Inferred['belowTotal'][number][] = [];
  known.versions.forEach(({ rows }, version) => {
    const mayBeNothing = ({ row }: Place): boolean => rows[row]!.pending === true;
    const sums = sumsOf(known, version);
    for (const { reporter, alone } of aloneIn(known, version)) {
      const told = new Set(alone.map(keyOf));
      for (const { hidden, shown } of sums) {
        const [own, others] = [hidden.filter((one) => told.has(keyOf(one))), hidden.filter((one) => !told.has(keyOf(one)))]; // prettier-ignore
        if (shown !== undefined && own.length === 1 && others.length > 0 && !others.some(mayBeNothing))
          belowTotal.push({ place: own[0]!, total: shown, others });
      }
      // What follows for the reporter follows for everybody who knows where the reporter is alone.
      for (let more = true; more;) {
        more = false;
        for (const { hidden, total } of sums) {
          const rest = [...hidden, ...total].filter((one) => !told.has(keyOf(one)));
          if (rest.length !== 1) continue;
          told.add(keyOf(rest[0]!));
          // Where the reporter stands in the row, it may be the only one behind the number.
          if (!mayBeNothing(rest[0]!) && !standsIn(reporter, rows[rest[0]!.row]!))
            notPrimary.set(keyOf(rest[0]!), rest[0]!);
          more = true;
        }
      }
    }
  });
  const both = [...notPrimary.values()].flatMap((place): string[] => {
    // Contributors of a benefit are the same in both measures.
    if (place.at >= known.benefits.length) return [keyOf(place)];
    return [keyOf({ ...place, measure: 'pupils' }), keyOf({ ...place, measure: 'consultations' })];
  });
  return { notPrimary: new Set(both), told: new Set(notPrimary.keys()), belowTotal };
}

/** Per reporter, the hidden places of rows in which nobody else reported. */
function aloneIn(
  { register, versions, benefits }: Known,
  version: number,
): { reporter: Expected; alone: Place[] }[] {
  const { rows, reported } = versions[version]!;
  const reporters = register.filter(({ school }) => reported.has(school));
  const alone = new Map<Expected, Place[]>();
  rows.forEach((row, at) => {
    if (row.schoolsReported !== 1) return;
    const only = reporters.find((facts) => standsIn(facts, row))!;
    const places = columnsOf(benefits)
      .filter((column) => numberIn(row, column) === null)
      .map((column): Place => ({ ...column, version, row: at }));
    alone.set(only, [...(alone.get(only) ?? []), ...places]);
  });
  return [...alone].map(([reporter, places]) => ({ reporter, alone: places }));
}

interface Sum {
  /** Hidden parts. */
  readonly hidden: readonly Place[];
  /** The total, where it is hidden. */
  readonly total: readonly Place[];
  /** What the hidden parts make together, where that is public. */
  readonly shown: number | undefined;
}

/** Which published numbers add up to which. */
function sumsOf({ register, versions, benefits }: Known, version: number): Sum[] {
  const { rows, reported } = versions[version]!;
  const columns = columnsOf(benefits);
  const valueOf = (place: Place): number | null => numberIn(rows[place.row]!, place);
  const sum = (total: Place, parts: readonly Place[]): Sum => {
    const rest = parts.reduce((left, part) => left - (valueOf(part) ?? 0), valueOf(total) ?? NaN);
    return {
      hidden: parts.filter((part) => valueOf(part) === null),
      total: valueOf(total) === null ? [total] : [],
      shown: Number.isNaN(rest) ? undefined : rest,
    };
  };
  const place = (row: Row, column: Column): Place => ({ ...column, version, row: rows.indexOf(row) });
  const reporters = register.filter(({ school }) => reported.has(school));
  return rows.flatMap((row) => {
    const inside = rows.filter((other) => other !== row && other.schoolsReported > 0 && other.region.startsWith(row.region)); // prettier-ignore
    const next = inside.filter((other) => other.schoolType === '' && row.schoolType === '' && other.region !== row.region); // prettier-ignore
    const nearest = next.filter(
      (one) => !next.some((other) => other !== one && one.region.startsWith(other.region)),
    );
    const types = row.schoolType === '' ? inside.filter((other) => other.schoolType !== '' && other.region === row.region) : []; // prettier-ignore
    const members = reporters.filter((facts) => standsIn(facts, row));
    const partitions = [nearest, types].filter(
      (parts) => parts.length > 0 && members.every((facts) => parts.some((part) => standsIn(facts, part))),
    );
    const overRows = partitions.flatMap(
      (parts) =>
      columns.map((column) => sum(place(row, column), parts.map((part) => place(part, column)))), // prettier-ignore
    );
    const consultations = columns.filter(({ measure }) => measure === 'consultations');
    const across = sum(
      place(row, consultations.at(-1)!),
      consultations.slice(0, -1).map((column) => place(row, column)),
    );
    return [...overRows, across];
  });
}
