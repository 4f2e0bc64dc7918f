/** What guard and gate leave on a request for those behind them. */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '../foundation/database/tx.ts';
import type { Actor } from './actor.ts';

export interface RequestOfActor extends FastifyRequest {
  actor?: Actor;
  tx?: Tx;
}
