/** Cheapest moves: changes of one whole table that another reader could believe as well, at the least price of new hidden cells. */
import { drawn } from './drawn.ts';
import type { Choices } from './choices.ts';
import { placesOf, rowOf, type Places } from './hidden-part.ts';
import type { Move } from './moves.ts';
import { neighbourhood } from './neighbourhood.ts';
import { listCount, type Problem } from './problem.ts';
import { ProgramBuilder } from './program-builder.ts';
import { withProgram, type Solver } from './solver.ts';

/** A change in fractions is tried at these multiples. */
const MULTIPLES = [1, 2, 3, 4, 6] as const;

/** Prices differ a little from cell to cell, so that few moves are equally cheap: by up to this share. */
const NOISE = 0.3;

/** What a move costs: choices that it hides anew, and a trifle for each cell. */
export interface PricedMove {
  readonly move: Move;
  /** Σ cost of the choices that it hides anew. */
  readonly cost: number;
}

/** `fractions`: a change was found, but no small multiple of it is whole. */
type Found = PricedMove | 'none' | 'fractions';

/**
 * How far to look.
 *
 * size     how many cells may move, see `neighbourhood`
 * trifle   price of a cell that is hidden already, as a share of its cost
 * draw     which of the draws of noise
 */
export interface Reach {
  readonly size: number;
  readonly trifle: number;
  readonly draw: number;
}

/** Moves by column of the whole problem, from one table. */
export class ShortMoves {
  /** Columns of all programs solved so far. */
  work = 0;
  private readonly places: Places;
  /** Cells and signs of each row, relations first, then pairs. */
  private readonly rows: ReturnType<typeof rowOf>[];
  private readonly relations: number;
  private readonly local: Int32Array;

  /**
   * base    a whole table, length n: true where the cell is open in the least pattern
   * hidden  1 where hidden now, length n: read at each question
   */
  constructor(
    private readonly problem: Problem,
    private readonly choices: Choices,
    private readonly base: Float64Array,
    private readonly hidden: Uint8Array,
    private readonly solver: Solver,
    /** How far the cells of each pair must stay apart. */
    private readonly apart: Float64Array = new Float64Array(problem.atMost.length / 2),
  ) {
    this.places = placesOf(problem);
    this.relations = listCount(problem.relations);
    this.rows = Array.from({ length: this.relations + problem.atMost.length / 2 }, (_, row) =>
      rowOf(problem, row),
    );
    this.local = new Int32Array(base.length).fill(-1);
  }

  /**
   * A cheap move that changes the cell by the width, up or down; undefined if none was found.
   *
   * banned  a choice that must stay open; -1 for none
   * cost    two to four linear programs of twice as many columns as the reach is large
   */
  find(cell: number, width: number, reach: Reach, banned = -1): PricedMove | undefined {
    let best: PricedMove | undefined;
    for (const by of [width, -width]) {
      let found = this.findBy(cell, by, reach, banned);
      // Half of a longer way would have been found as well, if there were any.
      if (found === 'fractions') found = this.findBy(cell, 2 * by, reach, banned);
      if (typeof found !== 'string' && !(best && best.cost <= found.cost)) best = found;
      if (best?.cost === 0) break;
    }
    return best;
  }

