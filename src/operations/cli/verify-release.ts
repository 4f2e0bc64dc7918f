/** `kanon verify-release FILE`: whether a published table is the one certified, and the proof of its protection holds. */
import { readFile } from 'node:fs/promises';
import type { CertificateFinding } from '../../disclosure/certificate-finding.ts';
import { isFinding } from '../../disclosure/read-certificate.ts';
import { type Certified, verify } from '../../disclosure/verify.ts';
import { proofText } from '../../disclosure/certificate.ts';
import { CERTIFICATE_TYPE, sha256 } from '../../releases/certificate.ts';
import { readReleaseDocument } from '../../releases/read-release-document.ts';
import { placesOfCsv, readCertificateFile } from './certificate-file.ts';
import { EXIT, Failure } from './failure.ts';
import { findingLines } from './input.ts';
import { type KeyOptions, keyNamed, keyOf, signedBytes } from './signed-statement.ts';
import { say, sayJson } from './terminal.ts';
import type { Desk } from './words.ts';

export interface VerifyReleaseOptions extends KeyOptions {
  /** Certificate file of a CSV table; without it FILE is a release document. */
  readonly certificate?: string;
  readonly json?: true;
}

interface Opened {
  readonly certified: Certified;
  /** Compact JWS; none beside a table of anybody's own. */
  readonly jws?: string;
}

/** Exit code: done, or failed where anything is found. Throws Failure for a file that is no such thing. */
export async function verifyRelease(
  file: string,
  options: VerifyReleaseOptions,
  desk: Desk,
): Promise<number> {
  const { words } = desk;
  const { certified, jws } =
    options.certificate === undefined
      ? await openDocument(file, desk)
      : await openTable(file, options.certificate, desk);
  const signedBy =
    jws !== undefined && (options.keys ?? options.url) !== undefined
      ? await signature(jws, options, desk)
      : undefined;
  const findings = verify(certified);
  const { certificate, table, proof } = certified;
  if (options.json) {
    sayJson({
      holds: findings.length === 0,
      findings: findings.map(({ pointer, code, reason }) => ({ pointer, code, reason: reason[desk.lang] })),
      places: table.length,
      hidden: certificate.hiddenCells,
      width: proof.width,
      tables: proof.moves.length + 1,
      signedBy: signedBy ?? null,
      attackers: certificate.attackers,
      notCovered: certificate.notCovered,
    });
    return findings.length === 0 ? EXIT.done : EXIT.failed;
  }
  if (findings.length > 0) throw new Failure([words.proofFails, ...findingLines(findings, desk)]);
  say(words.proofHolds(table.length, certificate.hiddenCells, proof.width));
  if (jws !== undefined)
    say(signedBy === undefined ? words.signatureUnchecked : words.releaseSigned(signedBy));
  say(words.covered);
  for (const attacker of certificate.attackers) say(`  ${attacker}`);
  say(words.notCovered);
  for (const attacker of certificate.notCovered) say(`  ${attacker}`);
  return EXIT.done;
}

async function openDocument(file: string, desk: Desk): Promise<Opened> {
  const read = readReleaseDocument(await bytesOf(file, desk));
  if (isFinding(read)) throw refused(read, desk);
  return read;
}

async function openTable(file: string, beside: string, desk: Desk): Promise<Opened> {
  const bytes = await bytesOf(file, desk);
  const read = readCertificateFile((await bytesOf(beside, desk)).toString('utf8'));
  if (isFinding(read)) throw refused(read, desk);
  const table = placesOfCsv(bytes);
  if (!table) throw new Failure([desk.words.noPublishedTable]);
  const proofDigest = sha256(proofText(read.proof));
  return { certified: { ...read, table, publishedDigest: sha256(bytes), proofDigest } };
}

async function signature(jws: string, options: KeyOptions, desk: Desk): Promise<string> {
  const { words } = desk;
  const says = {
    none: words.noCertificate,
    other: words.noCertificate,
    otherKey: words.otherReleaseKey,
    notSigned: words.releaseNotSigned,
  };
  const key = keyOf(jws, CERTIFICATE_TYPE, says);
  await signedBytes(jws, await keyNamed(key, options, says, desk), says);
  return key;
}

const refused = (found: CertificateFinding, desk: Desk): Failure =>
  new Failure([desk.words.noCertificate, ...findingLines([found], desk)]);

async function bytesOf(file: string, { words }: Desk): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Failure([words.fileUnreadable], undefined, cause);
  }
}
