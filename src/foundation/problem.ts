/** Every way in which Kanon says no, on one page: RFC 9457 problems with stable names. Their German stands in problem-de.ts. */
import type { InBoth, Language } from './language.ts';
import { type Facts, GERMAN } from './problem-de.ts';

/** One thing that is wrong, and where. A place or a rule may be named, a submitted value never. */
export interface Finding {
  readonly rule: string;
  readonly pointer?: string;
  readonly reason: InBoth;
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly findings?: readonly Finding[];
  /** Where something has to be confirmed: the token that says so, for the header Kanon-Confirm. */
  readonly confirm?: string;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** In English, as programs read it. */
  readonly body: ProblemBody;
  /** Seconds after which another try makes sense; becomes the Retry-After header. */
  readonly retryAfter: number | undefined;
  private readonly facts: Facts;

  constructor(
    definition: Definition,
    detail: string,
    facts: Facts = {},
    findings?: readonly Finding[],
    confirm?: string,
  ) {
    super(`${definition.code}: ${definition.title}`);
    this.name = 'Problem';
    this.status = definition.status;
    this.code = definition.code;
    this.retryAfter = definition.retryAfter;
    this.facts = facts;
    this.body = {
      type: `urn:kanon:problem:${definition.code}`,
      title: definition.title,
      status: definition.status,
      detail,
      ...(findings ? { findings } : {}),
      ...(confirm === undefined ? {} : { confirm }),
    };
  }

  /** The same in the language of whoever reads it; reasons of findings come in both anyhow. */
  bodyIn(language: Language): ProblemBody {
    const german = language === 'de' ? GERMAN[this.code] : undefined;
    if (!german) return this.body;
    const { title, detail } = german;
    return { ...this.body, title, detail: typeof detail === 'string' ? detail : detail(this.facts) };
  }
}

interface Definition {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly retryAfter?: number;
}

const define =
  (status: number, code: string, title: string, detail: string, retryAfter?: number) => (): Problem =>
    new Problem({ status, code, title, ...(retryAfter ? { retryAfter } : {}) }, detail);

/** A problem whose sentence depends on public facts: keys, names of states, never counts. */
const defineWith =
  <Known extends Facts>(status: number, code: string, title: string, detail: (facts: Known) => string) =>
  (facts: Known): Problem =>
    new Problem({ status, code, title }, detail(facts), facts);

/** Findings name places, never values: an error message is a publication too. */
const defineFindings =
  (status: number, code: string, title: string, detail: (n: number) => string) =>
  (findings: readonly Finding[]): Problem =>
    new Problem({ status, code, title }, detail(findings.length), { findings: findings.length }, findings);

/** What has to be confirmed, and the token for that where there is one. */
const defineQuestions =
  (status: number, code: string, title: string, detail: string) =>
  (findings: readonly Finding[], confirm?: string): Problem =>
    new Problem({ status, code, title }, detail, {}, findings, confirm);

