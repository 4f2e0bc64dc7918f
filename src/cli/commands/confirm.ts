/** Nothing is sent before somebody has said yes: to what is unusual about a report, and to sending it at all. */
import type { Confirm, Reply } from '../../client/kanon-client.ts';
import type { Schemas } from '../../client/wire.ts';
import { isAtTerminal, saysYes } from '../terminal/ask.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { remark } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

export interface ConfirmOptions {
  /** Whatever is unusual is so. */
  readonly confirm?: true;
  /** Send without asking. */
  readonly yes?: true;
}

/** What an answer says of what is to be confirmed. */
type Asking = Pick<Schemas['ReportAnswer'], 'questions' | 'confirm'>;

/** Sends the report: as a dry run, with the token of what was confirmed, or asking when the service asks. */
export type Send<Answer extends Asking = Schemas['ReportAnswer']> = (how: {
  readonly dryRun?: true;
  readonly token?: string | null | undefined;
  readonly confirm?: Confirm;
}) => Promise<Reply<Answer>>;

interface Question {
  readonly reason: Readonly<Record<'de' | 'en', string>>;
}

/** Throws a Failure where somebody says no, or nobody is there to say yes: then nothing is stored. */
export async function sendConfirmed<Answer extends Asking>(
  send: Send<Answer>,
  options: ConfirmOptions,
  desk: Desk,
): Promise<Reply<Answer>> {
  if (isAtTerminal() && !(options.confirm && options.yes)) {
    const { body } = await send({ dryRun: true });
    await confirmAll(body.questions, options, desk);
    if (!options.yes) await demandYes(desk.words.sendNow, desk);
    return send({ token: body.confirm });
  }
  return send({
    confirm: async (questions) => {
      await confirmAll(questions, options, desk);
      return true;
    },
  });
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
