/** Many reports in one request, from case software and those who report for several schools. */
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { LinesAsBody } from '../foundation/http/large-body.ts';
import { REPORTS_BYTES } from '../rules/reports-file.ts';
import { questionBody } from './report.controller.ts';
import { type FiledOutcome, ReportImport } from './report-import.ts';
import {
  type ImportedReportBody,
  ImportedReportsBody,
  ReportImportQuery,
  ReportsBody,
} from './report-import.dto.ts';

@ApiTags('reports')
@Controller('v1/imports')
export class ReportImportController {
  constructor(private readonly imports: ReportImport) {}

  /**
   * Reports of many schools, each by the rules of a single one, with a receipt and an entry of its own. What stands there
   * already is not changed, so the same file may be sent again. A line that cannot be read refuses the whole file.
   */
  @Post('reports')
  @HttpCode(200)
  @LinesAsBody(REPORTS_BYTES)
  @Act('report.import', everywhere)
  @ApiConsumes('application/x-ndjson', 'text/csv')
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  @ApiProblems([422, 'A line cannot be read or, with atomic, a report is refused; nothing was stored.'])
  async reports(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Query() query: ReportImportQuery,
    @Body() { reports }: ReportsBody,
  ): Promise<ImportedReportsBody> {
    const way = { dryRun: query.dryRun === 'true', atomic: query.atomic === 'true' };
    const items = (await this.imports.take(tx, actor, reports, way)).map(itemBody);
    const many = (wanted: string): number => items.filter(({ outcome }) => outcome === wanted).length;
    return {
      ...way,
      read: items.length,
      ...{ stored: many('stored'), unchanged: many('unchanged') },
      ...{ checked: many('checked'), refused: many('refused') },
      reports: items,
    };
  }
}

const itemBody = ({
  filed: { line, school, period },
  problem,
  put,
  receipt,
  questions,
  confirm,
}: FiledOutcome): ImportedReportBody => ({
  line,
  school,
  period,
  outcome: problem ? 'refused' : (put?.outcome ?? 'checked'),
  problem: problem?.code ?? null,
  findings: (problem?.body.findings ?? []).map((finding) => ({ ...finding })),
  revision: put?.revision ?? null,
  revisionNumber: put?.revisionNumber ?? null,
  reportedAt: put?.reportedAt.toISOString() ?? null,
  questions: questions.map(questionBody),
  confirm: confirm ?? problem?.body.confirm ?? null,
  receipt: receipt ?? null,
});
