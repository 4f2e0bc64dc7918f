/** Releases of outcomes: versions that never change, corrections that wait, rows for those who may read them, a certificate that fits. */
import { createHash } from 'node:crypto';
import { OPEN_PERIOD, call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import {
  alone,
  grantedWith,
  office,
  outcomesOf,
  periodReleased,
  placeOf,
  put,
  read,
  release,
  rows,
} from './scene.ts';

let kanon: TestApp;
let [jobcenter, sozialamt, far, officer, coordinator, district, state, auditor]: Signed[] = [];

const gives = async (who: Signed | undefined, county: string, bodies: Parameters<typeof outcomesOf>[0]) => {
  const { status, text } = await put(kanon, who!, placeOf(county), outcomesOf(bodies));
  if (status >= 300) throw new Error(text);
};
const rowsOf = async (who: Signed | undefined, region: string, query = '') =>
  (await read(kanon, who!, region, query)).body.rows as any[];

beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
  jobcenter = await office(kanon, '05111', ['SGB2']);
  sozialamt = await office(kanon, '05111', ['SGB12', 'ASYLBLG']);
  far = await office(kanon, '05315', ['SGB2']);
  officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
  coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
  district = await signedIn(kanon, 'district', { region: '051' });
  state = await signedIn(kanon, 'state', { region: '05' });
  auditor = await signedIn(kanon, 'auditor');
  await gives(jobcenter, '05111', [
    { body: 'SGB2', ...grantedWith([alone('MITTAG', 40, 52), alone('AUSFLUG', 9)]) },
  ]);
  await gives(sozialamt, '05111', [
    { body: 'SGB12', ...grantedWith([alone('MITTAG', 8, 11)], ['AUSFLUG']) },
    { body: 'ASYLBLG', gap: 'LATE' },
  ]);
  await periodReleased(kanon);
});
afterAll(() => kanon.close());

test('a release adds up over counties and bodies, and shows a body only where it reported', async () => {
  expect((await release(kanon, officer!)).body.release.version).toBe(1);
  const [land] = await rowsOf(state, '05');
  expect([land.grants.MITTAG.value, land.children.MITTAG.value, land.bodies]).toEqual([
    63,
    48,
    { expected: 212, reported: 2, inGap: 1 },
  ]);
  const counties = await rowsOf(state, '05', '?level=county');
  expect(counties).toHaveLength(53);
  expect(counties.filter((row) => row.grants.MITTAG.status === 'open').map((row) => row.region)).toEqual([
    '05111',
  ]);
  const silent = counties.find((row) => row.region === '05315');
  expect([silent.grants.MITTAG, silent.bodies.reported]).toEqual([
    { value: null, from: null, to: null, status: 'pending' },
    0,
  ]);
  const byBody = await rowsOf(district, '051', '?by=body');
  expect(byBody.map(({ region, body, grants }) => [region, body, grants.MITTAG.value])).toEqual([
    ['051', 'SGB2', 52],
    ['051', 'SGB12', 11],
  ]);
  // Nothing told who withheld: the same as nobody.
  expect(byBody[1].grants.AUSFLUG).toEqual({ value: 0, from: 0, to: 0, status: 'open' });
});

test('each reads what is released around the own place, and no more', async () => {
  for (const region of ['05111', '051', '05'])
    expect((await rowsOf(coordinator, region)).map((row) => row.region)).toEqual([region]);
  for (const [who, region, query] of [
    [coordinator, '05112', ''],
    [coordinator, '051', '?by=body'],
    [coordinator, '051', '?level=county'],
    [district, '053', ''],
    [district, '05', '?by=body'],
    [district, '05', '?level=county'],
  ] as const)
    expect([region, query, (await read(kanon, who!, region, query)).status]).toEqual([region, query, 403]);
  expect(await rowsOf(district, '051', '?level=county')).toHaveLength(15);
  const asked = await call(kanon, 'GET', `/v1/regions/051/outcomes/${OPEN_PERIOD}`, {
    token: district!.token,
  });
  expect(asked.body.type).toBe('urn:kanon:problem:purpose-missing');
});

