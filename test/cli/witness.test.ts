/** `kanon witness` as a process of its own, against a service, a restored one, and one that lies. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { parseCheckpoint } from '../../src/merkle/checkpoint.ts';
import { formatSignerKey, parseVerifierKey, signerKey, type VerifierKey } from '../../src/merkle/keys.ts';
import { formatNote, parseNote } from '../../src/merkle/note.ts';
import { cosign } from '../../src/merkle/signatures.ts';
import { lookInWords, watchOf } from '../../src/cli/commands/witness.ts';
import { EXIT, Failure } from '../../src/cli/terminal/failure.ts';
import { deskIn } from '../../src/cli/words/words.ts';
import { ownerOf } from '../access/house.ts';
import { startWitnessed, vkeyOf, type WitnessedApp, witnessNamed } from '../audit/witness-scene.ts';
import { sha256, signing } from '../merkle/primitives.ts';
import { call } from '../setup/app.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { kanon, type Outcome } from './run-kanon.ts';

const MAIN = fileURLToPath(new URL('../../dist/program/main.js', import.meta.url));
const ORIGIN = { KANON_PUBLIC_URL: 'https://kanon.example' };
const KEY = witnessNamed('witness.example');

describe('kanon witness', () => {
  let folder: string;
  let service: WitnessedApp;
  let database: FreshDatabase;
  let log: VerifierKey;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-witness-cli-'));
    await writeFile(join(folder, 'key'), `${formatSignerKey(KEY)}\n`);
    database = await freshDatabase();
    service = await start(join(folder, 'data'), database);
    const { tree } = (await service.app.get(Sequencer).status())!;
    log = parseVerifierKey(sha256, tree.verifierKey);
    await writeFile(join(folder, 'log-key'), `${tree.verifierKey}\n`);
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (data: string, { serviceUrl }: FreshDatabase): Promise<WitnessedApp> =>
    startWitnessed([KEY], { ...ORIGIN, KANON_DATA: data, DATABASE_URL: serviceUrl });
  const argsOf = (url: string, state: string, ...more: string[]): string[] =>
    `witness --lang en --key ${folder}/key --log-key ${folder}/log-key --url ${url} --state ${folder}/${state}`
      .split(' ')
      .concat(more);
  const look = (url: string, state: string, ...more: string[]): Promise<Outcome> =>
    kanon(argsOf(url, state, '--once', ...more));
  /** The same witness in this process. */
  const inside = (url: string, state: string): Promise<string | undefined> => {
    const desk = deskIn('en');
    return lookInWords(watchOf(KEY, log, { url, state: join(folder, state) }, desk), desk);
  };
  /** What the witness remembers. */
  const kept = async (state: string): Promise<string> => {
    const [name = ''] = (await readdir(join(folder, state))).filter((file) => file.endsWith('.checkpoint'));
    return readFile(join(folder, state, name), 'utf8');
  };
  const sizeIn = (note: string): number => parseCheckpoint(parseNote(Buffer.from(note)).text).size;
  const evidence = async (state: string): Promise<Record<string, string>> => {
    const [name = '', ...others] = (await readdir(join(folder, state))).filter((file) =>
      file.startsWith('evidence-'),
    );
    expect(others).toEqual([]);
    const files = await readdir(join(folder, state, name));
    return Object.fromEntries(
      await Promise.all(
        files.map(async (file) => [file, await readFile(join(folder, state, name, file), 'utf8')]),
      ),
    );
  };
  const standing = async ({ url }: { url: string }) =>
    ((await (await fetch(`${url}/health/ready`)).json()) as { witnesses: unknown }).witnesses;

  test('makes a key, shows its public half, and overwrites none', async () => {
    const file = join(folder, 'made');
    const made = await kanon(['witness-key', 'witness.other.example', '--out', file]);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toMatch(/^witness\.other\.example\+[0-9a-f]{8}\+B[A-Za-z0-9+/]+=*\n$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const secret = await readFile(file, 'utf8');
    expect(secret).toMatch(/^PRIVATE\+KEY\+witness\.other\.example\+/);
    const again = await kanon(['witness-key', 'witness.other.example', '--out', file, '--lang', 'en']);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('a file that exists stays')]);
    expect(await readFile(file, 'utf8')).toBe(secret);
    expect((await kanon(['witness-key', 'with a space', '--out', join(folder, 'none')])).code).toBe(2);
  });

  test('cosigns what it sees first, then what was added, and nothing twice', async () => {
    const first = await look(service.url, 'good');
    expect(first).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('Seen for the first time'),
    });
    expect(await standing(service)).toEqual([{ name: 'witness.example', state: 'current' }]);
    const before = await kept('good');
    await service.grow();
    const second = await look(service.url, 'good');
    expect([second.code, second.out]).toEqual([
      0,
      expect.stringMatching(/^Cosigned: \d+ entries in kanon\.example/),
    ]);
    expect(sizeIn(await kept('good'))).toBeGreaterThan(sizeIn(before));
    const noted = await kept('good');
    expect((await look(service.url, 'good')).out).toBe('Nothing has been added since the last time.\n');
    expect(await kept('good')).toBe(noted);
    expect((await service.shown()).signatures.map(({ name }) => name)).toEqual([
      'kanon.example/log/05',
      'witness.example',
    ]);
  });

  test('is shown by kanon log status beside the service', async () => {
    await look(service.url, 'good');
    const witnesses = join(folder, 'witnesses');
    await writeFile(witnesses, vkeyOf(KEY));
    for (const [lang, said] of [
      ['de', /^witness {2}witness\.example: auf dem Stand, bürgt für \d+$/m],
      ['en', /^witness {2}witness\.example: current, vouches for \d+$/m],
    ] as const) {
      const { code, out } = await kanon(['log', 'status', '--lang', lang], {
        ...ORIGIN,
        KANON_WITNESSES: witnesses,
        KANON_DATA: join(folder, 'data'),
        DATABASE_URL: database.serviceUrl,
      });
      expect([code, out]).toEqual([0, expect.stringMatching(said)]);
    }
  });

  test('hands back what the service did not get the last time', async () => {
    await service.grow();
    const lies = await between(service.url, { '/v1/witness/cosignatures': [503, 'later'] });
    const lost = await look(lies.url, 'good');
    expect(lost.code).toBe(3);
    await lies.close();
    const noted = await kept('good');
    expect((await service.shown()).signatures).toHaveLength(1);
    expect((await look(service.url, 'good')).out).toContain('Cosigned: ');
    expect((await service.shown()).signatures).toHaveLength(2);
    expect(await kept('good')).toBe(noted);
  });

  test('goes on where the service fails for a while, and ends in order at a signal', async () => {
    const lies = await between(service.url, {});
    const child = spawn(process.execPath, [MAIN, ...argsOf(lies.url, 'watching', '--every', '1')], {
      env: { PATH: process.env['PATH'] ?? '' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const until = async (words: string): Promise<void> => {
      while (!said.includes(words) && child.exitCode === null) await sleep(20);
      expect(said).toContain(words);
    };
    await until('Seen for the first time');
    lies.answers['/v1/witness/checkpoint'] = [200, '<title>Maintenance</title>'];
    await until('is no checkpoint');
    delete lies.answers['/v1/witness/checkpoint'];
    await service.grow();
    await until('Cosigned: ');
    // Even while an answer is still to come.
    lies.answers['/v1/witness/checkpoint'] = 'never';
    await sleep(1200);
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    await lies.close();
    expect([code, said]).toEqual([0, expect.not.stringContaining('ALARM')]);
  });

  describe('cosigns nothing and keeps what it knows', () => {
    let noted: string;
    beforeAll(async () => {
      await look(service.url, 'kept');
      noted = await kept('kept');
      await service.grow();
    });
    afterEach(async () => {
      expect(await kept('kept')).toBe(noted);
      expect((await readdir(join(folder, 'kept'))).filter((name) => name.startsWith('evidence-'))).toEqual(
        [],
      );
    });

    test.each<[string, Record<string, Answered>]>([
      ['nothing', { '/v1/witness/checkpoint': [200, ''] }],
      ['a page', { '/v1/witness/checkpoint': [200, '<html>'] }],
      ['bytes that are no text', { '/v1/witness/checkpoint': [200, Buffer.from([0xff, 0xfe, 0, 1])] }],
      ['seventeen megabytes', { '/v1/witness/checkpoint': [200, Buffer.alloc(17 * 1024 * 1024, 'x')] }],
      ['a failure', { '/v1/witness/checkpoint': [500, 'oops'] }],
      ['no proof', { '/v1/witness/consistency': [200, '{"proof":"none"}'] }],
      ['hashes that are none', { '/v1/witness/consistency': [200, '{"proof":["AAAA",7]}'] }],
      ['a proof in no JSON', { '/v1/witness/consistency': [200, 'proof'] }],
      ['a proof that it refuses', { '/v1/witness/consistency': [404, 'gone'] }],
    ])('where it is shown %s', async (_, answers) => {
      const lies = await between(service.url, answers);
      const failure: unknown = await inside(lies.url, 'kept').catch((error: unknown) => error);
      await lies.close();
      expect(failure).toBeInstanceOf(Failure);
      expect((failure as Failure).exitCode).not.toBe(EXIT.finding);
      expect((failure as Failure).sentences[0]).toMatch(/[.?]$/);
    });

    test('where nobody answers', async () => {
      expect((await look('http://127.0.0.1:1', 'kept')).code).toBe(3);
    });

    test.each([
      ['a key that is none', ['--key', 'log-key']],
      ['its own key as that of the log', ['--log-key', 'key']],
      ['no key at all', ['--key', 'nowhere']],
    ])('with %s', async (_, [option = '', file = '']) => {
      const { code, err } = await look(service.url, 'kept', option, join(folder, file));
      expect([code, err]).toEqual([1, expect.stringMatching(/^kanon: /)]);
      expect(err).not.toContain('PRIVATE');
    });

    test.each([['0'], ['1.5']])('with a pause of %s', async (every) => {
      expect((await look(service.url, 'kept', '--every', every)).code).toBe(2);
    });
  });

  test.each<[string, (note: string) => string]>([
    ['cut off', (note) => note.slice(0, 40)],
    ['empty', () => ''],
    ['set back by hand', (note) => note.replace(/\n\d+\n/, '\n1\n')],
  ])('refuses to go on where its own memory was %s', async (name, damage) => {
    const state = `damaged ${name}`.replaceAll(' ', '-');
    await look(service.url, state);
    const [file = ''] = await readdir(join(folder, state));
    const damaged = damage(await kept(state));
    await writeFile(join(folder, state, file), damaged);
    await service.grow();
    const { code, out, err } = await look(service.url, state);
    expect([code, out, err]).toEqual([1, '', expect.stringContaining('is damaged')]);
    expect(await kept(state)).toBe(damaged);
    expect((await service.shown()).signatures).toHaveLength(1);
  });

  test('raises the alarm where an old checkpoint is shown again, and the service is not blamed for it', async () => {
    await look(service.url, 'replayed');
    const old = await kept('replayed');
    await service.grow();
    await look(service.url, 'replayed');
    const noted = await kept('replayed');
    const lies = await between(service.url, { '/v1/witness/checkpoint': [200, old] });
    const { code, err } = await look(lies.url, 'replayed');
    await lies.close();
    expect([code, err]).toEqual([4, expect.stringContaining('ALARM: the log has shrunk')]);
    expect(await evidence('replayed')).toEqual({ 'seen.checkpoint': noted, 'shown.checkpoint': old });
    expect(await kept('replayed')).toBe(noted);
    expect(await standing(service)).toEqual([{ name: 'witness.example', state: 'current' }]);
  });

  test('raises the alarm where a proof does not hold, once however often it looks', async () => {
    await look(service.url, 'lied-to');
    const noted = await kept('lied-to');
    await service.grow();
    const { size } = parseCheckpoint((await service.shown()).text);
    const { body } = await call(service, 'GET', `/v1/witness/consistency?from=${sizeIn(noted)}&to=${size}`);
    const proof = JSON.stringify({ proof: [...body.proof.slice(1), Buffer.alloc(32).toString('base64')] });
    const lies = await between(service.url, { '/v1/witness/consistency': [200, proof] });
    for (const _ of [1, 2]) {
      const { code, err } = await look(lies.url, 'lied-to');
      expect([code, err]).toEqual([4, expect.stringContaining('ALARM: the log has two histories')]);
    }
    await lies.close();
    expect(Object.keys(await evidence('lied-to')).sort()).toEqual([
      'detail.txt',
      'seen.checkpoint',
      'shown.checkpoint',
    ]);
  });

  test('raises the alarm where a signature is forged, or by another key', async () => {
    const shown = await service.shown();
    const forged = formatNote({
      text: shown.text,
      signatures: [shown.signatures[0]!, { ...cosign(signing, KEY, `${shown.text}x\n`, 1) }],
    });
    const lies = await between(service.url, { '/v1/witness/checkpoint': [200, forged] });
    expect((await look(lies.url, 'forged')).code).toBe(4);
    await lies.close();

    const other = signerKey(signing, 'log', 'kanon.example/log/05', Buffer.alloc(32, 9));
    await writeFile(join(folder, 'other-key'), vkeyOf(other));
    const { code, err } = await look(service.url, 'other', '--log-key', join(folder, 'other-key'));
    expect([code, err]).toEqual([4, expect.stringContaining('not signed with the key of the log')]);
    expect(Object.keys(await evidence('other')).sort()).toEqual(['detail.txt', 'shown.checkpoint']);
  });

  describe('after the service was restored from a backup', () => {
    let backup: FreshDatabase;
    let copy: WitnessedApp;
    let noted: string;
    beforeAll(async () => {
      await service.app.close();
      backup = await freshDatabase(database);
      await cp(join(folder, 'data'), join(folder, 'restored'), { recursive: true });
      service = await start(join(folder, 'data'), database);
      for (const _ of [1, 2]) await service.grow();
      await look(service.url, 'fork');
      noted = await kept('fork');
      // With the same key, and the checkpoints of then: it goes its own way and does not know it.
      copy = await start(join(folder, 'restored'), backup);
    });
    afterAll(async () => {
      await copy.close();
      await backup.drop();
    });

    test.each([
      [1, 'has shrunk'],
      [2, 'two histories'],
      [3, 'two histories'],
    ])('with %i entries of its own it is found out, and both tell of it', async (entries, alarm) => {
      await copy.grow();
      const state = `fork-${entries}`;
      await cp(join(folder, 'fork'), join(folder, state), { recursive: true });
      const { code, err } = await look(copy.url, state);
      expect([code, err]).toEqual([4, expect.stringContaining(alarm)]);
      expect(err).toContain('evidence');
      expect(sizeIn((await evidence(state))['shown.checkpoint']!)).toBe(sizeIn(noted) - 2 + entries);
      expect((await evidence(state))['seen.checkpoint']).toBe(noted);
      expect(await kept(state)).toBe(noted);
      expect(await standing(copy)).toEqual([{ name: 'witness.example', state: 'disagrees' }]);
      expect(await standing(service)).toEqual([{ name: 'witness.example', state: 'current' }]);
    });
  });

  test('does not follow into a new log until its key is confirmed', async () => {
    await look(service.url, 'reopened');
    const noted = await kept('reopened');
    await rm(service.settings.checkpoints, { recursive: true });
    await service.grow().catch(() => undefined);
    const owner = await ownerOf({ database });
    for (const person of ['one', 'two'])
      await owner.rows(
        `INSERT INTO log_reopening (tenant, account, person) VALUES ('05', gen_random_uuid(), md5($1)::uuid)`,
        [person],
      );
    await owner.end();
    await service.grow();
    const { code, err } = await look(service.url, 'reopened');
    expect([code, err]).toEqual([
      4,
      expect.stringContaining('kanon.example/log/05/2, not kanon.example/log/05'),
    ]);
    expect(await kept('reopened')).toBe(noted);

    const { tree } = (await service.app.get(Sequencer).status())!;
    await writeFile(join(folder, 'new-key'), tree.verifierKey);
    const confirmed = await look(service.url, 'reopened', '--log-key', join(folder, 'new-key'));
    expect([confirmed.code, confirmed.out]).toEqual([0, expect.stringContaining('Seen for the first time')]);
    expect(
      (await readdir(join(folder, 'reopened'))).filter((name) => name.endsWith('.checkpoint')),
    ).toHaveLength(2);
  });
});

/** Status and body, or no answer at all. */
type Answered = readonly [status: number, body: string | Buffer] | 'never';

/** Between a witness and the service: passes everything on but the paths that have an answer here. */
async function between(to: string, answers: Record<string, Answered>) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const own = answers[new URL(request.url ?? '', to).pathname];
      if (own === 'never') return;
      const type = String(own?.[1]).startsWith('{') ? 'application/json' : 'text/plain';
      if (own) return void response.writeHead(own[0], { 'content-type': type }).end(own[1]);
      void fetch(`${to}${request.url}`, {
        method: request.method ?? 'GET',
        headers: { 'content-type': 'application/json' },
        ...(request.method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
      }).then(async (answer) => {
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        response.end(await answer.text());
      });
    });
  });
  // A test that fails before it closes this one must not keep the others waiting.
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
