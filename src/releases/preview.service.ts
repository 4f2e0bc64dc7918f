/** Asking what a release would hide, and reading the answer. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { STATE_IN_GERMAN } from '../reference/collection-period.ts';
import { Periods } from '../reference/periods.ts';
import type { PeriodKey } from '../rules/period.ts';
import { PreviewStore, type StoredPreview } from './preview.store.ts';
import { askedAlready } from './release.service.ts';

@Injectable()
export class Previews {
  constructor(
    private readonly store: PreviewStore,
    private readonly periods: Periods,
  ) {}

  /** The publisher will make it; throws not-found, or conflict where the period is not frozen or is being released. */
  async ask(tx: Tx, officer: Actor, period: PeriodKey): Promise<StoredPreview | undefined> {
    const { state, asked } = await this.periods.progress(tx, officer.tenant, period);
    if (state !== 'frozen')
      throw problems.conflict({
        what: {
          de: `Der Zeitraum ${period} ist ${STATE_IN_GERMAN[state]}; eine Vorschau gibt es nur von einem eingefrorenen.`,
          en: `The period ${period} is ${state}; only of a frozen one is there a preview.`,
        },
      });
    if (asked) throw problems.conflict({ what: askedAlready(period) });
    // Held first, as the publisher does; after a release on its way the period is frozen no more.
    if (await this.periods.holdFrozen(tx, officer.tenant, period))
      await this.store.ask(tx, officer.tenant, period);
    return this.store.read(tx, officer.tenant, period);
  }

  /** Undefined where nobody asked since the freeze; throws not-found. */
  async read(tx: Tx, officer: Actor, period: PeriodKey): Promise<StoredPreview | undefined> {
    await this.periods.progress(tx, officer.tenant, period);
    return this.store.read(tx, officer.tenant, period);
  }
}
