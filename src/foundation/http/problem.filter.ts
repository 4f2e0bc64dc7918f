/** Turns whatever was thrown into an RFC 9457 problem, once, for every route. */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  ConnectionLost,
  isLockTimeout,
  NoConnection,
  NotCommitted,
  UnknownOutcome,
} from '../database/failure.ts';
import { languageIn } from '../language.ts';
import { Problem, problems } from '../problem.ts';
import { logFailure } from './log.ts';

/** The problem that an error amounts to; whatever we do not know is ours, and internal. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnknownOutcome) return problems.outcomeUnknown();
  if (NOTHING_DONE.some((failure) => error instanceof failure) || isLockTimeout(error))
    return problems.unavailable();
  return BY_STATUS[statusOf(error)]?.() ?? problems.internal();
}

/** Failures after which nothing was read or stored, so that one may try again. */
const NOTHING_DONE = [NoConnection, ConnectionLost, NotCommitted];

const BY_STATUS: Readonly<Record<number, () => Problem>> = {
  400: problems.malformedRequest,
  404: problems.notFound,
  405: problems.methodNotAllowed,
  413: problems.tooLarge,
  415: problems.unsupportedType,
  414: problems.malformedRequest,
  431: problems.malformedRequest,
};

/** Status of an error that Nest or Fastify raised before any code of ours ran. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number'
    ? statusCode
    : 500;
}

export function sendProblem(reply: FastifyReply, error: unknown): void {
  const problem = problemOf(error);
  if (problem.status >= 500) logFailure(error, reply.request.id);
  if (problem.retryAfter) void reply.header('retry-after', String(problem.retryAfter));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  const language = languageIn(reply.request.headers['accept-language']);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .send(Buffer.from(JSON.stringify(problem.bodyIn(language))));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), error);
  }
}
