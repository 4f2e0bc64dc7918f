/** Every kind of change to an account counts with its next request, at another process of the same installation, for every role. */
import { ROLES, type Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { isPrivileged } from '../../src/identity/privileged.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { answering, launch, type Service } from '../setup/service.ts';

const PASSWORD = 'sieben-graue-regentonnen';
interface Scope {
  readonly region?: string;
  readonly schools?: string[];
}
const SCOPES: Partial<Record<Role, readonly [now: Scope, then: Scope]>> = {
  reporter: [{ schools: ['990001'] }, { schools: ['990002'] }],
  provider: [{ schools: ['990001'] }, { schools: ['990001', '990004'] }],
  coordinator: [{ region: '05111' }, { region: '05112' }],
  'benefit-office': [{ region: '05111' }, { region: '05112' }],
  district: [{ region: '051' }, { region: '053' }],
  state: [{ region: '05' }, {}],
  'disclosure-officer': [{ region: '05' }, {}],
};
const KINDS = [
  'closed',
  'scope',
  'office',
  'cover over',
  'password reset',
  'all sessions ended',
  'factor forgotten',
] as const;
type Kind = (typeof KINDS)[number];
const CASES = ROLES.flatMap((role) =>
  KINDS.filter((kind) => kind !== 'scope' || Object.keys(SCOPES[role]?.[1] ?? {}).length > 0).map(
    (kind) => [kind, role] as const,
  ),
);

describe('another process', () => {
  let kanon: TestApp;
  let owner: Owner;
  let other: Service;
  let admin: Signed;
  let second: Signed;

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    [admin, second] = [await signedIn(kanon, 'admin'), await signedIn(kanon, 'admin')];
    // The same keys and the same database; only the memory is its own.
    other = await answering(
      await launch({
        DATABASE_URL: kanon.database.serviceUrl,
        KANON_DATA: kanon.settings.data,
        KANON_DEMO: 'off',
        KANON_PUBLIC_URL: kanon.settings.publicUrl,
      }),
    );
  });
  afterAll(async () => {
    other.process.kill('SIGTERM');
    await other.ended;
    await owner.end();
    await kanon.close();
  });

  const there = (path: string, token: string) =>
    fetch(other.url + path, { headers: { authorization: `Bearer ${token}` } });
  const here = (method: string, path: string, by: Signed, body?: object) =>
    call(kanon, method, path, { token: by.token, ...(body ? { body: JSON.stringify(body) } : {}) });

  /** By one administrator, and of a privileged role by a second one too. */
  async function change(kind: Kind, role: Role, who: Signed): Promise<void> {
    const path = `/v1/accounts/${who.actor.account!}`;
    const asked = await {
      closed: () => here('POST', `${path}/closing`, admin),
      scope: () => here('PUT', path, admin, SCOPES[role]![1]),
      office: () => here('PUT', path, admin, { office: 'Umbenanntes Amt' }),
      'cover over': () => here('PUT', path, admin, { to: '2020-01-01' }),
      'password reset': () => here('POST', `${path}/reset`, admin),
      'all sessions ended': () => here('DELETE', '/v1/sessions', who),
      'factor forgotten': () => here('DELETE', `${path}/factors`, admin),
    }[kind]();
    const takesTwo = isPrivileged(role) && !['closed', 'all sessions ended'].includes(kind);
    expect([kind, role, asked.status, asked.text]).toEqual([
      kind,
      role,
      takesTwo ? 202 : expect.any(Number),
      asked.text,
    ]);
    expect(asked.status).toBeLessThan(300);
    if (!takesTwo) return;
    // Asked for, and nothing has changed yet.
    expect((await there('/v1/sessions', who.token)).status).toBe(200);
    expect((await here('POST', `/v1/approvals/${asked.body.id}/giving`, second)).status).toBe(200);
  }

  test.each(CASES)('after "%s" takes the token of a %s no more', async (kind, role) => {
    const who = await signedIn(kanon, role, SCOPES[role]?.[0] ?? {});
    if (kind === 'factor forgotten')
      await owner.rows(
        `INSERT INTO account_totp (tenant, account, sealed, confirmed_at) VALUES ('05', $1, $2, now())`,
        [who.actor.account, Buffer.alloc(48, 1)],
      );
    expect((await there('/v1/sessions', who.token)).status).toBe(200);
    await change(kind, role, who);
    const after = await there('/v1/sessions', who.token);
    expect([kind, role, after.status]).toEqual([kind, role, 401]);
  });

  test.each(['reporter', 'provider'] as const)(
    'gives a %s the schools that it has now, and no other',
    async (role) => {
      const name = `schulen-${role}`;
      const schools = ['990001'] as unknown as SchoolNumber[];
      const [actor] = await kanon.app
        .get(Accounts)
        .create(kanon.admin, [{ name, role, office: 'Amt', password: PASSWORD, schools }]);
      if (role === 'provider')
        await owner.rows(
          `INSERT INTO demo (tenant, begun_on, done_at) VALUES ('05', now(), now()) ON CONFLICT DO NOTHING`,
        );
      const signIn = async () => {
        const answer = await fetch(`${other.url}/v1/sessions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ account: name, password: PASSWORD }),
        });
        return ((await answer.json()) as { access_token: string }).access_token;
      };
      const seen = async (token: string) =>
        Promise.all(
          ['990001', '990002'].map(
            async (school) => (await there(`/v1/schools/${school}/people`, token)).status,
          ),
        );
      const before = await signIn();
      expect(await seen(before)).toEqual([200, 403]);
      await here('PUT', `/v1/accounts/${actor!.account!}`, admin, { schools: ['990002'] });
      // The old token opens nothing: its school is refused as it changed, the new one stands not in it.
      expect(await seen(before)).toEqual([401, 403]);
      expect(await seen(await signIn())).toEqual([403, 200]);
    },
  );

  test('is another one: its keys are the same, its memory is not', async () => {
    expect(other.process.pid).not.toBe(process.pid);
    expect(await (await fetch(`${other.url}/.well-known/jwks.json`)).json()).toEqual(
      (await call(kanon, 'GET', '/.well-known/jwks.json')).body,
    );
  });
});
