/** Periods as the administration keeps them: opened, changed before the first report, prolonged, withdrawn while empty. */
import { Participations } from '../../src/reference/participations.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { NEWEST_POLICY } from '../../src/rules/policy.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { findingsIn, openPeriod, placeOf, put, rows } from '../collection/scene.ts';
import {
  call,
  freeze,
  furnish,
  REPORT,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
} from '../setup/app.ts';
import { act, refusalOf, rowOf, saidOf, together, waiting } from './kept-scene.ts';

let kanon: TestApp;
let admin: Signed;
let officer: Signed;
let reporter: Signed;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
  admin = await signedIn(kanon, 'admin');
  officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
  reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
});
afterAll(() => kanon.close());

const NEW = {
  scheme: 'but-counselling/1',
  policy: NEWEST_POLICY.number,
  opensOn: '2020-01-01',
  closesOn: '2090-01-01',
};
const listed = async (period: string) =>
  (await call(kanon, 'GET', '/v1/periods')).body.periods.find((one: { key: string }) => one.key === period);
const report = (period: string) => put(kanon, reporter, placeOf('990001', period), REPORT);
const typeOf = ({ status, body }: { status: number; body: any }) => [status, body.type];
const CONFLICT = [409, 'urn:kanon:problem:conflict'];

describe('a period', () => {
  test('is opened, stands in the list with its days, and only once', async () => {
    expect((await act(kanon, '2031-Q1', '', admin, NEW)).body).toEqual({
      period: '2031-Q1',
      opensOn: '2020-01-01',
      closesOn: '2090-01-01',
    });
    expect(await listed('2031-Q1')).toMatchObject({
      state: 'open',
      opensOn: '2020-01-01',
      policy: { number: NEWEST_POLICY.number },
    });
    expect(typeOf(await act(kanon, '2031-Q1', '', admin, NEW))).toEqual(CONFLICT);
    expect((await saidOf(kanon, 'period.open', '2031-Q1'))[0]).toMatchObject({
      decision: 'allowed',
      object: 'opens=2020-01-01 closes=2090-01-01 scheme=but-counselling/1',
    });
  });

  test.each([
    ['a scheme that there is not', { ...NEW, scheme: 'nichts/1' }, 'field /scheme'],
    ['a day that there is not', { ...NEW, opensOn: '2026-02-30' }, 'field /opensOn'],
    ['an end before its beginning', { ...NEW, closesOn: '2019-01-01' }, 'days /closesOn'],
    ['a policy that is no number', { ...NEW, policy: '1' }, 'field /policy'],
    ['a field too many', { ...NEW, state: 'released' }, 'unknown-field '],
  ])('is not opened with %s', async (_, body, finding) => {
    const refused = await act(kanon, '2031-Q2', '', admin, body);
    expect([refused.status, ...findingsIn(refused.body)]).toEqual([400, finding]);
    expect(await listed('2031-Q2')).toBeUndefined();
  });

  test('is not opened under a policy that there is not, an older one, nor beside one that counts the same', async () => {
    for (const policy of [77, NEWEST_POLICY.number - 1])
      expect(typeOf(await act(kanon, '2031-Q2', '', admin, { ...NEW, policy }))).toEqual(CONFLICT);
    expect(await listed('2031-Q2')).toBeUndefined();
    expect(typeOf(await act(kanon, '2031-S1', '', admin, { ...NEW, scheme: 'but-counselling/2' }))).toEqual(
      CONFLICT,
    );
  });
});

