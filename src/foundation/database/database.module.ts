/** Opens the pool once; how it connects, and the limits of each transaction, stand beside. */
import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Settings } from '../settings.ts';
import { SETTINGS } from '../settings.module.ts';
import { connectionTo } from './connection.ts';
import { Unrecorded } from './unrecorded.ts';
import { DATA_SOURCE, Database } from './within.ts';

const openPool = async (settings: Settings): Promise<DataSource> => {
  if (!settings.databaseUrl) throw new Error('no database address was given to the pool');
  const { url, extra } = connectionTo(settings.databaseUrl);
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'kanon',
    poolSize: settings.pool,
    installExtensions: false,
    extra,
  }).initialize();
};

@Global()
@Module({
  providers: [{ provide: DATA_SOURCE, useFactory: openPool, inject: [SETTINGS] }, Database, Unrecorded],
  exports: [Database, Unrecorded],
})
export class DatabaseModule {}
