/** Processes that are stopped or killed at a named step, and woken again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pause } from './service.ts';

const SRC = new URL('../../src/', import.meta.url);

/** The names of all steps in these files or folders of `src`, so that one added later is tried too. */
export async function stepsIn(...places: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const place of places) {
    const at = new URL(place, SRC);
    const files = place.endsWith('.ts')
      ? [at]
      : (await readdir(at)).map((name) => new URL(`${place}/${name}`, SRC));
    for (const file of files)
      for (const [, name] of (await readFile(file, 'utf8')).matchAll(/\bstep\('([^']+)'\)/g))
        found.add(name!);
  }
  return [...found];
}

/** Every second one, from the first; all with KANON_TEST_STOPS=all. */
export const halfOf = (steps: readonly string[]): string[] =>
  steps.filter((_, at) => at % 2 === 0 || process.env['KANON_TEST_STOPS'] === 'all');

export interface StoppedProcess {
  /** Sends one line to its stdin. */
  tell(line: string): void;
  /** The next line that it says on stdout. */
  says(): Promise<string>;
  /** Waits until it stands still, or has been killed, at its step; throws what it said where it ended otherwise. */
  reached(): Promise<void>;
  wake(): void;
  /** SIGKILL, and the end awaited. */
  end(): Promise<void>;
}

/** Runs a TypeScript file of the tests in a process of its own; `stopAt` as `foundation/step.ts` reads it. */
export function runToStep(
  file: URL,
  args: readonly string[],
  stopAt: string,
  env: Record<string, string> = {},
): StoppedProcess {
  const script = `
    import { register } from 'node:module';
    register(${JSON.stringify(new URL('run-typescript.mjs', import.meta.url).href)});
    await import(${JSON.stringify(file.href)});`;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...args], {
    env: { PATH: process.env['PATH'], KANON_TEST_STOP_AT: stopAt, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let wrong = '';
  child.stderr!.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  const lines: string[] = [];
  createInterface(child.stdout!).on('line', (line) => lines.push(line));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isSo())) {
      if (hasEnded() && !(await isSo()))
        throw new Error(
          `the process ended (${child.signalCode ?? child.exitCode}) before ${stopAt}:\n${wrong}`,
        );
      await pause(10);
    }
  }
  return {
    tell: (line) => void child.stdin!.write(`${line}\n`),
    async says() {
      await until(() => lines.length > 0);
      return lines.shift()!;
    },
    async reached() {
      const isKill = stopAt.startsWith('kill:');
      await until(() => wrong.includes('step ') || lines.length > 0);
      if (!wrong.includes('step ')) throw new Error(`the process went on past ${stopAt}: ${lines.join()}`);
      await until(async () => (isKill ? child.signalCode === 'SIGKILL' : isStopped(child.pid!)));
    },
    wake: () => void child.kill('SIGCONT'),
    async end() {
      if (hasEnded()) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** The letter after the name of the program, proc(5). */
const isStopped = async (pid: number): Promise<boolean> => {
  const stat = await readFile(join('/proc', String(pid), 'stat'), 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
};
