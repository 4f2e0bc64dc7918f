/** What somebody with the database's superuser, or with the key as well, could do to the log; drawn from a seed. */
import { createHmac, randomUUID } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Actor } from '../../src/access/actor.ts';
import { AccessLogStore } from '../../src/access/access-log.store.ts';
import { exportCheckpoint, newestExported } from '../../src/access/checkpoint-folder.ts';
import type { StoredEntry } from '../../src/access/entry.ts';
import { entryLeafHash, entryWords, sealed } from '../../src/access/leaf.ts';
import { LogBundles } from '../../src/access/log-bundle.ts';
import { LogBundleStore } from '../../src/access/log-bundle.store.ts';
import { logKey } from '../../src/access/log-key.ts';
import { LogProofs } from '../../src/access/log-proofs.ts';
import { LogTreeStore } from '../../src/access/log-tree.store.ts';
import { everywhere } from '../../src/access/place.ts';
import { migrate } from '../../src/foundation/database/migrate.ts';
import { formatCheckpoint } from '../../src/merkle/checkpoint.ts';
import { append, EMPTY_EDGE, rootOf } from '../../src/merkle/edge.ts';
import { parseVerifierKey } from '../../src/merkle/keys.ts';
import { formatNote, parseNote } from '../../src/merkle/note.ts';
import { proveConsistency } from '../../src/merkle/prove.ts';
import { sign } from '../../src/merkle/signatures.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { isConsistent } from '../../src/merkle/verify.ts';
import { startEmbeddedPostgres } from '../../src/operations/embedded-postgres.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { verifyEntry } from '../../src/verifier/verify-entry.ts';
import { openLog } from '../access/log-scene.ts';
import { checking, sha256, signing } from '../merkle/primitives.ts';
import { markedFolder } from '../setup/sweep.ts';
import { verified } from '../verifier/archive.ts';
import type { Found, Tampering } from './log-mutations.ts';

const TENANT = '05';
const MONTHS = 12;
const AUDITOR: Actor = {
  tenant: TENANT,
  role: 'auditor',
  system: 'bench',
  office: 'Erfundene Revision',
  schools: [],
};
/** Days ago on which entries were written and signed for; the first lie before the time that entries are kept, the second soon will. */
const DAYS = [400, 340, 60, 40, 30, 20, 10, 3];
const PER_DAY = 7;
const TABLES = ['access_entry', 'log_tree', 'log_pending', 'log_node', 'log_checkpoint'];

const BLANK: StoredEntry = {
  ...{
    tenant: TENANT,
    id: '',
    at: new Date(0),
    account: null,
    system: null,
    office: null,
    role: null,
    scope: null,
  },
  ...{
    action: 'account.read',
    region: null,
    school: null,
    period: null,
    release: null,
    releaseVersion: null,
  },
  ...{ level: null, by: null, dryRun: false, purpose: null, decision: 'allowed', rules: [], policy: null },
  ...{ token: null, commitment: null, subject: null, span: null },
};

const daysAgo = (days: number, minutes = 0): Date =>
  new Date(Date.now() - days * 86_400_000 + minutes * 60_000);

/** One query, with whatever rights it needs. */
type Ask = (text: string, values?: readonly unknown[]) => Promise<any[]>;
type Rng = () => number;
const below = (rng: Rng, count: number): number => Math.floor(rng() * count);

/** Columns of an entry, and what could be put there. */
const EDITS: Readonly<Record<string, string>> = {
  at: `at + interval '1 second'`,
  account: `'00000000-0000-4000-8000-000000000001'`,
  office: `coalesce(office, '') || ' II'`,
  role: `'district'`,
  action: `'summary.read'`,
  region: `'051'`,
  period: `'2026-Q1'`,
  purpose: `'PLANNING'`,
  decision: `'refused'`,
  rules: `array_append(rules, 'threshold')`,
  dry_run: `NOT dry_run`,
  leaf_key: `sha256(leaf_key)`,
};

/**
 * An entry that is not due for erasure, by its place in the log. The oldest that are left are not among them: behind
 * entries that are erased already, nothing tells that one more went before its time.
 */
