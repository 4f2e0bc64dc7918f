/** Reports that meet a freeze or each other on the way: what was answered is what stands, and nothing fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import {
  call,
  furnish,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
  freeze as freezeMeant,
} from '../setup/app.ts';
import { findingsIn, manySchools, openPeriod, placeOf, put, reportWith, rows } from './scene.ts';

const schools = manySchools(40).map(({ number }) => number);

let kanon: TestApp;
let reporter: Signed;
let officer: Signed;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon, manySchools(40));
  reporter = await signedIn(kanon, 'provider', { schools });
  officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
});
afterAll(() => kanon.close());

const freeze = (period: string) => freezeMeant(kanon, period, officer.token);
const reportsOf = (period: string) =>
  rows(
    kanon,
    'SELECT school, consultations, revision, revision_number FROM report WHERE period = $1 ORDER BY school',
    [period],
  );
const historyOf = (period: string, school: string) =>
  rows(kanon, 'SELECT number FROM report_revision WHERE period = $1 AND school = $2 ORDER BY number', [
    period,
    school,
  ]);

/** Waits until a statement of this database waits for a lock. */
async function somebodyWaits(containing: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(20)) {
    const waiting = await rows(
      kanon,
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
      [`%${containing}%`],
    );
    if (waiting.length > 0) return;
  }
  throw new Error(`nobody waits in a statement with ${containing}`);
}

/** Another session with a transaction of its own, for holding a lock as long as the test wants. */
async function holding(work: (session: Client) => Promise<void>): Promise<void> {
  const session = new Client({ connectionString: kanon.database.superUrl });
  await session.connect();
  try {
    await session.query('BEGIN');
    await work(session);
  } finally {
    await session.end();
  }
}

describe('a freeze while reports are on their way', () => {
  const fates = { stored: 0, refused: 0 };
  // Eight send five reports each, one after the other; the freeze sets out once so many of the forty were answered.
  test.each([
    ['2028-Q1', 1],
    ['2028-Q2', 4],
    ['2028-Q3', 8],
    ['2028-Q4', 16],
    ['2029-Q1', 30],
  ])(
    'in %s: each report was stored before it or is refused by its window, and nothing moves after',
    async (period, ahead) => {
      await openPeriod(kanon, period);
      let frozen: Promise<Awaited<ReturnType<typeof freezeAndLook>>> | undefined;
      const answers: Awaited<ReturnType<typeof put>>[] = [];
      const freezeAndLook = async () => ({ answer: await freeze(period), then: await reportsOf(period) });
      const lanes = Array.from({ length: 8 }, async (_, lane) => {
        for (const school of schools.filter((_, i) => i % 8 === lane)) {
          answers.push(
            await put(kanon, reporter, placeOf(school, period), reportWith({ consultations: 100 })),
          );
          if (answers.length === ahead) frozen = freezeAndLook();
        }
      });
      await Promise.all(lanes);
      const { answer, then } = await frozen!;
      expect([answer.status, answer.body]).toEqual([200, { period, state: 'frozen', failure: null }]);

      for (const { status, body } of answers.filter((each) => each.status !== 201))
        expect([status, ...findingsIn(body)]).toEqual([422, 'window frozen ']);
      const storedSchools = answers
        .filter(({ status }) => status === 201)
        .map(({ body }) => body.school as string);
      fates.stored += storedSchools.length;
      fates.refused += schools.length - storedSchools.length;
      expect(then.map((row) => row['school'])).toEqual(storedSchools.sort());

      const later = await Promise.all(
        schools.map((school) =>
          put(kanon, reporter, placeOf(school, period), reportWith({ consultations: 101 })),
        ),
      );
      for (const { status, body } of later)
        expect([status, ...findingsIn(body)]).toEqual([422, 'window frozen ']);
      expect(await reportsOf(period)).toEqual(then);
      expect((await rows(kanon, 'SELECT FROM report_revision WHERE period = $1', [period])).length).toBe(
        then.length,
      );
    },
  );

  test('has met some reports before it and some behind it, or the above proved nothing', () => {
    expect(fates.stored).toBeGreaterThan(0);
    expect(fates.refused).toBeGreaterThan(0);
  });

  test('waits for a report that has passed the rules, and that report is in', async () => {
    const [school = ''] = schools;
    const period = '2029-Q2';
    await openPeriod(kanon, period);
    await put(kanon, reporter, placeOf(school, period), reportWith({ consultations: 100 }));
    await holding(async (session) => {
      await session.query('SELECT FROM report WHERE period = $1 FOR UPDATE', [period]);
      const correction = put(kanon, reporter, placeOf(school, period), reportWith({ consultations: 200 }));
      await somebodyWaits('INSERT INTO report');
      const frozen = freeze(period);
      await somebodyWaits('completeness_before_freeze');
      await session.query('COMMIT');
      expect([(await correction).status, (await frozen).status]).toEqual([200, 200]);
    });
    expect(await reportsOf(period)).toMatchObject([{ school, consultations: [200, 19], revision_number: 2 }]);
  });

  test('that comes between the rules and the storage has the report refused, on record, and nothing stored', async () => {
    const [school = ''] = schools;
    const period = '2029-Q3';
    await openPeriod(kanon, period);
    // The first who asks fixes the schools of the period, and would wait for the freeze earlier.
    await put(kanon, reporter, `${placeOf(schools[1], period)}?dryRun=true`, reportWith({}));
    await holding(async (session) => {
      await session.query(
        `UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = gen_random_uuid(), frozen_person = gen_random_uuid()
         WHERE key = $1`,
        [period],
      );
      const late = put(kanon, reporter, placeOf(school, period), reportWith({ consultations: 100 }));
      await somebodyWaits('INSERT INTO report');
      await session.query('COMMIT');
      const { status, body } = await late;
      expect([status, ...findingsIn(body)]).toEqual([422, 'window frozen ']);
    });
    expect(await reportsOf(period)).toEqual([]);
    const entries = await rows(
      kanon,
      'SELECT decision, rules, policy FROM access_entry WHERE period = $1 AND school = $2',
      [period, school],
    );
    expect(entries).toEqual([{ decision: 'refused', rules: ['window'], policy: 1 }]);
  });
});

