/** What is unusual about a report is asked back over HTTP, and stored only by the token of just that question. */
import { isRefused } from '../../src/rules/finding.ts';
import type { Report } from '../../src/rules/report.ts';
import { type Asked, Confirmations } from '../../src/collection/confirmation.ts';
import { check } from '../../src/rules/check.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/scheme.ts';
import { call, furnish, OPEN_PERIOD, REPORT, SCHOOLS, signedIn, startApp } from '../setup/app.ts';
import type { Signed, TestApp } from '../setup/app.ts';
import { answering, freePort, launch, type Service } from '../setup/service.ts';
import { findingsIn, openPeriod, placeOf, reportWith, rows } from './scene.ts';
import { rowsAsText } from './traces.ts';

let kanon: TestApp;
let reporter: Signed;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(
    kanon,
    SCHOOLS.map((school) => (school.number === '990004' ? { ...school, roll: null } : school)),
  );
  for (const period of ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q2', '2026-Q3'])
    await openPeriod(kanon, period);
  reporter = await signedIn(kanon, 'reporter', { schools: ['990001', '990002', '990004'] });
});
afterAll(() => kanon.close());
beforeEach(() => rows(kanon, 'TRUNCATE report, report_revision'));

const send = (
  at: string,
  report: object,
  confirm?: string,
  {
    headers = {},
    who = reporter,
    at: service = kanon,
  }: { headers?: Record<string, string>; who?: Signed; at?: TestApp } = {},
) =>
  call(service, 'PUT', at, {
    token: who.token,
    body: JSON.stringify(report),
    headers: { ...(confirm === undefined ? {} : { 'kanon-confirm': confirm }), ...headers },
  });
const stored = () => rows(kanon, 'SELECT school, period, pupils, consultations FROM report ORDER BY 2, 1');
const lastEntry = async () =>
  (await rows(kanon, 'SELECT * FROM access_entry ORDER BY at DESC, id LIMIT 1'))[0]!;

/** 403 at a roll of 400, and 6 pupils with 241 consultations. */
const MANY = reportWith({ pupils: 403, consultations: 403 });
const OFTEN = reportWith({ consultations: 241 });
const FORM = /^\d{13}\.[A-Za-z0-9_-]{43}$/;

describe.each<[string, Report, string, string]>([
  ['more pupils than the roll', MANY, 'roll', '/cells/0/pupils'],
  ['many consultations for each pupil', OFTEN, 'ratio', '/cells/0/consultations'],
])('%s', (_, report, cause, pointer) => {
  test('is asked back by place, rule and benefits, and nothing is stored', async () => {
    const { status, body, headers } = await send(placeOf(), report);
    expect([status, body.type, headers.get('content-type')]).toEqual([
      409,
      'urn:kanon:problem:confirmation-needed',
      'application/problem+json; charset=utf-8',
    ]);
    expect(body.findings).toEqual([
      expect.objectContaining({ rule: 'plausible', version: 2, severity: 'question', cause, pointer }),
    ]);
    expect(body.findings[0].reason.de).toMatch(/^Eintägige Ausflüge \+ .* Teilhabe: /);
    expect(body.confirm).toMatch(FORM);
    expect(await stored()).toEqual([]);
    expect(await lastEntry()).toMatchObject({ decision: 'refused', rules: ['plausible'], school: '990001' });
  });

  test('is stored once it is confirmed, and neither answer nor receipt nor entry says that it was', async () => {
    const asked = await send(placeOf(), report);
    const answer = await send(placeOf(), report, asked.body.confirm);
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { outcome: 'stored', stored: report, questions: [], confirm: null },
    ]);
    expect(await stored()).toHaveLength(1);
    expect(await lastEntry()).toMatchObject({ decision: 'allowed', rules: [], subject: null });
    const receipt = Buffer.from(answer.body.receipt.split('.')[1], 'base64url').toString();
    const read = await call(kanon, 'GET', placeOf(), { token: reporter.token });
    for (const text of [
      receipt,
      read.text,
      JSON.stringify(await rows(kanon, 'SELECT r::text FROM report r')),
    ])
      expect(text).not.toMatch(new RegExp(`question|confirm|ratio|roll|${asked.body.confirm.slice(14)}`));
  });

  test('is told by a dry run with the token that stores it, and the dry run is no refusal', async () => {
    const { status, body } = await send(`${placeOf()}?dryRun=true`, report);
    expect([status, body.outcome, isRefused(body.questions)]).toEqual([200, 'checked', false]);
    expect(body.questions).toMatchObject([{ rule: 'plausible', cause, pointer }]);
    expect([await stored(), (await lastEntry())['rules']]).toEqual([[], []]);
    const sure = await send(`${placeOf()}?dryRun=true`, report, body.confirm);
    expect([sure.status, sure.body.questions, sure.body.confirm]).toEqual([200, [], null]);
    expect((await send(placeOf(), report, body.confirm)).status).toBe(201);
  });
});

