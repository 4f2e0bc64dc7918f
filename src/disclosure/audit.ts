/** The attacker's view: how closely can each hidden cell be told from what is published? */
import type { Published } from './published.ts';
import { withProgram, type LinearProgram, type LoadedProgram, type Outcome, type Solver } from './solver.ts';
import { guessingSystems, satisfies, type GuessingSystem } from './system.ts';

/** Part of a table that fits everything published; cells of other systems are free of it. */
export interface Witness {
  readonly cells: Int32Array;
  readonly values: Float64Array;
}

export interface Audit {
  /** Whether every hidden cell is proven to keep the width. */
  readonly safe: boolean;
  /** Hidden cells without that proof, ascending: told too closely, or undecided. */
  readonly unsafe: Int32Array;
  /** Tables that prove the others safe, each checked by plain addition. */
  readonly witnesses: readonly Witness[];
  /** How many programs were solved. */
  readonly solved: number;
}

export interface AuditOptions {
  /** Give up at the first cell without proof. */
  readonly stopAtFirst?: boolean;
  /** Findings about systems seen before under the same problem and width, by their cells. */
  readonly memory?: Map<string, Audit>;
}

/**
 * Tests every hidden cell against a reader who knows all open cells, the zeros, every relation, the
 * public domains and the pairs. All hidden cells are tested alike, for a reader cannot tell causes apart.
 *
 * width    a cell is safe if two whole tables that fit everything published differ at it by at least
 *          this much; integer ≥ 1
 * returns  a cell counts as safe only if both tables are in hand and were checked exactly, so no
 *          tolerance of the solver can make an unsafe cell look safe
 * throws   RangeError if width is no such integer
 * cost     at most two linear and two integer programs per hidden cell and system, far fewer in
 *          practice, for every table found is held against all cells it moves
 * source   Fischetti and Salazar, Management Science 47 (2001), the attacker's subproblems
 */
export function audit(
  published: Published,
  width: number,
  solver: Solver,
  options: AuditOptions = {},
): Audit {
  if (!Number.isSafeInteger(width) || width < 1) throw new RangeError('The width must be an integer ≥ 1.');
  const findings: Audit[] = [];
  for (const system of guessingSystems(published, 2 * width)) {
    const key = options.memory ? system.cells.join() : '';
    let found = options.memory?.get(key);
    if (!found) {
      found = new SystemAudit(system, width, solver, options.stopAtFirst ?? false).run();
      if (found.safe || !options.stopAtFirst) options.memory?.set(key, found);
    }
    findings.push(found);
    if (options.stopAtFirst && !found.safe) break;
  }
  return {
    safe: findings.every((found) => found.safe),
    unsafe: Int32Array.from(findings.flatMap((found) => [...found.unsafe])).sort(),
    witnesses: findings.flatMap((found) => found.witnesses),
    solved: findings.reduce((sum, found) => sum + found.solved, 0),
  };
}

/** What the solver may be off by; used only to call a cell unsafe without looking further. */
const SLACK = 1e-6;

class SystemAudit {
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;
  private readonly witnesses: Witness[] = [];
  private solved = 0;

  constructor(
    private readonly system: GuessingSystem,
    private readonly width: number,
    private readonly solver: Solver,
    private readonly stopAtFirst: boolean,
  ) {
    this.lowest = new Float64Array(system.cells.length).fill(Infinity);
    this.highest = new Float64Array(system.cells.length).fill(-Infinity);
  }

  run(): Audit {
    const { cells, program } = this.system;
    const unsafe: number[] = [];
    withProgram(this.solver, program, (loaded) => {
      this.sweep(loaded);
      for (let column = 0; column < cells.length; column++) {
        if (this.isWide(column) || this.prove(loaded, column)) continue;
        unsafe.push(cells[column]!);
        if (this.stopAtFirst) break;
      }
    });
    const { witnesses, solved } = this;
    return { safe: unsafe.length === 0, unsafe: Int32Array.from(unsafe), witnesses, solved };
  }

  private isWide(column: number): boolean {
    return this.highest[column]! - this.lowest[column]! >= this.width;
  }

  /** A few programs that push many cells at once, each cell up and down by the bits of its position. */
  private sweep(loaded: LoadedProgram): void {
    const columns = this.system.cells.length;
    for (let bit = 0; 1 << bit < 2 * columns; bit++) {
      for (const direction of [1, -1]) {
        const cost = new Float64Array(columns);
        for (let column = 0; column < columns; column++) {
          if (!this.isWide(column)) cost[column] = (column >> bit) & 1 ? direction : -direction;
        }
        if (cost.every((one) => one === 0)) return;
        this.keep(this.ask(loaded, cost));
      }
    }
  }

  /** The two ends of one cell: in the linear program, and in whole numbers if these gave no whole table. */
  private prove(loaded: LoadedProgram, column: number): boolean {
    const [low, high] = this.ends(loaded, column);
    if (this.isWide(column)) return true;
    const cannot = low !== undefined && high !== undefined && high - low < this.width - SLACK;
    if (cannot) return false;
    const whole: LinearProgram = { ...this.system.program, integer: true };
    return withProgram(this.solver, whole, (wholeLoaded) => {
      this.ends(wholeLoaded, column);
      return this.isWide(column);
    });
  }

  private ends(loaded: LoadedProgram, column: number): (number | undefined)[] {
    return [1, -1].map((direction) => {
      const cost = new Float64Array(this.system.cells.length);
      cost[column] = direction;
      const outcome = this.ask(loaded, cost);
      this.keep(outcome);
      return outcome.status === 'optimal' ? outcome.x[column] : undefined;
    });
  }

  private ask(loaded: LoadedProgram, cost: Float64Array): Outcome {
    this.solved++;
    return loaded.minimise(cost);
  }

  /** Rounds, checks exactly whether that is a table at all, and keeps it if it widens what is known of a cell. */
  private keep(outcome: Outcome): void {
    if (outcome.status !== 'optimal') return;
    const values = outcome.x.map((value) => Math.round(value) + 0);
    if (!satisfies(this.system.program, values)) return;
    let widens = false;
    for (let column = 0; column < values.length; column++) {
      if (values[column]! < this.lowest[column]! || values[column]! > this.highest[column]!) {
        widens ||= !this.isWide(column);
        this.lowest[column] = Math.min(this.lowest[column]!, values[column]!);
        this.highest[column] = Math.max(this.highest[column]!, values[column]!);
      }
    }
    if (widens) this.witnesses.push({ cells: this.system.cells, values });
  }
}
