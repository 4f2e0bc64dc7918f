/** `kanon verify-receipt FILE`: whether a receipt is the service's, what it says was stored, and what the log must show. */
import { RECEIPT_TYPE, commitmentOf } from '../../collection/receipt.ts';
import { isBase64Url } from '../../rules/base64url.ts';
import { readReport } from '../../rules/read-report.ts';
import type { Report } from '../../rules/report.ts';
import { readOutcomes } from '../../rules/read-outcomes.ts';
import { outcomeSchemeOf } from '../../rules/schemes/outcome-registry.ts';
import type { Outcomes } from '../../rules/outcome.ts';
import { OUTCOME_WORDS } from '../words/outcome-words.ts';
import { bodyLines } from './outcomes-put.ts';
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

/** What a receipt says, each field in its form: a report of a school, or what an office handed in for a county. */
type Claims = Common & Unit;
type Unit =
  | { readonly school: string; readonly county?: never; readonly report: Report }
  | { readonly county: string; readonly school?: never; readonly report: Outcomes };

interface Common {
  readonly iss: string;
  readonly period: string;
  readonly revision: string;
  readonly revisionNumber: number;
  readonly reportedAt: string;
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
  const { iss, period, revision, revisionNumber, reportedAt, report, entry, nonce } = claims;
  const unit = claims.school === undefined ? { county: claims.county } : { school: claims.school };
  const commitment = commitmentOf(Buffer.from(nonce, 'base64url'), {
    ...unit,
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
      ...unit,
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
  for (const line of contentLines(claims, momentIn(desk, reportedAt), desk)) say(line);
  say(options.commitment === undefined ? words.logMustShow(entry, commitment) : words.logAgrees(entry));
  return EXIT.done;
}

function contentLines(claims: Claims, at: string, desk: Desk): string[] {
  const { revisionNumber } = claims;
  const period = foreignText(claims.period);
  if (claims.school === undefined) {
    const scheme = outcomeSchemeOf(claims.report.scheme);
    const bodies = scheme ? claims.report.bodies.flatMap((one) => bodyLines(one, scheme, desk)) : [];
    return [
      OUTCOME_WORDS[desk.lang].receiptOf(foreignText(claims.county), period, revisionNumber, at),
      ...bodies.map((line) => `  ${line}`),
    ];
  }
  const scheme = schemeOf(claims.report.scheme);
  const lines = scheme ? reportLines(claims.report, scheme, desk) : [];
  return [
    desk.words.receiptOf(foreignText(claims.school), period, revisionNumber, at),
    ...lines.map((line) => `  ${line}`),
  ];
}

/** The signature holds, so this only tells a receipt from other statements of the same service. */
function claimsIn(payload: Uint8Array, words: Desk['words']): Claims {
  let claims: Partial<Record<keyof Common | 'school' | 'county' | 'report', unknown>> | null;
  try {
    claims = JSON.parse(Buffer.from(payload).toString('utf8')) as typeof claims;
  } catch (cause) {
    throw new Failure([words.otherStatement], EXIT.otherFile, cause);
  }
  const { iss, school, county, period, reportedAt, revision, entry, revisionNumber, nonce, report } =
    claims ?? {};
  const content = Buffer.from(JSON.stringify(report ?? null));
  const isOurs =
    [iss, school ?? county, period, reportedAt].every((text) => typeof text === 'string') &&
    [revision, entry].every((id) => typeof id === 'string' && UUID.test(id)) &&
    Number.isInteger(revisionNumber) &&
    typeof nonce === 'string' &&
    isBase64Url(nonce) &&
    Buffer.from(nonce, 'base64url').length === NONCE_BYTES &&
    (school === undefined ? 'outcomes' in readOutcomes(content) : 'report' in readReport(content));
  if (!isOurs) throw new Failure([words.otherStatement], EXIT.otherFile);
  return claims as Claims;
}
