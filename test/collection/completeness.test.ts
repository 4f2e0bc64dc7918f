/** Completeness and returns: whether, never what. */
import { Participations } from '../../src/reference/participations.ts';
import { Reference } from '../../src/reference/reference.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import {
  OPEN_PERIOD,
  REPORT,
  SCHOOLS,
  call,
  furnish,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
  freeze,
} from '../setup/app.ts';

describe('completeness', () => {
  let kanon: TestApp;
  let reporter: Signed;
  let coordinator: Signed;
  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon, [
      ...SCHOOLS,
      { ...SCHOOLS[0]!, number: '990009' as never, name: '=cmd|"Erfunden"' },
    ]);
    reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    await put(REPORT);
  });
  afterAll(() => kanon.close());

  const put = (report: object) =>
    call(kanon, 'PUT', `/v1/schools/990001/reports/${OPEN_PERIOD}`, {
      token: reporter.token,
      body: JSON.stringify(report),
    });
  const get = (path: string, who: Signed) => call(kanon, 'GET', path, { token: who.token });
  const sendBack = (school: string, body: string, who = coordinator, county = '05111') =>
    call(kanon, 'POST', `/v1/regions/${county}/reports/${OPEN_PERIOD}/${school}/return`, {
      token: who.token,
      body,
    });
  const statusOf = async (school: string) => {
    const { body } = await get(`/v1/regions/05111/completeness/${OPEN_PERIOD}/schools`, coordinator);
    return body.schools.find((one: { school: string }) => one.school === school);
  };

  test('names to a coordinator the schools of the county that reported and that are missing, and no count', async () => {
    const { body, text } = await get(`/v1/regions/05111/completeness/${OPEN_PERIOD}/schools`, coordinator);
    expect(body.schools.map((one: { school: string; status: string }) => [one.school, one.status])).toEqual([
      ['990001', 'reported'],
      ['990002', 'missing'],
      ['990009', 'missing'],
    ]);
    expect(text).not.toMatch(/pupils|consultations|withheld/);
  });

  test('tells those above how many of how many, and leaves closed schools out', async () => {
    const state = await signedIn(kanon, 'state', { region: '05' });
    const { body } = await get(`/v1/regions/05/completeness/${OPEN_PERIOD}`, state);
    expect(
      body.counties.map((one: Record<string, unknown>) => [one['region'], one['reported'], one['expected']]),
    ).toEqual([
      ['05111', 1, 3],
      ['05112', 0, 1],
      ['05315', 0, 1],
    ]);
    const district = await signedIn(kanon, 'district', { region: '051' });
    const own = await get(`/v1/regions/051/completeness/${OPEN_PERIOD}`, district);
    expect(own.body.counties.map((one: Record<string, unknown>) => [one['region'], one['reported']])).toEqual(
      [
        ['05111', 1],
        ['05112', 0],
      ],
    );
  });

  test('gives the reminder list as CSV that a spreadsheet opens and does not run', async () => {
    const answer = await get(
      `/v1/regions/05111/completeness/${OPEN_PERIOD}/schools?status=missing&format=csv-de`,
      coordinator,
    );
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const lines = answer.text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(
      'Schulnummer;Schule;Schulform;Kreis;Stand;gemeldet am;Grund der Rückgabe;Teilnahme',
    );
    expect(lines[1]).toMatch(/;Kreis 05111;fehlt;;;/);
    expect(answer.text).not.toMatch(/missing|FUNDED|OTHER|VACANT/);
    expect(lines[2]).toContain(`"'=cmd|""Erfunden"""`);
  });

  test('a report that is sent back counts as missing until it comes again, unchanged or not', async () => {
    expect((await sendBack('990001', '{"reason":"WRONG_PERIOD"}')).status).toBe(200);
    expect(await statusOf('990001')).toMatchObject({ status: 'returned', returnReason: 'WRONG_PERIOD' });
    expect((await sendBack('990001', '{"reason":"WRONG_PERIOD"}')).status).toBe(409);
    const history = await get(`/v1/schools/990001/reports/${OPEN_PERIOD}/history`, reporter);
    expect(history.body.revisions[0].returned).toMatchObject({
      reason: 'WRONG_PERIOD',
      text: { de: expect.any(String) },
    });
    const again = await put(REPORT);
    expect([again.body.outcome, again.body.revisionNumber]).toEqual(['stored', 2]);
    expect(await statusOf('990001')).toMatchObject({ status: 'reported', returnReason: null });
  });

  test('a school whose post is vacant is expected and missing, and stands apart; one that takes no part does not count', async () => {
    const participations = kanon.app.get(Participations);
    const change = (school: string, kind: 'VACANT' | 'NONE' | 'FUNDED') =>
      participations.change(
        kanon.admin,
        { period: OPEN_PERIOD, school: school as SchoolNumber },
        { kind, reason: 'LIST_WRONG' },
      );
    await change('990002', 'VACANT');
    await change('990009', 'NONE');
    const counts = await get(`/v1/regions/05111/completeness/${OPEN_PERIOD}`, coordinator);
    expect(counts.body.counties).toEqual([
      { region: '05111', name: 'Düsseldorf', expected: 2, reported: 1, returned: 0, missing: 1, vacant: 1 },
    ]);
    const asCsv = await get(`/v1/regions/05111/completeness/${OPEN_PERIOD}?format=csv`, coordinator);
    expect(asCsv.text).toContain(
      'region,name,expected,reported,returned,missing,vacant\r\n05111,Düsseldorf,2,1,0,1,1',
    );
    const { body } = await get(`/v1/regions/05111/completeness/${OPEN_PERIOD}/schools`, coordinator);
    expect(
      body.schools.map((one: Record<string, unknown>) => [
        one['school'],
        one['status'],
        one['participation'],
      ]),
    ).toEqual([
      ['990001', 'reported', 'FUNDED'],
      ['990002', 'missing', 'VACANT'],
    ]);
    // Somebody came after all: a vacant post is expected, so its report is taken.
    const successor = await signedIn(kanon, 'reporter', { schools: ['990002'] });
    const late = await call(kanon, 'PUT', `/v1/schools/990002/reports/${OPEN_PERIOD}`, {
      token: successor.token,
      body: JSON.stringify(REPORT),
    });
    expect(late.status).toBe(201);
    const after = await get(`/v1/regions/05111/completeness/${OPEN_PERIOD}`, coordinator);
    expect(after.body.counties[0]).toMatchObject({ expected: 2, reported: 2, missing: 0, vacant: 0 });
    await change('990009', 'FUNDED');
  });

  test('the county that a period fixed goes on seeing its school, also where the register has moved it', async () => {
    const moved = { ...SCHOOLS[0]!, region: '05112' as RegionKey };
    await kanon.app.get(Reference).putSchools(kanon.admin, [moved]);
    expect(await statusOf('990001')).toMatchObject({ status: 'reported', region: '05111' });
    const other = await signedIn(kanon, 'coordinator', { region: '05112' });
    const { body } = await get(`/v1/regions/05112/completeness/${OPEN_PERIOD}/schools`, other);
    expect(body.schools.map((one: { school: string }) => one.school)).toEqual(['990003']);
    expect((await sendBack('990001', '{"reason":"WRONG_PERIOD"}', other, '05112')).status).toBe(409);
    await kanon.app.get(Reference).putSchools(kanon.admin, [SCHOOLS[0]!]);
  });

  test('only a reason code comes with it, and only for a report of the own county', async () => {
    for (const body of [
      '{"reason":"Erika ist krank"}',
      '{"reason":"WRONG_PERIOD","note":"Erika"}',
      '{}',
      '"WRONG_PERIOD"',
      '{"reason":1}',
    ]) {
      const answer = await sendBack('990001', body);
      expect([answer.status, answer.text.includes('Erika')]).toEqual([400, false]);
    }
    expect((await sendBack('990004', '{"reason":"WRONG_PERIOD"}')).status).toBe(409);
    expect((await sendBack('990004', '{"reason":"WRONG_PERIOD"}', coordinator, '05315')).status).toBe(403);
    expect((await sendBack('990001', '{"reason":"WRONG_PERIOD"}', reporter)).status).toBe(403);
  });

  test('nothing is sent back once the period is frozen', async () => {
    const officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    await freeze(kanon, OPEN_PERIOD, officer.token);
    const late = await sendBack('990001', '{"reason":"SCHOOL_ASKED"}');
    expect([late.status, late.body.type]).toEqual([409, 'urn:kanon:problem:conflict']);
  });
});
