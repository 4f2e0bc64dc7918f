/** How many entries a second the sequencer numbers, hashes and signs, on a PostgreSQL with fsync. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/foundation/database/migrate.ts';
import { append, EMPTY_EDGE, rootOf } from '../../src/merkle/edge.ts';
import { isSame } from '../../src/merkle/hash.ts';
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { openLog } from '../audit/log-scene.ts';
import { sha256 } from '../merkle/primitives.ts';
import { markedFolder } from '../setup/sweep.ts';
import type { Row } from './log-row.ts';
import type { Options } from './options.ts';
import { inWords, spreadOf } from './statistics.ts';

const GOAL = 20_000;
/** Entries that wait at once, as after some minutes without a leader. */
const WAITING = 100_000;

/** Throws where the head it leaves is not the one over the leaves in the database. */
export async function sequencing({ rounds, cases }: Options): Promise<Row> {
  const folder = await markedFolder(tmpdir());
  const server = await startEmbeddedPostgres({ dir: folder });
  await migrate(server.ownerUrl);
  const scene = await openLog(server.serviceUrl, join(folder, 'kanon'));
  const client = new pg.Client({ connectionString: server.superUrl });
  await client.connect();
  try {
    const sequencer = scene.sequencer();
    await sequencer.sequence();
    const waiting = Math.min(WAITING, 100 * cases);
    const speeds: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await client.query(
        `INSERT INTO access_entry (tenant, id, at, action, decision, leaf_key, leaf)
         SELECT '05', gen_random_uuid(), clock_timestamp(), 'report.read', 'allowed', sha256('key'), sha256(g::text::bytea)
         FROM generate_series($1::bigint, $2::bigint) g`,
        [round * waiting + 1, (round + 1) * waiting],
      );
      const begin = performance.now();
      await sequencer.sequence();
      speeds.push((waiting * 1000) / (performance.now() - begin));
      console.error(`  ${speeds.at(-1)!.toFixed(0)} entries/s`);
    }
    const { rows } = await client.query<{ hash: Buffer }>(
      `SELECT hash FROM log_node WHERE level = 0 ORDER BY index`,
    );
    const { rows: heads } = await client.query<{ root: Buffer; size: number; signed: number }>(
      `SELECT root, size::int, (SELECT max(size)::int FROM log_checkpoint) AS signed FROM log_tree`,
    );
    const head = heads[0]!;
    const leaves = rows.map(({ hash }) => hash);
    const isRoot = (of: readonly Buffer[]): boolean =>
      isSame(rootOf(sha256, append(sha256, EMPTY_EDGE, of).edge), head.root);
    if (leaves.length !== rounds * waiting || head.signed !== head.size || !isRoot(leaves))
      throw new Error('the sequencer left another head than that of its leaves');
    if (isRoot([leaves[1]!, leaves[0]!, ...leaves.slice(2)]))
      throw new Error('the control held two leaves for one');
    const speed = spreadOf(speeds);
    return {
      what: `numbered and signed, entries/s, ${rounds} × ${waiting.toLocaleString('en-US')} that wait`,
      figure: inWords(speed),
      goal: 'at least 20,000',
      reached: speed.median >= GOAL,
      control: 'two leaves swapped give another root',
    };
  } finally {
    await client.end();
    await scene.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
