/** What stands above a handler: its act in the rights table, or the reason why it needs none. */
import { SetMetadata, applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity } from '@nestjs/swagger';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import type { ReadAddress, Place } from './place.ts';
import type { ActName } from './rights.ts';
import type { RequestOfActor } from './request.ts';

export const ACT = 'kanon:act';
export const OPEN_ROUTE = 'kanon:open';

export interface DeclaredAct {
  readonly act: ActName;
  readonly place: (at: ReadAddress) => Place;
}

/** The handler runs inside the gate: `act` at the place that the address names. */
export const Act = (act: ActName, place: (at: ReadAddress) => Place): MethodDecorator =>
  applyDecorators(
    SetMetadata(ACT, { act, place } satisfies DeclaredAct),
    ApiBearerAuth(),
    ApiProblems(400, 401, 403, 404, 429, 503),
  );

/** The handler shows public things only; the reason is for the reader. */
export const Open = (reason: string): MethodDecorator =>
  applyDecorators(SetMetadata(OPEN_ROUTE, reason), ApiSecurity({}), ApiProblems(400, 404, 429, 503));

/** The transaction that the gate opened for this request. */
export const Key = createParamDecorator((_: undefined, context: ExecutionContext): Tx => {
  const tx = context.switchToHttp().getRequest<RequestOfActor>().tx;
  if (!tx) throw new TypeError('@Key() stands on a handler without @Act');
  return tx;
});

/** Who asks; the guard has verified it. */
export const By = createParamDecorator((_: undefined, context: ExecutionContext) => {
  const { actor } = context.switchToHttp().getRequest<RequestOfActor>();
  if (!actor) throw new TypeError('@By() stands on an open handler');
  return actor;
});
