/** Which refused sign-ins get an entry of their own: a guesser must not fill the log, nor read from its size who has an account. */

/** Names that get an entry in one minute; sign-ins refused beyond that are counted only. */
const MOST = 20;
/** Milliseconds in which further refusals of a name join its first one. */
const MINUTE = 60_000;

export class Refusals {
  private minute = 0;
  private names = new Set<string>();

  /** Whether this is the first refusal of the name in this minute, and one of the first names. It never asks whose name it is. */
  isFirst(name: string, now = Date.now()): boolean {
    const minute = Math.floor(now / MINUTE);
    if (minute !== this.minute) [this.minute, this.names] = [minute, new Set()];
    if (this.names.has(name) || this.names.size >= MOST) return false;
    this.names.add(name);
    return true;
  }

  /** No entry could be written, so the next refusal is the first one again. */
  forget(name: string): void {
    this.names.delete(name);
  }
}
