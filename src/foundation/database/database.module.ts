/** Opens the pool once, with the limits that keep one stuck request from holding others up. */
import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Settings } from '../settings.ts';
import { SETTINGS } from '../settings.module.ts';
import { TOGETHER } from './corked-socket.ts';
import { type Doors, openDoors } from './doors.ts';
import { Unrecorded } from './unrecorded.ts';
import { DATA_SOURCE, Database, DOORS } from './within.ts';

/** Connections of a login that one worker of this process uses. */
const APART_POOL = 3;

const openService = async (settings: Settings): Promise<DataSource> => {
  if (!settings.databaseUrl) throw new Error('no database address was given to the pool');
  return openPool(settings.databaseUrl, settings.pool);
};

const doorsOf = (source: DataSource, { databaseUrlsApart }: Settings): Promise<Doors> =>
  openDoors(source, databaseUrlsApart, (url) => openPool(url, APART_POOL));

const openPool = (url: string, poolSize: number): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName: 'kanon',
    poolSize,
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

@Global()
@Module({
  providers: [
    { provide: DATA_SOURCE, useFactory: openService, inject: [SETTINGS] },
    { provide: DOORS, useFactory: doorsOf, inject: [DATA_SOURCE, SETTINGS] },
    Database,
    Unrecorded,
  ],
  exports: [Database, Unrecorded],
})
export class DatabaseModule {}
