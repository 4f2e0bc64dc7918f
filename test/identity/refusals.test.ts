/** Whether somebody has an account: nothing that a refused sign-in leaves behind tells it, and no spray fills the log. */
import { Registry } from 'prom-client';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { Refusals } from '../../src/identity/refusals.ts';
import { measureSignIns } from '../../src/operations/sign-in-figures.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { pause } from '../setup/service.ts';

describe('a refused sign-in', () => {
  let kanon: TestApp;
  let owner: Owner;
  const PASSWORD = 'a-good-long-passphrase';
  const TRIES = 9;
  const known = (i: number): string => `known-${i}`;

  beforeAll(async () => {
    kanon = await startApp({ KANON_TRUSTED_PROXIES: '127.0.0.1' });
    owner = await ownerOf(kanon);
    // What runs by itself writes too; here every byte is to be that of a sign-in.
    await kanon.app.get(Sequencer).onApplicationShutdown();
    await kanon.app.get(Publisher).onApplicationShutdown();
    await kanon.app.get(Accounts).create(
      kanon.admin,
      Array.from({ length: TRIES + 2 }, (_, i) => ({
        name: known(i),
        role: 'auditor' as const,
        office: 'Erfundenes Amt',
        password: PASSWORD,
      })),
    );
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  let sources = 0;
  /** Each from a source of its own: else the counter of one source grows from one to the next. */
  const signIn = (account: string, password = 'wrong', source = `198.51.100.${(sources += 1)}`) =>
    call(kanon, 'POST', '/v1/sessions', {
      body: JSON.stringify({ account, password }),
      headers: { 'x-forwarded-for': source },
    });

  interface Left {
    readonly entries: number;
    /** Of the entry's row, without what is as long in every one. */
    readonly bytes: number[];
    readonly wal: number;
    readonly waiting: number;
  }

  /** What a sign-in leaves in the database. */
  async function leftBy(name: string): Promise<{ answer: string; left: Left }> {
    const look = async () => {
      const [row] = await owner.rows<{ lsn: string; waiting: number }>(
        `SELECT pg_current_wal_insert_lsn() - '0/0' AS lsn, (SELECT count(*)::int FROM log_pending) AS waiting`,
      );
      const rows = await owner.rows<{ id: string; bytes: number }>(
        `SELECT id, pg_column_size(e.*) AS bytes FROM access_entry e`,
      );
      return { lsn: Number(row!.lsn), waiting: row!.waiting, rows };
    };
    const before = await look();
    const { status, text, headers } = await signIn(name);
    const after = await look();
    const ids = new Set(before.rows.map(({ id }) => id));
    const fresh = after.rows.filter(({ id }) => !ids.has(id));
    return {
      answer: JSON.stringify([status, text, [...headers.keys()].sort()]),
      left: {
        entries: fresh.length,
        bytes: fresh.map(({ bytes }) => bytes),
        wal: after.lsn - before.lsn,
        waiting: after.waiting - before.waiting,
      },
    };
  }

  test('leaves the same whether the account exists: answer, entry, bytes of its row, and bytes of the journal', async () => {
    type Seen = Record<'existing' | 'missing', Awaited<ReturnType<typeof leftBy>>[]>;
    // The least of each: a page of an index may split, or be written whole, under either of them.
    const least = (of: Seen, kind: keyof Seen) => Math.min(...of[kind].map(({ left }) => left.wal));
    const look = async (): Promise<Seen> => {
      const found: Seen = { existing: [], missing: [] };
      for (let i = 0; i < TRIES; i += 1) {
        found.existing.push(await leftBy(known(i)));
        found.missing.push(await leftBy(`never-${i}`));
      }
      return found;
    };
    let seen = await look();
    // The journal is of the whole server: where others wrote all the time, the next minute has entries for these names again.
    for (let again = 0; again < 3 && least(seen, 'missing') !== least(seen, 'existing'); again += 1) {
      await pause(60_000 - (Date.now() % 60_000) + 100);
      seen = await look();
    }
    const all = [...seen.existing, ...seen.missing];
    expect(new Set(all.map(({ answer }) => answer)).size).toBe(1);
    expect(all[0]!.answer).toMatch(/^\[401,/);
    expect(all.map(({ left }) => left.entries)).toEqual(all.map(() => 1));
    expect(all.map(({ left }) => left.waiting)).toEqual(all.map(() => 1));
    expect(new Set(all.flatMap(({ left }) => left.bytes)).size).toBe(1);
    expect(least(seen, 'missing')).toBe(least(seen, 'existing'));
    expect(least(seen, 'missing')).toBeGreaterThan(0);

    // Merged ones leave nothing, either of them. A minute may begin between two tries; then the second one has an entry.
    for (const name of [known(0), 'never-0']) {
      let traces: string[] = [];
      for (let at = 0; at < 3 && traces.length !== 1; at += 1) {
        traces = [await rowsAsTheyLie()];
        const { left } = await leftBy(name);
        expect([name, left.entries <= 1]).toEqual([name, true]);
        const after = await rowsAsTheyLie();
        if (after !== traces[0]) traces.push(after);
      }
      expect([name, traces.length]).toEqual([name, 1]);
    }
  }, 300_000);

  /**
   * Every row of this database with its place and who wrote or locked it: the journal is of the whole server, where others
   * write. But for the counters of tries, which count each name alike.
   */
  async function rowsAsTheyLie(): Promise<string> {
    const tables = await owner.rows<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND relname <> 'sign_in_try' ORDER BY 1`,
    );
    const [row] = await owner.rows<{ rows: string }>(
      `SELECT string_agg(concat_ws(' ', t, c, i, a), ',' ORDER BY t, c) AS rows FROM (${tables
        .map(
          ({ name }) =>
            `SELECT '${name}' AS t, ctid::text AS c, xmin::text AS i, xmax::text AS a FROM ${name}`,
        )
        .join(' UNION ALL ')}) AS r`,
    );
    return row!.rows;
  }

  test('control: an entry with the account in it is told by its bytes', async () => {
    const sizes = await owner.rows<{ bytes: number }>(
      `SELECT pg_column_size(row(e.subject)) AS bytes FROM access_entry e
       WHERE action = 'session.create' UNION SELECT pg_column_size(row(NULL::uuid))`,
    );
    expect(sizes).toHaveLength(2);
  });

  test('names its account for the auditor, who finds it where the account is asked for', async () => {
    const [account] = await owner.rows<{ id: string }>(`SELECT id FROM account WHERE name = $1`, [known(1)]);
    const { token } = await signedIn(kanon, 'auditor');
    const read = await call(kanon, 'GET', `/v1/access-log/entries?account=${account!.id}&case=COMPLAINT`, {
      token,
    });
    // What disturbed a comparison above was asked again, so there may be several.
    const entries = read.body.entries as object[];
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries)
      expect(entry).toMatchObject({
        action: 'session.create',
        decision: 'refused',
        account: null,
        role: null,
        office: null,
        subject: account!.id,
        object: 'account=some',
      });
    const strangers = await owner.rows<{ object: string }>(
      `SELECT object FROM access_entry WHERE action = 'session.create' AND subject NOT IN (SELECT id FROM account)`,
    );
    expect(new Set(strangers.map(({ object }) => object))).toEqual(new Set(['account=none']));
  });

  test('of many names is counted in a figure without a name, and the log grows by no more than twenty a minute', async () => {
    const registry = new Registry();
    measureSignIns(registry, kanon.app);
    const figures = async (): Promise<(outcome: string) => number> => {
      const text = await registry.metrics();
      expect(text).not.toMatch(/known|never|spray/);
      return (outcome) =>
        Number(new RegExp(String.raw`kanon_sign_ins_total\{outcome="${outcome}"\} (\d+)`).exec(text)?.[1]);
    };
    const count = async () =>
      (await owner.rows(`SELECT FROM access_entry WHERE action = 'session.create'`)).length;
    const [entries, before] = [await count(), await figures()];
    const first = Math.floor(Date.now() / 60_000);
    for (let i = 0; i < 40; i += 1) expect((await signIn(`spray-${i}`)).status).toBe(401);
    const minutes = Math.floor(Date.now() / 60_000) - first + 1;
    const grown = (await count()) - entries;
    expect(grown).toBeLessThanOrEqual(20 * minutes);
    const after = await figures();
    expect(after('refused') - before('refused')).toBe(grown);
    expect(after('merged') - before('merged')).toBe(40 - grown);

    for (let i = 0; i < 20; i += 1) await signIn('spray-again', 'wrong', '192.0.2.1');
    await signIn('spray-again', 'wrong', '192.0.2.1');
    expect((await signIn(known(TRIES + 1), PASSWORD)).status).toBe(201);
    const end = await figures();
    expect([end('allowed'), end('throttled')]).toEqual([before('allowed') + 1, before('throttled') + 1]);
  });
});

describe('which refusals get an entry', () => {
  const MINUTE = 60_000;

  test('the first of each name in a minute, up to twenty names, and as many again in the next', () => {
    const refusals = new Refusals();
    const firsts = (at: number) =>
      Array.from({ length: 50 }, (_, i) => refusals.isFirst(`n${i}`, at)).filter(Boolean).length;
    expect([refusals.isFirst('a', 0), refusals.isFirst('a', 1), firsts(2)]).toEqual([true, false, 19]);
    expect(firsts(MINUTE)).toBe(20);
  });

  test('the next one, where the first could not be written', () => {
    const refusals = new Refusals();
    expect(refusals.isFirst('a', 0)).toBe(true);
    refusals.forget('a');
    expect([refusals.isFirst('a', 0), refusals.isFirst('a', 0)]).toEqual([true, false]);
  });
});
