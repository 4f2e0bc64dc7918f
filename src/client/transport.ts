/** One request and its whole answer: within a time, up to a size, and to no address but the one that was called. */
import { NotKanon } from './failures.ts';

/** How far a call may go; nothing is limited unless it is said. */
export interface CallLimits {
  /** Milliseconds until the whole answer must be there; then the call fails with the error `TimeoutError`. */
  readonly timeout?: number;
  /** Bytes of an answer; a larger one is not read on, and is taken for somebody else's. */
  readonly largestAnswer?: number;
  /** Calls off whatever is on its way. */
  readonly signal?: AbortSignal;
  /** In place of the platform's own `fetch`, such as one that knows a proxy. */
  readonly fetch?: typeof fetch;
}

export interface Outgoing {
  /** In capitals. */
  readonly method: string;
  readonly headers?: Headers;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
}

/** An answer, read to its end. */
export interface Received {
  readonly ok: boolean;
  /** 0 where a browser does not tell it, as for a redirect. */
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Counts and figures stay out of caches, and go to no address but the one that was called: a redirect is an answer like any other. */
const DISCREET = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'manual',
  referrerPolicy: 'no-referrer',
} as const;

/**
 * Sends one request and reads its answer.
 *
 * throws   NotKanon for an answer beyond the limit; the error of a signal where the call was called off or took too
 *          long; fetch's own TypeError where nobody answered
 */
export async function exchange(address: string, sent: Outgoing, limits: CallLimits): Promise<Received> {
  const { timeout, largestAnswer = Infinity, fetch: send = fetch } = limits;
  const signals = [
    sent.signal,
    limits.signal,
    timeout === undefined ? undefined : AbortSignal.timeout(timeout),
  ];
  const signal = oneOf(signals.filter((one) => one !== undefined));
  const { method, headers, body } = sent;
  const response = await send(address, {
    method,
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
    ...DISCREET,
  });
  const bytes = await bytesOf(response, largestAnswer);
  return { ok: response.ok, status: response.status, headers: response.headers, bytes };
}

/** Browsers of the year 2023 know no `AbortSignal.any`; where there is one signal, none is needed. */
const oneOf = (signals: readonly AbortSignal[]): AbortSignal | undefined =>
  signals.length > 1 ? AbortSignal.any([...signals]) : signals[0];

async function bytesOf(response: Response, limit: number): Promise<Uint8Array> {
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > limit) {
      await reader?.cancel();
      throw new NotKanon(response.status);
    }
    chunks.push(next.value);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The text of an answer in UTF-8; a byte order mark is no part of it. */
export const textIn = ({ bytes }: Pick<Received, 'bytes'>): string => new TextDecoder().decode(bytes);
