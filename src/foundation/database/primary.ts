/** Among the servers of an address the one that takes writes, found again after a fail-over. */
import pg from 'pg';
import { type Address, addressesIn } from './addresses.ts';
import { DatabaseUnfit } from './unfit.ts';

/** Milliseconds that one server has to say what it is. */
const PATIENCE = 2_000;

/** Asked of a connection; the same question as libpq's for `target_session_attrs=read-write`. */
const TAKES_WRITES = `SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS writes`;

/** What a server is to us; of one that gave no answer, why. */
type Standing = 'primary' | 'takes no writes' | { readonly code: string };

export class Primary {
  readonly addresses: readonly Address[];
  private known: Promise<Address> | undefined;

  /** throws  DatabaseUnfit where the address is none */
  constructor(url: string) {
    const addresses = addressesIn(url);
    if (!addresses) throw new DatabaseUnfit('The address of the database cannot be read.');
    this.addresses = addresses;
  }

  /**
   * The server that takes writes. Of one server nothing is asked. Kept until `forget`, so that two servers that both
   * take writes are not used in turn.
   *
   * throws  DatabaseUnfit where none of several takes writes, or more than one. Cost: at most 2 s.
   */
  find(): Promise<Address> {
    const [only, ...others] = this.addresses;
    if (only && others.length === 0) return Promise.resolve(only);
    if (!this.known) {
      const found = this.search();
      this.known = found;
      found.catch(() => {
        if (this.known === found) this.known = undefined;
      });
    }
    return this.known;
  }

  /** The server that was found did not keep what it promised; the next who asks looks at all of them. */
  forget(): void {
    this.known = undefined;
  }

  private async search(): Promise<Address> {
    const looks = this.addresses.map(async (address) => ({ address, standing: await standingOf(address) }));
    const seen = await Promise.all(looks);
    const [first, second] = seen.filter(({ standing }) => standing === 'primary');
    if (second)
      throw new DatabaseUnfit(
        `More than one server of the database takes writes (${seen.map(inWords).join('; ')}): stop the one that was replaced, or two histories arise.`,
      );
    if (!first)
      throw new DatabaseUnfit(
        `No server of the database takes writes: ${seen.map(inWords).join('; ')}. Promote a standby, or name the primary.`,
      );
    return first.address;
  }
}

/** An address with one server: the one that takes writes. Throws DatabaseUnfit as `find` does. */
export const primaryOf = async (url: string): Promise<string> => (await new Primary(url).find()).url;

/** Whether the server behind a connection takes writes now. */
export async function takesWrites(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ writes: boolean }>(TAKES_WRITES);
  return rows[0]?.writes === true;
}

async function standingOf({ url }: Address): Promise<Standing> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  });
  client.on('error', () => undefined); // a cut connection fails the query; unheard, it would end the process too
  try {
    await client.connect();
    return (await takesWrites(client)) ? 'primary' : 'takes no writes';
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    // Not the message: that may quote the address with its password.
    return { code: typeof code === 'string' ? code : 'no answer' };
  } finally {
    // Not waited for: a server that fell silent does not answer a goodbye either.
    client.end().catch(() => undefined);
  }
}

const inWords = ({ address, standing }: { address: Address; standing: Standing }): string =>
  `${address.host}:${address.port} ${typeof standing === 'string' ? (standing === 'primary' ? 'takes writes' : standing) : standing.code}`;
