/** How the pool connects: to the server that takes writes, by a socket of ours, with nothing that a pooler would refuse. */
import pg from 'pg';
import { TOGETHER } from './corked-socket.ts';
import { Primary, takesWrites } from './primary.ts';

/** Milliseconds until a connection must stand. */
const CONNECT = 5_000;
/** Where the network falls silent the server's limits reach nobody; then the client gives up, and its socket goes. */
const SILENCE = 35_000;

/**
 * What a pool is given beside the address of its first server. No limit travels as a start parameter, since PgBouncer
 * refuses those or drops them without a word: each transaction sets its own (within.ts).
 */
export function connectionTo(url: string): { readonly url: string; readonly extra: object } {
  const primary = new Primary(url);
  const several = primary.addresses.length > 1;
  return {
    url: primary.addresses[0]!.url,
    extra: {
      connectionTimeoutMillis: CONNECT,
      query_timeout: SILENCE,
      keepAlive: true,
      ...TOGETHER,
      ...(several && { Client: clientOf(primary), onConnect: mustTakeWrites(primary) }),
    },
  };
}

/** A client that asks for its server before it connects; pg itself knows one host only. */
function clientOf(primary: Primary): typeof pg.Client {
  return class extends pg.Client {
    override connect(): Promise<this>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<this> | undefined {
      const connected = this.toPrimary();
      if (!callback) return connected;
      connected.then(() => {
        (callback as (error?: Error) => void)();
      }, callback);
      return undefined;
    }

    private async toPrimary(): Promise<this> {
      const { host, port } = await primary.find();
      Object.assign(this, { host, port });
      try {
        await super.connect();
      } catch (error) {
        primary.forget();
        throw error;
      }
      return this;
    }
  };
}

/** It may have been replaced since it was found. */
const mustTakeWrites =
  (primary: Primary) =>
  async (client: pg.Client): Promise<void> => {
    if (await takesWrites(client)) return;
    primary.forget();
    throw new Error('this server takes no writes any more');
  };
