/** The public code lists over HTTP: their shape, their pages, and what a wrong address is told. */
import { ImportLists } from '../../src/reference/import-lists.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import { OPEN_PERIOD, SCHOOLS, call, furnish, startApp, type TestApp } from '../setup/app.ts';
import { REGION_HEADER, listOf, regionLine } from './lists.ts';

let kanon: TestApp;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
  await kanon.app.get(ImportLists).regions(kanon.admin, listOf(REGION_HEADER, regionLine('05158004')));
});
afterAll(() => kanon.close());

const get = (path: string) => call(kanon, 'GET', path);
const keysOf = (body: { regions: { key: string }[] }): string[] => body.regions.map(({ key }) => key);

describe('regions', () => {
  test('are listed by key, from the Land down to its municipalities', async () => {
    const { status, body } = await get('/v1/regions');
    expect(status).toBe(200);
    expect(keysOf(body)).toHaveLength(1 + 5 + 53 + 1);
    expect(keysOf(body)).toEqual([...keysOf(body)].sort());
    expect(body.regions[0]).toEqual({
      key: '05',
      name: 'Nordrhein-Westfalen',
      kind: 'Land',
      parent: null,
      level: 'state',
      validFrom: '1975-01-01',
      validTo: null,
      successors: [],
    });
  });

  test('are narrowed by region and by level', async () => {
    expect(keysOf((await get('/v1/regions?level=district')).body)).toEqual([
      '051',
      '053',
      '055',
      '057',
      '059',
    ]);
    expect(keysOf((await get('/v1/regions?within=051&level=county')).body)).toHaveLength(15);
    expect(keysOf((await get('/v1/regions?within=05158')).body)).toEqual(['05158', '05158004']);
    expect(keysOf((await get('/v1/regions?within=09')).body)).toEqual([]);
  });

  test('are shown one by one', async () => {
    const { status, body } = await get('/v1/regions/05158004');
    expect(status).toBe(200);
    expect(body).toEqual({
      key: '05158004',
      name: 'Erfunden 05158004',
      kind: 'Stadt',
      parent: '05158',
      level: 'municipality',
      validFrom: '1975-01-01',
      validTo: null,
      successors: [],
    });
  });
});

describe('schools', () => {
  test('are listed with all that is public about them', async () => {
    const { status, body } = await get('/v1/schools?region=05112');
    expect(status).toBe(200);
    expect(body).toEqual({ schools: [{ ...SCHOOLS[2], successors: [] }], next: null });
  });

  test('come a page at a time, each once and in the order of their numbers', async () => {
    const numbers: string[] = [];
    let next: string | null = null;
    let pages = 0;
    do {
      const { body } = await get(`/v1/schools?region=05&limit=2${next ? `&after=${next}` : ''}`);
      const page = body as { schools: { number: string }[]; next: string | null };
      numbers.push(...page.schools.map(({ number }) => number));
      next = page.next;
      pages += 1;
    } while (next);
    expect(numbers).toEqual(['990001', '990002', '990003', '990004', '990005']);
    expect(pages).toBe(3);
  });

  test('have no next page where the last one is full', async () => {
    expect((await get('/v1/schools?region=05111&limit=2')).body.next).toBeNull();
    expect((await get('/v1/schools?region=053')).body.schools).toHaveLength(2);
    expect((await get('/v1/schools?region=09')).body).toEqual({ schools: [], next: null });
  });
});

describe('the scheme', () => {
  test('stands in a list of all of them, each as it is shown by itself', async () => {
    const { status, body } = await get('/v1/schemes');
    expect(status).toBe(200);
    expect(
      body.schemes.map((one: any) => [`${one.code}/${one.version}`, one.frequency, one.benefits.length]),
    ).toEqual([
      ['but-counselling/1', 'quarter', 7],
      ['but-counselling/2', 'half-year', 7],
      ['but-counselling/3', 'half-year', 4],
    ]);
    for (const one of body.schemes)
      expect((await get(`/v1/schemes/${one.code}/${one.version}`)).body).toEqual(one);
  });

  test('tells each benefit with its labels and its legal norm', async () => {
    const { status, body } = await get('/v1/schemes/but-counselling/1');
    expect(status).toBe(200);
    expect([body.code, body.version, body.frequency, body.benefits.length]).toEqual([
      'but-counselling',
      1,
      'quarter',
      7,
    ]);
    for (const benefit of body.benefits)
      expect(benefit).toEqual({
        code: expect.stringMatching(/^[A-Z]+$/),
        label: { de: expect.stringMatching(/./), en: expect.stringMatching(/./) },
        norm: expect.stringContaining('§ 28'),
      });
  });
});

describe('periods', () => {
  test('are listed with the policy that was fixed when they opened', async () => {
    const { status, body } = await get('/v1/periods');
    expect(status).toBe(200);
    expect(body).toEqual({
      periods: [
        {
          key: OPEN_PERIOD,
          scheme: 'but-counselling/1',
          policy: POLICY_1,
          opensOn: '2020-01-01',
          closesOn: '2090-01-01',
          state: 'open',
        },
      ],
    });
  });
});

describe('a wrong address', () => {
  test.each([
    ['/v1/regions/0515', '/key', '"0515"'],
    ['/v1/regions/Geheimnis', '/key', 'Geheimnis'],
    ['/v1/regions?within=Geheimnis', '/within', 'Geheimnis'],
    ['/v1/regions?level=Geheimnis', '/level', 'Geheimnis'],
    ['/v1/schools', '/region', undefined],
    ['/v1/schools?region=Geheimnis', '/region', 'Geheimnis'],
    ['/v1/schools?region=05&after=Geheimnis', '/after', 'Geheimnis'],
    ['/v1/schools?region=05&limit=0', '/limit', undefined],
    ['/v1/schools?region=05&limit=1001', '/limit', '1001'],
    ['/v1/schools?region=05&limit=Geheimnis', '/limit', 'Geheimnis'],
    ['/v1/schools?region=05&Geheimnis=1', undefined, 'Geheimnis'],
    ['/v1/schools?region=05&region=Geheimnis', '/region', 'Geheimnis'],
    ['/v1/schemes/GEHEIMNIS/1', '/code', 'GEHEIMNIS'],
    ['/v1/schemes/but-counselling/Geheimnis', '/version', 'Geheimnis'],
  ])('%s is told the place, and its value is not repeated', async (path, pointer, value) => {
    const { status, headers, text, body } = await get(path);
    expect([status, body.type]).toEqual([400, 'urn:kanon:problem:bad-request']);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    for (const finding of body.findings) expect(finding.pointer).toBe(pointer);
    expect(body.findings.length).toBeGreaterThan(0);
    if (value) expect(text).not.toContain(value);
  });

  test.each([
    '/v1/regions/09',
    '/v1/regions/05999',
    '/v1/schemes/but-counselling/9',
    '/v1/schemes/another/1',
  ])('%s is not found', async (path) => {
    const { status, body } = await get(path);
    expect([status, body.type]).toEqual([404, 'urn:kanon:problem:not-found']);
  });
});
