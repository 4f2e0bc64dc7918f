/** ETags as proxies hand them on: our own come back weak or with a coding behind them, and still name their revision. */
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

const PLACE = (school: string): string => `/v1/schools/${school}/reports/${OPEN_PERIOD}`;
const OTHER = '00000000-0000-4000-8000-000000000000';

/** What becomes of a tag on its way. */
const FORMS: Readonly<Record<string, (id: string) => string>> = {
  'as it was': (id) => `"${id}"`,
  'weak, as nginx makes it': (id) => `W/"${id}"`,
  'with -gzip, as Apache makes it': (id) => `"${id}-gzip"`,
  'weak with -gzip': (id) => `W/"${id}-gzip"`,
  'with --gzip, as Jetty makes it': (id) => `"${id}--gzip"`,
  'with ;gzip': (id) => `"${id};gzip"`,
  'with -br': (id) => `"${id}-br"`,
  'in a list': (id) => `"${OTHER}", W/"other" ,, "${id}"`,
};
/** Nothing that names the revision. */
const OTHERS: Readonly<Record<string, (id: string) => string>> = {
  'of another revision': () => `"${OTHER}"`,
  'with something else behind it': (id) => `"${OTHER}", "${id}-xz"`,
};
const BROKEN: Readonly<Record<string, (id: string) => string>> = {
  'without quotation marks': (id) => id,
  'with a small w': (id) => `w/"${id}"`,
  'with one quotation mark': (id) => `"${id}`,
  'without a comma': (id) => `"${id}" "${id}"`,
  'with a star among tags': (id) => `*, "${id}"`,
  empty: () => '',
};

describe('an ETag that comes back', () => {
  let kanon: TestApp;
  let reporter: Signed;
  let colleague: Signed;
  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    reporter = await signedIn(kanon, 'reporter', { schools: ['990001', '990002'] });
    colleague = await signedIn(kanon, 'reporter', { schools: ['990001', '990002'] });
  });
  afterAll(() => kanon.close());

  let serial = 9;
  /** A report that no other is like. */
  const report = () =>
    JSON.stringify({ ...REPORT, cells: [{ ...REPORT.cells[0], consultations: ++serial }, REPORT.cells[1]] });
  const put = (headers: Record<string, string>, { token }: Signed, school = '990001', query = '') =>
    call(kanon, 'PUT', PLACE(school) + query, { token, headers, body: report() });
  const get = (headers: Record<string, string>, method = 'GET') =>
    call(kanon, method, PLACE('990001'), { token: reporter.token, headers });
  const standing = async (): Promise<string> => {
    const { body } = await put({}, reporter);
    if (body?.revision) return body.revision as string;
    return (await get({})).body.revision as string;
  };

  test.each(Object.entries(FORMS))('%s names what it named', async (_, form) => {
    const revision = await standing();
    const tag = form(revision);
    expect((await get({ 'if-none-match': tag })).status).toBe(304);
    expect((await get({ 'if-none-match': tag }, 'HEAD')).status).toBe(304);
    expect((await put({ 'if-match': tag }, colleague, '990001', '?dryRun=true')).status).toBe(200);
    expect((await put({ 'if-match': tag }, colleague)).status).toBe(200);
    // It was replaced, so it names nothing any more.
    expect((await get({ 'if-none-match': tag })).status).toBe(200);
    expect((await put({ 'if-match': tag }, colleague)).body.type).toBe('urn:kanon:problem:revision-changed');
  });

  test.each(Object.entries(OTHERS))('%s names another', async (_, form) => {
    const tag = form(await standing());
    expect((await get({ 'if-none-match': tag })).status).toBe(200);
    expect((await put({ 'if-match': tag }, reporter)).status).toBe(412);
  });

  test.each(Object.entries(BROKEN))('%s is refused by its header, without an echo', async (_, form) => {
    const tag = form(await standing());
    for (const [header, answer] of [
      ['if-none-match', await get({ 'if-none-match': tag })],
      ['if-match', await put({ 'if-match': tag }, reporter)],
    ] as const) {
      expect([answer.status, answer.body.findings.map(({ rule }: { rule: string }) => rule)]).toEqual([
        400,
        [header],
      ]);
      if (tag !== '') expect(answer.text).not.toContain(tag);
    }
  });

  test('as a star it means whatever stands there, and replaces nobody else’s report', async () => {
    expect((await put({ 'if-match': '*' }, reporter, '990002')).status).toBe(412);
    expect((await put({ 'if-match': '*' }, reporter, '990002', '?dryRun=true')).status).toBe(412);
    expect((await put({ 'if-none-match': '*' }, reporter, '990002', '?dryRun=true')).status).toBe(200);
    expect((await put({ 'if-none-match': '*' }, reporter, '990002')).status).toBe(201);
    for (const query of ['?dryRun=true', '']) {
      expect((await put({ 'if-none-match': '*' }, reporter, '990002', query)).status).toBe(412);
      expect((await put({ 'if-match': '*' }, reporter, '990002', query)).status).toBe(200);
      expect((await put({ 'if-match': '*' }, colleague, '990002', query)).status).toBe(428);
    }
    await standing();
    expect((await get({ 'if-none-match': '*' })).status).toBe(304);
  });

  test('in both headers, or as a tag that must not stand, it is refused in handing in', async () => {
    const tag = `"${await standing()}"`;
    for (const headers of [{ 'if-match': tag, 'if-none-match': '*' }, { 'if-none-match': tag }])
      expect((await put(headers as unknown as Record<string, string>, reporter)).status).toBe(400);
  });
});
