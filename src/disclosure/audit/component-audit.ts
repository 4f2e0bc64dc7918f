/** The audit of one connected component: a cell is protected if two feasible tables witness the width, and undecided otherwise. */
import { centralFeasibleTable } from './central-table.ts';
import { Evidence } from './evidence.ts';
import { AROUND, FAR_AROUND, feasibleTableAt } from './first-table.ts';
import { MoveFinder, THOROUGH_DRAW, type Move, type Search } from './moves.ts';
import {
  SLACK,
  withProgram,
  type LinearProgram,
  type LoadedProgram,
  type Outcome,
  type Solver,
} from '../program/solver.ts';
import { isFeasible, type Component } from './component.ts';
import type { FeasibleTable } from './feasible-table.ts';

/** What an audit found. `unsafe` is made of `disclosed` and `undecided`. */
export interface Audit {
  /** Whether every tested cell is proved to keep the protection level. */
  readonly safe: boolean;
  /** Tested cells without that proof, ascending. */
  readonly unsafe: Int32Array;
  /** Disclosed cells: those whose feasibility interval is too short, as far as the solver can be trusted. */
  readonly disclosed: Int32Array;
  /** Undecided cells: those that a limit of the solver left open. */
  readonly undecided: Int32Array;
  /** Feasible tables that prove the others protected, each checked by plain addition. */
  readonly witnesses: readonly FeasibleTable[];
  /** Number of programs that were solved. */
  readonly solved: number;
}

/** A program of the sweep gains little if more than this share of the cells without proof remains so. */
const SWEEP_SHARE = 0.75;

/** The sweep ends after as many programs in a row that gain little. */
const SWEEP_PATIENCE = 4;

/** Above this many columns one program of the sweep takes longer than many short moves. */
const SWEEP_MOST = 2_000;

/** How many feasible tables are looked for where the sweep gave none. */
const MOST_CORNERS = 24;

/** Moves prove so small a share of the cells with less work than tables. */
const FEW_SHARE = 0.025;

/** The weight of a cell that is proved already, when a table is looked for. */
const PROVEN_WEIGHT = 0.02;

/**
 * Audits one component once, in the order of cost: bounds, a sweep of linear programs, feasible tables, moves, and integer
 * programs for what these leave open.
 */
export class ComponentAudit {
  private readonly evidence: Evidence;
  private readonly moves: MoveFinder;
  private readonly tested: readonly number[];
  /** Columns whose feasibility interval was found to be too short. */
  private readonly disclosed = new Set<number>();
  private solved = 0;

  constructor(
    private readonly component: Component,
    private readonly width: number,
    private readonly solver: Solver,
  ) {
    this.evidence = new Evidence(component.tested, width);
    this.moves = new MoveFinder(component.program, solver);
    this.tested = [...component.tested.keys()].filter((column) => component.tested[column] === 1);
  }

