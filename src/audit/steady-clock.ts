/** Whether the clock of the database can be believed when it says that the time of an entry is over. */
import type { Tx } from '../foundation/database/tx.ts';
import type { RetentionStore, SignedAt } from './retention.store.ts';

/**
 * clock-differs  the clock of this process and that of the database are more than an hour apart
 * clock-leapt    within the last week the log went on days later, or earlier, than it had stopped
 */
export type Unsteady = 'clock-differs' | 'clock-leapt';

/** Seconds by which this process may be off. */
const APART = 3_600;
/** Seconds for which a log may be silent, such as over a long weekend, without a look at the clock. */
const SILENCE = 3 * 86_400;
/** Seconds by which a checkpoint may be older than the one before it. */
const BACK = 3_600;
/** Seconds for which somebody can set a clock right before anything is erased by it. */
const PATIENCE = 7 * 86_400;
/** Checkpoints read at once; a busy log has some two hundred thousand a week. */
const PAGE = 2_000;

/** Why nothing may be erased just now; undefined where the clock went on evenly for a week. */
export async function unsteadiness(
  tx: Tx,
  store: RetentionStore,
  tenant: string,
  /** Seconds by which our clock is ahead of the database's. */
  difference: number,
): Promise<Unsteady | undefined> {
  if (Math.abs(difference) > APART) return 'clock-differs';
  const now = await store.now(tx);
  let later = now;
  let last: SignedAt | undefined;
  for (;;) {
    const page = await store.signedBefore(tx, tenant, last, PAGE);
    for (const { at } of page) {
      if (later - at > SILENCE || at - later > BACK) return 'clock-leapt';
      later = at;
      if (later < now - PATIENCE) return undefined;
    }
    // A log that is younger than a week has leapt nowhere.
    if (page.length < PAGE) return undefined;
    last = page.at(-1);
  }
}
