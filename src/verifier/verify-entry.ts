/** Verifies one entry with its proof, as GET /v1/access-log/entries/{entry} answers it. */
import { isSame } from '../merkle/hash.ts';
import { parseLogProof } from '../merkle/log-proof.ts';
import { openCheckpoint } from '../merkle/signed-checkpoint.ts';
import type { Checking } from '../merkle/keys.ts';
import { toUtf8 } from '../merkle/text.ts';
import { isIncluded } from '../merkle/verify.ts';
import { hashIn } from './bytes.ts';
import { Broken, Findings } from './findings.ts';
import { leafOfEntry } from './leaf.ts';
import { textOf } from './kept-text.ts';
import { type Fields, flat } from './lines.ts';
import type { Trust } from './verify-tree.ts';

/** Larger files are no entry. */
export const ENTRY_LIMIT = 4 * 1024 * 1024;

export interface EntrySeen {
  readonly origin: string;
  readonly index: number;
  /** Leaves of the tree whose checkpoint vouches for it. */
  readonly size: number;
  /** Null for one that was erased. */
  readonly entry: Fields | null;
  /** Whether its checkpoint is the one that the reader has kept. */
  readonly holdsKept: boolean;
}

/** returns  what was found; `seen` is missing where the proof could not be read. Cost: one signature, at most 53 hashes. */
export async function verifyEntry(
  bytes: Uint8Array,
  trust: Trust,
  checking: Checking,
): Promise<{ findings: Findings; seen?: EntrySeen }> {
  const findings = new Findings();
  try {
    const { entry, key, leaf: encoded, proof } = read(bytes);
    if (proof === null) throw new Broken('no-proof');
    const leaf = hashIn(encoded);
    if (typeof proof !== 'string' || !leaf) throw new Broken('not-a-bundle');
    const { index, hashes, checkpoint: note } = parseLogProof(toUtf8(proof));
    const log = trust.logs.find(({ name }) => name === note.text.split('\n', 1)[0]);
    if (!log) throw new Broken('unknown-log');
    const { checkpoint, cosignatures } = await openCheckpoint(checking, note, log, trust.witnesses);
    for (const witness of trust.witnesses)
      if (!cosignatures.some((one) => one.key === witness)) findings.add('witness-missing', witness.name);
    if (!isIncluded(checking.sha256, leaf, index, checkpoint, hashes)) findings.add('not-included');
    if (
      entry &&
      !isSame(leafOfEntry(checking.sha256, hashIn(key) ?? new Uint8Array(0), flat(entry, '')), leaf)
    )
      findings.add('changed');
    const kept = trust.kept?.origin === checkpoint.origin ? trust.kept : undefined;
    if (kept && kept.size > checkpoint.size) findings.add('ends-before-kept');
    if (kept?.size === checkpoint.size && !isSame(kept.root, checkpoint.root)) findings.add('other-history');
    const holdsKept = kept?.size === checkpoint.size;
    return { findings, seen: { origin: checkpoint.origin, index, size: checkpoint.size, entry, holdsKept } };
  } catch (error) {
    if (error instanceof Broken) findings.add(error.code, error.place);
    else findings.addRefused(error, '');
    return { findings };
  }
}

function read(bytes: Uint8Array): { entry: Fields | null; key: unknown; leaf: unknown; proof: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(textOf(bytes));
  } catch {
    throw new Broken('not-a-bundle');
  }
  if (typeof value !== 'object' || value === null) throw new Broken('not-a-bundle');
  // Exactly these: a name that somebody changed must not pass for a value that is not there.
  if (Object.keys(value).sort().join() !== 'entry,key,leaf,proof') throw new Broken('not-a-bundle');
  const { entry, key, leaf, proof } = value as Fields;
  if (typeof entry !== 'object' || Array.isArray(entry)) throw new Broken('not-a-bundle');
  return { entry: entry as Fields | null, key, leaf, proof };
}