describe('at the same moment', () => {
  test('the same first report several times over is stored once, and the others are told it stands', async () => {
    const period = '2030-Q1';
    await openPeriod(kanon, period);
    for (const school of schools.slice(0, 15)) {
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => put(kanon, reporter, placeOf(school, period), reportWith({}))),
      );
      expect(answers.map(({ status, body }) => `${status} ${body.outcome}`).sort()).toEqual([
        '200 unchanged',
        '200 unchanged',
        '200 unchanged',
        '201 stored',
      ]);
      expect(new Set(answers.map(({ body }) => body.revision)).size).toBe(1);
      expect(await historyOf(period, school)).toEqual([{ number: 1 }]);
    }
  });

  test('two different reports both succeed in some order, and the later one stands', async () => {
    const period = '2030-Q2';
    await openPeriod(kanon, period);
    for (const school of schools.slice(0, 15)) {
      const answers = await Promise.all(
        [201, 202].map((consultations) =>
          put(kanon, reporter, placeOf(school, period), reportWith({ consultations })),
        ),
      );
      const inOrder = answers
        .map(({ status, body }) => ({ status, ...body }))
        .sort((a, b) => a.revisionNumber - b.revisionNumber);
      expect(inOrder).toMatchObject([
        { status: 201, outcome: 'stored', revisionNumber: 1 },
        { status: 200, outcome: 'stored', revisionNumber: 2 },
      ]);
      const [stands] = await rows(kanon, 'SELECT * FROM report WHERE period = $1 AND school = $2', [
        period,
        school,
      ]);
      const last = inOrder[1]!;
      expect(stands).toMatchObject({
        revision: last.revision,
        revision_number: 2,
        reported_at: new Date(last.reportedAt),
      });
      expect(stands!['consultations']).toEqual(
        last.stored.cells.map((cell: { consultations: number }) => cell.consultations),
      );
      expect(await historyOf(period, school)).toEqual([{ number: 1 }, { number: 2 }]);
    }
  });

  test('of two corrections of the same revision one succeeds, and the other is told that it came too late', async () => {
    const period = '2030-Q4';
    await openPeriod(kanon, period);
    for (const school of schools.slice(0, 15)) {
      const first = await put(kanon, reporter, placeOf(school, period), reportWith({ consultations: 200 }));
      const headers = { 'if-match': first.headers.get('etag')! };
      const answers = await Promise.all(
        [201, 202].map((consultations) =>
          call(kanon, 'PUT', placeOf(school, period), {
            token: reporter.token,
            headers,
            body: JSON.stringify(reportWith({ consultations })),
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const stands = await rows(kanon, 'SELECT revision FROM report WHERE period = $1 AND school = $2', [
        period,
        school,
      ]);
      expect(stands).toEqual([{ revision: answers.find(({ status }) => status === 200)!.body.revision }]);
      expect(await historyOf(period, school)).toEqual([{ number: 1 }, { number: 2 }]);
    }
  });

  test('many corrections of one report count up without a gap, and their times with them', async () => {
    const [school = ''] = schools;
    const period = '2030-Q3';
    await openPeriod(kanon, period);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        put(kanon, reporter, placeOf(school, period), reportWith({ consultations: 200 + i })),
      ),
    );
    const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(answers.map(({ body }) => body.revisionNumber as number).sort((a, b) => a - b)).toEqual(numbers);
    expect(await historyOf(period, school)).toEqual(numbers.map((number) => ({ number })));
    const times = await rows(
      kanon,
      'SELECT number FROM report_revision WHERE period = $1 ORDER BY reported_at, number',
      [period],
    );
    expect(times.map((row) => row['number'])).toEqual(numbers);
  });
});
