/** Leads every HTTP request with an act through the gate, and lets bytes out only after its entry is committed. */
import { Readable } from 'node:stream';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { type Observable, firstValueFrom, from } from 'rxjs';
import { Answer } from '../foundation/http/answer.ts';
import { namesTag, parseEntityTags } from '../foundation/http/etag.ts';
import { logFailure } from '../foundation/http/log.ts';
import { ACT, type Declared } from './act.ts';
import { PURPOSES } from './entry.ts';
import { Gate } from './gate.ts';
import type { Address } from './place.ts';
import type { RequestOfActor } from './request.ts';

@Injectable()
export class GateInterceptor implements NestInterceptor {
  constructor(
    private readonly gate: Gate,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const declared = this.reflector.get<Declared | undefined>(ACT, context.getHandler());
    if (!declared) return next.handle();
    const http = context.switchToHttp();
    return from(
      this.throughTheGate(
        declared,
        http.getRequest<RequestOfActor>(),
        http.getResponse<FastifyReply>(),
        next,
      ),
    );
  }

  private async throughTheGate(
    declared: Declared,
    request: RequestOfActor,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<Buffer | Readable> {
    const { actor } = request;
    if (!actor) throw new TypeError('a request without an actor reached the gate');
    const address = { ...(request.query as Address), ...(request.params as Address) };
    // Known before the body is read, so that a refused body's entry says it too.
    const facts = { dryRun: address['dryRun'] === 'true' };
    const purpose = PURPOSES.find((code) => code === request.headers['kanon-purpose']);
    const answer = await this.gate.pass(
      { actor, act: declared.act, place: () => declared.place(address), purpose, facts },
      async (tx) => {
        request.tx = tx;
        return Answer.of(await firstValueFrom(next.handle()));
      },
    );
    return send(answer, request, reply);
  }
}

/** Committed: now the bytes may leave, or 304 where the reader holds them already. */
function send(answer: Answer, request: RequestOfActor, reply: FastifyReply): Buffer | Readable {
  const { status, contentType, headers } = answer.parts;
  if (headers) void reply.headers(headers);
  if (status) void reply.status(status);
  if (answer.etag) {
    void reply.header('etag', answer.etag);
    const tags = parseEntityTags(request.headers['if-none-match'] ?? '');
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (isReading && tags && namesTag(tags, answer.parts.revision ?? '')) {
      void reply.status(304);
      return Buffer.alloc(0);
    }
  }
  void reply.header('content-type', contentType ?? 'application/octet-stream');
  // Nothing is read for a reader who wants no more than the headers.
  if (!answer.chunks || request.method === 'HEAD') return answer.bytes;
  return Readable.from(told(answer.chunks, request.id), { objectMode: false });
}

/** Where an export breaks off, the status has left already: the log lines say so, and the connection ends. */
async function* told(chunks: AsyncIterable<Buffer>, request: string): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (error) {
    logFailure(error, request);
    throw error;
  }
}
