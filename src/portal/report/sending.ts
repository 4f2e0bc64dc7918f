/** To the service and back: what stands there, a dry run, and the report itself. */
import { KanonProblem, NotKanon } from '../../client/failures.ts';
import type { Schemas } from '../../client/wire.ts';
import { canonicalJson } from '../../rules/canonical-json.ts';
import type { Report } from '../../rules/report.ts';
import { api } from '../api.ts';

export interface Place {
  readonly school: string;
  readonly period: string;
}

/** What stands at the service; `etag` says which revision a correction replaces. */
export interface Standing {
  readonly etag: string | undefined;
  readonly body: Schemas['StoredReportBody'] | undefined;
}

const ADDRESS = '/v1/schools/{school}/reports/{period}';

export async function standing(path: Place): Promise<Standing> {
  try {
    const { body, etag } = await api.get(ADDRESS, { path });
    return { etag, body };
  } catch (error) {
    if (error instanceof KanonProblem && error.status === 404) return { etag: undefined, body: undefined };
    throw error;
  }
}

const preconditionOf = (etag: string | undefined): Record<string, string> =>
  etag === undefined ? { 'if-none-match': '*' } : { 'if-match': etag };

/** Somebody else has reported meanwhile; nothing was written. */
export class Conflict extends Error {}

/** The service would store something other than the page shows; nothing was written. */
export class Stale extends Error {}

/** Nothing came back: whether something was stored is not known. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof NotKanon || error instanceof DOMException;

export interface Checked {
  readonly questions: readonly Schemas['QuestionBody'][];
  readonly confirm: string | undefined;
}

/** Throws Conflict, Stale, or what the service says. */
export async function dryRun(path: Place, report: Report, etag: string | undefined): Promise<Checked> {
  const { body } = await guarded(() =>
    api.put(ADDRESS, {
      path,
      query: { dryRun: 'true' },
      header: preconditionOf(etag),
      body: report,
    }),
  );
  if (canonicalJson(body.stored) !== canonicalJson(report)) throw new Stale();
  return { questions: body.questions, confirm: body.confirm ?? undefined };
}

/** Sends what was checked; the answer is the receipt. */
export async function send(
  path: Place,
  report: Report,
  etag: string | undefined,
  confirm: string | undefined,
): Promise<Schemas['ReportAnswer']> {
  const header = { ...preconditionOf(etag), ...(confirm !== undefined && { 'kanon-confirm': confirm }) };
  const { body } = await guarded(() => api.put(ADDRESS, { path, header, body: report }));
  return body;
}

/**
 * The receipt of a report that stands there already as it was to be sent; undefined where something else stands there. Sending
 * it again changes nothing, and is answered by its receipt.
 */
export async function arrived(path: Place, report: Report): Promise<Schemas['ReportAnswer'] | undefined> {
  const { etag, body } = await standing(path);
  if (!body?.stored || canonicalJson(body.stored) !== canonicalJson(report)) return undefined;
  return send(path, report, etag, undefined);
}

async function guarded<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof KanonProblem && (error.status === 412 || error.status === 428)) throw new Conflict();
    throw error;
  }
}