export const problems = {
  // What the request got wrong.
  badRequest: defineFindings(
    400,
    'bad-request',
    'The request cannot be read',
    (n) => `${n} thing(s) in the address, query or body are not as documented at /docs.`,
  ),
  malformedRequest: define(
    400,
    'malformed-request',
    'The request cannot be read',
    'The address or a header of this request is malformed.',
  ),
  purposeMissing: define(
    400,
    'purpose-missing',
    'A purpose is required',
    'Send the header Kanon-Purpose with one of GRANT_REVIEW, PLANNING, STATISTICS, AUDIT, FEEDBACK.',
  ),
  notSignedIn: define(
    401,
    'not-signed-in',
    'Sign in first',
    'Send Authorization: Bearer with an access token from POST /v1/sessions; tokens last 15 minutes.',
  ),
  signInFailed: define(
    401,
    'sign-in-failed',
    'Sign-in failed',
    'Account and password do not match. Nothing more is said on purpose.',
  ),
  notAllowed: define(
    403,
    'not-allowed',
    'Not allowed',
    'Your role and scope do not include this. The refusal was recorded.',
  ),
  statisticsOff: define(
    403,
    'statistics-off',
    'Statistics are switched off',
    'Figures of accesses by office need the consent of the staff council; once it is given, the operator sets KANON_LOG_STATISTICS=agreed.',
  ),
  samePerson: define(
    403,
    'same-person',
    'A second person is needed',
    'Who froze a period cannot also release it, and who asked for a hold cannot also confirm it.',
  ),
  notFound: define(404, 'not-found', 'Not found', 'There is nothing at this address.'),
  notReleased: define(
    404,
    'not-released',
    'Not released',
    'Nothing of this period has been released. GET /v1/periods tells which periods are.',
  ),
  noSuchVersion: defineWith<{ newest: number }>(
    404,
    'no-such-version',
    'No such version',
    ({ newest }) => `This period has the versions 1 to ${newest}; without version the newest is read.`,
  ),
  methodNotAllowed: define(
    405,
    'method-not-allowed',
    'Method not allowed',
    'This address knows other methods only.',
  ),
  conflict: defineWith<{ what: InBoth }>(409, 'conflict', 'Not in this state', ({ what }) => what.en),
  tooManySchools: defineWith<{ most: number }>(
    409,
    'too-many-schools',
    'Too many schools for a reporter',
    (f) =>
      `A reporter has at most ${f.most} schools. For more, make an account for each worker, or one with the role provider for a processor under contract.`,
  ),
  participationKept: defineFindings(
    409,
    'participation-kept',
    'The participation stays as it is',
    () => 'The participation of this school in this period was not changed.',
  ),
  confirmationNeeded: defineQuestions(
    409,
    'confirmation-needed',
    'Please confirm that it is so',
    'Something in this report is unusual; nothing was stored. Check it with whoever counted. If it is so, send the same report with `confirm` of this answer in the header Kanon-Confirm, within ten minutes.',
  ),
  confirmationRefused: defineQuestions(
    409,
    'confirmation-refused',
    'The confirmation does not hold',
    'Kanon-Confirm does not belong to this report as it is now, or its ten minutes are over; nothing was stored. Send the report without the header: where something has to be confirmed, the answer asks.',
  ),
  revisionChanged: define(
    412,
    'revision-changed',
    'Another revision stands there',
    'The report was changed since you read it; nothing was stored. Read it again, then send your correction with its ETag in If-Match.',
  ),
  revisionNeeded: define(
    428,
    'revision-needed',
    'Say which revision you replace',
    'Another account reported for this school. Read that report, then send your correction with its ETag in If-Match.',
  ),
  requestTimeout: define(
    408,
    'request-timeout',
    'The request took too long',
    'The headers of a request have ten seconds, the whole of it thirty.',
  ),
  tooLarge: define(413, 'too-large', 'Body too large', 'A body may hold 32 KiB at most.'),
  unsupportedType: define(
    415,
    'unsupported-type',
    'Wrong media type',
    'Send the body as application/json in UTF-8.',
  ),
  unsupportedCoding: define(
    415,
    'unsupported-coding',
    'Compressed bodies are not read',
    'Send the body as it is, without Content-Encoding.',
  ),
  headersTooLarge: define(
    431,
    'headers-too-large',
    'The headers are too large',
    'Address and headers together may hold 16 KiB. Perhaps a proxy or a browser adds cookies; Kanon needs none.',
  ),
  reportRefused: defineFindings(
    422,
    'report-refused',
    'The report was refused',
    (n) => `Refused for ${n} reason(s); nothing was stored.`,
  ),
  importRefused: defineFindings(
    422,
    'import-refused',
    'The import was refused',
    (n) => `Refused for ${n} line(s); nothing was imported.`,
  ),
  cosignatureRefused: defineFindings(
    422,
    'cosignature-refused',
    'The cosignature was refused',
    (n) => `Refused for ${n} reason(s); it is not published.`,
  ),
  tooManySignIns: define(
    429,
    'too-many-sign-ins',
    'Too many attempts',
    'Ten failed sign-ins, and an account rests for a quarter of an hour. Wait, then try again.',
    900,
  ),
  busySigningIn: define(
    429,
    'busy-signing-in',
    'Many sign in at once',
    'More people sign in at this moment than can be served. Try again in a few seconds.',
    5,
  ),
  busyWitnessing: define(
    429,
    'busy-witnessing',
    'Many witnesses ask at once',
    'More witnesses ask at this moment than can be served. Try again in a few seconds.',
    5,
  ),

  // What we got wrong, or cannot do now.
  internal: define(
    500,
    'internal',
    'Something failed here',
    'The failure was recorded; nothing was half stored.',
  ),
  answerTooLarge: define(500, 'answer-too-large', 'The answer is too large', 'Ask for a smaller part.'),
  unavailable: define(
    503,
    'unavailable',
    'Not available now',
    'It cannot be done and recorded at this moment, so nothing was read or stored. Try again shortly.',
    5,
  ),
  notReading: define(
    503,
    'not-reading',
    'The database does not answer',
    'The database gave no answer in time, so nothing can be read or stored. Try again shortly.',
    5,
  ),
  notWriting: define(
    503,
    'not-writing',
    'The database stores nothing',
    'The database answers but stores nothing: read-only, a standby, its disk full, its log locked, or the standby gone that it waits for. As every access is recorded, nothing can be read either.',
    5,
  ),
  stopping: define(
    503,
    'stopping',
    'This process is stopping',
    'It was told to end and takes no new work. Another process, or the next start, goes on.',
    5,
  ),
  outcomeUnknown: define(
    503,
    'outcome-unknown',
    'The outcome is unknown',
    'The connection broke while this was being committed. If it was a change, read it again before you repeat it.',
    5,
  ),
} as const;
