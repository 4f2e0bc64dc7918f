/** Slows down guessing: after ten wrong passwords an account rests for a while. */

const TRIES = 10;
const REST = 15 * 60 * 1000;
/** Accounts remembered at once; beyond that the oldest is forgotten. */
const REMEMBERED = 10_000;

export class Throttle {
  private readonly taken = new Map<string, { readonly tries: number; readonly until: number }>();

  /** Takes a try, before the password is looked at, since guesses may come all at once; false where none is left. */
  take(account: string, now = Date.now()): boolean {
    const tries = this.triesOf(account, now);
    if (tries >= TRIES) return false;
    this.remember(account, tries + 1, now);
    return true;
  }

  /** The try could not be made, so it does not count. */
  giveBack(account: string, now = Date.now()): void {
    this.remember(account, Math.max(0, this.triesOf(account, now) - 1), now);
  }

  succeeded(account: string): void {
    this.taken.delete(account);
  }

  private triesOf(account: string, now: number): number {
    const entry = this.taken.get(account);
    return entry && entry.until > now ? entry.tries : 0;
  }

  private remember(account: string, tries: number, now: number): void {
    this.taken.delete(account);
    if (this.taken.size >= REMEMBERED) this.taken.delete(this.taken.keys().next().value ?? '');
    this.taken.set(account, { tries, until: now + REST });
  }
}
