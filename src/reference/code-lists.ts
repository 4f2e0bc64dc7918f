/**
 * Answers of the public code lists, kept for a second: however many ask at once, the database is asked once. Each has an ETag
 * of its bytes, so whoever holds a list already is told so.
 */
import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { namesTag, parseEntityTags } from '../foundation/http/etag.ts';

/** Milliseconds. */
const KEPT = 1_000;
/** Lists kept at once. */
const MOST = 100;

interface Kept {
  readonly bytes: Promise<Buffer>;
  readonly until: number;
}

@Injectable()
export class CodeLists implements NestInterceptor {
  private readonly kept = new Map<string, Kept>();

  intercept(context: ExecutionContext, next: CallHandler): Observable<Buffer> {
    const http = context.switchToHttp();
    return from(this.answer(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), next));
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, next: CallHandler): Promise<Buffer> {
    const bytes = await this.bytesOf(request.url, next);
    const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    void reply.header('etag', `"${tag}"`).header('content-type', 'application/json; charset=utf-8');
    const asked = parseEntityTags(request.headers['if-none-match'] ?? '');
    if (!asked || !namesTag(asked, tag)) return bytes;
    void reply.status(304);
    return Buffer.alloc(0);
  }

  private bytesOf(url: string, next: CallHandler, now = performance.now()): Promise<Buffer> {
    const known = this.kept.get(url);
    if (known && known.until > now) return known.bytes;
    this.kept.delete(url);
    // A Map keeps the order of insertion, so the first key is the oldest.
    if (this.kept.size >= MOST) this.kept.delete(this.kept.keys().next().value ?? '');
    const bytes = firstValueFrom(next.handle()).then((list) => Buffer.from(JSON.stringify(list)));
    this.kept.set(url, { bytes, until: now + KEPT });
    bytes.catch(() => this.kept.delete(url));
    return bytes;
  }
}