describe('far more than the last report', () => {
  const small = REPORT; // 28 consultations
  const large = (second: number) => reportWith({ consultations: 240 }, { pupils: 20, consultations: second });
  const put = async (period: string, report: Report, school = '990001') => {
    const asked = await send(placeOf(school, period), report);
    return asked.status === 409 ? send(placeOf(school, period), report, asked.body.confirm) : asked;
  };

  test('is asked back from ten times the newest report before this period, whatever stands in this one', async () => {
    await put('2025-Q2', reportWith({ consultations: 100 }));
    await put('2025-Q4', small);
    await put('2026-Q3', reportWith({ consultations: 6 }, { consultations: 7 })); // of later periods nothing is asked
    expect((await send(placeOf(), large(40))).status).toBe(201);
    const asked = await send(placeOf(), large(41));
    expect([asked.status, findingsIn(asked.body)]).toEqual([409, ['plausible last ']]);
    expect(asked.body.findings[0].reason.en).toBe(
      'The whole report has far more consultations than the last report of this school.',
    );
    expect((await send(placeOf(), large(41), asked.body.confirm)).body.revisionNumber).toBe(2);
    // The one that now stands there is no measure while there is an earlier period.
    expect((await send(placeOf(), large(42))).status).toBe(409);
  });

  test('is asked back from ten times the report that stands there where no period came before', async () => {
    expect((await send(placeOf(), small)).status).toBe(201);
    expect((await send(placeOf(), large(40))).body.revisionNumber).toBe(2);
    await send(placeOf(), small);
    const asked = await send(placeOf(), large(41));
    expect(findingsIn(asked.body)).toEqual(['plausible last ']);
    const token = asked.body.confirm;
    expect((await send(placeOf(), large(41), token)).status).toBe(200);
    // The answer was lost on its way, and the same goes out again: there is no question any more, but there was.
    expect((await send(placeOf(), large(41), token)).body.outcome).toBe('unchanged');
    expect((await send(placeOf(), large(41))).body.outcome).toBe('unchanged');
  });

  test('is never asked of a first report, and another school’s report is none of this one', async () => {
    await put('2025-Q4', small, '990002');
    expect((await send(placeOf(), large(400))).status).toBe(201);
  });

  test('counts a report of nothing as one of k', async () => {
    const nothing = {
      ...REPORT,
      cells: [],
      none: BUT_COUNSELLING_1.benefits.map(({ code }) => code),
      withheld: [],
    };
    await put('2025-Q4', nothing);
    expect((await send(placeOf(), reportWith({ consultations: 31 }))).status).toBe(201);
    expect(findingsIn((await send(placeOf(), reportWith({ consultations: 32 }))).body)).toEqual([
      'plausible last ',
    ]);
  });

  test('tells nothing of the old number: the answer is the same to the byte for each that asks', async () => {
    const texts = new Set<string>();
    for (const consultations of [6, 7, 8, 9]) {
      await rows(kanon, 'TRUNCATE report, report_revision');
      await put('2025-Q4', reportWith({ consultations }));
      const { body } = await send(placeOf(), large(400));
      texts.add(JSON.stringify({ ...body, confirm: '' }));
    }
    expect(texts.size).toBe(1);
    expect([...texts][0]!.replaceAll(/"(version|status)":\d+/g, '')).not.toMatch(/\d/);
  });
});

