/** The way to a mail server elsewhere: TLS from the start or by STARTTLS, with a certificate that can be checked, and with no other. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Owner } from '../access/house.ts';
import { type Certificate, makeAuthority } from '../setup/certificates.ts';
import { inRepository } from '../setup/children.ts';
import { type MailServer, startMailServer, textOf } from '../setup/mail-server.ts';
import { call, signedIn } from '../setup/app.ts';
import { type MailScene, openMailScene } from './mail-scene.ts';

/** It is this machine, and is not known as loopback: so it stands for a mail server elsewhere. */
const HERE = '0.0.0.0';
const WAYS = { smtp: 'by STARTTLS', smtps: 'from the start' } as const;
type Way = keyof typeof WAYS;
const KINDS = ['sound', 'of another host', 'expired', 'of nobody we know'] as const;
type Kind = (typeof KINDS)[number];

describe('a mail server elsewhere', () => {
  let scene: MailScene;
  let owner: Owner;
  let folder: string;
  const servers = {} as Record<Way, Record<Kind, MailServer>>;
  /** What the service said, and what the server took, in one process that trusts the authority. */
  const said = {} as Record<Way, Record<Kind, string>>;

  beforeAll(async () => {
    scene = await openMailScene();
    ({ owner } = scene);
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-tls-'));
    const [trusted, stranger] = [await makeAuthority('Erfunden'), await makeAuthority('Fremd')];
    const root = join(folder, 'root.pem');
    await writeFile(root, trusted.root);
    const certificates: Record<Kind, Certificate> = {
      sound: await trusted.certify(HERE),
      'of another host': await trusted.certify('192.0.2.1'),
      expired: await trusted.certify(HERE, { from: -9, to: -1 }),
      'of nobody we know': await stranger.certify(HERE),
    };
    const addresses: { way: Way; kind: Kind; address: string }[] = [];
    for (const way of ['smtp', 'smtps'] as const)
      for (const kind of KINDS) {
        const certificate = certificates[kind];
        const server = await startMailServer({ certificate, isTlsFromStart: way === 'smtps' });
        servers[way] = { ...servers[way], [kind]: server };
        addresses.push({ way, kind, address: `${way}://${HERE}:${server.port}` });
      }
    const { token } = await signedIn(scene.kanon, 'admin');
    // One mail for each try that succeeds; what was refused waits, and is not due again.
    for (const { way, kind } of addresses) {
      const name = `tls-${way}-${KINDS.indexOf(kind)}`;
      const account = { name, role: 'reporter', office: 'Erfundenes Amt', schools: ['990001'] };
      const body = JSON.stringify({ ...account, mailbox: `${name}@erfunden.example` });
      expect((await call(scene.kanon, 'POST', '/v1/accounts', { token, body })).status).toBe(201);
      // Until its own turn comes.
      await owner.rows(`UPDATE outbox SET due_at = now() + interval '1 day' WHERE ended_at IS NULL`);
    }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...[
          '--import',
          inRepository('test/setup/typescript.mjs'),
          inRepository('test/identity/send-mails.ts'),
        ],
        ...addresses.map(({ address }) => address),
      ],
      {
        env: {
          ...process.env,
          DATABASE_URL: scene.kanon.database.serviceUrl,
          KANON_TEST_OWNER: scene.kanon.database.superUrl,
          KANON_DATA: scene.kanon.settings.data,
          KANON_SMTP_FROM: 'kanon@erfunden.example',
          NODE_EXTRA_CA_CERTS: root,
        },
      },
    );
    const lines = stdout.trim().split('\n');
    for (const [i, { way, kind }] of addresses.entries())
      said[way] = { ...said[way], [kind]: lines[i] ?? '' };
  }, 300_000);
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    for (const way of Object.values(servers)) for (const server of Object.values(way)) await server.close();
    await scene.end();
  });

  test.each(Object.entries(WAYS))('%s: is written to %s where its certificate is sound', (way) => {
    const { sound } = servers[way as Way];
    expect([said[way as Way].sound, sound.taken.map(({ wasEncrypted }) => wasEncrypted)]).toEqual([
      'sent',
      [true],
    ]);
    expect(textOf(sound.taken[0]!)).toContain('Code: ');
  });

  test.each(
    Object.keys(WAYS).flatMap((way) =>
      KINDS.filter((kind) => kind !== 'sound').map((kind) => [way, kind] as const),
    ),
  )('%s: gets nothing with a certificate %s, and the mail waits', (way, kind) => {
    expect(said[way as Way][kind]).toMatch(/^E[A-Z]+$|^CERT/);
    expect(servers[way as Way][kind].taken).toEqual([]);
  });

  test('of the refused none is lost: each waits for its second try', async () => {
    const waiting = await owner.rows<{ tries: number }>('SELECT tries FROM outbox WHERE ended_at IS NULL');
    expect(waiting.map(({ tries }) => tries)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
