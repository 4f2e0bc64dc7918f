/** The sequencer: every committed entry gets one leaf, whatever breaks; and no second history is ever signed. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CheckpointFolder } from '../../src/audit/checkpoint-folder.ts';
import { LogTreeStore } from '../../src/audit/log-tree.store.ts';
import type { LogRefusal } from '../../src/audit/log-refusal.ts';
import { type Cable, layCable } from '../foundation/cable.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { Inspector, type LogScene, openLog } from './log-scene.ts';

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

describe('the sequencer', () => {
  let database: FreshDatabase;
  let folder: string;
  let cable: Cable;
  let log: LogScene;
  let owner: pg.Client;
  let inspector: Inspector;

  beforeEach(async () => {
    database = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-log-'));
    cable = await layCable(database.serviceUrl);
    log = await openLog(cable.url, folder);
    owner = await connected(database.ownerUrl);
    inspector = new Inspector(owner, folder);
  });
  afterEach(async () => {
    await owner.end();
    await log.close();
    await cable.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: unknown) => (error as LogRefusal).code,
    );

  test('gives every committed entry one leaf, and signs for all of them', async () => {
    const sequencer = log.sequencer();
    await sequencer.sequence();
    expect(await inspector.look()).toMatchObject({ leaves: 0, signed: 0, exported: 0, wrong: [] });
    for (const [times, all] of [
      [1, 1],
      [3, 4],
      [7, 11],
    ] as const) {
      await log.access(times);
      expect(await inspector.look()).toMatchObject({ entries: all, pending: times, wrong: [] });
      await sequencer.sequence();
      expect(await inspector.look()).toMatchObject({
        entries: all,
        leaves: all,
        pending: 0,
        signed: all,
        exported: all,
        wrong: [],
      });
    }
  });

  test('misses no entry that is committed after later ones were numbered', async () => {
    const sequencer = log.sequencer();
    let go = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (go = resolve));
    const late = owner.query('BEGIN').then(async () => {
      await owner.query(
        `INSERT INTO access_entry (tenant, id, at, action, decision, leaf_key, leaf)
         VALUES ('05', gen_random_uuid(), '2026-01-01', 'account.read', 'allowed', $1, $1)`,
        [Buffer.alloc(32)],
      );
      await waiting;
      await owner.query('COMMIT');
    });
    await log.access(2);
    await sequencer.sequence();
    go();
    await late;
    expect(await inspector.look()).toMatchObject({ entries: 3, leaves: 2, pending: 1, wrong: [] });
    await sequencer.sequence();
    expect(await inspector.look()).toMatchObject({ entries: 3, leaves: 3, signed: 3, wrong: [] });
  });

  test('an access that is rolled back leaves nothing to number', async () => {
    await expect(
      log.gate.pass(
        { actor: { tenant: '05', role: 'admin', schools: [] }, act: 'account.read', place: () => ({}) },
        async () => {
          throw new Error('on purpose');
        },
      ),
    ).rejects.toThrow('on purpose');
    await log.sequencer().sequence();
    expect(await inspector.look()).toMatchObject({ entries: 1, leaves: 1, wrong: [] });
  });

  describe('that dies', () => {
    const STEPS = [
      'log-lead',
      'log-newest',
      'log-begin',
      'log-take',
      'log-hashes',
      'log-grow',
      'log-advance',
      'log-keep',
    ];

    test.each(STEPS)('at %s is followed by one that loses nothing and signs nothing twice', async (step) => {
      const first = step === 'log-begin';
      if (!first) {
        await log.access(3);
        await log.sequencer().sequence();
      }
      await log.access(4);
      const { broken } = cable;
      cable.cutAt(step);
      await expect(log.sequencer().sequence()).rejects.toThrow();
      expect(cable.broken).toBe(broken + 1);
      expect((await inspector.look()).wrong).toEqual([]);
      await log.access(2);
      await log.sequencer().sequence();
      const all = first ? 6 : 9;
      expect(await inspector.look()).toMatchObject({
        entries: all,
        leaves: all,
        signed: all,
        exported: all,
        wrong: [],
      });
    });

    test.each([
      ['before', 'log-advance'],
      ['after', 'log-advance'],
      ['before', 'log-keep'],
      ['after', 'log-keep'],
    ] as const)('%s COMMIT of %s arrives is followed by one that goes on', async (mishap, word) => {
      await log.access(3);
      await log.sequencer().sequence();
      await log.access(4);
      const { broken } = cable;
      cable.breakAtCommit(mishap, word);
      await expect(log.sequencer().sequence()).rejects.toThrow();
      expect(cable.broken).toBe(broken + 1);
      await sleep(50);
      expect((await inspector.look()).wrong).toEqual([]);
      await log.access(2);
      await log.sequencer().sequence();
      expect(await inspector.look()).toMatchObject({
        entries: 9,
        leaves: 9,
        signed: 9,
        exported: 9,
        wrong: [],
      });
    });
  });

  describe('exports', () => {
    const names = async () => (await readdir(join(folder, 'checkpoints'))).sort();

    test('one file a size, and removes the smaller ones and what a kill left of them', async () => {
      await log.access(3);
      await log.sequencer().sequence();
      expect(await names()).toEqual(['05-1-3.checkpoint']);
      for (const name of ['05-1-3', '05-1-5', '05-1-9', '09-1-2'])
        await writeFile(join(folder, 'checkpoints', `${name}.checkpoint.77-0123456789abcdef.new`), '');
      await log.access(2);
      await log.sequencer().sequence();
      expect(await names()).toEqual([
        '05-1-5.checkpoint',
        '05-1-9.checkpoint.77-0123456789abcdef.new',
        '09-1-2.checkpoint.77-0123456789abcdef.new',
      ]);
    });

    test('beside the one file of an older Kanon, which counts by what it holds until it is outgrown', async () => {
      await log.access(3);
      await log.sequencer().sequence();
      const [three, old] = ['05-1-3', '05-1'].map((name) =>
        join(folder, 'checkpoints', `${name}.checkpoint`),
      );
      await rename(three!, old!);
      const kept = await readFile(old!);
      await log.access(2);
      await log.sequencer().sequence();
      expect(await names()).toEqual(['05-1-5.checkpoint']);
      await writeFile(old!, kept);
      expect(await refusal(log.sequencer().sequence())).toBe('none');
      await rename(join(folder, 'checkpoints', '05-1-5.checkpoint'), old!);
      await writeFile(three!, kept);
      expect(await new CheckpointFolder(log.settings).newest()).toMatchObject({ tree: 1, size: 5 });
    });

    test('never two of one size: what is there already is the same, or nothing is signed', async () => {
      await log.access(3);
      await log.sequencer().sequence();
      const exported = new CheckpointFolder(log.settings);
      const note = (await exported.newest())!.note.toString('utf8');
      await exported.add(1, 3, note);
      await expect(exported.add(1, 3, note.replace('\n3\n', '\n4\n'))).rejects.toMatchObject({
        code: 'not-consistent',
      });
      expect((await exported.newest())!.note.toString('utf8')).toBe(note);
    });

    test('a checkpoint under the name of another size is none', async () => {
      await log.access(3);
      await log.sequencer().sequence();
      const file = join(folder, 'checkpoints', '05-1-3.checkpoint');
      await rename(file, join(folder, 'checkpoints', '05-1-2.checkpoint'));
      await log.access(1);
      expect(await refusal(log.sequencer().sequence())).toBe('export-unreadable');
    });
  });

  describe('among several', () => {
    test('numbers and signs as if it were alone', async () => {
      const sequencers = [log.sequencer(), log.sequencer(), log.sequencer()];
      let done = false;
      const accesses = Promise.all([log.access(20), log.access(20)]).then(() => (done = true));
      const work = sequencers.map(async (sequencer) => {
        while (!done) await sequencer.sequence();
      });
      await Promise.all([accesses, ...work]);
      await sequencers[0]!.sequence();
      expect(await inspector.look()).toMatchObject({
        entries: 40,
        leaves: 40,
        signed: 40,
        exported: 40,
        wrong: [],
      });
    });

    test('where the lock fails, at most one history is committed all the same', async () => {
      class Unlocked extends LogTreeStore {
        override lead(): Promise<boolean> {
          return Promise.resolve(true);
        }
      }
      await log.access(3);
      await log.sequencer().sequence();
      let done = false;
      const accesses = log.access(30).then(() => (done = true));
      const work = [1, 2, 3].map(async () => {
        const sequencer = log.sequencer(new Unlocked());
        while (!done) await sequencer.sequence().catch(() => undefined);
      });
      await Promise.all([accesses, ...work]);
      await log.sequencer().sequence();
      expect(await inspector.look()).toMatchObject({
        entries: 33,
        leaves: 33,
        signed: 33,
        exported: 33,
        wrong: [],
      });
    });
  });

  describe('asked by two persons for a new log', () => {
    const ask = (person: string) =>
      owner.query(
        `INSERT INTO log_reopening (tenant, account, person) VALUES ('05', gen_random_uuid(), md5($1)::uuid)`,
        [person],
      );
    const lose = () => rm(join(folder, 'checkpoints'), { recursive: true });

    test('opens one that starts with the last checkpoint of the old one, and takes what waits', async () => {
      await log.access(3);
      await log.sequencer().sequence();
      await log.access(2);
      const { rows: before } = await owner.query(`SELECT note FROM log_checkpoint WHERE size = 3`);
      await lose();
      for (const person of ['one', 'one']) {
        await ask(person);
        expect(await refusal(log.sequencer().sequence())).toBe('export-missing');
      }
      await ask('two');
      await log.sequencer().sequence();
      const { rows: trees } = await owner.query(
        `SELECT number, origin, size::int, link FROM log_tree ORDER BY number`,
      );
      expect(trees).toEqual([
        { number: 1, origin: 'kanon.example/log/05', size: 3, link: null },
        { number: 2, origin: 'kanon.example/log/05/2', size: 3, link: before[0].note },
      ]);
      const { rows: leaves } = await owner.query(
        `SELECT entry IS NULL AS link, hash FROM log_node WHERE tree = 2 AND level = 0 ORDER BY index`,
      );
      expect(leaves.map(({ link }) => link)).toEqual([true, false, false]);
      const link = createHash('sha256').update(`\0kanon-link/1\n${before[0].note}`).digest();
      expect(leaves[0].hash).toEqual(link);
      await log.access(1);
      await log.sequencer().sequence();
      const { rows: signed } = await owner.query(
        `SELECT tree, size::int FROM log_checkpoint ORDER BY tree, size`,
      );
      expect(signed.at(-1)).toEqual({ tree: 2, size: 4 });
    });

    test('opens none while the log is sound, and none for what was asked of the log before', async () => {
      await log.access(3);
      await log.sequencer().sequence();
      for (const person of ['one', 'two']) await ask(person);
      await log.access(3);
      await log.sequencer().sequence();
      expect(await inspector.look()).toMatchObject({ leaves: 6, signed: 6, wrong: [] });
      await lose();
      await log.access(1);
      await log.sequencer().sequence();
      await lose();
      expect(await refusal(log.sequencer().sequence())).toBe('export-missing');
      const { rows } = await owner.query(`SELECT max(number) AS newest FROM log_tree`);
      expect(rows).toEqual([{ newest: 2 }]);
    });
  });

  describe('refuses to sign', () => {
    /** A copy of the database as it is now, as a backup would keep it. */
    async function backup(): Promise<FreshDatabase> {
      await owner.end();
      await log.close();
      const copy = await freshDatabase(database);
      log = await openLog(cable.url, folder);
      owner = await connected(database.ownerUrl);
      inspector = new Inspector(owner, folder);
      return copy;
    }

    test('on a restored backup that is older than what it has signed, and leaves it as it is', async () => {
      await log.access(3);
      await log.sequencer().sequence();
      const old = await backup();
      await log.access(2);
      await log.sequencer().sequence();
      const restored = await openLog(old.serviceUrl, folder);
      const other = await connected(old.ownerUrl);
      try {
        expect(await refusal(restored.sequencer().sequence())).toBe('behind-export');
        await restored.access(4);
        expect(await refusal(restored.sequencer().sequence())).toBe('behind-export');
        const { rows } = await other.query(
          `SELECT (SELECT count(*)::int FROM log_pending) AS waiting, (SELECT max(size)::int FROM log_tree) AS size`,
        );
        expect(rows).toEqual([{ waiting: 4, size: 3 }]);
      } finally {
        await other.end();
        await restored.close();
        await old.drop();
      }
      await log.sequencer().sequence();
      expect(await inspector.look()).toMatchObject({ entries: 5, signed: 5, exported: 5, wrong: [] });
    });

    test('on a backup that went its own way and has as many entries by now', async () => {
      await log.access(3);
      await log.sequencer().sequence();
      const copy = await backup();
      const elsewhere = await mkdtemp(join(tmpdir(), 'kanon-test-log-'));
      const forked = await openLog(copy.serviceUrl, elsewhere);
      try {
        await rm(elsewhere, { recursive: true });
        await cp(folder, elsewhere, { recursive: true });
        await forked.access(5);
        await forked.sequencer().sequence();
        await log.access(4);
        await log.sequencer().sequence();
        await rm(elsewhere, { recursive: true });
        await cp(folder, elsewhere, { recursive: true });
        await forked.access(1);
        expect(await refusal(forked.sequencer().sequence())).toBe('not-consistent');
      } finally {
        await forked.close();
        await copy.drop();
        await rm(elsewhere, { recursive: true, force: true });
      }
    });

    test('without the exported checkpoints, with ones of another log, and without its key', async () => {
      await log.access(3);
      await log.sequencer().sequence();
      await log.access(1);
      const file = join(folder, 'checkpoints', '05-1-3.checkpoint');
      const kept = join(folder, 'kept');
      await rename(file, kept);
      expect(await refusal(log.sequencer().sequence())).toBe('export-missing');
      await writeFile(file, 'no note\n');
      expect(await refusal(log.sequencer().sequence())).toBe('export-unreadable');
      await rename(kept, file);
      await rename(join(folder, 'log-key-05-1'), kept);
      expect(await refusal(log.sequencer().sequence())).toBe('other-key');
      await rename(kept, join(folder, 'log-key-05-1'));
      expect(await refusal(log.sequencer().sequence())).toBe('none');
      expect(await inspector.look()).toMatchObject({ signed: 4, wrong: [] });
    });

    test('for a tree whose hashes were changed', async () => {
      await log.access(6);
      await log.sequencer().sequence();
      const superuser = await connected(database.superUrl);
      await superuser.query(`SET session_replication_role = replica`);
      await superuser.query(`UPDATE log_node SET hash = sha256(hash) WHERE level = 2`);
      await superuser.end();
      await log.access(1);
      expect(await refusal(log.sequencer().sequence())).toBe('tree-damaged');
    });
  });
});
