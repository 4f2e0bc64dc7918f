/** Reads certificates and proofs strictly: exactly their fields, integers only. */
import type { Certificate, Proof } from './certificate.ts';
import { type CertificateFinding, certificateFinding } from './certificate-finding.ts';

/** Where a value has not the shape: the path below it, '' for itself; undefined if it fits. */
type Check = (value: unknown) => string | undefined;

const when =
  (fits: (value: unknown) => boolean): Check =>
  (value) =>
    fits(value) ? undefined : '';
const integer = when(Number.isSafeInteger);
const index = when((value) => Number.isSafeInteger(value) && (value as number) >= 0);
const count = when((value) => Number.isSafeInteger(value) && (value as number) >= 1);
const place = when((value) => Number.isSafeInteger(value) && (value as number) >= -1);
const text = when((value) => typeof value === 'string');
const digest = when((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
const exactly = (wanted: string): Check => when((value) => value === wanted);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value);

const listOf =
  (check: Check, least = 0): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length < least) return '';
    for (let at = 0; at < value.length; at++) {
      const wrong = check(value[at]);
      if (wrong !== undefined) return `/${at}${wrong}`;
    }
    return undefined;
  };
/** Checks that there are as many entries as checks, or for `moves` any number of such groups. */
const groupOf =
  (checks: readonly Check[], groups?: 'many'): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length === 0 || value.length % checks.length > 0) return '';
    if (!groups && value.length !== checks.length) return '';
    for (let at = 0; at < value.length; at++) {
      if (checks[at % checks.length]!(value[at]) !== undefined) return `/${at}`;
    }
    return undefined;
  };

const PROOF: Readonly<Record<keyof Proof, Check>> = {
  atMost: listOf(groupOf([index, index])),
  base: listOf(integer),
  domains: listOf(groupOf([count, integer, orNull(integer)])),
  format: exactly('kanon-proof/1'),
  moves: listOf(groupOf([index, integer], 'many')),
  positions: listOf(groupOf([place, count])),
  relations: listOf(listOf(index, 2)),
  width: count,
};

const CERTIFICATE: Readonly<Record<keyof Certificate, Check>> = {
  attackers: listOf(text),
  format: exactly('kanon-certificate/1'),
  hiddenAtLeast: index,
  hiddenCells: index,
  notCovered: listOf(text),
  proofDigest: digest,
  publishedDigest: digest,
  width: count,
};

/** Takes the fields of a shape, in its order; what stands besides them is at fault unless allowed. */
function take<T>(
  value: unknown,
  shape: Readonly<Record<keyof T & string, Check>>,
  pointer: string,
  besides = false,
): T | CertificateFinding {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return certificateFinding(pointer, 'wrong-shape');
  const given = new Map<string, unknown>(Object.entries(value));
  const names = Object.keys(shape) as (keyof T & string)[];
  for (const name of names) {
    const wrong = shape[name](given.get(name));
    if (wrong !== undefined) return certificateFinding(`${pointer}/${name}${wrong}`, 'wrong-shape');
  }
  if (!besides && given.size > names.length) return certificateFinding(pointer, 'wrong-shape');
  return Object.fromEntries(names.map((name) => [name, given.get(name)])) as T;
}

/** Whether reading ended with a finding. */
export const isFinding = (read: object): read is CertificateFinding => 'reason' in read;

/** Reads a proof out of parsed JSON: exactly its fields, integers only. Throws nothing; linear. */
export const proofFrom = (value: unknown): Proof | CertificateFinding => take<Proof>(value, PROOF, 'proof');

/** Reads a certificate out of parsed JSON; further fields are statements that nothing here depends on. */
export const certificateFrom = (value: unknown): Certificate | CertificateFinding =>
  take<Certificate>(value, CERTIFICATE, 'certificate', true);
