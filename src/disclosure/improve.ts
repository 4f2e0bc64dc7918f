/** Chooses what to hide by cutting planes: as little as the rounds suffice for, and always a safe pattern. */
import { audit, type Audit } from './audit.ts';
import { choicesOf, patternOf, type Choices } from './choices.ts';
import type { Cut } from './cut.ts';
import { Master, type Answer } from './master.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import type { Problem } from './problem.ts';
import { publish } from './published.ts';
import { Separation } from './separation.ts';
import type { Solver } from './solver.ts';

/** How far the search has come. */
export interface Progress {
  /** Rounds done. */
  readonly round: number;
  /** Inequalities found in the last round; none means that the pattern is safe. */
  readonly cuts: number;
  /** Choices hidden in the last round. */
  readonly taken: number;
}

/** Counts of work, never time, so that equal input gives equal output. */
export interface Limits {
  /** Rounds in which everything may be chosen anew; after them what is hidden stays so until all is safe. */
  readonly free: number;
  /** The same for choosing anew among what is then hidden. */
  readonly within: number;
  /** Columns of all programs solved, before which the free rounds do not end: small tables are worth it. */
  readonly least: number;
  /** Columns after which either kind of rounds ends early. */
  readonly work: number;
  /** Branches per block of inequalities and round. */
  readonly nodes: number;
  /** What a column of an integer program counts for in the work, per branch. */
  readonly branch: number;
}

export interface Improvement {
  /** 1 where hidden, length n. */
  readonly hidden: Uint8Array;
  readonly audit: Audit;
  /** No safe pattern costs less, always hidden cells not counted. */
  readonly bound: number;
}

/**
 * In rounds: a cheap pattern that obeys all inequalities so far is looked at in fractions; cells that it gives
 * away add inequalities. When none are left, the cheapest such pattern is looked at in the same way, and what is
 * safe in fractions is audited in whole numbers. When the free rounds are used up, what is hidden stays, so that
 * few more rounds end with a pattern that is safe in fractions; then the same search chooses the cheapest among
 * what that hides. A pattern that ends free rounds has nothing superfluous.
 *
 * width   as in `audit`
 * throws  NoSafePattern
 * source  Fischetti and Salazar, Management Science 47 (2001), 1008–1027
 */
export function improve(
  problem: Problem,
  width: number,
  solver: Solver,
  limits: Limits,
  onProgress?: (progress: Progress) => void,
): Improvement {
  return new Improver(problem, width, solver, limits, onProgress).run();
}

/**
 * What every safe pattern costs at least, always hidden cells not counted, from a few rounds over small parts.
 *
 * most    rounds; columns of the largest part that is looked at
 * throws  NoSafePattern
 */
export function leastCost(
  problem: Problem,
  width: number,
  solver: Solver,
  most: { readonly rounds: number; readonly columns: number },
): number {
  const choices = choicesOf(problem);
  const separation = new Separation(problem, choices, width, solver);
  const master = new Master(choices, solver);
  const allowed = new Uint8Array(choices.cost.length).fill(1);
  const kept = new Uint8Array(allowed.length);
  let least = 0;
  for (let round = 0; round <= most.rounds; round++) {
    const { taken, bound, lost } = master.solve({ allowed, kept }, 0);
    if (lost.length > 0) throw new NoSafePattern(lost);
    least = Math.max(least, bound);
    if (round === most.rounds) break;
    const hidden = patternOf(choices, taken);
    const cuts = separation.cuts(hidden, new Uint8Array(hidden.length), most.columns);
    if (cuts.length === 0) break;
    master.add(cuts);
  }
  return least;
}

class Improver {
  private readonly choices: Choices;
  private readonly separation: Separation;
  private readonly master: Master;
  private readonly memory = new Map<string, Audit>();
  private round = 0;
  private bound = 0;

  constructor(
    private readonly problem: Problem,
    private readonly width: number,
    private readonly solver: Solver,
    private readonly limits: Limits,
    private readonly onProgress?: (progress: Progress) => void,
  ) {
    this.choices = choicesOf(problem);
    this.separation = new Separation(problem, this.choices, width, solver);
    this.master = new Master(this.choices, solver);
  }

