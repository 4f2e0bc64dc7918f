/** `kanon log`, beside a service whose log is sound, and where its exported checkpoints are gone. */
import { mkdir, rm } from 'node:fs/promises';
import { Sequencer } from '../../../src/audit/sequencer.ts';
import { Accounts } from '../../../src/identity/accounts.ts';
import { ownerOf } from '../../access/house.ts';
import { startApp, type TestApp } from '../../setup/app.ts';
import { kanon } from './run-kanon.ts';

describe('kanon log', () => {
  let service: TestApp;
  const PASSWORD = 'ein langes Passwort fuer den Test';
  beforeAll(async () => {
    service = await startApp();
    const accounts = ['one', 'two'].map((name) => ({
      name,
      role: 'admin' as const,
      office: 'Erfundenes Amt',
      password: PASSWORD,
      schools: [],
    }));
    await service.app.get(Accounts).create(service.admin, accounts);
    await service.app.get(Sequencer).sequence();
  });
  afterAll(() => service.close());

  const env = () => ({
    DATABASE_URL: service.database.serviceUrl,
    KANON_DATA: service.settings.data,
    KANON_URL: service.url,
    KANON_PASSWORD: PASSWORD,
  });
  const status = () => kanon(['log', 'status'], env());

  test('says what is signed, under which origin and key', async () => {
    const { code, out } = await status();
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^origin {3}localhost:\d+\/log\/05\nkey {6}localhost\S+\nentries {2}\d+, signed for \d+, .*\nsigns {4}yes\n$/,
      ),
    ]);
  });

  test('says what to do where nothing may be signed, and two persons open a new log', async () => {
    await rm(service.settings.checkpoints, { recursive: true });
    await mkdir(service.settings.checkpoints);
    const { code, out } = await status();
    expect([code, out]).toEqual([1, expect.stringContaining('refuses  export-missing: ')]);
    expect(out).toContain('kanon log reopen');
    for (const account of ['one', 'two']) {
      const asked = await kanon(['log', 'reopen', '--account', account], env());
      expect([asked.code, asked.err]).toEqual([0, '']);
    }
    await service.app.get(Sequencer).sequence();
    const after = await status();
    expect([after.code, after.out]).toEqual([0, expect.stringContaining('/log/05/2\n')]);
    const owner = await ownerOf(service);
    const rows = await owner.rows(`SELECT DISTINCT account FROM access_entry WHERE action = 'log.reopen'`);
    await owner.end();
    expect(rows).toHaveLength(2);
  });

  test.each([[['log']], [['log', 'open']], [['log', 'reopen']]])(
    'refuses %j with how it is used',
    async (args) => {
      const { code, err } = await kanon([...args, '--lang', 'en'], env());
      expect([code, err]).toEqual([2, expect.stringContaining('kanon log')]);
    },
  );
});