const SOME = `(SELECT e.id FROM access_entry e JOIN log_node n ON n.entry = e.id
  WHERE e.at > now() - interval '300 days' ORDER BY n.index OFFSET $1 LIMIT 1)`;
const KEPT_ENTRIES = (DAYS.length - 2) * PER_DAY;
const LEAVES = DAYS.length * PER_DAY;

/** By its name: text of statements, and the values of each. */
const KINDS: Readonly<Record<string, (ask: Ask, rng: Rng, log: Rewriter) => Promise<unknown>>> = {
  'edit an entry': (ask, rng) => {
    const columns = Object.entries(EDITS);
    const [column = '', value = ''] = columns[below(rng, columns.length)]!;
    return ask(`UPDATE access_entry SET ${column} = ${value} WHERE id = ${SOME}`, [below(rng, KEPT_ENTRIES)]);
  },
  'delete an entry': (ask, rng) =>
    ask(`DELETE FROM access_entry WHERE id = ${SOME}`, [below(rng, KEPT_ENTRIES)]),
  'delete a leaf': (ask, rng) =>
    ask(`DELETE FROM log_node WHERE level = 0 AND index = $1`, [below(rng, LEAVES)]),
  'reorder leaves': async (ask, rng) => {
    const one = below(rng, LEAVES);
    const other = (one + 1 + below(rng, LEAVES - 1)) % LEAVES;
    const columns = rng() < 0.5 ? ['entry'] : ['entry', 'hash'];
    const rows = await ask(
      `SELECT index::int, entry, hash FROM log_node WHERE level = 0 AND index IN ($1, $2)`,
      [one, other],
    );
    await ask(`UPDATE log_node SET entry = NULL WHERE level = 0 AND index IN ($1, $2)`, [one, other]);
    for (const { index, entry, hash } of rows) {
      const to = index === one ? other : one;
      await ask(`UPDATE log_node SET entry = $2 WHERE level = 0 AND index = $1`, [to, entry]);
      if (columns.includes('hash'))
        await ask(`UPDATE log_node SET hash = $2 WHERE level = 0 AND index = $1`, [to, hash]);
    }
  },
  'insert a foreign entry': async (ask, rng) => {
    const id = await enter(ask, daysAgo(5), 'Fremdes Amt');
    const at = below(rng, LEAVES);
    const way = below(rng, 3);
    // Beside the tree, in the place of another, or among the others.
    if (way === 1) await ask(`UPDATE log_node SET entry = $2 WHERE level = 0 AND index = $1`, [at, id]);
    if (way === 2) {
      await ask(`UPDATE log_node SET index = index + 1000 WHERE level = 0 AND index >= $1`, [at]);
      await ask(`UPDATE log_node SET index = index - 999 WHERE level = 0 AND index >= 1000`);
      const [{ leaf }] = await ask(`SELECT leaf FROM access_entry WHERE id = $1`, [id]);
      await ask(
        `INSERT INTO log_node (tenant, tree, level, index, hash, entry) VALUES ($1, 1, 0, $2, $3, $4)`,
        [TENANT, at, Buffer.from(entryLeafHash(leaf)), id],
      );
    }
  },
  // All that was there on an earlier day, as a restored backup has it.
  truncate: async (ask, rng) => {
    const size = PER_DAY * (1 + below(rng, DAYS.length - 1));
    const [{ note }] = await ask(`SELECT note FROM log_checkpoint WHERE size = $1`, [size]);
    const { root } = openCheckpoint(checking, parseNote(Buffer.from(note)), await keyOf(ask)).checkpoint;
    await ask(
      `DELETE FROM access_entry WHERE id IN (SELECT entry FROM log_node WHERE index >= $1 AND level = 0)`,
      [size],
    );
    await ask(`DELETE FROM log_node WHERE (index + 1) * (1::bigint << level::int) > $1`, [size]);
    await ask(`DELETE FROM log_checkpoint WHERE size > $1`, [size]);
    await ask(`UPDATE log_tree SET size = $1, root = $2`, [size, Buffer.from(root)]);
  },
  'change a node hash': async (ask, rng) => {
    const [{ nodes }] = await ask(`SELECT count(*)::int AS nodes FROM log_node`);
    const [node] = await ask(`SELECT level, index FROM log_node ORDER BY level, index OFFSET $1 LIMIT 1`, [
      below(rng, nodes),
    ]);
    await ask(
      `UPDATE log_node SET hash = set_byte(hash, $3, get_byte(hash, $3) # $4) WHERE level = $1 AND index = $2`,
      [node.level, node.index, below(rng, 32), 1 + below(rng, 255)],
    );
  },
  'change a checkpoint': async (ask, rng) => {
    const [{ size, note }] = await ask(
      `SELECT size, note FROM log_checkpoint ORDER BY size OFFSET $1 LIMIT 1`,
      [below(rng, DAYS.length)],
    );
    const [{ note: other }] = await ask(
      `SELECT note FROM log_checkpoint WHERE size <> $1 ORDER BY size LIMIT 1`,
      [size],
    );
    const at = below(rng, note.length);
    const edited = note.slice(0, at) + (note[at] === 'A' ? 'B' : 'A') + note.slice(at + 1);
    await ask(`UPDATE log_checkpoint SET note = $2 WHERE size = $1`, [size, rng() < 0.7 ? edited : other]);
  },
  // With the key and the folder: every proof fits again, and only an earlier checkpoint can tell.
  'rewrite all with the key': async (ask, rng, log) => {
    await ask(`UPDATE access_entry SET office = 'Anderes Amt' WHERE id = ${SOME}`, [
      below(rng, KEPT_ENTRIES),
    ]);
    await log.rewrite();
  },
};

