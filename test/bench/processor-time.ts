/** Where the processor time of a request goes: the server, PostgreSQL, and whoever sends; beside the yardstick. */
import { readdirSync, readFileSync } from 'node:fs';
import { MAIN, inRepository } from '../setup/children.ts';
import type { Options } from './options.ts';
import type { Generator, Side } from './pairs.ts';
import type { Scene } from './scene.ts';
import { serverOf, TYPESCRIPT } from './service.ts';
import { markdownTable } from './statistics.ts';
import { bare, putReports, readSummaries } from './works.ts';

/** Milliseconds in one tick of /proc on every Linux that Node runs on. */
const TICK = 10;
const PARTIES = { server: 'server', postgres: 'PostgreSQL', sender: 'sender' } as const;
type Party = keyof typeof PARTIES;

/** Lines of a table; Linux only. */
export async function processorTime(
  scene: Scene,
  generator: Generator,
  { seconds, warmUp }: Options,
): Promise<string[]> {
  const yardstick = await serverOf(scene, 'bare', [...TYPESCRIPT, inRepository('test/bench/bare.ts')], {
    DATABASE_URL: scene.database.superUrl,
  });
  const ours = await serverOf(scene, 'kanon', MAIN);
  try {
    const rows: string[][] = [];
    for (const [name, workOf] of [
      ['accept a 7-cell report', putReports],
      ['read a district summary', readSummaries],
    ] as const)
      for (const side of [
        { name: 'Kanon', pid: ours.pid, work: await workOf(scene, ours.port) },
        { name: 'bare', pid: yardstick.pid, work: bare(await workOf(scene, yardstick.port)) },
      ]) {
        await generator.measure(side, 16, warmUp);
        const before = timesOf();
        const { perSecond, requests } = await generator.measure(side, 16, seconds);
        const spent = spentSince(before, side.pid, generator.pid);
        const each = (Object.keys(PARTIES) as Party[]).map((party) => (spent[party] / requests).toFixed(2));
        rows.push([name, side.name, perSecond.toFixed(0), ...each]);
      }
    const parties = Object.values(PARTIES).map((party) => `${party}, CPU ms`);
    return markdownTable(['work', 'side', 'requests/s', ...parties], rows);
  } finally {
    await ours.end();
    await yardstick.end();
  }
}

/** Processor time of the server and of PostgreSQL for each request of a side, in milliseconds. */
export async function timeARequest(
  generator: Generator,
  side: Side & { readonly pid: number },
  seconds: number,
): Promise<number> {
  const before = timesOf();
  const { requests } = await generator.measure(side, 16, seconds);
  const { server, postgres } = spentSince(before, side.pid, generator.pid);
  return (server + postgres) / requests;
}

interface Process {
  readonly name: string;
  readonly ms: number;
}

/** Milliseconds of a server, of the sender, and of every process of PostgreSQL; of those that have ended, nothing. */
function spentSince(
  before: ReadonlyMap<number, Process>,
  server: number,
  sender: number,
): Record<Party, number> {
  const spent = { server: 0, postgres: 0, sender: 0 };
  for (const [pid, { name, ms }] of timesOf()) {
    const more = ms - (before.get(pid)?.ms ?? 0);
    if (pid === server) spent.server += more;
    else if (pid === sender) spent.sender += more;
    else if (name === 'postgres') spent.postgres += more;
  }
  return spent;
}

/** Every process by its number; proc_pid_stat(5). */
function timesOf(): Map<number, Process> {
  const times = new Map<number, Process>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let stat: string;
    try {
      stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    } catch {
      continue; // it has ended
    }
    const end = stat.lastIndexOf(')');
    const fields = stat.slice(end + 2).split(' ');
    const ms = (Number(fields[11]) + Number(fields[12])) * TICK;
    times.set(Number(pid), { name: stat.slice(stat.indexOf('(') + 1, end), ms });
  }
  return times;
}
