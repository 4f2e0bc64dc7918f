/** A checkpoint that somebody vouches for: the one door by which checkpoints from outside come in. */
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { Checking, VerifierKey } from './keys.ts';
import type { Note } from './note.ts';
import { Refused } from './refused.ts';
import { verifySignatures } from './signatures.ts';

/** cosignatures  of known witnesses, in their order; time in seconds since 1970-01-01T00:00Z */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly { readonly key: VerifierKey; readonly time: number }[];
}

/**
 * Reads a checkpoint that this log has signed.
 *
 * log        key of the log; its name is the origin the checkpoint must have
 * witnesses  keys whose cosignatures count; how many are needed is for the caller to say
 * throws     Refused 'wrong-signature', 'not-signed-by-the-log', 'not-a-checkpoint' or 'other-origin'
 * cost       one verification per signature of a known key
 */
export async function openCheckpoint(
  checking: Checking,
  note: Note,
  log: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): Promise<SignedCheckpoint> {
  const signed = await verifySignatures(checking, note, [log, ...witnesses]);
  if (!signed.some(({ key }) => key === log)) throw new Refused('not-signed-by-the-log');
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint.origin !== log.name) throw new Refused('other-origin', 1);
  const cosignatures = signed.flatMap(({ key, time }) => (time === undefined ? [] : [{ key, time }]));
  return { checkpoint, cosignatures };
}
