/** Tells somebody outside of every new checkpoint. Nothing waits for it, and nothing depends on it. */
import { logFailure } from '../foundation/http/log.ts';

/** Milliseconds for one answer. */
const PATIENCE = 10_000;

export class CheckpointWebhook {
  private next: string | undefined;
  private sending: Promise<void> | undefined;
  private readonly ending = new AbortController();
  private failed = false;

  constructor(private readonly url: string | undefined) {}

  /** Whether the last one arrived; undefined where nobody is told. Of this process alone. */
  get state(): 'ok' | 'failing' | undefined {
    if (this.url === undefined) return undefined;
    return this.failed ? 'failing' : 'ok';
  }

  /** Sends a note, one at a time: of those that come meanwhile only the newest. One that failed is not sent again. */
  tell(note: string): void {
    if (this.url === undefined || this.isEnding()) return;
    this.next = note;
    this.sending ??= this.sendAll(this.url).finally(() => {
      this.sending = undefined;
    });
  }

  /** What is on its way is given up. */
  async end(): Promise<void> {
    this.ending.abort();
    await this.sending;
  }

  private isEnding(): boolean {
    return this.ending.signal.aborted;
  }

  private async sendAll(url: string): Promise<void> {
    while (this.next !== undefined && !this.isEnding()) {
      const note = this.next;
      this.next = undefined;
      try {
        await send(url, note, AbortSignal.any([this.ending.signal, AbortSignal.timeout(PATIENCE)]));
        this.failed = false;
      } catch (error) {
        // Said once, not every second.
        if (!this.failed && !this.isEnding()) logFailure(error);
        this.failed = true;
      }
    }
  }
}

async function send(url: string, note: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: note,
    // It goes where the operator said, and nowhere else.
    redirect: 'error',
    signal,
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error('the webhook did not take the checkpoint');
}
