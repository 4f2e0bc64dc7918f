/** What people may know of themselves and of their school, who looks into the log for one account, and how long a password is. */
import type { Role } from '../../src/access/actor.ts';
import { ROLES } from '../../src/access/actor.ts';
import { HostSecond } from '../../src/identity/host-second.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { REPORT, call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { withApp } from '../setup/factors.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const SCOPES: Partial<Record<Role, { region?: string; schools?: string[] }>> = {
  reporter: { schools: ['990001'] },
  provider: { schools: ['990001'] },
  coordinator: { region: '05111' },
  'benefit-office': { region: '05111' },
  district: { region: '051' },
  state: { region: '05' },
  'disclosure-officer': { region: '05' },
};

describe('what people may know', () => {
  let kanon: TestApp;
  let owner: Owner;
  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const get = (path: string, { token }: Pick<Signed, 'token'>) => call(kanon, 'GET', path, { token });
  const post = (path: string, body: object, token?: string) =>
    call(kanon, 'POST', path, { body: JSON.stringify(body), ...(token === undefined ? {} : { token }) });

  test.each(ROLES)('%s reads its own data, sessions and entries, and nobody else’s', async (role) => {
    const me = await signedIn(kanon, role, SCOPES[role]);
    const other = await signedIn(kanon, role, SCOPES[role]);
    await get('/v1/sessions', me);
    await get('/v1/sessions', other);
    const { status, body, text } = await get('/v1/own-data', me);
    expect([status, body.account.id, body.account.office]).toEqual([200, me.actor.account, me.actor.office]);
    expect(
      body.entries.map(({ action, isOwn }: { action: string; isOwn: boolean }) => [action, isOwn]),
    ).toEqual([
      ['session.list', true],
      ['account.create', false],
    ]);
    expect(text).not.toContain(other.actor.account);
    // What was read stands in the log, too, and in the next answer.
    expect((await get('/v1/own-data', me)).body.entries[0].action).toBe('account.own');
  });

  test('own data name the open session, and the office of whoever did something to the account', async () => {
    const coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    const who = { name: 'eigene', role: 'reporter', office: 'Schule', schools: ['990002'] };
    const { body: invited } = await post('/v1/accounts', who, coordinator.token);
    const typed = { account: 'eigene', code: invited.code, password: PASSWORD };
    const { body: session } = await post('/v1/activations', typed);
    const { body } = await get('/v1/own-data', { token: session.access_token });
    expect(body.sessions).toEqual([expect.objectContaining({ isCurrent: true })]);
    const [invitation] = body.entries.filter(({ action }: { action: string }) => action === 'account.invite');
    expect(invitation).toMatchObject({ isOwn: false, byOffice: coordinator.actor.office });
    expect(JSON.stringify(body)).not.toContain(coordinator.actor.account);
  });

  test('every reporter of a school sees who invited, opened anew and reported, by office; no count, and no other school', async () => {
    const coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    const first = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    const put = await call(kanon, 'PUT', '/v1/schools/990001/reports/2026-Q1', {
      token: first.token,
      body: JSON.stringify(REPORT),
    });
    expect(put.status).toBe(201);
    const who = {
      name: 'zweite-kraft',
      role: 'reporter',
      office: 'Zweite Stelle',
      schools: ['990001'],
      to: '2090-01-01',
    };
    const { body: invited } = await post('/v1/accounts', who, coordinator.token);
    await post(`/v1/accounts/${invited.account.id}/reset`, {}, coordinator.token);
    const { status, body, text } = await get('/v1/schools/990001/people', first);
    expect(status).toBe(200);
    const by = { office: coordinator.actor.office, role: 'coordinator' };
    const second = body.people.find(({ office }: { office: string }) => office === 'Zweite Stelle');
    expect(second).toMatchObject({
      isOwn: false,
      active: true,
      to: '2090-01-01',
      invitedBy: by,
      renewedBy: by,
    });
    expect(second.renewedAt).toMatch(/^\d{4}-/);
    expect(body.people.filter(({ isOwn }: { isOwn: boolean }) => isOwn)).toEqual([
      expect.objectContaining({ office: first.actor.office, invitedBy: null, renewedBy: null }),
    ]);
    expect(body.reports).toEqual([
      expect.objectContaining({
        period: '2026-Q1',
        isOwn: true,
        by: { office: first.actor.office, role: 'reporter' },
      }),
    ]);
    // Persons stay unnamed: neither the names of accounts nor their ids.
    for (const name of ['zweite-kraft', invited.account.id, first.actor.account, coordinator.actor.account])
      expect(text).not.toContain(name);
    expect((await get('/v1/schools/990002/people', first)).status).toBe(403);
    expect((await get('/v1/schools/990001/people', coordinator)).status).toBe(403);
  });

  test('whoever looks into the log for one account says in which case, and the protection officer sees it', async () => {
    const auditor = await signedIn(kanon, 'auditor');
    const officer = await signedIn(kanon, 'protection-officer');
    const subject = (await signedIn(kanon, 'district', { region: '051' })).actor.account!;
    const refused = await get(`/v1/access-log/entries?account=${subject}`, auditor);
    expect([refused.status, refused.body.findings[0].rule]).toEqual([400, 'case-needed']);
    expect((await get(`/v1/access-log/entries?account=${subject}&case=CURIOSITY`, auditor)).status).toBe(400);
    for (const code of ['BREACH', 'COMPLAINT', 'DATA_SUBJECT'])
      expect((await get(`/v1/access-log/entries?account=${subject}&case=${code}`, auditor)).status).toBe(200);
    const [entry] = await owner.rows(
      `SELECT object FROM access_entry WHERE action = 'log.read' AND decision = 'allowed' AND subject = $1 ORDER BY at DESC`,
      [subject],
    );
    expect(entry!['object']).toContain('case=DATA_SUBJECT');
    const { status, body } = await get('/v1/access-log/cases', officer);
    expect(status).toBe(200);
    const found = body.cases.filter((one: { subject: string }) => one.subject === subject);
    expect(found.map((one: { case: string; decision: string }) => [one.case, one.decision])).toEqual([
      ['DATA_SUBJECT', 'allowed'],
      ['COMPLAINT', 'allowed'],
      ['BREACH', 'allowed'],
      [null, 'refused'],
    ]);
    expect(found[0].searcherOffice).toBe(auditor.actor.office);
    expect((await get('/v1/access-log/cases', auditor)).status).toBe(403);
  });

  test('a session is erased by a sign-in once it was over for thirty days', async () => {
    const { actor } = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    const put = (age: string) =>
      owner.rows<{ id: string }>(
        `INSERT INTO session (tenant, id, account, hash, made_at, idle, ends_at)
         VALUES ('05', gen_random_uuid(), $1, sha256('x'), now() - $2::interval - interval '1 day', '8 hours', now() - $2::interval) RETURNING id`,
        [actor.account, age],
      );
    const [[old], [young]] = [await put('30 days 1 minute'), await put('29 days 23 hours')];
    await kanon.app.get(HostSecond).make(
      { tenant: '05', role: 'admin', system: 'command line', operator: 'login=test', schools: [] },
      {
        id: '00000000-0000-4000-8000-0000000000a3',
        name: 'wer-kommt',
        role: 'reporter',
        office: 'Amt',
        password: PASSWORD,
        schools: ['990002'] as never,
      },
    );
    expect((await post('/v1/sessions', { account: 'wer-kommt', password: PASSWORD })).status).toBe(201);
    const left = await owner.rows<{ id: string }>('SELECT id FROM session WHERE account = $1', [
      actor.account,
    ]);
    expect([old!.id === young!.id, left.map(({ id }) => id)]).toEqual([false, [young!.id]]);
  });

  test('eight characters are enough beside a second factor that has to stay, else fifteen', async () => {
    const short = 'krk7-Vux';
    const change = (account: string, more: object) =>
      post('/v1/passwords', { account, old: PASSWORD, password: short, ...more });
    const host = {
      tenant: '05',
      role: 'admin',
      system: 'command line',
      operator: 'login=test',
      schools: [],
    } as const;
    const make = (id: string, name: string, role: Role, scope: object) =>
      kanon.app.get(HostSecond).make(host, { id, name, role, office: 'Amt', password: PASSWORD, ...scope });
    await make('00000000-0000-4000-8000-0000000000a1', 'mit-faktor', 'district', { region: '051' });
    await make('00000000-0000-4000-8000-0000000000a2', 'meldend', 'reporter', { schools: ['990001'] });
    const before = await change('mit-faktor', {});
    expect([before.status, before.body.findings[0].rule]).toEqual([400, 'password-length']);
    const app = await withApp(kanon, { account: 'mit-faktor', password: PASSWORD });
    expect((await change('mit-faktor', { factorCode: await app.code() })).status).toBe(201);
    const own = await withApp(kanon, { account: 'meldend', password: PASSWORD });
    // A reporter may take the factor away again, and the password would stand alone.
    const refused = await change('meldend', { factorCode: await own.code() });
    expect([refused.status, refused.body.findings[0].rule]).toEqual([400, 'password-length']);
  });
});
