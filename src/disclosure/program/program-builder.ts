/** The builder of linear programs: it collects columns, then rows entry by entry. */
import type { LinearProgram } from './solver.ts';

/**
 * Builds a LinearProgram in compressed sparse rows. The entries of a row are added before the row is ended; a column stands in
 * a row once at most. Nothing is checked. Cost: linear in the entries.
 */
export class ProgramBuilder {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly rowStart: number[] = [0];
  private readonly entries: number[] = [];
  private readonly coefficients: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];

  /** Adds a column and returns its index. */
  column(lower: number, upper: number): number {
    return this.lower.push(lower) && this.upper.push(upper) - 1;
  }

  /** Adds one entry to the row that is being written. */
  entry(column: number, coefficient: number): void {
    this.entries.push(column);
    this.coefficients.push(coefficient);
  }

  /** Ends the row that is being written and returns its index. */
  endRow(lower: number, upper: number): number {
    this.rowStart.push(this.entries.length);
    this.rowLower.push(lower);
    return this.rowUpper.push(upper) - 1;
  }

  /** Returns the program; `integer` demands integral solutions. */
  build(integer = false): LinearProgram {
    return {
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      rowStart: Int32Array.from(this.rowStart),
      column: Int32Array.from(this.entries),
      coefficient: Float64Array.from(this.coefficients),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      integer,
    };
  }
}
