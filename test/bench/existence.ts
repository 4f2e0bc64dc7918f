/** Whether the time of a refused sign-in tells if there is such an account: samples of both kinds in a random order, as an AUC. */
import { MAIN } from '../setup/children.ts';
import { seeded } from '../../src/demo/simulation.ts';
import { makeAccounts, PROXY, signInAs, sourceAt } from './accounts-of-bench.ts';
import { probe } from './flood.ts';
import type { Options } from './options.ts';
import { openScene } from './scene.ts';
import { serverOf } from './service.ts';
import { inWords, markdownTable, spreadOf } from './statistics.ts';

const ACCOUNTS = 100;
/** Samples from one source; twenty would fill it at one account. */
const OF_SOURCE = 10;

export async function existence({ cases, seed }: Options): Promise<string[]> {
  const scene = await openScene();
  const server = await serverOf(scene, 'kanon', MAIN, { ...scene.env, ...PROXY });
  try {
    const names = await makeAccounts(scene, ACCOUNTS);
    const rng = seeded(seed);
    const order = Array.from({ length: 2 * cases }, (_, i) => ({ isThere: i % 2 === 0, at: rng() })).sort(
      (a, b) => a.at - b.at,
    );
    const times: Record<'there' | 'none', number[]> = { there: [], none: [] };
    let asked = 0;
    for (const { isThere } of order) {
      const i = times[isThere ? 'there' : 'none'].length;
      const name = isThere ? names[i % ACCOUNTS]! : `never-${i % ACCOUNTS}`;
      const ask = signInAs(name, 'wrong', sourceAt(Math.floor((asked += 1) / OF_SOURCE)));
      const [sample] = await probe(server.port, 1e-6, () => ask);
      if (sample?.status !== 401) throw new Error(`a wrong password was answered ${sample?.status}`);
      times[isThere ? 'there' : 'none'].push(sample.milliseconds);
    }
    const auc = areaUnder(times.there, times.none);
    // Of the AUC where both are alike (Hanley and McNeil 1982).
    const error = Math.sqrt((2 * cases + 1) / (12 * cases * cases));
    return [
      ...markdownTable(
        ['account', 'samples', 'ms, median (range)'],
        [
          ['exists', String(cases), inWords(spreadOf(times.there), 1)],
          ['does not', String(cases), inWords(spreadOf(times.none), 1)],
        ],
      ),
      '',
      `AUC ${auc.toFixed(3)}, where ${(0.5).toFixed(2)} tells nothing; standard error ${error.toFixed(3)}; seed ${seed}.`,
    ];
  } finally {
    await server.end();
    await scene.end();
  }
}

/** How often one of `first` is longer than one of `second`, ties counted half (Mann and Whitney). */
function areaUnder(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((value) => ({ value, of: 1 })),
    ...second.map((value) => ({ value, of: 0 })),
  ].sort((a, b) => a.value - b.value);
  const ranks = all.reduce((sum, { of }, rank) => sum + of * (rank + 1), 0);
  return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * second.length);
}
