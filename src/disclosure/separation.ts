/** Finds what a pattern gives away, in fractions, and the inequalities that every safe pattern obeys instead. */
import type { Choices } from './choices.ts';
import type { Cut } from './cut.ts';
import { hiddenParts, placesOf, rowOf, type HiddenPart, type Places } from './hidden-part.ts';
import { UNKNOWN, type Problem } from './problem.ts';
import { withProgram, type LoadedProgram, type Outcome, type Solver } from './solver.ts';

/** What the solver may be off by. */
const SLACK = 1e-6;

/** Cuts per part and round: what these make hide protects most of the others as well. */
const MOST_CUTS = 300;

/** A prime, so that its multiples meet each column once. */
const STRIDE = 7919;

type Solved = Extract<Outcome, { status: 'optimal' | 'feasible' }>;

export class Separation {
  private readonly places: Places;
  /** Parts without a cut, by their cells. */
  private readonly done = new Set<string>();
  private readonly known = new Set<string>();
  private readonly price: Float64Array;
  /** Columns of all programs solved so far. */
  work = 0;

  constructor(
    private readonly problem: Problem,
    private readonly choices: Choices,
    private readonly width: number,
    private readonly solver: Solver,
  ) {
    this.places = placesOf(problem);
    this.price = new Float64Array(problem.values.length);
  }

  /**
   * Cuts that the pattern violates, so many a part at most; none only if every tested cell can move by the width in fractions.
   *
   * proven   1 where a cell could move already when no more was hidden than now, length n; extended in place
   * columns  parts of more cells are passed over
   */
  cuts(hidden: Uint8Array, proven: Uint8Array, columns = Infinity): Cut[] {
    const found: Cut[] = [];
    for (const part of hiddenParts(this.problem, this.places, hidden, 2 * this.width)) {
      const key = part.cells.join();
      if (part.cells.length > columns || this.done.has(key)) continue;
      const before = found.length;
      withProgram(this.solver, part.program, (loaded) => this.search(part, loaded, hidden, proven, found));
      if (found.length === before) this.done.add(key);
    }
    return found;
  }

  /**
   * Cuts for cells that move in fractions, but not in whole numbers: something next to their part must be hidden.
   *
   * near  look for it next to the cell itself first: stronger, but a pattern may be safe without it
   */
  wholeCuts(hidden: Uint8Array, unsafe: Int32Array, allowed: Uint8Array, near: boolean): Cut[] {
    const failing = new Set(unsafe);
    const found: Cut[] = [];
    for (const part of hiddenParts(this.problem, this.places, hidden, 2 * this.width)) {
      const targets = part.cells.filter((cell) => failing.has(cell));
      for (const target of targets) {
        const own = this.places.row.subarray(this.places.start[target], this.places.start[target + 1]);
        const close = near ? this.openIn(own, hidden).filter((choice) => allowed[choice] === 1) : [];
        const cut = cover(
          target,
          this.choices.of[target]!,
          close.length > 0 ? close : this.openIn(part.rows, hidden),
        );
        this.keep(cut, found);
      }
    }
    return found;
  }

  /** A cut that is known already is broken by less than the solver sees: nothing is gained by it. */
  private keep(cut: Cut, found: Cut[]): void {
    const name = `${cut.right};${cut.choice.join()};${cut.coefficient.join()}`;
    if (this.known.has(name)) return;
    this.known.add(name);
    found.push(cut);
  }

  /** Choices with an open cell in one of the rows, ascending. */
  private openIn(rows: Int32Array, hidden: Uint8Array): number[] {
    const open = new Set<number>();
    for (const row of rows) {
      for (const cell of rowOf(this.problem, row).cell) {
        if (hidden[cell] !== 1 && this.choices.of[cell]! >= 0) open.add(this.choices.of[cell]!);
      }
    }
    return [...open].sort((one, other) => one - other);
  }

