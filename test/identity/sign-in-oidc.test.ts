/** Signing in at a real authorization server: there by a navigation, back with a session, and every way to cheat between. */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as jose from 'jose';
import Provider from 'oidc-provider';
import type { Role } from '../../src/access/actor.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { withApp } from '../setup/factors.ts';
import { issuersFile } from './issuer-of-tests.ts';

const STRONG = 'urn:example:two-factors';
const PASSWORD = 'sieben-graue-regentonnen';
const OURS = 'http://localhost:3999';
const SECRET = 'ein-geheimnis-der-tests-von-32-zeichen';

/** As a browser goes to a page: what Node fetches says that a script asks. */
const gone = (url: string, headers: Record<string, string>): Promise<Response> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const lines = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
          (values ?? []).map((value): [string, string] => [name, value]),
        );
        resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0, headers: lines }));
      });
    })
      .on('error', reject)
      .end();
  });

/** Who signs in at the issuer, and how. */
interface Person {
  readonly accountId: string;
  readonly acr?: string;
  /** Seconds since 1970. */
  readonly ts?: number;
}

describe('signing in at an issuer', () => {
  let server: Server;
  let issuer: string;
  let person: Person = { accountId: 'anna' };
  let kanon: TestApp;
  let owner: Owner;
  let admin: Signed;
  let serial = 0;

  beforeAll(async () => {
    const jwk = await jose.exportJWK((await jose.generateKeyPair('ES256', { extractable: true })).privateKey);
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'kanon',
          client_secret: SECRET,
          redirect_uris: [`${OURS}/v1/sign-in/oidc/schule/callback`],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          id_token_signed_response_alg: 'ES256',
          require_auth_time: true,
        },
      ],
      jwks: { keys: [{ ...jwk, kid: 'a', alg: 'ES256', use: 'sig' }] },
      cookies: { keys: ['kekse'] },
      acrValues: [STRONG],
      claims: { openid: ['sub'], acr: null, auth_time: null },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      async loadExistingGrant(context: any) {
        const { client, session } = context.oidc;
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
    const serve = provider.callback();
    server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return serve(request, response);
      void provider.interactionFinished(request, response, { login: { ...person, remember: false } });
    });
    const file = await issuersFile({
      id: 'schule',
      issuer,
      audience: 'kanon',
      algorithms: ['ES256'],
      acr: [STRONG],
      client_id: 'kanon',
      client_secret_file: 'SECRET',
    });
    const secretFile = join(dirname(file), 'secret');
    await writeFile(secretFile, `${SECRET}\n`);
    await writeFile(
      file,
      JSON.stringify({
        issuers: [
          {
            id: 'schule',
            issuer,
            audience: 'kanon',
            algorithms: ['ES256'],
            acr: [STRONG],
            client_id: 'kanon',
            client_secret_file: secretFile,
          },
          { id: 'ohne', issuer: 'https://other.example', audience: 'kanon', algorithms: ['ES256'] },
        ],
      }),
    );
    kanon = await startApp({ KANON_ISSUERS_FILE: file, KANON_PUBLIC_URL: OURS });
    await furnish(kanon);
    owner = await ownerOf(kanon);
    admin = await signedIn(kanon, 'admin');
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** A browser with its cookies; it goes to the service by its real address. */
  class Browser {
    readonly cookies = new Map<string, string>();

    async go(address: string, headers: Record<string, string> = {}): Promise<Response> {
      const url = address.startsWith(OURS) ? kanon.url + address.slice(OURS.length) : address;
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await gone(url, { cookie, 'sec-fetch-mode': 'navigate', ...headers });
      this.keep(answer);
      return answer;
    }

    keep(answer: Response): void {
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') this.cookies.delete(name);
        else this.cookies.set(name, value);
      }
    }

    /** To the issuer and all the way back; the address by which it comes back, not gone to yet. */
    async there(query = ''): Promise<string> {
      let answer = await this.go(`${OURS}/v1/sign-in/oidc/schule${query}`);
      for (let i = 0; i < 8; i += 1) {
        const location = answer.headers.get('location');
        if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
        const url = new URL(location, issuer).href;
        if (url.startsWith(OURS)) return url;
        answer = await this.go(url);
      }
      throw new Error('it came back nowhere');
    }

    async signIn(query = ''): Promise<Response> {
      return this.go(await this.there(query));
    }

    /** An access token by the cookie. */
    async token(): Promise<string> {
      const answer = await fetch(`${kanon.url}/v1/sessions/refresh`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          origin: OURS,
          'sec-fetch-site': 'same-origin',
        },
        body: '{}',
      });
      this.keep(answer);
      return ((await answer.json()) as { access_token: string }).access_token;
    }
  }

  const post = (path: string, body: object, token?: string, headers: Record<string, string> = {}) =>
    call(kanon, 'POST', path, { body: JSON.stringify(body), token, headers });
  const invited = async (role: Role = 'reporter', scope: object = { schools: ['990001'] }) => {
    const { body } = await post(
      '/v1/accounts',
      { name: `portal-${(serial += 1)}`, role, office: 'Erfundenes Amt', ...scope },
      admin.token,
    );
    return body as { account: { id: string; name: string }; code: string };
  };
  /** Somebody who comes from the issuer and has the one-time code of an account. */
  const linked = async (accountId: string, role?: Role, scope?: object) => {
    person = { accountId };
    const browser = new Browser();
    const answer = await browser.signIn();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${OURS}/#not-linked`]);
    const { account, code } = await invited(role, scope);
    const cookie = `__Host-kanon-link=${browser.cookies.get('__Host-kanon-link')}`;
    const { status } = await post(
      '/v1/activations',
      { account: account.name, code, password: PASSWORD, link: 'cookie' },
      undefined,
      { cookie, origin: OURS, 'sec-fetch-site': 'same-origin' },
    );
    expect(status).toBe(201);
    return account;
  };

  test('gives a session to whoever is linked, with an entry, and says no more than it has to on the way', async () => {
    const { id } = await linked('anna');
    const browser = new Browser();
    const begun = await browser.go(`${OURS}/v1/sign-in/oidc/schule`);
    const asked = new URL(begun.headers.get('location')!).searchParams;
    expect(begun.status).toBe(303);
    expect([...asked.keys()].sort()).toEqual([
      'acr_values',
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'nonce',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ]);
    expect([asked.get('response_type'), asked.get('code_challenge_method'), asked.get('scope')]).toEqual([
      'code',
      'S256',
      'openid',
    ]);
    expect(begun.headers.get('set-cookie')).toMatch(
      /^__Host-kanon-oidc=[\w.-]+; Path=\/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/,
    );
    const back = await browser.signIn();
    expect([back.status, back.headers.get('location')]).toEqual([303, `${OURS}/#signed-in`]);
    expect(browser.cookies.has('__Host-kanon-oidc')).toBe(false);
    const token = await browser.token();
    expect((await call(kanon, 'GET', '/v1/sessions', { token })).status).toBe(200);
    const created = (await owner.entriesOf(id)).filter(({ action }) => action === 'session.create');
    expect(created.map(({ object }) => object)).toEqual(['how=oidc issuer=schule']);
    expect((await call(kanon, 'GET', '/v1/sign-in/oidc')).body).toEqual({
      issuers: [{ id: 'schule' }],
      commandLine: [],
    });
  });

  test('links nobody by the cookie of another page, by a made-up one, or by none', async () => {
    person = { accountId: 'berta' };
    const browser = new Browser();
    await browser.signIn();
    const { account, code } = await invited();
    const body = { account: account.name, code, password: PASSWORD, link: 'cookie' };
    const cookie = `__Host-kanon-link=${browser.cookies.get('__Host-kanon-link')}`;
    const own = { origin: OURS, 'sec-fetch-site': 'same-origin' };
    expect((await post('/v1/activations', body, undefined, { cookie })).status).toBe(403);
    expect(
      (await post('/v1/activations', body, undefined, { cookie, ...own, 'sec-fetch-site': 'cross-site' }))
        .status,
    ).toBe(403);
    const [said = '', mac] = cookie.split('.');
    const turned = Buffer.from(said.split('=')[1] ?? '', 'base64url')
      .toString()
      .replace('berta', 'clara');
    const forged = `__Host-kanon-link=${Buffer.from(turned).toString('base64url')}.${mac}`;
    for (const other of [forged, '__Host-kanon-link=x', `${cookie}; ${cookie}`, 'a=b'])
      expect((await post('/v1/activations', body, undefined, { cookie: other, ...own })).status).toBe(400);
    expect((await post('/v1/activations', body, undefined, { cookie, ...own })).status).toBe(201);
  });

  test('comes to nothing without the browser that began it, a second time, with another state, or at another issuer', async () => {
    await linked('dora');
    const [first, second] = [new Browser(), new Browser()];
    const back = await first.there();
    // An attacker's way back in the browser of somebody else.
    await second.there();
    expect((await second.go(back)).status).toBe(401);
    expect((await new Browser().go(back)).status).toBe(401);
    const cookie = first.cookies.get('__Host-kanon-oidc')!;
    const turned = new URL(back);
    turned.searchParams.set('state', 'x'.repeat(43));
    const third = new Browser();
    const other = await third.there();
    expect((await third.go(turned.href)).status).toBe(401);
    expect((await third.go(other)).status).toBe(401);
    expect((await first.go(back)).status).toBe(303);
    first.cookies.set('__Host-kanon-oidc', cookie);
    expect((await first.go(back)).status).toBe(401);
    expect((await first.go(back.replace('/schule/', '/ohne/'))).status).toBe(404);
    expect((await first.go(`${OURS}/v1/sign-in/oidc/ohne`)).status).toBe(404);
  });

  test('comes to nothing with the answer of another issuer, an error, or a code that is none', async () => {
    await linked('emma');
    for (const change of [
      (url: URL) => url.searchParams.set('iss', 'https://other.example'),
      (url: URL) => url.searchParams.delete('iss'),
      (url: URL) => url.searchParams.set('code', 'nonsense'),
      (url: URL) => {
        url.searchParams.delete('code');
        url.searchParams.set('error', 'access_denied');
      },
    ]) {
      const browser = new Browser();
      const back = new URL(await browser.there());
      change(back);
      const answer = await browser.go(back.href);
      expect([answer.status, browser.cookies.has('__Host-kanon')]).toEqual([401, false]);
    }
  });

  test('is begun by a page that is gone to, and by no script', async () => {
    const browser = new Browser();
    for (const [mode, status] of [
      ['navigate', 303],
      ['cors', 403],
      ['no-cors', 403],
    ] as const)
      expect((await browser.go(`${OURS}/v1/sign-in/oidc/schule`, { 'sec-fetch-mode': mode })).status).toBe(
        status,
      );
  });

  test('lets nobody into an account that is closed', async () => {
    const { id } = await linked('frida');
    await post(`/v1/accounts/${id}/closing`, {}, admin.token);
    person = { accountId: 'frida' };
    expect((await new Browser().signIn()).status).toBe(401);
  });

  describe('of a role that works with a second factor', () => {
    const completeness = async (token: string) => {
      const { status, body } = await call(kanon, 'GET', '/v1/regions/05111/completeness/2026-Q1', { token });
      return status === 200 ? 'open' : (body.type as string).replace('urn:kanon:problem:', '');
    };
    const begun = async (token: string) => (await post('/v1/factors/totp', {}, token)).status;

    test('opens what the role may where the issuer says so, and grave acts where that is lately', async () => {
      await linked('greta', 'coordinator', { region: '05111' });
      person = { accountId: 'greta', acr: STRONG };
      const strong = new Browser();
      await strong.signIn();
      const token = await strong.token();
      expect([await completeness(token), await begun(token)]).toEqual(['open', 201]);
      person = { accountId: 'greta', acr: STRONG, ts: Math.floor(Date.now() / 1000) - 1000 };
      const old = new Browser();
      await old.signIn();
      const stale = await old.token();
      expect([await completeness(stale), await begun(stale)]).toEqual(['open', 401]);
    });

    test('else asks for the own one, or lets it be set up', async () => {
      const { name } = await linked('hanna', 'coordinator', { region: '05111' });
      person = { accountId: 'hanna' };
      const first = new Browser();
      await first.signIn();
      // No factor yet: it may be set up, and nothing else.
      const bare = await first.token();
      expect([await completeness(bare), await begun(bare)]).toEqual(['second-factor-missing', 201]);
      const app = await withApp(kanon, { account: name, password: PASSWORD });
      const second = new Browser();
      await second.signIn();
      // With one, it has to be shown before anything, and cannot be taken away or replaced without.
      const weak = await second.token();
      expect([await completeness(weak), await begun(weak)]).toEqual(['second-factor-missing', 401]);
      expect((await call(kanon, 'DELETE', '/v1/factors/totp', { token: weak })).status).toBe(401);
      const shown = await post('/v1/sessions/current/step-up', { code: await app.code() }, weak);
      expect(shown.status).toBe(200);
      expect(await completeness(shown.body.access_token as string)).toBe('open');
      expect(await completeness(await second.token())).toBe('open');
    });
  });
});
