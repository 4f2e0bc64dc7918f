/** A PostgreSQL as `npm start` runs it, with an invented state in it: reporters, an open period, a released one. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '../../src/access/actor.ts';
import { Gate } from '../../src/access/gate.ts';
import { createApplication } from '../../src/application.ts';
import { Collect } from '../../src/collection/collect.ts';
import { migrate } from '../../src/foundation/database/migrate.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { inventSchools } from '../../src/demo/demo-schools.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { inventReport } from '../../src/demo/invented-reports.ts';
import { negativeBinomial, seeded } from '../../src/demo/simulation.ts';
import { Reference } from '../../src/reference/reference.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { Releases } from '../../src/releases/release.service.ts';
import { UNUSUAL } from '../../src/releases/unusual-freeze.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import { NEWEST_POLICY } from '../../src/rules/policy.ts';
import { type RegionKey, levelOf } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { markedFolder, sweep } from '../setup/sweep.ts';
import { tokensFor } from '../setup/tokens.ts';

/** Takes reports for years. */
export const OPEN = '2026-Q2' as PeriodKey;
/** Has a release with all 53 counties. */
export const RELEASED = '2026-Q1' as PeriodKey;
/** Who reads summaries: 15 counties lie within it. */
export const DISTRICT = '051' as RegionKey;
const SEED = 20_260_401;

export interface Scene {
  readonly database: EmbeddedPostgres;
  /** For files of this run; deleted at the end. */
  readonly folder: string;
  /** One for each school. */
  readonly reporters: readonly Actor[];
  /** Reads the district. */
  readonly reader: Actor;
  /** Reads the whole state. */
  readonly stateReader: Actor;
  readonly schools: readonly { readonly school: string; readonly county: string }[];
  /** Environment in which the built service finds this database and signs with this key. */
  readonly env: Readonly<Record<string, string>>;
  /** Fresh tokens, good for 15 minutes, in the order of the actors. */
  tokens(actors: readonly Actor[]): Promise<string[]>;
  end(): Promise<void>;
}

/** Takes some seconds. fsync is on and the data lies on the disk, as with `npm start`. */
export async function openScene(): Promise<Scene> {
  silenceLog();
  await sweep();
  const folder = await markedFolder(tmpdir());
  const database = await startEmbeddedPostgres({ dir: folder });
  const end = async (): Promise<void> => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await migrate(database.ownerUrl);
    const env = {
      KANON_DATA: join(folder, 'kanon'),
      KANON_PUBLIC_URL: 'http://localhost:3000',
      KANON_POOL: '16',
      // What is measured is the service, not what one account may ask of it; a benchmark of that sets its own.
      KANON_RATES: '1000000/1000000/1000000',
      DATABASE_URL: database.serviceUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    };
    const settings = readSettings(env);
    const app = await createApplication(settings);
    await app.init();
    const people = await furnish(app, {
      tenant: settings.tenant,
      role: 'admin',
      system: 'bench',
      schools: [],
    });
    await app.close();
    return {
      database,
      folder,
      ...people,
      env,
      tokens: (actors) => tokensFor(settings, actors),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Invented schools and reporters; every school reports to the first period, and that one is released. */
async function furnish(
  app: NestFastifyApplication,
  admin: Actor,
): Promise<Pick<Scene, 'reporters' | 'reader' | 'stateReader' | 'schools'>> {
  const rng = seeded(SEED);
  const reference = app.get(Reference);
  const regions = await reference.regions();
  const schools = inventSchools(
    regions.filter(({ key }) => levelOf(key) === 'county'),
    rng,
  );
  await reference.putSchools(admin, schools);
  for (const key of [RELEASED, OPEN])
    await reference.openPeriod(admin, {
      key,
      scheme: BUT_COUNSELLING_1,
      policy: NEWEST_POLICY.number,
      opensOn: '2020-01-01',
      closesOn: '2090-01-01',
    });
  const office = 'Erfundenes Amt';
  const land = { region: admin.tenant as RegionKey, office, role: 'disclosure-officer' } as const;
  const [first, second, reader, stateReader, ...reporters] = await app.get(Accounts).create(admin, [
    { name: 'officer-1', ...land },
    { name: 'officer-2', ...land },
    { name: 'reader', office, role: 'district', region: DISTRICT },
    { name: 'state-reader', ...land, role: 'state' },
    ...schools.map(({ number }) => ({
      name: `reporter-${number}`,
      office,
      role: 'reporter' as const,
      schools: [number] as SchoolNumber[],
    })),
  ]);
  if (!first || !second || !reader || !stateReader) throw new Error('no accounts were made');
  const gate = app.get(Gate);
  for (const actor of reporters) {
    const at = { school: actor.schools[0]!, period: RELEASED };
    const { report } = inventReport(rng, negativeBinomial(rng, { mean: 11, size: 2 }), BUT_COUNSELLING_1);
    await gate.pass({ actor, act: 'report.submit', place: () => at }, (tx) =>
      app.get(Collect).report(tx, actor, { ...at, dryRun: false }, report),
    );
  }
  const place = () => ({ period: RELEASED });
  const releases = app.get(Releases);
  await gate.pass({ actor: first, act: 'period.freeze', place }, (tx) =>
    releases.freeze(tx, first, RELEASED, UNUSUAL),
  );
  await gate.pass({ actor: second, act: 'period.release', place }, (tx) =>
    releases.ask(tx, second, RELEASED),
  );
  await app.get(Publisher).publishAsked();
  return {
    reporters,
    reader,
    stateReader,
    schools: schools.map(({ number, region }) => ({ school: number, county: region })),
  };
}