  private findBy(cell: number, by: number, reach: Reach, banned: number): Found {
    const { lower, upper, cost } = this.problem;
    const goal = this.base[cell]! + by;
    if (goal < lower[cell]! || goal > upper[cell]!) return 'none';
    const near = this.near(cell, reach.size, banned);
    const rise = new Int32Array(near.length).fill(-1);
    const fall = new Int32Array(near.length).fill(-1);
    const price: number[] = [];
    const builder = new ProgramBuilder();
    near.forEach((one, at) => {
      this.local[one] = at;
      const each = (this.hidden[one] === 1 ? reach.trifle : 1) * cost[one]! * noise(one, reach.draw);
      const most = one === cell ? Math.max(by, 0) : upper[one]! - this.base[one]!;
      const least = one === cell ? Math.max(-by, 0) : this.base[one]! - lower[one]!;
      if (most > 0) rise[at] = builder.column(one === cell ? most : 0, most);
      if (most > 0) price.push(each);
      if (least > 0) fall[at] = builder.column(one === cell ? least : 0, least);
      if (least > 0) price.push(each);
    });
    for (const row of this.rowsOf(near)) {
      const { cell: cells, sign } = this.rows[row]!;
      for (let i = 0; i < cells.length; i++) {
        const at = this.local[cells[i]!]!;
        if (at < 0) continue;
        if (rise[at]! >= 0) builder.entry(rise[at]!, sign[i]!);
        if (fall[at]! >= 0) builder.entry(fall[at]!, -sign[i]!);
      }
      const room = row < this.relations ? 0 : this.roomOf(row, cells);
      builder.endRow(row < this.relations ? 0 : -Infinity, room);
    }
    for (const one of near) this.local[one] = -1;
    this.work += price.length;
    const outcome = withProgram(
      this.solver,
      builder.build(),
      (loaded) => loaded.minimise(Float64Array.from(price)),
      undefined,
      'near',
    );
    if (outcome.status !== 'optimal') return 'none';
    const { x } = outcome;
    const change = near.map((_, at) => (x[rise[at]!] ?? 0) - (x[fall[at]!] ?? 0));
    return this.whole(near, change) ?? 'fractions';
  }

  /** The change times the smallest multiple that makes it a move. */
  private whole(near: readonly number[], change: readonly number[]): PricedMove | undefined {
    for (const multiple of MULTIPLES) {
      const by = change.map((one) => Math.round(one * multiple));
      const moving = [...by.keys()].filter((at) => by[at] !== 0);
      const move = {
        columns: Int32Array.from(moving, (at) => near[at]!),
        by: Float64Array.from(moving, (at) => by[at]!),
      };
      if (this.allows(move)) return { move, cost: this.costOf(move) };
    }
    return undefined;
  }

  /** What the choices cost that the move hides anew. */
  private costOf({ columns }: Move): number {
    const fresh = new Set<number>();
    for (const cell of columns) if (this.hidden[cell] !== 1) fresh.add(this.choices.of[cell]!);
    let sum = 0;
    for (const choice of fresh) sum += this.choices.cost[choice]!;
    return sum;
  }

  /** Whether the changed table keeps its ends and every row, by plain addition. */
  private allows({ columns, by }: Move): boolean {
    const change = new Map<number, number>();
    for (const [at, cell] of columns.entries()) {
      const value = this.base[cell]! + by[at]!;
      if (!(value >= this.problem.lower[cell]! && value <= this.problem.upper[cell]!)) return false;
      change.set(cell, by[at]!);
    }
    for (const row of this.rowsOf(columns)) {
      const { cell, sign } = this.rows[row]!;
      let sum = 0;
      for (let i = 0; i < cell.length; i++) sum += sign[i]! * (change.get(cell[i]!) ?? 0);
      const room = row < this.relations ? 0 : this.roomOf(row, cell);
      if (row < this.relations ? sum !== 0 : sum > room) return false;
    }
    return columns.length > 0;
  }

  /** How much nearer the two cells of a pair may come. */
  private roomOf(row: number, pair: Int32Array): number {
    return this.base[pair[1]!]! - this.base[pair[0]!]! - this.apart[row - this.relations]!;
  }

  private near(cell: number, size: number, banned: number): number[] {
    const { always, of } = this.choices;
    const web = {
      rowsOf: (one: number) => this.places.row.subarray(this.places.start[one], this.places.start[one + 1]),
      cellsOf: (row: number) => this.rows[row]!.cell,
      mayMove: (one: number) => always[one] === 1 || (of[one]! >= 0 && of[one] !== banned),
      isPreferred: (one: number) => this.hidden[one] === 1,
    };
    return neighbourhood(web, cell, size);
  }

  private rowsOf(cells: Iterable<number>): Set<number> {
    const rows = new Set<number>();
    for (const cell of cells) {
      for (let at = this.places.start[cell]!; at < this.places.start[cell + 1]!; at++) {
        rows.add(this.places.row[at]!);
      }
    }
    return rows;
  }
}

const noise = (cell: number, draw: number): number => 1 + NOISE * drawn(cell, draw);
