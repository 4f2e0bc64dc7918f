/** A release recomputed on the device: its digests, the two tables behind each hidden cell, and the signature (docs/certificate.md). */
import type { CertificateFinding } from '../../disclosure/proof/certificate-finding.ts';
import { isFinding } from '../../disclosure/proof/read-certificate.ts';
import { verifyProof } from '../../disclosure/proof/verify.ts';
import { toHex } from '../../merkle/text.ts';
import { readReleaseDocument } from '../../tables/read-release-document.ts';
import { webChecking } from '../../verifier/web-crypto.ts';

export interface ReleaseChecked {
  /** What does not hold; nothing where the proof does. */
  readonly findings: readonly CertificateFinding[];
  /** Places of the table, and those of them that show no number. */
  readonly places: number;
  readonly hidden: number;
  /** Tables that were added up. */
  readonly tables: number;
  /** `unknown`: no key of that name, or a browser that knows no Ed25519. */
  readonly signature: 'good' | 'bad' | 'unknown';
}

const sha256 = (text: string): string => toHex(webChecking.sha256(new TextEncoder().encode(text)));

/** document  as it was served, byte for byte  jws  the certificate as it was read before  keys  of the service (JWK) */
export async function checkRelease(
  document: Uint8Array,
  jws: string,
  keys: readonly Readonly<Record<string, unknown>>[],
): Promise<ReleaseChecked> {
  const read = readReleaseDocument(document, sha256);
  if (isFinding(read)) return { findings: [read], places: 0, hidden: 0, tables: 0, signature: 'unknown' };
  const { certified } = read;
  return {
    findings: verifyProof(certified),
    places: certified.table.length,
    hidden: certified.certificate.hiddenCells,
    tables: certified.proof.moves.length + 1,
    // The certificate that somebody read and the one in the document are one and the same.
    signature: read.jws === jws ? await signatureOf(jws, keys) : 'bad',
  };
}

async function signatureOf(
  jws: string,
  keys: readonly Readonly<Record<string, unknown>>[],
): Promise<ReleaseChecked['signature']> {
  const [head = '', payload = '', signature = ''] = jws.split('.');
  const { kid, alg } = JSON.parse(new TextDecoder().decode(bytesIn(head))) as Record<string, unknown>;
  const key = keys.find((one) => one['kid'] === kid && one['crv'] === 'Ed25519');
  if (alg !== 'EdDSA' || typeof key?.['x'] !== 'string') return 'unknown';
  const signed = new TextEncoder().encode(`${head}.${payload}`);
  try {
    return (await webChecking.verify(bytesIn(key['x']), signed, bytesIn(signature))) ? 'good' : 'bad';
  } catch {
    return 'unknown';
  }
}

/** Of base64url. */
const bytesIn = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
