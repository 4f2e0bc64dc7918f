/** Patterns against insiders: what a respondent knows of its own share gives no other away. */
import { audit } from '../../src/disclosure/audit/audit.ts';
import { protectFromInsiders, type Insiders } from '../../src/disclosure/insiders/insiders.ts';
import { seenBy } from '../../src/disclosure/insiders/seen-by.ts';
import {
  alwaysSuppressed,
  LOCKED,
  PRIMARY,
  UNPUBLISHED,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { NoSafePattern, suppress } from '../../src/disclosure/search/suppress.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { toldTooClosely, type Facts } from './brute-force.ts';
import { factsOf } from './facts.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260404);
const LEAST = 2;
/** How far above its value a cell may lie, so that every table can be tried. */
const ROOM = 7;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

type Amounts = readonly ReadonlyMap<string, number>[];

interface Made {
  readonly problem: ProtectionProblem;
  readonly shares: Amounts;
}

/**
 * Rows × columns with totals; contributors each put 0 or at least LEAST into inner cells. A cell with fewer
 * than 3 contributors is primary. With a second measure below the first, suppressed together with it; in some cells
 * of it a contributor has nothing, so that another may be alone in one measure and not in the other.
 */
function table(
  random: () => number,
  rows: number,
  columns: number,
  measures: 1 | 2,
  { builder, shares } = { builder: new ProblemBuilder(), shares: [] as Map<string, number>[] },
): Made {
  const contributors = ['a', 'b', 'c', 'd'];
  const places = Array.from({ length: (rows + 1) * (columns + 1) }, (_, at) => at);
  const isInner = (at: number): boolean => at % (columns + 1) < columns && at < rows * (columns + 1);
  const drawn = places.map(
    (at) =>
      new Map(
        contributors
          .filter(() => isInner(at) && random() < 0.45)
          .map((one) => [one, LEAST + Math.floor(random() * 5)] as const),
      ),
  );
  const halved = drawn.map(
    (cell) =>
      new Map(
        [...cell]
          .filter((_, at) => at === 0 || random() < 0.7)
          .map(([one, own]) => [one, LEAST + Math.floor(random() * (own - LEAST + 1))]),
      ),
  );
  const tables = [drawn, halved].slice(0, measures).map((inner) =>
    places.map((at) => {
      const [row, column] = [Math.floor(at / (columns + 1)), at % (columns + 1)];
      const share = new Map<string, number>();
      inner.forEach((cell, from) => {
        const inRow = row === rows || Math.floor(from / (columns + 1)) === row;
        const inColumn = column === columns || from % (columns + 1) === column;
        if (!inRow || !inColumn) return;
        for (const [one, own] of cell) share.set(one, (share.get(one) ?? 0) + own);
      });
      const value = [...share.values()].reduce((sum, own) => sum + own, 0);
      const status = value > 0 && share.size < 3 ? PRIMARY : undefined;
      shares.push(share);
      return builder.cell({
        label: `cell ${at}`,
        value,
        lower: Math.min(value, LEAST),
        upper: value + ROOM,
        ...(status === undefined ? {} : { status }),
      });
    }),
  );
  for (const cells of tables) {
    const at = (row: number, column: number): number => cells[row * (columns + 1) + column]!;
    for (let row = 0; row <= rows; row++)
      builder.relation(
        at(row, columns),
        Array.from({ length: columns }, (_, column) => at(row, column)),
      );
    for (let column = 0; column <= columns; column++)
      builder.relation(
        at(rows, column),
        Array.from({ length: rows }, (_, row) => at(row, column)),
      );
  }
  const [larger, smaller] = tables;
  smaller?.forEach((cell, at) => {
    builder.atMost(cell, larger![at]!);
    builder.together([larger![at]!, cell]);
  });
  return { problem: builder.build(), shares };
}

/** What one contributor knows, as plain facts: the rests instead of the cells. */
function factsFor(contributor: string, { problem, shares }: Made, suppressed: Uint8Array): Facts {
  const facts = factsOf(problem, suppressed);
  const own = shares.map((share) => share.get(contributor) ?? 0);
  const rest = facts.values.map((value, cell) => value - own[cell]!);
  return {
    ...facts,
    values: rest,
    suppressed: facts.suppressed.map((mark, cell) => mark && rest[cell]! > 0),
    lower: facts.lower,
    upper: facts.upper.map((end, cell) => end - own[cell]!),
  };
}

/** The whole problem with what `protectFromInsiders` gives a contributor: sharper ends, and cells where it is alone. */
function seenInWhole(
  contributor: string,
  { problem, shares }: Made,
  suppressed: Uint8Array,
): ProtectionProblem {
  const seen = seenBy(problem, sharesOf({ problem, shares }), contributor);
  const required = alwaysSuppressed(problem);
  const status = seen.status.map((old, cell) => {
    if (old === LOCKED) return LOCKED;
    return suppressed[cell] === 1 ? (required[cell] === 1 ? PRIMARY : UNPUBLISHED) : old;
  });
  return { ...seen, status };
}

/** What the others put into a cell is at least its lower end. */
const sharesOf = ({ problem, shares }: Made): Insiders['shares'] =>
  shares.map((share, cell) => {
    const rest = share.size > 1 ? problem.lower[cell]! : 0;
    return new Map([...share].map(([one, amount]) => [one, { amount, rest }]));
  });

const insidersOf = (made: Made): Insiders => ({
  shares: sharesOf(made),
  sensitive: alwaysSuppressed(made.problem),
});

const contributorsOf = (shares: Amounts): string[] => [
  ...new Set(shares.flatMap((share) => [...share.keys()])),
];

/** Returns cells that must be suppressed and whose interval is shorter than the width to some contributor. */
function foundByInsiders(made: Made, suppressed: Uint8Array, width: number): number[] {
  const required = alwaysSuppressed(made.problem);
  return contributorsOf(made.shares).flatMap((contributor) =>
    toldTooClosely(factsFor(contributor, made, suppressed), width).filter((cell) => required[cell] === 1),
  );
}

describe('a pattern against insiders', () => {
  test('withstands every contributor who tries all tables, where a pattern against strangers does not', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    const seen = { safe: 0, 'open to an insider without it': 0, 'none found': 0 };
    for (let round = 0; round < 30; round++) {
      const made = table(random, 2 + (round % 2), 2, round % 4 === 3 ? 2 : 1);
      const width = 1 + (round % 2);
      const { problem } = made;
      try {
        const { suppressed } = protectFromInsiders(problem, insidersOf(made), width, solver);
        expect(toldTooClosely(factsOf(problem, suppressed), width)).toEqual([]);
        expect(foundByInsiders(made, suppressed, width)).toEqual([]);
        seen.safe++;
        const forStrangers = suppress(problem, width, solver).suppressed;
        if (foundByInsiders(made, forStrangers, width).length > 0) seen['open to an insider without it']++;
      } catch (error) {
        if (!(error instanceof NoSafePattern)) throw error;
        seen['none found']++;
      }
    }
    console.log(seen);
    expect(seen.safe).toBeGreaterThan(10);
    expect(seen['open to an insider without it']).toBeGreaterThan(0);
  });

  test('of several tables without a common cell is that of each alone', () => {
    const random = die(SEED + 1);
    const seen = { safe: 0, 'none found': 0 };
    const attempt = (made: Made): Uint8Array | undefined => {
      try {
        return protectFromInsiders(made.problem, insidersOf(made), 1, solver).suppressed;
      } catch (error) {
        if (!(error instanceof NoSafePattern)) throw error;
        return undefined;
      }
    };
    for (let round = 0; round < 6; round++) {
      const all = { builder: new ProblemBuilder(), shares: [] };
      const alone = [2, 3].map((rows) => {
        const seed = Math.floor(random() * 1e9);
        table(die(seed), rows, 3, 2, all);
        return table(die(seed), rows, 3, 2);
      });
      const together = attempt({ problem: all.builder.build(), shares: all.shares });
      const each = alone.map(attempt);
      const expected = each.some((one) => one === undefined) ? undefined : each.flatMap((one) => [...one!]);
      expect(together && [...together]).toEqual(expected);
      seen[together ? 'safe' : 'none found']++;
    }
    expect(seen.safe).toBeGreaterThan(2);
  });

  test('withstands an audit of the whole larger table for each contributor', () => {
    const random = die(SEED + 2);
    let audited = 0;
    for (let round = 0; round < 4; round++) {
      const made = table(random, 5, 4, round % 2 === 0 ? 1 : 2);
      const { suppressed } = protectFromInsiders(made.problem, insidersOf(made), 1, solver);
      for (const contributor of contributorsOf(made.shares)) {
        const seen = seenInWhole(contributor, made, suppressed);
        const marks = seen.status.map((status) => (status === PRIMARY || status === UNPUBLISHED ? 1 : 0));
        expect([...audit(eraseSuppressed(seen, marks), 1, solver).unsafe]).toEqual([]);
        audited++;
      }
    }
    expect(audited).toBe(16);
  });
});

