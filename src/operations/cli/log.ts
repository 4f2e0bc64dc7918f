/** `kanon log`: how far the access log is signed, and how a new one begins where the old may not be signed any more. */
import { Sequencer } from '../../audit/sequencer.ts';
import { Witnesses } from '../../audit/witnesses.ts';
import { readSettings } from '../../foundation/settings.ts';
import { type Boot, bootOn } from '../boot.ts';
import { EXIT } from './failure.ts';
import { type ServiceOptions, apiAt, signIn } from './sign-in.ts';
import { say } from './terminal.ts';
import { Usage } from './usage.ts';
import type { Desk } from './words.ts';

export interface LogOptions extends ServiceOptions {
  readonly account?: string;
  readonly passwordFile?: string;
}

export async function log(what: string, options: LogOptions, boot: Boot, desk: Desk): Promise<number> {
  if (what === 'status') return status(boot);
  const { account } = options;
  if (what !== 'reopen' || account === undefined)
    throw new Usage('kanon log status, or kanon log reopen --account NAME.');
  const api = apiAt(options, desk);
  await signIn(api, { ...options, account }, desk);
  await api.json('/v1/access-log/reopening', { method: 'POST' });
  say(
    'Asked for. A new log begins when a second person asks too within an hour, if this one may not be signed.',
  );
  return EXIT.done;
}

/** Exit code 1 where nothing may be signed; what to do stands in the last line. */
async function status(boot: Boot): Promise<number> {
  const running = await bootOn(readSettings(process.env), boot, () => undefined, true);
  try {
    const found = await running.app.get(Sequencer).status();
    if (!found) {
      say('The log begins with the first start of the service.');
      return EXIT.done;
    }
    const { tree, waiting, strays, refusal } = found;
    say(`origin   ${tree.origin}`);
    say(`key      ${tree.verifierKey}`);
    say(`entries  ${tree.size}, signed for ${tree.signed ?? 0}, ${waiting} wait for a number`);
    if (strays > 0)
      say(`strays   ${strays} row(s) that waited were no entry and were set aside; see docs/operations.md`);
    for (const { name, state, size } of await running.app.get(Witnesses).standings())
      say(`witness  ${name}: ${state}, vouches for ${size ?? 0}`);
    say(refusal ? `refuses  ${refusal.code}: ${refusal.message}` : 'signs    yes');
    return refusal ? EXIT.failed : EXIT.done;
  } finally {
    await running.stop();
  }
}
