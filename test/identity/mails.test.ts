/** Mails: sent by a real SMTP server exactly where the act was committed, again where it fails, and never for ever. */
import { createApplication } from '../../src/application.ts';
import { Mails } from '../../src/identity/mails.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { type MailServer, sendsBySelfNoMore, startMailServer, textOf } from '../setup/mail-server.ts';
import { type MailScene, openMailScene } from './mail-scene.ts';
import { answering, launch, type Service, until } from '../setup/service.ts';

const LOGIN = { user: 'kanon', password: 'erfundenes-mailpasswort' };
const CODE = /([a-z2-9]{4}-){3}[a-z2-9]{4}/;

interface Row {
  id: string;
  account: string;
  sealed: Buffer | null;
  tries: number;
  outcome: string | null;
  wait: number;
}

describe('mails', () => {
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
  beforeEach(async () => {
    smtp.mood = 'takes';
    await owner.rows('DELETE FROM outbox');
    smtp.taken.length = 0;
  });

  const send = () => kanon.app.get(Mails).send();
  const rows = () =>
    owner.rows<Row>(
      `SELECT id, account, sealed, tries, outcome, extract(epoch FROM due_at - now())::integer AS wait
       FROM outbox ORDER BY made_at`,
    );
  const due = () => owner.rows('UPDATE outbox SET due_at = now() WHERE ended_at IS NULL');
  const invite = async (mailbox?: string) => {
    serial += 1;
    const name = `post-${serial}`;
    const { status, body } = await call(kanon, 'POST', '/v1/accounts', {
      token: coordinator.token,
      body: JSON.stringify({
        name,
        role: 'reporter',
        office: 'Erfundenes Amt',
        schools: ['990001'],
        ...(mailbox && { mailbox }),
      }),
    });
    expect(status).toBe(201);
    return { name, id: body.account.id as string, code: body.code as string };
  };
  const mailboxOf = () => `schule-${serial + 1}@erfunden.example`;

  test('an invitation goes to the mailbox, with the code that the answer tells; nothing of it stays', async () => {
    const mailbox = mailboxOf();
    const { name, code } = await invite(mailbox);
    const [waiting] = await rows();
    expect([waiting?.tries, waiting?.outcome]).toEqual([0, null]);
    for (const secret of [code, mailbox, name])
      expect(waiting?.sealed?.toString('latin1')).not.toContain(secret);
    await send();
    const [mail] = smtp.to(mailbox);
    expect(mail?.from).toBe('kanon@erfunden.example');
    const text = textOf(mail!);
    expect(text).toContain(`Konto: ${name}`);
    expect(text).toContain(`Code: ${code}`);
    expect(text.indexOf('Guten Tag')).toBeLessThan(text.indexOf('Hello'));
    expect(mail?.raw).toContain('Auto-Submitted: auto-generated');
    const [sent] = await rows();
    expect([sent?.sealed, sent?.outcome]).toEqual([null, 'sent']);
    await send();
    expect(smtp.taken.length).toBe(1);
  });

  test('a changed mailbox is told to the one so far and to whoever invited, and the new one learns nothing', async () => {
    const [old, office] = [mailboxOf(), 'koordination@erfunden.example'];
    const { id, name } = await invite(old);
    const { account } = coordinator.actor;
    await owner.rows('UPDATE account SET mailbox = $2 WHERE id = $1', [account, office]);
    await owner.rows('DELETE FROM outbox');
    const change = async (body: object, as = coordinator) =>
      (await call(kanon, 'PUT', `/v1/accounts/${id}`, { token: as.token, body: JSON.stringify(body) }))
        .status;
    expect(await change({ office: 'Anderes Amt' })).toBe(200);
    expect(await change({ mailbox: old })).toBe(200);
    expect(await rows()).toEqual([]);
    expect(await change({ mailbox: 'neu@erfunden.example' })).toBe(200);
    await send();
    expect(smtp.taken.map(({ to }) => to).sort()).toEqual([office, old].sort());
    for (const mail of smtp.taken) {
      expect(textOf(mail)).toContain(`Konto: ${name}`);
      expect(textOf(mail)).toContain('Das Postfach dieses Kontos ist jetzt ein anderes.');
      for (const address of [old, office, 'neu@erfunden.example'])
        expect(textOf(mail)).not.toContain(address);
    }
    // By somebody else than who invited, and no mail twice to one mailbox.
    const admin = await signedIn(kanon, 'admin');
    smtp.taken.length = 0;
    expect(await change({ mailbox: office }, admin)).toBe(200);
    expect(await change({ mailbox: old }, admin)).toBe(200);
    await send();
    expect(smtp.taken.map(({ to }) => to).sort()).toEqual([office, office, 'neu@erfunden.example'].sort());
    await owner.rows('UPDATE account SET mailbox = NULL WHERE id = $1', [account]);
  });

  test('without a mailbox nothing is stored; where the act is refused nothing goes out', async () => {
    await invite();
    const refused = await call(kanon, 'POST', '/v1/accounts', {
      token: coordinator.token,
      body: JSON.stringify({
        name: `post-${serial}`,
        role: 'reporter',
        office: 'Erfundenes Amt',
        schools: ['990001'],
        mailbox: 'twice@erfunden.example',
      }),
    });
    expect([refused.status, await rows()]).toEqual([409, []]);
  });

  test('a mail server that is away, that says later, that breaks off or that refuses the login is asked again, with a longer wait', async () => {
    const mailbox = mailboxOf();
    await invite(mailbox);
    for (const [at, mood] of (['break', { recipient: 451 }, { data: 452 }] as const).entries()) {
      smtp.mood = mood;
      await expect(send()).rejects.toThrow('mail waits for the mail server');
      const [row] = await rows();
      expect([row?.tries, row?.outcome]).toEqual([at + 1, null]);
      expect(row?.wait).toBeGreaterThan(60 * 2 ** at - 20);
      expect(row?.wait).toBeLessThanOrEqual(60 * 2 ** at);
      // Before that no process tries it.
      await send();
      expect((await rows())[0]?.tries).toBe(at + 1);
      await due();
    }
    smtp.mood = 'takes';
    await send();
    expect([(await rows())[0]?.outcome, smtp.to(mailbox).length]).toEqual(['sent', 1]);
  });

  test('a recipient that is refused for good is not asked again, and after twelve tries nobody is', async () => {
    await invite(mailboxOf());
    smtp.mood = { recipient: 550 };
    await send();
    const [refused] = await rows();
    expect([refused?.outcome, refused?.sealed]).toEqual(['refused', null]);
    await invite(mailboxOf());
    await owner.rows('UPDATE outbox SET tries = 11 WHERE ended_at IS NULL');
    smtp.mood = { recipient: 450 };
    await send();
    expect((await rows()).map(({ outcome, sealed }) => [outcome, sealed])).toEqual([
      ['refused', null],
      ['given-up', null],
    ]);
    expect(await kanon.app.get(Mails).standing()).toMatchObject({ waiting: 0, failed: 2 });
    await owner.rows(`UPDATE outbox SET ended_at = ended_at - interval '31 days'`);
    await send();
    expect(await rows()).toEqual([]);
  });

  test('two processes at once send each mail once', async () => {
    const other = await createApplication(kanon.settings);
    await other.init();
    sendsBySelfNoMore(other);
    const boxes: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      boxes.push(mailboxOf());
      await invite(boxes.at(-1));
    }
    const both = [kanon.app, other].map((app) => app.get(Mails));
    const before = both.map(({ figures }) => figures.sent);
    await Promise.all(both.map((mails) => mails.send()));
    await other.close();
    expect(smtp.taken.map(({ to }) => to).sort()).toEqual([...boxes].sort());
    // Else one of them did all of it, and this showed nothing.
    expect(both.map(({ figures }, at) => figures.sent - before[at]!).every((sent) => sent > 0)).toBe(true);
  });
});

