/** What is left to confirm about a report: asked, perhaps answered, and never stored. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { check, type CheckContext } from '../rules/check.ts';
import { finding, type Finding, questionsIn } from '../rules/finding.ts';
import { dependsOnLast } from '../rules/plausible.ts';
import type { Report } from '../rules/report.ts';
import { schemeId } from '../rules/scheme.ts';
import { type AskedBack, Confirmations } from './confirmation.ts';
import { ReportStore, type Wanted } from './report.store.ts';

/** Either nothing, or what has to be confirmed and the token that does so. */
export interface Left {
  readonly questions: readonly Finding[];
  readonly confirm: string | undefined;
}

const NOTHING: Left = { questions: [], confirm: undefined };

@Injectable()
export class Plausibility {
  constructor(
    private readonly reports: ReportStore,
    private readonly confirmations: Confirmations,
  ) {}

  /**
   * body     as it was sent: places are those of its sender
   * context  of the rules; the school's last report is added here, and read only where it could matter
   * token    what the sender confirms with, if at all
   * throws   confirmation-refused where the token is for something else, or nobody asked
   */
  async left(
    tx: Tx,
    wanted: Wanted,
    body: Report,
    context: CheckContext,
    token: string | undefined,
  ): Promise<Left> {
    const { tenant, school, period, report, reporter: account } = wanted;
    const last = dependsOnLast(report, context.policy)
      ? await this.reports.lastTotal(tx, tenant, school, period, schemeId(context.scheme))
      : null;
    const questions = questionsIn(check(body, { ...context, last }));
    const asked = (against: number | null): AskedBack => ({
      tenant,
      account,
      school,
      period,
      report,
      questions: questionsIn(check(report, { ...context, last: against })),
    });
    // The last report may have grown since the question, perhaps by this very one on its way a second time.
    if (token !== undefined && [last, 0].some((against) => this.confirmations.holds(token, asked(against))))
      return NOTHING;
    const left: Left =
      questions.length > 0 ? { questions, confirm: this.confirmations.give(asked(last)) } : NOTHING;
    if (token === undefined) return left;
    throw problems.confirmationRefused(left.confirm === undefined ? [UNASKED] : left.questions, left.confirm);
  }
}

const UNASKED = finding('plausible', '', {
  cause: 'unasked',
  reason: {
    de: 'Zu dieser Meldung ist nichts zu bestätigen. Bitte ohne Bestätigung senden.',
    en: 'Nothing about this report has to be confirmed. Please send it without a confirmation.',
  },
});
