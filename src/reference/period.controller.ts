/** Keeping periods: the administration opens, changes, prolongs and withdraws them. */
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { period } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { PeriodKeeping } from './period-keeping.ts';
import {
  KeptPeriodBody,
  KeptPeriodPlace,
  NewPeriodBody,
  PeriodDaysBody,
  ProlongBody,
  WithdrawnPeriodBody,
} from './period.dto.ts';

@ApiTags('administration')
@Controller('v1/periods/:period')
export class PeriodController {
  constructor(private readonly keeping: PeriodKeeping) {}

  /** Opens a period under the newest policy: its scheme, and the days on which reports are taken. */
  @Put()
  @HttpCode(201)
  @Act('period.open', period)
  @ApiProblems([
    409,
    'It is there already, another period counts the same consultations, or the policy is not the newest.',
  ])
  async open(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: KeptPeriodPlace,
    @Body() { policy, scheme, opensOn, closesOn }: NewPeriodBody,
  ): Promise<KeptPeriodBody> {
    await this.keeping.open(tx, actor, { key: at.period, scheme, policy, opensOn, closesOn });
    return { period: at.period, opensOn, closesOn };
  }

  /** Changes the days of a period in which nobody has reported. */
  @Post('days')
  @HttpCode(200)
  @Act('period.change', period)
  @ApiProblems([409, 'Somebody has reported, or it is frozen or released.'])
  async change(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: KeptPeriodPlace,
    @Body() { opensOn, closesOn }: PeriodDaysBody,
  ): Promise<KeptPeriodBody> {
    return {
      period: at.period,
      ...(await this.keeping.changeDays(tx, actor, at.period, { opensOn, closesOn })),
    };
  }

  /** Takes reports for longer: a later last day, while the period is open. */
  @Post('prolongation')
  @HttpCode(200)
  @Act('period.prolong', period)
  @ApiProblems([409, 'The day is no later one, or the period is frozen or released.'])
  async prolong(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: KeptPeriodPlace,
    @Body() { closesOn }: ProlongBody,
  ): Promise<KeptPeriodBody> {
    return { period: at.period, ...(await this.keeping.prolong(tx, actor, at.period, closesOn)) };
  }

  /** Takes away a period that was opened by mistake, while nobody has reported in it; the access log still names it. */
  @Post('withdrawal')
  @HttpCode(200)
  @Act('period.withdraw', period)
  @ApiProblems([409, 'Something hangs on it: a report, a changed participation, a release.'])
  async withdraw(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: KeptPeriodPlace,
  ): Promise<WithdrawnPeriodBody> {
    await this.keeping.withdraw(tx, actor, at.period);
    return { period: at.period, state: 'withdrawn' };
  }
}
