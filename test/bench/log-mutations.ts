/** Seeded mutations of database, bundles and proofs: each must be found; as many clean runs: none may raise an alarm. */
import type { DatabaseUrls } from '../../src/embedded/postgres.ts';
import { seeded } from '../../src/demo/simulation.ts';
import { openTamperedDatabase } from './log-database.ts';
import type { Tampering } from './log-tampered.ts';
import { bundles, proofs } from './log-tampering.ts';

/** One kind of mutation of one thing: all of its mutants were found. */
export interface Line {
  readonly what: string;
  readonly kind: string;
  mutants: number;
  readonly by: Map<string, number>;
}

export interface Mutations {
  readonly seed: number;
  readonly lines: readonly Line[];
  readonly cleanRuns: number;
  /** Mutants that nobody would have found without this check, most of them first. */
  readonly missedWithout: readonly (readonly [code: string, mutants: number])[];
}

/** Of ten, three in the database, four in bundles, three in proofs. */
const SHARES = [
  ['database', 0.3],
  ['bundle', 0.4],
  ['proof', 0.3],
] as const;

/** Throws with the seed and the first of them where a mutant was not found, or a clean run raised an alarm. */
export async function mutations(
  cases: number,
  at?: DatabaseUrls,
  seed = Date.now() % 2 ** 31,
): Promise<Mutations> {
  console.error(`seed ${seed}`);
  const rng = seeded(seed);
  const database = await openTamperedDatabase(at);
  try {
    const things = { database, bundle: bundles, proof: proofs };
    const lines: Line[] = [];
    const alone = new Map<string, number>();
    let cleanRuns = 0;
    for (const [what, share] of SHARES) {
      const runs = Math.ceil(cases * share);
      lines.push(...(await tamperWith(what, things[what], runs, rng, alone)));
      cleanRuns += runs;
    }
    const missedWithout = [...alone].sort(([, one], [, other]) => other - one);
    return { seed, lines, cleanRuns, missedWithout };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`seed ${seed}: ${reason}`, { cause: error });
  } finally {
    await database.end();
  }
}

/**
 * So many clean runs and mutants of one thing, its kinds in turn.
 *
 * alone   counts the mutants that one check alone has found, by its code
 * throws  an Error at the first mutant that was not found, and at the first false alarm
 */
export async function tamperWith(
  what: string,
  thing: Tampering,
  runs: number,
  rng: () => number,
  alone: Map<string, number>,
): Promise<Line[]> {
  const lines = thing.kinds.map((kind): Line => ({ what, kind, mutants: 0, by: new Map() }));
  for (let run = 0; run < runs; run++) {
    const alarm = await thing.clean(rng);
    if (alarm.codes.length > 0)
      throw new Error(`false alarm, ${what}, run ${run}: ${alarm.codes.join(', ')}`);
    const line = lines[run % lines.length]!;
    const { by, codes } = await thing.mutant(rng, line.kind);
    if (codes.length === 0) throw new Error(`not found, ${what}, ${line.kind}, run ${run}`);
    line.mutants++;
    line.by.set(by, (line.by.get(by) ?? 0) + 1);
    if (new Set(codes).size === 1) alone.set(codes[0]!, (alone.get(codes[0]!) ?? 0) + 1);
  }
  return lines;
}