describe('hard ends', () => {
  test.each([
    ['twice the roll and twenty', '990001', { pupils: 820, consultations: 820 }, 409, 'roll'],
    ['one more', '990001', { pupils: 821, consultations: 821 }, 422, 'roll-end'],
    ['two hundred a pupil', '990001', { consultations: 1200 }, 409, 'ratio'],
    ['one more', '990001', { consultations: 1201 }, 422, 'ratio-end'],
    ['the same where the roll is unknown', '990004', { consultations: 1201 }, 422, 'ratio-end'],
    ['fewer than pupils', '990001', { consultations: 5 }, 422, 'consultations'],
  ])('%s (%s, %j): %i', async (_, school, change, status, cause) => {
    const answer = await send(placeOf(school), reportWith(change));
    expect([answer.status, answer.body.findings[0].cause]).toEqual([status, cause]);
    expect(answer.body.confirm === undefined).toBe(status === 422);
    expect(await stored()).toEqual([]);
  });

  test('no pupils are too many where the roll is unknown, and no token opens an end', async () => {
    expect((await send(placeOf('990004'), reportWith({ pupils: 5000, consultations: 5000 }))).status).toBe(
      201,
    );
    const beyond = reportWith({ pupils: 821, consultations: 821 });
    const token = kanon.app.get(Confirmations).give(askedOf(beyond));
    expect(findingsIn((await send(placeOf(), beyond, token)).body)).toEqual([
      'plausible roll-end /cells/0/pupils',
    ]);
  });

  test('a refusal names no questions beside it, so that first is mended what must be', async () => {
    const answer = await send(
      placeOf(),
      reportWith({ pupils: 403, consultations: 403 }, { consultations: 1 }),
    );
    expect(findingsIn(answer.body)).toEqual(['plausible consultations /cells/1/consultations']);
    expect(answer.body.detail).toBe('Refused for 1 reason(s); nothing was stored.');
  });
});

/** What the service would have asked about a report, unless changed. */
const askedOf = (report: Report, change: Partial<Asked> = {}): Asked => ({
  tenant: '05',
  account: reporter.actor.account!,
  school: '990001',
  period: OPEN_PERIOD,
  report,
  questions: check(report, {
    scheme: BUT_COUNSELLING_1,
    policy: POLICY_1,
    roll: 400,
    window: 'open',
  }),
  ...change,
});

