/** A count below k, planted in every place a request has, is afterwards nowhere: no table, file, log line or answer holds it. */
import { Accounts } from '../../src/identity/accounts.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { furnish, SCHOOLS, startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { answering, launch, type Service } from '../setup/service.ts';
import { below, exchange, passing, type Planting, plantings, request, statusOf } from './plantings.ts';
import { placeOf, rows } from './scene.ts';
import { clusterFiles, dumpOf, filesIn, mark, marksIn, rowsAsText, statisticsOf } from './traces.ts';

const STORED = mark(127);
const SABOTAGED = mark(126);

let kanon: TestApp;
let service: Service;
let planted: Planting[];
let answers: string[];
let token: string;
/** Those of one more process of this Land. */
let settings: Record<string, string>;

/** Prints the address and every header, as a careless line in the code would. */
const CARELESS = `data:text/javascript,${encodeURIComponent(`
  import { Server } from 'node:http';
  const { emit } = Server.prototype;
  Server.prototype.emit = function (event, request, ...rest) {
    if (event === 'request') console.log(request.url, JSON.stringify(request.headers));
    return emit.call(this, event, request, ...rest);
  };`)}`;

beforeAll(async () => {
  kanon = await startApp();
  await furnish(
    kanon,
    SCHOOLS.map((school) => ({ ...school, roll: null })),
  );
  const password = 'nur-fuer-diesen-test';
  const account = { office: 'Erfundenes Amt', password };
  await kanon.app.get(Accounts).create(kanon.admin, [
    { ...account, name: 'meldung', role: 'reporter', schools: ['990001', '990005'] as SchoolNumber[] },
    { ...account, name: 'geheimhaltung', role: 'disclosure-officer', region: '05' as RegionKey },
    { ...account, name: 'revision', role: 'auditor' },
    { ...account, name: 'koordination', role: 'coordinator', region: '05111' as RegionKey },
  ]);
  await asDemo(kanon);
  const { serviceUrl, ownerUrl } = kanon.database;
  // The folder with the keys that the database knows.
  settings = { DATABASE_URL: serviceUrl, DATABASE_OWNER_URL: ownerUrl, KANON_DATA: kanon.settings.data };
  service = await answering(await launch(settings));
  const signIn = async (name: string): Promise<string> => {
    const answer = await exchange(
      service.url,
      request('POST', '/v1/sessions', [], { account: name, password }),
    );
    return /"access_token":"([^"]+)"/.exec(answer)?.[1] ?? '';
  };
  token = await signIn('meldung');
  planted = plantings({
    reporter: token,
    officer: await signIn('geheimhaltung'),
    auditor: await signIn('revision'),
    coordinator: await signIn('koordination'),
  });
  answers = [];
  for (const { bytes } of planted) answers.push(await exchange(service.url, bytes));
});
/** Ends it and leaves its folder, which others use. */
const stop = async ({ process, ended }: Service): Promise<void> => {
  process.kill('SIGTERM');
  await ended;
};
afterAll(() => stop(service));
afterAll(() => kanon.close());

const put = (to: Service, body: object, path = placeOf()) =>
  exchange(to.url, request('PUT', path, [['authorization', `Bearer ${token}`]], body));
/** Where a mark came from, so that a failure says what to mend. */
const sources = (ids: Iterable<number>): string[] =>
  [...ids].map((id) => planted[id]?.where ?? `the control ${id}`);

test('each request is refused as it should be, and none makes the service fail', () => {
  expect(planted.length).toBeGreaterThan(100);
  expect(planted.at(-1)!.id).toBeLessThan(SABOTAGED.id);
  for (const [i, { where, status }] of planted.entries()) {
    const got = statusOf(answers[i]!);
    expect([where, got]).toEqual([where, status ?? (got >= 400 && got < 500 ? got : '4xx')]);
  }
});

test('no answer repeats anything of what was sent, in its headers neither', () => {
  const shown = planted.flatMap(({ id, isShown }, i) =>
    isShown ? [] : marksIn(answers[i]!).includes(id) ? [id] : [],
  );
  expect(sources(shown)).toEqual([]);
  expect(marksIn(answers.join('\n')).filter((id) => !planted[id]?.isShown)).toEqual([]);
});

/** The server may have sampled the log meanwhile; of a report's counts it takes no sample, so no other table is let off. */
const SAMPLED = statisticsOf('public.access_entry');

