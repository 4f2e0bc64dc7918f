/** A session ends by itself: unused for too long, sooner where a role may do much, and after a day whatever happens. */
import type { Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, startApp, type TestApp } from '../setup/app.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const MINUTE = 60;
const HOUR = 60 * MINUTE;

describe('a session', () => {
  let kanon: TestApp;
  let owner: Owner;

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    await kanon.app.get(Accounts).create(
      kanon.admin,
      (['reporter', 'auditor'] as const).map((role: Role) => ({
        name: role,
        role,
        office: 'Erfundenes Amt',
        schools: (role === 'reporter' ? ['990001'] : []) as SchoolNumber[],
        password: PASSWORD,
      })),
    );
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (path: string, body: object) => call(kanon, 'POST', path, { body: JSON.stringify(body) });
  /** What refreshing gives once the session is `age` seconds old and was not used for `unused` seconds. */
  async function refreshed(account: Role, { age, unused }: { age: number; unused: number }): Promise<number> {
    const { body } = await post('/v1/sessions', { account, password: PASSWORD });
    const { refresh_token: token } = body as { refresh_token: string };
    await owner.rows(
      `UPDATE session SET made_at = made_at - make_interval(secs => $2), ends_at = ends_at - make_interval(secs => $2),
         used_at = used_at - make_interval(secs => $3) WHERE id = $1`,
      [token.split('.')[0], age, unused],
    );
    return (await post('/v1/sessions/refresh', { refresh_token: token })).status;
  }

  test.each([
    ['reporter', 8 * HOUR - MINUTE, 200],
    ['reporter', 8 * HOUR + 1, 401],
    ['auditor', 14 * MINUTE, 200],
    ['auditor', 15 * MINUTE + 1, 401],
  ] as const)('of a %s that was not used for %d seconds: %d', async (role, unused, status) => {
    expect(await refreshed(role, { age: unused, unused })).toBe(status);
  });

  test.each([
    ['reporter', 24 * HOUR - MINUTE, 200],
    ['reporter', 24 * HOUR + 1, 401],
    ['auditor', 24 * HOUR + 1, 401],
  ] as const)('of a %s that is %d seconds old and in use: %d', async (role, age, status) => {
    expect(await refreshed(role, { age, unused: 0 })).toBe(status);
  });
});
