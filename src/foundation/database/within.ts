/** One transaction from BEGIN to COMMIT, bound to a scope, on a socket that is destroyed when in doubt. */
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type Doors, oneDoor } from './doors.ts';
import { ConnectionLost, NoConnection, NotCommitted, TxEnded, UnknownOutcome } from './failure.ts';
import { mint, type Scope, type Statement, type Tx } from './tx.ts';

export const DATA_SOURCE = Symbol('data source');
export const DOORS = Symbol('doors');

/** SQLSTATE of a statement that PostgreSQL did not even look at. */
const IN_FAILED_TRANSACTION = '25P02';

interface PooledDriver {
  obtainMasterConnection(): Promise<[pg.PoolClient, (destroy?: boolean | Error) => void]>;
}

@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(
    @Inject(DATA_SOURCE) source: DataSource,
    @Inject(DOORS) private readonly doors: Doors = oneDoor(source),
  ) {}

  /**
   * Runs work in one transaction and commits it.
   *
   * throws  NoConnection, ConnectionLost, NotCommitted, UnknownOutcome, or whatever work threw (then rolled back)
   */
  async within<T>(scope: Scope, work: (tx: Tx) => T | Promise<T>): Promise<T> {
    // A QueryRunner has no named queries and hides release-with-error, so we ask its driver.
    const driver: PooledDriver = this.doors.poolOf(scope.role).driver;
    const [client, release] = await driver.obtainMasterConnection().catch((cause: unknown) => {
      throw new NoConnection('no connection to the database', { cause });
    });
    let doubt: boolean | Error = true;
    let open = true;
    let committing = false;
    const broken: Error[] = [];
    const lost = (error: Error): void => {
      broken.push(error);
    };
    client.on('error', lost); // without it a cut connection ends the process
    const last: Statement[] = [];
    const guard = (): void => {
      if (!open) throw new TxEnded('the transaction has ended');
    };
    const tx = mint(
      async <Row extends object>(statement: Statement) => {
        guard();
        const result = await client.query<Row & pg.QueryResultRow>(statement as pg.QueryConfig);
        return result.rows as Row[];
      },
      (statement) => {
        guard();
        last.push(statement);
      },
    );
    try {
      let result: T;
      try {
        // BEGIN is not waited for: the first statement travels with it. Where it fails, that statement finds
        // no settings and a role without rights, and the failure counts here.
        const begun = client.query(begin(scope, this.doors));
        // Not a statement more: one that queued up behind COMMIT would run outside the transaction.
        const worked = (async () => work(tx))().finally(() => (open = false));
        [, result] = await both(begun, worked);
      } catch (error) {
        // Whatever the work made of it.
        const failed =
          broken.length > 0 ? new ConnectionLost('the connection broke', { cause: error }) : error;
        // A failed rollback leaves doubt, and doubt destroys the socket below.
        await client.query('ROLLBACK').then(
          () => (doubt = false),
          (failure: unknown) => (doubt = failure instanceof Error ? failure : true),
        );
        throw failed;
      }
      committing = true;
      const ending = Promise.all(last.map((statement) => client.query(statement as pg.QueryConfig)));
      const [ended, answer] = await Promise.allSettled([ending, client.query('COMMIT')]);
      if (answer.status === 'rejected') throw answer.reason;
      if (answer.value.command !== 'COMMIT') {
        // What went out with it may have failed; PostgreSQL then answers ROLLBACK.
        committing = false;
        doubt = false;
        const cause: unknown = ended.status === 'rejected' ? ended.reason : undefined;
        // An earlier statement had failed already, and the work did not say so.
        if ((cause as { code?: unknown } | undefined)?.code === IN_FAILED_TRANSACTION) throw cause;
        throw new NotCommitted('nothing was stored', { cause });
      }
      doubt = false;
      return result;
    } catch (error) {
      if (committing) throw new UnknownOutcome('the connection broke during COMMIT', { cause: error });
      throw error;
    } finally {
      open = false;
      client.off('error', lost);
      release(broken[0] ?? doubt);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.doors.close();
  }
}

/** Waits for both, whatever happens; the first one's failure counts more. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}

/** BEGIN and every setting in one trip; all of them end with the transaction. */
function begin(scope: Scope, doors: Doors): string {
  const settings = [['role', doors.nameOf(scope.role)] as const, ...Object.entries(scope.settings)];
  const calls = settings.map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  return `BEGIN; SELECT ${calls.join(', ')}`;
}
