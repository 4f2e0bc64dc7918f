/** Many reports in one request: each as if it came alone, with receipt and entry; and what is wrong leaves nothing half done. */
import { createHmac } from 'node:crypto';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { call, freeze, furnish, OPEN_PERIOD, REPORT, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts'; // prettier-ignore
import { manySchools, openPeriod, placeOf, put, reportWith, rows } from './scene.ts';

const MANY = 60;
const schools = manySchools(MANY).map(({ number }) => number);

let kanon: TestApp;
let provider: Signed;
let other: Signed;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon, manySchools(MANY));
  provider = await signedIn(kanon, 'provider', { schools: schools.slice(0, 50) });
  other = await signedIn(kanon, 'provider', { schools: schools.slice(0, 50) });
});
afterAll(() => kanon.close());

const lineOf = (school: string, report: unknown = REPORT, more: object = {}, period: string = OPEN_PERIOD) =>
  `${JSON.stringify({ school, period, report, ...more })}\n`;

const send = (body: string | Uint8Array, query = '', by = provider, type = 'application/x-ndjson') =>
  call(kanon, 'POST', `/v1/imports/reports${query}`, {
    token: by.token,
    body,
    headers: { 'content-type': type },
  });

const stored = () =>
  rows(kanon, 'SELECT period, school, pupils, revision_number FROM report ORDER BY period, school');
const entries = () =>
  rows(
    kanon,
    `SELECT id, school, period, decision, rules, dry_run, encode(commitment, 'hex') AS commitment FROM access_entry
     WHERE action = 'report.import' ORDER BY at, school`,
  );

type Item = Record<string, any>;
const receiptOf = ({ receipt }: Item): Item =>
  JSON.parse(Buffer.from(receipt.split('.')[1], 'base64url').toString()) as Item;

test('each report is stored by the rules of a single one, and its receipt fits its entry in the log', async () => {
  const before = (await entries()).length;
  const file = [
    lineOf(schools[0]!),
    lineOf(schools[1]!, reportWith({ pupils: 4 })),
    lineOf(schools[2]!, { ...REPORT, policy: 2 }),
    lineOf(schools[55]!),
    lineOf('123456'),
    lineOf(schools[3]!, REPORT, {}, '2031-Q1'),
    lineOf(schools[4]!, reportWith({ consultations: 41 * 6 })),
  ].join('');
  const { status, body } = await send(file);
  expect(status).toBe(200);
  expect(body).toMatchObject({ dryRun: false, atomic: false, read: 7, stored: 1, unchanged: 0, refused: 6 });
  expect(body.reports.map(({ line, outcome, problem }: Item) => [line, outcome, problem])).toEqual([
    [1, 'stored', null],
    [2, 'refused', 'report-refused'],
    [3, 'refused', 'report-refused'],
    [4, 'refused', 'not-allowed'],
    [5, 'refused', 'not-allowed'],
    [6, 'refused', 'not-found'],
    [7, 'refused', 'confirmation-needed'],
  ]);
  // A number of a report stands nowhere but in its receipt.
  expect(body.reports[1].findings).toMatchObject([{ rule: 'threshold', pointer: '/cells/0/pupils' }]);
  const alone = await put(kanon, provider, placeOf(schools[1]), reportWith({ pupils: 4 }));
  expect(body.reports[1].findings).toEqual(alone.body.findings);

  const written = (await entries()).slice(before);
  expect(written.map(({ school, decision }) => [school, decision])).toEqual(
    [
      [schools[0], 'allowed'],
      ...[schools[1], schools[2], schools[3], schools[4], schools[55], '123456'].map((one) => [
        one,
        'refused',
      ]),
    ].sort(([a], [b]) => (a! < b! ? -1 : 1)),
  );
  const receipt = receiptOf(body.reports[0]);
  const entry = written.find(({ id }) => id === receipt['entry'])!;
  const { school, period, revision, report, nonce } = receipt;
  expect(entry).toMatchObject({ school: schools[0], period: OPEN_PERIOD, decision: 'allowed' });
  const key = Buffer.from(nonce as string, 'base64url');
  expect(entry['commitment']).toBe(
    createHmac('sha256', key).update(canonicalJson({ school, period, revision, report })).digest('hex'),
  );
  expect(written.filter(({ commitment }) => commitment !== null)).toHaveLength(1);
  expect((await stored()).map((row) => row['school'])).toEqual([schools[0]]);
});

