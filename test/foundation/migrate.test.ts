/** What whoever starts Kanon on an unfit database reads: one sentence that says what to do. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Client } from 'pg';
import type { RunSql } from '../../src/foundation/database/ask.ts';
import { mustNotInherit } from '../../src/foundation/database/logins.ts';
import { migrate, mustBeNewEnough } from '../../src/foundation/database/migrate.ts';
import { asSuperuser, createOwnedDatabase } from '../../src/embedded/postgres.ts';
import { testCluster } from '../setup/database.ts';

const { ownerUrl, serviceUrl, superUrl } = testCluster();
const TOO_OLD = {
  name: 'UnfitDatabase',
  message: 'Kanon needs PostgreSQL 15 or newer; this server is older.',
};
const at = (url: string, changes: Partial<URL>): string => Object.assign(new URL(url), changes).href;
const invented = (what: string): string => `kanon_test_${what}_${randomBytes(6).toString('hex')}`;

test.each([90_624, 140_019, 149_999])('a server that says it is %d is too old, in one sentence', (server) => {
  expect(() => {
    mustBeNewEnough(server);
  }).toThrow(expect.objectContaining(TOO_OLD));
});

test.each([150_000, 150_004, 180_004])('a server that says it is %d is new enough', (server) => {
  expect(() => {
    mustBeNewEnough(server);
  }).not.toThrow();
});

test('the server of these tests tells its number as that rule reads it', async () => {
  const told = await asSuperuser(superUrl, (client) =>
    client.query<{ number: number }>(`SELECT current_setting('server_version_num')::int AS number`),
  );
  expect(Math.floor(told.rows[0]!.number / 10_000)).toBe(Number.parseInt(testCluster().version));
});

describe('before PostgreSQL 16', () => {
  const askOn =
    (client: Client): RunSql =>
    async <Row extends object>(text: string, values?: unknown[]) =>
      (await client.query(text, values)).rows as Row[];

  test('a service login that inherits is refused with the statement that mends it, and the statement mends it', async () => {
    const login = invented('login');
    await asSuperuser(superUrl, async (client) => {
      await client.query(`CREATE ROLE ${login} LOGIN INHERIT`);
      try {
        const mend = `ALTER ROLE ${login} NOINHERIT`;
        await expect(mustNotInherit(askOn(client), login, 150_004)).rejects.toMatchObject({
          name: 'UnfitDatabase',
          message: `The service's login would hold every right at once: run ${mend}, then start again.`,
        });
        // From 16 on the membership says it, whatever the login is.
        await expect(mustNotInherit(askOn(client), login, 160_000)).resolves.toBeUndefined();
        await client.query(mend);
        await expect(mustNotInherit(askOn(client), login, 150_004)).resolves.toBeUndefined();
      } finally {
        await client.query(`DROP ROLE ${login}`);
      }
    });
  });
});

test('a login that may make no tables is told which login may', async () => {
  const name = invented('empty');
  await createOwnedDatabase(superUrl, name);
  try {
    await expect(migrate(at(serviceUrl, { pathname: `/${name}` }))).rejects.toMatchObject({
      name: 'UnfitDatabase',
      message:
        'This login may not make tables: set DATABASE_OWNER_URL to the login that owns the database, or run kanon migrate with it first.',
    });
  } finally {
    await asSuperuser(superUrl, (client) => client.query(`DROP DATABASE ${name}`));
  }
});

describe('a database that does not answer', () => {
  const place = new URL(ownerUrl).host;

  test('is missing', async () => {
    await expect(migrate(at(ownerUrl, { pathname: `/${invented('none')}` }))).rejects.toMatchObject({
      name: 'UnfitDatabase',
      message: `The database does not answer at ${place}: no such database; create it first.`,
    });
  });

  test('refuses the login, and the sentence does not repeat it', async () => {
    await expect(migrate(at(ownerUrl, { password: 'geheim-17' }))).rejects.toMatchObject({
      message: `The database does not answer at ${place}: login refused; check user and password.`,
    });
  });

  test('hangs up without a word', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(migrate(`postgres://someone:geheim-17@127.0.0.1:${port}/kanon`)).rejects.toMatchObject({
      message: `The database does not answer at 127.0.0.1:${port}: it hung up, or gave no answer in time.`,
    });
    server.close();
  });
});
