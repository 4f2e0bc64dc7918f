/** `kanon report` asks before it sends: whether what is unusual is so, and whether to send at all. */
import { existsSync } from 'node:fs';
import { rows } from '../collection/scene.ts';
import { furnish, OPEN_PERIOD, REPORT, startApp, type TestApp } from '../setup/app.ts';
import { account, EXAMPLE_SHEET, kanon, kanonInDialog, PASSWORD, scratch } from './run-kanon.ts';

let service: TestApp;
let files: Awaited<ReturnType<typeof scratch>>;
let usual: string;
let unusual: string;
beforeAll(async () => {
  service = await startApp();
  await furnish(service);
  await account(service, 'meldung', 'reporter', { schools: ['990001'] });
  await account(service, 'vertretung', 'reporter', { schools: ['990001'] });
  files = await scratch();
  usual = await files.file('strokes.csv', EXAMPLE_SHEET);
  const [pool, single] = REPORT.cells;
  const cells = [
    { ...pool, pupils: 403, consultations: 403 },
    { ...single, consultations: 7 * 41 },
  ];
  unusual = await files.file('unusual.json', JSON.stringify({ ...REPORT, cells }));
});
afterAll(async () => {
  await files.delete();
  await service.close();
});
beforeEach(() => rows(service, 'TRUNCATE report, report_revision'));

const env = () => ({ KANON_URL: service.url, KANON_PASSWORD: PASSWORD });
const command = (file: string, ...more: string[]) => [
  ...['report', file, '--school', '990001', '--period', OPEN_PERIOD],
  ...(more.includes('--account') ? more : ['--account', 'meldung', ...more]),
];
const stored = async () => (await rows(service, 'SELECT FROM report')).length;
const attempts = async () =>
  (
    await rows(
      service,
      `SELECT concat_ws(' ', CASE WHEN dry_run THEN 'dry' END, decision, NULLIF(array_to_string(rules, ' '), '')) AS line
       FROM access_entry WHERE action = 'report.submit' ORDER BY at`,
    )
  ).map(({ line }) => line);

const ROLL =
  /Soziale und kulturelle Teilhabe: Hier stehen mehr Schülerinnen und Schüler, als die Schule laut Verzeichnis hat\./;
const RATIO = /Lernförderung: Auf jedes Kind kommen hier ungewöhnlich viele Beratungen\./;

describe('without a terminal', () => {
  test('what is unusual is not stored: each sentence is told, and the way out, with an exit code of its own', async () => {
    const receipt = files.at('none.jws');
    const { code, err } = await kanon(command(unusual, '--receipt', receipt), env());
    expect(code).toBe(7);
    expect(err).toContain(
      'kanon: Das ist ungewöhnlich, und hier lässt sich niemand fragen; gespeichert wurde nichts.\n',
    );
    expect(err).toMatch(ROLL);
    expect(err).toMatch(RATIO);
    expect(err).toContain('kanon: Wenn es stimmt: derselbe Befehl mit --confirm.\n');
    expect(err).not.toMatch(/403|287/);
    expect([await stored(), existsSync(receipt)]).toEqual([0, false]);
    const english = await kanon(command(unusual, '--lang', 'en'), env());
    expect([english.code, english.err]).toEqual([
      7,
      expect.stringContaining('the same command with --confirm.'),
    ]);
  });

  test('--confirm says that it is so, and is told beside the answer', async () => {
    const { code, out, err } = await kanon(command(unusual, '--confirm', '--json'), env());
    expect([code, JSON.parse(out)]).toMatchObject([0, { outcome: 'stored', questions: [] }]);
    expect(err).toMatch(/Mit --confirm bestätigt: Eintägige Ausflüge \+ .*: Hier stehen mehr/);
    expect(await stored()).toBe(1);
  });

  test('--confirm confirms nothing where nothing is unusual', async () => {
    const before = (await attempts()).length;
    const { code, err } = await kanon(command(usual, '--confirm'), env());
    expect([code, err]).toEqual([0, expect.not.stringContaining('bestätigt')]);
    expect((await attempts()).slice(before)).toEqual(['allowed']);
  });

  test('a trial tells what will be asked, and is done', async () => {
    const { code, out, err } = await kanon(command(unusual, '--dry-run'), env());
    expect([code, out]).toEqual([0, expect.stringContaining('Das war eine Probe')]);
    expect(err).toMatch(/Ungewöhnlich; vor dem Speichern wird danach gefragt: Lernförderung: /);
    expect(await stored()).toBe(0);
  });
});

