/** Servers under test, each a process of its own, with its output in a file as under a service manager. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Seconds from the start of the process to its first answer. */
  readonly seconds: number;
  /** SIGTERM to the process and its children, and the end awaited. */
  end(): Promise<void>;
}

export interface Launch {
  readonly command?: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  /** Address that answers 200 once the server is ready. */
  readonly ready: string;
  /** File for all that it says. */
  readonly log: string;
  readonly cwd?: string;
  /** Seconds to wait for the first answer. */
  readonly patience?: number;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Full path of a file of this repository. */
export const inRepository = (path: string): string => root + path;

/** The built service as `npm start` runs it. */
export const MAIN: readonly string[] = ['--enable-source-maps', inRepository('dist/program/main.js')];

/** Starts it and waits for its first answer; throws with the last lines that it said where none comes. */
export async function startServer(launch: Launch): Promise<Server> {
  const { command = process.execPath, args, env, port, log, cwd = root, patience = 60 } = launch;
  const begin = performance.now();
  const out = openSync(log, 'w');
  const child = spawn(command, [...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', PORT: String(port), ...env },
    stdio: ['ignore', out, out],
    detached: true, // a group of its own: npm and its children end together
  });
  closeSync(out);
  const kill = (): void => void signal(child, 'SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').then(() => true);
  const end = async (): Promise<void> => {
    if (signal(child, 'SIGTERM')) await ended;
    process.off('exit', kill);
  };
  while (performance.now() - begin < patience * 1000) {
    if (await answers(`http://127.0.0.1:${port}${launch.ready}`))
      return { pid: child.pid!, port, seconds: (performance.now() - begin) / 1000, end };
    if (await Promise.race([ended, pause(10, false)])) break;
  }
  await end();
  throw new Error(`no answer from ${args.join(' ')}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false; // nothing listens yet
  }
}

/** Whether there was still somebody to send it to. */
function signal({ pid, exitCode, signalCode }: ChildProcess, name: NodeJS.Signals): boolean {
  if (pid === undefined || exitCode !== null || signalCode !== null) return false;
  process.kill(-pid, name);
  return true;
}
