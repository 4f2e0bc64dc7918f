/** Whether somebody has an account: nothing that a refused sign-in leaves behind tells it, and no spray fills the log. */
import { Registry } from 'prom-client';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { Refusals } from '../../src/identity/refusals.ts';
import { measureSignIns } from '../../src/operations/sign-in-figures.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, signedIn, startApp, type TestApp } from '../setup/app.ts';

describe('a refused sign-in', () => {
  let kanon: TestApp;
  let owner: Owner;
  const PASSWORD = 'a-good-long-passphrase';
  const TRIES = 9;
  const known = (i: number): string => `known-${i}`;

  beforeAll(async () => {
    kanon = await startApp();
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

  const signIn = (account: string, password = 'wrong') =>
    call(kanon, 'POST', '/v1/sessions', { body: JSON.stringify({ account, password }) });

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
    const seen: Record<'existing' | 'missing', Awaited<ReturnType<typeof leftBy>>[]> = {
      existing: [],
      missing: [],
    };
    for (let i = 0; i < TRIES; i += 1) {
      seen.existing.push(await leftBy(known(i)));
      seen.missing.push(await leftBy(`never-${i}`));
    }
    const all = [...seen.existing, ...seen.missing];
    expect(new Set(all.map(({ answer }) => answer)).size).toBe(1);
    expect(all[0]!.answer).toMatch(/^\[401,/);
    expect(all.map(({ left }) => left.entries)).toEqual(all.map(() => 1));
    expect(all.map(({ left }) => left.waiting)).toEqual(all.map(() => 1));
    expect(new Set(all.flatMap(({ left }) => left.bytes)).size).toBe(1);
    // The least of each: a page of an index may split, or be written whole, under either of them.
    const least = (kind: keyof typeof seen) => Math.min(...seen[kind].map(({ left }) => left.wal));
    expect(least('missing')).toBe(least('existing'));
    expect(least('missing')).toBeGreaterThan(0);

    // Merged ones leave nothing, either of them: the journal belongs to the whole server, where others may write meanwhile.
    for (const name of [known(0), 'never-0']) {
      let least = Infinity;
      for (let at = 0; at < 8 && least > 0; at += 1) {
        const { left } = await leftBy(name);
        expect([name, left.entries <= 1]).toEqual([name, true]);
        if (left.entries === 0) least = Math.min(least, left.wal);
      }
      expect([name, least]).toEqual([name, 0]);
    }
  });

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
    const read = await call(kanon, 'GET', `/v1/access-log/entries?account=${account!.id}`, { token });
    expect(read.body.entries).toMatchObject([
      {
        action: 'session.create',
        decision: 'refused',
        account: null,
        role: null,
        office: null,
        subject: account!.id,
        object: 'account=some',
      },
    ]);
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

    for (let i = 0; i < 10; i += 1) await signIn('spray-again');
    await signIn('spray-again');
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
