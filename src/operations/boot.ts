/** Readies the database and starts the application on it; the service and the command line share this. */
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bringUpToDate } from '../foundation/database/migrate.ts';
import type { Settings } from '../foundation/settings.ts';
import type { Registry } from 'prom-client';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { findRunning } from './embedded-running.ts';
import { measureLog } from './log-figures.ts';
import { measureReleases } from './release-figures.ts';
import { measure } from './metrics.ts';

/** Makes the application; only the top of the house knows all rooms. */
export type Boot = (settings: Settings) => Promise<NestFastifyApplication>;

export interface Running {
  readonly app: NestFastifyApplication;
  readonly settings: Settings;
  readonly metrics: Registry;
  /** Ends the application, then the database where it is ours. */
  stop(): Promise<void>;
}

/**
 * A started application on a migrated database. Throws errors of one sentence.
 *
 * beside  whether to use the embedded database of a service that runs already
 */
export async function bootOn(
  settings: Settings,
  boot: Boot,
  log: (line: string) => void,
  beside = false,
): Promise<Running> {
  const database = await openDatabase(settings, log, beside);
  const ready: Settings = {
    ...settings,
    databaseUrl: database.serviceUrl,
    databaseOwnerUrl: database.ownerUrl,
  };
  let app: NestFastifyApplication | undefined;
  const stop = async (): Promise<void> => {
    await app?.close();
    await database.stop();
  };
  try {
    await bringUpToDate(database.ownerUrl, database.serviceUrl, settings.databaseUrlsApart);
    app = await boot(ready);
    const metrics = measure(app);
    measureLog(metrics, app);
    measureReleases(metrics, app);
    await app.init();
    return { app, settings: ready, metrics, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface OpenDatabase {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  stop(): Promise<void>;
}

/** A server that is not ours goes on running. */
const leaveIt = (): Promise<void> => Promise.resolve();

async function openDatabase(
  settings: Settings,
  log: (line: string) => void,
  beside: boolean,
): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl } = settings;
  if (databaseUrl)
    return { serviceUrl: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl, stop: leaveIt };
  const dir = join(settings.data, 'postgres');
  const running = beside ? await findRunning(dir) : undefined;
  if (running) return { ...running, stop: leaveIt };
  return startEmbeddedPostgres({ dir, log });
}
