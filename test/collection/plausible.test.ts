/** What is unusual about a report is asked back over HTTP, what cannot be is refused, and what is confirmed is stored. */
import { Confirmations } from '../../src/collection/confirmation.ts';
import { isRefused } from '../../src/rules/finding.ts';
import type { Report } from '../../src/rules/report.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { call, OPEN_PERIOD, REPORT } from '../setup/app.ts';
import { asking, MANY, OFTEN } from './asking.ts';
import { findingsIn, placeOf, reportWith, rows } from './scene.ts';

const { scene, send, stored, lastEntry, askedOf } = asking();
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
    const read = await call(scene.kanon, 'GET', placeOf(), { token: scene.reporter.token });
    for (const text of [
      receipt,
      read.text,
      JSON.stringify(await rows(scene.kanon, 'SELECT r::text FROM report r')),
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
  /** The last quarter of the scheme's first year, so that others came before it. */
  const NOW = placeOf('990001', '2026-Q4');
  const small = REPORT; // 28 consultations
  const large = (second: number) => reportWith({ consultations: 240 }, { pupils: 20, consultations: second });
  const put = async (period: string, report: Report, school = '990001') => {
    const asked = await send(placeOf(school, period), report);
    return asked.status === 409 ? send(placeOf(school, period), report, asked.body.confirm) : asked;
  };

  test('is asked back from ten times the newest report before this period, whatever stands in this one', async () => {
    await put(OPEN_PERIOD, reportWith({ consultations: 100 }));
    await put('2026-Q3', small);
    await put('2027-Q1', reportWith({ consultations: 6 }, { consultations: 7 })); // of later periods nothing is asked
    expect((await send(NOW, large(40))).status).toBe(201);
    const asked = await send(NOW, large(41));
    expect([asked.status, findingsIn(asked.body)]).toEqual([409, ['plausible last ']]);
    expect(asked.body.findings[0].reason.en).toBe(
      'The whole report has far more consultations than the last report of this school.',
    );
    expect((await send(NOW, large(41), asked.body.confirm)).body.revisionNumber).toBe(2);
    // The one that now stands there is no measure while there is an earlier period.
    expect((await send(NOW, large(42))).status).toBe(409);
  });

  test('is asked back from ten times the report that stands there where no period came before', async () => {
    expect((await send(NOW, small)).status).toBe(201);
    expect((await send(NOW, large(40))).body.revisionNumber).toBe(2);
    await send(NOW, small);
    const asked = await send(NOW, large(41));
    expect(findingsIn(asked.body)).toEqual(['plausible last ']);
    const token = asked.body.confirm;
    expect((await send(NOW, large(41), token)).status).toBe(200);
    // The answer was lost on its way, and the same goes out again: there is no question any more, but there was.
    expect((await send(NOW, large(41), token)).body.outcome).toBe('unchanged');
    expect((await send(NOW, large(41))).body.outcome).toBe('unchanged');
  });

  test('is never asked of a first report, and another school’s report is none of this one', async () => {
    await put('2026-Q3', small, '990002');
    expect((await send(NOW, large(400))).status).toBe(201);
  });

  test('counts a report of nothing as one of k', async () => {
    const nothing = {
      ...REPORT,
      cells: [],
      none: BUT_COUNSELLING_1.benefits.map(({ code }) => code),
      withheld: [],
    };
    await put('2026-Q3', nothing);
    expect((await send(NOW, reportWith({ consultations: 31 }))).status).toBe(201);
    expect(findingsIn((await send(NOW, reportWith({ consultations: 32 }))).body)).toEqual([
      'plausible last ',
    ]);
  });

  test('tells nothing of the old number: the answer is the same to the byte for each that asks', async () => {
    const texts = new Set<string>();
    for (const consultations of [6, 7, 8, 9]) {
      await rows(scene.kanon, 'TRUNCATE report, report_revision');
      await put('2026-Q3', reportWith({ consultations }));
      const { body } = await send(NOW, large(400));
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
    const token = scene.kanon.app.get(Confirmations).give(askedOf(beyond));
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
