/** Reads the catalogue of a database for every right that somebody has who should not: PUBLIC before all. */
import type { RunSql } from '../../src/foundation/database/ask.ts';
import { APART, type Apart, DATABASE_ROLES, roleName } from '../../src/foundation/database/roles.ts';

export interface Expected {
  readonly suffix: string;
  readonly owner: string;
  readonly service: string;
  readonly apart?: Readonly<Partial<Record<Apart, string>>>;
  /** Others who may connect, such as the login of the backup. */
  readonly visitors?: readonly string[];
}

/** Functions with the owner's rights, by hand: who may call them. */
const WITH_OWNERS_RIGHTS: Readonly<Record<string, readonly string[]>> = {
  'account_was_used(uuid)': ['kanon_identity'],
  'tell_unused(integer,integer)': ['kanon_identity'],
  'closed_with_name(integer,integer)': ['kanon_identity'],
  'erase_closed_names(integer,integer)': ['kanon_identity'],
  'mailbox_of_inviter(uuid)': ['kanon_identity'],
  'account_stands(text,uuid,integer,uuid)': [
    'kanon_app',
    'kanon_identity',
    'kanon_auditor',
    'kanon_publisher',
    'kanon_status',
  ],
  'change_period_days(text,date,date)': ['kanon_app'],
  'change_participation(text,text,text,text,uuid,uuid)': ['kanon_app'],
  'completeness_before_freeze(text)': ['kanon_app'],
  'drafts_locked_for_good()': [],
  'fix_period_schools(text)': ['kanon_app', 'kanon_publisher', 'kanon_status'],
  'foreseen_schools(text)': ['kanon_app', 'kanon_publisher', 'kanon_status'],
  'is_readable_by(text,uuid,timestamp with time zone,uuid)': ['kanon_app'],
  'is_reporter_within(text,uuid,text)': ['kanon_identity'],
  'listed_schools(text,text)': [],
  'log_cases(integer)': ['kanon_identity'],
  'own_entries(integer)': ['kanon_identity'],
  'people_of_school(text)': ['kanon_identity'],
  'mailbox_code(uuid,bytea)': ['kanon_identity'],
  'open_year(text)': ['kanon_app'],
  'prolong_period(text,date)': ['kanon_app'],
  'rolls_of_release(uuid)': ['kanon_app'],
  'releases_have_sources(text)': ['kanon_app'],
  'withdraw_period(text)': ['kanon_app'],
  'reporters_of_school(text)': ['kanon_identity'],
  'take_reminders(integer)': ['kanon_identity'],
  'own_reminders(boolean)': ['kanon_identity'],
  'tie_by_passkey(bytea,bytea)': ['kanon_identity'],
};

interface Right {
  /** Such as `function open_year(text)`. */
  readonly on: string;
  readonly right: string;
  readonly who: string;
}

