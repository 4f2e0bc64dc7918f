/**
 * Reminds offices by mail of what they have to do with a period: that it has opened, that it ends in two weeks and in two days
 * while a report is missing, that a report came back, that figures are there. No mail holds a count. Where no mail server is
 * named nothing is sent, and nothing is marked as told.
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { Loop } from '../foundation/loop.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Outbox } from './outbox.ts';
import { ReminderStore } from './reminder.store.ts';

/** Milliseconds between two looks: a quarter of an hour. */
const PACE = 900_000;
/** Mails of one transaction. */
const BATCH = 500;

@Injectable()
export class Reminders implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new Loop(() => this.round(), PACE);

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: ReminderStore,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.outbox.isOpen) this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.end();
  }

  /** Puts all that is due into the outbox, in the transactions that mark it as told; how many mails. */
  async round(): Promise<number> {
    if (!this.outbox.isOpen) return 0;
    const { tenant } = this.settings;
    let told = 0;
    while (!this.loop.stopping.aborted) {
      const count = await this.unrecorded.read('outbox', tenant, async (tx) => {
        const due = await this.store.take(tx, BATCH);
        await this.outbox.post(
          tx,
          tenant,
          due.map(({ mailbox: to, closesOn, ...one }) => ({ ...one, to, closesOn })),
        );
        return due.length;
      });
      told += count;
      if (count < BATCH) break;
    }
    return told;
  }
}