describe('the days of a period', () => {
  test('change before the first report, with the old ones in the log', async () => {
    await openPeriod(kanon, '2032-Q1');
    const days = { opensOn: '2021-01-01', closesOn: '2089-01-01' };
    expect((await act(kanon, '2032-Q1', 'days', admin, days)).body).toEqual({ period: '2032-Q1', ...days });
    expect(await listed('2032-Q1')).toMatchObject(days);
    expect(await saidOf(kanon, 'period.change', '2032-Q1')).toEqual([
      {
        decision: 'allowed',
        rules: [],
        object: 'opens=2021-01-01 closes=2089-01-01 oldOpens=2020-01-01 oldCloses=2090-01-01',
      },
    ]);
  });

  test('do not change once somebody has reported, nor when that report is sent back', async () => {
    await openPeriod(kanon, '2032-Q2');
    expect((await report('2032-Q2')).status).toBe(201);
    const days = { opensOn: '2020-01-01', closesOn: '2080-01-01' };
    expect(typeOf(await act(kanon, '2032-Q2', 'days', admin, days))).toEqual(CONFLICT);
    const coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    const back = await call(kanon, 'POST', '/v1/regions/05111/reports/2032-Q2/990001/return', {
      token: coordinator.token,
      body: '{"reason":"SCHOOL_ASKED"}',
    });
    expect(back.status).toBe(200);
    expect(typeOf(await act(kanon, '2032-Q2', 'days', admin, days))).toEqual(CONFLICT);
    expect(await rowOf(kanon, '2032-Q2')).toMatchObject({ closes: '2090-01-01' });
  });

  test('are moved ahead, and then its schools are not fixed yet and nobody reports', async () => {
    await openPeriod(kanon, '2032-Q3');
    expect(
      (
        await call(kanon, 'PUT', `${placeOf('990001', '2032-Q3')}?dryRun=true`, {
          token: reporter.token,
          body: JSON.stringify(REPORT),
        })
      ).status,
    ).toBe(200);
    expect(await rowOf(kanon, '2032-Q3')).toMatchObject({ fixed: true });
    const days = { opensOn: '2085-01-01', closesOn: '2090-01-01' };
    expect((await act(kanon, '2032-Q3', 'days', admin, days)).status).toBe(200);
    expect(await rowOf(kanon, '2032-Q3')).toMatchObject({ fixed: false, opens: '2085-01-01' });
    expect(await rows(kanon, `SELECT FROM period_school WHERE period = '2032-Q3'`)).toEqual([]);
    const early = await report('2032-Q3');
    expect([early.status, ...findingsIn(early.body)]).toEqual([422, 'window not-yet-open ']);
  });

  test.each([
    ['a last day gone by', { opensOn: '2020-01-01', closesOn: '2021-01-01' }, 400],
    ['days out of order', { opensOn: '2090-01-02', closesOn: '2090-01-01' }, 400],
    ['one day only', { opensOn: '2020-01-01' }, 400],
  ])('do not become %s', async (_, days, status) => {
    expect((await act(kanon, '2032-Q1', 'days', admin, days)).status).toBe(status);
  });

  test('of a period that is not there are not changed', async () => {
    const days = { opensOn: '2020-01-01', closesOn: '2090-01-01' };
    expect((await act(kanon, '2039-Q4', 'days', admin, days)).status).toBe(404);
    expect((await act(kanon, '2039-Q4', 'prolongation', admin, { closesOn: '2090-01-01' })).status).toBe(404);
    expect((await act(kanon, '2039-Q4', 'withdrawal', admin)).status).toBe(404);
  });
});

describe('a prolongation', () => {
  test('sets a later last day, never an earlier one or the same', async () => {
    await openPeriod(kanon, '2033-Q1', { closesOn: '2080-01-01' });
    const prolong = (closesOn: string) => act(kanon, '2033-Q1', 'prolongation', admin, { closesOn });
    for (const day of ['2079-12-31', '2080-01-01']) expect(typeOf(await prolong(day))).toEqual(CONFLICT);
    expect((await prolong('2021-01-01')).status).toBe(400);
    expect((await prolong('2080-01-02')).body).toEqual({
      period: '2033-Q1',
      opensOn: '2020-01-01',
      closesOn: '2080-01-02',
    });
    expect((await saidOf(kanon, 'period.prolong', '2033-Q1')).at(-1)).toMatchObject({
      object: 'closes=2080-01-02 oldOpens=2020-01-01 oldCloses=2080-01-01 opens=2020-01-01',
    });
  });

  test('lets reports come in again after the last day, and not after a freeze', async () => {
    await openPeriod(kanon, '2033-Q2', { closesOn: '2021-01-01' });
    expect(findingsIn((await report('2033-Q2')).body)).toEqual(['window closed ']);
    expect((await act(kanon, '2033-Q2', 'prolongation', admin, { closesOn: '2090-01-01' })).status).toBe(200);
    expect((await report('2033-Q2')).status).toBe(201);
    expect((await freeze(kanon, '2033-Q2', officer.token)).status).toBe(200);
    expect(typeOf(await act(kanon, '2033-Q2', 'prolongation', admin, { closesOn: '2091-01-01' }))).toEqual(
      CONFLICT,
    );
  });
});