test('what an insider knows of a cell and of a pair is the share and the difference of the shares', () => {
  const builder = new ProblemBuilder();
  const values = [20, 9, 8, 8, 6, 2, 29];
  values.forEach((value, at) =>
    builder.cell({ label: `c${at}`, value, status: PRIMARY, lower: 2, upper: 40, cost: 3 }),
  );
  builder.relation(6, [0, 1]);
  for (const pair of [[3, 2], [1, 0], [5, 4]] as const) builder.atMost(pair[0], pair[1]); // prettier-ignore
  builder.together([0, 1]);
  const problem = builder.build();
  const of = (share: Record<string, number>): ReadonlyMap<string, number> => new Map(Object.entries(share));
  const shares = [
    of({ a: 12, b: 8 }),
    of({ b: 9 }),
    // All of it is in the smaller cell of the pair, too.
    of({ a: 3, b: 5 }),
    of({ a: 3, b: 5 }),
    // Who is alone knows the cell.
    of({ a: 6 }),
    of({ a: 2 }),
    of({}),
  ];
  const seen = seenBy(problem, sharesOf({ problem, shares }), 'a');
  expect(seen).toEqual({
    values: Float64Array.from([...values, 20 - 9]),
    status: Uint8Array.from([PRIMARY, PRIMARY, PRIMARY, PRIMARY, LOCKED, LOCKED, PRIMARY, UNPUBLISHED]),
    lower: Float64Array.of(2 + 12, 2, 2 + 3, 2 + 3, 6, 2, 2, 12),
    upper: Float64Array.from([...values.map(() => 40), Infinity]),
    cost: Float64Array.from([...values.map(() => 3), 1]),
    relations: {
      start: Int32Array.of(0, 3, 6),
      cell: Int32Array.of(6, 0, 1, 0, 1, 7),
      sign: Int32Array.of(-1, 1, 1, -1, 1, 1),
    },
    atMost: Int32Array.of(3, 2, 5, 4),
    together: problem.together,
    labels: [...problem.labels, 'between pair 0'],
  });
});
