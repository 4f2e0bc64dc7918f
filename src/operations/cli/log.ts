/** `kanon log`: how far the access log is signed, and how a new one begins where the old may not be signed any more. */
import { Sequencer } from '../../audit/sequencer.ts';
import { Witnesses } from '../../audit/witnesses.ts';
import { readSettings } from '../../foundation/settings.ts';
import { type Boot, bootOn } from '../boot.ts';
import { EXIT } from './failure.ts';
import {
  folderTakesNothing,
  HOST,
  LOG_REFUSALS,
  LOG_SIGNS,
  logEntries,
  logStrays,
  logWitness,
  signsLate,
} from './host-words.ts';
import { type ServiceOptions, apiAt, signIn } from './sign-in.ts';
import { say } from './terminal.ts';
import { Usage } from './usage.ts';
import type { Desk } from './words.ts';

export interface LogOptions extends ServiceOptions {
  readonly account?: string;
  readonly passwordFile?: string;
}

export async function log(
  what: string,
  more: readonly string[],
  options: LogOptions,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  if (what === 'status' && more.length === 0) return status(boot, desk);
  const { account } = options;
  if (what !== 'reopen' || more.length > 0 || account === undefined) throw new Usage(HOST.logUse[desk.lang]);
  const api = apiAt(options, desk);
  await signIn(api, { ...options, account }, desk);
  await api.json('/v1/access-log/reopening', { method: 'POST' });
  say(HOST.reopeningAsked[desk.lang]);
  return EXIT.done;
}

/** Exit code 1 where nothing is signed; what to do stands in the last line. */
async function status(boot: Boot, { lang }: Desk): Promise<number> {
  const running = await bootOn(readSettings(process.env), boot, () => undefined, true);
  try {
    const found = await running.app.get(Sequencer).status();
    if (!found) {
      say(HOST.noLogYet[lang]);
      return EXIT.done;
    }
    const { tree, waiting, strays, refusal, state, folderFault, lag } = found;
    say(`origin   ${tree.origin}`);
    say(`key      ${tree.verifierKey}`);
    say(logEntries(tree.size, tree.signed ?? 0, waiting)[lang]);
    if (strays > 0) say(logStrays(strays)[lang]);
    for (const { name, state, size } of await running.app.get(Witnesses).standings())
      say(logWitness(name, state, size ?? 0)[lang]);
    const why = refusal && (lang === 'de' ? LOG_REFUSALS[refusal.code] : refusal.message);
    if (refusal) say(`refuses  ${refusal.code}: ${why}`);
    else if (folderFault !== undefined) say(folderTakesNothing(folderFault)[lang]);
    else if (state === 'late') say(signsLate(Math.round(lag))[lang]);
    else say(LOG_SIGNS[lang]);
    return state === 'signing' ? EXIT.done : EXIT.failed;
  } finally {
    await running.stop();
  }
}
