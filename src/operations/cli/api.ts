/** The service over HTTP: one account, its token, and answers that a person understands where it says no. */
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { EXIT, Failure } from './failure.ts';
import { findingLines } from './input.ts';
import { Usage } from './usage.ts';
import type { Desk } from './words.ts';

/** Milliseconds; the service itself gives a request thirty seconds. */
const PATIENCE = 60_000;
/** Bytes; the service sends no more. */
const LARGEST_ANSWER = 16 * 1024 * 1024;
/** Seconds. */
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

interface Ask {
  readonly method?: 'GET' | 'PUT' | 'POST';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal of the service, with what a command may go on from. */
export class Refused extends Failure {
  override name = 'Refused';

  constructor(
    sentences: readonly string[],
    /** Stable word for what is wrong, such as `report-refused`. */
    readonly code: string,
    readonly findings: Refusal['findings'],
    /** Where something has to be confirmed: the token for that. */
    readonly confirm: string | undefined,
  ) {
    super(sentences);
  }
}

interface Received {
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

export class Api {
  private token: string | undefined;

  /** Throws Usage where the address is none. */
  constructor(
    private readonly url: string,
    private readonly desk: Desk,
    /** Gives up what is on its way. */
    private readonly ending?: AbortSignal,
  ) {
    const address = URL.canParse(url) ? new URL(url) : undefined;
    if (
      !address ||
      !/^https?:$/.test(address.protocol) ||
      address.username ||
      address.password ||
      address.search
    )
      throw new Usage(desk.words.notUrl);
    this.url = url.replace(/\/+$/, '');
  }

  /** Whether what is sent can be read on its way by others than this device. */
  get isOpenToOthers(): boolean {
    const { protocol, hostname } = new URL(this.url);
    return protocol === 'http:' && !LOCAL.test(hostname);
  }

  /** Signs in; what follows carries the token. Returns the role, as far as the token tells it. */
  async signIn(account: string, password: string): Promise<string | undefined> {
    const { body } = await this.json<{ access_token?: unknown }>('/v1/sessions', {
      method: 'POST',
      body: { account, password },
    });
    if (typeof body.access_token !== 'string') throw this.notKanon();
    this.token = body.access_token;
    return roleIn(this.token);
  }

  /** An answer in JSON. Throws a Failure: refused (exit code 1) or not reached (3). */
  async json<T>(path: string, ask: Ask = {}): Promise<{ body: T; etag: string | undefined }> {
    const { bytes, headers } = await this.ask(path, ask);
    const body = parsed(bytes);
    if (typeof body !== 'object' || body === null) throw this.notKanon();
    return { body: body as T, etag: headers.get('etag') ?? undefined };
  }

  /** An answer as it comes. Throws as `json` does. */
  async ask(path: string, { method = 'GET', body, headers = {} }: Ask = {}): Promise<Received> {
    const sent: Record<string, string> = { 'accept-language': this.desk.lang, ...headers };
    if (this.token !== undefined) sent['authorization'] = `Bearer ${this.token}`;
    if (body !== undefined) sent['content-type'] = 'application/json';
    let response: Response;
    let bytes: Uint8Array | undefined;
    try {
      response = await fetch(this.url + path, {
        method,
        headers: sent,
        // A token or a report goes where the person said, and nowhere else.
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(this.ending ? [this.ending] : [])]),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      bytes = await bytesOf(response);
    } catch (error) {
      throw this.unreachable(error, method);
    }
    if (bytes === undefined) throw this.notKanon();
    if (response.ok) return { bytes, headers: response.headers };
    throw this.refusal(response, bytes);
  }

  private unreachable(error: unknown, method: string): Failure {
    const { words } = this.desk;
    const cause = (error as { cause?: { code?: unknown } }).cause?.code;
    const why = typeof cause === 'string' ? cause : (error as Error).name;
    const inDoubt = method === 'PUT' && !NOTHING_SENT.has(why);
    return new Failure(
      [words.unreachable(this.url, why), ...(inDoubt ? [words.inDoubt] : [])],
      EXIT.unreachable,
      error,
    );
  }

  private refusal(response: Response, bytes: Uint8Array): Failure {
    const problem = response.headers.get('content-type')?.startsWith('application/problem+json')
      ? (parsed(bytes) as Partial<Refusal> | undefined)
      : undefined;
    if (typeof problem?.type !== 'string') return this.notKanon();
    const code = problem.type.split(':').at(-1) ?? '';
    const sentence =
      this.desk.words.problems[code] ?? [problem.title, problem.detail].filter(Boolean).join('. ');
    const findings = problem.findings ?? [];
    const seconds = parseWholeNumber(response.headers.get('retry-after') ?? '', 1, DAY);
    const wait = seconds === undefined ? [] : [this.desk.words.tryAgainIn(seconds)];
    const sentences = [sentence, ...wait, ...findingLines(findings, this.desk)];
    return new Refused(sentences, code, findings, problem.confirm);
  }

  private notKanon(): Failure {
    return new Failure([this.desk.words.notKanon(this.url)], EXIT.unreachable);
  }
}

/** The bytes of an answer; undefined for more than the service ever sends. */
async function bytesOf({ body }: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > LARGEST_ANSWER) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** RFC 9457, as the service writes it. */
interface Refusal {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly findings: readonly {
    readonly pointer?: string;
    readonly reason: { readonly de: string; readonly en: string };
  }[];
  readonly confirm?: string;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Only chooses what to ask for; the service believes no claim that it did not sign. */
function roleIn(token: string): string | undefined {
  const claims = parsed(Buffer.from(token.split('.')[1] ?? '', 'base64url')) as
    { role?: unknown } | undefined;
  return typeof claims?.role === 'string' ? claims.role : undefined;
}
