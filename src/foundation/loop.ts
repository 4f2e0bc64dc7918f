/** Background work that comes again: one round after the other, a pause between them, until the service stops. */
import { logFailure } from './http/log.ts';

export class Loop {
  private readonly ending = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  /** What the last round failed of, as the log was told. */
  private told: string | undefined;

  /**
   * round  does all that waits; a long one looks at `stopping` between two of its steps
   * pace   milliseconds from the end of a round to the beginning of the next
   */
  constructor(
    private readonly round: () => Promise<unknown>,
    private readonly pace: number,
  ) {}

  /** It is aborted once the service stops. */
  get stopping(): AbortSignal {
    return this.ending.signal;
  }

  /** The first round comes after one pause. What a person must mend is in the log once, not with every round. */
  start(): void {
    if (this.stopping.aborted) return;
    this.timer = setTimeout(() => {
      void this.now()
        .catch((error: unknown) => {
          const failure = codeOf(error);
          if (failure !== this.told) logFailure(error);
          this.told = failure;
        })
        .then(() => {
          this.start();
        });
    }, this.pace);
  }

  /** One more round, once the one that runs has ended. Throws what it fails of. */
  now(): Promise<void> {
    const next = this.running.then(async () => {
      await this.round();
      this.told = undefined;
    });
    this.running = next.catch(() => undefined);
    return next;
  }

  /** No round begins by itself any more; resolves when the one that runs has ended. */
  async end(): Promise<void> {
    this.ending.abort();
    clearTimeout(this.timer);
    await this.running;
  }
}

/** What tells one failure from another; two of a kind are one line of the log. */
export const codeOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
};
