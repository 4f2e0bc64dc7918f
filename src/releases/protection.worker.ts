/** The thread in which protection runs: one table in, a word after each round, one answer out, and it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { highsSolver } from '../foundation/highs.ts';
import { failureOf, type WorkerMessage } from './protection-answer.ts';
import { protectTable } from '../tables/protection.ts';
import type { TableInput } from '../tables/table.ts';

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function answer(): Promise<WorkerMessage> {
  try {
    const protection = protectTable(workerData as TableInput, await highsSolver(), () =>
      say({ status: 'round' }),
    );
    return { status: 'done', protection };
  } catch (error) {
    return { status: 'failed', failure: failureOf(error) };
  }
}

say(await answer());