test('completeness says which body of which county has handed in, to whom it concerns', async () => {
  const ask = (who: Signed, region: string, query = '') =>
    call(kanon, 'GET', `/v1/regions/${region}/completeness/${OPEN_PERIOD}/outcomes${query}`, {
      token: who.token,
    });
  const own = await ask(coordinator!, '05111');
  expect(own.body.bodies.map(({ body, status, gap }: any) => [body, status, gap])).toEqual([
    ['SGB2', 'reported', null],
    ['SGB12', 'reported', null],
    ['ASYLBLG', 'in-gap', 'LATE'],
    ['BKGG', 'missing', null],
  ]);
  expect((await ask(coordinator!, '05112')).status).toBe(403);
  expect((await ask(district!, '051')).body.bodies).toHaveLength(60);
  expect((await ask(district!, '053')).status).toBe(403);
  expect((await ask(jobcenter!, '05111')).status).toBe(403);
  expect((await ask(state!, '05', '?format=csv-de')).text).toContain('kommt später');
});

test('the certificate fits the document, and says why contributors do not count', async () => {
  const { id } = (await read(kanon, state!, '05')).body.release;
  const headers = { 'kanon-purpose': 'AUDIT' };
  const document = await call(kanon, 'GET', `/v1/outcome-releases/${id}/document`, {
    token: state!.token,
    headers,
  });
  const { certificate } = (
    await call(kanon, 'GET', `/v1/outcome-releases/${id}/certificate`, { token: auditor!.token })
  ).body;
  const { columns, rows: table } = document.body;
  expect(
    createHash('sha256')
      .update(canonicalJson({ columns, rows: table }))
      .digest('hex'),
  ).toBe(certificate.publishedDigest);
  expect(canonicalJson(document.body)).toBe(document.text);
  expect(certificate.notApplied[0]).toMatch(/an office is no person/);
  expect(certificate.protectedBy.at(-1)).toBe(
    'no office, also a late or corrected one, is told more of than its own stored report',
  );
  expect(
    (await call(kanon, 'GET', `/v1/outcome-releases/${id}/document`, { token: district!.token, headers }))
      .status,
  ).toBe(403);
  expect(
    (await call(kanon, 'GET', `/v1/outcome-releases/${id}/certificate`, { token: coordinator!.token }))
      .status,
  ).toBe(403);
});

test('CSV has the bounds and, in German, the signs, the legend and the sentence', async () => {
  const plain = (await read(kanon, district!, '051', '?format=csv')).text.split('\r\n');
  expect(plain[0]).toBe(
    'region,name,body,measure,column,value,from,to,status,bodies_expected,bodies_reported,bodies_in_gap',
  );
  expect(plain).toContain('051,Düsseldorf,,grants,MITTAG,63,63,63,open,60,2,1');
  const german = (await read(kanon, state!, '05', '?level=county&format=csv-de')).text;
  expect(german).toContain('05111 Düsseldorf;alle zusammen;4;2;1;9;9;–;–;');
  expect(german).toContain('05315 Köln;alle zusammen;4;0;0;…;…');
  expect(german).toContain('weil noch keine Stelle Zahlen gemeldet hat');
  expect(german).toContain('nichts gemeldet; eine Stelle kann etwas nicht angegeben haben');
  expect(german).toContain('eine Quote wird nicht gebildet');
});

