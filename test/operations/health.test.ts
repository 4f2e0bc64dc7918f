/** Health over HTTP, as a load balancer asks for it: true in every state of the database, and soon. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import pg from 'pg';
import request from 'supertest';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { migrate } from '../../src/foundation/database/migrate.ts';
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { Witnesses } from '../../src/audit/witnesses.ts';
import { Unrecorded } from '../../src/foundation/database/unrecorded.ts';
import { HealthCheck, PATIENCE } from '../../src/operations/health.ts';
import { startWith } from '../access/house.ts';
import { layCable, type Cable } from '../foundation/cable.ts';
import { call, furnish, type Signed, signedIn, type TestApp } from '../setup/app.ts';
import { binDir } from '../setup/other-kanon.ts';
import { smallDisk } from '../setup/small-disk.ts';

/** Seconds that an answer may take on a machine that is busy; health itself gives up after two. */
const SOON = 10_000;

const disk = await smallDisk();
/** Only a disk of its own can be full without harm to others. */
const onSmallDisk = disk ? test : test.skip;

describe('health', () => {
  const { KANON_TEST_CLUSTER: sharedCluster } = process.env;
  let end: (() => Promise<void>) | undefined;
  let kanon: TestApp;
  let cable: Cable;
  let superuser: pg.Client;
  let admin: Signed;

  beforeAll(async () => {
    const server = disk?.server ?? (await ownServer());
    const { ownerUrl, serviceUrl, superUrl } = server.urlsFor('postgres');
    process.env['KANON_TEST_CLUSTER'] = JSON.stringify({ ownerUrl, serviceUrl, superUrl });
    kanon = await startWith([], {
      reroute: async (url) => {
        cable = await layCable(url);
        return cable.url;
      },
    });
    await furnish(kanon);
    admin = await signedIn(kanon, 'admin');
    superuser = new pg.Client({ connectionString: kanon.database.superUrl });
    superuser.on('error', () => undefined);
    await superuser.connect();
    await superuser.query('SET synchronous_commit = local');
  });
  afterAll(async () => {
    await superuser.end();
    await kanon.close();
    await cable.close();
    await (end ? end() : disk?.close());
    process.env['KANON_TEST_CLUSTER'] = sharedCluster;
  });

  async function ownServer() {
    const dir = await mkdtemp(`${tmpdir()}/kanon-test-health-`);
    const server = await startEmbeddedPostgres({
      dir,
      fsync: false,
      settings: { synchronous_commit: 'on' },
      ...(binDir ? { binDir } : {}),
    });
    end = async () => {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    };
    await server.createDatabase('kanon_template');
    await migrate(server.urlsFor('kanon_template').ownerUrl);
    return server;
  }

  interface Ready {
    status: number;
    is: string;
    retryAfter: string | null;
    log?: string;
  }
  async function ready(): Promise<Ready> {
    const answer = await fetch(`${kanon.url}/health/ready`, { signal: AbortSignal.timeout(SOON) });
    const body = (await answer.json()) as { status: unknown; type?: string; log?: string };
    return {
      status: answer.status,
      is: body.type?.replace('urn:kanon:problem:', '') ?? String(body.status),
      retryAfter: answer.headers.get('retry-after'),
      ...(body.log ? { log: body.log } : {}),
    };
  }
  /** Asks until it is so; the test's own limit ends it otherwise. */
  async function until(wanted: Partial<Ready>): Promise<void> {
    for (;;) {
      const found = await ready();
      if (Object.entries(wanted).every(([name, value]) => found[name as keyof Ready] === value)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const WELL = { status: 200, is: 'ok', log: 'signing' };
  const NOT_WRITING = { status: 503, is: 'not-writing', retryAfter: '5' };
  const NOT_READING = { status: 503, is: 'not-reading', retryAfter: '5' };
  const access = () => call(kanon, 'GET', '/v1/access-log/entries', { token: admin.token });

  test.each([
    ['/health/live', { status: 'ok' }],
    ['/health/ready', { status: 'ok', log: 'signing' }],
  ])('%s answers without a token, and leaves no entry', async (path, body) => {
    await until(WELL);
    const entries = async () => (await superuser.query('SELECT count(*) FROM access_entry')).rows[0].count;
    const before = await entries();
    await request(kanon.url).get(path).expect(200, body).expect('cache-control', 'no-store');
    expect(await entries()).toBe(before);
  });

  test('shows nothing but that', async () => {
    await request(kanon.url)
      .get('/health')
      .expect(404)
      .expect('content-type', /problem\+json/);
  });

  test('whoever asks waits two seconds at the most, as docs and containers rely on: the timer is looked at, no clock', async () => {
    expect(PATIENCE).toBe(2_000);
    const { app, settings } = kanon;
    const fresh = new HealthCheck(app.get(Unrecorded), app.get(Sequencer), app.get(Witnesses), settings);
    const waits: (number | undefined)[] = [];
    const real = globalThis.setTimeout;
    globalThis.setTimeout = Object.assign(
      (work: () => void, milliseconds?: number) => {
        waits.push(milliseconds);
        return real(work, milliseconds);
      },
      { __promisify__: real.__promisify__ },
    ) as typeof setTimeout;
    try {
      const seen = fresh.look();
      // The first timer is that of whoever asked; what the database is asked comes after it.
      expect(waits.map((milliseconds = 0) => Math.round(milliseconds))).toContain(PATIENCE);
      await seen;
    } finally {
      globalThis.setTimeout = real;
    }
  });

  test('a hundred who ask at once share one look', async () => {
    await until(WELL);
    const commits = async () =>
      Number(
        (await superuser.query(`SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_logical_emit%'`))
          .rows[0].count,
      );
    const answers = Promise.all(Array.from({ length: 100 }, () => ready()));
    // Itself and one more at the most.
    expect(await commits()).toBeLessThanOrEqual(2);
    expect((await answers).every(({ status }) => status === 200)).toBe(true);
  });

  test('a server that takes no writes: it reads, and is not ready; requests are 503 as well', async () => {
    const name = new URL(kanon.database.superUrl).pathname.slice(1);
    const readOnly = async (on: boolean): Promise<void> => {
      await superuser.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${on}`);
      await superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'kanon_service'`,
        [name],
      );
    };
    await readOnly(true);
    await until(NOT_WRITING);
    expect((await access()).status).toBe(503);
    await readOnly(false);
    await until(WELL);
  });

  test('a locked log', async () => {
    await superuser.query('BEGIN');
    await superuser.query('LOCK TABLE access_entry');
    await until(NOT_WRITING);
    await superuser.query('ROLLBACK');
    await until(WELL);
  });

  test('a synchronous standby that is gone: COMMIT waits, and one look waits with it, not one for each who asks', async () => {
    const wait = async (on: boolean): Promise<void> => {
      await superuser.query(`ALTER SYSTEM SET synchronous_standby_names = '${on ? 'gone' : ''}'`);
      await superuser.query('SELECT pg_reload_conf()');
    };
    await wait(true);
    await until(NOT_WRITING);
    for (let time = 0; time < 20; time += 1) expect(await ready()).toMatchObject(NOT_WRITING);
    const { rows } =
      await superuser.query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'SyncRep'
      AND query <> '' AND pid <> pg_backend_pid() AND application_name = 'kanon'`);
    // The look, and the sequencer at the most.
    expect(rows[0].n).toBeLessThanOrEqual(2);
    await wait(false);
    await until(WELL);
  });

  test('a network that swallows all, and one that is cut', async () => {
    cable.silence(true);
    await until(NOT_READING);
    cable.silence(false);
    await until(WELL);
    cable.pull();
    await until(NOT_READING);
    cable.plugIn();
    await until(WELL);
  });

  onSmallDisk('a full disk', async () => {
    await disk!.fill();
    await until(NOT_WRITING);
    await disk!.clear();
    await until(WELL);
  });

  test('a folder of checkpoints that takes no file: ready, and the log is late; with room again it signs', async () => {
    const { checkpoints } = kanon.settings;
    await access();
    await until(WELL);
    await rm(checkpoints, { recursive: true, force: true });
    // No rights bind root, but nobody can put a file into a file.
    await writeFile(checkpoints, '');
    await access();
    await until({ status: 200, log: 'late' });
    expect(await kanon.app.get(Sequencer).status()).toMatchObject({ state: 'late', folderFault: 'EEXIST' });
    await rm(checkpoints);
    // What was exported before is gone with it, and that must not pass in silence.
    await mkdir(checkpoints);
    await chmod(checkpoints, 0o700);
    await access();
    await until({ status: 200, log: 'refuses' });
  });

  test('told to stop: not ready at once, and it still serves', async () => {
    kanon.app.get(HealthCheck).stop();
    expect(await ready()).toEqual({ status: 503, is: 'stopping', retryAfter: '5' });
    await request(kanon.url).get('/health/live').expect(200);
    expect((await access()).status).toBeLessThan(500);
  });
});
