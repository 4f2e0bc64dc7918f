/** Chooses which cells to hide besides the primary ones, until no reader can tell a hidden cell too closely. */
import { audit, type Audit } from './audit.ts';
import { LooseningProgram, type Loosening } from './loosening.ts';
import { alwaysHidden, closeTogether, listAt, listCount, LOCKED, mayHide, type Problem } from './problem.ts';
import { publish } from './published.ts';
import type { Solver } from './solver.ts';
import { unhideSuperfluous } from './superfluous.ts';

export interface Pattern {
  /** 1 where hidden, length n. */
  readonly hidden: Uint8Array;
  /** Cells hidden for their own sake, with those hidden together with them. */
  readonly primary: number;
  /** Cells hidden to protect others. */
  readonly complementary: number;
  /** The proof: safe, and every hidden cell tested. */
  readonly audit: Audit;
}

/** No choice of cells protects these. Names cells by their index, never a value. */
export class NoSafePattern extends Error {
  override readonly name = 'NoSafePattern';

  constructor(readonly cells: readonly number[]) {
    super(`No pattern keeps ${cells.length} hidden cell(s) apart: ${cells.join(', ')}.`);
  }
}

/**
 * Hides the primary cells and as few others as a simple search finds, so that every hidden cell keeps
 * the width against the attackers of `audit`.
 *
 * width    as in `audit`; solver: deterministic, see `Solver`
 * returns  the pattern with its proof. Equal input gives equal output; ties go by position, costs are
 *          public, and no program is told a value that is hidden at that time.
 * throws   NoSafePattern where no choice of cells, or none that this search finds, is safe
 * cost     rounds of one audit and one program per failing cell; a few rounds in practice
 * source   Kelly, Golden and Assad, Networks 22 (1992), with an audit of the whole after each round
 */
export function protect(problem: Problem, width: number, solver: Solver): Pattern {
  const primary = alwaysHidden(problem);
  const mayServe = problem.status.slice();
  for (;;) {
    try {
      return search({ ...problem, status: mayServe }, width, solver, primary);
    } catch (error) {
      if (!(error instanceof NoSafePattern)) throw error;
      // A cell that cannot be protected itself must not be hidden for others: again without it.
      const unfit = error.cells.filter((cell) => primary[cell] !== 1 && mayServe[cell] !== LOCKED);
      if (unfit.length === 0) throw error;
      const shown = new Uint8Array(primary.length);
      for (const cell of unfit) shown[cell] = 1;
      closeTogether(problem, shown);
      shown.forEach((mark, cell) => mark === 1 && (mayServe[cell] = LOCKED));
    }
  }
}

function search(problem: Problem, width: number, solver: Solver, primary: Uint8Array): Pattern {
  const hidden = primary.slice();
  const memory = new Map<string, Audit>();
  const look = (): Audit => audit(publish(problem, hidden), width, solver, { memory });
  let found = look();
  while (!found.safe) {
    hideMore(problem, width, solver, hidden, found.unsafe);
    found = look();
  }
  if (unhideSuperfluous(problem, width, solver, primary, hidden, memory)) found = look();
  const count = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);
  return {
    hidden,
    primary: count(primary),
    complementary: count(hidden) - count(primary),
    audit: found,
  };
}

/** Hides what the failing cells need. Always hides at least one cell more, or throws NoSafePattern. */
function hideMore(
  problem: Problem,
  width: number,
  solver: Solver,
  hidden: Uint8Array,
  failing: Int32Array,
): void {
  const before = hidden.slice();
  const grew = (): boolean => hidden.some((mark, cell) => mark !== before[cell]);
  hideWhatMoves(problem, width, solver, hidden, failing, false);
  if (grew()) return;
  // Every failing cell can move in fractions, but not in whole numbers.
  hideWhatMoves(problem, width, solver, hidden, failing, true);
  if (grew()) return;
  for (const cell of failing) hideNeighbour(problem, hidden, cell);
  if (!grew()) throw new NoSafePattern([...failing]);
}

function hideWhatMoves(
  problem: Problem,
  width: number,
  solver: Solver,
  hidden: Uint8Array,
  failing: Int32Array,
  integer: boolean,
): void {
  const program = new LooseningProgram(problem, hidden.slice(), solver, integer);
  const impossible: number[] = [];
  try {
    for (const cell of failing) {
      const found: Loosening = program.loosen(cell, width, hidden);
      if (found.status === 'impossible') impossible.push(cell);
      if (found.status !== 'found') continue;
      for (const open of found.open) hidden[open] = 1;
      closeTogether(problem, hidden);
    }
  } finally {
    program.close();
  }
  if (impossible.length > 0) throw new NoSafePattern(impossible);
}

/** The last resort: the cheapest open cell that shares a relation with the cell. */
function hideNeighbour(problem: Problem, hidden: Uint8Array, cell: number): void {
  const { relations, cost } = problem;
  let cheapest = -1;
  for (let relation = 0; relation < listCount(relations); relation++) {
    const members = listAt(relations, relation);
    if (!members.includes(cell)) continue;
    for (const member of members) {
      if (hidden[member] === 1 || !mayHide(problem, member)) continue;
      if (cheapest < 0 || cost[member]! < cost[cheapest]!) cheapest = member;
    }
  }
  if (cheapest < 0) return;
  hidden[cheapest] = 1;
  closeTogether(problem, hidden);
}