test('the same once more is no version, and two at once are one', async () => {
  const again = await release(kanon, officer!);
  expect([again.status, again.body.type]).toEqual([409, 'urn:kanon:problem:conflict']);
  await gives(far, '05315', [{ body: 'SGB2', ...grantedWith([alone('MITTAG', 17)]) }]);
  const answers = await Promise.all([release(kanon, officer!), release(kanon, officer!)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  // Who came late is told no more of than its own report.
  const [before, after] = [await rowsOf(state, '05', '?version=1'), await rowsOf(state, '05', '?version=2')];
  expect(after[0].grants.MITTAG.value - before[0].grants.MITTAG.value).toBe(17);
});

test('a correction by fewer than five waits, whatever else it changes; a larger one does not', async () => {
  await gives(jobcenter, '05111', [
    { body: 'SGB2', ...grantedWith([alone('MITTAG', 41, 60), alone('AUSFLUG', 30)]) },
  ]);
  const small = await release(kanon, officer!);
  expect([small.status, small.body.detail]).toEqual([409, expect.stringContaining('05111/SGB2')]);
  expect(small.text).not.toMatch(/\b4[01]\b|\b60\b/);
  // Another office's is published; this one's stays as it was.
  await gives(far, '05315', [{ body: 'SGB2', ...grantedWith([alone('MITTAG', 27)]) }]);
  const made = await release(kanon, officer!);
  expect([made.status, made.body.kept]).toEqual([201, [{ county: '05111', body: 'SGB2' }]]);
  expect((await rowsOf(district, '05111'))[0].grants.AUSFLUG.value).toBe(9);
  await gives(jobcenter, '05111', [
    { body: 'SGB2', ...grantedWith([alone('MITTAG', 46, 60), alone('AUSFLUG', 30)]) },
  ]);
  expect((await release(kanon, officer!)).body.kept).toEqual([]);
  expect((await rowsOf(district, '05111'))[0].children.MITTAG.value).toBe(54);
  // Back to almost what the first version said: it is compared with every version.
  await gives(jobcenter, '05111', [
    { body: 'SGB2', ...grantedWith([alone('MITTAG', 38, 52), alone('AUSFLUG', 9)]) },
  ]);
  expect((await release(kanon, officer!)).status).toBe(409);
});

test('what is released never changes, and older versions stay readable', async () => {
  expect((await rowsOf(district, '051', '?version=1'))[0].grants.MITTAG.value).toBe(63);
  expect((await read(kanon, district!, '051', '?version=99')).body.type).toBe(
    'urn:kanon:problem:no-such-version',
  );
  for (const text of [
    `UPDATE outcome_release_row SET grants = '{}'`,
    'DELETE FROM outcome_release',
    'TRUNCATE outcome_certificate',
  ])
    await expect(rows(kanon, text)).rejects.toThrow(/append-only/);
});

test('an attacker with every file that was published finds no number of fewer than five children or grants', async () => {
  const headers = { 'kanon-purpose': 'AUDIT' };
  const ids = (await rows(kanon, 'SELECT id FROM outcome_release ORDER BY version')) as { id: string }[];
  const files = await Promise.all(
    ids.map(({ id }) =>
      call(kanon, 'GET', `/v1/outcome-releases/${id}/document`, { token: state!.token, headers }),
    ),
  );
  expect(files.length).toBe(4);
  const tables = files.map(
    ({ body }) =>
      new Map<string, number[]>(
        body.rows.map((row: any) => [`${row.region} ${row.body}`, [...row.grants, ...row.children]]),
      ),
  );
  const found = tables.flatMap((table, at) =>
    [...table].flatMap(([row, values]) =>
      [[], ...tables.slice(0, at).map((older) => older.get(row) ?? [])].flatMap((older) =>
        values.flatMap((value, column) => {
          const few = Math.abs(value - (older[column] ?? 0));
          return few > 0 && few < 5 ? [`${at} ${row} ${column}`] : [];
        }),
      ),
    ),
  );
  expect(found).toEqual([]);
});

test('no log line of the access log holds a number of an office', async () => {
  const entries = await rows(
    kanon,
    `SELECT object FROM access_entry WHERE action LIKE 'outcome.%' AND object IS NOT NULL`,
  );
  for (const { object } of entries as { object: string }[])
    expect(object).toMatch(
      /^(what=account( bodies=[A-Z0-9+]+)?|kept=[0-9]{5}\/[A-Z0-9]+|format=csv(-de)?|version=\d+)$/,
    );
  expect(entries.length).toBeGreaterThan(3);
});
