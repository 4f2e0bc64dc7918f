/** Brings a database to the newest schema; safe when several processes start at once. */
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.ts';
import type { InBoth } from '../language.ts';
import { step } from '../step.ts';
import { loginIn } from './addresses.ts';
import { type RunSql, asLogin, inOne } from './ask.ts';
import { inRoles } from './in-roles.ts';
import { haveLocks } from './locks.ts';
import { admit, loginApart, mayTake } from './logins.ts';
import { mustHoldSessions } from './pooler.ts';
import { primaryOf } from './primary.ts';
import { mustBeAlone, ownRoles } from './role-suffix.ts';
import { APART, type Apart, type EachApart, DATABASE_ROLES, roleName, spelled } from './roles.ts';
import { isSealed } from './seal.ts';
import { settleRoles } from './settle-roles.ts';
import { UnfitDatabase } from './unfit.ts';

/** Any number will do, as long as every Kanon takes the same one. */
const MIGRATION_LOCK = 7_205_759_403;
const OLDEST_SERVER = 150_000;

/**
 * Runs what is missing of `migrations/`, seals the database, and lets the service's logins take the roles they need.
 *
 * ownerUrl      login that owns the database and may create roles; of several servers the one that takes writes is used
 * serviceLogin  login of the service; on another server than ours it must exist already
 * apart         logins that take a role from the service's login; they must exist already
 * throws        UnfitDatabase where the server cannot be reached or is too old, a pooler keeps no session, or another
 *               database has these roles
 */
