/** Secondary suppression by cutting planes: the cheapest pattern that the rounds suffice for, and always a safe one. */
import type { Audit } from '../audit/audit.ts';
import { patternOf, type Choices } from './choices.ts';
import type { Cut } from './cut.ts';
import { Master, type MasterSolution } from './master.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import type { SearchTask } from './search-task.ts';
import { Separation } from './separation.ts';

/** The limits are counts of work, never time, so that equal input gives equal output. */
export interface Limits {
  /** In so many rounds everything may be chosen anew; after them suppressed cells stay suppressed until all are safe. */
  readonly free: number;
  /** In so many rounds the search chooses anew among the cells that are then suppressed. */
  readonly within: number;
  /** The free rounds do not end before so many columns of all programs solved, since small tables are worth it. */
  readonly least: number;
  /** Either kind of rounds ends early after so many columns. */
  readonly work: number;
  /** A block of cuts is given so many branches per round. */
  readonly nodes: number;
  /** A column of an integer program counts for so much work, per branch. */
  readonly branch: number;
}

export interface Improvement {
  /** The pattern has 1 where suppressed, length n. */
  readonly suppressed: Uint8Array;
  readonly audit: Audit;
  /** No safe pattern costs less, always suppressed cells not counted. */
  readonly bound: number;
}

/**
 * Cutting planes in rounds: the master problem gives a cheap pattern that obeys all cuts so far, its LP relaxation is
 * audited, and each cell that it discloses adds cuts. When none are left, the cheapest such pattern is examined in the
 * same way, and what is safe in the LP relaxation is audited in integers. When the free rounds are used up, suppressed
 * cells stay suppressed, so that few more rounds end with a pattern that is safe in the LP relaxation; then the same
 * search chooses the cheapest among what that pattern suppresses. A pattern that ends free rounds has nothing superfluous.
 *
 * throws  NoSafePattern with the cells that no pattern protects; RangeError if the width is no integer ≥ 1
 * cost    the limits bound it by counts of work, never by time
 * source  Fischetti and Salazar, Management Science 47 (2001), 1008–1027
 */
export function improve(task: SearchTask, limits: Limits): Improvement {
  return new Improver(task, limits).run();
}

/**
 * A lower bound on the cost of every safe pattern, always suppressed cells not counted, from a few rounds of cutting
 * planes over small connected components.
 *
 * most    rounds; columns of the largest component that is examined
 * throws  NoSafePattern with the cells that no pattern protects
 */
export function leastCost(
  { problem, choices, width, solver }: SearchTask,
  most: { readonly rounds: number; readonly columns: number },
): number {
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
    const suppressed = patternOf(choices, taken);
    const cuts = separation.cuts(suppressed, new Uint8Array(suppressed.length), most.columns);
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
    private readonly task: SearchTask,
    private readonly limits: Limits,
  ) {
    const { problem, choices, width, solver } = task;
    this.choices = choices;
    this.separation = new Separation(problem, choices, width, solver);
    this.master = new Master(choices, solver);
  }

  run(): Improvement {
    const { free, within } = this.limits;
    const all = new Uint8Array(this.choices.cost.length).fill(1);
    let { taken, audit: proof } = this.search(all, free, true);
    while (!proof) ({ taken, audit: proof } = this.search(taken, within, false));
    return { suppressed: patternOf(this.choices, taken), audit: proof, bound: this.bound };
  }

  /**
   * Finds the cheapest safe pattern of allowed choices that the rounds suffice for.
   *
   * first    whether everything is allowed: the costs of the free rounds bound those of every safe pattern, and a
   *          pattern found after them is safe in the LP relaxation only, without an audit
   */
  private search(allowed: Uint8Array, rounds: number, first: boolean): { taken: Uint8Array; audit?: Audit } {
    const { least, work } = this.limits;
    const none = new Uint8Array(allowed.length);
    let kept: Uint8Array = none;
    const proven = new Uint8Array(this.choices.always.length);
    const start = this.work();
    let nodes = 0;
    let helped = 0;
    for (let round = 0; ; round++) {
      const free = kept === none;
      if (free) proven.fill(0);
      let answer: MasterSolution = this.master.solve({ allowed, kept }, nodes);
      if (answer.lost.length > 0 && !(first && free)) {
        // The choices kept, or allowed, cannot be protected, so all are chosen anew with the cuts known by now.
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
          // Later rounds help more, since few cuts are left by then and each round is dear.
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

  /** Adds for each cut that no new choice serves yet the choices that serve most cuts for their cost; ties go by position. */
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

  /** Returns the cuts that the pattern violates, or the audit that proves it safe; a rough answer is not audited. */
  private look(
    taken: Uint8Array,
    allowed: Uint8Array,
    proven: Uint8Array,
    free: boolean,
    rough: boolean,
  ): { cuts: Cut[]; audit?: Audit | undefined } {
    const suppressed = patternOf(this.choices, taken);
    let cuts = this.separation.cuts(suppressed, proven);
    if (rough && cuts.length === 0) return { cuts };
    let proof: Audit | undefined;
    if (cuts.length === 0) {
      const found = this.task.audit(suppressed, { memory: this.memory });
      if (found.safe) proof = found;
      else cuts = this.separation.integerCuts(suppressed, found.unsafe, allowed, !free);
      if (!proof && cuts.length === 0) throw new NoSafePattern([...found.unsafe]);
    }
    this.task.onProgress?.({
      round: ++this.round,
      cuts: cuts.length,
      taken: taken.reduce((sum, mark) => sum + mark, 0),
    });
    return { cuts, audit: proof };
  }
}
