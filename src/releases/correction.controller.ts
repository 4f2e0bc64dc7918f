/** Corrections of a released period: open it again, and see which of them wait. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { period } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { pageOf } from '../foundation/http/page.ts';
import { KeptCorrections, KeptQuery, ReopenBody } from './correction.dto.ts';
import { PeriodPlace, PeriodStateBody } from './release.dto.ts';
import { Reopening } from './reopening.ts';

const USUAL_PAGE = 500;

@ApiTags('releases')
@Controller('v1/periods/:period/corrections')
export class CorrectionController {
  constructor(private readonly reopening: Reopening) {}

  /**
   * A released period takes reports again. What was released stays; a new release needs a freeze and a
   * second person as the first did, so one disclosure officer may do this alone.
   */
  @Post()
  @HttpCode(200)
  @Act('period.reopen', period)
  @ApiProblems(409)
  async reopen(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: PeriodPlace,
    @Body() { until }: ReopenBody,
  ): Promise<PeriodStateBody> {
    await this.reopening.reopen(tx, actor, at.period, until);
    return { period: at.period, state: 'open', failure: null };
  }

  /**
   * Schools whose correction waits, by number, a page at a time: with it, the releases together would tell what a few of them
   * changed.
   */
  @Get()
  @Act('correction.list', period)
  async kept(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: PeriodPlace,
    @Query() { after, limit = USUAL_PAGE }: KeptQuery,
  ): Promise<KeptCorrections> {
    const found = await this.reopening.kept(tx, actor, at.period, { after: after ?? '', limit });
    const { page, next } = pageOf(found, limit, (school) => school);
    return { period: at.period, kept: [...page], next };
  }
}