describe('a withdrawal', () => {
  test('takes a period away on which nothing hangs; the log names it, and it can be opened anew', async () => {
    await openPeriod(kanon, '2034-Q1');
    await put(kanon, reporter, `${placeOf('990001', '2034-Q1')}?dryRun=true`, REPORT);
    expect((await act(kanon, '2034-Q1', 'withdrawal', admin)).body).toEqual({
      period: '2034-Q1',
      state: 'withdrawn',
    });
    expect(await listed('2034-Q1')).toBeUndefined();
    expect((await report('2034-Q1')).status).toBe(404);
    expect(await saidOf(kanon, 'period.withdraw', '2034-Q1')).toEqual([
      { decision: 'allowed', rules: [], object: 'opens=2020-01-01 closes=2090-01-01' },
    ]);
    expect((await act(kanon, '2034-Q1', '', admin, NEW)).status).toBe(201);
    const none = BUT_COUNSELLING_1.benefits.map(({ code }) => code);
    const newest = { ...REPORT, policy: NEWEST_POLICY.number, cells: [], none, withheld: [] };
    expect((await put(kanon, reporter, placeOf('990001', '2034-Q1'), newest)).status).toBe(201);
  });

  test('is refused where something hangs on it, and where it is frozen', async () => {
    expect(typeOf(await act(kanon, '2034-Q1', 'withdrawal', admin))).toEqual(CONFLICT);
    await openPeriod(kanon, '2034-Q2');
    await kanon.app
      .get(Participations)
      .change(
        kanon.admin,
        { period: '2034-Q2' as PeriodKey, school: '990003' as SchoolNumber },
        { kind: 'VACANT', reason: 'POST_VACANT' },
      );
    expect(typeOf(await act(kanon, '2034-Q2', 'withdrawal', admin))).toEqual(CONFLICT);
    await openPeriod(kanon, '2034-Q3');
    await freeze(kanon, '2034-Q3', officer.token);
    expect(typeOf(await act(kanon, '2034-Q3', 'withdrawal', admin))).toEqual(CONFLICT);
    for (const period of ['2034-Q1', '2034-Q2', '2034-Q3']) expect(await listed(period)).toBeDefined();
  });
});

describe('the database', () => {
  test.each(['disclosure-officer', 'coordinator', 'reporter', ''])('lets %j keep no period', async (role) => {
    await openPeriod(kanon, `2035-Q1`).catch(() => undefined);
    for (const call of [
      `change_period_days('2035-Q1', '2020-01-01', '2090-01-02')`,
      `prolong_period('2035-Q1', '2091-01-01')`,
      `withdraw_period('2035-Q1')`,
    ])
      expect([call, await refusalOf(kanon, `SELECT ${call}`, { role })]).toEqual([call, '42501']);
  });

  test('lets an administrator change no row of a period past these functions, nor take one away', async () => {
    const direct = `UPDATE period SET closes_on = '2091-01-01' WHERE key = '2035-Q1'`;
    expect(await refusalOf(kanon, direct, { role: 'admin' })).toBe('no row');
    expect(await refusalOf(kanon, `DELETE FROM period WHERE key = '2035-Q1'`, { role: 'admin' })).toBe(
      '42501',
    );
  });
});

