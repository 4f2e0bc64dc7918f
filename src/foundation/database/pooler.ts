/** Whether a pooler stands between Kanon and PostgreSQL, and shares connections in a way that Kanon must know of. */
import pg from 'pg';
import { primaryOf } from './primary.ts';
import { UnfitDatabase } from './unfit.ts';

/**
 * session      a connection of ours is one of the server's, as long as it stands
 * transaction  it is so from BEGIN to COMMIT only; statements with a name belong to somebody else's connection then
 */
export type PoolMode = 'session' | 'transaction';

const CONNECTIONS = 3;
const ROUNDS = 4;

/**
 * Throws UnfitDatabase where connections are shared by transaction and the settings do not say so, or by statement.
 * A database that gives no answer passes: whoever uses it next says so.
 */
export async function mustPoolAs(url: string, declared: PoolMode): Promise<void> {
  const found = await poolingAt(url).catch(() => undefined);
  if (found === 'statement')
    throw new UnfitDatabase({
      de: 'Der Pooler vor der Datenbank teilt Verbindungen je Anweisung, und Kanon braucht Transaktionen. Bitte seinen pool_mode auf session oder transaction setzen.',
      en: 'The pooler before the database shares connections by statement, and Kanon needs transactions: set its pool_mode to session or transaction.',
    });
  if (found === 'transaction' && declared === 'session')
    throw new UnfitDatabase({
      de: 'Der Pooler vor der Datenbank teilt Verbindungen je Transaktion. Bitte KANON_POOLER auf transaction setzen, oder seinen pool_mode auf session.',
      en: 'The pooler before the database shares connections by transaction: set KANON_POOLER to transaction, or its pool_mode to session.',
    });
}

/** Throws UnfitDatabase where a migration would leave its lock on somebody else's connection. */
export async function mustHoldSessions(url: string): Promise<void> {
  const found = await poolingAt(url).catch(() => undefined);
  if (found !== undefined && found !== 'session')
    throw new UnfitDatabase({
      de: 'Um die Tabellen anzulegen oder zu ändern, braucht Kanon eine eigene Sitzung, und der Pooler vor der Datenbank hält keine. Bitte in DATABASE_OWNER_URL die Adresse von PostgreSQL selbst nennen.',
      en: 'Migrations need a session of their own, and the pooler before the database keeps none: set DATABASE_OWNER_URL to the address of PostgreSQL itself.',
    });
}

/**
 * How connections are shared: several of ours ask in turn which process of the server answers. With a session each
 * has one of its own, always the same.
 */
async function poolingAt(url: string): Promise<PoolMode | 'statement'> {
  const connectionString = await primaryOf(url);
  const clients = Array.from(
    { length: CONNECTIONS },
    () => new pg.Client({ connectionString, connectionTimeoutMillis: 5_000, query_timeout: 5_000 }),
  );
  try {
    const answered = clients.map(() => new Set<number>());
    for (const client of clients) {
      client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end the process too
      await client.connect();
    }
    for (let turn = 0; turn < ROUNDS * CONNECTIONS; turn += 1) {
      // Forwards, then backwards: who is served in turn must not always meet the same.
      const round = turn % CONNECTIONS;
      const which = Math.floor(turn / CONNECTIONS) % 2 === 0 ? round : CONNECTIONS - 1 - round;
      answered[which]!.add(await processBehind(clients[which]!));
    }
    const all = new Set(answered.flatMap((processes) => [...processes]));
    if (all.size === CONNECTIONS && answered.every(({ size }) => size === 1)) return 'session';
    return (await keepsTransactions(clients[0]!)) ? 'transaction' : 'statement';
  } finally {
    for (const client of clients) client.end().catch(() => undefined);
  }
}

async function processBehind(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]!.pid;
}

const keepsTransactions = (client: pg.Client): Promise<boolean> =>
  client.query('BEGIN').then(
    () => client.query('ROLLBACK').then(() => true),
    () => false,
  );
