/** The clock of the database, which all processes share, and how far ours is from it. */
import { logFailure } from '../http/log.ts';

/** Milliseconds by which clocks may differ before somebody should look. */
const TOLERATED = 60_000;

/** This process's clock is wrong, or the server's. What is stored has the time of the server. */
class ClockDiffers extends Error {
  override name = 'ClockDiffers';
  readonly code = 'clock-differs';
}

export class ServerClock {
  private seconds = 0;

  /** Whole seconds by which our clock is at least ahead of the server's, negative where behind; 0 within a minute. */
  get difference(): number {
    return this.seconds;
  }

  /**
   * Holds one answer of the server against our clock.
   *
   * sent, received  milliseconds since 1970 by our clock, before the question and after the answer: however slow the
   *                 way, or if this process was paused, the server's time lies between them where the clocks agree
   */
  look(sent: number, server: Date, received: number): void {
    const [ahead, behind] = [sent - server.getTime(), server.getTime() - received];
    const before = this.seconds;
    if (ahead > TOLERATED) this.seconds = Math.floor(ahead / 1000);
    else this.seconds = behind > TOLERATED ? -Math.floor(behind / 1000) : 0;
    // Said once, not at each transaction.
    if (this.seconds !== 0 && before === 0) logFailure(new ClockDiffers('our clock is not the server’s'));
  }
}
