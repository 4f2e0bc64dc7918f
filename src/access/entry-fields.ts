/** The fields of an entry, each listed once: columns, leaf, CSV, filters and the words for auditors are made of this list. */
import { scopeOf } from './actor.ts';
import type { Entry } from './entry.ts';
import { objectText } from './object.ts';

/** One field. Its name is what auditors and the leaf call it. */
interface Field<Value> {
  /** What `access_entry` calls it. */
  readonly column: string;
  /** What the log keeps of an entry. */
  readonly of: (entry: Entry) => Value;
  /**
   * The version of the leaf that brought the field. Those of the first stand in every leaf; a later one only where it
   * has a value, so that the leaves of entries without it keep their hashes.
   */
  readonly since: 1 | 2 | 3;
  /** Whether it has a column in the CSV; of a tenant's own log the tenant says nothing. */
  readonly inCsv: boolean;
  /** The condition under which an entry is found by a value, in SQL. */
  readonly filter?: (value: string) => string;
}

/** A field that every leaf has. */
const field = <Value>(column: string, of: (entry: Entry) => Value) =>
  ({ column, of, since: 1, inCsv: true }) as const satisfies Field<Value>;

/** A field that every leaf has, and that entries are found by. */
const sought = <Value>(
  column: string,
  of: (entry: Entry) => Value,
  filter = (value: string): string => `${column} = ${value}::text`,
) => ({ ...field(column, of), filter }) satisfies Field<Value>;

/** A field that a leaf has where the entry says something of it. */
const later = <Version extends 2 | 3>(since: Version, column: string, of: (entry: Entry) => string | null) =>
  ({ column, of, since, inCsv: true }) as const satisfies Field<string | null>;

export const ENTRY_FIELDS = {
  tenant: { ...field('tenant', ({ tenant }) => tenant), inCsv: false },
  id: field('id', ({ id }) => id),
  at: field('at', ({ at }) => at),
  // The entries of an account are its acts, and sign-ins to it that were refused.
  account: sought(
    'account',
    ({ actor }) => actor?.account ?? null,
    (value) => `(account = ${value}::uuid OR (action = 'session.create' AND subject = ${value}::uuid))`,
  ),
  system: field('system', ({ actor }) => actor?.system ?? null),
  office: sought('office', ({ actor }) => actor?.office ?? null),
  role: sought('role', ({ actor }) => actor?.role ?? null),
  scope: field('scope', ({ actor }) => (actor ? scopeOf(actor) : null)),
  action: sought('action', ({ action }) => action),
  region: sought(
    'region',
    ({ place }) => place.region ?? null,
    (value) => `starts_with(region, ${value}::text)`,
  ),
  school: sought('school', ({ place }) => place.school ?? null),
  period: sought('period', ({ place }) => place.period ?? null),
  release: field('release', ({ release }) => release ?? null),
  releaseVersion: field('release_version', ({ releaseVersion }) => releaseVersion ?? null),
  level: field('level', ({ place }) => place.level ?? null),
  by: field('"by"', ({ place }) => place.by ?? null),
  dryRun: field('dry_run', ({ dryRun }) => dryRun ?? false),
  purpose: sought('purpose', ({ purpose }) => purpose ?? null),
  decision: sought('decision', ({ decision }) => decision),
  rules: field('rules', ({ rules }) => rules),
  policy: field('policy', ({ policy }) => policy ?? null),
  token: field('token', ({ actor }) => actor?.token ?? null),
  commitment: field('commitment', ({ commitment }) => commitment ?? null),
  // As PostgreSQL writes it, and as it is read back.
  subject: later(2, 'subject', ({ subject }) => subject?.toLowerCase() ?? null),
  span: later(2, 'span', ({ span }) => span ?? null),
  object: later(3, 'object', ({ object }) => objectText(object ?? {})),
  operator: later(3, 'operator', ({ actor }) => actor?.operator ?? null),
} as const satisfies Readonly<Record<string, Field<unknown>>>;

type Fields = typeof ENTRY_FIELDS;
export type EntryFieldName = keyof Fields;
/** The names of the fields that a version of the leaf brought. */
type Since<Version> = {
  [Name in EntryFieldName]: Fields[Name]['since'] extends Version ? Name : never;
}[EntryFieldName];

/** An entry as it stands in the log. */
export type StoredEntry = { readonly [Name in EntryFieldName]: ReturnType<Fields[Name]['of']> };

/** A value as JSON has it. */
type Word<Value> = Value extends Date | Buffer | string
  ? string
  : Value extends readonly (infer One)[]
    ? One[]
    : Value;

/** An entry in JSON: what every leaf has, and what only some have. */
export type EntryWords = { version: string } & { [Name in Since<1>]: Word<StoredEntry[Name]> } & Partial<
    Record<Since<2 | 3>, string>
  >;

/** In the order of the list. */
export const FIELD_NAMES = Object.keys(ENTRY_FIELDS) as EntryFieldName[];

/** The fields that entries are found by. */
export type FilteredField = {
  [Name in EntryFieldName]: Fields[Name] extends { readonly filter: unknown } ? Name : never;
}[EntryFieldName];
export const FILTERED_FIELDS = FIELD_NAMES.filter(
  (name): name is FilteredField => 'filter' in ENTRY_FIELDS[name],
);

/** What the log keeps of an entry. */
export const storedForm = (entry: Entry): StoredEntry =>
  Object.fromEntries(FIELD_NAMES.map((name) => [name, ENTRY_FIELDS[name].of(entry)])) as StoredEntry;

/**
 * An entry in JSON, as auditors get it; its canonical form is what the leaf commits to. Its version names its fields:
 * that of the newest field that has a value, so that entries without it read as they always did.
 */
export function entryWords(stored: StoredEntry): EntryWords {
  const shown = FIELD_NAMES.filter((name) => ENTRY_FIELDS[name].since === 1 || stored[name] !== null);
  const version = Math.max(...shown.map((name) => ENTRY_FIELDS[name].since));
  return {
    version: `kanon-entry/${version}`,
    ...Object.fromEntries(shown.map((name) => [name, wordOf(stored[name])])),
  } as EntryWords;
}

function wordOf(value: StoredEntry[EntryFieldName]): unknown {
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) ? value.toString('base64url') : value;
}
