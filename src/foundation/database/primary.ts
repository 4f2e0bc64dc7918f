/** Among the servers of an address the one that takes writes, found again after a fail-over. */
import pg from 'pg';
import type { InBoth, Language } from '../language.ts';
import { type Address, addressesIn } from './addresses.ts';
import { UnfitDatabase } from './unfit.ts';

/** Milliseconds that one server has to say what it is. */
const PATIENCE = 2_000;

/** Asked of a connection; the same question as libpq's for `target_session_attrs=read-write`. */
const TAKES_WRITES = `SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS writes`;

/** What a server is to us; of one that gave no answer, why. */
interface Standing {
  readonly isPrimary: boolean;
  readonly said: InBoth;
}
const PRIMARY: Standing = { isPrimary: true, said: { de: 'nimmt Änderungen an', en: 'takes writes' } };
const READER: Standing = {
  isPrimary: false,
  said: { de: 'nimmt keine Änderungen an', en: 'takes no writes' },
};
const SILENT: Standing = { isPrimary: false, said: { de: 'antwortet nicht', en: 'no answer' } };

export class Primary {
  readonly addresses: readonly Address[];
  private known: Promise<Address> | undefined;

  /** throws  UnfitDatabase where the address is none */
  constructor(url: string) {
    const addresses = addressesIn(url);
    if (!addresses)
      throw new UnfitDatabase({
        de: 'Die Adresse der Datenbank ist nicht zu lesen.',
        en: 'The address of the database cannot be read.',
      });
    this.addresses = addresses;
  }

  /**
   * The server that takes writes. Of one server nothing is asked. Kept until `forget`, so that two servers that both
   * take writes are not used in turn.
   *
   * throws  UnfitDatabase where none of several takes writes, or more than one. Cost: at most 2 s.
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
    const [first, second] = seen.filter(({ standing }) => standing.isPrimary);
    if (second)
      throw new UnfitDatabase({
        de: `Mehr als ein Server der Datenbank nimmt Änderungen an (${inWords(seen, 'de')}). Bitte den abgelösten anhalten, sonst laufen die Daten auseinander.`,
        en: `More than one server of the database takes writes (${inWords(seen, 'en')}): stop the one that was replaced, or two histories arise.`,
      });
    if (!first)
      throw new UnfitDatabase({
        de: `Kein Server der Datenbank nimmt Änderungen an: ${inWords(seen, 'de')}. Bitte einen Standby zum Primärserver machen oder den Primärserver nennen.`,
        en: `No server of the database takes writes: ${inWords(seen, 'en')}. Promote a standby, or name the primary.`,
      });
    return first.address;
  }
}

/** An address with one server: the one that takes writes. Throws UnfitDatabase as `find` does. */
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
    return (await takesWrites(client)) ? PRIMARY : READER;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    // Not the message: that may quote the address with its password.
    return typeof code === 'string' ? { isPrimary: false, said: { de: code, en: code } } : SILENT;
  } finally {
    // Not waited for: a server that fell silent does not answer a goodbye either.
    client.end().catch(() => undefined);
  }
}

const inWords = (
  seen: readonly { readonly address: Address; readonly standing: Standing }[],
  language: Language,
): string =>
  seen
    .map(({ address: { host, port }, standing }) => `${host}:${port} ${standing.said[language]}`)
    .join('; ');
