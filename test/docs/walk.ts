/** Walks: the commands of a document run one after the other, and its answers are what comes back. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fences, pathOf } from './markdown.ts';

const MAIN = pathOf('dist/program/main.js');
const END_OF_BLOCK = '== end of a block ==';
/** Milliseconds; the tour waits for a release, which does not come where protection fails, and comes late on a busy machine. */
const PATIENCE = 300_000;

/** One block of commands and what the page shows for it. */
export interface Stop {
  readonly commands: string;
  readonly shown: string;
}

/** Each bash block with the block of answers behind it, where there is one. */
export function stopsOf(walk: string): Stop[] {
  const blocks = fences(walk);
  return blocks.flatMap(({ language, text }, at): Stop[] => {
    if (language !== 'bash') return [];
    const next = blocks[at + 1];
    return [{ commands: text, shown: next && next.language !== 'bash' ? next.text : '' }];
  });
}

/** What differs from run to run: ids, times, keys, the port, the length of the log, and the period, which is the quarter of the day. */
const steady = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'TIME')
    .replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/g, 'TIME')
    .replace(/\d{1,2} [A-Z][a-z]{2,3} \d{4}, \d{2}:\d{2}/g, 'TIME')
    .replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, 'KEY')
    .replace(/(http:\/\/)?(localhost|127\.0\.0\.1):\d+/g, 'URL')
    .replace(/places \d+ to \d+: \d+ entries, (\d+) erased; checkpoints verified: \d+/g, 'PLACES, $1 erased')
    .replace(/20\d{2}-Q[1-4]/g, 'PERIOD');

/** Answers without their layout: JSON values one after the other, or else lines of prose. */
export function answersOf(text: string): unknown {
  const answers: unknown[] = [];
  let open = '';
  for (const line of steady(text).trim().split('\n')) {
    open += `${line}\n`;
    try {
      answers.push(JSON.parse(open));
      open = '';
    } catch {
      // The value goes on in the next line, or there is none.
    }
  }
  return open === '' ? answers : steady(text).trim().split(/\s+/);
}

/**
 * Runs all blocks in one bash, as a person would in one window; what each of them said.
 *
 * prepare  puts into the folder where they run what a person would have there
 */
export async function walk(
  stops: readonly Stop[],
  env: Readonly<Record<string, string>>,
  prepare: (folder: string) => Promise<unknown>,
): Promise<string[]> {
  const folder = await mkdtemp(`${tmpdir()}/kanon-test-walk-`);
  await prepare(folder);
  const script = [
    'set -eu -o pipefail; exec 2>&1',
    // npx would look for kanon in the folder it is called from, which is not the checkout here.
    `npx() { [ "$1" = kanon ]; shift; "${process.execPath}" "${MAIN}" "$@"; }`,
    ...stops.map(({ commands }) => `${commands}\necho; echo '${END_OF_BLOCK}'`),
  ].join('\n');
  try {
    const bash = spawn('bash', ['-c', script], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    // The whole group, or what bash started would go on and hold its output open.
    const timer = setTimeout(() => process.kill(-Number(bash.pid), 'SIGKILL'), PATIENCE);
    let said = '';
    for (const stream of [bash.stdout, bash.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(bash, 'close')) as [number | null];
    clearTimeout(timer);
    if (code !== 0) throw new Error(`the walk ended with ${code ?? 'no more patience'}:\n${said}`);
    return said.split(END_OF_BLOCK).slice(0, -1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
