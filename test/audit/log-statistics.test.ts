/** Accesses by office and day: nobody's own figure, off until agreed, and itself recorded. */
import { randomUUID } from 'node:crypto';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { ownerOf, type Owner } from '../access/house.ts';

describe('statistics of the access log', () => {
  let kanon: TestApp;
  let owner: Owner;
  let auditor: Signed;
  /** Months that are over, the newest first. */
  const [month, before, wayBack] = [1, 2, 14].map((ago) => {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 15)).toISOString().slice(0, 7);
  }) as [string, string, string];
  beforeAll(async () => {
    kanon = await startApp({ KANON_LOG_STATISTICS: 'agreed' });
    owner = await ownerOf(kanon);
    auditor = await signedIn(kanon, 'auditor');
    // Two offices of five people and more, two that are large enough together, one that is alone with its action.
    await accesses('Großes Amt', 6, 'summary.read', `${month}-03T10:00Z`, 2);
    await accesses('Großes Amt', 5, 'summary.read', `${before}-03T10:00Z`);
    await accesses('Großes Amt', 4, 'release.list', `${month}-03T10:00Z`);
    await accesses('Zweites Amt', 5, 'summary.read', `${month}-04T10:00Z`);
    await accesses('Kleines Amt', 3, 'summary.read', `${month}-03T10:00Z`);
    await accesses('Kleineres Amt', 2, 'summary.read', `${month}-04T10:00Z`);
    await accesses('Kleines Amt', 4, 'summary.read', `${before}-04T10:00Z`);
    await accesses('Großes Amt', 6, 'report.read', `${month}-05T10:00Z`, 1, 'refused');
    await accesses('Großes Amt', 6, 'report.read', `${wayBack}-05T10:00Z`);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  /** So many accounts of an office, each with so many accesses at that time. */
  async function accesses(
    office: string,
    accounts: number,
    action: string,
    at: string,
    times = 1,
    decision = 'allowed',
  ): Promise<void> {
    for (let account = 0; account < accounts; account++)
      await owner.rows(
        `INSERT INTO access_entry (tenant, id, at, account, office, action, decision, leaf_key, leaf)
         SELECT '05', gen_random_uuid(), $1, $2, $3, $4, $5, sha256(''), sha256('') FROM generate_series(1, $6::int)`,
        [at, randomUUID(), office, action, decision, times],
      );
  }
  const get = (query: string, who = auditor) =>
    call(kanon, 'GET', `/v1/access-log/statistics?${query}`, { token: who.token });
  const lines = async (query: string): Promise<string[]> =>
    (await get(query)).body.days.map(
      (line: { day: string; office: string | null; action: string; accesses: number }) =>
        `${line.day} ${line.office} ${line.action} ${line.accesses}`,
    );

  test('show offices of five accounts and more, the others together, and neither refusals nor an account', async () => {
    expect(await lines(`from=${month}&to=${month}`)).toEqual([
      `${month}-03 Großes Amt summary.read 12`,
      `${month}-03 null summary.read 3`,
      `${month}-04 Zweites Amt summary.read 5`,
      `${month}-04 null summary.read 2`,
    ]);
    const { status, text } = await get(`from=${month}&to=${month}`);
    expect([status, text.includes(auditor.actor.account!)]).toEqual([200, false]);
  });

  test('leave out what fewer than five accounts did, whatever the span: it is judged month by month', async () => {
    const alone = await lines(`from=${before}&to=${before}`);
    expect(alone).toEqual([`${before}-03 Großes Amt summary.read 5`]);
    const both = await lines(`from=${before}&to=${month}`);
    expect(both).toEqual([...alone, ...(await lines(`from=${month}&to=${month}`))]);
  });

  test('show nothing of a month that retention has begun to erase', async () => {
    expect(await lines(`from=${wayBack}&to=${wayBack}`)).toEqual([]);
  });

  test('are of at most three months that are over', async () => {
    const now = new Date().toISOString().slice(0, 7);
    for (const query of [
      `from=${month}&to=${now}`,
      `from=${month}&to=${before}`,
      'from=2025-01&to=2025-04',
      'from=2025-13&to=2025-13',
      'from=2025-01',
      '',
    ]) {
      const { status, body } = await get(query);
      expect([query, status, body.type]).toEqual([query, 400, 'urn:kanon:problem:bad-request']);
    }
  });

  test('are recorded, and for auditors alone', async () => {
    const admin = await signedIn(kanon, 'admin');
    expect((await get(`from=${month}&to=${month}`, admin)).status).toBe(403);
    const [entry] = (await owner.entriesOf(auditor.actor.account)).slice(-1);
    expect(entry).toMatchObject({ action: 'log.statistics' });
  });

  test('need the consent of the staff council, and say so', async () => {
    const other = await startApp();
    try {
      const { token, actor } = await signedIn(other, 'auditor');
      const { status, body } = await call(
        other,
        'GET',
        `/v1/access-log/statistics?from=${month}&to=${month}`,
        { token },
      );
      expect([status, body.type]).toEqual([403, 'urn:kanon:problem:statistics-off']);
      expect(body.detail).toContain('staff council');
      const eyes = await ownerOf(other);
      const [entry] = await eyes.entriesOf(actor.account);
      await eyes.end();
      expect([entry?.decision, entry?.rules]).toEqual(['refused', ['statistics-off']]);
    } finally {
      await other.close();
    }
  });
});