/** One line for each right too many and each safeguard that is missing; empty where all is as it should be. */
export async function faultsOfRights(ask: RunSql, expected: Expected): Promise<string[]> {
  const { suffix, owner, service, apart = {}, visitors = [] } = expected;
  const roles = DATABASE_ROLES.map((role) => roleName(role, suffix));
  const logins = [service, ...Object.values(apart)];
  const faults: string[] = [];

  const rights = await ask<Right>(
    `SELECT kind || name AS on, a.privilege_type AS right,
       CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee) END AS who
     FROM (
       SELECT 'database ' AS kind, datname::text AS name, coalesce(datacl, acldefault('d', datdba)) AS acl
         FROM pg_database WHERE datname = current_database()
       UNION ALL SELECT 'schema ', nspname, coalesce(nspacl, acldefault('n', nspowner)) FROM pg_namespace
         WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
       UNION ALL SELECT 'function ', p.oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner)) FROM pg_proc p
         WHERE pronamespace = 'public'::regnamespace
       UNION ALL SELECT 'relation ', c.oid::regclass::text, relacl FROM pg_class c WHERE relnamespace = 'public'::regnamespace
       UNION ALL SELECT 'column ', attrelid::regclass || '.' || attname, attacl FROM pg_attribute t
         JOIN pg_class c ON c.oid = attrelid AND relnamespace = 'public'::regnamespace
       UNION ALL SELECT 'type ', t.oid::regtype::text, coalesce(typacl, acldefault('T', typowner)) FROM pg_type t
         WHERE typnamespace = 'public'::regnamespace AND typelem = 0
       UNION ALL SELECT 'default for ', o.kind::text, coalesce(d.defaclacl, acldefault(o.kind, $1::regrole))
         FROM (VALUES ('f'::"char"), ('T'), ('r'), ('S'), ('n')) AS o (kind)
         LEFT JOIN pg_default_acl d ON d.defaclobjtype = o.kind AND d.defaclnamespace = 0 AND d.defaclrole = $1::regrole
       UNION ALL SELECT 'default in a schema for ', defaclobjtype::text, defaclacl FROM pg_default_acl WHERE defaclnamespace <> 0
     ) AS given, aclexplode(given.acl) AS a`,
    [owner],
  );
  for (const right of rights)
    if (right.who !== owner && right.who !== 'pg_database_owner' && !isMeant(right))
      faults.push(`${right.who} has ${right.right} on ${right.on}`);

  function isMeant({ on, right, who }: Right): boolean {
    const [kind = '', name = ''] = on.split(/ (.*)/s);
    if (kind === 'database') return right === 'CONNECT' && [...logins, ...visitors].includes(who);
    if (kind === 'schema') return name === 'public' && right === 'USAGE' && roles.includes(who);
    // Which role has which right on which table is the matter of row-level-security.test.ts.
    if (kind === 'relation' || kind === 'column') return roles.includes(who);
    if (kind !== 'function') return false;
    const named = WITH_OWNERS_RIGHTS[name]?.map((role) => roleName(role, suffix));
    return (named ?? roles).includes(who);
  }

  const functions = await ask<{
    name: string;
    owners: boolean;
    trigger: boolean;
    fixed: boolean;
    by: string[];
  }>(
    `SELECT p.oid::regprocedure::text AS name, prosecdef AS owners, prorettype = 'trigger'::regtype AS trigger,
       'search_path=public, pg_temp' = ANY (coalesce(proconfig, '{}')) AS fixed,
       ARRAY(SELECT pg_get_userbyid(a.grantee)::text FROM aclexplode(proacl) a WHERE a.grantee <> proowner) AS by
     FROM pg_proc p WHERE pronamespace = 'public'::regnamespace`,
  );
  for (const { name, owners, trigger, fixed, by } of functions) {
    if ((owners || trigger) && !fixed) faults.push(`${name} looks for names where its caller says`);
    if (trigger && by.length > 0) faults.push(`${name} can be made a trigger by ${by.join(', ')}`);
    if (owners && !trigger && !(name in WITH_OWNERS_RIGHTS)) faults.push(`${name} is known to nobody`);
  }

  const members = await ask<{ role: string; member: string; inherits: boolean }>(
    `SELECT r.rolname::text AS role, m.rolname::text AS member,
       coalesce((to_jsonb(a) ->> 'inherit_option')::boolean, m.rolinherit) AS inherits
     FROM pg_auth_members a JOIN pg_roles r ON r.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
     WHERE r.rolname = ANY ($1::text[]) OR m.rolname = ANY ($1::text[])`,
    [roles],
  );
  const taker = (role: string): string => {
    const own = (Object.keys(apart) as Apart[]).find((which) => roleName(APART[which], suffix) === role);
    return (own && apart[own]) ?? service;
  };
  for (const { role, member, inherits } of members)
    if (member !== owner && (taker(role) !== member || inherits)) faults.push(`${member} may take ${role}`);
  for (const role of roles)
    if (!members.some((found) => found.role === role && found.member === taker(role)))
      faults.push(`${taker(role)} may not take ${role}`);

  const strong = await ask<{ name: string }>(
    `SELECT rolname::text AS name FROM pg_roles WHERE rolname = ANY ($1::text[])
     AND (rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
    [roles],
  );
  for (const { name } of strong) faults.push(`${name} can do more than a role of ours should`);
  return faults.sort();
}
