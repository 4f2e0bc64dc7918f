/** Advisory locks: PostgreSQL lets everybody take them; here they are for the roles that lock something. */
import pg from 'pg';
import type { RunSql } from './ask.ts';
import { DATABASE_ROLES, roleName } from './roles.ts';

const LOCKS = `pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_(try_)?advisory_(xact_)?lock'`;
/** It locks nothing, and its login need not be able to keep others waiting. */
const NEVER = 'kanon_retention';

/** What a superuser runs once in a database; without it every login that may connect can take locks. */
export const locksToOwner = (owner: string): string => `DO $$
DECLARE lock regprocedure;
BEGIN
  FOR lock IN SELECT oid FROM pg_proc WHERE ${LOCKS} LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', lock);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ${pg.escapeIdentifier(owner)} WITH GRANT OPTION', lock);
  END LOOP;
END $$`;

/** Hands them on to the roles, as the owner; nothing to do where they are still everybody's. */
export async function lendLocks(ask: RunSql, suffix: string): Promise<void> {
  const roles = DATABASE_ROLES.filter((role) => role !== NEVER).map((role) =>
    pg.escapeIdentifier(roleName(role, suffix)),
  );
  const locks = await ask<{ lock: string }>(
    `SELECT oid::regprocedure::text AS lock FROM pg_proc
     WHERE ${LOCKS} AND NOT has_function_privilege('public', oid, 'EXECUTE')
       AND has_function_privilege(oid, 'EXECUTE WITH GRANT OPTION')`,
  );
  for (const { lock } of locks) await ask(`GRANT EXECUTE ON FUNCTION ${lock} TO ${roles.join(', ')}`);
}

/** Whether the roles can take them. */
export async function haveLocks(ask: RunSql, suffix: string): Promise<boolean> {
  const [row] = await ask<{ have: boolean }>(
    `SELECT bool_and(has_function_privilege(r.oid, p.oid, 'EXECUTE')) AS have FROM pg_roles r, pg_proc p
     WHERE r.rolname = ANY ($1::text[]) AND ${LOCKS}`,
    [DATABASE_ROLES.filter((role) => role !== NEVER).map((role) => roleName(role, suffix))],
  );
  return row?.have === true;
}
