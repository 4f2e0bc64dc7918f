/** Proofs against contributors one by one: changes of the true table that fit whatever one of them knows. */
import { choicesOf, type Choices } from './choices.ts';
import type { Shares } from './shares.ts';
import type { Move } from './moves.ts';
import type { Problem } from './problem.ts';
import { ShortMoves, type Reach } from './short-moves.ts';
import type { Solver } from './solver.ts';

/** Small neighbourhoods first; most moves are circles through few rows. */
const REACHES: readonly Reach[] = [40, 160, 800].map((size, draw) => ({ size, trifle: 1, draw }));

/** Where more has to be hidden; the last one is everything that hangs together. */
const WIDE_REACHES: readonly Reach[] = [160, 800, Infinity].map((size, draw) => ({ size, trifle: 1, draw }));

/** What it costs a move to change a cell that one contributor alone stands in: such a move proves nothing to that one. */
const ALONE = 20;

/** What it costs to hide the cheapest cell anew: more than to change some hidden ones, and no number too large for a program. */
const HIDING = 50;

/** A cell, and a contributor for whom no move was found; none where no move was found at all. */
export interface Gap {
  readonly cell: number;
  readonly contributor: string | undefined;
}

/** Where a contributor stands. */
interface Own {
  readonly cell: number;
  /** The least that it must reckon with there. */
  readonly lower: number;
}

/**
 * A contributor knows the own amounts, so of each cell what the others put in: at least their least, and nothing new
 * where it stands alone. In a pair the others' smaller amount is at most their larger one. A move of the true table
 * that keeps to that, and changes a cell by the width, shows this contributor two tables that differ there by the
 * width. Most moves fit what nearly everybody knows, so a few prove a cell to all.
 */
export class InsiderMoves {
  /** What has been hidden besides, in the order it was. */
  readonly fresh: number[] = [];
  private readonly moves: ShortMoves;
  private readonly choices: Choices;
  /** 1 where a cell may move now: hidden, and not known to the one who asks. */
  private readonly movable: Uint8Array;
  /** What may be hidden besides; the same choices as `choices.of`, or none. */
  private readonly more: Int32Array;
  private readonly lower: Float64Array;
  private readonly apart: Float64Array;
  private readonly cost: Float64Array;
  /** Per cell, the moves that change it by the width. */
  private readonly known = new Map<number, Move[]>();
  private readonly own = new Map<string, Own[]>();
  private readonly settled = new Set<string>();
  /** Per cell, the pairs it stands in. */
  private readonly pairsOf = new Map<number, number[]>();

  /** hidden: 1 where hidden, length n; what has to be hidden besides is added to it. */
  constructor(
    private readonly problem: Problem,
    private readonly shares: Shares,
    private readonly hidden: Uint8Array,
    private readonly width: number,
    solver: Solver,
  ) {
    shares.forEach((share, cell) => {
      for (const [contributor, { amount, rest }] of share) {
        const list = this.own.get(contributor);
        const one = { cell, lower: Math.max(problem.lower[cell]!, amount + rest) };
        if (list) list.push(one);
        else this.own.set(contributor, [one]);
      }
    });
    problem.atMost.forEach((cell, at) => {
      const list = this.pairsOf.get(cell);
      if (list) list.push(at >> 1);
      else this.pairsOf.set(cell, [at >> 1]);
    });
    this.movable = hidden.slice();
    this.more = new Int32Array(hidden.length).fill(-1);
    this.lower = problem.lower.slice();
    this.apart = new Float64Array(problem.atMost.length / 2);
    this.choices = choicesOf(problem);
    const cheapest = problem.cost.reduce((least, each) => Math.min(least, each), Infinity);
    this.cost = problem.cost.map((each, cell) =>
      hidden[cell] === 1 ? this.priceOf(cell) : (HIDING * each) / cheapest,
    );
    this.moves = new ShortMoves(
      { ...problem, lower: this.lower, cost: this.cost },
      { ...this.choices, always: this.movable, of: this.more },
      problem.values,
      this.movable,
      solver,
      this.apart,
    );
  }

  /** A contributor to whom no move proves the cell, if there is one. */
  gapAt(cell: number): Gap | undefined {
    const [alone] = this.shares[cell]!.size === 1 ? this.shares[cell]!.keys() : [];
    let told: ReadonlySet<string> | undefined;
    for (const move of this.known.get(cell) ?? []) {
      told = common(told, this.toldBy(cell, move, alone));
      if (told.size === 0) return undefined;
    }
    for (let contributor = told?.values().next().value; ;) {
      const move = this.find(cell, contributor, REACHES);
      if (!move) return { cell, contributor };
      told = common(told, this.toldBy(cell, move, alone));
      const next = told.values().next();
      if (next.done) return undefined;
      contributor = next.value;
    }
  }

  /** Hides what a cell that is hidden with others needs, if no move proves it to a stranger. */
  closeToStrangers(cell: number): void {
    if (this.known.has(cell) || this.find(cell, undefined, REACHES)) return;
    this.close({ cell, contributor: undefined });
  }

