/** Looks for cells whose hiding lets an under-protected cell move, at the least public cost. */
import { LOCKED, listCount, type Problem } from './problem.ts';
import { ProgramBuilder } from './program-builder.ts';
import type { Solver } from './solver.ts';

/** `open`: open cells that must be hidden, ascending; none if the cell can already move. */
export type Loosening =
  | { readonly status: 'found'; readonly open: readonly number[] }
  | { readonly status: 'impossible' | 'undecided' };

/** A move this small is one that the solver did not mean. */
const STILL = 1e-6;

/** Where one of the two tables holds a cell: at its place in the program, or fixed. */
interface Copy {
  /** Column of a hidden cell's value; -1 otherwise. */
  readonly value: Int32Array;
  /** Column of how far an open cell rises; the one after it is how far it falls; -1 otherwise. */
  readonly rise: Int32Array;
}

/**
 * Two tables that add up, lie in the public domains, and differ at one cell by the width, while open
 * cells move from their published values as cheaply as can be. Whatever moves must be hidden; then
 * both tables fit what is published, and the cell is safe as far as fractions can tell.
 * Neither costs nor program hold a hidden value.
 *
 * source  Kelly, Golden and Assad, Networks 22 (1992), 397–417: suppression by least-cost flows
 */
export class LooseningProgram {
  private readonly program;
  private readonly copies: readonly [Copy, Copy];
  private readonly differenceRow: Int32Array;
  private readonly size: number;

  /**
   * hidden   1 where hidden, length n; a copy is kept
   * integer  whether both tables must be whole
   */
  constructor(
    private readonly problem: Problem,
    private readonly hidden: Uint8Array,
    solver: Solver,
    integer = false,
  ) {
    const builder = new ProgramBuilder();
    this.copies = [this.copy(builder), this.copy(builder)];
    const [one, other] = this.copies;
    this.differenceRow = new Int32Array(hidden.length).fill(-1);
    for (let cell = 0; cell < hidden.length; cell++) {
      if (hidden[cell] !== 1) continue;
      builder.entry(one.value[cell]!, 1);
      builder.entry(other.value[cell]!, -1);
      this.differenceRow[cell] = builder.endRow(-Infinity, Infinity);
    }
    const built = builder.build(integer);
    this.size = built.lower.length;
    this.program = solver.load(built);
  }

  /**
   * cell   a hidden cell that is to move by at least `width`
   * free   1 where a cell may move at no cost, as it was hidden after this program was made
   */
  loosen(cell: number, width: number, free: Uint8Array): Loosening {
    const row = this.differenceRow[cell]!;
    this.program.boundRow(row, width, Infinity);
    const outcome = this.program.minimise(this.costs(free));
    this.program.boundRow(row, -Infinity, Infinity);
    if (outcome.status === 'infeasible') return { status: 'impossible' };
    if (outcome.status !== 'optimal') return { status: 'undecided' };
    const moves = (at: number): boolean => at >= 0 && outcome.x[at]! + outcome.x[at + 1]! > STILL;
    const open: number[] = [];
    for (let one = 0; one < free.length; one++) {
      if (free[one] !== 1 && this.copies.some((copy) => moves(copy.rise[one]!))) open.push(one);
    }
    return { status: 'found', open };
  }

  close(): void {
    this.program.close();
  }

  private costs(free: Uint8Array): Float64Array {
    const cost = new Float64Array(this.size);
    for (const { rise } of this.copies) {
      for (let cell = 0; cell < free.length; cell++) {
        const at = rise[cell]!;
        if (at >= 0 && free[cell] !== 1) cost[at] = cost[at + 1] = this.problem.cost[cell]!;
      }
    }
    return cost;
  }

  private copy(builder: ProgramBuilder): Copy {
    const { values, status, lower, upper, relations, atMost } = this.problem;
    const value = new Int32Array(values.length).fill(-1);
    const rise = new Int32Array(values.length).fill(-1);
    for (let cell = 0; cell < values.length; cell++) {
      if (this.hidden[cell] === 1) {
        value[cell] = builder.column(lower[cell]!, upper[cell]!);
      } else if (values[cell] !== 0 && status[cell] !== LOCKED) {
        rise[cell] = builder.column(0, upper[cell]! - values[cell]!);
        builder.column(0, values[cell]! - lower[cell]!);
      }
    }
    /** Writes sign · cell into the row and returns what the open value adds to it. */
    const write = (cell: number, sign: number): number => {
      if (value[cell]! >= 0) {
        builder.entry(value[cell]!, sign);
        return 0;
      }
      if (rise[cell]! >= 0) {
        builder.entry(rise[cell]!, sign);
        builder.entry(rise[cell]! + 1, -sign);
      }
      return sign * values[cell]!;
    };
    for (let relation = 0; relation < listCount(relations); relation++) {
      let open = 0;
      for (let at = relations.start[relation]!; at < relations.start[relation + 1]!; at++) {
        open += write(relations.cell[at]!, relations.sign[at]!);
      }
      builder.endRow(-open, -open);
    }
    for (let at = 0; at < atMost.length; at += 2) {
      const open = write(atMost[at]!, 1) + write(atMost[at + 1]!, -1);
      builder.endRow(-Infinity, -open);
    }
    return { value, rise };
  }
}
