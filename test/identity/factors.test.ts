/** Second factors: what a password alone opens, what a code opens once, and what neither a guesser nor an inviter gets by. */
import type { Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { OPEN_PERIOD, call, furnish, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { Authenticator, asDemo } from '../setup/factors.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const WRONG = 'urn:kanon:problem:second-factor-wrong';

describe('second factors', () => {
  let kanon: TestApp;
  let owner: Owner;
  let serial = 0;

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (path: string, body: object, token?: string) =>
    call(kanon, 'POST', path, { body: JSON.stringify(body), ...(token ? { token } : {}) });
  const signIn = (account: string, code?: string) =>
    post('/v1/sessions', { account, password: PASSWORD, ...(code === undefined ? {} : { code }) });

  /** An account that somebody can sign in to. */
  async function invite(role: Role, scope: { region?: string; schools?: string[] } = {}) {
    const name = `faktor-${(serial += 1)}`;
    const [actor] = await kanon.app.get(Accounts).create(kanon.admin, [
      {
        name,
        role,
        office: 'Erfundenes Amt',
        password: PASSWORD,
        ...(scope.region ? { region: scope.region as RegionKey } : {}),
        schools: (scope.schools ?? []) as SchoolNumber[],
      },
    ]);
    return { name, id: actor!.account ?? '' };
  }

  /** The same, with an app that has shown its first code. */
  async function withApp(role: Role, scope: { region?: string; schools?: string[] } = {}) {
    const account = await invite(role, scope);
    const first = (await signIn(account.name)).body.access_token as string;
    const { body } = await call(kanon, 'POST', '/v1/factors/totp', { token: first });
    const app = new Authenticator(body.secret);
    const confirmed = await post('/v1/factors/totp/confirmation', { code: await app.code() }, first);
    expect(confirmed.status).toBe(200);
    return {
      ...account,
      app,
      secret: body.secret as string,
      uri: body.uri as string,
      first,
      codes: confirmed.body.recoveryCodes as string[],
    };
  }

  const refusalsOf = (id: string) =>
    owner.rows<{ rules: string[] }>(
      `SELECT rules FROM access_entry WHERE action = 'session.create' AND subject = $1 ORDER BY at, id`,
      [id],
    );

  describe('of a role that works with one', () => {
    test('the password alone opens nothing but setting one up', async () => {
      const { name, id } = await invite('auditor');
      const { status, body } = await signIn(name);
      expect([status, body.factor_missing]).toEqual([201, true]);
      const token = body.access_token as string;
      for (const [method, path] of [
        ['GET', '/v1/access-log/entries'],
        ['GET', '/v1/access-log/holds'],
        ['GET', '/v1/releases/00000000-0000-4000-8000-000000000001/certificate'],
      ] as const) {
        const answer = await call(kanon, method, path, { token });
        expect([path, answer.status, answer.body.type]).toEqual([
          path,
          403,
          'urn:kanon:problem:second-factor-missing',
        ]);
      }
      expect((await owner.entriesOf(id)).at(-1)).toMatchObject({
        decision: 'refused',
        rules: ['second-factor-missing'],
      });
      for (const path of ['/v1/factors', '/v1/sessions'])
        expect((await call(kanon, 'GET', path, { token })).status).toBe(200);
      // Nor does what is refreshed say more.
      const next = (await post('/v1/sessions/refresh', { refresh_token: body.refresh_token })).body;
      expect(next.factor_missing).toBe(true);
      const read = await call(kanon, 'GET', '/v1/access-log/entries', { token: next.access_token });
      expect(read.status).toBe(403);
    });

    test('once an app has shown a code its session opens the rest, when it is refreshed; others end', async () => {
      const { name } = await invite('auditor');
      const [mine, other] = [(await signIn(name)).body, (await signIn(name)).body];
      const begun = await call(kanon, 'POST', '/v1/factors/totp', { token: mine.access_token });
      expect(begun.body.uri).toBe(
        `otpauth://totp/Kanon%20${new URL(kanon.settings.publicUrl).host.replace(':', '%3A')}:${name}?secret=${begun.body.secret}` +
          `&issuer=Kanon%20${new URL(kanon.settings.publicUrl).host.replace(':', '%3A')}&algorithm=SHA1&digits=6&period=30`,
      );
      expect((await signIn(name)).status).toBe(201);
      const app = new Authenticator(begun.body.secret);
      const confirm = (code: string) => post('/v1/factors/totp/confirmation', { code }, mine.access_token);
      expect((await confirm('000000')).body.type).toBe(WRONG);
      const { body } = await confirm(await app.code());
      expect(new Set(body.recoveryCodes).size).toBe(10);
      const next = (await post('/v1/sessions/refresh', { refresh_token: mine.refresh_token })).body;
      expect(next.factor_missing).toBeUndefined();
      const read = (token: string) => call(kanon, 'GET', '/v1/access-log/entries', { token });
      expect((await read(next.access_token)).status).toBe(200);
      expect((await call(kanon, 'GET', '/v1/factors', { token: other.access_token })).status).toBe(401);
      expect((await post('/v1/sessions/refresh', { refresh_token: other.refresh_token })).status).toBe(401);
    });

    test('the last one stays', async () => {
      const { first } = await withApp('auditor');
      const removed = await call(kanon, 'DELETE', '/v1/factors/totp', { token: first });
      expect([removed.status, removed.body.type]).toEqual([409, 'urn:kanon:problem:conflict']);
    });

    test('in a demo on loopback nobody is asked, and a session from there opens nothing elsewhere', async () => {
      const demo = await startApp();
      try {
        await demo.app
          .get(Accounts)
          .create(demo.admin, [{ name: 'revision', role: 'auditor', office: 'Amt', password: PASSWORD }]);
        const typed = { body: JSON.stringify({ account: 'revision', password: PASSWORD }) };
        expect((await call(demo, 'POST', '/v1/sessions', typed)).body.factor_missing).toBe(true);
        await asDemo(demo);
        const { body } = await call(demo, 'POST', '/v1/sessions', typed);
        expect(body.factor_missing).toBeUndefined();
        const read = await call(demo, 'GET', '/v1/access-log/entries', { token: body.access_token });
        expect(read.status).toBe(200);
      } finally {
        await demo.close();
      }
    });

    test.each([
      ['listens elsewhere', { KANON_HOST: '0.0.0.0' }],
      ['is known by another address', { KANON_PUBLIC_URL: 'https://kanon.example' }],
    ])('a demo that %s asks like any other', async (_, env) => {
      const demo = await startApp(env);
      try {
        await asDemo(demo);
        await demo.app
          .get(Accounts)
          .create(demo.admin, [{ name: 'revision', role: 'auditor', office: 'Amt', password: PASSWORD }]);
        const typed = { body: JSON.stringify({ account: 'revision', password: PASSWORD }) };
        expect((await call(demo, 'POST', '/v1/sessions', typed)).body.factor_missing).toBe(true);
      } finally {
        await demo.close();
      }
    });
  });

  test('where all roles work with one, a reporter does too', async () => {
    const all = await startApp({ KANON_SECOND_FACTOR: 'all' });
    try {
      await furnish(all);
      await all.app.get(Accounts).create(all.admin, [
        {
          name: 'meldung',
          role: 'reporter',
          office: 'Amt',
          password: PASSWORD,
          schools: ['990001' as SchoolNumber],
        },
      ]);
      const typed = { body: JSON.stringify({ account: 'meldung', password: PASSWORD }) };
      const { body } = await call(all, 'POST', '/v1/sessions', typed);
      const read = await call(all, 'GET', `/v1/schools/990001/reports/${OPEN_PERIOD}`, {
        token: body.access_token,
      });
      expect([body.factor_missing, read.status]).toEqual([true, 403]);
    } finally {
      await all.close();
    }
  });

  describe('at sign-in', () => {
    test('only the right password is told that a code is missing, and which kinds there are', async () => {
      const { name, id } = await withApp('auditor');
      const needed = await signIn(name);
      expect([needed.status, needed.body.type, needed.body.factors]).toEqual([
        401,
        'urn:kanon:problem:second-factor-needed',
        ['totp', 'recovery'],
      ]);
      expect(needed.text).not.toContain('access_token');
      const wrong = await post('/v1/sessions', { account: name, password: 'falsch', code: '123456' });
      const unknown = await post('/v1/sessions', { account: 'niemand', password: 'falsch', code: '123456' });
      expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
      expect(wrong.body.type).toBe('urn:kanon:problem:sign-in-failed');
      expect((await refusalsOf(id)).map(({ rules }) => rules.join())).toEqual([
        'second-factor-needed',
        'sign-in-failed',
      ]);
    });

    test('a code opens once, and neither it nor an earlier one again', async () => {
      const { name, app } = await withApp('auditor');
      const code = await app.code();
      expect((await signIn(name, ` ${code.slice(0, 3)} ${code.slice(3)} `)).status).toBe(201);
      expect((await signIn(name, code)).body.type).toBe(WRONG);
      expect((await signIn(name, await app.code())).status).toBe(201);
      expect((await signIn(name, code)).body.type).toBe(WRONG);
    });

    test('of many that bring the same code at once one gets in', async () => {
      const { name, app } = await withApp('auditor');
      const code = await app.code();
      const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(name, code)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401, 401]);
    });

    test('a recovery code opens once, however it is typed, and new ones void those from before', async () => {
      const { name, codes, app } = await withApp('auditor');
      const [first = '', second = '', third = ''] = codes;
      expect((await signIn(name, first.toUpperCase().replaceAll('-', ' '))).status).toBe(201);
      expect((await signIn(name, first)).body.type).toBe(WRONG);
      const { body } = await signIn(name, second);
      const left = await call(kanon, 'GET', '/v1/factors', { token: body.access_token });
      expect(left.body).toMatchObject({ required: true, recoveryCodes: 8 });
      const renewed = await call(kanon, 'POST', '/v1/factors/recovery-codes', { token: body.access_token });
      expect([renewed.status, renewed.body.recoveryCodes.length]).toEqual([201, 10]);
      expect((await signIn(name, third)).body.type).toBe(WRONG);
      expect((await signIn(name, renewed.body.recoveryCodes[9])).status).toBe(201);
      expect((await signIn(name, await app.code())).status).toBe(201);
    });

    test('wrong codes count as wrong passwords do', async () => {
      const { name, app } = await withApp('auditor');
      for (let i = 0; i < 20; i += 1) expect((await signIn(name, '000000')).status).toBe(401);
      expect((await signIn(name, await app.code())).status).toBe(429);
    });

    test('after a hundred wrong codes in a row the app counts no more, a recovery code does, and then the app again', async () => {
      const { name, id, app, codes } = await withApp('auditor');
      await owner.rows(
        "INSERT INTO factor_tries (tenant, account, tries) VALUES ('05', $1, 100) ON CONFLICT (tenant, account) DO UPDATE SET tries = 100",
        [id],
      );
      expect((await signIn(name)).body.factors).toEqual(['recovery']);
      expect((await signIn(name, await app.code())).body.type).toBe(WRONG);
      expect((await signIn(name, codes[0])).status).toBe(201);
      expect((await signIn(name, await app.code())).status).toBe(201);
    });

    test('a new password by the old one, or by a code after a reset, takes the factor too: it stays', async () => {
      const { name, id, app } = await withApp('coordinator', { region: '05111' });
      const change = { account: name, old: PASSWORD, password: 'acht-gelbe-laternen-im-hof' };
      expect((await post('/v1/passwords', change)).body.type).toBe('urn:kanon:problem:second-factor-needed');
      expect((await signIn(name, await app.code())).status).toBe(201);
      const admin = await signedIn(kanon, 'admin');
      const reset = await call(kanon, 'POST', `/v1/accounts/${id}/reset`, { token: admin.token });
      const typed = { account: name, code: reset.body.code, password: PASSWORD };
      expect((await post('/v1/activations', typed)).body.type).toBe('urn:kanon:problem:second-factor-needed');
      expect((await signIn(name, await app.code())).body.type).toBe('urn:kanon:problem:sign-in-failed');
      const opened = await post('/v1/activations', { ...typed, factorCode: await app.code() });
      expect([opened.status, opened.body.factor_missing]).toEqual([201, undefined]);
    }, 90_000);
  });

  describe('lost', () => {
    const forget = (id: string, token: string) =>
      call(kanon, 'DELETE', `/v1/accounts/${id}/factors`, { token });

    test('a reporter’s is taken away by who may invite it; its sessions end, and it reads no counts from before', async () => {
      const { name, id, first } = await withApp('reporter', { schools: ['990001'] });
      const [near, far] = [
        await signedIn(kanon, 'coordinator', { region: '05111' }),
        await signedIn(kanon, 'coordinator', { region: '05112' }),
      ];
      expect((await forget(id, far.token)).status).toBe(404);
      expect((await forget(id, near.token)).status).toBe(200);
      expect((await call(kanon, 'GET', '/v1/factors', { token: first })).status).toBe(401);
      expect((await signIn(name)).status).toBe(201);
      const [renewed] = await owner.rows(
        'SELECT renewed_at FROM account WHERE id = $1 AND renewed_at IS NOT NULL',
        [id],
      );
      expect(renewed).toBeDefined();
      expect((await forget(id, near.token)).status).toBe(404);
    });

    test('one of a role that sees or decides much is not, by one person', async () => {
      const { name, id, app } = await withApp('auditor');
      const admin = await signedIn(kanon, 'admin');
      expect((await forget(id, admin.token)).status).toBe(409);
      expect((await signIn(name, await app.code())).status).toBe(201);
    });

    test('nobody takes away the own ones this way', async () => {
      const { actor, token } = await signedIn(kanon, 'admin');
      expect((await forget(actor.account ?? '', token)).body.type).toBe('urn:kanon:problem:own-account');
    });
  });

  test('a reporter may take the own one away again, and recovery codes go with it', async () => {
    const { name, first } = await withApp('reporter', { schools: ['990002'] });
    expect((await call(kanon, 'DELETE', '/v1/factors/totp', { token: first })).status).toBe(200);
    expect((await call(kanon, 'GET', '/v1/factors', { token: first })).body).toEqual({
      required: false,
      totpSince: null,
      passkeys: [],
      recoveryCodes: 0,
    });
    expect((await signIn(name)).status).toBe(201);
  });

  test('neither table, nor log, nor entry holds a secret or a code', async () => {
    const { secret, codes, name, app } = await withApp('auditor');
    const code = await app.code();
    await signIn(name, code);
    await signIn(name, codes[0]);
    const rows = await owner.rows<{ text: string }>(
      `SELECT t::text AS text FROM account_totp t UNION ALL SELECT r::text FROM recovery_code r
       UNION ALL SELECT e::text FROM access_entry e UNION ALL SELECT s::text FROM session s`,
    );
    const all = rows.map(({ text }) => text).join('\n');
    const { bytesOf } = await import('../setup/factors.ts');
    for (const hidden of [
      secret,
      bytesOf(secret).toString('hex'),
      code,
      ...codes,
      ...codes.map((one) => one.replaceAll('-', '')),
    ])
      expect(all.includes(hidden)).toBe(false);
  });

  test('a sealed secret that is moved to another account opens nothing', async () => {
    const [mine, theirs] = [await withApp('auditor'), await withApp('auditor')];
    await owner.rows(
      'UPDATE account_totp SET sealed = (SELECT sealed FROM account_totp WHERE account = $1), last_step = 0 WHERE account = $2',
      [mine.id, theirs.id],
    );
    expect((await signIn(theirs.name, await mine.app.code())).body.type).toBe(WRONG);
    expect((await signIn(mine.name, await mine.app.code())).status).toBe(201);
  });

  describe('stepping up', () => {
    const hold = (token: string) =>
      post(
        '/v1/access-log/holds',
        {
          first: `${1990 + (serial += 1)}-01-01T00:00:00Z`,
          before: `${1990 + serial}-02-01T00:00:00Z`,
          keepUntil: new Date(Date.now() + 86_400_000).toISOString(),
        },
        token,
      );
    /** As if it had been shown that long ago. */
    const aged = async (session: { refresh_token: string }, minutes: number) => {
      const [id] = session.refresh_token.split('.');
      await owner.rows(`UPDATE session SET proved_at = now() - make_interval(mins => $2) WHERE id = $1`, [
        id,
        minutes,
      ]);
      return (await post('/v1/sessions/refresh', { refresh_token: session.refresh_token })).body;
    };

    test('a grave act takes a factor that was shown within five minutes, and nothing else does', async () => {
      const { name, id, app, codes } = await withApp('protection-officer');
      const fresh = (await signIn(name, await app.code())).body;
      expect((await hold(fresh.access_token)).status).toBe(201);
      const old = await aged(fresh, 6);
      const refused = await hold(old.access_token);
      expect([refused.status, refused.body.type, refused.headers.get('www-authenticate')]).toEqual([
        401,
        'urn:kanon:problem:step-up-needed',
        expect.stringMatching(/^Bearer error="insufficient_user_authentication",.* max_age=300$/),
      ]);
      expect((await call(kanon, 'GET', '/v1/access-log/holds', { token: old.access_token })).status).toBe(
        200,
      );
      const stepUp = (code: string) => post('/v1/sessions/current/step-up', { code }, old.access_token);
      expect((await stepUp('000000')).body.type).toBe(WRONG);
      const [tried] = await owner.rows<{ tries: number }>(
        'SELECT tries FROM factor_tries WHERE account = $1',
        [id],
      );
      expect(tried).toEqual({ tries: 1 });
      expect((await owner.entriesOf(id)).at(-1)).toMatchObject({
        action: 'session.step-up',
        decision: 'refused',
        rules: ['second-factor-wrong'],
      });
      const again = await stepUp(codes[0] ?? '');
      expect(again.status).toBe(200);
      expect((await hold(again.body.access_token)).status).toBe(201);
      // What was refreshed says so too; the token from before does not.
      expect((await hold(old.access_token)).status).toBe(401);
      const next = (await post('/v1/sessions/refresh', { refresh_token: old.refresh_token })).body;
      expect((await hold(next.access_token)).status).toBe(201);
    });

    test('factors are set up and taken away by a fresh session alone', async () => {
      const { name, app } = await withApp('auditor');
      const old = await aged((await signIn(name, await app.code())).body, 6);
      for (const [method, path] of [
        ['POST', '/v1/factors/totp'],
        ['DELETE', '/v1/factors/totp'],
        ['POST', '/v1/factors/recovery-codes'],
      ] as const)
        expect((await call(kanon, method, path, { token: old.access_token })).body.type).toBe(
          'urn:kanon:problem:step-up-needed',
        );
    });

    test('whoever has none to show is told so', async () => {
      const { name } = await invite('reporter', { schools: ['990004'] });
      const { body } = await signIn(name);
      expect((await post('/v1/sessions/current/step-up', { code: '123456' }, body.access_token)).status).toBe(
        409,
      );
    });
  });
});
