/** Looks at the token before a body is read: who may not come in is not listened to. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Census } from '../access/census.ts';
import type { RequestOfActor } from '../access/request.ts';
import { Tokens } from './token.ts';

@Injectable()
export class TokenFirst implements OnModuleInit {
  constructor(
    private readonly adapter: HttpAdapterHost<FastifyAdapter>,
    private readonly census: Census,
    private readonly tokens: Tokens,
  ) {}

  onModuleInit(): void {
    const withAct = this.census.routes().filter(({ act }) => act !== undefined);
    const guarded = new Set(withAct.map(({ method, path }) => `${method} ${path}`));
    this.adapter.httpAdapter.getInstance().addHook('onRequest', async (request) => {
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      if (!guarded.has(`${method} ${request.routeOptions.url ?? ''}`)) return;
      (request as RequestOfActor).actor = await this.tokens.bearer(request.headers.authorization);
    });
  }
}
