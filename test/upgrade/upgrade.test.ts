/** From every version that there was: after the upgrade all is readable, the log goes on, and no row is lost. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { createPublicKey } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { compactVerify, type JWK } from 'jose';
import { kanon } from '../cli/run-kanon.ts';
import { freshDatabase, testCluster } from '../setup/database.ts';
import { query } from '../setup/other-kanon.ts';
import { answering, launch, pause, type Service } from '../setup/service.ts';
import { asDemo } from '../setup/factors.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { catalogueOf } from './catalogue.ts';
import { digests } from './digests.ts';
import { migrationsOf, OLDER, restore, statesOfMain, type Older } from './older.ts';

/** All versions with KANON_TEST_UPGRADES=all; else the oldest, the first with a tree of the log, one before accounts, and the newest. */
const FIRST_DAY = '07-70d0b70';
/** With one school a county these versions found no safe pattern, so they released nothing. */
const UNRELEASED = ['18-96ec4bd'];

const TRIED = (
  process.env['KANON_TEST_UPGRADES'] === 'all'
    ? OLDER
    : OLDER.filter((version, at) => /^(09|11|27)-/.test(version) || at === OLDER.length - 1)
).filter((version) => version !== FIRST_DAY);

/** Tables whose rows an upgrade neither adds nor takes, but for what is written since. */
const KEPT = [
  'account',
  'account_school',
  'period',
  'policy',
  'region',
  'release',
  'release_row',
  'report',
  'report_revision',
  'school',
] as const;

/** Asks as one account. */
async function signIn(url: string, account: string, password: string | undefined) {
  const json = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/v1/sessions`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ account, password }),
  });
  const { access_token } = (await session.json()) as { access_token: string };
  return async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${access_token}`, ...(body === undefined ? {} : json), ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
  };
}

const passwordsIn = async (data: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      JSON.parse(await readFile(`${data}/demo-accounts.json`, 'utf8')) as {
        account: string;
        password: string;
      }[]
    ).map(({ account, password }) => [account, password]),
  );

const start = async ({ serviceUrl, ownerUrl, data }: Older): Promise<Service> =>
  answering(
    await launch({
      DATABASE_URL: serviceUrl,
      DATABASE_OWNER_URL: ownerUrl,
      KANON_DATA: data,
      KANON_DEMO: 'on',
      KANON_POOL: '6',
    }),
    120,
  );

test('there is one of every number of migrations that the main line ever had, but for the newest', () => {
  const states = statesOfMain();
  const made = OLDER.map((version) => Number(version.slice(0, 2)));
  expect(new Set(made).size).toBe(made.length);
  if (states === undefined) {
    // A copy without its history cannot tell; what is here is at least in order.
    expect(made).toEqual(made.toSorted((a, b) => a - b));
    return;
  }
  expect(made.filter((number) => !states.includes(number))).toEqual([]);
  expect(states.filter((number) => number !== MIGRATIONS.length && !made.includes(number))).toEqual([]);
});

test('no migration that a state of the main line had is another today', async () => {
  const today = await digests(fileURLToPath(new URL('../../migrations', import.meta.url)));
  const of = await Promise.all(
    OLDER.map(async (version) => ({ version, then: await migrationsOf(version) })),
  );
  const changed = of.flatMap(({ version, then }) =>
    Object.keys(then)
      .filter((name) => then[name] !== today[name])
      .map((name) => `${name} of ${version}`),
  );
  expect(changed).toEqual([]);
  // What is compared is not nothing: the newest that is packed has all of its own.
  const newest = of.at(-1)!;
  expect(Object.keys(newest.then)).toHaveLength(Number(newest.version.slice(0, 2)));
});

