/** A PostgreSQL that can be killed, whole or one backend of it, and started again where it was. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../../src/embedded/binaries.ts';
import { prepareFolder } from '../../src/embedded/folder.ts';
import { type DatabaseUrls, startEmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { type Server, startServer, stopLeftover } from '../../src/embedded/server.ts';
import { layWire, type Wire } from './wire.ts';

export interface Cluster {
  /** Between the service and this server. */
  readonly wire: Wire;
  /** Addresses by way of the wire; they stay when the server is started anew. */
  readonly urls: DatabaseUrls;
  readonly version: string;
  /** Rows of a statement of the superuser, straight to the server. */
  ask(text: string, values?: readonly unknown[]): Promise<Record<string, any>[]>;
  /** A connection of the superuser, to hold locks; the caller ends it. */
  connect(): Promise<pg.Client>;
  /** SIGKILL to every process of the server, or SIGQUIT to its first, which is PostgreSQL's own immediate stop. */
  kill(signal: 'SIGKILL' | 'SIGQUIT' | 'SIGINT'): Promise<void>;
  /** SIGKILL to one process that serves the service; PostgreSQL then starts all of them anew by itself. */
  killBackend(): Promise<boolean>;
  start(): Promise<void>;
  end(): Promise<void>;
}

/** Whatever the server promises, the service must keep its own promises: so it promises as little as it may. */
const CARELESS = {
  synchronous_commit: 'off',
  // What was committed so may be lost for so long.
  wal_writer_delay: '10s',
  wal_writer_flush_after: '0',
  shared_buffers: '64MB',
  restart_after_crash: 'on',
};

export async function openCluster(
  folder: string,
  binDir = process.env['KANON_TEST_PG_BIN'],
): Promise<Cluster> {
  const own = { dir: folder, ...(binDir && { binDir }) };
  const first = await startEmbeddedPostgres(own);
  const { version } = first;
  await first.stop();
  const binaries = await findBinaries(binDir);
  const { dataDir, credentials } = await prepareFolder(folder, binaries, true);
  const launch = (): Promise<Server> =>
    startServer(dataDir, binaries, {
      fsync: true,
      logFile: join(folder, 'postgres.log'),
      settings: CARELESS,
    });
  let server = await launch();
  // Nothing of ours outlives us.
  const last = (): void => void signalled(server.pid, 'SIGQUIT');
  process.once('exit', last);
  const wire = await layWire(server.port);
  const url = (login: keyof typeof credentials, port = wire.port): string =>
    `postgres://${login}:${credentials[login]}@127.0.0.1:${port}/kanon`;

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url('postgres', server.port) });
    client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end us too
    await client.connect();
    return client;
  };
  const ask = async (text: string, values: readonly unknown[] = []): Promise<Record<string, any>[]> => {
    const client = await connect();
    try {
      return (await client.query<Record<string, any>>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  const isAlive = (): boolean => server.child.exitCode === null && server.child.signalCode === null;
  return {
    wire,
    version,
    urls: { ownerUrl: url('kanon_owner'), serviceUrl: url('kanon_service'), superUrl: url('postgres') },
    ask,
    connect,
    async kill(signal) {
      const processes = signal === 'SIGKILL' ? await childrenOf(server.pid) : [];
      for (const pid of [server.pid, ...processes]) signalled(pid, signal);
      while (isAlive()) await sleep(5);
    },
    async killBackend() {
      const [backend] = await ask(
        `SELECT pid FROM pg_stat_activity WHERE usename = 'kanon_service' ORDER BY random() LIMIT 1`,
      );
      return backend !== undefined && signalled(backend['pid'] as number, 'SIGKILL');
    },
    async start() {
      server = await launch();
      wire.leadTo(server.port);
    },
    async end() {
      await wire.close();
      await stopLeftover(dataDir);
      process.off('exit', last);
    },
  };
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false; // it has ended meanwhile
  }
}

/** Processes that a process has started and that still run; Linux. */
async function childrenOf(parent: number): Promise<number[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    numbers.map(async (name) => {
      const status = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    }),
  );
  return numbers.flatMap((name, i) => (parents[i] === parent ? [Number(name)] : []));
}
