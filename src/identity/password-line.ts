/**
 * The line of passwords that wait for a core. Hashing one costs as much as a request a hundred times over, so strangers
 * never have all cores, and who signed in from here before waits in a line of their own.
 */

type Turn = () => void;

export class PasswordLine {
  private readonly running = { known: 0, unknown: 0 };
  private readonly waiting: Record<'known' | 'unknown', Turn[]> = { known: [], unknown: [] };
  private sinceUnknown = 0;
  private readonly forUnknown: number;

  /**
   * cores   hashes made at once
   * longest  who waits in each of the two lines at most
   */
  constructor(
    private readonly cores: number,
    private readonly longest: number,
  ) {
    this.forUnknown = Math.max(1, cores - 1);
  }

  hasRoom(isKnown: boolean): boolean {
    return this.waiting[isKnown ? 'known' : 'unknown'].length < this.longest;
  }

  /** Runs work when it is its turn. */
  async run<T>(isKnown: boolean, work: () => Promise<T>): Promise<T> {
    const which = isKnown ? 'known' : 'unknown';
    if (this.waiting[which].length > 0 || !this.mayRun(which))
      await new Promise<void>((resolve) => this.waiting[which].push(resolve));
    else this.running[which] += 1;
    try {
      return await work();
    } finally {
      this.running[which] -= 1;
      this.next();
    }
  }

  private mayRun(which: 'known' | 'unknown'): boolean {
    const { known, unknown } = this.running;
    return known + unknown < this.cores && (which === 'known' || unknown < this.forUnknown);
  }

  /** The known first, but every fourth turn is of the unknown: someone's first sign-in comes to its end too. */
  private next(): void {
    for (;;) {
      const order: ('known' | 'unknown')[] =
        this.sinceUnknown >= FAIR ? ['unknown', 'known'] : ['known', 'unknown'];
      const which = order.find((one) => this.waiting[one].length > 0 && this.mayRun(one));
      if (which === undefined) return;
      this.sinceUnknown = which === 'known' ? this.sinceUnknown + 1 : 0;
      this.running[which] += 1;
      this.waiting[which].shift()?.();
    }
  }
}

const FAIR = 3;