  private search(
    part: HiddenPart,
    loaded: LoadedProgram,
    hidden: Uint8Array,
    proven: Uint8Array,
    found: Cut[],
  ): void {
    const { cells } = part;
    const lowest = new Float64Array(cells.length).fill(Infinity);
    const highest = new Float64Array(cells.length).fill(-Infinity);
    const isWide = (column: number): boolean =>
      this.problem.status[cells[column]!] === UNKNOWN ||
      proven[cells[column]!] === 1 ||
      highest[column]! - lowest[column]! >= this.width - SLACK;
    const ask = (cost: Float64Array): Solved | undefined => {
      this.work += cells.length;
      const outcome = loaded.minimise(cost);
      if (outcome.status !== 'optimal') return undefined;
      for (let column = 0; column < cells.length; column++) {
        const value = outcome.x[column]!;
        if (value < lowest[column]!) lowest[column] = value;
        if (value > highest[column]!) highest[column] = value;
      }
      return outcome;
    };
    const cost = new Float64Array(cells.length);
    for (let round = 0; 1 << round < cells.length; round++) {
      for (const direction of [1, -1]) {
        for (let column = 0; column < cells.length; column++) {
          cost[column] = isWide(column) ? 0 : (column >> round) & 1 ? direction : -direction;
        }
        if (cost.every((one) => one === 0)) return;
        ask(cost);
      }
    }
    cost.fill(0);
    const before = found.length;
    for (let turn = 0; turn < cells.length && found.length < before + MOST_CUTS; turn++) {
      // From all over the part: neighbours mostly need the same.
      const column = cells.length % STRIDE === 0 ? turn : (turn * STRIDE) % cells.length;
      if (isWide(column)) continue;
      cost[column] = 1;
      const low = ask(cost);
      if (!isWide(column)) {
        cost[column] = -1;
        const high = ask(cost);
        if (!isWide(column) && low && high) {
          const cut = this.cut(part, column, low, high, hidden);
          if (cut) this.keep(cut, found);
        }
      }
      cost[column] = 0;
    }
    for (let column = 0; column < cells.length; column++) if (isWide(column)) proven[cells[column]!] = 1;
  }

  /** From the prices of the lowest and of the highest value of a cell that stays too close. */
  private cut(
    part: HiddenPart,
    column: number,
    low: Solved,
    high: Solved,
    hidden: Uint8Array,
  ): Cut | undefined {
    const { problem, choices } = this;
    const target = part.cells[column]!;
    const own = choices.of[target]!;
    const power = new Map<number, number>();
    let right = this.width + low.objective + high.objective;
    for (const { rowDual } of [low, high]) {
      const touched: number[] = [];
      rowDual.forEach((dual, at) => {
        if (Math.abs(dual) < SLACK) return;
        const { cell, sign: signs } = rowOf(problem, part.rows[at]!);
        cell.forEach((one, i) => {
          this.price[one]! -= dual * signs[i]!;
          touched.push(one);
        });
      });
      for (const cell of touched) {
        const price = this.price[cell]!;
        this.price[cell] = 0;
        const choice = choices.of[cell]!;
        if (choice < 0 || choice === own || Math.abs(price) < SLACK) continue;
        const value = problem.values[cell]!;
        const upper = Math.min(problem.upper[cell]!, problem.lower[cell]! + part.room);
        const reach =
          price > 0 ? price * (value - problem.lower[cell]!) : -price * Math.max(0, upper - value);
        power.set(choice, (power.get(choice) ?? 0) + reach);
        // What is always hidden gives its reach already; what this pattern hides becomes a term like the others.
        if (hidden[cell] === 1) right += reach;
      }
    }
    right = Math.abs(right - Math.round(right)) < SLACK ? Math.round(right) : right;
    if (right < SLACK) return undefined;
    const all = [...power].sort(([one], [other]) => one - other);
    const entries = all.map(([choice, reach]) => [choice, Math.min(reach, right) / right] as const);
    if (own >= 0) entries.push([own, -1]);
    return {
      target,
      choice: Int32Array.from(entries, ([choice]) => choice),
      coefficient: Float64Array.from(entries, ([, reach]) => (Math.abs(reach - 1) < SLACK ? 1 : reach)),
      right: own >= 0 ? 0 : 1,
    };
  }
}

/** At least one of the choices, if the target is hidden. */
function cover(target: number, own: number, choices: readonly number[]): Cut {
  const choice = Int32Array.from(own >= 0 ? [...choices, own] : choices);
  const coefficient = new Float64Array(choice.length).fill(1);
  if (own >= 0) coefficient[choices.length] = -1;
  return { target, choice, coefficient, right: own >= 0 ? 0 : 1 };
}
