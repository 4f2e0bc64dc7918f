/** Two servers side by side in rotated rounds: what disturbs the machine disturbs both. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Measured, Work } from './load.ts';
import type { Options } from './options.ts';
import { type Spread, spreadOf } from './statistics.ts';

export interface Side {
  readonly name: string;
  readonly work: Work;
}

/** Of one side over all rounds. */
interface Figures {
  readonly perSecond: Spread;
  readonly p50: Spread;
  readonly p95: Spread;
}

export interface Comparison {
  readonly first: Figures;
  readonly second: Figures;
  /** Requests per second of the first through those of the second, round by round. */
  readonly ratio: Spread;
  /** Milliseconds that half of the first's requests take longer than half of the second's, round by round. */
  readonly longer: Spread;
  readonly requests: number;
}

/** An answer was wrong or missing: then no figure is worth anything. */
export class WrongAnswers extends Error {
  override name = 'WrongAnswers';
}

export class Generator {
  private readonly child: ChildProcess;
  private readonly lost: Promise<never>;

  constructor() {
    const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
    this.child = fork(at('generator.ts'), { execArgv: ['--import', at('../setup/typescript.mjs')] });
    process.once('exit', () => this.child.kill());
    this.lost = once(this.child, 'exit').then(() => Promise.reject(new Error('the load generator ended')));
    this.lost.catch(() => undefined); // heard where somebody waits for a measurement
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Throws WrongAnswers with the first of them. */
  async measure({ name, work }: Side, connections: number, seconds: number): Promise<Measured> {
    this.child.send({ work, connections, seconds });
    const [measured] = (await Promise.race([once(this.child, 'message'), this.lost])) as [Measured];
    if (measured.errors > 0 || measured.requests === 0)
      throw new WrongAnswers(
        `${name}: ${measured.errors} wrong answers, ${measured.requests} right ones.\n${measured.wrong}`,
      );
    return measured;
  }

  end(): void {
    this.child.disconnect();
  }
}

/** First, second, second, first, first, second …: neither side always comes after the other. */
export function orderOf<T>(first: T, second: T, rounds: number): [T, T][] {
  return Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? [first, second] : [second, first]));
}

/** Warms both sides up, then measures them in pairs. Throws WrongAnswers at the first error. */
export async function compare(
  generator: Generator,
  [first, second]: readonly [Side, Side],
  connections: number,
  { rounds, seconds, warmUp }: Options,
): Promise<Comparison> {
  // Over many connections, so that every token has been verified once before the first round.
  for (const side of [first, second]) await generator.measure(side, 16, warmUp);
  const measured = new Map<Side, Measured[]>([
    [first, []],
    [second, []],
  ]);
  for (const pair of orderOf(first, second, rounds))
    for (const side of pair) {
      const one = await generator.measure(side, connections, seconds);
      measured.get(side)!.push(one);
      console.error(`  ${side.name}: ${one.perSecond.toFixed(0)}/s, p50 ${one.p50.toFixed(2)} ms`);
    }
  return comparisonOf(measured.get(first)!, measured.get(second)!);
}

/** Two lists of equal length; the same place in both is one round. */
export function comparisonOf(first: readonly Measured[], second: readonly Measured[]): Comparison {
  const both = first.map((one, round) => [one, second[round]!] as const);
  return {
    first: figuresOf(first),
    second: figuresOf(second),
    ratio: spreadOf(both.map(([one, other]) => one.perSecond / other.perSecond)),
    longer: spreadOf(both.map(([one, other]) => one.p50 - other.p50)),
    requests: [...first, ...second].reduce((sum, { requests }) => sum + requests, 0),
  };
}

const figuresOf = (rounds: readonly Measured[]): Figures => ({
  perSecond: spreadOf(rounds.map((one) => one.perSecond)),
  p50: spreadOf(rounds.map((one) => one.p50)),
  p95: spreadOf(rounds.map((one) => one.p95)),
});
