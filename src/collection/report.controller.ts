/** Reports of schools: put, try, read back. */
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { school } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { Collect, type Collected, ruleVersions } from './collect.ts';
import { DryRun, ReportAnswer, ReportBody, ReportPlace, StoredReportBody } from './report.dto.ts';

@ApiTags('reports')
@Controller('v1/schools/:school/reports/:period')
export class ReportController {
  constructor(private readonly collect: Collect) {}

  /** A school hands in its counts; with ?dryRun=true the same walk, stored nowhere. */
  @Put()
  @Act('report.submit', school)
  @ApiProblems(422)
  @ApiCreatedResponse({ type: ReportAnswer, description: 'The first report of this school and period.' })
  @ApiOkResponse({ type: ReportAnswer, description: 'A correction, the same report again, or a dry run.' })
  async submit(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: ReportPlace,
    @Query() query: DryRun,
    @Body() body: ReportBody,
  ): Promise<Answer> {
    const place = placeOf(at);
    return answerOf(at, await this.collect.report(tx, actor, { ...place, dryRun: query.dryRun === 'true' }, body));
  }

  /** What is stored of this school and period. */
  @Get()
  @Act('report.read', school)
  @ApiOkResponse({ type: StoredReportBody })
  async read(@Key() tx: Tx, @By() actor: Actor, @Param() at: ReportPlace): Promise<Answer> {
    const place = placeOf(at);
    const { report, revision } = await this.collect.stored(tx, actor, place.school, place.period);
    const body: StoredReportBody = {
      school: at.school,
      period: at.period,
      revision: revision.revision,
      revisionNumber: revision.revisionNumber,
      reportedAt: revision.reportedAt.toISOString(),
      stored: report,
    };
    return Answer.json(body, { revision: revision.revision });
  }
}

/** The address as keys; the pipe has held it to their forms. */
const placeOf = (at: ReportPlace) => ({ school: at.school as SchoolNumber, period: at.period as PeriodKey });

function answerOf(at: ReportPlace, { report, warnings, put }: Collected): Answer {
  const body: ReportAnswer = {
    school: at.school,
    period: at.period,
    outcome: put?.outcome ?? 'checked',
    revision: put?.revision ?? null,
    revisionNumber: put?.revisionNumber ?? null,
    reportedAt: put?.reportedAt.toISOString() ?? null,
    stored: report,
    rules: ruleVersions,
    warnings: [...warnings],
  };
  const isFirst = put?.outcome === 'stored' && put.revisionNumber === 1;
  return Answer.json(body, { status: isFirst ? 201 : 200, ...(put ? { revision: put.revision } : {}) });
}
