/** What was granted: an office puts, tries and reads back its own. */
import { Body, Controller, Get, Headers, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { county } from '../access/place.ts';
import { replacedBy } from '../collection/preconditions.ts';
import { questionBody } from '../collection/report.controller.ts';
import { DryRun } from '../collection/report.dto.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { schemeId } from '../rules/scheme.ts';
import { HandIn, type HandedIn, revisionsIn, tagOf } from './hand-in.ts';
import { OutcomePlace, OutcomesAnswer, OutcomesBody, StoredOutcomesBody } from './outcome.dto.ts';

@ApiTags('outcomes')
@Controller('v1/counties/:county/outcomes/:period')
export class OutcomeController {
  constructor(private readonly handIn: HandIn) {}

  /** An office hands in what was granted, for all its bodies; with ?dryRun=true the same walk, stored nowhere. */
  @Put()
  @Act('outcome.submit', county)
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
      'ETag of what this corrects, as it came, also weakened by a proxy. `*`: only where something stands.',
  })
  @ApiHeader({ name: 'if-none-match', required: false, description: '`*`: only where nothing stands yet.' })
  @ApiHeader({
    name: 'kanon-confirm',
    required: false,
    description:
      'Something unusual is so: `confirm` of the answer that asked about this very body, not older than ten minutes.',
  })
  @ApiCreatedResponse({ type: OutcomesAnswer, description: 'The first outcomes of this office and period.' })
  @ApiOkResponse({ type: OutcomesAnswer, description: 'A correction, the same again, or a dry run.' })
  async submit(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: OutcomePlace,
    @Query() query: DryRun,
    @Body() body: OutcomesBody,
    @Headers('if-match') ifMatch?: string,
    @Headers('if-none-match') ifNoneMatch?: string,
    @Headers('kanon-confirm') confirm?: string,
  ): Promise<Answer> {
    const dryRun = query.dryRun === 'true';
    const replaces = replacedBy(ifMatch, ifNoneMatch, revisionsIn);
    return answerOf(
      at,
      await this.handIn.outcomes(
        tx,
        actor,
        { county: at.county, period: at.period, dryRun, replaces, confirm },
        body,
      ),
    );
  }

  /** The bodies that one reports for, and what is stored of them. */
  @Get()
  @Act('outcome.own', county)
  @ApiOkResponse({ type: StoredOutcomesBody })
  async read(@Key() tx: Tx, @By() actor: Actor, @Param() at: OutcomePlace): Promise<Answer> {
    const { scheme, policy, bodies, standing } = await this.handIn.own(tx, actor, at);
    const body: StoredOutcomesBody = {
      county: at.county,
      period: at.period,
      scheme: schemeId(scheme),
      policy: policy.number,
      bodies: bodies.map((code) => {
        const stored = standing.get(code);
        return {
          body: code,
          revision: stored?.revision ?? null,
          revisionNumber: stored?.revisionNumber ?? null,
          reportedAt: stored?.reportedAt.toISOString() ?? null,
          stored: stored?.isReadable ? stored.outcome : null,
        };
      }),
    };
    const revision = tagOf(standing, bodies);
    return Answer.json(body, revision === undefined ? {} : { revision });
  }
}

function answerOf(
  { county, period }: OutcomePlace,
  { outcomes, rules, questions, confirm, put, receipt }: HandedIn,
): Answer {
  const body: OutcomesAnswer = {
    county,
    period,
    outcome: put?.outcome ?? 'checked',
    revision: put?.revision ?? null,
    revisionNumber: put?.revisionNumber ?? null,
    reportedAt: put?.reportedAt.toISOString() ?? null,
    stored: outcomes,
    rules,
    questions: questions.map(questionBody),
    confirm: confirm ?? null,
    receipt: receipt ?? null,
  };
  return Answer.json(body, {
    status: put?.isFirst === true ? 201 : 200,
    ...(put ? { revision: put.revision } : {}),
  });
}
