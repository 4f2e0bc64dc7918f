/** `kanon verify-release FILE`: whether a published table is the one certified, and the proof of its protection holds. */
import type { Certificate } from '../../disclosure/proof/certificate.ts';
import { type CertificateFinding, certificateFinding } from '../../disclosure/proof/certificate-finding.ts';
import { isFinding } from '../../disclosure/proof/read-certificate.ts';
import { type Certified, verifyProof } from '../../disclosure/proof/verify.ts';
import { CERTIFICATE_TYPE, hexDigest } from '../../releases/certificate.ts';
import { inGerman, leastIn } from '../../tables/certificate-sentences.ts';
import { readReleaseDocument } from '../../tables/read-release-document.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { textOf } from '../../verifier/kept-text.ts';
import { certifiedTable } from '../files/certificate-file.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { foreignText } from '../files/file-text.ts';
import { findingLines, readBytes } from '../files/input.ts';
import { type KeyOptions, keyNamed, keyOf, signedBytes } from '../service/signed-statement.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

export interface VerifyReleaseOptions extends KeyOptions {
  /** Certificate file of a CSV table; without it FILE is a release document. */
  readonly certificate?: string;
  /** Size of a file in MiB up to which it is read; 64 if not said. */
  readonly maxMib?: string;
  readonly json?: true;
}

interface Opened {
  readonly certified: Certified;
  /** Compact JWS; none beside a table of anybody's own. */
  readonly jws?: string;
}

const MEBIBYTE = 2 ** 20;
const MOST_MEBIBYTES = 64;
/** More text than this the engine holds in no string. */
const LARGEST_MEBIBYTES = 400;

/**
 * Exit code: done; unsigned where the proof of a release holds but no signature was looked at; failed where
 * anything is found. Throws Failure for a file that is no such thing, Usage for options that cannot be.
 */
export async function verifyRelease(
  file: string,
  options: VerifyReleaseOptions,
  desk: Desk,
): Promise<number> {
  const { words } = desk;
  const hasKeys = (options.keys ?? options.url) !== undefined;
  if (options.certificate !== undefined && hasKeys) throw new Usage(words.noKeysOfTable);
  const limit = limitOf(options, desk);
  const { certified, jws } =
    options.certificate === undefined
      ? await openDocument(file, limit, desk)
      : await openTable(file, options.certificate, limit, desk);
  const signedBy = jws !== undefined && hasKeys ? await signature(jws, options, desk) : undefined;
  const findings = [...verifyProof(certified), ...otherPromises(certified.certificate)];
  const { certificate, table, proof } = certified;
  const holds = findings.length === 0;
  const exit = !holds ? EXIT.failed : jws === undefined || signedBy !== undefined ? EXIT.done : EXIT.unsigned;
  if (options.json) {
    sayJson({
      holds,
      findings: findings.map(({ pointer, code, reason }) => ({ pointer, code, reason: reason[desk.lang] })),
      places: table.length,
      hidden: certificate.hiddenCells,
      hiddenAtLeast: certificate.hiddenAtLeast,
      width: proof.width,
      tables: proof.moves.length + 1,
      signedBy: signedBy ?? null,
      attackers: certificate.attackers,
      notCovered: certificate.notCovered,
    });
    return exit;
  }
  if (!holds) throw new Failure([words.proofFails, ...findingLines(findings, desk)]);
  say(words.proofHolds(table.length, certificate.hiddenCells, proof.width));
  if (jws === undefined) say(words.unsignedTable);
  else say(signedBy === undefined ? words.signatureUnchecked : words.releaseSigned(foreignText(signedBy)));
  if (certificate.hiddenAtLeast === 0 && jws === undefined && table.includes(0)) say(words.zerosTell);
  say(words.covered);
  for (const sentence of certificate.attackers) say(`  ${sentenceIn(sentence, certificate, desk)}`);
  say(words.notCovered);
  for (const sentence of certificate.notCovered) say(`  ${sentenceIn(sentence, certificate, desk)}`);
  return exit;
}

/** A sentence of ours in the language asked for; somebody else's as a quotation. */
function sentenceIn(sentence: string, { hiddenAtLeast }: Certificate, { lang, words }: Desk): string {
  const german = inGerman(sentence, hiddenAtLeast);
  if (german === undefined) return words.quoted(foreignText(sentence));
  return lang === 'de' ? german : sentence;
}

/** Sentences must not promise more than the number that was checked. */
function otherPromises({ attackers, hiddenAtLeast }: Certificate): CertificateFinding[] {
  return attackers.flatMap((sentence, at) => {
    const least = leastIn(sentence);
    return least === undefined || least === hiddenAtLeast
      ? []
      : [certificateFinding(`certificate/attackers/${at}`, 'other-promise')];
  });
}

function limitOf({ maxMib }: VerifyReleaseOptions, { words }: Desk): number {
  if (maxMib === undefined) return MOST_MEBIBYTES * MEBIBYTE;
  const mebibytes = parseWholeNumber(maxMib, 1, LARGEST_MEBIBYTES);
  if (mebibytes === undefined) throw new Usage(words.notMib(LARGEST_MEBIBYTES));
  return mebibytes * MEBIBYTE;
}

async function openDocument(file: string, limit: number, desk: Desk): Promise<Opened> {
  const text = textOf(await bytesOf(file, limit, desk)).trim();
  const read = readReleaseDocument(Buffer.from(text), hexDigest);
  if (isFinding(read)) throw refused(read, desk);
  return read;
}

async function openTable(file: string, beside: string, limit: number, desk: Desk): Promise<Opened> {
  const bytes = await bytesOf(file, limit, desk);
  const text = textOf(await bytesOf(beside, limit, desk)).trim();
  const certified = certifiedTable(bytes, text);
  if (certified === 'notTable') throw new Failure([desk.words.noPublishedTable], EXIT.otherFile);
  if (isFinding(certified)) throw refused(certified, desk);
  return { certified };
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
  await signedBytes(jws, await keyNamed(key, 'certificates', options, says, desk), says);
  return key;
}

/** A file of another kind is no sign that anybody changed something. */
const refused = (found: CertificateFinding, desk: Desk): Failure =>
  found.pointer === '/' && found.code !== 'not-canonical'
    ? new Failure([desk.words.noCertificate, ...findingLines([found], desk)], EXIT.otherFile)
    : new Failure([desk.words.proofFails, ...findingLines([found], desk)]);

async function bytesOf(file: string, limit: number, desk: Desk): Promise<Uint8Array> {
  const bytes = await readBytes(file, desk, limit);
  if (bytes.length > limit) throw new Failure([desk.words.fileTooLarge(limit / MEBIBYTE)], EXIT.otherFile);
  return bytes;
}
