/** Opens the pool once, with the limits that keep one stuck request from holding others up. */
import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Settings } from '../settings.ts';
import { SETTINGS } from '../settings.module.ts';
import { TOGETHER } from './corked-socket.ts';
import { Unrecorded } from './unrecorded.ts';
import { DATA_SOURCE, Database } from './within.ts';

const openPool = async (settings: Settings): Promise<DataSource> => {
  if (!settings.databaseUrl) throw new Error('no database address was given to the pool');
  return new DataSource({
    type: 'postgres',
    url: settings.databaseUrl,
    applicationName: 'kanon',
    poolSize: settings.pool,
    installExtensions: false,
    extra: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: 30_000,
      // Whoever waits holds a connection: where the log stays locked, all of them would be gone.
      lock_timeout: 5_000,
      // Where the network falls silent the server's limit reaches nobody; then the client gives up, and its socket goes.
      query_timeout: 35_000,
      idle_in_transaction_session_timeout: 20_000,
      keepAlive: true,
      ...TOGETHER,
    },
  }).initialize();
};

@Global()
@Module({
  providers: [{ provide: DATA_SOURCE, useFactory: openPool, inject: [SETTINGS] }, Database, Unrecorded],
  exports: [Database, Unrecorded],
})
export class DatabaseModule {}
