/** The API as functions: addresses, parameters and bodies are typed, and a refusal is thrown. */
import { failureIn, jsonIn, KanonProblem, NotKanon } from './failures.ts';
import { type CallLimits, exchange, type Received, textIn } from './transport.ts';
import type { Answered, Call, CallArgument, Method, PathOf, Schemas } from './wire.ts';

export interface KanonOptions extends CallLimits {
  /** Where Kanon answers, such as `https://kanon.example`; in a browser `''` is the page's own origin. */
  readonly baseUrl: string;
  /** Access token, or where to find the newest; `signIn` puts its own in place of it. */
  readonly token?: string | (() => string | undefined);
  /** Sent with every call, such as `accept-language`; a header of the call itself comes first. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply<Body> {
  readonly status: number;
  /** Revision of what was answered, for the header `if-match`; absent where there is none. */
  readonly etag: string | undefined;
  /** Cursor of the page behind this one, of an answer whose body cannot name it, such as CSV. */
  readonly next?: string;
  readonly body: Body;
}

/** Asks whoever counted whether it is so; `questions` name benefits and reasons, never a number. */
export type Confirm = (questions: readonly Schemas['FindingBody'][]) => boolean | Promise<boolean>;

/**
 * Calls by method and address, as OpenAPI writes them. Nothing is tried twice and nothing is kept but the token. Only
 * a report that `confirm` says yes to is sent a second time, the same bytes.
 *
 * throws   KanonProblem where Kanon refuses; NotKanon where something else answered; fetch's own TypeError where
 *          nothing did, and the error of a signal where the call was called off or took too long
 */
export interface KanonClient {
  get<P extends PathOf<'get'>>(path: P, ...ask: CallArgument<'get', P>): Promise<Reply<Answered<'get', P>>>;
  /** Where something has to be confirmed, `confirm` is asked; without it, or where it says no, KanonProblem is thrown. */
  put<P extends PathOf<'put'>>(
    path: P,
    ask: Call<'put', P> & { readonly confirm?: Confirm },
  ): Promise<Reply<Answered<'put', P>>>;
  post<P extends PathOf<'post'>>(
    path: P,
    ...ask: CallArgument<'post', P>
  ): Promise<Reply<Answered<'post', P>>>;
  delete<P extends PathOf<'delete'>>(
    path: P,
    ...ask: CallArgument<'delete', P>
  ): Promise<Reply<Answered<'delete', P>>>;
  /** The same as `get`, whatever the media type: for `format: 'csv'`. A byte order mark at its beginning is left out. */
  text<P extends PathOf<'get'>>(path: P, ...ask: CallArgument<'get', P>): Promise<Reply<string>>;
  /** The same as `post`, byte for byte: for an answer that is a file, such as letters. */
  file<P extends PathOf<'post'>>(path: P, ...ask: CallArgument<'post', P>): Promise<Reply<Uint8Array>>;
  /** The same as `text`, byte for byte: for a file that is kept as it came. */
  bytes<P extends PathOf<'get'>>(path: P, ...ask: CallArgument<'get', P>): Promise<Reply<Uint8Array>>;
  /**
   * Gets a token and sends it from now on; it lasts 15 minutes, then calls fail with `not-signed-in`. Where the account has
   * a second factor, `code` is what its app shows or a recovery code; without it `second-factor-needed` is thrown. `device` of
   * an earlier session says that this device came in before, so that tries of others do not shut it out.
   */
  signIn(account: string, password: string, code?: string, device?: string): Promise<Schemas['Session']>;
  /** Sends this token from now on. */
  goOnWith(token: string): void;
}

/** Bytes are lines of JSON, or a list. */
const typeOf = ([first]: Uint8Array): string => (first === 0x7b ? 'application/x-ndjson' : 'text/csv');

/** What every Call comes down to. */
interface Request {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly header?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly confirm?: Confirm;
}

const NO_CONTENT = 204;

