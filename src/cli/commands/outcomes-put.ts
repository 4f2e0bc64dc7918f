/** `kanon outcomes put FILE`: pooled on this device, shown, asked about, then handed in; the receipt is kept. */
import { check } from '../../rules/check.ts';
import { CountsUnsound } from '../../rules/counts.ts';
import { refusalsIn } from '../../rules/finding.ts';
import { asReport, type BodyOutcome, GAP_TEXTS, isGap, type Outcomes } from '../../rules/outcome.ts';
import { anonymiseBody, readOutcomeCounts } from '../../rules/outcome-counts.ts';
import { inOutcomeWords } from '../../rules/outcome-words.ts';
import type { PeriodKey } from '../../rules/period.ts';
import type { Policy } from '../../rules/policy.ts';
import { readOutcomes } from '../../rules/read-outcomes.ts';
import type { OutcomeScheme } from '../../rules/scheme.ts';
import { outcomeSchemeFor } from '../../rules/schemes/outcome-registry.ts';
import { findingLines, readBytes } from '../files/input.ts';
import { openReceipt } from '../files/receipt-file.ts';
import type { Service } from '../service/service.ts';
import { serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { remark, say, sayJson, tableLines } from '../terminal/terminal.ts';
import { OUTCOME_WORDS } from '../words/outcome-words.ts';
import { type Desk, momentIn } from '../words/words.ts';
import { type Send, sendConfirmed } from './confirm.ts';
import type { Schemas } from '../../client/wire.ts';
import type { OutcomesOptions } from './outcomes-options.ts';

type Answer = Schemas['OutcomesAnswer'];

export async function putOutcomes(
  file: string,
  at: { readonly county: string; readonly period: PeriodKey },
  options: OutcomesOptions,
  desk: Desk,
): Promise<number> {
  const { words } = desk;
  const service = serviceOf(options, desk);
  // With --json standard output is for the answer alone.
  const tell = options.json ? remark : say;
  const { scheme, policy } = await rulesFor(service, at.period, desk);
  const outcomes = outcomesFrom(await readBytes(file, desk), scheme, policy, desk);
  tell(OUTCOME_WORDS[desk.lang].willBeSent(at.county, at.period));
  for (const one of outcomes.bodies) for (const line of bodyLines(one, scheme, desk)) tell(`  ${line}`);

  await signIn(service, options, desk);
  const receipt =
    options.receipt === undefined || options.dryRun ? undefined : await openReceipt(options.receipt, desk);
  const ifMatch = options.ifMatch === undefined ? {} : { 'if-match': quoted(options.ifMatch) };
  try {
    const send: Send<Answer> = ({ dryRun, token, confirm }) =>
      service.put('/v1/counties/{county}/outcomes/{period}', {
        path: at,
        query: dryRun ? { dryRun: 'true' } : {},
        header: { ...ifMatch, ...(token ? { 'kanon-confirm': token } : {}) },
        body: outcomes,
        ...(confirm && { confirm }),
      });
    const { body, etag } = await (options.dryRun
      ? send({ dryRun: true })
      : sendConfirmed(send, options, desk));
    if (body.receipt) await receipt?.write(body.receipt);
    for (const { reason } of body.questions) remark(`${words.willBeAsked} ${reason[desk.lang]}`);
    for (const line of answerLines(body, etag, options, desk)) tell(line);
    if (options.json) sayJson(body);
  } finally {
    await receipt?.close();
  }
  return EXIT.done;
}

/** Shells eat the quotes of a tag, so they may be missing. */
const quoted = (tag: string): string => (tag.includes('"') || tag === '*' ? tag : `"${tag}"`);

async function rulesFor(
  service: Service,
  key: PeriodKey,
  desk: Desk,
): Promise<{ scheme: OutcomeScheme; policy: Policy }> {
  const { body } = await service.get('/v1/periods');
  const period = body.periods.find((one) => one.key === key);
  const policy = period?.policy;
  const scheme = outcomeSchemeFor(key);
  if (!policy || !scheme) throw new Failure([OUTCOME_WORDS[desk.lang].periodUnknown]);
  return { scheme, policy };
}

/** Counts are pooled here; what is ready is only looked at. Throws a Failure with every fault, which repeats no number. */
function outcomesFrom(bytes: Uint8Array, scheme: OutcomeScheme, policy: Policy, desk: Desk): Outcomes {
  if (/"counts"\s*:/.test(Buffer.from(bytes).toString('utf8'))) {
    const read = readOutcomeCounts(bytes);
    if ('findings' in read) throw new Failure(findingLines(read.findings, desk));
    const { bodies, ...head } = read.counts;
    return { ...head, bodies: bodies.map((one) => ('gap' in one ? one : pooled(one, scheme, policy, desk))) };
  }
  const read = readOutcomes(bytes);
  if ('findings' in read) throw new Failure(findingLines(read.findings, desk));
  const { outcomes } = read;
  const refusals = outcomes.bodies.flatMap((one, i) =>
    isGap(one)
      ? []
      : refusalsIn(check(asReport(one, outcomes), { scheme, policy, roll: null, window: 'open' })).map(
          (found) => ({ pointer: `/bodies/${i}${found.pointer}`, reason: inOutcomeWords(found.reason) }),
        ),
  );
  if (refusals.length > 0) throw new Failure(findingLines(refusals, desk));
  return outcomes;
}

function pooled(
  one: Parameters<typeof anonymiseBody>[0],
  scheme: OutcomeScheme,
  policy: Policy,
  desk: Desk,
): BodyOutcome {
  try {
    const { outcome, made } = anonymiseBody(one, scheme, policy);
    for (const { benefits, reason } of made.steps)
      remark(`${one.body} ${benefits.join(' + ')}: ${reason[desk.lang]}`);
    return outcome;
  } catch (error) {
    if (!(error instanceof CountsUnsound)) throw error;
    const places = error.problems.map(({ benefits, reason }) => ({
      pointer: [one.body, ...benefits].join(' '),
      reason: inOutcomeWords(reason),
    }));
    throw new Failure([OUTCOME_WORDS[desk.lang].unsound, ...findingLines(places, desk)], undefined, error);
  }
}

/** One body as a table, or why it has no numbers. */
export function bodyLines(one: BodyOutcome, scheme: OutcomeScheme, { lang, words }: Desk): string[] {
  const own = OUTCOME_WORDS[lang];
  const label = scheme.bodies.find(({ code }) => code === one.body)?.label[lang] ?? one.body;
  if (isGap(one)) return [`${label}: ${GAP_TEXTS[one.gap][lang]}`];
  const named = (codes: readonly string[]): string =>
    codes
      .map((code) => scheme.benefits.find((benefit) => benefit.code === code)?.label[lang] ?? code)
      .join(' + ');
  const rows = [
    ...one.cells.map(({ benefits, children, grants }) => [
      children,
      grants,
      benefits.length > 1 ? `${named(benefits)} (${words.pooled})` : named(benefits),
    ]),
    ...one.none.map((code) => [0, 0, named([code])]),
    ...one.withheld.map((code) => ['–', '–', `${named([code])} (${own.withheld})`]),
  ];
  return [label, ...tableLines(own.measures, rows, ['right', 'right', 'left'])];
}

function answerLines(
  answer: Answer,
  etag: string | undefined,
  { receipt, dryRun }: OutcomesOptions,
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
