/** Keys of signed notes in their one-line spelling, as C2SP signed-note and Go's sumdb/note write them. */
import type { Sha256 } from './hash.ts';
import { Refused } from './refused.ts';
import { fromBase64, isKeyName, toBase64, toHex, toUtf8 } from './text.ts';

/** What checking asks of the platform: hashes at once and in this thread, a signature when the platform has looked. */
export interface Checking {
  readonly sha256: Sha256;
  /** Whether these 64 bytes are the Ed25519 signature (RFC 8032) of the message by a public key of 32; never fails. */
  readonly verify: (
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => boolean | Promise<boolean>;
}

/** What signing asks of the platform; a seed is the Ed25519 private key of RFC 8032, 32 secret bytes. */
export interface Signing {
  readonly sha256: Sha256;
  readonly publicKey: (seed: Uint8Array) => Uint8Array;
  readonly sign: (seed: Uint8Array, message: Uint8Array) => Uint8Array;
}

/** A log signs the text of a note with Ed25519; a witness adds its time and cosigns (C2SP tlog-cosignature, v1). */
export type KeyType = 'log' | 'witness';

/** The signature type byte (C2SP signed-note, "Signature types"). */
const TYPE_BYTE: Readonly<Record<KeyType, number>> = { log: 0x01, witness: 0x04 };
const KEY_BYTES = 32;
/** Longer key texts are refused unread. */
const KEY_TEXT_LIMIT = 1024;
const SECRET = 'PRIVATE+KEY+';

/**
 * name  such as kanon.example/tenant; of a log, its origin
 * id    first four bytes of SHA-256(name || 0x0A || type byte || public key), eight hexadecimal digits; it finds
 *       the key and proves nothing
 */
interface NoteKey {
  readonly name: string;
  readonly id: string;
  readonly type: KeyType;
}

/** The public half, to be spread by a way that readers trust. */
export interface VerifierKey extends NoteKey {
  readonly publicKey: Uint8Array;
}

/** The secret half. */
export interface SignerKey extends NoteKey {
  readonly seed: Uint8Array;
}

/**
 * A key out of 32 random bytes.
 *
 * throws  Refused 'not-a-key' for another number of bytes or a name with spaces, control characters or a plus sign
 */
export function signerKey(signing: Signing, type: KeyType, name: string, seed: Uint8Array): SignerKey {
  if (seed.length !== KEY_BYTES || !isKeyName(name)) throw new Refused('not-a-key');
  return { name, id: keyId(signing.sha256, name, type, signing.publicKey(seed)), type, seed };
}

/** The public half of a key. */
export const verifierKey = (signing: Signing, { name, id, type, seed }: SignerKey): VerifierKey => ({
  name,
  id,
  type,
  publicKey: signing.publicKey(seed),
});

/** `name+id+base64(type byte || public key)`. */
export const formatVerifierKey = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${id}+${material(type, publicKey)}`;

/** `PRIVATE+KEY+name+id+base64(type byte || seed)`: secret. */
export const formatSignerKey = ({ name, id, type, seed }: SignerKey): string =>
  `${SECRET}${name}+${id}+${material(type, seed)}`;

/**
 * Reads what formatVerifierKey writes, without newline.
 *
 * throws  Refused 'not-a-key', 'unknown-key-type' or 'wrong-key-id'
 */
export function parseVerifierKey(sha256: Sha256, text: string): VerifierKey {
  const { name, id, type, bytes: publicKey } = parts(text);
  if (keyId(sha256, name, type, publicKey) !== id) throw new Refused('wrong-key-id');
  return { name, id, type, publicKey };
}

/**
 * Reads what formatSignerKey writes, without newline.
 *
 * throws  Refused 'not-a-key', 'unknown-key-type' or 'wrong-key-id'
 */
export function parseSignerKey(signing: Signing, text: string): SignerKey {
  if (!text.startsWith(SECRET)) throw new Refused('not-a-key');
  const { name, id, type, bytes: seed } = parts(text.slice(SECRET.length));
  const key = signerKey(signing, type, name, seed);
  if (key.id !== id) throw new Refused('wrong-key-id');
  return key;
}

function parts(text: string): NoteKey & { bytes: Uint8Array } {
  if (text.length > KEY_TEXT_LIMIT) throw new Refused('too-long');
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length === 0) throw new Refused('not-a-key');
  const type = (['log', 'witness'] as const).find((each) => TYPE_BYTE[each] === bytes[0]);
  if (type === undefined) throw new Refused('unknown-key-type');
  if (bytes.length !== 1 + KEY_BYTES) throw new Refused('not-a-key');
  return { name, id, type, bytes: bytes.slice(1) };
}

function keyId(sha256: Sha256, name: string, type: KeyType, publicKey: Uint8Array): string {
  const digest = sha256(new Uint8Array([...toUtf8(`${name}\n`), TYPE_BYTE[type], ...publicKey]));
  return toHex(digest.subarray(0, 4));
}

const material = (type: KeyType, key: Uint8Array): string =>
  toBase64(new Uint8Array([TYPE_BYTE[type], ...key]));
