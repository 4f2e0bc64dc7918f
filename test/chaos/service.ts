/** One process of the built service, as a service manager keeps it: whenever it ends it is started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRepository, MAIN } from '../bench/children.ts';

/** Milliseconds that a manager waits before it starts a process again that ended by itself. */
const PAUSE = 200;

export interface Keeper {
  readonly port: number;
  readonly url: string;
  /** Starts since the first. */
  readonly starts: number;
  signal(name: NodeJS.Signals): void;
  /** Whether it has been started and not ended since. */
  readonly isUp: boolean;
  /** SIGTERM, the end awaited, and no start any more. */
  end(): Promise<void>;
}

/**
 * Starts and keeps it. Its output goes to the file `log`.
 *
 * change  name of a change in change-program.mjs that makes the program worse, or other limits
 */
export function keep(
  port: number,
  env: Readonly<Record<string, string>>,
  log: string,
  changes: readonly string[],
): Keeper {
  let child: ChildProcess;
  let starts = 0;
  let stopping = false;
  const changing = changes.length > 0 ? ['--import', inRepository('test/chaos/change-program.mjs')] : [];
  const launch = (): void => {
    const out = openSync(log, 'a');
    child = spawn(process.execPath, [...changing, ...MAIN], {
      env: {
        PATH: process.env['PATH'] ?? '',
        PORT: String(port),
        ...env,
        KANON_TEST_CHANGES: changes.join(','),
      },
      stdio: ['ignore', out, out],
    });
    closeSync(out);
    starts += 1;
    child.once('exit', () => void again());
  };
  const again = async (): Promise<void> => {
    const { signalCode } = child;
    if (signalCode === null) await sleep(PAUSE);
    if (!stopping) launch();
  };
  // Nothing of ours outlives us.
  const last = (): void => void child.kill('SIGKILL');
  process.once('exit', last);
  launch();
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    get starts() {
      return starts - 1;
    },
    get isUp() {
      return child.exitCode === null && child.signalCode === null;
    },
    signal(name) {
      child.kill(name);
    },
    async end() {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGCONT');
        child.kill('SIGTERM');
        await ended;
      }
      process.off('exit', last);
    },
  };
}
