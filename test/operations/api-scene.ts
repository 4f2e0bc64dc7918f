/** A service in which the examples of its description find something, and the description of the built service. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Census } from '../../src/access/census.ts';
import { RIGHTS } from '../../src/access/rights.ts';
import type { Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { type Operation, operationsOf } from '../../src/operations/openapi-answers.ts';
import { quarterOf } from '../../src/operations/openapi-examples.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { Reference, type School } from '../../src/reference/reference.ts';
import { today } from '../../src/reference/today.ts';
import { NEWEST_POLICY } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { startWitnessed, witnessNamed, type WitnessedApp } from '../audit/witness-scene.ts';
import { pathOf } from '../docs/markdown.ts';
import { call, signedIn, type TestApp, type Signed, freeze } from '../setup/app.ts';
import { Authenticator } from '../setup/factors.ts';

const DAY = today();
/** The period that the examples of reports name, and the one of which figures are released. */
export const [OPEN, RELEASED] = [quarterOf(DAY), quarterOf(DAY, -1)];
/** The one that the examples of a thaw name. */
const FROZEN = quarterOf(DAY, -2);

/** As `nest build` leaves it, where the swagger plugin has been at work. */
export async function describedApi(): Promise<OpenAPIObject> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [pathOf('test/client/generate.mjs'), '--document', DAY],
    { maxBuffer: 16 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as OpenAPIObject;
}

