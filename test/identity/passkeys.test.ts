/** Passkeys: what opens by one, in a real browser; and what none of the known attacks opens. */
import { createServer, type AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { PasskeyChallenges } from '../../src/identity/passkey-challenges.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { describeInChromium } from '../client/chromium.ts';
import { call, furnish, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { type Lies, SoftAuthenticator } from '../setup/soft-authenticator.ts';
import { withApp } from '../setup/factors.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const problem = (name: string): string => `urn:kanon:problem:${name}`;

/** A port that nobody listens on: the origin of the pages has to be known before the service starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('passkeys', () => {
  let kanon: TestApp;
  let owner: Owner;
  let serial = 0;
  const port = freePort();

  beforeAll(async () => {
    kanon = await startApp({ KANON_PUBLIC_URL: `http://localhost:${await port}` });
    await furnish(kanon);
    owner = await ownerOf(kanon);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (path: string, body?: object, token?: string) =>
    call(kanon, 'POST', path, {
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(token ? { token } : {}),
    });
  const authenticator = () => new SoftAuthenticator(kanon.settings.publicUrl);
  const challenge = async (): Promise<string> => (await post('/v1/passkeys/challenges')).body.challenge;
  const creation = async (token: string): Promise<string> =>
    (await post('/v1/factors/passkeys/options', undefined, token)).body.challenge;

  const challengeIn = async (token: string): Promise<string> =>
    (await post('/v1/sessions/current/step-up/challenge', undefined, token)).body.challenge;

  async function invite(role: Role = 'auditor', person?: string) {
    const name = `passkey-${(serial += 1)}`;
    const [actor] = await kanon.app.get(Accounts).create(kanon.admin, [
      {
        name,
        role,
        office: 'Erfundenes Amt',
        password: PASSWORD,
        ...(person ? { person } : {}),
        schools: (role === 'reporter' ? ['990001'] : []) as SchoolNumber[],
      },
    ]);
    return { name, id: actor!.account ?? '', person: actor!.person };
  }
  const tokenOf = async (account: string): Promise<string> =>
    (await post('/v1/sessions', { account, password: PASSWORD })).body.access_token;

  /** An account with a passkey and nothing else. */
  async function withPasskey(role: Role = 'auditor') {
    const account = await invite(role);
    const token = await tokenOf(account.name);
    const key = authenticator();
    const set = await post('/v1/factors/passkeys', key.made(await creation(token)), token);
    expect([set.status, set.body.recoveryCodes?.length]).toEqual([201, 10]);
    return { ...account, key, token, codes: set.body.recoveryCodes as string[] };
  }
  const signInBy = async (key: SoftAuthenticator, lies: Lies = {}) =>
    post('/v1/sessions/passkey', key.shown(await challenge(), lies));
  const read = (token: string) => call(kanon, 'GET', '/v1/access-log/entries', { token });

  describe('alone', () => {
    test('opens what two factors open, and the list shows it by its kind', async () => {
      const { key, token, id } = await withPasskey();
      expect((await read(token)).status).toBe(403);
      const { status, body } = await signInBy(key);
      expect([status, body.factor_missing]).toEqual([201, undefined]);
      expect((await read(body.access_token)).status).toBe(200);
      const { body: list } = await call(kanon, 'GET', '/v1/factors', { token: body.access_token });
      expect(list.passkeys).toEqual([
        expect.objectContaining({ kind: 'security-key', usedAt: expect.any(String), ofOtherAddress: false }),
      ]);
      const next = await post('/v1/sessions/refresh', { refresh_token: body.refresh_token });
      expect((await read(next.body.access_token)).status).toBe(200);
      expect((await owner.entriesOf(id)).map(({ action }) => action)).toContain('session.create');
    });

    test('ends other sessions when it is set up, and when it is taken away', async () => {
      const { name, key, token } = await withPasskey('reporter');
      const before = (await signInBy(key)).body.access_token;
      const mine = (await signInBy(key)).body.access_token;
      expect((await call(kanon, 'GET', '/v1/sessions', { token })).status).toBe(200);
      const second = authenticator();
      expect((await post('/v1/factors/passkeys', second.made(await creation(mine)), mine)).status).toBe(201);
      expect((await call(kanon, 'GET', '/v1/sessions', { token: before })).status).toBe(401);
      const { body } = await call(kanon, 'GET', '/v1/factors', { token: mine });
      const gone = body.passkeys[0].id as string;
      const remove = (one: string) => call(kanon, 'DELETE', `/v1/factors/passkeys/${one}`, { token: mine });
      expect((await remove(gone)).status).toBe(200);
      expect((await remove(gone)).status).toBe(404);
      expect((await signInBy(key)).body.type).toBe(problem('sign-in-failed'));
      expect((await signInBy(second)).status).toBe(201);
      expect((await remove(body.passkeys[1].id)).status).toBe(200);
      expect((await post('/v1/sessions', { account: name, password: PASSWORD })).status).toBe(201);
    });

    test('the last one of a role that works with one stays, and nobody takes away another’s', async () => {
      const { key } = await withPasskey();
      const { access_token: token } = (await signInBy(key)).body;
      const { body } = await call(kanon, 'GET', '/v1/factors', { token });
      const path = `/v1/factors/passkeys/${body.passkeys[0].id}`;
      expect((await call(kanon, 'DELETE', path, { token })).status).toBe(409);
      const other = await withPasskey();
      const foreign = (await signInBy(other.key)).body.access_token;
      expect((await call(kanon, 'DELETE', path, { token: foreign })).status).toBe(404);
      expect((await signInBy(key)).status).toBe(201);
    });

    test('of a closed account opens nothing', async () => {
      const { key, id } = await withPasskey('reporter');
      const admin = await signedIn(kanon, 'admin');
      expect((await post(`/v1/accounts/${id}/closing`, {}, admin.token)).status).toBe(200);
      expect((await signInBy(key)).body.type).toBe(problem('sign-in-failed'));
    });
  });

  describe('besides a password', () => {
    test('is asked for, is taken in place of a code, and one of somebody else is not', async () => {
      const { name, key } = await withPasskey();
      const typed = { account: name, password: PASSWORD };
      const asked = await post('/v1/sessions', typed);
      expect([asked.status, asked.body.factors]).toEqual([401, ['passkey', 'recovery']]);
      const other = await withPasskey();
      const wrong = await post('/v1/sessions', { ...typed, passkey: other.key.shown(await challenge()) });
      expect(wrong.body.type).toBe(problem('second-factor-wrong'));
      const right = await post('/v1/sessions', { ...typed, passkey: key.shown(await challenge()) });
      expect([right.status, right.body.factor_missing]).toEqual([201, undefined]);
      const changed = await post('/v1/passwords', {
        account: name,
        old: PASSWORD,
        password: 'acht-gelbe-laternen-im-hof',
        passkey: key.shown(await challenge()),
      });
      expect(changed.status).toBe(201);
    });

    test('stays when somebody else resets the account', async () => {
      const { name, id, key } = await withPasskey('reporter');
      const admin = await signedIn(kanon, 'admin');
      const { body } = await post(`/v1/accounts/${id}/reset`, {}, admin.token);
      const typed = { account: name, code: body.code, password: 'acht-gelbe-laternen-im-hof' };
      expect((await post('/v1/activations', typed)).body.type).toBe(problem('second-factor-needed'));
      const opened = await post('/v1/activations', { ...typed, passkey: key.shown(await challenge()) });
      expect(opened.status).toBe(201);
    });
  });

  test('shows again who it is, and one of somebody else does not', async () => {
    const { key, id } = await withPasskey();
    const { body } = await signInBy(key);
    const other = await withPasskey();
    const wrong = { passkey: other.key.shown(await challengeIn(body.access_token)) };
    const refused = await post('/v1/sessions/current/step-up', wrong, body.access_token);
    expect([refused.status, refused.body.type]).toEqual([401, problem('second-factor-wrong')]);
    const right = { passkey: key.shown(await challengeIn(body.access_token)) };
    const shown = await post('/v1/sessions/current/step-up', right, body.access_token);
    expect(shown.status).toBe(200);
    const claims = JSON.parse(Buffer.from(shown.body.access_token.split('.')[1], 'base64url').toString());
    expect(claims.amr).toEqual(expect.arrayContaining(['pop', 'user', 'mfa']));
    expect((await owner.entriesOf(id)).at(-1)).toMatchObject({
      action: 'session.step-up',
      decision: 'allowed',
    });
    for (const body of [{}, { code: '123456', ...right }])
      expect((await post('/v1/sessions/current/step-up', body, shown.body.access_token)).status).toBe(400);
  });

  test('what is shown again counts in the session that asked for it: not one signed elsewhere, nor to sign in', async () => {
    const { key } = await withPasskey();
    const mine = (await signInBy(key)).body.access_token as string;
    const elsewhere = (await signInBy(key)).body.access_token as string;
    const other = await withPasskey();
    const others = (await signInBy(other.key)).body.access_token as string;
    const stepUp = async (asked: string) =>
      post('/v1/sessions/current/step-up', { passkey: key.shown(asked) }, mine);
    // Signed for a sign-in that somebody else began, for another session, for the session of somebody else.
    for (const asked of [await challenge(), await challengeIn(elsewhere), await challengeIn(others)]) {
      const { status, body } = await stepUp(asked);
      expect([status, body.type]).toEqual([401, problem('second-factor-wrong')]);
    }
    const signed = key.shown(await challengeIn(mine));
    expect((await post('/v1/sessions/passkey', signed)).body.type).toBe(problem('sign-in-failed'));
    expect((await post('/v1/sessions/current/step-up', { passkey: signed }, mine)).status).toBe(200);
    const asked = await challengeIn(mine);
    expect((await stepUp(asked)).status).toBe(200);
    expect((await stepUp(asked)).status).toBe(401);
  });

  describe('attacks', () => {
    const SHOWN: [string, Lies][] = [
      ['of another origin', { origin: 'http://localhost:1' }],
      ['of a page that looks alike', { origin: 'https://localhost.example' }],
      ['of another RP ID', { rpId: 'example' }],
      ['without user verification', { isVerified: false }],
      ['of the type that sets one up', { type: 'webauthn.create' }],
      ['in a frame of another page', { more: { crossOrigin: true } }],
      ['in a frame of another page that it names', { more: { topOrigin: 'https://a.example' } }],
      ['with the handle of another account', { userHandle: Buffer.alloc(16, 7).toString('base64url') }],
    ];
    test.each(SHOWN)('a signature %s opens nothing', async (_, lies) => {
      const { key } = await withPasskey('reporter');
      const { status, body } = await signInBy(key, lies);
      expect([status, body.type]).toEqual([401, problem('sign-in-failed')]);
      expect((await signInBy(key)).status).toBe(201);
    });

    test.each(SHOWN.slice(0, 4))('a passkey %s is not set up', async (_, lies) => {
      const { name, id } = await invite('reporter');
      const token = await tokenOf(name);
      const { status, body } = await post(
        '/v1/factors/passkeys',
        authenticator().made(await creation(token), lies),
        token,
      );
      expect([status, body.findings?.[0]?.rule]).toEqual([400, 'passkey']);
      expect(await owner.rows('SELECT 1 FROM passkey WHERE account = $1', [id])).toEqual([]);
    });

    test('a challenge counts once, of many at once too', async () => {
      const { key, name } = await withPasskey();
      const shown = key.shown(await challenge());
      const answers = await Promise.all(Array.from({ length: 4 }, () => post('/v1/sessions/passkey', shown)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
      const again = await post('/v1/sessions', { account: name, password: PASSWORD, passkey: shown });
      expect(again.body.type).toBe(problem('second-factor-wrong'));
      const token = answers.find(({ status }) => status === 201)!.body.access_token as string;
      const made = authenticator().made(await creation(token));
      expect((await post('/v1/factors/passkeys', made, token)).status).toBe(201);
      const repeated = { ...authenticator().made(''), clientData: made['clientData'] };
      expect((await post('/v1/factors/passkeys', repeated, token)).status).toBe(400);
    });

    test('a challenge that was used up counts no more where the counter stands still', async () => {
      const { key } = await withPasskey();
      const shown = key.shown(await challenge(), { counter: 0 });
      expect((await post('/v1/sessions/passkey', shown)).status).toBe(201);
      expect((await post('/v1/sessions/passkey', shown)).body.type).toBe(problem('sign-in-failed'));
    });

    test('a challenge of another account, of another use, of nobody, or that is over, is none', async () => {
      const [mine, theirs] = [await invite('reporter'), await invite('reporter')];
      const [token, other] = [await tokenOf(mine.name), await tokenOf(theirs.name)];
      const ago = Date.now() - 301_000;
      const challenges = kanon.app.get(PasskeyChallenges);
      const over = challenges.make({ setUpBy: mine.id }, ago).toString('base64url');
      for (const taken of [
        await creation(other),
        await challenge(),
        Buffer.alloc(52).toString('base64url'),
        '',
        over,
      ]) {
        const { status } = await post('/v1/factors/passkeys', authenticator().made(taken), token);
        expect(status).toBe(400);
      }
      const { key } = await withPasskey();
      for (const taken of [
        await creation(token),
        Buffer.alloc(52).toString('base64url'),
        '',
        challenges.make('show', ago).toString('base64url'),
      ])
        expect((await post('/v1/sessions/passkey', key.shown(taken))).status).toBe(401);
    });

    test('neither the credential of somebody else, nor one of nobody, goes with another key', async () => {
      const [mine, theirs] = [await withPasskey(), await withPasskey()];
      const forged = {
        ...mine.key.shown(await challenge()),
        credential: theirs.key.credential.toString('base64url'),
      };
      const unknown = authenticator().shown(await challenge());
      const answers = [
        await post('/v1/sessions/passkey', forged),
        await post('/v1/sessions/passkey', unknown),
      ];
      expect(answers.map(({ status, text }) => [status, text])).toEqual([
        [401, answers[0]!.text],
        [401, answers[0]!.text],
      ]);
    });

    test('a counter that goes back is told, and opens nothing', async () => {
      const { key, id } = await withPasskey();
      expect((await signInBy(key, { counter: 9 })).status).toBe(201);
      for (const counter of [9, 3, 0]) {
        const { status, body } = await signInBy(key, { counter });
        expect([counter, status, body.type]).toEqual([counter, 401, problem('passkey-copied')]);
      }
      const refused = await owner.rows<{ rules: string[] }>(
        `SELECT rules FROM access_entry WHERE action = 'session.create' AND subject = $1 AND decision = 'refused'`,
        [id],
      );
      expect(refused.map(({ rules }) => rules.join())).toEqual(['passkey-copied']);
      expect((await signInBy(key, { counter: 10 })).status).toBe(201);
    });

    test('nonsense is refused as such, and nothing of it comes back', async () => {
      const { name, key } = await withPasskey();
      const token = (await signInBy(key)).body.access_token as string;
      const sound = authenticator().made(await creation(token));
      const deep = Buffer.alloc(6000, 0x81);
      const long = Buffer.concat([Buffer.from([0xbb, 255, 255, 255, 255, 255, 255, 255, 255])]);
      const cut = Buffer.from(sound['attestationObject'] as string, 'base64url').subarray(0, -20);
      for (const bytes of [deep, long, cut, Buffer.from('a3'), Buffer.alloc(1)]) {
        const body = { ...sound, attestationObject: bytes.toString('base64url') };
        const { status, text } = await post('/v1/factors/passkeys', body, token);
        expect([status, text.includes(body.attestationObject)]).toEqual([400, false]);
      }
      for (const [field, value] of [
        ['authenticatorData', 'AAAA'],
        ['authenticatorData', deep.subarray(0, 1500).toString('base64url')],
        ['signature', 'AAAA'],
        ['clientData', 'bm9uZQ'],
        ['clientData', Buffer.from('null').toString('base64url')],
        ['clientData', Buffer.from('"GEHEIM"').toString('base64url')],
      ] as const) {
        const body = { ...key.shown(await challenge()), [field]: value };
        const alone = await post('/v1/sessions/passkey', body);
        expect([field, alone.status, alone.text.includes('GEHEIM')]).toEqual([field, 401, false]);
        const besides = await post('/v1/sessions', { account: name, password: PASSWORD, passkey: body });
        expect([field, besides.status]).toEqual([field, 401]);
      }
      for (const [field, value] of [
        ['signature', 'A'],
        ['signature', 7],
        ['credential', ''],
        ['clientData', 'GEHEIM+/'],
        ['more', 'GEHEIM'],
      ] as const) {
        const body = { ...key.shown(await challenge()), [field]: value };
        const answer = await post('/v1/sessions/passkey', body);
        expect([field, answer.status, answer.text.includes('GEHEIM')]).toEqual([field, 400, false]);
        const besides = await post('/v1/sessions', { account: name, password: PASSWORD, passkey: body });
        expect([field, besides.status, besides.text.includes('GEHEIM')]).toEqual([field, 400, false]);
      }
    });

    test('whoever sends many wrong ones waits', async () => {
      const alone = await startApp();
      try {
        const wrong = new SoftAuthenticator(alone.settings.publicUrl).shown('AAAA');
        const send = () => call(alone, 'POST', '/v1/sessions/passkey', { body: JSON.stringify(wrong) });
        const seen = new Set<number>();
        for (let i = 0; i < 130 && !seen.has(429); i += 1) seen.add((await send()).status);
        expect([...seen]).toEqual([401, 429]);
      } finally {
        await alone.close();
      }
    });

    test('whoever signed in long ago is asked again before setting one up', async () => {
      const { name, id } = await invite('reporter');
      const { body } = await post('/v1/sessions', { account: name, password: PASSWORD });
      await owner.rows(`UPDATE session SET proved_at = now() - interval '6 minutes' WHERE account = $1`, [
        id,
      ]);
      const next = await post('/v1/sessions/refresh', { refresh_token: body.refresh_token });
      const answer = await post('/v1/factors/passkeys/options', undefined, next.body.access_token);
      expect(answer.body.type).toBe(problem('step-up-needed'));
    });
  });

  describe('that two accounts show', () => {
    const personOf = async (id: string) =>
      (await owner.rows<{ person: string }>('SELECT person FROM account WHERE id = $1', [id]))[0]?.person;

    test('tells that they are one human’s, and stays with the first', async () => {
      const first = await withPasskey('auditor');
      const second = await invite('auditor');
      const token = await tokenOf(second.name);
      const answer = await post('/v1/factors/passkeys', first.key.made(await creation(token)), token);
      expect([answer.status, answer.body.type]).toEqual([409, problem('conflict')]);
      expect(await personOf(second.id)).toBe(first.person);
      expect((await signInBy(first.key)).status).toBe(201);
    });

    test('is refused where one human may not have both', async () => {
      const first = await withPasskey('auditor');
      const second = await invite('reporter');
      const token = await tokenOf(second.name);
      const answer = await post('/v1/factors/passkeys', first.key.made(await creation(token)), token);
      expect([answer.status, answer.body.type]).toEqual([409, problem('conflict')]);
      expect(await personOf(second.id)).toBe(second.person);
      expect((await owner.entriesOf(second.id)).at(-1)).toMatchObject({ decision: 'refused' });
    });

    test('by its id alone tells nothing', async () => {
      const first = await withPasskey('auditor');
      const second = await invite('auditor');
      const token = await tokenOf(second.name);
      const forged = authenticator();
      forged.credential.set(first.key.credential);
      const answer = await post('/v1/factors/passkeys', forged.made(await creation(token)), token);
      expect(answer.status).toBe(409);
      expect(await personOf(second.id)).toBe(second.person);
    });
  });

  test('of an earlier address cannot be shown, and yet a password alone opens nothing', async () => {
    const { name, id, key, codes } = await withPasskey();
    await owner.rows(`UPDATE passkey SET rp_id = 'alt.example' WHERE account = $1`, [id]);
    expect((await signInBy(key)).status).toBe(401);
    const typed = { account: name, password: PASSWORD };
    const asked = await post('/v1/sessions', typed);
    expect([asked.status, asked.body.factors]).toEqual([401, ['recovery']]);
    const { body } = await post('/v1/sessions', { ...typed, code: codes[0] });
    const list = await call(kanon, 'GET', '/v1/factors', { token: body.access_token });
    expect(list.body.passkeys[0].ofOtherAddress).toBe(true);
    const anew = authenticator();
    expect(
      (await post('/v1/factors/passkeys', anew.made(await creation(body.access_token)), body.access_token))
        .status,
    ).toBe(201);
    expect((await signInBy(anew)).status).toBe(201);
  });

  test('are not offered where the address of the service is a number', async () => {
    const bare = await startApp({ KANON_PUBLIC_URL: 'http://127.0.0.1:9' });
    try {
      await bare.app
        .get(Accounts)
        .create(bare.admin, [{ name: 'revision', role: 'auditor', office: 'Amt', password: PASSWORD }]);
      const typed = { body: JSON.stringify({ account: 'revision', password: PASSWORD }) };
      const token = (await call(bare, 'POST', '/v1/sessions', typed)).body.access_token as string;
      expect((await call(bare, 'POST', '/v1/factors/passkeys/options', { token })).status).toBe(409);
    } finally {
      await bare.close();
    }
  });

  test('an app and a passkey stand beside each other', async () => {
    const { name } = await invite('auditor');
    const app = await withApp(kanon, { account: name, password: PASSWORD });
    const typed = { account: name, password: PASSWORD };
    const { body } = await post('/v1/sessions', { ...typed, code: await app.code() });
    const key = authenticator();
    const set = await post(
      '/v1/factors/passkeys',
      key.made(await creation(body.access_token)),
      body.access_token,
    );
    expect([set.status, set.body.recoveryCodes]).toEqual([201, []]);
    expect((await post('/v1/sessions', typed)).body.factors).toEqual(['totp', 'passkey', 'recovery']);
  });

  describeInChromium('in Chromium', (browser) => {
    test.each([
      ['ctap2', 'usb', true],
      ['ctap2', 'internal', true],
    ] as const)(
      'an authenticator (%s, %s) is set up, signs in alone, and shows again',
      async (protocol, transport, isUv) => {
        const context = await browser().newContext();
        const page = await context.newPage();
        const cdp = await context.newCDPSession(page);
        await cdp.send('WebAuthn.enable');
        const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
          options: {
            protocol,
            transport,
            hasResidentKey: true,
            hasUserVerification: isUv,
            isUserVerified: true,
            automaticPresenceSimulation: true,
          },
        });
        try {
          await openPage(page);
          const { name } = await invite('auditor');
          const token = await tokenOf(name);
          const options = (await post('/v1/factors/passkeys/options', undefined, token)).body;
          const set = await post('/v1/factors/passkeys', await page.evaluate(make, options), token);
          expect([set.status, set.body.recoveryCodes.length]).toEqual([201, 10]);

          const get = async (as?: string) =>
            page.evaluate(
              show,
              (
                await post(
                  as ? '/v1/sessions/current/step-up/challenge' : '/v1/passkeys/challenges',
                  undefined,
                  as,
                )
              ).body,
            );
          const { status, body } = await post('/v1/sessions/passkey', await get());
          expect(status).toBe(201);
          expect((await read(body.access_token)).status).toBe(200);
          const again = await post(
            '/v1/sessions/current/step-up',
            { passkey: await get(body.access_token) },
            body.access_token,
          );
          expect(again.status).toBe(200);
          // A second one on the same authenticator is refused by the browser itself, as the options name the first.
          const second = (await post('/v1/factors/passkeys/options', undefined, again.body.access_token))
            .body;
          await expect(page.evaluate(make, second)).rejects.toThrow(/InvalidStateError|excluded/i);
          // Who is not verified does not get as far as the service.
          await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
          await expect(get()).rejects.toThrow(/NotAllowedError|not allowed/i);
        } finally {
          await context.close();
        }
      },
    );

    /** A page of our own origin, whose port the test has kept free. */
    async function openPage(page: Page): Promise<void> {
      const origin = kanon.settings.publicUrl;
      await page.route(`${origin}/**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Kanon</title>' }),
      );
      await page.goto(`${origin}/`);
    }
  });
});

/** Runs in the page: makes a passkey, and says what the service is told of it. */
async function make(options: any) {
  const made = await (globalThis as any).navigator.credentials.create({
    publicKey: (globalThis as any).PublicKeyCredential.parseCreationOptionsFromJSON(options),
  });
  const { rawId, response } = made.toJSON();
  return {
    credential: rawId,
    clientData: response.clientDataJSON,
    attestationObject: response.attestationObject,
    transports: response.transports,
  };
}

/** Likewise: shows one. */
async function show(options: any) {
  const shown = await (globalThis as any).navigator.credentials.get({
    publicKey: (globalThis as any).PublicKeyCredential.parseRequestOptionsFromJSON(options),
  });
  const { rawId, response } = shown.toJSON();
  return {
    credential: rawId,
    clientData: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    userHandle: response.userHandle,
  };
}
