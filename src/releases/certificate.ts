/** The certificate of a release: what was protected against whom, and how to tell that table and proof are the ones certified. */
import { createHash } from 'node:crypto';
import { type Certificate, type Proof, proofText } from '../disclosure/proof/certificate.ts';
import { SOFTWARE } from '../foundation/software.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Policy } from '../rules/policy.ts';
import { PROVIDERS } from '../tables/certificate-sentences.ts';
import { toldPlaces } from '../tables/public-domain.ts';
import { tableDigest } from '../tables/proof.ts';
import { DOCUMENT_FORMAT, type DocumentFormat, type ReleaseDocument } from '../tables/release-document.ts';

/** `typ` of the compact JWS. */
export const CERTIFICATE_TYPE = 'kanon-certificate+jws';

export interface ReleaseCertificate extends Certificate {
  /** Form of the document that the proof is checked in. */
  readonly document: DocumentFormat;
  readonly release: string;
  readonly period: string;
  readonly scheme: string;
  readonly policy: number;
  /** Versions of the rules before storage. */
  readonly rules: Readonly<Record<string, number>>;
  readonly tables: readonly string[];
  readonly method: string;
  /** Versions of this software and of its solver. */
  readonly software: Readonly<Record<string, string>>;
}

interface CertifiedRelease {
  readonly id: string;
  readonly period: string;
  readonly scheme: string;
  readonly columns: readonly string[];
}

/** It may be read by more people than the table, so it holds digests and no count. */
export const certificateOf = (
  { id, period, scheme, columns }: CertifiedRelease,
  rows: ReleaseDocument['rows'],
  policy: Policy,
  proof: Proof,
): ReleaseCertificate => ({
  format: 'kanon-certificate/1',
  document: DOCUMENT_FORMAT,
  release: id,
  period,
  scheme,
  policy: policy.number,
  rules: Object.fromEntries(RULES.map((rule) => [rule.code, rule.version])),
  width: policy.width,
  hiddenAtLeast: policy.k,
  attackers: [
    'knows every open cell, every sum, and that pupils are at most consultations',
    'knows that zeros are shown outside rows without numbers, and that a hidden cell there stands for at least k',
    'reckons in whole numbers',
    'has a list of the schools, and reckons with the school types of a county, which nobody publishes',
    'knows why each cell is hidden, and looks for single schools behind what is shown',
    'is a reporter, subtracts the own schools, and does all that a stranger does',
    'holds the earlier releases of the period, and knows who came late, dropped out or corrected something',
    'is a coordinator, and chooses whose reports are sent back',
  ],
  notCovered: [
    'reporters who put their numbers together',
    PROVIDERS,
    'zeros of rows without numbers, to a reporter of the same row',
    'releases of other periods',
    'background knowledge about a case',
    'what the choice of hidden cells tells somebody who knows the method, beyond why they are hidden',
  ],
  tables: [
    'state > district > county by benefit',
    'district > school type by benefit',
    'consultations and pupils jointly',
  ],
  hiddenCells: toldPlaces({ columns, rows }).filter((value) => value === null).length,
  method:
    'For every hidden cell two whole tables that fit everything published were found and checked by addition; they differ there by the width or more. The proof holds them for a reader of this table alone; docs/certificate.md tells how to check it. Causes, reporters, the school types of counties and earlier releases were reckoned with in the same way, in a proof that names unpublished numbers and is not given away.',
  software: SOFTWARE,
  publishedDigest: tableDigest(columns, rows, hexDigest),
  proofDigest: hexDigest(proofText(proof)),
});

/** Hex. */
export const hexDigest = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

/** What is stored of a release beside its table: the signed certificate, and after a line break its proof. */
export const withProof = (jws: string, proof: Proof): string => `${jws}\n${proofText(proof)}`;

/** Claims of a compact JWS of ours, whose signature is not looked at. */
export const claimsOf = (jws: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

export function jwsAndProof(stored: string): { jws: string; proof: string | undefined } {
  const [jws = '', proof] = stored.split('\n');
  return { jws, proof };
}
