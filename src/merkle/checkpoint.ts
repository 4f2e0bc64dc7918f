/** Checkpoints: the head of a log's tree as the text of a note (C2SP tlog-checkpoint, "Note text"). */
import { HASH_BYTES } from './hash.ts';
import { Refused } from './refused.ts';
import { fromBase64, fromDecimal, isPlain, toBase64 } from './text.ts';
import type { TreeHead } from './tree.ts';

/** origin  names the log; one log, one tree, one origin for ever */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
}

/**
 * The note text of a checkpoint: origin, number of leaves, root. We write no extension lines.
 *
 * throws  Refused 'not-a-checkpoint' for an origin that is empty or has control characters, a size that is no
 *         count, or a root that has not 32 bytes
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${toBase64(root)}\n`;
  if (!isPlain(text)) throw new Refused('not-a-checkpoint');
  parseCheckpoint(text);
  return text;
}

/**
 * Reads the text of a note; extension lines of other logs are allowed and passed over, though signatures cover
 * them.
 *
 * throws  Refused 'not-a-checkpoint', with the line to blame
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Refused('not-a-checkpoint');
  const empty = lines.indexOf('');
  if (empty >= 0) throw new Refused('not-a-checkpoint', empty + 1);
  const [origin, count = '', encoded = ''] = lines;
  if (origin === undefined) throw new Refused('not-a-checkpoint', 1);
  const size = fromDecimal(count);
  if (size === undefined) throw new Refused('not-a-checkpoint', 2);
  const root = fromBase64(encoded);
  if (root?.length !== HASH_BYTES) throw new Refused('not-a-checkpoint', 3);
  return { origin, size, root };
}
