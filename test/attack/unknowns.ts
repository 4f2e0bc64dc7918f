/** Whole unknown numbers and what an attacker knows of them: ends, sums, and amounts that are nothing or at least k. */

/** Σ coefficient · unknown + constant. */
export interface Expression {
  readonly terms: readonly (readonly [unknown: number, coefficient: number])[];
  readonly constant: number;
}

/** least ≤ Σ ≤ most. */
export interface Fact {
  readonly terms: readonly (readonly [unknown: number, coefficient: number])[];
  readonly least: number;
  readonly most: number;
}

/** An unknown that is 0 wherever the number of contributors is 0. */
interface Switch {
  readonly amount: number;
  readonly contributors: number;
}

/** What the attacker reckons with does not fit together: a rule that it relied on was not kept. */
export class DoesNotFit extends Error {
  override readonly name = 'DoesNotFit';

  constructor() {
    super('What the attacker is told does not fit together.');
  }
}

export const constant = (value: number): Expression => ({ terms: [], constant: value });

export function total(parts: readonly Expression[]): Expression {
  return {
    terms: parts.flatMap((part) => part.terms),
    constant: parts.reduce((sum, part) => sum + part.constant, 0),
  };
}

export function minus(one: Expression, other: Expression): Expression {
  return {
    terms: [...one.terms, ...other.terms.map(([unknown, coefficient]) => [unknown, -coefficient] as const)],
    constant: one.constant - other.constant,
  };
}

export class Unknowns {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly facts: Fact[] = [];
  readonly switches: Switch[] = [];

  /** most  ends of what nobody bounds are only for the solver: farther than any width. */
  one(least: number, most: number): Expression {
    const at = this.lower.push(least) - 1;
    this.upper.push(most);
    return { terms: [[at, 1]], constant: 0 };
  }

  say(expression: Expression, least: number, most = Infinity): void {
    const byUnknown = new Map<number, number>();
    for (const [unknown, coefficient] of expression.terms)
      byUnknown.set(unknown, (byUnknown.get(unknown) ?? 0) + coefficient);
    const terms = [...byUnknown].filter(([, coefficient]) => coefficient !== 0);
    const [low, high] = [least - expression.constant, most - expression.constant];
    if (terms.length === 0) {
      if (low > 0 || high < 0) throw new DoesNotFit();
      return;
    }
    this.facts.push({ terms, least: low, most: high });
  }

  /** amount is 0 where contributors is 0; each contributor gives at least k. */
  gives(amount: Expression, contributors: Expression, k: number): void {
    this.say(
      minus(amount, { ...contributors, terms: contributors.terms.map(([at, by]) => [at, by * k] as const) }),
      0,
    );
    this.switches.push({ amount: amount.terms[0]![0], contributors: contributors.terms[0]![0] });
  }

  /**
   * Ends that follow from one fact after the other; a quarter of all unknowns is told by that already.
   *
   * throws  where nothing fits
   */
  narrowed(rounds = 8): { lower: Float64Array; upper: Float64Array } {
    const [lower, upper] = [Float64Array.from(this.lower), Float64Array.from(this.upper)];
    const raise = (at: number, end: number): boolean => {
      const whole = Math.ceil(end - 1e-6);
      if (!(whole > lower[at]!)) return false;
      if (whole > upper[at]!) throw new DoesNotFit();
      lower[at] = whole;
      return true;
    };
    const sink = (at: number, end: number): boolean => {
      const whole = Math.floor(end + 1e-6);
      if (!(whole < upper[at]!)) return false;
      if (whole < lower[at]!) throw new DoesNotFit();
      upper[at] = whole;
      return true;
    };
    for (let round = 0, moved = true; moved && round < rounds; round++) {
      moved = false;
      for (const { terms, least, most } of this.facts) {
        let [low, high] = [0, 0];
        for (const [at, by] of terms) {
          low += by > 0 ? by * lower[at]! : by * upper[at]!;
          high += by > 0 ? by * upper[at]! : by * lower[at]!;
        }
        for (const [at, by] of terms) {
          const [own, others] = by > 0 ? [lower[at]!, upper[at]!] : [upper[at]!, lower[at]!];
          const most1 = (most - (low - by * own)) / by;
          const least1 = (least - (high - by * others)) / by;
          if (by > 0) moved = (most < Infinity && sink(at, most1)) || moved;
          else moved = (most < Infinity && raise(at, most1)) || moved;
          if (by > 0) moved = (least > -Infinity && raise(at, least1)) || moved;
          else moved = (least > -Infinity && sink(at, least1)) || moved;
          if (moved) {
            // The sums are of old ends, which are wider: what followed from them holds.
          }
        }
      }
      for (const { amount, contributors } of this.switches) {
        if (upper[contributors] === 0) moved = sink(amount, 0) || moved;
        if (lower[amount]! > 0) moved = raise(contributors, 1) || moved;
      }
    }
    return { lower, upper };
  }
}
