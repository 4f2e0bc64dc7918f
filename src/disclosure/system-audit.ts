/** What can be told of the cells of one system: proof by tables where there is one, doubt where there is none. */
import { centralTable } from './central-table.ts';
import { Evidence } from './evidence.ts';
import { AROUND, FAR_AROUND, tableAt } from './first-table.ts';
import { MoveFinder, THOROUGH_DRAW, type Move, type Search } from './moves.ts';
import { withProgram, type LinearProgram, type LoadedProgram, type Outcome, type Solver } from './solver.ts';
import { satisfies, type GuessingSystem } from './system.ts';
import type { Witness } from './witness.ts';

export interface Audit {
  /** Whether every hidden cell is proven to keep the width. */
  readonly safe: boolean;
  /** Hidden cells without that proof, ascending: told too closely, or undecided. */
  readonly unsafe: Int32Array;
  /** Those of them that no two tables keep apart, as far as the solver can be trusted. */
  readonly disclosed: Int32Array;
  /** Those of them that a limit of the solver left open. */
  readonly undecided: Int32Array;
  /** Tables that prove the others safe, each checked by plain addition. */
  readonly witnesses: readonly Witness[];
  /** How many programs were solved. */
  readonly solved: number;
}

/** What the solver may be off by; used only to call a cell unsafe without looking further. */
const SLACK = 1e-6;

/** A program of the sweep tells little if more than this share of the cells without proof remains so. */
const SWEEP_SHARE = 0.75;

/** The sweep ends after as many that tell little, one after the other. */
const SWEEP_PATIENCE = 4;

/** Above this many columns one program of the sweep takes longer than many short moves. */
const SWEEP_MOST = 2_000;

/** Whole tables that are looked for where the sweep gave none. */
const MOST_CORNERS = 24;

/** So small a share of the cells is proved by moves with less work. */
const FEW_SHARE = 0.025;

/** How little it matters there where a cell lies that is proved already. */
const PROVEN_WEIGHT = 0.02;

/** Audits one system once: cheap steps for all cells first, dear ones for what these leave open. */
export class SystemAudit {
  private readonly evidence: Evidence;
  private readonly moves: MoveFinder;
  private readonly tested: readonly number[];
  /** Columns that no two tables keep apart. */
  private readonly disclosed = new Set<number>();
  private solved = 0;

  constructor(
    private readonly system: GuessingSystem,
    private readonly width: number,
    private readonly solver: Solver,
  ) {
    this.evidence = new Evidence(system.tested, width);
    this.moves = new MoveFinder(system.program, solver);
    this.tested = [...system.tested.keys()].filter((column) => system.tested[column] === 1);
  }

  run(): Audit {
    const { cells, program } = this.system;
    for (const column of this.tested) {
      // The ends were narrowed by exact steps, so this is proved.
      if (program.upper[column]! - program.lower[column]! < this.width) this.disclosed.add(column);
    }
    this.sweep();
    if (this.evidence.tables.length === 0) this.findTables();
    const base = this.evidence.tables[0];
    if (base) this.moveEach(base, 0);
    if (base) this.moveEach(base, THOROUGH_DRAW);
    if (base) this.judgeEach();
    const unsafe = this.tested.filter((column) => !this.evidence.isWide(column));
    const cellsOf = (columns: readonly number[]): Int32Array =>
      Int32Array.from(columns, (column) => cells[column]!);
    return {
      safe: unsafe.length === 0,
      unsafe: cellsOf(unsafe),
      disclosed: cellsOf(unsafe.filter((column) => this.disclosed.has(column))),
      undecided: cellsOf(unsafe.filter((column) => !this.disclosed.has(column))),
      witnesses: this.evidence.tables.map((values) => ({ cells, values })),
      solved: this.solved + this.moves.solved,
    };
  }

  /** Neither proved safe nor told. */
  private open(): number[] {
    return this.tested.filter((column) => !this.evidence.isWide(column) && !this.disclosed.has(column));
  }

  /** Whole tables that lie far apart, until moves tell more for the same work. */
  private findTables(): void {
    for (let corner = 0, idle = 0; corner < MOST_CORNERS && idle < 3; corner++) {
      const before = this.open().length;
      const isFirst = this.evidence.tables.length === 0;
      if (before === 0 || (before <= FEW_SHARE * this.tested.length && !isFirst)) break;
      this.keepTable(this.system.program, corner, isFirst ? FAR_AROUND : AROUND);
      // A first table proves nothing alone.
      const tells = (isFirst && this.evidence.tables.length > 0) || this.open().length < SWEEP_SHARE * before;
      idle = tells ? 0 : idle + 1;
    }
    if (this.open().length > 0) this.moveFromCentre();
  }

  /** A table near a corner; what is not proved yet decides which. */
  private keepTable(program: LinearProgram, corner: number, around: readonly number[]): void {
    const weight = (column: number): number => (this.evidence.isWide(column) ? PROVEN_WEIGHT : 1);
    const found = tableAt(program, this.solver, corner, weight, around);
    if (found) this.evidence.keep(found);
  }

