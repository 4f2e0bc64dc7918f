/** A process that publishes is paused or killed at each step, another one goes on, and the first one wakes: the newest request counts. */
import { silenceLog } from '../../src/foundation/http/log.ts';
import { asSuperuser } from '../../src/embedded/postgres.ts';
import type { Publisher } from '../../src/releases/publish.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import type { Owner } from '../access/house.ts';
import { uuid } from '../access/two-laender.ts';
import type { TestApp } from '../setup/app.ts';
import { halfOf, runToStep, stepsIn, type StoppedProcess } from '../setup/stopped-process.ts';
import { publisherByHand } from './publisher-by-hand.ts';
import { REQUESTS, reportedPeriod, startWithSchools } from './reported-period.ts';

const PROCESS = new URL('one-more-process.ts', import.meta.url);
const STEPS = (await stepsIn('releases')).filter((name) => !REQUESTS.includes(name));
/** Steps that only another scene reaches than a first release. */
const FAILING = ['release.failing', 'release.failed'];
const SETTLING = ['release.settling', 'release.settled'];
const PREVIEWING = ['release.previewed', 'release.preview-answered'];
const PLAIN = STEPS.filter((name) => ![...FAILING, ...SETTLING, ...PREVIEWING].includes(name));

describe('a process that publishes', () => {
  let kanon: TestApp;
  let owner: Owner;
  let publisher: Publisher;
  let other: StoppedProcess | undefined;
  let period: PeriodKey;
  let year = 2026;

  beforeAll(async () => {
    silenceLog();
    ({ kanon, owner } = await startWithSchools());
    publisher = await publisherByHand(kanon.app, kanon.settings);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });
  beforeEach(async () => {
    year += 1;
    period = await reportedPeriod(kanon, owner, year);
  });
  afterEach(async () => {
    await other?.end();
    await owner.rows(`DELETE FROM release_claim`);
  });

  const set = (change: string) => owner.rows(`UPDATE period SET ${change} WHERE key = $1`, [period]);
  const freeze = () =>
    set(`state = 'frozen', frozen_at = now(), frozen_by = '${uuid(1)}', frozen_person = '${uuid(2)}'`);
  const ask = (corrections = 'publish') =>
    set(`release_asked_at = now(), release_asked_by = '${uuid(3)}', release_asked_person = '${uuid(4)}',
         release_failure = NULL, release_corrections = '${corrections}'`);
  const reopen = () =>
    set(`state = 'open', frozen_at = NULL, frozen_by = NULL, frozen_person = NULL, release_asked_at = NULL,
         release_asked_by = NULL, release_asked_person = NULL, release_failure = NULL, release_corrections = NULL`);
  const correct = () =>
    owner.rows(
      `UPDATE report SET pupils = ARRAY[pupils[1] + 10], consultations = ARRAY[consultations[1] + 20] WHERE period = $1`,
      [period],
    );
  const askPreview = () =>
    owner.rows(`INSERT INTO release_preview (tenant, period) VALUES ('05', $1)`, [period]);
  const state = async () =>
    (
      await owner.rows<{ state: string; failure: string | null; asked: boolean }>(
        `SELECT state, release_failure AS failure, release_asked_at IS NOT NULL AS asked FROM period WHERE key = $1`,
        [period],
      )
    )[0];
  /** Pupils in the reports as they stand, and in what the newest release was made of. */
  const pupils = async () =>
    (
      await owner.rows<{ reported: number; released: number; versions: number }>(
        `SELECT (SELECT sum(pupils[1])::int FROM report WHERE period = $1) AS reported,
         (SELECT count(*)::int FROM release WHERE period = $1) AS versions,
         (SELECT (SELECT sum((cell->>'pupils')::int)::int
                  FROM json_array_elements(s.reports) AS report, json_array_elements(report->'cells') AS cell)
          FROM release_source s JOIN release r ON r.id = s.release
          WHERE r.period = $1 ORDER BY r.version DESC LIMIT 1) AS released`,
        [period],
      )
    )[0]!;

  /** Lets a process begin and stop at a step; as long as that takes, its transaction and its claim end. */
  async function stopped(how: 'stop' | 'kill', at: string, way = 'new'): Promise<StoppedProcess> {
    const { databaseUrl, data, pool } = kanon.settings;
    other = runToStep(PROCESS, [way], `${how}:${at}`, {
      DATABASE_URL: databaseUrl!,
      KANON_DATA: data,
      KANON_POOL: String(pool),
      PORT: '0',
    });
    expect(await other.says()).toBe('ready');
    other.tell('round');
    await other.reached();
    await asSuperuser(kanon.database.superUrl, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      ),
    );
    await owner.rows(`UPDATE release_claim SET until = now() - interval '1 second'`);
    return other;
  }

  /** What is wrong once the first process woke up, and once the other one has gone on. */
  async function woken(process: StoppedProcess): Promise<string[]> {
    process.wake();
    await process.says();
    const wrong: string[] = [];
    const after = await state();
    const between = await pupils();
    if (after?.state === 'released' && between.reported !== between.released)
      wrong.push('an old table was published');
    if (after?.failure) wrong.push(`the new request failed: ${after.failure}`);
    if (after?.state === 'frozen' && !after.asked) wrong.push('the new request is gone');
    return [...wrong, ...(await gone())];
  }
  async function gone(): Promise<string[]> {
    await owner.rows(`UPDATE release_claim SET until = now() - interval '1 second'`);
    await publisher.publishAsked();
    const { reported, released } = await pupils();
    if ((await state())?.state !== 'released') return ['nothing is released'];
    return reported === released ? [] : ['the newest release is not that of the newest request'];
  }
  const anew = async (): Promise<void> => {
    await reopen();
    await correct();
    await freeze();
    await ask();
  };

  async function released(at: string, way?: string): Promise<string[]> {
    await freeze();
    await ask();
    const process = await stopped('stop', at, way);
    await publisher.publishAsked();
    expect(await state()).toMatchObject({ state: 'released' });
    await anew();
    return woken(process);
  }

  test('has steps that are tried here', () => {
    expect(PLAIN.length).toBeGreaterThan(6);
    expect(STEPS).toEqual(expect.arrayContaining([...FAILING, ...SETTLING, ...PREVIEWING]));
  });

  test.each(PLAIN)('paused at %s publishes no table of an earlier request', async (at) => {
    expect(await released(at)).toEqual([]);
    expect((await pupils()).versions).toBe(2);
  });

  test.each(halfOf(PLAIN))('killed at %s is followed by one that releases once', async (at) => {
    await freeze();
    await ask();
    await stopped('kill', at);
    expect(await gone()).toEqual([]);
    expect((await pupils()).versions).toBe(1);
  });

  test.each(FAILING)('paused at %s does not fail a later request', async (at) => {
    const sabotage = (cells: string) =>
      owner.rows(`UPDATE report SET cells = ARRAY[$2] WHERE period = $1 AND school = '990000'`, [
        period,
        cells,
      ]);
    await sabotage('UNBEKANNT');
    await freeze();
    await ask();
    const process = await stopped('stop', at);
    await publisher.publishAsked();
    expect(await state()).toEqual({ state: 'frozen', failure: 'protection-failed', asked: false });
    await owner.rows('ALTER TABLE report DISABLE TRIGGER only_while_open');
    await sabotage('MITTAG');
    await owner.rows('ALTER TABLE report ENABLE TRIGGER only_while_open');
    await ask();
    expect(await woken(process)).toEqual([]);
  });

  test.each(SETTLING)('paused at %s settles no later request', async (at) => {
    await freeze();
    await ask();
    await publisher.publishAsked();
    await reopen();
    await correct();
    await freeze();
    await ask('keep');
    const process = await stopped('stop', at);
    await publisher.publishAsked();
    expect(await state()).toMatchObject({ state: 'released', failure: 'corrections-kept' });
    await anew();
    expect(await woken(process)).toEqual([]);
  });

  test.each(PREVIEWING)('paused at %s answers no later preview', async (at) => {
    await freeze();
    await askPreview();
    const process = await stopped('stop', at);
    await publisher.publishAsked();
    await ask();
    await publisher.publishAsked();
    await reopen();
    await correct();
    await freeze();
    await askPreview();
    process.wake();
    await process.says();
    const asked = () =>
      owner.rows(`SELECT done_at IS NULL AS waits FROM release_preview WHERE period = $1`, [period]);
    expect(await asked()).toEqual([{ waits: true }]);
    await owner.rows(`DELETE FROM release_claim`);
    await publisher.publishAsked();
    expect(await asked()).toEqual([{ waits: false }]);
    await ask();
    expect(await gone()).toEqual([]);
  });

  test('while another process protects, does nothing, and takes over when that one says nothing more', async () => {
    await freeze();
    await ask();
    await owner.rows(
      `INSERT INTO release_claim (tenant, work, holder, until) VALUES ('05', 'protect', $1, now() + interval '30 seconds')`,
      [uuid(9)],
    );
    const entries = () =>
      owner.rows(`SELECT FROM access_entry WHERE action = 'release.protect' AND period = $1`, [period]);
    await publisher.publishAsked();
    expect([await state(), await entries()]).toEqual([{ state: 'frozen', failure: null, asked: true }, []]);
    expect(await gone()).toEqual([]);
    expect(await entries()).toHaveLength(1);
    expect(await owner.rows(`SELECT FROM release_claim`)).toEqual([]);
  });

  test('without comparing the request publishes an old table: the control', async () => {
    expect(await released('release.gathered', 'old')).not.toEqual([]);
  });
});
