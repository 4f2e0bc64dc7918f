/** A solver that says what a test lets it say, and remembers what it was asked. */
import type { LinearProgram, SolveHint, Outcome, Solver } from '../../src/disclosure/program/solver.ts';

export interface Load {
  readonly program: LinearProgram;
  readonly nodes: number | undefined;
  readonly hint: SolveHint;
}

export interface Asked extends Load {
  readonly integer: boolean;
  readonly cost: Float64Array;
}

export const UNDECIDED: Outcome = { status: 'undecided' };

/** An answer without prices. */
export const optimal = (...x: number[]): Extract<Outcome, { status: 'optimal' | 'feasible' }> => ({
  status: 'optimal',
  objective: 0,
  bound: 0,
  x: Float64Array.from(x),
  rowDual: new Float64Array(0),
  columnDual: new Float64Array(0),
});

/** loaded and asked: in the order of time; costs as they were then. */
export function scripted(answer: (asked: Asked) => Outcome): {
  readonly solver: Solver;
  readonly loaded: Load[];
  readonly asked: Asked[];
} {
  const loaded: Load[] = [];
  const asked: Asked[] = [];
  const solver: Solver = {
    load(program, nodes, hint = 'warm-start') {
      const load = { program, nodes, hint };
      loaded.push(load);
      return {
        minimise(cost) {
          const question = { ...load, integer: program.integer, cost: cost.slice() };
          asked.push(question);
          return answer(question);
        },
        boundRow: () => {},
        boundColumn: () => {},
        addRow: () => {},
        close: () => {},
      };
    },
  };
  return { solver, loaded, asked };
}
