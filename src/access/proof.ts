/** What a session has to have proved before an act: a second factor where the role works with one, and lately where much hangs on it. */
import { problems } from '../foundation/problem.ts';
import type { Actor } from './actor.ts';
import { type ActName, rightOf } from './rights.ts';

/** Seconds for which the last proof of who somebody is counts as fresh. */
const FRESH = 5 * 60;
/** How a session of the demo says that nobody is asked for a second factor there. */
export const OF_DEMO = 'demo';
/** How a session says that it was begun with two factors, or one that is as good (RFC 8176). */
export const TWO_FACTORS = 'mfa';

/**
 * Asks nothing of what comes without a token: the system, and whoever sits at the host.
 *
 * throws  second-factor-missing, step-up-needed
 */
export function mustHaveProved(actor: Actor, act: ActName, now = Date.now()): void {
  if (actor.token === undefined) return;
  const { isOpenToAll, isGrave } = rightOf(act);
  if (actor.lacksFactor && !isOpenToAll) throw problems.secondFactorMissing();
  if (!isGrave || actor.amr?.includes(OF_DEMO)) return;
  const age = now / 1000 - (actor.provedAt ?? 0);
  // Clocks of two processes differ by parts of a second.
  if (age > FRESH || age < -FRESH) throw problems.stepUpNeeded();
}
