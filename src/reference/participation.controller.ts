/** Who is expected in a period: the list as its opening day fixed it, and changes since, each with its reason. */
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { region, schoolOfRegion } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { pageOf } from '../foundation/http/page.ts';
import type { KeptSchool } from './participation.ts';
import {
  ChangedSchoolPlace,
  ParticipatingSchoolBody,
  ParticipationAnswer,
  ParticipationBody,
  ParticipationList,
  ParticipationPlace,
  ParticipationQuery,
} from './participation.dto.ts';
import { Participations } from './participations.ts';

const USUAL_PAGE = 500;

@ApiTags('completeness')
@Controller('v1/regions/:region/participation/:period')
export class ParticipationController {
  constructor(private readonly participations: Participations) {}

  /** The schools of a period in a region, a page at a time: who is expected, who is not, and what changed since it opened. */
  @Get()
  @Act('participation.list', region)
  async list(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: ParticipationPlace,
    @Query() { after, limit = USUAL_PAGE }: ParticipationQuery,
  ): Promise<ParticipationList> {
    const { fixedAt, schools } = await this.participations.ofPeriod(tx, actor, at, { after, limit });
    const { page, next } = pageOf(schools, limit, ({ number }) => number);
    return {
      region: at.region,
      period: at.period,
      fixedAt: fixedAt?.toISOString() ?? null,
      schools: page.map(schoolBody),
      next,
    };
  }

  /**
   * Changes whether a school is expected, while the period is open and nothing of it was released; the reason is kept
   * with the change. A school whose report stands cannot leave the period until it is sent back.
   */
  @Put(':school')
  @Act('participation.change', schoolOfRegion)
  @ApiProblems([409, 'The period or a report of the school does not allow it; the finding says which.'])
  async change(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: ChangedSchoolPlace,
    @Body() { kind, reason }: ParticipationBody,
  ): Promise<ParticipationAnswer> {
    const changed = await this.participations.changeWithin(tx, actor, at, { kind, reason });
    return { school: at.school, period: at.period, kind, changed };
  }
}

const schoolBody = ({ number, changedAt, ...school }: KeptSchool): ParticipatingSchoolBody => ({
  school: number,
  ...school,
  changedAt: changedAt?.toISOString() ?? null,
});
