/** The typed client against the whole service: what goes in comes back, and every refusal is thrown by name. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  anonymise,
  codesOf,
  createKanonClient,
  schemeOf,
  KanonProblem,
  NotKanon,
  type Report,
} from '../../src/client/client.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { furnish, OPEN_PERIOD, REPORT, signedIn, startApp, type TestApp } from '../setup/app.ts';

const REPORTS = '/v1/schools/{school}/reports/{period}';

/** What a call that must fail fails with. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('the call succeeded');
}

/** A refusal, or the test fails with what came instead. */
async function problemOf(call: Promise<unknown>): Promise<KanonProblem> {
  const failure = await failureOf(call);
  if (failure instanceof KanonProblem) return failure;
  throw failure;
}

describe('the client', () => {
  let app: TestApp;
  const at = (school: string) => ({ school, period: OPEN_PERIOD });
  const reporterOf = async (school: string) => {
    const { token } = await signedIn(app, 'reporter', { schools: [school] });
    return createKanonClient({ baseUrl: app.url, token });
  };

  beforeAll(async () => {
    app = await startApp();
    await furnish(app);
  });
  afterAll(() => app.close());

  test('pools under the policy that the period names', async () => {
    const { body } = await createKanonClient({ baseUrl: `${app.url}/` }).get('/v1/periods');
    const [period] = body.periods;
    const scheme = schemeOf(period?.scheme ?? '');
    if (!period || !scheme) throw new Error('no period');
    const counts = Object.fromEntries(codesOf(scheme).map((code) => [code, { pupils: 6, consultations: 8 }]));
    const { report } = anonymise(
      { scheme: period.scheme, policy: period.policy.number, counts },
      scheme,
      period.policy,
    );
    expect(report.cells).toHaveLength(7);
  });

  test('narrows a list by query, and leaves out what is undefined', async () => {
    const kanon = createKanonClient({ baseUrl: app.url });
    const query = { region: '05', limit: 2 };
    const first = await kanon.get('/v1/schools', { query });
    expect(first.body).toMatchObject({
      next: '990002',
      schools: [{ number: '990001' }, { number: '990002' }],
    });
    const after = first.body.next ?? '';
    expect((await kanon.get('/v1/schools', { query: { ...query, after } })).body.schools[0]?.number).toBe(
      '990003',
    );
  });

  test('hands in, tries, reads back and corrects a report', async () => {
    const kanon = await reporterOf('990001');
    const path = at('990001');
    expect((await kanon.put(REPORTS, { path, query: { dryRun: 'true' }, body: REPORT })).body.outcome).toBe(
      'checked',
    );
    const put = await kanon.put(REPORTS, { path, body: REPORT });
    expect(put).toMatchObject({
      status: 201,
      body: { outcome: 'stored', revisionNumber: 1, stored: REPORT },
    });
    const got = await kanon.get(REPORTS, { path });
    expect(got).toMatchObject({ status: 200, etag: put.etag, body: { stored: REPORT } });

    const corrected: Report = {
      ...REPORT,
      none: [...REPORT.none, 'SCHULBEDARF'],
      withheld: ['BEFOERDERUNG'],
    };
    const header = { 'if-match': got.etag ?? '' };
    expect(await kanon.put(REPORTS, { path, header, body: corrected })).toMatchObject({
      status: 200,
      body: { revisionNumber: 2 },
    });
    const late = await problemOf(kanon.put(REPORTS, { path, header, body: REPORT }));
    expect([late.status, late.code]).toEqual([412, 'revision-changed']);
  });

  test('throws a refusal with its places and rules, and without the counts', async () => {
    const kanon = await reporterOf('990002');
    const [, itemised] = REPORT.cells;
    const small: Report = {
      ...REPORT,
      cells: [{ benefits: ['AUSFLUG', 'MITTAG', 'TEILHABE'], pupils: 4, consultations: 713 }, itemised!],
    };
    const refused = await problemOf(kanon.put(REPORTS, { path: at('990002'), body: small }));
    expect(refused).toMatchObject({
      name: 'KanonProblem',
      status: 422,
      code: 'report-refused',
      findings: [{ rule: 'threshold', pointer: '/cells/0/pupils' }],
    });
    expect(`${refused.message} ${JSON.stringify(refused)}`).not.toContain('713');
    expect((await problemOf(kanon.get(REPORTS, { path: at('990002') }))).code).toBe('not-found');
  });

  test('asks whether something unusual is so, and sends the same once more where it is', async () => {
    const kanon = await reporterOf('990003');
    const path = at('990003');
    const [pool, itemised] = REPORT.cells;
    const cells = [{ ...pool!, pupils: 403, consultations: 403 }, itemised!];
    const body = { ...REPORT, cells };
    const asked: string[][] = [];
    const answering = (yes: boolean) => (questions: readonly { readonly cause?: string }[]) => {
      asked.push(questions.map(({ cause = '' }) => cause));
      // What is sent is what was asked about, whatever becomes of the object meanwhile.
      cells[0] = { ...pool!, pupils: 399, consultations: 403 };
      return Promise.resolve(yes);
    };
    const unusual = await problemOf(kanon.put(REPORTS, { path, body }));
    expect([unusual.status, unusual.code, typeof unusual.confirm]).toEqual([
      409,
      'confirmation-needed',
      'string',
    ]);
    expect(unusual.findings).toMatchObject([
      { rule: 'plausible', cause: 'roll', pointer: '/cells/0/pupils' },
    ]);
    expect(JSON.stringify(unusual)).not.toMatch(/\b40[03]\b/);
    const no = await problemOf(kanon.put(REPORTS, { path, body, confirm: answering(false) }));
    expect(no.code).toBe('confirmation-needed');
    cells[0] = { ...pool!, pupils: 403, consultations: 403 };
    const yes = await kanon.put(REPORTS, { path, body, confirm: answering(true) });
    expect(yes.body.stored.cells[0]?.pupils).toBe(403);
    expect(asked).toEqual([['roll'], ['roll']]);

    // By hand, with the token of a dry run.
    const more = { ...REPORT, cells: [{ ...pool!, pupils: 404, consultations: 404 }, itemised!] };
    const tried = await kanon.put(REPORTS, { path, query: { dryRun: 'true' }, body: more });
    expect(tried.body.questions.map(({ cause }) => cause)).toEqual(['roll']);
    const header = { 'kanon-confirm': tried.body.confirm ?? '' };
    expect((await kanon.put(REPORTS, { path, header, body: more })).body.revisionNumber).toBe(2);
    const unasked = await problemOf(
      kanon.put(REPORTS, { path, header, body: REPORT, confirm: answering(true) }),
    );
    expect([unasked.code, asked.length]).toEqual(['confirmation-refused', 2]);
  });

  test('says who may not, and asks for a token where there is none', async () => {
    const kanon = await reporterOf('990001');
    expect((await problemOf(kanon.get(REPORTS, { path: at('990003') }))).code).toBe('not-allowed');
    const nobody = createKanonClient({ baseUrl: app.url });
    expect((await problemOf(nobody.get(REPORTS, { path: at('990001') }))).status).toBe(401);
  });

  test('signs in once and sends the token from then on', async () => {
    const school = '990001' as SchoolNumber;
    const password = 'ein-Satz-zum-Ausprobieren';
    await app.app
      .get(Accounts)
      .create(app.admin, [
        { name: 'client', role: 'reporter', office: 'Erfundene Schule', schools: [school], password },
      ]);
    const { get, signIn } = createKanonClient({ baseUrl: app.url });
    const wrong = await problemOf(signIn('client', 'falsch'));
    expect([wrong.status, wrong.code]).toEqual([401, 'sign-in-failed']);
    expect((await signIn('client', password)).expires_in).toBe(900);
    expect((await get(`${REPORTS}/history`, { path: at(school) })).body.revisions).toHaveLength(2);
  });

  test('takes the newest token from a function', async () => {
    let token = 'long-expired';
    const kanon = createKanonClient({ baseUrl: app.url, token: () => token });
    expect((await problemOf(kanon.get(REPORTS, { path: at('990001') }))).code).toBe('not-signed-in');
    const signed = await signedIn(app, 'reporter', { schools: ['990001'] });
    token = signed.token;
    expect((await kanon.get(REPORTS, { path: at('990001') })).status).toBe(200);
  });

  test('reads a CSV as text', async () => {
    const { token } = await signedIn(app, 'coordinator', { region: '05111' });
    const { body } = await createKanonClient({ baseUrl: app.url, token }).text(
      '/v1/regions/{region}/completeness/{period}',
      { path: { region: '05111', period: OPEN_PERIOD }, query: { format: 'csv' } },
    );
    expect(body.split('\r\n')[0]).toBe('region,name,expected,reported,returned,missing,vacant');
  });

  test('can be called off', async () => {
    const kanon = createKanonClient({ baseUrl: app.url });
    const failure = await failureOf(kanon.get('/v1/periods', { signal: AbortSignal.abort() }));
    expect(failure).toMatchObject({ name: 'AbortError' });
  });
});

