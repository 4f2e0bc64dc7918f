/** How low and how high an expression can be: by a solver, in whole numbers, with tables in hand wherever it is called wide. */
import type { highsSolver } from '../../src/foundation/highs.ts';
import { DoesNotFit, type Expression, type Fact, type Unknowns } from './unknowns.ts';

export type Solver = Awaited<ReturnType<typeof highsSolver>>;

/**
 * `wide`: two whole tables fit and differ at it by the width. `narrow`: no two do. `open`: not settled within the
 * limits of the solver.
 *
 * low, high  the expression certainly lies between them
 */
export interface Interval {
  readonly verdict: 'wide' | 'narrow' | 'open';
  readonly low: number;
  readonly high: number;
  /** Called wide for tables in fractions that lie three times as far apart, not for two whole ones. */
  readonly byFractions?: boolean;
}

/** How an attacker reckons; `rounds` are random goals that move many targets at once. */
export interface Effort {
  readonly nodes: number;
  readonly rounds: number;
  /** A part with more unknowns is solved in fractions, and in whole numbers only around what lies close there. */
  readonly whole: number;
  /** Whether contributors are counted, see `Lens`. */
  readonly isCounted: boolean;
  /** So many reporters of a scene attack, those among the fewest first. */
  readonly reporters: number;
}
export const USUAL: Effort = { nodes: 500, rounds: 4, whole: 4_000, isCounted: true, reporters: 2 };

interface Target {
  readonly expression: Expression;
  /** Ends that certainly hold. */
  low: number;
  high: number;
  /** Ends that whole tables in hand reach. */
  least: number;
  most: number;
  byFractions?: boolean;
}

/** One answer per target; Throws where no table fits. */
export function intervals(
  unknowns: Unknowns,
  targets: readonly Expression[],
  width: number,
  solver: Solver,
  effort: Effort = USUAL,
): Interval[] {
  const ends = unknowns.narrowed();
  const known = (at: number): boolean => ends.lower[at] === ends.upper[at];
  const open = targets.map((expression): Target => {
    const sum = (low: boolean): number =>
      expression.terms.reduce(
        (value, [unknown, by]) => value + by * (by > 0 === low ? ends.lower : ends.upper)[unknown]!,
        expression.constant,
      );
    return { expression, low: sum(true), high: sum(false), least: Infinity, most: -Infinity };
  });
  const asked = open.filter((target) => target.high - target.low >= width);
  for (const part of partsOf(unknowns, asked, known)) settle(ends, part, width, solver, effort);
  return open.map(({ low, high, least, most, byFractions = false }): Interval => {
    const verdict = most - least >= width ? 'wide' : high - low < width ? 'narrow' : 'open';
    return { verdict, low, high, byFractions: byFractions && verdict === 'wide' };
  });
}

interface Part {
  readonly unknowns: readonly number[];
  readonly facts: readonly Fact[];
  readonly switches: readonly { amount: number; contributors: number }[];
  readonly targets: readonly Target[];
}

