/** Entries go when their time is over, unless held; their leaves stay, and what is proven stays proven. */
import { Retention } from '../../src/audit/retention.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { ownerOf, type Owner } from '../access/house.ts';

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
  const erase = () => kanon.app.get(Retention).erase();

  test('erases what is older than the setting and numbered, and writes that down', async () => {
    const [older, younger] = [await old(daysAgo(370)), await old(daysAgo(350))];
    await number();
    const late = await old(daysAgo(400));
    await owner.rows(`SELECT 1`);
    // It may have been numbered meanwhile: the service looks every second.
    const erased = await erase();
    expect([1, 2]).toContain(erased);
    expect(await kept(older, younger)).toEqual([false, true]);
    await number();
    await erase();
    expect(await kept(late)).toEqual([false]);
    const written = await owner.rows(`SELECT system, decision FROM access_entry WHERE action = 'log.erase'`);
    expect(written).toEqual([
      { system: 'retention', decision: 'allowed' },
      ...(erased === 1 ? [{ system: 'retention', decision: 'allowed' }] : []),
    ]);
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
    await number();
    const body = JSON.stringify({
      first: '2022-01-01T00:00:00Z',
      before: '2022-02-01T00:00:00Z',
      keepUntil: daysAgo(-30),
    });
    expect((await call(kanon, 'POST', '/v1/access-log/holds', { token: officer.token, body })).status).toBe(
      201,
    );
    await erase();
    expect(await kept(before, held, after)).toEqual([false, true, false]);
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
});
