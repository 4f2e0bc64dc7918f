/** Witnesses over HTTP: what they are shown, whose cosignatures are taken, and who learns of them. */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { Registry } from 'prom-client';
import { logKey } from '../../src/audit/log-key.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { witnessKeys } from '../../src/audit/witness-keys.ts';
import { Witnesses } from '../../src/audit/witnesses.ts';
import type { UnusableSettings } from '../../src/foundation/settings.ts';
import { formatCheckpoint, parseCheckpoint } from '../../src/merkle/checkpoint.ts';
import { parseVerifierKey } from '../../src/merkle/keys.ts';
import { parseLogProof } from '../../src/merkle/log-proof.ts';
import { formatNote, type Note, parseNote } from '../../src/merkle/note.ts';
import { cosign, sign } from '../../src/merkle/signatures.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { isConsistent } from '../../src/merkle/verify.ts';
import { measureLog } from '../../src/operations/log-figures.ts';
import { checking, sha256, signing } from '../merkle/primitives.ts';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { until } from '../setup/service.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import {
  cosigned,
  noteOf,
  seconds,
  startWitnessed,
  vkeyOf,
  type WitnessedApp,
  witnessNamed,
} from './witness-scene.ts';

const ALICE = witnessNamed('alice.example');
const BOB = witnessNamed('bob.example');
const STRANGER = witnessNamed('alice.example');

