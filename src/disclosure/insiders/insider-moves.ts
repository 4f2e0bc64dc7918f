/** Insider moves: each proves a cell to a contributor, as a move of the true table to one that is feasible for the contributor. */
import { choicesOf, type Choices } from '../search/choices.ts';
import type { ContributorShares } from './shares.ts';
import type { Move } from '../audit/moves.ts';
import type { ProtectionProblem } from '../problem/problem.ts';
import { ShortMoves, type Reach } from '../search/short-moves.ts';
import type { Solver } from '../program/solver.ts';

/** Among up to so many cells an integer program finds the moves that linear programs miss, in less time than any other search. */
const WHOLE = 800;

function reaches(...sizes: readonly number[]): readonly Reach[] {
  return sizes.map((size, draw) => ({ size, trifle: 1, draw, whole: size === WHOLE }));
}

/** The search begins in small neighbourhoods; most moves are alternating cycles through few rows. */
const REACHES = reaches(80, 240, 800);

/** The search goes wider where more has to be suppressed; the last reach is the whole connected component. */
const WIDE_REACHES = reaches(160, 800, Infinity);

/** A cell of one contributor alone costs a move so much, since the move proves nothing to that contributor. */
const ALONE = 20;

/** A cell that another move for the same question changes already costs so many times as much. */
const AGAIN = 100;

/** Suppressing the cheapest cell anew costs so much: more than changing some suppressed cells, and not too large for a program. */
const SUPPRESSING = 50;

/** A gap is a cell and a contributor for whom no move was found; the contributor is missing where no move was found at all. */
export interface Gap {
  readonly cell: number;
  readonly contributor: string | undefined;
}

/** A cell in which a contributor has a share. */
interface Own {
  readonly cell: number;
  /** The contributor's lower bound of the cell. */
  readonly lower: number;
}

/**
 * An insider knows the own amounts and subtracts them, so each cell is at least the own share and the least of the others,
 * and a cell of one contributor alone is public to that one. In a pair the others' smaller amount is at most their larger
 * one. A move of the true table that keeps these bounds and changes a cell by the width gives this contributor two
 * feasible tables that differ there by the width. Most moves are feasible for nearly everybody, so a few prove a cell to all.
 */
export class InsiderMoves {
  /** These cells were suppressed in addition, in the order of suppression. */
  readonly fresh: number[] = [];
  private readonly moves: ShortMoves;
  private readonly choices: Choices;
  /** A cell that may move now has 1: it is suppressed and not public to the contributor in question. */
  private readonly movable: Uint8Array;
  /** A cell that may be suppressed in addition has its choice, as in `choices.of`; -1 otherwise. */
  private readonly more: Int32Array;
  private readonly lower: Float64Array;
  private readonly apart: Float64Array;
  private readonly cost: Float64Array;
  /** Each cell has the moves that change it by the width. */
  private readonly known = new Map<number, Move[]>();
  private readonly own = new Map<string, Own[]>();
  private readonly settled = new Set<string>();
  /** Each cell has the pairs it stands in. */
  private readonly pairsOf = new Map<number, number[]>();

