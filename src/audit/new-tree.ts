/** A tree of the log that nobody has seen yet: the first one of an installation, or the one after a tree that may not be signed. */
import { join } from 'node:path';
import { linkLeafHash } from '../access/leaf.ts';
import { sha256, signing } from '../access/log-crypto.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { Settings } from '../foundation/settings.ts';
import { step } from '../foundation/step.ts';
import { append, EMPTY_EDGE, rootOf } from '../merkle/edge.ts';
import { formatVerifierKey, verifierKey } from '../merkle/keys.ts';
import { formatNote, parseNote } from '../merkle/note.ts';
import type { Exported } from './checkpoint-folder.ts';
import { knownLogKey, logKey } from './log-key.ts';
import type { LogTree, LogTreeStore } from './log-tree.store.ts';

/** The first tree: empty, with a key of its own. */
export const beginTree = (tx: Tx, store: LogTreeStore, settings: Settings): Promise<LogTree> =>
  begin(tx, store, settings, 1, null);

/** The tree after `last`. Its first leaf is the last checkpoint of the one before, so that nobody can pass it over. */
export async function reopenTree(
  tx: Tx,
  store: LogTreeStore,
  settings: Settings,
  last: LogTree,
  exported: Exported | undefined,
): Promise<LogTree> {
  const { tenant, data } = settings;
  let number = Math.max(last.number, exported?.tree ?? 0) + 1;
  // Where there is a key of this tree its number is taken, whatever the database says.
  while (await knownLogKey(data, tenant, number)) number++;
  const kept = await store.newestNote(tx, tenant);
  return begin(tx, store, settings, number, readable(exported?.note) ?? kept?.note ?? '');
}

async function begin(
  tx: Tx,
  store: LogTreeStore,
  settings: Settings,
  number: number,
  link: string | null,
): Promise<LogTree> {
  const { tenant, data } = settings;
  const key = await logKey(data, tenant, number, originOf(settings, number));
  step('log.key-made');
  const { edge, nodes } = append(sha256, EMPTY_EDGE, link === null ? [] : [linkLeafHash(link)]);
  const tree = {
    number,
    origin: key.name,
    verifierKey: formatVerifierKey(verifierKey(signing, key)),
    size: edge.size,
    root: rootOf(sha256, edge),
  };
  await store.begin(tx, tenant, tree, link);
  await store.addNodes(
    tx,
    tenant,
    number,
    nodes.map((node) => ({ ...node, entry: null })),
  );
  return { ...tree, signed: null };
}

function originOf({ tenant, publicUrl }: Settings, tree: number): string {
  const { host, pathname } = new URL(publicUrl);
  const place = join(host, pathname, 'log', tenant);
  return tree === 1 ? place : `${place}/${tree}`;
}

/** A note's text, or undefined for anything else. */
function readable(note: Buffer | undefined): string | undefined {
  try {
    return note && formatNote(parseNote(note));
  } catch {
    return undefined;
  }
}
