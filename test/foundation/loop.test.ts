/** Background work: it comes again, never twice at once, ends in order, and says a failure once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Loop } from '../../src/foundation/loop.ts';

/** Milliseconds between two rounds. */
const PACE = 5;

/** A promise, and what resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(1);
}

describe('a loop', () => {
  const loops: Loop[] = [];
  const loop = (round: () => Promise<unknown>): Loop => {
    const made = new Loop(round, PACE);
    loops.push(made);
    return made;
  };
  const lines: string[] = [];
  const { write } = process.stdout;
  beforeAll(() => {
    process.stdout.write = (text: string | Uint8Array): boolean => {
      lines.push(...String(text).trimEnd().split('\n'));
      return true;
    };
  });
  afterAll(() => {
    process.stdout.write = write;
  });
  beforeEach(() => {
    lines.length = 0;
  });
  afterEach(() => Promise.all(loops.splice(0).map((one) => one.end())));

  /** What the log says failed, in its order. */
  const failures = async (): Promise<string[]> => {
    await sleep(2);
    return lines.flatMap((line) => {
      const { event, code, error } = JSON.parse(line) as { event: string; code?: string; error: string };
      return event === 'failure' ? [code ?? error] : [];
    });
  };

  test('does nothing before it is started, waits one pause, and comes again', async () => {
    let rounds = 0;
    const one = loop(async () => (rounds += 1));
    await sleep(4 * PACE);
    expect(rounds).toBe(0);
    one.start();
    expect(rounds).toBe(0);
    await until(() => rounds >= 3);
  });

  test('never runs two rounds at once, whoever asks', async () => {
    let [inside, most, rounds] = [0, 0, 0];
    const one = loop(async () => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(3);
      inside -= 1;
      rounds += 1;
    });
    one.start();
    await Promise.all(Array.from({ length: 5 }, () => one.now()));
    await until(() => rounds >= 8);
    expect(most).toBe(1);
  });

  test('ends after the round that runs, and begins no other', async () => {
    const { opened, open } = gate();
    let [begun, ended] = [0, 0];
    const one = loop(async () => {
      begun += 1;
      await opened;
      ended += 1;
    });
    one.start();
    await until(() => begun === 1);
    let isOver = false;
    const over = one.end().then(() => (isOver = true));
    expect(one.stopping.aborted).toBe(true);
    await sleep(2 * PACE);
    expect(isOver).toBe(false);
    open();
    await over;
    expect(ended).toBe(1);
    one.start();
    await sleep(4 * PACE);
    expect(begun).toBe(1);
  });

  test('tells a failure once, another one too, and the same again after it had gone well', async () => {
    const ends = ['A', 'A', 'A', 'B', undefined, 'B'];
    let rounds = 0;
    const one = loop(async () => {
      const code = ends[rounds];
      rounds += 1;
      if (code !== undefined) throw Object.assign(new Error('a value that no log line may repeat'), { code });
    });
    one.start();
    await until(() => rounds >= ends.length);
    await until(() => rounds >= ends.length + 1);
    expect(await failures()).toEqual(['A', 'B', 'B']);
    expect(lines.join()).not.toContain('repeat');
  });

  test('throws what a round fails of to whoever asked for it, and goes on', async () => {
    let rounds = 0;
    const one = loop(async () => {
      rounds += 1;
      if (rounds === 1) throw new RangeError('the first');
    });
    await expect(one.now()).rejects.toThrow('the first');
    await one.now();
    expect(rounds).toBe(2);
    expect(await failures()).toEqual([]);
  });
});
