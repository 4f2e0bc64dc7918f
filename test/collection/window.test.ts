/** When and for whom reports are taken, and by which scheme and policy: over HTTP, each cause apart. */
import {
  furnish,
  OPEN_PERIOD,
  REPORT,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
  freeze,
} from '../setup/app.ts';
import { findingsIn, openPeriod, placeOf, put, reportWith, rows } from './scene.ts';

let kanon: TestApp;
let reporter: Signed;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
  await rows(
    kanon,
    `INSERT INTO policy (tenant, number, k, minimum_schools, pooling_weight, width, anonymiser)
     VALUES ('05', 3, 10, 3, 3, 4, 1)`,
  );
  await openPeriod(kanon, '2026-Q2', { opensOn: '2089-01-01' });
  await openPeriod(kanon, '2026-Q3', { closesOn: '2020-01-02' });
  await openPeriod(kanon, '2026-Q4');
  await openPeriod(kanon, '2027-Q1');
  await openPeriod(kanon, '2027-Q2', { policy: 3 });
  reporter = await signedIn(kanon, 'reporter', { schools: ['990001', '990005'] });
  const officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
  const { token } = officer;
  for (const period of ['2026-Q4', '2027-Q1']) expect((await freeze(kanon, period, token)).status).toBe(200);
  await rows(
    kanon,
    `UPDATE period SET state = 'released', release_asked_at = now(), release_asked_by = gen_random_uuid(),
       release_asked_person = gen_random_uuid() WHERE key = '2027-Q1'`,
  );
});
afterAll(() => kanon.close());

const stored = async () => (await rows(kanon, 'SELECT FROM report')).length;

describe('a report is refused by its window', () => {
  test.each([
    ['of a school that does not exist in the period', '990005', OPEN_PERIOD, 'school-not-active'],
    ['before the period opens', '990001', '2026-Q2', 'not-yet-open'],
    ['after the last day', '990001', '2026-Q3', 'closed'],
    ['once the period is frozen', '990001', '2026-Q4', 'frozen'],
    ['once the period is released', '990001', '2027-Q1', 'released'],
    ['for the school first, since waiting would not mend that', '990005', '2026-Q3', 'school-not-active'],
  ])('%s', async (_, school, period, cause) => {
    const answer = await put(kanon, reporter, placeOf(school, period), REPORT);
    expect([answer.status, findingsIn(answer.body)]).toEqual([422, [`window ${cause} `]]);
    const tried = await put(kanon, reporter, `${placeOf(school, period)}?dryRun=true`, REPORT);
    expect(findingsIn(tried.body)).toEqual([`window ${cause} `]);
    expect(await stored()).toBe(0);
  });
});

test('a period that does not exist is not found, and a school number or period of another form is told its form', async () => {
  for (const period of ['2031-Q1', '2026-S1', '2026']) {
    const { status, body } = await put(kanon, reporter, placeOf('990001', period), REPORT);
    expect([period, status, body.type]).toEqual([period, 404, 'urn:kanon:problem:not-found']);
  }
  const places = ['2026-q1', '2026-Q5', '2026-Q1%20', '26-Q1'];
  for (const [place, wrong] of [
    ...places.map((period) => [placeOf('990001', period), 'period'] as const),
    [placeOf('99000'), 'school'],
    [placeOf('990001a'), 'school'],
  ] as const) {
    const answer = await put(kanon, reporter, place, REPORT);
    expect([place, answer.status, answer.body.type, findingsIn(answer.body)]).toEqual([
      place,
      400,
      'urn:kanon:problem:bad-request',
      [`${wrong} /${wrong}`],
    ]);
  }
  expect(await stored()).toBe(0);
});

describe('the scheme and the policy are those of the period', () => {
  test('and a report made by another policy is told which one to use', async () => {
    const answer = await put(kanon, reporter, placeOf(), { ...REPORT, policy: 77 });
    expect(findingsIn(answer.body)).toEqual(['policy policy /policy']);
    expect(answer.body.findings[0].reason.en).toBe('This period uses policy 1. Please pool again under it.');
    expect(answer.text).not.toContain('77');
    const later = await put(
      kanon,
      reporter,
      placeOf('990001', '2027-Q2'),
      reportWith({ pupils: 12, consultations: 12 }),
    );
    expect(findingsIn(later.body)).toContain('policy policy /policy');
    expect(JSON.stringify(later.body.findings)).toContain('This period uses policy 3.');
  });

  test('and its k is the one that counts', async () => {
    const under = (first: number, second: number) => ({
      ...reportWith({ pupils: first, consultations: 20 }, { pupils: second }),
      policy: 3,
    });
    const small = await put(kanon, reporter, placeOf('990001', '2027-Q2'), under(10, 9));
    expect(findingsIn(small.body)).toEqual(['threshold /cells/1/pupils']);
    expect((await put(kanon, reporter, placeOf('990001', '2027-Q2'), under(10, 10))).status).toBe(201);
    expect(await rows(kanon, 'SELECT policy, k FROM report')).toEqual([{ policy: 3, k: 10 }]);
  });

  test('and a report by another scheme is told which one to use', async () => {
    const answer = await put(kanon, reporter, placeOf(), { ...REPORT, scheme: 'kind-erika/17' });
    expect(findingsIn(answer.body)).toEqual(['policy scheme /scheme']);
    expect(answer.body.findings[0].reason.en).toBe('This period uses the scheme but-counselling/1.');
    expect(answer.text).not.toMatch(/erika|17/);
  });
});
