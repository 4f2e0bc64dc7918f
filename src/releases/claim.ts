/** Which process protects: one of a Land at a time. The others wait, and go on where it is gone. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { logFailure } from '../foundation/http/log.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Loop } from '../foundation/loop.ts';
import { step } from '../foundation/step.ts';
import { ClaimStore } from './claim.store.ts';

/** Seconds, by the clock of the database, after which a process that says nothing more counts as gone. */
const LEASE = 15;
/** Milliseconds between two signs of life: two of them may be lost. */
const PACE = 5_000;

@Injectable()
export class Claim {
  /** Names this process. */
  private readonly holder = randomUUID();

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: ClaimStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Runs work while no other process does; false, and nothing ran, where another one does.
   *
   * work  gets a signal that is aborted once another process may have begun: what it makes then is thrown away.
   *       It is a saving, not the guard: a process that was paused learns it too late, and publishing compares.
   */
  async hold(work: (gone: AbortSignal) => Promise<void>): Promise<boolean> {
    if (!(await this.take())) return false;
    step('release.claimed');
    const gone = new AbortController();
    let renewed = performance.now();
    const signs = new Loop(async () => {
      try {
        if (await this.take()) renewed = performance.now();
        else gone.abort();
      } catch (error) {
        if (performance.now() - renewed > LEASE * 1000) gone.abort();
        throw error;
      }
    }, PACE);
    signs.start();
    try {
      await work(gone.signal);
    } finally {
      // First the sign that is on its way: after the claim is let go it would take it again.
      await signs.end();
      await this.letGo();
    }
    return true;
  }

  private take(): Promise<boolean> {
    return this.within((tx) => this.store.take(tx, this.settings.tenant, this.holder, LEASE));
  }

  /** Another process goes on at once; where that cannot be said, after the lease. */
  private async letGo(): Promise<void> {
    await this.within((tx) => this.store.letGo(tx, this.settings.tenant, this.holder)).catch(logFailure);
  }

  private within<T>(work: Parameters<typeof this.unrecorded.read<T>>[2]): Promise<T> {
    return this.unrecorded.read('waiting releases', this.settings.tenant, work);
  }
}