describe.each(TRIED)('an installation of %s, upgraded', (version) => {
  let older: Older;
  let service: Service;
  let before: Record<string, unknown>;
  let numbers: readonly string[];
  let accounts: Record<string, string>;

  /** Rows of each kept table, and a digest of what its columns of that time say. */
  const digests = async (columns: Record<string, string>): Promise<Record<string, unknown>> => {
    const found: Record<string, unknown> = {};
    for (const [table, list] of Object.entries(columns))
      found[table] = await query(
        older.ownerUrl,
        `SELECT count(*)::int AS n, md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")) AS digest FROM (SELECT ${list} FROM ${table}) t`,
      );
    return found;
  };
  let columns: Record<string, string>;

  beforeAll(async () => {
    older = await restore(version);
    columns = {};
    for (const table of KEPT) {
      const rows = await query(
        older.ownerUrl,
        `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS list
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
        [table],
      );
      // What was open or frozen then may go on; and policy 2 is new.
      columns[table] = String(rows[0]?.['list']);
    }
    columns['policy WHERE number = 1'] = columns['policy'] ?? '';
    delete columns['policy'];
    before = await digests(columns);
    numbers = (await query(older.ownerUrl, 'SELECT id FROM access_entry')).map((row) => String(row['id']));
    accounts = await passwordsIn(older.data);
    service = await start(older);
    // A demo of then has no mark yet; its people are asked for no second factor.
    await asDemo({ database: older, settings: { tenant: '05' } });
  }, 180_000);
  afterAll(async () => {
    await service.end();
    await older.drop();
    await rm(older.data, { recursive: true, force: true });
  });

  const signedIn = (account: string) => signIn(service.url, account, accounts[account]);

  test('has every row that it had, and every entry of the log', async () => {
    expect(await digests(columns)).toEqual(before);
    const now = new Set(
      (await query(older.ownerUrl, 'SELECT id FROM access_entry')).map((row) => String(row['id'])),
    );
    expect(numbers.filter((id) => !now.has(id))).toEqual([]);
    // One whose release that version could not protect is half a demo, and is told so.
    expect(service.output().includes('half a demo')).toBe(UNRELEASED.includes(version));
  });

  test('is made of what a new installation is made of: no migration gave less on its first day', async () => {
    const fresh = await freshDatabase();
    try {
      expect(await catalogueOf(older.ownerUrl)).toEqual(await catalogueOf(fresh.ownerUrl));
    } finally {
      await fresh.drop();
    }
  });

  test('shows its release and reports, and its certificate holds by the key that it had', async () => {
    const state = await signedIn('ministerium');
    const { body } = await state('GET', '/v1/releases');
    const [released] = body.releases;
    if (UNRELEASED.includes(version)) {
      expect(body.releases).toEqual([]);
      return;
    }
    const summary = await state('GET', `/v1/regions/05/summaries/${released.period}`, undefined, {
      'kanon-purpose': 'PLANNING',
    });
    expect([summary.status, summary.text.slice(0, 300)]).toEqual([200, expect.any(String)]);
    const reporter = await signedIn('meldung');
    const [own] = await query(
      older.ownerUrl,
      `SELECT r.school, r.period FROM report r JOIN account_school s ON s.school = r.school JOIN account a ON a.id = s.account
       WHERE a.name = 'meldung' ORDER BY r.period LIMIT 1`,
    );
    const report = await reporter(
      'GET',
      `/v1/schools/${String(own?.['school'])}/reports/${String(own?.['period'])}`,
    );
    expect(report.status).toBe(200);
    if (Number(version.slice(0, 2)) < 8) return;
    const certificate = await state('GET', `/v1/releases/${released.id}/certificate`);
    expect(certificate.status).toBe(200);
    const { keys } = (await (await fetch(`${service.url}/.well-known/jwks.json`)).json()) as {
      keys: (JWK & { purposes: string[] })[];
    };
    const key = keys.find(({ purposes }) => purposes.includes('certificates'));
    await compactVerify(certificate.body.jws, createPublicKey({ key: key as never, format: 'jwk' }));
  });

  test('has its one key as the first of each purpose, and a new one for tokens leaves it to the others', async () => {
    interface Served {
      keys: { kid: string; purposes: string[] }[];
    }
    const served = async () =>
      ((await (await fetch(`${service.url}/.well-known/jwks.json`)).json()) as Served).keys;
    // Since 33 each purpose has a key of its own from the first start.
    if ((await readdir(older.data)).includes('tokens-key-1.pem')) {
      const purposes = (await served()).map((key) => key.purposes.join());
      expect(purposes.sort()).toEqual(['certificates', 'receipts', 'tokens']);
      return;
    }
    const [only, ...none] = await served();
    expect([only?.purposes, none]).toEqual([['tokens', 'receipts', 'certificates'], []]);
    const env = {
      DATABASE_URL: older.serviceUrl,
      DATABASE_OWNER_URL: older.ownerUrl,
      KANON_DATA: older.data,
    };
    const retired = await kanon(['keys', 'retire', 'tokens', only?.kid ?? '', '--lang', 'en'], env);
    expect([retired.code, retired.out]).toEqual([
      0,
      expect.stringContaining('still stands for certificates and receipts'),
    ]);
    expect((await readdir(older.data)).filter((name) => /^(signing|tokens)-key/.test(name)).sort()).toEqual([
      'signing-key.pem',
      'tokens-key-2.pem',
    ]);
    await pause(2500);
    const now = await served();
    expect(now.map(({ purposes }) => purposes)).toEqual([['tokens'], ['receipts', 'certificates']]);
    expect(now.at(-1)?.kid).toBe(only?.kid);
  });

  test('goes on with its log: the new entries and the old tree stand in one', async () => {
    for (let waited = 0; waited < 300; waited += 1) {
      const [row] = await query(older.ownerUrl, 'SELECT count(*)::int AS n FROM log_pending');
      if (row?.['n'] === 0) break;
      await pause(100);
    }
    const trees = await query(older.ownerUrl, 'SELECT number, size::int AS size FROM log_tree');
    expect(trees).toHaveLength(1);
    const status = await kanon(['log', 'status'], {
      DATABASE_URL: older.serviceUrl,
      DATABASE_OWNER_URL: older.ownerUrl,
      KANON_DATA: older.data,
    });
    expect([status.code, status.out]).toEqual([0, expect.stringContaining('signs    ja')]);
  });

  test('can be corrected, or says before the period is opened why not', async () => {
    const first = await signedIn('geheimhaltung-1');
    const second = await signedIn('geheimhaltung-2');
    const [released] = await query(older.ownerUrl, `SELECT key FROM period WHERE state = 'released'`);
    if (UNRELEASED.includes(version)) return;
    const period = String(released?.['key']);
    const opened = await first('POST', `/v1/periods/${period}/corrections`, { until: '2099-12-31' });
    // Before 10 it was not kept what a release is made of; before 18 types of one or two schools had rows of their own.
    if (Number(version.slice(0, 2)) < 18) {
      expect([opened.status, opened.body.detail]).toEqual([
        409,
        expect.stringContaining('no later release of it could be protected, so it stays as it is'),
      ]);
      expect((await first('GET', `/v1/periods/${period}/state`)).body.state).toBe('released');
      return;
    }
    expect([200, 204]).toContain(opened.status);
    // Every school corrects something, so that the new release is protected beside the old one.
    await query(
      older.ownerUrl,
      `UPDATE report SET reported_at = now(), revision_number = revision_number + 1, revision = gen_random_uuid(),
         consultations = (SELECT coalesce(array_agg(c + 1 ORDER BY at), '{}') FROM unnest(consultations) WITH ORDINALITY AS u (c, at))
       WHERE period = $1`,
      [period],
    );
    expect(
      (await first('POST', `/v1/periods/${period}/freeze`, { confirm: ['not-over', 'incomplete'] })).status,
    ).toBeLessThan(300);
    expect(
      (await second('POST', `/v1/periods/${period}/release`, { corrections: 'publish' })).status,
    ).toBeLessThan(300);
    for (let waited = 0; waited < 600; waited += 1) {
      const { body } = await first('GET', `/v1/periods/${period}/state`);
      if (body.failure !== null || body.state === 'released') {
        // Where a county has one school, nothing that changed may be seen beside what was; where it has three, it is.
        const isSmall = (await query(older.ownerUrl, 'SELECT 1 FROM school')).length < 100;
        expect(body).toEqual({ period, state: 'released', failure: isSmall ? 'corrections-kept' : null });
        const versions = await query(older.ownerUrl, 'SELECT version FROM release ORDER BY 1');
        expect(versions).toEqual(isSmall ? [{ version: 1 }] : [{ version: 1 }, { version: 2 }]);
        return;
      }
      await pause(200);
    }
    throw new Error('neither released nor refused');
  });
});

test(`runs on PostgreSQL ${testCluster().version}`, () => {
  expect(Number.parseInt(testCluster().version)).toBeGreaterThanOrEqual(15);
});

test('what the trial version of the first day left is refused in a sentence, and stays as it is', async () => {
  const older = await restore(FIRST_DAY);
  try {
    const migrations = () => query(older.ownerUrl, 'SELECT name FROM migration ORDER BY 1');
    const before = await migrations();
    await expect(start(older)).rejects.toThrow(
      'kanon: This database was made by a trial version of the first day, which cannot be upgraded: start on an empty database or folder',
    );
    expect(await migrations()).toEqual(before);
  } finally {
    await older.drop();
    await rm(older.data, { recursive: true, force: true });
  }
});
