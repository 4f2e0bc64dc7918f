/** A report's way in and back out over HTTP, on a real database. */
import type { Role } from '../../src/access/actor.ts';
import {
  call,
  furnish,
  OPEN_PERIOD,
  REPORT,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
} from '../setup/app.ts';
import { findingsIn, placeOf, put, reportWith, rows } from './scene.ts';

let kanon: TestApp;
let reporter: Signed;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
  reporter = await signedIn(kanon, 'reporter', { schools: ['990001', '990002'] });
});
afterAll(() => kanon.close());
beforeEach(() => rows(kanon, 'TRUNCATE report, report_revision'));

const stored = () => rows(kanon, 'SELECT * FROM report ORDER BY period, school');
const history = () =>
  rows(kanon, 'SELECT number, reported_at FROM report_revision ORDER BY period, school, number');
/** The newest line of the access log. */
const lastEntry = async () =>
  (await rows(kanon, 'SELECT * FROM access_entry ORDER BY at DESC, id LIMIT 1'))[0]!;

describe('a report that is handed in', () => {
  test('is new at first, and the answer says what was stored, as which revision and by which rules', async () => {
    const answer = await put(kanon, reporter, placeOf(), REPORT);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      school: '990001',
      period: OPEN_PERIOD,
      outcome: 'stored',
      revision: expect.stringMatching(/^[0-9a-f-]{36}$/),
      revisionNumber: 1,
      reportedAt: expect.stringMatching(/^20\d\d-.*Z$/),
      stored: REPORT,
      rules: {
        shape: 1,
        complete: 1,
        threshold: 1,
        derivable: 1,
        plausible: 2,
        window: 2,
        policy: 1,
        erase: 1,
      },
      questions: [],
      confirm: null,
    });
    expect(answer.headers.get('etag')).toBe(`"${answer.body.revision}"`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('replaces the one before it as a new revision with the next number', async () => {
    const first = await put(kanon, reporter, placeOf(), REPORT);
    const second = await put(kanon, reporter, placeOf(), reportWith({ consultations: 10 }));
    expect([second.status, second.body.outcome, second.body.revisionNumber]).toEqual([200, 'stored', 2]);
    expect(second.body.revision).not.toBe(first.body.revision);
    expect(second.headers.get('etag')).toBe(`"${second.body.revision}"`);
    const back = await put(kanon, reporter, placeOf(), REPORT);
    expect([back.body.revisionNumber, back.body.stored]).toEqual([3, REPORT]);
    expect([first.body.revision, second.body.revision]).not.toContain(back.body.revision);
  });

  test('changes nothing where the same report stands already, in whatever order it is written', async () => {
    const first = await put(kanon, reporter, placeOf(), REPORT);
    const before = [await stored(), await history()];
    const turned = {
      withheld: REPORT.withheld.toReversed(),
      none: REPORT.none,
      cells: REPORT.cells.map((cell) => ({ ...cell, benefits: cell.benefits.toReversed() })).toReversed(),
      policy: 1,
      scheme: REPORT.scheme,
    };
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(REPORT));
    for (const same of [REPORT, turned]) {
      const again = await put(kanon, reporter, placeOf(), same);
      expect(again.status).toBe(200);
      const { revision, revisionNumber, reportedAt, stored: report } = first.body;
      expect(again.body).toMatchObject({
        outcome: 'unchanged',
        revision,
        revisionNumber,
        reportedAt,
        stored: report,
      });
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    }
    expect([await stored(), await history()]).toEqual(before);
  });

  test('is stored in scheme order, however it was written', async () => {
    await put(kanon, reporter, placeOf(), {
      ...REPORT,
      cells: REPORT.cells.map((cell) => ({ ...cell, benefits: cell.benefits.toReversed() })).toReversed(),
      withheld: REPORT.withheld.toReversed(),
    });
    const [row] = await stored();
    expect(row).toMatchObject({
      cells: ['AUSFLUG+MITTAG+TEILHABE', 'LERNFOERDERUNG'],
      pupils: [6, 7],
      consultations: [9, 19],
      none: ['KLASSENFAHRT'],
      withheld: ['SCHULBEDARF', 'BEFOERDERUNG'],
    });
  });

  test('may say that there was nothing to report', async () => {
    const nothing = {
      ...REPORT,
      cells: [],
      none: [...REPORT.none, ...REPORT.withheld, ...REPORT.cells.flatMap((cell) => cell.benefits)],
      withheld: [],
    };
    expect((await put(kanon, reporter, placeOf(), nothing)).status).toBe(201);
    const read = await call(kanon, 'GET', placeOf(), { token: reporter.token });
    expect(read.body.stored).toMatchObject({ cells: [], withheld: [] });
    expect(read.body.stored.none).toHaveLength(7);
  });
});

