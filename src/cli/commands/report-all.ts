/** `kanon report --all FILE|FOLDER`: reports of many schools in one request; counts and tally sheets are protected on this device first. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KanonProblem } from '../../client/failures.ts';
import type { Schemas } from '../../client/wire.ts';
import { parseSchoolNumber, type SchoolNumber } from '../../rules/school.ts';
import { REPORTS_BYTES } from '../../rules/reports-file.ts';
import { readBytes, readInput } from '../files/input.ts';
import { openKept } from '../files/receipt-file.ts';
import type { Service } from '../service/service.ts';
import { type AccountOptions, periodIn, serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { remark, say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { lineOfSchool, REPORT_ALL, sumsInWords } from '../words/report-all-words.ts';
import type { Desk } from '../words/words.ts';
import { reportFrom, rulesOf } from './report.ts';

export interface ReportAllOptions extends AccountOptions {
  readonly all: string;
  readonly period?: string;
  readonly dryRun?: true;
  readonly atomic?: true;
  readonly receipt?: string;
  readonly json?: true;
}

/** Milliseconds, and bytes of the answer: a receipt has some 1,300. */
const LONGER = { timeout: 300_000, largestAnswer: 64 * 1024 * 1024 };
/** What is wrong is told so far; the rest is counted, and stands in the answer with --json. */
const SHOWN = 20;

export async function reportAll(options: ReportAllOptions, desk: Desk): Promise<number> {
  const { lang, words } = desk;
  const { all, dryRun, atomic } = options;
  const found = await stat(all).catch((cause: unknown) => {
    throw new Failure([words.fileUnreadable], undefined, cause);
  });
  if (!found.isDirectory() && options.period !== undefined) throw new Usage(REPORT_ALL.periodGoesWith[lang]);
  const service = serviceOf(options, desk, LONGER);
  const body = found.isDirectory()
    ? await fromFolder(all, options.period, service, desk)
    : await readBytes(all, desk, REPORTS_BYTES);
  if (body.length > REPORTS_BYTES) throw new Failure([REPORT_ALL.tooLarge[lang]]);
  await signIn(service, options, desk);
  const kept =
    options.receipt === undefined || dryRun
      ? undefined
      : await openKept(options.receipt, words.receiptThere, desk);
  try {
    const query = { ...(dryRun && { dryRun: 'true' as const }), ...(atomic && { atomic: 'true' as const }) };
    const answer = (await service.post('/v1/imports/reports', { query, body })).body;
    const receipts = answer.reports.flatMap(({ receipt }) => (receipt === null ? [] : [`${receipt}\n`]));
    if (receipts.length > 0) await kept?.write(receipts.join(''));
    if (options.json) sayJson(answer);
    else say(sumsInWords(answer, lang));
    tellRefused(answer.reports, desk);
    return answer.refused > 0 ? EXIT.failed : EXIT.done;
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    if (!(error instanceof Failure) || !(cause instanceof KanonProblem) || cause.code !== 'import-refused')
      throw error;
    const lines = cause.findings.map(({ pointer = '', reason }) => `${pointer} ${reason[lang]}`.trim());
    throw new Failure([REPORT_ALL.nothing[lang], ...some(lines, desk)], undefined, error);
  } finally {
    await kept?.close();
  }
}

/** What was refused, and what has to be confirmed; places and rules, never a number. */
function tellRefused(reports: readonly Schemas['ImportedReportBody'][], desk: Desk): void {
  const { lang } = desk;
  const lines = reports.flatMap(({ line, school, period, problem, findings, questions }) => {
    const place = lineOfSchool(line, school, period, lang);
    if (problem === null)
      return questions.map(({ reason }) => `${place}: ${desk.words.willBeAsked} ${reason[lang]}`);
    const reasons = findings.map(({ reason, pointer = '' }) => `${place}: ${pointer} ${reason[lang]}`);
    return reasons.length > 0 ? reasons : [`${place}: ${problem}`];
  });
  for (const line of some(lines, desk)) remark(line);
}

const some = (lines: readonly string[], { words }: Desk): string[] => [
  ...lines.slice(0, SHOWN),
  ...(lines.length > SHOWN ? [words.more(lines.length - SHOWN)] : []),
];

/** A report a file, as one line each; throws a Failure where any of them cannot be made, and then nothing was sent. */
async function fromFolder(
  folder: string,
  period: string | undefined,
  service: Service,
  desk: Desk,
): Promise<Uint8Array> {
  if (period === undefined) throw new Usage(desk.words.missing('--period <PERIOD>'));
  const key = periodIn(period, desk);
  const { scheme, policy } = await rulesOf(service, key, desk);
  const files = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const lines: string[] = [];
  for (const name of files) {
    const school = schoolOfName(name);
    if (school === undefined) throw new Failure([REPORT_ALL.notASchool[desk.lang]]);
    const input = await readInput(join(folder, name), () => scheme, desk);
    const report = await named(school, () => reportFrom(input, scheme, policy, desk));
    lines.push(`${JSON.stringify({ school, period: key, report })}\n`);
  }
  return new TextEncoder().encode(lines.join(''));
}

const schoolOfName = (name: string): SchoolNumber | undefined =>
  parseSchoolNumber(/^(\d{6})\.(csv|json)$/.exec(name)?.[1] ?? '');

/** Says of which school a failure is. */
async function named<T>(school: SchoolNumber, work: () => T): Promise<T> {
  try {
    return await Promise.resolve(work());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(
      error.sentences.map((sentence) => `${school}: ${sentence}`),
      error.exitCode,
      error,
    );
  }
}
