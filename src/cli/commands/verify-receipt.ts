/** `kanon verify-receipt FILE`: whether a receipt is the service's, what it says was stored, and what the log must show. */
import { RECEIPT_TYPE, commitmentOf } from '../../collection/receipt.ts';
import { isBase64Url } from '../../rules/base64url.ts';
import { readReport } from '../../rules/read-report.ts';
import type { Report } from '../../rules/report.ts';
import { schemeOf } from '../../rules/schemes/registry.ts';
import { textOf } from '../../verifier/kept-text.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { foreignText } from '../files/file-text.ts';
import { readBytes } from '../files/input.ts';
import { reportLines } from './report-text.ts';
import { type KeyOptions, keyNamed, keyOf, signedBytes } from '../service/signed-statement.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { type Desk, momentIn } from '../words/words.ts';

export interface VerifyOptions extends KeyOptions {
  /** What the access log shows. */
  readonly commitment?: string;
  readonly json?: true;
}

/** What a receipt says, each field in its form. */
interface Claims {
  readonly iss: string;
  readonly school: string;
  readonly period: string;
  readonly revision: string;
  readonly revisionNumber: number;
  readonly reportedAt: string;
  readonly report: Report;
  readonly entry: string;
  readonly nonce: string;
}

const NONCE_BYTES = 32;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function verifyReceipt(file: string, options: VerifyOptions, desk: Desk): Promise<number> {
  const { words } = desk;
  // Mail wraps lines, and shells add quotation marks: neither is content of a compact JWS (RFC 7515, 3.1).
  const jws = textOf(await readBytes(file, desk)).replaceAll(/[\s"']/gu, '');
  const says = {
    none: words.noReceiptInFile,
    other: words.otherStatement,
    otherKey: words.otherKey,
    notSigned: words.notSigned,
  };
  const key = keyOf(jws, RECEIPT_TYPE, says);
  const claims = claimsIn(
    await signedBytes(jws, await keyNamed(key, 'receipts', options, says, desk), says),
    words,
  );
  const { iss, school, period, revision, revisionNumber, reportedAt, report, entry, nonce } = claims;
  const commitment = commitmentOf(Buffer.from(nonce, 'base64url'), {
    school,
    period,
    revision,
    report,
  }).toString('base64url');
  if (options.commitment !== undefined && options.commitment !== commitment)
    throw new Failure([words.otherCommitment]);

  if (options.json) {
    sayJson({
      issuer: iss,
      key,
      school,
      period,
      revision,
      revisionNumber,
      reportedAt,
      report,
      entry,
      commitment,
    });
    return EXIT.done;
  }
  say(words.receiptHolds(foreignText(iss), foreignText(key)));
  say(words.receiptOf(foreignText(school), foreignText(period), revisionNumber, momentIn(desk, reportedAt)));
  const scheme = schemeOf(report.scheme);
  if (scheme) for (const line of reportLines(report, scheme, desk)) say(`  ${line}`);
  say(options.commitment === undefined ? words.logMustShow(entry, commitment) : words.logAgrees(entry));
  return EXIT.done;
}

/** The signature holds, so this only tells a receipt from other statements of the same service. */
function claimsIn(payload: Uint8Array, words: Desk['words']): Claims {
  let claims: Partial<Record<keyof Claims, unknown>> | null;
  try {
    claims = JSON.parse(Buffer.from(payload).toString('utf8')) as typeof claims;
  } catch (cause) {
    throw new Failure([words.otherStatement], EXIT.otherFile, cause);
  }
  const { iss, school, period, reportedAt, revision, entry, revisionNumber, nonce, report } = claims ?? {};
  const isOurs =
    [iss, school, period, reportedAt].every((text) => typeof text === 'string') &&
    [revision, entry].every((id) => typeof id === 'string' && UUID.test(id)) &&
    Number.isInteger(revisionNumber) &&
    typeof nonce === 'string' &&
    isBase64Url(nonce) &&
    Buffer.from(nonce, 'base64url').length === NONCE_BYTES &&
    'report' in readReport(Buffer.from(JSON.stringify(report ?? null)));
  if (!isOurs) throw new Failure([words.otherStatement], EXIT.otherFile);
  return claims as Claims;
}
