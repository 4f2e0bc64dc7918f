/** What counts once, over all processes: ids of assertions and of proofs, remembered in the database until they are over anyway. */
import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { Loop } from '../foundation/loop.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { ProgramStore } from './program.store.ts';

/** Milliseconds between two looks for what is over. */
const PACE = 60_000;
/** Rows removed in one transaction. */
const BATCH = 5_000;

@Injectable()
export class Once implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new Loop(() => this.clear(), PACE);

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: ProgramStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.end();
  }

  /** Whether nobody has shown these words yet; they are remembered for so many seconds. */
  isFirst(words: readonly string[], seconds: number): Promise<boolean> {
    return this.unrecorded.read('token check', this.settings.tenant, (tx) =>
      this.isFirstIn(tx, words, seconds),
    );
  }

  isFirstIn(tx: Tx, words: readonly string[], seconds: number): Promise<boolean> {
    const hash = createHash('sha256').update(JSON.stringify(words)).digest();
    return this.store.isFirst(tx, this.settings.tenant, hash, seconds);
  }

  private async clear(): Promise<void> {
    const { tenant } = this.settings;
    let gone = BATCH;
    while (gone === BATCH && !this.loop.stopping.aborted)
      gone = await this.unrecorded.read('token check', tenant, (tx) =>
        this.store.forgetOver(tx, tenant, BATCH),
      );
  }
}
