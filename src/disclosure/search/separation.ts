/** Separation: finds cells that a pattern discloses in the LP relaxation, and cutting planes that every safe pattern obeys. */
import type { Choices } from './choices.ts';
import type { Cut } from './cut.ts';
import {
  problemComponents,
  rowsOfCells,
  rowOf,
  type ProblemComponent,
  type CellRows,
} from './problem-component.ts';
import { UNPUBLISHED, type ProtectionProblem } from '../problem/problem.ts';
import { SLACK, withProgram, type LoadedProgram, type Outcome, type Solver } from '../program/solver.ts';

/** The most cuts per component and round; the cells that these suppress protect most of the others as well. */
const MOST_CUTS = 300;

/** The stride is a prime, so that its multiples meet each column once. */
const STRIDE = 7919;

type Solved = Extract<Outcome, { status: 'optimal' | 'feasible' }>;

/**
 * The separation of one problem. It remembers the components and cuts that it has seen, so that no question is asked twice.
 *
 * width   protection level, integer ≥ 1
 * source  Fischetti and Salazar, Management Science 47 (2001), 1008–1027
 */
export class Separation {
  private readonly places: CellRows;
  /** The components without a cut are kept by their cells. */
  private readonly done = new Set<string>();
  private readonly known = new Set<string>();
  private readonly price: Float64Array;
  /** The work counts the columns of all programs solved so far. */
  work = 0;

  constructor(
    private readonly problem: ProtectionProblem,
    private readonly choices: Choices,
    private readonly width: number,
    private readonly solver: Solver,
  ) {
    this.places = rowsOfCells(problem);
    this.price = new Float64Array(problem.values.length);
  }

  /**
   * Returns cuts that the pattern violates, `MOST_CUTS` a component at most. There are none only if the interval of every
   * tested cell has the width in the LP relaxation.
   *
   * suppressed  1 where suppressed, length n
   * proven      1 where a cell had the width already when no more was suppressed than now, length n; extended in place
   * columns     components of more cells are passed over
   * cost        a few linear programs per component, and two per cell that they leave in doubt
   */
  cuts(suppressed: Uint8Array, proven: Uint8Array, columns = Infinity): Cut[] {
    const found: Cut[] = [];
    for (const part of problemComponents(this.problem, this.places, suppressed, 2 * this.width)) {
      const key = part.cells.join();
      if (part.cells.length > columns || this.done.has(key)) continue;
      const before = found.length;
      withProgram(this.solver, part.program, (loaded) =>
        this.search(part, loaded, suppressed, proven, found),
      );
      if (found.length === before) this.done.add(key);
    }
    return found;
  }

  /**
   * Returns cuts for cells that have the width in the LP relaxation, but not in integers: a cell beside their component must
   * be suppressed.
   *
   * unsafe   the cells that the audit found unprotected
   * allowed  1 per choice that may be taken
   * near     whether cells beside the target itself are preferred: such a cut is stronger, but a pattern may be safe
   *          without it
   */
  integerCuts(suppressed: Uint8Array, unsafe: Int32Array, allowed: Uint8Array, near: boolean): Cut[] {
    const failing = new Set(unsafe);
    const found: Cut[] = [];
    for (const part of problemComponents(this.problem, this.places, suppressed, 2 * this.width)) {
      const targets = part.cells.filter((cell) => failing.has(cell));
      for (const target of targets) {
        const own = this.places.row.subarray(this.places.start[target], this.places.start[target + 1]);
        const close = near ? this.openIn(own, suppressed).filter((choice) => allowed[choice] === 1) : [];
        const cut = cover(
          target,
          this.choices.of[target]!,
          close.length > 0 ? close : this.openIn(part.rows, suppressed),
        );
        this.keep(cut, found);
      }
    }
    return found;
  }

  /** Keeps a new cut. One that is known already is violated by less than the solver sees, so nothing is gained by it. */
  private keep(cut: Cut, found: Cut[]): void {
    const name = `${cut.right};${cut.choice.join()};${cut.coefficient.join()}`;
    if (this.known.has(name)) return;
    this.known.add(name);
    found.push(cut);
  }

  /** Returns the choices with a published cell in one of the rows, ascending. */
  private openIn(rows: Int32Array, suppressed: Uint8Array): number[] {
    const open = new Set<number>();
    for (const row of rows) {
      for (const cell of rowOf(this.problem, row).cell) {
        if (suppressed[cell] !== 1 && this.choices.of[cell]! >= 0) open.add(this.choices.of[cell]!);
      }
    }
    return [...open].sort((one, other) => one - other);
  }

  private search(
    part: ProblemComponent,
    loaded: LoadedProgram,
    suppressed: Uint8Array,
    proven: Uint8Array,
    found: Cut[],
  ): void {
    const { cells } = part;
    const lowest = new Float64Array(cells.length).fill(Infinity);
    const highest = new Float64Array(cells.length).fill(-Infinity);
    const isProtected = (column: number): boolean =>
      this.problem.status[cells[column]!] === UNPUBLISHED ||
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
          cost[column] = isProtected(column) ? 0 : (column >> round) & 1 ? direction : -direction;
        }
        if (cost.every((one) => one === 0)) return;
        ask(cost);
      }
    }
    cost.fill(0);
    const before = found.length;
    for (let turn = 0; turn < cells.length && found.length < before + MOST_CUTS; turn++) {
      // The columns are drawn from all over the component, since neighbours mostly need the same.
      const column = cells.length % STRIDE === 0 ? turn : (turn * STRIDE) % cells.length;
      if (isProtected(column)) continue;
      cost[column] = 1;
      const low = ask(cost);
      if (!isProtected(column)) {
        cost[column] = -1;
        const high = ask(cost);
        if (!isProtected(column) && low && high) {
          const cut = this.cut(part, column, low, high, suppressed);
          if (cut) this.keep(cut, found);
        }
      }
      cost[column] = 0;
    }
    for (let column = 0; column < cells.length; column++) if (isProtected(column)) proven[cells[column]!] = 1;
  }

  /** Makes the cut from the dual prices of the smallest and the largest value of a cell whose interval is too short. */
  private cut(
    part: ProblemComponent,
    column: number,
    low: Solved,
    high: Solved,
    suppressed: Uint8Array,
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
        // Always suppressed cells give their reach already; those that this pattern suppresses become terms like the others.
        if (suppressed[cell] === 1) right += reach;
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

/** The covering cut says that at least one of the choices is taken if the target is suppressed. */
function cover(target: number, own: number, choices: readonly number[]): Cut {
  const choice = Int32Array.from(own >= 0 ? [...choices, own] : choices);
  const coefficient = new Float64Array(choice.length).fill(1);
  if (own >= 0) coefficient[choices.length] = -1;
  return { target, choice, coefficient, right: own >= 0 ? 0 : 1 };
}
