/** A table and its certificate as files: written beside each other, and read back strictly. */
import { CsvError, parse } from 'csv-parse/sync';
import { visibleText, codeKey } from '../../disclosure/table/code-text.ts';
import { type Certificate, type Proof, proofText } from '../../disclosure/proof/certificate.ts';
import { type CertificateFinding, certificateFinding } from '../../disclosure/proof/certificate-finding.ts';
import { crossSums } from '../../disclosure/proof/cross-sums.ts';
import { certificateFrom, isFinding, proofFrom } from '../../disclosure/proof/read-certificate.ts';
import type { Certified } from '../../disclosure/proof/verify.ts';
import { SOFTWARE } from '../../foundation/software.ts';
import { hexDigest } from '../../releases/certificate.ts';
import { parsedObject } from '../../tables/read-release-document.ts';
import { canonicalJson } from '../../rules/canonical-json.ts';
import { textOf } from '../../verifier/kept-text.ts';

/** The columns of a published table that hold no code; they are its last two. */
export const VALUE_COLUMNS = ['value', 'status'] as const;

/** What is said of the protection besides the proof; public words only. */
export interface TableStatement {
  readonly attackers: readonly string[];
  readonly notCovered: readonly string[];
  /** What everybody knows of a hidden value. */
  readonly hiddenAtLeast: number;
  /** Names of the columns of each dimension, coarsest first. */
  readonly dimensions: readonly (readonly string[])[];
}

/**
 * The certificate file of a table, canonical JSON.
 *
 * table  bytes of the CSV file, whose column `value` has one line for each place of the proof
 */
export function certificateFile(table: Uint8Array, proof: Proof, statement: TableStatement): string {
  const certificate: Certificate & TableStatement & { software: typeof SOFTWARE } = {
    ...statement,
    software: SOFTWARE,
    format: 'kanon-certificate/1',
    hiddenCells: (placesOfCsv(table) ?? []).filter((value) => value === null).length,
    width: proof.width,
    publishedDigest: hexDigest(table),
    proofDigest: hexDigest(proofText(proof)),
  };
  return canonicalJson({ certificate, proof });
}

interface CertificateFile {
  readonly certificate: Certificate;
  readonly proof: Proof;
  readonly dimensions: readonly (readonly string[])[];
}

/** Certificate and proof out of such a file, or the first thing that is wrong with it. */
export function readCertificateFile(text: string): CertificateFile | CertificateFinding {
  const given = parsedObject(text, 'certificate,proof');
  if (isFinding(given)) return given;
  const certificate = certificateFrom(given['certificate']);
  if (isFinding(certificate)) return certificate;
  const { dimensions } = given['certificate'] as { dimensions?: unknown };
  if (!Array.isArray(dimensions) || !dimensions.every(isListOfTexts))
    return certificateFinding('certificate/dimensions', 'wrong-shape');
  const proof = proofFrom(given['proof']);
  return isFinding(proof) ? proof : { certificate, proof, dimensions };
}

const isListOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string');

/**
 * Table and certificate file put together for `verify`: which rows add up is read off the table, so a proof
 * that leaves a sum out is seen. `notTable` where the bytes are no such table at all.
 */
export function certifiedTable(bytes: Uint8Array, text: string): Certified | CertificateFinding | 'notTable' {
  const read = readCertificateFile(text);
  if (isFinding(read)) return read;
  const table = tableOfCsv(bytes);
  if (!table) return 'notTable';
  const { columns, codes, places } = table;
  const plain = new Set<string>();
  const isPlain = (text: string): boolean =>
    plain.has(text) || (visibleText(text) === text && !!plain.add(text));
  if (!columns.every(isPlain)) return certificateFinding('table/columns', 'unfit-text');
  const unfit = codes.findIndex((row) => !row.every(isPlain));
  if (unfit >= 0) return certificateFinding(`table/${unfit}`, 'unfit-text');
  const keys = columns.map(codeKey);
  const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at);
  if (twice >= 0) return certificateFinding(`table/columns/${twice}`, 'column-twice');
  const names = read.dimensions.flat();
  if (names.length !== columns.length || names.some((name, at) => name !== columns[at]))
    return certificateFinding('certificate/dimensions', 'other-columns');
  let from = 0;
  const dimensions = read.dimensions.map((dimension) => dimension.map(() => from++));
  const cross = crossSums(dimensions, codes);
  if (isFinding(cross)) return cross;
  const { certificate, proof } = read;
  return {
    ...{ certificate, proof, table: places, sums: cross.sums },
    ...{ publishedDigest: digestOf(bytes, certificate), proofDigest: hexDigest(proofText(proof)) },
  };
}

/** Of the bytes as `kanon protect` wrote them: an editor's byte order mark or ends of lines are no other table. */
function digestOf(bytes: Uint8Array, { publishedDigest }: Certificate): string {
  const text = textOf(bytes).replaceAll(/\r?\n/g, '\r\n');
  return hexDigest(text) === publishedDigest ? publishedDigest : hexDigest(bytes);
}

interface PublishedTable {
  /** Names of the code columns, and the codes of each row. */
  readonly columns: readonly string[];
  readonly codes: readonly (readonly string[])[];
  readonly places: readonly (number | null)[];
}

/** The column `value`, null where `status` is hidden; undefined where the file is no such table. */
export const placesOfCsv = (bytes: Uint8Array): readonly (number | null)[] | undefined =>
  tableOfCsv(bytes)?.places;

function tableOfCsv(bytes: Uint8Array): PublishedTable | undefined {
  const [header, ...lines] = linesOf(bytes) ?? [];
  const own = VALUE_COLUMNS.length;
  if (header?.slice(-own).join() !== VALUE_COLUMNS.join()) return undefined;
  const places = lines.map((line) => {
    const [value, status] = line.slice(-own);
    if (status === 'hidden' && value === '') return null;
    const number = Number(value);
    return status === 'open' && Number.isSafeInteger(number) && number >= 0 && String(number) === value
      ? number
      : undefined;
  });
  return places.every((place) => place !== undefined)
    ? { columns: header.slice(0, -own), codes: lines.map((line) => line.slice(0, -own)), places }
    : undefined;
}

function linesOf(bytes: Uint8Array): string[][] | undefined {
  try {
    return parse(textOf(bytes));
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
