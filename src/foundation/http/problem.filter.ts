/** Turns whatever was thrown into an RFC 9457 problem, once, for every route. */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isPassing, UnknownOutcome } from '../database/failure.ts';
import { languageIn } from '../language.ts';
import { Problem } from '../problem-shape.ts';
import { problems } from '../problem.ts';
import { logFailure } from './log.ts';

/** The problem that an error amounts to; whatever we do not know is ours, and internal. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnknownOutcome) return problems.outcomeUnknown();
  if (isPassing(error)) return problems.unavailable();
  return BY_STATUS[statusOf(error)]?.() ?? problems.internal();
}

const BY_STATUS: Readonly<Record<number, () => Problem>> = {
  400: problems.malformedRequest,
  // What a library keeps from readers is not there for them.
  403: problems.notFound,
  404: problems.notFound,
  405: problems.methodNotAllowed,
  413: problems.tooLarge,
  415: problems.unsupportedType,
  414: problems.malformedRequest,
  416: problems.malformedRequest,
  431: problems.headersTooLarge,
};

/** Status of an error that Nest, Fastify or what it serves files with raised before any code of ours ran. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { code, statusCode, expose } = (error ?? {}) as Partial<
    Record<'code' | 'statusCode' | 'expose', unknown>
  >;
  if (typeof statusCode !== 'number') return 500;
  const isFastify = typeof code === 'string' && code.startsWith('FST_');
  // A body that broke off; a lost connection to the database has no status.
  const isBrokenOff = code === 'ECONNRESET' && statusCode === 400;
  // The mark of `http-errors`: the caller's fault, said by a library.
  const isCallers = expose === true && statusCode >= 400 && statusCode < 500;
  if (isFastify || isBrokenOff) return statusCode;
  return isCallers ? (statusCode in BY_STATUS ? statusCode : 400) : 500;
}

export function sendProblem(reply: FastifyReply, error: unknown): void {
  const problem = problemOf(error);
  if (problem.status >= 500 && problem.code !== 'stopping') logFailure(error, reply.request.id);
  if (problem.retryAfter) void reply.header('retry-after', String(problem.retryAfter));
  if (problem.status === 401) void reply.header('www-authenticate', challengeOf(problem));
  // What would be read instead (RFC 9110 §12.5.3).
  if (problem.code === 'unsupported-coding') void reply.header('accept-encoding', 'identity');
  const language = languageIn(reply.request.headers['accept-language']);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .send(Buffer.from(JSON.stringify(problem.bodyIn(language))));
}

/** RFC 6750 §3; of a token that is bound to a key, RFC 9449 §7.1; where a session has to show again who it is, RFC 9470 §3. */
const challengeOf = ({ code }: Problem): string =>
  code === 'dpop-proof-needed'
    ? 'DPoP error="invalid_dpop_proof", algs="ES256 ES384 EdDSA PS256"'
    : code === 'step-up-needed'
      ? 'Bearer error="insufficient_user_authentication", error_description="A second factor of the last five minutes is needed", max_age=300'
      : 'Bearer';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), error);
  }
}