describe('a dry run', () => {
  test('runs the rules, says what would be stored, and leaves its log entry only', async () => {
    const answer = await put(kanon, reporter, `${placeOf()}?dryRun=true`, REPORT);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, null]);
    expect(answer.body).toMatchObject({
      outcome: 'checked',
      revision: null,
      revisionNumber: null,
      reportedAt: null,
      stored: REPORT,
      questions: [],
      confirm: null,
    });
    expect([await stored(), await history()]).toEqual([[], []]);
    expect(await lastEntry()).toMatchObject({
      action: 'report.submit',
      school: '990001',
      period: OPEN_PERIOD,
      dry_run: true,
      decision: 'allowed',
      policy: 1,
    });
    expect((await call(kanon, 'GET', placeOf(), { token: reporter.token })).status).toBe(404);
  });

  test('changes nothing of what is stored', async () => {
    await put(kanon, reporter, placeOf(), REPORT);
    const before = [await stored(), await history()];
    for (const tried of [REPORT, reportWith({ consultations: 11 })]) {
      const answer = await put(kanon, reporter, `${placeOf()}?dryRun=true`, tried);
      expect([answer.status, answer.body.outcome, answer.body.stored]).toEqual([200, 'checked', tried]);
    }
    expect([await stored(), await history()]).toEqual(before);
  });

  test('is refused by the same rules, and for an unknown period, each time marked in the log as a dry run', async () => {
    const refused = await put(kanon, reporter, `${placeOf()}?dryRun=true`, reportWith({ pupils: 4 }));
    expect([refused.status, findingsIn(refused.body)]).toEqual([422, ['threshold /cells/0/pupils']]);
    expect(await lastEntry()).toMatchObject({ dry_run: true, decision: 'refused', rules: ['threshold'] });
    const unknown = await put(kanon, reporter, `${placeOf('990001', '2031-Q1')}?dryRun=true`, REPORT);
    expect(unknown.status).toBe(404);
    expect(await lastEntry()).toMatchObject({ dry_run: true, decision: 'refused', rules: ['not-found'] });
  });

  test('is asked for by true alone; false stores, and anything else is refused', async () => {
    for (const query of [
      'dryRun=1',
      'dryRun=TRUE',
      'dryRun=',
      'dryRun=true&dryRun=true',
      'dryrun=true',
      'x=1',
    ]) {
      expect([query, (await put(kanon, reporter, `${placeOf()}?${query}`, REPORT)).status]).toEqual([
        query,
        400,
      ]);
    }
    expect(await stored()).toEqual([]);
    expect((await put(kanon, reporter, `${placeOf()}?dryRun=false`, REPORT)).status).toBe(201);
    expect(await lastEntry()).toMatchObject({ dry_run: false });
  });
});

describe('a report that is read back', () => {
  const read = (headers: Record<string, string> = {}) =>
    call(kanon, 'GET', placeOf(), { token: reporter.token, headers });

  test('is not found before it was handed in, and then stands there word for word', async () => {
    const before = await read();
    expect([before.status, before.body.type]).toEqual([404, 'urn:kanon:problem:not-found']);
    const { body } = await put(kanon, reporter, placeOf(), REPORT);
    const after = await read();
    expect(after.status).toBe(200);
    expect(after.body).toEqual({
      school: '990001',
      period: OPEN_PERIOD,
      revision: body.revision,
      revisionNumber: 1,
      reportedAt: body.reportedAt,
      stored: REPORT,
    });
    expect(after.headers.get('etag')).toBe(`"${body.revision}"`);
    expect(await lastEntry()).toMatchObject({ action: 'report.read', decision: 'allowed', school: '990001' });
  });

  test('need not be sent again while it has not changed, which is on record all the same', async () => {
    await put(kanon, reporter, placeOf(), REPORT);
    const etag = (await read()).headers.get('etag')!;
    const entries = async () =>
      Number((await rows(kanon, 'SELECT count(*) AS n FROM access_entry'))[0]!['n']);
    const before = await entries();
    const same = await read({ 'if-none-match': etag });
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag]);
    expect(await entries()).toBe(before + 1);
    await put(kanon, reporter, placeOf(), reportWith({ consultations: 10 }));
    expect((await read({ 'if-none-match': etag })).body.stored).toEqual(reportWith({ consultations: 10 }));
  });
});