describe('at one moment', () => {
  test('of two who prolong, the later day stands in either order', async () => {
    for (const [period, days] of [
      ['2036-Q1', ['2091-01-01', '2092-01-01']],
      ['2036-Q2', ['2092-01-01', '2091-01-01']],
    ] as const) {
      await openPeriod(kanon, period);
      const answers = await together(
        kanon,
        period,
        days.map((closesOn) => () => act(kanon, period, 'prolongation', admin, { closesOn })),
      );
      expect(answers.map(({ status }) => status).filter((status) => ![200, 409].includes(status))).toEqual(
        [],
      );
      expect(await rowOf(kanon, period)).toMatchObject({ closes: '2092-01-01' });
      expect(answers[days.indexOf('2092-01-01')]?.status).toBe(200);
    }
  });

  test('a prolongation comes before a freeze or is refused, and a frozen period keeps its days', async () => {
    const fates: number[] = [];
    for (const [period, first] of [
      ['2036-Q3', 'freeze'],
      ['2036-Q4', 'prolong'],
    ] as const) {
      await openPeriod(kanon, period);
      const prolong = () => act(kanon, period, 'prolongation', admin, { closesOn: '2091-01-01' });
      const frozen = () => freeze(kanon, period, officer.token);
      const answers = await together(
        kanon,
        period,
        first === 'freeze' ? [frozen, prolong] : [prolong, frozen],
      );
      const [freezing, prolonging] = first === 'freeze' ? answers : answers.toReversed();
      expect(freezing?.status).toBe(200);
      fates.push(prolonging!.status);
      expect(await rowOf(kanon, period)).toMatchObject({
        state: 'frozen',
        closes: prolonging?.status === 200 ? '2091-01-01' : '2090-01-01',
      });
    }
    expect(fates.filter((status) => ![200, 409].includes(status))).toEqual([]);
  });

  test.each([
    ['2037-Q1', 'withdrawal'],
    ['2037-Q2', 'days'],
  ])('of the first report in %s and a %s that waits for it, the report is in', async (period, step) => {
    await openPeriod(kanon, period);
    const answers = await together(kanon, period, [
      () => report(period),
      () =>
        act(
          kanon,
          period,
          step,
          admin,
          step === 'days' ? { opensOn: '2085-01-01', closesOn: '2090-01-01' } : undefined,
        ),
    ]);
    const [sent, kept] = answers.map(({ status }) => status);
    // Whichever comes first decides: never both.
    expect([sent === 201, kept === 200].filter(Boolean)).toHaveLength(1);
    expect([201, 404, 422]).toContain(sent);
    expect([200, 409]).toContain(kept);
    const stored = await rows(kanon, 'SELECT FROM report WHERE period = $1', [period]);
    expect(stored).toHaveLength(sent === 201 ? 1 : 0);
  });

  test('a report that passed the rules before its period was withdrawn or moved is not stored', async () => {
    for (const [period, step, finding] of [
      ['2037-Q3', 'withdrawal', undefined],
      ['2037-Q4', 'days', 'window not-yet-open '],
    ] as const) {
      await openPeriod(kanon, period);
      await put(kanon, reporter, `${placeOf('990001', period)}?dryRun=true`, REPORT);
      const late = await overtaken(period, step);
      expect([late.status, ...findingsIn(late.body)]).toEqual(finding ? [422, finding] : [404]);
      expect(await rows(kanon, 'SELECT FROM report WHERE period = $1', [period])).toEqual([]);
    }
  });

  /** A report waits for the lock of its period while the owner does what the act does. */
  async function overtaken(period: string, step: string) {
    const { Client } = await import('pg');
    const session = new Client({ connectionString: kanon.database.superUrl });
    await session.connect();
    try {
      await session.query('BEGIN');
      await session.query(
        `SELECT set_config('kanon.tenant', '05', true), set_config('kanon.role', 'admin', true)`,
      );
      await session.query(`SELECT hold_period('05', $1)`, [period]);
      const late = report(period);
      await waiting(kanon, 1);
      const { rows: said } = await session.query(
        step === 'days'
          ? `SELECT change_period_days('${period}', '2085-01-01', '2090-01-01') AS outcome`
          : `SELECT withdraw_period('${period}') AS outcome`,
      );
      expect(said).toEqual([{ outcome: 'done' }]);
      await session.query('COMMIT');
      return await late;
    } finally {
      await session.end();
    }
  }
});
