/** Erases entries of the log when their time is over, in the order of the tree. Their leaves stay, so every proof still holds. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { logFailure } from '../foundation/http/log.ts';
import { Loop } from '../foundation/loop.ts';
import { problems } from '../foundation/problem.ts';
import { step } from '../foundation/step.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type Actor, systemActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import { type LeafPlace, RetentionStore } from './retention.store.ts';
import { type Unsteady, unsteadiness } from './steady-clock.ts';

/** Milliseconds between two looks: an hour. */
const PACE = 3_600_000;
/** Milliseconds between two entries about one clock: a day, less than one look. */
const REMINDER = 23.5 * 3_600_000;
/** Leaves looked at, and entries erased, in one transaction. */
const BATCH = 5_000;

/** Nothing is erased: a person should look at the clocks. */
class RetentionWaits extends Error {
  override name = 'RetentionWaits';
  constructor(readonly code: Unsteady) {
    super('nothing is erased by a clock that cannot be believed');
  }
}

@Injectable()
export class Retention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new Loop(() => this.erase(), PACE);
  /** Nothing before this leaf stands any more. */
  private from: LeafPlace = { tree: 1, index: 0 };
  private told: { readonly why: Unsteady; readonly at: number } | undefined;

  constructor(
    private readonly gate: Gate,
    private readonly unrecorded: Unrecorded,
    private readonly store: RetentionStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.end();
  }

  /** Why the last look erased nothing; undefined where it could. */
  get waits(): Unsteady | undefined {
    return this.told?.why;
  }

  /**
   * Erases all that has expired; each batch is an entry of its own. How many went. An entry goes only if none before
   * it in the tree is younger than its time, so one that a wrong clock dated back waits; by a clock that leapt none goes.
   */
  async erase(): Promise<number> {
    const { tenant, logMonths } = this.settings;
    const why = await this.look((tx) =>
      unsteadiness(tx, this.store, tenant, this.unrecorded.clockDifference),
    );
    if (why) {
      await this.tell(why);
      return 0;
    }
    this.told = undefined;
    let erased = 0;
    let at = this.from;
    /** First leaf that is to be looked at again. */
    let first: LeafPlace | undefined;
    while (!this.loop.stopping.aborted) {
      const { tree, index } = at;
      const page = await this.look((tx) => this.store.leaves(tx, tenant, at, logMonths, BATCH));
      const gone = page.due.length > 0 ? await this.eraseThese(page.due) : 0;
      erased += gone;
      const stays = gone < page.due.length ? index : (page.held ?? page.young);
      if (stays !== null) first ??= { tree, index: stays };
      const isWhole = page.leaves === BATCH;
      if (page.young !== null || (!isWhole && !page.isFollowed)) {
        this.from = first ?? { tree, index: index + page.leaves };
        break;
      }
      at = isWhole ? { tree, index: index + BATCH } : { tree: tree + 1, index: 0 };
    }
    step('retention.done');
    return erased;
  }

  private eraseThese(entries: readonly string[]): Promise<number> {
    const { tenant, logMonths } = this.settings;
    return this.gate.pass({ actor: this.actor, act: 'log.erase', place: everywhere }, async (tx) => {
      note(tx, { object: { months: logMonths } });
      const batch = await this.store.erase(tx, tenant, logMonths, entries);
      note(tx, { object: { entries: batch } });
      step('retention.erased');
      return batch;
    });
  }

  /**
   * Says so in the log of the service, and once a day in the access log. These entries also end the silence of a log
   * that nobody used: a week of them, and erasing goes on.
   */
  private async tell(why: Unsteady): Promise<void> {
    const now = performance.now();
    if (this.told?.why === why && now - this.told.at < REMINDER) return;
    this.told = { why, at: now };
    logFailure(new RetentionWaits(why));
    const refused = problems.conflict({
      what: {
        de: 'Nach einer Uhr, die gesprungen ist, wird nichts gelöscht.',
        en: 'Nothing is erased by a clock that leapt.',
      },
    });
    await this.gate
      .pass({ actor: this.actor, act: 'log.erase', place: everywhere }, (tx) => {
        note(tx, { object: { months: this.settings.logMonths, waits: why } });
        throw refused;
      })
      .catch((error: unknown) => {
        if (error !== refused) throw error;
      });
  }

  private get actor(): Actor {
    return systemActor(this.settings.tenant, 'retention', 'retention');
  }

  private look<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unrecorded.read('expired entries', this.settings.tenant, work);
  }
}
