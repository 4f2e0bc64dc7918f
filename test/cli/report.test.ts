/** `kanon report` and a reporter's `kanon status`: protected on the device, shown, handed in, the receipt kept. */
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { openPeriod, rows } from '../collection/scene.ts';
import { call, furnish, OPEN_PERIOD, REPORT, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { freePort } from '../setup/service.ts';
import { elsewhere, relay } from './other-servers.ts';
import {
  account,
  EXAMPLE_SHEET,
  kanon,
  kanonAtTerminal,
  MARK,
  PASSWORD,
  scratch,
  sheet,
} from './run-kanon.ts';

let service: TestApp;
let files: Awaited<ReturnType<typeof scratch>>;
let strokes: string;
/** A period of the scheme that takes no report any more. */
const ENDED = '2026-Q2';
beforeAll(async () => {
  service = await startApp();
  await asDemo(service);
  await furnish(service);
  await openPeriod(service, ENDED, { closesOn: '2020-01-02' });
  await account(service, 'meldung', 'provider', { schools: ['990001', '990002', '990003'] });
  await account(service, 'vertretung', 'reporter', { schools: ['990001', '990002'] });
  files = await scratch();
  strokes = await files.file('strokes.csv', EXAMPLE_SHEET);
});
afterAll(async () => {
  await files.delete();
  await service.close();
});

const env = (url = service.url) => ({ KANON_URL: url, KANON_PASSWORD: PASSWORD });
const place = (school = '990001', period: string = OPEN_PERIOD) => ['--school', school, '--period', period];
const report = (file: string, ...more: string[]) =>
  kanon(
    ['report', file, ...(more.includes('--school') ? [] : place()), '--account', 'meldung', ...more],
    env(),
  );
const status = (...more: string[]) => kanon(['status', '--account', 'meldung', ...more], env());
const stored = (school: string) =>
  rows(service, 'SELECT revision_number FROM report WHERE school = $1', [school]);

test('a trial shows what would be sent, and stores nothing', async () => {
  const { code, out, err } = await report(strokes, '--dry-run');
  expect([code, out.trimEnd().split('\n')]).toEqual([
    0,
    [
      `Das wird für Schule 990001 und ${OPEN_PERIOD} gemeldet:`,
      '  Kinder  Beratungen  Leistung',
      '       6           9  Eintägige Ausflüge + Gemeinschaftliche Mittagsverpflegung + Soziale und kulturelle Teilhabe (zusammengefasst)',
      '       7          19  Lernförderung',
      '       0           0  Mehrtägige Klassenfahrten',
      '       0           0  Persönlicher Schulbedarf',
      '       0           0  Schülerbeförderung',
      'Alle Regeln sind erfüllt. Das war eine Probe; gespeichert wurde nichts.',
    ],
  ]);
  expect(err).toContain('LERNFOERDERUNG: Dahinter stehen mindestens 5');
  expect(out + err).not.toContain(MARK);
  expect(await stored('990001')).toEqual([]);
});

test('strokes are reported; the receipt is kept in a private file, and never written over', async () => {
  const receipt = files.at('receipt.jws');
  const { code, out, err } = await report(strokes, '--receipt', receipt);
  expect([code, err]).toEqual([0, expect.not.stringContaining('kanon:')]);
  expect(out).toMatch(/\nGespeichert: Fassung 1, \d\d\.\d\d\.20\d\d, \d\d:\d\d\.\n/);
  expect(out).toMatch(/ETag für --if-match: "[0-9a-f-]{36}"\n/);
  expect(out).toContain(`Die Quittung steht in ${receipt}.`);
  expect((await stat(receipt)).mode & 0o777).toBe(0o600);
  const before = await readFile(receipt, 'utf8');
  expect(before).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(out + err + before).not.toContain(MARK);

  const again = await report(strokes, '--receipt', receipt);
  expect([again.code, again.err]).toEqual([
    1,
    expect.stringContaining('Quittungen werden nicht überschrieben'),
  ]);
  expect(await readFile(receipt, 'utf8')).toBe(before);
  const nowhere = await report(strokes, '--receipt', files.at('nowhere/receipt.jws'));
  expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('lässt sich nicht schreiben')]);

  const once = await report(strokes, '--lang', 'en');
  expect([once.code, once.out]).toEqual([
    0,
    expect.stringContaining('The same report stood there already: revision 1'),
  ]);
});

