/** What becomes of a privileged account takes two persons: over HTTP, and past HTTP as the role of the service. */
import pg from 'pg';
import type { Role } from '../../src/access/actor.ts';
import { ROLES } from '../../src/access/actor.ts';
import { PRIVILEGED } from '../../src/identity/privileged.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const SCOPE: Partial<Record<Role, string>> = { state: '05', 'disclosure-officer': '05' };

describe('a privileged account', () => {
  let kanon: TestApp;
  let owner: Owner;
  let asker: Signed;
  let giver: Signed;
  let serial = 0;

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    [asker, giver] = [await signedIn(kanon, 'admin'), await signedIn(kanon, 'admin')];
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (path: string, by: Signed, body: object = {}) =>
    call(kanon, 'POST', path, { token: by.token, body: JSON.stringify(body) });
  const invite = (role: Role, rest: object = {}, by = asker) =>
    post('/v1/accounts', by, {
      name: `zwei-${(serial += 1)}`,
      role,
      office: 'Erfundenes Amt',
      ...(SCOPE[role] ? { region: SCOPE[role] } : {}),
      ...rest,
    });
  const answer = (id: string, by: Signed, how = 'giving') => post(`/v1/approvals/${id}/${how}`, by);
  const accountRow = async (id: string) =>
    (await owner.rows('SELECT id, role, active, password_hash FROM account WHERE id = $1', [id]))[0];

  test.each([...PRIVILEGED] as Role[])(
    'with the role %s is made when a second administrator approves, and by its code its person is in',
    async (role) => {
      const asked = await invite(role, { mailbox: 'amt@erfunden.example' });
      expect(asked.status).toBe(202);
      expect(asked.body).toMatchObject({
        what: 'invite',
        role,
        state: 'asked',
        askedBy: asker.actor.account,
      });
      expect(JSON.stringify(asked.body)).not.toMatch(/"code"/);
      expect(await accountRow(asked.body.account)).toBeUndefined();
      const given = await answer(asked.body.id, giver);
      expect([given.status, given.body.account.state, given.body.approval.state]).toEqual([
        200,
        'invited',
        'given',
      ]);
      expect(given.body.account).toMatchObject({ id: asked.body.account, mailbox: 'amt@erfunden.example' });
      // Told once: no list and no second answer has it.
      expect((await answer(asked.body.id, giver)).status).toBe(409);
      const listed = await call(kanon, 'GET', '/v1/approvals', { token: giver.token });
      expect(listed.text).not.toContain(given.body.code);
      const { name } = given.body.account;
      const typed = { account: name, code: given.body.code, password: PASSWORD };
      expect((await call(kanon, 'POST', '/v1/activations', { body: JSON.stringify(typed) })).status).toBe(
        201,
      );
      const entries = await owner.rows<{ action: string; account: string; object: string }>(
        'SELECT action, account, object FROM access_entry WHERE subject = $1 AND decision = $2 ORDER BY at',
        [asked.body.account, 'allowed'],
      );
      expect(entries.map(({ action, account }) => [action, account])).toEqual([
        ['account.invite', asker.actor.account],
        ['approval.give', giver.actor.account],
        ['account.password', asked.body.account],
      ]);
      for (const { object } of entries.slice(0, 2)) {
        expect(object).toContain(`role=${role}`);
        expect(object).toContain(`scope=${SCOPE[role] ?? '05'}`);
        expect(object).toContain(`approval=${asked.body.id}`);
      }
    },
  );

  test('of another role is made at once, as before', async () => {
    expect((await invite('reporter', { schools: ['990001'] })).status).toBe(201);
    expect(ROLES.filter((role) => !PRIVILEGED.has(role)).sort()).toEqual([
      'benefit-office',
      'coordinator',
      'district',
      'provider',
      'reporter',
    ]);
  });

  test('is given by nobody who asked, whose account it is, or who is the same human as either', async () => {
    const again = await signedIn(kanon, 'admin', { person: asker.actor.person! });
    const { body: asked } = await invite('auditor');
    for (const same of [asker, again]) {
      const refused = await answer(asked.id, same);
      expect([refused.status, refused.body.type]).toEqual([403, 'urn:kanon:problem:same-person']);
    }
    const concerned = await signedIn(kanon, 'admin');
    const twin = await signedIn(kanon, 'admin', { person: concerned.actor.person! });
    const { body: reset } = await post(`/v1/accounts/${concerned.actor.account!}/reset`, asker);
    expect((await answer(reset.id, concerned)).status).toBe(403);
    expect((await answer(reset.id, twin)).status).toBe(403);
    expect((await answer(reset.id, giver)).status).toBe(200);
    for (const role of ROLES.filter((one) => one !== 'admin')) {
      const scope = {
        region:
          { coordinator: '05111', 'benefit-office': '05111', district: '051' }[role as string] ?? SCOPE[role],
      };
      const other = await signedIn(kanon, role, scope.region ? { region: scope.region } : {});
      expect([role, (await answer(asked.id, other)).status]).toEqual([role, 403]);
    }
    expect(await accountRow(asked.account)).toBeUndefined();
  });

  test('is reset by two: until then its password and its sessions stay, then both are gone', async () => {
    const { actor, token } = await signedIn(kanon, 'auditor');
    await owner.rows(`UPDATE account SET password_hash = 'x' WHERE id = $1`, [actor.account]);
    const fresh = async () =>
      (await owner.rows<{ epoch: number }>('SELECT epoch FROM account WHERE id = $1', [actor.account]))[0]!
        .epoch;
    const before = await fresh();
    const asked = await post(`/v1/accounts/${actor.account!}/reset`, asker);
    expect([asked.status, asked.body.what, await fresh()]).toEqual([202, 'reset', before]);
    expect(await accountRow(actor.account!)).toMatchObject({ password_hash: 'x' });
    // One wish at a time, so nobody approves of what was put under it.
    expect((await post(`/v1/accounts/${actor.account!}/reset`, giver)).status).toBe(409);
    const given = await answer(asked.body.id, giver);
    expect([given.status, given.body.code]).toEqual([200, expect.stringMatching(/^([a-z2-9]{4}-){3}/)]);
    expect(await accountRow(actor.account!)).toMatchObject({ password_hash: null });
    expect((await call(kanon, 'GET', '/v1/access-log/entries', { token })).status).toBe(401);
  });

  test('is changed by two, to what was read, and its entry has old and new', async () => {
    const { actor } = await signedIn(kanon, 'state', { region: '05' });
    const put = (body: object) =>
      call(kanon, 'PUT', `/v1/accounts/${actor.account!}`, {
        token: asker.token,
        body: JSON.stringify(body),
      });
    const asked = await put({ office: 'Anderes Amt', mailbox: 'anders@erfunden.example', to: '2090-01-01' });
    expect([asked.status, asked.body.office]).toEqual([202, 'Anderes Amt']);
    const officeNow = async () =>
      (await owner.rows('SELECT office FROM account WHERE id = $1', [actor.account]))[0]!['office'];
    expect(await officeNow()).toBe(actor.office);
    const given = await answer(asked.body.id, giver);
    expect([given.status, given.body.account.office, given.body.account.to, given.body.code]).toEqual([
      200,
      'Anderes Amt',
      '2090-01-01',
      null,
    ]);
    const [entry] = (await owner.entriesOf(giver.actor.account)).slice(-1);
    expect(entry!['object']).toContain(`oldOffice="${actor.office!}"`);
    expect(entry!['object']).toContain('newOffice="Anderes Amt"');
    expect(entry!['object']).not.toContain('erfunden.example');
    const [row] = await owner.rows('SELECT request FROM approval WHERE id = $1', [asked.body.id]);
    expect(row!['request']).toEqual({});
    expect((await put({ region: '051' })).status).toBe(409);
  });

  test('is closed by one, at once: that must not wait', async () => {
    const { actor } = await signedIn(kanon, 'auditor');
    expect((await post(`/v1/accounts/${actor.account!}/closing`, asker)).status).toBe(200);
  });

  test('what is refused, withdrawn or older than 72 hours is never done', async () => {
    const [refused, withdrawn, old] = [
      await invite('auditor'),
      await invite('auditor'),
      await invite('auditor'),
    ];
    expect((await answer(withdrawn.body.id, giver, 'withdrawal')).status).toBe(403);
    expect((await answer(refused.body.id, giver, 'refusal')).body).toMatchObject({
      state: 'refused',
      name: null,
    });
    expect((await answer(withdrawn.body.id, asker, 'withdrawal')).body.state).toBe('withdrawn');
    await owner.rows(
      `UPDATE approval SET asked_at = asked_at - interval '72 hours', ends_at = ends_at - interval '72 hours' WHERE id = $1`,
      [old.body.id],
    );
    for (const { body } of [refused, withdrawn, old]) {
      for (const how of ['giving', 'refusal']) expect((await answer(body.id, giver, how)).status).toBe(409);
      expect(await accountRow(body.account)).toBeUndefined();
    }
    const { body } = await call(kanon, 'GET', '/v1/approvals', { token: asker.token });
    const states = new Map(body.approvals.map((one: { id: string; state: string }) => [one.id, one.state]));
    expect([refused, withdrawn, old].map((one) => states.get(one.body.id))).toEqual([
      'refused',
      'withdrawn',
      'expired',
    ]);
    // What is over blocks nobody, and what it wished for is forgotten.
    expect((await invite('auditor')).status).toBe(202);
    const [row] = await owner.rows('SELECT state, request FROM approval WHERE id = $1', [old.body.id]);
    expect(row).toEqual({ state: 'expired', request: {} });
  });

  test('counts only while whoever asked and whoever gives administer, at that very moment', async () => {
    const gone = await signedIn(kanon, 'admin');
    const { body: asked } = await invite('auditor', {}, gone);
    expect((await post(`/v1/accounts/${gone.actor.account!}/closing`, asker)).status).toBe(200);
    const refused = await answer(asked.id, giver);
    expect([refused.status, await accountRow(asked.account)]).toEqual([409, undefined]);
    // Closed while it gives: one of both is first, and what was given after the closing is not.
    for (let i = 0; i < 5; i += 1) {
      const late = await signedIn(kanon, 'admin');
      const { body: next } = await invite('auditor');
      const [given] = await Promise.all([
        answer(next.id, late),
        post(`/v1/accounts/${late.actor.account!}/closing`, asker),
      ]);
      expect([200, 401, 409]).toContain(given.status);
      const made = (await accountRow(next.account)) !== undefined;
      expect(made).toBe(given.status === 200);
    }
  });

  test('of two who give at once one does, and the account is made once', async () => {
    const third = await signedIn(kanon, 'admin');
    const { body: asked } = await invite('auditor');
    const both = await Promise.all([answer(asked.id, giver), answer(asked.id, third)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  describe('past the service, as its role', () => {
    let service: pg.Client;
    beforeAll(async () => {
      service = new pg.Client({ connectionString: kanon.database.serviceUrl });
      await service.connect();
    });
    afterAll(() => service.end());

    /** Runs the statements as `by`, and rolls back; which rule refuses one. */
    async function refusalOf(by: Signed | undefined, statements: readonly (readonly [string, unknown[]?])[]) {
      const account = by?.actor.account ?? '';
      await service.query(
        `BEGIN; SELECT set_config('role', 'kanon_identity', true), set_config('kanon.tenant', '05', true),
           set_config('kanon.role', 'admin', true), set_config('kanon.account', '${account}', true)`,
      );
      try {
        for (const [text, values] of statements) await service.query(text, values);
        return undefined;
      } catch (error) {
        const { constraint, code } = error as { constraint?: string; code?: string };
        return constraint ?? code;
      } finally {
        await service.query('ROLLBACK');
      }
    }
    const INSERT = `INSERT INTO account (tenant, id, name, person, office, role)
                    VALUES ('05', $1, 'allein', $1, 'Amt', 'admin')`;
    const ID = '00000000-0000-4000-8000-00000000a11e';

    test('one administrator makes, opens or changes none, whatever the statement', async () => {
      const { actor } = await signedIn(kanon, 'auditor');
      const one = [actor.account];
      const code = `INSERT INTO account_code (tenant, account, hash, kind, ends_at) VALUES ('05', $1, sha256('x'), 'reset', now() + interval '1 day')`;
      const alone: readonly (readonly [string, unknown[]])[] = [
        [INSERT, [ID]],
        [`UPDATE account SET office = 'Meins' WHERE id = $1`, one],
        [`UPDATE account SET mailbox = 'mein@erfunden.example' WHERE id = $1`, one],
        [`UPDATE account SET valid_to = '2090-01-01' WHERE id = $1`, one],
        [`UPDATE account SET password_hash = NULL, renewed_at = now() WHERE id = $1`, one],
        [code, one],
      ];
      for (const [text, values] of alone)
        expect([text, await refusalOf(asker, [[text, values]])]).toEqual([text, 'two_persons']);
      expect(
        await refusalOf(asker, [[`UPDATE account SET active = false WHERE id = $1`, one]]),
      ).toBeUndefined();
      const { actor: reporter } = await signedIn(kanon, 'reporter', { schools: ['990001'] });
      expect(await refusalOf(asker, [[code, [reporter.account]]])).toBeUndefined();
    });

    test('nor by a request of the own hand, a request changed, or one that others gave', async () => {
      const ask = (request: object): readonly [string, unknown[]] => [
        `INSERT INTO approval (tenant, id, what, account, role, person, request) VALUES ('05', $1, 'invite', $1, 'admin', $1, $2)`,
        [ID, JSON.stringify(request)],
      ];
      const give: readonly [string] = [`UPDATE approval SET state = 'given' WHERE id = '${ID}'`];
      const wish = { name: 'allein', office: 'Amt' };
      expect(await refusalOf(asker, [ask(wish), give])).toBe('another_person');
      const who = `SELECT set_config('kanon.account', '${giver.actor.account!}', true)`;
      expect(await refusalOf(asker, [ask(wish), [who], give, [INSERT, [ID]]])).toBeUndefined();
      expect(await refusalOf(asker, [ask({ ...wish, office: 'Anderes' }), [who], give, [INSERT, [ID]]])).toBe(
        'two_persons',
      );
      expect(
        await refusalOf(asker, [
          ask(wish),
          [who],
          [`UPDATE approval SET state = 'given', request = '{}' WHERE id = '${ID}'`],
        ]),
      ).toBe('approval_answered');
      const { body: asked } = await invite('admin', { name: 'zwei-alt', office: 'Amt' });
      await answer(asked.id, giver);
      // Given in another transaction, and used up by it.
      expect(
        await refusalOf(giver, [[`UPDATE account SET office = 'Meins' WHERE id = $1`, [asked.account]]]),
      ).toBe('two_persons');
      for (const state of ['asked', 'given', 'refused'])
        expect(
          await refusalOf(giver, [[`UPDATE approval SET state = $2 WHERE id = $1`, [asked.id, state]]]),
        ).toBe(state === 'given' ? undefined : 'approval_answered');
      const forged = `INSERT INTO approval (tenant, id, what, account, role, person, state) VALUES ('05', $1, 'invite', $1, 'admin', $1, 'given')`;
      expect(await refusalOf(asker, [[forged, [ID]]])).toBe('42501');
    });

    test('the host stands for nobody while two persons administer', async () => {
      await owner.rows(`UPDATE account SET activated_at = now() WHERE id = ANY ($1)`, [
        [asker.actor.account, giver.actor.account],
      ]);
      const { body: asked } = await invite('admin', { name: 'vom-rechner' });
      const give = `UPDATE approval SET state = 'given', on_host = 'login=x' WHERE id = $1`;
      expect(await refusalOf(undefined, [[give, [asked.id]]])).toBe('host_is_second');
      await owner.rows(`UPDATE account SET activated_at = NULL WHERE role = 'admin' AND id <> $1`, [
        asker.actor.account,
      ]);
      expect(await refusalOf(undefined, [[give, [asked.id]]])).toBeUndefined();
      expect(await refusalOf(undefined, [[give.replace(`, on_host = 'login=x'`, ''), [asked.id]]])).toBe(
        'host_is_second',
      );
    });

    test('the list of privileged roles is the same in the database', async () => {
      const rows = await owner.rows<{ role: Role }>(
        `SELECT role FROM unnest($1::text[]) AS role WHERE is_privileged(role)`,
        [[...ROLES]],
      );
      expect(new Set(rows.map(({ role }) => role))).toEqual(PRIVILEGED);
    });
  });
});
