/** How far long work has come: one line on standard error that draws itself anew, and nothing where that is no terminal. */

const WIDTH = 30;
/** Milliseconds between two drawings. */
const PACE = 100;
const CLEAR = '\r\u001b[K';

export class Progress {
  private readonly begin = performance.now();
  private readonly timer: NodeJS.Timeout | undefined;
  private share: string | undefined;

  constructor(private readonly title: string) {
    if (!process.stderr.isTTY) return;
    this.timer = setInterval(() => this.draw(), PACE).unref();
    this.draw();
  }

  /** So many of so many are done. */
  readonly to = (done: number, of: number): void => {
    const full = Math.floor((WIDTH * done) / of);
    this.share = done < of ? `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${done}/${of}` : undefined;
  };

  /** Prints past the line. */
  readonly past = (print: () => void): void => {
    if (this.timer) process.stderr.write(CLEAR);
    print();
    if (this.timer) this.draw();
  };

  end(): void {
    if (!this.timer) return;
    clearInterval(this.timer);
    process.stderr.write(CLEAR);
  }

  private draw(): void {
    const seconds = Math.floor((performance.now() - this.begin) / 1000);
    process.stderr.write(`${CLEAR}${this.title} ${this.share ?? '…'}  ${seconds} s`);
  }
}
