/** A share of what all use: so many at once, the others in a line that ends somewhere. */
import { problems } from '../foundation/problem.ts';

export class Share {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * most     at once
   * longest  in line
   */
  constructor(
    private readonly most: number,
    private readonly longest: number,
  ) {}

  get isIdle(): boolean {
    return this.running === 0;
  }

  /** Waits for a place; what leaves it again may be called more than once. Throws too-many-requests where the line is full. */
  async enter(): Promise<() => void> {
    if (this.running < this.most) this.running += 1;
    else if (this.waiting.length >= this.longest) throw problems.tooManyRequests(1);
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    };
  }
}
