/** Nothing is read without a line: the log breaks in every way we know, and no route answers with a byte of data. */
import pg from 'pg';
import { AccessLog } from '../../src/access/access-log.ts';
import { Gate } from '../../src/access/gate.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { DATA_SOURCE } from '../../src/foundation/database/within.ts';
import { problems } from '../../src/foundation/problem.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { layCable, type Cable } from '../foundation/cable.ts';
import { furnish, type TestApp } from '../setup/app.ts';
import { until } from '../setup/service.ts';
import { smallDisk } from '../setup/small-disk.ts';
import { ownerOf, startWith, type Owner } from './house.ts';
import { furnishWorld, recordedRoutes, type Asked, type World } from './recorded-routes.ts';

type Answer = Awaited<ReturnType<Asked['send']>>;

/** One for each route, so that all of them meet the lock at once. */
const POOL = 40;
/** Headers of a problem; whatever else comes along could tell something. */
const SILENT = new Set([
  'cache-control',
  'connection',
  'content-language',
  'content-length',
  'content-security-policy',
  'content-type',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'date',
  'keep-alive',
  // How much may still be asked, counted for the account that asks.
  'ratelimit',
  'ratelimit-policy',
  'referrer-policy',
  'request-id',
  'retry-after',
  'vary',
  'x-content-type-options',
  'x-frame-options',
]);
const UNAVAILABLE = JSON.stringify(problems.unavailable().body);
const UNKNOWN = JSON.stringify(problems.outcomeUnknown().body);

/** What an answer gives away although its entry could not be written. */
function faultsOf(answer: Pick<Answer, 'status' | 'text' | 'headers'>, allowed: readonly string[]): string[] {
  const faults: string[] = [];
  if (answer.status !== 503) faults.push(`status ${answer.status}`);
  if (!allowed.includes(answer.text)) faults.push('another body');
  const told = [...answer.headers.keys()].filter((name) => !SILENT.has(name));
  return told.length > 0 ? [...faults, `headers ${told.join()}`] : faults;
}

const disk = await smallDisk();
/** Only a disk of its own can be full without harm to others. */
const onSmallDisk = disk ? test : test.skip;

