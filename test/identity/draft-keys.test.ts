/** The key that opens drafts on a device: handed to its account alone, sealed at rest, and gone when somebody else opens the account anew. */
import { Mails } from '../../src/identity/mails.ts';
import { ROLES } from '../../src/access/actor.ts';
import type { Owner } from '../access/house.ts';
import { call, signedIn, type Signed, type TestApp } from '../setup/app.ts';
import { type MailServer, textOf } from '../setup/mail-server.ts';
import { type MailScene, openMailScene } from './mail-scene.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const NEXT = 'acht-blaue-gartenstuehle';

describe('the key of drafts', () => {
  let scene: MailScene;
  let smtp: MailServer;
  let kanon: TestApp;
  let owner: Owner;
  let coordinator: Signed;
  let serial = 0;
  beforeAll(async () => {
    scene = await openMailScene();
    ({ smtp, kanon, owner, coordinator } = scene);
  });
  afterAll(() => scene.end());

  const post = (path: string, body?: object, token?: string) =>
    call(kanon, 'POST', path, {
      ...(body && { body: JSON.stringify(body) }),
      ...(token === undefined ? {} : { token }),
    });
  const keyOf = (token: string) => post('/v1/draft-key', undefined, token);
  const stored = (account: string) =>
    owner.rows<{ id: string; sealed: Buffer }>('SELECT id, sealed FROM draft_key WHERE account = $1', [
      account,
    ]);

  /** A reporter who has come in by a code. */
  const reporter = async () => {
    serial += 1;
    const [name, mailbox] = [`entwurf-${serial}`, `entwurf-${serial}@erfunden.example`];
    const invited = await post(
      '/v1/accounts',
      { name, role: 'reporter', office: 'Erfundene Schule', schools: ['990001'], mailbox },
      coordinator.token,
    );
    expect(invited.status).toBe(201);
    const id = invited.body.account.id as string;
    const token = await enter(name, invited.body.code as string);
    return { name, mailbox, id, token };
  };
  const enter = async (account: string, code: string, password = PASSWORD): Promise<string> => {
    const { status, body } = await post('/v1/activations', { account, code, password });
    expect(status).toBe(201);
    return body.access_token as string;
  };

  test('is 256 random bits, the same at each call and to each tab, another one for each account, and in no cache', async () => {
    const [one, other] = [await reporter(), await reporter()];
    const all = await Promise.all([keyOf(one.token), keyOf(one.token), keyOf(one.token)]);
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(1);
    expect(Buffer.from(all[0].body.key, 'base64url')).toHaveLength(32);
    expect(all[0].headers.get('cache-control')).toMatch(/no-store/);
    const theirs = await keyOf(other.token);
    expect(theirs.body.key).not.toBe(all[0].body.key);
    expect(theirs.body.id).not.toBe(all[0].body.id);
    const [entry] = (await owner.entriesOf(one.id)).filter(({ action }) => action === 'draft.key');
    expect([entry?.decision, entry?.['object']]).toEqual(['allowed', 'what=draft-key']);
  });

  test('lies sealed in the database: no bit of it is there to be read, and a row of another account opens nothing', async () => {
    const [one, other] = [await reporter(), await reporter()];
    const { key, id } = (await keyOf(one.token)).body as { key: string; id: string };
    const theirs = (await keyOf(other.token)).body as { key: string };
    const [row] = await stored(one.id);
    expect(row!.sealed.includes(Buffer.from(key, 'base64url'))).toBe(false);
    await owner.rows('UPDATE draft_key SET sealed = $2 WHERE account = $1', [
      one.id,
      (await stored(other.id))[0]!.sealed,
    ]);
    const made = (await keyOf(one.token)).body as { key: string; id: string };
    expect([made.id === id, made.key === key, made.key === theirs.key]).toEqual([false, false, false]);
  });

  test.each(ROLES.filter((role) => role !== 'reporter' && role !== 'provider'))(
    'is not for %s',
    async (role) => {
      const scopes: Record<string, object> = {
        coordinator: { region: '05111' },
        'benefit-office': { region: '05111' },
        district: { region: '051' },
        state: { region: '05' },
        'disclosure-officer': { region: '05' },
      };
      const { token } = await signedIn(kanon, role, scopes[role] ?? {});
      expect((await keyOf(token)).status).toBe(403);
    },
  );

  test('stays when one changes the own password, and is another one after a reset by somebody else', async () => {
    const me = await reporter();
    const before = (await keyOf(me.token)).body;
    const changed = await post('/v1/passwords', { account: me.name, old: PASSWORD, password: NEXT });
    expect(changed.status).toBe(201);
    expect((await keyOf(changed.body.access_token as string)).body).toEqual(before);
    const reset = await post(`/v1/accounts/${me.id}/reset`, {}, coordinator.token);
    expect(reset.status).toBe(200);
    // At once, and not only when somebody comes in again.
    expect(await stored(me.id)).toEqual([]);
    const after = (await keyOf(await enter(me.name, reset.body.code as string))).body;
    expect([after.id === before.id, after.key === before.key]).toEqual([false, false]);
  });

  test('is another one after a code by the mailbox, and gone with a closed account', async () => {
    const me = await reporter();
    const before = (await keyOf(me.token)).body;
    // Those of the invitation, first.
    await kanon.app.get(Mails).send();
    smtp.taken.length = 0;
    expect((await post('/v1/password-resets', { account: me.name })).status).toBe(202);
    await kanon.app.get(Mails).send();
    const mail = smtp
      .to(me.mailbox)
      .map(textOf)
      .find((text) => text.includes('Code: '))!;
    const token = await enter(me.name, /Code: (\S+)/.exec(mail)![1]!, NEXT);
    const after = (await keyOf(token)).body;
    expect([after.id === before.id, after.key === before.key]).toEqual([false, false]);
    expect((await post(`/v1/accounts/${me.id}/closing`, {}, coordinator.token)).status).toBe(200);
    expect(await stored(me.id)).toEqual([]);
    expect((await keyOf(token)).status).toBe(401);
  });
});