  run(): Improvement {
    const { free, within } = this.limits;
    const all = new Uint8Array(this.choices.cost.length).fill(1);
    let { taken, audit: proof } = this.search(all, free, true);
    while (!proof) ({ taken, audit: proof } = this.search(taken, within, false));
    return { hidden: patternOf(this.choices, taken), audit: proof, bound: this.bound };
  }

  /**
   * The cheapest safe pattern of allowed choices that the rounds find.
   *
   * first    whether everything is allowed: the costs of the free rounds bound those of every safe pattern, and
   *          what is found after them is safe in fractions only, without an audit
   */
  private search(allowed: Uint8Array, rounds: number, first: boolean): { taken: Uint8Array; audit?: Audit } {
    const { least, work } = this.limits;
    const none = new Uint8Array(allowed.length);
    let kept: Uint8Array = none;
    const proven = new Uint8Array(this.problem.values.length);
    const start = this.work();
    let nodes = 0;
    let helped = 0;
    for (let round = 0; ; round++) {
      const free = kept === none;
      if (free) proven.fill(0);
      let answer: Answer = this.master.solve({ allowed, kept }, nodes);
      if (answer.lost.length > 0 && !(first && free)) {
        // Choose anew, with what is known by now: what was kept, or allowed, cannot be protected.
        allowed = allowed.map(() => 1);
        kept = none;
        answer = this.master.solve({ allowed, kept }, nodes);
        proven.fill(0);
      }
      if (answer.lost.length > 0) throw new NoSafePattern(answer.lost);
      if (first && free) this.bound = Math.max(this.bound, answer.bound);
      const rough = nodes === 0 && (first || free);
      const found = this.look(answer.taken, allowed, proven, free, rough);
      if (found.audit) return { taken: answer.taken, audit: found.audit };
      if (found.cuts.length > 0) {
        this.master.add(found.cuts);
        nodes = 0;
        const spent = this.work() - start;
        if (!free || (round + 1 >= rounds && (!first || spent >= least)) || spent >= work) {
          // More in later rounds: few cuts are left by then, and each round is dear.
          kept = this.withHelp(answer.taken, allowed, found.cuts, Math.ceil(++helped / 3));
        }
      } else if (rough && free) {
        nodes = this.limits.nodes;
      } else {
        return { taken: answer.taken };
      }
    }
  }

  private work(): number {
    return this.separation.work + this.limits.branch * this.master.branches;
  }

  /** For each cut that no new choice serves yet, those that serve most cuts for their cost; ties go by position. */
  private withHelp(taken: Uint8Array, allowed: Uint8Array, cuts: readonly Cut[], many: number): Uint8Array {
    const kept = taken.slice();
    const use = new Float64Array(kept.length);
    for (const { choice, coefficient } of cuts) {
      choice.forEach((one, at) => (use[one]! += Math.max(0, coefficient[at]!) / this.choices.cost[one]!));
    }
    for (const { choice, coefficient } of cuts) {
      const helpers = choice.filter((one, at) => coefficient[at]! > 0 && allowed[one]! > taken[one]!);
      if (helpers.some((one) => kept[one] === 1)) continue;
      helpers.sort((one, other) => use[other]! - use[one]! || one - other);
      for (const one of helpers.subarray(0, many)) kept[one] = 1;
    }
    return kept;
  }

  /** What the pattern gives away, or the audit that proves it safe; a rough answer is not audited. */
  private look(
    taken: Uint8Array,
    allowed: Uint8Array,
    proven: Uint8Array,
    free: boolean,
    rough: boolean,
  ): { cuts: Cut[]; audit?: Audit | undefined } {
    const hidden = patternOf(this.choices, taken);
    let cuts = this.separation.cuts(hidden, proven);
    if (rough && cuts.length === 0) return { cuts };
    let proof: Audit | undefined;
    if (cuts.length === 0) {
      const found = audit(publish(this.problem, hidden), this.width, this.solver, { memory: this.memory });
      if (found.safe) proof = found;
      else cuts = this.separation.wholeCuts(hidden, found.unsafe, allowed, !free);
      if (!proof && cuts.length === 0) throw new NoSafePattern([...found.unsafe]);
    }
    this.onProgress?.({
      round: ++this.round,
      cuts: cuts.length,
      taken: taken.reduce((sum, mark) => sum + mark, 0),
    });
    return { cuts, audit: proof };
  }
}
