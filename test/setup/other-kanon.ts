/** Other processes for tests that kill: a Kanon of its own on a folder, and plain queries against it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

export const binDir = process.env['KANON_TEST_PG_BIN'];

export async function query(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end the test process too
  try {
    await client.connect();
    return (await client.query(text, values)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** A process group that starts PostgreSQL on `dir`, writes 7 into the table `kept`, does `more`, and waits a minute. */
export async function otherKanon(dir: string, more = ''): Promise<ChildProcess> {
  const script = `
    import { register } from 'node:module';
    register(${JSON.stringify(new URL('run-typescript.mjs', import.meta.url).href)});
    const { startEmbeddedPostgres, asSuperuser } =
      await import(${JSON.stringify(new URL('../../src/embedded/postgres.ts', import.meta.url).href)});
    const server = await startEmbeddedPostgres(${JSON.stringify({ dir, binDir })});
    await asSuperuser(server.superUrl, (client) => client.query('CREATE TABLE kept AS SELECT 7 AS n'));
    ${more}
    console.log('started');
    setTimeout(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return child;
}

/** SIGKILL, and the end awaited. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

export async function postmasterPid(dir: string): Promise<number> {
  return Number((await readFile(join(dir, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}
