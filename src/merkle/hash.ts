/** The two hashes of an RFC 6962 tree, over a SHA-256 that the caller hands in. */

/** SHA-256 at once, in this thread: 32 bytes for any bytes. Must neither keep nor change its argument. */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** Bytes of a hash. */
export const HASH_BYTES = 32;

/** A leaf and an inner node start with bytes of their own, so neither passes for the other (RFC 9162 §2.1.1). */
const LEAF = 0;
const NODE = 1;

/** Hash of a tree without leaves: SHA-256 of no bytes (RFC 9162 §2.1.1). */
export const emptyHash = (sha256: Sha256): Uint8Array => sha256(new Uint8Array(0));

/** Hash of a leaf with these bytes: SHA-256(0x00 || data) (RFC 9162 §2.1.1). Cost: one hash of all bytes. */
export function leafHash(sha256: Sha256, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + data.length);
  bytes[0] = LEAF;
  bytes.set(data, 1);
  return sha256(bytes);
}

/** A new buffer for each node would double the time of a proof; this one is read before the next call. */
const nodeBytes = new Uint8Array(1 + 2 * HASH_BYTES);
nodeBytes[0] = NODE;

/**
 * Hash of the node over two hashes: SHA-256(0x01 || left || right) (RFC 9162 §2.1.1). Both must have 32 bytes: the
 * callers see to it. Cost: 65 bytes hashed.
 */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeBytes.set(left, 1);
  nodeBytes.set(right, 1 + HASH_BYTES);
  return sha256(nodeBytes);
}

/** Equal bytes. Hashes of a public tree are no secret, so the time may depend on them. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
