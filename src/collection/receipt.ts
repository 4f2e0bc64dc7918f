/** The receipt: signed proof for a school, or an office in a county, of what was stored, and a commitment that nobody else can guess. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Signer } from '../identity/signer.ts';
import { canonicalJson } from '../rules/canonical-json.ts';

/** `typ` of the compact JWS. */
export const RECEIPT_TYPE = 'kanon-receipt+jws';

/** Whose it is: a school, or what reports for bodies of a county. */
export type ReportingUnit = { readonly school: string } | { readonly county: string };

/** What a receipt says was stored. */
export type Stored = ReportingUnit & {
  readonly period: string;
  readonly revision: string;
  readonly report: object;
};

/** What was stored where, under which rules. */
export interface Receivable {
  readonly unit: ReportingUnit;
  readonly period: string;
  readonly report: object;
  readonly rules: Readonly<Record<string, number>>;
  readonly put: { readonly revision: string; readonly revisionNumber: number; readonly reportedAt: Date };
}

/**
 * Signed before the commit, so that no stored report is without one; worthless if the commit fails.
 *
 * entry    id of the log entry that will hold the commitment
 * returns  the receipt, a compact JWS, and the commitment for the log
 */
export function receiptOf(
  signer: Signer,
  { unit, period, report, rules, put }: Receivable,
  entry: string,
): { readonly receipt: string; readonly commitment: Buffer } {
  const nonce = newNonce();
  const stored: Stored = { ...unit, period, revision: put.revision, report };
  const receipt = signer.sign(RECEIPT_TYPE, put.reportedAt, {
    ...stored,
    revisionNumber: put.revisionNumber,
    reportedAt: put.reportedAt.toISOString(),
    rules,
    entry,
    nonce: nonce.toString('base64url'),
  });
  return { receipt, commitment: commitmentOf(nonce, stored) };
}

/** 32 random bytes that only the receipt holds. */
const newNonce = (): Buffer => randomBytes(32);

/**
 * HMAC-SHA-256(nonce, canonical JSON of what was stored). It stands in the access log. A plain digest would
 * not do: reports are small numbers, and a few thousand guesses would invert it.
 */
export const commitmentOf = (nonce: Uint8Array, stored: Stored): Buffer =>
  createHmac('sha256', nonce).update(canonicalJson(stored)).digest();
