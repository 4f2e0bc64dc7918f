/** The built service as a process of its own, as an operator runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/program/main.js', import.meta.url));

export interface Service {
  readonly process: ChildProcess;
  readonly url: string;
  /** Folder of keys and embedded data; deleted by `end`. */
  readonly data: string;
  /** All it has said so far, on both streams. */
  output(): string;
  /** Exit code once it has ended. */
  ended: Promise<number | null>;
  /** SIGTERM, then waits and deletes its data. */
  end(): Promise<number | null>;
}

/** Starts it with exactly these settings, in English where they name no language; does not wait until it answers. */
export async function launch(env: Record<string, string>, args: readonly string[] = []): Promise<Service> {
  const data = env['KANON_DATA'] ?? (await mkdtemp(`${tmpdir()}/kanon-test-service-`));
  const port = env['PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      LANG: 'en_GB.UTF-8',
      KANON_DATA: data,
      PORT: port,
      // What a test asks is more than a person does.
      KANON_RATES: '1000000/1000000/1000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    process: child,
    url: `http://127.0.0.1:${port}`,
    data,
    output: () => said,
    ended,
    async end() {
      child.kill('SIGTERM');
      const code = await ended;
      await rm(data, { recursive: true, force: true });
      return code;
    },
  };
}

/** Waits until it answers; throws with what it said where it ends before. */
export async function answering(service: Service, seconds = 60): Promise<Service> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const stopped = await Promise.race([service.ended.then(() => true), pause(100).then(() => false)]);
    if (stopped) throw new Error(`the service ended:\n${service.output()}`);
    if (service.output().includes('Kanon answers at')) return service;
  }
  throw new Error(`the service did not answer within ${seconds} s:\n${service.output()}`);
}

/** What was said, but for lines on what the tests happen to run with: the age of their Node, and no texts of an operator. */
export const withoutAge = (said: string): string =>
  said
    .replace(/^kanon: Node \d+ has not been maintained since .*\n/m, '')
    .replace(/^kanon: The folder KANON_TEXTS lacks .*\n/m, '');

/** Polls until it is so; throws after a minute. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const late = Date.now() + 60_000; Date.now() < late; await pause(50))
    if (await Promise.resolve(isSo()).catch(() => false)) return;
  throw new Error('it did not come to be within a minute');
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
