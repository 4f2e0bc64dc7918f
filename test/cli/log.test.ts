/** `kanon log`, beside a service whose log is sound, and where its exported checkpoints are gone. */
import { mkdir, rm } from 'node:fs/promises';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { ownerOf } from '../access/house.ts';
import { startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { resting } from './other-servers.ts';
import { kanon } from './run-kanon.ts';

describe('kanon log', () => {
  let service: TestApp;
  const PASSWORD = 'ein langes Passwort fuer den Test';
  beforeAll(async () => {
    service = await startApp();
    await asDemo(service);
    const accounts = ['one', 'two'].map((name) => ({
      name,
      role: 'admin' as const,
      office: 'Erfundenes Amt',
      password: PASSWORD,
      schools: [],
    }));
    const holders = (['protection-officer', 'auditor'] as const).map((role) => ({
      name: role,
      role,
      office: 'Erfundenes Amt',
      password: PASSWORD,
      schools: [],
    }));
    await service.app.get(Accounts).create(service.admin, [...accounts, ...holders]);
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
        /^origin {3}localhost:\d+\/log\/05\nkey {6}localhost\S+\nentries {2}\d+, signiert für \d+, .*\nsigns {4}ja\n$/,
      ),
    ]);
    const english = await kanon(['log', 'status', '--lang', 'en'], env());
    expect([english.code, english.out]).toEqual([
      0,
      expect.stringMatching(/\nentries {2}\d+, signed for \d+, .*\nsigns {4}yes\n$/),
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

  const hold = (account: string, ...how: string[]) =>
    kanon(['log', 'hold', ...how, '--account', account], { ...env(), TZ: 'Europe/Berlin' });
  const dayAfter = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const NOVEMBER = ['--first', '2026-11-05', '--before', '2026-11-06'];

  test('a hold is asked for by one, confirmed by another, listed and lifted by both', async () => {
    expect((await hold('auditor', 'list')).out).toBe('Es gibt keine Aufbewahrung über die Frist hinaus.\n');
    const asked = await hold('protection-officer', 'ask', ...NOVEMBER, '--keep-until', dayAfter(100));
    expect([asked.code, asked.err]).toEqual([0, '']);
    // A day begins where the device stands.
    expect(asked.out).toMatch(/Einträge ab 05\.11\.2026, 00:00 bis vor 06\.11\.2026, 00:00/);
    expect(asked.out).toMatch(/\n {2}beantragt, wartet auf die Revision, hält bis /);
    const id = asked.out.slice(0, 36);
    expect((await hold('protection-officer', 'confirm', id)).code).toBe(1);
    expect((await hold('auditor', 'confirm', id)).out).toContain('\n  bestätigt, hält bis ');
    expect((await hold('auditor', 'lift', id)).out).toContain('der Datenschutz muss es auch verlangen');
    expect((await hold('protection-officer', 'lift', id)).out).toContain('aufgehoben, hält nichts mehr');
    const again = await hold('protection-officer', 'ask', ...NOVEMBER, '--keep-until', dayAfter(100));
    expect((await hold('auditor', 'decline', again.out.slice(0, 36))).out).toContain('abgelehnt');
    const { holds } = JSON.parse((await hold('auditor', 'list', '--json')).out) as {
      holds: { first: string; state: string }[];
    };
    expect(holds.map(({ first, state }) => `${first} ${state}`)).toEqual([
      '2026-11-04T23:00:00.000Z declined',
      '2026-11-04T23:00:00.000Z lifted',
    ]);
  });

  test.each([
    ['900', /Frühestens in 15 Minuten noch einmal versuchen\./],
    ['5', /Frühestens in 5 Sekunden noch einmal versuchen\./],
    ['0x10', /^kanon: Zu viele Versuche sind misslungen\.\n$/],
  ])('told to wait for %s seconds, it says so and nothing else', async (seconds, sentence) => {
    const service429 = await resting(seconds);
    const { code, err } = await kanon(['log', 'hold', 'list', '--account', 'auditor'], {
      ...env(),
      KANON_URL: service429.url,
    });
    expect([code, err]).toEqual([1, expect.stringMatching(sentence)]);
    expect(err).not.toContain('eine Minute');
    await service429.close();
  });

  test('a hold with a day that is none is refused before anybody signs in', async () => {
    for (const [option, text] of [
      ['--keep-until', '2027-02-30'],
      ['--keep-until', '01.12.2026'],
      ['--first', '2026-11-05T08:00'],
    ] as const) {
      const given = { '--keep-until': dayAfter(100), [option]: text };
      const { code, err } = await hold('nobody', 'ask', ...NOVEMBER, ...Object.entries(given).flat());
      expect([text, code, err]).toEqual([text, 2, expect.stringContaining(`${option} ist ein Tag wie`)]);
    }
    for (const how of [[], ['confirm', 'x'], ['list', 'x'], ['ask']])
      expect([how, (await hold('nobody', ...how)).code]).toEqual([how, 2]);
  });

  test.each([[['log']], [['log', 'open']], [['log', 'reopen']], [['log', 'status', 'x']]])(
    'refuses %j with how it is used',
    async (args) => {
      const { code, err } = await kanon([...args, '--lang', 'en'], env());
      expect([code, err]).toEqual([2, expect.stringContaining('kanon log')]);
    },
  );
});
