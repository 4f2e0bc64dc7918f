/** Kanon as a resource server: tokens of issuers that the settings name, for accounts that are linked to their subjects. */
import crypto from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as jose from 'jose';
import type { Role } from '../../src/access/actor.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { describeWithShared } from '../setup/shared.ts';
import { IssuerOfTests, issuersFile } from './issuer-of-tests.ts';

const STRONG = 'urn:example:two-factors';
const PASSWORD = 'sieben-graue-regentonnen';
const now = (): number => Math.floor(Date.now() / 1000);

describe('a token of an issuer', () => {
  let kanon: TestApp;
  let owner: Owner;
  let issuer: IssuerOfTests;
  let other: IssuerOfTests;
  let admin: Signed;
  let serial = 0;

  beforeAll(async () => {
    issuer = await new IssuerOfTests().start();
    other = await new IssuerOfTests().start();
    const file = await issuersFile(
      {
        id: 'schule',
        issuer: issuer.url,
        audience: issuer.audience,
        algorithms: ['ES256', 'RS256'],
        acr: [STRONG],
      },
      {
        id: 'land',
        issuer: other.url,
        audience: other.audience,
        algorithms: ['ES256'],
        jwks_uri: `${other.url}/jwks`,
        clients: ['portal'],
      },
    );
    kanon = await startApp({ KANON_ISSUERS_FILE: file });
    await furnish(kanon);
    owner = await ownerOf(kanon);
    admin = await signedIn(kanon, 'admin');
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
    await Promise.all([issuer.stop(), other.stop()]);
  });

  const post = (path: string, body: object, token?: string) =>
    call(kanon, 'POST', path, { body: JSON.stringify(body), token });
  const invited = async (role: Role = 'reporter', scope: object = { schools: ['990001'] }) => {
    const { body } = await post(
      '/v1/accounts',
      { name: `verknuepft-${(serial += 1)}`, role, office: 'Erfundenes Amt', ...scope },
      admin.token,
    );
    return body as { account: { id: string; name: string }; code: string };
  };
  const activate = async (
    { account, code }: { account: { name: string }; code: string },
    issuerToken?: string,
  ) =>
    post('/v1/activations', {
      account: account.name,
      code,
      password: PASSWORD,
      ...(issuerToken && { issuerToken }),
    });
  /** A new account that this subject is linked to. */
  const linked = async (subject: string, role?: Role, scope?: object, of = issuer) => {
    const made = await invited(role, scope);
    expect((await activate(made, await of.token(subject))).status).toBe(201);
    return made.account;
  };
  const ownSchool = (token: string, school = '990001') =>
    call(kanon, 'GET', `/v1/schools/${school}/reports/2026-Q1/history`, { token });
  /** 200 where it may look: nothing is reported yet. */
  const statusAt = async (token: string, school?: string) => {
    const { status } = await ownSchool(token, school);
    return status === 404 ? 200 : status;
  };

  test('opens nothing until its subject is linked, and then what the account may', async () => {
    const stranger = await ownSchool(await issuer.token('anna'));
    expect([stranger.status, stranger.body.type]).toEqual([403, 'urn:kanon:problem:not-linked']);
    const { id } = await linked('anna');
    expect(await statusAt(await issuer.token('anna'))).toBe(200);
    const entries = await owner.entriesOf(id);
    expect(entries.map(({ action, object }) => [action, object])).toEqual([
      ['account.password', 'how=activate issuer=schule'],
      ['report.history', null],
    ]);
    expect(entries[1]!['token']).toMatch(/^[0-9a-f-]{36}$/);
    // The same name at another issuer is somebody else.
    expect((await ownSchool(await other.token('anna'))).body.type).toBe('urn:kanon:problem:not-linked');
  });

  test('says nothing of role and scope: those are of the account', async () => {
    await linked('berta');
    const token = await issuer.token('berta', {
      role: 'admin',
      region: '05',
      schools: ['990001', '990002'],
      scope: 'admin',
      epoch: 99,
    });
    expect([await statusAt(token), await statusAt(token, '990002')]).toEqual([200, 403]);
    expect((await call(kanon, 'GET', '/v1/accounts', { token })).status).toBe(403);
  });

  test('is linked by nothing but the one-time code: a subject has one account, and a bad token links none', async () => {
    await linked('clara');
    const second = await invited();
    expect((await activate(second, await issuer.token('clara'))).status).toBe(409);
    const bad = await activate(second, await issuer.token('doro', { aud: 'other' }));
    expect([bad.status, bad.body.findings[0].pointer]).toEqual([400, '/issuerToken']);
    // The code is still good, and the account has no link of either.
    expect((await activate(second)).status).toBe(201);
    expect((await ownSchool(await issuer.token('doro'))).body.type).toBe('urn:kanon:problem:not-linked');
    const mail = await owner.rows(`SELECT 1 FROM account_link WHERE subject LIKE '%@%'`);
    expect(mail).toEqual([]);
  });

  describe('counts no more once its account is changed, and one given out later sees the change', () => {
    const changes: [string, (id: string, token: string) => Promise<number>, number][] = [
      ['its office', async (id) => change(id, { office: 'Anderes Amt' }), 200],
      ['its schools', async (id) => change(id, { schools: ['990002'] }), 403],
      [
        'its password',
        async (id) => {
          const { body } = await post(`/v1/accounts/${id}/reset`, {}, admin.token);
          const { name } = (
            await owner.rows<{ name: string }>('SELECT name FROM account WHERE id = $1', [id])
          )[0]!;
          return (await activate({ account: { name }, code: body.code })).status - 1;
        },
        200,
      ],
      [
        'all its sessions ended',
        async (_, token) => (await call(kanon, 'DELETE', '/v1/sessions', { token })).status,
        200,
      ],
      [
        'it was closed',
        async (id) => (await post(`/v1/accounts/${id}/closing`, {}, admin.token)).status,
        401,
      ],
    ];
    const change = async (id: string, body: object) =>
      (await call(kanon, 'PUT', `/v1/accounts/${id}`, { token: admin.token, body: JSON.stringify(body) }))
        .status;

    test.each(changes)('%s', async (what, act, afterwards) => {
      const { id } = await linked(`eva-${what}`);
      const before = await issuer.token(`eva-${what}`);
      expect(await statusAt(before)).toBe(200);
      await later(1100);
      const old = await issuer.token(`eva-${what}`, { iat: now() });
      expect(await statusAt(old)).toBe(200);
      expect(await act(id, before)).toBe(200);
      expect(await statusAt(old)).toBe(401);
      expect(await statusAt(await issuer.token(`eva-${what}`))).toBe(afterwards);
    });
  });

  test('of a role that works with a second factor opens nothing without the acr of the settings', async () => {
    await linked('frida', 'coordinator', { region: '05111' });
    const completeness = async (claims: object) => {
      const token = await issuer.token('frida', { ...claims });
      const { status, body } = await call(kanon, 'GET', '/v1/regions/05111/completeness/2026-Q1', { token });
      return status === 200 ? 'open' : body.type;
    };
    expect(await completeness({})).toBe('urn:kanon:problem:second-factor-missing');
    expect(await completeness({ acr: 'urn:example:password', auth_time: now() })).toBe(
      'urn:kanon:problem:second-factor-missing',
    );
    expect(await completeness({ acr: [STRONG] })).toBe('urn:kanon:problem:second-factor-missing');
    expect(await completeness({ acr: STRONG })).toBe('open');
  });

  test('steps up only by that acr and a fresh auth_time', async () => {
    await linked('greta');
    const begin = async (claims: object) =>
      (await post('/v1/factors/totp', {}, await issuer.token('greta', { ...claims }))).status;
    expect(await begin({ auth_time: now() })).toBe(401);
    expect(await begin({ acr: STRONG })).toBe(401);
    expect(await begin({ acr: STRONG, auth_time: now() - 400 })).toBe(401);
    expect(await begin({ acr: STRONG, auth_time: String(now()) })).toBe(401);
    expect(await begin({ acr: STRONG, auth_time: now() })).toBe(201);
  });

  test('that is bound to a key is no plain bearer, and of another binding none counts', async () => {
    await linked('gerda');
    const { privateKey, publicKey } = await jose.generateKeyPair('ES256', { extractable: true });
    const jwk = await jose.exportJWK(publicKey);
    const jkt = await jose.calculateJwkThumbprint(jwk);
    const token = await issuer.token('gerda', { cnf: { jkt } });
    const bearer = await ownSchool(token);
    expect([bearer.status, bearer.body.type]).toEqual([401, 'urn:kanon:problem:dpop-proof-needed']);
    const path = '/v1/schools/990001/reports/2026-Q1/history';
    const claims = { jti: crypto.randomUUID(), htm: 'GET', htu: kanon.settings.publicUrl + path, iat: now() };
    const ath = crypto.createHash('sha256').update(token).digest('base64url');
    const dpop = await new jose.CompactSign(Buffer.from(JSON.stringify({ ...claims, ath })))
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
      .sign(privateKey);
    const headers = { authorization: `DPoP ${token}`, dpop };
    expect((await call(kanon, 'GET', path, { headers })).status).toBe(404);
    expect((await call(kanon, 'GET', path, { headers })).status).toBe(401);
    for (const cnf of [{ 'x5t#S256': 'A'.repeat(43) }, { jkt, jwk }, {}, null, 'x'])
      expect(await statusAt(await issuer.token('gerda', { cnf }))).toBe(401);
  });

  test('belongs to no session of ours: none is ended or shown again by it', async () => {
    await linked('hanna');
    const token = await issuer.token('hanna', { acr: STRONG, auth_time: now() });
    expect((await call(kanon, 'DELETE', '/v1/sessions/current', { token })).status).toBe(404);
    expect((await post('/v1/sessions/current/step-up', { code: '123456' }, token)).status).toBe(409);
  });

  describe('is refused', () => {
    beforeAll(async () => {
      await linked('ida');
      await linked('ida', undefined, undefined, other);
    });

    test.each(['iss', 'aud', 'sub', 'jti', 'iat', 'exp', 'client_id'])('without %s', async (claim) => {
      expect(await statusAt(await issuer.token('ida'))).toBe(200);
      expect(await statusAt(await issuer.token('ida', { [claim]: undefined }))).toBe(401);
    });

    test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
      ['for another audience', { aud: 'kanon-api' }, {}],
      ['by an issuer with a slash', { iss: 'http://127.0.0.1/' }, {}],
      ['for more than an hour', { exp: now() + 4000, iat: now() }, {}],
      ['once it is over', { iat: now() - 60, exp: now() - 1 }, {}],
      ['before it counts', { nbf: now() + 60 }, {}],
      ['from tomorrow', { iat: now() + 86_400, exp: now() + 86_700 }, {}],
      ['with a subject that is an object', { sub: { $ne: null } }, {}],
      ['with a subject that is empty', { sub: '' }, {}],
      ['with a subject of two lines', { sub: 'ida\n' }, {}],
      ['with a long subject', { sub: 'i'.repeat(256) }, {}],
      ['with an id that is a number', { jti: 7 }, {}],
      ['as an id token', {}, { typ: 'JWT' }],
      ['without a type', {}, { typ: undefined }],
      ['without a key id', {}, { kid: undefined }],
      ['with another key id', {}, { kid: 'second' }],
      ['with a long key id', {}, { kid: 'k'.repeat(300) }],
    ])('%s', async (_, claims, header) => {
      const { status, body } = await ownSchool(await issuer.token('ida', claims, header));
      expect([status, body.type]).toEqual([401, 'urn:kanon:problem:not-signed-in']);
    });

    test('where the settings list the programs and it is of another one', async () => {
      expect(await statusAt(await other.token('ida', { client_id: 'else' }))).toBe(401);
      expect(await statusAt(await other.token('ida'))).toBe(200);
    });

    test('where it is signed by an algorithm that the settings do not list, or by the key of another issuer', async () => {
      expect(await statusAt(await other.token('ida', { iss: issuer.url, aud: issuer.audience }))).toBe(401);
    });
  });

  test('of an issuer that nobody named is not looked at, and nothing is fetched from there', async () => {
    const stranger = await new IssuerOfTests().start();
    expect(await statusAt(await stranger.token('anna'))).toBe(401);
    expect([...stranger.asked.keys()]).toEqual([]);
    await stranger.stop();
  });

  describeWithShared(['vectors/jwt/gen-jwt-attacks.mjs'], 'of the shared attacks', ([file]) => {
    interface Built {
      readonly jwks: jose.JSONWebKeySet;
      readonly good: string;
      readonly attacks: Readonly<Record<string, string>>;
    }
    let server: IssuerOfTests;
    let attacked: TestApp;
    let built: Built;

    beforeAll(async () => {
      const source = (await readFile(file!, 'utf8'))
        .replaceAll(/^import .*$/gm, '')
        .replace('export async', 'async');
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      const build = new Function('jose', 'crypto', `${source}\nreturn build;`)(jose, crypto) as (to: {
        iss: string;
        aud: string;
      }) => Promise<Built>;
      server = await new IssuerOfTests().start();
      built = await build({ iss: server.url, aud: server.audience });
      server.jwks = built.jwks;
      attacked = await startApp({
        KANON_ISSUERS_FILE: await issuersFile({
          id: 'schule',
          issuer: server.url,
          audience: server.audience,
          algorithms: ['ES256', 'RS256', 'EdDSA'],
        }),
      });
    });
    afterAll(async () => {
      await attacked.close();
      await server.stop();
    });

    test('the sound one is believed: its subject is known, and linked to nobody', async () => {
      const { body } = await call(attacked, 'GET', '/v1/releases', { token: built.good });
      expect(body.type).toBe('urn:kanon:problem:not-linked');
    });

    test('each other one gets the same answer', async () => {
      const sendable = Object.entries(built.attacks).filter(
        ([, token]) => /^[\x21-\x7e]+$/.test(token) && token.length < 12_000,
      );
      expect(sendable.length).toBeGreaterThan(50);
      const answers = [];
      for (const [name, token] of sendable) {
        const { status, text } = await call(attacked, 'GET', '/v1/releases', { token });
        answers.push({ name, status, text });
      }
      const [first] = answers;
      expect(answers.filter(({ status, text }) => status !== 401 || text !== first?.text)).toEqual([]);
      // Nonsense in headers leads to no second fetch.
      expect(server.asked.get('/jwks')).toBe(1);
    });
  });
});

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