  /**
   * Hides what makes a change possible by which the first zero is `least` or more, and the others are
   * something too; all other zeros stay. False where nothing makes one.
   */
  giveRoom(first: number, others: readonly number[], least: number): boolean {
    for (const zero of [first, ...others])
      [this.movable[zero], this.lower[zero], this.cost[zero]] = [1, 0, 1];
    let move: Move | undefined;
    for (const reach of REACHES) move ??= this.moves.find(first, least, reach)?.move;
    if (!move) {
      this.openChoices();
      for (const reach of WIDE_REACHES) move ??= this.moves.find(first, least, reach)?.move;
      this.more.fill(-1);
    }
    for (const zero of [first, ...others]) this.movable[zero] = 0;
    if (!move) return false;
    this.hideMoving(move);
    return true;
  }

  /** All contributors but one who is alone in the cell. */
  othersAt(cell: number): string[] {
    const share = this.shares[cell]!;
    return [...this.own.keys()].filter((one) => share.size !== 1 || !share.has(one));
  }

  /** Hides what the cheapest move for this gap needs hidden; false where not even that makes one. */
  close({ cell, contributor }: Gap): boolean {
    this.openChoices();
    const move = this.find(cell, contributor, WIDE_REACHES);
    this.more.fill(-1);
    if (!move) return false;
    this.hideMoving(move);
    return true;
  }

  /** Whatever may be hidden besides may move, at its cost. */
  private openChoices(): void {
    this.more.set(this.choices.of);
    this.hidden.forEach((mark, one) => {
      if (mark === 1) this.more[one] = -1;
    });
  }

  private hideMoving({ columns }: Move): void {
    const moving = new Uint8Array(this.hidden.length);
    for (const one of columns) moving[one] = 1;
    this.hide(moving);
  }

  /** Hides the marked cells, and what is hidden together with them. */
  hide(marks: Uint8Array): void {
    marks.forEach((mark, cell) => {
      if (mark === 0 || this.hidden[cell] === 1 || this.choices.of[cell]! < 0) return;
      for (const other of this.choices.cells[this.choices.of[cell]!]!) {
        if (this.hidden[other] === 1) continue;
        this.hidden[other] = this.movable[other] = 1;
        this.fresh.push(other);
        this.cost[other] = this.priceOf(other);
      }
    });
  }

  /** Takes the cell for proved to the contributor, as somebody has done that otherwise. */
  settle(cell: number, contributor: string): void {
    this.settled.add(`${cell} ${contributor}`);
  }

  private priceOf(cell: number): number {
    return this.shares[cell]!.size === 1 ? ALONE : 1;
  }

  /** A move that fits what this contributor knows; none: what a stranger knows. */
  private find(cell: number, contributor: string | undefined, reaches: readonly Reach[]): Move | undefined {
    const restore: (() => void)[] = [];
    const set = (values: Float64Array | Uint8Array | Int32Array, at: number, value: number): void => {
      const before = values[at]!;
      values[at] = value;
      restore.push(() => (values[at] = before));
    };
    const asker = contributor ?? '';
    for (const own of this.own.get(asker) ?? []) {
      if (this.shares[own.cell]!.size === 1) {
        set(this.movable, own.cell, 0);
        set(this.more, own.cell, -1);
      }
      set(this.lower, own.cell, own.lower);
      for (const pair of this.pairsOf.get(own.cell) ?? []) set(this.apart, pair, this.gapOf(pair, asker));
    }
    let found: Move | undefined;
    for (const reach of reaches) found ??= this.moves.find(cell, this.width, reach)?.move;
    for (const back of restore.reverse()) back();
    found?.columns.forEach((one, at) => {
      if (Math.abs(found.by[at]!) < this.width) return;
      const list = this.known.get(one);
      if (list) list.push(found);
      else this.known.set(one, [found]);
    });
    return found;
  }

  private amountOf(cell: number, contributor: string): number {
    return this.shares[cell]!.get(contributor)?.amount ?? 0;
  }

  /** How far the contributor's own amounts of a pair lie apart. */
  private gapOf(pair: number, contributor: string): number {
    const [smaller, larger] = [this.problem.atMost[2 * pair]!, this.problem.atMost[2 * pair + 1]!];
    return this.amountOf(larger, contributor) - this.amountOf(smaller, contributor);
  }

  /** Contributors to whom the move proves nothing; who is alone in the cell has nothing to learn. */
  private toldBy(cell: number, { columns, by }: Move, alone: string | undefined): Set<string> {
    const { values, atMost } = this.problem;
    const told = new Set<string>();
    const change = new Map<number, number>();
    const pairs = new Set<number>();
    columns.forEach((one, at) => {
      change.set(one, by[at]!);
      for (const pair of this.pairsOf.get(one) ?? []) pairs.add(pair);
      const share = this.shares[one]!;
      const value = values[one]! + by[at]!;
      for (const [contributor, { amount, rest }] of share) {
        if (share.size === 1 || amount + rest > value) told.add(contributor);
      }
    });
    for (const pair of pairs) {
      const [smaller, larger] = [atMost[2 * pair]!, atMost[2 * pair + 1]!];
      const valueOf = (one: number): number => values[one]! + (change.get(one) ?? 0);
      const apart = valueOf(larger) - valueOf(smaller);
      for (const contributor of this.shares[larger]!.keys())
        if (this.gapOf(pair, contributor) > apart) told.add(contributor);
    }
    if (alone !== undefined) told.delete(alone);
    for (const contributor of told) if (this.settled.has(`${cell} ${contributor}`)) told.delete(contributor);
    return told;
  }
}

function common(one: ReadonlySet<string> | undefined, other: ReadonlySet<string>): ReadonlySet<string> {
  if (!one) return other;
  return new Set([...one].filter((contributor) => other.has(contributor)));
}
