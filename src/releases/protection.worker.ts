/** The thread in which protection runs: one table in, one answer out, and it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { highsSolver } from '../foundation/highs.ts';
import { failureOf, type WorkerAnswer } from './protection-answer.ts';
import { protectTable } from './protection.ts';
import type { TableInput } from './table.ts';

async function answer(): Promise<WorkerAnswer> {
  try {
    return { status: 'done', protection: protectTable(workerData as TableInput, await highsSolver()) };
  } catch (error) {
    return { status: 'failed', failure: failureOf(error) };
  }
}

parentPort?.postMessage(await answer());
