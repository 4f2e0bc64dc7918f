/** Looks at the token before a body is read: who may not come in is not listened to. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Census } from '../access/census.ts';
import type { RequestOfActor } from '../access/request.ts';
import { FairShares } from './fair-shares.ts';
import { RefusalPace } from './refusal-pace.ts';
import { Bearers } from './token-bearers.ts';

@Injectable()
export class TokenFirst implements OnModuleInit {
  constructor(
    private readonly adapter: HttpAdapterHost<FastifyAdapter>,
    private readonly census: Census,
    private readonly bearers: Bearers,
    private readonly shares: FairShares,
    private readonly pace: RefusalPace,
  ) {}

  onModuleInit(): void {
    const withAct = this.census.routes().filter(({ act }) => act !== undefined);
    const guarded = new Map(withAct.map(({ method, path, act }) => [`${method} ${path}`, act?.act]));
    const server = this.adapter.httpAdapter.getInstance();
    server.addHook('onRequest', async (request, reply) => {
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const act = guarded.get(`${method} ${request.routeOptions.url ?? ''}`);
      if (!act) return;
      try {
        const actor = await this.bearers.of(request);
        (request as RequestOfActor).actor = actor;
        this.shares.count(actor, act, request, reply);
      } catch (error) {
        await this.pace.refuse(error);
      }
    });
    // Only now that the body is here: who sends it slowly keeps nobody waiting.
    server.addHook('preHandler', async (request, reply) => {
      const { actor } = request as RequestOfActor;
      if (actor) await this.shares.enter(actor, reply).catch((error: unknown) => this.pace.refuse(error));
    });
  }
}
