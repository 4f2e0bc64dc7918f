/** Receipts and corrections: a school can prove what it sent, and nobody overwrites another's report blindly. */
import { createHmac } from 'node:crypto';
import { compactVerify, createLocalJWKSet } from 'jose';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import {
  OPEN_PERIOD,
  REPORT,
  call,
  furnish,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
} from '../setup/app.ts';

describe('a receipt', () => {
  let kanon: TestApp;
  let reporter: Signed;
  let colleague: Signed;
  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    reporter = await signedIn(kanon, 'reporter', { schools: ['990001', '990002'] });
    colleague = await signedIn(kanon, 'reporter', { schools: ['990001'] });
  });
  afterAll(() => kanon.close());

  const put = (
    school: string,
    report: object,
    who = reporter,
    headers: Record<string, string> = {},
    query = '',
  ) =>
    call(kanon, 'PUT', `/v1/schools/${school}/reports/${OPEN_PERIOD}${query}`, {
      token: who.token,
      body: JSON.stringify(report),
      headers,
    });
  const corrected = (pupils: number) => ({
    ...REPORT,
    cells: [REPORT.cells[0], { ...REPORT.cells[1], pupils }],
  });
  const claimsOf = async (jws: string) => {
    const keys = createLocalJWKSet((await call(kanon, 'GET', '/.well-known/jwks.json')).body);
    const { payload, protectedHeader } = await compactVerify(jws, keys);
    expect(protectedHeader.typ).toBe('kanon-receipt+jws');
    return JSON.parse(new TextDecoder().decode(payload));
  };

  test('is signed over what was stored, and its nonce opens the commitment in the log', async () => {
    const { body } = await put('990002', REPORT);
    const claims = await claimsOf(body.receipt);
    expect(claims).toMatchObject({
      school: '990002',
      period: OPEN_PERIOD,
      revision: body.revision,
      revisionNumber: 1,
      report: REPORT,
    });
    const auditor = await signedIn(kanon, 'auditor');
    const log = await call(kanon, 'GET', '/v1/access-log/entries?action=report.submit&school=990002', {
      token: auditor.token,
    });
    const entry = log.body.entries.find((one: { id: string }) => one.id === claims.entry);
    const stored = {
      school: claims.school,
      period: claims.period,
      revision: claims.revision,
      report: claims.report,
    };
    const expected = createHmac('sha256', Buffer.from(claims.nonce, 'base64url'))
      .update(canonicalJson(stored))
      .digest('base64url');
    expect(entry.commitment).toBe(expected);
  });

  test('differs each time in its nonce, so equal reports have unlike commitments; a dry run has none', async () => {
    const [first, second] = [await put('990002', REPORT), await put('990002', REPORT)];
    expect(second.body.outcome).toBe('unchanged');
    const [one, other] = [await claimsOf(first.body.receipt), await claimsOf(second.body.receipt)];
    expect(one.nonce).not.toBe(other.nonce);
    expect((await put('990002', REPORT, reporter, {}, '?dryRun=true')).body.receipt).toBeNull();
  });

  test('an access token is no receipt, and a receipt is no access token', async () => {
    const { body } = await put('990002', REPORT);
    expect((await call(kanon, 'GET', '/v1/releases', { token: body.receipt })).status).toBe(401);
  });

  test('a colleague must say which revision is replaced; the one who reported need not', async () => {
    const first = await put('990001', REPORT);
    expect(first.status).toBe(201);
    const blind = await put('990001', corrected(8), colleague);
    expect([blind.status, blind.body.type]).toEqual([428, 'urn:kanon:problem:revision-needed']);
    // A right guess is answered as a wrong one.
    expect((await put('990001', REPORT, colleague)).body).toEqual(blind.body);
    const seen = await put('990001', corrected(8), colleague, { 'if-match': `"${first.body.revision}"` });
    expect([seen.status, seen.body.revisionNumber]).toEqual([200, 2]);
    const stale = await put('990001', corrected(9), reporter, { 'if-match': `"${first.body.revision}"` });
    expect([stale.status, stale.body.type]).toEqual([412, 'urn:kanon:problem:revision-changed']);
    expect((await put('990001', corrected(9), reporter)).status).toBe(428);
    expect((await put('990001', corrected(9), reporter, { 'if-match': 'anything' })).status).toBe(400);
    const { body } = await call(kanon, 'GET', `/v1/schools/990001/reports/${OPEN_PERIOD}/history`, {
      token: reporter.token,
    });
    expect(body.revisions.map((one: { number: number }) => one.number)).toEqual([2, 1]);
    expect(JSON.stringify(body)).not.toContain('consultations');
  });

  test('a revision that is to be replaced must be there', async () => {
    const lonely = await signedIn(kanon, 'reporter', { schools: ['990004'] });
    const answer = await put('990004', REPORT, lonely, {
      'if-match': '"00000000-0000-4000-8000-000000000000"',
    });
    expect(answer.status).toBe(412);
    expect(
      (await call(kanon, 'GET', `/v1/schools/990004/reports/${OPEN_PERIOD}`, { token: lonely.token })).status,
    ).toBe(404);
  });
});
