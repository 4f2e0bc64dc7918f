/** Reports over HTTP, on a real database. */
import { REPORT, OPEN_PERIOD, call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

describe('a report', () => {
  let kanon: TestApp;
  let reporter: Signed;
  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    reporter = await signedIn(kanon, 'reporter', { schools: ['990001', '990002'] });
  });
  afterAll(() => kanon.close());

  const place = `/v1/schools/990001/reports/${OPEN_PERIOD}`;

  test('is stored, read back word for word, and the same one again changes nothing', async () => {
    const first = await call(kanon, 'PUT', place, { token: reporter.token, body: JSON.stringify(REPORT) });
    expect(first.status).toBe(201);
    const again = await call(kanon, 'PUT', place, { token: reporter.token, body: JSON.stringify(REPORT) });
    expect([again.status, again.body.outcome, again.body.revision]).toEqual([200, 'unchanged', first.body.revision]);
    const read = await call(kanon, 'GET', place, { token: reporter.token });
    expect(read.body.stored).toEqual(REPORT);
    expect(read.headers.get('etag')).toBe(`"${first.body.revision}"`);
  });
});
