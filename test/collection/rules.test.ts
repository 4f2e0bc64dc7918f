/** Each rule before storage refuses something over HTTP that nothing else would: without it, the report would pass. */
import { RULE_CODES, type RuleCode } from '../../src/rules/catalogue.ts';
import { check, CHECKS, type CheckContext } from '../../src/rules/check.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import { readReport } from '../../src/rules/read-report.ts';
import type { Report } from '../../src/rules/report.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { furnish, OPEN_PERIOD, REPORT, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { openPeriod, placeOf, put, reportWith, rows } from './scene.ts';

const CLOSED_PERIOD = '2026-Q3';

let kanon: TestApp;
let reporter: Signed;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
  await openPeriod(kanon, CLOSED_PERIOD, { closesOn: '2020-01-02' });
  reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
});
afterAll(() => kanon.close());

/** A pool of two, each of which must have been 4. */
const fourAndFour: Report = {
  ...reportWith({ benefits: ['AUSFLUG', 'MITTAG'], pupils: 8 }),
  none: ['KLASSENFAHRT', 'TEILHABE'],
};
const ONLY_REFUSED_BY: Readonly<Partial<Record<RuleCode, { report: Report; period?: string }>>> = {
  complete: { report: { ...REPORT, none: [] } },
  threshold: { report: reportWith({ pupils: 4 }) },
  derivable: { report: fourAndFour },
  plausible: { report: reportWith({ consultations: 5 }) },
  window: { report: REPORT, period: CLOSED_PERIOD },
  policy: { report: { ...REPORT, policy: 2 } },
};

const contextAt = (period: string): CheckContext => ({
  scheme: BUT_COUNSELLING_1,
  policy: POLICY_1,
  roll: 400,
  window: period === CLOSED_PERIOD ? 'closed' : 'open',
});

test('the report that the others are changed from passes', async () => {
  expect((await put(kanon, reporter, `${placeOf()}?dryRun=true`, REPORT)).status).toBe(200);
});

describe.each(CHECKS.map(({ rule }) => rule))('the rule %s', (rule) => {
  const { report, period = OPEN_PERIOD } = ONLY_REFUSED_BY[rule] ?? { report: REPORT };

  test('alone refuses its report over HTTP, and nothing is stored', async () => {
    const answer = await put(kanon, reporter, placeOf('990001', period), report);
    expect(answer.status).toBe(422);
    expect(new Set(answer.body.findings.map((finding: { rule: string }) => finding.rule))).toEqual(
      new Set([rule]),
    );
    expect(await rows(kanon, 'SELECT FROM report')).toEqual([]);
  });

  test('is the only one that does: without it the same report passes', () => {
    const others = CHECKS.filter((each) => each.rule !== rule);
    expect(check(report, contextAt(period)).map((finding) => finding.rule)).toContain(rule);
    expect(check(report, contextAt(period), others)).toEqual([]);
  });
});

test('the rule shape refuses what no other rule would look at', async () => {
  const named = { ...REPORT, name: 'Erika' };
  const answer = await put(kanon, reporter, placeOf(), named);
  expect([answer.status, answer.body.findings.map((finding: { rule: string }) => finding.rule)]).toEqual([
    422,
    ['shape'],
  ]);
  expect(check(named, contextAt(OPEN_PERIOD))).toEqual([]);
  expect('report' in readReport(Buffer.from(JSON.stringify(REPORT)))).toBe(true);
});

test('no rule of the catalogue is left out: shape is the reader’s, erase has a file of its own', () => {
  expect([...CHECKS.map(({ rule }) => rule), 'shape', 'erase'].sort()).toEqual([...RULE_CODES].sort());
  expect(Object.keys(ONLY_REFUSED_BY)).toEqual(CHECKS.map(({ rule }) => rule));
});
