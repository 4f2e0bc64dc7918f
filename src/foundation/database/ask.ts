/** Plain statements on one connection, for those who ready a database before any transaction of ours runs in it. */
import pg from 'pg';

/** Runs one statement; rows as objects. */
export type RunSql = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

/** Connects, works and closes. */
export async function asLogin<T>(url: string, work: (ask: RunSql) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end the process too
  try {
    await client.connect();
    return await work(
      async <Row extends object>(text: string, values?: unknown[]) =>
        (await client.query<Row & pg.QueryResultRow>(text, values)).rows as Row[],
    );
  } finally {
    await client.end();
  }
}

/** All of the work, or nothing. */
export async function inOne<T>(ask: RunSql, work: () => Promise<T>): Promise<T> {
  await ask('BEGIN');
  try {
    const done = await work();
    await ask('COMMIT');
    return done;
  } catch (error) {
    await ask('ROLLBACK');
    throw error;
  }
}
