/** `kanon sign-in --browser` at a real authorization server, and what the command line keeps of a device. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as jose from 'jose';
import Provider from 'oidc-provider';
import { ownerOf } from '../access/house.ts';
import { issuersFile } from '../identity/issuer-of-tests.ts';
import { call, furnish, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { pathOf } from '../docs/markdown.ts';
import { account, kanon, type Outcome, PASSWORD } from './run-kanon.ts';

const MAIN = pathOf('dist/program/main.js');
const AUDIENCE = 'https://kanon.example/tests';

describe('the command line', () => {
  let server: Server;
  let issuer: string;
  let service: TestApp;
  let state: string;
  /** Who signs in at the issuer next; nobody says no. */
  let person: string | undefined = 'anna';

  beforeAll(async () => {
    const jwk = await jose.exportJWK((await jose.generateKeyPair('ES256', { extractable: true })).privateKey);
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'kanon-cli',
          token_endpoint_auth_method: 'none',
          application_type: 'native',
          redirect_uris: ['http://127.0.0.1/callback'],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          id_token_signed_response_alg: 'ES256',
        },
      ],
      jwks: { keys: [{ ...jwk, kid: 'a', alg: 'ES256', use: 'sig' }] },
      cookies: { keys: ['kekse'] },
      features: {
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: () => ({
            scope: '',
            audience: AUDIENCE,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 600,
            jwt: { sign: { alg: 'ES256' } },
          }),
          useGrantedResource: () => true,
        },
      },
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
      const result =
        person === undefined ? { error: 'access_denied' } : { login: { accountId: person }, consent: {} };
      void provider.interactionFinished(request, response, result);
      return undefined;
    });
    service = await startApp({
      KANON_PUBLIC_URL: 'http://localhost:3999',
      KANON_ISSUERS_FILE: await issuersFile({
        id: 'schule',
        issuer,
        audience: AUDIENCE,
        algorithms: ['ES256'],
        command_line_client_id: 'kanon-cli',
      }),
    });
    await furnish(service);
    state = await mkdtemp(join(tmpdir(), 'kanon-test-state-'));
  });
  afterAll(async () => {
    await service.close();
    await new Promise((resolve) => server.close(resolve));
    await rm(state, { recursive: true, force: true });
  });

  const file = () => join(state, 'device.json');
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    kanon(args, { KANON_URL: service.url, KANON_STATE: state, ...env });
  /** Goes to an address as a browser does: with cookies, along every redirect; the last answer. */
  async function browse(address: string): Promise<Response> {
    const cookies = new Map<string, string>();
    let next = address;
    for (let steps = 0; steps < 12; steps += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const to = answer.headers.get('location');
      if (to === null) return answer;
      next = new URL(to, next).href;
    }
    throw new Error('led in a circle');
  }
  /** Starts it, and goes to the address that it shows once `first` has had a look at it. */
  async function signInBy(first?: (address: URL) => Promise<void>): Promise<Outcome & { page: string }> {
    const child = spawn(process.execPath, [MAIN, 'sign-in', '--browser'], {
      env: {
        PATH: process.env['PATH'] ?? '',
        TZ: 'Europe/Berlin',
        KANON_URL: service.url,
        KANON_STATE: state,
      },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    const shown = new Promise<string>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
        const [address] = /http\S+\?\S+(?=\n)/.exec(err) ?? [];
        if (address) resolve(address);
      });
    });
    const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
    const address = await Promise.race([shown, ended.then(() => Promise.reject(new Error(err)))]);
    await first?.(new URL(address));
    const page = await (await browse(address)).text();
    return { code: await ended, out, err, page };
  }
  /** An account whose person is linked to a subject of the issuer, by a token and the one-time code. */
  async function linked(name: string, subject: string): Promise<void> {
    const { actor } = await signedIn(service, 'reporter', { schools: ['990001'] });
    const owner = await ownerOf(service);
    await owner.rows('UPDATE account SET name = $2 WHERE id = $1', [actor.account, name]);
    await owner.rows(
      `INSERT INTO account_link (tenant, account, issuer, subject) VALUES ('05', $1, $2, $3)`,
      [actor.account, issuer, subject],
    );
    await owner.end();
  }

  test('signs in by a browser, and the commands that follow ask for no password', async () => {
    await linked('schule-anna', 'anna');
    const done = await signInBy(async (address) => {
      const asked = Object.fromEntries(address.searchParams);
      expect(asked).toMatchObject({
        ...{
          client_id: 'kanon-cli',
          response_type: 'code',
          code_challenge_method: 'S256',
          resource: AUDIENCE,
        },
        redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
      });
      // Whoever else asks at that port is refused, and changes nothing.
      const back = asked['redirect_uri'] ?? '';
      for (const path of ['', '?code=x', '?code=x&state=y', '?error=access_denied&state='])
        expect([path, (await fetch(back + path)).status]).toEqual([path, 400]);
    });
    expect([done.code, done.out]).toEqual([
      0,
      expect.stringMatching(/^Angemeldet als schule-anna, bis .*\n$/),
    ]);
    expect(done.page).toContain('Sie können dieses Fenster schließen');
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    const kept = JSON.parse(await readFile(file(), 'utf8'));
    const { token } = kept[service.url]['schule-anna'].session;
    expect(jose.decodeJwt(token)).toMatchObject({ aud: AUDIENCE, sub: 'anna', client_id: 'kanon-cli' });
    for (const text of [done.out, done.err, done.page]) expect(text).not.toContain(token);
    const me = await run(['account', 'me', '--account', 'schule-anna']);
    expect([me.code, me.out, me.err]).toEqual([0, expect.stringContaining('schule-anna'), '']);
  });

  test('does so no more once it is told to forget it, once it has ended, and where others may read the file', async () => {
    const asks = async () => (await run(['account', 'me', '--account', 'schule-anna'])).code;
    expect(await asks()).toBe(0);
    await chmod(file(), 0o644);
    expect(await asks()).toBe(2);
    await chmod(file(), 0o600);
    expect(await asks()).toBe(0);
    const kept = JSON.parse(await readFile(file(), 'utf8'));
    kept[service.url]['schule-anna'].session.endsAt = Date.now() - 1;
    await writeFile(file(), JSON.stringify(kept));
    expect(await asks()).toBe(2);
    expect((await run(['sign-in', '--forget'])).out).toBe(
      'Vergessen; der nächste Befehl fragt wieder nach dem Passwort.\n',
    );
    expect((await run(['sign-in', '--forget'])).out).toBe('Von diesem Dienst war nichts aufgehoben.\n');
    expect(await asks()).toBe(2);
  });

  test('keeps nothing where the issuer says no, and where nobody is linked', async () => {
    person = undefined;
    const refused = await signInBy();
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('Der Aussteller hat die Anmeldung nicht bestätigt');
    person = 'fremd';
    const stranger = await signInBy();
    expect([stranger.code, stranger.out]).toEqual([1, '']);
    person = 'anna';
    expect(JSON.stringify(await readFile(file(), 'utf8'))).not.toContain('token');
  });

  test('says what it lacks: which of the two, an issuer that is none, a service that names none', async () => {
    for (const args of [[], ['--browser', '--forget'], ['--forget', '--issuer', 'schule']])
      expect([args, (await run(['sign-in', ...args])).code]).toEqual([args, 2]);
    expect((await run(['sign-in', '--browser', '--issuer', 'andere'])).code).toBe(1);
  });

  test('is a known device from its second sign-in on: others who guess at the account do not shut it out', async () => {
    await account(service, 'geraet', 'reporter', { schools: ['990002'] });
    const me = () => run(['account', 'me', '--account', 'geraet'], { KANON_PASSWORD: PASSWORD });
    expect((await me()).code).toBe(0);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    const wrong = { body: JSON.stringify({ account: 'geraet', password: 'falsch' }) };
    let status = 0;
    for (let tries = 0; tries < 25 && status !== 429; tries += 1)
      ({ status } = await call(service, 'POST', '/v1/sessions', wrong));
    expect(status).toBe(429);
    expect((await me()).code).toBe(0);
    // Of another device the same password has to wait.
    const other = await mkdtemp(join(tmpdir(), 'kanon-test-state-'));
    const stranger = await run(['account', 'me', '--account', 'geraet'], {
      KANON_PASSWORD: PASSWORD,
      KANON_STATE: other,
    });
    expect(stranger.code).toBe(1);
    await rm(other, { recursive: true, force: true });
  });

  test('signs in where nothing can be kept, and says so', async () => {
    await account(service, 'fest', 'reporter', { schools: ['990002'] });
    const done = await run(['account', 'me', '--account', 'fest'], {
      KANON_PASSWORD: PASSWORD,
      KANON_STATE: '/dev/null/kanon',
    });
    expect([done.code, done.err]).toEqual([0, expect.stringContaining('(ENOTDIR)')]);
  });

  test('prints for a one-time code the address that the service is seen at', async () => {
    await account(service, 'kreis', 'coordinator', { region: '05111' });
    const { token } = await signedIn(service, 'coordinator', { region: '05111' });
    const invitation = { name: 'neu-1', role: 'reporter', office: 'Erfundene Schule', schools: ['990001'] };
    const { body } = await call(service, 'POST', '/v1/accounts', { token, body: JSON.stringify(invitation) });
    expect(body.page).toBe('http://localhost:3999/aktivieren');
  });
});