describe('a process that is killed between sending and marking', () => {
  test('leaves a mail that another one sends again after the lease, under the same id; its log says no secret', async () => {
    const smtp = await startMailServer({ login: LOGIN });
    const kanon = await startApp({ KANON_PUBLIC_URL: 'http://localhost' });
    await furnish(kanon);
    const owner = await ownerOf(kanon);
    const { writeFile } = await import('node:fs/promises');
    const file = `${kanon.settings.data}/mail-password`;
    await writeFile(file, `${LOGIN.password}\n`, { mode: 0o600 });
    const env = {
      DATABASE_URL: kanon.database.serviceUrl,
      KANON_DATA: kanon.settings.data,
      KANON_SMTP_URL: `smtp://kanon@127.0.0.1:${smtp.port}`,
      KANON_SMTP_PASSWORD_FILE: file,
      KANON_SMTP_FROM: 'kanon@erfunden.example',
      KANON_PUBLIC_URL: 'http://localhost',
    };
    const coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    let held = (): void => undefined;
    smtp.beforeAnswer = () => new Promise((resolve) => (held = resolve));
    const first = await launch(env);
    let second: Service | undefined;
    try {
      await answering(first);
      const invited = await fetch(`${first.url}/v1/accounts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${coordinator.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          name: 'post-kill',
          role: 'reporter',
          office: 'Erfundenes Amt',
          schools: ['990001'],
          mailbox: 'kill@erfunden.example',
        }),
      });
      const { code } = (await invited.json()) as { code: string };
      expect(code).toMatch(CODE);
      await until(() => smtp.taken.length === 1);
      first.process.kill('SIGKILL');
      await first.ended;
      held();
      smtp.beforeAnswer = () => Promise.resolve();
      const [row] = await owner.rows<{ outcome: string | null; wait: number }>(
        'SELECT outcome, extract(epoch FROM due_at - now())::integer AS wait FROM outbox',
      );
      expect(row?.outcome).toBeNull();
      expect(row?.wait).toBeGreaterThan(200);
      second = await launch(env);
      await answering(second);
      await owner.rows('UPDATE outbox SET due_at = now()');
      await until(() => smtp.taken.length === 2);
      await until(async () => (await owner.rows(`SELECT FROM outbox WHERE outcome = 'sent'`)).length === 1);
      const idOf = (raw: string) => /^Message-ID: (.*)$/im.exec(raw)?.[1];
      const ids = smtp.taken.map(({ raw }) => idOf(raw));
      expect([ids[0]?.length, ids[1]]).toEqual([expect.any(Number), ids[0]]);
      expect(smtp.taken.map(({ user }) => user)).toEqual(['kanon', 'kanon']);
      second.process.kill('SIGTERM');
      await second.ended;
      for (const secret of [code, 'kill@erfunden.example', LOGIN.password, 'post-kill'])
        expect([secret, (first.output() + second.output()).includes(secret)]).toEqual([secret, false]);
    } finally {
      for (const service of [first, second]) service?.process.kill('SIGKILL');
      await owner.end();
      await kanon.close();
      await smtp.close();
    }
  }, 120_000);
});

describe('the way to the mail server', () => {
  /** What a service says of one invitation by mail, over a mail server of its own. */
  async function tried(host: string, more: Record<string, string>, withoutTls: boolean) {
    const smtp = await startMailServer({ withoutTls });
    const kanon = await startApp({
      KANON_SMTP_URL: `smtp://${host}:${smtp.port}`,
      KANON_SMTP_FROM: 'kanon@erfunden.example',
      ...more,
    });
    sendsBySelfNoMore(kanon.app);
    try {
      await furnish(kanon);
      const { token } = await signedIn(kanon, 'admin');
      const account = {
        name: 'weg',
        role: 'reporter',
        office: 'Amt',
        schools: ['990001'],
        mailbox: 'a@b.example',
      };
      await call(kanon, 'POST', '/v1/accounts', { token, body: JSON.stringify(account) });
      const said = await kanon.app
        .get(Mails)
        .send()
        .then(
          () => 'sent',
          (error: unknown) => (error as { code: string }).code,
        );
      return { said, taken: smtp.taken };
    } finally {
      await kanon.close();
      await smtp.close();
    }
  }

  // 0.0.0.0 is this machine, and is not known as loopback: so it stands for a server elsewhere.
  test('elsewhere STARTTLS is demanded, and a certificate that can be checked', async () => {
    expect(await tried('0.0.0.0', {}, true)).toMatchObject({ said: 'ETLS', taken: [] });
    const untrusted = await tried('0.0.0.0', {}, false);
    expect([untrusted.said === 'sent', untrusted.taken]).toEqual([false, []]);
  });

  test('on loopback it is taken where offered, and not missed where not; elsewhere only where that is declared', async () => {
    const offered = await tried('127.0.0.1', {}, false);
    expect(offered.taken.map(({ wasEncrypted }) => wasEncrypted)).toEqual([true]);
    const plain = await tried('127.0.0.1', {}, true);
    expect(plain.taken.map(({ wasEncrypted }) => wasEncrypted)).toEqual([false]);
    const declared = await tried('0.0.0.0', { KANON_SMTP_TLS: 'elsewhere' }, true);
    expect(declared.taken.length).toBe(1);
  });

  test('a mail server that is away, or knows another password, lets the mail wait', async () => {
    const kanon = await startApp({ KANON_SMTP_URL: 'smtp://127.0.0.1:9', KANON_SMTP_FROM: 'a@b.example' });
    sendsBySelfNoMore(kanon.app);
    const owner = await ownerOf(kanon);
    await furnish(kanon);
    const { token } = await signedIn(kanon, 'admin');
    const account = {
      name: 'weg',
      role: 'reporter',
      office: 'Amt',
      schools: ['990001'],
      mailbox: 'a@b.example',
    };
    await call(kanon, 'POST', '/v1/accounts', { token, body: JSON.stringify(account) });
    await expect(kanon.app.get(Mails).send()).rejects.toMatchObject({ name: 'MailWaits' });
    expect(await owner.rows('SELECT tries, outcome FROM outbox')).toEqual([{ tries: 1, outcome: null }]);
    await owner.end();
    await kanon.close();
  });
});
