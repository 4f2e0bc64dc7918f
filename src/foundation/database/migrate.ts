/** Brings a database to the newest schema; safe when several processes start at once. */
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.ts';
import { step } from '../step.ts';
import { mustHoldSessions } from './pooler.ts';
import { primaryOf } from './primary.ts';
import { DatabaseUnfit } from './unfit.ts';

/** Any number will do, as long as every Kanon takes the same one. */
const MIGRATION_LOCK = 7_205_759_403;
const OLDEST_SERVER = 150_000;

/**
 * Runs what is missing of `migrations/`, and lets the service's login take the roles that Kanon uses.
 *
 * ownerUrl      login that owns the schema and may create roles; of several servers the one that takes writes is used
 * serviceLogin  login of the service; on another server than ours it must exist already
 * throws        DatabaseUnfit where the server cannot be reached or is too old, or a pooler keeps no session
 */
export async function migrate(ownerUrl: string, serviceLogin = 'kanon_service'): Promise<void> {
  const url = await primaryOf(ownerUrl);
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'kanon migrations',
    installExtensions: false,
    migrations: MIGRATIONS.map(withStep),
    migrationsTableName: 'migration',
    extra: { connectionTimeoutMillis: 10_000, max: 2 },
  });
  await source.initialize().catch((cause: unknown) => {
    throw new DatabaseUnfit(`The database does not answer at ${placeOf(url)}: ${reasonOf(cause)}`, {
      cause,
    });
  });
  const runner = source.createQueryRunner();
  try {
    await mustHoldSessions(url);
    const [server] = (await runner.query(`SELECT current_setting('server_version_num')::int AS number`)) as [
      { number: number },
    ];
    mustBeNewEnough(server.number);
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      step('migrate.alone');
      await mustHaveBegunAsToday(runner);
      await source.runMigrations({ transaction: 'each' }).catch(explain);
      step('migrate.run');
      await runner.query('GRANT SELECT ON migration TO kanon_app');
      await mustNotInherit(runner, serviceLogin, server.number);
      for (const role of ROLES) await runner.query(grantRole(role, serviceLogin, server.number));
      step('migrate.granted');
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/**
 * The program of its first day had seven migrations that were changed before its second; nothing leads on from them.
 * Throws DatabaseUnfit on what it left.
 */
async function mustHaveBegunAsToday(runner: QueryRunner): Promise<void> {
  const [found] = (await runner.query(
    `SELECT to_regclass('public.access_entry') IS NOT NULL AND to_regclass('public.report_return') IS NULL
       AND NOT EXISTS (SELECT FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = 'access_entry' AND column_name = 'commitment') AS "isFirstDay"`,
  )) as [{ isFirstDay: boolean }];
  if (found.isFirstDay)
    throw new DatabaseUnfit(
      'This database was made by a trial version of the first day, which cannot be upgraded: start on an empty database or folder, and keep this one for the version that made it. Nothing in it was changed.',
    );
}

/** Each runs in a transaction of its own: what a kill within it leaves is what was there before. */
const withStep = (migration: new () => MigrationInterface): new () => MigrationInterface =>
  class extends migration {
    override async up(runner: QueryRunner): Promise<void> {
      await super.up(runner);
      step('migrate.one');
    }
  };

/**
 * Whether a service login finds the schema that this program needs, and may take the roles that read it.
 *
 * throws  DatabaseUnfit where none of several servers takes writes
 */
export async function isCurrent(serviceUrl: string): Promise<boolean> {
  const connectionString = await primaryOf(serviceUrl);
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end the process too
  try {
    await client.connect();
    // In a transaction: behind a pooler a role that outlived it would be the next one's.
    await client.query('BEGIN');
    for (const role of ROLES) await client.query(`SET LOCAL ROLE ${role}`);
    await client.query('SET LOCAL ROLE kanon_app');
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migration');
    await client.query('COMMIT');
    const done = new Set(rows.map((row) => row.name));
    return MIGRATIONS.every(({ name }) => done.has(name));
  } catch {
    // Not reachable, no such role, no such table: the migrations say in words which it is.
    return false;
  } finally {
    await client.end();
  }
}

/** The roles that a transaction of the service may take on. */
const ROLES = [
  'kanon_app',
  'kanon_identity',
  'kanon_auditor',
  'kanon_publisher',
  'kanon_status',
  'kanon_sequencer',
  'kanon_retention',
  'kanon_witness',
];

/** Throws DatabaseUnfit before PostgreSQL 15; the server's number as it tells it, 150004 for 15.4. */
export function mustBeNewEnough(server: number): void {
  if (server < OLDEST_SERVER)
    throw new DatabaseUnfit('Kanon needs PostgreSQL 15 or newer; this server is older.');
}

/** Before 16 inheritance hangs on the login, not on its membership; throws DatabaseUnfit where it has it. */
export async function mustNotInherit(
  runner: { query(text: string, values: unknown[]): Promise<unknown> },
  login: string,
  server: number,
): Promise<void> {
  if (server >= 160_000) return;
  const rows = (await runner.query(
    'SELECT FROM pg_roles WHERE rolname = $1 AND rolinherit AND NOT rolsuper AND rolname <> current_user',
    [login],
  )) as object[];
  if (rows.length > 0)
    throw new DatabaseUnfit(
      `The service's login would hold every right at once: run ALTER ROLE ${login} NOINHERIT, then start again.`,
    );
}

/** Membership without inheritance: the login has no right until it takes a role. */
function grantRole(role: string, login: string, server: number): string {
  const to = pg.escapeIdentifier(login);
  return `DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = ${pg.escapeLiteral(login)} AND NOT rolsuper)
       AND NOT EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles l ON l.oid = m.member
                       WHERE r.rolname = '${role}' AND l.rolname = ${pg.escapeLiteral(login)} ${server >= 160_000 ? 'AND m.set_option' : ''}) THEN
      GRANT ${role} TO ${to} ${server >= 160_000 ? 'WITH INHERIT FALSE, SET TRUE' : ''};
    END IF;
  END $$`;
}

/** What the login is not allowed says nothing of the migration, so it is said of the login. */
function explain(cause: unknown): never {
  const code = (cause as { code?: unknown }).code;
  if (code !== '42501' && code !== '3F000') throw cause;
  throw new DatabaseUnfit(
    'This login may not make tables: set DATABASE_OWNER_URL to the login that owns the database, or run kanon migrate with it first.',
    { cause },
  );
}

const placeOf = (url: string): string => {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || '5432'}`;
};

/** The server's code or the system's, not its message: that may quote the address with its password. */
const reasonOf = (cause: unknown): string => {
  const code = (cause as { code?: unknown }).code;
  if (code === '28P01' || code === '28000') return 'login refused; check user and password.';
  if (code === '3D000') return 'no such database; create it first.';
  if (code === 'ECONNREFUSED') return 'nothing listens there; is PostgreSQL running?';
  return typeof code === 'string' ? `${code}.` : 'it hung up, or gave no answer in time.';
};