describe('where something else answers', () => {
  const answering = async <T>(
    listener: RequestListener,
    work: (baseUrl: string) => Promise<T>,
  ): Promise<T> => {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };
  const periodsOf = (baseUrl: string) =>
    failureOf(createKanonClient({ baseUrl, token: 'secret' }).get('/v1/periods'));

  test.each([
    [502, 'text/html', '<h1>Bad gateway</h1>'],
    [200, 'text/html', '<h1>Please sign in to this network</h1>'],
    [500, 'application/json', '{"error":"not ours"}'],
    [503, 'application/problem+json', '{'],
    [200, 'application/json', ''],
  ])('a %i of type %s with %j is not taken for an answer of Kanon', async (status, type, text) => {
    const failure = await answering(
      (_, response) => response.writeHead(status, { 'content-type': type }).end(text),
      periodsOf,
    );
    expect(failure).toBeInstanceOf(NotKanon);
    expect(failure).toMatchObject({ status });
  });

  test('a redirect is not followed, so no token goes elsewhere', async () => {
    let visited = 0;
    const failure = await answering((request, response) => {
      visited += 1;
      response.writeHead(302, { location: `http://${request.headers.host ?? ''}/elsewhere` }).end();
    }, periodsOf);
    expect(failure).toBeInstanceOf(NotKanon);
    expect(failure).toMatchObject({ status: 302 });
    expect(visited).toBe(1);
  });

  test('an answer beyond the limit is not read on, however much of it comes', async () => {
    const endless =
      (chunk: string): RequestListener =>
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', more);
        more();
      };
    const failure = await answering(endless(' '.repeat(65_536)), (baseUrl) =>
      failureOf(createKanonClient({ baseUrl, largestAnswer: 1_000_000 }).get('/v1/periods')),
    );
    expect(failure).toBeInstanceOf(NotKanon);
  });

  test('an answer that does not come in time is given up, and so is one that is called off', async () => {
    const silent: RequestListener = (_, response) => void response.writeHead(200).write('{');
    const [late, calledOff] = await answering(silent, (baseUrl) =>
      Promise.all([
        failureOf(createKanonClient({ baseUrl, timeout: 200 }).get('/v1/periods')),
        failureOf(
          createKanonClient({ baseUrl, timeout: 60_000, signal: AbortSignal.timeout(100) }).get(
            '/v1/periods',
          ),
        ),
      ]),
    );
    expect([late, calledOff]).toMatchObject([{ name: 'TimeoutError' }, { name: 'TimeoutError' }]);
  });

  test('headers for every call go along, those of the call before them, through the fetch that was handed in', async () => {
    const sent: Headers[] = [];
    const kanon = createKanonClient({
      baseUrl: 'https://kanon.example',
      headers: { 'accept-language': 'de', 'kanon-purpose': 'AUDIT' },
      fetch: (_, init) => {
        sent.push(new Headers(init?.headers));
        return Promise.resolve(new Response('\u{feff}a;b', { headers: { etag: '"7"' } }));
      },
    });
    const ask = {
      path: { region: '05', period: OPEN_PERIOD },
      header: { 'kanon-purpose': 'PLANNING' },
    } as const;
    const path = '/v1/regions/{region}/summaries/{period}';
    expect(await kanon.text(path, ask)).toEqual({ status: 200, etag: '"7"', body: 'a;b' });
    expect((await kanon.bytes(path, ask)).body).toEqual(new TextEncoder().encode('\u{feff}a;b'));
    expect(sent.map((headers) => [headers.get('accept-language'), headers.get('kanon-purpose')])).toEqual([
      ['de', 'PLANNING'],
      ['de', 'PLANNING'],
    ]);
  });

  test('a refusal that names a time to wait passes it on', async () => {
    const type = 'urn:kanon:problem:too-many-sign-ins';
    const problem = { type, title: 'Too many attempts', status: 429, detail: 'Wait a minute.' };
    const failure = await answering(
      (_, response) =>
        response
          .writeHead(429, { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '60' })
          .end(JSON.stringify(problem)),
      periodsOf,
    );
    expect(failure).toMatchObject({ code: 'too-many-sign-ins', retryAfter: 60, findings: [], problem });
  });
});
