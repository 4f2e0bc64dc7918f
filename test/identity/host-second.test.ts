/** The host stands for the second person only while fewer than two administer, says why, and everybody who watches is told once. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor, Role } from '../../src/access/actor.ts';
import { HostSecond } from '../../src/identity/host-second.ts';
import { PRIVILEGED } from '../../src/identity/privileged.ts';
import { Tokens } from '../../src/identity/token.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { withApp } from '../setup/factors.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const REASON = 'Die zweite Verwaltung ist krank.';
const HOST: Actor = {
  tenant: '05',
  role: 'admin',
  system: 'command line',
  operator: 'login=test',
  schools: [],
};
const WATCHES: readonly Role[] = ['admin', 'auditor', 'protection-officer'];

describe('the host', () => {
  let kanon: TestApp;
  let owner: Owner;
  let host: HostSecond;
  let asker: Signed;
  let serial = 0;

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    host = kanon.app.get(HostSecond);
    // Never activated, so it counts for nobody who administers; it can ask all the same.
    asker = await signedIn(kanon, 'admin');
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (path: string, by: Signed, body: object = {}) =>
    call(kanon, 'POST', path, { token: by.token, body: JSON.stringify(body) });
  const one = (role: Role, name = `neu-${(serial += 1)}`) => ({
    id: randomUUID(),
    name,
    role,
    office: 'Erfundenes Amt',
    password: PASSWORD,
    ...(role === 'state' || role === 'disclosure-officer' ? { region: '05' as RegionKey } : {}),
  });
  const entryOf = async (subject: string, action: string) =>
    (
      await owner.rows(
        `SELECT * FROM access_entry WHERE subject = $1 AND action = $2 AND decision = 'allowed'`,
        [subject, action],
      )
    )[0];
  const administer = (persons: 0 | 1 | 2) =>
    owner.rows(
      `UPDATE account SET activated_at = CASE WHEN name = ANY ($1) THEN now() END WHERE role = 'admin'`,
      [['erste', 'zweite'].slice(0, persons)],
    );
  const refusal = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
      return 'done';
    } catch (error) {
      const { status, detail } = (
        error as { bodyIn: (lang: string) => { status: number; detail: string } }
      ).bodyIn('de');
      return `${status} ${detail}`;
    }
  };
  const unseenBy = async ({ token }: Signed) =>
    (await call(kanon, 'GET', '/v1/notices', { token })).body.notices as { at: string; reason: string }[];

  test('makes the first administrator, and the log says so', async () => {
    const first = one('admin', 'erste');
    await host.make(HOST, first);
    expect(await entryOf(first.id, 'account.create')).toMatchObject({
      system: 'command line',
      operator: 'login=test',
      object: expect.stringMatching(/^role=admin .* host=first$/),
    });
    expect(await unseenBy(asker)).toEqual([]);
  });

  test('beside one who administers it takes a reason, which whoever watches is told once', async () => {
    const auditor = one('auditor');
    expect(await refusal(host.make(HOST, auditor))).toMatch(/^409 .*--reason/);
    await host.make(HOST, auditor, REASON);
    expect(await entryOf(auditor.id, 'account.create')).toMatchObject({
      decision: 'allowed',
      object: expect.stringMatching(/host=second$/),
    });
    for (const role of WATCHES) {
      const reader = role === 'admin' ? asker : await signedIn(kanon, role);
      const told = await unseenBy(reader);
      expect([role, told]).toEqual([
        role,
        [expect.objectContaining({ what: 'invite', role: 'auditor', reason: REASON })],
      ]);
      const read = await post('/v1/notices/acknowledgement', reader, { upTo: told[0]!.at });
      expect([read.status, read.body.notices, await unseenBy(reader)]).toEqual([200, [], []]);
      // Once, and not by a moment from before.
      await post('/v1/notices/acknowledgement', reader, { upTo: '2020-01-01T00:00:00Z' });
      expect(await unseenBy(reader)).toEqual([]);
    }
    const other = await signedIn(kanon, 'coordinator', { region: '05111' });
    expect((await call(kanon, 'GET', '/v1/notices', { token: other.token })).status).toBe(403);
    // No reason is needed for who sees little.
    await host.make(HOST, { ...one('district'), region: '051' as RegionKey });
  });

  test('makes no privileged account once two administer, whatever the reason', async () => {
    await host.make(HOST, one('admin', 'zweite'), REASON);
    for (const role of PRIVILEGED as ReadonlySet<Role>) {
      const account = one(role);
      expect([role, await refusal(host.make(HOST, account, REASON))]).toEqual([
        role,
        expect.stringMatching(/^409 .*nicht der Rechner des Dienstes/),
      ]);
      expect(await owner.rows('SELECT id FROM account WHERE id = $1', [account.id])).toEqual([]);
    }
    await host.make(HOST, { ...one('district'), region: '051' as RegionKey });
    // Past the service, as its role, it is refused too.
    const service = new pg.Client({ connectionString: kanon.database.serviceUrl });
    await service.connect();
    const past = service.query(
      `BEGIN; SELECT set_config('role', 'kanon_identity', true), set_config('kanon.tenant', '05', true), set_config('kanon.role', 'admin', true);
       INSERT INTO account (tenant, id, name, person, office, role) VALUES ('05', gen_random_uuid(), 'allein', gen_random_uuid(), 'Amt', 'admin')`,
    );
    await expect(past).rejects.toMatchObject({ constraint: 'host_is_second' });
    await service.end();
  });

  test('approves what one asked for while fewer than two administer, with an entry and a notice', async () => {
    const { body: asked } = await post('/v1/accounts', asker, {
      ...one('auditor'),
      id: undefined,
      password: undefined,
    });
    expect(await refusal(host.approve(HOST, asked.id, REASON))).toMatch(/^409 .*nicht der Rechner/);
    await administer(1);
    const { handed, account } = await host.approve(HOST, asked.id, REASON);
    expect([handed?.code, account.id]).toEqual([expect.stringMatching(/^([a-z2-9]{4}-){3}/), asked.account]);
    expect(await entryOf(asked.account, 'approval.give')).toMatchObject({
      account: null,
      system: 'command line',
      operator: 'login=test',
      object: expect.stringMatching(/what=invite .*host=second/),
    });
    const listed = (await call(kanon, 'GET', '/v1/approvals', { token: asker.token })).body.approvals[0];
    expect(listed).toMatchObject({ id: asked.id, state: 'given', onHost: true, answeredBy: null });
    expect((await unseenBy(asker)).map(({ reason }) => reason)).toContain(REASON);
  });

  test('opens the only administrator anew: the password, or the second factor, and never while two administer', async () => {
    const login = { account: 'erste', password: PASSWORD };
    await withApp(kanon, login);
    const signIn = () => call(kanon, 'POST', '/v1/sessions', { body: JSON.stringify(login) });
    expect((await signIn()).body.type).toBe('urn:kanon:problem:second-factor-needed');
    await administer(2);
    expect(await refusal(host.recover(HOST, 'erste', 'factor', REASON))).toMatch(/^409/);
    await administer(1);
    const { handed } = await host.recover(HOST, 'erste', 'factor', REASON);
    expect(handed).toBeUndefined();
    // A new activation: the password opens nothing but the setting up of a factor.
    expect((await signIn()).body).toMatchObject({ factor_missing: true });
    const reset = await host.recover(HOST, 'erste', 'reset', REASON);
    expect((await signIn()).status).toBe(401);
    const typed = { account: 'erste', code: reset.handed!.code, password: 'acht-gelbe-gartenzwerge' };
    expect((await call(kanon, 'POST', '/v1/activations', { body: JSON.stringify(typed) })).status).toBe(201);
    expect(await refusal(host.recover(HOST, 'gibtesnicht', 'reset', REASON))).toMatch(/^404/);
    const { name } = one('reporter');
    await host.make(HOST, { ...one('reporter', name), schools: ['990001'] as never });
    expect(await refusal(host.recover(HOST, name, 'reset', REASON))).toMatch(/^409 .*wer es einladen darf/);
  });

  test('a lost second factor of a privileged role is taken away by two, over the API; of a reporter by one', async () => {
    const lost = one('auditor', 'verloren');
    await kanon.app.get(HostSecond).make(HOST, lost, REASON);
    const login = { account: 'verloren', password: PASSWORD };
    await withApp(kanon, login);
    const factors = async () =>
      (await owner.rows('SELECT account FROM account_totp WHERE account = $1', [lost.id])).length;
    const asked = await call(kanon, 'DELETE', `/v1/accounts/${lost.id}/factors`, { token: asker.token });
    expect([asked.status, asked.body.what, await factors()]).toEqual([202, 'factor', 1]);
    expect((await post(`/v1/approvals/${asked.body.id}/giving`, asker)).status).toBe(403);
    expect(await factors()).toBe(1);
    const giver = await signedIn(kanon, 'admin');
    const given = await post(`/v1/approvals/${asked.body.id}/giving`, giver);
    expect([given.status, given.body.code, await factors()]).toEqual([200, null, 0]);
    const again = await call(kanon, 'POST', '/v1/sessions', { body: JSON.stringify(login) });
    expect([again.status, again.body.factor_missing]).toEqual([201, true]);
    await kanon.app
      .get(HostSecond)
      .make(HOST, { ...one('reporter', 'meldend'), schools: ['990002'] as never });
    await withApp(kanon, { account: 'meldend', password: PASSWORD });
    const [row] = await owner.rows<{ id: string }>(`SELECT id FROM account WHERE name = 'meldend'`);
    const coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    const taken = await call(kanon, 'DELETE', `/v1/accounts/${row!.id}/factors`, {
      token: coordinator.token,
    });
    expect([taken.status, taken.body.name]).toEqual([200, 'meldend']);
  });

  test('approving, and thawing a period, take a factor that was shown lately', async () => {
    const stale = async (role: Role, scope: { region?: string } = {}) => {
      const { actor } = await signedIn(kanon, role, scope);
      const { token } = await kanon.app.get(Tokens).issue(
        {
          tenant: '05',
          id: actor.account!,
          name: 'x',
          person: actor.person!,
          office: actor.office!,
          role,
          region: (scope.region ?? null) as RegionKey | null,
          schools: [],
          passwordHash: null,
          epoch: 1,
        },
        randomUUID(),
        { amr: ['pwd', 'otp', 'mfa'], at: Math.floor(Date.now() / 1000) - 600 },
      );
      return { actor, token };
    };
    const admin = await stale('admin');
    const officer = await stale('disclosure-officer', { region: '05' });
    expect((await call(kanon, 'GET', '/v1/approvals', { token: admin.token })).status).toBe(200);
    for (const [path, by] of [
      [`/v1/approvals/${randomUUID()}/giving`, admin],
      ['/v1/periods/2026-Q1/thaw', officer],
      ['/v1/periods/2026-Q1/thaw/confirmation', officer],
    ] as const) {
      const { status, body } = await post(path, by);
      expect([path, status, body.type]).toEqual([path, 401, 'urn:kanon:problem:step-up-needed']);
    }
  });
});
