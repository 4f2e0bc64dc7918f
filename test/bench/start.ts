/** From the start of a process to its first answer: with and without a database, and from a fresh clone. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../setup/service.ts';
import { inRepository, MAIN, startServer, type Launch } from '../setup/children.ts';
import type { Options } from './options.ts';
import { inWords, markdownTable, spreadOf } from './statistics.ts';

/** Answers once the database answers too. */
const READY = '/health/ready';

export async function start({ rounds }: Options): Promise<string[]> {
  const fresh: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    await inFolder(async (folder) => {
      const env = { KANON_DATA: join(folder, 'data') };
      fresh.push(await once(folder, { args: MAIN, env }));
      again.push(await once(folder, { args: MAIN, env }));
    });
  const clone = await inFolder(async (folder) => {
    const copy = join(folder, 'kanon');
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', inRepository(''), copy]);
    return once(folder, { command: 'npm', args: ['start'], env: {}, cwd: copy, patience: 600 });
  });
  return markdownTable(
    ['from the start to the first answer', 'seconds', 'measured'],
    [
      ['built, database there', inWords(spreadOf(again), 1), `${rounds} times`],
      ['built, database and demo data to be made', inWords(spreadOf(fresh), 1), `${rounds} times`],
      [
        'fresh clone, `npm start`: packages, build, database, demo data',
        clone.toFixed(0),
        'once, npm cache as it was',
      ],
    ],
  );
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kanon-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Seconds to the first answer; the server ends right after. */
async function once(
  folder: string,
  launch: Pick<Launch, 'command' | 'args' | 'env' | 'cwd' | 'patience'>,
): Promise<number> {
  const port = await freePort();
  const server = await startServer({ ...launch, port, ready: READY, log: join(folder, 'output.log') });
  await server.end();
  console.error(`  ${server.seconds.toFixed(1)} s`);
  return server.seconds;
}
