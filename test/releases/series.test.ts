/** A region's figures over several periods, and a summary in every format, as the service answers them. */
import pg from 'pg';
import { FORMAT_NAMES } from '../../src/formats/formats.ts';
import { rateOf } from '../../src/releases/series-rates.ts';
import type { NamedRow } from '../../src/releases/release.store.ts';
import { insertion, uuid } from '../access/two-laender.ts';
import { call, furnish, SCHOOLS, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

const PERIODS = ['2024-Q3', '2024-Q4', '2025-Q1', '2024'];
const COLUMNS = ['LERNFOERDERUNG', 'NOT_ITEMISED', 'REPORTED_TOTAL'];
/** Of each release: period, version, day, and the consultations that each region shows. */
const RELEASES = [
  ['2024-Q3', 1, '2024-11-01', [40, 0, 40]],
  ['2024-Q3', 2, '2025-03-01', [null, 0, null]],
  ['2024-Q4', 1, '2025-02-01', [50, 10, 60]],
  ['2025-Q1', 1, '2025-05-01', [null, null, 70]],
  ['2024', 1, '2025-06-01', [90, 0, 90]],
] as const;
const idOf = (at: number): string => uuid(600 + at);

describe('a series', () => {
  let kanon: TestApp;
  let owner: pg.Client;
  let [reporter, coordinator, district, state, officer]: Signed[] = [];

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = new pg.Client(kanon.database.ownerUrl);
    await owner.connect();
    const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
      owner.query(insertion(table, row));
    for (const key of PERIODS) {
      await insert('period', {
        ...{ tenant: '05', key, scheme: 'but-counselling/1', policy: 1, k: 5 },
        ...{ opens_on: '2020-01-01', closes_on: '2025-12-31', schools_fixed_at: '2024-01-01' },
      });
      // In Düsseldorf the rolls are known, in Duisburg one is not.
      for (const { number, region, type } of SCHOOLS.slice(0, 4))
        await insert('period_school', {
          ...{ tenant: '05', period: key, school: number, region, type, kind: 'FUNDED' },
          roll: region === '05112' ? null : 2000,
        });
    }
    for (const [at, [period, version, day, consultations]] of RELEASES.entries()) {
      await insert('release', {
        ...{ tenant: '05', id: idOf(at), period, version, scheme: 'but-counselling/1', policy: 1 },
        ...{ columns: COLUMNS, hidden_cells: 2, withholding_schools: null, released_at: day },
      });
      for (const [position, [region, type, schools]] of (
        [
          ['05', '', 4],
          ['051', '', 3],
          ['051', 'Grundschule', 2],
          ['05111', '', 2],
          ['05112', '', 1],
          ['05315', '', 1],
        ] as const
      ).entries())
        await insert('release_row', {
          ...{ tenant: '05', release: idOf(at), position, region, school_type: type, pending: false },
          ...{
            schools_expected: schools,
            schools_reported: schools,
            consultations,
            pupils: [consultations[0] && 20],
          },
        });
    }
    reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    district = await signedIn(kanon, 'district', { region: '051' });
    state = await signedIn(kanon, 'state', { region: '05' });
    officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const read = (query: string, who: Signed | undefined = state, region = '051') =>
    call(kanon, 'GET', `/v1/regions/${region}/series?${query}`, {
      token: who?.token,
      headers: { 'kanon-purpose': 'PLANNING' },
    });
  const ALL = 'from=2024-Q1&to=2025-Q4';

  test('is one tidy table of the newest version of each period of that length', async () => {
    const { status, body } = await read(ALL);
    expect([status, body.format, body.regionName, body.level]).toEqual([
      200,
      'kanon-series/1',
      'Düsseldorf',
      'district',
    ]);
    expect(body.periods.map(({ release }: any) => [release.period, release.version])).toEqual([
      ['2024-Q3', 2],
      ['2024-Q4', 1],
      ['2025-Q1', 1],
    ]);
    expect(body.rows).toHaveLength(3 * 4);
    expect(
      body.rows
        .filter(({ column }: any) => column === 'LERNFOERDERUNG')
        .map((row: any) => [row.period, row.measure, row.version, row.value, row.from, row.to, row.status]),
    ).toEqual([
      ['2024-Q3', 'consultations', 2, null, null, null, 'hidden'],
      ['2024-Q3', 'pupils', 2, null, null, null, 'hidden'],
      ['2024-Q4', 'consultations', 1, 50, 50, 60, 'open'],
      ['2024-Q4', 'pupils', 1, 20, 20, null, 'open'],
      ['2025-Q1', 'consultations', 1, null, null, null, 'hidden'],
      ['2025-Q1', 'pupils', 1, null, null, null, 'hidden'],
    ]);
    // The same cells as in the summary of the period.
    const summary = await call(kanon, 'GET', '/v1/regions/051/summaries/2024-Q4', {
      token: state?.token,
      headers: { 'kanon-purpose': 'PLANNING' },
    });
    for (const row of body.rows.filter(({ period }: any) => period === '2024-Q4')) {
      const { value, from, to, status: mark } = row;
      expect({ value, from, to, status: mark }).toEqual(summary.body.rows[0][row.measure][row.column]);
    }
  });

  test('says what a newer version hides, by place and without a number', async () => {
    const { body } = await read(ALL);
    expect(body.periods.map(({ hiddenAnew }: any) => hiddenAnew)).toEqual([
      [
        {
          region: '051',
          schoolType: null,
          level: 'district',
          measure: 'consultations',
          column: 'LERNFOERDERUNG',
        },
        {
          region: '051',
          schoolType: null,
          level: 'district',
          measure: 'consultations',
          column: 'REPORTED_TOTAL',
        },
        { region: '051', schoolType: null, level: 'district', measure: 'pupils', column: 'LERNFOERDERUNG' },
      ],
      [],
      [],
    ]);
    const { text } = await read(`${ALL}&format=csv`);
    const lines = text.split('\r\n').filter((line) => line.startsWith('2024-Q3,2,051'));
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['true', 'false', 'true', 'true']);
  });

  test('as of a moment has the versions of that moment, and after one only what was released since', async () => {
    const versions = async (query: string) =>
      (await read(`${ALL}&${query}`)).body.periods.map(
        ({ release }: any) => `${release.period}/${release.version}`,
      );
    expect(await versions('asOf=2025-02-15T00:00:00Z')).toEqual(['2024-Q3/1', '2024-Q4/1']);
    expect(await versions('updatedAfter=2025-02-15T00:00:00Z')).toEqual(['2024-Q3/2', '2025-Q1/1']);
    expect(await versions('asOf=2025-03-15T00:00:00Z&updatedAfter=2025-02-15T00:00:00Z')).toEqual([
      '2024-Q3/2',
    ]);
    expect(await versions('updatedAfter=2026-01-01T00:00:00Z')).toEqual([]);
    expect((await read(`${ALL}&asOf=2020-01-01T00:00:00Z`)).body.type).toBe('urn:kanon:problem:not-released');
    expect((await read('from=2020&to=2030')).body.periods.map(({ release }: any) => release.period)).toEqual([
      '2024',
    ]);
  });

  test('has a rate where the number is certain, the roll is known and large, and no school stands alone', async () => {
    const rates = async (region: string, who = state, query = 'from=2024-Q4&to=2024-Q4') =>
      Object.fromEntries(
        (await read(query, who, region)).body.rows
          .filter(({ measure }: any) => measure === 'consultations')
          .map(({ column, per1000 }: any) => [column, per1000]),
      );
    // Four schools, one without a roll; then two, each of 2,000.
    expect(await rates('05')).toEqual({ LERNFOERDERUNG: null, NOT_ITEMISED: null, REPORTED_TOTAL: null });
    expect(await rates('05111')).toEqual({ LERNFOERDERUNG: null, NOT_ITEMISED: null, REPORTED_TOTAL: null });
    await owner.query(`UPDATE period_school SET roll = 1000 WHERE school = '990003' AND period = '2024-Q4'`);
    expect(await rates('05')).toEqual({ LERNFOERDERUNG: null, NOT_ITEMISED: 1.4, REPORTED_TOTAL: 8.6 });
    // Whoever reads the row gets the same, however few of its schools are theirs.
    for (const who of [reporter, coordinator, district, officer])
      expect((await rates('05', who))['REPORTED_TOTAL']).toBe(8.6);
    // A row that expects another number of schools than the period has is another table.
    await owner.query(
      `UPDATE period_school SET kind = 'NONE' WHERE school = '990003' AND period = '2024-Q4'`,
    );
    expect((await rates('05'))['REPORTED_TOTAL']).toBeNull();
    expect((await read('from=2024-Q4&to=2024-Q4', officer)).status).toBe(200);
  });

  test.each([
    ['from=2024-Q1', 'to'],
    ['from=2024-Q1&to=2025', 'to'],
    ['from=2025-Q1&to=2024-Q1', 'to'],
    ['from=2010-Q1&to=2025-Q4', 'to'],
    ['from=2024-Q1&to=2025-Q4&asOf=gestern', 'asOf'],
    ['from=x&to=2025-Q4', 'from'],
  ])('of %s is refused, by the place %s', async (query, place) => {
    const { status, body } = await read(query);
    expect([status, body.findings.map(({ pointer }: any) => pointer.split('/').at(-1))]).toEqual([
      400,
      [place],
    ]);
  });

  test('is read by whoever may read the summary, and by nobody else', async () => {
    for (const [who, region, query, status] of [
      [reporter, '05111', ALL, 200],
      [reporter, '05112', ALL, 403],
      [reporter, '051', `${ALL}&level=county`, 403],
      [coordinator, '051', ALL, 200],
      [coordinator, '051', `${ALL}&by=school-type`, 403],
      [district, '051', `${ALL}&level=county`, 200],
      [district, '051', `${ALL}&by=school-type`, 200],
      [district, '053', ALL, 403],
      [district, '05', `${ALL}&level=county`, 403],
    ] as const)
      expect([region, query, (await read(query, who, region)).status]).toEqual([region, query, status]);
    const counties = await read(`${ALL}&level=county`, district);
    expect([...new Set(counties.body.rows.map(({ region }: any) => region))]).toEqual(['05111', '05112']);
    const types = await read(`${ALL}&by=school-type&format=csv-de`, district);
    expect(types.text).toContain('051 Düsseldorf;Grundschule;Beratungen;');
  });

  test('leaves one entry that names the releases it was of', async () => {
    const somebody = await signedIn(kanon, 'district', { region: '051' });
    await read(`${ALL}&asOf=2025-02-15T00:00:00Z`, somebody);
    const { rows } = await owner.query(
      'SELECT action, region, period, purpose, object FROM access_entry WHERE account = $1',
      [somebody.actor.account],
    );
    expect(rows).toEqual([
      {
        ...{ action: 'series.read', region: '051', period: null, purpose: 'PLANNING' },
        object: 'from=2024-Q1 to=2025-Q4 asOf=2025-02-15T00:00:00.000Z releases=2024-Q3/1+2024-Q4/1',
      },
    ]);
  });

  describe('a summary', () => {
    const summary = (query: string, headers: Record<string, string> = {}, who = district) =>
      call(kanon, 'GET', `/v1/regions/051/summaries/2024-Q3${query}`, {
        token: who?.token,
        headers: { 'kanon-purpose': 'PLANNING', ...headers },
      });

    test.each(FORMAT_NAMES)(
      'as %s has its type, its name and an ETag of its own, which makes 304',
      async (format) => {
        const said = await summary(`?level=county&format=${format}`);
        const etag = said.headers.get('etag')!;
        expect([said.status, etag, said.headers.get('vary')]).toEqual([
          200,
          format === 'json' ? `"${idOf(1)}"` : `"${idOf(1)}.${format}"`,
          expect.stringContaining('Accept'),
        ]);
        const name = said.headers.get('content-disposition');
        if (format === 'json') expect(name).toBeNull();
        else expect(name).toMatch(/^attachment; filename="kanon-051-2024-Q3-county-v2\.[a-z.-]+"$/);
        const held = await summary(`?level=county&format=${format}`, { 'if-none-match': etag });
        expect([held.status, held.text]).toEqual([304, '']);
        const first = await summary(`?level=county&version=1&format=${format}`);
        expect([first.status, first.headers.get('etag')!.startsWith(`"${idOf(0)}`)]).toEqual([200, true]);
      },
    );

    test('is in the format that Accept asks for, and the entry says which', async () => {
      const somebody = await signedIn(kanon, 'district', { region: '051' });
      for (const [accept, type] of [
        ['application/pdf', 'application/pdf'],
        ['application/vnd.sdmx.data+csv;version=2.1.0', 'application/vnd.sdmx.data+csv;version=2.1.0'],
        ['text/html', 'application/json; charset=utf-8'],
      ] as const)
        expect((await summary('', { accept }, somebody)).headers.get('content-type')).toBe(type);
      // What the address says comes first.
      expect(
        (await summary('?format=csv', { accept: 'application/pdf' }, somebody)).headers.get('content-type'),
      ).toMatch(/^text\/csv/);
      const { rows } = await owner.query('SELECT object FROM access_entry WHERE account = $1 ORDER BY at', [
        somebody.actor.account,
      ]);
      expect(rows.map(({ object }: any) => object)).toEqual([
        'format=pdf',
        'format=sdmx-csv',
        null,
        'format=csv',
      ]);
    });
  });
});

describe('a rate', () => {
  const cell = { value: 30, from: 30, to: 30, status: 'open' as const };
  const row = { schoolsExpected: 3, region: '051', schoolType: '' } as NamedRow;

  test.each([
    ['is the number for 1,000 pupils', cell, 600, row, 50],
    ['needs a roll of 100 × k', cell, 499, row, null],
    ['needs a roll at all', cell, null, row, null],
    ['is none of two schools', cell, 600, { ...row, schoolsExpected: 2 }, null],
    ['is none of a range', { ...cell, to: 40 }, 600, row, null],
    ['is none where no upper end is known', { ...cell, to: null }, 600, row, null],
    [
      'is none of a hidden number',
      { value: null, from: null, to: null, status: 'hidden' as const },
      600,
      row,
      null,
    ],
  ])('%s', (_, of, roll, at, rate) => {
    expect(rateOf(of, roll, at, 1)).toBe(rate);
  });

  test('is none under a policy that nobody knows', () => {
    expect(rateOf(cell, 600, row, 99)).toBeNull();
  });
});
