/** Taking a freeze back: asked for by one disclosure officer, confirmed by another. */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { period } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import type { PeriodProgress } from '../reference/period-progress.ts';
import { PeriodPlace } from './release.dto.ts';
import { ThawBody } from './thaw.dto.ts';
import { Thawing } from './thawing.ts';

@ApiTags('releases')
@Controller('v1/periods/:period/thaw')
export class ThawController {
  constructor(private readonly thawing: Thawing) {}

  /** Asks that a frozen period take reports again, while nothing of it is released; it expires after 72 hours. */
  @Post()
  @HttpCode(202)
  @Act('period.thaw', period)
  @ApiProblems([409, 'It is not frozen, is released or about to be, or somebody asks already.'])
  async ask(@Key() tx: Tx, @By() actor: Actor, @Param() at: PeriodPlace): Promise<ThawBody> {
    return bodyOf(at, await this.thawing.ask(tx, actor, at.period));
  }

  /** Whether somebody asks for it, and until when that holds. */
  @Get()
  @Act('period.progress', period)
  async read(@Key() tx: Tx, @By() actor: Actor, @Param() at: PeriodPlace): Promise<ThawBody> {
    return bodyOf(at, await this.thawing.read(tx, actor, at.period));
  }

  /** A second disclosure officer, another person than the one who asked, confirms it: reports come in again. */
  @Post('confirmation')
  @HttpCode(200)
  @Act('period.confirm-thaw', period)
  @ApiProblems([409, 'Nobody asks for it any more, or it is about to be released.'])
  async confirm(@Key() tx: Tx, @By() actor: Actor, @Param() at: PeriodPlace): Promise<ThawBody> {
    await this.thawing.confirm(tx, actor, at.period);
    return { period: at.period, state: 'thawed', askedAt: null, askedBy: null, endsAt: null };
  }
}

const bodyOf = (
  { period: of }: PeriodPlace,
  { thawAsked, thawAskedAt, thawAskedBy, thawEndsAt }: PeriodProgress,
): ThawBody =>
  thawAsked
    ? {
        period: of,
        state: 'asked',
        askedAt: thawAskedAt?.toISOString() ?? null,
        askedBy: thawAskedBy,
        endsAt: thawEndsAt?.toISOString() ?? null,
      }
    : { period: of, state: 'none', askedAt: null, askedBy: null, endsAt: null };
