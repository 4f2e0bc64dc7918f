/**
 * Whether the time of a refused sign-in, or of asking for a code by mail, tells if there is such an account: samples of both
 * kinds in a random order, as an AUC.
 */
import pg from 'pg';
import { MAIN } from '../setup/children.ts';
import { seeded } from '../../src/demo/simulation.ts';
import { makeAccounts, PROXY, signInAs, sourceAt } from './accounts-of-bench.ts';
import { type Ask, probe } from './flood.ts';
import type { Options } from './options.ts';
import { openScene } from './scene.ts';
import { startMailServer } from '../setup/mail-server.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { serverOf } from './service.ts';
import { inWords, markdownTable, spreadOf } from './statistics.ts';

const ACCOUNTS = 100;
/** Samples from one source; twenty would fill it at one account. */
const OF_SOURCE = 10;

/** A request about an account of that name from a source, and how it is answered whatever the account is. */
interface Question {
  readonly asked: string;
  readonly ask: (name: string, source: string) => Ask;
  readonly status: number;
}

const QUESTIONS: readonly Question[] = [
  { asked: 'sign-in, wrong password', ask: (name, source) => signInAs(name, 'wrong', source), status: 401 },
  {
    asked: 'code by mail',
    ask: (account, source) => ({
      method: 'POST',
      path: '/v1/password-resets',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': source },
      body: JSON.stringify({ account }),
    }),
    status: 202,
  },
];

export async function existence({ cases, seed }: Options): Promise<string[]> {
  const scene = await openScene();
  const smtp = await startMailServer();
  const env = {
    ...{ ...scene.env, ...PROXY },
    ...{ KANON_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, KANON_SMTP_FROM: 'kanon@erfunden.example' },
  };
  const server = await serverOf(scene, 'kanon', MAIN, env);
  try {
    const names = await makeAccounts(scene, ACCOUNTS, { role: 'district', region: '051' as RegionKey });
    const owner = new pg.Client(scene.database.superUrl);
    await owner.connect();
    await owner.query(`UPDATE account SET mailbox = name || '@erfunden.example' WHERE name = ANY ($1)`, [
      names,
    ]);
    await owner.end();
    const rows: string[][] = [];
    const lines: string[] = [];
    let sources = 0;
    for (const { asked, ask, status } of QUESTIONS) {
      const times = await timesOf(names, { cases, seed }, async (name) => {
        const one = ask(name, sourceAt(Math.floor((sources += 1) / OF_SOURCE)));
        const [sample] = await probe(server.port, 1e-6, () => one);
        if (sample?.status !== status) throw new Error(`${asked} was answered ${sample?.status}`);
        return sample.milliseconds;
      });
      for (const [kind, is] of [
        ['there', 'exists'],
        ['none', 'does not'],
      ] as const)
        rows.push([asked, is, String(cases), inWords(spreadOf(times[kind]), 1)]);
      // Of the AUC where both are alike (Hanley and McNeil 1982).
      const error = Math.sqrt((2 * cases + 1) / (12 * cases * cases));
      lines.push(
        `${asked}: AUC ${areaUnder(times.there, times.none).toFixed(3)}, where 0.50 tells nothing; standard error ${error.toFixed(3)}; seed ${seed}.`,
      );
      sources += OF_SOURCE;
    }
    return [...markdownTable(['asked', 'account', 'samples', 'ms, median (range)'], rows), '', ...lines];
  } finally {
    await server.end();
    await smtp.close();
    await scene.end();
  }
}

type Times = Record<'there' | 'none', number[]>;

/** So many samples of each kind, in a random order. */
async function timesOf(
  names: readonly string[],
  { cases, seed }: Pick<Options, 'cases' | 'seed'>,
  time: (name: string) => Promise<number>,
): Promise<Times> {
  const rng = seeded(seed);
  const order = Array.from({ length: 2 * cases }, (_, i) => ({ isThere: i % 2 === 0, at: rng() })).sort(
    (a, b) => a.at - b.at,
  );
  const times: Times = { there: [], none: [] };
  for (const { isThere } of order) {
    const own = times[isThere ? 'there' : 'none'];
    const i = own.length % names.length;
    own.push(await time(isThere ? names[i]! : `never-${i}`));
  }
  return times;
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