describe('a confirmation', () => {
  const refused = async (answer: ReturnType<typeof send>, asksAgain = true) => {
    const { status, body } = await answer;
    expect([status, body.type]).toEqual([409, 'urn:kanon:problem:confirmation-refused']);
    expect(typeof body.confirm).toBe(asksAgain ? 'string' : 'undefined');
    expect(await lastEntry()).toMatchObject({ decision: 'refused', rules: ['plausible'] });
  };
  const tokenOf = async (at: string, report: object, who = reporter): Promise<string> =>
    (await send(at, report, undefined, { who })).body.confirm;

  test('of another body is refused, and the answer asks anew with a token that counts', async () => {
    const token = await tokenOf(placeOf(), MANY);
    const other = reportWith({ pupils: 404, consultations: 404 });
    await refused(send(placeOf(), other, token));
    const again = await send(placeOf(), other, token);
    expect(findingsIn(again.body)).toEqual(['plausible roll /cells/0/pupils']);
    expect(await stored()).toEqual([]);
    expect((await send(placeOf(), other, again.body.confirm)).status).toBe(201);
  });

  test('of the same report in another order counts: what is stored is the same', async () => {
    const token = await tokenOf(placeOf(), MANY);
    const turned = { ...MANY, cells: MANY.cells.toReversed(), withheld: MANY.withheld.toReversed() };
    expect((await send(placeOf(), turned, token)).status).toBe(201);
  });

  test('of another school, period or account is refused', async () => {
    const colleague = await signedIn(kanon, 'reporter', { schools: ['990001', '990002'] });
    await refused(send(placeOf('990002'), MANY, await tokenOf(placeOf('990001'), MANY)));
    await refused(send(placeOf('990001', '2026-Q2'), MANY, await tokenOf(placeOf('990001'), MANY)));
    await refused(send(placeOf(), MANY, await tokenOf(placeOf(), MANY, colleague)));
    expect(await stored()).toEqual([]);
  });

  test('of another question about the same report is refused: the register has changed meanwhile', async () => {
    const token = await tokenOf(placeOf(), { ...OFTEN });
    await rows(kanon, `UPDATE school SET roll = 0 WHERE number = '990001'`);
    try {
      await refused(send(placeOf(), OFTEN, token));
    } finally {
      await rows(kanon, `UPDATE school SET roll = 400 WHERE number = '990001'`);
    }
    expect((await send(placeOf(), OFTEN, token)).status).toBe(201);
  });

  test('counts for ten minutes and not a moment longer', async () => {
    const confirmations = kanon.app.get(Confirmations);
    const given = (ago: number) => confirmations.give(askedOf(MANY), Date.now() - ago);
    await refused(send(placeOf(), MANY, given(600_000)));
    const asked = askedOf(MANY);
    const token = confirmations.give(asked, 1_700_000_000_000);
    expect(confirmations.holds(token, asked, 1_700_000_599_999)).toBe(true);
    expect(confirmations.holds(token, asked, 1_700_000_600_000)).toBe(false);
    expect((await send(placeOf(), MANY, given(590_000))).status).toBe(201);
  });

  test('whose end was put off is refused', async () => {
    const token = await tokenOf(placeOf(), MANY);
    await refused(send(placeOf(), MANY, `${Number(token.slice(0, 13)) + 1}${token.slice(13)}`));
  });

  test('that nobody asked for is refused, also to a report with nothing unusual in it', async () => {
    const token = await tokenOf(placeOf(), MANY);
    const { body } = await send(placeOf(), REPORT, token);
    expect(findingsIn(body)).toEqual(['plausible unasked ']);
    await refused(send(placeOf(), REPORT, token), false);
    await refused(send(`${placeOf()}?dryRun=true`, REPORT, token), false);
    await refused(send(placeOf(), REPORT, kanon.app.get(Confirmations).give(askedOf(REPORT))), false);
    expect(await stored()).toEqual([]);
  });

  test.each([
    ['is empty', () => ''],
    ['says yes', () => 'true'],
    ['stands there twice', (token: string) => `${token}, ${token}`],
    ['is cut off', (token: string) => token.slice(0, -1)],
    ['has something behind it', (token: string) => `${token}A`],
    // The last of 43 characters carries two bits that no byte has.
    ['is spelled otherwise', (token: string) => token.replace(/.$/, (last) => NEXT[last] ?? last)],
    ['is of zeros', (token: string) => `${token.slice(0, 14)}${'A'.repeat(43)}`],
  ])('that %s is refused', async (_, bend) => {
    const token = await tokenOf(placeOf(), MANY);
    expect(bend(token)).not.toBe(token);
    await refused(send(placeOf(), MANY, bend(token)));
    expect(await stored()).toEqual([]);
  });
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const NEXT = Object.fromEntries([...LETTERS].map((letter, i) => [letter, LETTERS[i ^ 1]]));

  test('in a header that is sent twice is refused', async () => {
    const token = await tokenOf(placeOf(), MANY);
    const response = await fetch(kanon.url + placeOf(), {
      method: 'PUT',
      headers: [
        ['authorization', `Bearer ${reporter.token}`],
        ['content-type', 'application/json'],
        ['kanon-confirm', token],
        ['kanon-confirm', token],
      ],
      body: JSON.stringify(MANY),
    });
    expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([
      409,
      'urn:kanon:problem:confirmation-refused',
    ]);
  });

  test('of one key is none of another', async () => {
    const stranger = await startApp();
    const token = await tokenOf(placeOf(), MANY);
    const [ours, theirs] = [kanon, stranger].map(({ app }) =>
      app.get(Confirmations).holds(token, askedOf(MANY)),
    );
    expect([ours, theirs]).toEqual([true, false]);
    await stranger.close();
  });
});

