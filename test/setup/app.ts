/** The whole service on a fresh database, listening on a free port, with an invented world to act in. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../src/application.ts';
import type { Actor, Role } from '../../src/access/actor.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import { readSettings, type Settings } from '../../src/foundation/settings.ts';
import { FIRST_EPOCH } from '../../src/identity/account.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { Tokens } from '../../src/identity/token.ts';
import { Reference, type School } from '../../src/reference/reference.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { Report } from '../../src/rules/report.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { twoFactors } from './factors.ts';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: FreshDatabase;
  readonly settings: Settings;
  /** Such as `http://127.0.0.1:40001`. */
  readonly url: string;
  /** An actor of the system that may administer, for setting a scene. */
  readonly admin: Actor;
  close(): Promise<void>;
}

/** Starts it; `env` adds settings. Log lines are silenced unless `loud`. */
export async function startApp(env: Record<string, string> = {}, loud = false): Promise<TestApp> {
  if (!loud) silenceLog();
  const database = await freshDatabase();
  const data = await mkdtemp(join(tmpdir(), 'kanon-test-data-'));
  const settings = readSettings({
    PORT: '0',
    KANON_DATA: data,
    DATABASE_URL: database.serviceUrl,
    KANON_POOL: '8',
    // What a test asks is more than a person does; what an account may ask is a test of its own.
    KANON_RATES: '1000000/1000000/1000000',
    ...env,
  });
  const app = await createApplication(settings);
  await app.listen(settings.port, '127.0.0.1');
  return {
    app,
    database,
    settings,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    admin: { tenant: settings.tenant, role: 'admin', system: 'test', schools: [] },
    async close() {
      await app.close();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Four invented schools in three counties of two districts; one of them is closed. */
export const SCHOOLS: readonly School[] = [
  invented('990001', '05111', 'Grundschule'),
  invented('990002', '05111', 'Gymnasium'),
  invented('990003', '05112', 'Grundschule'),
  invented('990004', '05315', 'Gesamtschule'),
  { ...invented('990005', '05315', 'Gesamtschule'), validTo: '2021-07-31' },
];

function invented(number: string, region: string, type: string): School {
  return {
    number: number as SchoolNumber,
    name: `Erfundene ${type} ${number}`,
    type,
    region: region as RegionKey,
    roll: 400,
    validFrom: '2000-08-01',
    validTo: null,
  };
}

/** Period that takes reports today and for years. */
export const OPEN_PERIOD = '2026-Q1' as PeriodKey;

/** The schools above and one open period, under policy 1 as REPORT is. */
export async function furnish({ app, admin }: TestApp, schools = SCHOOLS, policy = 1): Promise<void> {
  const reference = app.get(Reference);
  await reference.putSchools(admin, schools);
  await reference.openPeriod(admin, {
    key: OPEN_PERIOD,
    scheme: BUT_COUNSELLING_1,
    policy,
    opensOn: '2020-01-01',
    closesOn: '2090-01-01',
  });
}

export interface Signed {
  readonly actor: Actor;
  readonly token: string;
}

let serial = 0;

/** A new account of that role and scope, and a token for it as after two factors. No password is hashed, so this is quick. */
export async function signedIn(
  { app, admin }: TestApp,
  role: Role,
  scope: { region?: string; schools?: readonly string[]; person?: string } = {},
): Promise<Signed> {
  serial += 1;
  const [actor] = await app.get(Accounts).create(admin, [
    {
      name: `test-${serial}`,
      role,
      office: `Erfundenes Amt ${serial}`,
      ...(scope.region ? { region: scope.region as RegionKey } : {}),
      ...(scope.person ? { person: scope.person } : {}),
      schools: (scope.schools ?? []) as SchoolNumber[],
    },
  ]);
  if (!actor) throw new Error('no account was made');
  const { token } = await app.get(Tokens).issue(
    {
      tenant: actor.tenant,
      id: actor.account ?? '',
      name: `test-${serial}`,
      person: actor.person ?? '',
      office: actor.office ?? '',
      role,
      region: actor.region ?? null,
      schools: actor.schools,
      counties: actor.counties ?? [],
      passwordHash: null,
      epoch: FIRST_EPOCH,
    },
    randomUUID(),
    twoFactors(),
  );
  return { actor, token };
}

/** One request with a token; the answer with its parsed body. */
export async function call(
  { url }: TestApp,
  method: string,
  path: string,
  options: { token?: string | undefined; body?: string | Uint8Array; headers?: Record<string, string> } = {},
) {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...(options.body !== undefined ? { 'content-type': 'application/json' } : {}),
      ...options.headers,
    },
    ...(options.body !== undefined ? { body: options.body } : {}),
  });
  const text = await response.text();
  let body: unknown = text;
  if ((response.headers.get('content-type') ?? '').includes('json'))
    body = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, text, body: body as any };
}

/** Says that a freeze is meant so though the last day is not over and schools are missing. */
export const MEANT = { confirm: ['not-over', 'incomplete'] };

/** A disclosure officer freezes a period, whatever is unusual about it. */
export const freeze = (kanon: TestApp, period: string, token: string | undefined) =>
  call(kanon, 'POST', `/v1/periods/${period}/freeze`, { token, body: JSON.stringify(MEANT) });

/** The worked example of the design: two cells, one of them pooled; all rules pass. */
export const REPORT: Report = {
  scheme: 'but-counselling/1',
  policy: 1,
  cells: [
    { benefits: ['AUSFLUG', 'MITTAG', 'TEILHABE'], pupils: 6, consultations: 9 },
    { benefits: ['LERNFOERDERUNG'], pupils: 7, consultations: 19 },
  ],
  none: ['KLASSENFAHRT'],
  withheld: ['SCHULBEDARF', 'BEFOERDERUNG'],
};
