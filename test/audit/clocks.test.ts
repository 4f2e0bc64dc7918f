/** A process whose clock is wrong: entries have the time of the database, so none is erased too early or lies in the future. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { LogBundles } from '../../src/audit/log-bundle.ts';
import { LogBundleStore } from '../../src/audit/log-bundle.store.ts';
import { LogTreeStore } from '../../src/audit/log-tree.store.ts';
import { RetentionStore } from '../../src/audit/retention.store.ts';
import { Retention } from '../../src/audit/retention.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import { parseVerifierKey } from '../../src/merkle/keys.ts';
import { sha256 } from '../merkle/primitives.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { verified } from '../verifier/archive.ts';
import { type LogScene, openLog } from './log-scene.ts';

const DAY = 86_400_000;
const RIGHT = Date;

describe('a process whose clock is wrong', () => {
  let database: FreshDatabase;
  let folder: string;
  let log: LogScene;
  let owner: pg.Client;
  beforeEach(async () => {
    silenceLog();
    database = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-clock-'));
    log = await openLog(database.serviceUrl, folder);
    owner = new pg.Client(database.ownerUrl);
    await owner.connect();
  });
  afterEach(async () => {
    setClockRight();
    await owner.end();
    await log.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Only the clock is another; timers run as they do. */
  const setClock = (days: number): void => {
    globalThis.Date = class extends RIGHT {
      constructor(...given: [] | [string | number | Date]) {
        super(given.length === 0 ? RIGHT.now() + days * DAY : given[0]);
      }
      static override now(): number {
        return RIGHT.now() + days * DAY;
      }
    } as DateConstructor;
  };
  const setClockRight = (): void => {
    globalThis.Date = RIGHT;
  };

  test.each([
    ['400 days behind', -400],
    ['90 days ahead', 90],
  ])('%s writes entries of today, says so, and the log stays sound', async (_, days) => {
    const settings = { ...log.settings, logMonths: 12 };
    await log.access(1);
    expect(log.sequencer().clockDifference).toBe(0);
    setClock(days);
    await log.access(3);
    await log.sequencer().sequence();
    expect(Math.round((log.sequencer().clockDifference * 1000) / DAY)).toBe(days);
    const { rows } = await owner.query(
      `SELECT count(*)::int FROM access_entry WHERE at BETWEEN now() - interval '10 minutes' AND now()`,
    );
    expect(rows).toEqual([{ count: 4 }]);

    // Whichever clock the next look has.
    const retention = new Retention(log.gate, log.unrecorded, new RetentionStore(), settings);
    expect(await retention.erase()).toBe(0);
    setClockRight();
    expect(await retention.erase()).toBe(0);
    expect(log.sequencer().clockDifference).toBe(0);

    setClock(days);
    const bundles = new LogBundles(new LogBundleStore(), new LogTreeStore(), log.unrecorded, settings);
    const from = new Date(0);
    const plan = await log.unrecorded.read('rows of a recorded export', '05', (tx) =>
      bundles.plan(tx, '05', from, new Date('2090-01-01T00:00:00Z')),
    );
    const parts: Buffer[] = [];
    for await (const part of bundles.tar(plan)) parts.push(part);
    setClockRight();
    const keys = await owner.query(`SELECT verifier_key AS key FROM log_tree`);
    const { findings } = await verified(
      Buffer.concat(parts),
      keys.rows.map(({ key }) => parseVerifierKey(sha256, key as string)),
    );
    expect(findings.kept).toEqual([]);
  });

  test('by less than a minute is left alone', async () => {
    setClock(50_000 / DAY);
    await log.access(1);
    expect(log.sequencer().clockDifference).toBe(0);
  });
});
