/** `kanon log`: how far the access log is signed, and how a new one begins where the old may not be signed any more. */
import { Sequencer } from '../../audit/sequencer.ts';
import { Witnesses } from '../../audit/witnesses.ts';
import { readSettings } from '../../foundation/settings.ts';
import { type Boot, bootOn } from '../../operations/boot.ts';
import { EXIT } from '../terminal/failure.ts';
import {
  folderTakesNothing,
  HOST,
  LOG_SIGNS,
  logEntries,
  logStrays,
  logWitness,
  signsLate,
} from '../words/host-words.ts';
import { type ServiceOptions, serviceOf, signIn } from '../service/sign-in.ts';
import { say } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

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
  const service = serviceOf(options, desk);
  await signIn(service, { ...options, account }, desk);
  await service.post('/v1/access-log/reopening');
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
    if (refusal) say(`refuses  ${refusal.code}: ${refusal.sentence[lang]}`);
    else if (folderFault !== undefined) say(folderTakesNothing(folderFault)[lang]);
    else if (state === 'late') say(signsLate(Math.round(lag))[lang]);
    else say(LOG_SIGNS[lang]);
    return state === 'signing' ? EXIT.done : EXIT.failed;
  } finally {
    await running.stop();
  }
}
