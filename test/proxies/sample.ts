/** The sample configurations of docs/proxies.md, run as they stand there but for addresses, passwords and folders. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { between, fences, readDoc } from '../docs/markdown.ts';

/** The one fenced block between the markers of this name. */
export async function sample(name: string): Promise<string> {
  const text = between(await readDoc('docs/proxies.md'), `<!-- ${name} -->`, `<!-- /${name} -->`);
  const [fence, more] = fences(text);
  if (!fence || more) throw new Error(`docs/proxies.md must have one block between the markers ${name}`);
  return fence.text;
}

/** Replaces words of a sample; throws where one is not in it, since then the sample says something else. */
export function put(text: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the sample does not hold "${from}"`);
    return changed.replaceAll(from, to);
  }, text);
}

/** A describe block over a program of Debian; without it, one visibly skipped test that names it. */
export function describeWith(program: string, title: string, body: () => void): void {
  if (spawnSync('sh', ['-c', `command -v ${program}`]).status === 0) {
    describe(title, body);
    return;
  }
  describe(title, () => {
    it.skip(`needs ${program} (apt-get install pgbouncer haproxy nginx-light)`, () => {});
  });
}

export interface Proxy {
  readonly process: ChildProcess;
  end(): Promise<void>;
}

/** Writes its configuration, starts it in the foreground, and waits until it listens; throws with what it said. */
export async function startProxy(
  folder: string,
  file: string,
  configuration: string,
  port: number,
  command: (path: string) => readonly [string, ...string[]],
): Promise<Proxy> {
  const path = join(folder, file);
  await writeFile(path, configuration);
  const [program, ...args] = command(path);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  const ended = once(child, 'exit');
  const end = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      // Its workers end with it, which they would not after a SIGKILL.
      child.kill('SIGTERM');
      await ended;
    }
  };
  for (const until = Date.now() + 20_000; Date.now() < until; await sleep(50)) {
    if (child.exitCode !== null) break;
    if (await listens(port)) return { process: child, end };
  }
  await end();
  throw new Error(`${program} does not listen:\n${said}`);
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
