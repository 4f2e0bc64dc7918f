/** Erases names and mailboxes of accounts that were closed long ago: nobody signs in by them, and the log names ids. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { systemActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { Loop } from '../foundation/loop.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { UnusedStore } from './unused.store.ts';

/** Days after the closing: questions about it have been asked by then. */
const KEPT = 30;
/** Milliseconds between two looks: an hour. */
const PACE = 3_600_000;
/** Accounts of one entry in the log. */
const BATCH = 500;

@Injectable()
export class ClosedNames implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new Loop(() => this.round(), PACE);

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: UnusedStore,
    private readonly gate: Gate,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.end();
  }

  /** Erases what is due, each batch an entry of its own; how many names went. */
  async round(): Promise<number> {
    const { tenant } = this.settings;
    const actor = systemActor(tenant, 'retention', 'retention');
    let erased = 0;
    while (!this.loop.stopping.aborted) {
      const due = await this.unrecorded.read('unused accounts', tenant, (tx) =>
        this.store.closedWithName(tx, KEPT, BATCH),
      );
      if (due === 0) break;
      const gone = await this.gate.pass(
        { actor, act: 'account.erase-names', place: everywhere },
        async (tx) => {
          note(tx, { object: { days: KEPT } });
          const rows = await this.store.eraseClosedNames(tx, KEPT, BATCH);
          note(tx, { object: { rows } });
          return rows;
        },
      );
      erased += gone;
      // Another process is at the rest.
      if (gone === 0) break;
    }
    return erased;
  }
}
