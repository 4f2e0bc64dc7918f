/** The embedded PostgreSQL while it runs: its roles, its passwords, its databases, and what its log does not say. */
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { binDir, query } from '../setup/other-kanon.ts';
import { throwAwayPlace } from '../setup/sweep.ts';

let dir: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  dir = await mkdtemp(join(await throwAwayPlace(), 'kanon-embedded-'));
  server = await startEmbeddedPostgres({ dir, fsync: false, ...(binDir && { binDir }) });
});
afterAll(async () => {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
});

it('gives each role its rights and no more', async () => {
  const roles = await query(
    server.superUrl,
    `SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolinherit, rolbypassrls
       FROM pg_roles WHERE rolcanlogin ORDER BY 1`,
  );
  const none = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false };
  expect(roles).toEqual([
    { ...none, rolname: 'kanon_owner', rolcreaterole: true, rolinherit: true },
    { ...none, rolname: 'kanon_service', rolinherit: false },
    expect.objectContaining({ rolname: 'postgres', rolsuper: true }),
  ]);
});

it('sorts by code point in UTF-8, with checksums, and listens on the loopback address only', async () => {
  const show = async (name: string) =>
    (await query(server.superUrl, `SELECT current_setting($1) AS is`, [name]))[0]!['is'];
  expect(await show('server_encoding')).toBe('UTF8');
  expect(await show('data_checksums')).toBe('on');
  expect(await show('listen_addresses')).toBe('127.0.0.1');
  expect(await show('unix_socket_directories')).toBe('');
  expect(await query(server.superUrl, `SELECT 'Z' < 'a' AND 'z' < 'ä' AS ordered`)).toEqual([
    { ordered: true },
  ]);
});

it('makes empty databases, and copies of a template', async () => {
  await server.createDatabase('mould');
  await query(server.urlsFor('mould').ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS n');
  await server.createDatabase('cast', 'mould');
  expect(await query(server.urlsFor('cast').ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

it('keeps folder and passwords to their owner, and no other copy of a password', async () => {
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  expect((await stat(join(dir, 'credentials.json'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(dir, 'postgres.log'))).mode & 0o777).toBe(0o600);
  expect((await readdir(dir)).sort()).toEqual(['credentials.json', 'data', 'lock-secret', 'postgres.log']);
  expect((await stat(join(dir, 'lock-secret'))).mode & 0o777).toBe(0o600);
});

it('refuses wrong and missing passwords', async () => {
  for (const url of [server.superUrl, server.ownerUrl, server.serviceUrl]) {
    const wrong = Object.assign(new URL(url), { password: 'wrong' }).href;
    await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    const none = Object.assign(new URL(url), { password: '' }).href;
    await expect(query(none, 'SELECT 1')).rejects.toThrow(/password/);
  }
});

it('refuses a second Kanon on the same folder', async () => {
  await expect(startEmbeddedPostgres({ dir })).rejects.toThrow(
    /^Another Kanon is running on .*: stop it first/,
  );
});

it('writes no value and no statement to the log, whatever fails', async () => {
  await query(server.ownerUrl, 'CREATE TABLE t (n int CHECK (n < 10) UNIQUE, s text)');
  const secret = 'Erika-Mustermann';
  const failing: [string, unknown[]?][] = [
    ['INSERT INTO t VALUES ($1, $2)', [4711, secret]],
    ['INSERT INTO t (n) VALUES ($1)', [secret]],
    [`SELECT '${secret}'::int`],
    [`DO $$ BEGIN RAISE EXCEPTION 'bad %', '${secret}'; END $$`],
    ['SELECT Erika_Mustermann FROM t'],
    [`SELECT '${secret}', pg_terminate_backend(pg_backend_pid())`],
  ];
  for (const [text, values] of failing) await expect(query(server.superUrl, text, values)).rejects.toThrow();
  await query(server.superUrl, `DO $$ BEGIN RAISE WARNING 'mind %', '${secret}'; END $$`);
  const wrong = Object.assign(new URL(server.ownerUrl), { password: secret }).href;
  await expect(query(wrong, 'SELECT 1')).rejects.toThrow();

  const log = await readFile(join(dir, 'postgres.log'), 'utf8');
  expect(log).toContain('database system is ready');
  expect(log).toContain('password authentication failed');
  expect(log).not.toMatch(/Erika|Mustermann|4711|INSERT|STATEMENT|DETAIL/i);
});

it('keeps even the statement of a crashing connection out of the log', async () => {
  const crashing = query(server.superUrl, `SELECT 'Erika-Mustermann', pg_sleep(30)`).catch(() => {});
  let backend: unknown;
  while (!backend)
    backend = (
      await query(server.superUrl, `SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'`)
    )[0]?.['pid'];
  process.kill(backend as number, 'SIGSEGV');
  await crashing;
  let log = '';
  while (!log.includes('was terminated by signal 11'))
    log = await readFile(join(dir, 'postgres.log'), 'utf8');
  expect(log).not.toMatch(/Mustermann|SELECT/);
});
