/** A process whose keys are not those of the installation does not start, says why, and says how it can. */
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../src/application.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import type { Settings } from '../../src/foundation/settings.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { until } from '../setup/service.ts';

const ALL = ['tokens-key-1.pem', 'receipts-key-1.pem', 'certificates-key-1.pem', 'seals-key-1'];

describe('a process of an installation', () => {
  let kanon: TestApp;
  let owner: Owner;
  let folder: string;
  beforeAll(async () => {
    kanon = await startApp();
    owner = await ownerOf(kanon);
    await signedIn(kanon, 'auditor');
    await kanon.app.get(Sequencer).sequence();
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-other-'));
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
    await rm(folder, { recursive: true, force: true });
  });

  const elsewhere = (change: Partial<Settings> = {}): Settings => ({
    ...kanon.settings,
    data: folder,
    ...change,
  });
  async function start(settings: Settings): Promise<NestFastifyApplication> {
    const app = await createApplication(settings);
    return app.init().catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
  }
  const refused = (settings: Settings): Promise<string> =>
    start(settings).then(
      async (app) => {
        await app.close();
        return 'started';
      },
      (error: unknown) => (error as Error).message,
    );
  const bring = (name: string) => copyFile(join(kanon.settings.data, name), join(folder, name));

  test('with a data folder of its own is refused, and makes no key for the log', async () => {
    const sentence = await refused(elsewhere());
    expect(sentence).toContain(`${ALL.join(', ')}, and log-key-05-1`);
    expect(sentence).toMatch(/KANON_NEW_KEYS=[0-9a-f]{16}:/);
    expect((await readdir(folder)).sort()).toEqual([...ALL].sort());
  });

  test('with some of the keys is refused for the others', async () => {
    await bring('log-key-05-1');
    await bring('tokens-key-1.pem');
    const sentence = await refused(elsewhere());
    expect(sentence).toContain(
      'the database knows: receipts-key-1.pem, certificates-key-1.pem, and seals-key-1.',
    );
    await rm(join(folder, 'log-key-05-1'));
    for (const name of ALL) await bring(name);
    expect(await refused(elsewhere())).toContain('the database knows: log-key-05-1.');
  });

  test('with the keys of the others starts', async () => {
    await bring('log-key-05-1');
    expect(await refused(elsewhere())).toBe('started');
  });

  test('starts with keys that were declared new, by what the refusal named and by nothing else', async () => {
    await rm(folder, { recursive: true });
    const declared = /KANON_NEW_KEYS=([0-9a-f]{16})/.exec(await refused(elsewhere()))?.[1] ?? '';
    for (const newKeys of ['0123456789abcdef', declared.replace(/.$/, (last) => (last === '0' ? '1' : '0'))])
      expect(await refused(elsewhere({ newKeys }))).toContain(`${ALL.join(', ')}, and log-key-05-1`);
    const admins = [await signedIn(kanon, 'admin'), await signedIn(kanon, 'admin')];

    // Those that run with the old key go on until they end, and do not come again.
    const app = await start(elsewhere({ newKeys: declared }));
    expect(await refused(kanon.settings)).toContain('the database knows: tokens-key-2.pem, ');
    expect((await app.get(Sequencer).status())?.refusal?.code).toBe('other-key');

    // Nothing is signed until two administrators want a new log.
    for (const { token } of admins)
      expect((await call(kanon, 'POST', '/v1/access-log/reopening', { token })).status).toBe(202);
    // While the one with the old key leads, this one's round does nothing.
    await until(async () => {
      await app.get(Sequencer).sequence();
      return (await owner.rows(`SELECT 1 FROM log_tree WHERE number = 2`)).length === 1;
    });
    expect(await owner.rows(`SELECT max(number) AS newest FROM log_tree`)).toEqual([{ newest: 2 }]);
    await app.close();
    expect(await refused(elsewhere())).toBe('started');
    const rows = await owner.rows<{ purpose: string; number: number }>(
      'SELECT purpose, number FROM signing_key ORDER BY number',
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
  });
});
