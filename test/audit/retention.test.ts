/** Entries go when their time is over, unless held; their leaves stay, and what is proven stays proven. */
import { Retention } from '../../src/audit/retention.ts';
import { RetentionStore } from '../../src/audit/retention.store.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { standFirst } from './old-entries.ts';

describe('retention', () => {
  let kanon: TestApp;
  let owner: Owner;
  let officer: Signed;
  let auditor: Signed;
  beforeAll(async () => {
    kanon = await startApp({ KANON_LOG_MONTHS: '12' });
    owner = await ownerOf(kanon);
    officer = await signedIn(kanon, 'protection-officer');
    auditor = await signedIn(kanon, 'auditor');
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const old = async (at: string): Promise<string> => {
    const [row] = await owner.rows<{ id: string }>(
      `INSERT INTO access_entry (tenant, id, at, office, action, decision, leaf_key, leaf)
       VALUES ('05', gen_random_uuid(), $1, 'Altes Amt', 'account.read', 'allowed', $2, $2) RETURNING id`,
      [at, Buffer.alloc(32, 9)],
    );
    return row!.id;
  };
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  const kept = async (...ids: string[]): Promise<boolean[]> => {
    const rows = await owner.rows<{ id: string }>('SELECT id FROM access_entry');
    return ids.map((id) => rows.some((row) => row.id === id));
  };
  const number = () => kanon.app.get(Sequencer).sequence();
  /** Gives them numbers, and the places in the tree that they would have had at their time. */
  const place = async (): Promise<void> => {
    await number();
    await standFirst(owner);
  };
  const hold = async (first: string, before: string): Promise<void> => {
    const body = JSON.stringify({ first, before, keepUntil: daysAgo(-30) });
    const { status } = await call(kanon, 'POST', '/v1/access-log/holds', { token: officer.token, body });
    expect(status).toBe(201);
  };
  const erase = () => kanon.app.get(Retention).erase();

  test('erases what is older than the setting and numbered, and writes that down', async () => {
    const [older, younger] = [await old(daysAgo(370)), await old(daysAgo(350))];
    await place();
    expect(await erase()).toBe(1);
    expect(await kept(older, younger)).toEqual([false, true]);
    const written = await owner.rows(`SELECT system, decision FROM access_entry WHERE action = 'log.erase'`);
    expect(written).toEqual([{ system: 'retention', decision: 'allowed' }]);
    const { status, body } = await call(kanon, 'GET', `/v1/access-log/entries/${older}`, {
      token: auditor.token,
    });
    expect([status, body.entry, body.key]).toEqual([200, null, null]);
    expect(body.proof).toMatch(/^c2sp.org\/tlog-proof@v1\n/);
    expect(await erase()).toBe(0);
  });

  test('keeps what is held, and nothing beside it', async () => {
    const [before, held, after] = [
      await old('2021-12-31T23:59:59Z'),
      await old('2022-01-01T00:00:00Z'),
      await old('2022-02-01T00:00:00Z'),
    ];
    await place();
    await hold('2022-01-01T00:00:00Z', '2022-02-01T00:00:00Z');
    await erase();
    expect(await kept(before, held, after)).toEqual([false, true, false]);
  });

  test('keeps what comes to be held after it was found due', async () => {
    const [first, held] = [await old('2021-03-01T00:00:00Z'), await old('2021-04-01T00:00:00Z')];
    await place();
    const store = kanon.app.get(RetentionStore);
    const eraseAtLast = store.erase.bind(store);
    store.erase = async (...due) => {
      await hold('2021-04-01T00:00:00Z', '2021-05-01T00:00:00Z');
      return eraseAtLast(...due);
    };
    try {
      await erase();
    } finally {
      store.erase = eraseAtLast;
    }
    expect(await kept(first, held)).toEqual([false, true]);
  });

  test('an entry that a wrong clock dated back stays until those before it in the tree are due', async () => {
    const datedBack = await old(daysAgo(400));
    await number();
    expect([await erase(), await kept(datedBack)]).toEqual([0, [true]]);
    await standFirst(owner);
    expect([await erase(), await kept(datedBack)]).toEqual([1, [false]]);
  });

  test('the database itself keeps the last month, and lets nobody else erase', async () => {
    const young = await old(daysAgo(20));
    await number();
    const rows = await owner.rows<{ count: number }>(`SELECT count(*)::int FROM access_entry`);
    await expect(owner.rows(`DELETE FROM access_entry WHERE id = $1`, [young])).rejects.toMatchObject({
      code: '42501',
    });
    expect(await owner.rows(`SELECT count(*)::int FROM access_entry`)).toEqual(rows);
  });

  describe('by a clock of the database that leapt', () => {
    /** Signed on these days, oldest first, whatever was signed before. */
    const signedOn = async (...daysAgo: number[]): Promise<void> => {
      await owner.rows(`ALTER TABLE log_checkpoint DISABLE TRIGGER append_only`);
      await owner.rows(
        `WITH newest AS (SELECT tree, size, row_number() OVER (ORDER BY size DESC) AS place FROM log_checkpoint)
         UPDATE log_checkpoint c SET signed_at = now() - make_interval(secs => 86400 * coalesce(($1::float8[])[place], $2))
         FROM newest n WHERE n.tree = c.tree AND n.size = c.size`,
        [[...daysAgo].reverse(), Math.max(...daysAgo) + 1],
      );
      await owner.rows(`ALTER TABLE log_checkpoint ENABLE TRIGGER append_only`);
    };
    const checkpoints = async (count: number): Promise<void> => {
      for (let made = 0; made < count; made++) {
        await signedIn(kanon, 'auditor');
        await number();
      }
    };
    let due: string;
    beforeAll(async () => {
      await checkpoints(10);
    });
    beforeEach(async () => {
      due = await old(daysAgo(500));
      await place();
    });

    test.each([
      ['ahead, and nothing was signed since', [420, 410, 401, 400]],
      ['ahead, and the log went on by it for two days', [403, 402, 2, 1, 0]],
      ['back, and the log went on by it', [6, 5, -30, 0.1, 0]],
      ['into the past, before what is signed already', [2, 1, -1]],
    ])('%s, nothing goes, and it is told', async (_, days) => {
      await signedOn(...days);
      const retention = kanon.app.get(Retention);
      expect([await retention.erase(), retention.waits, await kept(due)]).toEqual([0, 'clock-leapt', [true]]);
      const [told] = await owner.rows(
        `SELECT decision, rules, object FROM access_entry WHERE action = 'log.erase' ORDER BY at DESC LIMIT 1`,
      );
      expect(told).toMatchObject({ decision: 'refused', rules: ['conflict'] });
      expect(JSON.stringify(told)).toContain('clock-leapt');
    });

    test('a week ago, what is due goes, and what had waited too', async () => {
      await signedOn(412, 7.2, 5, 3.5, 2, 0);
      const retention = kanon.app.get(Retention);
      expect([await retention.erase(), retention.waits, await kept(due)]).toEqual([5, undefined, [false]]);
    });
  });
});
