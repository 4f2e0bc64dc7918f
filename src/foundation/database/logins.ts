/** Which login may take which role. A login has no right of its own but to connect. */
import pg from 'pg';
import type { RunSql } from './ask.ts';
import type { OwnRoles } from './role-suffix.ts';
import { APART, type Apart, type EachApart, DATABASE_ROLES, roleName } from './roles.ts';
import { isSealed, seal } from './seal.ts';
import { UnfitDatabase } from './unfit.ts';

/** Names of the service's login, and of those that take a role from it. */
export interface Logins {
  readonly service: string;
  readonly apart: EachApart<string>;
}

/** The login apart that takes this role, if there is one. */
export const loginApart = (role: string, apart: EachApart<string>): string | undefined =>
  Object.entries(apart).find(([which]) => APART[which as Apart] === role)?.[1];

/**
 * Seals the database and lets the logins take their roles, as its owner and in one transaction.
 *
 * The first time (a new database, one of an earlier version, a restored one) nobody else stays a member of its roles,
 * and a login named as docs/operations.md names that of the backup may connect.
 */
export async function admit(
  ask: RunSql,
  own: OwnRoles,
  { service, apart }: Logins,
  server: number,
): Promise<void> {
  const logins = [service, ...Object.values(apart)];
  for (const login of logins) await mustNotInherit(ask, login, server);
  const isFirst = !(await isSealed(ask));
  if (isFirst && !own.shared) await keepOnly(ask, own.suffix, logins, server);
  const backups = isFirst ? ['kanon_backup', `kanon_backup${own.suffix}`] : [];
  await seal(ask, own.suffix, await known(ask, [...logins, ...backups]));
  for (const plain of DATABASE_ROLES) {
    const role = roleName(plain, own.suffix);
    const other = loginApart(plain, apart);
    await ask(grantRole(role, other ?? service, server));
    if (other !== undefined && other !== service)
      await takeBack(ask, await memberships(ask, [role], (member) => member === service), server);
  }
}

/** Before 16 inheritance hangs on the login, not on its membership; throws UnfitDatabase where it has it. */
export async function mustNotInherit(ask: RunSql, login: string, server: number): Promise<void> {
  if (server >= 160_000) return;
  const rows = await ask(
    'SELECT FROM pg_roles WHERE rolname = $1 AND rolinherit AND NOT rolsuper AND rolname <> current_user',
    [login],
  );
  if (rows.length > 0)
    throw new UnfitDatabase({
      de: `Die Anmeldung des Dienstes hätte alle Rechte auf einmal. Bitte ALTER ROLE ${login} NOINHERIT ausführen und neu starten.`,
      en: `The service's login would hold every right at once: run ALTER ROLE ${login} NOINHERIT, then start again.`,
    });
}

async function known(ask: RunSql, names: readonly string[]): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    'SELECT rolname::text AS name FROM pg_roles WHERE rolcanlogin AND rolname = ANY ($1::text[])',
    [names],
  );
  return rows.map(({ name }) => name);
}

/** Whoever else was let in before, such as the login of another Land. */
async function keepOnly(
  ask: RunSql,
  suffix: string,
  logins: readonly string[],
  server: number,
): Promise<void> {
  const own = DATABASE_ROLES.map((role) => roleName(role, suffix));
  await takeBack(ask, await memberships(ask, own, (member) => !logins.includes(member)), server);
}

interface Membership {
  readonly role: string;
  readonly member: string;
  readonly grantor: string;
}

/** Who may take these roles, but for superusers and the owner of the database; whoever may pass it on comes last. */
async function memberships(
  ask: RunSql,
  roles: readonly string[],
  isAsked: (member: string) => boolean,
): Promise<Membership[]> {
  const rows = await ask<Membership>(
    `SELECT r.rolname::text AS role, m.rolname::text AS member, pg_get_userbyid(a.grantor)::text AS grantor
     FROM pg_auth_members a JOIN pg_roles r ON r.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
     WHERE r.rolname = ANY ($1::text[]) AND NOT m.rolsuper AND m.rolname <> current_user
       AND m.oid <> (SELECT datdba FROM pg_database WHERE datname = current_database())
     ORDER BY admin_option, 1, 2`,
    [roles],
  );
  return rows.filter(({ member }) => isAsked(member));
}

/** Throws UnfitDatabase where memberships stay that another login gave: the owner may not take those back. */
async function takeBack(ask: RunSql, found: readonly Membership[], server: number): Promise<void> {
  const left: string[] = [];
  for (const { role, member, grantor } of found) {
    const [of, from, by] = [role, member, grantor].map((name) => pg.escapeIdentifier(name));
    const revoke = `REVOKE ${of} FROM ${from}${server >= 160_000 ? ` GRANTED BY ${by}` : ''}`;
    await ask('SAVEPOINT take_back');
    await ask(revoke).catch(async () => {
      await ask('ROLLBACK TO take_back');
      left.push(revoke);
    });
  }
  if (left.length > 0)
    throw new UnfitDatabase({
      de: `Eine andere Anmeldung hat jemanden in die Rollen dieser Datenbank aufgenommen, und ihr Eigentümer darf das nicht zurücknehmen. Bitte als Superuser ausführen: ${left.join('; ')};`,
      en: `Another login has let somebody into the roles of this database, and its owner may not take that back: as a superuser run ${left.join('; ')};`,
    });
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

/** Whether the login that asks could take a role; a superuser can take any, and is not asked. */
export async function mayTake(ask: RunSql, role: string): Promise<boolean> {
  const [row] = await ask<{ may: boolean }>(
    `SELECT pg_has_role(session_user, $1, 'MEMBER')
        AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) AS may`,
    [role],
  );
  return row?.may === true;
}
