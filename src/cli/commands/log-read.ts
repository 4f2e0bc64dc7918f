/** `kanon log entries|entry|cases|statistics|checkpoint|bundle`: what auditors read of the access log, over the service. */
import type { Call, Schemas } from '../../client/wire.ts';
import { parseMoment } from '../../rules/moment.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { openKept } from '../files/receipt-file.ts';
import type { Service } from '../service/service.ts';
import { type ServiceOptions, periodIn, regionIn, schoolIn, serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT } from '../terminal/failure.ts';
import { remark, say, sayJson, tableLines } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { LOG_WORDS } from '../words/log-words.ts';
import { type Desk, momentIn } from '../words/words.ts';

type Query = NonNullable<Call<'get', '/v1/access-log/entries'>['query']>;

export interface LogReadOptions extends ServiceOptions {
  readonly account?: string;
  readonly passwordFile?: string;
  readonly from?: string;
  readonly to?: string;
  readonly of?: string;
  readonly case?: Query['case'];
  readonly office?: string;
  readonly role?: Query['role'];
  readonly act?: Query['action'];
  readonly region?: string;
  readonly school?: string;
  readonly period?: string;
  readonly purpose?: Query['purpose'];
  readonly decision?: Query['decision'];
  readonly limit?: string;
  readonly cursor?: string;
  readonly out?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly csvDe?: true;
}

type Reading = (options: LogReadOptions, desk: Desk, id?: string) => (service: Service) => Promise<void>;

const LOG = '/v1/access-log';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;
/** Bytes, and milliseconds: a bundle holds a year. */
const BUNDLE = { largestAnswer: 2 ** 30, timeout: 600_000 };

const READINGS: Readonly<Record<string, Reading>> = { entries, entry, cases, statistics, checkpoint, bundle };

export const isLogReading = (what: string): boolean => Object.hasOwn(READINGS, what);

/** Looks at the options before anybody signs in; then reads, which is itself an entry. */
export async function readLog(
  what: string,
  [id, ...more]: readonly string[],
  options: LogReadOptions,
  desk: Desk,
): Promise<number> {
  const { account } = options;
  const reading = READINGS[what];
  if (!reading || account === undefined || more.length > 0 || (id !== undefined) !== (what === 'entry'))
    throw new Usage(LOG_WORDS[desk.lang].use);
  const read = reading(options, desk, id);
  const service = serviceOf(options, desk, what === 'bundle' ? BUNDLE : {});
  await signIn(service, { ...options, account }, desk);
  await read(service);
  return EXIT.done;
}

function entries(options: LogReadOptions, desk: Desk): (service: Service) => Promise<void> {
  const query = queryOf(options, desk);
  const words = LOG_WORDS[desk.lang];
  return async (service) => {
    if (options.csv || options.csvDe) {
      const format = options.csvDe ? 'csv-de' : 'csv';
      const { body, next } = await service.bytes(`${LOG}/entries`, { query: { ...query, format } });
      process.stdout.write(body);
      if (next !== undefined) remark(words.more(next));
      return;
    }
    const { body } = await service.get(`${LOG}/entries`, { query });
    if (options.json) {
      sayJson(body);
      return;
    }
    if (body.entries.length === 0) say(words.none);
    else for (const line of tableLines(words.head, body.entries.map(rowOf(desk)), LEFT)) say(line);
    if (body.next !== null) remark(words.more(body.next));
  };
}

const LEFT = ['left', 'left', 'left', 'left', 'left', 'left', 'left'] as const;

const rowOf =
  (desk: Desk) =>
  (one: Schemas['EntryBody']): string[] => [
    momentIn(desk, one.at),
    one.role ?? one.system ?? '–',
    one.office ?? '–',
    one.action,
    [one.region, one.school, one.period].filter((place) => place !== null).join(' ') || '–',
    one.decision,
    one.object ?? '',
  ];