describe('a dry run', () => {
  const tryOut = (report: object, headers: Record<string, string> = {}, who = reporter, confirm?: string) =>
    send(`${placeOf()}?dryRun=true`, report, confirm, { headers, who });
  const problem = async (answer: ReturnType<typeof send>) => {
    const { status, body } = await answer;
    return [status, body.type];
  };
  const CHANGED = [412, 'urn:kanon:problem:revision-changed'];
  const NEEDED = [428, 'urn:kanon:problem:revision-needed'];
  const NONE = { 'if-match': '"00000000-0000-4000-8000-000000000000"' };
  const corrected = reportWith({ consultations: 10 });

  test('foresees 412 and 428 as storing answers them, with and without something unusual', async () => {
    const colleague = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    for (const report of [corrected, MANY]) {
      await rows(kanon, 'TRUNCATE report, report_revision');
      const both = async (expected: unknown[], headers: Record<string, string>, who = reporter) => {
        expect(await problem(tryOut(report, headers, who))).toEqual(expected);
        expect(await lastEntry()).toMatchObject({ dry_run: true, decision: 'refused' });
        expect(await problem(send(placeOf(), report, undefined, { headers, who }))).toEqual(expected);
      };
      await both(CHANGED, NONE); // nothing is there to be replaced
      const first = await send(placeOf(), REPORT);
      const etag = first.headers.get('etag')!;
      await both(CHANGED, NONE);
      await both(CHANGED, NONE, colleague);
      await both(NEEDED, {}, colleague);
      expect((await tryOut(report)).status).toBe(200);
      expect((await tryOut(report, { 'if-match': etag })).status).toBe(200);
      expect((await tryOut(report, { 'if-match': etag }, colleague)).status).toBe(200);
      // What stands there already is stored again by nobody, so nothing can be in its way.
      expect((await tryOut(REPORT, NONE, colleague)).status).toBe(200);
      expect((await send(placeOf(), REPORT, undefined, { headers: NONE, who: colleague })).body.outcome).toBe(
        'unchanged',
      );
      expect(await stored()).toMatchObject([{ pupils: [6, 7], consultations: [9, 19] }]);
    }
  });

  test('leaves its log entry and nothing else, whatever it asks', async () => {
    await send(placeOf('990001', '2025-Q4'), REPORT);
    const before = await rowsAsText(kanon.database.superUrl);
    const { body } = await tryOut(reportWith({ pupils: 403, consultations: 403 }));
    expect(body.questions.map((question: { cause: string }) => question.cause)).toEqual(['roll', 'last']);
    const after = await rowsAsText(kanon.database.superUrl);
    const changed = after.filter(({ text }, i) => text !== before[i]?.text).map(({ table }) => table);
    const SEQUENCED = /access_entry|log_|sequence|pg_catalog|pg_toast/;
    expect(changed.filter((table) => !SEQUENCED.test(table))).toEqual([]);
    for (const { text } of after) expect(text).not.toContain(body.confirm.slice(14));
  });
});

describe('another process that serves the same Land', () => {
  let other: Service;
  let figuresAt: string;
  beforeAll(async () => {
    const { data, publicUrl } = kanon.settings;
    const { serviceUrl, ownerUrl } = kanon.database;
    const port = await freePort();
    figuresAt = `http://127.0.0.1:${port}/metrics`;
    other = await answering(
      await launch({
        KANON_DATA: data,
        KANON_PUBLIC_URL: publicUrl,
        KANON_METRICS_PORT: String(port),
        DATABASE_URL: serviceUrl,
        DATABASE_OWNER_URL: ownerUrl,
      }),
    );
  });
  afterAll(async () => {
    other.process.kill('SIGTERM');
    await other.ended;
  });

  test('knows the confirmations of this one, and this one its own', async () => {
    const there = { ...kanon, url: other.url };
    const { body: here } = await send(placeOf(), MANY);
    expect((await send(placeOf(), MANY, here.confirm, { at: there })).status).toBe(201);
    const { body } = await send(placeOf('990002'), OFTEN, undefined, { at: there });
    expect((await send(placeOf('990002'), OFTEN, body.confirm)).status).toBe(201);
  });

  test('writes a status into figures and log lines, and nothing of question or confirmation', async () => {
    const at = { ...kanon, url: other.url };
    const { body } = await send(placeOf(), OFTEN, undefined, { at });
    expect((await send(placeOf(), OFTEN, body.confirm, { at })).status).toBe(201);
    const figures = await (await fetch(figuresAt)).text();
    expect(figures).toMatch(/status="409"/);
    const said = figures + other.output();
    expect(said).toMatch(/"status":409/);
    expect(said).not.toMatch(/plausible|ratio\b|confirm|MITTAG|TEILHABE/i);
    expect(said).not.toContain(body.confirm.slice(14));
  });
});
