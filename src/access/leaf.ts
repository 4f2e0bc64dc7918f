/** What an entry leaves in the tree: a commitment that only the key beside the entry can open. */
import { createHmac, randomBytes } from 'node:crypto';
import { leafHash } from '../merkle/hash.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { sha256 } from './log-crypto.ts';
import type { StoredEntry } from './entry.ts';

/** Names the shape of a leaf. */
const LEAF = 'kanon-entry/1';

/**
 * An entry in JSON, as auditors get it; its canonical form is what the leaf commits to. Its version names its fields:
 * `kanon-entry/1`, with a subject or a span `kanon-entry/2`, with an object or an operator `kanon-entry/3`, so that
 * entries without them read as they always did.
 */
export const entryWords = ({ subject, span, object, operator, ...stored }: StoredEntry) => ({
  version: `kanon-entry/${versionOf({ subject, span, object, operator })}`,
  ...stored,
  ...(subject === null ? {} : { subject }),
  ...(span === null ? {} : { span }),
  ...(object === null ? {} : { object }),
  ...(operator === null ? {} : { operator }),
  at: stored.at.toISOString(),
  rules: [...stored.rules],
  commitment: stored.commitment?.toString('base64url') ?? null,
});

function versionOf(fields: Pick<StoredEntry, 'subject' | 'span' | 'object' | 'operator'>): 1 | 2 | 3 {
  if (fields.object !== null || fields.operator !== null) return 3;
  return fields.subject === null && fields.span === null ? 1 : 2;
}

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
