/** PgBouncer as docs/proxies.md sets it up: by session, by transaction, and what is refused with a way out. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { connectionTo } from '../../src/foundation/database/connection.ts';
import { isCurrent, migrate } from '../../src/foundation/database/migrate.ts';
import { Database } from '../../src/foundation/database/within.ts';
import { openWorld, OPEN, reportNumber, type World } from '../chaos/world.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { answering, freePort, launch, type Service } from '../setup/service.ts';
import { describeWith, type Proxy, put, sample, startProxy } from './sample.ts';

const SCOPE = { role: 'kanon_app', settings: { 'kanon.tenant': '05' } };
const LIMITS = `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
  current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('synchronous_commit') AS durable`;

describeWith('pgbouncer', 'behind PgBouncer', () => {
  let folder: string;
  let database: FreshDatabase;
  const proxies: Proxy[] = [];
  const services: Service[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-pgbouncer-'));
    await chmod(folder, 0o755);
    database = await freshDatabase();
  });
  afterAll(async () => {
    for (const service of services) await service.end();
    for (const proxy of proxies) await proxy.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** An address by way of a PgBouncer of this mode, for the service's login or the owner's. */
  async function through(mode: 'session' | 'transaction' | 'statement') {
    const at = new URL(database.serviceUrl);
    const port = await freePort();
    const users = join(folder, `users-${mode}.txt`);
    const logins = [database.serviceUrl, database.ownerUrl].map((url) => new URL(url));
    await writeFile(users, logins.map((l) => `"${l.username}" "${l.password}"\n`).join(''));
    const configuration = put(await sample('pgbouncer.ini'), {
      'kanon = host=127.0.0.1 port=5432 dbname=kanon': `${at.pathname.slice(1)} = host=127.0.0.1 port=${at.port}`,
      'listen_port = 6432': `listen_port = ${port}`,
      '/etc/pgbouncer/userlist.txt': users,
      'pool_mode = session': `pool_mode = ${mode}`,
    });
    // It refuses to run as root, as PostgreSQL does.
    const alone =
      process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=1000', '--map-group=1000'] : [];
    proxies.push(
      await startProxy(folder, `${mode}.ini`, configuration, port, (path) => {
        const [program, ...args] = [...alone, 'pgbouncer', path];
        return [program, ...args];
      }),
    );
    const by = (url: string): string => Object.assign(new URL(url), { port: String(port) }).href;
    return { serviceUrl: by(database.serviceUrl), ownerUrl: by(database.ownerUrl) };
  }

  async function limitsAt(serviceUrl: string) {
    const source = new DataSource({
      type: 'postgres',
      installExtensions: false,
      ...connectionTo(serviceUrl),
    });
    await source.initialize();
    try {
      const [limits] = await new Database(source).within(SCOPE, (tx) => tx.query({ text: LIMITS }));
      return limits;
    } finally {
      await source.destroy();
    }
  }

  /** A service with reports put and read by several at once: the statuses of all answers. */
  async function statusesOf(env: Record<string, string>): Promise<Set<number>> {
    const settings = {
      KANON_DATA: join(folder, 'kanon'),
      KANON_PUBLIC_URL: 'http://localhost:3000',
      KANON_POOL: '8',
      ...env,
    };
    world ??= await openWorld({ ...settings, DATABASE_URL: database.serviceUrl }, database.ownerUrl);
    const service = await answering(await launch(settings));
    services.push(service);
    const statuses = new Set<number>();
    await Promise.all(
      world.schools.map(async ({ number, reporter }, i) => {
        const at = `${service.url}/v1/schools/${number}/reports/${OPEN}`;
        const authorization = `Bearer ${reporter.token()}`;
        for (let turn = 0; turn < 8; turn += 1) {
          const body = JSON.stringify(reportNumber(100 * i + turn));
          const headers = { authorization, 'content-type': 'application/json' };
          const stored = await fetch(at, { method: 'PUT', headers, body });
          statuses.add(stored.status);
          const read = await fetch(at, { headers: { authorization } });
          statuses.add(read.status);
        }
      }),
    );
    return statuses;
  }
  let world: World | undefined;

  test('by session: every limit holds, as it does without one', async () => {
    const { serviceUrl } = await through('session');
    const limits = { statement: '30s', lock: '5s', idle: '20s', durable: 'on' };
    expect(await limitsAt(database.serviceUrl)).toEqual(limits);
    expect(await limitsAt(serviceUrl)).toEqual(limits);
  });

  test('by session: a service starts and serves', async () => {
    const { serviceUrl } = await through('session');
    expect([...(await statusesOf({ DATABASE_URL: serviceUrl }))].sort()).toEqual([200, 201]);
  });

  test('by transaction: a start is refused with the way out, and with the setting it serves', async () => {
    const { serviceUrl } = await through('transaction');
    const refused = await launch({ DATABASE_URL: serviceUrl });
    expect([await refused.ended, refused.output()]).toEqual([
      1,
      'kanon: The pooler before the database shares connections by transaction: set KANON_POOLER to transaction, or its pool_mode to session.\n',
    ]);
    await refused.end();
    const served = await statusesOf({ DATABASE_URL: serviceUrl, KANON_POOLER: 'transaction' });
    expect([...served].filter((status) => status >= 400)).toEqual([]);
  });

  test('by transaction: the look whether the schema is current leaves no role behind', async () => {
    const { serviceUrl } = await through('transaction');
    expect(await isCurrent(serviceUrl)).toBe(true);
    const source = await new DataSource({
      type: 'postgres',
      installExtensions: false,
      url: serviceUrl,
    }).initialize();
    try {
      for (let turn = 0; turn < 5; turn += 1) {
        expect(await source.query('SELECT current_user AS name')).toEqual([{ name: 'kanon_service' }]);
        await sleep(10);
      }
    } finally {
      await source.destroy();
    }
  });

  test('by transaction: migrations are refused before anything is changed', async () => {
    const { ownerUrl } = await through('transaction');
    await expect(migrate(ownerUrl)).rejects.toThrow(/^Migrations need a session of their own/);
  });

  test('by statement: no start, whatever the setting', async () => {
    const { serviceUrl } = await through('statement');
    for (const pooler of ['session', 'transaction']) {
      const refused = await launch({ DATABASE_URL: serviceUrl, KANON_POOLER: pooler });
      expect(await refused.ended).toBe(1);
      expect(refused.output()).toMatch(
        /shares connections by statement.* set its pool_mode to session or transaction\.\n$/,
      );
      await refused.end();
    }
  });
});
