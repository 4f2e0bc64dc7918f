/** German where German is asked: help and errors of every command, looked through for English. */
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { type UnusableSettings, readSettings } from '../../src/foundation/settings.ts';
import { pathOf } from '../docs/markdown.ts';
import { ENGLISH } from '../setup/english.ts';
import { freshDatabase } from '../setup/database.ts';
import { regionLine, REGION_HEADER, schoolLine, SCHOOL_HEADER } from '../reference/lists.ts';
import { postmasterPid } from '../setup/other-kanon.ts';
import { launch, pause } from '../setup/service.ts';
import { kanon, scratch, type Outcome } from './run-kanon.ts';

/** Names of columns, and names of lists and files as they are spelled in any language. */
const NAMES = /\bfrom(, | und )to\b|GV-ISys|"[^"]*"/g;

const english = (text: string): string[] =>
  text.split('\n').filter((line) => ENGLISH.test(line.replaceAll(NAMES, '')));

const german = async (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
  kanon([...args, '--lang', 'de'], { LANG: 'en_GB.UTF-8', ...env });

/** Commands as the help itself lists them, so that a new one is looked at too. */
async function commands(): Promise<string[]> {
  const { out } = await german(['help']);
  const list = out.slice(out.indexOf('Befehle:')).split('\n');
  return list.flatMap((line) => /^ {2}([a-z][a-z-]*)/.exec(line)?.[1] ?? []);
}

test('the help of every command is German', async () => {
  const names = (await commands()).filter((name) => name !== 'help');
  expect(names.length).toBeGreaterThan(15);
  expect(english((await german(['help'])).out)).toEqual([]);
  for (const name of names) {
    const { code, out } = await german(['help', name]);
    expect([name, code, english(out)]).toEqual([name, 0, []]);
    expect(out).not.toMatch(/\b(Usage|Options|Arguments|Commands|default):/);
  }
  const lists = await german(['import', 'help']);
  expect([lists.code, english(lists.out)]).toEqual([0, []]);
});

test('English can be told from German: the English help is found out', async () => {
  for (const name of ['import', 'account', 'period', 'log'])
    expect(english((await kanon(['help', name, '--lang', 'en'])).out)).not.toEqual([]);
});

test('every command says in German that it was called wrongly', async () => {
  const names = (await commands()).filter((name) => name !== 'help');
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) {
    const { code, err } = await german([name, '--nothing-of-ours']);
    expect([name, code, english(err)]).toEqual([name, 2, []]);
    expect(err).toMatch(/^kanon: Diese Option gibt es hier nicht/);
  }
  // Whoever asks for help gets it, whatever else was typed.
  expect(await german(['help', '--nothing-of-ours'])).toEqual(await german(['help']));
});

describe('the service', () => {
  test('starts, makes its demo and ends in German where nobody asks for English', async () => {
    const service = await launch({ LANG: 'C.UTF-8' });
    try {
      for (let waited = 0; waited < 3000 && !service.output().includes('Konten der Demo'); waited += 1)
        await pause(100);
      service.process.kill('SIGTERM');
      expect(await service.ended).toBe(0);
      const said = service.output();
      for (const line of [
        /^kanon: PostgreSQL \S+ unter 127\.0\.0\.1:\d+, Daten in /m,
        /^kanon: erster Start: Schulen werden erfunden und melden$/m,
        /^Kanon antwortet unter http:\/\/localhost:\d+$/m,
        /^Konten der Demo \(alle Schulen, Zahlen und Stellen sind erfunden\):$/m,
        /^Von \d+ Beratungen an \d+ erfundenen Schulen blieben 9\d % in den Summen/m,
        /^kanon: wird beendet; laufende Anfragen werden noch beantwortet$/m,
      ])
        expect(said).toMatch(line);
      // Lines of the log are JSON, which programs read.
      expect(english(said.replaceAll(/^\{.*\}$/gm, ''))).toEqual([]);
    } finally {
      await service.end();
    }
  }, 400_000);

  test('says in German that it was stopped by the end of its PostgreSQL', async () => {
    const service = await launch({ LANG: 'de_DE.UTF-8', KANON_DEMO: 'off' });
    try {
      for (let waited = 0; waited < 1200 && !service.output().includes('Kanon antwortet'); waited += 1)
        await pause(100);
      process.kill(await postmasterPid(`${service.data}/postgres`), 'SIGKILL');
      expect(await service.ended).toBe(1);
      expect(service.output()).toMatch(
        /^kanon: PostgreSQL hat sich von selbst beendet; mehr steht in \S+ Damit endet auch Kanon; bitte neu starten\.$/m,
      );
    } finally {
      await service.end();
    }
  }, 180_000);
});

