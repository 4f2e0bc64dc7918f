/** Opening a released period for corrections, and what became of them. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { STATE_IN_GERMAN } from '../reference/period.ts';
import { today } from '../reference/today.ts';
import type { PeriodKey } from '../rules/period.ts';
import { notUntil } from './correction.dto.ts';
import { CorrectionStore } from './correction.store.ts';
import { Releases } from './release.service.ts';

@Injectable()
export class Corrections {
  constructor(
    private readonly store: CorrectionStore,
    private readonly releases: Releases,
  ) {}

  /** Reports come in again until a day; throws bad-request for a day gone by, not-found, conflict. */
  async reopen(tx: Tx, officer: Actor, period: PeriodKey, until: string): Promise<void> {
    note(tx, { object: { until } });
    if (until < today()) throw notUntil();
    const { state } = await this.releases.progress(tx, officer, period);
    if (!(await this.store.reopen(tx, officer.tenant, period, until)))
      throw problems.conflict({
        what:
          state === 'released'
            ? {
                de: `Der Zeitraum ${period} wurde von einer früheren Fassung von Kanon freigegeben, neben deren Freigabe sich keine spätere schützen ließe; darum bleibt er, wie er ist.`,
                en: `The period ${period} was released by an earlier version of Kanon: no later release of it could be protected, so it stays as it is.`,
              }
            : {
                de: `Der Zeitraum ${period} ist ${STATE_IN_GERMAN[state]}; für Korrekturen wird nur ein freigegebener wieder geöffnet.`,
                en: `The period ${period} is ${state}; only a released one is opened for corrections.`,
              },
      });
  }

  /** Schools whose correction waits, ascending; throws not-found. */
  async kept(tx: Tx, officer: Actor, period: PeriodKey): Promise<string[]> {
    await this.releases.progress(tx, officer, period);
    return this.store.keptCorrections(tx, officer.tenant, period);
  }
}
