/** Opening a released period for corrections, and which of them wait. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { step } from '../foundation/step.ts';
import { STATE_IN_GERMAN } from '../reference/collection-period.ts';
import { Periods } from '../reference/periods.ts';
import type { PeriodKey } from '../rules/period.ts';
import { notUntil } from './correction.dto.ts';
import { CorrectionStore } from './correction.store.ts';

@Injectable()
export class Reopening {
  constructor(
    private readonly store: CorrectionStore,
    private readonly periods: Periods,
  ) {}

  /** Reports come in again until a day; what was released stays. Throws bad-request for a day gone by, not-found, conflict. */
  async reopen(tx: Tx, officer: Actor, period: PeriodKey, until: string): Promise<void> {
    note(tx, { object: { until } });
    const { tenant } = officer;
    const { state, today } = await this.periods.progress(tx, tenant, period);
    if (until < today) throw notUntil();
    if (state === 'released' && !(await this.store.canBeFollowed(tx, period)))
      throw problems.conflict({
        what: {
          de: `Der Zeitraum ${period} wurde von einer früheren Fassung von Kanon freigegeben, neben deren Freigabe sich keine spätere schützen ließe; darum bleibt er, wie er ist.`,
          en: `The period ${period} was released by an earlier version of Kanon: no later release of it could be protected, so it stays as it is.`,
        },
      });
    if (!(await this.periods.reopen(tx, tenant, period, until))) {
      // Read again: another officer may have opened it meanwhile.
      const now = await this.periods.progress(tx, tenant, period);
      throw problems.conflict({
        what: {
          de: `Der Zeitraum ${period} ist ${STATE_IN_GERMAN[now.state]}; für Korrekturen wird nur ein freigegebener wieder geöffnet.`,
          en: `The period ${period} is ${now.state}; only a released one is opened for corrections.`,
        },
      });
    }
    step('correction.opened');
  }

  /** Schools whose correction waits, ascending; throws not-found. */
  async kept(
    tx: Tx,
    officer: Actor,
    period: PeriodKey,
    page: { readonly after: string; readonly limit: number },
  ): Promise<string[]> {
    await this.periods.progress(tx, officer.tenant, period);
    return this.store.keptCorrections(tx, officer.tenant, period, page);
  }
}
