/**
 * Refusals take turns: however many come at once, a few leave in each turn of the event loop, and what is served goes on
 * between them. So who floods waits for the next refusal, and nobody else waits for theirs.
 */
import { Injectable } from '@nestjs/common';

/** In each turn of the event loop; one costs half a millisecond. */
const PER_TURN = 4;

@Injectable()
export class RefusalPace {
  private readonly waiting: (() => void)[] = [];

  /** Throws the refusal when it is its turn. */
  async refuse(refusal: unknown): Promise<never> {
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
    throw refusal;
  }

  private next(): void {
    // They stand in the line until they are let go, so that it is known whether a turn comes already.
    for (const go of this.waiting.slice(0, PER_TURN)) go();
    this.waiting.splice(0, PER_TURN);
    if (this.waiting.length > 0) setImmediate(() => this.next());
  }
}
