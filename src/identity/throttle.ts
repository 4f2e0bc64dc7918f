/** Slows down guessing: after ten wrong passwords an account rests for a while. */

const FAILURES = 10;
const REST = 15 * 60 * 1000;
/** Accounts remembered at once; beyond that the oldest is forgotten. */
const REMEMBERED = 10_000;

export class Throttle {
  private readonly failures = new Map<string, { count: number; until: number }>();

  isResting(account: string, now = Date.now()): boolean {
    const entry = this.failures.get(account);
    return entry !== undefined && entry.until > now && entry.count >= FAILURES;
  }

  failed(account: string, now = Date.now()): void {
    const before = this.failures.get(account);
    const count = before && before.until > now ? before.count + 1 : 1;
    this.failures.delete(account);
    if (this.failures.size >= REMEMBERED) this.failures.delete(this.failures.keys().next().value ?? '');
    this.failures.set(account, { count, until: now + REST });
  }

  succeeded(account: string): void {
    this.failures.delete(account);
  }
}
