/** Opens the pool once; how it connects, and the limits of each transaction, stand beside. */
import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Settings } from '../settings.ts';
import { SETTINGS } from '../settings.module.ts';
import { connectionTo } from './connection.ts';
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

const openPool = (address: string, poolSize: number): Promise<DataSource> => {
  const { url, extra } = connectionTo(address);
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'kanon',
    poolSize,
    installExtensions: false,
    extra,
  }).initialize();
};

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
