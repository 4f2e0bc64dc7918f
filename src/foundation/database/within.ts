/** One transaction from BEGIN to COMMIT, bound to a scope, on a socket that is destroyed when in doubt. */
import { Inject, Injectable, type OnApplicationShutdown, Optional } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type Doors, oneDoor } from './doors.ts';
import {
  ConnectionLost,
  isCut,
  NoConnection,
  NotCommitted,
  ProvisoFailed,
  TxEnded,
  UnknownOutcome,
} from './failure.ts';
import { ServerClock } from './server-clock.ts';
import type { Settings } from '../settings.ts';
import { SETTINGS } from '../settings.module.ts';
import { mint, type Scope, type SqlStatement, type Tx } from './tx.ts';

export const DATA_SOURCE = Symbol('data source');
export const DOORS = Symbol('doors');

/** SQLSTATE of a statement that PostgreSQL did not even look at. */
const IN_FAILED_TRANSACTION = '25P02';
/** SQLSTATE of a write where nothing can be written: a standby, or a server that was made read-only. */
const READ_ONLY = '25006';

interface PooledDriver {
  obtainMasterConnection(): Promise<[pg.PoolClient, (destroy?: boolean | Error) => void]>;
}

@Injectable()
export class Database implements OnApplicationShutdown {
  /** Looked at with every transaction. */
  readonly clock = new ServerClock();

  constructor(
    @Inject(DATA_SOURCE) source: DataSource,
    @Optional() @Inject(SETTINGS) private readonly settings?: Pick<Settings, 'pooler'>,
    @Optional() @Inject(DOORS) private readonly doors: Doors = oneDoor(source),
  ) {}

  /**
   * Runs work in one transaction and commits it.
   *
   * throws  NoConnection, ConnectionLost, ProvisoFailed, NotCommitted, UnknownOutcome, or whatever work threw (then
   *         rolled back)
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
    const last: Parameters<Tx['atEnd']>[0][] = [];
    let ends: SqlStatement[];
    const named = this.settings?.pooler === 'transaction' ? withoutName : withName;
    const guard = (): void => {
      if (!open) throw new TxEnded('the transaction has ended');
    };
    const tx = mint(
      async <Row extends object>(statement: SqlStatement) => {
        guard();
        const result = await client.query<Row & pg.QueryResultRow>(named(statement));
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
        const sent = Date.now();
        const begun = client.query<Beginning>(begin(scope, this.doors)).then((answer) => {
          const { began, holds } = beginningIn(answer);
          this.clock.look(sent, began, Date.now());
          if (scope.proviso && holds !== true) throw new ProvisoFailed(scope.proviso.function);
          return began;
        });
        // Not a statement more: one that queued up behind COMMIT would run outside the transaction.
        const worked = (async () => work(tx))().finally(() => (open = false));
        const [began, done] = await both(begun, worked);
        result = done;
        ends = last.map((statement) => (typeof statement === 'function' ? statement(began) : statement));
      } catch (error) {
        // Whatever the work made of it.
        const failed =
          broken.length > 0 || isCut(error)
            ? new ConnectionLost('the connection broke', { cause: error })
            : error;
        // A failed rollback leaves doubt, and doubt destroys the socket below.
        await client.query('ROLLBACK').then(
          () => (doubt = false),
          (failure: unknown) => (doubt = failure instanceof Error ? failure : true),
        );
        // What takes no writes any more was replaced, perhaps: the next connection looks for the one that does.
        if (isReadOnly(failed)) doubt = true;
        throw failed;
      }
      committing = true;
      const ending = Promise.all(ends.map((statement) => client.query(named(statement))));
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

const isReadOnly = (error: unknown): boolean => (error as { code?: unknown }).code === READ_ONLY;

const withName = (statement: SqlStatement): pg.QueryConfig => statement as pg.QueryConfig;

/** Behind a pooler that shares connections by transaction a name would be known to somebody else's connection. */
const withoutName = ({ text, values }: SqlStatement): pg.QueryConfig =>
  withName({ text, ...(values && { values }) });

/**
 * What keeps one stuck request from holding others up. Set with each transaction, since a pooler drops or refuses
 * what travels with the start of a connection.
 */
const LIMITS = {
  statement_timeout: '30s',
  // Whoever waits holds a connection: where the log stays locked, all of them would be gone.
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '20s',
};

/** Whoever is told "stored" may rely on it, whatever the server does for others; a stricter one stays. */
const DURABLE = `set_config('synchronous_commit',
  CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, true)`;

/** What the answer to BEGIN tells. */
interface Beginning {
  /** By the clock of the server. */
  readonly began?: Date;
  readonly holds?: boolean;
}

/** BEGIN, every setting and the proviso in one trip; the settings end with the transaction. The answer tells when it began. */
function begin(scope: Scope, doors: Doors): string {
  const settings = [
    ['role', doors.nameOf(scope.role)] as const,
    ...Object.entries(LIMITS),
    ...Object.entries(scope.settings),
  ];
  const calls = settings.map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  return [`BEGIN; SELECT ${[DURABLE, ...calls].join(', ')}, now() AS began`, ...asked(scope)].join('; ');
}

/** A statement of its own: only then does it run as the role. */
const asked = ({ proviso }: Scope): string[] =>
  proviso
    ? [
        `SELECT ${proviso.function}(${proviso.values.map((value) => pg.escapeLiteral(String(value))).join(', ')}) AS holds`,
      ]
    : [];

/** Of several statements pg gives several answers, whatever its types say. */
function beginningIn(answer: pg.QueryResult<Beginning>): { began: Date; holds: boolean | undefined } {
  const rows = [answer].flat().flatMap((one) => one.rows.slice(0, 1));
  const { began, holds } = Object.assign({}, ...rows) as Beginning;
  if (!began) throw new TypeError('BEGIN was not answered');
  return { began, holds };
}
