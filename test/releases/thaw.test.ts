/** A freeze that is unusual is confirmed; and it is taken back by two disclosure officers, while nothing is released. */
import { Publisher } from '../../src/releases/publish.ts';
import { findingsIn, openPeriod, placeOf, put, rows } from '../collection/scene.ts';
import { act, refusalOf, rowOf, saidOf, together } from '../reference/kept-scene.ts';
import {
  call,
  freeze,
  furnish,
  MEANT,
  REPORT,
  SCHOOLS,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
} from '../setup/app.ts';

let kanon: TestApp;
let first: Signed;
let second: Signed;
let reporter: Signed;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
  [first, second] = [
    await signedIn(kanon, 'disclosure-officer', { region: '05' }),
    await signedIn(kanon, 'disclosure-officer', { region: '05' }),
  ];
  reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
});
afterAll(() => kanon.close());

const report = (period: string) => put(kanon, reporter, placeOf('990001', period), REPORT);
const ask = (period: string, who = first) => act(kanon, period, 'thaw', who);
const confirm = (period: string, who = second) => act(kanon, period, 'thaw/confirmation', who);
const typeOf = ({ status, body }: { status: number; body: any }) => [status, body.type];
const CONFLICT = [409, 'urn:kanon:problem:conflict'];
async function frozen(period: string): Promise<void> {
  await openPeriod(kanon, period);
  expect((await freeze(kanon, period, first.token)).status).toBe(200);
}

describe('a freeze', () => {
  const asked = (period: string, body?: object) => act(kanon, period, 'freeze', first, body);

  test('before the end of the last day, with schools missing, asks for both and freezes nothing', async () => {
    await openPeriod(kanon, '2031-Q1');
    for (const body of [undefined, { confirm: [] }, { confirm: ['not-over'] }, { confirm: ['incomplete'] }]) {
      const refused = await asked('2031-Q1', body);
      expect([...typeOf(refused), ...findingsIn(refused.body)]).toEqual([
        ...[409, 'urn:kanon:problem:freeze-unconfirmed'],
        ...['not-over /confirm', 'incomplete /confirm'],
      ]);
    }
    expect(await rowOf(kanon, '2031-Q1')).toMatchObject({ state: 'open' });
    expect((await saidOf(kanon, 'period.freeze', '2031-Q1'))[0]).toEqual({
      decision: 'refused',
      object: 'opens=2020-01-01 closes=2090-01-01',
      rules: ['not-over', 'incomplete'],
    });
    expect((await asked('2031-Q1', MEANT)).status).toBe(200);
    expect((await saidOf(kanon, 'period.freeze', '2031-Q1')).at(-1)).toEqual({
      decision: 'allowed',
      object: 'opens=2020-01-01 closes=2090-01-01 confirmed=not-over+incomplete',
      rules: [],
    });
  });

  test('says in both languages what is unusual, and no number of schools', async () => {
    await openPeriod(kanon, '2031-Q2');
    const { body, text } = await call(kanon, 'POST', '/v1/periods/2031-Q2/freeze', {
      token: first.token,
      headers: { 'accept-language': 'de' },
    });
    expect(body.title).toBe('Bitte bestätigen, dass der Zeitraum eingefroren werden soll');
    expect(body.findings.map((one: any) => one.reason.de)).toEqual([
      'Der letzte Tag für Meldungen ist noch nicht vorbei.',
      'Weniger als 80 % der erwarteten Schulen haben gemeldet.',
    ]);
    expect(text).not.toMatch(/\b[0-7] (of|von)\b/);
  });

  test('on the last day itself is before its end', async () => {
    const [{ day }] = (await rows(kanon, 'SELECT berlin_day()::text AS day')) as [{ day: string }];
    await openPeriod(kanon, '2031-Q3', { closesOn: day });
    expect(findingsIn((await asked('2031-Q3')).body)).toContain('not-over /confirm');
  });

  test('of a period that is over, and in which enough have reported, asks nothing; a report sent back is missing', async () => {
    await openPeriod(kanon, '2031-Q4');
    // Of the five schools one ended before: four are expected.
    const schools = SCHOOLS.filter(({ validTo }) => validTo === null).map(({ number }) => number);
    const people = await Promise.all(
      schools.map((school) => signedIn(kanon, 'reporter', { schools: [school] })),
    );
    for (const [at, school] of schools.entries())
      expect((await put(kanon, people[at]!, placeOf(school, '2031-Q4'), REPORT)).status).toBe(201);
    const coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    const back = () =>
      call(kanon, 'POST', '/v1/regions/05111/reports/2031-Q4/990001/return', {
        token: coordinator.token,
        body: '{"reason":"SCHOOL_ASKED"}',
      });
    expect((await back()).status).toBe(200);
    await rows(kanon, `UPDATE period SET closes_on = '2021-01-01' WHERE key = '2031-Q4'`);
    expect(findingsIn((await asked('2031-Q4')).body)).toEqual(['incomplete /confirm']);
    await rows(kanon, `DELETE FROM report_return WHERE period = '2031-Q4'`).catch(() => undefined);
    await rows(kanon, `UPDATE period SET closes_on = '2090-01-01' WHERE key = '2031-Q4'`);
    await put(kanon, people[0]!, placeOf('990001', '2031-Q4'), REPORT);
    await rows(kanon, `UPDATE period SET closes_on = '2021-01-01' WHERE key = '2031-Q4'`);
    expect((await asked('2031-Q4')).status).toBe(200);
    expect((await saidOf(kanon, 'period.freeze', '2031-Q4')).at(-1)).toMatchObject({
      object: 'opens=2020-01-01 closes=2021-01-01',
    });
  });

  test.each([
    ['another rule', { confirm: ['all'] }],
    ['a word', { confirm: 'not-over' }],
    ['a rule three times', { confirm: ['not-over', 'not-over', 'not-over'] }],
    ['another field', { force: true }],
  ])('is not confirmed by %s', async (_, body) => {
    expect((await asked('2031-Q2', body)).status).toBe(400);
  });
});