describe('whoever', () => {
  test('reports for another school is refused, on record, and nothing is stored or shown', async () => {
    const other = await signedIn(kanon, 'reporter', { schools: ['990004'] });
    await put(kanon, reporter, placeOf(), REPORT);
    const before = [await stored(), await history()];
    for (const [method, action] of [
      ['PUT', 'report.submit'],
      ['GET', 'report.read'],
    ] as const) {
      const answer = await call(kanon, method, placeOf(), {
        token: other.token,
        ...(method === 'PUT' ? { body: JSON.stringify(reportWith({ consultations: 10 })) } : {}),
      });
      expect([answer.status, answer.body.type]).toEqual([403, 'urn:kanon:problem:not-allowed']);
      expect(await lastEntry()).toMatchObject({
        action,
        decision: 'refused',
        rules: ['not-allowed'],
        school: '990001',
        account: other.actor.account,
      });
    }
    expect([await stored(), await history()]).toEqual(before);
  });

  test.each<[Role, { region?: string }]>([
    ['coordinator', { region: '05111' }],
    ['benefit-office', { region: '05111' }],
    ['district', { region: '051' }],
    ['state', { region: '05' }],
    ['disclosure-officer', { region: '05' }],
    ['protection-officer', {}],
    ['auditor', {}],
    ['admin', {}],
  ])('is %s neither reads nor writes a report', async (role, scope) => {
    await put(kanon, reporter, placeOf(), REPORT);
    const before = await stored();
    const signed = await signedIn(kanon, role, scope);
    expect((await put(kanon, signed, placeOf(), reportWith({ consultations: 10 }))).status).toBe(403);
    expect((await call(kanon, 'GET', placeOf(), { token: signed.token })).status).toBe(403);
    expect(await stored()).toEqual(before);
  });

  test('is not signed in is refused', async () => {
    expect((await call(kanon, 'PUT', placeOf(), { body: JSON.stringify(REPORT) })).status).toBe(401);
    expect((await call(kanon, 'GET', placeOf())).status).toBe(401);
    expect(await stored()).toEqual([]);
  });
});

describe('a refusal', () => {
  test('names all findings of all rules at once, each by its place', async () => {
    const answer = await put(kanon, reporter, placeOf(), {
      scheme: 'but-counselling/2',
      policy: 2,
      cells: [
        { benefits: ['AUSFLUG', 'MITTAG'], pupils: 8, consultations: 7 },
        { benefits: ['LERNFOERDERUNG'], pupils: 4, consultations: 19 },
      ],
      none: ['KLASSENFAHRT', 'MITTAG'],
      withheld: ['SCHULBEDARF', 'BEFOERDERUNG'],
    });
    expect([answer.status, answer.body.type, answer.body.title]).toEqual([
      422,
      'urn:kanon:problem:report-refused',
      'The report was refused',
    ]);
    expect(answer.body.detail).toBe('Refused for 7 reason(s); nothing was stored.');
    expect(findingsIn(answer.body)).toEqual([
      'complete twice /none/1',
      'complete missing ',
      'threshold /cells/1/pupils',
      'derivable /cells/0',
      'plausible consultations /cells/0/consultations',
      'policy scheme /scheme',
      'policy policy /policy',
    ]);
    expect(await stored()).toEqual([]);
    expect(await lastEntry()).toMatchObject({
      decision: 'refused',
      rules: ['complete', 'threshold', 'derivable', 'plausible', 'policy'],
    });
  });

  test('for the shape names every fault of the shape and of no other rule', async () => {
    const answer = await put(kanon, reporter, placeOf(), {
      scheme: 'but-counselling/2',
      policy: '1',
      cells: [{ benefits: ['AUSFLUG'], pupils: 4, consultations: 1.5, name: 'Erika' }],
      none: [],
      withheld: [],
    });
    // 1.5 breaks the text itself, which is not read on behind it.
    expect(findingsIn(answer.body)).toEqual(['shape not-an-integer /cells/0/consultations']);
    const whole = await put(kanon, reporter, placeOf(), {
      scheme: 'but-counselling/2',
      policy: '1',
      cells: [{ benefits: ['AUSFLUG'], pupils: 4, consultations: -1, name: 'Erika' }],
      none: ['Erika'],
      remark: 'Erika',
    });
    expect(findingsIn(whole.body)).toEqual([
      'shape unknown-field ',
      'shape missing-field /withheld',
      'shape not-a-count /policy',
      'shape unknown-field /cells/0',
      'shape not-a-count /cells/0/consultations',
      'shape not-a-code /none/0',
    ]);
    expect(whole.text).not.toMatch(/Erika|remark/);
    expect(await lastEntry()).toMatchObject({ decision: 'refused', rules: ['shape'] });
  });

  test('leaves the report that stood there as it was', async () => {
    await put(kanon, reporter, placeOf(), REPORT);
    const before = [await stored(), await history()];
    expect((await put(kanon, reporter, placeOf(), reportWith({ pupils: 4 }))).status).toBe(422);
    expect([await stored(), await history()]).toEqual(before);
  });
});
