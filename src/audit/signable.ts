/** Whether a tree may be signed: a signature must never vouch for a second history. */
import { sha256, signing } from '../access/log-crypto.ts';
import { type Edge, rootOf } from '../merkle/edge.ts';
import { isSame } from '../merkle/hash.ts';
import { formatVerifierKey, parseVerifierKey, type SignerKey, verifierKey } from '../merkle/keys.ts';
import { parseNote } from '../merkle/note.ts';
import { type HashReader, proveConsistency, readEdge } from '../merkle/prove.ts';
import { openCheckpoint } from '../merkle/signed-checkpoint.ts';
import { isConsistent } from '../merkle/verify.ts';
import type { Exported } from './checkpoint-folder.ts';
import { LogRefusal } from './log-refusal.ts';
import type { LogTree } from './log-tree.store.ts';
import { nodeChecking } from '../verifier/node-crypto.ts';

/**
 * The right edge of a tree that may be signed: its key is at hand, its hashes make up its head, and it starts with all
 * that the newest exported checkpoint vouches for.
 *
 * key       of this data folder; undefined where it has none of this tree
 * reader    the stored hashes of the tree
 * exported  read before the tree where others may sign meanwhile
 * throws    LogRefusal
 */
export async function signableEdge(
  tree: LogTree,
  key: SignerKey | undefined,
  reader: HashReader,
  exported: Exported | undefined,
): Promise<Edge> {
  if (!key || formatVerifierKey(verifierKey(signing, key)) !== tree.verifierKey)
    throw new LogRefusal('other-key');
  const edge = await readEdge(reader, tree.size).catch(damaged);
  if (!isSame(rootOf(sha256, edge), tree.root)) throw new LogRefusal('tree-damaged');

  if (exported === undefined || exported.tree < tree.number) {
    if (tree.signed !== null) throw new LogRefusal('export-missing');
    return edge;
  }
  if (exported.tree > tree.number) throw new LogRefusal('behind-export');
  const { checkpoint } = await opened(exported.note, tree);
  if (checkpoint.size !== exported.size) throw new LogRefusal('export-unreadable');
  if (checkpoint.size > tree.size) throw new LogRefusal('behind-export');
  const proof = await proveConsistency(sha256, reader, checkpoint.size, tree.size).catch(damaged);
  if (!isConsistent(sha256, checkpoint, tree, proof)) throw new LogRefusal('not-consistent');
  return edge;
}

async function opened(note: Buffer, tree: LogTree) {
  try {
    return await openCheckpoint(nodeChecking, parseNote(note), parseVerifierKey(sha256, tree.verifierKey));
  } catch (cause) {
    throw new LogRefusal('export-unreadable', { cause });
  }
}

/** A stored hash is missing. What the database itself refuses goes on as it is. */
function damaged(cause: unknown): never {
  throw cause instanceof RangeError ? new LogRefusal('tree-damaged', { cause }) : cause;
}