/** What hangs together through unknowns that are not known yet; only parts with a target. */
function partsOf(all: Unknowns, targets: readonly Target[], known: (at: number) => boolean): Part[] {
  const parent = Int32Array.from(all.lower, (_, at) => at);
  const root = (at: number): number => {
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const free = (terms: Expression['terms']): number[] => terms.flatMap(([at]) => (known(at) ? [] : [at]));
  const join = (members: readonly number[]): void => {
    for (const member of members) parent[root(member)] = root(members[0]!);
  };
  for (const { terms } of all.facts) join(free(terms));
  for (const { amount, contributors } of all.switches)
    join([amount, contributors].filter((at) => !known(at)));
  for (const { expression } of targets) join(free(expression.terms));
  const parts = new Map<
    number,
    { unknowns: number[]; facts: Fact[]; switches: Part['switches'][number][]; targets: Target[] }
  >();
  for (const target of targets) {
    const at = root(free(target.expression.terms)[0]!);
    const part = parts.get(at) ?? { unknowns: [], facts: [], switches: [], targets: [] };
    part.targets.push(target);
    parts.set(at, part);
  }
  all.lower.forEach((_, at) => {
    if (!known(at)) parts.get(root(at))?.unknowns.push(at);
  });
  for (const fact of all.facts) {
    const first = fact.terms.find(([at]) => !known(at));
    if (first) parts.get(root(first[0]))?.facts.push(fact);
  }
  for (const one of all.switches)
    if (!known(one.amount) && !known(one.contributors)) parts.get(root(one.amount))?.switches.push(one);
  return [...parts.values()];
}

type Ends = ReturnType<Unknowns['narrowed']>;

function settle(ends: Ends, part: Part, width: number, solver: Solver, effort: Effort): void {
  const inWhole = { ends, enough: width, solver, effort, whole: true };
  if (part.unknowns.length <= effort.whole) return ask(part, part.targets, inWhole);
  ask(part, part.targets, { ends, enough: 3 * width, solver, effort, whole: false });
  // Fractions that lie far apart are taken for wide; what lies closer is asked in whole numbers of what is around.
  for (const target of part.targets) {
    target.byFractions = target.most - target.least >= 3 * width;
    if (target.byFractions || target.high - target.low < width) continue;
    [target.least, target.most] = [Infinity, -Infinity];
    ask(around(part, target, effort.whole), [target], inWhole);
  }
}

/** Some facts about a target; to leave out others makes an attacker weaker, never wrong. */
function around(part: Part, target: Target, most: number): Part {
  const factsOf = new Map<number, Fact[]>();
  for (const fact of part.facts)
    for (const [at] of fact.terms) factsOf.set(at, [...(factsOf.get(at) ?? []), fact]);
  const member = new Set(part.unknowns);
  const taken = new Set(target.expression.terms.map(([at]) => at).filter((at) => member.has(at)));
  const facts = new Set<Fact>();
  for (const at of taken) {
    // A set is walked in the order of entering, so this goes outwards.
    for (const fact of factsOf.get(at) ?? []) {
      if (facts.has(fact)) continue;
      const more = fact.terms.filter(([one]) => member.has(one) && !taken.has(one));
      if (taken.size + more.length > most) continue;
      facts.add(fact);
      for (const [one] of more) taken.add(one);
    }
  }
  return {
    unknowns: [...taken],
    facts: [...facts],
    switches: part.switches.filter(
      ({ amount, contributors }) => taken.has(amount) && taken.has(contributors),
    ),
    targets: [target],
  };
}

interface Manner {
  readonly ends: Ends;
  /** A target whose ends in hand lie so far apart is asked no more. */
  readonly enough: number;
  readonly solver: Solver;
  readonly effort: Effort;
  readonly whole: boolean;
}

function ask(
  part: Part,
  targets: readonly Target[],
  { ends, enough, solver, effort: { nodes, rounds }, whole }: Manner,
): void {
  const place = new Map(part.unknowns.map((at, column) => [at, column]));
  const rows: { columns: number[]; coefficients: number[]; least: number; most: number }[] = [];
  const add = ({ terms, least, most }: Fact): void => {
    const row = { columns: [] as number[], coefficients: [] as number[], least, most };
    for (const [at, by] of terms) {
      const column = place.get(at);
      if (column === undefined) {
        row.least -= by * ends.lower[at]!;
        row.most -= by * ends.lower[at]!;
      } else {
        row.columns.push(column);
        row.coefficients.push(by);
      }
    }
    rows.push(row);
  };
  part.facts.forEach(add);
  if (whole)
    for (const { amount, contributors } of part.switches)
      add({ terms: [[amount, 1], [contributors, -ends.upper[amount]!]], least: -Infinity, most: 0 }); // prettier-ignore
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.columns.length);
  const loaded = solver.load(
    {
      lower: Float64Array.from(part.unknowns, (at) => ends.lower[at]!),
      upper: Float64Array.from(part.unknowns, (at) => ends.upper[at]!),
      rowStart: Int32Array.from(starts),
      column: Int32Array.from(rows.flatMap((row) => row.columns)),
      coefficient: Float64Array.from(rows.flatMap((row) => row.coefficients)),
      rowLower: Float64Array.from(rows, (row) => row.least),
      rowUpper: Float64Array.from(rows, (row) => row.most),
      integer: whole,
    },
    nodes,
  );
  const settled = (target: Target): boolean =>
    target.most - target.least >= enough || target.high - target.low < enough / (whole ? 1 : 3);
  const valueOf = ({ expression }: Target, x: Float64Array): number =>
    expression.terms.reduce((sum, [at, by]) => {
      const column = place.get(at);
      return sum + by * (column === undefined ? ends.lower[at]! : x[column]!);
    }, expression.constant);
  /** The table in hand, if it is one; what moves in it is noted for all targets. */
  const note = (solution: Float64Array): void => {
    const x = whole ? solution.map(Math.round) : solution;
    const fits = rows.every(({ columns, coefficients, least, most }) => {
      const sum = columns.reduce((value, column, at) => value + coefficients[at]! * x[column]!, 0);
      return sum >= least - 1e-6 && sum <= most + 1e-6;
    });
    if (!fits) return;
    for (const target of targets) {
      const value = valueOf(target, x);
      target.least = Math.min(target.least, value);
      target.most = Math.max(target.most, value);
    }
  };
  const minimise = (goal: readonly (readonly [Target, number])[]): number | undefined => {
    const cost = new Float64Array(part.unknowns.length);
    let shift = 0;
    for (const [{ expression }, sign] of goal) {
      shift += sign * expression.constant;
      for (const [at, by] of expression.terms) {
        const column = place.get(at);
        if (column === undefined) shift += sign * by * ends.lower[at]!;
        else cost[column]! += sign * by;
      }
    }
    const outcome = loaded.minimise(cost);
    if (outcome.status === 'infeasible') throw new DoesNotFit();
    if (outcome.status !== 'optimal' && outcome.status !== 'feasible') return undefined;
    note(outcome.x);
    return outcome.bound + shift;
  };
  try {
    let state = 1;
    const sign = (): number => ((state = (state * 48_271) % 2_147_483_647) % 2 === 0 ? 1 : -1);
    for (let round = 0; round < rounds; round++) {
      const goal = targets.filter((target) => !settled(target));
      if (goal.length < 3) break;
      const signs = goal.map((target) => [target, sign()] as const);
      minimise(signs);
      minimise(signs.map(([target, by]) => [target, -by] as const));
    }
    for (const target of targets) {
      for (const by of [1, -1]) {
        if (settled(target)) break;
        const bound = minimise([[target, by]]);
        if (bound === undefined || !Number.isFinite(bound)) continue;
        if (by === 1) target.low = Math.max(target.low, Math.ceil(bound - 1e-4));
        else target.high = Math.min(target.high, Math.floor(-bound + 1e-4));
      }
    }
  } finally {
    loaded.close();
  }
}
