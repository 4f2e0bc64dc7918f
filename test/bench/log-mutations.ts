/** Seeded mutations of database, bundles and proofs: each must be found; as many clean runs: none may raise an alarm. */
import { seeded } from '../../src/operations/simulation.ts';
import { openTamperedDatabase } from './log-database.ts';
import { bundles, proofs } from './log-tampering.ts';

/** Who found it, and the codes of what was found: none in a clean run. */
export interface Found {
  readonly by: 'bundle' | 'proof' | 'sequencer' | 'witness';
  readonly codes: readonly string[];
}

/** Something that can be tampered with. */
export interface Tampering {
  readonly kinds: readonly string[];
  /** Changes it in this way and looks at it as an auditor, the sequencer and a witness would. */
  mutant(rng: () => number, kind: string): Promise<Found>;
  /** Looks at it as it is. */
  clean(rng: () => number): Promise<Found>;
}

/** One kind of mutation of one thing. */
export interface Line {
  readonly what: string;
  readonly kind: string;
  mutants: number;
  found: number;
  readonly by: Map<string, number>;
}

export interface Mutations {
  readonly seed: number;
  readonly lines: readonly Line[];
  readonly cleanRuns: number;
  /** Mutants that nobody would have found without this check, most of them first. */
  readonly missedWithout: readonly (readonly [code: string, mutants: number])[];
}

/** Throws with the seed and the first of them where a mutant was not found, or a clean run raised an alarm. */
export async function mutations(cases: number, seed = Date.now() % 2 ** 31): Promise<Mutations> {
  console.error(`seed ${seed}`);
  const rng = seeded(seed);
  const database = await openTamperedDatabase();
  try {
    // Of ten, three in the database, four in bundles, three in proofs.
    const things = { database, bundle: bundles, proof: proofs };
    const shares = [
      ['database', 0.3],
      ['bundle', 0.4],
      ['proof', 0.3],
    ] as const;
    const lines: Line[] = [];
    const alone = new Map<string, number>();
    let cleanRuns = 0;
    for (const [what, share] of shares) {
      const thing = things[what];
      const own = thing.kinds.map((kind): Line => ({ what, kind, mutants: 0, found: 0, by: new Map() }));
      for (let run = 0; run < Math.ceil(cases * share); run++) {
        const alarm = await thing.clean(rng);
        if (alarm.codes.length > 0)
          throw new Error(`seed ${seed}: false alarm, ${what}, run ${run}: ${alarm.codes.join(', ')}`);
        cleanRuns++;
        const line = own[run % own.length]!;
        const { by, codes } = await thing.mutant(rng, line.kind);
        line.mutants++;
        if (codes.length === 0) throw new Error(`seed ${seed}: not found, ${what}, ${line.kind}, run ${run}`);
        line.found++;
        line.by.set(by, (line.by.get(by) ?? 0) + 1);
        if (new Set(codes).size === 1) alone.set(codes[0]!, (alone.get(codes[0]!) ?? 0) + 1);
      }
      lines.push(...own);
    }
    const missedWithout = [...alone].sort(([, one], [, other]) => other - one);
    return { seed, lines, cleanRuns, missedWithout };
  } finally {
    await database.end();
  }
}
