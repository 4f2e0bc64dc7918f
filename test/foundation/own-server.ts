/** Servers of their own, one for each version of PostgreSQL at hand, with Länder that share nothing but the server. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { asSuperuser, startEmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { binDir } from '../setup/other-kanon.ts';
import { markedFolder } from '../setup/sweep.ts';

const DEBIAN = '/usr/lib/postgresql/15/bin';

/** Names and folders of binaries; the one without a folder comes with us, unless the tests are told to use another. */
export const VERSIONS: readonly (readonly [string, string | undefined])[] = [
  ['the PostgreSQL of these tests', binDir],
  ...(existsSync(DEBIAN) && binDir !== DEBIAN ? ([['PostgreSQL 15', DEBIAN]] as const) : []),
];

export interface Land {
  readonly database: string;
  readonly owner: string;
  readonly service: string;
  readonly ownerUrl: string;
  readonly serviceUrl: string;
}

export interface OwnServer {
  /** Superuser on a database, such as `kanon_nrw`. */
  superUrl(database?: string): string;
  /** A database with an owner and a service of its own. */
  land(database: string): Promise<Land>;
  /** Address of a login with the password that all of them have here. */
  url(login: string, database: string): string;
  sql(text: string, database?: string): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = 'invented-for-tests';

export async function startOwnServer(folder: string | undefined): Promise<OwnServer> {
  const dir = await markedFolder();
  const server = await startEmbeddedPostgres({ dir, fsync: false, ...(folder && { binDir: folder }) });
  const superUrl = (database = 'postgres'): string => server.urlsFor(database).superUrl;
  const sql = async (text: string, database?: string): Promise<void> => {
    await asSuperuser(superUrl(database), (client) => client.query(text));
  };
  // A Land makes its database itself, with an owner of its own.
  await sql('DROP DATABASE kanon');
  await sql('DROP ROLE kanon_owner, kanon_service');
  const url = (login: string, database: string): string =>
    Object.assign(new URL(superUrl(database)), { username: login, password: PASSWORD }).href;
  return {
    superUrl,
    sql,
    url,
    async land(database) {
      const [owner, service] = [`owner_of_${database}`, `service_of_${database}`];
      await sql(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD '${PASSWORD}'`);
      await sql(`CREATE ROLE ${service} LOGIN NOINHERIT PASSWORD '${PASSWORD}'`);
      await sql(`CREATE DATABASE ${database} OWNER ${owner}`);
      return {
        database,
        owner,
        service,
        ownerUrl: url(owner, database),
        serviceUrl: url(service, database),
      };
    },
    async stop() {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
