/** The service as a command sees it: the typed client, whose failures are sentences for the person at the desk. */
import { KanonProblem, NotKanon } from '../../client/failures.ts';
import { createKanonClient, type KanonClient } from '../../client/kanon-client.ts';
import { type CallLimits, exchange, textIn } from '../../client/transport.ts';
import { findingLines } from '../files/input.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

/** A minute, as the service itself gives a request thirty seconds; and no answer of it is larger. */
const LIMITS: CallLimits = { timeout: 60_000, largestAnswer: 16 * 1024 * 1024 };
/** Seconds; a longer wait is none that a person should be told. */
const DAY = 86_400;
/** What a connection fails with before anything was sent. */
const NOTHING_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Its calls throw a Failure: refused (exit code 1), or not reached (3). */
export interface Service extends KanonClient {
  /** Whether what is sent can be read on its way by others than this device. */
  readonly isOpenToOthers: boolean;
  /** Its address, without a slash at the end. */
  readonly url: string;
}

/**
 * The service at this address.
 *
 * ending   gives up what is on its way
 * longer   limits of a service that is asked for more than others are
 * throws   Usage where the address is none
 */
export function serviceAt(
  address: string,
  desk: Desk,
  ending?: AbortSignal,
  longer: CallLimits = {},
): Service {
  const { baseUrl, isOpenToOthers } = placeOf(address, desk);
  const kanon = createKanonClient({
    baseUrl,
    headers: { 'accept-language': desk.lang },
    ...LIMITS,
    ...longer,
    ...(ending && { signal: ending }),
  });
  const said = <Reply>(call: Promise<Reply>, mayHaveStored = false): Promise<Reply> =>
    call.catch((error: unknown) => {
      throw failureOf(error, baseUrl, mayHaveStored, desk);
    });
  return {
    isOpenToOthers,
    url: baseUrl,
    get: (path, ...ask) => said(kanon.get(path, ...ask)),
    put: (path, ask) => said(kanon.put(path, ask), true),
    post: (path, ...ask) => said(kanon.post(path, ...ask)),
    delete: (path, ...ask) => said(kanon.delete(path, ...ask)),
    text: (path, ...ask) => said(kanon.text(path, ...ask)),
    file: (path, ...ask) => said(kanon.file(path, ...ask)),
    bytes: (path, ...ask) => said(kanon.bytes(path, ...ask)),
    signIn: (account, password, code, device) => said(kanon.signIn(account, password, code, device)),
    goOnWith: (token) => kanon.goOnWith(token),
  };
}

/** A JSON value that anybody serves, such as a list of keys. Throws as a Service does, and Usage where the address is none. */
export async function jsonAt(address: string, desk: Desk): Promise<unknown> {
  const { baseUrl } = placeOf(address, desk);
  try {
    const received = await exchange(baseUrl, { method: 'GET' }, LIMITS);
    const value = received.ok ? jsonOf(textIn(received)) : undefined;
    if (value === undefined) throw new NotKanon(received.status);
    return value;
  } catch (error) {
    throw failureOf(error, baseUrl, false, desk);
  }
}

function placeOf(address: string, { words }: Desk): { baseUrl: string; isOpenToOthers: boolean } {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search)
    throw new Usage(words.notUrl);
  return {
    baseUrl: address.replace(/\/+$/, ''),
    isOpenToOthers: url.protocol === 'http:' && !LOCAL.test(url.hostname),
  };
}

/** What is said where a call failed; what a command threw itself, such as the answer no, stays as it is. */
function failureOf(error: unknown, baseUrl: string, mayHaveStored: boolean, desk: Desk): unknown {
  const { words } = desk;
  if (error instanceof Failure || error instanceof Usage) return error;
  if (error instanceof NotKanon) return new Failure([words.notKanon(baseUrl)], EXIT.unreachable, error);
  if (error instanceof KanonProblem) return refusal(error, desk);
  const { cause, name } = error as { cause?: { code?: unknown }; name: string };
  const why = typeof cause?.code === 'string' ? cause.code : name;
  const inDoubt = mayHaveStored && !NOTHING_SENT.has(why) ? [words.inDoubt] : [];
  return new Failure([words.unreachable(baseUrl, why), ...inDoubt], EXIT.unreachable, error);
}

function refusal(problem: KanonProblem, desk: Desk): Failure {
  const { code, findings, retryAfter = 0 } = problem;
  const { title, detail } = problem.problem;
  const sentence = desk.words.problems[code] ?? [title, detail].filter(Boolean).join('. ');
  const wait = retryAfter > 0 && retryAfter <= DAY ? [desk.words.tryAgainIn(retryAfter)] : [];
  return new Failure([sentence, ...wait, ...findingLines(findings, desk)], EXIT.failed, problem);
}

function jsonOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
