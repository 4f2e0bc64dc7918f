/** An account that nobody uses for 400 days is closed, with an entry of its own; where there is mail, told a month before. */
import { ClosedNames } from '../../src/identity/closed-names.ts';
import { Mails } from '../../src/identity/mails.ts';
import { UnusedAccounts } from '../../src/identity/unused-accounts.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { type MailServer, textOf } from '../setup/mail-server.ts';
import { type MailScene, openMailScene } from './mail-scene.ts';

const PASSWORD = 'sieben-graue-regentonnen';

describe('accounts that nobody uses', () => {
  let smtp: MailServer;
  let kanon: TestApp;
  let owner: Owner;
  let coordinator: Signed;
  let serial = 0;

  let scene: MailScene;
  beforeAll(async () => {
    scene = await openMailScene();
    ({ smtp, kanon, owner, coordinator } = scene);
  });
  afterAll(() => scene.end());

  const post = (path: string, body: object, token?: string) =>
    call(kanon, 'POST', path, { body: JSON.stringify(body), ...(token === undefined ? {} : { token }) });
  const reporter = async (mailbox?: string) => {
    serial += 1;
    const name = `unbenutzt-${serial}`;
    const account = { name, role: 'reporter', office: 'Erfundenes Amt', schools: ['990001'] };
    const { body } = await post(
      '/v1/accounts',
      { ...account, ...(mailbox && { mailbox }) },
      coordinator.token,
    );
    const entered = await post('/v1/activations', { account: name, code: body.code, password: PASSWORD });
    expect(entered.status).toBe(201);
    return {
      name,
      id: body.account.id as string,
      token: entered.body.access_token as string,
      refresh: entered.body.refresh_token as string,
    };
  };
  const unusedFor = (id: string, days: number) =>
    owner.rows('UPDATE account SET used_on = CURRENT_DATE - $2::integer WHERE id = $1', [id, days]);
  const stands = async (id: string) =>
    (
      await owner.rows<{ active: boolean; unused: number; told: boolean }>(
        `SELECT active, CURRENT_DATE - used_on AS unused, told_on IS NOT NULL AS told FROM account WHERE id = $1`,
        [id],
      )
    )[0];
  const round = (of: TestApp = kanon) => of.app.get(UnusedAccounts).round();

  test('are closed after 400 days and not before, at once, with an entry that says why', async () => {
    const [old, young] = [await reporter(), await reporter()];
    await unusedFor(old.id, 400);
    await unusedFor(young.id, 399);
    await round();
    expect([(await stands(old.id))?.active, (await stands(young.id))?.active]).toEqual([false, true]);
    expect((await call(kanon, 'GET', '/v1/sessions', { token: old.token })).status).toBe(401);
    expect((await post('/v1/sessions', { account: old.name, password: PASSWORD })).status).toBe(401);
    const entries = await owner.rows(
      `SELECT system, decision, object FROM access_entry WHERE action = 'account.close' AND subject = $1`,
      [old.id],
    );
    expect(entries).toEqual([
      { system: 'unused accounts', decision: 'allowed', object: expect.stringContaining('why=unused') },
    ]);
    await round();
    const all = await owner.rows(`SELECT FROM access_entry WHERE action = 'account.close'`);
    expect(all.length).toBe(1);
  });

  test('count as used by signing in and by a refresh, on that day', async () => {
    const { id, name, refresh } = await reporter();
    await unusedFor(id, 399);
    expect((await post('/v1/sessions/refresh', { refresh_token: refresh })).status).toBe(200);
    expect(await stands(id)).toMatchObject({ unused: 0 });
    await unusedFor(id, 399);
    expect((await post('/v1/sessions', { account: name, password: 'falsch' })).status).toBe(401);
    expect(await stands(id)).toMatchObject({ unused: 399 });
    expect((await post('/v1/sessions', { account: name, password: PASSWORD })).status).toBe(201);
    expect(await stands(id)).toMatchObject({ unused: 0 });
  });

  test('with a mailbox are told once, 30 days before, and stay where somebody comes back', async () => {
    const boxes = ['a@erfunden.example', 'b@erfunden.example'];
    const [back, away] = [await reporter(boxes[0]), await reporter(boxes[1])];
    await kanon.app.get(Mails).send();
    smtp.taken.length = 0;
    for (const { id } of [back, away]) await unusedFor(id, 369);
    await round();
    await kanon.app.get(Mails).send();
    expect(smtp.taken).toEqual([]);
    for (const { id } of [back, away]) await unusedFor(id, 370);
    await round();
    await round();
    await kanon.app.get(Mails).send();
    expect(smtp.taken.map(({ to }) => to).sort()).toEqual(boxes);
    expect(textOf(smtp.taken[0]!)).toContain('In 30 Tagen wird es geschlossen');
    expect((await post('/v1/sessions', { account: back.name, password: PASSWORD })).status).toBe(201);
    expect(await stands(back.id)).toMatchObject({ told: false, unused: 0 });
    // Told too late, for the service was down: it waits until the month is over.
    await unusedFor(away.id, 410);
    await round();
    expect(await stands(away.id)).toMatchObject({ active: true, told: true });
    await owner.rows('UPDATE account SET told_on = CURRENT_DATE - 30 WHERE id = $1', [away.id]);
    await round();
    expect([(await stands(away.id))?.active, (await stands(back.id))?.active]).toEqual([false, true]);
  });

  test('lose name and mailbox 30 days after they were closed, and not before; what the log is told by stays', async () => {
    const [old, young] = [await reporter('alt@erfunden.example'), await reporter('jung@erfunden.example')];
    const admin = await signedIn(kanon, 'admin');
    for (const { id } of [old, young])
      expect((await post(`/v1/accounts/${id}/closing`, {}, admin.token)).status).toBe(200);
    await owner.rows(`UPDATE account SET closed_at = now() - interval '30 days' WHERE id = $1`, [old.id]);
    await owner.rows(`UPDATE account SET closed_at = now() - interval '29 days' WHERE id = $1`, [young.id]);
    const rows = () =>
      owner.rows<{ name: string; mailbox: string | null; office: string; role: string }>(
        'SELECT name, mailbox, office, role FROM account WHERE id = ANY ($1) ORDER BY closed_at',
        [[old.id, young.id]],
      );
    expect(await kanon.app.get(ClosedNames).round()).toBe(1);
    expect(await rows()).toEqual([
      {
        ...{ name: `closed-${old.id.replaceAll('-', '')}`, mailbox: null },
        ...{ office: 'Erfundenes Amt', role: 'reporter' },
      },
      expect.objectContaining({ name: young.name, mailbox: 'jung@erfunden.example' }),
    ]);
    expect(await kanon.app.get(ClosedNames).round()).toBe(0);
    const entries = await owner.rows(
      `SELECT system, decision, object FROM access_entry WHERE action = 'account.erase-names'`,
    );
    expect(entries).toEqual([{ system: 'retention', decision: 'allowed', object: 'days=30 rows=1' }]);
    // Nobody comes in by either name, and the name is free for the next one.
    for (const name of [old.name, `closed-${old.id.replaceAll('-', '')}`])
      expect((await post('/v1/sessions', { account: name, password: PASSWORD })).status).toBe(401);
    const again = { name: old.name, role: 'reporter', office: 'Erfundenes Amt', schools: ['990001'] };
    expect((await post('/v1/accounts', again, coordinator.token)).status).toBe(201);
  });

  test('are closed without a mail where the service sends none', async () => {
    const silent = await startApp();
    try {
      const { actor } = await signedIn(silent, 'auditor');
      const eyes = await ownerOf(silent);
      await eyes.rows(
        `UPDATE account SET mailbox = 'x@erfunden.example', used_on = CURRENT_DATE - 400 WHERE id = $1`,
        [actor.account],
      );
      await round(silent);
      expect(await eyes.rows('SELECT active FROM account WHERE id = $1', [actor.account])).toEqual([
        { active: false },
      ]);
      await eyes.end();
    } finally {
      await silent.close();
    }
  });
});
