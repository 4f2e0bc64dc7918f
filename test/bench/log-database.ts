/** A log in a database that is tampered with, and how auditor, sequencer and witness look at it. */
import { createHmac } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Actor } from '../../src/access/actor.ts';
import { EntryStore } from '../../src/audit/entry.store.ts';
import { CheckpointFolder } from '../../src/audit/checkpoint-folder.ts';
import { entryWords } from '../../src/access/entry-fields.ts';
import { entryLeafHash } from '../../src/access/leaf.ts';
import { LogBundles } from '../../src/audit/log-bundle.ts';
import { LogBundleStore } from '../../src/audit/log-bundle.store.ts';
import { logKey } from '../../src/audit/log-key.ts';
import { LogProofs } from '../../src/audit/log-proofs.ts';
import { LogTreeStore } from '../../src/audit/log-tree.store.ts';
import { everywhere } from '../../src/access/place.ts';
import { migrate } from '../../src/foundation/database/migrate.ts';
import { formatCheckpoint } from '../../src/merkle/checkpoint.ts';
import { append, EMPTY_EDGE, rootOf } from '../../src/merkle/edge.ts';
import { formatNote, parseNote } from '../../src/merkle/note.ts';
import { proveConsistency } from '../../src/merkle/prove.ts';
import { sign } from '../../src/merkle/signatures.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { isConsistent } from '../../src/merkle/verify.ts';
import { type DatabaseUrls, startEmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { verifyEntry } from '../../src/verifier/verify-entry.ts';
import { openLog } from '../audit/log-scene.ts';
import { checking, sha256, signing } from '../merkle/primitives.ts';
import { markedFolder } from '../setup/sweep.ts';
import { verified } from '../verifier/archive.ts';
import type { Found, Tampering } from './log-tampered.ts';
import {
  BLANK,
  type Ask,
  below,
  DAYS,
  daysAgo,
  enter,
  keyOf,
  KINDS,
  PER_DAY,
  type Rewriter,
  TENANT,
} from './log-database-kinds.ts';

const MONTHS = 12;
const AUDITOR: Actor = {
  tenant: TENANT,
  role: 'auditor',
  system: 'bench',
  office: 'Erfundene Revision',
  schools: [],
};
const TABLES = ['access_entry', 'log_tree', 'log_pending', 'log_node', 'log_checkpoint'];

/** A log of some months in the database of its own, or in this migrated and empty one. */
export async function openTamperedDatabase(at?: DatabaseUrls): Promise<Tampering & { end(): Promise<void> }> {
  const folder = await markedFolder();
  const own = at ? undefined : await startEmbeddedPostgres({ dir: folder, fsync: false });
  if (own) await migrate(own.ownerUrl);
  const server = at ?? own!;
  const data = join(folder, 'kanon');
  const scene = await openLog(server.serviceUrl, data);
  const client = new pg.Client({ connectionString: server.superUrl });
  await client.connect();
  const ask: Ask = async (text, values = []) => (await client.query(text, [...values])).rows;
  const end = async (): Promise<void> => {
    await client.end();
    await scene.close();
    await own?.stop();
    await rm(folder, { recursive: true, force: true });
  };

  for (const days of DAYS) {
    for (let minute = 0; minute < PER_DAY; minute++) await enter(ask, daysAgo(days, minute), `Amt ${days}`);
    await scene.sequencer().sequence();
    await ask(`SET session_replication_role = replica`);
    await ask(`UPDATE log_checkpoint SET signed_at = $1 WHERE signed_at > now() - interval '1 hour'`, [
      daysAgo(days, 60),
    ]);
    await ask(`SET session_replication_role = origin`);
  }
  await ask(`SET session_replication_role = replica`);
  await ask(`UPDATE log_tree SET opened_at = $1`, [daysAgo(400)]);
  for (const table of TABLES) await ask(`CREATE TABLE kept_${table} AS TABLE ${table}`);
  const kept = join(folder, 'kept');
  await cp(scene.settings.checkpoints, kept, { recursive: true });

  const settings = { ...scene.settings, logMonths: MONTHS };
  const trees = new LogTreeStore();
  const bundles = new LogBundles(new LogBundleStore(), trees, scene.unrecorded, settings);
  const proofs = new LogProofs(new EntryStore(), trees);
  const key = await keyOf(ask);
  const keptFolder = new CheckpointFolder({ ...settings, checkpoints: kept });
  const { checkpoint } = await openCheckpoint(checking, parseNote((await keptFolder.newest())!.note), key);
  const trust = { logs: [key], witnesses: [] };

  async function restore(): Promise<void> {
    await client.query(
      TABLES.map((table) => `DELETE FROM ${table}; INSERT INTO ${table} TABLE kept_${table};`).join(''),
    );
    await rm(settings.checkpoints, { recursive: true });
    await cp(kept, settings.checkpoints, { recursive: true });
  }

  /** As the auditor loads it: what breaks off is not there. */
  async function bundle(from: Date, to: Date): Promise<readonly string[]> {
    const access = { actor: AUDITOR, act: 'log.bundle', place: everywhere } as const;
    const plan = await scene.gate.pass(access, (tx) => bundles.plan(tx, TENANT, from, to));
    const parts: Buffer[] = [];
    try {
      for await (const part of bundles.tar(plan)) parts.push(part);
    } catch (error) {
      if (!(error instanceof Error && error.message === 'leaves of the tree are missing')) throw error;
    }
    return (await verified(Buffer.concat(parts), trust.logs)).findings.kept.map(({ code }) => code);
  }

  /** As a witness does: what it saw last must be the start of what is shown. */
  async function witness(): Promise<readonly string[]> {
    return scene.unrecorded.read('witnesses of the log', TENANT, async (tx) => {
      const { note } = (await trees.newestNote(tx, TENANT))!;
      try {
        const shown = (await openCheckpoint(checking, parseNote(Buffer.from(note)), key)).checkpoint;
        if (shown.size < checkpoint.size) return ['shrunk'];
        const proof = await proveConsistency(
          sha256,
          trees.reader(tx, TENANT, 1),
          checkpoint.size,
          shown.size,
        );
        return isConsistent(sha256, checkpoint, shown, proof) ? [] : ['forked'];
      } catch (error) {
        return [error instanceof Error ? error.name : 'unreadable'];
      }
    });
  }

  async function sequencer(): Promise<readonly string[]> {
    try {
      await scene.sequencer().sequence();
      const refusal = (await scene.sequencer().status())?.refusal;
      return refusal ? [refusal.code] : [];
    } catch (error) {
      return [error instanceof Error ? ((error as { code?: string }).code ?? error.name) : 'failed'];
    }
  }

  /** Every entry that the log shows, one after the other. */
  async function everyProof(): Promise<readonly string[]> {
    const access = { actor: AUDITOR, act: 'log.entry', place: everywhere } as const;
    const ids =
      await ask(`SELECT id FROM access_entry e WHERE NOT EXISTS (SELECT FROM log_pending p WHERE p.entry = e.id)
                           UNION SELECT entry FROM log_node WHERE entry IS NOT NULL`);
    return scene.gate.pass(access, async (tx) => {
      for (const { id } of ids) {
        const answer = JSON.stringify(await proofs.entry(tx, TENANT, id));
        const { findings } = await verifyEntry(Buffer.from(answer), trust, checking);
        if (findings.count > 0) return findings.kept.map(({ code }) => code);
      }
      return [];
    });
  }

  async function look(from = daysAgo(500), to = daysAgo(-1)): Promise<Found> {
    let codes = await bundle(from, to);
    if (codes.length > 0) return { by: 'bundle', codes };
    codes = await sequencer();
    if (codes.length > 0) return { by: 'sequencer', codes };
    codes = await witness();
    if (codes.length > 0) return { by: 'witness', codes };
    return { by: 'proof', codes: await everyProof() };
  }

  const rewriter: Rewriter = {
    async rewrite() {
      const entries = await ask(
        `SELECT n.index::int, e.* FROM log_node n JOIN access_entry e ON e.id = n.entry WHERE n.level = 0 ORDER BY n.index`,
      );
      for (const { id, at, office, leaf_key } of entries) {
        const words = canonicalJson(entryWords({ ...BLANK, id, at, office }));
        const leaf = createHmac('sha256', leaf_key).update(words).digest();
        await ask(`UPDATE access_entry SET leaf = $2 WHERE id = $1`, [id, leaf]);
      }
      const rows = await ask(
        `SELECT n.entry, e.leaf, n.hash FROM log_node n LEFT JOIN access_entry e ON e.id = n.entry WHERE n.level = 0 ORDER BY n.index`,
      );
      const leaves: Uint8Array[] = rows.map(({ leaf, hash }) => (leaf ? entryLeafHash(leaf) : hash));
      const { edge, nodes } = append(sha256, EMPTY_EDGE, leaves);
      for (const { level, index, hash } of nodes)
        await ask(`UPDATE log_node SET hash = $3 WHERE level = $1 AND index = $2`, [
          level,
          index,
          Buffer.from(hash),
        ]);
      await ask(`UPDATE log_tree SET root = $1`, [Buffer.from(rootOf(sha256, edge))]);
      const signer = await logKey(settings.data, TENANT, 1, key.name);
      for (const { size } of await ask(`SELECT size::int FROM log_checkpoint`)) {
        const root = rootOf(sha256, append(sha256, EMPTY_EDGE, leaves.slice(0, size)).edge);
        const text = formatCheckpoint({ origin: key.name, size, root });
        const note = formatNote({ text, signatures: [sign(signing, signer, text)] });
        await ask(`UPDATE log_checkpoint SET note = $2 WHERE size = $1`, [size, note]);
        if (size !== edge.size) continue;
        await rm(settings.checkpoints, { recursive: true });
        await new CheckpointFolder(settings).add(1, size, note);
      }
    },
  };

  return {
    kinds: Object.keys(KINDS),
    async mutant(rng, kind) {
      await restore();
      await KINDS[kind]!(ask, rng, rewriter);
      return look();
    },
    async clean(rng) {
      await restore();
      const from = below(rng, 500);
      return look(daysAgo(from), daysAgo(below(rng, from) - 1));
    },
    end,
  };
}
