/** Entries of the access log as a table, a page at a time; a spreadsheet runs nothing of it. */
import { parse } from 'csv-parse/sync';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { ownerOf } from '../access/house.ts';

describe('entries as CSV', () => {
  let kanon: TestApp;
  let auditor: Signed;
  beforeAll(async () => {
    kanon = await startApp();
    auditor = await signedIn(kanon, 'auditor');
    for (let time = 0; time < 3; time++) await get('entries/00000000-0000-4000-8000-000000000000');
  });
  afterAll(() => kanon.close());

  const get = (path: string) => call(kanon, 'GET', `/v1/access-log/${path}`, { token: auditor.token });
  const rowsOf = (text: string, delimiter = ','): Record<string, string>[] =>
    parse(text, { columns: true, delimiter, bom: true });

  test('says what the JSON says, in the order of the JSON', async () => {
    const filter = `account=${auditor.actor.account}&case=COMPLAINT&action=log.entry`;
    const { body } = await get(`entries?${filter}`);
    const table = await get(`entries?${filter}&format=csv`);
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const rows = rowsOf(table.text);
    expect(rows).toHaveLength(3);
    rows.forEach((row, at) => {
      const entry = body.entries[at];
      const words = Object.entries(row).map(([name, cell]) => [name, cell === '' ? null : cell]);
      const { rules, version: _, tenant: __, ...plain } = entry;
      expect(Object.fromEntries(words)).toMatchObject({
        ...plain,
        dryRun: String(plain.dryRun),
        rules: rules.join(' ') || null,
      });
      expect(row['decision']).toBe('refused');
    });
    expect(rowsOf((await get(`entries?${filter}&format=csv-de`)).text, ';')).toEqual(rows);
  });

  test('goes on at the address that the header Link gives, to the same end', async () => {
    const filter = `account=${auditor.actor.account}&case=COMPLAINT&action=log.entry&from=2020-01-01T00:00:00Z`;
    const all = rowsOf((await get(`entries?${filter}&format=csv`)).text);
    const pages: Record<string, string>[] = [];
    let query: string | undefined = `${filter}&format=csv&limit=2`;
    while (query !== undefined) {
      const { status, text, headers }: Awaited<ReturnType<typeof get>> = await get(`entries?${query}`);
      expect(status).toBe(200);
      pages.push(...rowsOf(text));
      query = /^<\?([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(pages).toEqual(all);
    expect(all).toHaveLength(3);
  });

  test('runs no formula, and knows no other format', async () => {
    const owner = await ownerOf(kanon);
    await owner.rows(
      `INSERT INTO access_entry (tenant, id, at, office, action, decision, leaf_key, leaf)
       VALUES ('05', gen_random_uuid(), now(), '=cmd|x', 'account.read', 'allowed', $1, $1)`,
      [Buffer.alloc(32)],
    );
    await owner.end();
    const [row] = rowsOf((await get('entries?action=account.read&format=csv')).text);
    expect(row!['office']).toBe(`'=cmd|x`);
    expect((await get('entries?format=xlsx')).status).toBe(400);
  });
});