/** Only what is given; each in its form, so that a mistake is told without asking the service. */
function queryOf(options: LogReadOptions, desk: Desk): Query {
  const { from, to, of, office, role, act, region, school, period, purpose, decision, limit, cursor } =
    options;
  const words = LOG_WORDS[desk.lang];
  const most = limit === undefined ? undefined : parseWholeNumber(limit, 1, 1000);
  if (limit !== undefined && most === undefined) throw new Usage(words.notLimit);
  if (of !== undefined && !UUID.test(of)) throw new Usage(words.notId('--of'));
  return {
    ...(from !== undefined && { from: momentOf('--from', from, desk) }),
    ...(to !== undefined && { to: momentOf('--to', to, desk) }),
    ...(of !== undefined && { account: of }),
    ...(options.case !== undefined && { case: options.case }),
    ...(office !== undefined && { office }),
    ...(role !== undefined && { role }),
    ...(act !== undefined && { action: act }),
    ...(region !== undefined && { region: regionIn(region, desk) }),
    ...(school !== undefined && { school: schoolIn(school, desk) }),
    ...(period !== undefined && { period: periodIn(period, desk) }),
    ...(purpose !== undefined && { purpose }),
    ...(decision !== undefined && { decision }),
    ...(most !== undefined && { limit: most }),
    ...(cursor !== undefined && { cursor }),
  };
}

function momentOf(option: string, text: string | undefined, { lang }: Desk): string {
  const moment = text === undefined ? undefined : parseMoment(text);
  if (moment === undefined) throw new Usage(LOG_WORDS[lang].notMoment(option));
  return moment.toISOString();
}

/** Who looked for the entries of one account, which the protection officer sees. */
function cases({ json }: LogReadOptions, desk: Desk): (service: Service) => Promise<void> {
  const words = LOG_WORDS[desk.lang];
  return async (service) => {
    const { body } = await service.get(`${LOG}/cases`);
    if (json) {
      sayJson(body);
      return;
    }
    const rows = body.cases.map((one) => [
      momentIn(desk, one.at),
      one.searcherOffice ?? '–',
      one.subject,
      one.case ?? '–',
      one.decision,
    ]);
    if (rows.length === 0) say(words.noCases);
    else for (const line of tableLines(words.caseHead, rows, CASE_LEFT)) say(line);
  };
}

const CASE_LEFT = ['left', 'left', 'left', 'left', 'left'] as const;

/** With its proof, as `kanon verify` takes it. */
function entry(_: LogReadOptions, desk: Desk, id = ''): (service: Service) => Promise<void> {
  if (!UUID.test(id)) throw new Usage(LOG_WORDS[desk.lang].notId('ID'));
  return async (service) => {
    process.stdout.write((await service.bytes(`${LOG}/entries/{entry}`, { path: { entry: id } })).body);
  };
}

function statistics({ from, to }: LogReadOptions, desk: Desk): (service: Service) => Promise<void> {
  const words = LOG_WORDS[desk.lang];
  if (from === undefined || to === undefined || !MONTH.test(from) || !MONTH.test(to))
    throw new Usage(words.notMonths);
  return async (service) => {
    sayJson((await service.get(`${LOG}/statistics`, { query: { from, to } })).body);
  };
}

function checkpoint(): (service: Service) => Promise<void> {
  return async (service) => {
    process.stdout.write((await service.bytes(`${LOG}/checkpoint`)).body);
  };
}

/** A tar: into a new file of its owner alone. */
function bundle(options: LogReadOptions, desk: Desk): (service: Service) => Promise<void> {
  const words = LOG_WORDS[desk.lang];
  const query = { from: momentOf('--from', options.from, desk), to: momentOf('--to', options.to, desk) };
  const { out } = options;
  if (out === undefined) throw new Usage(words.needsOut);
  return async (service) => {
    const kept = await openKept(out, words.outThere, desk);
    try {
      await kept.write((await service.bytes(`${LOG}/bundle`, { query })).body);
    } finally {
      await kept.close();
    }
    say(words.bundleIn(out));
  };
}
