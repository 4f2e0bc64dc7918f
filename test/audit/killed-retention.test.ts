/** A process that erases is killed at each of its steps, and another one goes on: everything due goes, once, and is told. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { RetentionStore } from '../../src/audit/retention.store.ts';
import { Retention } from '../../src/audit/retention.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { runToStep, stepsIn, type StoppedProcess } from '../setup/stopped-process.ts';
import { type LogScene, openLog } from './log-scene.ts';

const PROCESS = new URL('one-retention.ts', import.meta.url);
const STEPS = (await stepsIn('audit')).filter((name) => name.startsWith('retention.'));
/** What is there after the kill: within the transaction nothing is erased yet, after it all is. */
const LEFT: Readonly<Record<string, number>> = { 'retention.erased': 3, 'retention.done': 0 };

describe('a process that erases', () => {
  let database: FreshDatabase;
  let folder: string;
  let log: LogScene;
  let owner: pg.Client;
  let other: StoppedProcess | undefined;
  beforeEach(async () => {
    database = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-erasing-'));
    log = await openLog(database.serviceUrl, folder);
    owner = new pg.Client(database.ownerUrl);
    owner.on('error', () => undefined);
    await owner.connect();
  });
  afterEach(async () => {
    await other?.end();
    await owner.end();
    await log.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const rows = async (text: string): Promise<Record<string, unknown>[]> =>
    (await owner.query<Record<string, unknown>>(text)).rows;
  const old = () => rows(`SELECT id FROM access_entry WHERE office = 'Altes Amt'`);

  test('has these steps', () => {
    expect([...STEPS].sort()).toEqual(Object.keys(LEFT).sort());
  });

  test.each(STEPS)('killed at %s, leaves all or nothing, and the next one ends it', async (step) => {
    await owner.query(
      `INSERT INTO access_entry (tenant, id, at, office, action, decision, leaf_key, leaf)
       SELECT '05', gen_random_uuid(), now() - interval '500 days', 'Altes Amt', 'account.read', 'allowed', $1, $1
       FROM generate_series(1, 3)`,
      [Buffer.alloc(32, 9)],
    );
    await log.sequencer().sequence();
    await log.access(2);
    await log.sequencer().sequence();
    const leaves = await rows('SELECT * FROM log_node ORDER BY level, index');

    other = runToStep(PROCESS, [database.serviceUrl, folder], `kill:${step}`);
    expect(await other.says()).toBe('ready');
    other.tell('round');
    await other.reached();
    expect(await old()).toHaveLength(LEFT[step] ?? -1);

    const settings = { ...log.settings, logMonths: 12 };
    const next = new Retention(log.gate, log.unrecorded, new RetentionStore(), settings);
    expect(await next.erase()).toBe(LEFT[step]);
    expect(await old()).toEqual([]);
    expect(await rows(`SELECT decision, object FROM access_entry WHERE action = 'log.erase'`)).toEqual([
      { decision: 'allowed', object: 'months=12 entries=3' },
    ]);
    expect(await rows('SELECT * FROM log_node ORDER BY level, index')).toEqual(leaves);
  });
});
