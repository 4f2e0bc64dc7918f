/** The service with handlers of a test beside its own, and what the access log says afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { AppModule } from '../../src/app.module.ts';
import { edgeAdapter, fitEdge } from '../../src/foundation/http/edge.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import type { TestApp } from '../setup/app.ts';
import { freshDatabase } from '../setup/database.ts';

/**
 * Starts it as the service itself starts, with more controllers.
 *
 * reroute  leads the service to its database by another way
 * prepare  what is done to it before it listens
 */
export async function startWith(
  controllers: Type[],
  {
    loud = false,
    reroute = async (url: string): Promise<string> => url,
    env = {},
    prepare = (_app: NestFastifyApplication): void => undefined,
  } = {},
): Promise<TestApp> {
  if (!loud) silenceLog();
  const database = await freshDatabase();
  const data = await mkdtemp(join(tmpdir(), 'kanon-test-data-'));
  const url = await reroute(database.serviceUrl);
  const settings = readSettings({
    PORT: '0',
    KANON_DATA: data,
    DATABASE_URL: url,
    KANON_POOL: '4',
    // What a test asks is more than a person does.
    KANON_RATES: '1000000/1000000/1000000',
    ...env,
  });
  @Module({ imports: [AppModule.with(settings)], controllers })
  class House {}
  let app: NestFastifyApplication | undefined;
  const close = async (): Promise<void> => {
    await app?.close();
    await database.drop();
    await rm(data, { recursive: true, force: true });
  };
  try {
    app = await NestFactory.create<NestFastifyApplication>(House, edgeAdapter(settings.publicUrl), {
      bodyParser: false,
      logger: false,
      abortOnError: false,
    });
    fitEdge(app, settings.publicUrl);
    prepare(app);
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    app,
    database,
    settings,
    url: await app.getUrl(),
    admin: { tenant: settings.tenant, role: 'admin', system: 'test', schools: [] },
    close,
  };
}

export interface LoggedEntry {
  readonly id: string;
  readonly decision: string;
  readonly action: string;
  readonly rules: string[];
  readonly account: string | null;
  readonly region: string | null;
  readonly school: string | null;
  readonly [column: string]: unknown;
}

/** The owner's eyes on a database: what was stored, and what stands in the log. */
export async function ownerOf({ database }: Pick<TestApp, 'database'>) {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  return {
    async rows<Row extends object = Record<string, unknown>>(
      text: string,
      values: unknown[] = [],
    ): Promise<Row[]> {
      return (await client.query(text, values)).rows as Row[];
    },
    /** Every entry of one account, oldest first. */
    async entriesOf(account: string | undefined): Promise<LoggedEntry[]> {
      return (await client.query(`SELECT * FROM access_entry WHERE account = $1 ORDER BY at, id`, [account]))
        .rows as LoggedEntry[];
    },
    end: () => client.end(),
  };
}

export type Owner = Awaited<ReturnType<typeof ownerOf>>;
