/** Which roles a database calls its own: the suffix stands in it, and no other database of the server uses them. */
import type { RunSql } from './ask.ts';
import { isSuffix, DATABASE_ROLES, roleName } from './roles.ts';
import { UnfitDatabase } from './unfit.ts';

export interface OwnRoles {
  readonly suffix: string;
  /** Whether the copies of one test template share them; nothing but a test says so. */
  readonly shared: boolean;
}

/** Comment on `role_suffix()` that lets copies of a database share its roles. */
const SHARED = 'Shared by the copies of a test template.';

/**
 * What stands in the database; undefined before its first migration, and in one of an earlier version.
 *
 * Read from the catalogue, since a login that has taken no role yet may call no function.
 */
export async function ownRoles(ask: RunSql): Promise<OwnRoles | undefined> {
  const [found] = await ask<{ source: string; comment: string | null }>(
    `SELECT prosrc AS source, obj_description(oid, 'pg_proc') AS comment FROM pg_proc
     WHERE proname = 'role_suffix' AND pronamespace = to_regnamespace('public')`,
  );
  if (!found) return undefined;
  const suffix = /^SELECT '([a-z0-9_]*)'$/.exec(found.source)?.[1];
  if (suffix === undefined || !isSuffix(suffix))
    throw new UnfitDatabase({
      de: 'Die Funktion role_suffix() dieser Datenbank ist nicht mehr so, wie Kanon sie angelegt hat.',
      en: 'The function role_suffix() of this database is not as Kanon made it.',
    });
  return { suffix, shared: found.comment === SHARED };
}

/** Writes it into a database that has none. `shared` is for the template of the tests. */
export const writeSuffix = (suffix: string, shared = false): string => `
  CREATE FUNCTION public.role_suffix() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path = public, pg_temp AS $$SELECT '${suffix}'$$;
  ${shared ? `COMMENT ON FUNCTION public.role_suffix() IS '${SHARED}';` : ''}`;

/** Other databases of the server in which something is granted to these roles. */
export async function usersElsewhere(ask: RunSql, suffix: string): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `SELECT DISTINCT d.datname AS name FROM pg_shdepend s
     JOIN pg_roles r ON r.oid = s.refobjid JOIN pg_database d ON d.oid = s.dbid
     WHERE s.refclassid = 'pg_authid'::regclass AND d.datname <> current_database() AND r.rolname = ANY ($1::text[])
     ORDER BY 1`,
    [DATABASE_ROLES.map((role) => roleName(role, suffix))],
  );
  return rows.map(({ name }) => name);
}

/** Throws UnfitDatabase where the roles of this database are those of another one too. */
export async function mustBeAlone(ask: RunSql, { suffix, shared }: OwnRoles): Promise<void> {
  if (shared) return;
  const [other] = await usersElsewhere(ask, suffix);
  if (other !== undefined)
    throw new UnfitDatabase({
      de:
        `Die Rollen dieser Datenbank (${roleName('kanon_app', suffix)} und die anderen) gehören auch zur Datenbank ${other}; ` +
        'wer sich bei der einen anmeldet, könnte also die andere lesen. Bitte eine der beiden auf einen eigenen Server legen ' +
        'oder unter anderem Namen anlegen; siehe „Several Länder on one server“ in docs/operations.md.',
      en:
        `The roles of this database (${roleName('kanon_app', suffix)} and the others) are those of the database ${other} too, ` +
        'so the logins of one could read the other: put one of them on a server of its own, or make it under another name; ' +
        'see "Several Länder on one server" in docs/operations.md.',
    });
}
