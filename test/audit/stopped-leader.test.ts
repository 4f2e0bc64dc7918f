/** A process that signs the log is paused or killed at each step, another one goes on, and the first one wakes: one history. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CheckpointFolder } from '../../src/audit/checkpoint-folder.ts';
import { asSuperuser } from '../../src/embedded/postgres.ts';
import { parseNote } from '../../src/merkle/note.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { pause } from '../setup/service.ts';
import { halfOf, runToStep, stepsIn, type StoppedProcess } from '../setup/stopped-process.ts';
import { Inspector, type LogScene, openLog } from './log-scene.ts';
import { OldFolder } from './old-folder.ts';
import { cosigned, witnessNamed } from './witness-scene.ts';

const PROCESS = new URL('one-more-process.ts', import.meta.url);
/** Steps of other work than signing. */
const OTHERS = ['log.reopening-asked', 'retention.erased', 'retention.done'];
const STEPS = (await stepsIn('audit', 'foundation/durable.ts')).filter((name) => !OTHERS.includes(name));
/** Of a log that begins, the first file is its key and the second its checkpoint. */
const AT_THE_BEGINNING = STEPS.flatMap((name) =>
  name.startsWith('file.') ? [name, `${name}@2`] : [name],
).filter((name) => name !== 'log.cosigned');
/** What a log that goes on does not do, or does for another file. */
const BEGINNING_ONLY = [
  'log.key-made',
  ...halfOf(AT_THE_BEGINNING.filter((name) => name.startsWith('file.'))),
];
const LATER = STEPS.filter((name) => name !== 'log.key-made' && name !== 'log.cosigned');

describe('a process that signs the log', () => {
  let database: FreshDatabase;
  let folder: string;
  let log: LogScene;
  let owner: pg.Client;
  let inspector: Inspector;
  let other: StoppedProcess | undefined;

  beforeEach(async () => {
    database = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-stopped-'));
    log = await openLog(database.serviceUrl, folder);
    owner = new pg.Client(database.ownerUrl);
    owner.on('error', () => undefined);
    await owner.connect();
    inspector = new Inspector(owner, folder);
  });
  afterEach(async () => {
    await other?.end();
    await owner.end();
    await log.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** PostgreSQL does it by itself after 20 seconds. */
  const endIdleTransactions = (): Promise<unknown> =>
    asSuperuser(database.superUrl, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      ),
    );

  /** Lets one process stop at a step, another one go on, and the first one wake up. What must never be. */
  async function walk(how: 'stop' | 'kill', at: string, scene: (wake?: 'old') => Promise<void>, way?: 'old') {
    const exported = way === 'old' ? new OldFolder(log.settings) : new CheckpointFolder(log.settings);
    const one = log.sequencer(undefined, exported);
    await scene(way);
    other = runToStep(PROCESS, [database.serviceUrl, folder, way ?? 'new'], `${how}:${at}`);
    expect(await other.says()).toBe('ready');
    other.tell('round');
    await other.reached();
    await endIdleTransactions();

    // Another one goes on, and shows what it signs.
    await log.access(2);
    let shown = 0;
    for (let tries = 0; tries < 50 && shown === 0; tries++) {
      await one.sequence();
      const { entries, signed, wrong } = await inspector.look();
      if (wrong.length > 0) return wrong;
      if (signed === entries) shown = signed;
      else await pause(20);
    }
    const wrong = shown === 0 ? ['nobody signs any more'] : [];
    if (how === 'stop') {
      other.wake();
      await other.says();
    }
    const newest = (await exported.newest().catch(() => undefined))?.size ?? -1;
    if (!(newest >= shown)) wrong.push(`shown ${shown}, but exported ${newest}`);

    // Both go on.
    await log.access(1);
    if (how === 'stop') {
      other.tell('round');
      if ((await other.says()) !== 'done') wrong.push('the one that woke up signs no more');
    }
    await one.sequence();
    const end = await inspector.look();
    if (end.signed !== end.entries || end.exported !== end.entries) wrong.push('not all is signed');
    return [...wrong, ...end.wrong];
  }

  const begun = async (way?: 'old'): Promise<void> => {
    await log.access(3);
    await log.sequencer(undefined, way === 'old' ? new OldFolder(log.settings) : undefined).sequence();
    await log.access(4);
  };
  const empty = (): Promise<void> => log.access(4);

  test('has steps that are tried here', () => {
    expect(LATER.length).toBeGreaterThan(15);
    expect(AT_THE_BEGINNING).toContain('log.key-made');
  });

  test.each(LATER)('paused at %s takes nothing back when it wakes', async (at) => {
    expect(await walk('stop', at, begun)).toEqual([]);
  });

  test.each(BEGINNING_ONLY)('paused at %s of the first checkpoint begins no second log', async (at) => {
    expect(await walk('stop', at, empty)).toEqual([]);
  });

  test.each(halfOf(AT_THE_BEGINNING))(
    'killed at %s of the first checkpoint leaves nothing to mend',
    async (at) => {
      expect(await walk('kill', at, empty)).toEqual([]);
    },
  );

  test('paused at log.cosigned takes no larger checkpoint away', async () => {
    const scene = async (): Promise<void> => {
      await log.access(3);
      await log.sequencer().sequence();
      const { rows } = await owner.query(`SELECT size, note FROM log_checkpoint`);
      const note = cosigned(parseNote(Buffer.from(rows[0].note)), witnessNamed('witness.example'));
      await owner.query(
        `INSERT INTO log_cosignature (tenant, tree, size, witness, line, seen_at) VALUES ('05', 1, $1, 'w', $2, now())`,
        [rows[0].size, note.slice(note.lastIndexOf('\n\n') + 2)],
      );
    };
    expect(await walk('stop', 'log.cosigned', scene)).toEqual([]);
  });

  test('exporting as before, one name for all, sets back what was shown: the control', async () => {
    expect(await walk('stop', 'file.opened', begun, 'old')).not.toEqual([]);
  });
});
