/** Nothing is sent before somebody has said yes: to what is unusual about a report, and to sending it at all. */
import type { ReportAnswer } from '../../collection/report.dto.ts';
import { Refused } from './api.ts';
import { isAtTerminal, saysYes } from './ask.ts';
import { EXIT, Failure } from './failure.ts';
import { remark } from './terminal.ts';
import type { Desk } from './words.ts';

export interface ConfirmOptions {
  /** Whatever is unusual is so. */
  readonly confirm?: true;
  /** Send without asking. */
  readonly yes?: true;
}

export interface Answered {
  readonly body: ReportAnswer;
  readonly etag: string | undefined;
}

/** Sends the report once: as a dry run, or with the token of what was confirmed. */
export type Send = (how: {
  readonly dryRun?: true;
  readonly confirm?: string | null | undefined;
}) => Promise<Answered>;

interface Question {
  readonly reason: Readonly<Record<'de' | 'en', string>>;
}

/** Throws a Failure where somebody says no, or nobody is there to say yes: then nothing is stored. */
export async function sendConfirmed(send: Send, options: ConfirmOptions, desk: Desk): Promise<Answered> {
  if (isAtTerminal() && !(options.confirm && options.yes)) {
    const { body } = await send({ dryRun: true });
    await confirmAll(body.questions, options, desk);
    if (!options.yes) await demandYes(desk.words.sendNow, desk);
    return send({ confirm: body.confirm });
  }
  try {
    return await send({});
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'confirmation-needed') throw error;
    await confirmAll(error.findings, options, desk);
    return send({ confirm: error.confirm });
  }
}

async function confirmAll(
  questions: readonly Question[],
  { confirm }: ConfirmOptions,
  desk: Desk,
): Promise<void> {
  const { lang, words } = desk;
  const sentences = questions.map(({ reason }) => reason[lang]);
  if (sentences.length === 0) return;
  if (!confirm && !isAtTerminal())
    throw new Failure([words.nobodyToAsk, ...sentences, words.howToConfirm], EXIT.unconfirmed);
  for (const sentence of sentences) {
    remark(confirm ? `${words.confirmed} ${sentence}` : sentence);
    if (!confirm) await demandYes(words.isItSo, desk);
  }
}

async function demandYes(question: string, desk: Desk): Promise<void> {
  if (!(await saysYes(question, desk))) throw new Failure([desk.words.notStored]);
}
