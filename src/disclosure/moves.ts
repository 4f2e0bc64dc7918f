/** Moves: whole-number changes of a few cells that turn one table that fits into another. */
import { drawn } from './drawn.ts';
import { settle } from './first-table.ts';
import { neighbourhood } from './neighbourhood.ts';
import { ProgramBuilder } from './program-builder.ts';
import { withProgram, type LinearProgram, type Outcome, type Solver } from './solver.ts';

/** Column columns[i] changes by by[i], a whole number other than 0. */
export interface Move {
  readonly columns: Int32Array;
  readonly by: Float64Array;
}

/** `none`: proved, as far as the solver can be trusted, that no table lies there. */
export type Search = Move | 'none' | 'undecided';

/** How many columns may move, attempt by attempt: in the first draw, in later ones, and in thorough ones. */
const NEAR = [120, 400] as const;
const FARTHER = [400, 1_200] as const;
const FAR = [400, 2_000, Infinity] as const;

/** From this draw on, a change that is not whole is made so. */
export const THOROUGH_DRAW = 4;

/** Columns around what is not whole that may change to make it so. */
const AROUND = 400;

/** Above this many columns an integer program over all of them might not end. */
const LARGE = 2_000;

/** Prices differ a little, so that few changes are equally cheap: by up to this share. */
const NOISE = 0.3;

/** A change in fractions is tried at these multiples. */
const MULTIPLES = [1, 2, 3, 4, 6] as const;

/**
 * Finds the smallest change that moves one column: minimise Σ |d| with A d = 0, d = `by` at the column, and
 * the changed table within its ends. Most such changes are short and whole, so a neighbourhood is enough.
 */
export class MoveFinder {
  /** How many programs were solved. */
  solved = 0;
  /** Row r of the transpose: entries rowsStart[j] to rowsStart[j + 1] - 1 are the rows of column j. */
  private readonly rowsStart: Int32Array;
  private readonly rows: Int32Array;

