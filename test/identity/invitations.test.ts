/** A list of invitations over HTTP: all or none, every fault by its line and without a value, codes and letters once. */
import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const HEAD = 'name;role;office;region;schools;mailbox;from;to;same_person_as;address';

describe('a list of invitations', () => {
  let kanon: TestApp;
  let owner: Owner;
  let admin: Signed;
  let coordinator: Signed;

  beforeAll(async () => {
    kanon = await startApp({ KANON_PUBLIC_URL: 'https://kanon.example' });
    await furnish(kanon);
    owner = await ownerOf(kanon);
    admin = await signedIn(kanon, 'admin');
    coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const send = (by: Signed, lines: readonly string[], query = '') =>
    call(kanon, 'POST', `/v1/accounts/invitations${query}`, {
      token: by.token,
      body: JSON.stringify({ list: [HEAD, ...lines].join('\r\n') }),
    });
  const named = (name: string) =>
    owner.rows<{ id: string }>(`SELECT id FROM account WHERE name = $1`, [name]);
  const faultsOf = (body: { findings: { rule: string; pointer: string }[] }) =>
    body.findings.map(({ rule, pointer }) => `${pointer} ${rule}`);

  test('makes every account, tells each code once, and leaves an entry for each', async () => {
    const { status, body, headers } = await send(coordinator, [
      'erste;reporter;Erfundenes Amt;;990001;;;;;',
      'zweite;reporter;Erfundenes Amt;;990001 990002;post@amt.example;2026-01-01;31.12.2099;;Amt|Weg 1|40210 Düsseldorf',
    ]);
    expect([status, body.dryRun, body.rows, headers.get('cache-control')]).toEqual([
      201,
      false,
      2,
      'no-store',
    ]);
    expect(body.accounts.map((one: { line: number; name: string }) => [one.line, one.name])).toEqual([
      [2, 'erste'],
      [3, 'zweite'],
    ]);
    const [stored] = await owner.rows(
      `SELECT role, office, mailbox, valid_from::text, valid_to::text, invited_by, password_hash,
         ARRAY(SELECT school FROM account_school WHERE account = account.id ORDER BY 1) AS schools
       FROM account WHERE name = 'zweite'`,
    );
    expect(stored).toEqual({
      role: 'reporter',
      office: 'Erfundenes Amt',
      mailbox: 'post@amt.example',
      valid_from: '2026-01-01',
      valid_to: '2099-12-31',
      invited_by: coordinator.actor.account,
      password_hash: null,
      schools: ['990001', '990002'],
    });
    for (const { id, name, code } of body.accounts as { id: string; name: string; code: string }[]) {
      const entries = await owner.rows<{ object: string; account: string; decision: string }>(
        `SELECT object, account, decision FROM access_entry WHERE action = 'account.invite' AND subject = $1`,
        [id],
      );
      expect(entries).toEqual([
        {
          object: expect.stringMatching(/^role=reporter scope=\S+ office="Erfundenes Amt" person=\S+$/),
          account: coordinator.actor.account,
          decision: 'allowed',
        },
      ]);
      const activated = await call(kanon, 'POST', '/v1/activations', {
        body: JSON.stringify({ account: name, code, password: PASSWORD }),
      });
      expect(activated.status).toBe(201);
    }
  });

  test('names every fault of every line at once, without a value, and makes nothing', async () => {
    const { status, body, text } = await send(admin, [
      'gut-1;reporter;Erfundenes Amt;;990001;;;;;',
      'Zqx;reporter;Amt;;990001;;;;;',
      'gut-1;reporter;Amt;;990001;;;;;',
      'rolle;Zqx;Amt;;990001;;;;;',
      'amt;reporter;;;990001;;;;;',
      'schule;reporter;Amt;;99;;;;;',
      'ohne;provider;Amt;;;;;;;',
      'viele;reporter;Amt;;990001 990002 990003;;;;;',
      'kreis;coordinator;Amt;051;;;;;;',
      'kreis-2;coordinator;Amt;05111;990001;;;;;',
      'region;reporter;Amt;05111;990001;;;;;',
      'post;reporter;Amt;;990001;a@b,c@d;;;;',
      'tag;reporter;Amt;;990001;;2026-02-30;;;',
      'tage;reporter;Amt;;990001;;2026-02-02;2026-02-01;;',
      'adresse;reporter;Amt;;990001;;;;;1|2|3|4|5|6|7',
    ]);
    expect([status, body.type]).toEqual([422, 'urn:kanon:problem:invitations-refused']);
    expect(faultsOf(body)).toEqual([
      '/3/name name',
      '/4/name name-twice',
      '/5/role role',
      '/6/office office',
      '/7/schools schools-needed',
      '/8/schools schools-needed',
      '/9/schools schools-too-many',
      '/10/region region-needed',
      '/11/schools schools-not-needed',
      '/12/region region-not-needed',
      '/13/mailbox mailbox',
      '/14/from day',
      '/15/to days-in-order',
      '/16/address address',
    ]);
    expect(text).not.toMatch(/Zqx|a@b|2026-02/);
    expect(await named('gut-1')).toEqual([]);
  });

  test('asks the database for what only it knows, and the whole list falls with one line', async () => {
    const taken = admin.actor.account!;
    const [{ name: takenName } = { name: '' }] = await owner.rows<{ name: string }>(
      'SELECT name FROM account WHERE id = $1',
      [taken],
    );
    const unknown = await send(admin, [
      'gut-2;reporter;Amt;;990001;;;;;',
      'fremd;coordinator;Amt;05999;;;;;;',
      'fern;reporter;Amt;;123456;;;;;',
      'mensch;reporter;Amt;;990001;;;;gibt-es-nicht;',
      'chefin;admin;Amt;;;;;;;',
    ]);
    expect(faultsOf(unknown.body)).toEqual([
      '/3/region region-unknown',
      '/4/schools school-unknown',
      '/5/same_person_as person-unknown',
      '/6/role role-of-two-persons',
    ]);
    const refused = await send(admin, [
      'gut-2;reporter;Amt;;990001;;;;;',
      `${takenName};reporter;Amt;;990001;;;;;`,
      'zweimal;reporter;Amt;;990001;;;;erste;',
    ]);
    expect([refused.status, faultsOf(refused.body)]).toEqual([
      422,
      ['/3/name name-taken', '/4/same_person_as person-one-side'],
    ]);
    expect(await named('gut-2')).toEqual([]);
    const [entry] = await owner.rows(
      `SELECT decision, rules, object, subject FROM access_entry WHERE action = 'account.invite' AND account = $1
       ORDER BY at DESC LIMIT 1`,
      [admin.actor.account],
    );
    expect(entry).toEqual({
      decision: 'refused',
      rules: ['name-taken', 'person-one-side'],
      object: 'what=list rows=3',
      subject: null,
    });
  });

  test('makes one account beside those of a human, and of two such lines only the first', async () => {
    const person = randomUUID();
    const first = await signedIn(kanon, 'admin', { person });
    const [{ name } = { name: '' }] = await owner.rows<{ name: string }>(
      'SELECT name FROM account WHERE id = $1',
      [first.actor.account],
    );
    const both = await send(admin, [
      `neben-1;reporter;Amt;;990001;;;;${name};`,
      `neben-2;coordinator;Amt;05111;;;;;${name};`,
    ]);
    expect([both.status, faultsOf(both.body)]).toEqual([422, ['/3/same_person_as person-one-side']]);
    expect(await named('neben-1')).toEqual([]);
    const one = await send(admin, [
      'neben-3;reporter;Amt;;990001;;;;;',
      `neben-1;reporter;Amt;;990001;;;;${name};`,
    ]);
    expect([one.status, one.body.accounts.map((made: { name: string }) => made.name)]).toEqual([
      201,
      ['neben-3', 'neben-1'],
    ]);
    const watcher = await signedIn(kanon, 'auditor', { person: randomUUID() });
    const [{ name: watching } = { name: '' }] = await owner.rows<{ name: string }>(
      'SELECT name FROM account WHERE id = $1',
      [watcher.actor.account],
    );
    const apart = await send(admin, [`neben-4;district;Amt;051;;;;;${watching};`]);
    expect(faultsOf(apart.body)).toEqual(['/2/same_person_as person-one-side']);
  });

  test.each(['admin', 'auditor', 'protection-officer', 'disclosure-officer', 'state'])(
    'invites no %s: that takes two persons',
    async (role) => {
      const region = ['state', 'disclosure-officer'].includes(role) ? '05' : '';
      const { status, body } = await send(admin, [`neu-${role};${role};Amt;${region};;;;;;`]);
      expect([status, faultsOf(body)]).toEqual([422, ['/2/role role-of-two-persons']]);
    },
  );

  test('of a coordinator holds reporters of the own county alone', async () => {
    const { body } = await send(coordinator, [
      'k-1;provider;Amt;;990001;;;;;',
      'k-2;coordinator;Amt;05111;;;;;;',
      'k-3;reporter;Amt;;990003;;;;;',
    ]);
    const [{ county } = { county: '' }] = await owner.rows<{ county: string }>(
      `SELECT left(region, 5) AS county FROM school WHERE number = '990003'`,
    );
    expect(county).not.toBe('05111');
    expect(faultsOf(body)).toEqual([
      '/2/role role-not-yours',
      '/3/role role-not-yours',
      '/4/schools school-unknown',
    ]);
    const reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    expect((await send(reporter, ['r-1;reporter;Amt;;990001;;;;;'])).status).toBe(403);
  });

  test('is checked by the database in a dry run too, which stores nothing but its entry', async () => {
    const line = 'probe;reporter;Amt;;990001;;;;;';
    const { status, body } = await send(admin, [line], '?dryRun=true');
    expect([status, body]).toEqual([201, { dryRun: true, rows: 1, accounts: [] }]);
    expect(await named('probe')).toEqual([]);
    const refused = await send(admin, [line, 'erste;reporter;Amt;;990001;;;;;'], '?dryRun=true');
    expect(faultsOf(refused.body)).toEqual(['/3/name name-taken']);
    const entries = await owner.rows(
      `SELECT decision, object FROM access_entry WHERE action = 'account.invite' AND dry_run ORDER BY at`,
    );
    expect(entries).toEqual([
      { decision: 'allowed', object: 'what=list rows=1' },
      { decision: 'refused', object: 'what=list rows=2' },
    ]);
    expect((await send(admin, [line])).status).toBe(201);
  });

  test('of which two come at once with the same name makes it once', async () => {
    const answers = await Promise.all([
      send(admin, ['zugleich;reporter;Amt;;990001;;;;;']),
      send(coordinator, ['zugleich;reporter;Amt;;990001;;;;;']),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await named('zugleich')).toHaveLength(1);
  });

  test('gives one letter a person as one PDF that nothing keeps', async () => {
    const lines = ['brief-1', 'brief-2', 'brief-3'].map(
      (name) => `${name};reporter;Erfundenes Amt;;990001;;;;;Amt|Weg 1|40210 Düsseldorf`,
    );
    const response = await fetch(`${kanon.url}/v1/accounts/invitations?letters=true`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ list: [HEAD, ...lines].join('\n') }),
    });
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('cache-control'),
    ]).toEqual([201, 'application/pdf', 'no-store']);
    const pdf = Buffer.from(await response.arrayBuffer());
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(3);
    expect(text).toMatch(/\/Marked true/);
    expect(text).toContain('/Lang (de-DE)');
    expect(text).toContain('/StructTreeRoot');
    expect(text.match(/\/S \/Figure/g)).toHaveLength(3);
    // The codes stand there as glyphs of an embedded font, and in no metadata.
    expect(await named('brief-3')).toHaveLength(1);
    expect(streamsOf(pdf).some((stream) => stream.includes(' re'))).toBe(true);
    expect(text).not.toMatch(/[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/);
  });

  test('may hold what no body of another route may, and no more than its limit', async () => {
    const padding = `#${'x'.repeat(40_000)}`;
    const { status } = await send(
      admin,
      [`lang;reporter;Amt;;990001;;;;;`, `x;${padding};;;;;;;;`],
      '?dryRun=true',
    );
    expect(status).toBe(422);
    const tooLong = await send(admin, ['x'.repeat(700 * 1024)]);
    expect(tooLong.status).toBe(413);
    const elsewhere = await call(kanon, 'POST', '/v1/accounts', {
      token: admin.token,
      body: JSON.stringify({ name: 'x'.repeat(40_000) }),
    });
    expect(elsewhere.status).toBe(413);
  });
});

/** What the streams of a PDF hold that are packed with deflate. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: word }) => {
    const from = index + word.length;
    try {
      return [inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1')];
    } catch {
      return [];
    }
  });
}
