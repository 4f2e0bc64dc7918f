/** One process of the built service, as a service manager keeps it: whenever it ends it is started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRepository, MAIN } from '../setup/children.ts';

/** Milliseconds that a manager waits before it starts a process again that ended by itself. */
const PAUSE = 200;
/** Of the clock that Linux counts the time of processes by, in a second. */
const TICKS = 100;

export interface Keeper {
  readonly port: number;
  readonly url: string;
  /** Starts since the first. */
  readonly starts: number;
  signal(name: NodeJS.Signals): void;
  /** Seconds of a processor that the process has used since its start; Linux. */
  processorTime(): number;
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
    signal(name) {
      child.kill(name);
    },
    processorTime() {
      const status = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
      const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS;
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
