/** Periods as the administration keeps them: opened, their days changed before the first report, prolonged, withdrawn while empty. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import type { PeriodKey } from '../rules/period.ts';
import { NEWEST_POLICY } from '../rules/policy.ts';
import { PERIOD_STAYS, type PeriodOutcome } from './period-change.ts';
import { Periods } from './periods.ts';
import { type NewPeriod, Reference } from './reference.ts';

export interface PeriodDays {
  /** First and last day for reports, `YYYY-MM-DD`. */
  readonly opensOn: string;
  readonly closesOn: string;
}

type AskedPeriod = Omit<NewPeriod, 'policy'> & { readonly policy: number | undefined };

@Injectable()
export class PeriodKeeping {
  constructor(
    private readonly periods: Periods,
    private readonly reference: Reference,
  ) {}

  /**
   * Opens a period under the newest policy. Another one would be one person's choice of how well counts are protected; a
   * policy changes with the program alone, from the next period on. Throws conflict.
   */
  async open(tx: Tx, admin: Actor, { policy, ...period }: AskedPeriod): Promise<void> {
    if (policy !== undefined && policy !== NEWEST_POLICY.number)
      throw problems.conflict({ what: NOT_NEWEST });
    await this.reference.openIn(tx, admin, { ...period, policy: NEWEST_POLICY.number });
  }

  /** Sets both days, before the first report. Throws bad-request for a last day gone by, not-found, conflict. */
  async changeDays(tx: Tx, admin: Actor, period: PeriodKey, days: PeriodDays): Promise<PeriodDays> {
    note(tx, { object: { opens: days.opensOn, closes: days.closesOn } });
    await this.noteOldDays(tx, admin, period);
    done(await this.periods.changeDays(tx, period, days));
    return days;
  }

  /** Sets a later last day, while the period is open. Throws as above. */
  async prolong(tx: Tx, admin: Actor, period: PeriodKey, closesOn: string): Promise<PeriodDays> {
    note(tx, { object: { closes: closesOn } });
    const { opensOn } = await this.noteOldDays(tx, admin, period);
    note(tx, { object: { opens: opensOn } });
    done(await this.periods.prolong(tx, period, closesOn));
    return { opensOn, closesOn };
  }

  /** Takes a period away on which nothing hangs, neither a report nor a change of participation. Throws not-found, conflict. */
  async withdraw(tx: Tx, admin: Actor, period: PeriodKey): Promise<void> {
    const { opensOn, closesOn } = await this.periods.progress(tx, admin.tenant, period);
    note(tx, { object: { opens: opensOn, closes: closesOn } });
    done(await this.periods.withdraw(tx, period));
  }

  private async noteOldDays(tx: Tx, { tenant }: Actor, period: PeriodKey): Promise<PeriodDays> {
    const { opensOn, closesOn } = await this.periods.progress(tx, tenant, period);
    note(tx, { object: { oldOpens: opensOn, oldCloses: closesOn } });
    return { opensOn, closesOn };
  }
}

function done(outcome: PeriodOutcome): void {
  if (outcome === 'done') return;
  if (outcome === 'unknown') throw problems.notFound();
  if (outcome === 'past') throw problems.badRequest([GONE_BY]);
  throw problems.conflict({ what: PERIOD_STAYS[outcome] });
}

const NOT_NEWEST = {
  de: `Ein neuer Zeitraum beginnt mit der neuesten Schutzregel, der mit der Nummer ${NEWEST_POLICY.number}; eine andere wählt niemand allein.`,
  en: `A new period opens under the newest policy, number ${NEWEST_POLICY.number}; nobody chooses another one alone.`,
};
const GONE_BY = {
  rule: 'closes-on',
  pointer: '/closesOn',
  reason: {
    de: 'closesOn ist ein Tag, der noch nicht vorbei ist.',
    en: 'closesOn must be a day that has not passed.',
  },
};
