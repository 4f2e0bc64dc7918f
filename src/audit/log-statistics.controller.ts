/** How often offices used the service, for auditors; off until the staff council has agreed. */
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { StatisticsBody, StatisticsQuery } from './log-statistics.dto.ts';
import { LogStatisticsStore } from './log-statistics.store.ts';
import { everywhere } from '../access/place.ts';

/** Months that one answer may span: few enough to fit into one. */
const LONGEST_SPAN = 3;

@ApiTags('access log')
@Controller('v1/access-log')
export class LogStatisticsController {
  constructor(
    private readonly store: LogStatisticsStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Accesses by office, day and action, of at most three months that are over. */
  @Get('statistics')
  @Act('log.statistics', everywhere)
  async statistics(
    @Key() tx: Tx,
    @By() { tenant }: Actor,
    @Query() { from, to }: StatisticsQuery,
  ): Promise<StatisticsBody> {
    const { logStatistics, logMonths } = this.settings;
    if (!logStatistics) throw problems.statisticsOff();
    if (from > to || to >= thisMonth() || number(to) - number(from) >= LONGEST_SPAN)
      throw problems.badRequest([SPAN]);
    return { from, to, days: await this.store.byOffice(tx, tenant, from, to, logMonths) };
  }
}

const BERLIN = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
});
const thisMonth = (): string => BERLIN.format(new Date());

/** Months since the year 0. */
const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

const SPAN = {
  rule: 'span',
  pointer: '/to',
  reason: {
    de: 'Die Spanne hat höchstens drei Monate, und der letzte ist vorbei.',
    en: 'The span holds at most three months, and the last of them is over.',
  },
};
