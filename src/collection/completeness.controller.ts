/** Completeness: whether schools reported, never what. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { region, schoolOfRegion } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { countiesCsv, schoolsCsv } from './completeness-csv.ts';
import {
  CompletenessPlace,
  CountyCountsList,
  FormatQuery,
  ReturnAnswer,
  ReturnBody,
  ReturnPlace,
  SchoolStatusList,
  SchoolsQuery,
} from './completeness.dto.ts';
import { Completeness } from './completeness.ts';

@ApiTags('completeness')
@Controller('v1/regions/:region')
export class CompletenessController {
  constructor(private readonly completeness: Completeness) {}

  /** How many schools reported of how many expected, county by county; the missing whose post is vacant stand apart too. */
  @Get('completeness/:period')
  @Act('completeness.counts', region)
  @ApiOkResponse({ type: CountyCountsList })
  async counts(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: CompletenessPlace,
    @Query() { format = 'json' }: FormatQuery,
  ): Promise<Answer> {
    const counties = await this.completeness.counties(tx, actor, at);
    if (format === 'json')
      return Answer.json({ region: at.region, period: at.period, counties } satisfies CountyCountsList);
    return table(countiesCsv(format, counties));
  }

  /** Which schools of a county have reported, are missing or were sent back; as CSV also the reminder list. */
  @Get('completeness/:period/schools')
  @Act('completeness.schools', region)
  @ApiOkResponse({ type: SchoolStatusList })
  async schools(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: CompletenessPlace,
    @Query() { format = 'json', status }: SchoolsQuery,
  ): Promise<Answer> {
    const all = await this.completeness.schools(tx, actor, at);
    const chosen = all.filter((school) => status === undefined || school.status === status);
    if (format !== 'json') return table(schoolsCsv(format, chosen));
    const schools = chosen.map(({ reportedAt, reason, ...school }) => ({
      ...school,
      reportedAt: reportedAt?.toISOString() ?? null,
      returnReason: reason,
    }));
    return Answer.json({ region: at.region, period: at.period, schools } satisfies SchoolStatusList);
  }

  /** Sends a school's report back; the reporter sees the reason, and the report counts as missing until it comes again. */
  @Post('reports/:period/:school/return')
  @HttpCode(200)
  @Act('report.return', schoolOfRegion)
  @ApiProblems(409)
  async sendBack(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: ReturnPlace,
    @Body() { reason }: ReturnBody,
  ): Promise<ReturnAnswer> {
    await this.completeness.sendBack(tx, actor, at, reason);
    return { school: at.school, period: at.period, reason };
  }
}

const table = (bytes: Buffer): Answer =>
  Answer.bytes(bytes, { contentType: 'text/csv; charset=utf-8; header=present' });
