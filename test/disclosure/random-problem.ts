/** Small problems by the throw of a seeded die: crossed tables, with totals, sometimes with two measures. */
import { seeded } from '../../src/demo/simulation.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';

/** The die that is thrown. */
export const die = seeded;

export interface Shape {
  /** Categories per dimension; a total is added to each. */
  readonly dimensions: readonly number[];
  /** Whether a second table stands below the first: never above it, suppressed together with it. */
  readonly measures: 1 | 2;
}

export const SHAPES: readonly Shape[] = [
  { dimensions: [3], measures: 1 },
  { dimensions: [2, 2], measures: 1 },
  { dimensions: [2, 3], measures: 1 },
  { dimensions: [3, 3], measures: 1 },
  { dimensions: [2, 2, 2], measures: 1 },
  { dimensions: [3], measures: 2 },
  { dimensions: [2, 2], measures: 2 },
];

/** Values up to 9 inside; a domain a few units around each value, so that every table can be tried. */
export function randomProblem(random: () => number, shape: Shape): ProtectionProblem {
  const below = (end: number): number => Math.floor(random() * end);
  const places = shape.dimensions.reduce<number[][]>(
    (known, size) => known.flatMap((place) => Array.from({ length: size }, (_, at) => [...place, at])),
    [[]],
  );
  const least = below(3);
  const builder = new ProblemBuilder();
  const drawn = places.map(() => (random() < 0.15 ? 0 : Math.max(least, 1 + below(9))));
  const tables = [drawn];
  if (shape.measures === 2)
    tables.push(drawn.map((value) => (value === 0 ? 0 : Math.max(least, 1 + below(value)))));
  const status = new Map<string, typeof PUBLISHABLE | typeof PRIMARY | typeof LOCKED>();
  const indexes = tables.map(addTable);
  const [larger, smaller] = indexes;
  if (smaller) {
    for (const [place, cell] of smaller) {
      builder.atMost(cell, larger!.get(place)!);
      builder.together([larger!.get(place)!, cell]);
    }
  }
  return builder.build();

  function addTable(values: readonly number[]): Map<string, number> {
    const sums = new Map<string, number>();
    const parts = new Map<string, Set<string>>();
    places.forEach((place, at) => {
      for (let mask = 0; mask < 1 << place.length; mask++) {
        const shown = place.map((one, axis) => ((mask >> axis) & 1 ? '*' : String(one)));
        const self = shown.join(' ');
        sums.set(self, (sums.get(self) ?? 0) + values[at]!);
        shown.forEach((one, axis) => {
          if (one !== '*') return;
          const part = shown.map((word, i) => (i === axis ? String(place[i]) : word)).join(' ');
          parts.set(`${self}#${axis}`, (parts.get(`${self}#${axis}`) ?? new Set<string>()).add(part));
        });
      }
    });
    const index = new Map<string, number>();
    for (const [label, value] of sums) {
      const thrown = random();
      const own = value === 0 ? PUBLISHABLE : thrown < 0.25 ? PRIMARY : thrown > 0.93 ? LOCKED : PUBLISHABLE;
      const above = status.get(label);
      status.set(
        label,
        above === undefined
          ? own
          : value === 0 || above === LOCKED
            ? above
            : own === LOCKED
              ? PUBLISHABLE
              : own,
      );
      const room = 1 + below(4);
      const lower = value === 0 ? 0 : Math.max(Math.min(least, value), value - room);
      const upper = value + below(5);
      index.set(
        label,
        builder.cell({ label, value, status: status.get(label)!, lower, upper, cost: 1 + below(5) }),
      );
    }
    for (const [relation, members] of parts) {
      const total = index.get(relation.slice(0, relation.indexOf('#')))!;
      builder.relation(
        total,
        [...members].map((one) => index.get(one)!),
      );
    }
    return index;
  }
}
