/** Signed notes as text (C2SP signed-note, "Format"): taken apart and put together, nothing verified. */
import { Refused } from './refused.ts';
import { fromBase64, fromHex, isKeyName, isPlain, plainText, toBase64, toHex } from './text.ts';

/** Larger notes are refused unread: room for a hundred post-quantum signatures. */
export const NOTE_LIMIT = 1_000_000;
/** C2SP asks for at least 16. */
const SIGNATURE_LIMIT = 100;

/**
 * keyId  eight hexadecimal digits
 * bytes  what stands behind the key id, at least one byte: a signature, in a cosignature after its time
 */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

/**
 * text        ends in a newline; not to be believed before a signature is verified
 * signatures  in their order
 */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/**
 * Reads a signed note; formatNote gives the same bytes again.
 *
 * throws  Refused 'too-long', 'not-utf8', 'control-character', 'not-a-note', 'not-a-signature-line' (with its
 *         line) or 'too-many-signatures'
 * cost    one pass
 */
export function parseNote(bytes: Uint8Array): Note {
  const whole = plainText(bytes, NOTE_LIMIT);
  const blank = whole.lastIndexOf('\n\n');
  if (blank < 0 || !whole.endsWith('\n') || blank + 2 === whole.length) throw new Refused('not-a-note');
  const text = whole.slice(0, blank + 1);
  const lines = whole.slice(blank + 2, -1).split('\n');
  if (lines.length > SIGNATURE_LIMIT) throw new Refused('too-many-signatures');
  const before = text.split('\n').length;
  return { text, signatures: lines.map((line, at) => parseSignature(line, before + at + 1)) };
}

/**
 * The note as it is stored and sent.
 *
 * throws  Refused 'control-character' or 'not-a-note' for a text that could not be read back, or without signature
 */
export function formatNote({ text, signatures }: Note): string {
  if (!isPlain(text)) throw new Refused('control-character');
  if (!text.endsWith('\n') || signatures.length === 0) throw new Refused('not-a-note');
  const lines = signatures.map(
    ({ name, keyId, bytes }) => `— ${name} ${toBase64(new Uint8Array([...fromHex(keyId), ...bytes]))}\n`,
  );
  return `${text}\n${lines.join('')}`;
}

function parseSignature(line: string, number: number): NoteSignature {
  const [dash, name = '', encoded = '', ...more] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || !isKeyName(name) || bytes === undefined || bytes.length < 5 || more.length > 0)
    throw new Refused('not-a-signature-line', number);
  return { name, keyId: toHex(bytes.subarray(0, 4)), bytes: bytes.slice(4) };
}
