/** What a database server says of itself to the login of the service: how it logs, keeps, and lets others in. */
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import pg from 'pg';
import { primaryOf } from './primary.ts';

/** Settings of the server that somebody should look at; absent where it has none of that name. */
const ASKED = [
  'auto_explain.log_min_duration',
  'fsync',
  'log_duration',
  'log_error_verbosity',
  'log_min_duration_sample',
  'log_min_duration_statement',
  'log_min_error_statement',
  'log_min_messages',
  'log_parameter_max_length',
  'log_parameter_max_length_on_error',
  'log_statement',
  'log_transaction_sample_rate',
  'pg_stat_statements.track_utility',
  'synchronous_commit',
] as const;
export type ServerSetting = (typeof ASKED)[number];

export interface ServerFacts {
  /** As PostgreSQL tells it: 150004 is 15.4. */
  readonly version: number;
  /** In the server's base units: milliseconds, bytes, on and off. */
  readonly settings: Readonly<Partial<Record<ServerSetting, string>>>;
  /** Whether the way there leaves this machine. */
  readonly isRemote: boolean;
  readonly isEncrypted: boolean;
  /** False of a standby, and of a server that takes no writes. */
  readonly takesWrites: boolean;
  readonly isSuperuser: boolean;
  /** Whether the login owns tables of this database. */
  readonly ownsTables: boolean;
  /** Logins beside that of the service and the owners that may take a role with rights in this database. */
  readonly otherLogins: readonly string[];
  /** Milliseconds that the server's clock is ahead of ours, at least; 0 within the time that the question took. */
  readonly clockAhead: number;
  /** Where it keeps its data, as it names it; null where the login may not ask. */
  readonly dataFolder: string | null;
}

/** The host's name or address is never told: a URL holds a password. Throws what the connection says. */
export async function askServer(serviceUrl: string, logins: readonly string[] = []): Promise<ServerFacts> {
  const client = new pg.Client({
    connectionString: await primaryOf(serviceUrl),
    application_name: 'kanon doctor',
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  });
  client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end the process too
  try {
    await client.connect();
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    const asked = Date.now();
    const clock = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const answered = Date.now();
    const facts = await client.query<Omit<ServerFacts, 'settings' | 'clockAhead' | 'dataFolder'>>(FACTS, [
      logins,
    ]);
    const settings = await client.query<{ name: string; setting: string }>(
      'SELECT name, setting FROM pg_settings WHERE name = ANY ($1)',
      [ASKED],
    );
    return {
      ...facts.rows[0]!,
      dataFolder: await dataFolder(client),
      settings: Object.fromEntries(settings.rows.map(({ name, setting }) => [name, setting])),
      isRemote: isElsewhere(stream.remoteAddress),
      isEncrypted: stream instanceof TLSSocket,
      clockAhead: beyond(clock.rows[0]!.now.getTime(), asked, answered),
    };
  } finally {
    await client.end();
  }
}

const FACTS = `
  SELECT current_setting('server_version_num')::int AS version,
    NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS "takesWrites",
    (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = session_user) AS "isSuperuser",
    EXISTS (SELECT FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
            WHERE r.rolname = session_user AND c.relnamespace = 'public'::regnamespace AND c.relkind = 'r') AS "ownsTables",
    ARRAY (SELECT DISTINCT l.rolname::text FROM pg_auth_members m
           JOIN pg_roles r ON r.oid = m.roleid AND NOT r.rolcanlogin
           JOIN pg_roles l ON l.oid = m.member AND l.rolcanlogin AND NOT l.rolsuper
           JOIN pg_database b ON b.datname = current_database()
           WHERE l.rolname <> session_user AND l.rolname <> ALL ($1::text[]) AND l.oid <> b.datdba
             AND EXISTS (SELECT FROM pg_shdepend d WHERE d.dbid = b.oid AND d.refobjid = r.oid AND d.deptype = 'a')
           ORDER BY 1) AS "otherLogins"`;

/** The login of the service inherits nothing, so it takes the role that may ask, where it has that. */
async function dataFolder(client: pg.Client): Promise<string | null> {
  const may = await client.query(
    `SELECT 1 WHERE pg_has_role(session_user, 'pg_read_all_settings', 'MEMBER')`,
  );
  if (may.rowCount === 0) return null;
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL ROLE pg_read_all_settings');
    const { rows } = await client.query<{ folder: string }>(
      `SELECT current_setting('data_directory') AS folder`,
    );
    return rows[0]?.folder ?? null;
  } finally {
    await client.query('ROLLBACK');
  }
}

/** A socket of the file system has no address. */
const isElsewhere = (address: string | undefined): boolean =>
  address !== undefined && !/^(127\.|::1$|::ffff:127\.)/.test(address);

/** How far `at` lies outside of the time from `first` to `last`. */
const beyond = (at: number, first: number, last: number): number =>
  at > last ? at - last : at < first ? at - first : 0;
