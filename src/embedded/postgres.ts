/** A real PostgreSQL of our own, for everyone who sets no DATABASE_URL: passwords checked, loopback only. */
import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { locksToOwner } from '../foundation/database/locks.ts';
import type { InBoth } from '../foundation/language.ts';
import { step } from '../foundation/step.ts';
import { Told } from '../foundation/told.ts';
import { findBinaries } from './binaries.ts';
import { prepareFolder, privateFolder, type ServerPasswords } from './folder.ts';
import { lockFolder } from './lock.ts';
import { signalTo, startServer, stopProcess } from './server.ts';

export interface DatabaseUrls {
  /** Owner of the database and of its tables: runs the migrations. */
  ownerUrl: string;
  /** The service's login: no right but those the migrations grant. */
  serviceUrl: string;
  /** Superuser: makes and drops databases. */
  superUrl: string;
}

export interface EmbeddedPostgres extends DatabaseUrls {
  /** Server version, e.g. "18.4". */
  version: string;
  /** An empty database owned by kanon_owner, or a copy of `template`, to which nobody may be connected. */
  createDatabase(name: string, template?: string): Promise<void>;
  urlsFor(database: string): DatabaseUrls;
  /** Resolves with a sentence once the server has ended without stop(): killed, or its disk is full. */
  readonly lost: Promise<InBoth>;
  /** Ends all connections and the server, in at most 40 s; may be called twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds data, passwords and log; made on the first start. */
  dir: string;
  /** Folder of `postgres` and `initdb`; default: the npm package. */
  binDir?: string;
  /** Default true; false is faster and loses everything with the machine, so for tests only. */
  fsync?: boolean;
  /** PostgreSQL settings beyond ours. */
  settings?: Record<string, string>;
  log?: (said: InBoth) => void;
}

/**
 * Starts PostgreSQL on `dir`, with roles kanon_owner and kanon_service and database `kanon`.
 *
 * throws  Told where another process uses the folder, its data is of another major version,
 *         or the system lets PostgreSQL not run. Cost: about 1.3 s on the first start, then 0.2 s.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { binDir, fsync = true, log } = options;
  const binaries = await findBinaries(binDir);
  await privateFolder(resolve(options.dir));
  const dir = await realpath(options.dir);
  let lock = await lockFolder(dir);
  // Whoever only asks whether a Kanon runs holds the lock for a moment as well.
  for (let tries = 1; !lock && tries < 5; tries += 1) {
    await sleep(100);
    lock = await lockFolder(dir);
  }
  if (!lock) {
    throw new Told({
      de: `Auf ${dir} läuft schon ein anderes Kanon. Bitte zuerst dieses beenden, oder einen anderen Ordner (KANON_DATA) oder eine DATABASE_URL nennen.`,
      en: `Another Kanon is running on ${dir}: stop it first, or choose another folder or a DATABASE_URL.`,
    });
  }
  const held = lock;
  try {
    const { dataDir, credentials } = await prepareFolder(dir, binaries, fsync);
    const { child, pid, port } = await startServer(dataDir, binaries, {
      fsync,
      logFile: join(dir, 'postgres.log'),
      ...(options.settings && { settings: options.settings }),
    });
    const alive = () => child.exitCode === null && child.signalCode === null;
    // Without a stop() the server still goes with us; it finishes its shutdown after we are gone.
    const onExit = () => {
      if (alive()) signalTo(pid, 'SIGINT');
    };
    process.once('exit', onExit);
    child.unref();
    let stopping: Promise<void> | undefined;
    const lost = new Promise<InBoth>((resolve) => {
      child.once('exit', () => {
        if (stopping) return;
        const file = join(dir, 'postgres.log');
        resolve({
          de: `PostgreSQL hat sich von selbst beendet; mehr steht in ${file}.`,
          en: `PostgreSQL ended by itself: see ${file}.`,
        });
      });
    });
    void lost.then(log);
    const stop = () => (stopping ??= end());
    const end = async () => {
      if (alive()) await stopProcess(pid, dataDir);
      process.off('exit', onExit);
      await held.release();
    };
    const urlsFor = (database: string) => urlsOf(port, credentials, database);
    try {
      const version = await furnish(urlsFor('postgres').superUrl, credentials);
      await asSuperuser(urlsFor('kanon').superUrl, (client) => client.query(locksToOwner('kanon_owner')));
      log?.({
        de: `PostgreSQL ${version} unter 127.0.0.1:${port}, Daten in ${dataDir}`,
        en: `PostgreSQL ${version} on 127.0.0.1:${port}, data in ${dataDir}`,
      });
      const createDatabase = (name: string, template?: string) =>
        createOwnedDatabase(urlsFor('postgres').superUrl, name, template);
      return { ...urlsFor('kanon'), version, urlsFor, createDatabase, lost, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** CREATE DATABASE for kanon_owner; a copy of a template takes about 30 ms. */
export async function createOwnedDatabase(superUrl: string, name: string, template?: string): Promise<void> {
  await asSuperuser(superUrl, async (client) => {
    const source = template ? ` TEMPLATE ${client.escapeIdentifier(template)} STRATEGY file_copy` : '';
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER kanon_owner${source}`);
  });
}

/** One connection for the work of a superuser, closed afterwards. */
export async function asSuperuser<T>(superUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: superUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end the process too
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Roles and database as the migrations expect them; safe to repeat after a first start that broke off. */
async function furnish(superUrl: string, credentials: ServerPasswords): Promise<string> {
  return asSuperuser(superUrl, async (client) => {
    const role = async (name: 'kanon_owner' | 'kanon_service', rights: string) => {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
      if (rowCount) return;
      await client.query(
        `CREATE ROLE ${name} LOGIN ${rights} PASSWORD ${client.escapeLiteral(credentials[name])}`,
      );
    };
    step('embedded.answers');
    await role('kanon_owner', 'CREATEROLE');
    step('embedded.owner');
    await role('kanon_service', 'NOINHERIT');
    step('embedded.logins');
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'kanon'");
    if (!rowCount) await client.query('CREATE DATABASE kanon OWNER kanon_owner');
    step('embedded.database');
    const shown = await client.query<{ server_version: string }>('SHOW server_version');
    return shown.rows[0]!.server_version.split(' ')[0]!;
  });
}

function urlsOf(port: number, credentials: ServerPasswords, database: string): DatabaseUrls {
  const url = (role: keyof ServerPasswords) =>
    `postgres://${role}:${credentials[role]}@127.0.0.1:${port}/${database}`;
  return { ownerUrl: url('kanon_owner'), serviceUrl: url('kanon_service'), superUrl: url('postgres') };
}
