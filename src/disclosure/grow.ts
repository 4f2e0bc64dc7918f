/** Grows a pattern by moves: each cell is protected by a change that keeps all sums, and what no such change needs is shown. */
import { baseTable } from './base-table.ts';
import { choicesOf, type Choices } from './choices.ts';
import { spread } from './drawn.ts';
import type { Move } from './moves.ts';
import type { Progress } from './improve.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import { UNKNOWN, type Problem } from './problem.ts';
import { ShortMoves, type PricedMove, type Reach } from './short-moves.ts';
import type { Solver } from './solver.ts';

/** Counts of work, never time, so that equal input gives equal output. */
export interface GrowLimits {
  /** How far to look for a first and for further moves of a cell, one after the other. */
  readonly reaches: readonly Reach[];
  /** Columns of all programs solved, after which no choice is tried any more. */
  readonly work: number;
}

/**
 * One cell after the other that no move changes yet gets the cheapest move found. Then each choice is shown on trial,
 * and stays so if other moves can be had for no more than it cost.
 *
 * returns  1 where hidden, length n: every hidden cell but the unknown ones has two whole tables that differ at it
 *          by the width, so the pattern is safe, for the base is one of them.
 *          The base is found from what the least pattern shows, so no program is told an always hidden value.
 * throws   NoSafePattern with the cells that no move was found for
 * cost     a few small linear programs per cell without a move, and as many per choice and pass
 */
export function grow(
  problem: Problem,
  width: number,
  solver: Solver,
  limits: GrowLimits,
  onProgress?: (progress: Progress) => void,
): Uint8Array {
  const choices = choicesOf(problem);
  const base = baseTable(problem, width, solver);
  const grower = new Grower(problem, choices, base, width, solver, limits, onProgress);
  grower.protectAll();
  grower.thin();
  return grower.hidden;
}

class Grower {
  readonly hidden: Uint8Array;
  private readonly finder: ShortMoves;
  /** Moves by each cell that they change. */
  private readonly movesOf: Set<Move>[];
  /** By choice, how many cells the moves change. */
  private readonly uses: Int32Array;
  /** Σ cost of the choices that are hidden. */
  private cost = 0;
  private round = 0;

  constructor(
    private readonly problem: Problem,
    private readonly choices: Choices,
    base: Float64Array,
    private readonly width: number,
    solver: Solver,
    private readonly limits: GrowLimits,
    private readonly onProgress?: (progress: Progress) => void,
  ) {
    this.hidden = choices.always.slice();
    this.finder = new ShortMoves(problem, choices, base, this.hidden, solver);
    this.movesOf = Array.from(this.hidden, () => new Set());
    this.uses = new Int32Array(choices.cost.length);
  }

  /** Gives each hidden cell a move; what fails is tried again once more is hidden. */
  protectAll(): void {
    for (let isStuck = false; ;) {
      const cells = [...this.hidden.keys()].filter((cell) => !this.isProven(cell));
      if (cells.length === 0) return;
      // As many as before may be others: those that are hidden together with what a move changed.
      if (isStuck) throw new NoSafePattern(cells);
      isStuck = true;
      for (const [at, cell] of cells.entries()) {
        if (this.isProven(cell)) continue;
        this.tell(cells.length - at);
        const found = this.search(cell);
        if (found) this.add(found.move);
        isStuck &&= !this.isProven(cell);
      }
    }
  }

  /** Shows what is not needed, then each choice on trial. */
  thin(): void {
    this.dropIdle();
    const end = this.finder.work + this.limits.work;
    for (let pass = 0, before = Infinity; this.cost < before; pass++) {
      before = this.cost;
      const order = [...this.uses.keys()].filter((choice) => this.uses[choice]! > 0);
      // What few moves need is tried with little work.
      const uses = this.uses.slice();
      order.sort(
        (one, other) => uses[one]! - uses[other]! || spread(one, pass) - spread(other, pass) || one - other,
      );
      for (const choice of order) {
        if (this.finder.work >= end) return;
        if (this.uses[choice]! > 0) this.tryWithout(choice);
      }
      this.dropIdle();
    }
  }

