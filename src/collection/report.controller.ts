/** Reports of schools: put, try, read back. */
import { Body, Controller, Get, Headers, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { school } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import type { Finding } from '../rules/finding.ts';
import { Collect, type Collected } from './collect.ts';
import {
  DryRun,
  HistoryBody,
  HistoryQuery,
  PastRevisionBody,
  QuestionBody,
  ReportAnswer,
  ReportBody,
  ReportPlace,
  StoredReportBody,
} from './report.dto.ts';
import { replacedBy } from './preconditions.ts';
import type { PastRevision } from './report.store.ts';
import { RETURN_REASONS } from './return-reasons.ts';

/** Revisions of one page of a history. */
const USUAL_PAGE = 100;

@ApiTags('reports')
@Controller('v1/schools/:school/reports/:period')
export class ReportController {
  constructor(private readonly collect: Collect) {}

  /** A school hands in its counts; with ?dryRun=true the same walk, stored nowhere. */
  @Put()
  @Act('report.submit', school)
  @ApiProblems(
    [409, 'Something has to be confirmed first, or the confirmation does not hold.'],
    412,
    422,
    428,
  )
  @ApiHeader({
    name: 'if-match',
    required: false,
    description:
      'ETag of the revision that this corrects, as it came, also weakened by a proxy. `*`: only where one stands.',
  })
  @ApiHeader({ name: 'if-none-match', required: false, description: '`*`: only where nothing stands yet.' })
  @ApiHeader({
    name: 'kanon-confirm',
    required: false,
    description:
      'Something unusual is so: `confirm` of the answer that asked about this very report, not older than ten minutes.',
  })
  @ApiCreatedResponse({ type: ReportAnswer, description: 'The first report of this school and period.' })
  @ApiOkResponse({ type: ReportAnswer, description: 'A correction, the same report again, or a dry run.' })
  async submit(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: ReportPlace,
    @Query() query: DryRun,
    @Body() body: ReportBody,
    @Headers('if-match') ifMatch?: string,
    @Headers('if-none-match') ifNoneMatch?: string,
    @Headers('kanon-confirm') confirm?: string,
  ): Promise<Answer> {
    const dryRun = query.dryRun === 'true';
    const { school, period } = at;
    const wanted = { school, period, dryRun, replaces: replacedBy(ifMatch, ifNoneMatch), confirm };
    return answerOf(at, await this.collect.report(tx, actor, wanted, body));
  }

  /** Revisions by number and time, a page at a time, with the reason where one was sent back. Old numbers are gone. */
  @Get('history')
  @Act('report.history', school)
  async history(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { school, period }: ReportPlace,
    @Query() { cursor, limit = USUAL_PAGE }: HistoryQuery,
  ): Promise<HistoryBody> {
    const page = { before: cursor, limit: limit + 1 };
    const past = await this.collect.history(tx, actor, school, period, page);
    const shown = past.slice(0, limit);
    const next = past.length > limit ? (shown.at(-1)?.number ?? null) : null;
    return { school, period, revisions: shown.map(pastRevisionBody), next };
  }

  /** What is stored of this school and period. */
  @Get()
  @Act('report.read', school)
  @ApiOkResponse({ type: StoredReportBody })
  async read(@Key() tx: Tx, @By() actor: Actor, @Param() at: ReportPlace): Promise<Answer> {
    const { report, revision } = await this.collect.stored(tx, actor, at.school, at.period);
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

const pastRevisionBody = ({ number, reportedAt, reason, returnedAt }: PastRevision): PastRevisionBody => ({
  number,
  reportedAt: reportedAt.toISOString(),
  returned:
    reason && returnedAt
      ? { reason, text: RETURN_REASONS[reason], returnedAt: returnedAt.toISOString() }
      : null,
});

function answerOf(at: ReportPlace, { report, rules, questions, confirm, put, receipt }: Collected): Answer {
  const body: ReportAnswer = {
    school: at.school,
    period: at.period,
    outcome: put?.outcome ?? 'checked',
    revision: put?.revision ?? null,
    revisionNumber: put?.revisionNumber ?? null,
    reportedAt: put?.reportedAt.toISOString() ?? null,
    stored: report,
    rules,
    questions: questions.map(questionBody),
    confirm: confirm ?? null,
    receipt: receipt ?? null,
  };
  const isFirst = put?.outcome === 'stored' && put.revisionNumber === 1;
  return Answer.json(body, { status: isFirst ? 201 : 200, ...(put ? { revision: put.revision } : {}) });
}

export const questionBody = ({ rule, version, pointer, cause = '', reason }: Finding): QuestionBody => ({
  rule,
  version,
  severity: 'question',
  pointer,
  cause,
  reason,
});