test('counts and a ready report are reported too; --json is the answer and nothing else', async () => {
  const counts = await files.file('counts.json', (await kanon(['tally', strokes])).out);
  const ofCounts = await report(counts, '--json', ...place('990003'));
  expect(ofCounts.code).toBe(0);
  expect(JSON.parse(ofCounts.out)).toMatchObject({ outcome: 'stored', school: '990003', revisionNumber: 1 });
  expect(ofCounts.err).toContain('Das wird für Schule 990003');
  const ready = await files.file('report.json', JSON.stringify(REPORT));
  const ofReport = await report(ready, '--json', ...place('990003'));
  expect(JSON.parse(ofReport.out)).toMatchObject({ outcome: 'stored', revisionNumber: 2, stored: REPORT });
});

test('a ready report that breaks a rule never leaves the device', async () => {
  const small = { ...REPORT, cells: [{ benefits: ['MITTAG'], pupils: 4, consultations: 6 }], none: [] };
  const before = await rows(service, 'SELECT count(*)::int AS entries FROM access_entry');
  const { code, out, err } = await report(
    await files.file('small.json', JSON.stringify(small)),
    '--lang',
    'en',
  );
  expect([code, out]).toEqual([1, '']);
  const said = err.trimEnd().split('\n');
  expect(said[0]).toBe('kanon: The report breaks the rules; nothing of it was sent.');
  expect(said).toContain('kanon: Missing: Learning support.');
  expect(said).toContainEqual(
    expect.stringMatching(/^kanon: \/cells\/0\/pupils: Fewer than 5 different pupils/),
  );
  expect(await rows(service, 'SELECT count(*)::int AS entries FROM access_entry')).toEqual(before);
});

test('a refusal of the service is told by place and reason, in the language, and leaves no empty receipt', async () => {
  const receipt = files.at('refused.jws');
  const late = await report(strokes, '--receipt', receipt, ...place('990001', ENDED));
  expect([late.code, late.err]).toEqual([
    1,
    expect.stringContaining(
      'kanon: Die Meldung wurde abgelehnt; gespeichert wurde nichts.\nkanon: Die Meldefrist für diesen Zeitraum ist abgelaufen.\n',
    ),
  ]);
  expect(existsSync(receipt)).toBe(false);
  const english = await report(strokes, '--lang', 'en', ...place('990001', ENDED));
  expect(english.err).toContain('\nkanon: The time for reporting in this period has ended.\n');
  const foreign = await report(strokes, ...place('990004'));
  expect([foreign.code, foreign.err]).toEqual([
    1,
    expect.stringContaining('kanon: Das Konto darf das nicht.'),
  ]);
  const never = await report(strokes, ...place('990001', '2031-Q1'));
  expect([never.code, never.err]).toEqual([1, 'kanon: Diesen Zeitraum gibt es beim Dienst nicht.\n']);
});

test('the report of another account is replaced only by the ETag that status tells; its history shows the return', async () => {
  const others = (file: string, ...more: string[]) =>
    kanon(['report', file, ...place('990002'), '--account', 'vertretung', ...more], env());
  expect((await others(strokes)).code).toBe(0);
  const other = await files.file('other.csv', sheet({ MITTAG: 8 }));
  const blind = await report(other, ...place('990002'));
  expect([blind.code, blind.err]).toEqual([
    1,
    expect.stringContaining('kanon status --school nennt das ETag'),
  ]);

  const { out } = await status(...place('990002'));
  const [, etag = ''] = /ETag für --if-match: ("[0-9a-f-]{36}")/.exec(out) ?? [];
  // Proxies that compress weaken it, and shells eat quotes, so each spelling is understood.
  expect((await report(other, ...place('990002'), '--if-match', `W/${etag}`)).code).toBe(0);
  const third = await files.file('third.csv', sheet({ MITTAG: 9 }));
  const late = await report(third, ...place('990002'), '--if-match', etag.replaceAll('"', ''));
  expect([late.code, late.err]).toEqual([
    1,
    expect.stringContaining('Inzwischen steht dort eine andere Fassung'),
  ]);

  const { token } = await signedIn(service, 'coordinator', { region: '05111' });
  await call(service, 'POST', `/v1/regions/05111/reports/${OPEN_PERIOD}/990002/return`, {
    token,
    body: '{"reason":"COUNTED_TWICE"}',
  });
  const history = await status(...place('990002'), '--lang', 'en');
  expect(history.out).toMatch(
    / 2 {2}.*returned .*: Another office reported the same consultations\.\n {7}1 {2}/,
  );
  const { revisions } = JSON.parse((await status(...place('990002'), '--json')).out);
  expect(revisions.map((one: { number: number }) => one.number)).toEqual([2, 1]);
});

