/** The roles that a transaction takes: one spelling in the code, and on the server one set for each database. */

/** As migrations and scopes spell them; what a database calls them is `roleName`. */
export const DATABASE_ROLES = [
  'kanon_app',
  'kanon_identity',
  'kanon_auditor',
  'kanon_publisher',
  'kanon_status',
  'kanon_sequencer',
  'kanon_retention',
  'kanon_witness',
] as const;
export type RoleName = (typeof DATABASE_ROLES)[number];

/** Roles that may have a login of their own, so that the service's login need not be able to take them. */
export const APART = {
  publisher: 'kanon_publisher',
  sequencer: 'kanon_sequencer',
  retention: 'kanon_retention',
} as const satisfies Record<string, RoleName>;
export type Apart = keyof typeof APART;

/** Something for each login apart that the operator gives: its address, its name, its pool. */
export type EachApart<T> = Readonly<Partial<Record<Apart, T>>>;

/** Longest suffix: with it the longest role is still a name for PostgreSQL (63 bytes). */
const LONGEST = 40;
const PLAIN = new RegExp(`\\b(${DATABASE_ROLES.join('|')})\\b`, 'g');

/** What a role is called in a database whose roles end in `suffix`; any other word stays as it is. */
export const roleName = (role: string, suffix: string): string =>
  (DATABASE_ROLES as readonly string[]).includes(role) ? role + suffix : role;

/** SQL that spells roles plainly, as the database with this suffix understands it. */
export const spelled = (sql: string, suffix: string): string => sql.replace(PLAIN, `$1${suffix}`);

/** The suffix that a database gets by its name: `_nrw` for kanon_nrw, `_b` for b. */
export const suffixOf = (database: string): string =>
  `_${database
    .toLowerCase()
    .replace(/^kanon_/, '')
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, LONGEST - 1)}`;

/** Whether a text can be a suffix at all; it stands in SQL as it is. */
export const isSuffix = (text: string): boolean => /^[a-z0-9_]{0,40}$/.test(text);
