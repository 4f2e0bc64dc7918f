/** Census: each table belongs to one room. Nobody else writes it, and who else reads it is named here with the reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SRC = folder('src');
const MIGRATIONS = folder('migrations');

const OWNERS: Readonly<Record<string, readonly string[]>> = {
  access: ['access_entry'],
  audit: [
    'log_tree',
    'log_pending',
    'log_node',
    'log_checkpoint',
    'log_reopening',
    'log_hold',
    'log_hold_word',
    'log_hold_standing',
    'log_stray',
    'log_cosignature',
    'log_disagreement',
  ],
  identity: [
    'account',
    'account_school',
    'account_code',
    'approval',
    'host_notice',
    'session',
    'sign_in_try',
    'signing_key',
    'retired_key',
    'account_totp',
    'passkey',
    'recovery_code',
    'factor_tries',
    'used_challenge',
    'account_link',
    'program',
    'program_key',
    'used_proof',
    'device_grant',
    'outbox',
    'reminder',
    'draft_key',
  ],
  reference: [
    'tenant',
    'region',
    'region_succession',
    'school',
    'school_succession',
    'policy',
    'period',
    'period_school',
    'participation',
    'participation_change',
    'demo',
  ],
  collection: ['report', 'report_revision', 'report_return', 'report_hand'],
  releases: [
    'release',
    'release_row',
    'release_certificate',
    'release_source',
    'release_preview',
    'release_claim',
    'correction_kept',
    'reservation',
  ],
  outcomes: [
    'benefit_body',
    'outcome',
    'outcome_release',
    'outcome_release_row',
    'outcome_certificate',
    'outcome_source',
  ],
};

/** Statements about a table of another room, each with its reason; `docs/architecture.md` tells of them. */
const CROSSINGS: Readonly<Record<string, string>> = {
  'collection/report.store.ts reads period': 'the last report of the same scheme, in the one trip of a PUT',
  'collection/status.store.ts reads school': 'names beside thousands of statuses, joined where they lie',
  'collection/status.store.ts reads region': 'counts by county, with its name',
  'releases/release.store.ts reads region': 'names of the rows of a summary, in the trip that reads them',
  'outcomes/outcome-release.store.ts reads region':
    'which counties could report in a period, and names of the rows, in the trip that reads them',
  'outcomes/outcome-status.store.ts reads region': 'each county with its bodies, joined where they lie',
  'releases/series.store.ts reads region': 'names of the rows of a series, in the trip that reads them',
  'identity/account.store.ts reads school':
    'the counties of a reporter, at each sign-in; reference/ stands beside',
  'identity/invitations.store.ts reads region':
    'which keys of a list there are, asked at once for all its lines',
  'identity/factors.store.ts reads demo':
    'whether a sign-in is spared the second factor, in the one trip that asks for it',
  'audit/entry.store.ts reads access_entry': 'audit/ is the reading side of the log that access/ writes',
  'audit/log-bundle.store.ts reads access_entry': 'likewise, for a bundle',
  'audit/log-statistics.store.ts reads access_entry': 'likewise, counted',
  'audit/log-tree.store.ts reads access_entry': 'likewise: what waits for a number must be an entry',
  'operations/health.ts writes access_entry': 'an INSERT of no row: whether an entry could be stored',
  'audit/retention.store.ts reads access_entry': 'likewise, how old each is',
  'audit/retention.store.ts writes access_entry':
    'retention: entries that are old enough are erased, none is changed',
};

const ownerOf = new Map(
  Object.entries(OWNERS).flatMap(([room, tables]) => tables.map((table) => [table, room] as const)),
);

const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** `room/file reads table` for each statement of a text; SQL spells its own words in capitals. */
function touchesIn(file: string, text: string): string[] {
  const words = text.matchAll(/\b(DELETE FROM|INSERT INTO|UPDATE|FROM|JOIN)\s+([a-z][a-z_]*)/g);
  return [...words]
    .filter(([, , table]) => ownerOf.has(table!))
    .map(([, word, table]) => `${file} ${/^(FROM|JOIN)$/.test(word!) ? 'reads' : 'writes'} ${table}`);
}

const crossings = (touches: readonly string[]): string[] =>
  [...new Set(touches)]
    .filter((touch) => ownerOf.get(touch.split(' ')[2]!) !== touch.slice(0, touch.indexOf('/')))
    .sort();

test('every table that a migration makes has an owner, and no other name has', () => {
  const made = filesIn(MIGRATIONS).flatMap((file) =>
    [...readFileSync(join(MIGRATIONS, file), 'utf8').matchAll(/CREATE (?:TABLE|VIEW) ([a-z_]+)/g)].map(
      ([, name]) => name!,
    ),
  );
  expect([...ownerOf.keys()].sort()).toEqual([...new Set(made)].sort());
});

test('nobody reads or writes a table of another room but where it is named here', () => {
  const touches = filesIn(SRC).flatMap((file) => touchesIn(file, readFileSync(join(SRC, file), 'utf8')));
  expect(touches.length).toBeGreaterThan(60);
  expect(crossings(touches).filter((touch) => !(touch in CROSSINGS))).toEqual([]);
  // A name that is not needed any more would let somebody in later.
  expect(Object.keys(CROSSINGS).filter((touch) => !touches.includes(touch))).toEqual([]);
});

test('a statement in the wrong room is seen, and one in the right room passes', () => {
  const text = `UPDATE period SET state = 'open'; SELECT FROM report r JOIN school s; DELETE FROM release_claim`;
  expect(crossings(touchesIn('releases/new.store.ts', text))).toEqual([
    'releases/new.store.ts reads report',
    'releases/new.store.ts reads school',
    'releases/new.store.ts writes period',
  ]);
  expect(crossings(touchesIn('reference/new.store.ts', 'INSERT INTO period AS p (tenant)'))).toEqual([]);
});
