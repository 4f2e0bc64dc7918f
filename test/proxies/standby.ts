/** A primary and its synchronous standby, each a PostgreSQL of its own, that can be killed and promoted. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { appendFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/foundation/database/migrate.ts';
import { bareEnvironment, findBinaries } from '../../src/embedded/binaries.ts';
import { prepareFolder } from '../../src/embedded/folder.ts';
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { binDir } from '../setup/other-kanon.ts';
import { freePort, until } from '../setup/service.ts';

export interface Node {
  readonly port: number;
  start(): Promise<void>;
  kill(): Promise<void>;
  ask(text: string): Promise<Record<string, any>[]>;
}

export interface Pair {
  readonly primary: Node;
  readonly standby: Node;
  /** Address that names the servers of these ports, in this order. */
  urlOf(login: 'kanon_service' | 'kanon_owner', ports: readonly number[]): string;
  end(): Promise<void>;
}

/** Migrated. What the primary commits the standby has. */
export async function openPair(folder: string): Promise<Pair> {
  const first = join(folder, 'one');
  const second = join(folder, 'two');
  const own = await startEmbeddedPostgres({ dir: first, fsync: false, ...(binDir && { binDir }) });
  await migrate(own.ownerUrl);
  await own.stop();
  const binaries = await findBinaries(binDir);
  const { dataDir, credentials } = await prepareFolder(first, binaries, false);
  await appendFile(join(dataDir, 'pg_hba.conf'), 'host replication all 127.0.0.1/32 scram-sha-256\n');
  // Of a server that was stopped in order a copy of its files is a standby.
  await cp(first, second, { recursive: true });
  const copied = join(second, 'data');

  const node = async (dir: string, settings: Record<string, string>): Promise<Node> => {
    const port = await freePort();
    let child: ChildProcess | undefined;
    const ask = async (text: string): Promise<Record<string, any>[]> => {
      const url = `postgres://postgres:${credentials.postgres}@127.0.0.1:${port}/kanon`;
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end the test too
      try {
        await client.connect();
        return (await client.query<Record<string, any>>(text)).rows;
      } finally {
        await client.end();
      }
    };
    return {
      port,
      ask,
      async start() {
        const all = {
          port: String(port),
          listen_addresses: '127.0.0.1',
          unix_socket_directories: '',
          fsync: 'off',
          ...settings,
        };
        const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
        const [file, given] = binaries.command('postgres', ['-D', dir, ...args]);
        const log = openSync(join(dir, '..', 'node.log'), 'a');
        child = spawn(file, given, { env: bareEnvironment, stdio: ['ignore', log, log] });
        closeSync(log);
        await until(() => ask('SELECT 1').then(() => true));
      },
      async kill() {
        if (child?.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
        await rm(join(dir, 'postmaster.pid'), { force: true });
      },
    };
  };
  const primary = await node(dataDir, { synchronous_standby_names: '*' });
  const standby = await node(copied, {
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres password=${credentials.postgres}`,
  });
  await writeFile(join(copied, 'standby.signal'), '');
  await primary.start();
  await standby.start();
  await until(async () => {
    const [row] = await primary.ask(
      `SELECT count(*)::int AS n FROM pg_stat_replication WHERE sync_state = 'sync'`,
    );
    return row?.['n'] === 1;
  });
  return {
    primary,
    standby,
    urlOf: (login, ports) =>
      `postgres://${login}:${credentials[login]}@${ports.map((port) => `127.0.0.1:${port}`).join(',')}/kanon`,
    async end() {
      await standby.kill();
      await primary.kill();
    },
  };
}