export function createKanonClient({ baseUrl, token, headers: always, ...limits }: KanonOptions): KanonClient {
  let access = token;

  async function send(
    method: Method,
    path: string,
    ask: Request = {},
    // Made once: what is confirmed is what was asked about, whatever becomes of the object meanwhile.
    body = bodyOf(ask.body),
  ): Promise<Received> {
    const bearer = typeof access === 'function' ? access() : access;
    const headers = new Headers({ ...always, ...definedOf(ask.header ?? {}) });
    if (bearer) headers.set('authorization', `Bearer ${bearer}`);
    if (body !== undefined)
      headers.set('content-type', typeof body === 'string' ? 'application/json' : typeOf(body));
    const sent = {
      method: method.toUpperCase(),
      headers,
      ...(body !== undefined && { body }),
      ...(ask.signal && { signal: ask.signal }),
    };
    const received = await exchange(baseUrl.replace(/\/$/, '') + addressOf(path, ask), sent, limits);
    if (received.ok) return received;
    const failure = failureIn(received);
    if (!isQuestion(failure) || !(await ask.confirm?.(failure.findings))) throw failure;
    const header = { ...ask.header, 'kanon-confirm': failure.confirm };
    const { confirm: _, ...answered } = ask;
    return send(method, path, { ...answered, header }, body);
  }

  async function json(method: Method, path: string, ask?: Request): Promise<Reply<never>> {
    const received = await send(method, path, ask);
    if (received.status === NO_CONTENT) return replyOf(received, undefined as never);
    const body = jsonIn(received);
    if (typeof body !== 'object' || body === null) throw new NotKanon(received.status);
    // The one place where the wire becomes the type that OpenAPI promises.
    return replyOf(received, body as never);
  }

  return {
    get: (path, ...[ask]) => json('get', path, ask),
    put: (path, ask) => json('put', path, ask),
    post: (path, ...[ask]) => json('post', path, ask),
    delete: (path, ...[ask]) => json('delete', path, ask),
    async text(path, ...[ask]) {
      const received = await send('get', path, ask);
      return replyOf(received, textIn(received));
    },
    async file(path, ...[ask]) {
      const received = await send('post', path, ask);
      return replyOf(received, received.bytes);
    },
    async bytes(path, ...[ask]) {
      const received = await send('get', path, ask);
      return replyOf(received, received.bytes);
    },
    goOnWith(given) {
      access = given;
    },
    async signIn(account, password, code, device) {
      const typed = { account, password, ...(code !== undefined && { code }) };
      const { status, body } = await json('post', '/v1/sessions', {
        body: typed,
        header: { 'kanon-device': device },
      });
      const session: Partial<Schemas['Session']> = body;
      if (typeof session.access_token !== 'string') throw new NotKanon(status);
      access = session.access_token;
      return body;
    },
  };
}

/** A list travels as the bytes that it is, all else as JSON. */
const bodyOf = (given: unknown): string | Uint8Array<ArrayBuffer> | undefined => {
  if (given === undefined) return undefined;
  return given instanceof Uint8Array ? new Uint8Array(given) : JSON.stringify(given);
};

const isQuestion = (failure: KanonProblem | NotKanon): failure is KanonProblem =>
  failure instanceof KanonProblem && failure.code === 'confirmation-needed';

const replyOf = <Body>({ status, headers }: Received, body: Body): Reply<Body> => ({
  status,
  etag: headers.get('etag') ?? undefined,
  ...nextIn(headers.get('link')),
  body,
});

/** RFC 8288: `<?cursor=…>; rel="next"`. */
function nextIn(link: string | null): { readonly next?: string } {
  const [, query = ''] = /<\?([^>]*)>; rel="next"/.exec(link ?? '') ?? [];
  const cursor = new URLSearchParams(query).get('cursor');
  return cursor === null ? {} : { next: cursor };
}

/** The address with its parameters in place. */
function addressOf(path: string, { path: places = {}, query = {} }: Request): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(places[name] ?? ''));
  const search = new URLSearchParams(definedOf(query)).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

const definedOf = (
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