export interface Described {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export const bodyOf = ({ operation }: Described): unknown => {
  const { requestBody } = operation;
  if (!requestBody || '$ref' in requestBody) return undefined;
  return (requestBody.content['application/json'] ?? requestBody.content['text/csv'])?.example as unknown;
};

export const operationAt = (document: OpenAPIObject, method: string, path: string): Described =>
  operationsOf(document).find((one) => one.method === method && one.path === path)!;

const SCHOOLS: readonly School[] = ['900001', '900002', '900003', '900004'].map((number) => ({
  number: number as SchoolNumber,
  name: `Erfundene Schule ${number}`,
  type: 'Grundschule',
  region: '05111' as RegionKey,
  roll: 400,
  validFrom: '2000-08-01',
  validTo: null,
}));

/** Schools, an open and a released period, the account of the example, a witness, and figures by office. */
export async function startDescribed(report: unknown): Promise<WitnessedApp> {
  const kanon = await startWitnessed([witnessNamed('witness.example')], {
    KANON_LOG_STATISTICS: 'agreed',
    KANON_SECURITY_CONTACT: 'mailto:sicherheit@kanon.example',
    // Nobody is there: mails wait.
    KANON_SMTP_URL: 'smtp://127.0.0.1:9',
    KANON_SMTP_FROM: 'kanon@amt.example',
  });
  try {
    await furnish(kanon, report);
    return kanon;
  } catch (error) {
    await kanon.close();
    throw error;
  }
}

async function furnish(kanon: WitnessedApp, report: unknown): Promise<void> {
  const reference = kanon.app.get(Reference);
  await reference.putSchools(kanon.admin, SCHOOLS);
  for (const key of [FROZEN, RELEASED, OPEN])
    await reference.openPeriod(kanon.admin, {
      key,
      scheme: BUT_COUNSELLING_1,
      policy: NEWEST_POLICY.number,
      opensOn: '2020-01-01',
      closesOn: '2090-01-01',
    });
  await kanon.app.get(Accounts).create(kanon.admin, [
    {
      name: EXAMPLE.account,
      role: 'reporter',
      office: 'Erfundene Schule',
      schools: ['900004' as SchoolNumber],
      password: EXAMPLE.password,
    },
  ]);
  // One that waits for its answer.
  const coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
  await call(kanon, 'PUT', `/v1/regions/05111/reservations/${OPEN}/SOCIAL_DATA`, coordinator);
  for (const { number } of SCHOOLS) {
    const { token } = await signedIn(kanon, 'reporter', { schools: [number] });
    const path = `/v1/schools/${number}/reports/${RELEASED}`;
    const put = await call(kanon, 'PUT', path, { token, body: JSON.stringify(report) });
    if (put.status !== 201) throw new Error(`the example of a report was refused: ${put.text}`);
  }
  for (const step of ['freeze', 'release']) {
    const { token } = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    if (step === 'freeze') await freeze(kanon, RELEASED, token);
    else await call(kanon, 'POST', `/v1/periods/${RELEASED}/${step}`, { token });
  }
  const officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
  await freeze(kanon, FROZEN, officer.token);
  await kanon.app.get(Publisher).publishAsked();
  // One office's outcomes are released, and another's are new since.
  for (const county of ['05112', '05113']) {
    const { token } = await officeOf(kanon, county);
    const path = `/v1/counties/${county}/outcomes/${RELEASED}`;
    const put = await call(kanon, 'PUT', path, { token, body: JSON.stringify(GRANTED) });
    if (put.status !== 201) throw new Error(`outcomes were refused: ${put.text}`);
    if (county === '05112')
      await call(kanon, 'POST', `/v1/periods/${RELEASED}/outcomes-release`, { token: officer.token });
  }
  await kanon.sign();
}

const GRANTED = {
  scheme: 'but-outcomes/1',
  policy: NEWEST_POLICY.number,
  bodies: [
    {
      body: 'SGB2',
      cells: [{ benefits: ['MITTAG'], children: 40, grants: 55 }],
      none: ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'],
      withheld: [],
    },
  ],
};

/** Released outcomes for each route that shows one release of them. */
export async function outcomesRead(kanon: TestApp): Promise<Readonly<Record<string, { release: string }>>> {
  const { token } = await signedIn(kanon, 'state', { region: '05' });
  const headers = { 'kanon-purpose': 'PLANNING' };
  const { body } = await call(kanon, 'GET', `/v1/regions/05/outcomes/${RELEASED}`, { token, headers });
  const release = { release: body.release.id as string };
  return {
    '/v1/outcome-releases/{release}/certificate': release,
    '/v1/outcome-releases/{release}/document': release,
  };
}

/** An office that reports for one body. */
async function officeOf(kanon: TestApp, county: string): Promise<Signed> {
  const office = await signedIn(kanon, 'benefit-office', { region: county });
  const { token } = await signedIn(kanon, 'admin');
  const path = `/v1/accounts/${office.actor.account ?? ''}/bodies`;
  await call(kanon, 'PUT', path, { token, body: JSON.stringify({ bodies: ['SGB2'] }) });
  return office;
}

/** A hold for each route that answers one, in the state in which it may be called; by the path of the route. */
export async function holdsToAnswer(kanon: TestApp): Promise<Readonly<Record<string, { hold: string }>>> {
  const path = '/v1/access-log/holds';
  const ids: Record<string, { hold: string }> = {};
  for (const [index, end] of ['confirmation', 'refusal', 'lifting'].entries()) {
    const year = 2001 + index;
    const body = {
      first: `${year}-01-01T00:00:00Z`,
      before: `${year}-02-01T00:00:00Z`,
      keepUntil: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    };
    const { token } = await signedIn(kanon, 'protection-officer');
    const asked = await call(kanon, 'POST', path, { token, body: JSON.stringify(body) });
    if (asked.status !== 201) throw new Error(`a hold was refused: ${asked.text}`);
    ids[`${path}/{hold}/${end}`] = { hold: asked.body.id };
  }
  const { token } = await signedIn(kanon, 'auditor');
  const lifted = `${path}/${ids[`${path}/{hold}/lifting`]?.hold ?? ''}/confirmation`;
  const confirmed = await call(kanon, 'POST', lifted, { token });
  if (confirmed.status !== 200) throw new Error(`a hold was not confirmed: ${confirmed.text}`);
  return ids;
}

/** An account of the county for each route that changes one, by the path of the route. */
export async function accountsToChange(
  kanon: TestApp,
): Promise<Readonly<Record<string, { account: string }>>> {
  const ids: Record<string, { account: string }> = {};
  for (const end of ['', '/reset', '/closing']) {
    const { actor } = await signedIn(kanon, 'reporter', { schools: ['900002'] });
    ids[`/v1/accounts/{account}${end}`] = { account: actor.account ?? '' };
  }
  const office = await signedIn(kanon, 'benefit-office', { region: '05111' });
  ids['/v1/accounts/{account}/bodies'] = { account: office.actor.account ?? '' };
  const { actor } = await withAnApp(kanon, ['900002']);
  ids['/v1/accounts/{account}/factors'] = { account: actor.account ?? '' };
  return ids;
}

/** A reporter whose authenticator app has shown its first code, and another one that waits for it. */
export async function withAnApp(
  kanon: TestApp,
  schools: readonly string[],
): Promise<Signed & { readonly app: Authenticator; readonly waiting: Authenticator }> {
  const signed = await signedIn(kanon, 'reporter', { schools });
  const { token } = signed;
  const begin = async () =>
    new Authenticator((await call(kanon, 'POST', '/v1/factors/totp', { token })).body.secret as string);
  const app = await begin();
  const body = JSON.stringify({ code: await app.code() });
  const { status, text } = await call(kanon, 'POST', '/v1/factors/totp/confirmation', { token, body });
  if (status !== 200) throw new Error(`an app was not confirmed: ${text}`);
  return { ...signed, app, waiting: await begin() };
}

const askers = new WeakMap<TestApp, Promise<Signed>>();

function askerOf(kanon: TestApp): Promise<Signed> {
  const known = askers.get(kanon) ?? signedIn(kanon, 'admin');
  askers.set(kanon, known);
  return known;
}

/** A request for each route that answers one, by the path of the route. */
export async function approvalsToAnswer(
  kanon: TestApp,
): Promise<Readonly<Record<string, { approval: string }>>> {
  const ids: Record<string, { approval: string }> = {};
  const { token } = await askerOf(kanon);
  for (const end of ['giving', 'refusal', 'withdrawal']) {
    const { actor } = await signedIn(kanon, 'auditor');
    const asked = await call(kanon, 'POST', `/v1/accounts/${actor.account ?? ''}/reset`, { token });
    if (asked.status !== 202) throw new Error(`nothing was asked for: ${asked.text}`);
    ids[`/v1/approvals/{approval}/${end}`] = { approval: asked.body.id };
  }
  return ids;
}

const EXAMPLE = { account: 'meldung', password: 'ein-Satz-zum-Ausprobieren' };

/** Whoever ends sessions has signed in. */
async function signInAsExample(kanon: TestApp): Promise<string> {
  const { status, body } = await call(kanon, 'POST', '/v1/sessions', { body: JSON.stringify(EXAMPLE) });
  if (status !== 201) throw new Error('the example cannot sign in');
  return body.access_token as string;
}

export async function sessionToEnd(kanon: TestApp): Promise<Readonly<Record<string, { session: string }>>> {
  const token = await signInAsExample(kanon);
  const { body } = await call(kanon, 'GET', '/v1/sessions', { token });
  return { '/v1/sessions/{session}': { session: body.sessions[0].id } };
}

const SCOPES: Readonly<Partial<Record<Role, { region?: string; schools?: readonly string[] }>>> = {
  reporter: { schools: ['900001'] },
  provider: { schools: ['900002'] },
  coordinator: { region: '05111' },
  district: { region: '051' },
  state: { region: '05' },
  'disclosure-officer': { region: '05' },
};

/** Roles by whom a route is tried first. */
const ROLES = [
  'state',
  'disclosure-officer',
  'coordinator',
  'auditor',
  'admin',
  'protection-officer',
  'reporter',
  'provider',
  'benefit-office',
] as const;

const reporters = new WeakMap<TestApp, Promise<Signed>>();
const providers = new WeakMap<TestApp, Promise<Signed>>();
const offices = new WeakMap<TestApp, Promise<Signed>>();

export function reporterOf(kanon: TestApp): Promise<Signed> {
  const known = reporters.get(kanon) ?? signedIn(kanon, 'reporter', SCOPES.reporter);
  reporters.set(kanon, known);
  return known;
}

/** Somebody who may call a route, anew each time, so that two persons are two; undefined where it is open. */
export async function tokenFor(kanon: TestApp, { method, path }: Described): Promise<string | undefined> {
  const route = kanon.app
    .get(Census)
    .routes()
    .find((one) => one.method === method.toUpperCase() && one.path.replaceAll(/:(\w+)/g, '{$1}') === path);
  if (!route) throw new Error(`no route ${method} ${path}`);
  if (!route.act) return undefined;
  if (route.act.act === 'session.end') return signInAsExample(kanon);
  if (route.act.act === 'factor.change') return (await withAnApp(kanon, ['900002'])).token;
  if (route.act.act === 'approval.withdraw') return (await askerOf(kanon)).token;
  const reach: object = RIGHTS[route.act.act].reach;
  const role = ROLES.find((one) => one in reach);
  // Of one school one account reports: another's report it could not replace without naming its revision.
  if (role === 'reporter') return (await reporterOf(kanon)).token;
  if (role === 'provider') {
    const provider = providers.get(kanon) ?? signedIn(kanon, role, SCOPES[role] ?? {});
    providers.set(kanon, provider);
    return (await provider).token;
  }
  if (role === 'benefit-office') {
    const office = offices.get(kanon) ?? officeOf(kanon, '05111');
    offices.set(kanon, office);
    return (await office).token;
  }
  if (!role) throw new Error(`nobody may ${route.act.act}`);
  return (await signedIn(kanon, role, SCOPES[role] ?? {})).token;
}

export interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What is wrong with an answer, held against the description of its route; empty where all is as described. */
export function faultsOf(document: OpenAPIObject, { operation }: Described, said: Said): string[] {
  const answer = operation.responses[String(said.status)];
  if (!answer || '$ref' in answer)
    return [`status ${said.status} is not described: ${said.text.slice(0, 200)}`];
  const faults: string[] = [];
  for (const name of ['etag', 'retry-after', 'www-authenticate', 'allow']) {
    const isDescribed = Object.keys(answer.headers ?? {}).some((one) => one.toLowerCase() === name);
    if (said.headers.has(name) && !isDescribed) faults.push(`header ${name} is not described`);
    const mayLack = name === 'etag' && said.status < 300; // a dry run stores no revision
    if (!said.headers.has(name) && isDescribed && !mayLack) faults.push(`header ${name} is missing`);
  }
  if (said.text === '') return faults;
  const type = (said.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const content = answer.content?.[type];
  if (!content?.schema) return [...faults, `${type} is not described`];
  if (!type.endsWith('json')) return faults;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile({ ...content.schema, components: document.components });
  if (!validate(JSON.parse(said.text)))
    for (const { instancePath, message } of validate.errors ?? [])
      faults.push(`${instancePath || '/'} ${message ?? ''}`);
  return faults;
}
