/** Closes accounts that nobody has used for 400 days: each is a way in that nobody misses. Where there is mail, told a month before. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Actor, systemActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { Loop } from '../foundation/loop.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { AccountLife } from './account-life.ts';
import { Outbox } from './outbox.ts';
import { UnusedStore } from './unused.store.ts';

/** Days; told so many days before. */
const UNUSED = 400;
const NOTICE = 30;
/** Milliseconds between two looks: an hour. */
const PACE = 3_600_000;
/** Accounts told, or looked up, at once. */
const BATCH = 200;

@Injectable()
export class UnusedAccounts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new Loop(() => this.round(), PACE);
  private readonly actor: Actor;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: UnusedStore,
    private readonly life: AccountLife,
    private readonly outbox: Outbox,
    private readonly gate: Gate,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.actor = systemActor(settings.tenant, 'unused accounts', 'admin');
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.end();
  }

  /** Tells those whose time is nearly over, and closes those whose time is over; how many it closed. */
  async round(): Promise<number> {
    if (this.outbox.isOpen) await this.tell();
    const { tenant } = this.settings;
    const notice = this.outbox.isOpen ? NOTICE : undefined;
    const due = await this.unrecorded.read('unused accounts', tenant, (tx) =>
      this.store.due(tx, tenant, UNUSED, notice, BATCH),
    );
    for (const account of due) {
      if (this.loop.stopping.aborted) break;
      await this.close(account);
    }
    return due.length;
  }

  private async tell(): Promise<void> {
    const { tenant } = this.settings;
    await this.unrecorded.read('outbox', tenant, async (tx) => {
      const told = await this.store.tell(tx, UNUSED - NOTICE, BATCH);
      await this.outbox.post(
        tx,
        tenant,
        told.map(({ account, name, mailbox: to }) => ({ account, name, to, kind: 'closing' as const })),
      );
    });
  }

  /** With an entry of its own; one that was used at the last moment stays. */
  private async close(account: string): Promise<void> {
    const { tenant } = this.settings;
    await this.gate.pass({ actor: this.actor, act: 'account.close', place: everywhere }, async (tx) => {
      note(tx, { subject: account, object: { why: 'unused' } });
      if (!(await this.store.take(tx, tenant, account, UNUSED))) {
        note(tx, { object: { why: 'used-again' } });
        return;
      }
      await this.life.close(tx, this.actor, account);
    });
  }
}