  /**
   * suppressed  1 where suppressed, length n; extended in place by the cells suppressed in addition
   * width       protection level, integer ≥ 1. Cost: linear in shares and problem.
   */
  constructor(
    private readonly problem: ProtectionProblem,
    private readonly shares: ContributorShares,
    private readonly suppressed: Uint8Array,
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
    this.movable = suppressed.slice();
    this.more = new Int32Array(suppressed.length).fill(-1);
    this.lower = problem.lower.slice();
    this.apart = new Float64Array(problem.atMost.length / 2);
    this.choices = choicesOf(problem);
    const cheapest = problem.cost.reduce((least, each) => Math.min(least, each), Infinity);
    this.cost = problem.cost.map((each, cell) =>
      suppressed[cell] === 1 ? this.priceOf(cell) : (SUPPRESSING * each) / cheapest,
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

  /** Returns a contributor to whom no move proves the cell, if there is one. */
  gapAt(cell: number): Gap | undefined {
    const [alone] = this.shares[cell]!.size === 1 ? this.shares[cell]!.keys() : [];
    let unproved: ReadonlySet<string> | undefined;
    for (const move of this.known.get(cell) ?? []) {
      unproved = common(unproved, this.disclosedTo(cell, move, alone));
      if (unproved.size === 0) return undefined;
    }
    const before = this.cost.slice();
    for (const move of this.known.get(cell) ?? []) this.avoid(move);
    try {
      for (let contributor = unproved?.values().next().value; ;) {
        const move = this.find(cell, contributor, REACHES);
        if (!move) return { cell, contributor };
        this.avoid(move);
        unproved = common(unproved, this.disclosedTo(cell, move, alone));
        const next = unproved.values().next();
        if (next.done) return undefined;
        contributor = next.value;
      }
    } finally {
      this.cost.set(before);
    }
  }

  /** Makes what a move changes dear, so that the next goes other ways: what one does not prove to somebody, another may. */
  private avoid({ columns }: Move): void {
    for (const one of columns) this.cost[one]! *= AGAIN;
  }

  /** Closes the gap of a cell suppressed together with others, if no move proves it to an external attacker. */
  closeToStrangers(cell: number): void {
    if (this.known.has(cell) || this.find(cell, undefined, REACHES)) return;
    this.close({ cell, contributor: undefined });
  }

  /**
   * Gives zeros room: suppresses cells until a move exists by which the first zero is `least` or more and the others are
   * above 0 too, while all other zeros stay. Returns false where no suppression makes such a move.
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
    this.suppressMoving(move);
    return true;
  }

  /** Returns a contributor to whom the cell is not settled, other than one who is alone in it. */
  unsettledAt(cell: number): string | undefined {
    const share = this.shares[cell]!;
    for (const one of this.own.keys())
      if (!this.settled.has(`${cell} ${one}`) && (share.size !== 1 || !share.has(one))) return one;
    return undefined;
  }

  /** Closes a gap: suppresses the cells of the cheapest move for it; returns false where there is no such move. */
  close({ cell, contributor }: Gap): boolean {
    this.openChoices();
    const move = this.find(cell, contributor, WIDE_REACHES);
    this.more.fill(-1);
    if (!move) return false;
    this.suppressMoving(move);
    return true;
  }

  /** Lets every cell move that may be suppressed in addition, at its cost. */
  private openChoices(): void {
    this.more.set(this.choices.of);
    this.suppressed.forEach((mark, one) => {
      if (mark === 1) this.more[one] = -1;
    });
  }

  private suppressMoving({ columns }: Move): void {
    const moving = new Uint8Array(this.suppressed.length);
    for (const one of columns) moving[one] = 1;
    this.suppress(moving);
  }

  /** Suppresses the marked cells, and those that are suppressed together with them. */
  suppress(marks: Uint8Array): void {
    marks.forEach((mark, cell) => {
      if (mark === 0 || this.suppressed[cell] === 1 || this.choices.of[cell]! < 0) return;
      for (const other of this.choices.cells[this.choices.of[cell]!]!) {
        if (this.suppressed[other] === 1) continue;
        this.suppressed[other] = this.movable[other] = 1;
        this.fresh.push(other);
        this.cost[other] = this.priceOf(other);
      }
    });
  }

  /** Marks the cell as proved to the contributor, since the caller has proved it in another way. */
  settle(cell: number, contributor: string): void {
    this.settled.add(`${cell} ${contributor}`);
  }

  private priceOf(cell: number): number {
    return this.shares[cell]!.size === 1 ? ALONE : 1;
  }

  /** Finds a move to a table that is feasible for the contributor, or without one for an external attacker. */
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

  /** Returns how far the contributor's own amounts of a pair lie apart. */
  private gapOf(pair: number, contributor: string): number {
    const [smaller, larger] = [this.problem.atMost[2 * pair]!, this.problem.atMost[2 * pair + 1]!];
    return this.amountOf(larger, contributor) - this.amountOf(smaller, contributor);
  }

  /** Returns the contributors to whom the move proves nothing; one who is alone in the cell has nothing to learn. */
  private disclosedTo(cell: number, { columns, by }: Move, alone: string | undefined): Set<string> {
    const { values, atMost } = this.problem;
    const unproved = new Set<string>();
    const change = new Map<number, number>();
    const pairs = new Set<number>();
    columns.forEach((one, at) => {
      change.set(one, by[at]!);
      for (const pair of this.pairsOf.get(one) ?? []) pairs.add(pair);
      const share = this.shares[one]!;
      const value = values[one]! + by[at]!;
      for (const [contributor, { amount, rest }] of share) {
        if (share.size === 1 || amount + rest > value) unproved.add(contributor);
      }
    });
    for (const pair of pairs) {
      const [smaller, larger] = [atMost[2 * pair]!, atMost[2 * pair + 1]!];
      const valueOf = (one: number): number => values[one]! + (change.get(one) ?? 0);
      const apart = valueOf(larger) - valueOf(smaller);
      for (const contributor of this.shares[larger]!.keys())
        if (this.gapOf(pair, contributor) > apart) unproved.add(contributor);
    }
    if (alone !== undefined) unproved.delete(alone);
    for (const contributor of unproved)
      if (this.settled.has(`${cell} ${contributor}`)) unproved.delete(contributor);
    return unproved;
  }
}

function common(one: ReadonlySet<string> | undefined, other: ReadonlySet<string>): ReadonlySet<string> {
  if (!one) return other;
  return new Set([...one].filter((contributor) => other.has(contributor)));
}
