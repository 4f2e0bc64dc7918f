/** Readies the database and starts the application on it; the service and the command line share this. */
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bringUpToDate } from '../foundation/database/migrate.ts';
import { mustPoolAs } from '../foundation/database/pooler.ts';
import { askServer } from '../foundation/database/server.ts';
import type { InBoth } from '../foundation/language.ts';
import type { Settings } from '../foundation/settings.ts';
import { step } from '../foundation/step.ts';
import type { Registry } from 'prom-client';
import { verdicts } from './doctor/checks.ts';
import { look, loginsOf } from './doctor/look.ts';
import { Unfit } from './doctor/unfit.ts';
import { startEmbeddedPostgres } from '../embedded/postgres.ts';
import { findRunning } from '../embedded/running.ts';
import { measureLog } from './log-figures.ts';
import { measureHealth } from './health-figures.ts';
import { measureReleases } from './release-figures.ts';
import { measureMails } from './mail-figures.ts';
import { measureSignIns } from './sign-in-figures.ts';
import { measure } from './metrics.ts';

/** Makes the application; only the top of the house knows all rooms. */
export type Boot = (settings: Settings) => Promise<NestFastifyApplication>;

export interface Running {
  readonly app: NestFastifyApplication;
  readonly settings: Settings;
  readonly metrics: Registry;
  /** Resolves with a sentence where the database is ours and ended by itself: then this process cannot come back. */
  readonly lost: Promise<InBoth>;
  /** Ends the application, then the database where it is ours. */
  stop(): Promise<void>;
}

/**
 * A started application on a migrated database. Throws errors of one sentence.
 *
 * log     hears what whoever started it should know
 * beside  whether to use the embedded database of a service that runs already
 * throws  Unfit where they refuse a start
 */
export async function bootOn(
  settings: Settings,
  boot: Boot,
  log: (said: InBoth) => void,
  beside = false,
): Promise<Running> {
  const database = await openDatabase(settings, log, beside);
  step('start.database');
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
    if (settings.databaseUrl) await mustPoolAs(settings.databaseUrl, settings.pooler);
    // A server that does not answer is told below, in words of its own.
    const server = await askServer(database.serviceUrl, loginsOf(ready)).catch(() => undefined);
    const found = verdicts(await look(settings, server));
    const refused = found.filter(({ level }) => level === 'refuses');
    if (refused.length > 0) throw new Unfit(refused.map(({ said }) => said));
    // Whoever works beside a service was told when that began.
    if (!beside) for (const { level, said } of found) if (level === 'warns') log(said);
    await bringUpToDate(database.ownerUrl, database.serviceUrl, settings.databaseUrlsApart);
    step('start.migrated');
    app = await boot(ready);
    const metrics = measure(app);
    measureLog(metrics, app);
    measureReleases(metrics, app);
    measureHealth(metrics, app);
    measureSignIns(metrics, app);
    measureMails(metrics, app);
    await app.init();
    step('start.ready');
    return { app, settings: ready, metrics, lost: database.lost, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface OpenDatabase {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  readonly lost: Promise<InBoth>;
  stop(): Promise<void>;
}

/** A server that is not ours goes on running. */
const leaveIt = (): Promise<void> => Promise.resolve();
/** And whether it does is not ours to say: it may come back. */
const never = new Promise<InBoth>(() => undefined);

async function openDatabase(
  settings: Settings,
  log: (said: InBoth) => void,
  beside: boolean,
): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl } = settings;
  if (databaseUrl)
    return { serviceUrl: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl, lost: never, stop: leaveIt };
  const dir = join(settings.data, 'postgres');
  const running = beside ? await findRunning(dir) : undefined;
  if (running) return { ...running, lost: never, stop: leaveIt };
  return startEmbeddedPostgres({ dir, log });
}