/** One in each district, since a rehearsal reads them all. */
const CITIES = ['05111000', '05314000', '05512000', '05711000', '05911000'];

test('a rehearsal is German, and English where that is asked for', async () => {
  const files = await scratch();
  const schools = Array.from({ length: 40 }, (_, n) => schoolLine(String(900_001 + n), CITIES[n % 5]!));
  const rehearsal = [
    'rehearse',
    await files.file(
      'regions.csv',
      `${[REGION_HEADER, ...CITIES.map((ags) => regionLine(ags))].join('\n')}\n`,
    ),
    await files.file('schools.csv', `${[SCHOOL_HEADER, ...schools].join('\n')}\n`),
  ];
  const { code, out } = await kanon(rehearsal);
  expect([code, english(out)]).toEqual([0, []]);
  for (const line of [
    /^Saat 1, 8 beratene Kinder je Schule; alle Zahlen sind erfunden$/m,
    /^ +\d+,\d{2} s {2}40 Schulen eingelesen$/m,
    /^ +\d+,\d{2} s {2}40 Meldungen angenommen, geprüft und gespeichert$/m,
    /^ +\d+,\d{2} s {2}geschützt und freigegeben$/m,
    /^Von \d+ Beratungen an 40 erfundenen Schulen blieben \d+ % in den Summen/m,
    /^höchstens \d+ MB Speicher/m,
  ])
    expect(out).toMatch(line);
  const asked = await kanon([...rehearsal, '--lang', 'en']);
  expect(asked.out).toMatch(/^seed 1, 8 pupils counselled a school; all counts are invented$/m);
  expect(asked.out).toMatch(/^ +\d+\.\d{2} s {2}protected and released$/m);
  await files.delete();
}, 300_000);

