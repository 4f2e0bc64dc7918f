/** One transaction, whatever happens to it: nothing of it is left for the next who borrows the connection. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import {
  ConnectionLost,
  NoConnection,
  NotCommitted,
  TxEnded,
  UnknownOutcome,
} from '../../src/foundation/database/failure.ts';
import { TOGETHER } from '../../src/foundation/database/corked-socket.ts';
import type { Scope, Tx } from '../../src/foundation/database/tx.ts';
import { Database } from '../../src/foundation/database/within.ts';
import { settle } from '../access/two-laender.ts';
import { freshDatabase, testCluster, type FreshDatabase } from '../setup/database.ts';
import { layCable, type Cable } from './cable.ts';

const DISTRICT: Scope = {
  role: 'kanon_app',
  settings: { 'kanon.tenant': '05', 'kanon.role': 'district', 'kanon.region': '051' },
};
const ADMIN: Scope = { role: 'kanon_app', settings: { 'kanon.tenant': '05', 'kanon.role': 'admin' } };
const ROWS = `SELECT region FROM public.release_row ORDER BY 1`;

interface Borrow {
  obtainMasterConnection(): Promise<[pg.PoolClient, (destroy?: boolean) => void]>;
}

describe('within', () => {
  let database: FreshDatabase;
  let owner: pg.Client;
  const opened: DataSource[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await settle(owner);
  });
  afterAll(async () => {
    for (const source of opened) await source.destroy();
    await owner.end();
    await database.drop();
  });

  /** A pool of one connection, so that the next borrower gets the very same one if it is still there. */
  async function poolOfOne(url = database.serviceUrl, extra: object = {}): Promise<DataSource> {
    const source = new DataSource({
      type: 'postgres',
      url,
      poolSize: 1,
      installExtensions: false,
      extra: { ...TOGETHER, ...extra },
    });
    opened.push(source);
    return source.initialize();
  }
  const borrow = (source: DataSource) => (source.driver as unknown as Borrow).obtainMasterConnection();

  /** What a borrower finds who asks for nothing: who it is, whether a transaction is open, whose rows it sees. */
  async function whatTheNextFinds(source: DataSource) {
    const [client, release] = await borrow(source);
    try {
      const { rows } = await client.query<{ login: string; region: string; open: boolean }>(
        `SELECT current_user AS login, coalesce(current_setting('kanon.region', true), '') AS region,
           now() <> statement_timestamp() AS open`,
      );
      const seen = await client.query<{ region: string }>(ROWS).then(
        (result) => result.rows.map((row) => row.region),
        () => 'refused',
      );
      return { ...rows[0], seen };
    } finally {
      release(true);
    }
  }
  const NOTHING = { login: 'kanon_service', region: '', open: false, seen: 'refused' };
  const schoolsNamed = async (name: string): Promise<number> =>
    (await owner.query('SELECT FROM school WHERE name = $1', [name])).rowCount ?? 0;
  const rename = (tx: Tx, name: string) =>
    tx.query({ text: `UPDATE school SET name = $1 WHERE number = '990001'`, values: [name] });

  describe('when the rollback fails as well, because the client no longer waits', () => {
    // Where statements travel together, pg itself ends a connection that it no longer waits for.
    const IMPATIENT = { query_timeout: 150 };
    const IMPATIENT_ALONE = { ...IMPATIENT, pipeline: false };
    const dawdle = 'SELECT pg_sleep(0.7)';

    test.each([
      ['together', IMPATIENT],
      ['one by one', IMPATIENT_ALONE],
    ])('the next borrower finds nothing of it, statements sent %s', async (_, extra) => {
      const source = await poolOfOne(database.serviceUrl, extra);
      const work = new Database(source).within(DISTRICT, (tx) => tx.query({ text: dawdle }));
      await expect(work).rejects.toMatchObject({
        name: 'ConnectionLost',
        cause: { message: 'Query read timeout' },
      });
      await sleep(800);
      expect(await whatTheNextFinds(source)).toEqual(NOTHING);
    });

    test('a wrapper that gives the connection back instead hands over the rows of the district: the check above sees it', async () => {
      const source = await poolOfOne(database.serviceUrl, IMPATIENT_ALONE);
      const naive = async (): Promise<void> => {
        const [client, release] = await borrow(source);
        try {
          await client.query(
            `BEGIN; SELECT set_config('role', 'kanon_app', true), set_config('kanon.tenant', '05', true),
               set_config('kanon.role', 'district', true), set_config('kanon.region', '051', true)`,
          );
          await client.query(dawdle);
          await client.query('COMMIT');
        } catch (error) {
          await client.query('ROLLBACK').catch(() => undefined);
          throw error;
        } finally {
          release();
        }
      };
      await expect(naive()).rejects.toThrow('Query read timeout');
      await sleep(800);
      expect(await whatTheNextFinds(source)).toEqual({
        login: 'kanon_app',
        region: '051',
        open: true,
        seen: ['05', '051', '051', '05111', '05112'],
      });
    });
  });

  test('commits what the work did, and leaves nothing of its scope', async () => {
    const source = await poolOfOne();
    const one = await new Database(source).within(ADMIN, async (tx) => {
      await rename(tx, 'committed');
      return 1;
    });
    expect([one, await schoolsNamed('committed')]).toEqual([1, 1]);
    expect(await whatTheNextFinds(source)).toEqual(NOTHING);
  });

  test('rolls back what the work did before it threw, and the same connection serves on', async () => {
    const source = await poolOfOne();
    const within = new Database(source);
    const pid = () =>
      within.within(ADMIN, (tx) => tx.query<{ pid: number }>({ text: 'SELECT pg_backend_pid() AS pid' }));
    const before = await pid();
    const work = within.within(ADMIN, async (tx) => {
      await rename(tx, 'thrown away');
      throw new RangeError('no');
    });
    await expect(work).rejects.toThrow(RangeError);
    expect(await schoolsNamed('thrown away')).toBe(0);
    expect(await pid()).toEqual(before);
    expect(await whatTheNextFinds(source)).toEqual(NOTHING);
  });

  test('says NotCommitted where the work swallowed an error and the server rolled back', async () => {
    const source = await poolOfOne();
    const work = new Database(source).within(ADMIN, async (tx) => {
      await rename(tx, 'swallowed');
      await tx.query({ text: 'SELECT 1/0' }).catch(() => undefined);
    });
    await expect(work).rejects.toThrow(NotCommitted);
    expect(await schoolsNamed('swallowed')).toBe(0);
    expect(await whatTheNextFinds(source)).toEqual(NOTHING);
  });

  test('a key that outlives its work opens nothing, neither during COMMIT nor after', async () => {
    const source = await poolOfOne();
    const within = new Database(source);
    let kept: Tx | undefined;
    let stray: Promise<unknown> | undefined;
    await within.within(ADMIN, async (tx) => {
      await tx.query({ text: 'SELECT 1' });
      kept = tx;
      setImmediate(() => {
        stray = rename(tx, 'during commit').catch((error: unknown) => error);
      });
    });
    expect(await stray).toBeInstanceOf(TxEnded);
    await expect(kept!.query({ text: 'SELECT 1' })).rejects.toThrow(TxEnded);
    await within
      .within(ADMIN, async (tx) => {
        kept = tx;
        throw new Error('ends badly');
      })
      .catch(() => undefined);
    await expect(kept!.query({ text: 'SELECT 1' })).rejects.toThrow(TxEnded);
  });

  test('the login itself has no right: a scope with a role it was not given fails', async () => {
    const source = await poolOfOne();
    for (const role of ['kanon_owner', 'postgres', 'none', ''])
      await expect(
        new Database(source).within({ role, settings: {} }, (tx) => tx.query({ text: ROWS })),
      ).rejects.toThrow();
    expect(await whatTheNextFinds(source)).toEqual(NOTHING);
  });

  test('a statement that travels with a BEGIN that fails does nothing, even by a login that may do all', async () => {
    const within = new Database(await poolOfOne(database.superUrl));
    const work = within.within({ role: 'no_such_role', settings: {} }, (tx) => rename(tx, 'no scope'));
    await expect(work).rejects.toThrow('no_such_role');
    expect(await schoolsNamed('no scope')).toBe(0);
    await within.within(ADMIN, (tx) => rename(tx, 'in scope'));
    expect(await schoolsNamed('in scope')).toBe(1);
  });

  test('a statement left for the end is stored with the rest, and if it fails nothing is', async () => {
    const source = await poolOfOne();
    const within = new Database(source);
    const last = (name: string, of = 1) => ({
      text: `UPDATE school SET name = $1 || 1 / $2::int WHERE number = '990001'`,
      values: [name, of],
    });
    await within.within(ADMIN, (tx) => {
      tx.atEnd(last('at the end '));
    });
    expect(await schoolsNamed('at the end 1')).toBe(1);
    const work = within.within(ADMIN, async (tx) => {
      await rename(tx, 'before it');
      tx.atEnd(last('fails', 0));
    });
    await expect(work).rejects.toMatchObject({
      name: 'NotCommitted',
      cause: { message: 'division by zero' },
    });
    expect(await schoolsNamed('before it')).toBe(0);
    expect(await whatTheNextFinds(source)).toEqual(NOTHING);
  });

  test('a setting is a text, whatever it holds', async () => {
    const source = await poolOfOne();
    const hostile = `051', true); DROP TABLE release_row; SELECT set_config('kanon.region', '05`;
    const rows = await new Database(source).within(
      { ...DISTRICT, settings: { ...DISTRICT.settings, 'kanon.region': hostile } },
      (tx) =>
        tx.query({
          text: `SELECT current_setting('kanon.region') AS region, (SELECT count(*)::int FROM release_row) AS n`,
        }),
    );
    expect(rows).toEqual([{ region: hostile, n: 1 }]); // the state row only
  });

  test('a connection that the server ends in the middle fails the work and no more', async () => {
    const source = await poolOfOne();
    const within = new Database(source);
    const work = within.within(ADMIN, async (tx) => {
      const [me] = await tx.query<{ pid: number }>({ text: 'SELECT pg_backend_pid() AS pid' });
      await rename(tx, 'cut off');
      const admin = new pg.Client({ connectionString: testCluster().superUrl });
      await admin.connect();
      await admin.query('SELECT pg_terminate_backend($1)', [me?.pid]);
      await admin.end();
      await sleep(50);
      await tx.query({ text: 'SELECT 1' });
    });
    await expect(work).rejects.toThrow(ConnectionLost);
    expect(await schoolsNamed('cut off')).toBe(0);
    expect(await whatTheNextFinds(source)).toEqual(NOTHING);
  });

  describe('by a cable that breaks', () => {
    let cable: Cable;
    beforeAll(async () => {
      cable = await layCable(database.serviceUrl);
    });
    afterAll(() => cable.close());

    test.each([
      ['before', 0],
      ['after', 1],
    ] as const)(
      '%s COMMIT arrived it says UnknownOutcome, and %d row tells who asks later',
      async (mishap, rows) => {
        const source = await poolOfOne(cable.url);
        cable.breakAtCommit(mishap, mishap);
        const work = new Database(source).within(ADMIN, (tx) => rename(tx, mishap));
        await expect(work).rejects.toThrow(UnknownOutcome);
        await sleep(50);
        expect(await schoolsNamed(mishap)).toBe(rows);
        expect(await whatTheNextFinds(source)).toEqual(NOTHING);
      },
    );

    test('says NoConnection where there is none to be had, and works again when there is', async () => {
      const source = await poolOfOne(cable.url);
      const within = new Database(source);
      cable.pull();
      await sleep(50);
      await expect(within.within(ADMIN, (tx) => rename(tx, 'unreachable'))).rejects.toThrow(NoConnection);
      cable.plugIn();
      await within.within(ADMIN, (tx) => rename(tx, 'reachable'));
      expect(await schoolsNamed('reachable')).toBe(1);
    });
  });
});
