/** Whether whoever guesses keeps others out: the right password from a known device, beside 200 anonymous connections. */
import { MAIN } from '../setup/children.ts';
import { deviceOf, makeAccounts, PASSWORD, PROXY, signInAs, sourceAt } from './accounts-of-bench.ts';
import { at, beside, type Counts, countsInWords, probe, type Sample } from './flood.ts';
import type { Options } from './options.ts';
import { openScene } from './scene.ts';
import { serverOf } from './service.ts';
import { markdownTable } from './statistics.ts';

const CONNECTIONS = 200;
const INVENTED = 10_000;
const ATTACKER = '203.0.113.7';

export async function guesses({ seconds }: Options): Promise<string[]> {
  const scene = await openScene();
  const server = await serverOf(scene, 'kanon', MAIN, { ...scene.env, ...PROXY });
  try {
    const names = await makeAccounts(scene, 10);
    const devices: string[] = [];
    for (const name of names) devices.push(await deviceOf(server.port, name));
    const right = (source: (i: number) => string) => (i: number) =>
      signInAs(names[i % names.length]!, PASSWORD, source(i), devices[i % names.length]);
    const guessed = (source: (i: number) => string) =>
      Array.from({ length: INVENTED }, (_, i) =>
        signInAs(i % 2 === 0 ? names[0]! : `invented-${i}`, `wrong-${i}`, source(i)),
      );
    const rows: string[][] = [];
    let quiet: readonly Sample[] = [];
    const row = (what: string, samples: readonly Sample[], counts: Counts = {}): void => {
      const ok = samples.filter(({ status }) => status === 201);
      rows.push([
        what,
        `${ok.length} of ${samples.length}`,
        at(samples, 0.5).toFixed(0),
        at(samples, 0.95).toFixed(0),
        (at(samples, 0.95) / at(quiet, 0.95)).toFixed(2),
        countsInWords(counts),
      ]);
    };
    const own = (i: number): string => sourceAt(i % 8);
    await probe(server.port, 2, right(own));
    quiet = await probe(server.port, seconds, right(own));
    row('nobody guesses', quiet);
    for (const [what, attackers, asks] of [
      ['from one address', () => ATTACKER, right(own)],
      ['from one address, which is ours too', () => ATTACKER, right(() => ATTACKER)],
      ['from 1,000 addresses', (i: number) => sourceAt(1000 + (i % 1000)), right(own)],
    ] as const) {
      const { done, counts } = await beside(server.port, CONNECTIONS, guessed(attackers), () =>
        probe(server.port, seconds, asks),
      );
      row(what, done, counts);
    }
    row('nobody guesses any more', await probe(server.port, seconds, right(own)));
    return [
      ...markdownTable(
        ['200 connections guess', 'signed in', 'p50, ms', 'p95, ms', 'p95 ÷ quiet', 'guessers were answered'],
        rows,
      ),
      '',
      `${seconds} s each; the right password from a known device of ten accounts, one after the other; half of the guesses at one of them, half at invented names.`,
    ];
  } finally {
    await server.end();
    await scene.end();
  }
}
