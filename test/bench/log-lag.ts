/** How soon an entry is signed for at full load, and what a read costs with its entry and without. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inRepository, MAIN, type Server } from '../setup/children.ts';
import type { Row } from './log-row.ts';
import type { Options } from './options.ts';
import { compare, Generator } from './pairs.ts';
import { openScene } from './scene.ts';
import { serverOf, TYPESCRIPT } from './service.ts';
import { inWords, quantile } from './statistics.ts';
import { readSummaries } from './works.ts';

const CONNECTIONS = 16;
/** Milliseconds. */
const GOAL = 5000;
const POLL = 20;

/** A signed head, and when it was first seen, in milliseconds since 1970. */
interface SeenHead {
  readonly size: number;
  readonly at: number;
}

/**
 * Milliseconds from each entry to the first head over it that was seen, ascending. An entry's time is taken
 * before its commit and a head's after, so both only make it longer.
 *
 * throws  an Error if an entry was never signed for
 */
export function lagsOf(
  entries: readonly { index: number; at: number }[],
  heads: readonly SeenHead[],
): Float64Array {
  let next = 0;
  const sorted = [...entries].sort((one, other) => one.index - other.index);
  const lags = sorted.map(({ index, at }) => {
    while (next < heads.length && heads[next]!.size <= index) next++;
    const head = heads[next];
    if (!head) throw new Error('an entry was never signed for');
    return head.at - at;
  });
  return Float64Array.from(lags).sort();
}

export async function lag(options: Options): Promise<Row[]> {
  const scene = await openScene();
  const servers: Server[] = [];
  const generator = new Generator();
  const client = new pg.Client({ connectionString: scene.database.superUrl });
  try {
    await client.connect();
    const ours = await serverOf(scene, 'kanon', MAIN);
    servers.push(ours);
    const reading = { name: 'with', work: await readSummaries(scene, ours.port) };
    await generator.measure(reading, CONNECTIONS, options.warmUp);
    const begin = Date.now();
    const heads: SeenHead[] = [];
    const load = new AbortController();
    const look = async (): Promise<void> => {
      const { rows } = await client.query<{ size: number | null }>(
        `SELECT max(size)::float8 AS size FROM log_checkpoint`,
      );
      const size = rows[0]?.size ?? 0;
      if (size > (heads.at(-1)?.size ?? -1)) heads.push({ size, at: Date.now() });
    };
    const watching = (async () => {
      while (!load.signal.aborted || (await waiting(client)) > 0) {
        await look();
        await pause(POLL);
      }
      await look();
    })();
    const seconds = options.rounds * options.seconds;
    const { perSecond } = await generator.measure(reading, CONNECTIONS, seconds);
    const end = Date.now();
    load.abort();
    await watching;
    const { rows: entries } = await client.query<{ index: number; at: number }>(
      `SELECT n.index::float8 AS index, extract(epoch FROM e.at)::float8 * 1000 AS at
       FROM log_node n JOIN access_entry e ON e.tenant = n.tenant AND e.id = n.entry
       WHERE n.level = 0 AND e.at BETWEEN to_timestamp($1::float8 / 1000) AND to_timestamp($2::float8 / 1000)`,
      [begin, end],
    );
    const lags = lagsOf(entries, heads);
    const p99 = quantile(lags, 0.99);
    // The control: the same entries, had the sequencer signed but once in ten seconds.
    const rare = heads.filter((_, at) => at % 10 === 9 || at === heads.length - 1);
    const late = quantile(lagsOf(entries, rare), 0.99);

    const without = await serverOf(scene, 'without-log', [
      ...TYPESCRIPT,
      inRepository('test/bench/without-log.ts'),
    ]);
    servers.push(without);
    const bare = { name: 'without', work: await readSummaries(scene, without.port) };
    const { ratio } = await compare(generator, [reading, bare], CONNECTIONS, options);
    return [
      {
        what: `from an entry to its signed checkpoint, p99 (p50, longest) of ${entries.length}, at ${perSecond.toFixed(0)} reads/s`,
        figure: `${say(p99)} (${say(quantile(lags, 0.5))}, ${say(lags.at(-1)!)})`,
        goal: 'at most 5 s',
        reached: p99 <= GOAL,
        control: `with nine of ten heads left out: ${say(late)}`,
      },
      {
        what: 'read with / without its entry, 16 connections',
        figure: inWords(ratio, 2),
        goal: 'at least 0.7',
        reached: ratio.median >= 0.7,
        control: 'one wrong answer ends the run (`control`)',
      },
    ];
  } finally {
    generator.end();
    for (const server of servers) await server.end();
    await client.end();
    await scene.end();
  }
}

const say = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** Entries that no checkpoint vouches for yet. */
async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ waiting: number }>(
    `SELECT ((SELECT count(*) FROM log_pending) + (SELECT max(size) FROM log_tree)
             - coalesce((SELECT max(size) FROM log_checkpoint), 0))::float8 AS waiting`,
  );
  return rows[0]!.waiting;
}
