/** Guessing at accounts is slow for whoever does it, and for nobody else. */
import { setTimeout as pause } from 'node:timers/promises';
import { Accounts } from '../../src/identity/accounts.ts';
import { SignInTries } from '../../src/identity/sign-in-tries.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { answering, launch, type Service } from '../setup/service.ts';

/** Milliseconds; a machine that others use as well is slow. */
const PATIENCE = 900_000;
const PASSWORD = 'a-good-long-passphrase';
const TOO_MANY = 'urn:kanon:problem:too-many-sign-ins';

describe('tries at an account', () => {
  let kanon: TestApp;
  let owner: Owner;
  beforeAll(async () => {
    kanon = await startApp({ KANON_TRUSTED_PROXIES: '127.0.0.0/8' });
    await furnish(kanon);
    owner = await ownerOf(kanon);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  let serial = 0;
  async function account(): Promise<{ name: string; id: string }> {
    serial += 1;
    const name = `guessed-${serial}`;
    const [actor] = await kanon.app.get(Accounts).create(kanon.admin, [
      {
        name,
        role: 'reporter',
        office: 'Erfundenes Amt',
        schools: ['990001' as SchoolNumber],
        password: PASSWORD,
      },
    ]);
    return { name, id: actor!.account ?? '' };
  }

  let sources = 0;
  const newSource = (): string => {
    sources += 1;
    return `198.51.${sources >> 8}.${sources & 255}`;
  };
  interface From {
    readonly source?: string;
    readonly device?: string;
    readonly cookie?: string;
    readonly url?: string;
  }
  const post = (
    path: string,
    body: object | string,
    { source = newSource(), device, cookie, url }: From = {},
  ) =>
    call(url ? { ...kanon, url } : kanon, 'POST', path, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'x-forwarded-for': source,
        ...(device ? { 'kanon-device': device } : {}),
        ...(cookie ? { cookie } : {}),
      },
    });
  const signIn = (name: string, password: string, from?: From) =>
    post('/v1/sessions', { account: name, password }, from);
  /** One after the other; how many were looked at, and how many were not. */
  async function guess(name: string, times: number, from: (i: number) => From) {
    const met = { looked: 0, refused: 0 };
    for (let i = 0; i < times; i += 1) {
      const { status } = await signIn(name, `wrong-${i}`, from(i));
      expect([401, 429]).toContain(status);
      met[status === 401 ? 'looked' : 'refused'] += 1;
    }
    return met;
  }

  test(
    'from one source are twenty an hour, from a thousand a hundred, over three processes and a restart',
    async () => {
      const { name } = await account();
      const { name: other } = await account();
      const { body } = await signIn(name, PASSWORD);
      const env = {
        DATABASE_URL: kanon.settings.databaseUrl!,
        KANON_DATA: kanon.settings.data,
        KANON_TRUSTED_PROXIES: '127.0.0.1',
        KANON_POOL: '4',
      };
      const start = async (): Promise<Service> => answering(await launch(env), 120);
      const stop = async (service: Service): Promise<void> => {
        service.process.kill('SIGTERM');
        await service.ended;
      };
      let services = await Promise.all([start(), start()]);
      try {
        const urls = () => [kanon.url, ...services.map(({ url }) => url)];
        const source = newSource();
        expect(await guess(other, 15, (i) => ({ source, url: urls()[i % 3]! }))).toEqual({
          looked: 15,
          refused: 0,
        });
        await Promise.all(services.map(stop));
        services = await Promise.all([start(), start()]);
        expect(await guess(other, 15, (i) => ({ source, url: urls()[i % 3]! }))).toEqual({
          looked: 5,
          refused: 10,
        });

        // All at once, each from another address.
        const statuses = await Promise.all(
          Array.from({ length: 1000 }, async (_, i) => {
            await pause(i);
            const from = { url: urls()[i % 3]!, source: newSource() };
            for (;;) {
              const { status, body: said } = await signIn(name, `wrong-${i}`, from);
              // Nothing was looked at and nothing counted: the guesser comes again.
              if (status === 503 || (status === 429 && said.type !== TOO_MANY)) await pause(200);
              else return status;
            }
          }),
        );
        // Some that could not be made were given back when the last guess had been refused already.
        const looked = statuses.filter((status) => status === 401).length;
        expect(looked).toBeLessThanOrEqual(100);
        expect(looked).toBeGreaterThan(90);
        expect(statuses.filter((status) => status === 429)).toHaveLength(1000 - looked);
        // A process may believe for a minute that none is left.
        for (let i = looked; i < 100;) {
          const { status } = await signIn(name, 'wrong', { source: newSource() });
          if (status === 401) i += 1;
          else await pause(1000);
        }

        // Now the lane of the unknown is closed everywhere, and the device goes in.
        for (const url of urls()) {
          const stranger = await signIn(name, PASSWORD, { url });
          expect([stranger.status, stranger.body.type]).toEqual([429, TOO_MANY]);
          const wait = Number(stranger.headers.get('retry-after'));
          expect(wait).toBeGreaterThan(3000);
          expect(wait).toBeLessThanOrEqual(3600);
          expect((await signIn(name, PASSWORD, { url, device: body.device })).status).toBe(201);
        }
      } finally {
        await Promise.all(services.map(stop));
      }
    },
    PATIENCE,
  );

  test('that come all at once are counted before any is looked at', async () => {
    const { name } = await account();
    const source = newSource();
    const all = await Promise.all(Array.from({ length: 50 }, () => signIn(name, 'wrong', { source })));
    expect(all.filter(({ status }) => status === 401)).toHaveLength(20);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(30);
  });

  test(
    'of a source that is full are refused before the body, but from a known device',
    async () => {
      const { name } = await account();
      const source = newSource();
      const { body } = await signIn(name, PASSWORD, { source });
      for (let i = 0; i < 100; i += 1)
        expect((await signIn(`invented-${i}`, 'wrong', { source })).status).toBe(401);
      expect((await signIn('invented-next', 'wrong', { source })).status).toBe(429);
      // A body that is none is not even read.
      for (const path of ['/v1/sessions', '/v1/passwords']) {
        const unread = await post(path, 'no JSON', { source });
        expect([unread.status, unread.body.type]).toEqual([429, TOO_MANY]);
        expect(Number(unread.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect((await signIn(name, PASSWORD, { source })).status).toBe(429);
      expect((await signIn(name, PASSWORD, { source, device: body.device })).status).toBe(201);
      // Another source is not concerned, and neither is a new code from here.
      expect((await signIn(name, PASSWORD)).status).toBe(201);
      const { token } = await signedIn(kanon, 'admin');
      const invited = await call(kanon, 'POST', '/v1/accounts', {
        token,
        body: JSON.stringify({
          name: 'behind-a-guesser',
          role: 'reporter',
          office: 'Amt',
          schools: ['990001'],
        }),
      });
      expect(invited.status).toBe(201);
      const code = {
        account: 'behind-a-guesser',
        code: invited.body.code,
        password: 'another-good-passphrase',
      };
      expect((await post('/v1/activations', code, { source })).status).toBe(201);
    },
    PATIENCE,
  );

  test('that are right count against nobody', async () => {
    const { name } = await account();
    const source = newSource();
    // At once they fill the counter, and leave it empty.
    await Promise.all(Array.from({ length: 30 }, () => signIn(name, PASSWORD, { source })));
    for (let i = 0; i < 25; i += 1) expect((await signIn(name, PASSWORD, { source })).status).toBe(201);
    expect(await guess(name, 21, () => ({ source }))).toEqual({ looked: 20, refused: 1 });
  });

  test('of a known device are twenty, count against no source, and close no lane of others', async () => {
    const { name } = await account();
    const source = newSource();
    const { body } = await signIn(name, PASSWORD, { source });
    expect(await guess(name, 25, () => ({ source, device: body.device }))).toEqual({
      looked: 20,
      refused: 5,
    });
    expect((await signIn(name, PASSWORD, { source, device: body.device })).status).toBe(429);
    expect(await guess(name, 20, () => ({ source }))).toEqual({ looked: 20, refused: 0 });
  });

  test(
    'with a device that is forged, of another account, or of another installation are those of a stranger',
    async () => {
      const { name } = await account();
      const { name: other } = await account();
      const { body } = await signIn(other, PASSWORD);
      const { body: own } = await signIn(name, PASSWORD);
      const flipped = Buffer.from(own.device as string, 'base64url');
      flipped[20]! ^= 1;
      const devices = [
        body.device as string,
        flipped.toString('base64url'),
        `${own.device as string}A`,
        (own.device as string).slice(0, -2),
        'A'.repeat(91),
      ];
      const source = newSource();
      expect(await guess(name, 25, (i) => ({ source, device: devices[i % devices.length]! }))).toEqual({
        looked: 20,
        refused: 5,
      });
      expect((await signIn(name, PASSWORD, { source, device: own.device })).status).toBe(201);
    },
    PATIENCE,
  );

  test('at the old password, by which a new one is set, are the same tries', async () => {
    const { name } = await account();
    const source = newSource();
    const change = () =>
      post('/v1/passwords', { account: name, old: 'wrong', password: 'x'.repeat(20) }, { source });
    for (let i = 0; i < 10; i += 1) expect((await change()).status).toBe(401);
    expect(await guess(name, 11, () => ({ source }))).toEqual({ looked: 10, refused: 1 });
    expect((await change()).status).toBe(429);
  });

  test('at a code close one source only, and a new code opens it again', async () => {
    const { id, name } = await account();
    const { token } = await signedIn(kanon, 'admin');
    const reset = () => call(kanon, 'POST', `/v1/accounts/${id}/reset`, { token, body: '{}' });
    await reset();
    const source = newSource();
    const activate = (code: string) =>
      post('/v1/activations', { account: name, code, password: 'another-good-passphrase' }, { source });
    for (let i = 0; i < 20; i += 1) expect((await activate('aaaa-aaaa-aaaa-aaaa')).status).toBe(401);
    expect((await activate('aaaa-aaaa-aaaa-aaaa')).status).toBe(429);
    const { body } = await reset();
    expect((await activate(body.code as string)).status).toBe(201);
  });

  test(
    'a browser keeps its devices in a cookie that no script and no other site sees, one for each account',
    async () => {
      const { name } = await account();
      const { name: other } = await account();
      const fromPage = (account: string, cookie?: string) =>
        call(kanon, 'POST', '/v1/sessions', {
          body: JSON.stringify({ account, password: PASSWORD, keep: 'cookie' }),
          headers: {
            origin: kanon.settings.publicUrl,
            'sec-fetch-site': 'same-origin',
            'x-forwarded-for': newSource(),
            ...(cookie ? { cookie } : {}),
          },
        });
      const cookieIn = (headers: Headers): string =>
        headers.getSetCookie().find((line) => line.startsWith('__Host-kanon-device=')) ?? '';
      const first = await fromPage(name);
      expect([first.status, 'device' in first.body]).toEqual([201, false]);
      expect(cookieIn(first.headers)).toMatch(
        /^__Host-kanon-device=[A-Za-z0-9_-]{91}; Path=\/; Max-Age=34560000; Secure; HttpOnly; SameSite=Strict$/,
      );
      const valueOf = (headers: Headers) => cookieIn(headers).split(';')[0]!;
      const second = await fromPage(other, valueOf(first.headers));
      const cookie = valueOf(second.headers);
      expect(cookie.split('.')).toHaveLength(2);
      for (const account of [name, other]) {
        expect(await guess(account, 20, () => ({ cookie }))).toEqual({ looked: 20, refused: 0 });
        expect((await signIn(account, 'wrong', { cookie })).status).toBe(429);
        expect((await signIn(account, PASSWORD)).status).toBe(201);
      }
    },
    PATIENCE,
  );

  test('stand under keys that name nobody, and go when they are over', async () => {
    const rows = await owner.rows<{ text: string; length: number }>(
      `SELECT t::text AS text, length(key) AS length FROM sign_in_try t`,
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const { text, length } of rows) {
      expect(length).toBe(32);
      expect(text).not.toMatch(/guessed|invented|198\.51|127\.0/);
      for (const name of ['guessed-1', '198.51.0.1'])
        expect(text).not.toContain(Buffer.from(name).toString('hex'));
    }
    const tries = kanon.app.get(SignInTries);
    expect(await tries.clear()).toBe(0);
    await owner.rows(
      `UPDATE sign_in_try SET ends_at = now() - interval '1 second'
       WHERE key IN (SELECT key FROM sign_in_try ORDER BY key LIMIT 3)`,
    );
    expect(await tries.clear()).toBe(3);
    expect(await owner.rows(`SELECT FROM sign_in_try`)).toHaveLength(rows.length - 3);
  });

  test('of more than an hour ago count no more', async () => {
    const { name } = await account();
    const source = newSource();
    expect(await guess(name, 20, () => ({ source }))).toEqual({ looked: 20, refused: 0 });
    await owner.rows(
      `UPDATE sign_in_try SET tries = ARRAY(SELECT at - interval '61 minutes' FROM unnest(tries) AS at)`,
    );
    expect(await guess(name, 21, () => ({ source }))).toEqual({ looked: 20, refused: 1 });
  });
});
