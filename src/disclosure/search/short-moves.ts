/** Short moves: alternating cycles from one feasible table to another, at the least cost of new secondary suppressions. */
import type { Choices } from './choices.ts';
import { rowsOfCells, rowOf, type CellRows } from './problem-component.ts';
import { allowsMove, integralMove, noisyPrice, type Constraints, type Move } from '../audit/moves.ts';
import { neighbourhood } from '../audit/neighbourhood.ts';
import { listCount, type ProtectionProblem } from '../problem/problem.ts';
import { ProgramBuilder } from '../program/program-builder.ts';
import { withProgram, type Solver } from '../program/solver.ts';

/** A move with its cost. */
export interface PricedMove {
  readonly move: Move;
  /** The cost is the sum over the choices that the move suppresses anew. */
  readonly cost: number;
}

/** `fractions` says that a change was found, but no small multiple of it is integral. */
type Found = PricedMove | 'none' | 'fractions';

/**
 * The reach says how far the search for a move goes.
 *
 * size     how many cells may move, see `neighbourhood`
 * trifle   price of a cell that is suppressed already, as a share of its cost
 * draw     which of the draws of noise
 * whole    whether a move that linear programs find in fractions only is looked for by an integer program as well
 */
export interface Reach {
  readonly size: number;
  readonly trifle: number;
  readonly draw: number;
  readonly whole?: boolean;
}

/** Branch-and-bound nodes of an integer program, at most. */
const NODES = 200;

/** Finds moves from one feasible table. Columns are the cells of the problem. */
export class ShortMoves {
  /** The work counts the columns of all programs solved so far. */
  work = 0;
  private readonly places: CellRows;
  /** Each row has its cells and signs, relations first, then pairs. */
  private readonly rows: ReturnType<typeof rowOf>[];
  private readonly relations: number;
  private readonly local: Int32Array;
  private readonly constraints: Constraints;

  /**
   * base        a feasible table, length n; true where the least pattern publishes the cell
   * suppressed  1 where suppressed now, length n; it is read at each question
   */
  constructor(
    private readonly problem: ProtectionProblem,
    private readonly choices: Choices,
    private readonly base: Float64Array,
    private readonly suppressed: Uint8Array,
    private readonly solver: Solver,
    /** The cells of each pair must stay so far apart. */
    private readonly apart: Float64Array = new Float64Array(problem.atMost.length / 2),
  ) {
    this.places = rowsOfCells(problem);
    this.relations = listCount(problem.relations);
    this.rows = Array.from({ length: this.relations + problem.atMost.length / 2 }, (_, row) =>
      rowOf(problem, row),
    );
    this.local = new Int32Array(base.length).fill(-1);
    const { lower, upper } = problem;
    this.constraints = {
      lower,
      upper,
      rowsOf: (columns) => this.rowsOf(columns),
      entries: (row) => ({ columns: this.rows[row]!.cell, coefficients: this.rows[row]!.sign }),
      room: (row) => (row < this.relations ? [0, 0] : [-Infinity, this.roomOf(row, this.rows[row]!.cell)]),
    };
  }

  /**
   * Finds a cheap move that changes the cell by the width, up or down; undefined if none was found.
   *
   * width   protection level, integer ≥ 1
   * banned  a choice that must stay published; -1 for none
   * cost    two to four linear programs of twice as many columns as the reach is large, and two integer ones of that size
   *         where the reach is whole and these found fractions only
   */
  find(cell: number, width: number, reach: Reach, banned = -1): PricedMove | undefined {
    let best: PricedMove | undefined;
    for (const by of [width, -width]) {
      let found = this.findBy(cell, by, reach, banned);
      if (found === 'fractions') {
        // Twice the width may be integral where the width itself is found in fractions only.
        found = this.findBy(cell, 2 * by, reach, banned);
        if (typeof found === 'string' && reach.whole) found = this.findBy(cell, by, reach, banned, true);
      }
      if (typeof found !== 'string' && !(best && best.cost <= found.cost)) best = found;
      if (best?.cost === 0) break;
    }
    return best;
  }

  private findBy(cell: number, by: number, reach: Reach, banned: number, integer = false): Found {
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
      const each = (this.suppressed[one] === 1 ? reach.trifle : 1) * cost[one]! * noisyPrice(one, reach.draw);
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
      builder.build(integer),
      (loaded) => loaded.minimise(Float64Array.from(price)),
      integer ? NODES : undefined,
      integer ? 'single' : 'near-zero',
    );
    if (!('x' in outcome)) return 'none';
    const { x } = outcome;
    const change = near.map((_, at) => (x[rise[at]!] ?? 0) - (x[fall[at]!] ?? 0));
    return this.integral(near, change) ?? 'fractions';
  }

  /** Rounds the fractional change to an integral move, with its cost. */
  private integral(near: readonly number[], change: readonly number[]): PricedMove | undefined {
    const move = integralMove(near, change, (one) => allowsMove(this.constraints, one, this.base));
    return move && { move, cost: this.costOf(move) };
  }

  /** Sums the cost of the choices that the move suppresses anew. */
  private costOf({ columns }: Move): number {
    const fresh = new Set<number>();
    for (const cell of columns) if (this.suppressed[cell] !== 1) fresh.add(this.choices.of[cell]!);
    let sum = 0;
    for (const choice of fresh) sum += this.choices.cost[choice]!;
    return sum;
  }

  /** The room of a pair is how much nearer its two cells may come. */
  private roomOf(row: number, pair: Int32Array): number {
    return this.base[pair[1]!]! - this.base[pair[0]!]! - this.apart[row - this.relations]!;
  }

  private near(cell: number, size: number, banned: number): number[] {
    const { always, of } = this.choices;
    const web = {
      cells: this.base.length,
      rows: this.rows.length,
      rowsOf: (one: number) => this.places.row.subarray(this.places.start[one], this.places.start[one + 1]),
      cellsOf: (row: number) => this.rows[row]!.cell,
      mayMove: (one: number) => always[one] === 1 || (of[one]! >= 0 && of[one] !== banned),
      isPreferred: (one: number) => this.suppressed[one] === 1,
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
