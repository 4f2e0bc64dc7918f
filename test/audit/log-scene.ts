/** The log without the rest of the service: entries go in by the gate, sequencers number them, an inspector checks all by hand. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { AccessLog } from '../../src/access/access-log.ts';
import type { Actor } from '../../src/access/actor.ts';
import { Gate } from '../../src/access/gate.ts';
import { CheckpointFolder } from '../../src/audit/checkpoint-folder.ts';
import { LogTreeStore } from '../../src/audit/log-tree.store.ts';
import { everywhere } from '../../src/access/place.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { TOGETHER } from '../../src/foundation/database/corked-socket.ts';
import { Unrecorded } from '../../src/foundation/database/unrecorded.ts';
import { Database } from '../../src/foundation/database/within.ts';
import type { Settings } from '../../src/foundation/settings.ts';
import { parseVerifierKey } from '../../src/merkle/keys.ts';
import { parseNote } from '../../src/merkle/note.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { NaiveTree } from '../merkle/naive-tree.ts';
import { checking, sha256 } from '../merkle/primitives.ts';

const ACTOR: Actor = {
  tenant: '05',
  role: 'admin',
  system: 'test',
  office: 'Erfundenes Amt',
  schools: [],
};

export interface LogScene {
  readonly gate: Gate;
  readonly unrecorded: Unrecorded;
  readonly settings: Settings;
  /** One more process, as far as the log can tell. */
  sequencer(store?: LogTreeStore, exported?: CheckpointFolder): Sequencer;
  /** So many accesses, one after the other. */
  access(times: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the log of a database; `folder` holds its key and the exported checkpoints. */
export async function openLog(url: string, folder: string): Promise<LogScene> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    poolSize: 6,
    installExtensions: false,
    extra: TOGETHER,
  }).initialize();
  const database = new Database(source);
  const unrecorded = new Unrecorded(database);
  const gate = new Gate(database, new AccessLog());
  const settings = {
    tenant: '05',
    data: folder,
    checkpoints: join(folder, 'checkpoints'),
    publicUrl: 'https://kanon.example',
  } as Settings;
  return {
    gate,
    unrecorded,
    settings,
    sequencer: (store = new LogTreeStore(), exported = new CheckpointFolder(settings)) =>
      new Sequencer(unrecorded, store, exported, settings),
    async access(times) {
      for (let time = 0; time < times; time++)
        await gate.pass({ actor: ACTOR, act: 'account.read', place: everywhere }, async () => undefined);
    },
    close: () => source.destroy(),
  };
}

interface Finding {
  readonly entries: number;
  readonly leaves: number;
  readonly pending: number;
  /** Leaves that the newest signed checkpoint vouches for. */
  readonly signed: number | undefined;
  readonly exported: number | undefined;
  /** What must never be. */
  readonly wrong: string[];
}

/** Checks everything by hand, with the tree built anew by the definition; remembers every head it has seen. */
export class Inspector {
  private readonly heads = new Map<string, string>();

  constructor(
    private readonly owner: pg.Client,
    private readonly folder: string,
  ) {}

  async look(): Promise<Finding> {
    const rows = async (text: string) => (await this.owner.query(text)).rows;
    await this.owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const entries = await rows(`SELECT id, leaf FROM access_entry`);
    const pending = await rows(`SELECT entry, leaf FROM log_pending`);
    const leaves = await rows(`SELECT index::int, hash, entry FROM log_node WHERE level = 0 ORDER BY index`);
    const trees = await rows(`SELECT number, size::int, root, verifier_key FROM log_tree`);
    const notes = await rows(`SELECT size::int, note FROM log_checkpoint ORDER BY size`);
    await this.owner.query('COMMIT');
    const wrong: string[] = [];
    const say = (holds: boolean, what: string): void => {
      if (!holds) wrong.push(what);
    };

    const seen = new Map<string, number>();
    for (const { entry } of [...pending, ...leaves]) seen.set(entry, (seen.get(entry) ?? 0) + 1);
    say(seen.size === entries.length, `${entries.length} entries, but ${seen.size} wait or are numbered`);
    for (const { id } of entries) say(seen.get(id) === 1, `an entry stands ${seen.get(id) ?? 0} times`);
    const hashes = new Map(leaves.map(({ entry, hash }) => [entry as string, hash as Buffer]));
    for (const { id, leaf } of entries)
      if (hashes.has(id)) say(leafOf(leaf).equals(hashes.get(id)!), 'a leaf is not that of its entry');
    leaves.forEach(({ index }, place) => say(index === place, `leaf ${index} stands at ${place}`));

    const commitments = new Map(entries.map(({ id, leaf }) => [id as string, leaf as Buffer]));
    const naive = new NaiveTree(leaves.map(({ entry }) => leafData(commitments.get(entry)!)));
    const [tree] = trees;
    if (tree) {
      say(tree.size === leaves.length, `${leaves.length} leaves, but a head of ${tree.size}`);
      say(naive.hash(0, leaves.length).equals(tree.root), 'the head has another root');
    }
    const open = async (note: Uint8Array) =>
      (await openCheckpoint(checking, parseNote(note), parseVerifierKey(sha256, tree?.verifier_key)))
        .checkpoint;
    const files = await readdir(join(this.folder, 'checkpoints')).catch(() => []);
    const checkpoints = files.filter((name) => name.endsWith('.checkpoint'));
    const exported = await Promise.all(
      checkpoints.map(async (name) => open(await readFile(join(this.folder, 'checkpoints', name)))),
    );
    const signed = await Promise.all(notes.map(({ note }) => open(Buffer.from(note))));
    for (const { size, root } of [...signed, ...exported]) {
      const hex = Buffer.from(root).toString('hex');
      say((this.heads.get(String(size)) ?? hex) === hex, `two histories of ${size} entries are signed`);
      this.heads.set(String(size), hex);
      say(size <= leaves.length && naive.hash(0, size).equals(root), `a signed root of ${size} is wrong`);
    }
    return {
      entries: entries.length,
      leaves: leaves.length,
      pending: pending.length,
      signed: signed.at(-1)?.size,
      exported: exported.length > 0 ? Math.max(...exported.map(({ size }) => size)) : undefined,
      wrong,
    };
  }
}

const leafData = (commitment: Buffer): Buffer => Buffer.concat([Buffer.from('kanon-entry/1\n'), commitment]);
const leafOf = (commitment: Buffer): Buffer =>
  Buffer.from(sha256(Buffer.concat([Buffer.from([0]), leafData(commitment)])));