test('no table holds any of it but the entry of a search, while a report that was accepted is found there and nowhere else', async () => {
  expect(statusOf(await put(service, passing(STORED)))).toBe(201);
  const found = (await rowsAsText(kanon.database.superUrl))
    .map(({ table, text }) => ({ table, ids: marksIn(text) }))
    .filter(({ table, ids }) => ids.length > 0 && table !== SAMPLED);
  const kept = planted.filter(({ isKept }) => isKept);
  expect(found.map(({ table, ids }) => [table, sources(ids)])).toEqual([
    ['public.access_entry', ['a filter of the log']],
    ['public.report_2026', ['the control 127']],
  ]);
  const searches = await rows(
    kanon,
    'SELECT action, object FROM access_entry WHERE strpos(access_entry::text, $1) > 0',
    [kept[0]!.text],
  );
  expect(searches).toEqual([
    { action: 'log.read', object: expect.stringContaining(`office=${kept[0]!.text}`) },
  ]);
  const dump = await dumpOf(kanon.database.superUrl);
  if (dump !== undefined) expect(new Set(marksIn(dump))).toEqual(new Set([kept[0]!.id, STORED.id]));
});

test('no file of the database holds any of it, neither its write-ahead log nor its own log, but the accepted report and that entry', async () => {
  const found = new Map<string, number[]>();
  const seen: string[] = [];
  for await (const { file, bytes } of clusterFiles(kanon.database.superUrl)) {
    seen.push(file);
    const ids = marksIn(bytes);
    if (ids.length > 0) found.set(file, ids);
  }
  const mayStand = new Set([STORED.id, ...planted.filter(({ isKept }) => isKept).map(({ id }) => id)]);
  const isData = (file: string): boolean => /\/(base\/\d+\/\d+|pg_wal\/[0-9A-F]{24})$/.test(file);
  const refused = [...found].flatMap(([file, ids]) =>
    sources(ids.filter((id) => !(isData(file) && mayStand.has(id)))).map((source) => `${file}: ${source}`),
  );
  expect(refused).toEqual([]);
  for (const part of [/\/base\/\d+\/\d+$/, /\/pg_wal\/[0-9A-F]{24}$/])
    expect([...found.keys()].filter((file) => part.test(file))).not.toEqual([]);
  expect(seen.filter((file) => file.endsWith('/postgres.log'))).toHaveLength(1);
});

test('no line that the service wrote holds any of it, and neither does its folder', async () => {
  const lines = service.output();
  expect(lines.match(/"event":"request"/g)!.length).toBeGreaterThan(100);
  expect(sources(marksIn(lines))).toEqual([]);
  for await (const { file, bytes } of filesIn(service.data))
    expect([file, marksIn(bytes)]).toEqual([file, []]);
});

test('a careless log line would have been found', async () => {
  const careless = await answering(await launch({ ...settings, NODE_OPTIONS: `--import=${CARELESS}` }));
  try {
    await exchange(
      careless.url,
      request('GET', `/v1/nothing?name=${SABOTAGED.text}`, [['user-agent', SABOTAGED.text]]),
    );
    expect(marksIn(careless.output())).toEqual([SABOTAGED.id]);
  } finally {
    await stop(careless);
  }
});

test('marks are found in whatever way they may have been written', () => {
  const { id, text, code, word, numbers } = mark(17);
  const binary = Buffer.alloc(21);
  binary.writeInt32LE(numbers[0], 5);
  binary.writeInt32LE(numbers[1], 9);
  for (const trace of [
    text,
    code,
    `x-${word}`,
    `a ${numbers[0]} b`,
    JSON.stringify({ n: numbers[1] }),
    binary,
  ])
    expect(marksIn(trace)).toEqual([id]);
  for (const other of [
    'Kind-PLANTED',
    '7310',
    String(numbers[0] + 1000),
    `e${numbers[0]}a`,
    Buffer.alloc(100),
  ])
    expect(marksIn(other)).toEqual([]);
});

test('a well-formed school and period that nobody has stand in the log entry as the place asked for, and nowhere else', async () => {
  const [school, period] = ['731099', '2097-Q4'];
  expect(statusOf(await put(service, below(SABOTAGED), placeOf(school, period)))).toBe(403);
  const found = (await rowsAsText(kanon.database.superUrl)).filter(({ text }) =>
    new RegExp(`\\b(${school}|${period})\\b`).test(text),
  );
  expect(found.map(({ table }) => table).filter((table) => table !== SAMPLED)).toEqual([
    'public.access_entry',
  ]);
  const [entry] = await rows(kanon, 'SELECT * FROM access_entry WHERE school = $1', [school]);
  expect(entry).toMatchObject({ school, period, decision: 'refused', rules: ['not-allowed'] });
});