const keyOf = async (ask: Ask) =>
  parseVerifierKey(sha256, (await ask(`SELECT verifier_key AS key FROM log_tree WHERE number = 1`))[0].key);

/** Writes an access of another time, committed to as all are; its id. */
async function enter(ask: Ask, at: Date, office: string): Promise<string> {
  const entry = { ...BLANK, id: randomUUID(), at, office };
  const { key, leaf } = sealed(entry);
  await ask(
    `INSERT INTO access_entry (tenant, id, at, office, action, decision, leaf_key, leaf)
     VALUES ($1, $2, $3, $4, 'account.read', 'allowed', $5, $6)`,
    [TENANT, entry.id, at, office, key, leaf],
  );
  return entry.id;
}

/** Makes the whole log anew out of its entries as they stand there now. */
interface Rewriter {
  rewrite(): Promise<void>;
}

export async function openTamperedDatabase(): Promise<Tampering & { end(): Promise<void> }> {
  const folder = await markedFolder();
  const server = await startEmbeddedPostgres({ dir: folder, fsync: false });
  await migrate(server.ownerUrl);
  const data = join(folder, 'kanon');
  const scene = await openLog(server.serviceUrl, data);
  const client = new pg.Client({ connectionString: server.superUrl });
  await client.connect();
  const ask: Ask = async (text, values = []) => (await client.query(text, [...values])).rows;
  const end = async (): Promise<void> => {
    await client.end();
    await scene.close();
    await server.stop();
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
  const proofs = new LogProofs(new AccessLogStore(), trees);
  const key = await keyOf(ask);
  const { checkpoint } = openCheckpoint(checking, parseNote((await newestExported(kept, TENANT))!.note), key);
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
    const scope = { role: 'kanon_witness', settings: { 'kanon.tenant': TENANT, 'kanon.role': 'witness' } };
    return scene.unrecorded.read('witnesses of the log', scope, async (tx) => {
      const { note } = (await trees.newestNote(tx, TENANT))!;
      try {
        const shown = openCheckpoint(checking, parseNote(Buffer.from(note)), key).checkpoint;
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
        const { findings } = verifyEntry(Buffer.from(answer), trust);
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
        if (size === edge.size) await exportCheckpoint(settings.checkpoints, TENANT, 1, note);
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
