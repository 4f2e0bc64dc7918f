/** What an entry leaves in the tree: a commitment that only the key beside the entry can open. */
import { createHmac, randomBytes } from 'node:crypto';
import { leafHash } from '../merkle/hash.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { sha256 } from './log-crypto.ts';
import { type StoredEntry, entryWords } from './entry-fields.ts';

/** Names the shape of a leaf. */
const LEAF = 'kanon-entry/1';

/**
 * The commitment to an entry: HMAC-SHA-256(key, canonical JSON of its words), 32 bytes. Once key and entry are
 * deleted, it tells nothing of them.
 */
const commitmentTo = (stored: StoredEntry, key: Uint8Array): Buffer =>
  createHmac('sha256', key)
    .update(canonicalJson(entryWords(stored)))
    .digest();

/** A new commitment with a key of 32 random bytes of its own. */
export function sealed(stored: StoredEntry): { key: Buffer; leaf: Buffer } {
  const key = randomBytes(32);
  return { key, leaf: commitmentTo(stored, key) };
}

/** Leaf hash of a commitment, RFC 6962: the leaf's bytes are `kanon-entry/1`, a newline, and the commitment. */
export const entryLeafHash = (commitment: Uint8Array): Uint8Array =>
  leafHash(sha256, Buffer.concat([Buffer.from(`${LEAF}\n`), commitment]));

/** Leaf hash of the link to the log before: `kanon-link/1`, a newline, and its last checkpoint as a note. */
export const linkLeafHash = (note: string): Uint8Array =>
  leafHash(sha256, Buffer.from(`kanon-link/1\n${note}`));
