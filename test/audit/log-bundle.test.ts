/** A bundle of the access log, from a real service to an auditor who has neither network nor database. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { StoredEntry } from '../../src/access/entry-fields.ts';
import { sealed } from '../../src/access/leaf.ts';
import { Retention } from '../../src/audit/retention.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { parseVerifierKey, type VerifierKey } from '../../src/merkle/keys.ts';
import { sha256 } from '../merkle/primitives.ts';
import { kanon as run, scratch } from '../cli/run-kanon.ts';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import {
  changeManifest,
  codesOf,
  linesIn,
  manifestIn,
  packed,
  unpacked,
  verified,
} from '../verifier/archive.ts';
import { ownerOf, type Owner } from '../access/house.ts';

const WHOLE = 'from=2020-01-01T00:00:00Z&to=2090-01-01T00:00:00Z';

describe('a bundle of the access log', () => {
  let kanon: TestApp;
  let owner: Owner;
  let auditor: Signed;
  let folder: Awaited<ReturnType<typeof scratch>>;
  beforeAll(async () => {
    kanon = await startApp({ KANON_LOG_MONTHS: '12' });
    owner = await ownerOf(kanon);
    folder = await scratch();
    // Five days, each with a head of its own; the first is older than the log is kept, so nothing newer precedes it.
    await day(400);
    auditor = await signedIn(kanon, 'auditor');
    // In the last week every other day, so that the clock seems to have gone on evenly.
    for (const days of [40, 30, 20, 10, 8, 6, 4, 2]) await day(days);
    // And the log itself is as old as its first entry.
    await owner.rows(`ALTER TABLE log_tree DISABLE TRIGGER only_grow`);
    await owner.rows(`UPDATE log_tree SET opened_at = $1`, [daysAgo(400)]);
    await owner.rows(`ALTER TABLE log_tree ENABLE TRIGGER only_grow`);
  });
  afterAll(async () => {
    await folder.delete();
    await owner.end();
    await kanon.close();
  });

  const number = (): Promise<void> => kanon.app.get(Sequencer).sequence();
  const daysAgo = (days: number, hour = 0): Date =>
    new Date(Date.now() - days * 86_400_000 + hour * 3_600_000);

  /** An access of another time, committed to as all are. */
  async function enter(at: Date, office: string): Promise<string> {
    const entry: StoredEntry = { ...BLANK, id: randomUUID(), at, office };
    const { key, leaf } = sealed(entry);
    await owner.rows(
      `INSERT INTO access_entry (tenant, id, at, office, action, decision, leaf_key, leaf)
       VALUES ('05', $1, $2, $3, 'account.read', 'allowed', $4, $5)`,
      [entry.id, at, office, key, leaf],
    );
    return entry.id;
  }

  /** Three accesses of that day, at once as the service numbers what waits on its own, and a head over them. */
  async function day(days: number): Promise<void> {
    await owner.rows('BEGIN');
    for (let hour = 0; hour < 3; hour++) await enter(daysAgo(days, hour), `Amt ${days}`);
    await owner.rows('COMMIT');
    await number();
    await signedAt(daysAgo(days, 4));
  }

  /** Lets the newest checkpoint be of another time. */
  const signedAt = async (time: Date): Promise<void> => {
    await owner.rows(`ALTER TABLE log_checkpoint DISABLE TRIGGER append_only`);
    await owner.rows(
      `UPDATE log_checkpoint SET signed_at = $1
       WHERE signed_at > now() - interval '1 hour'`,
      [time],
    );
    await owner.rows(`ALTER TABLE log_checkpoint ENABLE TRIGGER append_only`);
  };

  const keys = async (): Promise<VerifierKey[]> =>
    (await owner.rows<{ key: string }>(`SELECT verifier_key AS key FROM log_tree`)).map(({ key }) =>
      parseVerifierKey(sha256, key),
    );
  const ask = (query: string, token = auditor.token) =>
    fetch(`${kanon.url}/v1/access-log/bundle?${query}`, { headers: { authorization: `Bearer ${token}` } });
  async function bundle(query = WHOLE): Promise<Buffer> {
    const response = await ask(query);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-tar']);
    return Buffer.from(await response.arrayBuffer());
  }
  const offices = (tar: Buffer): string[] =>
    [...unpacked(tar)]
      .filter(([name]) => name.endsWith('-entries.ndjson'))
      .flatMap(([, text]) => linesIn(text).map(({ entry }) => (entry === null ? 'erased' : entry.office)));

  test('holds all entries, and what is due for erasure is left out of it', async () => {
    await number();
    const tar = await bundle();
    const { findings, seen } = await verified(tar, await keys());
    expect(findings.kept).toEqual([]);
    const [tree] = seen!.trees;
    expect([tree!.first, tree!.erased, tree!.entries]).toEqual([0, 3, tree!.end - 3]);
    expect(tree!.checkpoints).toBeGreaterThanOrEqual(5);
    expect(offices(tar).filter((office) => office === 'erased')).toHaveLength(3);
    expect(offices(tar)).toEqual(expect.arrayContaining(['Amt 40', 'Amt 30', 'Amt 20', 'Amt 10']));
    // Twelve months after the first of them; what is held is kept longer.
    const due = new Date(daysAgo(40));
    due.setUTCFullYear(due.getUTCFullYear() + 1);
    expect(Math.abs(seen!.manifest.deleteBy!.getTime() - due.getTime())).toBeLessThan(2 * 86_400_000);
  });

  test('of a time in the middle begins and ends at a signed head, and is small', async () => {
    const query = `from=${daysAgo(31).toISOString()}&to=${daysAgo(21).toISOString()}`;
    const tar = await bundle(query);
    const { findings, seen } = await verified(tar, await keys());
    expect(findings.kept).toEqual([]);
    expect(seen!.trees[0]!.first).toBeGreaterThan(0);
    expect(new Set(offices(tar))).toEqual(new Set(['Amt 30', 'Amt 20']));
    // The control: the same with another hash before its first leaf.
    const files = unpacked(tar);
    changeManifest(files, ({ trees }) => (trees[0].edge[0] = Buffer.alloc(32).toString('base64')));
    expect(await codesOf(verified(packed(files), await keys()))).toEqual([
      'not-consistent',
      'not-consistent',
      'not-consistent',
      'no-signed-end',
      'wrong-signature',
    ]);
  });

  test('of a time without entries is empty, and still signed', async () => {
    const query = `from=${daysAgo(9).toISOString()}&to=${daysAgo(8).toISOString()}`;
    const { findings, seen } = await verified(await bundle(query), await keys());
    expect(findings.kept).toEqual([]);
    expect(offices(await bundle(query))).not.toContain('Amt 10');
    expect(seen!.trees).toHaveLength(1);
  });

  test('is an entry, committed before the first byte, that says which leaves it holds', async () => {
    const tar = await bundle();
    const manifest = manifestIn(unpacked(tar));
    const [tree] = manifest.trees;
    const [entry] = await owner.rows<{ span: string; decision: string }>(
      `SELECT span, decision FROM access_entry WHERE action = 'log.bundle' ORDER BY at DESC LIMIT 1`,
    );
    expect(entry).toEqual({
      decision: 'allowed',
      span: `2020-01-01T00:00:00.000Z/2090-01-01T00:00:00.000Z ${tree.origin} 0-${tree.end}`,
    });
    // The entry about it is proven like any other: its words are version 3.
    await number();
    const later = await bundle();
    expect(await codesOf(verified(later, await keys()))).toEqual([]);
    expect(later.toString()).toContain('"version":"kanon-entry/3"');
  });

  test('goes to auditors alone, for a time that is one, and nothing leaves without its entry', async () => {
    const officer = await signedIn(kanon, 'protection-officer');
    expect((await ask(WHOLE, officer.token)).status).toBe(403);
    for (const query of ['', 'from=2026-01-01', 'from=2026-02-01&to=2026-01-01', 'from=1&to=x'])
      expect([query, (await ask(query)).status]).toEqual([query, 400]);
    await owner.rows(
      `ALTER TABLE access_entry ADD CONSTRAINT broken CHECK (action <> 'log.bundle') NOT VALID`,
    );
    const refused = await ask(WHOLE);
    await owner.rows(`ALTER TABLE access_entry DROP CONSTRAINT broken`);
    expect([refused.status, await refused.text()]).toEqual([503, expect.not.stringContaining('manifest')]);
  });

  test('that breaks off on its way does not look complete', async () => {
    // Enough to plan a bundle, and too little to read its entries.
    await owner.rows(`REVOKE SELECT ON access_entry FROM kanon_auditor`);
    await owner.rows(`GRANT SELECT (tenant, id, at) ON access_entry TO kanon_auditor`);
    const response = await ask(WHOLE);
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow();
    await owner.rows(`GRANT SELECT ON access_entry TO kanon_auditor`);
    const tar = await bundle();
    for (const length of [tar.length - 1024, tar.length - 513, 2000, 600, 100])
      expect([length, await codesOf(verified(tar.subarray(0, length), await keys()))]).toEqual([
        length,
        [length < 600 ? 'not-a-bundle' : 'ends-early'],
      ]);
  });

  test('is read by any tar, and by the command line in both languages', async () => {
    const tar = await bundle();
    const file = folder.at('bundle.tar');
    await writeFile(file, tar);
    const { stdout } = await promisify(execFile)('tar', ['-tf', file]);
    expect(stdout.trimEnd().split('\n')).toEqual([...unpacked(tar).keys()]);
    const status = await run(['log', 'status'], {
      DATABASE_URL: kanon.database.serviceUrl,
      KANON_DATA: kanon.settings.data,
    });
    const key = await folder.file('log.vkey', `# Protokoll\n${/^key +(\S+)$/m.exec(status.out)![1]}\n`);
    const good = await run(['verify', file, '--key', key, '--lang', 'en']);
    expect([good.code, good.err, good.out]).toEqual([0, '', expect.stringContaining('The bundle holds.\n')]);
    const files = unpacked(tar);
    const name = 'tree-1/000001-entries.ndjson';
    files.set(name, files.get(name)!.replace('"office":"Amt 40"', '"office":"Amt 41"'));
    const place = 1 + linesIn(files.get(name)!).findIndex(({ entry }) => entry?.office === 'Amt 41');
    await writeFile(file, packed(files));
    const bad = await run(['verify', file, '--key', key]);
    expect([bad.code, bad.err]).toEqual([
      1,
      'Das Paket stimmt nicht: 1 Befund.\n' +
        `${name}:${place}: Dieser Eintrag ist nicht der, den das Protokoll festhält: Er wurde verändert, oder sein Schlüssel.\n`,
    ]);
    const json = JSON.parse((await run(['verify', file, '--key', key, '--json'])).out);
    expect([json.holds, json.findings[0].code]).toEqual([false, 'changed']);
    // One entry with its proof, as the API answers it.
    const [{ id }] = (await owner.rows<{ id: string }>(
      `SELECT id FROM access_entry ORDER BY at LIMIT 1`,
    )) as [{ id: string }];
    const { text } = await call(kanon, 'GET', `/v1/access-log/entries/${id}`, { token: auditor.token });
    const one = await run(['verify', await folder.file('one.json', text), '--key', key]);
    expect([one.code, one.err, one.out]).toEqual([0, '', expect.stringContaining('Der Eintrag stimmt.')]);
    const other = await folder.file('other.json', text.replace('"Amt 400"', '"Amt 399"'));
    expect((await run(['verify', other, '--key', key])).code).toBe(1);
    expect((await run(['verify', file])).code).toBe(2);
    expect((await run(['verify', folder.at('none.tar'), '--key', key])).code).toBe(6);
  });

  test('shows what is erased as a leaf, and a held entry until its hold ends', async () => {
    const officer = await signedIn(kanon, 'protection-officer');
    const first = daysAgo(41).toISOString();
    const before = daysAgo(39).toISOString();
    const body = JSON.stringify({ first, before, keepUntil: daysAgo(-360).toISOString() });
    const asked = await call(kanon, 'POST', '/v1/access-log/holds', { token: officer.token, body });
    const confirmation = `/v1/access-log/holds/${asked.body.id}/confirmation`;
    expect((await call(kanon, 'POST', confirmation, { token: auditor.token })).status).toBe(200);
    expect(await kanon.app.get(Retention).erase()).toBe(3);
    const { findings, seen } = await verified(await bundle(), await keys());
    expect([findings.kept, seen!.trees[0]!.erased]).toEqual([[], 3]);
    // Now the entries of 30 days ago are the first ones due.
    expect(seen!.manifest.deleteBy!.getTime()).toBeGreaterThan(daysAgo(-365 + 31).getTime());
  });

  test('spans a log that was begun anew, and shows the link', async () => {
    await number();
    await signedAt(daysAgo(5));
    await rm(kanon.settings.checkpoints, { recursive: true });
    const admins = ['eins', 'zwei'].map((name) => ({
      name,
      role: 'admin' as const,
      office: 'Erfundenes Amt',
      schools: [],
    }));
    for (const one of await kanon.app.get(Accounts).create(kanon.admin, admins))
      await owner.rows(`INSERT INTO log_reopening (tenant, account, person) VALUES ('05', $1, $2)`, [
        one.account,
        one.person,
      ]);
    await number();
    await enter(daysAgo(0), 'Amt neu');
    await number();
    const tar = await bundle();
    const { findings, seen } = await verified(tar, await keys());
    expect(findings.kept).toEqual([]);
    expect(seen!.trees.map(({ first }) => first)).toEqual([0, 0]);
    const files = unpacked(tar);
    expect(linesIn(files.get('tree-2/000001-entries.ndjson')!)[0].link).toContain(seen!.trees[0]!.origin);
    // Of the time since, the first log holds nothing any more.
    const since = await verified(
      await bundle(`from=${daysAgo(4).toISOString()}&to=2090-01-01T00:00:00Z`),
      await keys(),
    );
    expect([since.findings.kept, since.seen!.trees.map(({ origin }) => origin)]).toEqual([
      [],
      [seen!.trees[1]!.origin],
    ]);
    // An auditor who never heard of the first log is not told that all is well.
    const [, second] = await keys();
    expect(await codesOf(verified(tar, [second!]))).toEqual(['unknown-log']);
    // The first log shortened to an earlier head: what stood between it and the second is missed.
    const name = 'tree-1/000001';
    const notes = files.get(`${name}-checkpoints.ndjson`)!.split('\n');
    const heads = linesIn(files.get(`${name}-checkpoints.ndjson`)!).map(({ note }) =>
      Number(note.split('\n')[1]),
    );
    changeManifest(files, ({ trees }) => (trees[0].end = heads[1]));
    files.set(`${name}-checkpoints.ndjson`, `${notes.slice(0, 2).join('\n')}\n`);
    files.set(
      `${name}-entries.ndjson`,
      `${files.get(`${name}-entries.ndjson`)!.split('\n').slice(0, heads[1]).join('\n')}\n`,
    );
    expect(await codesOf(verified(packed(files), await keys()))).toEqual(['link-gap', 'wrong-signature']);
  });
});

const BLANK: StoredEntry = {
  tenant: '05',
  id: '',
  at: new Date(0),
  account: null,
  system: null,
  office: null,
  role: null,
  scope: null,
  action: 'account.read',
  region: null,
  school: null,
  period: null,
  release: null,
  releaseVersion: null,
  level: null,
  by: null,
  dryRun: false,
  purpose: null,
  decision: 'allowed',
  rules: [],
  policy: null,
  token: null,
  commitment: null,
  subject: null,
  span: null,
  object: null,
  operator: null,
};
