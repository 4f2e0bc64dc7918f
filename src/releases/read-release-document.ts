/** Reads a whole-release document strictly: canonical JSON, exactly its fields, equally long rows. */
import { isFinding, certificateFrom, proofFrom } from '../disclosure/read-certificate.ts';
import { type CertificateFinding, finding } from '../disclosure/certificate-finding.ts';
import { proofText } from '../disclosure/certificate.ts';
import type { Certified } from '../disclosure/verify.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { parseRegionKey } from '../rules/region.ts';
import { publishedDigest, sha256 } from './certificate.ts';
import { DOCUMENT_FORMAT, placesOf, structureOf, type ReleaseDocument } from './release-document.ts';
import { REPORTED_TOTAL } from './table-columns.ts';

/** Fields of a document and of its rows, and the flag of a row: of the form in force, and of releases made before it. */
const FORM = {
  fields: 'certificate,columns,format,period,policy,proof,release,rows,scheme',
  rowFields: 'consultations,pending,pupils,region,schoolType,schoolsExpected,schoolsReported',
  flag: 'pending',
};
const FIRST_FORM = {
  fields: 'certificate,columns,period,policy,proof,release,rows,scheme',
  rowFields: 'atLeast,consultations,pupils,region,schoolType,schoolsExpected,schoolsReported',
  flag: 'atLeast',
};

/**
 * Everything that `verify` needs, with the signed certificate beside it; or the first thing that is wrong.
 * Whether the signature holds is not looked at.
 *
 * bytes   the document as it was served
 * throws  nothing. Cost: linear.
 */
export function readReleaseDocument(
  bytes: Uint8Array,
): { certified: Certified; jws: string } | CertificateFinding {
  const value = parsedObject(Buffer.from(bytes).toString('utf8'), FORM.fields, FIRST_FORM.fields);
  if (isFinding(value)) return value;
  const form = 'format' in value ? FORM : FIRST_FORM;
  if (form === FORM && value['format'] !== DOCUMENT_FORMAT) return finding('format', 'wrong-shape');
  const columns = value['columns'];
  if (!Array.isArray(columns) || !columns.every(isText) || !columns.includes(REPORTED_TOTAL))
    return finding('columns', 'wrong-shape');
  const rows = value['rows'];
  if (!Array.isArray(rows)) return finding('rows', 'wrong-shape');
  const wrongRow = rows.findIndex((row: unknown) => !isRow(row, columns.length, rows[0], form));
  if (wrongRow >= 0) return finding(`rows/${wrongRow}`, 'wrong-shape');
  const proof = proofFrom(value['proof']);
  if (isFinding(proof)) return proof;
  const jws = value['certificate'];
  if (!isText(jws)) return finding('certificate', 'wrong-shape');
  const claims = claimsOf(jws);
  const certificate = certificateFrom(claims);
  if (isFinding(certificate)) return certificate;
  for (const name of ['release', 'period', 'scheme', 'policy']) {
    if ((claims as Record<string, unknown>)[name] !== value[name]) return finding(name, 'other-table');
  }
  const read = { columns, rows: rows as ReleaseDocument['rows'] };
  const certified = {
    certificate,
    proof,
    table: placesOf(read.rows),
    ...structureOf(read),
    publishedDigest: publishedDigest(read.columns, read.rows),
    proofDigest: sha256(proofText(proof)),
  };
  return { certified, jws };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isCells = (value: unknown, length: number): boolean =>
  Array.isArray(value) && value.length === length && value.every((cell) => cell === null || isCount(cell));

/** As long as the first row, of a region, and without a number where too few reported. */
function isRow(value: unknown, columns: number, first: unknown, form: typeof FORM): boolean {
  if (!isObject(value) || Object.keys(value).sort().join() !== form.rowFields) return false;
  const benefits = isObject(first) && Array.isArray(first['pupils']) ? first['pupils'].length : 0;
  return (
    isText(value['region']) &&
    parseRegionKey(value['region']) !== undefined &&
    isText(value['schoolType']) &&
    isCount(value['schoolsExpected']) &&
    isCount(value['schoolsReported']) &&
    typeof value[form.flag] === 'boolean' &&
    benefits <= columns &&
    isCells(value['consultations'], columns) &&
    isCells(value['pupils'], benefits) &&
    (value['pending'] !== true ||
      [...(value['consultations'] as unknown[]), ...(value['pupils'] as unknown[])].every(
        (cell) => cell === null,
      ))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Claims of a compact JWS; undefined where it is none. */
function claimsOf(jws: string): unknown {
  try {
    return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'));
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
    if (canonicalJson(value) !== text) return finding('/', 'not-canonical');
  } catch {
    return finding('/', 'not-json');
  }
  return isObject(value) && forms.includes(Object.keys(value).sort().join())
    ? value
    : finding('/', 'wrong-shape');
}
