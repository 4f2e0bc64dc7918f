/** A browser that signs in anew loses the session it had; nobody ends a session by its id alone. */
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, startApp, type TestApp } from '../setup/app.ts';

const PASSWORD = 'sieben-graue-regentonnen';

describe('a browser that signs in anew', () => {
  let kanon: TestApp;
  let owner: Owner;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    const common = { role: 'reporter', office: 'Erfundenes Amt', password: PASSWORD } as const;
    const actors = await kanon.app.get(Accounts).create(kanon.admin, [
      { ...common, name: 'erste', schools: ['990001'] as SchoolNumber[] },
      { ...common, name: 'zweite', schools: ['990002'] as SchoolNumber[] },
    ]);
    for (const [i, name] of ['erste', 'zweite'].entries()) ids[name] = actors[i]?.account ?? '';
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = async (path: string, body: object, cookie?: string) => {
    const answer = await call(kanon, 'POST', path, {
      body: JSON.stringify(body),
      headers: {
        origin: new URL(kanon.settings.publicUrl).origin,
        'sec-fetch-site': 'same-origin',
        ...(cookie === undefined ? {} : { cookie }),
      },
    });
    return { ...answer, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  };
  const signIn = async (account: string, cookie?: string, password = PASSWORD) =>
    post('/v1/sessions', { account, password, keep: 'cookie' }, cookie);
  const isIn = async (token: string): Promise<boolean> =>
    (await call(kanon, 'GET', '/v1/sessions', { token })).status === 200;
  const idIn = (cookie: string): string => /=([^.]+)\./.exec(cookie)?.[1] ?? '';

  test('ends the session before, its tokens too, and the log says which', async () => {
    const before = await signIn('erste');
    const elsewhere = await signIn('erste');
    const after = await signIn('erste', before.cookie);
    expect(after.status).toBe(201);
    expect(await Promise.all([before, elsewhere, after].map(({ body }) => isIn(body.access_token)))).toEqual([
      false,
      true,
      true,
    ]);
    expect((await post('/v1/sessions/refresh', {}, before.cookie)).status).toBe(401);
    expect((await post('/v1/sessions/refresh', {}, after.cookie)).status).toBe(200);
    const entries = await owner.rows<{ account: string; object: string }>(
      `SELECT account, object FROM access_entry WHERE action = 'session.end'`,
    );
    expect(entries).toEqual([
      expect.objectContaining({ account: ids['erste'], object: `session=${idIn(before.cookie)}` }),
    ]);
  });

  test('ends it though it was of another account', async () => {
    const before = await signIn('erste');
    const after = await signIn('zweite', before.cookie);
    expect([await isIn(before.body.access_token), await isIn(after.body.access_token)]).toEqual([
      false,
      true,
    ]);
  });

  test('ends nothing where the password is wrong, nor by an id with another secret', async () => {
    const before = await signIn('erste');
    expect((await signIn('erste', before.cookie, 'daneben-und-geraten')).status).toBe(401);
    const forged = `__Host-kanon=${idIn(before.cookie)}.${'A'.repeat(43)}`;
    for (const cookie of [forged, '__Host-kanon=', `${before.cookie}; ${before.cookie}`])
      expect([cookie.length, (await signIn('zweite', cookie)).status]).toEqual([cookie.length, 201]);
    expect(await isIn(before.body.access_token)).toBe(true);
  });

  test('ends it by the token before the newest too: an answer can be lost on its way', async () => {
    const before = await signIn('erste');
    const next = await post('/v1/sessions/refresh', {}, before.cookie);
    expect(next.status).toBe(200);
    await signIn('erste', before.cookie);
    expect(await isIn(next.body.access_token)).toBe(false);
  });
});
