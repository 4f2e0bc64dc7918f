/** One account cannot use up the service: what it may ask is counted, and told. */
import { Buckets } from '../../src/identity/bucket.ts';
import { Share } from '../../src/identity/share.ts';
import { ownerOf } from '../access/house.ts';
import { call, furnish, OPEN_PERIOD, signedIn, startApp, type TestApp } from '../setup/app.ts';

describe('requests of an account', () => {
  let kanon: TestApp;
  beforeAll(async () => {
    // A burst is what comes in within twelve seconds: of two processes 3 reads, 2 writes and 1 heavy request.
    kanon = await startApp({ KANON_RATES: '30/20/10', KANON_PROCESSES: '2' });
    await furnish(kanon);
  });
  afterAll(() => kanon.close());

  const REPORT = `/v1/schools/990001/reports/${OPEN_PERIOD}`;
  const reporter = () => signedIn(kanon, 'reporter', { schools: ['990001'] });

  test('are refused beyond its share, without an entry, and those of another are not', async () => {
    const owner = await ownerOf(kanon);
    const { token, actor } = await reporter();
    const entries = async () => (await owner.entriesOf(actor.account)).length;
    const ask = () => call(kanon, 'GET', `${REPORT}/history`, { token });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await ask()).status);
    expect(statuses.filter((status) => status === 404).length).toBeLessThan(statuses.length);
    const before = await entries();
    const refused = await call(kanon, 'GET', REPORT, { token });
    if (refused.status !== 429) throw new Error(`the seventh read was answered ${refused.status}`);
    expect(refused.body.type).toBe('urn:kanon:problem:too-many-requests');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit-policy')).toBe('"read";q=3;w=12');
    expect(refused.headers.get('ratelimit')).toMatch(/^"read";r=0;t=\d+$/);
    expect(await entries()).toBe(before);
    const other = await reporter();
    expect((await call(kanon, 'GET', REPORT, { token: other.token })).status).toBe(404);
    await owner.end();
  });

  test('are counted by class: whoever has read enough may write', async () => {
    const { token } = await reporter();
    for (let i = 0; i < 4; i += 1) await call(kanon, 'GET', REPORT, { token });
    expect((await call(kanon, 'GET', REPORT, { token })).status).toBe(429);
    const written = await call(kanon, 'PUT', `${REPORT}?dryRun=true`, { token, body: '{}' });
    expect([written.status === 429, written.headers.get('ratelimit-policy')]).toEqual([
      false,
      '"write";q=2;w=12',
    ]);
  });

  test('that read the log are heavy', async () => {
    const { token } = await signedIn(kanon, 'auditor');
    const read = () => call(kanon, 'GET', '/v1/access-log/entries', { token });
    const first = await read();
    expect([first.status, first.headers.get('ratelimit')]).toEqual([
      200,
      expect.stringMatching(/^"heavy";r=0;/),
    ]);
    expect((await read()).status).toBe(429);
  });

  test('a history comes a page at a time', async () => {
    const owner = await ownerOf(kanon);
    const { token } = await reporter();
    await owner.rows(
      `INSERT INTO report_revision (tenant, period, school, number, reported_at)
       SELECT '05', $1, '990001', i, now() FROM generate_series(1, 250) AS i`,
      [OPEN_PERIOD],
    );
    const { body } = await call(kanon, 'GET', `${REPORT}/history`, { token });
    const numbers = (page: { revisions: { number: number }[] }) => page.revisions.map(({ number }) => number);
    expect([numbers(body).length, numbers(body)[0], body.next]).toEqual([100, 250, 151]);
    const last = await call(kanon, 'GET', `${REPORT}/history?cursor=151&limit=200`, { token });
    expect([numbers(last.body).length, numbers(last.body)[0], last.body.next]).toEqual([150, 150, null]);
    await owner.end();
  });

  test('code lists have an ETag, and are made once for all who ask at once', async () => {
    const read = (headers = {}) => call(kanon, 'GET', '/v1/schools?region=05', { headers });
    const { status, headers, body } = await read();
    expect([status, body.schools.length]).toEqual([200, 5]);
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    const again = await read({ 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await read({ 'if-none-match': '"other"' })).status).toBe(200);
  });
});

test('a bucket gives its burst at once and its rate from then on', () => {
  const buckets = new Buckets({ burst: 3, rate: 0.5 });
  const taken = (now: number) => buckets.take('a', now);
  expect([taken(0), taken(0), taken(0)].map(({ isAllowed, left }) => [isAllowed, left])).toEqual([
    [true, 2],
    [true, 1],
    [true, 0],
  ]);
  expect(taken(0)).toEqual({ isAllowed: false, left: 0, wait: 2 });
  expect(taken(1_999).isAllowed).toBe(false);
  expect(taken(2_000).isAllowed).toBe(true);
  expect(buckets.take('b', 2_000).left).toBe(2);
  buckets.charge('b', 4, 2_000);
  expect(buckets.look('b', 2_000)).toEqual({ isAllowed: false, left: 0, wait: 2 });
});

test('a share lets so many in, the others wait in a line that ends', async () => {
  const share = new Share(2, 1);
  const leave = [await share.enter(), await share.enter()];
  const third = share.enter();
  await expect(share.enter()).rejects.toMatchObject({ status: 429 });
  leave[0]!();
  leave[0]!();
  const leaveThird = await third;
  expect(share.isIdle).toBe(false);
  leave[1]!();
  leaveThird();
  expect(share.isIdle).toBe(true);
});
