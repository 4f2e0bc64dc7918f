/** The receipt: signed proof for the school of what was stored, and a commitment that nobody else can guess. */
import { createHmac, randomBytes } from 'node:crypto';
import { canonicalJson } from '../rules/canonical-json.ts';
import type { Report } from '../rules/report.ts';

/** `typ` of the compact JWS. */
export const RECEIPT_TYPE = 'kanon-receipt+jws';

/** What a receipt says was stored. */
export interface Stored {
  readonly school: string;
  readonly period: string;
  readonly revision: string;
  readonly report: Report;
}

/** 32 random bytes that only the receipt holds. */
export const newNonce = (): Buffer => randomBytes(32);

/**
 * HMAC-SHA-256(nonce, canonical JSON of what was stored). It stands in the access log. A plain digest would
 * not do: reports are small numbers, and a few thousand guesses would invert it.
 */
export const commitmentOf = (nonce: Uint8Array, stored: Stored): Buffer =>
  createHmac('sha256', nonce).update(canonicalJson(stored)).digest();