describe('when the access log cannot be written', () => {
  const { KANON_TEST_CLUSTER: sharedCluster } = process.env;
  let toDisk: Cable | undefined;
  let cable: Cable;
  let kanon: TestApp;
  let owner: Owner;
  let superuser: pg.Client;
  let routes: Asked[];
  /** Used up by the control, untouched until the end, and for what may be stored after all. */
  let first: World;
  let world: World;
  let last: World;
  let spoilt: [World, World];

  beforeAll(async () => {
    if (disk) {
      // The server comes back on another port, so everybody reaches it by a cable.
      toDisk = await layCable(disk.server.superUrl);
      const { port } = new URL(toDisk.url);
      const at = (url: string): string => Object.assign(new URL(url), { port }).href;
      const { ownerUrl, serviceUrl, superUrl } = disk.server.urlsFor('postgres');
      process.env['KANON_TEST_CLUSTER'] = JSON.stringify({
        ownerUrl: at(ownerUrl),
        serviceUrl: at(serviceUrl),
        superUrl: at(superUrl),
      });
    }
    kanon = await startWith([], {
      reroute: async (url) => {
        cable = await layCable(url);
        return cable.url;
      },
      env: { KANON_POOL: String(POOL), KANON_LOG_STATISTICS: 'agreed' },
    });
    await furnish(kanon);
    await connect();
    first = await furnishWorld(owner, 2031, kanon);
    world = await furnishWorld(owner, 2032, kanon);
    last = await furnishWorld(owner, 2033, kanon);
    spoilt = [await furnishWorld(owner, 2034, kanon), await furnishWorld(owner, 2035, kanon)];
    await kanon.app.get(Sequencer).sequence();
    // What runs by itself has tests of its own; here it would only get in the way of a mishap meant for a request.
    await kanon.app.get(Sequencer).onApplicationShutdown();
    await kanon.app.get(Publisher).onApplicationShutdown();
    const [entry] = await owner.rows<{ entry: string }>(
      'SELECT entry FROM log_node WHERE level = 0 AND index = 0',
    );
    routes = await recordedRoutes(kanon, entry!.entry);
  });
  afterAll(async () => {
    await owner.end();
    await superuser.end();
    await kanon.close().finally(() => disk?.close());
    await cable.close();
    await toDisk?.close();
    process.env['KANON_TEST_CLUSTER'] = sharedCluster;
  });

  async function connect(): Promise<void> {
    owner = await ownerOf(kanon);
    superuser = new pg.Client({ connectionString: kanon.database.superUrl });
    superuser.on('error', () => undefined);
    await superuser.connect();
  }

  /** A digest of each table, and how many entries there are; numbering them goes on meanwhile. */
  async function stored(): Promise<Record<string, unknown>> {
    const { rows } = await superuser.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
       AND NOT relispartition AND relname NOT IN ('access_entry', 'log_pending', 'log_node', 'log_tree', 'log_checkpoint')`,
    );
    const found: Record<string, unknown> = {};
    for (const { name } of rows) {
      const digest = `md5(coalesce(string_agg(t::text, ';' ORDER BY t::text), ''))`;
      found[name] = (await superuser.query(`SELECT ${digest} AS digest FROM ${name} t`)).rows[0].digest;
    }
    found['entries'] = (await superuser.query('SELECT count(*) FROM access_entry')).rows[0].count;
    return found;
  }

  /** Asks every route at once; what each of them gives away, by name, and what was stored although it must not. */
  async function asked(
    at = world,
    allowed: readonly string[] = [UNAVAILABLE],
  ): Promise<Record<string, string[]>> {
    const answers = await Promise.all(routes.map((route) => route.send(at)));
    const faults = answers.map((answer, i) => [routes[i]!.name, faultsOf(answer, allowed)] as const);
    return Object.fromEntries(faults.filter(([, found]) => found.length > 0));
  }

  /** Asks every route one after the other; each gets its own mishap first. */
  async function askedOneByOne(
    prepare: () => void,
    at: World,
    judge: (answer: Answer) => string[],
  ): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const route of routes) {
      prepare();
      const faults = judge(await route.send(at));
      if (faults.length > 0) found[route.name] = faults;
    }
    return found;
  }

  /** Routes that do not answer with data. */
  async function silent(at: World, among = routes): Promise<string[]> {
    const wrong: string[] = [];
    for (const route of among) {
      const { status, text } = await route.send(at);
      // What is taken away is told in no more than two signs.
      const least = route.route.method === 'DELETE' ? 2 : 10;
      if (status < 200 || status > 202 || text.length < least) wrong.push(`${route.name}: ${status} ${text}`);
    }
    return wrong;
  }
  const reads = (): Asked[] => routes.filter(({ route }) => route.method === 'GET');

  test('the control: with the log in order each recorded route answers with its data', async () => {
    expect(routes.length).toBeGreaterThan(15);
    expect(await silent(first)).toEqual([]);
  });

  test('its table is locked, and all are told within the time a lock is waited for', async () => {
    const before = await stored();
    await superuser.query('BEGIN; LOCK TABLE access_entry IN EXCLUSIVE MODE');
    const found = await asked();
    await superuser.query('ROLLBACK');
    expect(found).toEqual({});
    expect(await stored()).toEqual(before);
    expect(await silent(world, reads())).toEqual([]);
    // Without a limit for locks it would end by that of a statement, half a minute.
  }, 25_000);

  test.each([
    [
      'a trigger refuses the entry',
      `CREATE FUNCTION no_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
       CREATE TRIGGER no_entry BEFORE INSERT ON access_entry FOR EACH ROW EXECUTE FUNCTION no_entry()`,
      'DROP FUNCTION no_entry CASCADE',
    ],
    [
      'what waits for its number cannot be written',
      'ALTER TABLE log_pending RENAME TO log_pending_gone',
      'ALTER TABLE log_pending_gone RENAME TO log_pending',
    ],
  ])('%s', async (_, breaks, heals) => {
    const before = await stored();
    await owner.rows(breaks);
    const found = await asked();
    await owner.rows(heals);
    expect(found).toEqual({});
    expect(await stored()).toEqual(before);
    expect(await silent(world, reads())).toEqual([]);
  });

  test('the roles may not write it any more', async () => {
    const before = await stored();
    const grants = await owner.rows<{ columns: string; role: string }>(
      `SELECT string_agg(quote_ident(column_name), ', ') AS columns, grantee AS role
       FROM information_schema.column_privileges
       WHERE table_name = 'access_entry' AND privilege_type = 'INSERT' AND grantee <> 'kanon_owner' GROUP BY grantee`,
    );
    const columns = grants.map(({ columns, role }) => [`INSERT (${columns}) ON access_entry`, role]);
    for (const [right, role] of columns) await owner.rows(`REVOKE ${right} FROM ${role}`);
    const found = await asked();
    for (const [right, role] of columns) await owner.rows(`GRANT ${right} TO ${role}`);
    expect(found).toEqual({});
    expect(await stored()).toEqual(before);
    expect(await silent(world, reads())).toEqual([]);
  });

  test('no connection can be had, for every one is taken', async () => {
    const before = await stored();
    const { driver } = kanon.app.get<{
      driver: {
        master: { options: { connectionTimeoutMillis: number } };
        obtainMasterConnection(): Promise<[unknown, () => void]>;
      };
    }>(DATA_SOURCE);
    const taken = await Promise.all(Array.from({ length: POOL }, () => driver.obtainMasterConnection()));
    // How long one waits is no matter here.
    const { options } = driver.master;
    const { connectionTimeoutMillis } = options;
    options.connectionTimeoutMillis = 200;
    const found = await asked();
    options.connectionTimeoutMillis = connectionTimeoutMillis;
    for (const [, release] of taken) release();
    expect(found).toEqual({});
    expect(await stored()).toEqual(before);
    expect(await silent(world, reads())).toEqual([]);
  });

  test('the database cannot be reached', async () => {
    const before = await stored();
    cable.pull();
    const found = await asked();
    cable.plugIn();
    expect(found).toEqual({});
    expect(await stored()).toEqual(before);
    expect(await silent(world, reads())).toEqual([]);
  });

  test('the connection breaks before the entry, and its failure is an entry of its own', async () => {
    const { entries: known, ...before } = await stored();
    const found = await askedOneByOne(
      () => {
        // In the BEGIN of an account's act alone: what runs by itself begins transactions too.
        cable.cutAt('account_stands');
      },
      world,
      (answer) => faultsOf(answer, [UNAVAILABLE]),
    );
    expect(found).toEqual({});
    const { entries, ...after } = await stored();
    expect(after).toEqual(before);
    expect(Number(entries) - Number(known)).toBe(routes.length);
    const ends = await owner.rows<{ decision: string }>(
      'SELECT decision FROM access_entry ORDER BY at DESC LIMIT $1',
      [routes.length],
    );
    expect(new Set(ends.map(({ decision }) => decision))).toEqual(new Set(['failed']));
  });

  const isUnknown = (answer: Answer): string[] => faultsOf(answer, [UNKNOWN]);

  test('COMMIT never arrives: the outcome is called unknown, and nothing is stored or recorded as refused', async () => {
    const before = await stored();
    const broken = cable.broken;
    const found = await askedOneByOne(
      () => {
        cable.breakAtCommit('before', 'entry-append');
      },
      world,
      isUnknown,
    );
    expect([found, cable.broken - broken]).toEqual([{}, routes.length]);
    expect(await stored()).toEqual(before);
  });

  test('COMMIT arrives and its answer does not: the outcome is called unknown, and the entry says allowed', async () => {
    const { entries: known } = await stored();
    const found = await askedOneByOne(
      () => {
        cable.breakAtCommit('after', 'entry-append');
      },
      last,
      isUnknown,
    );
    expect(found).toEqual({});
    const counted = async (): Promise<[number, number]> => {
      const [{ gained, refused }] = (await owner.rows(
        `SELECT count(*)::int - $1::int AS gained,
           (SELECT count(*)::int FROM (SELECT decision FROM access_entry ORDER BY at DESC LIMIT $2) n WHERE decision <> 'allowed') AS refused
         FROM access_entry`,
        [known, routes.length],
      )) as [{ gained: number; refused: number }];
      return [gained, refused];
    };
    // The server ends the last COMMIT when it likes, and nobody waits for its answer.
    await until(async () => (await counted())[0] >= routes.length);
    expect(await counted()).toEqual([routes.length, 0]);
  });

  describe('a sabotaged gate is found by the same questions', () => {
    const log = (): { append?: AccessLog['append'] } => kanon.app.get(AccessLog);
    const gate = (): Gate => kanon.app.get(Gate);
    afterEach(() => {
      delete log().append;
      delete (gate() as { pass?: Gate['pass'] }).pass;
    });

    test('one whose answer does not wait for the entry', async () => {
      log().append = () => undefined;
      const before = await stored();
      const found = await asked(spoilt[0]);
      expect(Object.keys(found)).toEqual(routes.map(({ name }) => name));
      expect(Object.values(found).flat()).toContain('headers etag');
      expect(await stored()).not.toEqual(before);
    });

    test('one that says 503 and has stored what it was asked to', async () => {
      log().append = () => undefined;
      const pass = gate().pass.bind(gate());
      gate().pass = async (access, work) => {
        await pass(access, work);
        throw problems.unavailable();
      };
      const before = await stored();
      expect(await asked(spoilt[1])).toEqual({});
      expect(await stored()).not.toEqual(before);
    });

    test('one that calls a lost COMMIT unavailable, as if nothing could have been stored', async () => {
      const pass = gate().pass.bind(gate());
      gate().pass = (access, work) =>
        pass(access, work).catch(() => {
          throw problems.unavailable();
        });
      const found = await askedOneByOne(
        () => {
          cable.breakAtCommit('before', 'entry-append');
        },
        world,
        isUnknown,
      );
      expect(Object.keys(found)).toEqual(routes.map(({ name }) => name));
    });
  });

  describe('the disk is full', () => {
    onSmallDisk('to the last page of the log', async () => {
      await disk!.fill();
      await fillLog();
      const before = await stored();
      expect(await asked()).toEqual({});
      expect(await stored()).toEqual(before);
      await disk!.clear();
      expect(await silent(world, reads())).toEqual([]);
    });

    onSmallDisk('and the WAL with it, where the server itself ends', async () => {
      const before = await stored();
      await disk!.fill();
      // Up to the end of the last segment that is there; whoever writes the next record needs a new one.
      const filling = async (): Promise<void> => {
        while (await hasSegmentLeft())
          await superuser.query(`SELECT pg_logical_emit_message(false, 'test', ''), pg_switch_wal()`);
      };
      await filling().catch((error: unknown) => {
        expect(String(error)).toMatch(/connection/i);
      });
      expect(await asked(world, [UNAVAILABLE, UNKNOWN])).toEqual({});
      await expect(superuser.query('SELECT 1')).rejects.toThrow(/connection/i);
      await disk!.clear();
      toDisk!.leadTo((await disk!.restart()).superUrl);
      await owner.end();
      await superuser.end();
      await connect();
      expect(await stored()).toEqual(before);
    });
  });

  /** Entries that are rolled back keep their room until a vacuum comes by; so until the table itself cannot grow. */
  async function fillLog(): Promise<void> {
    const { rows } = await superuser.query<{ path: string }>(
      `SELECT pg_relation_filepath('access_entry') AS path`,
    );
    const filler = `INSERT INTO access_entry (tenant, id, at, action, decision, leaf_key, leaf)
      SELECT '05', gen_random_uuid(), now(), 'filler', 'allowed', sha256(''), sha256('')`;
    await superuser.query('SET session_replication_role = replica');
    for (let many = 100_000, full = false; !full; many = 1) {
      const error: unknown = await superuser.query(`${filler} FROM generate_series(1, ${many})`).then(
        () => undefined,
        (cause: unknown) => cause,
      );
      if (error) expect(error).toMatchObject({ code: '53100' });
      full = error instanceof Error && error.message.includes(`"${rows[0]!.path}"`);
    }
    await superuser.query('SET session_replication_role = origin');
  }

  async function hasSegmentLeft(): Promise<boolean> {
    const { rowCount } = await superuser.query(
      `SELECT FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$' AND name >= pg_walfile_name(pg_current_wal_insert_lsn() + 1)`,
    );
    return rowCount !== 0;
  }

  test('healed, each recorded route answers with its data, and finds its place as it was', async () => {
    expect(await silent(world)).toEqual([]);
  });
});
