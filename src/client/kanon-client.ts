/** The API as functions: addresses, parameters and bodies are typed, and a refusal is thrown. */
import { failureIn, jsonIn, KanonProblem, NotKanon } from './failures.ts';
import type { Answered, Ask, AskArgument, Method, PathOf, Schemas } from './wire.ts';

export interface KanonOptions {
  /** Where Kanon answers, such as `https://kanon.example`; in a browser `''` is the page's own origin. */
  readonly baseUrl: string;
  /** Access token, or where to find the newest; `signIn` puts its own in place of it. */
  readonly token?: string | (() => string | undefined);
}

export interface Answer<Body> {
  readonly status: number;
  /** Revision of what was answered, for the header `if-match`; absent where there is none. */
  readonly etag: string | undefined;
  readonly body: Body;
}

/** Asks whoever counted whether it is so; `questions` name benefits and reasons, never a number. */
export type Confirm = (questions: readonly Schemas['FindingBody'][]) => boolean | Promise<boolean>;

/**
 * Calls by method and address, as OpenAPI writes them. Nothing is tried twice and nothing is kept but the token. Only
 * a report that `confirm` says yes to is sent a second time, the same bytes.
 *
 * throws   KanonProblem where Kanon refuses; NotKanon where something else answered; fetch's own TypeError where
 *          nothing did, and the error of `signal` where the call was called off
 */
export interface KanonClient {
  get<P extends PathOf<'get'>>(path: P, ...ask: AskArgument<'get', P>): Promise<Answer<Answered<'get', P>>>;
  /** Where something has to be confirmed, `confirm` is asked; without it, or where it says no, KanonProblem is thrown. */
  put<P extends PathOf<'put'>>(
    path: P,
    ask: Ask<'put', P> & { readonly confirm?: Confirm },
  ): Promise<Answer<Answered<'put', P>>>;
  post<P extends PathOf<'post'>>(
    path: P,
    ...ask: AskArgument<'post', P>
  ): Promise<Answer<Answered<'post', P>>>;
  /** The same as `get`, whatever the media type: for `format: 'csv'`. */
  text<P extends PathOf<'get'>>(path: P, ...ask: AskArgument<'get', P>): Promise<Answer<string>>;
  /** Gets a token and sends it from now on; it lasts 15 minutes, then calls fail with `not-signed-in`. */
  signIn(account: string, password: string): Promise<Schemas['Session']>;
}

/** What every Ask comes down to. */
interface Request {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly header?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly confirm?: Confirm;
}

/** Counts and figures stay out of caches, and go to no address but the one that was called. */
const DISCREET = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
} as const;

export function createKanonClient({ baseUrl, token }: KanonOptions): KanonClient {
  let access = token;

  async function send(
    method: Method,
    path: string,
    ask: Request = {},
    // Made once: what is confirmed is what was asked about, whatever becomes of the object meanwhile.
    body = ask.body === undefined ? undefined : JSON.stringify(ask.body),
  ): Promise<Response> {
    const bearer = typeof access === 'function' ? access() : access;
    const headers = new Headers(definedOf(ask.header ?? {}));
    if (bearer) headers.set('authorization', `Bearer ${bearer}`);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const response = await fetch(baseUrl.replace(/\/$/, '') + addressOf(path, ask), {
      method: method.toUpperCase(),
      headers,
      ...(body !== undefined && { body }),
      ...(ask.signal && { signal: ask.signal }),
      ...DISCREET,
    });
    if (response.ok) return response;
    const failure = await failureIn(response);
    if (!isQuestion(failure) || !(await ask.confirm?.(failure.findings))) throw failure;
    const header = { ...ask.header, 'kanon-confirm': failure.confirm };
    const { confirm: _, ...answered } = ask;
    return send(method, path, { ...answered, header }, body);
  }

  async function json(method: Method, path: string, ask?: Request): Promise<Answer<never>> {
    const response = await send(method, path, ask);
    const body = await jsonIn(response);
    if (body === undefined) throw new NotKanon(response.status);
    // The one place where the wire becomes the type that OpenAPI promises.
    return answer(response, body as never);
  }

  return {
    get: (path, ...[ask]) => json('get', path, ask),
    put: (path, ask) => json('put', path, ask),
    post: (path, ...[ask]) => json('post', path, ask),
    async text(path, ...[ask]) {
      const response = await send('get', path, ask);
      return answer(response, await response.text());
    },
    async signIn(account, password) {
      const session: Schemas['Session'] = (
        await json('post', '/v1/sessions', { body: { account, password } })
      ).body;
      access = session.access_token;
      return session;
    },
  };
}

const isQuestion = (failure: KanonProblem | NotKanon): failure is KanonProblem =>
  failure instanceof KanonProblem && failure.code === 'confirmation-needed';

const answer = <Body>(response: Response, body: Body): Answer<Body> => ({
  status: response.status,
  etag: response.headers.get('etag') ?? undefined,
  body,
});

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
