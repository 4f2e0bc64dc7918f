/** `kanon report FILE`: protected on this device, shown, asked about, then handed in; the receipt is kept. */
import type { Schemas } from '../../client/wire.ts';
import { ourTag, parseEntityTags } from '../../foundation/http/etag.ts';
import { check } from '../../rules/check.ts';
import { refusalsIn } from '../../rules/finding.ts';
import type { PeriodKey } from '../../rules/period.ts';
import type { Policy } from '../../rules/policy.ts';
import type { Report } from '../../rules/report.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { schemeOf } from '../../rules/schemes/registry.ts';
import { type ConfirmOptions, type Send, sendConfirmed } from './confirm.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { countsIn, findingLines, type Input, readInput } from '../files/input.ts';
import { protectCounts, remarkReasons, reportLines } from './report-text.ts';
import { openReceipt } from '../files/receipt-file.ts';
import type { Service } from '../service/service.ts';
import { type AccountOptions, periodIn, schoolIn, serviceOf, signIn } from '../service/sign-in.ts';
import { remark, say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { type Desk, momentIn } from '../words/words.ts';

export interface ReportOptions extends AccountOptions, ConfirmOptions {
  readonly school: string;
  readonly period: string;
  readonly dryRun?: true;
  readonly ifMatch?: string;
  readonly receipt?: string;
  readonly json?: true;
}

export async function handIn(file: string, options: ReportOptions, desk: Desk): Promise<number> {
  const { words } = desk;
  const [school, key] = [schoolIn(options.school, desk), periodIn(options.period, desk)];
  const ifMatch = options.ifMatch === undefined ? {} : { 'if-match': etagIn(options.ifMatch, desk) };
  const service = serviceOf(options, desk);
  // With --json standard output is for the answer alone.
  const tell = options.json ? remark : say;

  const { scheme, policy } = await rulesOf(service, key, desk);
  const report = reportFrom(await readInput(file, () => scheme, desk), scheme, policy, desk);
  tell(words.willBeSent(school, key));
  for (const line of reportLines(report, scheme, desk)) tell(`  ${line}`);

  await signIn(service, options, desk);
  const receipt =
    options.receipt === undefined || options.dryRun ? undefined : await openReceipt(options.receipt, desk);
  try {
    const send: Send = ({ dryRun, token, confirm }) =>
      service.put('/v1/schools/{school}/reports/{period}', {
        path: { school, period: key },
        query: dryRun ? { dryRun: 'true' } : {},
        header: { ...ifMatch, ...(token ? { 'kanon-confirm': token } : {}) },
        body: report,
        ...(confirm && { confirm }),
      });
    const { body, etag } = await (options.dryRun
      ? send({ dryRun: true })
      : sendConfirmed(send, options, desk));
    if (body.receipt) await receipt?.write(body.receipt);
    for (const { reason } of body.questions) remark(`${words.willBeAsked} ${reason[desk.lang]}`);
    for (const line of outcomeLines(body, etag, options, desk)) tell(line);
    if (options.json) sayJson(body);
  } finally {
    await receipt?.close();
  }
  return EXIT.done;
}

/** Scheme and policy as the period has them: pooled under others, the report would only come back. */
export async function rulesOf(
  service: Service,
  key: PeriodKey,
  { words }: Desk,
): Promise<{ scheme: Scheme; policy: Policy }> {
  const { body } = await service.get('/v1/periods');
  const period = body.periods.find((one) => one.key === key);
  if (!period) throw new Failure([words.periodUnknown]);
  const scheme = schemeOf(period.scheme);
  if (!scheme) throw new Failure([words.schemeUnknown]);
  return { scheme, policy: period.policy };
}

/** Throws a Failure where the rules refuse a ready report: then nothing of it leaves this device. */
export function reportFrom(input: Input, scheme: Scheme, policy: Policy, desk: Desk): Report {
  if (input.kind !== 'report') {
    // What was counted holds under any policy; only pooling depends on it.
    const counts = { ...countsIn(input, policy.number, desk), policy: policy.number };
    const anonymised = protectCounts(counts, scheme, policy, desk);
    remarkReasons(anonymised, desk);
    return anonymised.report;
  }
  // Roll and window are known to the service alone.
  const refusals = refusalsIn(check(input.report, { scheme, policy, roll: null, window: 'open' }));
  if (refusals.length > 0) throw new Failure([desk.words.refusedHere, ...findingLines(refusals, desk)]);
  return input.report;
}

function outcomeLines(
  answer: Schemas['ReportAnswer'],
  etag: string | undefined,
  { receipt, dryRun }: ReportOptions,
  desk: Desk,
): string[] {
  const { words } = desk;
  if (dryRun) return [words.checked];
  const number = answer.revisionNumber ?? 0;
  const at = momentIn(desk, answer.reportedAt ?? '');
  return [
    answer.outcome === 'unchanged' ? words.unchanged(number, at) : words.stored(number, at),
    ...(etag === undefined ? [] : [words.revision(etag)]),
    receipt === undefined ? words.noReceipt : words.receiptKept(receipt),
  ];
}

/** As an answer gave it, also through a proxy that weakened it; shells eat the quotes, so they may be missing. */
function etagIn(text: string, { words }: Desk): string {
  const tags = parseEntityTags(text) ?? parseEntityTags(`"${text.replace(/^W\//, '')}"`);
  if (tags === undefined || tags === '*' || tags.length !== 1) throw new Usage(words.notRevision);
  const [tag = ''] = tags.map(ourTag);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tag)) throw new Usage(words.notRevision);
  return `"${tag}"`;
}