describe('a thaw', () => {
  test('needs two persons; then reports come in again, and the log says who asked', async () => {
    await frozen('2032-Q1');
    const asked = await ask('2032-Q1');
    expect([asked.status, asked.body]).toEqual([
      202,
      expect.objectContaining({ period: '2032-Q1', state: 'asked', askedBy: first.actor.account }),
    ]);
    expect(Date.parse(asked.body.endsAt) - Date.parse(asked.body.askedAt)).toBe(72 * 3_600_000);
    expect((await report('2032-Q1')).status).toBe(422);
    expect(typeOf(await ask('2032-Q1', second))).toEqual(CONFLICT);
    const again = await signedIn(kanon, 'disclosure-officer', { region: '05', person: first.actor.person! });
    for (const who of [first, again])
      expect(typeOf(await confirm('2032-Q1', who))).toEqual([403, 'urn:kanon:problem:same-person']);
    expect(await rowOf(kanon, '2032-Q1')).toMatchObject({ state: 'frozen', thawAsked: true });
    expect((await confirm('2032-Q1')).body).toMatchObject({ state: 'thawed' });
    expect(await rowOf(kanon, '2032-Q1')).toMatchObject({
      state: 'open',
      thawAsked: false,
      opens: '2020-01-01',
    });
    expect((await report('2032-Q1')).status).toBe(201);
    const days = 'opens=2020-01-01 closes=2090-01-01';
    expect((await saidOf(kanon, 'period.thaw', '2032-Q1'))[0]).toMatchObject({
      decision: 'allowed',
      object: days,
    });
    expect((await saidOf(kanon, 'period.confirm-thaw', '2032-Q1')).at(-1)).toMatchObject({
      decision: 'allowed',
      object: `${days} askedBy=${first.actor.account ?? ''}`,
    });
    // And round again: the request of before counts no more.
    expect((await freeze(kanon, '2032-Q1', first.token)).status).toBe(200);
    expect(typeOf(await confirm('2032-Q1'))).toEqual(CONFLICT);
  });

  test('of a period frozen before its first day leaves its schools to that day', async () => {
    await openPeriod(kanon, '2090-Q1', { opensOn: '2090-01-01', closesOn: '2090-05-01' });
    expect((await freeze(kanon, '2090-Q1', first.token)).status).toBe(200);
    await rows(kanon, `SELECT set_config('kanon.tenant', '05', false), fix_period_schools('2090-Q1')`);
    expect(await rowOf(kanon, '2090-Q1')).toMatchObject({ fixed: true });
    await ask('2090-Q1');
    expect((await confirm('2090-Q1')).status).toBe(200);
    expect(await rowOf(kanon, '2090-Q1')).toMatchObject({ state: 'open', fixed: false });
    expect(await rows(kanon, `SELECT FROM period_school WHERE period = '2090-Q1'`)).toEqual([]);
  });

  test('expires after 72 hours, and is then asked for anew', async () => {
    await frozen('2032-Q2');
    await ask('2032-Q2');
    await past('2032-Q2', '72 hours');
    expect((await call(kanon, 'GET', '/v1/periods/2032-Q2/thaw', { token: second.token })).body.state).toBe(
      'none',
    );
    expect(typeOf(await confirm('2032-Q2'))).toEqual(CONFLICT);
    expect((await ask('2032-Q2', second)).status).toBe(202);
    await past('2032-Q2', '71 hours');
    expect((await confirm('2032-Q2', first)).status).toBe(200);
  });

  test('counts the word of nobody who is no longer in office', async () => {
    await frozen('2032-Q3');
    const leaving = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    await ask('2032-Q3', leaving);
    await rows(kanon, 'UPDATE account SET active = false WHERE id = $1', [leaving.actor.account]);
    expect(typeOf(await confirm('2032-Q3'))).toEqual(CONFLICT);
    expect(await rowOf(kanon, '2032-Q3')).toMatchObject({ state: 'frozen' });
  });

  test('is not for a period that is open, about to be released, or was ever released', async () => {
    await openPeriod(kanon, '2032-Q4');
    expect(typeOf(await ask('2032-Q4'))).toEqual(CONFLICT);
    expect((await ask('2039-Q4')).status).toBe(404);
    expect((await report('2032-Q4')).status).toBe(201);
    await freeze(kanon, '2032-Q4', first.token);
    await ask('2032-Q4');
    expect((await act(kanon, '2032-Q4', 'release', second)).status).toBe(202);
    expect(typeOf(await confirm('2032-Q4'))).toEqual(CONFLICT);
    await kanon.app.get(Publisher).publishAsked();
    expect(await rowOf(kanon, '2032-Q4')).toMatchObject({ state: 'released', thawAsked: false });
    expect(typeOf(await ask('2032-Q4'))).toEqual(CONFLICT);
    expect((await act(kanon, '2032-Q4', 'corrections', first, { until: '2090-01-01' })).status).toBe(200);
    await freeze(kanon, '2032-Q4', first.token);
    expect(typeOf(await ask('2032-Q4'))).toEqual(CONFLICT);
  });

  test('and a release at one moment: one of them is done, never both', async () => {
    for (const [period, order] of [
      ['2033-Q1', [0, 1]],
      ['2033-Q2', [1, 0]],
    ] as const) {
      await frozen(period);
      await ask(period);
      const both = [() => confirm(period), () => act(kanon, period, 'release', second)];
      const answers = await together(
        kanon,
        period,
        order.map((at) => both[at]!),
      );
      const [thawing, releasing] = order.map((at) => answers[at]!.status);
      expect([thawing === 200, releasing === 202].filter(Boolean)).toHaveLength(1);
      expect([thawing, releasing]).toContain(409);
      expect(await rowOf(kanon, period)).toMatchObject({ state: thawing === 200 ? 'open' : 'frozen' });
      await kanon.app.get(Publisher).publishAsked();
      expect(await rows(kanon, 'SELECT FROM release WHERE period = $1', [period])).toHaveLength(
        thawing === 200 ? 0 : 1,
      );
    }
  });
});

