/** `kanon settings`: how a service is set, as its administration may read it; no secret is among it. */
import { type AccountOptions, serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { SETTING_WORDS } from '../words/setting-words.ts';
import type { Desk } from '../words/words.ts';

export interface SettingsOptions extends AccountOptions {
  readonly json?: true;
}

export async function showSettings(options: SettingsOptions, desk: Desk): Promise<number> {
  const words = SETTING_WORDS[desk.lang];
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  const { body } = await service.get('/v1/settings');
  if (options.json) {
    sayJson(body);
    return EXIT.done;
  }
  const rows = body.settings.map(({ name, value, isSecret, from }) => [
    name,
    isSecret ? words.secret : String(value ?? '–'),
    words.from[from],
  ]);
  for (const line of tableLines(words.head, rows, ['left', 'left', 'left'])) say(line);
  return EXIT.done;
}
