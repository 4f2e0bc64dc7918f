/** What stands above a handler: its act in the rights table, or the reason why it needs none. */
import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { Address, Place } from './place.ts';
import type { Act as ActName } from './rights.ts';
import type { RequestOfActor } from './request.ts';

export const ACT = 'kanon:act';
export const OPEN = 'kanon:open';

export interface Declared {
  readonly act: ActName;
  readonly place: (at: Address) => Place;
}

/** The handler runs inside the gate: `act` at the place that the address names. */
export const Act = (act: ActName, place: (at: Address) => Place): MethodDecorator =>
  SetMetadata(ACT, { act, place } satisfies Declared);

/** The handler shows public things only; the reason is for the reader. */
export const Open = (reason: string): MethodDecorator => SetMetadata(OPEN, reason);

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
