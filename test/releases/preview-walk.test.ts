/** What corrections would hide is asked for, seen and chosen before anything is published, over HTTP. */
import pg from 'pg';
import { Publisher } from '../../src/releases/publish.ts';
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
  MEANT,
} from '../setup/app.ts';

const COUNTIES = ['05111', '05112', '05113', '05315', '05316', '05314'];
const SCHOOLS = COUNTIES.flatMap((region, county) =>
  Array.from({ length: 6 }, (_, n): School => ({
    number: String(990_000 + 10 * county + n) as SchoolNumber,
    name: `Erfundene Schule ${n}`,
    type: n % 2 === 0 ? 'Grundschule' : 'Gymnasium',
    region: region as RegionKey,
    roll: 300,
    validFrom: '2000-08-01',
    validTo: null,
  })),
);
const OTHERS = ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'];
/** Each counts one pupil more later: the three together are fewer than k, so no two versions may tell the difference. */
const CORRECTED = ['990000', '990002', '990004'];
const COUNTS = new Set([
  'version',
  'schoolsTaken',
  'schoolsWaiting',
  'cells',
  'hidden',
  'totalsHidden',
  'hiddenBefore',
  'hiddenAnew',
  'totalsHiddenAnew',
  'hiddenShare',
  'schoolsExpected',
  'schoolsReported',
]);

