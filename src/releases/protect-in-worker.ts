/** Runs protection in a thread of its own, so that the server goes on answering. */
import { Worker } from 'node:worker_threads';
import { errorOf, ProtectionFailed, type WorkerMessage } from './protection-answer.ts';
import type { Protection } from '../tables/protection.ts';
import type { TableInput } from '../tables/table.ts';

/** Megabytes of JavaScript objects; the solver's own memory stands beside them. */
const MEMORY = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 };

/** Node cannot load TypeScript into a thread; from the sources, the built file is used. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/src/releases/protection.worker.js', import.meta.url)
  : new URL('./protection.worker.js', import.meta.url);

/**
 * input    is copied to the thread
 * signal   ends the thread and rejects
 * onRound  called after each round of the search
 * returns  the table and, for disclosure officers, internal figures
 * throws   UnusableInput, ContradictoryProblem, NoSafePattern as `protectTable` does; ProtectionFailed with
 *          `memory`, `fault` or `aborted`. The thread has ended when the promise settles.
 */
export async function protectInWorker(
  input: TableInput,
  { signal, onRound }: { readonly signal?: AbortSignal; readonly onRound?: () => void } = {},
): Promise<Protection> {
  if (signal?.aborted) throw new ProtectionFailed('aborted');
  const worker = new Worker(WORKER, { workerData: input, resourceLimits: MEMORY, execArgv: [], env: {} });
  const settled = new AbortController();
  try {
    const answer = await new Promise<Exclude<WorkerMessage, { status: 'round' }>>((resolve, reject) => {
      const abort = (): void => reject(new ProtectionFailed('aborted'));
      signal?.addEventListener('abort', abort, { once: true, signal: settled.signal });
      worker.on('message', (message: WorkerMessage) => {
        if (message.status === 'round') onRound?.();
        else resolve(message);
      });
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(new ProtectionFailed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault')),
      );
      worker.once('exit', () => reject(new ProtectionFailed('fault')));
    });
    if (answer.status === 'failed') throw errorOf(answer.failure);
    return answer.protection;
  } finally {
    settled.abort();
    await worker.terminate();
  }
}
