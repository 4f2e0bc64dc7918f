/** The life of an account over HTTP: invited, activated, used, forgotten, changed, closed; each change counts at once. */
import type { Role } from '../../src/access/actor.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const NEXT = 'acht-blaue-gartenstuehle';

describe('the life of an account', () => {
  let kanon: TestApp;
  let owner: Owner;
  let admin: Signed;
  let coordinator: Signed;
  let serial = 0;

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    admin = await signedIn(kanon, 'admin');
    coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (path: string, body: object, token?: string) =>
    call(kanon, 'POST', path, { body: JSON.stringify(body), ...(token === undefined ? {} : { token }) });
  const invite = (by: Signed, role: Role, rest: object) =>
    post(
      '/v1/accounts',
      { name: `leben-${(serial += 1)}`, role, office: 'Erfundenes Amt', ...rest },
      by.token,
    );
  const reporter = async (by = coordinator) => {
    const { body, status } = await invite(by, 'reporter', { schools: ['990001'] });
    expect(status).toBe(201);
    return body as { account: { id: string; name: string; state: string }; code: string };
  };
  const activated = async () => {
    const { account, code } = await reporter();
    const { body, status } = await post('/v1/activations', {
      account: account.name,
      code,
      password: PASSWORD,
    });
    expect(status).toBe(201);
    return { ...account, ...(body as { access_token: string; refresh_token: string }) };
  };
  const seesOwnSchool = async (token: string) =>
    (await call(kanon, 'GET', '/v1/schools/990001/reports/2026-Q1', { token })).status;

  test('an invited person sets a password by the code of the letter, once, and is in', async () => {
    const { account, code } = await reporter();
    expect(account.state).toBe('invited');
    expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const typed = {
      account: account.name,
      code: code.toUpperCase().replaceAll('-', ' '),
      password: PASSWORD,
    };
    const { status, body } = await post('/v1/activations', typed);
    expect([status, await seesOwnSchool(body.access_token)]).toEqual([201, 404]);
    expect((await post('/v1/activations', typed)).status).toBe(401);
    expect((await post('/v1/sessions', { account: account.name, password: PASSWORD })).status).toBe(201);
  });

  test('a poor password is refused by its rule and leaves the code good', async () => {
    const { account, code } = await reporter();
    const refused = await post('/v1/activations', { account: account.name, code, password: 'zu-kurz' });
    expect([refused.status, refused.body.findings.map((f: { rule: string }) => f.rule)]).toEqual([
      400,
      ['password-length'],
    ]);
    const named = await post('/v1/activations', {
      account: account.name,
      code,
      password: 'erfundenesamt-1234',
    });
    expect(named.body.findings.map((f: { rule: string }) => f.rule)).toEqual(['password-guessable']);
    expect(JSON.stringify([refused.body, named.body])).not.toContain('zu-kurz');
    expect((await post('/v1/activations', { account: account.name, code, password: PASSWORD })).status).toBe(
      201,
    );
  });

  test('the tenth wrong code voids it, each leaves an entry, and a new code is good', async () => {
    const { account, code } = await reporter();
    const good = { account: account.name, code, password: PASSWORD };
    const wrong = { ...good, code: 'aaaa-aaaa-aaaa-aaaa' };
    const tries = async () =>
      (await owner.rows('SELECT wrong_tries AS tries FROM account_code WHERE account = $1', [account.id]))[0];
    for (let i = 1; i <= 3; i += 1) {
      expect((await post('/v1/activations', wrong)).status).toBe(401);
      expect(await tries()).toEqual({ tries: i });
    }
    const entries = await owner.rows<{ decision: string; rules: string[]; account: null }>(
      `SELECT decision, rules, account FROM access_entry WHERE action = 'session.create' AND subject = $1`,
      [account.id],
    );
    expect(entries).toEqual([{ decision: 'refused', rules: ['sign-in-failed'], account: null }]);
    // Days later, as the throttle of one quarter of an hour lets no more than ten of one name.
    await owner.rows('UPDATE account_code SET wrong_tries = 9 WHERE account = $1', [account.id]);
    expect((await post('/v1/activations', wrong)).status).toBe(401);
    expect(await tries()).toEqual({ tries: 10 });
    expect((await post('/v1/activations', good)).status).toBe(401);
    const again = await post(`/v1/accounts/${account.id}/reset`, {}, coordinator.token);
    expect((await post('/v1/activations', { ...good, code: again.body.code })).status).toBe(201);
  });

  test('the ninth wrong code does not', async () => {
    const { account, code } = await reporter();
    await owner.rows('UPDATE account_code SET wrong_tries = 8 WHERE account = $1', [account.id]);
    const typed = { account: account.name, code: 'aaaa-aaaa-aaaa-aaaa', password: PASSWORD };
    expect((await post('/v1/activations', typed)).status).toBe(401);
    expect((await post('/v1/activations', { ...typed, code })).status).toBe(201);
  });

  test('of two who use one code at once, one is in', async () => {
    const { account, code } = await reporter();
    const use = (password: string) => post('/v1/activations', { account: account.name, code, password });
    const answers = await Promise.all([use(PASSWORD), use(NEXT)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    const winner = answers[0].status === 201 ? PASSWORD : NEXT;
    for (const password of [PASSWORD, NEXT])
      expect((await post('/v1/sessions', { account: account.name, password })).status).toBe(
        password === winner ? 201 : 401,
      );
  });

  test('a coordinator invites reporters of the own county and nobody else', async () => {
    expect((await invite(coordinator, 'reporter', { schools: ['990004'] })).status).toBe(403);
    expect((await invite(coordinator, 'coordinator', { region: '05111' })).status).toBe(403);
    expect((await invite(coordinator, 'admin', {})).status).toBe(403);
    const elsewhere = await invite(admin, 'reporter', { schools: ['990004'] });
    expect(elsewhere.status).toBe(201);
    const { id } = elsewhere.body.account as { id: string };
    for (const path of ['', '/reset', '/closing'])
      expect(
        (
          await call(kanon, path === '' ? 'GET' : 'POST', `/v1/accounts/${id}${path}`, {
            token: coordinator.token,
            ...(path === '' ? {} : { body: '{}' }),
          })
        ).status,
      ).toBe(404);
    const { body } = await call(kanon, 'GET', '/v1/accounts?limit=500', { token: coordinator.token });
    expect(body.accounts.map((account: { role: string }) => account.role)).not.toContain('coordinator');
    expect(body.accounts.map((account: { id: string }) => account.id)).not.toContain(id);
    expect((await invite(admin, 'admin', {})).status).toBe(202);
    expect(
      (await call(kanon, 'GET', '/v1/accounts', { token: (await signedIn(kanon, 'auditor')).token })).status,
    ).toBe(403);
  });

  test.each([
    ['closed', (id: string) => post(`/v1/accounts/${id}/closing`, {}, coordinator.token)],
    ['reset', (id: string) => post(`/v1/accounts/${id}/reset`, {}, coordinator.token)],
    [
      'moved to another school',
      (id: string) =>
        call(kanon, 'PUT', `/v1/accounts/${id}`, {
          token: coordinator.token,
          body: '{"schools":["990002"]}',
        }),
    ],
    [
      'given another office',
      (id: string) =>
        call(kanon, 'PUT', `/v1/accounts/${id}`, {
          token: coordinator.token,
          body: '{"office":"Anderes Amt"}',
        }),
    ],
    [
      'past its last day',
      (id: string) =>
        call(kanon, 'PUT', `/v1/accounts/${id}`, {
          token: coordinator.token,
          body: '{"from":"2020-01-01","to":"2020-02-01"}',
        }),
    ],
  ])('one that is %s is refused with its next request, whatever its token says', async (_how, act) => {
    const account = await activated();
    expect(await seesOwnSchool(account.access_token)).toBe(404);
    expect((await act(account.id)).status).toBe(200);
    expect(await seesOwnSchool(account.access_token)).toBe(401);
    const [entry] = await owner.rows<{ decision: string; rules: string[] }>(
      `SELECT decision, rules FROM access_entry WHERE account = $1 AND action = 'report.read' ORDER BY at DESC LIMIT 1`,
      [account.id],
    );
    expect(entry).toEqual({ decision: 'refused', rules: ['not-signed-in'] });
  });

  test('a refresh gives the rights as they are now; a closed account gets none', async () => {
    const account = await activated();
    await call(kanon, 'PUT', `/v1/accounts/${account.id}`, {
      token: coordinator.token,
      body: '{"schools":["990002"]}',
    });
    const { body } = await post('/v1/sessions/refresh', { refresh_token: account.refresh_token });
    expect(await seesOwnSchool(body.access_token)).toBe(403);
    await post(`/v1/accounts/${account.id}/closing`, {}, coordinator.token);
    expect((await post('/v1/sessions/refresh', { refresh_token: body.refresh_token })).status).toBe(401);
    expect((await post('/v1/sessions', { account: account.name, password: PASSWORD })).status).toBe(401);
  });

  test('a refresh token works once; its answer can be had again for a moment; a third use ends the session', async () => {
    const account = await activated();
    const refresh = (token: string) => post('/v1/sessions/refresh', { refresh_token: token });
    const first = (await refresh(account.refresh_token)).body;
    const lost = (await refresh(account.refresh_token)).body;
    expect(lost.refresh_token).toBe(first.refresh_token);
    const second = (await refresh(first.refresh_token)).body;
    expect((await refresh(account.refresh_token)).status).toBe(401);
    expect((await refresh(second.refresh_token)).status).toBe(401);
    expect(await seesOwnSchool(second.access_token)).toBe(401);
    const [entry] = await owner.rows<{ rules: string[] }>(
      `SELECT rules FROM access_entry WHERE action = 'session.refresh' AND subject = $1`,
      [account.id],
    );
    expect(entry?.rules).toEqual(['refresh-token-used-twice']);
  });

  test('two tabs that refresh at once go on with the same successor', async () => {
    const account = await activated();
    const refresh = (token: string) => post('/v1/sessions/refresh', { refresh_token: token });
    const tabs = await Promise.all([refresh(account.refresh_token), refresh(account.refresh_token)]);
    expect(tabs.map(({ status }) => status)).toEqual([200, 200]);
    const [next, other] = tabs.map(({ body }) => body.refresh_token as string);
    expect([other, next === account.refresh_token]).toEqual([next, false]);
    expect((await refresh(next!)).status).toBe(200);
  });

  test("signing out ends the session at once, and only one's own", async () => {
    const account = await activated();
    const other = (await post('/v1/sessions', { account: account.name, password: PASSWORD })).body;
    const { body } = await call(kanon, 'GET', '/v1/sessions', { token: other.access_token });
    expect(body.sessions.map((one: { isCurrent: boolean }) => one.isCurrent)).toEqual([true, false]);
    expect((await call(kanon, 'DELETE', '/v1/sessions/current', { token: other.access_token })).status).toBe(
      200,
    );
    expect(await seesOwnSchool(other.access_token)).toBe(401);
    expect((await post('/v1/sessions/refresh', { refresh_token: other.refresh_token })).status).toBe(401);
    expect(await seesOwnSchool(account.access_token)).toBe(404);
    const stranger = await activated();
    const [{ id }] = body.sessions as [{ id: string }];
    expect((await call(kanon, 'DELETE', `/v1/sessions/${id}`, { token: stranger.access_token })).status).toBe(
      404,
    );
    expect((await call(kanon, 'DELETE', '/v1/sessions', { token: account.access_token })).status).toBe(200);
    expect(await seesOwnSchool(account.access_token)).toBe(401);
  });

  test('a new password asks for the old one and ends every other session', async () => {
    const account = await activated();
    const change = (old: string) => post('/v1/passwords', { account: account.name, old, password: NEXT });
    expect((await change('geraten-und-daneben')).status).toBe(401);
    const { status, body } = await change(PASSWORD);
    expect([status, await seesOwnSchool(account.access_token)]).toEqual([201, 401]);
    expect(await seesOwnSchool(body.access_token)).toBe(404);
    expect((await post('/v1/sessions', { account: account.name, password: PASSWORD })).status).toBe(401);
    expect((await post('/v1/sessions', { account: account.name, password: NEXT })).status).toBe(201);
  });

  test('nobody changes, resets or closes the own account as an administrator', async () => {
    for (const path of ['/reset', '/closing'])
      expect((await post(`/v1/accounts/${admin.actor.account}${path}`, {}, admin.token)).status).toBe(403);
  });

  test('a browser keeps the refresh token in a cookie that is read for our own page alone', async () => {
    const account = await activated();
    const ask = (path: string, body: object, headers: Record<string, string>) =>
      fetch(kanon.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const ours = { origin: new URL(kanon.settings.publicUrl).origin, 'sec-fetch-site': 'same-origin' };
    const signed = await ask(
      '/v1/sessions',
      { account: account.name, password: PASSWORD, keep: 'cookie' },
      ours,
    );
    const cookies = signed.headers.getSetCookie();
    const cookie = cookies.find((one) => one.startsWith('__Host-kanon=')) ?? '';
    expect(cookies.filter((one) => !one.startsWith('__Host-kanon-device='))).toEqual([cookie]);
    expect(cookie).toMatch(/^__Host-kanon=[^;]+; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Strict$/);
    expect(await signed.json()).not.toHaveProperty('refresh_token');
    const sent = { cookie: cookie.split(';')[0] ?? '' };
    const foreign = await ask(
      '/v1/sessions/refresh',
      {},
      { ...sent, origin: 'https://boese.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
    expect((await ask('/v1/sessions/refresh', {}, sent)).status).toBe(403);
    const next = await ask('/v1/sessions/refresh', {}, { ...ours, ...sent });
    expect([next.status, next.headers.get('set-cookie')?.startsWith('__Host-kanon=')]).toEqual([200, true]);
  });

  test('every act names the account, its role and its scope, and no code is at rest', async () => {
    const { account, code } = await reporter();
    const [entry] = await owner.rows<{ object: string; account: string }>(
      `SELECT object, account FROM access_entry WHERE action = 'account.invite' AND subject = $1`,
      [account.id],
    );
    expect(entry).toMatchObject({ account: coordinator.actor.account });
    expect(entry?.object).toMatch(/role=reporter scope=990001 office="Erfundenes Amt" person=/);
    const rows = await owner.rows(`SELECT to_jsonb(c)::text AS row FROM account_code c WHERE account = $1`, [
      account.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
  });
});
