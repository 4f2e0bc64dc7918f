/** Learns from the access token who asks; without one only open routes answer. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { OPEN_ROUTE } from '../access/act.ts';
import type { RequestOfActor } from '../access/request.ts';
import { Bearers } from './token-bearers.ts';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly bearers: Bearers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<string | undefined>(OPEN_ROUTE, context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<RequestOfActor>();
    // Mostly the edge has looked already, before the body was read.
    request.actor ??= await this.bearers.of(request);
    return true;
  }
}
