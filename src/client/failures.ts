/** How a call can fail: Kanon says no, with its reasons, or something else answered in its place. */
import { parseWholeNumber } from '../rules/whole-number.ts';
import type { Schemas } from './wire.ts';

type ProblemBody = Schemas['ProblemAnswer'];

const URN = 'urn:kanon:problem:';

/** A refusal of Kanon (RFC 9457). Places and rules are named in it; what was sent is not. */
export class KanonProblem extends Error {
  readonly status: number;
  /** Stable word for what is wrong, such as `report-refused`; all of them stand in `src/foundation/problem.ts`. */
  readonly code: string;
  /** What is wrong, and where; empty where the problem has no places. */
  readonly findings: readonly Schemas['FindingBody'][];
  /** With the code `confirmation-needed`: what says yes to the findings, as the header `kanon-confirm`, for ten minutes. */
  readonly confirm: string | undefined;
  /** Seconds after which another try makes sense, where Kanon says so. */
  readonly retryAfter: number | undefined;
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody, retryAfter?: number) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = 'KanonProblem';
    this.status = problem.status;
    this.code = problem.type.slice(URN.length);
    this.findings = problem.findings ?? [];
    this.confirm = problem.confirm;
    this.retryAfter = retryAfter;
    this.problem = problem;
  }
}

/** An answer that Kanon did not write, from a proxy or a sign-in page between. Its text is not repeated. */
export class NotKanon extends Error {
  readonly status: number;

  constructor(status: number) {
    super(
      `Something other than Kanon answered, with status ${status}: check the address and what lies between.`,
    );
    this.name = 'NotKanon';
    this.status = status;
  }
}

/** What of an answer tells a refusal from somebody else's. */
interface Whole {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** The failure that an answer tells of. */
export function failureIn(answer: Whole): KanonProblem | NotKanon {
  const body = jsonIn(answer);
  if (!isProblem(body)) return new NotKanon(answer.status);
  const seconds = answer.headers.get('retry-after') ?? '';
  return new KanonProblem(body, parseWholeNumber(seconds, 0, Number.MAX_SAFE_INTEGER));
}

/** The JSON value of an answer, or undefined where it holds none. */
export function jsonIn({ headers, bytes }: Whole): unknown {
  const [mediaType = ''] = (headers.get('content-type') ?? '').split(';');
  if (!/[/+]json$/i.test(mediaType.trim())) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function isProblem(value: unknown): value is ProblemBody {
  if (typeof value !== 'object' || value === null) return false;
  const { type, status } = value as Partial<Record<keyof ProblemBody, unknown>>;
  return typeof type === 'string' && type.startsWith(URN) && typeof status === 'number';
}
