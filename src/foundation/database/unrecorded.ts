/** The few reads that leave no line in the access log, each with its reason. The walls name who may import this. */
import { Injectable } from '@nestjs/common';
import type { Scope, Tx } from './tx.ts';
import { Database } from './within.ts';

export type UnrecordedReason =
  | 'code list'
  | 'token check'
  | 'sign-in'
  | 'keys in use'
  | 'health'
  | 'entry of an access'
  | 'waiting releases'
  | 'numbering the log'
  | 'witnesses of the log'
  | 'expired entries'
  | 'rows of a recorded export';

@Injectable()
export class Unrecorded {
  constructor(private readonly database: Database) {}

  /** Whole seconds by which our clock is ahead of the server's, negative where behind; 0 within a minute. */
  get clockDifference(): number {
    return this.database.clock.difference;
  }

  /** Runs work in a transaction of its own. The reason is for the reader of the code. */
  read<T>(_reason: UnrecordedReason, scope: Scope, work: (tx: Tx) => T | Promise<T>): Promise<T> {
    return this.database.within(scope, work);
  }
}
