/** What the tests of questions and confirmations share: a service with schools and periods, emptied before each test. */
import type { AskedBack } from '../../src/collection/confirmation.ts';
import { check } from '../../src/rules/check.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { Report } from '../../src/rules/report.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { call, furnish, OPEN_PERIOD, SCHOOLS, signedIn, startApp } from '../setup/app.ts';
import type { Signed, TestApp } from '../setup/app.ts';
import { openPeriod, reportWith, rows } from './scene.ts';

/** 403 pupils at a roll of 400. */
export const MANY = reportWith({ pupils: 403, consultations: 403 });
/** 6 pupils with 241 consultations. */
export const OFTEN = reportWith({ consultations: 241 });

/** Who asks which service, with which headers besides. */
interface How {
  readonly headers?: Record<string, string>;
  readonly who?: Signed;
  readonly at?: TestApp;
}

/** Runs beforeAll, beforeEach and afterAll of the file that calls it. 990004 has no known roll, the others one of 400. */
export function asking() {
  const scene = {} as { kanon: TestApp; reporter: Signed };
  beforeAll(async () => {
    // Set before anything can fail, so that the service is closed in any case.
    const kanon = (scene.kanon = await startApp());
    await furnish(
      kanon,
      SCHOOLS.map((school) => (school.number === '990004' ? { ...school, roll: null } : school)),
    );
    for (const period of ['2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1']) await openPeriod(kanon, period);
    scene.reporter = await signedIn(kanon, 'provider', { schools: ['990001', '990002', '990004'] });
  });
  beforeEach(() => rows(scene.kanon, 'TRUNCATE report, report_revision'));
  afterAll(() => scene.kanon.close());

  return {
    scene,
    send: (place: string, report: object, confirm?: string, { headers, who, at }: How = {}) =>
      call(at ?? scene.kanon, 'PUT', place, {
        token: (who ?? scene.reporter).token,
        body: JSON.stringify(report),
        headers: { ...(confirm === undefined ? {} : { 'kanon-confirm': confirm }), ...headers },
      }),
    stored: () =>
      rows(scene.kanon, 'SELECT school, period, pupils, consultations FROM report ORDER BY period, school'),
    lastEntry: async () =>
      (await rows(scene.kanon, 'SELECT * FROM access_entry ORDER BY at DESC, id LIMIT 1'))[0]!,
    /** What the service would have asked about a report, unless changed. */
    askedOf: (report: Report, change: Partial<AskedBack> = {}): AskedBack => ({
      tenant: '05',
      account: scene.reporter.actor.account!,
      school: '990001',
      period: OPEN_PERIOD,
      report,
      questions: check(report, { scheme: BUT_COUNSELLING_1, policy: POLICY_1, roll: 400, window: 'open' }),
      ...change,
    }),
  };
}
