/** Token buckets: so much at once, and so much more with each second. In the memory of one process. */

export interface Policy {
  /** Most at once. */
  readonly burst: number;
  /** Filled up again, a second. */
  readonly rate: number;
}

/** How a bucket stands after something was taken, or was not. */
export interface Standing {
  readonly isAllowed: boolean;
  /** What is left. */
  readonly left: number;
  /** Whole seconds until one may be taken where none is left, else until it is full. */
  readonly wait: number;
}

/** Buckets remembered at once; one that was not used for long is full, so the oldest is forgotten without harm. */
const REMEMBERED = 10_000;

export class Buckets {
  private readonly used = new Map<string, { readonly level: number; readonly at: number }>();

  constructor(private readonly policy: Policy) {}

  /** Takes one for `whose`; takes none where there is none. Milliseconds by a clock that only goes on. */
  take(whose: string, now = performance.now()): Standing {
    const level = this.levelOf(whose, now);
    const isAllowed = level >= 1;
    if (isAllowed) this.put(whose, level - 1, now);
    return this.standing(isAllowed, isAllowed ? level - 1 : level);
  }

  /** Takes more afterwards, as far as there is any: what was asked turned out to cost so much. */
  charge(whose: string, more: number, now = performance.now()): void {
    this.put(whose, Math.max(0, this.levelOf(whose, now) - more), now);
  }

  /** How it stands, without taking. */
  look(whose: string, now = performance.now()): Standing {
    const level = this.levelOf(whose, now);
    return this.standing(level >= 1, level);
  }

  private standing(isAllowed: boolean, level: number): Standing {
    const { burst, rate } = this.policy;
    const missing = isAllowed ? burst - level : 1 - level;
    return { isAllowed, left: Math.floor(level), wait: Math.max(1, Math.ceil(missing / rate)) };
  }

  private levelOf(whose: string, now: number): number {
    const { burst, rate } = this.policy;
    const known = this.used.get(whose);
    return known ? Math.min(burst, known.level + ((now - known.at) / 1000) * rate) : burst;
  }

  private put(whose: string, level: number, now: number): void {
    this.used.delete(whose);
    // A Map keeps the order of insertion, so the first key is the one that was not used for the longest.
    if (this.used.size >= REMEMBERED) this.used.delete(this.used.keys().next().value ?? '');
    this.used.set(whose, { level, at: now });
  }
}
