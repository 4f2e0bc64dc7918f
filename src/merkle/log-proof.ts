/** The proof of one entry as a file of its own (C2SP tlog-proof@v1): place, path and signed checkpoint. */
import { HASH_BYTES } from './hash.ts';
import { formatNote, type Note, NOTE_LIMIT, parseNote } from './note.ts';
import { Refused } from './refused.ts';
import { fromBase64, fromDecimal, plainText, toBase64, toUtf8 } from './text.ts';

const HEAD = 'c2sp.org/tlog-proof@v1';
/** A tree of less than 2^53 leaves is no deeper. */
const HASH_LIMIT = 53;

/**
 * extra       bytes of the application's own; no signature covers them
 * index       of the leaf, from 0
 * hashes      inclusion proof, from the leaf's sibling up
 * checkpoint  the signed note
 */
export interface LogProof {
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: Note;
}

/** The proof as text, to be kept as a file NAME.tlog-proof. Throws what formatNote throws. */
export function formatLogProof({ extra, index, hashes, checkpoint }: LogProof): string {
  const extraLine = extra === undefined ? '' : `extra ${toBase64(extra)}\n`;
  const path = hashes.map((hash) => `${toBase64(hash)}\n`).join('');
  return `${HEAD}\n${extraLine}index ${index}\n${path}\n${formatNote(checkpoint)}`;
}

/**
 * Reads a proof and verifies nothing: openCheckpoint must accept the checkpoint, and isIncluded the leaf in it.
 *
 * throws  Refused 'too-long', 'not-utf8', 'control-character', 'not-a-log-proof' with the line to blame, or what
 *         parseNote throws, whose lines count from the start of the checkpoint
 * cost    one pass
 */
export function parseLogProof(bytes: Uint8Array): LogProof {
  const whole = plainText(bytes, 2 * NOTE_LIMIT);
  const blank = whole.indexOf('\n\n');
  if (blank < 0) throw new Refused('not-a-log-proof');
  const lines = whole.slice(0, blank).split('\n');
  let at = 0;
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Refused('not-a-log-proof', at + 1);
    at++;
    return value;
  };

  need(lines[0] === HEAD || undefined);
  const extraText = after('extra ', lines[at]);
  const extra = extraText === undefined ? undefined : need(fromBase64(extraText));
  const index = need(fromDecimal(after('index ', lines[at]) ?? ''));
  const path = lines.slice(at);
  const hashes = path.map((line, depth) => need(depth < HASH_LIMIT ? hashFrom(line) : undefined));
  const proof = { index, hashes, checkpoint: parseNote(toUtf8(whole.slice(blank + 2))) };
  return extra === undefined ? proof : { extra, ...proof };
}

const hashFrom = (line: string): Uint8Array | undefined => {
  const hash = fromBase64(line);
  return hash?.length === HASH_BYTES ? hash : undefined;
};

const after = (word: string, line = ''): string | undefined =>
  line.startsWith(word) ? line.slice(word.length) : undefined;