export async function migrate(
  ownerUrl: string,
  serviceLogin = 'kanon_service',
  apart: EachApart<string> = {},
): Promise<void> {
  const url = await primaryOf(ownerUrl);
  let suffix = '';
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'kanon migrations',
    installExtensions: false,
    migrations: MIGRATIONS.map((migration) => withStep(inRoles(migration, () => suffix))),
    migrationsTableName: 'migration',
    extra: { connectionTimeoutMillis: 10_000, max: 2 },
  });
  await source.initialize().catch((cause: unknown) => {
    const why = reasonOf(cause);
    throw new UnfitDatabase(
      {
        de: `Die Datenbank antwortet nicht unter ${placeOf(url)}: ${why.de}`,
        en: `The database does not answer at ${placeOf(url)}: ${why.en}`,
      },
      { cause },
    );
  });
  const runner = source.createQueryRunner();
  const ask = (<Row extends object>(text: string, values?: unknown[]) =>
    runner.query(text, values) as Promise<Row[]>) satisfies RunSql;
  try {
    await mustHoldSessions(url);
    const [server] = await ask<{ number: number }>(
      `SELECT current_setting('server_version_num')::int AS number`,
    );
    mustBeNewEnough(server?.number ?? 0);
    await ask('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      step('migrate.alone');
      await mustHaveBegunAsToday(ask);
      const wasSealed = await isSealed(ask);
      const own = await settleRoles(ask, wasSealed).catch(explain);
      ({ suffix } = own);
      await source.runMigrations({ transaction: 'each' }).catch(explain);
      step('migrate.run');
      if (!wasSealed) await mustBeAlone(ask, own);
      await inOne(ask, async () => {
        await ask(spelled('GRANT SELECT ON migration TO kanon_app', suffix));
        await admit(ask, own, { service: serviceLogin, apart }, server?.number ?? 0);
      });
      step('migrate.granted');
    } finally {
      await ask('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/**
 * The program of its first day had seven migrations that were changed before its second; nothing leads on from them.
 * Throws UnfitDatabase on what it left.
 */
async function mustHaveBegunAsToday(ask: RunSql): Promise<void> {
  const [found] = await ask<{ isFirstDay: boolean }>(
    `SELECT to_regclass('public.access_entry') IS NOT NULL AND to_regclass('public.report_return') IS NULL
       AND NOT EXISTS (SELECT FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = 'access_entry' AND column_name = 'commitment') AS "isFirstDay"`,
  );
  if (found?.isFirstDay)
    throw new UnfitDatabase({
      de: 'Diese Datenbank stammt von einer Probefassung des ersten Tages und lässt sich nicht aktualisieren. Bitte mit einer leeren Datenbank oder einem leeren Ordner beginnen und diese für die Fassung aufheben, die sie angelegt hat. Geändert wurde darin nichts.',
      en: 'This database was made by a trial version of the first day, which cannot be upgraded: start on an empty database or folder, and keep this one for the version that made it. Nothing in it was changed.',
    });
}

/** Each runs in a transaction of its own: what a kill within it leaves is what was there before. */
const withStep = (migration: new () => MigrationInterface): new () => MigrationInterface =>
  class extends migration {
    override async up(runner: QueryRunner): Promise<void> {
      await super.up(runner);
      step('migrate.one');
    }
  };

/** Migrates where the service's logins do not find what they need; whether that was so. Throws as `migrate` does. */
export async function bringUpToDate(
  ownerUrl: string,
  serviceUrl: string,
  apart: EachApart<string>,
): Promise<boolean> {
  if (await isCurrent(serviceUrl, apart)) return false;
  const names = Object.entries(apart).map(([which, url]) => [which, loginIn(url)]);
  await migrate(ownerUrl, loginIn(serviceUrl), Object.fromEntries(names) as EachApart<string>);
  return true;
}

/**
 * Whether the service's logins find the schema that this program needs in a sealed database, and may take the roles
 * that they need and no role that has a login of its own.
 *
 * throws  UnfitDatabase where none of several servers takes writes
 */
export async function isCurrent(serviceUrl: string, apart: EachApart<string> = {}): Promise<boolean> {
  const primary = await primaryOf(serviceUrl);
  try {
    // In a transaction: behind a pooler a role that outlived it would be the next one's.
    const current = await inTransaction(primary, async (ask) => {
      const own = await ownRoles(ask);
      if (!own || !(await isSealed(ask)) || !(await haveLocks(ask, own.suffix))) return false;
      for (const role of DATABASE_ROLES)
        if (loginApart(role, apart) === undefined) await ask(`SET LOCAL ROLE ${roleName(role, own.suffix)}`);
        else if (await mayTake(ask, roleName(role, own.suffix))) return false;
      await ask(`SET LOCAL ROLE ${roleName('kanon_app', own.suffix)}`);
      const done = new Set(
        (await ask<{ name: string }>('SELECT name FROM migration')).map(({ name }) => name),
      );
      return MIGRATIONS.every(({ name }) => done.has(name)) && own;
    });
    if (!current) return false;
    for (const [which, url] of Object.entries(apart) as [Apart, string][])
      await inTransaction(await primaryOf(url), (ask) =>
        ask(`SET LOCAL ROLE ${roleName(APART[which], current.suffix)}`),
      );
    return true;
  } catch {
    // Not reachable, no such role, no such table: the migrations say in words which it is.
    return false;
  }
}

const inTransaction = <T>(url: string, work: (ask: RunSql) => Promise<T>): Promise<T> =>
  asLogin(url, (ask) => inOne(ask, () => work(ask)));

/** Throws UnfitDatabase before PostgreSQL 15; the server's number as it tells it, 150004 for 15.4. */
export function mustBeNewEnough(server: number): void {
  if (server < OLDEST_SERVER)
    throw new UnfitDatabase({
      de: 'Kanon braucht PostgreSQL 15 oder neuer; dieser Server ist älter.',
      en: 'Kanon needs PostgreSQL 15 or newer; this server is older.',
    });
}

/** What the login is not allowed says nothing of the migration, so it is said of the login. */
function explain(cause: unknown): never {
  const code = (cause as { code?: unknown }).code;
  if (code !== '42501' && code !== '3F000') throw cause;
  throw new UnfitDatabase(
    {
      de: 'Diese Anmeldung darf keine Tabellen anlegen. Bitte in DATABASE_OWNER_URL die Anmeldung nennen, der die Datenbank gehört, oder mit ihr zuerst kanon migrate ausführen.',
      en: 'This login may not make tables: set DATABASE_OWNER_URL to the login that owns the database, or run kanon migrate with it first.',
    },
    { cause },
  );
}

const placeOf = (url: string): string => {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || '5432'}`;
};

/** The server's code or the system's, not its message: that may quote the address with its password. */
const reasonOf = (cause: unknown): InBoth => {
  const code = (cause as { code?: unknown }).code;
  if (code === '28P01' || code === '28000')
    return {
      de: 'Anmeldung abgelehnt; bitte Benutzer und Passwort prüfen.',
      en: 'login refused; check user and password.',
    };
  if (code === '3D000')
    return {
      de: 'diese Datenbank gibt es nicht; bitte zuerst anlegen.',
      en: 'no such database; create it first.',
    };
  if (code === 'ECONNREFUSED')
    return {
      de: 'dort lauscht nichts; läuft PostgreSQL?',
      en: 'nothing listens there; is PostgreSQL running?',
    };
  if (typeof code === 'string') return { de: `${code}.`, en: `${code}.` };
  return {
    de: 'sie hat aufgelegt oder nicht rechtzeitig geantwortet.',
    en: 'it hung up, or gave no answer in time.',
  };
};
