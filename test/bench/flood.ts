/** A flood beside a measurement: a thread of its own, so that the one who measures is not held up by who floods. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { quantile } from './statistics.ts';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Answers by status, 0 where the connection broke. */
export type Counts = Readonly<Record<string, number>>;

/** Runs work while the others ask on so many connections; what work gave, and how they were answered. */
export async function beside<T>(
  port: number,
  connections: number,
  asks: readonly Ask[],
  work: () => Promise<T>,
): Promise<{ done: T; counts: Counts }> {
  const worker = new Worker(new URL('flood-worker.mjs', import.meta.url), {
    workerData: { port, connections, asks },
  });
  const told = once(worker, 'message');
  await pause(1_000);
  const done = await work();
  worker.postMessage('over');
  const [counts] = (await told) as [Counts];
  await worker.terminate();
  return { done, counts };
}

export interface Sample {
  readonly status: number;
  readonly milliseconds: number;
}

/** One after the other for so many seconds. */
export async function probe(
  port: number,
  seconds: number,
  ask: (i: number) => Ask,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    const { method, path, headers, body } = ask(samples.length);
    const begun = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    await answer.arrayBuffer();
    samples.push({ status: answer.status, milliseconds: performance.now() - begun });
  }
  return samples;
}

export const at = (samples: readonly Sample[], share: number): number =>
  quantile(
    samples.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b),
    share,
  );

export const countsInWords = (counts: Counts): string =>
  Object.entries(counts)
    .map(([status, times]) => `${times.toLocaleString('en-US')} × ${status}`)
    .join(', ');
