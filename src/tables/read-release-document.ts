/** Reads a whole-release document strictly: canonical JSON, exactly its fields, one tree of rows, bounds as the policy has them. */
import { isFinding, certificateFrom, proofFrom } from '../disclosure/proof/read-certificate.ts';
import { type CertificateFinding, certificateFinding } from '../disclosure/proof/certificate-finding.ts';
import { proofText } from '../disclosure/proof/certificate.ts';
import type { Certified } from '../disclosure/proof/verify.ts';
import { isCompactJws } from '../rules/base64url.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { findPolicy } from '../rules/policy.ts';
import { tableDigest, type Sha256Hex } from './proof.ts';
import { publicLower, toldPlaces } from './public-domain.ts';
import { DOCUMENT_FORMATS, formatIn, placesOf, structureOf } from './release-document.ts';
import type { ReleaseRow } from './release-row.ts';
import { columnsFrom, isPlainName, rowsFrom } from './released-rows.ts';

const FIELDS = 'certificate,columns,format,period,policy,proof,release,rows,scheme';
/** Of releases made before documents named their form. */
const FIRST_FIELDS = 'certificate,columns,period,policy,proof,release,rows,scheme';

/**
 * Everything that `verify` needs, with the signed certificate beside it; or the first thing that is wrong.
 * Whether the signature holds is not looked at. Nothing that a check depends on is taken from certificate or
 * proof: sums and bounds are read off rows and policy.
 *
 * bytes   the document as it was served
 * sha256  of the platform
 * throws  nothing. Cost: linear.
 */
export function readReleaseDocument(
  bytes: Uint8Array,
  sha256: Sha256Hex,
): { certified: Certified; jws: string } | CertificateFinding {
  const value = parsedObject(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    FIELDS,
    FIRST_FIELDS,
  );
  if (isFinding(value)) return value;
  const isFirst = !('format' in value);
  const format = DOCUMENT_FORMATS.find((known) => known === value['format']);
  if (!isFirst && !format) return certificateFinding('format', 'wrong-shape');
  for (const name of ['release', 'period', 'scheme'])
    if (!isPlainName(value[name])) return certificateFinding(name, 'unfit-text');
  const policy = findPolicy(Number(value['policy']));
  if (!policy || policy.number !== value['policy']) return certificateFinding('policy', 'unknown-policy');
  const columns = columnsFrom(value['columns']);
  if (!Array.isArray(columns)) return columns;
  const rows = rowsFrom(value['rows'], columns, policy);
  if (!Array.isArray(rows)) return rows;
  if (rows.some(({ pending }) => (pending === undefined) !== isFirst))
    return certificateFinding('rows', 'wrong-shape');
  const proof = proofFrom(value['proof']);
  if (isFinding(proof)) return proof;
  const jws = value['certificate'];
  if (typeof jws !== 'string' || !isCompactJws(jws)) return certificateFinding('certificate', 'wrong-shape');
  const claims = claimsOf(jws);
  const certificate = certificateFrom(claims);
  if (isFinding(certificate)) return certificate;
  for (const name of ['release', 'period', 'scheme', 'policy']) {
    if ((claims as Record<string, unknown>)[name] !== value[name])
      return certificateFinding(name, 'other-table');
  }
  // Nobody makes a document one of an older form, whose readers knew less: the signed certificate names the form.
  if (!isFirst && formatIn(claims as Record<string, unknown>) !== format)
    return certificateFinding('format', 'other-table');
  if (certificate.hiddenAtLeast !== policy.k)
    return certificateFinding('certificate/hiddenAtLeast', 'other-policy');
  if (certificate.width !== policy.width) return certificateFinding('certificate/width', 'other-policy');
  // The rows as they stand, with whatever marks they have: the digest is made of them.
  const read = { columns, rows: rows as unknown as ReleaseRow[] };
  const certified = {
    certificate,
    proof,
    table: isFirst ? placesOf(read.rows) : toldPlaces(read),
    ...structureOf(read),
    least: Array.from(publicLower(read, policy, format)),
    publishedDigest: tableDigest(read.columns, read.rows, sha256),
    proofDigest: sha256(proofText(proof)),
  };
  return { certified, jws };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Claims of a compact JWS; undefined where it is none. */
function claimsOf(jws: string): unknown {
  try {
    const payload = (jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (sign) => sign.charCodeAt(0))));
  } catch {
    return undefined;
  }
}

/**
 * Reads an object that is spelt as canonical JSON (RFC 8785), which rules out duplicate names, spare
 * digits and whatever else two readers could understand differently.
 *
 * forms  names of all its fields, sorted, with commas; of each form that it may have
 */
export function parsedObject(text: string, ...forms: string[]): Record<string, unknown> | CertificateFinding {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (canonicalJson(value) !== text) return certificateFinding('/', 'not-canonical');
  } catch {
    return certificateFinding('/', 'not-json');
  }
  return isObject(value) && forms.includes(Object.keys(value).sort().join())
    ? value
    : certificateFinding('/', 'wrong-shape');
}
