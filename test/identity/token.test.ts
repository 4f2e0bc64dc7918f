/** Access tokens under attack: one that is not word for word as we write it opens nothing. */
import crypto, { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as jose from 'jose';
import { FIRST_EPOCH } from '../../src/identity/account.ts';
import { Tokens } from '../../src/identity/token.ts';
import { Keyring } from '../../src/identity/keyring.ts';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { describeWithShared } from '../setup/shared.ts';

const AUDIENCE = 'kanon-api';

describe('an access token', () => {
  let kanon: TestApp;
  let admin: Signed;
  let key: { id: string; secret: crypto.KeyObject; open: jose.JWK };

  beforeAll(async () => {
    kanon = await startApp();
    admin = await signedIn(kanon, 'admin');
    const { id, secret, open } = kanon.app.get(Keyring).signing('tokens');
    key = { id, secret, open: open! };
  });
  afterAll(() => kanon.close());

  /** Status of an open door for whoever is signed in: 403 with a token that is believed, 401 without. */
  const knock = (authorization: string): Promise<{ status: number; text: string; type: string }> =>
    new Promise((resolve, reject) => {
      request(`${kanon.url}/v1/releases`, { headers: { authorization } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, text, type: answer.headers['content-type'] ?? '' });
        });
      })
        .on('error', reject)
        .end();
    });
  const statusOf = async (token: string): Promise<number> => (await knock(`Bearer ${token}`)).status;

  const claims = (change: Readonly<Record<string, unknown>> = {}): jose.JWTPayload => {
    const now = Math.floor(Date.now() / 1000);
    const { actor } = admin;
    return {
      tenant: '05',
      person: actor.person,
      office: 'Erfundenes Amt',
      role: 'admin',
      region: null,
      schools: [],
      counties: [],
      iss: kanon.settings.publicUrl,
      aud: AUDIENCE,
      sub: actor.account,
      epoch: FIRST_EPOCH,
      sid: randomUUID(),
      amr: ['pwd', 'otp', 'mfa'],
      auth_time: now,
      jti: randomUUID(),
      iat: now,
      exp: now + 300,
      ...change,
    } as jose.JWTPayload;
  };
  /** Signed with our own key, so that only the claims or the header are at fault. */
  const signed = (
    change: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, unknown>> = {},
  ) =>
    new jose.CompactSign(Buffer.from(JSON.stringify(claims(change))))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.id, ...header })
      .sign(key.secret);

  test('as we write it is believed, again and again', async () => {
    const token = await signed();
    expect([await statusOf(admin.token), await statusOf(token), await statusOf(token)]).toEqual([
      403, 403, 403,
    ]);
  });

  test('is believed until it expires and not a second longer, though it was remembered', async () => {
    const token = await signed({ exp: Math.floor(Date.now() / 1000) + 2 });
    expect(await statusOf(token)).toBe(403);
    await sleep(2100);
    expect(await statusOf(token)).toBe(401);
  });

  describe('signed with our own key is refused', () => {
    const now = (): number => Math.floor(Date.now() / 1000);
    const every = [
      'iss',
      'aud',
      'sub',
      'jti',
      'iat',
      'exp',
      'tenant',
      'person',
      'office',
      'role',
      'region',
      'schools',
      'epoch',
      'amr',
      'auth_time',
      'sid',
    ];

    test.each(every)('without %s', async (claim) => {
      expect(await statusOf(await signed({ [claim]: undefined }))).toBe(401);
    });

    test.each<[string, Record<string, unknown>]>([
      ['for ten years', { exp: 4_000_000_000 }],
      ['for sixteen minutes', { exp: Math.floor(Date.now() / 1000) + 990 }],
      [
        'from tomorrow',
        { iat: Math.floor(Date.now() / 1000) + 86_400, exp: Math.floor(Date.now() / 1000) + 86_700 },
      ],
      ['for several audiences', { aud: [AUDIENCE, 'other'] }],
      ['for a list of our audience', { aud: [AUDIENCE] }],
      ['for a longer audience', { aud: `${AUDIENCE}.evil` }],
      ['by an issuer with a slash', { iss: 'http://localhost:0/' }],
      ['with a time as text', { exp: '4000000000' }],
      ['with a subject that is an object', { sub: { $ne: null } }],
      ['with a subject that is no account', { sub: 'root' }],
      ['with an id that is no id', { jti: "1'; DROP TABLE access_entry; --" }],
      ['with ways to sign in that are no list', { amr: 'mfa' }],
      ['with a time of proof as text', { auth_time: '4000000000' }],
      ['with an unknown role', { role: 'superuser' }],
      ['with a role of the system', { role: 'publisher' }],
      ['with a role from the prototype', { role: 'constructor' }],
      ['with several roles', { role: ['admin', 'auditor'] }],
      ['for another Land', { tenant: '09' }],
      ['with a region that is none', { region: '0' }],
      ['with a region that is empty', { region: '' }],
      ['with a school that is none', { schools: ['990001', '%'] }],
      ['with schools that are no list', { schools: '990001' }],
      ['with counties that are no list', { counties: '05111' }],
      ['with a district among the counties', { counties: ['05111', '051'] }],
      ['with a municipality among the counties', { counties: ['05111000'] }],
      ['with an empty county', { counties: [''] }],
      ['with an office that is no text', { office: { name: 'x' } }],
      ['with a person that is no text', { person: 7 }],
    ])('%s', async (_, change) => {
      expect(await statusOf(await signed(change))).toBe(401);
    });

    test.each<[string, Record<string, unknown>]>([
      ['another type', { typ: 'JWT' }],
      ['no type', { typ: undefined }],
      ['the type of a receipt', { typ: 'kanon-receipt+jws' }],
      ['another key id', { kid: 'other' }],
      ['no key id', { kid: undefined }],
    ])('with %s in its header', async (_, header) => {
      expect(await statusOf(await signed({}, header))).toBe(401);
    });

    test('with 5,000 characters', async () => {
      const token = await signed({ pad: 'x'.repeat(4000) });
      expect(token.length).toBeGreaterThan(5000);
      expect(await statusOf(token)).toBe(401);
    });

    test('but not where the clock of the process that issued it is a few seconds ahead', async () => {
      const token = await signed({ iat: now() + 4, exp: now() + 304 });
      expect(await statusOf(token)).toBe(403);
      expect(await statusOf(await signed({ iat: now() + 60, exp: now() + 360 }))).toBe(401);
    });

    test('once it is over', async () => {
      expect(await statusOf(await signed({ iat: now() - 600, exp: now() - 1 }))).toBe(401);
      expect(await statusOf(await signed({ iat: now() - 1000, exp: now() + 300 }))).toBe(401);
    });
  });

  test.each([
    ['nothing', ''],
    ['another scheme', 'Basic TOKEN'],
    ['two tokens', 'Bearer TOKEN TOKEN'],
    ['a list', 'Bearer TOKEN, Bearer TOKEN'],
    ['a tab', 'Bearer\tTOKEN'],
    ['quotes', 'Bearer "TOKEN"'],
    ['padding', 'Bearer TOKEN='],
    ['two paddings', 'Bearer TOKEN=='],
  ])('between %s in the header is not looked for', async (_, header) => {
    const { status, text, type } = await knock(header.replaceAll('TOKEN', admin.token));
    expect([status, type]).toEqual([401, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(text).type).toBe('urn:kanon:problem:not-signed-in');
    expect(text).not.toContain(admin.token.slice(0, 20));
  });

  test('in the address or a cookie is not looked for', async () => {
    expect((await call(kanon, 'GET', `/v1/releases?access_token=${admin.token}`)).status).toBe(401);
    expect(
      (await call(kanon, 'GET', '/v1/releases', { headers: { cookie: `token=${admin.token}` } })).status,
    ).toBe(401);
  });

  describe('and its keys', () => {
    test('the published ones are public, and tell our tokens', async () => {
      const { status, body, headers } = await call(kanon, 'GET', '/.well-known/jwks.json');
      expect([status, headers.get('content-type')]).toEqual([200, 'application/jwk-set+json; charset=utf-8']);
      expect(body.keys.map((jwk: object) => Object.keys(jwk).sort())).toEqual([
        ...['tokens', 'receipts', 'certificates'].map(() => [
          'alg',
          'crv',
          'kid',
          'kty',
          'purposes',
          'use',
          'x',
        ]),
      ]);
      const { payload } = await jose.jwtVerify(
        admin.token,
        jose.createLocalJWKSet(body as jose.JSONWebKeySet),
        {
          issuer: kanon.settings.publicUrl,
          audience: AUDIENCE,
        },
      );
      expect(payload.sub).toBe(admin.actor.account);
    });

    test('the secret one lies in a file that only the service reads', async () => {
      const file = join(kanon.settings.data, 'tokens-key-1.pem');
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    });

    test('the public one as the secret of an HMAC opens nothing', async () => {
      const spki = await jose.exportSPKI((await jose.importJWK(key.open, 'EdDSA')) as jose.CryptoKey);
      const raw = Buffer.from(key.open.x ?? '', 'base64url');
      for (const secret of [
        spki,
        spki.trim(),
        raw,
        JSON.stringify(key.open),
        crypto.createPublicKey(spki).export({ type: 'spki', format: 'der' }),
      ]) {
        const message = [{ alg: 'HS256', typ: 'at+jwt', kid: key.id }, claims()]
          .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
          .join('.');
        const tag = crypto.createHmac('sha256', secret).update(message).digest('base64url');
        expect(await statusOf(`${message}.${tag}`)).toBe(401);
      }
    });
  });

  describeWithShared(
    ['vectors/jwt/gen-jwt-attacks.mjs'],
    'of the shared attacks, turned on our own key and claims',
    ([file]) => {
      interface Built {
        readonly good: string;
        readonly attacks: Readonly<Record<string, string>>;
      }
      let built: Built;

      beforeAll(async () => {
        // The generator attacks a server of its own; so that it attacks ours, its first key becomes ours, and its claims ours.
        let source = await readFile(file!, 'utf8');
        const turn = (from: string | RegExp, to: string): void => {
          const turned = source.replaceAll(from, to);
          if (turned === source) throw new Error(`the shared attacks no longer hold ${String(from)}`);
          source = turned;
        };
        turn(/^import .*$/gm, '');
        turn('export async function', 'async function');
        turn(/'ES256'/g, "'EdDSA'");
        turn(/'k1'/g, JSON.stringify(key.id));
        turn(`crypto.sign('sha256',`, 'crypto.sign(null,');
        turn(/client_id/g, 'person');
        turn(
          `sub:'u1'`,
          'sub:ours.sub,tenant:ours.tenant,office:ours.office,role:ours.role,region:null,schools:[],epoch:ours.epoch,sid:ours.sid,amr:ours.amr,auth_time:ours.auth_time',
        );
        turn(`person:'c1'`, 'person:ours.person');
        const ourPair = { privateKey: key.secret, publicKey: await jose.importJWK(key.open, 'EdDSA') };
        let pairs = 0;
        const withOurKey = {
          ...jose,
          generateKeyPair: (alg: string, options: object) => {
            pairs += 1;
            return pairs === 1 ? ourPair : jose.generateKeyPair(alg, options);
          },
        };
        // eslint-disable-next-line @typescript-eslint/no-implied-eval
        const build = new Function('jose', 'crypto', 'ours', `${source}\nreturn build;`)(
          withOurKey,
          crypto,
          claims(),
        ) as (options: { iss: string; aud: string }) => Promise<Built>;
        built = await build({ iss: kanon.settings.publicUrl, aud: AUDIENCE });
      });

      test('the sound one is believed', async () => {
        expect(await statusOf(built.good)).toBe(403);
      });

      test('not one is believed', async () => {
        const names = Object.keys(built.attacks);
        expect(names.length).toBeGreaterThan(55);
        const believed: string[] = [];
        for (const name of names) {
          const actor = await kanon.app
            .get(Tokens)
            .verify(built.attacks[name]!)
            .catch((error: unknown) => (error as { code?: string }).code);
          if (actor !== 'not-signed-in') believed.push(`${name}: ${JSON.stringify(actor)}`);
        }
        expect(believed).toEqual([]);
      });

      test('over HTTP each gets the same answer', async () => {
        const sendable = Object.entries(built.attacks).filter(
          ([, token]) => /^[\x20-\x7e]*$/.test(token) && token.length < 12_000,
        );
        expect(sendable.length).toBeGreaterThan(50);
        const answers = await Promise.all(
          sendable.map(async ([name, token]) => ({ name, ...(await knock(`Bearer ${token}`)) })),
        );
        const [first] = answers;
        expect(answers.filter(({ status, text }) => status !== 401 || text !== first?.text)).toEqual([]);
      });
    },
  );
});