describe('errors', () => {
  const ACCOUNT = ['account', 'neu', '--role', 'district', '--office', 'Amt'];
  const cases: [args: string[], said: RegExp][] = [
    [['import'], /So geht es: kanon import regions/],
    [['import', 'participation', 'x', '--force'], /--closes-missing und --force gehören/],
    [['import', 'regions', '/nowhere/x.csv'], /Datei lässt sich nicht lesen/],
    [[...ACCOUNT, '--region', '5'], /--region ist ein amtlicher Schlüssel/],
    [[...ACCOUNT, '--school', '5'], /--school ist eine amtliche Nummer/],
    [['account', 'Groß', '--role', 'admin', '--office', 'Amt'], /Ein Konto heißt mit kleinen Buchstaben/],
    [['account', 'neu', '--role', 'chief', '--office', 'Amt'], /Bei --role <ROLE> ist eines davon möglich/],
    [['period', '2026-Q9'], /Ein Zeitraum wird geschrieben wie/],
    [['period', '2027-Q1', '--closes', '2027-02-30'], /--opens und --closes sind Tage/],
    [['log', 'x'], /So geht es: kanon log status/],
    [['migrate'], /Bitte DATABASE_URL und DATABASE_OWNER_URL setzen/],
    [['rehearse'], /So geht es: kanon rehearse/],
    [['rehearse', '/nowhere/a', '/nowhere/b'], /Datei lässt sich nicht lesen/],
  ];
  test.each(cases)('of kanon %j are German', async (args, said) => {
    const { code, out, err } = await german(args);
    expect([code === 0, out, english(err)]).toEqual([false, '', []]);
    expect(err).toMatch(said);
  });

  test('of what the database refuses are German', async () => {
    const database = await freshDatabase();
    const files = await scratch();
    const env = { DATABASE_URL: database.serviceUrl, KANON_DATA: files.at('data') };
    const cases: [args: string[], said: RegExp][] = [
      [ACCOUNT, /Der Bereich passt nicht zur Rolle/],
      [[...ACCOUNT.slice(0, 3), 'reporter', ...ACCOUNT.slice(4), '--school', '123456'], /zuerst die Schulen/],
      [['period', '2026'], /Kein Schema, das am ersten Tag von 2026 gilt/],
      [['import', 'regions', await files.file('x.csv', 'ags,name\n05111000,X\n')], /Nichts wurde eingelesen/],
      [['log', 'status'], /^$/],
    ];
    for (const [args, said] of cases) {
      const { out, err } = await german(args, env);
      expect([args, english(err), english(out)]).toEqual([args, [], []]);
      expect(err).toMatch(said);
    }
    await files.delete();
    await database.drop();
  });

  test('of settings are German and name every setting at once', async () => {
    const wrong = {
      PORT: 'x',
      KANON_DEMO: 'maybe',
      KANON_LOG_STATISTICS: 'yes',
      KANON_TENANT: 'NRW',
      KANON_CHECKPOINT_WEBHOOK: 'http://u:p@kanon.example',
      KANON_PUBLIC_URL: 'kanon',
      KANON_WITNESSES: '/nowhere',
      KANON_SOMETHING: '1',
      DATABASE_URL_FILE: '/nowhere',
    };
    const { err } = await german(['migrate'], wrong);
    expect(english(err)).toEqual([]);
    for (const name of Object.keys(wrong)) expect(err).toContain(name);
    try {
      readSettings(wrong);
      throw new Error('these settings were taken');
    } catch (error) {
      for (const { de, en } of (error as UnusableSettings).sentences) {
        expect(de).not.toBe(en);
        expect(english(en).length + en.length).toBeGreaterThan(0);
      }
    }
  });

  test('of a port that is taken are German', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, err } = await kanon([], { PORT: String(port), LANG: 'de_DE.UTF-8' });
    expect([code, err]).toEqual([
      1,
      `kanon: Port ${port} ist belegt: bitte beenden, was dort lauscht, oder mit PORT einen anderen nennen.\n`,
    ]);
    await new Promise((resolve) => other.close(resolve));
  });

  test('of a database that does not answer are German', async () => {
    const data = await scratch();
    const env = { DATABASE_URL: 'postgres://someone:geheim@127.0.0.1:1/kanon', KANON_DATA: data.at('data') };
    for (const args of [[], ['period', '2026-Q4'], ['log', 'status']]) {
      const { code, err } = await kanon(args, env);
      expect([args, code, english(err)]).toEqual([args, 1, []]);
      expect(err).toMatch(/^kanon: Die Datenbank antwortet nicht unter 127\.0\.0\.1:1: dort lauscht nichts/m);
    }
    await data.delete();
  });

  test('of a database stand nowhere in one language', async () => {
    // What is no sentence for people, but a fault of ours, begins with a small letter.
    const oneLanguage = /new (Error|Told|UnfitDatabase)\(\s*['"`][A-Z][^'"`]*/;
    for (const folder of ['src/embedded', 'src/foundation/database', 'src/operations', 'src/identity'])
      for (const name of await readdir(pathOf(folder), { recursive: true }))
        if (name.endsWith('.ts'))
          expect([name, oneLanguage.exec(await readFile(pathOf(`${folder}/${name}`), 'utf8'))?.[0]]).toEqual([
            name,
            undefined,
          ]);
  });

  test('of no command stand in the code in one language', async () => {
    const folder = 'src/cli';
    for (const name of await readdir(pathOf(folder), { recursive: true })) {
      if (!name.endsWith('.ts')) {
        continue;
      }
      const source = await readFile(pathOf(`${folder}/${name}`), 'utf8');
      expect([name, /new (Usage|Error|Failure)\(\s*\[?['"`](?!\$)/.exec(source)?.[0]]).toEqual([
        name,
        undefined,
      ]);
    }
  });
});