test('the same file again changes nothing, a correction is a new revision, and the report of another account stays', async () => {
  const file = schools
    .slice(10, 14)
    .map((school) => lineOf(school))
    .join('');
  expect((await send(file)).body).toMatchObject({ stored: 4, refused: 0 });
  const before = await stored();
  const again = (await send(file)).body;
  expect(again).toMatchObject({ stored: 0, unchanged: 4 });
  expect(await stored()).toEqual(before);
  // Each again with a receipt, for that of the first time may be what was lost.
  expect(receiptOf(again.reports[0])).toMatchObject({ school: schools[10], revisionNumber: 1 });
  const corrected =
    lineOf(schools[10]!, reportWith({ pupils: 7 })) + lineOf(schools[11]!) + lineOf(schools[14]!);
  expect((await send(corrected)).body).toMatchObject({ stored: 2, unchanged: 1 });
  const numbers = await stored();
  expect(numbers.find((row) => row['school'] === schools[10])).toMatchObject({ revision_number: 2 });

  for (const query of ['', '?dryRun=true']) {
    const { body } = await send(lineOf(schools[10]!) + lineOf(schools[15]!), query, other);
    expect(body.reports.map(({ problem }: Item) => problem)).toEqual(['revision-needed', null]);
  }
  expect((await stored()).find((row) => row['school'] === schools[10])).toMatchObject({ revision_number: 2 });
});

test('with dryRun nothing is stored; what is unusual is asked about and confirmed; with atomic it is all or none', async () => {
  const before = await stored();
  const unusual = reportWith({ consultations: 41 * 6 });
  const tried = (await send(lineOf(schools[20]!) + lineOf(schools[21]!, unusual), '?dryRun=true')).body;
  expect(tried).toMatchObject({ dryRun: true, read: 2, checked: 2, stored: 0 });
  expect(tried.reports.map(({ receipt }: Item) => receipt)).toEqual([null, null]);
  expect(tried.reports[1].questions).toMatchObject([{ rule: 'plausible', cause: 'ratio' }]);
  expect(await stored()).toEqual(before);

  const wrong = lineOf(schools[20]!) + lineOf(schools[22]!, reportWith({ pupils: 4 }));
  const none = await send(wrong, '?atomic=true');
  expect([none.status, none.body.type]).toEqual([422, 'urn:kanon:problem:import-refused']);
  expect(none.body.findings).toMatchObject([{ rule: 'threshold', pointer: '/2/cells/0/pupils' }]);
  expect(await stored()).toEqual(before);
  expect((await entries()).at(-1)).toMatchObject({ school: null, decision: 'refused' });

  const confirm = tried.reports[1].confirm as string;
  const all = lineOf(schools[20]!) + lineOf(schools[21]!, unusual, { confirm });
  expect((await send(all, '?atomic=true')).body).toMatchObject({ stored: 2, refused: 0 });
  const unasked = (await send(lineOf(schools[23]!, REPORT, { confirm }))).body;
  expect(unasked.reports[0]).toMatchObject({ outcome: 'refused', problem: 'confirmation-refused' });
});

test('what cannot be read refuses the whole file, with its line, and one entry says so', async () => {
  const before = [await stored(), (await entries()).length];
  const sound = lineOf(schools[30]!) + lineOf(schools[31]!);
  const cases: [string | Uint8Array, string][] = [
    [sound.slice(0, -30), '/2/report/withheld/0'],
    [sound + lineOf(schools[30]!), '/3'],
    [Buffer.concat([Buffer.from(sound), Buffer.from([0x7b, 0xff])]), '/3'],
    ['school;period\n', '/1'],
  ];
  for (const [file, pointer] of cases) {
    const { status, body } = await send(file, '', provider, typeof file === 'string' && file.startsWith('s') ? 'text/csv' : undefined); // prettier-ignore
    expect([status, body.findings?.[0]?.pointer]).toEqual([422, pointer]);
  }
  expect(await stored()).toEqual(before[0]);
  expect((await entries()).length).toBe((before[1] as number) + cases.length);
  const large = await send(new Uint8Array(50 * 1024 * 1024)).catch((error: unknown) => ({ error }));
  if ('status' in large) expect(large.status).toBe(413);
  expect((await send(sound, '', provider, 'application/json')).status).toBe(415);
  expect(await stored()).toEqual(before[0]);
});

test('whoever is no provider is refused, and what was frozen meanwhile stores nothing', async () => {
  const reporter = await signedIn(kanon, 'reporter', { schools: [schools[40]!] });
  expect((await send(lineOf(schools[40]!), '', reporter)).status).toBe(403);
  await openPeriod(kanon, '2026-Q2');
  const file = lineOf(schools[41]!, REPORT, {}, '2026-Q2') + lineOf(schools[42]!);
  const officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
  await freeze(kanon, '2026-Q2', officer.token);
  const { body } = await send(file);
  expect(body.reports.map(({ outcome, problem }: Item) => [outcome, problem])).toEqual([
    ['refused', 'report-refused'],
    ['stored', null],
  ]);
});
