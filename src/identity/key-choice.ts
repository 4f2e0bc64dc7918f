/** Which of the registered keys signs now, and which still tell what was signed: pure, by the clock of the database. */
import type { RegisteredKey } from './key-register.store.ts';

/** Seconds by which a token of the older key may outlive the first use of the next one, beside its own life. */
const LATE = 60;

/** Where a key stands. */
export type KeyState = 'used' | 'next' | 'checked' | 'over' | 'retired';

/** The one that signs now: the newest whose time has come; where that was retired before the next one's time, the next. */
export function inUse(keys: readonly RegisteredKey[]): RegisteredKey | undefined {
  const standing = keys.filter(({ retiredAt }) => retiredAt === null);
  return standing.findLast(hasBegun) ?? standing[0];
}

const hasBegun = ({ usedFrom, asOf }: RegisteredKey): boolean => usedFrom <= asOf;

/** life  seconds for which something signed with such a key is to be checked; for good where there is no end */
export function stateOf(key: RegisteredKey, keys: readonly RegisteredKey[], life = Infinity): KeyState {
  if (key.retiredAt !== null) return 'retired';
  const used = inUse(keys);
  if (!used || key.number === used.number) return 'used';
  if (key.number > used.number) return 'next';
  const next = keys.find(({ number }) => number > key.number);
  const until = (next?.usedFrom.getTime() ?? 0) + (life + LATE) * 1000;
  return until > key.asOf.getTime() ? 'checked' : 'over';
}
