/**
 * A Land is brought into service by what docs/accounts.md and docs/operations.md tell, over the API and from the host: two
 * administrators, officers, a coordination in every county with its reporters, and what goes wrong in the years after.
 */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/access/actor.ts';
import { HostSecond } from '../../src/identity/host-second.ts';
import { KeyChanges } from '../../src/identity/key-changes.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, OPEN_PERIOD, startApp, type TestApp } from '../setup/app.ts';
import { type Authenticator, withApp } from '../setup/factors.ts';

const HOST: Actor = {
  tenant: '05',
  role: 'admin',
  system: 'command line',
  operator: 'login=host',
  schools: [],
};
const REASON = 'Kanon wird in Betrieb genommen.';
const HEAD = 'name;role;office;region;schools';
const passwordOf = (name: string): string =>
  `regentonnen-siebenundzwanzig-${Buffer.from(name).toString('hex')}`;

describe('an administrator who has only the documentation', () => {
  let kanon: TestApp;
  let owner: Owner;
  const apps = new Map<string, Authenticator>();
  const tokens = new Map<string, string>();
  const ids = new Map<string, string>();

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const send = (by: string, method: string, path: string, body?: object) =>
    call(kanon, method, path, {
      token: tokens.get(by),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const post = (by: string, path: string, body: object = {}) => send(by, 'POST', path, body);

  /** Sets a password by the code that was handed out. */
  async function activate(name: string, code: string): Promise<void> {
    const { status, body } = await call(kanon, 'POST', '/v1/activations', {
      body: JSON.stringify({ account: name, code, password: passwordOf(name) }),
    });
    if (status !== 201) throw new Error(`the activation of ${name} was answered ${status} ${body?.type}`);
  }

  /** Signs in with the app where the account has one; sets one up first where its role works with one. */
  async function signIn(name: string, isAsked = true): Promise<void> {
    const login = { account: name, password: passwordOf(name) };
    if (isAsked && !apps.has(name)) apps.set(name, await withApp(kanon, login));
    const code = await apps.get(name)?.code();
    const { status, body } = await call(kanon, 'POST', '/v1/sessions', {
      body: JSON.stringify({ ...login, ...(code ? { code } : {}) }),
    });
    if (status !== 201) throw new Error(`the sign-in of ${name} was answered ${status} ${body?.type}`);
    tokens.set(name, body.access_token as string);
  }

  /** One administrator asks and another approves; the person is in by the code. */
  async function byTwo(name: string, role: string, region?: string): Promise<void> {
    const asked = await post('leitung-1', '/v1/accounts', {
      name,
      role,
      office: 'Erfundenes Amt',
      ...(region ? { region } : {}),
    });
    expect([name, asked.status]).toEqual([name, 202]);
    const given = await post('leitung-2', `/v1/approvals/${asked.body.id}/giving`);
    expect([name, given.status]).toEqual([name, 200]);
    ids.set(name, asked.body.account as string);
    await activate(name, given.body.code as string);
    await signIn(name);
  }

  const list = (by: string, lines: readonly string[]) =>
    post(by, '/v1/accounts/invitations', { list: [HEAD, ...lines].join('\r\n') });
  const reads = async (by: string, path: string) => (await send(by, 'GET', path)).status;

  test('is the first by the host, which says so in the log, and the second where the host stands beside', async () => {
    const first = {
      id: randomUUID(),
      name: 'leitung-1',
      role: 'admin' as const,
      office: 'Erfundenes Ministerium',
      password: passwordOf('leitung-1'),
    };
    await kanon.app.get(HostSecond).make(HOST, first);
    await signIn('leitung-1');
    const asked = await post('leitung-1', '/v1/accounts', {
      name: 'leitung-2',
      role: 'admin',
      office: 'Erfundenes Ministerium',
    });
    expect(asked.status).toBe(202);
    const { handed } = await kanon.app.get(HostSecond).approve(HOST, asked.body.id as string, REASON);
    await activate('leitung-2', handed!.code);
    await signIn('leitung-2');
    const notices = await send('leitung-2', 'GET', '/v1/notices');
    expect(notices.body.notices).toEqual([expect.objectContaining({ role: 'admin', reason: REASON })]);
  });

  test('has a third administrator and the officers by two persons', async () => {
    await byTwo('leitung-3', 'admin');
    await byTwo('statistik-1', 'disclosure-officer', '05');
    await byTwo('statistik-2', 'disclosure-officer', '05');
    await byTwo('datenschutz', 'protection-officer');
    await byTwo('revision', 'auditor');
    await byTwo('land', 'state', '05');
    // The host is nobody's second person any more.
    const late = kanon.app
      .get(HostSecond)
      .make(
        HOST,
        { id: randomUUID(), name: 'spaeter', role: 'admin', office: 'Amt', password: passwordOf('spaeter') },
        REASON,
      );
    await expect(late).rejects.toMatchObject({ status: 409 });
  }, 120_000);

  test('invites five districts and 53 coordinations with one list', async () => {
    const regions = await owner.rows<{ key: string }>(
      `SELECT key FROM region WHERE tenant = '05' AND length(key) IN (3, 5) ORDER BY key`,
    );
    const lines = regions.map(({ key }) =>
      key.length === 3
        ? `bezirk-${key};district;Bezirk ${key} (erfunden);${key};`
        : `kreis-${key};coordinator;Kreis ${key} (erfunden);${key};`,
    );
    expect(lines).toHaveLength(58);
    const { status, body } = await list('leitung-1', lines);
    expect([status, body.accounts.length]).toEqual([201, 58]);
    for (const { id, name, code } of body.accounts as { id: string; name: string; code: string }[]) {
      ids.set(name, id);
      if (name.startsWith('bezirk-') && name !== 'bezirk-051') continue;
      await activate(name, code);
      await signIn(name);
    }
    expect(await reads('bezirk-051', '/v1/accounts')).toBe(403);
  }, 600_000);

  test('brings the schools in, and each of the 53 coordinations invites a reporter and keeps its list', async () => {
    const counties = [...ids.keys()].filter((name) => name.startsWith('kreis-')).map((name) => name.slice(6));
    expect(counties).toHaveLength(53);
    const upload = (by: string, kind: string, body: string) =>
      call(kanon, 'POST', `/v1/imports/${kind}`, {
        token: tokens.get(by),
        headers: { 'content-type': 'text/csv' },
        body,
      });
    // One more in each county, of numbers that the four of the scene do not have.
    const schoolOf = (at: number): string => String(991_001 + at);
    const head = 'schulnummer;schulform;bezeichnung;ags;kreis_key;schueler_gerundet5';
    const rows = counties.map(
      (county, at) => `${schoolOf(at)};Gesamtschule;Erfundene Schule ${at};;${county};400`,
    );
    const brought = await upload('leitung-1', 'schools', [head, ...rows, ''].join('\n'));
    expect([brought.status, brought.body.added]).toEqual([200, 53]);
    for (const [at, county] of counties.entries()) {
      const by = `kreis-${county}`;
      const invited = await list(by, [`meldung-${county};reporter;Erfundene Schule ${at};;${schoolOf(at)}`]);
      expect([county, invited.status]).toEqual([county, 201]);
      const kept = await upload(
        by,
        'participation',
        `school;from;to;kind\n${schoolOf(at)};01.08.2031;;FUNDED\n`,
      );
      expect([county, kept.status, kept.body.added]).toEqual([county, 200, 1]);
      // Neither a reporter nor a school of the next county.
      const next = (at + 1) % counties.length;
      const other = await list(by, [`fremd-${county};reporter;Amt;;${schoolOf(next)}`]);
      expect([county, other.status >= 400]).toEqual([county, true]);
      const strange = await upload(by, 'participation', `school;from;to;kind\n${schoolOf(next)};;;NONE\n`);
      expect([county, strange.status]).toEqual([county, 422]);
    }
    const { body } = await send('leitung-1', 'GET', '/v1/accounts?role=reporter&limit=500');
    expect(body.accounts).toHaveLength(53);
  }, 600_000);

  test('leaves reporters and the list of who is expected to the coordination', async () => {
    const { status, body } = await list('kreis-05111', [
      'schule-1;reporter;Erfundene Grundschule;;990001',
      'schule-2;reporter;Erfundenes Gymnasium;;990002',
    ]);
    expect(status).toBe(201);
    for (const { id, name, code } of body.accounts as { id: string; name: string; code: string }[]) {
      ids.set(name, id);
      await activate(name, code);
      await signIn(name, false);
    }
    const kept = await call(kanon, 'POST', '/v1/imports/participation', {
      token: tokens.get('kreis-05111'),
      headers: { 'content-type': 'text/csv' },
      body: 'school;from;to;kind\n990001;01.08.2031;;FUNDED\n',
    });
    expect([kept.status, kept.body.added]).toEqual([200, 1]);
    expect(await reads('schule-1', '/v1/sessions')).toBe(200);
    // Within the period that runs, a change with its reason.
    const at = `/v1/regions/05111/participation/${OPEN_PERIOD}`;
    const vacant = { kind: 'VACANT', reason: 'POST_VACANT' };
    const changed = await send('kreis-05111', 'PUT', `${at}/990002`, vacant);
    expect([changed.status, changed.body.changed]).toEqual([200, true]);
    const { schools } = (await send('kreis-05111', 'GET', at)).body as { schools: { school: string }[] };
    expect(schools.find(({ school }) => school === '990002')).toMatchObject(vacant);
  });

  test('sees a forgotten password renewed by the coordination, and nobody chooses it but its person', async () => {
    const before = tokens.get('schule-1');
    const reset = await post('kreis-05111', `/v1/accounts/${ids.get('schule-1')}/reset`);
    expect(reset.status).toBe(200);
    expect((await call(kanon, 'GET', '/v1/sessions', { token: before })).status).toBe(401);
    await activate('schule-1', reset.body.code as string);
    await signIn('schule-1', false);
  });

  test('takes a lost second factor of the auditor away together with a second administrator', async () => {
    const asked = await send('leitung-1', 'DELETE', `/v1/accounts/${ids.get('revision')}/factors`);
    expect(asked.status).toBe(202);
    expect((await post('leitung-1', `/v1/approvals/${asked.body.id}/giving`)).status).toBe(403);
    expect((await post('leitung-3', `/v1/approvals/${asked.body.id}/giving`)).status).toBe(200);
    expect(await reads('revision', '/v1/sessions')).toBe(401);
    apps.delete('revision');
    await signIn('revision');
  });

  test('closes the account of a coordination that leaves, at once, and invites the next', async () => {
    const closed = await post('leitung-2', `/v1/accounts/${ids.get('kreis-05111')}/closing`);
    expect([closed.status, closed.body.state]).toEqual([200, 'closed']);
    expect(await reads('kreis-05111', '/v1/accounts')).toBe(401);
    const next = await list('leitung-1', ['kreis-05111-neu;coordinator;Kreis 05111 (erfunden);05111;']);
    expect(next.status).toBe(201);
    await activate('kreis-05111-neu', next.body.accounts[0].code as string);
    await signIn('kreis-05111-neu');
    const own = await send('kreis-05111-neu', 'GET', '/v1/accounts');
    expect(own.body.accounts.map(({ name }: { name: string }) => name)).toEqual([
      'meldung-05111',
      'schule-1',
      'schule-2',
    ]);
  });

  test('rotates a key, and whoever is signed in stays so', async () => {
    await kanon.app.get(KeyChanges).rotate(HOST, 'tokens', 0);
    expect(await reads('kreis-05111-neu', '/v1/sessions')).toBe(200);
  });

  test('finds each step in the log, with whom or what it was about', async () => {
    const entries = await owner.rows<{ action: string; object: string | null; subject: string | null }>(
      `SELECT action, object, subject FROM access_entry WHERE decision = 'allowed' ORDER BY at`,
    );
    const objectOf = (action: string, subject?: string) =>
      entries.find(
        (one) => one.action === action && (subject === undefined || one.subject === ids.get(subject)),
      )?.object;
    expect(
      entries.find(({ action, object }) => action === 'account.create' && object?.includes('host=first')),
    ).toBeDefined();
    expect(entries.filter(({ action }) => action === 'approval.give').length).toBeGreaterThanOrEqual(7);
    for (const [action, subject, object] of [
      ['account.invite', 'revision', /role=auditor .*approval=/],
      ['approval.give', 'land', /^approval=\S+ what=invite role=state .*scope=05 /],
      ['account.invite', 'kreis-05974', /role=coordinator scope=05974 /],
      ['account.invite', 'schule-2', /role=reporter scope=990002 /],
      ['account.password', 'schule-1', undefined],
      ['account.reset', 'schule-1', /role=reporter/],
      ['account.close', 'kreis-05111', /role=coordinator/],
    ] as const) {
      const found = objectOf(action, subject);
      expect([action, subject, found]).toEqual([
        action,
        subject,
        object ? expect.stringMatching(object) : found,
      ]);
      expect(entries.some((one) => one.action === action && one.subject === ids.get(subject))).toBe(true);
    }
    expect(objectOf('account.forget-factors')).toMatch(/role=auditor/);
    expect(objectOf('key.rotate')).toMatch(/^purpose=tokens key=/);
    expect(entries.filter(({ action }) => action === 'participation.keep').length).toBeGreaterThanOrEqual(54);
    expect(objectOf('participation.change')).toBe('kind=VACANT reason=POST_VACANT');
    const imports = entries.filter(({ action }) => action === 'reference.import').map(({ object }) => object);
    expect(imports).toContainEqual(expect.stringMatching(/^list=schools sha256=\S+ rows=53/));
    // Nothing that opens an account stands in it.
    const [told] = await owner.rows<{ text: string }>(
      `SELECT string_agg(access_entry::text, E'\\n') AS text FROM access_entry`,
    );
    for (const name of ['leitung-1', 'schule-1']) expect(told!.text).not.toContain(passwordOf(name));
  });
});
