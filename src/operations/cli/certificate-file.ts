/** A table and its certificate as files: written beside each other, and read back strictly. */
import { CsvError, parse } from 'csv-parse/sync';
import { type Certificate, type Proof, proofText } from '../../disclosure/certificate.ts';
import { certificateFrom, isFinding, proofFrom } from '../../disclosure/read-certificate.ts';
import type { CertificateFinding } from '../../disclosure/certificate-finding.ts';
import { SOFTWARE } from '../../foundation/software.ts';
import { sha256 } from '../../releases/certificate.ts';
import { parsedObject } from '../../releases/read-release-document.ts';
import { canonicalJson } from '../../rules/canonical-json.ts';

/** What is said of the protection besides the proof; public words only. */
export interface Statement {
  readonly attackers: readonly string[];
  readonly notCovered: readonly string[];
}

/**
 * The certificate file of a table, canonical JSON.
 *
 * table  bytes of the CSV file, whose column `value` has one line for each place of the proof
 */
export function certificateFile(table: Uint8Array, proof: Proof, statement: Statement): string {
  const certificate: Certificate & { software: typeof SOFTWARE } = {
    ...statement,
    software: SOFTWARE,
    format: 'kanon-certificate/1',
    hiddenCells: (placesOfCsv(table) ?? []).filter((value) => value === null).length,
    width: proof.width,
    publishedDigest: sha256(table),
    proofDigest: sha256(proofText(proof)),
  };
  return canonicalJson({ certificate, proof });
}

/** Certificate and proof out of such a file, or the first thing that is wrong with it. */
export function readCertificateFile(
  text: string,
): { certificate: Certificate; proof: Proof } | CertificateFinding {
  const given = parsedObject(text, 'certificate,proof');
  if (isFinding(given)) return given;
  const certificate = certificateFrom(given['certificate']);
  if (isFinding(certificate)) return certificate;
  const proof = proofFrom(given['proof']);
  return isFinding(proof) ? proof : { certificate, proof };
}

/** The column `value`, null where `status` is hidden; undefined where the file is no such table. */
export function placesOfCsv(bytes: Uint8Array): (number | null)[] | undefined {
  const lines = linesOf(bytes);
  const at = (name: string): number => lines?.[0]?.indexOf(name) ?? -1;
  const [value, status] = [at('value'), at('status')];
  if (!lines || value < 0 || status < 0) return undefined;
  const places = lines.slice(1).map((line) => {
    if (line[status] === 'hidden' && line[value] === '') return null;
    const number = Number(line[value]);
    return line[status] === 'open' && Number.isSafeInteger(number) && String(number) === line[value]
      ? number
      : undefined;
  });
  return places.every((place) => place !== undefined) ? places : undefined;
}

function linesOf(bytes: Uint8Array): string[][] | undefined {
  try {
    return parse(Buffer.from(bytes), { bom: true });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
