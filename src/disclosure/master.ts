/** The cheapest choice that obeys all inequalities found so far. */
import type { Choices, Frame } from './choices.ts';
import { holds, type Cut } from './cut.ts';
import { ProgramBuilder } from './program-builder.ts';
import { rounded } from './rounding.ts';
import { withProgram, type LinearProgram, type Outcome, type Solver } from './solver.ts';

export interface Answer {
  /** 1 per choice that is taken. */
  readonly taken: Uint8Array;
  /** No choice within the frame that obeys the cuts costs less. */
  readonly bound: number;
  /** Always hidden cells that the cuts leave without protection in the frame. */
  readonly lost: readonly number[];
}

/** What the solver may be off by. */
const SLACK = 1e-6;

interface BlockAnswer {
  readonly taken: readonly number[];
  readonly bound: number;
  readonly lost: readonly number[];
}

/**
 * Cuts that share no choice are solved apart, and a block whose cuts and frame are the same as the last time is
 * not solved again: in tables of many regions most cuts are local.
 */
export class Master {
  /** Columns of all integer programs, times the branches that each was allowed. */
  branches = 0;
  private readonly cuts: Cut[] = [];
  private readonly leader: Int32Array;
  private answers = new Map<string, BlockAnswer>();

  constructor(
    private readonly choices: Choices,
    private readonly solver: Solver,
  ) {
    this.leader = Int32Array.from(choices.cost, (_, choice) => choice);
  }

  add(cuts: readonly Cut[]): void {
    for (const cut of cuts) {
      this.cuts.push(cut);
      for (const choice of cut.choice) this.join(cut.choice[0]!, choice);
    }
  }

  /** nodes: as in `Solver`, per block; 0 takes the answer in fractions, made whole, where it is not. */
  solve(frame: Frame, nodes: number): Answer {
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
      const first = cut.choice.length === 0 ? -1 - cut.target : this.find(cut.choice[0]!);
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
    if (relaxed.status === 'optimal' && nodes === 0 && !isWhole(relaxed)) {
      const share = new Map(choices.map((choice, at) => [choice, relaxed.x[at]!]));
      const found = rounded(block, share, frame, this.choices.cost);
      if (found) return answerOf((at) => found[choices[at]!] === 1, relaxed.bound);
    }
    const outcome = relaxed.status === 'infeasible' || isWhole(relaxed) ? relaxed : ask(true);
    if (outcome.status === 'optimal' || outcome.status === 'feasible') {
      return answerOf((at) => outcome.x[at]! > 0.5, outcome.bound);
    }
    if (outcome.status === 'infeasible') {
      return { taken: [], bound: 0, lost: hopeless(block, frame) };
    }
    // No answer within the limit: everything that is allowed, and what is too much is shown again later.
    const allowed = choices.filter((choice) => frame.allowed[choice] === 1);
    return { taken: allowed, bound: 0, lost: [] };
  }

  private join(one: number, other: number): void {
    const a = this.find(one);
    const b = this.find(other);
    this.leader[Math.max(a, b)] = Math.min(a, b);
  }

  private find(choice: number): number {
    let at = choice;
    while (this.leader[at] !== at) at = this.leader[at] = this.leader[this.leader[at]!]!;
    return at;
  }
}

const isWhole = (outcome: Outcome): boolean =>
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

/** Targets that stay without protection after everything that cannot be protected itself is shown. */
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
