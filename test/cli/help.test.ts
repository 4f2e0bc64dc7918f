/** How the command line is called: help, languages, wrong use, and how little is loaded for small work. */
import { readdir, readFile } from 'node:fs/promises';
import { problems } from '../../src/foundation/problem.ts';
import { deskIn, languageOf } from '../../src/cli/words/words.ts';
import { EXAMPLE_SHEET, kanon, scratch } from './run-kanon.ts';

const COMMANDS = [
  'tally',
  'anonymise',
  'report',
  'status',
  'summary',
  'series',
  'factor',
  'protect',
  'verify-receipt',
  'import',
  'account',
  'period',
  'program',
  'return',
  'outcomes',
  'releases',
  'settings',
  'session',
  'password',
  'people',
  'log',
  'witness',
  'witness-key',
  'doctor',
  'migrate',
  'plan',
  'rehearse',
];

test('help lists every command, in German unless the environment or --lang says English', async () => {
  const german = await kanon(['help']);
  expect([german.code, german.err]).toEqual([0, '']);
  for (const name of COMMANDS) expect(german.out).toContain(`\n  ${name} `);
  expect(german.out).toContain('So geht es: kanon [Befehl]');
  for (const [args, env] of [
    [['help', '--lang', 'en'], {}],
    [['--help', '--lang=en'], {}],
    [['-h'], { LANG: 'en_GB.UTF-8' }],
    [['help'], { LC_ALL: 'en_US.UTF-8', LANG: 'de_DE.UTF-8' }],
  ] as const) {
    const { code, out } = await kanon(args, env);
    expect([code, out]).toEqual([0, expect.stringContaining('Usage: kanon [command]')]);
    expect(out).not.toMatch(/Befehl|Optionen/);
  }
});

test('every command has help of its own', async () => {
  for (const name of COMMANDS) {
    const [asked, after] = [await kanon(['help', name]), await kanon([name, '--help'])];
    expect(asked).toEqual(after);
    expect([asked.code, asked.out]).toEqual([0, expect.stringContaining(`So geht es: kanon ${name}`)]);
  }
  expect((await kanon(['import', 'help'])).out).toContain('schueler_gerundet5');
});

test('the language follows POSIX: LC_ALL before LC_MESSAGES before LANG, and --lang before all', () => {
  expect(languageOf([], {})).toBe('de');
  expect(languageOf([], { LANG: 'C.UTF-8' })).toBe('de');
  expect(languageOf([], { LANG: 'en' })).toBe('en');
  expect(languageOf([], { LANG: 'en', LC_MESSAGES: 'de_DE' })).toBe('de');
  expect(languageOf([], { LC_ALL: '', LANG: 'en' })).toBe('en');
  expect(languageOf(['tally', '--lang', 'de'], { LC_ALL: 'en_US' })).toBe('de');
});

test('sentences of our own are about problems that the service knows; the others it tells itself, in the language asked for', () => {
  const facts = Object.assign([], { what: { de: '', en: '' } });
  const codes = Object.values(problems).map(
    (make) => (make as (facts: unknown) => { code: string })(facts).code,
  );
  for (const lang of ['de', 'en'] as const)
    expect(Object.keys(deskIn(lang).words.problems).filter((code) => !codes.includes(code))).toEqual([]);
});

describe('wrong use', () => {
  const REPORT = ['report', 'x.csv', '--school', '990001', '--period', '2026-Q4', '--account', 'a'];
  const cases: [args: string[], said: RegExp][] = [
    [['nonsense'], /^kanon: Diesen Befehl gibt es nicht/],
    [['tally'], /^kanon: Es fehlt: FILE\. So geht es: kanon tally FILE/],
    [['tally', 'a', 'b'], /^kanon: Hier stehen zu viele Angaben/],
    [['tally', 'a', '--out'], /^kanon: Hinter --out <FILE> fehlt die Angabe/],
    [['anonymise', 'a', '--password=Zqx'], /^kanon: Diese Option gibt es hier nicht/],
    [['report', 'x.csv'], /^kanon: Es fehlt: --school <NUMBER>/],
    [['report', '-', '--period', '2026-Q4'], /^kanon: Es fehlt: --school <NUMBER>/],
    [['report', 'x.csv', '--shool=Zqx'], /^kanon: Diese Option gibt es hier nicht\..* kanon report FILE/],
    [
      ['summary', '--region', '05', '--period', '2026', '--purpose', 'AUDIT'],
      /^kanon: Es fehlt: --account <NAME>/,
    ],
    [[...REPORT, '--school', '99'], /^kanon: --school ist eine amtliche Schulnummer/],
    [[...REPORT, '--period', '2026-13'], /^kanon: --period ist ein Zeitraum wie/],
    [[...REPORT, '--if-match', 'latest'], /^kanon: --if-match ist das ETag/],
    [[...REPORT, '--url', 'ftp://kanon'], /^kanon: --url ist eine Adresse/],
    [[...REPORT, '--url', 'https://meldung:Zqx@kanon.example'], /^kanon: --url ist eine Adresse/],
    [
      ['status', '--period', '2026-Q1', '--account', 'a'],
      /^kanon: kanon status braucht entweder --region oder --school/,
    ],
    [
      ['status', '--region', '5', '--period', '2026-Q1', '--account', 'a'],
      /^kanon: --region ist ein amtlicher Schlüssel/,
    ],
    [
      ['summary', '--purpose', 'Zqx'],
      /^kanon: Bei --purpose <PURPOSE> ist eines davon möglich: GRANT_REVIEW, PLANNING/,
    ],
    [
      ['status', '--json', '--csv', '--region', '05', '--period', '2026', '--account', 'a'],
      /^kanon: So lässt sich der Befehl nicht/,
    ],
    [['help', '--lang', 'fr'], /^kanon: Bei --lang <LANG> ist eines davon möglich: de, en/],
    [['rehearse'], /^kanon: So geht es: kanon rehearse/],
  ];
  test.each(cases)('kanon %j', async (args, said) => {
    const { code, out, err } = await kanon(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(said);
    expect(err).not.toContain('Zqx');
  });

  test('is said in English too', async () => {
    expect(await kanon(['tally', '--lang', 'en'])).toEqual({
      code: 2,
      out: '',
      err: 'kanon: Missing: FILE. Use: kanon tally FILE [--scheme NAME] [--out counts.json]\n',
    });
  });
});

test('small commands load nothing of the service', async () => {
  const files = await scratch();
  const strokes = await files.file('strokes.csv', EXAMPLE_SHEET);
  for (const args of [['help'], ['tally', strokes], ['anonymise', strokes]]) {
    const folder = files.at(args[0] ?? '');
    await kanon(args, { NODE_V8_COVERAGE: folder });
    const [report] = await readdir(folder);
    const { result } = JSON.parse(await readFile(`${folder}/${report}`, 'utf8')) as {
      result: { url: string }[];
    };
    const loaded = result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
    expect(loaded.length).toBeGreaterThan(8);
    expect(
      loaded.filter((url) => /@nestjs|typeorm|fastify|jose|\/pg\/|operations\/(boot|start)/.test(url)),
    ).toEqual([]);
  }
  await files.delete();
});