describe('a log with two witnesses', () => {
  let kanon: WitnessedApp;
  let owner: Owner;
  let superuser: pg.Client;
  let auditor: Signed;
  let webhook: Webhook;
  beforeAll(async () => {
    webhook = await openWebhook();
    kanon = await startWitnessed([ALICE, BOB], { KANON_CHECKPOINT_WEBHOOK: webhook.url });
    owner = await ownerOf(kanon);
    superuser = new pg.Client({ connectionString: kanon.database.superUrl });
    await superuser.connect();
    await superuser.query('SET session_replication_role = replica');
    auditor = await signedIn(kanon, 'auditor');
    await kanon.sign();
  });
  afterAll(async () => {
    await superuser.end();
    await owner.end();
    await kanon.close();
    await webhook.close();
  });

  const stored = () =>
    owner.rows('SELECT tree, size::int, witness FROM log_cosignature ORDER BY size, witness');
  const asAuditor = (path: string) => call(kanon, 'GET', `/v1/access-log/${path}`, { token: auditor.token });
  /** As they stand now; health counts one look for a second and says the same after that. */
  const states = async (): Promise<Record<string, string>> => {
    const wordsOf = (all: readonly { name: string; state: string }[]) =>
      Object.fromEntries(all.map(({ name, state }) => [name, state]));
    const now = wordsOf(await kanon.app.get(Witnesses).standings());
    let seen: Record<string, string> = {};
    for (let tries = 0; tries < 1000 && !isDeepStrictEqual(seen, now); tries++) {
      const { status, body } = await call(kanon, 'GET', '/health/ready');
      expect([status, body.status]).toEqual([200, 'ok']);
      seen = wordsOf(body.witnesses);
      await sleep(5);
    }
    expect(seen).toEqual(now);
    return seen;
  };
  const log = async () =>
    parseVerifierKey(
      sha256,
      (await owner.rows<{ key: string }>('SELECT verifier_key AS key FROM log_tree'))[0]!.key,
    );
  const witnessesOf = async (note: string | Uint8Array): Promise<string[]> =>
    (
      await openCheckpoint(
        checking,
        parseNote(Buffer.from(note)),
        await log(),
        witnessKeys([vkeyOf(ALICE), vkeyOf(BOB)]),
      )
    ).cosignatures.map(({ key }) => key.name);

  test('shows checkpoints and proofs to anybody, and looking leaves no entry', async () => {
    const first = parseCheckpoint((await kanon.shown()).text);
    await kanon.grow();
    const before = await owner.rows('SELECT id FROM access_entry');
    const second = parseCheckpoint((await kanon.shown()).text);
    const { body } = await call(kanon, 'GET', `/v1/witness/consistency?from=${first.size}&to=${second.size}`);
    const proof = body.proof.map((hash: string) => Buffer.from(hash, 'base64'));
    expect(second.size).toBeGreaterThan(first.size);
    expect(isConsistent(sha256, first, second, proof)).toBe(true);
    expect(isConsistent(sha256, { ...first, root: sha256(first.root) }, second, proof)).toBe(false);
    for (const query of [`from=${second.size}&to=1`, 'from=0&to=9007199254740991', 'from=x', ''])
      expect([query, (await call(kanon, 'GET', `/v1/witness/consistency?${query}`)).status]).toEqual([
        query,
        400,
      ]);
    expect(await owner.rows('SELECT id FROM access_entry')).toEqual(before);
  });

  test('calls witnesses missing that have cosigned nothing, and is ready all the same', async () => {
    expect(await states()).toEqual({ 'alice.example': 'missing', 'bob.example': 'missing' });
    const { body } = await asAuditor('witnesses');
    expect(body.witnesses[0]).toEqual({
      name: 'alice.example',
      key: vkeyOf(ALICE),
      state: 'missing',
      size: null,
      at: null,
      checkpoint: null,
    });
  });

  describe('refuses a cosignature, and keeps nothing,', () => {
    const flip = (text: string): string =>
      text.replace(/.(?=.{6}=*\n$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
    const another = (text: string): string =>
      formatCheckpoint({ ...parseCheckpoint(text), root: sha256(Buffer.from('another history')) });
    test.each<[string, (shown: Note) => string, string]>([
      ['of a stranger under a known name', (shown) => cosigned(shown, STRANGER), 'unknown-witness'],
      ['that was changed on its way', (shown) => flip(cosigned(shown, ALICE)), 'wrong-signature'],
      [
        'made for another text',
        (shown) => noteOf(shown, cosign(signing, ALICE, another(shown.text), seconds())),
        'wrong-signature',
      ],
      ['that is the signature of the log alone', (shown) => formatNote(shown), 'unknown-witness'],
      ['from the future', (shown) => cosigned(shown, ALICE, seconds() + 7200), 'time'],
      ['at no time there is', (shown) => cosigned(shown, ALICE, Number.MAX_SAFE_INTEGER), 'time'],
      [
        'beside a second one that does not hold',
        (shown) => cosigned(shown, BOB) + flip(cosigned(shown, ALICE)).slice(shown.text.length + 1),
        'wrong-signature',
      ],
      [
        'of a checkpoint that was never signed',
        (shown) => cosigned({ ...shown, text: another(shown.text) }, ALICE),
        'never-signed',
      ],
      [
        'of another log',
        (shown) => cosigned({ ...shown, text: shown.text.replace(/^.*/, 'elsewhere.example/log') }, ALICE),
        'never-signed',
      ],
      [
        'of what is no checkpoint',
        (shown) => cosigned({ ...shown, text: 'a\nb\n' }, ALICE),
        'not-a-checkpoint',
      ],
      ['that is no note', () => 'no note', 'not-a-note'],
    ])('%s', async (_, made, rule) => {
      const { status, body } = await kanon.bring(made(await kanon.shown()));
      expect([status, body.findings[0].rule]).toEqual([422, rule]);
      expect(body.findings[0].reason.de).toMatch(/\.$/);
      expect(await stored()).toEqual([]);
      expect(await owner.rows('SELECT witness FROM log_disagreement')).toEqual([]);
    });

    test.each([
      ['without anything', ''],
      ['without a field', '{}'],
      ['that is a list', '[]'],
      ['that is nothing', 'null'],
      ['with a number', '{"note":1}'],
      ['with two notes', '{"note":"a","note":"b"}'],
      ['with more fields', '{"note":"a","name":"b"}'],
      ['of a zero byte', '\u0000'],
      ['with a zero in it', '{"note":"\\u0000"}'],
      ['that is too long', `{"note":"${'x'.repeat(9000)}"}`],
    ])('in a body %s', async (_, body) => {
      const { status, text } = await call(kanon, 'POST', '/v1/witness/cosignatures', { body });
      expect([400, 422]).toContain(status);
      expect(text).not.toContain('xxx');
      expect(await stored()).toEqual([]);
    });

    test('in any other form than JSON', async () => {
      const headers = { 'content-type': 'text/plain' };
      const { status } = await call(kanon, 'POST', '/v1/witness/cosignatures', { body: 'x', headers });
      expect(status).toBe(415);
    });
  });

  test('publishes a cosignature with the checkpoint, with proofs, in the folder, and to auditors', async () => {
    await kanon.sign();
    const shown = await kanon.shown();
    const { size } = parseCheckpoint(shown.text);
    for (const key of [BOB, ALICE, ALICE]) expect((await kanon.bring(cosigned(shown, key))).status).toBe(204);
    expect(await stored()).toEqual([ALICE, BOB].map((key) => ({ tree: 1, size, witness: vkeyOf(key) })));
    const both = ['alice.example', 'bob.example'];
    expect(await witnessesOf((await call(kanon, 'GET', '/v1/witness/checkpoint')).text)).toEqual(both);
    await kanon.sign();
    const exported = join(kanon.settings.checkpoints, `05-1-${size}.checkpoint`);
    expect(await witnessesOf(await readFile(exported))).toEqual(both);

    const { body } = await asAuditor('witnesses');
    expect(body.witnesses).toEqual(
      [ALICE, BOB].map((key) => ({
        name: key.name,
        key: vkeyOf(key),
        state: 'current',
        size,
        at: expect.stringMatching(/^20\d\d-.*Z$/),
        checkpoint: expect.stringContaining(shown.text),
      })),
    );
    expect(await witnessesOf(body.witnesses[1].checkpoint)).toEqual(both);
    expect(Date.parse(body.witnesses[0].at)).toBeGreaterThan(Date.now() - 60_000);
  });

  test('gives auditors the cosigned note while it is the newest, and never one that nobody signed', async () => {
    const [{ id } = { id: '' }] = await owner.rows<{ id: string }>('SELECT id FROM access_entry LIMIT 1');
    // Reading makes an entry, which the service signs for within a second: so it is cosigned at once, and again.
    const cosignedIn = async (read: () => Promise<string>): Promise<string[]> => {
      for (let tries = 0; tries < 50; tries++) {
        await kanon.bring(cosigned(await kanon.shown(), ALICE));
        const names = await witnessesOf(await read());
        if (names.length > 0) return names;
      }
      throw new Error('no cosigned checkpoint was shown');
    };
    expect(await cosignedIn(async () => (await asAuditor('checkpoint')).text)).toContain('alice.example');
    const proven = async () =>
      formatNote(parseLogProof(Buffer.from((await asAuditor(`entries/${id}`)).body.proof)).checkpoint);
    expect(await cosignedIn(proven)).toContain('alice.example');
  });

  test('says who is behind only when a checkpoint has waited for more than ten minutes', async () => {
    await kanon.sign();
    await kanon.bring(cosigned(await kanon.shown(), ALICE));
    await kanon.grow();
    const signedBefore = (minutes: number) =>
      superuser.query(
        `UPDATE log_checkpoint SET signed_at = now() - make_interval(mins => $1) WHERE size = (SELECT max(size) FROM log_checkpoint)`,
        [minutes],
      );
    await superuser.query(`UPDATE log_checkpoint SET signed_at = now()`);
    expect(await states()).toEqual({ 'alice.example': 'current', 'bob.example': 'current' });
    await signedBefore(9);
    expect(await states()).toMatchObject({ 'alice.example': 'current' });
    await signedBefore(11);
    expect(await states()).toMatchObject({ 'alice.example': 'behind' });
    await kanon.bring(cosigned(await kanon.shown(), ALICE));
    expect(await states()).toMatchObject({ 'alice.example': 'current' });
  });

  test('shows figures, and goes without them while the database says nothing', async () => {
    const registry = new Registry();
    measureLog(registry, kanon.app);
    await kanon.sign();
    await superuser.query(`UPDATE log_checkpoint SET signed_at = now()`);
    const figures = await registry.metrics();
    const figureOf = (name: string) =>
      Number(new RegExp(`^${name}(?:\\{.*alice.*\\})? (.*)$`, 'm').exec(figures)?.[1]);
    expect(figureOf('kanon_log_entries')).toBe(parseCheckpoint((await kanon.shown()).text).size);
    expect(figureOf('kanon_log_checkpoint_lag_seconds')).toBe(0);
    expect(figureOf('kanon_log_witness_lag_seconds')).toBe(0);
    expect(figureOf('kanon_log_witness_disagrees')).toBe(0);
    expect(figureOf('kanon_log_webhook_failing')).toBe(0);
    expect(figures).not.toMatch(/region|school/);

    await superuser.query(
      `INSERT INTO log_pending VALUES ('05', gen_random_uuid(), now() - interval '1 hour', sha256('old'))`,
    );
    expect(await registry.metrics()).toMatch(/^kanon_log_checkpoint_lag_seconds 36\d\d/m);
    await superuser.query(`DELETE FROM log_pending`);
    await superuser.query(`UPDATE log_tree SET size = size + 1, unsigned_since = now() - interval '2 hours'`);
    const stuck = await registry.metrics();
    await superuser.query(`UPDATE log_tree SET size = size - 1`);
    expect(stuck).toMatch(/^kanon_log_checkpoint_lag_seconds 72\d\d/m);

    await superuser.query(`ALTER TABLE log_tree RENAME TO log_tree_gone`);
    const without = await registry.metrics();
    await superuser.query(`ALTER TABLE log_tree_gone RENAME TO log_tree`);
    expect(without).not.toMatch(/^kanon_log_entries/m);
    expect(without).toMatch(/^kanon_log_webhook_failing 0/m);
  });

  test('serves two at once, and asks others to wait', async () => {
    await superuser.query('BEGIN');
    await superuser.query('LOCK TABLE log_checkpoint IN ACCESS EXCLUSIVE MODE');
    const asked = Array.from({ length: 6 }, () => call(kanon, 'GET', '/v1/witness/checkpoint'));
    const refused = await Promise.race([
      Promise.all(asked.map(async (answer) => (await answer).status)),
      (async () => {
        const early: number[] = [];
        for (const answer of asked) void answer.then(({ status }) => early.push(status));
        while (early.length < 4) await sleep(5);
        return early;
      })(),
    ]);
    await superuser.query('ROLLBACK');
    const all = (await Promise.all(asked)).map(({ status }) => status);
    expect(refused.slice(0, 4)).toEqual([429, 429, 429, 429]);
    expect(all.filter((status) => status === 200)).toHaveLength(2);
    expect((await call(kanon, 'GET', '/v1/witness/checkpoint')).status).toBe(200);
  });

  test('tells of a witness that was shown a second history under our key', async () => {
    const shown = await kanon.shown();
    const checkpoint = parseCheckpoint(shown.text);
    const text = formatCheckpoint({ ...checkpoint, root: sha256(Buffer.from('a second history')) });
    const key = await logKey(kanon.settings.data, '05', 1, 'unused');
    const forged = noteOf(
      { ...shown, text },
      sign(signing, key, text),
      cosign(signing, BOB, text, seconds()),
    );
    const { status, body } = await kanon.bring(forged);
    expect([status, body.findings[0].rule]).toEqual([422, 'never-signed']);
    expect(await states()).toMatchObject({ 'bob.example': 'disagrees' });
    expect((await asAuditor('witnesses')).body.witnesses[1].state).toBe('disagrees');
    expect(await owner.rows('SELECT witness, note FROM log_disagreement')).toEqual([
      { witness: vkeyOf(BOB), note: forged },
    ]);
    // What comes later does not wash it off.
    await kanon.bring(cosigned(shown, BOB));
    expect(await states()).toMatchObject({ 'bob.example': 'disagrees' });
  });

  describe('sends each new checkpoint to the webhook', () => {
    const health = async () => (await call(kanon, 'GET', '/health/ready')).body.checkpointWebhook;

    test('as plain text that anybody can verify', async () => {
      await kanon.grow();
      const { text } = await kanon.shown();
      await until(() => webhook.taken.at(-1)?.startsWith(text) ?? false);
      expect(webhook.types).toEqual(new Set(['POST text/plain; charset=utf-8']));
      expect(await witnessesOf(webhook.taken.at(-1)!)).toEqual([]);
      expect(await health()).toBe('ok');
    });

    test.each<[string, RequestListener]>([
      ['refuses', (_, response) => response.writeHead(500).end()],
      ['leads elsewhere', (_, response) => response.writeHead(307, { location: '/other' }).end()],
      ['hangs up', (request) => request.socket.destroy()],
    ])('and signs on where it %s, says so, and tries the next one', async (_, answer) => {
      webhook.answer = answer;
      await kanon.grow();
      const { size } = parseCheckpoint((await kanon.shown()).text);
      await until(async () => (await health()) === 'failing');
      webhook.answer = undefined;
      await kanon.grow();
      expect(parseCheckpoint((await kanon.shown()).text).size).toBeGreaterThan(size);
      await until(async () => (await health()) === 'ok');
    });

    test('and does not wait for one that never answers', async () => {
      const { size } = parseCheckpoint((await kanon.shown()).text);
      const [asked, ended]: number[][] = [[], []];
      webhook.answer = (request) => {
        asked!.push(1);
        request.socket.once('close', () => ended!.push(1));
      };
      await kanon.grow();
      await until(() => asked!.length > 0);
      await kanon.grow();
      expect(ended).toEqual([]);
      expect(parseCheckpoint((await kanon.shown()).text).size).toBeGreaterThan(size);
    });
  });
});

describe('without a witness', () => {
  let kanon: TestApp;
  beforeAll(async () => {
    kanon = await startApp();
    const sequencer = kanon.app.get(Sequencer);
    while (typeof (await sequencer.status())?.tree.signed !== 'number') await sequencer.sequence();
  });
  afterAll(() => kanon.close());

  test('there is nothing at the routes of witnesses, and health tells of the log alone', async () => {
    const body = JSON.stringify({ note: 'a' });
    expect((await call(kanon, 'GET', '/v1/witness/checkpoint')).status).toBe(404);
    expect((await call(kanon, 'GET', '/v1/witness/consistency?from=0&to=0')).status).toBe(404);
    expect((await call(kanon, 'POST', '/v1/witness/cosignatures', { body })).status).toBe(404);
    expect((await call(kanon, 'GET', '/health/ready')).body).toEqual({ status: 'ok', log: 'signing' });
    expect(await kanon.app.get(Witnesses).standings()).toEqual([]);
  });
});

test('a file of witnesses is read whole, and every fault in it is named', () => {
  const faults = (...lines: string[]): readonly string[] => {
    try {
      witnessKeys(lines);
      return [];
    } catch (error) {
      return (error as UnusableSettings).faults;
    }
  };
  expect(faults(vkeyOf(ALICE), vkeyOf(BOB))).toEqual([]);
  const damaged = vkeyOf(BOB).replace(/\+[0-9a-f]{8}\+/, '+00000000+');
  expect(faults(vkeyOf(ALICE), vkeyOf(STRANGER), damaged, 'nonsense')).toEqual([
    expect.stringMatching(/^Key 2 .* same name/),
    expect.stringMatching(/^Key 3 /),
    expect.stringMatching(/^Key 4 /),
  ]);
});

interface Webhook {
  readonly url: string;
  readonly taken: string[];
  readonly types: Set<string>;
  /** In the place of taking it. */
  answer: RequestListener | undefined;
  close(): Promise<void>;
}

async function openWebhook(): Promise<Webhook> {
  const server: Server = createServer((request, response) => {
    if (opened.answer) {
      opened.answer(request, response);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      opened.types.add(`${request.method} ${request.headers['content-type']}`);
      opened.taken.push(Buffer.concat(chunks).toString());
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const opened: Webhook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/checkpoints`,
    taken: [],
    types: new Set(),
    answer: undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return opened;
}
