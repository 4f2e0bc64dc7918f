/** HiGHS, compiled to WebAssembly, as a solver of linear and integer programs. */
import loadHighs, { type Highs, type IndexSelection, type Model } from 'highs';
import type {
  LinearProgram,
  LoadedProgram,
  SolveHint,
  Outcome,
  Solver,
} from '../disclosure/program/solver.ts';

/**
 * Limits count iterations and nodes, never seconds: the same input gives the same answer on a slow machine.
 * Presolve is off: for linear programs, so that a question starts where the one before it ended, and the primal
 * simplex is then four times as fast, for only the cost changed; for integer ones, because that of HiGHS 1.15
 * was seen to lose the optimum. Coefficients of ±1 need no scaling.
 */
const OPTIONS = {
  output_flag: false,
  presolve: 'off',
  random_seed: 0,
  solver: 'choose',
  simplex_iteration_limit: 1_000_000,
  mip_max_nodes: 2_000,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-6,
} as const;
const DUAL_SIMPLEX = 1;
const PRIMAL_SIMPLEX = 4;

/** What is near zero is a few steps of the dual simplex away from it. */
const NEAR_STEPS = 1_500;

/** Who asks once has no last answer to start from: an interior point method is up to 100 times as fast then. */
const LINEAR = {
  'warm-start': { simplex_strategy: PRIMAL_SIMPLEX, simplex_scale_strategy: 0 },
  single: { solver: 'ipm', run_crossover: 'on', presolve: 'on' },
  'near-zero': {
    ...{ simplex_strategy: DUAL_SIMPLEX, simplex_scale_strategy: 0 },
    simplex_iteration_limit: NEAR_STEPS,
  },
} as const;

/** Whoever is asked once checks the answer and needs no optimum, so what presolve was seen to lose is no harm. */
const WHOLE = { 'warm-start': {}, single: { presolve: 'on' }, 'near-zero': {} } as const;

// The package declares itself CommonJS to the compiler, but Node is given its ES module.
const load = loadHighs as unknown as typeof loadHighs.default;

/** Models that nobody holds, by their options: to make one and set its options takes as long as a small program. */
type Shelf = Map<string, Model[]>;

/** Loads the WebAssembly module once. What it returns fits the solver interface of disclosure/. */
export async function highsSolver(): Promise<Solver> {
  const highs = await load();
  const shelf: Shelf = new Map();
  return { load: (program, nodes, hint) => new HeldModel(highs, shelf, program, nodes, hint) };
}

class HeldModel implements LoadedProgram {
  private readonly model: Model;
  private readonly every: IndexSelection;
  private readonly integer: boolean;
  private readonly place: Model[];

  constructor(
    private readonly highs: Highs,
    shelf: Shelf,
    program: LinearProgram,
    nodes: number = OPTIONS.mip_max_nodes,
    hint: SolveHint = 'warm-start',
  ) {
    const columns = program.lower.length;
    const rows = program.rowLower.length;
    this.integer = program.integer;
    this.every = { kind: 'range', from: 0, to: columns - 1 };
    const { continuous, integer } = highs.constants.variableType;
    const options = { ...OPTIONS, mip_max_nodes: nodes, ...(program.integer ? WHOLE : LINEAR)[hint] };
    const key = JSON.stringify(options);
    this.place = shelf.get(key) ?? [];
    shelf.set(key, this.place);
    this.model = this.place.pop() ?? newModel(highs, options);
    this.model.passModel({
      numCols: columns,
      numRows: rows,
      colCost: new Float64Array(columns),
      colLower: program.lower,
      colUpper: program.upper,
      rowLower: program.rowLower,
      rowUpper: program.rowUpper,
      matrix: {
        format: 'csr',
        numRows: rows,
        numCols: columns,
        starts: program.rowStart,
        indices: program.column,
        values: program.coefficient,
      },
      integrality: Array.from({ length: columns }, () => (program.integer ? integer : continuous)),
    });
  }

  minimise(cost: Float64Array): Outcome {
    const { modelStatus } = this.highs.constants;
    this.model.changeColsCost(this.every, cost);
    try {
      this.model.run();
    } catch (error) {
      // The solver gave up on this program. To decide nothing is safe: what is undecided counts as told.
      if (!(error instanceof Error && error.name === 'HighsError')) throw error;
      return { status: 'undecided' };
    }
    switch (this.model.getModelStatus()) {
      case modelStatus.optimal:
        return this.answer('optimal');
      case modelStatus.infeasible:
        return { status: 'infeasible' };
      case modelStatus.unbounded:
        return { status: 'unbounded' };
      case modelStatus.solutionLimit:
        return this.integer && Number.isFinite(this.model.getObjectiveValue())
          ? this.answer('feasible')
          : { status: 'undecided' };
      default:
        return { status: 'undecided' };
    }
  }

  private answer(status: 'optimal' | 'feasible'): Outcome {
    const { colValue, colDual, rowDual } = this.model.getSolution();
    const objective = this.model.getObjectiveValue();
    const none = new Float64Array(0);
    return {
      status,
      objective,
      bound: this.integer ? Number(this.model.info.get('mip_dual_bound')) : objective,
      x: colValue,
      rowDual: this.integer ? none : rowDual,
      columnDual: this.integer ? none : colDual,
    };
  }

  boundRow(row: number, lower: number, upper: number): void {
    this.model.changeRowBounds(row, lower, upper);
  }

  boundColumn(column: number, lower: number, upper: number): void {
    this.model.changeColBounds(column, lower, upper);
  }

  addRow(column: Int32Array, coefficient: Float64Array, lower: number, upper: number): void {
    this.model.addRow(lower, upper, { indices: column, values: coefficient });
  }

  close(): void {
    this.model.clearModel();
    this.place.push(this.model);
  }
}

function newModel(highs: Highs, options: Parameters<Model['options']['set']>[0]): Model {
  const model = highs.createModel();
  model.options.set(options);
  return model;
}