  constructor(
    private readonly program: LinearProgram,
    private readonly solver: Solver,
  ) {
    const { column, rowStart } = program;
    this.rowsStart = new Int32Array(program.lower.length + 1);
    for (const one of column) this.rowsStart[one + 1]!++;
    for (let one = 0; one < program.lower.length; one++) this.rowsStart[one + 1]! += this.rowsStart[one]!;
    const next = this.rowsStart.slice();
    this.rows = new Int32Array(column.length);
    for (let row = 0; row + 1 < rowStart.length; row++) {
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) this.rows[next[column[at]!]!++] = row;
    }
  }

  /**
   * table    fits the program
   * draw     0 looks near, and later ones farther; prices differ from draw to draw
   * returns  a move checked exactly. Cost: two linear programs; from THOROUGH_DRAW on at most three, and three
   *          integer ones, the last over all columns unless these are many
   */
  find(table: Float64Array, column: number, by: number, draw: number): Search {
    const goal = table[column]! + by;
    if (goal < this.program.lower[column]! || goal > this.program.upper[column]!) return 'none';
    for (const size of draw === 0 ? NEAR : draw < THOROUGH_DRAW ? FARTHER : FAR) {
      const near = this.neighbourhood(column, size);
      const found = this.findAmong(near, near.length < size, table, column, by, draw);
      if (typeof found !== 'string' || near.length < size) return found;
    }
    return 'undecided';
  }

  private neighbourhood(column: number, size: number): number[] {
    const { column: columns, rowStart } = this.program;
    const web = {
      rowsOf: (one: number) => this.rowsOf(one),
      cellsOf: (row: number) => columns.subarray(rowStart[row], rowStart[row + 1]),
      mayMove: (one: number) => !this.isFixed(one),
      isPreferred: () => false,
    };
    return neighbourhood(web, column, size);
  }

  private findAmong(
    near: readonly number[],
    isAll: boolean,
    table: Float64Array,
    column: number,
    by: number,
    draw: number,
  ): Search {
    const { lower, upper, rowStart, rowLower, rowUpper, coefficient } = this.program;
    const builder = new ProgramBuilder();
    const rise = new Map<number, number>();
    const fall = new Map<number, number>();
    for (const one of near) {
      const least = one === column ? by : lower[one]! - table[one]!;
      const most = one === column ? by : upper[one]! - table[one]!;
      if (most > 0) rise.set(one, builder.column(Math.max(least, 0), most));
      if (least < 0) fall.set(one, builder.column(Math.max(-most, 0), -least));
    }
    const rows = new Set(near.flatMap((one) => [...this.rowsOf(one)]));
    for (const row of rows) {
      let sum = 0;
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const one = this.program.column[at]!;
        sum += coefficient[at]! * table[one]!;
        if (rise.has(one)) builder.entry(rise.get(one)!, coefficient[at]!);
        if (fall.has(one)) builder.entry(fall.get(one)!, -coefficient[at]!);
      }
      builder.endRow(rowLower[row]! - sum, rowUpper[row]! - sum);
    }
    const read = (x: Float64Array): Move | undefined => {
      const change = near.map((one) => (x[rise.get(one) ?? -1] ?? 0) - (x[fall.get(one) ?? -1] ?? 0));
      for (const multiple of MULTIPLES) {
        const by = change.map((one) => Math.round(one * multiple));
        const moving = [...by.keys()].filter((at) => by[at] !== 0);
        const move = {
          columns: Int32Array.from(moving, (at) => near[at]!),
          by: Float64Array.from(moving, (at) => by[at]!),
        };
        if (this.allows(move, table)) return move;
      }
      return undefined;
    };
    const program = builder.build();
    const linear = this.solve(program, draw);
    if (linear.status === 'infeasible') return 'none';
    if (!('x' in linear)) return 'undecided';
    const move = read(linear.x);
    if (move || draw < THOROUGH_DRAW) return move ?? 'undecided';
    const settled = settle(program, linear.x, AROUND, this.solver);
    const settledMove = settled && read(settled);
    if (settledMove) return settledMove;
    if (!isAll || near.length > LARGE) return 'undecided';
    const whole = this.solve({ ...program, integer: true }, draw);
    if (whole.status === 'infeasible') return 'none';
    return ('x' in whole ? read(whole.x) : undefined) ?? 'undecided';
  }

  /** An integer program is only to have an answer. */
  private solve(program: LinearProgram, draw: number): Outcome {
    this.solved++;
    const cost = program.lower.map((_, at) => (program.integer ? 0 : noise(at, draw)));
    return withProgram(this.solver, program, (loaded) => loaded.minimise(cost), undefined, 'near');
  }

  /**
   * As few tables as a first fit gives, so that each move that is allowed from `base` alone shows in one of
   * them: no column that a move takes away by the width is brought back by a later one.
   */
  together(base: Float64Array, moves: readonly Move[], width: number): Float64Array[] {
    const tables: Float64Array[] = [];
    const proves = (table: Float64Array, column: number): boolean =>
      Math.abs(table[column]! - base[column]!) >= width;
    const proven = new Uint8Array(base.length);
    let left = moves;
    while (left.length > 0) {
      const table = base.slice();
      const fresh = new Uint8Array(base.length);
      left = left.filter((move) => {
        const before = move.columns.map((column) => table[column]!);
        const fits =
          this.allows(move, table) &&
          move.columns.every((column, at) => {
            const after = before[at]! + move.by[at]!;
            return fresh[column] === 0 || Math.abs(after - base[column]!) >= width;
          });
        if (!fits) return true;
        move.columns.forEach((column, at) => (table[column] = before[at]! + move.by[at]!));
        for (const column of move.columns) {
          if (proven[column] === 1 || !proves(table, column)) continue;
          fresh[column] = proven[column] = 1;
        }
        return move.columns.some((column, at) => Math.abs(move.by[at]!) >= width && proven[column] === 0);
      });
      tables.push(table);
    }
    return tables;
  }

  /** Whether the changed table keeps its ends and every row, by plain addition. */
  private allows(move: Move, table: Float64Array): boolean {
    const { lower, upper, rowStart, rowLower, rowUpper, coefficient } = this.program;
    const changed = new Map<number, number>();
    for (const [at, one] of move.columns.entries()) {
      const value = table[one]! + move.by[at]!;
      if (!(value >= lower[one]! && value <= upper[one]!)) return false;
      changed.set(one, value);
    }
    const rows = new Set([...move.columns].flatMap((one) => [...this.rowsOf(one)]));
    for (const row of rows) {
      let sum = 0;
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const one = this.program.column[at]!;
        sum += coefficient[at]! * (changed.get(one) ?? table[one]!);
      }
      if (sum < rowLower[row]! || sum > rowUpper[row]!) return false;
    }
    return changed.size > 0;
  }

  private isFixed(column: number): boolean {
    return this.program.lower[column] === this.program.upper[column];
  }

  private rowsOf(column: number): Int32Array {
    return this.rows.subarray(this.rowsStart[column], this.rowsStart[column + 1]);
  }
}

const noise = (column: number, draw: number): number => 1 + NOISE * drawn(column, draw);
