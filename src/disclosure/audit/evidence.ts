/** The evidence that feasible tables give: per cell of one component, the range of values observed in them. */

/**
 * Feasible tables and the ranges that they span. A range is a part of the feasibility interval, so a cell whose range has the
 * protection level is protected. Whoever keeps a table has checked that it is feasible. Cost: one pass per table.
 */
export class Evidence {
  /** Tables that each widened a range when it mattered, in the order they came. */
  readonly tables: Float64Array[] = [];
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;

  /**
   * tested  1 where a column must keep the protection level
   * width   the protection level, as in `audit`
   */
  constructor(
    private readonly tested: Uint8Array,
    private readonly width: number,
  ) {
    this.lowest = new Float64Array(tested.length).fill(Infinity);
    this.highest = new Float64Array(tested.length).fill(-Infinity);
  }

  /** Whether two tables differ at the column by the protection level. */
  isProtected(column: number): boolean {
    return this.highest[column]! - this.lowest[column]! >= this.width;
  }

  /** Returns the smallest and the largest value that the tables give the column. */
  range(column: number): { low: number; high: number } {
    return { low: this.lowest[column]!, high: this.highest[column]! };
  }

  /** Keeps the table if it widens the observed range of a tested cell that is not proved protected yet. */
  keep(table: Float64Array): void {
    let isNews = false;
    for (let column = 0; column < table.length; column++) {
      if (table[column]! >= this.lowest[column]! && table[column]! <= this.highest[column]!) continue;
      isNews ||= this.tested[column] === 1 && !this.isProtected(column);
      this.lowest[column] = Math.min(this.lowest[column]!, table[column]!);
      this.highest[column] = Math.max(this.highest[column]!, table[column]!);
    }
    if (isNews) this.tables.push(table);
  }
}
