/** Leads every HTTP request with an act through the gate, and lets bytes out only after its entry is committed. */
import { Readable } from 'node:stream';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { type Observable, firstValueFrom, from } from 'rxjs';
import { Answer } from '../foundation/http/answer.ts';
import { namesTag, parseEntityTags } from '../foundation/http/etag.ts';
import { logFailure } from '../foundation/http/log.ts';
import { readPath, readQuery } from '../foundation/http/query.ts';
import { Problem } from '../foundation/problem-shape.ts';
import { ACT, type DeclaredAct } from './act.ts';
import { factsAsked, pathClassOf, queryClassOf } from './asked.ts';
import { PURPOSES } from './entry.ts';
import { Gate } from './gate.ts';
import type { ReadAddress } from './place.ts';
import type { RequestOfActor } from './request.ts';

@Injectable()
export class GateInterceptor implements NestInterceptor {
  constructor(
    private readonly gate: Gate,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<RequestOfActor>();
    const [path, query] = [pathOf(context, request.params), queryOf(context, request.url)];
    const declared = this.reflector.get<DeclaredAct | undefined>(ACT, context.getHandler());
    if (!declared) {
      request.query = checked(query);
      request.params = checked(path);
      return next.handle();
    }
    return from(
      this.throughTheGate(declared, request, { path, query }, http.getResponse<FastifyReply>(), next),
    );
  }

  private async throughTheGate(
    declared: DeclaredAct,
    request: RequestOfActor,
    { path, query }: { path: object; query: object },
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<Buffer | Readable> {
    const { actor } = request;
    if (!actor) throw new TypeError('a request without an actor reached the gate');
    const isSound = !(query instanceof Problem);
    // Of a query that is refused nothing is repeated; its place in the address still decides who may be told so.
    const address: ReadAddress = { path: () => checked(path), query: isSound ? query : {} };
    // Known before the body is read, so that a refused body's entry says it too.
    const facts = isSound ? factsAsked(query) : {};
    const purpose = PURPOSES.find((code) => code === request.headers['kanon-purpose']);
    const answer = await this.gate.pass(
      { actor, act: declared.act, place: () => declared.place(address), purpose, facts },
      async (tx) => {
        request.query = checked(query);
        request.params = checked(path);
        request.tx = tx;
        return Answer.of(await firstValueFrom(next.handle()));
      },
    );
    return send(answer, request, reply);
  }
}

/** The named parts of the path as their class reads them, or the problem with them. */
function pathOf(context: ExecutionContext, parts: unknown): object {
  const type = pathClassOf(context.getClass(), context.getHandler().name);
  return orProblem(type, (known) => readPath(known, parts as object));
}

/** The query as its class reads it, or the problem with it. */
function queryOf(context: ExecutionContext, url: string): object {
  const type = queryClassOf(context.getClass(), context.getHandler().name);
  return orProblem(type, (known) => readQuery(known, url));
}

function orProblem(type: Type<object> | undefined, read: (type: Type<object>) => object): object {
  if (!type) throw new TypeError('the census lets no route start whose path or query has no class');
  try {
    return read(type);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** Throws the problem with it. */
function checked(read: object): object {
  if (read instanceof Problem) throw read;
  return read;
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
