/** The access log as other rooms may use it: they add, they never read or change. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { AccessLogStore } from './access-log.store.ts';
import type { Entry } from './entry.ts';

@Injectable()
export class AccessLog {
  constructor(private readonly store: AccessLogStore) {}

  /** Adds one entry, sent together with COMMIT; an id that is there already changes nothing. */
  append(tx: Tx, entry: Entry): void {
    this.store.append(tx, entry);
  }
}
