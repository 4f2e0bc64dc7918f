/** Work that only one process of a database does at a time; the others wait, and the lock goes with its holder. */
import pg from 'pg';
import { primaryOf } from './primary.ts';
import { ownRoles } from './role-suffix.ts';
import { roleName } from './roles.ts';

/**
 * Runs work while this process holds the lock.
 *
 * url      any login of the database; the connection is held all the time and asks for nothing else
 * lock     number of the lock, the same in every process
 * waiting  called once where another process holds it
 * throws   what work threw, or that there is no connection. The lock ends with the connection: work must bear a second.
 */
export async function alone<T>(
  url: string,
  lock: number,
  waiting: () => void,
  work: () => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: await primaryOf(url), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end the process too
  try {
    await client.connect();
    // Locks are for the roles that lock something; a login alone may take none.
    const own = await ownRoles(
      async <Row extends object>(text: string, values?: unknown[]) =>
        (await client.query<Row & pg.QueryResultRow>(text, values)).rows as Row[],
    );
    await client.query(`SET ROLE ${roleName('kanon_app', own?.suffix ?? '')}`);
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [lock]);
    if (!rows[0]?.held) {
      waiting();
      await client.query('SELECT pg_advisory_lock($1)', [lock]);
    }
    return await work();
  } finally {
    await client.end();
  }
}
