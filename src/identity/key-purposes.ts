/** What the keys of the service are for: one key a purpose, so that nothing signed for one can be taken for another. */
import type { KeyObject } from 'node:crypto';
import type { JWK } from 'jose';

/** Purposes whose keys sign, and have a public half that others check with. */
export const SIGNING_PURPOSES = ['tokens', 'receipts', 'certificates'] as const;
export type SigningPurpose = (typeof SIGNING_PURPOSES)[number];

/** `seals`: a secret of the service alone, from which come the keys of all that only it is to know again. */
export const KEY_PURPOSES = [...SIGNING_PURPOSES, 'seals'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

export const isSigning = (purpose: KeyPurpose): purpose is SigningPurpose => purpose !== 'seals';

/** A key whose secret lies in the data folder of this process. */
export interface HeldKey {
  readonly purpose: KeyPurpose;
  /** Of a signing key its thumbprint (RFC 7638), of a seals key a digest: 43 characters of base64url. */
  readonly id: string;
  /** Name of its file. */
  readonly file: string;
  /** Ed25519, or 32 bytes. */
  readonly secret: KeyObject;
  /** The public half; null of a seals key, which has none. */
  readonly open: JWK | null;
}
