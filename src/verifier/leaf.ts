/** What a leaf of the access log commits to, as docs/access-log.md says it: written from there, not shared with the service. */
import { leafHash, type Sha256 } from '../merkle/hash.ts';
import { toUtf8 } from '../merkle/text.ts';
import { concatenated } from './bytes.ts';
import { type Fields, momentOf } from './lines.ts';

const ENTRY = toUtf8('kanon-entry/1\n');
const LINK = toUtf8('kanon-link/1\n');

/** Leaf hash of an entry. text  its canonical JSON (RFC 8785); key  32 bytes of its own. */
export const leafOfEntry = (sha256: Sha256, key: Uint8Array, text: string): Uint8Array =>
  leafHash(sha256, concatenated([ENTRY, hmac(sha256, key, toUtf8(text))]));

/** Leaf hash of the link to the log before: its last checkpoint as a note. */
export const leafOfLink = (sha256: Sha256, note: string): Uint8Array =>
  leafHash(sha256, concatenated([LINK, toUtf8(note)]));

/** When an access was, in milliseconds since 1970; undefined where its time is no moment. */
export const entryTime = ({ at }: Fields): number | undefined => momentOf(at)?.getTime();

/** Bytes of a block of SHA-256; a longer key would have to be hashed first, and ours have 32. */
const BLOCK = 64;

/** HMAC-SHA-256 (RFC 2104), 32 bytes. key  at most 64 bytes */
function hmac(sha256: Sha256, key: Uint8Array, message: Uint8Array): Uint8Array {
  const [inner, outer] = [new Uint8Array(BLOCK).fill(0x36), new Uint8Array(BLOCK).fill(0x5c)];
  key.forEach((byte, at) => {
    inner[at]! ^= byte;
    outer[at]! ^= byte;
  });
  return sha256(concatenated([outer, sha256(concatenated([inner, message]))]));
}
