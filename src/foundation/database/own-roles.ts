/** Gives a database of an earlier version roles of its own, where it shares the old ones with another database. */
import pg from 'pg';
import type { RunSql } from './ask.ts';
import { DATABASE_ROLES, roleName, spelled } from './roles.ts';

/**
 * Moves every right, policy and trigger of this database from the roles without suffix to those with it. The old roles
 * and what they may do elsewhere stay. To be run in one transaction, by the owner of all that is in the schema.
 */
export async function takeOwnRoles(ask: RunSql, suffix: string): Promise<void> {
  for (const role of DATABASE_ROLES)
    if (await isRole(ask, role)) {
      await makeRole(ask, roleName(role, suffix));
      for (const statement of await grantsOf(ask, role, roleName(role, suffix))) await ask(statement);
    }
  for (const statement of await policies(ask, suffix)) await ask(statement);
  for (const statement of await textsThatName(ask, suffix)) await ask(statement);
}

async function isRole(ask: RunSql, name: string): Promise<boolean> {
  return (await ask('SELECT FROM pg_roles WHERE rolname = $1', [name])).length > 0;
}

async function makeRole(ask: RunSql, name: string): Promise<void> {
  if (!(await isRole(ask, name))) await ask(`CREATE ROLE ${pg.escapeIdentifier(name)} NOLOGIN`);
}

/** Each right once more for the new role, and none for the old one. */
async function grantsOf(ask: RunSql, old: string, own: string): Promise<string[]> {
  const rows = await ask<{ right: string; on: string }>(
    `WITH granted AS (
       SELECT a.privilege_type AS right, 'TABLE ' || c.oid::regclass AS on FROM pg_class c, aclexplode(c.relacl) a
         WHERE a.grantee = $1::regrole AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
       UNION ALL SELECT a.privilege_type, 'SEQUENCE ' || c.oid::regclass FROM pg_class c, aclexplode(c.relacl) a
         WHERE a.grantee = $1::regrole AND c.relkind = 'S'
       UNION ALL SELECT format('%s (%I)', a.privilege_type, t.attname), 'TABLE ' || t.attrelid::regclass
         FROM pg_attribute t, aclexplode(t.attacl) a WHERE a.grantee = $1::regrole
       UNION ALL SELECT a.privilege_type, 'ROUTINE ' || p.oid::regprocedure FROM pg_proc p, aclexplode(p.proacl) a
         WHERE a.grantee = $1::regrole
       UNION ALL SELECT a.privilege_type, 'SCHEMA ' || n.oid::regnamespace FROM pg_namespace n, aclexplode(n.nspacl) a
         WHERE a.grantee = $1::regrole)
     SELECT "right", "on" FROM granted`,
    [old],
  );
  return rows.flatMap(({ right, on }) => [
    `GRANT ${right} ON ${on} TO ${pg.escapeIdentifier(own)}`,
    `REVOKE ${right} ON ${on} FROM ${pg.escapeIdentifier(old)}`,
  ]);
}

async function policies(ask: RunSql, suffix: string): Promise<string[]> {
  const rows = await ask<{ name: string; on: string; roles: string[] }>(
    `SELECT polname AS name, polrelid::regclass::text AS on,
       ARRAY(SELECT rolname::text FROM pg_roles r WHERE r.oid = ANY (polroles)) AS roles
     FROM pg_policy WHERE polroles && ARRAY(SELECT oid FROM pg_roles WHERE rolname = ANY ($1::text[]))`,
    [DATABASE_ROLES],
  );
  return rows.map(({ name, on, roles }) => {
    const to = roles.map((role) => pg.escapeIdentifier(roleName(role, suffix))).join(', ');
    return `ALTER POLICY ${pg.escapeIdentifier(name)} ON ${on} TO ${to}`;
  });
}

/** Triggers and functions whose text names a role, made anew. */
async function textsThatName(ask: RunSql, suffix: string): Promise<string[]> {
  const triggers = await ask<{ name: string; on: string; text: string }>(
    `SELECT tgname AS name, tgrelid::regclass::text AS on, pg_get_triggerdef(oid) AS text
     FROM pg_trigger WHERE NOT tgisinternal AND tgparentid = 0`,
  );
  const functions = await ask<{ text: string }>(
    `SELECT pg_get_functiondef(oid) AS text FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND proowner = current_user::regrole AND prokind = 'f'`,
  );
  return [
    ...triggers.flatMap(({ name, on, text }) =>
      spelled(text, suffix) === text
        ? []
        : [`DROP TRIGGER ${pg.escapeIdentifier(name)} ON ${on}`, spelled(text, suffix)],
    ),
    ...functions.map(({ text }) => spelled(text, suffix)).filter((text, at) => text !== functions[at]?.text),
  ];
}