// The command `script` of other systems takes other arguments.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;
describeOnLinux('at a terminal', () => {
  const dialog = (args: readonly string[], ...answers: [string, string][]) =>
    kanonInDialog(args, env(), answers);

  test('it sends once somebody has said so, after everything was shown and checked', async () => {
    const before = (await attempts()).length;
    const { code, shown } = await dialog(command(usual), ['Senden? (j/n) ', 'ja\r']);
    expect(code).toBe(0);
    expect(shown).toMatch(
      /Das wird für Schule 990001[\s\S]*Lernförderung[\s\S]*Senden\?[\s\S]*Gespeichert: Fassung 1/,
    );
    expect(shown).not.toContain('Stimmt das?');
    expect((await attempts()).slice(before)).toEqual(['dry allowed', 'allowed']);
  });

  test('it asks about each thing that is unusual before it asks whether to send', async () => {
    const { code, shown } = await dialog(
      command(unusual),
      ['Stimmt das? (j/n) ', 'j\r'],
      ['Stimmt das? (j/n) ', 'vielleicht\r'],
      ['Stimmt das? (j/n) ', 'J\r'],
      ['Senden? (j/n) ', 'j\r'],
    );
    expect(code).toBe(0);
    expect(shown).toMatch(ROLL);
    expect(shown).toMatch(RATIO);
    expect(shown).toContain('Gespeichert: Fassung 1');
    expect(await stored()).toBe(1);
  });

  test.each<[string, [string, string][]]>([
    ['no to the first question', [['Stimmt das? (j/n) ', 'n\r']]],
    [
      'no to the second',
      [
        ['Stimmt das? (j/n) ', 'j\r'],
        ['Stimmt das? (j/n) ', 'nein\r'],
      ],
    ],
    [
      'no to sending',
      [
        ['Stimmt das? (j/n) ', 'j\r'],
        ['Stimmt das? (j/n) ', 'j\r'],
        ['Senden? (j/n) ', 'n\r'],
      ],
    ],
    ['Ctrl-C', [['Stimmt das? (j/n) ', '\u0003']]],
    ['Ctrl-D', [['Stimmt das? (j/n) ', '\u0004']]],
  ])('%s stores nothing, and leaves no empty receipt', async (_, answers) => {
    const receipt = files.at('terminal.jws');
    const { code, shown } = await dialog(command(unusual, '--receipt', receipt), ...answers);
    expect([code, shown]).toEqual([1, expect.stringContaining('Abgebrochen; gespeichert wurde nichts.')]);
    expect([await stored(), existsSync(receipt)]).toEqual([0, false]);
  });

  test('--yes leaves out the last question, --confirm the others, and both together ask nothing', async () => {
    const yes = await dialog(command(unusual, '--yes'), ['das? (j/n) ', 'j\r'], ['das? (j/n) ', 'j\r']);
    expect([yes.code, yes.shown.includes('Senden?')]).toEqual([0, false]);
    await rows(service, 'TRUNCATE report, report_revision');
    const confirmed = await dialog(command(unusual, '--confirm'), ['Senden? (j/n) ', 'j\r']);
    expect([confirmed.code, confirmed.shown.includes('Stimmt das?')]).toEqual([0, false]);
    await rows(service, 'TRUNCATE report, report_revision');
    const both = await dialog(command(unusual, '--confirm', '--yes'));
    expect([both.code, /Senden\?|Stimmt das\?/.test(both.shown)]).toEqual([0, false]);
    expect(await stored()).toBe(1);
  });

  test('what would be refused is told before anybody is asked', async () => {
    expect((await kanon(command(usual), env())).code).toBe(0);
    const { code, shown } = await dialog(command(unusual, '--account', 'vertretung'));
    expect([code, shown]).toEqual([1, expect.stringContaining('kanon status --school nennt das ETag')]);
    expect(shown).not.toMatch(/Senden\?|Stimmt das\?/);
  });

  test('it speaks English where that is asked for', async () => {
    const { code, shown } = await dialog(
      command(unusual, '--lang', 'en'),
      ['Is that so? (y/n) ', 'y\r'],
      ['Is that so? (y/n) ', 'yes\r'],
      ['Send it? (y/n) ', 'n\r'],
    );
    expect([code, shown]).toEqual([1, expect.stringContaining('Cancelled; nothing was stored.')]);
  });
});