describe('the database alone', () => {
  const thaw = (period: string, by: string | undefined) =>
    `UPDATE period SET state = 'open', frozen_at = NULL, frozen_by = NULL, frozen_person = NULL,
       thawed_at = now(), thawed_by = '${by ?? ''}', thawed_person = gen_random_uuid() WHERE key = '${period}'`;
  const asks = (period: string, by: string | undefined, at = 'now()') =>
    `UPDATE period SET thaw_asked_at = ${at}, thaw_asked_by = '${by ?? ''}', thaw_asked_person = gen_random_uuid() WHERE key = '${period}'`;
  const as = ({ actor }: Signed, statement: string) =>
    refusalOf(kanon, statement, { role: 'disclosure-officer', account: actor.account });

  test('lets nobody thaw alone, in the name of another, or too late, whatever the service lets through', async () => {
    await frozen('2034-Q1');
    const [one, two] = [first.actor.account, second.actor.account];
    expect(await as(first, thaw('2034-Q1', one))).toBe('period_thaw_check');
    expect(await as(first, asks('2034-Q1', two))).toBe('period_thaw_check');
    expect(await as(first, asks('2034-Q1', one, `now() + interval '1 day'`))).toBe('period_thaw_check');
    expect(await as(first, asks('2034-Q1', one))).toBeUndefined();
    await ask('2034-Q1');
    // A made-up person changes nothing: who somebody is stands with the account.
    expect(await as(first, thaw('2034-Q1', one))).toBe('period_thaw_check');
    expect(await as(first, thaw('2034-Q1', two))).toBe('period_thaw_check');
    expect(await as(second, thaw('2034-Q1', two))).toBeUndefined();
    await past('2034-Q1', '72 hours');
    expect(await as(second, thaw('2034-Q1', two))).toBe('period_thaw_check');
  });

  test('knows a request for a frozen period only', async () => {
    await openPeriod(kanon, '2034-Q2');
    expect(await as(first, asks('2034-Q2', first.actor.account))).toBe('thaw_of_a_frozen_one');
  });
});

/** The request is so much older. */
async function past(period: string, age: string): Promise<void> {
  await rows(
    kanon,
    `ALTER TABLE period DISABLE TRIGGER thaw_by_two;
     UPDATE period SET thaw_asked_at = thaw_asked_at - interval '${age}' WHERE key = '${period}';
     ALTER TABLE period ENABLE TRIGGER thaw_by_two`,
  );
}