describe('a release that is looked at before it is one', () => {
  let kanon: TestApp;
  let owner: pg.Client;
  let [first, second, state]: Signed[] = [];
  const reporters = new Map<string, Signed>();
  const pupilsOf = (at: number): number => 6 + (at % 7);

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon, SCHOOLS);
    owner = new pg.Client(kanon.database.ownerUrl);
    await owner.connect();
    first = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    second = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    state = await signedIn(kanon, 'state', { region: '05' });
    for (const [i, { number }] of SCHOOLS.entries()) {
      reporters.set(number, await signedIn(kanon, 'reporter', { schools: [number] }));
      await report(number, pupilsOf(i));
    }
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  async function report(school: string, pupils: number): Promise<void> {
    const answer = await call(kanon, 'PUT', `/v1/schools/${school}/reports/${OPEN_PERIOD}`, {
      token: reporters.get(school)?.token,
      body: JSON.stringify({
        scheme: 'but-counselling/1',
        policy: 1,
        cells: [{ benefits: ['MITTAG'], pupils, consultations: 2 * pupils }],
        none: OTHERS,
        withheld: [],
      }),
    });
    if (answer.status > 201) throw new Error(answer.text);
  }

  const ask = (method: string, step: string, who: Signed | undefined, body?: unknown) =>
    call(kanon, method, `/v1/periods/${OPEN_PERIOD}/${step}`, {
      token: who?.token,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const published = () => kanon.app.get(Publisher).publishAsked();
  const progress = async () => (await ask('GET', 'state', first)).body;
  const preview = async () => (await ask('GET', 'preview', first)).body;
  const versions = async (): Promise<number[]> =>
    (await owner.query<{ version: number }>('SELECT version FROM release ORDER BY version')).rows.map(
      (row) => row.version,
    );
  const reopen = () => ask('POST', 'corrections', first, { until: '2099-12-31' });

  /** Shown cells of every region row, by place. */
  async function shown(version: number): Promise<Map<string, number>> {
    const cells = new Map<string, number>();
    for (const level of ['state', 'district', 'county']) {
      const path = `/v1/regions/05/summaries/${OPEN_PERIOD}?level=${level}&version=${version}`;
      const { body } = await call(kanon, 'GET', path, {
        token: state?.token,
        headers: { 'kanon-purpose': 'PLANNING' },
      });
      for (const row of body.rows)
        for (const measure of ['consultations', 'pupils'])
          for (const [column, { value }] of Object.entries<{ value: number | null }>(row[measure]))
            if (value !== null) cells.set([row.region, measure, column].join(' '), value);
    }
    return cells;
  }

  /** Names of the fields that hold a number, and what they hold. */
  function numbersIn(value: unknown, name = ''): [string, number][] {
    if (typeof value === 'number') return [[name, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([field, inner]) =>
      numbersIn(inner, Array.isArray(value) ? name : field),
    );
  }

  test('is not there before the period is frozen', async () => {
    expect((await ask('POST', 'preview', first)).status).toBe(409);
    expect(await preview()).toEqual({
      period: OPEN_PERIOD,
      state: 'none',
      askedAt: null,
      failure: null,
      preview: null,
    });
  });

  test('says why there can be none, and is asked for again', async () => {
    await ask('POST', 'freeze', first, MEANT);
    await owner.query('ALTER TABLE report DISABLE TRIGGER only_while_open');
    const sabotage = (cells: string) =>
      owner.query('UPDATE report SET cells = $2 WHERE school = $1', ['990000', [cells]]);
    await sabotage('UNBEKANNT');
    expect((await ask('POST', 'preview', first)).status).toBe(202);
    await published();
    expect(await preview()).toMatchObject({ state: 'failed', failure: 'protection-failed', preview: null });
    await sabotage('MITTAG');
    await owner.query('ALTER TABLE report ENABLE TRIGGER only_while_open');
    expect((await ask('POST', 'preview', first)).body).toMatchObject({ state: 'computing', failure: null });
    await published();
    expect((await progress()).state).toBe('frozen');
  });

  test('of a first release tells how much is hidden at each level', async () => {
    const { state: at, preview: result } = await preview();
    expect([at, result.version, result.isNew, result.needsChoice]).toEqual(['ready', 1, true, false]);
    expect([result.schoolsTaken, result.schoolsWaiting, result.hiddenAnew]).toEqual([0, 0, []]);
    expect([result.schoolsReported, result.schoolsExpected, result.useless]).toEqual([36, 36, []]);
    expect(result.levels.map((it: any) => it.hiddenShare)).toEqual([0, 0, 0, 0]);
    const told = result.levels.map((it: any) => [it.level, it.cells, it.hidden, it.hiddenBefore]);
    expect(told).toEqual([
      ['state', 16, 0, null],
      ['district', 32, 0, null],
      ['county', 96, 0, null],
      ['school-type', 64, 0, null],
    ]);
  });

  test('is gone with the release; and before a first one nothing can be kept back', async () => {
    expect((await ask('POST', 'release', second, { corrections: 'keep' })).status).toBe(409);
    expect((await ask('POST', 'release', second)).status).toBe(202);
    expect((await ask('POST', 'preview', first)).status).toBe(409);
    await published();
    expect(await progress()).toEqual({ period: OPEN_PERIOD, state: 'released', failure: null });
    expect((await preview()).state).toBe('none');
  });

  test('names every place that a correction would hide, and no number of it', async () => {
    await reopen();
    for (const school of CORRECTED)
      await report(school, 1 + pupilsOf(SCHOOLS.findIndex(({ number }) => number === school)));
    await ask('POST', 'freeze', first, MEANT);
    await ask('POST', 'preview', second);
    await published();
    const body = await preview();
    const { preview: result } = body;
    expect([body.state, result.version, result.isNew, result.needsChoice]).toEqual(['ready', 2, true, true]);
    expect([result.schoolsTaken, result.schoolsWaiting]).toEqual([3, 0]);
    const places = result.hiddenAnew.filter((place: any) => place.schoolType === null);
    expect(places.map((place: any) => `${place.region} ${place.measure} ${place.column}`)).toEqual(
      ['05', '051', '05111'].flatMap((region) => [
        `${region} consultations MITTAG`,
        `${region} consultations REPORTED_TOTAL`,
        `${region} pupils MITTAG`,
      ]),
    );
    expect(
      result.levels.map((it: any) => [it.hiddenBefore, it.hidden, it.hiddenAnew, it.totalsHiddenAnew]),
    ).toEqual([0, 1, 2, 3].map(() => [0, 3, 3, 1]));
    const numbers = numbersIn(body);
    expect(numbers.filter(([name]) => !COUNTS.has(name))).toEqual([]);
    const large = new Set([...(await shown(1)).values()].filter((value) => value > 100));
    expect(large.size).toBeGreaterThan(3);
    expect(numbers.filter(([, value]) => large.has(value))).toEqual([]);
    const { rows } = await owner.query('SELECT result::text AS text FROM release_preview');
    expect(rows).toEqual([{ text: JSON.stringify(result) }]);
  });

  test('comes by itself where a release would hide such a place and nobody has chosen', async () => {
    await owner.query('DELETE FROM release_preview');
    expect((await ask('POST', 'release', second)).status).toBe(202);
    await published();
    expect(await progress()).toEqual({ period: OPEN_PERIOD, state: 'frozen', failure: 'would-hide' });
    expect(await versions()).toEqual([1]);
    const { state: at, preview: result } = await preview();
    expect([at, result.needsChoice]).toEqual(['ready', true]);
  });

  test.each([{}, { corrections: 'all' }, { corrections: null }, { corrections: 'keep', more: 1 }, []])(
    'is not answered by %j',
    async (body) => {
      const { status, body: problem } = await ask('POST', 'release', second, body);
      expect([status, problem.findings[0].pointer]).toEqual([400, '/corrections']);
    },
  );

  test('leaves the choice to a second person', async () => {
    for (const corrections of ['publish', 'keep'])
      expect((await ask('POST', 'release', first, { corrections })).body.type).toBe(
        'urn:kanon:problem:same-person',
      );
    expect((await progress()).state).toBe('frozen');
  });

  test('may be answered by keeping all corrections: nothing new is released, and the officers know whose wait', async () => {
    expect((await ask('POST', 'release', second, { corrections: 'keep' })).status).toBe(202);
    await published();
    expect(await progress()).toEqual({ period: OPEN_PERIOD, state: 'released', failure: 'corrections-kept' });
    expect((await ask('GET', 'corrections', first)).body.kept).toEqual(CORRECTED);
    expect([await versions(), (await preview()).state]).toEqual([[1], 'none']);
    const { rows } = await owner.query('SELECT release_corrections AS chosen FROM period');
    expect(rows).toEqual([{ chosen: 'keep' }]);
  });

  test('is deleted when the period opens again, and the choice with it', async () => {
    await owner.query(`INSERT INTO release_preview (tenant, period) VALUES ('05', $1)`, [OPEN_PERIOD]);
    expect((await preview()).state).toBe('computing');
    expect((await reopen()).status).toBe(200);
    expect((await preview()).state).toBe('none');
    const { rows } = await owner.query('SELECT release_corrections AS chosen FROM period');
    expect(rows).toEqual([{ chosen: null }]);
  });

  test('may be answered by publishing in spite of it: what waited is in the new version, and the old one stays', async () => {
    const before = await shown(1);
    await ask('POST', 'freeze', second, MEANT);
    expect((await ask('POST', 'release', first, { corrections: 'publish' })).status).toBe(202);
    await published();
    expect(await progress()).toEqual({ period: OPEN_PERIOD, state: 'released', failure: null });
    expect(await versions()).toEqual([1, 2]);
    expect((await ask('GET', 'corrections', first)).body.kept).toEqual([]);
    const after = await shown(2);
    const gone = [...before.keys()].filter((place) => !after.has(place));
    expect(gone).toHaveLength(9);
    expect(gone).toContain('05 consultations REPORTED_TOTAL');
    expect(await shown(1)).toEqual(before);
  });
});
