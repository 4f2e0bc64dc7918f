/** A forgotten password: a code to the mailbox on file, the same answer and the same traces for whoever asks, and no way to a count. */
import { Unrecorded } from '../../src/foundation/database/unrecorded.ts';
import { Mails } from '../../src/identity/mails.ts';
import type { Owner } from '../access/house.ts';
import { call, OPEN_PERIOD, REPORT, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { type MailServer, textOf } from '../setup/mail-server.ts';
import { type MailScene, openMailScene } from './mail-scene.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const NEXT = 'acht-blaue-gartenstuehle';
const PLACE = `/v1/schools/990001/reports/${OPEN_PERIOD}`;

describe('a forgotten password', () => {
  let smtp: MailServer;
  let kanon: TestApp;
  let owner: Owner;
  let coordinator: Signed;
  let serial = 0;

  let scene: MailScene;
  beforeAll(async () => {
    scene = await openMailScene({ KANON_TRUSTED_PROXIES: '127.0.0.1' });
    ({ smtp, kanon, owner, coordinator } = scene);
  });
  afterAll(() => scene.end());

  const post = (path: string, body: object, token?: string, source = `192.0.2.${serial}`) =>
    call(kanon, 'POST', path, {
      body: JSON.stringify(body),
      headers: { 'x-forwarded-for': source },
      ...(token === undefined ? {} : { token }),
    });
  const ask = (account: string, source?: string) =>
    post('/v1/password-resets', { account }, undefined, source);
  const send = () => kanon.app.get(Mails).send();
  /** A reporter with a password, and the mailbox if there is to be one. */
  const reporter = async (withMailbox = true) => {
    serial += 1;
    const [name, mailbox] = [`vergessen-${serial}`, `schule-${serial}@erfunden.example`];
    const { status, body } = await post(
      '/v1/accounts',
      {
        name,
        role: 'reporter',
        office: 'Erfundenes Amt',
        schools: ['990001'],
        ...(withMailbox && { mailbox }),
      },
      coordinator.token,
    );
    expect(status).toBe(201);
    const entered = await post('/v1/activations', { account: name, code: body.code, password: PASSWORD });
    expect(entered.status).toBe(201);
    await send();
    smtp.taken.length = 0;
    return { name, mailbox, id: body.account.id as string, token: entered.body.access_token as string };
  };
  const codeIn = (mailbox: string): string =>
    /Code: (\S+)/.exec(textOf(smtp.to(mailbox).find((mail) => textOf(mail).includes('Code: '))!))![1]!;

  test('comes back by the mailbox; until then the old one counts, and afterwards counts from before are nobody’s', async () => {
    const { name, mailbox, id, token } = await reporter();
    expect((await call(kanon, 'PUT', PLACE, { token, body: JSON.stringify(REPORT) })).body.outcome).toBe(
      'stored',
    );
    expect((await call(kanon, 'GET', PLACE, { token })).body.stored).toEqual(REPORT);
    // Whoever looks after the account points it to a mailbox of the own.
    const own = 'amt@kreis.example';
    const moved = await call(kanon, 'PUT', `/v1/accounts/${id}`, {
      token: coordinator.token,
      body: JSON.stringify({ mailbox: own }),
    });
    expect(moved.status).toBe(200);
    const { status, text } = await ask(name);
    expect([status, text]).toEqual([202, '']);
    await send();
    // The mailbox so far learns that there is another one, and no code.
    expect([smtp.to(mailbox).length, smtp.to(own).length]).toEqual([1, 1]);
    expect(textOf(smtp.to(mailbox)[0]!)).not.toContain('Code: ');
    expect((await post('/v1/sessions', { account: name, password: PASSWORD })).status).toBe(201);
    const typed = { account: name, code: codeIn(own), password: NEXT };
    const entered = await post('/v1/activations', typed);
    expect(entered.status).toBe(201);
    expect((await post('/v1/activations', typed)).status).toBe(401);
    expect((await post('/v1/sessions', { account: name, password: PASSWORD })).status).toBe(401);
    expect((await post('/v1/sessions', { account: name, password: NEXT })).status).toBe(201);
    expect((await call(kanon, 'GET', PLACE, { token })).status).toBe(401);
    const read = await call(kanon, 'GET', PLACE, { token: entered.body.access_token as string });
    expect([read.status, read.body.stored]).toEqual([200, null]);
    const [account] = await owner.rows<{ by: string | null; at: Date | null }>(
      'SELECT renewed_by AS by, renewed_at AS at FROM account WHERE id = $1',
      [id],
    );
    expect([account?.by, account?.at]).toEqual([null, expect.any(Date)]);
    // The account is told that its password was changed.
    await send();
    expect(smtp.to(own).map((mail) => /Passwort|Ger/.test(textOf(mail)))).toContain(true);
  });

  test('is answered and traced alike, whether there is an account or not, a mailbox or not, a role that may or not', async () => {
    const asked: [string, string][] = [];
    for (const role of ['admin', 'auditor'] as const) {
      const { actor } = await signedIn(kanon, role);
      const [{ name } = { name: '' }] = await owner.rows<{ name: string }>(
        `UPDATE account SET mailbox = 'leitung@erfunden.example', password_hash = 'x' WHERE id = $1 RETURNING name`,
        [actor.account],
      );
      asked.push([role, name]);
    }
    const closed = await reporter();
    expect((await post(`/v1/accounts/${closed.id}/closing`, {}, coordinator.token)).status).toBe(200);
    const there = await reporter();
    asked.push(
      ['with', there.name],
      ['without', (await reporter(false)).name],
      ['closed', closed.name],
      ['nobody', 'gibt-es-nicht'],
      ['strange', '„Grüße“ \u{1f600}'],
    );
    smtp.taken.length = 0;
    const unrecorded = kanon.app.get(Unrecorded);
    const read = unrecorded.read.bind(unrecorded);
    let commits = 0;
    unrecorded.read = (reason, ...rest) => {
      if (reason === 'sign-in' || reason === 'entry of an access') commits += 1;
      return read(reason, ...rest);
    };
    const traces = async (name: string, at: number) => {
      const before = commits;
      const { status, text, headers } = await ask(name, `198.51.100.${at}`);
      const waiting = await owner.rows(
        `SELECT octet_length(sealed) AS bytes, account IS NOT NULL AS account, tries FROM outbox WHERE ended_at IS NULL`,
      );
      const entries = await owner.rows(
        `SELECT decision, rules, account, role, region, school, subject IS NOT NULL AS subject, octet_length(object) AS object
         FROM access_entry WHERE action = 'password.forgotten' ORDER BY at DESC LIMIT 1`,
      );
      const [{ n } = { n: 0 }] = await owner.rows<{ n: number }>(
        `SELECT count(*)::integer AS n FROM access_entry WHERE action = 'password.forgotten'`,
      );
      const counters = await owner.rows('SELECT count(*)::integer AS n FROM sign_in_try');
      const spent = commits - before;
      const untilSent = commits;
      await send();
      return {
        status,
        text,
        names: [...headers.keys()].sort().join(),
        waiting,
        entries,
        spent,
        sent: commits - untilSent,
        more: { entry: n, counters },
      };
    };
    const all = [];
    for (const [at, [, name]] of asked.entries()) all.push(await traces(name, at));
    unrecorded.read = read;
    const { more: first, ...alike } = all[0]!;
    expect([alike.status, alike.text, alike.waiting.length, alike.spent]).toEqual([202, '', 1, 2]);
    for (const [at, { more, ...one }] of all.entries()) {
      expect([asked[at]![0], one]).toEqual([asked[at]![0], alike]);
      expect(more.entry - first.entry).toBe(at);
    }
    expect(smtp.taken.map(({ to }) => to)).toEqual([there.mailbox]);
  });

  test('takes the place of no code that somebody handed out, and of its own only after an hour', async () => {
    const { name, mailbox, id } = await reporter();
    const codes = () =>
      owner.rows<{ kind: string; hash: Buffer }>('SELECT kind, hash FROM account_code WHERE account = $1', [
        id,
      ]);
    await ask(name);
    await send();
    const [first] = await codes();
    expect(first?.kind).toBe('mailbox');
    await ask(name);
    await send();
    expect([await codes(), smtp.to(mailbox).length]).toEqual([[first], 1]);
    await owner.rows(`UPDATE account_code SET made_at = made_at - interval '61 minutes' WHERE account = $1`, [
      id,
    ]);
    await ask(name);
    await send();
    expect([(await codes())[0]?.hash.equals(first!.hash), smtp.to(mailbox).length]).toEqual([false, 2]);
    const reset = await post(`/v1/accounts/${id}/reset`, {}, coordinator.token);
    expect(reset.status).toBe(200);
    await ask(name);
    await send();
    expect((await codes()).map(({ kind }) => kind)).toEqual(['reset']);
  });

  test('the mail that failed goes out with the same code, and the code ends with the day', async () => {
    const { name, mailbox, id } = await reporter();
    smtp.mood = { recipient: 450 };
    await ask(name);
    await expect(send()).rejects.toThrow('waits');
    const hashes = () => owner.rows('SELECT hash FROM account_code WHERE account = $1', [id]);
    const before = await hashes();
    smtp.mood = 'takes';
    await owner.rows('UPDATE outbox SET due_at = now() WHERE ended_at IS NULL');
    await send();
    expect(await hashes()).toEqual(before);
    await owner.rows(
      `UPDATE account_code SET made_at = made_at - interval '25 hours', ends_at = ends_at - interval '25 hours'
       WHERE account = $1`,
      [id],
    );
    const late = await post('/v1/activations', { account: name, code: codeIn(mailbox), password: NEXT });
    expect(late.status).toBe(401);
  });

  test('is asked for twenty times an hour from one source, at whatever names, and then refused', async () => {
    const source = '203.0.113.9';
    for (let i = 0; i < 20; i += 1) expect((await ask(`name-${i}`, source)).status).toBe(202);
    const { status, headers, body } = await ask('another', source);
    expect([status, body.type]).toEqual([429, 'urn:kanon:problem:too-many-sign-ins']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('another', '203.0.113.10')).status).toBe(202);
    expect((await post('/v1/sessions', { account: 'x', password: 'y' }, undefined, source)).status).toBe(401);
  });

  test('of a service that sends no mail nothing is promised', async () => {
    const silent = await startApp();
    try {
      const { status, body } = await call(silent, 'POST', '/v1/password-resets', {
        body: '{"account":"meldung"}',
      });
      expect([status, body.type]).toEqual([409, 'urn:kanon:problem:conflict']);
    } finally {
      await silent.close();
    }
  });
});
