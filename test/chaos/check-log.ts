/** Holds tree, checkpoints and exports against each other and the releases against what was seen; sentences again. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NaiveTree } from '../merkle/naive-tree.ts';
import { numbersOf } from './check-reports.ts';
import type { Cluster } from './cluster.ts';
import type { SeenRelease } from './officers.ts';
import { RELEASED } from './world.ts';

/** What a checkpoint says: tree size and root. */
export interface Head {
  readonly where: string;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly note: string;
}

/** The first three lines of a note, read anew; undefined where it is none. */
export function headIn(note: string, where: string): Head | undefined {
  const [origin = '', size = '', root = ''] = note.split('\n');
  return /^\d+$/.test(size) && /^[A-Za-z0-9+/]{43}=$/.test(root)
    ? { where, origin, size: Number(size), root, note }
    : undefined;
}

/** Every checkpoint that lies in the exported folder now. */
export async function exportedHeads(folder: string): Promise<Head[]> {
  const names = await readdir(folder).catch(() => []);
  const notes = await Promise.all(
    names
      .filter((name) => name.endsWith('.checkpoint'))
      .map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
  );
  return notes.flatMap((note) => headIn(note, 'the exported folder') ?? []);
}

/** seen  checkpoints that anybody saw at any time, in the folder or in an answer */
export async function checkLog(
  cluster: Cluster,
  seen: readonly Head[],
  folder: string,
): Promise<{ wrong: string[]; leaves: number; heads: number }> {
  const wrong: string[] = [];
  const trees = await cluster.ask('SELECT number, origin, size::int, root FROM log_tree ORDER BY number');
  if (trees.length !== 1) wrong.push(`${trees.length} trees, and one was begun`);
  const [tree] = trees;
  if (!tree) return { wrong, leaves: 0, heads: 0 };
  const leaves = await cluster.ask(
    `SELECT n.index::int, n.hash, n.entry, e.leaf FROM log_node n LEFT JOIN access_entry e ON e.id = n.entry
     WHERE n.tree = $1 AND n.level = 0 ORDER BY n.index`,
    [tree['number']],
  );
  const data = leaves.map(({ leaf }) =>
    Buffer.concat([Buffer.from('kanon-entry/1\n'), leaf ?? Buffer.alloc(0)]),
  );
  const naive = new NaiveTree(data);
  if (leaves.some(({ index }, i) => index !== i)) wrong.push('leaves with a gap');
  if (leaves.some(({ hash }, i) => !naive.hash(i, i + 1).equals(hash as Buffer)))
    wrong.push('a leaf is not the hash of its entry');
  if (leaves.length !== tree['size'] || !naive.hash(0, leaves.length).equals(tree['root'] as Buffer))
    wrong.push('the head of the tree is not over its leaves');
  const [numbers] = await cluster.ask(
    `SELECT (SELECT count(*)::int FROM access_entry) AS entries, (SELECT count(*)::int FROM log_pending) AS waiting,
       (SELECT count(DISTINCT entry)::int FROM log_node WHERE level = 0) AS numbered`,
  );
  if (numbers!['waiting'] !== 0) wrong.push('entries wait for a number for ever');
  if (numbers!['numbered'] !== numbers!['entries'] || numbers!['numbered'] !== leaves.length)
    wrong.push('not one leaf for each entry');

  const signed = await cluster.ask('SELECT size::int, note FROM log_checkpoint ORDER BY size');
  const kept = signed.flatMap(({ note }) => headIn(note as string, 'the database') ?? []);
  if (kept.length !== signed.length) wrong.push('a checkpoint of the database cannot be read');
  const exported = await exportedHeads(folder);
  const heads = [
    ...new Map([...kept, ...exported, ...seen].map((h) => [`${h.where} ${h.size} ${h.root}`, h])).values(),
  ];
  for (const { where, origin, size, root } of heads) {
    if (origin !== tree['origin']) wrong.push(`a checkpoint of another log in ${where}`);
    else if (size > leaves.length) wrong.push(`a checkpoint in ${where} vouches for more than there is`);
    else if (naive.hash(0, size).toString('base64') !== root)
      wrong.push(`a fork: a checkpoint in ${where} is no start of the log`);
  }
  const largest = (of: readonly Head[]): number => Math.max(0, ...of.map(({ size }) => size));
  if (largest(kept) !== leaves.length) wrong.push('the newest entries are not signed for');
  if (largest(exported) < largest([...kept, ...seen]))
    wrong.push('the exported checkpoint is behind what was shown: it was set back');
  return { wrong, leaves: leaves.length, heads: heads.length };
}

/** As many releases as were seen, each whole, and made of what stood there when it was frozen. */
export async function checkReleases(cluster: Cluster, seen: readonly SeenRelease[]): Promise<string[]> {
  const wrong: string[] = [];
  const rows = await cluster.ask(
    `SELECT r.version, s.reports,
       (SELECT count(*)::int FROM release_certificate c WHERE c.release = r.id) AS certificates,
       (SELECT count(*)::int FROM release_row w WHERE w.release = r.id) AS rows,
       (SELECT count(*)::int FROM access_entry e WHERE e.action = 'release.publish' AND e.decision = 'allowed'
          AND e.release = r.id) AS entries,
       (SELECT coalesce(array_agg(school), '{}') FROM correction_kept k
          WHERE k.period = r.period AND k.version = r.version) AS kept
     FROM release r LEFT JOIN release_source s ON s.release = r.id WHERE r.period = $1 ORDER BY r.version`,
    [RELEASED],
  );
  // The last one may have come when nobody looked any more.
  if (
    seen.some(({ version }, i) => version !== i + 1) ||
    rows.length < seen.length ||
    rows.length > seen.length + 1
  )
    wrong.push(`${rows.length} releases, ${seen.map(({ version }) => version).join(', ')} were seen`);
  rows.forEach((row, i) => {
    const name = `release ${row['version']}`;
    if (row['version'] !== i + 1) wrong.push(`${name}: versions with a gap`);
    if (row['certificates'] !== 1 || !row['reports'] || row['rows'] === 0) wrong.push(`${name}: not whole`);
    if (row['entries'] !== 1) wrong.push(`${name}: ${row['entries']} entries of its publication`);
    const stood = seen[i]?.reports;
    for (const report of stood ? (row['reports'] ?? []) : [])
      if (
        !row['kept'].includes(report.school) &&
        numbersOf(report) !== numbersOf(stood!.get(report.school) ?? { cells: [] })
      )
        wrong.push(`${name}: made of something else than ${report.school} had handed in`);
  });
  return wrong;
}
