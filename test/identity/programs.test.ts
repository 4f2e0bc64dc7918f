/** Programs: they sign in by a key, act for the schools of their account as they are now, and end with whoever answers for them. */
import { createHash, randomUUID } from 'node:crypto';
import * as jose from 'jose';
import { Programs } from '../../src/identity/programs.ts';
import { programKeyIn } from '../../src/identity/program-key.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { REPORT, call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

const BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const now = (): number => Math.floor(Date.now() / 1000);

/** A program with its private key, and proofs by another. */
interface Program {
  readonly name: string;
  readonly kid: string;
  readonly secret: jose.CryptoKey;
}

describe('a program', () => {
  let kanon: TestApp;
  let owner: Owner;
  let admin: Signed;
  let serial = 0;

  beforeAll(async () => {
    kanon = await startApp({ KANON_TRUSTED_PROXIES: '127.0.0.1' });
    await furnish(kanon);
    owner = await ownerOf(kanon);
    admin = await signedIn(kanon, 'admin');
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const nameOf = async ({ actor }: Signed): Promise<string> =>
    (await owner.rows<{ name: string }>('SELECT name FROM account WHERE id = $1', [actor.account]))[0]!.name;
  const newKey = async (alg = 'ES256') => {
    const { privateKey, publicKey } = await jose.generateKeyPair(alg, { extractable: true });
    const read = await programKeyIn(JSON.stringify(await jose.exportJWK(publicKey)));
    if ('fault' in read) throw new Error(read.fault);
    return { ...read, secret: privateKey };
  };
  const added = async (schools = ['990001', '990003'], answers?: Signed): Promise<Program> => {
    const { secret, ...key } = await newKey();
    const name = `programm-${(serial += 1)}`;
    await kanon.app.get(Programs).add(kanon.admin, {
      name,
      office: 'Erfundener Träger',
      owner: await nameOf(answers ?? admin),
      schools: schools as SchoolNumber[],
      until: '2090-01-01',
      key,
    });
    return { name, kid: key.kid, secret };
  };
  const assertion = (
    { name, kid, secret }: Program,
    claims: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, unknown>> = {},
  ) =>
    new jose.CompactSign(
      Buffer.from(
        JSON.stringify({
          iss: name,
          sub: name,
          aud: `${kanon.settings.publicUrl}/v1/tokens`,
          jti: randomUUID(),
          iat: now(),
          exp: now() + 60,
          ...claims,
        }),
      ),
    )
      .setProtectedHeader({ alg: 'ES256', kid, ...header })
      .sign(secret);
  let source = 0;
  const ask = async (
    form: Record<string, string> | string,
    headers: Record<string, string> = {},
    at = kanon,
  ) => {
    const answer = await fetch(`${at.url}/v1/tokens`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': `192.0.2.${(source += 1) % 250}`,
        ...headers,
      },
      body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any };
  };
  const formOf = (said: string): Record<string, string> => ({
    grant_type: 'client_credentials',
    client_assertion_type: BEARER,
    client_assertion: said,
  });
  const tokenOf = async (program: Program): Promise<string> =>
    (await ask(formOf(await assertion(program)))).body.access_token;
  /** 404 where it may look: nothing is reported yet. */
  const at = async (token: string, school = '990001') =>
    (await call(kanon, 'GET', `/v1/schools/${school}/reports/2026-Q1/history`, { token })).status;

  test('gets a token by its key, and reports for its schools and no others', async () => {
    const program = await added();
    const { status, headers, body } = await ask(formOf(await assertion(program)));
    expect([status, headers.get('cache-control'), body.token_type, body.expires_in]).toEqual([
      200,
      'no-store',
      'Bearer',
      900,
    ]);
    expect(jose.decodeJwt(body.access_token)).not.toHaveProperty('schools');
    const put = (school: string) =>
      call(kanon, 'PUT', `/v1/schools/${school}/reports/2026-Q1`, {
        token: body.access_token,
        body: JSON.stringify(REPORT),
      });
    expect([(await put('990003')).status, (await put('990002')).status]).toEqual([201, 403]);
    const [{ account }] = (await owner.rows<{ account: string }>(
      'SELECT p.account FROM program p JOIN account a ON a.id = p.account WHERE a.name = $1',
      [program.name],
    )) as [{ account: string }];
    expect(
      (await owner.entriesOf(account)).map(({ action, decision, object, role }) => [
        action,
        decision,
        object,
        role,
      ]),
    ).toEqual([
      ['session.create', 'allowed', `how=key key=${program.kid}`, 'provider'],
      ['report.submit', 'allowed', null, 'provider'],
      ['report.submit', 'refused', null, 'provider'],
    ]);
  });

  test('has the schools of its account as they are at each request', async () => {
    const program = await added(['990001']);
    const token = await tokenOf(program);
    expect([await at(token), await at(token, '990002')]).toEqual([404, 403]);
    await owner.rows(
      `UPDATE account_school SET school = '990002' WHERE account = (SELECT id FROM account WHERE name = $1)`,
      [program.name],
    );
    expect([await at(token), await at(token, '990002')]).toEqual([403, 404]);
  });

  test('is nobody: it changes no password, sets up no factor, and lists no sessions', async () => {
    const token = await tokenOf(await added());
    for (const [method, path] of [
      ['GET', '/v1/sessions'],
      ['GET', '/v1/factors'],
      ['POST', '/v1/factors/totp'],
      ['DELETE', '/v1/sessions'],
    ] as const)
      expect(
        (await call(kanon, method, path, { token, ...(method === 'POST' ? { body: '{}' } : {}) })).status,
      ).toBe(403);
  });

  test('shows a statement once, over all processes', async () => {
    const program = await added();
    const said = await assertion(program);
    expect((await ask(formOf(said))).status).toBe(200);
    const again = await ask(formOf(said));
    expect([again.status, again.body.error, again.body.type]).toEqual([
      401,
      'invalid_client',
      'urn:kanon:problem:client-refused',
    ]);
    // What makes it known is the database, not the process.
    expect(await owner.rows('SELECT 1 FROM used_proof')).not.toEqual([]);
    await owner.rows('DELETE FROM used_proof');
    expect((await ask(formOf(said))).status).toBe(200);
  });

  test('has two keys, so that one takes the place of the other; a key that is taken away opens nothing', async () => {
    const program = await added();
    const next = await newKey('EdDSA');
    const programs = kanon.app.get(Programs);
    await programs.addKey(kanon.admin, program.name, next);
    await expect(programs.addKey(kanon.admin, program.name, await newKey())).rejects.toThrow(/two/);
    const old = await tokenOf(program);
    const said = await assertion({ ...next, name: program.name }, {}, { alg: 'EdDSA' });
    const fresh = (await ask(formOf(said))).body.access_token as string;
    expect([await at(old), await at(fresh)]).toEqual([404, 404]);
    await programs.removeKey(kanon.admin, program.name, program.kid);
    expect([await at(old), await at(fresh)]).toEqual([401, 404]);
    expect((await ask(formOf(await assertion(program)))).status).toBe(401);
    await programs.addKey(kanon.admin, program.name, await newKey());
  });

  test('ends when it is closed, on its last day, and with whoever answers for it', async () => {
    const answers = await signedIn(kanon, 'coordinator', { region: '05111' });
    const [closed, over, orphan] = [await added(), await added(), await added(['990001'], answers)];
    const tokens = [await tokenOf(closed), await tokenOf(over), await tokenOf(orphan)];
    for (const token of tokens) expect(await at(token)).toBe(404);
    await kanon.app.get(Programs).close(kanon.admin, closed.name);
    await owner.rows(`UPDATE account SET valid_to = '2026-01-01' WHERE name = $1`, [over.name]);
    await owner.rows('UPDATE account SET active = false WHERE id = $1', [answers.actor.account]);
    for (const token of tokens) expect(await at(token)).toBe(401);
    for (const program of [closed, over, orphan])
      expect((await ask(formOf(await assertion(program)))).body.error).toBe('invalid_client');
  });

  describe('is refused', () => {
    let program: Program;
    beforeAll(async () => {
      program = await added();
    });

    test.each<[string, Record<string, unknown>]>([
      ['another issuer', { iss: 'somebody' }],
      ['another subject', { sub: 'somebody' }],
      ['no subject', { sub: undefined }],
      ['another audience', { aud: 'https://other.example/v1/tokens' }],
      ['several audiences', { aud: ['https://other.example', 'http://localhost:0/v1/tokens'] }],
      ['no audience', { aud: undefined }],
      ['no id', { jti: undefined }],
      ['a short id', { jti: '1' }],
      ['no end', { exp: undefined }],
      ['an end that is over', { iat: now() - 60, exp: now() - 1 }],
      ['a life of an hour', { exp: now() + 3600 }],
      ['no beginning', { iat: undefined }],
      ['a beginning of tomorrow', { iat: now() + 86_400, exp: now() + 86_460 }],
      ['a time before which it does not count', { nbf: now() + 60 }],
    ])('with %s in what it says', async (_, claims) => {
      const { status, body } = await ask(formOf(await assertion(program, claims)));
      expect([status, body.error]).toEqual([401, 'invalid_client']);
    });

    test.each<[string, Record<string, unknown>]>([
      ['no key id', { kid: undefined }],
      ['another key id', { kid: 'A'.repeat(43) }],
      ['the type of an access token', { typ: 'at+jwt' }],
      ['the type of a proof', { typ: 'dpop+jwt' }],
    ])('with %s in its header', async (_, header) => {
      expect((await ask(formOf(await assertion(program, {}, header)))).status).toBe(401);
    });

    test('where another key signed it, or none', async () => {
      const { secret } = await newKey();
      expect((await ask(formOf(await assertion({ ...program, secret })))).status).toBe(401);
      const [, payload] = (await assertion(program)).split('.');
      const none = Buffer.from(JSON.stringify({ alg: 'none', kid: program.kid })).toString('base64url');
      for (const said of [`${none}.${payload}.`, `${none}.${payload}.AA`])
        expect((await ask(formOf(said))).status).toBe(401);
    });

    test.each<[string, (said: string) => Record<string, string> | string, number, string]>([
      ['without a grant', (said) => ({ ...formOf(said), grant_type: '' }), 400, 'invalid_request'],
      [
        'with another grant',
        (said) => ({ ...formOf(said), grant_type: 'password' }),
        400,
        'unsupported_grant_type',
      ],
      ['with a scope', (said) => ({ ...formOf(said), scope: 'admin' }), 400, 'invalid_request'],
      [
        'without the kind of its statement',
        (said) => ({ ...formOf(said), client_assertion_type: '' }),
        401,
        'invalid_client',
      ],
      ['with another name', (said) => ({ ...formOf(said), client_id: 'somebody' }), 401, 'invalid_client'],
      [
        'with a parameter twice',
        (said) => `${new URLSearchParams(formOf(said)).toString()}&grant_type=client_credentials`,
        400,
        'invalid_request',
      ],
      ['with no statement', () => ({ grant_type: 'client_credentials' }), 401, 'invalid_client'],
    ])('%s', async (_, form, status, error) => {
      const answer = await ask(form(await assertion(program)));
      expect([answer.status, answer.body.error]).toEqual([status, error]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    });

    test('as JSON, and a form on any other route', async () => {
      const said = JSON.stringify(formOf(await assertion(program)));
      expect((await ask(said, { 'content-type': 'application/json' })).status).toBe(415);
      const form = await fetch(`${kanon.url}/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: '{"account":"a","password":"b"}',
      });
      expect(form.status).toBe(415);
    });

    test('after many requests in vain from one source, and others go on', async () => {
      const from = { 'x-forwarded-for': '198.51.100.7' };
      let refused = 0;
      for (let i = 0; i < 70; i += 1)
        if ((await ask({ grant_type: 'client_credentials' }, from)).status === 429) refused += 1;
      expect(refused).toBeGreaterThan(3);
      expect((await ask(formOf(await assertion(program)))).status).toBe(200);
    });
  });

  describe('and its token under attack', () => {
    test('one that says it is of a person is none, and a token of a person with a program in it is none', async () => {
      const program = await added();
      const token = await tokenOf(program);
      const [head, payload, signature] = token.split('.') as [string, string, string];
      const turned = {
        ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object),
        sub: admin.actor.account,
      };
      expect(
        await at(`${head}.${Buffer.from(JSON.stringify(turned)).toString('base64url')}.${signature}`),
      ).toBe(401);
      expect(await at(token)).toBe(404);
    });
  });

  test('has a key that is public and strong', async () => {
    const weak = await jose.generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
    expect(await programKeyIn(JSON.stringify(await jose.exportJWK(weak.publicKey)))).toMatchObject({
      jwk: { alg: 'PS256' },
    });
    expect(await programKeyIn(await jose.exportSPKI(weak.publicKey))).toMatchObject({
      jwk: { alg: 'PS256' },
    });
    expect(await programKeyIn(await jose.exportPKCS8(weak.privateKey))).toEqual({ fault: 'private' });
    expect(await programKeyIn(JSON.stringify(await jose.exportJWK(weak.privateKey)))).toEqual({
      fault: 'private',
    });
    const { publicKey } = await jose.generateKeyPair('ES512', { extractable: true });
    expect(await programKeyIn(JSON.stringify(await jose.exportJWK(publicKey)))).toEqual({ fault: 'kind' });
    for (const text of ['', '{}', 'null', '{"kty":"oct","k":"AAAA"}', 'x'.repeat(9000)])
      expect(await programKeyIn(text)).toEqual({ fault: 'none' });
  });

  describe('that holds a key for its token (RFC 9449)', () => {
    interface Holder {
      readonly pair: jose.GenerateKeyPairResult;
      readonly jwk: jose.JWK;
    }
    let program: Program;
    let holder: Holder;
    const newHolder = async (alg = 'ES256'): Promise<Holder> => {
      const pair = await jose.generateKeyPair(alg, { extractable: true });
      return { pair, jwk: await jose.exportJWK(pair.publicKey) };
    };
    const TOKENS = '/v1/tokens';
    const HISTORY = '/v1/schools/990001/reports/2026-Q1/history';
    const proof = (
      claims: Readonly<Record<string, unknown>> = {},
      header: Readonly<Record<string, unknown>> = {},
      by = holder,
    ) =>
      new jose.CompactSign(
        Buffer.from(
          JSON.stringify({
            jti: randomUUID(),
            htm: 'POST',
            htu: kanon.settings.publicUrl + TOKENS,
            iat: now(),
            ...claims,
          }),
        ),
      )
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: by.jwk, ...header })
        .sign(by.pair.privateKey);
    const athOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
    const use = (token: string) => ({
      htm: 'GET',
      htu: kanon.settings.publicUrl + HISTORY,
      ath: athOf(token),
    });
    const request = async (dpop: string) =>
      ask(formOf(await assertion(program)), dpop === '' ? {} : { dpop });
    const bound = async () => {
      const { status, body } = await request(await proof());
      expect([status, body.token_type]).toEqual([200, 'DPoP']);
      return body.access_token as string;
    };
    const show = (token: string, dpop: string | undefined, scheme = 'DPoP', path = HISTORY) =>
      call(kanon, 'GET', path, {
        headers: { authorization: `${scheme} ${token}`, ...(dpop === undefined ? {} : { dpop }) },
      });

    beforeAll(async () => {
      program = await added();
      holder = await newHolder();
    });

    test('gets one that is bound to it, which counts with a proof for each request', async () => {
      const token = await bound();
      expect(jose.decodeJwt(token)['cnf']).toEqual({ jkt: await jose.calculateJwkThumbprint(holder.jwk) });
      expect((await show(token, await proof(use(token)))).status).toBe(404);
      expect((await show(token, await proof(use(token)), 'dpop')).status).toBe(404);
      // Query and fragment are not looked at, and spelling is.
      expect((await show(token, await proof(use(token)), 'DPoP', `${HISTORY}?limit=1`)).status).toBe(404);
      const spelled = `${kanon.settings.publicUrl.replace('localhost', 'LOCALHOST')}${HISTORY}?x=1#y`;
      expect((await show(token, await proof({ ...use(token), htu: spelled }))).status).toBe(404);
    });

    test('is refused with a bound token as a plain bearer, and with a plain one under the name of a bound one', async () => {
      const token = await bound();
      const plain = await show(token, undefined, 'Bearer');
      expect([plain.status, plain.headers.get('www-authenticate')]).toEqual([
        401,
        'DPoP error="invalid_dpop_proof", algs="ES256 ES384 EdDSA PS256"',
      ]);
      expect((await show(token, await proof(use(token)), 'Bearer')).status).toBe(401);
      expect((await show(token, undefined)).status).toBe(401);
      const free = await tokenOf(program);
      expect((await show(free, await proof(use(free)))).status).toBe(401);
      expect((await show(free, undefined)).status).toBe(401);
      expect((await show(admin.token, await proof(use(admin.token)))).status).toBe(401);
    });

    /** §4.3, by number: what is wrong with a proof, of a token request. */
    const wrong: [number: string, what: string, make: () => Promise<string>][] = [
      ['2', 'no JWT', async () => 'nonsense'],
      ['2', 'two parts', async () => (await proof()).split('.').slice(0, 2).join('.')],
      ['2', 'padding', async () => `${await proof()}=`],
      ['3', 'no jti', () => proof({ jti: undefined })],
      ['3', 'a short jti', () => proof({ jti: '1' })],
      ['3', 'a long jti', () => proof({ jti: 'j'.repeat(256) })],
      ['3', 'no htm', () => proof({ htm: undefined })],
      ['3', 'no htu', () => proof({ htu: undefined })],
      ['3', 'no iat', () => proof({ iat: undefined })],
      ['4', 'another typ', () => proof({}, { typ: 'JWT' })],
      ['4', 'no typ', () => proof({}, { typ: undefined })],
      [
        '5',
        'an algorithm of a shared secret',
        async () => {
          const message = [{ alg: 'HS256', typ: 'dpop+jwt', jwk: holder.jwk }, jose.decodeJwt(await proof())]
            .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
            .join('.');
          return `${message}.${createHash('sha256').update(message).digest('base64url')}`;
        },
      ],
      [
        '5',
        'no algorithm',
        async () => {
          const [, payload] = (await proof()).split('.');
          return `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'dpop+jwt', jwk: holder.jwk })).toString('base64url')}.${payload}.AA`;
        },
      ],
      [
        '6',
        'the signature of another key',
        async () => proof({}, {}, { ...(await newHolder()), jwk: holder.jwk }),
      ],
      ['6', 'no jwk', () => proof({}, { jwk: undefined })],
      ['7', 'a private jwk', async () => proof({}, { jwk: await jose.exportJWK(holder.pair.privateKey) })],
      ['8', 'another method', () => proof({ htm: 'GET' })],
      ['8', 'a method in small letters', () => proof({ htm: 'post' })],
      ['9', 'another address', () => proof({ htu: `${kanon.settings.publicUrl}/v1/sessions` })],
      ['9', 'another host', () => proof({ htu: 'https://other.example/v1/tokens' })],
      [
        '9',
        'another scheme',
        () => proof({ htu: (kanon.settings.publicUrl + TOKENS).replace('http:', 'https:') }),
      ],
      ['9', 'no address', () => proof({ htu: TOKENS })],
      ['11', 'an iat of two minutes ago', () => proof({ iat: now() - 120 })],
      ['11', 'an iat of the future', () => proof({ iat: now() + 60 })],
      ['11', 'an iat as text', () => proof({ iat: String(now()) })],
    ];
    test.each(wrong)('%s: is refused with %s', async (_, __, make) => {
      const { status, body } = await request(await make());
      expect([status, body.error]).toEqual([400, 'invalid_dpop_proof']);
    });

    test('1: is refused with two proofs', async () => {
      const { status, body } = await request(`${await proof()}, ${await proof()}`);
      expect([status, body.error]).toEqual([400, 'invalid_dpop_proof']);
    });

    test('12: is refused where the proof is of another token, of another key, or of none', async () => {
      const [token, second] = [await bound(), await bound()];
      expect((await show(token, await proof({ ...use(token), ath: athOf(second) }))).status).toBe(401);
      expect((await show(token, await proof({ ...use(token), ath: undefined }))).status).toBe(401);
      expect((await show(token, await proof(use(token), {}, await newHolder()))).status).toBe(401);
      expect((await show(token, await proof({ ...use(token), htm: 'PUT' }))).status).toBe(401);
    });

    test('uses a proof up, at the tokens and at the acts, and the database knows it', async () => {
      const once = await proof();
      expect((await request(once)).status).toBe(200);
      expect((await request(once)).body.error).toBe('invalid_dpop_proof');
      const token = await bound();
      const shown = await proof(use(token));
      expect((await show(token, shown)).status).toBe(404);
      expect((await show(token, shown)).status).toBe(401);
      await owner.rows('DELETE FROM used_proof');
      expect((await show(token, shown)).status).toBe(404);
    });

    test.each(['ES384', 'EdDSA', 'PS256'])('may sign by %s', async (alg) => {
      const by = await newHolder(alg);
      expect((await request(await proof({}, { alg }, by))).status).toBe(200);
    });

    test('may not sign by RS256', async () => {
      const by = await newHolder('RS256');
      expect((await request(await proof({}, { alg: 'RS256' }, by))).status).toBe(400);
    });
  });

  test('has no password: nobody hands out a code for it', async () => {
    const { name } = await added();
    const [{ id } = { id: '' }] = await owner.rows<{ id: string }>('SELECT id FROM account WHERE name = $1', [
      name,
    ]);
    const reset = await call(kanon, 'POST', `/v1/accounts/${id}/reset`, { token: admin.token });
    expect([reset.status, reset.body.detail]).toEqual([
      409,
      expect.stringMatching(/has keys and no password/),
    ]);
    expect(await owner.rows('SELECT 1 FROM account_code WHERE account = $1', [id])).toEqual([]);
  });
});
