/** How far long work has come: one line on standard error that draws itself anew, and nothing where that is no terminal. */

const WIDTH = 30;
/** Milliseconds between two drawings. */
const PACE = 100;
const CLEAR = '\r\u001b[K';

export class ProgressLine {
  private readonly begin = performance.now();
  private readonly timer: NodeJS.Timeout | undefined;
  private share: string | undefined;
  private drawn = 0;

  constructor(private readonly title: string) {
    if (!process.stderr.isTTY) return;
    this.timer = setInterval(() => this.draw(), PACE).unref();
    this.draw();
  }

  /** So many of so many are done. */
  readonly to = (done: number, of: number): void => {
    const full = Math.floor((WIDTH * done) / of);
    this.share = done < of ? `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${done}/${of}` : undefined;
    this.redraw();
  };

  /** Where it stands, in words, while nobody knows how much is still to come. */
  readonly at = (state: string): void => {
    this.share = state;
    this.redraw();
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

  /** For work that never lets the timer run. */
  private redraw(): void {
    if (this.timer && performance.now() - this.drawn >= PACE) this.draw();
  }

  private draw(): void {
    this.drawn = performance.now();
    const seconds = Math.floor((this.drawn - this.begin) / 1000);
    process.stderr.write(`${CLEAR}${this.title} ${this.share ?? '…'}  ${seconds} s`);
  }
}
