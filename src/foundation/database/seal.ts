/** Takes from PUBLIC what PostgreSQL gives it by itself, and hands it to those who need it; safe to repeat. */
import pg from 'pg';
import type { RunSql } from './ask.ts';
import { lendLocks } from './locks.ts';
import { DATABASE_ROLES, roleName } from './roles.ts';
import { UnfitDatabase } from './unfit.ts';

/** Whether nobody may connect to this database but those to whom it was granted. */
export async function isSealed(ask: RunSql): Promise<boolean> {
  const [row] = await ask<{ sealed: boolean }>(
    `SELECT NOT has_database_privilege('public', current_database(), 'CONNECT')
        AND NOT has_database_privilege('public', current_database(), 'TEMP') AS sealed`,
  );
  return row?.sealed === true;
}

/**
 * Seals a database, as its owner and in one transaction.
 *
 * logins  who connects: the service, those apart, and where there is one the login of the backup
 * throws  UnfitDatabase where this login may not, since the database is another's
 */
export async function seal(ask: RunSql, suffix: string, logins: readonly string[]): Promise<void> {
  const [{ name } = { name: '' }] = await ask<{ name: string }>('SELECT current_database() AS name');
  const database = pg.escapeIdentifier(name);
  await ask(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  for (const login of logins)
    await ask(`GRANT CONNECT ON DATABASE ${database} TO ${pg.escapeIdentifier(login)}`);
  if (!(await isSealed(ask)))
    throw new UnfitDatabase({
      de: `Jede Anmeldung des Servers darf sich mit dieser Datenbank verbinden, und diese hier darf es nicht verbieten. Bitte als Eigentümer der Datenbank ausführen: REVOKE ALL ON DATABASE ${database} FROM PUBLIC.`,
      en: `Every login of the server may connect to this database, and this one may not forbid it: run REVOKE ALL ON DATABASE ${database} FROM PUBLIC as its owner.`,
    });
  // Of what is made from now on, whoever makes it.
  await ask('ALTER DEFAULT PRIVILEGES REVOKE ALL ON ROUTINES FROM PUBLIC');
  await ask('ALTER DEFAULT PRIVILEGES REVOKE ALL ON TYPES FROM PUBLIC');
  await ask('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  for (const statement of await onWhatIsThere(ask, suffix)) await ask(statement);
  await lendLocks(ask, suffix);
}

/**
 * A helper with the rights of whoever calls it is for all roles of Kanon: policies and constraints call it as them. One
 * with the owner's rights is for those whom its migration names, and one of a trigger for nobody: a trigger asks at its
 * making. Both of these look for names in the schema alone.
 */
async function onWhatIsThere(ask: RunSql, suffix: string): Promise<string[]> {
  const roles = DATABASE_ROLES.map((role) => pg.escapeIdentifier(roleName(role, suffix))).join(', ');
  const routines = await ask<{ routine: string; helper: boolean; fixed: boolean; open: boolean }>(
    `SELECT p.oid::regprocedure::text AS routine,
       NOT prosecdef AND prorettype <> 'trigger'::regtype AS helper,
       EXISTS (SELECT FROM unnest(proconfig) AS setting WHERE setting LIKE 'search_path=%') AS fixed,
       EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a WHERE a.grantee = 0) AS open
     FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND proowner = current_user::regrole
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  const relations = await ask<{ statement: string }>(
    `SELECT DISTINCT format('REVOKE ALL ON %s FROM PUBLIC', c.oid::regclass) AS statement
     FROM pg_class c, aclexplode(c.relacl) a WHERE c.relowner = current_user::regrole AND a.grantee = 0
     UNION ALL
     SELECT format('REVOKE ALL ON TYPE %s FROM PUBLIC', t.oid::regtype) FROM pg_type t
     WHERE t.typowner = current_user::regrole AND t.typnamespace = 'public'::regnamespace AND t.typelem = 0
       AND EXISTS (SELECT FROM aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a WHERE a.grantee = 0)`,
  );
  return [
    ...routines.flatMap(({ routine, helper, fixed, open }) => [
      ...(open ? [`REVOKE ALL ON ROUTINE ${routine} FROM PUBLIC`] : []),
      ...(helper ? [`GRANT EXECUTE ON ROUTINE ${routine} TO ${roles}`] : []),
      ...(helper || fixed ? [] : [`ALTER ROUTINE ${routine} SET search_path = public, pg_temp`]),
    ]),
    ...relations.map(({ statement }) => statement),
  ];
}
