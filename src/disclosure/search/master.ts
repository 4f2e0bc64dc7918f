/** The master problem: chooses the cheapest suppressions that obey all cuts found so far. */
import type { Choices, Frame } from './choices.ts';
import { holds, type Cut } from './cut.ts';
import { DisjointSets } from '../problem/disjoint-sets.ts';
import { ProgramBuilder } from '../program/program-builder.ts';
import { rounded } from './rounding.ts';
import { SLACK, withProgram, type LinearProgram, type Outcome, type Solver } from '../program/solver.ts';

export interface MasterSolution {
  /** A choice that is taken has 1. */
  readonly taken: Uint8Array;
  /** The bound is one from below: nothing within the frame that obeys the cuts costs less. */
  readonly bound: number;
  /** The cuts leave these always suppressed cells without protection in the frame. */
  readonly lost: readonly number[];
}

interface BlockAnswer {
  readonly taken: readonly number[];
  readonly bound: number;
  readonly lost: readonly number[];
}

/**
 * The master problem falls into blocks: cuts that share no choice are solved apart, and a block whose cuts and frame are
 * the same as the last time is not solved again, since in tables of many regions most cuts are local.
 */
export class Master {
  /** The branches count the columns of all integer programs, times the branches that each was allowed. */
  branches = 0;
  private readonly cuts: Cut[] = [];
  private readonly sets: DisjointSets;
  private answers = new Map<string, BlockAnswer>();

  constructor(
    private readonly choices: Choices,
    private readonly solver: Solver,
  ) {
    this.sets = new DisjointSets(choices.cost.length);
  }

  add(cuts: readonly Cut[]): void {
    for (const cut of cuts) {
      this.cuts.push(cut);
      for (const choice of cut.choice) this.sets.join(cut.choice[0]!, choice);
    }
  }

  /**
   * Solves the master problem block by block.
   *
   * frame  what may be taken and what must, 1 per choice
   * nodes  branches per block, as in `Solver`; 0 takes the LP relaxation, rounded where it is not integral
   */
  solve(frame: Frame, nodes: number): MasterSolution {
    const taken = frame.kept.slice();
    const answers = new Map<string, BlockAnswer>();
    const lost: number[] = [];
    let bound = 0;
    for (const block of this.blocks()) {
      const key = `${nodes} ${this.keyOf(block, frame)}`;
      const answer = this.answers.get(key) ?? this.solveBlock(block, frame, nodes);
      answers.set(key, answer);
      bound += answer.bound;
      lost.push(...answer.lost);
      for (const choice of answer.taken) taken[choice] = 1;
    }
    this.answers = answers;
    return { taken, bound, lost };
  }

  private blocks(): Cut[][] {
    const blocks = new Map<number, Cut[]>();
    for (const cut of this.cuts) {
      const first = cut.choice.length === 0 ? -1 - cut.target : this.sets.find(cut.choice[0]!);
      const block = blocks.get(first);
      if (block) block.push(cut);
      else blocks.set(first, [cut]);
    }
    return [...blocks.values()];
  }

  private keyOf(block: readonly Cut[], { allowed, kept }: Frame): string {
    const state = (choice: number): number => allowed[choice]! + 2 * kept[choice]!;
    const first = block[0]!;
    const states = block.map(({ choice }) => Array.from(choice, state).join('')).join();
    return `${first.target}:${[...first.choice].join()}:${states}`;
  }

  private solveBlock(block: readonly Cut[], frame: Frame, nodes: number): BlockAnswer {
    const choices = [...new Set(block.flatMap(({ choice }) => [...choice]))].sort((a, b) => a - b);
    const keptOnes = choices.filter((choice) => frame.kept[choice] === 1);
    const cost = Float64Array.from(choices, (choice) => this.choices.cost[choice]!);
    const price = (taken: readonly number[]): number =>
      taken.reduce((sum, choice) => sum + this.choices.cost[choice]!, 0);
    if (block.every((cut) => holds(cut, frame.kept))) {
      return { taken: keptOnes, bound: price(keptOnes), lost: [] };
    }
    if (choices.length === 0) return { taken: [], bound: 0, lost: hopeless(block, frame) };
    const isWholeCost = cost.every(Number.isInteger);
    const answerOf = (isTaken: (at: number) => boolean, bound: number): BlockAnswer => ({
      taken: choices.filter((_, at) => isTaken(at)),
      bound: isWholeCost ? Math.ceil(bound - SLACK) : bound,
      lost: [],
    });
    const program = programOf(block, choices, frame);
    const ask = (integer: boolean): Outcome => {
      if (integer) this.branches += choices.length * (nodes || 1);
      return withProgram(this.solver, { ...program, integer }, (loaded) => loaded.minimise(cost), nodes || 1);
    };
    const relaxed = ask(false);
    if (relaxed.status === 'optimal' && nodes === 0 && !isIntegral(relaxed)) {
      const share = new Map(choices.map((choice, at) => [choice, relaxed.x[at]!]));
      const found = rounded(block, share, frame, this.choices.cost);
      if (found) return answerOf((at) => found[choices[at]!] === 1, relaxed.bound);
    }
    const outcome = relaxed.status === 'infeasible' || isIntegral(relaxed) ? relaxed : ask(true);
    if (outcome.status === 'optimal' || outcome.status === 'feasible') {
      return answerOf((at) => outcome.x[at]! > 0.5, outcome.bound);
    }
    if (outcome.status === 'infeasible') {
      return { taken: [], bound: 0, lost: hopeless(block, frame) };
    }
    // Without an answer within the limit everything allowed is taken; what is superfluous is published again later.
    const allowed = choices.filter((choice) => frame.allowed[choice] === 1);
    return { taken: allowed, bound: 0, lost: [] };
  }
}

const isIntegral = (outcome: Outcome): boolean =>
  outcome.status === 'optimal' && outcome.x.every((value) => Math.abs(value - Math.round(value)) < SLACK);

function programOf(block: readonly Cut[], choices: readonly number[], frame: Frame): LinearProgram {
  const builder = new ProgramBuilder();
  const column = new Map(choices.map((choice, at) => [choice, at]));
  for (const choice of choices) builder.column(frame.kept[choice]!, frame.allowed[choice]!);
  for (const { choice, coefficient, right } of block) {
    choice.forEach((one, at) => builder.entry(column.get(one)!, coefficient[at]!));
    builder.endRow(right, Infinity);
  }
  return builder.build();
}

/** Returns the targets that stay without protection once every cell that cannot be protected itself is published. */
function hopeless(block: readonly Cut[], frame: Frame): number[] {
  const useful = frame.allowed.slice();
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    for (const { choice, coefficient, right } of block) {
      if (right > 0) continue;
      const own = choice[choice.length - 1]!;
      if (useful[own] === 0) continue;
      const help = choice.reduce(
        (sum, one, at) => (one === own ? sum : sum + coefficient[at]! * useful[one]!),
        0,
      );
      if (help >= 1 - SLACK) continue;
      useful[own] = 0;
      now++;
    }
  }
  const must = block.filter((cut) => cut.right > 0);
  const lost = must.filter((cut) => !holds(cut, useful));
  return [...new Set((lost.length > 0 ? lost : must).map(({ target }) => target))].sort((a, b) => a - b);
}