describe('the password', () => {
  beforeAll(() => report(strokes));
  const tell = (settings: Record<string, string>, ...more: string[]) =>
    kanon(['status', ...place(), '--account', 'meldung', '--url', service.url, ...more], settings);

  test('comes from a file, with or without a line break at its end, or from the environment', async () => {
    const file = await files.file('password', `${PASSWORD}\n`);
    expect((await tell({}, '--password-file', file)).code).toBe(0);
    await writeFile(file, PASSWORD);
    expect((await tell({ KANON_PASSWORD: 'something else' }, '--password-file', file)).code).toBe(0);
    expect((await tell({ KANON_PASSWORD: PASSWORD })).code).toBe(0);
  });

  // The command `script` of other systems takes other arguments.
  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('is asked for at a terminal, and shown nowhere', async () => {
    const at = ['status', ...place(), '--account', 'meldung', '--url', service.url];
    const answered = await kanonAtTerminal(at, {}, 'Passwort für meldung: ', `${PASSWORD}\r`);
    expect([answered.code, answered.shown]).toEqual([0, expect.stringContaining('ETag für --if-match')]);
    expect(answered.shown).not.toContain(PASSWORD);
    const cancelled = await kanonAtTerminal(at, {}, 'Passwort', '\u0003');
    expect([cancelled.code, cancelled.shown]).toEqual([1, expect.stringContaining('Abgebrochen')]);
  });

  test('is not waited for without a terminal', async () => {
    const { code, err } = await tell({});
    expect([code, err]).toEqual([2, expect.stringContaining('KANON_PASSWORD')]);
  });

  test('that is wrong is told so, without it', async () => {
    const { code, out, err } = await tell({ KANON_PASSWORD: 'Zqx falsch' }, '--lang', 'en');
    expect([code, out, err]).toEqual([1, '', 'kanon: Sign-in failed: account and password do not match.\n']);
  });
});

describe('a service that is not there', () => {
  const send = (url: string, lang = 'de') =>
    kanon(['report', strokes, ...place(), '--account', 'meldung', '--url', url, '--lang', lang], {
      KANON_PASSWORD: PASSWORD,
    });

  test('is told with exit code 3 and what to look at', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    expect(await send(url)).toEqual({
      code: 3,
      out: '',
      err: `kanon: Unter ${url} antwortet niemand (ECONNREFUSED). Läuft der Dienst, und stimmt --url oder KANON_URL?\n`,
    });
    expect((await send(url, 'en')).err).toMatch(/^kanon: Nobody answers at /);
  });

  test('or is another program, gets nothing but a look', async () => {
    const other = await elsewhere();
    const { code, err } = await send(other.url);
    expect([code, err]).toEqual([3, expect.stringContaining('ist kein Kanon')]);
    expect(other.asked).toEqual(['GET /v1/periods']);
    await other.close();
  });

  test('or sends on to another address, gets the report at neither', async () => {
    const target = await elsewhere();
    const away = await relay(service.url, (_request, response) => {
      response.writeHead(307, { location: target.url }).end();
    });
    const { code, err } = await send(away.url);
    expect([code, err]).toEqual([3, expect.stringContaining('ist kein Kanon')]);
    expect(away.asked.at(-1)).toMatch(/^PUT /);
    expect(target.asked).toEqual([]);
    for (const server of [target, away]) await server.close();
  });

  test('or breaks off while the report is on its way, leaves open whether it was stored, and says so', async () => {
    const cut = await relay(service.url, (request) => request.socket.destroy());
    const { code, err } = await send(cut.url);
    expect([code, err]).toEqual([3, expect.stringContaining('Ob die Meldung gespeichert wurde, ist offen.')]);
    await cut.close();
  });
});
