/** Grows a pattern by alternating cycles (moves): each keeps all sums and changes a cell by the width; other cells are published. */
import { baseTable } from './base-table.ts';
import type { Choices } from './choices.ts';
import { spread } from '../program/drawn.ts';
import type { Move } from '../audit/moves.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import { UNPUBLISHED } from '../problem/problem.ts';
import type { SearchTask } from './search-task.ts';
import { ShortMoves, type PricedMove, type Reach } from './short-moves.ts';

/** Among so few cells a move that suppresses nothing anew is looked for first, for nothing is cheaper than it. */
const NEAR = 300;

/** The limits are counts of work, never time, so that equal input gives equal output. */
export interface GrowLimits {
  /** These reaches are tried one after the other for the moves of a cell. */
  readonly reaches: readonly Reach[];
  /** After so many columns of all programs solved no choice is tried any more. */
  readonly work: number;
}

/**
 * Adds, for each unprotected cell, the cheapest alternating cycle found; then tries to drop each secondary suppression,
 * which stays dropped if other cycles can be had for no more than it cost.
 *
 * returns  1 where suppressed, length n: every suppressed cell but the unpublished ones has two feasible tables that differ
 *          at it by the width, so the pattern is safe, for the base is one of them.
 *          The base follows from what the least pattern publishes, so no program depends on an always suppressed value.
 * throws   NoSafePattern with the cells that no move was found for
 * cost     a few small linear programs per cell without a move, and as many per choice and pass
 */
export function grow(task: SearchTask, limits: GrowLimits): Uint8Array {
  const grower = new Grower(task, baseTable(task), limits);
  grower.protectAll();
  grower.thin();
  return grower.suppressed;
}

class Grower {
  readonly suppressed: Uint8Array;
  private readonly choices: Choices;
  private readonly finder: ShortMoves;
  /** Each cell has the moves that change it. */
  private readonly movesOf: Set<Move>[];
  /** Each choice has the number of its cells that moves change. */
  private readonly uses: Int32Array;
  /** The cost is the sum over the choices that are taken. */
  private cost = 0;
  private round = 0;

  constructor(
    private readonly task: SearchTask,
    base: Float64Array,
    private readonly limits: GrowLimits,
  ) {
    const { problem, choices, solver } = task;
    this.choices = choices;
    this.suppressed = choices.always.slice();
    this.finder = new ShortMoves(problem, choices, base, this.suppressed, solver);
    this.movesOf = Array.from(this.suppressed, () => new Set());
    this.uses = new Int32Array(choices.cost.length);
  }

  /** Gives each suppressed cell a move; a cell that has none is tried again once more is suppressed. */
  protectAll(): void {
    for (let isStuck = false; ;) {
      const cells = [...this.suppressed.keys()].filter((cell) => !this.isProven(cell));
      if (cells.length === 0) return;
      // Equally many cells may still be others, namely those suppressed together with cells that a move changed.
      if (isStuck) throw new NoSafePattern(cells);
      isStuck = true;
      for (const [at, cell] of cells.entries()) {
        if (this.isProven(cell)) continue;
        this.report(cells.length - at);
        const found = this.search(cell);
        if (found) this.add(found.move);
        isStuck &&= !this.isProven(cell);
      }
    }
  }

  /** Publishes the cells that are not needed, then tries to publish each choice. */
  thin(): void {
    this.dropIdle();
    const end = this.finder.work + this.limits.work;
    for (let pass = 0, before = Infinity; this.cost < before; pass++) {
      before = this.cost;
      const order = [...this.uses.keys()].filter((choice) => this.uses[choice]! > 0);
      // A choice that few moves need is tried with little work.
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

  /** Reports a round: it is one search, and its cuts are the cells without a move, at most. */
  private report(open: number): void {
    const taken = this.uses.reduce((sum, uses) => sum + (uses > 0 ? 1 : 0), 0);
    this.task.onProgress?.({ round: ++this.round, cuts: open, taken });
  }

  private search(cell: number): PricedMove | undefined {
    const [first] = this.limits.reaches;
    const near =
      first && this.finder.find(cell, this.task.width, { ...first, size: Math.min(first.size, NEAR) });
    if (near?.cost === 0) return near;
    for (const reach of this.limits.reaches) {
      const found = this.finder.find(cell, this.task.width, reach);
      if (found) return found;
    }
    return undefined;
  }

  /** Removes all moves that change the choice, and finds others for the cells that lose by it, if they cost no more. */
  private tryWithout(choice: number): void {
    this.report(0);
    const before = this.cost;
    const gone = new Set(this.choices.cells[choice]!.flatMap((cell) => [...this.movesOf[cell]!]));
    for (const move of gone) this.remove(move);
    const added: Move[] = [];
    const open = [...gone].flatMap(({ columns }) => [...columns]);
    let isBetter = true;
    for (const cell of new Set(open)) {
      if (this.isProven(cell)) continue;
      const found = this.finder.find(cell, this.task.width, this.limits.reaches[0]!, choice);
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

  /** Drops moves that no cell needs; those that suppress most on their own go first. */
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

  /** Whether the same holds for all cells that are suppressed together with it. */
  private isAllProven(cell: number): boolean {
    const choice = this.choices.of[cell]!;
    return choice < 0 || this.choices.cells[choice]!.every((one) => this.isProven(one));
  }

  /** Whether the cell is published, or needs no protection, or some move changes it by the width. */
  private isProven(cell: number): boolean {
    if (this.suppressed[cell] !== 1 || this.task.problem.status[cell] === UNPUBLISHED) return true;
    for (const { columns, by } of this.movesOf[cell]!) {
      if (Math.abs(by[columns.indexOf(cell)]!) >= this.task.width) return true;
    }
    return false;
  }

  private add(move: Move): void {
    for (const cell of move.columns) {
      this.movesOf[cell]!.add(move);
      const choice = this.choices.of[cell]!;
      if (choice < 0 || this.uses[choice]!++ > 0) continue;
      this.cost += this.choices.cost[choice]!;
      for (const one of this.choices.cells[choice]!) this.suppressed[one] = 1;
    }
  }

  private remove(move: Move): void {
    for (const cell of move.columns) {
      this.movesOf[cell]!.delete(move);
      const choice = this.choices.of[cell]!;
      if (choice < 0 || --this.uses[choice]! > 0) continue;
      this.cost -= this.choices.cost[choice]!;
      for (const one of this.choices.cells[choice]!) this.suppressed[one] = 0;
    }
  }
}
