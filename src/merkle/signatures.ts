/** Signs the text of a note and verifies signatures (C2SP signed-note, "Signatures"; C2SP tlog-cosignature, v1). */
import type { Checking, Signing, SignerKey, VerifierKey } from './keys.ts';
import type { Note, NoteSignature } from './note.ts';
import { Refused } from './refused.ts';
import { toUtf8 } from './text.ts';

/** Bytes of the time that stands before a cosignature, in whole seconds, most significant first. */
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** A signature that holds; time  of a witness, seconds since 1970-01-01T00:00Z when it had seen the text. */
export interface Signed {
  readonly key: VerifierKey;
  readonly time?: number;
}

/**
 * The log's signature of a text.
 *
 * throws  TypeError for the key of a witness: it signs with its time
 */
export function sign(signing: Signing, key: SignerKey, text: string): NoteSignature {
  if (key.type !== 'log') throw new TypeError('A witness cosigns.');
  return { name: key.name, keyId: key.id, bytes: signing.sign(key.seed, toUtf8(text)) };
}

/**
 * A witness's signature: at this time, this checkpoint was the largest it had seen of this log, consistent with
 * all earlier ones. That must have been checked before.
 *
 * text    the whole note text of the checkpoint
 * time    whole seconds since 1970-01-01T00:00Z
 * throws  TypeError for the key of a log; RangeError for another time
 */
export function cosign(signing: Signing, key: SignerKey, text: string, time: number): NoteSignature {
  if (key.type !== 'witness') throw new TypeError('A log signs without time.');
  if (!Number.isSafeInteger(time) || time < 0)
    throw new RangeError('The time of a cosignature counts whole seconds.');
  const bytes = new Uint8Array(TIME_BYTES + SIGNATURE_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  bytes.set(signing.sign(key.seed, cosigned(text, time)), TIME_BYTES);
  return { name: key.name, keyId: key.id, bytes };
}

/**
 * The signatures by known keys, in their order; all others are passed over, as C2SP asks. May be none.
 *
 * keys    known ones, each with another pair of name and id
 * throws  Refused 'wrong-signature' if a known key's signature does not hold: then nothing in the note counts
 * cost    one verification per signature of a known key, at most a hundred
 */
export async function verifySignatures(
  checking: Checking,
  note: Note,
  keys: readonly VerifierKey[],
): Promise<Signed[]> {
  const found: Signed[] = [];
  for (const signature of note.signatures) {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.keyId);
    if (key === undefined) continue;
    const signed = await verified(checking, note.text, signature.bytes, key);
    if (signed === undefined) throw new Refused('wrong-signature');
    found.push(signed);
  }
  return found;
}

async function verified(
  checking: Checking,
  text: string,
  bytes: Uint8Array,
  key: VerifierKey,
): Promise<Signed | undefined> {
  if (key.type === 'log') {
    const holds =
      bytes.length === SIGNATURE_BYTES && (await checking.verify(key.publicKey, toUtf8(text), bytes));
    return holds ? { key } : undefined;
  }
  if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(time)) return undefined;
  const signature = bytes.subarray(TIME_BYTES);
  return (await checking.verify(key.publicKey, cosigned(text, time), signature)) ? { key, time } : undefined;
}

const cosigned = (text: string, time: number): Uint8Array => toUtf8(`cosignature/v1\ntime ${time}\n${text}`);
