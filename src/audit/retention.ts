/** Erases entries of the log when their time is over. Their leaves stay, so every proof still holds. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { logFailure } from '../foundation/http/log.ts';
import { step } from '../foundation/step.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { EntryStore } from './entry.store.ts';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';

/** Milliseconds between two looks: an hour. */
const PACE = 3_600_000;
/** Entries erased in one transaction. */
const BATCH = 5_000;

@Injectable()
export class Retention implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly gate: Gate,
    private readonly unrecorded: Unrecorded,
    private readonly store: EntryStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.erase().catch(logFailure);
    }, PACE);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Erases all that has expired; each batch is an entry of its own. How many went. */
  async erase(): Promise<number> {
    const { tenant, logMonths } = this.settings;
    const actor: Actor = { tenant, role: 'retention', system: 'retention', schools: [] };
    const scope = {
      role: 'kanon_retention',
      settings: { 'kanon.tenant': tenant, 'kanon.role': actor.role },
    };
    let erased = 0;
    const isDue = (): Promise<boolean> =>
      this.unrecorded.read('expired entries', scope, (tx) => this.store.hasExpired(tx, tenant, logMonths));
    while (!this.stopping && (await isDue()))
      erased += await this.gate.pass({ actor, act: 'log.erase', place: everywhere }, async (tx) => {
        note(tx, { object: { months: logMonths } });
        const batch = await this.store.erase(tx, tenant, logMonths, BATCH);
        note(tx, { object: { entries: batch } });
        step('retention.erased');
        return batch;
      });
    step('retention.done');
    return erased;
  }
}