  /** Runs the audit; an instance does so once. Cost: see `audit`. */
  run(): Audit {
    const { cells, program } = this.component;
    for (const column of this.tested) {
      // The bounds were narrowed by exact steps, so this is proved.
      if (program.upper[column]! - program.lower[column]! < this.width) this.disclosed.add(column);
    }
    this.sweep();
    if (this.evidence.tables.length === 0) this.findTables();
    const base = this.evidence.tables[0];
    if (base) this.moveEach(base, 0);
    if (base) this.moveEach(base, THOROUGH_DRAW);
    if (base) this.judgeEach();
    const unsafe = this.tested.filter((column) => !this.evidence.isProtected(column));
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

  /** Columns that are proved neither protected nor disclosed. */
  private open(): number[] {
    return this.tested.filter((column) => !this.evidence.isProtected(column) && !this.disclosed.has(column));
  }

  /** Looks for feasible tables that lie far apart, until moves gain more for the same work. */
  private findTables(): void {
    for (let corner = 0, idle = 0; corner < MOST_CORNERS && idle < 3; corner++) {
      const before = this.open().length;
      const isFirst = this.evidence.tables.length === 0;
      if (before === 0 || (before <= FEW_SHARE * this.tested.length && !isFirst)) break;
      this.keepTable(this.component.program, corner, isFirst ? FAR_AROUND : AROUND);
      // A first table alone proves nothing.
      const gains = (isFirst && this.evidence.tables.length > 0) || this.open().length < SWEEP_SHARE * before;
      idle = gains ? 0 : idle + 1;
    }
    if (this.open().length > 0) this.moveFromCentre();
  }

  /** A table near a corner; what is not proved yet decides which. */
  private keepTable(program: LinearProgram, corner: number, around: readonly number[]): void {
    const weight = (column: number): number => (this.evidence.isProtected(column) ? PROVEN_WEIGHT : 1);
    const found = feasibleTableAt(program, this.solver, corner, weight, around);
    if (found) this.evidence.keep(found);
  }

  private moveFromCentre(): void {
    const centre = centralFeasibleTable(this.component.program, this.solver);
    if (!centre) return;
    this.evidence.keep(centre);
    this.moveEach(centre, 0);
    this.moveEach(centre, 1);
  }

  /** Sweeps over the columns with the LP relaxation: one loaded program answers many questions, each in a few pivots. */
  private sweep(): void {
    const columns = this.component.cells.length;
    if (columns > SWEEP_MOST) return;
    withProgram(this.solver, this.component.program, (loaded) => {
      this.pushMany(loaded);
      for (const column of this.open()) if (!this.evidence.isProtected(column)) this.pushOne(loaded, column);
    });
  }

  /** Pushes many cells at once, each up or down by the bits of its position. */
  private pushMany(loaded: LoadedProgram): void {
    const columns = this.component.cells.length;
    let idle = 0;
    for (let bit = 0; 1 << bit < 2 * columns; bit++) {
      for (const direction of [1, -1]) {
        const before = this.open().length;
        if (before === 0) return;
        const cost = new Float64Array(columns);
        for (let column = 0; column < columns; column++) {
          if (!this.evidence.isProtected(column)) cost[column] = (column >> bit) & 1 ? direction : -direction;
        }
        const had = this.evidence.tables.length;
        this.keepRounded(this.ask(loaded, cost));
        // A first table alone proves nothing.
        const gains =
          this.open().length <= SWEEP_SHARE * before || (had === 0 && this.evidence.tables.length === 1);
        idle = gains ? 0 : idle + 1;
        if (idle === SWEEP_PATIENCE) return;
      }
    }
  }

  /** Solves the attacker's two subproblems of one cell: the vertices are often integral, and an interval that is too short
   * decides the matter. */
  private pushOne(loaded: LoadedProgram, column: number): void {
    const [low = NaN, high = NaN] = [1, -1].map((direction) => {
      const cost = new Float64Array(this.component.cells.length);
      cost[column] = direction;
      const outcome = this.ask(loaded, cost);
      this.keepRounded(outcome);
      return outcome.status === 'optimal' ? outcome.x[column] : undefined;
    });
    if (high - low < this.width - SLACK) this.disclosed.add(column);
  }

  /** Looks for moves that take cell after cell away from one table by the width, then packs them into few tables. */
  private moveEach(base: Float64Array, draw: number): void {
    const moves: Move[] = [];
    const moved = new Uint8Array(base.length);
    for (const column of this.open()) {
      if (moved[column] === 1) continue;
      const move = this.moveAway(base, column, draw);
      if (typeof move === 'string') {
        // If the width is above 1, two other tables may still lie apart on both sides of this one.
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
    for (const column of this.open()) if (!this.evidence.isProtected(column)) this.judge(column);
  }

  /** Solves the subproblems of a cell once more, then as integer programs if the relaxation gave no integral table. */
  private judge(column: number): void {
    if (this.component.cells.length > SWEEP_MOST) return this.judgeLarge(column);
    for (const integer of [false, true]) {
      const program = { ...this.component.program, integer };
      withProgram(this.solver, program, (loaded) => this.pushOne(loaded, column));
      if (this.evidence.isProtected(column) || this.disclosed.has(column)) return;
    }
  }

  /** Solves the subproblems once more, then looks for a table in which the cell lies beyond its observed range, on either side. */
  private judgeLarge(column: number): void {
    const { program } = this.component;
    withProgram(this.solver, program, (loaded) => this.pushOne(loaded, column), undefined, 'single');
    const { low, high } = this.evidence.range(column);
    for (const ends of [
      { lower: program.lower.with(column, low + this.width) },
      { upper: program.upper.with(column, high - this.width) },
    ]) {
      if (this.evidence.isProtected(column) || this.disclosed.has(column)) return;
      const beyond = { ...program, ...ends };
      if (beyond.lower[column]! <= beyond.upper[column]!) this.keepTable(beyond, column, AROUND);
    }
  }

  private ask(loaded: LoadedProgram, cost: Float64Array): Outcome {
    this.solved++;
    return loaded.minimise(cost);
  }

  /** Rounds a solution and keeps it if it is feasible then. */
  private keepRounded(outcome: Outcome): void {
    if (!('x' in outcome)) return;
    const values = outcome.x.map((value) => Math.round(value) + 0);
    if (isFeasible(this.component.program, values)) this.evidence.keep(values);
  }
}
