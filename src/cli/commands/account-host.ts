/** `kanon account approve|recover --on-host`: the host stands for the second person while fewer than two administer. */
import { HostSecond, isReason } from '../../identity/host-second.ts';
import { addressWithCode } from '../../identity/letter-words.ts';
import type { Boot } from '../../operations/boot.ts';
import { EXIT } from '../terminal/failure.ts';
import { say } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { ACCOUNT_WORDS } from '../words/account-words.ts';
import { type Desk, momentIn } from '../words/words.ts';
import { isId } from './account.ts';
import { administer } from './administer.ts';
import { operatorIn } from './administrator.ts';

export interface HostOptions {
  readonly reason?: string;
  readonly operator?: string;
  /** Of recover: takes the second factor away in place of the password. */
  readonly factor?: true;
}

/** Approves a request, or opens a privileged account anew; the code is shown once, at a terminal. */
export async function accountOnHost(
  what: string,
  of: string | undefined,
  { reason, operator, factor }: HostOptions,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const words = ACCOUNT_WORDS[desk.lang];
  if (of === undefined || (what !== 'approve' && what !== 'recover')) throw new Usage(words.hostUse);
  if (what === 'approve' && (!isId(of) || factor))
    throw new Usage(isId(of) ? words.hostUse : words.notRequest);
  if (reason === undefined || !isReason(reason)) throw new Usage(words.reason);
  if (!process.stdout.isTTY) throw new Usage(words.codeNeedsTerminal);
  await administer(boot, operatorIn(operator, desk), desk, async ({ app, settings }, host) => {
    const second = app.get(HostSecond);
    const { account, handed } =
      what === 'approve'
        ? await second.approve(host, of, reason)
        : await second.recover(host, of, factor ? 'factor' : 'reset', reason);
    say(words.given(account.name));
    if (!handed) return;
    say(words.address(addressWithCode(settings.publicUrl, handed.code)));
    say(words.code(handed.code));
    say(words.codeUntil(account.name, momentIn(desk, handed.endsAt.toISOString())));
  });
  return EXIT.done;
}
