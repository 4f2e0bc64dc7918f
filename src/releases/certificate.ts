/** The certificate of a release: what was protected against whom, and how to tell that the table is the one certified. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../rules/canonical-json.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Policy } from '../rules/policy.ts';
import type { ReleaseRow } from './release.store.ts';

/** `typ` of the compact JWS. */
export const CERTIFICATE_TYPE = 'kanon-certificate+jws';

export interface Certificate {
  readonly release: string;
  readonly period: string;
  readonly scheme: string;
  readonly policy: number;
  /** Versions of the rules before storage. */
  readonly rules: Readonly<Record<string, number>>;
  /** How far apart an attacker's bounds on every hidden cell stay, at least. */
  readonly width: number;
  /** Smallest hidden number, as storage takes no smaller one. */
  readonly hiddenAtLeast: number;
  readonly attackers: readonly string[];
  readonly notCovered: readonly string[];
  readonly tables: readonly string[];
  /** One number; causes are not told apart. */
  readonly hiddenCells: number;
  readonly method: string;
  /** SHA-256 over the canonical JSON of the published columns and rows, hex. Of nothing unpublished. */
  readonly publishedDigest: string;
}

interface CertifiedRelease {
  readonly id: string;
  readonly period: string;
  readonly scheme: string;
  readonly columns: readonly string[];
  readonly hiddenCells: number;
}

export const certificateOf = (
  { id, period, scheme, columns, hiddenCells }: CertifiedRelease,
  rows: readonly ReleaseRow[],
  policy: Policy,
): Certificate => ({
  release: id,
  period,
  scheme,
  policy: policy.number,
  rules: Object.fromEntries(RULES.map((rule) => [rule.code, rule.version])),
  width: policy.width,
  hiddenAtLeast: policy.k,
  attackers: [
    'knows every open cell, every sum, and that pupils are at most consultations',
    'knows that zeros are shown and that a hidden cell stands for at least k',
    'reckons in whole numbers',
  ],
  notCovered: [
    'reporters who know their own schools',
    'earlier releases of the same schools',
    'background knowledge about a case',
    'what the choice of pools and of hidden cells tells somebody who knows the method',
  ],
  tables: [
    'state > district > county by benefit',
    'district > school type by benefit',
    'consultations and pupils jointly',
  ],
  hiddenCells,
  method:
    'For every hidden cell two whole tables that fit everything published were found and checked by addition; they differ there by the width or more.',
  publishedDigest: publishedDigest(columns, rows),
});

const publishedDigest = (columns: readonly string[], rows: readonly ReleaseRow[]): string =>
  createHash('sha256').update(canonicalJson({ columns, rows })).digest('hex');