  private moveFromCentre(): void {
    const centre = centralTable(this.system.program, this.solver);
    if (!centre) return;
    this.evidence.keep(centre);
    this.moveEach(centre, 0);
    this.moveEach(centre, 1);
  }

  /** Programs in fractions over all columns: one that is loaded answers many questions, each in a few steps. */
  private sweep(): void {
    const columns = this.system.cells.length;
    if (columns > SWEEP_MOST) return;
    withProgram(this.solver, this.system.program, (loaded) => {
      this.pushMany(loaded);
      for (const column of this.open()) if (!this.evidence.isWide(column)) this.pushOne(loaded, column);
    });
  }

  /** Many cells at once, each up and down by the bits of its position. */
  private pushMany(loaded: LoadedProgram): void {
    const columns = this.system.cells.length;
    let idle = 0;
    for (let bit = 0; 1 << bit < 2 * columns; bit++) {
      for (const direction of [1, -1]) {
        const before = this.open().length;
        if (before === 0) return;
        const cost = new Float64Array(columns);
        for (let column = 0; column < columns; column++) {
          if (!this.evidence.isWide(column)) cost[column] = (column >> bit) & 1 ? direction : -direction;
        }
        const had = this.evidence.tables.length;
        this.keepWhole(this.ask(loaded, cost));
        // A first table proves nothing alone.
        const tells =
          this.open().length <= SWEEP_SHARE * before || (had === 0 && this.evidence.tables.length === 1);
        idle = tells ? 0 : idle + 1;
        if (idle === SWEEP_PATIENCE) return;
      }
    }
  }

  /** Both ends of one cell: often whole tables, and the end of the matter where they lie too close. */
  private pushOne(loaded: LoadedProgram, column: number): void {
    const [low = NaN, high = NaN] = [1, -1].map((direction) => {
      const cost = new Float64Array(this.system.cells.length);
      cost[column] = direction;
      const outcome = this.ask(loaded, cost);
      this.keepWhole(outcome);
      return outcome.status === 'optimal' ? outcome.x[column] : undefined;
    });
    if (high - low < this.width - SLACK) this.disclosed.add(column);
  }

  /** Moves cell after cell away from one table by the width, then lays moves together into few tables. */
  private moveEach(base: Float64Array, draw: number): void {
    const moves: Move[] = [];
    const moved = new Uint8Array(base.length);
    for (const column of this.open()) {
      if (moved[column] === 1) continue;
      const move = this.moveAway(base, column, draw);
      if (typeof move === 'string') {
        // Wider than 1, two other tables may still lie apart on both sides of this one.
        if (move === 'none' && this.width === 1) this.disclosed.add(column);
        continue;
      }
      moves.push(move);
      move.columns.forEach((one, at) => {
        if (Math.abs(move.by[at]!) >= this.width) moved[one] = 1;
      });
    }
    for (const table of this.moves.together(base, moves, this.width)) this.evidence.keep(table);
  }

  private moveAway(base: Float64Array, column: number, draw: number): Search {
    const up = this.moves.find(base, column, this.width, draw);
    if (typeof up !== 'string') return up;
    const down = this.moves.find(base, column, -this.width, draw);
    if (typeof down !== 'string') return down;
    return up === 'none' && down === 'none' ? 'none' : 'undecided';
  }

  private judgeEach(): void {
    for (const column of this.open()) if (!this.evidence.isWide(column)) this.judge(column);
  }

  /** Once more in fractions, and in whole numbers if that gave no whole table. */
  private judge(column: number): void {
    if (this.system.cells.length > SWEEP_MOST) return this.judgeLarge(column);
    for (const integer of [false, true]) {
      const program = { ...this.system.program, integer };
      withProgram(this.solver, program, (loaded) => this.pushOne(loaded, column));
      if (this.evidence.isWide(column) || this.disclosed.has(column)) return;
    }
  }

  /** Once more in fractions, then for a table in which the cell lies beyond what is known of it, on either side. */
  private judgeLarge(column: number): void {
    const { program } = this.system;
    withProgram(this.solver, program, (loaded) => this.pushOne(loaded, column), undefined, 'once');
    const { low, high } = this.evidence.ends(column);
    for (const ends of [
      { lower: program.lower.with(column, low + this.width) },
      { upper: program.upper.with(column, high - this.width) },
    ]) {
      if (this.evidence.isWide(column) || this.disclosed.has(column)) return;
      const beyond = { ...program, ...ends };
      if (beyond.lower[column]! <= beyond.upper[column]!) this.keepTable(beyond, column, AROUND);
    }
  }

  private ask(loaded: LoadedProgram, cost: Float64Array): Outcome {
    this.solved++;
    return loaded.minimise(cost);
  }

  /** Rounds, and keeps what is a table then. */
  private keepWhole(outcome: Outcome): void {
    if (!('x' in outcome)) return;
    const values = outcome.x.map((value) => Math.round(value) + 0);
    if (satisfies(this.system.program, values)) this.evidence.keep(values);
  }
}
