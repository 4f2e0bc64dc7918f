/** What a problem is (RFC 9457), and the four ways to define one. Their German stands in problem-de.ts. */
import type { InBoth, Language } from './language.ts';
import { GERMAN } from './problem-de.ts';
import type { Facts } from './problem-german.ts';

/** One thing that is wrong, and where. A place or a rule may be named, a submitted value never. */
export interface ProblemFinding {
  readonly rule: string;
  readonly pointer?: string;
  readonly reason: InBoth;
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly findings?: readonly ProblemFinding[];
  /** Where something has to be confirmed: the token that says so, for the header Kanon-Confirm. */
  readonly confirm?: string;
  /** Where a second factor is asked for: those that the account has. */
  readonly factors?: readonly string[];
  /** At the token endpoint: the code that its standards give (RFC 6749 §5.2, RFC 8628 §3.5, RFC 9449 §5). */
  readonly error?: string;
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
    findings?: readonly ProblemFinding[],
    confirm?: string,
    factors?: readonly string[],
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
      ...(factors && { factors }),
      ...(definition.error === undefined ? {} : { error: definition.error }),
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
  readonly error?: string;
}

/** A problem that always says the same. */
export const define =
  (status: number, code: string, title: string, detail: string, retryAfter?: number) => (): Problem =>
    new Problem({ status, code, title, ...(retryAfter ? { retryAfter } : {}) }, detail);

/** A problem of the token endpoint: `error` is what the standards of OAuth call it. */
export const defineOAuth =
  (status: number, code: string, error: string, title: string, detail: string) => (): Problem =>
    new Problem({ status, code, title, error }, detail);

/** A problem that is over after so many seconds. */
export const defineWait =
  (status: number, code: string, title: string, detail: string) =>
  (retryAfter: number): Problem =>
    new Problem({ status, code, title, retryAfter }, detail);

/** A problem whose sentence depends on public facts: keys, names of states, never counts. */
export const defineWith =
  <Known extends Facts>(status: number, code: string, title: string, detail: (facts: Known) => string) =>
  (facts: Known): Problem =>
    new Problem({ status, code, title }, detail(facts), facts);

/** Findings name places, never values: an error message is a publication too. */
export const defineFindings =
  (status: number, code: string, title: string, detail: (n: number) => string) =>
  (findings: readonly ProblemFinding[]): Problem =>
    new Problem({ status, code, title }, detail(findings.length), { findings: findings.length }, findings);

/** What has to be confirmed, and the token for that where there is one. */
export const defineQuestions =
  (status: number, code: string, title: string, detail: string) =>
  (findings: readonly ProblemFinding[], confirm?: string): Problem =>
    new Problem({ status, code, title }, detail, {}, findings, confirm);
