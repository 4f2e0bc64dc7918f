/** Looks for traces of what was sent: in every table, in PostgreSQL's files and log, in whatever bytes it is given. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { asSuperuser } from '../../src/embedded/postgres.ts';

/** The statistics that the server keeps of a table's columns, a sample of their values among them. */
export const statisticsOf = (table: string): string => `statistics of ${table}`;

/** Every table of every schema with all its rows as text, catalogues too; statistics, taken anew, under the table that they are of. */
export const rowsAsText = (superUrl: string): Promise<{ table: string; text: string }[]> =>
  asSuperuser(superUrl, async (client) => {
    const tables = await client.query<{ table: string }>(`
      SELECT format('%I.%I', n.nspname, c.relname) AS table
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm') AND c.oid <> 'pg_catalog.pg_statistic'::regclass ORDER BY 1`);
    const read = [];
    for (const { table } of tables.rows) {
      const { rows } = await client.query<{ text: string | null }>(
        `SELECT string_agg(t::text, E'\\n') AS text FROM ${table} t`,
      );
      read.push({ table, text: rows[0]?.text ?? '' });
    }
    await client.query('ANALYZE');
    const { rows: statistics } = await client.query<{ table: string; text: string }>(`
      SELECT format('%I.%I', n.nspname, c.relname) AS table, string_agg(s::text, E'\\n') AS text
      FROM pg_statistic s JOIN pg_class c ON c.oid = s.starelid JOIN pg_namespace n ON n.oid = c.relnamespace
      GROUP BY 1 ORDER BY 1`);
    for (const { table, text } of statistics) read.push({ table: statisticsOf(table), text });
    return read;
  });

/** What pg_dump makes of the database, or undefined where there is none or it is older than the server. */
export const dumpOf = (superUrl: string): Promise<string | undefined> =>
  promisify(execFile)('pg_dump', [superUrl], { maxBuffer: 100_000_000 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );

/** Every file of the cluster as it lies on disk after a checkpoint: tables, write-ahead log, server log, passwords. */
export async function* clusterFiles(superUrl: string): AsyncGenerator<{ file: string; bytes: Buffer }> {
  const folder = await asSuperuser(superUrl, async (client) => {
    await client.query('CHECKPOINT');
    const shown = await client.query<{ data_directory: string }>('SHOW data_directory');
    return dirname(shown.rows[0]!.data_directory);
  });
  yield* filesIn(folder);
}

/** Every file below a folder; one that goes while we look held nothing that stays. */
export async function* filesIn(folder: string): AsyncGenerator<{ file: string; bytes: Buffer }> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of found) {
    const file = join(entry.parentPath, entry.name);
    const bytes = entry.isFile() ? await readFile(file).catch(() => undefined) : undefined;
    if (bytes) yield { file, bytes };
  }
}

/**
 * One planting: texts and numbers that stand nowhere else, so that finding any of them tells which request it came from.
 * A count such as 4 cannot be looked for; these travel beside it, in its place, or around it.
 */
export interface Mark {
  readonly id: number;
  /** A text as somebody might type it: `Kind-PLANTED-017`. */
  readonly text: string;
  /** In the spelling of a benefit. */
  readonly code: string;
  /** In small letters, as in the name of a scheme or a header. */
  readonly word: string;
  /** Seven digits each. Side by side as int[] they make eight bytes that chance does not write. */
  readonly numbers: readonly [number, number];
}

/** The four bytes of each number end alike, and so do their seven digits begin: one search finds all of them. */
const FIRST_NUMBER = 0x6f_8c_00;
const MARKS = 128;
const NUMBER_BYTES = Buffer.from([0x8c, 0x6f, 0x00]);
const NUMBER_DIGITS = String(FIRST_NUMBER).slice(0, 4);

/** The mark of that id, 0 to 127. */
export function mark(id: number): Mark {
  if (id >= MARKS) throw new RangeError('there are no more marks');
  const digits = String(id).padStart(3, '0');
  const first = FIRST_NUMBER + 2 * id;
  return {
    id,
    text: `Kind-PLANTED-${digits}`,
    code: `PLANTED_${digits}`,
    word: `planted-${digits}`,
    numbers: [first, first + 1],
  };
}

/** Ids of all marks that left a trace in these bytes: as text, as digits, or as numbers of four bytes side by side. */
export function marksIn(bytes: Buffer | string): number[] {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const found = new Set<number>();
  for (const spelling of ['PLANTED', 'planted'])
    for (const at of placesOf(buffer, spelling)) {
      const id = /^[-_](\d{3})/.exec(buffer.toString('latin1', at + 7, at + 11))?.[1];
      if (id !== undefined) found.add(Number(id));
    }
  // Keys and digests are written in hexadecimal, where seven digits in a row come by chance; a number ends where its digits end.
  for (const at of placesOf(buffer, NUMBER_DIGITS))
    if (!isHex(buffer[at - 1]) && !isHex(buffer[at + 7]))
      addNumber(Number(buffer.toString('latin1', at, at + 7)));
  for (const at of placesOf(buffer, NUMBER_BYTES)) {
    const [one, next] = [at - 1, at + 3].map((from) =>
      from >= 0 && from + 4 <= buffer.length ? buffer.readInt32LE(from) : -1,
    );
    if (idOf(one) !== undefined && idOf(one) === idOf(next)) addNumber(one);
  }
  return [...found].sort((a, b) => a - b);

  function addNumber(number = -1): void {
    const id = idOf(number);
    if (id !== undefined) found.add(id);
  }
}

const idOf = (number = -1): number | undefined =>
  number >= FIRST_NUMBER && number < FIRST_NUMBER + 2 * MARKS ? (number - FIRST_NUMBER) >> 1 : undefined;

const isHex = (byte = 0): boolean => /[0-9a-f]/i.test(String.fromCharCode(byte));

function* placesOf(buffer: Buffer, needle: string | Buffer): Generator<number> {
  for (let at = buffer.indexOf(needle); at >= 0; at = buffer.indexOf(needle, at + 1)) yield at;
}
