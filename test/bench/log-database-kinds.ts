/** What somebody with the database's superuser, or with the key as well, could do to the log; drawn from a seed. */
import { randomUUID } from 'node:crypto';
import type { StoredEntry } from '../../src/access/entry-fields.ts';
import { entryLeafHash, sealed } from '../../src/access/leaf.ts';
import { parseVerifierKey } from '../../src/merkle/keys.ts';
import { parseNote } from '../../src/merkle/note.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { checking, sha256 } from '../merkle/primitives.ts';

export const TENANT = '05';
/** Days ago on which entries were written and signed for; the first lie before the time that entries are kept, the second soon will. */
export const DAYS = [400, 340, 60, 40, 30, 20, 10, 3];
export const PER_DAY = 7;

export const BLANK: StoredEntry = {
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
  ...{ token: null, commitment: null, subject: null, span: null, object: null, operator: null },
};

export const daysAgo = (days: number, minutes = 0): Date =>
  new Date(Date.now() - days * 86_400_000 + minutes * 60_000);

/** One query, with whatever rights it needs. */
export type Ask = (text: string, values?: readonly unknown[]) => Promise<any[]>;
type Rng = () => number;
export const below = (rng: Rng, count: number): number => Math.floor(rng() * count);

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
export const KINDS: Readonly<Record<string, (ask: Ask, rng: Rng, log: Rewriter) => Promise<unknown>>> = {
  'edit an entry': (ask, rng) => {
    const columns = Object.entries(EDITS);
    const [column, value] = columns[below(rng, columns.length)]!;
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
    const { root } = (await openCheckpoint(checking, parseNote(Buffer.from(note)), await keyOf(ask)))
      .checkpoint;
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
    const text = String(note);
    const at = below(rng, text.length);
    const edited = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
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

export const keyOf = async (ask: Ask) =>
  parseVerifierKey(sha256, (await ask(`SELECT verifier_key AS key FROM log_tree WHERE number = 1`))[0].key);

/** Writes an access of another time, committed to as all are; its id. */
export async function enter(ask: Ask, at: Date, office: string): Promise<string> {
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
export interface Rewriter {
  rewrite(): Promise<void>;
}
