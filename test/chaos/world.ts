/** A small invented Land for the load: schools with reporters, a reader, an auditor, two officers, two periods. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '../../src/access/actor.ts';
import { createApplication } from '../../src/application.ts';
import { migrate } from '../../src/foundation/database/migrate.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { Reference } from '../../src/reference/reference.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import { NEWEST_POLICY } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { Report } from '../../src/rules/report.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { tokensFor } from '../setup/tokens.ts';
import type { Person } from './history.ts';

/** Takes reports all the time. */
export const OPEN = '2026-Q2' as PeriodKey;
/** Is frozen, released and opened again all the time. */
export const RELEASED = '2026-Q1' as PeriodKey;
export const TENANT = '05';
export const DISTRICT = '051';
const COUNTIES = ['05111', '05112', '05113'];
const TYPES = ['Grundschule', 'Gymnasium', 'Gesamtschule', 'Realschule'];

export interface School {
  readonly number: string;
  readonly county: string;
  readonly reporter: Person;
}

export interface World {
  readonly schools: readonly School[];
  readonly reader: Person;
  readonly auditor: Person;
  readonly officers: readonly [Person, Person];
  /** New tokens for everybody, good for a quarter of an hour. */
  renew(): Promise<void>;
}

/** Migrates and furnishes; the service itself is not running yet. */
export async function openWorld(env: Readonly<Record<string, string>>, ownerUrl: string): Promise<World> {
  silenceLog();
  await migrate(ownerUrl);
  const settings = readSettings(env);
  const app = await createApplication(settings);
  await app.init();
  const admin: Actor = { tenant: TENANT, role: 'admin', system: 'chaos', schools: [] };
  const numbers = COUNTIES.flatMap((county, c) =>
    TYPES.map((type, t) => ({ number: `99${c}0${t}0`, county, type })),
  );
  const actors = await furnish(app, admin, numbers);
  await app.close();

  let tokens: readonly string[] = [];
  const renew = async (): Promise<void> => {
    tokens = await tokensFor(settings, actors);
  };
  await renew();
  const person = (at: number): Person => ({
    account: actors[at]?.account ?? '',
    token: () => tokens[at] ?? '',
  });
  return {
    officers: [person(0), person(1)],
    reader: person(2),
    auditor: person(3),
    schools: numbers.map(({ number, county }, i) => ({ number, county, reporter: person(4 + i) })),
    renew,
  };
}

async function furnish(
  app: NestFastifyApplication,
  admin: Actor,
  schools: readonly { readonly number: string; readonly county: string; readonly type: string }[],
): Promise<readonly Actor[]> {
  const reference = app.get(Reference);
  await reference.putSchools(
    admin,
    schools.map(({ number, county, type }) => ({
      number: number as SchoolNumber,
      name: `Erfundene ${type} ${number}`,
      type,
      region: county as RegionKey,
      roll: 800,
      validFrom: '2000-08-01',
      validTo: null,
    })),
  );
  for (const key of [RELEASED, OPEN])
    await reference.openPeriod(admin, {
      key,
      scheme: BUT_COUNSELLING_1,
      policy: NEWEST_POLICY.number,
      opensOn: '2020-01-01',
      closesOn: '2090-01-01',
    });
  const office = 'Erfundenes Amt';
  const land = { region: TENANT as RegionKey, office, role: 'disclosure-officer' } as const;
  return app.get(Accounts).create(admin, [
    { name: 'officer-1', ...land },
    { name: 'officer-2', ...land },
    { name: 'reader', office, role: 'district', region: DISTRICT as RegionKey },
    { name: 'auditor', office, role: 'auditor' },
    ...schools.map(({ number }) => ({
      name: `reporter-${number}`,
      office,
      role: 'reporter' as const,
      schools: [number as SchoolNumber],
    })),
  ]);
}

/** The n-th report of a school: no two alike, none unusual. */
export function reportNumber(n: number): Report {
  const consultations = [n % 60, Math.floor(n / 60) % 60, Math.floor(n / 3600) % 60];
  return {
    scheme: 'but-counselling/1',
    policy: NEWEST_POLICY.number,
    cells: [['AUSFLUG'], ['LERNFOERDERUNG'], ['MITTAG']].map((benefits, i) => ({
      benefits,
      pupils: 20,
      consultations: 40 + (consultations[i] ?? 0),
    })),
    none: ['KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'TEILHABE'],
    withheld: [],
  };
}
