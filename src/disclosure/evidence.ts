/** What the tables in hand prove of the cells of one system. */

/** Each table must fit what is published: whoever keeps one has checked it. */
export class Evidence {
  /** Tables that each told something new, in the order they came. */
  readonly tables: Float64Array[] = [];
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;

  /** tested: 1 where a column is to be told by nobody; width: as in `audit`. */
  constructor(
    private readonly tested: Uint8Array,
    private readonly width: number,
  ) {
    this.lowest = new Float64Array(tested.length).fill(Infinity);
    this.highest = new Float64Array(tested.length).fill(-Infinity);
  }

  /** Whether two tables differ at the column by the width. */
  isWide(column: number): boolean {
    return this.highest[column]! - this.lowest[column]! >= this.width;
  }

  /** Between which values the tables lie at the column. */
  ends(column: number): { low: number; high: number } {
    return { low: this.lowest[column]!, high: this.highest[column]! };
  }

  /** Keeps a table if it takes a tested column, not yet wide, where no other does. */
  keep(table: Float64Array): void {
    let isNews = false;
    for (let column = 0; column < table.length; column++) {
      if (table[column]! >= this.lowest[column]! && table[column]! <= this.highest[column]!) continue;
      isNews ||= this.tested[column] === 1 && !this.isWide(column);
      this.lowest[column] = Math.min(this.lowest[column]!, table[column]!);
      this.highest[column] = Math.max(this.highest[column]!, table[column]!);
    }
    if (isNews) this.tables.push(table);
  }
}
