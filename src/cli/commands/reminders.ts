/** `kanon reminders`: whether the own mailbox is reminded of periods. */
import { type AccountOptions, serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { OWN_WORDS } from '../words/own-words.ts';
import type { Desk } from '../words/words.ts';

export interface RemindersOptions extends AccountOptions {
  readonly json?: true;
}

export async function reminders(what: string, options: RemindersOptions, desk: Desk): Promise<number> {
  const words = OWN_WORDS[desk.lang];
  if (!['show', 'on', 'off'].includes(what)) throw new Usage(words.remindersUse);
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  const { body } =
    what === 'show'
      ? await service.get('/v1/reminders')
      : await service.put('/v1/reminders', { body: { wanted: what === 'on' } });
  if (options.json) sayJson(body);
  else say(words.reminders(body.wanted, body.hasMailbox));
  return EXIT.done;
}
