/** Finds what one contributor after the other can tell, and hides what keeps it from them. */
import { audit } from './audit.ts';
import { Excerpts, within } from './excerpt.ts';
import { LOCKED, mayHide, PRIMARY, UNKNOWN, type Problem } from './problem.ts';
import { publish } from './published.ts';
import type { Solver } from './solver.ts';
import { protect, type ProtectOptions } from './suppress.ts';

const isHiddenAs = (status: number): boolean => status === PRIMARY || status === UNKNOWN;

/**
 * One pattern while it grows. What fails for a contributor is made safe at once, so that those who come later
 * gain by it; what was safe before stays so, for a table that fits still does when more is hidden.
 */
export class InsiderGuard {
  private readonly excerpts: Excerpts;
  /** How contributors see each cell: PRIMARY if none may tell it, UNKNOWN if hidden otherwise. */
  private readonly status: Uint8Array;

  /**
   * sharp   the problem with what contributors may reckon with, see `sharpened`
   * hidden  1 where hidden, groups as a whole; for cells behind its end the status of `sharp` says it
   * tested  1 for hidden cells that no contributor may tell
   * options of the search for what to hide
   */
  constructor(
    private readonly sharp: Problem,
    hidden: Uint8Array,
    tested: Uint8Array,
    private readonly width: number,
    private readonly solver: Solver,
    private readonly options: ProtectOptions,
  ) {
    this.excerpts = new Excerpts(sharp);
    this.status = sharp.status.map((old, cell) => {
      if (old === LOCKED || hidden[cell] === 0) return old;
      return tested[cell] === 1 && old !== UNKNOWN ? PRIMARY : UNKNOWN;
    });
  }

  isHidden(cell: number): boolean {
    return isHiddenAs(this.status[cell]!);
  }

  /** Against what every contributor may reckon with, whoever it is. */
  keepFromAll(): void {
    this.keep(
      [...this.status.keys()].filter((cell) => this.isHidden(cell)),
      new Set(),
    );
  }

  /** alone: where one contributor is alone; a shown one of these would keep nothing from it if it were hidden. */
  keepFrom(alone: readonly number[]): void {
    const hidden = alone.filter((cell) => this.isHidden(cell));
    if (hidden.length > 0) this.keep(hidden, new Set(alone));
  }

  /** around: hidden cells; only what hangs together with one of them is looked at. */
  private keep(around: readonly number[], known: ReadonlySet<number>): void {
    const seen = this.excerpts.around(
      around,
      (cell) => this.isHidden(cell),
      (cell) => (known.has(cell) ? LOCKED : this.status[cell]!),
    );
    const hidden = seen.problem.status.map((status) => (isHiddenAs(status) ? 1 : 0));
    const { safe, unsafe } = audit(publish(seen.problem, hidden), this.width, this.solver);
    if (!safe) this.hideFor(new Set(unsafe.map((cell) => seen.cells[cell]!)), known);
  }

  /** Hides what keeps the told cells from those who know the known ones. */
  private hideFor(told: ReadonlySet<number>, known: ReadonlySet<number>): void {
    const part = this.excerpts.around(
      told,
      (cell) => !known.has(cell) && (this.isHidden(cell) || mayHide(this.sharp, cell)),
      (cell) => {
        if (known.has(cell)) return LOCKED;
        if (!this.isHidden(cell)) return this.sharp.status[cell]!;
        return told.has(cell) ? PRIMARY : UNKNOWN;
      },
    );
    const { hidden } = within(part, () => protect(part.problem, this.width, this.solver, this.options));
    hidden.forEach((mark, at) => {
      const cell = part.cells[at]!;
      if (mark === 1 && !this.isHidden(cell)) this.status[cell] = UNKNOWN;
    });
  }
}
