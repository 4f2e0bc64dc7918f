/** How far a hidden cell can move as single relations tell it: no program is needed for that. */
import { rowOf } from './hidden-part.ts';
import { listCount, type Problem } from './problem.ts';

/** rise, fall: at most so much; riseRow, fallRow: the relation that says so, -1 for the ends of the cell itself. */
export interface Limit {
  readonly rise: number;
  readonly riseRow: number;
  readonly fall: number;
  readonly fallRow: number;
}

/** Limits of the cells of one part, all found in one pass over its relations. */
export class RowLimits {
  private readonly limits = new Map<number, Limit>();

  /** room: how far an end of the domain lies from the other, at most; hidden: 1 where hidden, length n. */
  constructor(
    private readonly problem: Problem,
    private readonly room: number,
    private readonly hidden: Uint8Array,
  ) {}

  /** Takes a row of the part into account. */
  note(row: number): void {
    if (row >= listCount(this.problem.relations)) return;
    const { cell, sign } = rowOf(this.problem, row);
    let [lessAll, moreAll] = [0, 0];
    cell.forEach((one, at) => {
      if (this.hidden[one] !== 1) return;
      lessAll += this.reach(one, sign[at]! < 0);
      moreAll += this.reach(one, sign[at]! > 0);
    });
    cell.forEach((one, at) => {
      if (this.hidden[one] !== 1) return;
      const less = lessAll - this.reach(one, sign[at]! < 0);
      const more = moreAll - this.reach(one, sign[at]! > 0);
      const [rise, fall] = sign[at]! > 0 ? [less, more] : [more, less];
      const before = this.of(one);
      this.limits.set(one, {
        ...(rise < before.rise ? { rise, riseRow: row } : { rise: before.rise, riseRow: before.riseRow }),
        ...(fall < before.fall ? { fall, fallRow: row } : { fall: before.fall, fallRow: before.fallRow }),
      });
    });
  }

  of(cell: number): Limit {
    const own = { rise: this.reach(cell, true), riseRow: -1, fall: this.reach(cell, false), fallRow: -1 };
    return this.limits.get(cell) ?? own;
  }

  /** The other cells of a relation, hidden or not, and what each leaves the target to rise or to fall by. */
  othersIn(row: number, target: number, upwards: boolean): [number, number][] {
    const { cell, sign } = rowOf(this.problem, row);
    const own = sign[cell.indexOf(target)]!;
    const others: [number, number][] = [];
    cell.forEach((one, at) => {
      if (one !== target) others.push([one, this.reach(one, (sign[at] === own) !== upwards)]);
    });
    return others;
  }

  /** What lies between the value and an end of its domain. */
  private reach(cell: number, upwards: boolean): number {
    const { values, lower, upper } = this.problem;
    const top = Math.min(upper[cell]!, lower[cell]! + this.room);
    return upwards ? Math.max(0, top - values[cell]!) : values[cell]! - lower[cell]!;
  }
}
