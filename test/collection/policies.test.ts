/** Two periods under two policies side by side: each keeps its anonymiser and its version of `derivable`. */
import { decodeJwt } from 'jose';
import { anonymise } from '../../src/rules/anonymise.ts';
import { NEWEST_POLICY, POLICIES, POLICY_1, POLICY_2 } from '../../src/rules/policy.ts';
import type { Report } from '../../src/rules/report.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { readDoc } from '../docs/markdown.ts';
import { call, furnish, REPORT, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { findingsIn, openPeriod, placeOf, put, rows } from './scene.ts';

const SECOND = '2026-Q2';

let kanon: TestApp;
let reporter: Signed;
let report: Report;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
  await openPeriod(kanon, SECOND, { policy: POLICY_2.number });
  reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
  report = anonymise(
    JSON.parse(await readDoc('docs/example-counts.json')),
    BUT_COUNSELLING_1,
    POLICY_2,
  ).report;
});
afterAll(() => kanon.close());

const rulesIn = (receipt: string) => decodeJwt<{ rules: Record<string, number> }>(receipt).rules;

test('the database holds the policies that this program knows, and the newest is in force for new periods', async () => {
  const held = await rows(
    kanon,
    `SELECT number, k, minimum_schools AS "minimumSchools", pooling_weight AS "poolingWeight", width, anonymiser,
       schools_per_reporter AS "schoolsPerReporter" FROM policy WHERE tenant = '05' ORDER BY number`,
  );
  expect(held).toEqual(POLICIES);
  expect(NEWEST_POLICY).toEqual(POLICIES.at(-1));
});

test('the list of periods says which anonymiser to use', async () => {
  const { body } = await call(kanon, 'GET', '/v1/periods');
  expect(body.periods.map(({ policy }: { policy: object }) => policy)).toEqual(
    expect.arrayContaining([POLICY_1, POLICY_2]),
  );
});

test('a report is stored by the rules of the policy of its period, and a correction by the same', async () => {
  const first = await put(kanon, reporter, placeOf(), REPORT);
  const second = await put(kanon, reporter, placeOf('990001', SECOND), report);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect([first.body.rules.derivable, second.body.rules.derivable]).toEqual([1, 2]);
  expect([rulesIn(first.body.receipt).derivable, rulesIn(second.body.receipt).derivable]).toEqual([1, 2]);

  const changed = { ...REPORT, none: [], withheld: [...REPORT.none, ...REPORT.withheld] };
  const corrected = await call(kanon, 'PUT', placeOf(), {
    token: reporter.token,
    body: JSON.stringify(changed),
    headers: { 'if-match': first.headers.get('etag') ?? '' },
  });
  expect([corrected.status, corrected.body.rules.derivable]).toEqual([200, 1]);
});

test('what was pooled under the other policy is refused with the policy to use', async () => {
  const there = await put(kanon, reporter, `${placeOf()}?dryRun=true`, report);
  const here = await put(kanon, reporter, `${placeOf('990001', SECOND)}?dryRun=true`, REPORT);
  expect(findingsIn(there.body)).toEqual(['policy policy /policy']);
  expect(there.body.findings[0].reason.en).toContain('This period uses policy 1.');
  expect(findingsIn(here.body)).toEqual(['derivable /cells/0', 'policy policy /policy']);
});

test('a pool beside which something stands under none or withheld is refused under policy 2 alone, without a number', async () => {
  const named = { ...REPORT, policy: 2 };
  const { status, body } = await put(kanon, reporter, `${placeOf('990001', SECOND)}?dryRun=true`, named);
  expect([status, findingsIn(body)]).toEqual([422, ['derivable /cells/0']]);
  expect(body.findings[0].version).toBe(2);
  expect(JSON.stringify(body.findings[0].reason)).not.toMatch(/\d/);
});
