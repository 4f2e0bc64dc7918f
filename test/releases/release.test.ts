/** From frozen reports to a summary, over HTTP. */
import { createHash, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { compactVerify, createLocalJWKSet } from 'jose';
import pg from 'pg';
import { createApplication } from '../../src/application.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import type { School } from '../../src/reference/reference.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import {
  OPEN_PERIOD,
  call,
  furnish,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
  freeze,
} from '../setup/app.ts';

/** Five schools in each of three counties of Düsseldorf and two of Köln. */
const COUNTIES = ['05111', '05112', '05113', '05315', '05316'];
const TYPES = ['Grundschule', 'Gymnasium', 'Gesamtschule', 'Grundschule', 'Grundschule'];
const SCHOOLS = COUNTIES.flatMap((region, county) =>
  TYPES.map((type, n): School => ({
    number: String(990_000 + 10 * county + n) as SchoolNumber,
    name: `Erfundene ${type} ${n}`,
    type,
    region: region as RegionKey,
    roll: 300,
    validFrom: '2000-08-01',
    validTo: null,
  })),
);

const body = (pupils: number, consultations: number, rest: 'none' | 'withheld' = 'none') => {
  const others = ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'];
  return JSON.stringify({
    scheme: 'but-counselling/1',
    policy: 1,
    cells: [{ benefits: ['MITTAG'], pupils, consultations }],
    none: rest === 'none' ? others : others.slice(1),
    withheld: rest === 'none' ? [] : others.slice(0, 1),
  });
};

describe('a period on its way to a release', () => {
  let kanon: TestApp;
  let owner: pg.Client;
  let [first, second, district, other, state]: Signed[] = [];
  const person = randomUUID();

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon, SCHOOLS);
    owner = new pg.Client(kanon.database.ownerUrl);
    await owner.connect();
    first = await signedIn(kanon, 'disclosure-officer', { region: '05', person });
    second = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    district = await signedIn(kanon, 'district', { region: '051' });
    other = await signedIn(kanon, 'district', { region: '053' });
    state = await signedIn(kanon, 'state', { region: '05' });
    for (const [i, { number }] of SCHOOLS.entries()) {
      // The last school of all is silent, and in Duisburg only one school reports anything.
      if (i === SCHOOLS.length - 1) continue;
      const reporter = await signedIn(kanon, 'reporter', { schools: [number] });
      const inDuisburg = i >= 5 && i < 10;
      const text =
        inDuisburg && i !== 5
          ? JSON.stringify({
              ...JSON.parse(body(9, 9)),
              cells: [],
              none: [
                'AUSFLUG',
                'KLASSENFAHRT',
                'SCHULBEDARF',
                'BEFOERDERUNG',
                'LERNFOERDERUNG',
                'MITTAG',
                'TEILHABE',
              ],
            })
          : body(5 + i, 10 + 2 * i, i === 0 ? 'withheld' : 'none');
      const answer = await call(kanon, 'PUT', `/v1/schools/${number}/reports/${OPEN_PERIOD}`, {
        token: reporter.token,
        body: text,
      });
      if (answer.status !== 201) throw new Error(answer.text);
    }
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (step: string, who: Signed | undefined) =>
    step === 'freeze'
      ? freeze(kanon, OPEN_PERIOD, who?.token)
      : call(kanon, 'POST', `/v1/periods/${OPEN_PERIOD}/${step}`, { token: who?.token });
  const summary = (region: string, query: string, who: Signed | undefined) =>
    call(kanon, 'GET', `/v1/regions/${region}/summaries/${OPEN_PERIOD}${query}`, {
      token: who?.token,
      headers: { 'kanon-purpose': 'PLANNING' },
    });

  test('has no summary and cannot be released before it is frozen', async () => {
    expect((await summary('051', '', district)).status).toBe(404);
    expect((await post('release', second)).status).toBe(409);
  });

  test('is frozen once; a second freeze is a conflict', async () => {
    expect((await post('freeze', first)).body).toEqual({
      period: OPEN_PERIOD,
      state: 'frozen',
      failure: null,
    });
    expect((await post('freeze', second)).status).toBe(409);
  });

  test('cannot be released by the person who froze it, not even from another account', async () => {
    expect((await post('release', first)).body.type).toBe('urn:kanon:problem:same-person');
    const again = await signedIn(kanon, 'disclosure-officer', { region: '05', person });
    expect((await post('release', again)).status).toBe(403);
  });

  test('is not published when protection fails; the officer learns that, and may ask again', async () => {
    const sabotage = (cells: string) =>
      owner.query('UPDATE report SET cells = $2 WHERE school = $1', [SCHOOLS[0]?.number, [cells]]);
    await owner.query('ALTER TABLE report DISABLE TRIGGER only_while_open');
    await sabotage('UNBEKANNT');
    expect((await post('release', second)).status).toBe(202);
    await kanon.app.get(Publisher).publishAsked();
    const failed = await call(kanon, 'GET', `/v1/periods/${OPEN_PERIOD}/state`, { token: second?.token });
    expect(failed.body).toEqual({ period: OPEN_PERIOD, state: 'frozen', failure: 'protection-failed' });
    expect((await call(kanon, 'GET', '/v1/releases', { token: state?.token })).body.releases).toEqual([]);
    expect((await summary('051', '', district)).status).toBe(404);
    await sabotage('MITTAG');
  });

  test('is released once, however many publishers run', async () => {
    expect((await post('release', second)).body.state).toBe('releasing');
    const elsewhere = await startSecond(kanon);
    await Promise.all([kanon.app, elsewhere].map((app) => app.get(Publisher).publishAsked()));
    await elsewhere.close();
    const { rows } = await owner.query('SELECT version FROM release');
    expect(rows).toEqual([{ version: 1 }]);
    expect((await post('release', second)).status).toBe(409);
    const { body } = await call(kanon, 'GET', '/v1/releases', { token: state?.token });
    expect(body.releases).toHaveLength(1);
  });

  test('shows a district its counties; what one school alone stands behind is hidden, and cannot be subtracted', async () => {
    const { status, body: answer } = await summary('051', '?level=county', district);
    expect(status).toBe(200);
    const rows = new Map<string, any>(answer.rows.map((row: any) => [row.region, row]));
    expect([...rows.keys()]).toEqual(['05111', '05112', '05113']);
    const mittag = (region: string) => rows.get(region).consultations.MITTAG;
    expect(mittag('05112')).toEqual({ value: null, from: null, to: null, status: 'hidden' });
    expect(rows.get('05112').pupils.MITTAG.status).toBe('hidden');
    // With the district's total open, one more county must hide, or the difference would tell.
    const own = (await summary('051', '', district)).body.rows[0];
    const hidden = [...rows.values(), own].filter((row) => row.consultations.MITTAG.status === 'hidden');
    expect(hidden.length).toBeGreaterThanOrEqual(2);
  });

  test('adds up exactly wherever a row is open', async () => {
    const { body: answer } = await summary('05', '?level=county', state);
    for (const { consultations } of answer.rows) {
      const values = Object.values<any>(consultations).map((cell) => cell.value);
      if (values.includes(null)) continue;
      const total = values.pop();
      expect(values.reduce((sum: number, value: number) => sum + value, 0)).toBe(total);
    }
    expect(answer.rows.find((row: any) => row.region === '05315').consultations.REPORTED_TOTAL.value).toBe(
      40 + 42 + 44 + 46 + 48,
    );
  });

  test('says how many schools reported, and never which row withheld something', async () => {
    const { body: answer } = await summary('05', '?level=county', state);
    const row = (region: string) => answer.rows.find((one: any) => one.region === region);
    expect(row('05316')).toMatchObject({ schools: { expected: 5, reported: 4 }, pending: false });
    expect(row('05111')).toMatchObject({ schools: { expected: 5, reported: 5 }, pending: false });
    expect(row('05113')).toMatchObject({ schools: { expected: 5, reported: 5 }, pending: false });
    expect(row('05111').schools).not.toHaveProperty('withholding');
    const land = (await summary('05', '', district)).body.rows[0];
    expect(land.schools).toEqual({ expected: 25, reported: 24 });
  });

  test('shows a district no row of another one', async () => {
    expect((await summary('051', '?level=county', other)).status).toBe(403);
    expect((await summary('05', '?level=county', district)).status).toBe(403);
    expect((await summary('05', '?by=school-type', district)).status).toBe(403);
    expect((await summary('05', '', other)).status).toBe(200);
    expect((await summary('053', '?level=county', other)).body.rows).toHaveLength(2);
  });

  test('shows school types of a district, and keeps hidden numbers out of the database', async () => {
    const { body: answer } = await summary('051', '?by=school-type', district);
    expect(answer.rows.map((row: any) => row.schoolType)).toEqual([...new Set(TYPES)].sort());
    const { rows } = await owner.query('SELECT consultations FROM release_row WHERE region = $1', ['05112']);
    expect(rows[0].consultations[5]).toBeNull();
  });

  test('answers 304 to whoever holds the release already, and logs that read too', async () => {
    const first = await summary('051', '', district);
    const again = await call(kanon, 'GET', `/v1/regions/051/summaries/${OPEN_PERIOD}`, {
      token: district?.token,
      headers: { 'kanon-purpose': 'PLANNING', 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([again.status, again.text]).toEqual([304, '']);
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM access_entry WHERE action = 'summary.read' AND decision = 'allowed' AND region = '051' AND level IS NULL AND "by" IS NULL`,
    );
    expect(rows[0].n).toBeGreaterThanOrEqual(3);
  });

  test('comes as CSV for programs and for people, with the same numbers and a legend', async () => {
    const { body: answer } = await summary('051', '?level=county', district);
    const plain = await summary('051', '?level=county&format=csv', district);
    const [header, ...lines] = plain.text.trimEnd().split('\r\n');
    expect(header).toBe(
      'region,name,school_type,measure,column,value,from,to,status,schools_expected,schools_reported,pending',
    );
    expect(lines).toHaveLength(3 * (9 + 7));
    const open = answer.rows[0].consultations.REPORTED_TOTAL.value ?? '';
    expect(lines[8]).toContain(`consultations,REPORTED_TOTAL,${open},${open},${open},`);
    expect(lines.filter((line) => line.includes(',,,,hidden,')).length).toBeGreaterThan(0);

    const german = await summary('051', '?level=county&format=csv-de', district);
    expect(german.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    const cells = german.text
      .replace('\ufeff', '')
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(cells[0]?.slice(0, 2)).toEqual(['Region', 'Schulform']);
    expect(cells[2]?.[0]).toBe('05112 Duisburg');
    expect(cells[2]).toContain('.');
    expect(cells[2]?.at(-1)).toContain('. = aus Gründen der Geheimhaltung nicht veröffentlicht');
  });

  test('has a signed certificate that names attackers and width, and a digest of what was published', async () => {
    const auditor = await signedIn(kanon, 'auditor');
    const [release] = (await call(kanon, 'GET', '/v1/releases', { token: state?.token })).body.releases;
    const { body: answer } = await call(kanon, 'GET', `/v1/releases/${release.id}/certificate`, {
      token: auditor.token,
    });
    const keys = createLocalJWKSet((await call(kanon, 'GET', '/.well-known/jwks.json')).body);
    const { payload } = await compactVerify(answer.jws, keys);
    const claims = JSON.parse(new TextDecoder().decode(payload));
    expect(claims).toEqual(answer.certificate);
    expect(claims).toMatchObject({
      release: release.id,
      width: 4,
      hiddenAtLeast: 5,
      hiddenCells: release.hiddenCells,
    });
    const { rows } = await owner.query(
      `SELECT region, school_type AS "schoolType", schools_expected AS "schoolsExpected", schools_reported AS "schoolsReported",
         pending, consultations, pupils FROM release_row ORDER BY position`,
    );
    const { rows: heads } = await owner.query('SELECT columns FROM release');
    const published = canonicalJson({ columns: heads[0].columns, rows });
    expect(claims.publishedDigest).toBe(createHash('sha256').update(published).digest('hex'));
    const unknown = await call(kanon, 'GET', `/v1/releases/${randomUUID()}/certificate`, {
      token: auditor.token,
    });
    expect(unknown.status).toBe(404);
  });

  test('is never changed again, by nobody', async () => {
    await expect(owner.query('UPDATE release_row SET pupils = pupils')).rejects.toThrow('append-only');
    await expect(owner.query('DELETE FROM release')).rejects.toThrow();
    await expect(owner.query('TRUNCATE release_row')).rejects.toThrow('append-only');
  });
});

/** A second process, as far as the database can tell. */
async function startSecond({ settings }: TestApp): Promise<NestFastifyApplication> {
  const app = await createApplication(settings);
  await app.init();
  return app;
}
