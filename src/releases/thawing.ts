/** Taking a freeze back while nothing is released: one disclosure officer asks, another one confirms within 72 hours. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { InBoth } from '../foundation/language.ts';
import { problems } from '../foundation/problem.ts';
import { STATE_IN_GERMAN } from '../reference/collection-period.ts';
import type { PeriodProgress } from '../reference/period-progress.ts';
import { Periods } from '../reference/periods.ts';
import type { PeriodKey } from '../rules/period.ts';
import { askedAlready, officerOf } from './release.service.ts';
import { ReleaseStore } from './release.store.ts';

/** What the database names where the two are not two who may. */
const TWO = 'period_thaw_check';

@Injectable()
export class Thawing {
  constructor(
    private readonly periods: Periods,
    private readonly releases: ReleaseStore,
  ) {}

  /** The first of two. Throws not-found, conflict. */
  async ask(tx: Tx, officer: Actor, period: PeriodKey): Promise<PeriodProgress> {
    const progress = await this.thawable(tx, officer, period);
    if (progress.thawAsked) throw problems.conflict({ what: ASKED });
    if (!(await this.periods.askThaw(tx, officer.tenant, period, officerOf(officer))))
      throw problems.conflict({ what: MEANWHILE });
    return this.periods.progress(tx, officer.tenant, period);
  }

  /** The second of two: reports come in again as before. Throws not-found, same-person, conflict. */
  async confirm(tx: Tx, officer: Actor, period: PeriodKey): Promise<void> {
    const progress = await this.thawable(tx, officer, period);
    if (!progress.thawAsked) throw problems.conflict({ what: NOT_ASKED });
    note(tx, { object: { askedBy: progress.thawAskedBy ?? undefined } });
    if (progress.thawPerson === officer.person) throw problems.samePerson();
    const thawed = await this.periods
      .thaw(tx, officer.tenant, period, officerOf(officer))
      .catch((error: unknown) => {
        if ((error as { constraint?: unknown }).constraint === TWO) throw problems.conflict({ what: GONE });
        throw error;
      });
    if (!thawed) throw problems.conflict({ what: MEANWHILE });
  }

  /** Whether somebody asks. Throws not-found. */
  read(tx: Tx, officer: Actor, period: PeriodKey): Promise<PeriodProgress> {
    return this.periods.progress(tx, officer.tenant, period);
  }

  private async thawable(tx: Tx, { tenant }: Actor, period: PeriodKey): Promise<PeriodProgress> {
    const progress = await this.periods.progress(tx, tenant, period);
    const { state, opensOn, closesOn, asked } = progress;
    note(tx, { object: { opens: opensOn, closes: closesOn } });
    if (state !== 'frozen')
      throw problems.conflict({
        what: {
          de: `Der Zeitraum ${period} ist ${STATE_IN_GERMAN[state]}; auftauen lässt sich nur ein eingefrorener.`,
          en: `The period ${period} is ${state}; only a frozen one can be thawed.`,
        },
      });
    if (asked) throw problems.conflict({ what: askedAlready(period) });
    if (await this.releases.newest(tx, tenant, period)) throw problems.conflict({ what: RELEASED });
    return progress;
  }
}

const ASKED: InBoth = {
  de: 'Jemand hat schon darum gebeten, diesen Zeitraum aufzutauen; eine zweite Person kann es bestätigen.',
  en: 'Somebody asks already that this period be thawed; a second person may confirm it.',
};
const NOT_ASKED: InBoth = {
  de: 'Niemand bittet darum, diesen Zeitraum aufzutauen, oder die Bitte ist nach 72 Stunden verfallen.',
  en: 'Nobody asks that this period be thawed, or the request has expired after 72 hours.',
};
const MEANWHILE: InBoth = {
  de: 'An diesem Zeitraum hat sich eben etwas geändert; bitte nachsehen, wie er jetzt steht.',
  en: 'Something of this period has just changed; please look how it stands now.',
};
const GONE: InBoth = {
  de: 'Wer darum gebeten hat, ist nicht mehr im Amt, oder es wurde schon veröffentlicht; bitte neu darum bitten.',
  en: 'Whoever asked for it is no longer in office, or something was released; please ask for it anew.',
};
const RELEASED: InBoth = {
  de: 'Aus diesem Zeitraum ist schon veröffentlicht; für Korrekturen wird er nach der Freigabe wieder geöffnet.',
  en: 'The period has a release already; it is opened for corrections once it is released again.',
};
