/** All reports of a period, and whose hands they passed through: what a release is made of. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { Accounts } from '../identity/accounts.ts';
import type { PeriodKey } from '../rules/period.ts';
import { reportOfRow } from '../rules/report-row.ts';
import type { Report } from '../rules/report.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { type Hand, PeriodReportStore } from './period-report.store.ts';

@Injectable()
export class PeriodReports {
  constructor(
    private readonly store: PeriodReportStore,
    private readonly accounts: Accounts,
  ) {}

  /** Reports that stand, by school; one that was sent back and not corrected counts as missing. */
  async standing(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
  ): Promise<{ school: SchoolNumber; report: Report }[]> {
    const rows = await this.store.standing(tx, tenant, period);
    return rows.map((row) => ({ school: row.school, report: reportOfRow(row) }));
  }

  /**
   * Who put or read a report of which school in this period, in any revision; providers left out, for they are
   * processors and know what their schools know. `account` stands for the human where one has several accounts.
   */
  async hands(tx: Tx, tenant: string, period: PeriodKey): Promise<Hand[]> {
    const hands = await this.store.hands(tx, tenant, period);
    const people = await this.accounts.people(tx, tenant, [...new Set(hands.map(({ account }) => account))]);
    return hands
      .filter(({ account }) => people.get(account)?.role !== 'provider')
      .map(({ account, school }) => ({ account: people.get(account)?.person ?? account, school }));
  }
}
