/** Who asks to come in, as far as the headers tell: a source and devices. One that has no try left is refused before its body. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { sourceOf } from '../foundation/http/sources.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import type { RequestOfActor } from '../access/request.ts';
import { problems } from '../foundation/problem.ts';
import { Buckets } from './bucket.ts';
import { Devices } from './device.ts';
import { FairShares } from './fair-shares.ts';
import type { Caller } from './lanes.ts';
import { mustHaveRoom } from './password.ts';
import { SignInTries } from './sign-in-tries.ts';
import { SignIn } from './sign-in.ts';

/** Where a password is tried; codes and passkeys are not guessed, and stay open to a source that guesses. */
const GUESSED = new Set(['/v1/sessions', '/v1/passwords']);

/** Refresh tokens and passkeys of one source that are none: nobody finds one of 256 bits, but each costs a look. */
const FOUND = new Set(['/v1/sessions/refresh', '/v1/sessions/passkey']);
const WRONG_TOKENS = { burst: 100, rate: 1 };

@Injectable()
export class Callers implements OnModuleInit {
  private readonly wrongTokens = new Buckets(WRONG_TOKENS);

  constructor(
    private readonly adapter: HttpAdapterHost<FastifyAdapter>,
    private readonly devices: Devices,
    private readonly tries: SignInTries,
    private readonly signIn: SignIn,
    private readonly shares: FairShares,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  of(request: FastifyRequest): Caller {
    return { source: this.sourceOf(request), devices: this.devices.of(request) };
  }

  onModuleInit(): void {
    const server = this.adapter.httpAdapter.getInstance();
    server.addHook('onRequest', async (request) => {
      const url = request.routeOptions.url ?? '';
      if (request.method === 'POST' && (GUESSED.has(url) || FOUND.has(url))) this.letIn(request, url);
      return Promise.resolve();
    });
    server.addHook('preHandler', async (request, reply) => {
      if (!this.isOpenToAll(request)) return;
      const isGuess = GUESSED.has(request.routeOptions.url ?? '');
      const lane = this.devices.of(request).length > 0 ? 'known' : isGuess ? 'guessing' : 'unknown';
      await this.shares.enterOpen(lane, request, reply);
    });
    server.addHook('onSend', async (request) => {
      this.shares.leaveOpen(request);
      return Promise.resolve();
    });
  }

  /** A refresh token or a passkey of this source was none. */
  tokenFailed(request: FastifyRequest): void {
    this.wrongTokens.take(this.sourceOf(request));
  }

  /** A device that we know goes on: whose it is, is seen once the body is read. */
  private letIn(request: FastifyRequest, url: string): void {
    if (this.devices.of(request).length > 0) return;
    const source = this.sourceOf(request);
    if (FOUND.has(url)) {
      const { isAllowed, wait } = this.wrongTokens.look(source);
      if (!isAllowed) throw problems.tooManySignIns(wait);
      return;
    }
    try {
      this.tries.refuseFullSource(source);
      mustHaveRoom(false);
    } catch (error) {
      this.signIn.figures.throttled += 1;
      throw error;
    }
  }

  /** Whoever asks whether the service is well waits in no line. */
  private isOpenToAll(request: FastifyRequest): boolean {
    return (
      (request.routeOptions.url ?? '').startsWith('/v1/') && (request as RequestOfActor).actor === undefined
    );
  }

  private sourceOf(request: FastifyRequest): string {
    return sourceOf(request.raw, this.settings.trustedProxies);
  }
}