  /** A round is one search; its cuts are cells without a move, at most. */
  private tell(open: number): void {
    const taken = this.uses.reduce((sum, uses) => sum + (uses > 0 ? 1 : 0), 0);
    this.onProgress?.({ round: ++this.round, cuts: open, taken });
  }

  private search(cell: number): PricedMove | undefined {
    for (const reach of this.limits.reaches) {
      const found = this.finder.find(cell, this.width, reach);
      if (found) return found;
    }
    return undefined;
  }

  /** Takes all moves away that change the choice, and gives the cells that lose by it others, if they cost no more. */
  private tryWithout(choice: number): void {
    this.tell(0);
    const before = this.cost;
    const gone = new Set(this.choices.cells[choice]!.flatMap((cell) => [...this.movesOf[cell]!]));
    for (const move of gone) this.remove(move);
    const added: Move[] = [];
    const open = [...gone].flatMap(({ columns }) => [...columns]);
    let isBetter = true;
    for (const cell of new Set(open)) {
      if (this.isProven(cell)) continue;
      const found = this.finder.find(cell, this.width, this.limits.reaches[0]!, choice);
      isBetter = found !== undefined && this.cost + found.cost <= before;
      if (!found || !isBetter) break;
      this.add(found.move);
      added.push(found.move);
    }
    isBetter &&= added.every(({ columns }) => columns.every((cell) => this.isAllProven(cell)));
    if (isBetter) return;
    for (const move of added) this.remove(move);
    for (const move of gone) this.add(move);
  }

  /** Moves that no cell needs; those that hide most on their own go first. */
  private dropIdle(): void {
    const all = new Set(this.movesOf.flatMap((moves) => [...moves]));
    const own = ({ columns }: Move): number =>
      columns.reduce((sum, cell) => sum + (this.movesOf[cell]!.size === 1 ? this.priceOf(cell) : 0), 0);
    const order = [...all].map((move, at) => ({ move, at, own: own(move) }));
    order.sort((one, other) => other.own - one.own || one.at - other.at);
    for (const { move } of order) {
      this.remove(move);
      if (!move.columns.every((cell) => this.isProven(cell))) this.add(move);
    }
  }

  private priceOf(cell: number): number {
    const choice = this.choices.of[cell]!;
    return choice < 0 ? 0 : this.choices.cost[choice]!;
  }

  /** The same of all cells that are hidden together with it. */
  private isAllProven(cell: number): boolean {
    const choice = this.choices.of[cell]!;
    return choice < 0 || this.choices.cells[choice]!.every((one) => this.isProven(one));
  }

  /** Whether the cell is shown, or needs no protection, or some move changes it by the width. */
  private isProven(cell: number): boolean {
    if (this.hidden[cell] !== 1 || this.problem.status[cell] === UNKNOWN) return true;
    for (const { columns, by } of this.movesOf[cell]!) {
      if (Math.abs(by[columns.indexOf(cell)]!) >= this.width) return true;
    }
    return false;
  }

  private add(move: Move): void {
    for (const cell of move.columns) {
      this.movesOf[cell]!.add(move);
      const choice = this.choices.of[cell]!;
      if (choice < 0 || this.uses[choice]!++ > 0) continue;
      this.cost += this.choices.cost[choice]!;
      for (const one of this.choices.cells[choice]!) this.hidden[one] = 1;
    }
  }

  private remove(move: Move): void {
    for (const cell of move.columns) {
      this.movesOf[cell]!.delete(move);
      const choice = this.choices.of[cell]!;
      if (choice < 0 || --this.uses[choice]! > 0) continue;
      this.cost -= this.choices.cost[choice]!;
      for (const one of this.choices.cells[choice]!) this.hidden[one] = 0;
    }
  }
}
