/** The description of the API: its examples pass when they are sent, and real answers are as it says. */
import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from '../../src/operations/openapi-answers.ts';
import { TAGS } from '../../src/operations/openapi-words.ts';
import { SOME_ID } from '../../src/operations/openapi-examples.ts';
import type { WitnessedApp } from '../audit/witness-scene.ts';
import { call, signedIn } from '../setup/app.ts';
import { SoftAuthenticator } from '../setup/soft-authenticator.ts';
import {
  bodyOf,
  describedApi,
  type Described,
  faultsOf,
  accountsToChange,
  approvalsToAnswer,
  holdsToAnswer,
  OPEN,
  operationAt,
  outcomesRead,
  RELEASED,
  sessionToEnd,
  startDescribed,
  tokenFor,
  reporterOf,
  withAnApp,
} from './api-scene.ts';

const REPORT = '/v1/schools/{school}/reports/{period}';
/** What changes the scene comes last, in this order. */
const LATE = [
  '/outcomes-release',
  '/passwords',
  '/return',
  '/freeze',
  '/preview',
  '/release',
  '/corrections',
  '/reopening',
];
/** Only an answer, the key of a witness, or who knows the list gives these; an id in an address is shown how it looks. */
const WITHOUT_EXAMPLE = [
  'closesMissing',
  'account',
  'cursor',
  'after',
  'kanon-device',
  'if-match',
  'if-none-match',
  'kanon-confirm',
];
const WITHOUT_BODY = [
  'post /v1/sessions/refresh',
  'post /v1/sessions/current/step-up',
  'post /v1/factors/totp/confirmation',
  'post /v1/activations',
  'post /v1/tokens',
  'post /v1/device/authorizations',
  'post /v1/device/answers',
  'post /v1/factors/passkeys',
  'post /v1/sessions/passkey',
  'post /v1/demo/sessions',
  'post /v1/witness/cosignatures',
];

const lateness = ({ method, path }: Described): number => {
  const at = method === 'post' ? LATE.findIndex((end) => path.endsWith(end)) : -1;
  return at >= 0 ? 10 + at : ['put', 'get', 'post'].indexOf(method);
};

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: string | number;
  readonly schema: { readonly examples?: (string | number)[]; readonly enum?: string[] };
}

const parametersOf = ({ operation }: Described) => (operation.parameters ?? []) as Parameter[];
const examplesOf = ({ example, schema }: Parameter): (string | number)[] =>
  example === undefined ? (schema.examples ?? schema.enum ?? []) : [example];

let document: OpenAPIObject;
let kanon: WitnessedApp;
let described: Described[];
beforeAll(async () => {
  document = await describedApi();
  described = operationsOf(document).sort((a, b) => lateness(a) - lateness(b));
  kanon = await startDescribed(bodyOf(operationAt(document, 'put', REPORT)));
});
afterAll(() => kanon.close());

test('its addresses and those of its page refuse every parameter, as all others do', async () => {
  const routes = kanon.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const known = ['/openapi.json', '/docs', '/docs/', '/docs/swagger-ui.css', '/docs/swagger-ui-init.js'];
  expect(routes).toContain('openapi.json');
  for (const path of known) {
    expect([path, (await call(kanon, 'GET', path)).status]).toEqual([path, 200]);
    for (const query of ['x=', 'x=1', '__proto__=1', 'x', '%=1']) {
      const { status, body } = await call(kanon, 'GET', `${path}?${query}`);
      expect([path, query, status, body.type]).toEqual([path, query, 400, 'urn:kanon:problem:bad-request']);
    }
  }
});

/** One request as described; `given` are parameters beside those that are needed. */
async function send(one: Described, given: Record<string, string | number> = {}, ids = {}) {
  const token = await tokenFor(kanon, one);
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  let path = one.path;
  const values: Record<string, string | number | undefined> = { ...given, ...ids };
  for (const parameter of parametersOf(one)) {
    const value = values[parameter.name] ?? (parameter.required ? examplesOf(parameter)[0] : undefined);
    if (value === undefined) continue;
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, String(value));
    else if (parameter.in === 'query') query.set(parameter.name, String(value));
    else headers[parameter.name] = String(value);
  }
  const body = bodyOf(one);
  const isList = typeof body === 'string';
  return call(kanon, one.method.toUpperCase(), query.size > 0 ? `${path}?${query.toString()}` : path, {
    token,
    headers: { ...headers, ...(isList && { 'content-type': 'text/csv' }) },
    ...(body === undefined ? {} : { body: isList ? body : onceMore(one, JSON.stringify(body)) }),
  });
}

let sent = 0;
/** Each parameter of a list of invitations sends it once more, and no name is given twice. */
const onceMore = ({ path }: Described, body: string): string =>
  path === '/v1/accounts/invitations' ? body.replace('meldung-', `neu-${(sent += 1)}-`) : body;

test('every group has a word, signing in and reports come first, and no route stands outside', () => {
  expect(document.tags?.map(({ name }) => name)).toEqual(TAGS.map(([name]) => name));
  expect(document.tags?.slice(0, 2).map(({ name }) => name)).toEqual(['sign-in', 'reports']);
  expect(document.tags?.filter(({ description }) => !description)).toEqual([]);
  const names = new Set(TAGS.map(([name]) => name));
  for (const { path, operation } of described)
    expect([path, operation.tags?.every((tag) => names.has(tag)), Boolean(operation.summary)]).toEqual([
      path,
      true,
      true,
    ]);
});

test('every parameter says what it is and how it looks, and the description where the token comes from', () => {
  for (const one of described)
    for (const parameter of parametersOf(one)) {
      const place = `${one.method} ${one.path} ${parameter.name}`;
      expect([place, (parameter.description ?? '').length > 8]).toEqual([place, true]);
      expect([place, examplesOf(parameter).length > 0]).toEqual([
        place,
        parameter.in === 'path' || !WITHOUT_EXAMPLE.includes(parameter.name),
      ]);
    }
  const [scheme] = Object.values(document.components?.securitySchemes ?? {}) as { description?: string }[];
  expect(scheme?.description).toContain('POST /v1/sessions');
  expect(document.info.description).toContain('Authorize');
});

test('whatever may be asked too often says so, with Retry-After, and whoever tries a password which header knows the device', () => {
  for (const { method, path, operation } of described) {
    const place = `${method} ${path}`;
    const answers = operation.responses as Record<string, { headers?: Record<string, unknown> } | undefined>;
    expect([place, answers['429'] !== undefined]).toEqual([place, path.startsWith('/v1/')]);
    if (answers['429']) expect(Object.keys(answers['429'].headers ?? {})).toContain('Retry-After');
  }
  const knows = described.filter((one) => parametersOf(one).some(({ name }) => name === 'kanon-device'));
  expect(knows.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    'post /v1/activations',
    'post /v1/password-resets',
    'post /v1/passwords',
    'post /v1/sessions',
    'post /v1/sessions/passkey',
  ]);
});

test('every body has an example, but where only a key could make one', () => {
  for (const one of described.filter(({ operation }) => operation.requestBody)) {
    const place = `${one.method} ${one.path}`;
    expect([place, bodyOf(one) !== undefined]).toEqual([place, !WITHOUT_BODY.includes(place)]);
  }
});

test('what takes format=csv answers text/csv, and says so', async () => {
  const tables = described.filter((one) => parametersOf(one).some(({ name }) => name === 'format'));
  expect(tables.length).toBe(7);
  for (const one of tables) {
    const said = await send(one, { format: 'csv' });
    expect([one.path, said.headers.get('content-type'), faultsOf(document, one, said)]).toEqual([
      one.path,
      'text/csv; charset=utf-8; header=present',
      [],
    ]);
  }
});

describe('a refusal is as described', () => {
  const report = `/v1/schools/900001/reports/${OPEN}`;
  const other = '"3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70"';
  const asReporter = () => signedIn(kanon, 'reporter', { schools: ['900001'] });
  const body = () => JSON.stringify(bodyOf(operationAt(document, 'put', REPORT)));
  interface Ask {
    readonly token?: string;
    readonly body?: string;
    readonly headers?: Record<string, string>;
  }
  const cases: [status: number, method: string, path: string, url: string, ask: () => Promise<Ask>][] = [
    [400, 'get', '/v1/regions/{key}', '/v1/regions/x', () => Promise.resolve({})],
    [401, 'get', '/v1/releases', '/v1/releases', () => Promise.resolve({})],
    [
      401,
      'post',
      '/v1/sessions',
      '/v1/sessions',
      () => Promise.resolve({ body: '{"account":"meldung","password":"falsch"}' }),
    ],
    [403, 'get', '/v1/releases', '/v1/releases', asReporter],
    [404, 'get', '/v1/regions/{key}', '/v1/regions/09', () => Promise.resolve({})],
    [405, 'get', '/v1/periods', '/v1/periods', () => Promise.resolve({})],
    [
      409,
      'post',
      '/v1/periods/{period}/freeze',
      `/v1/periods/${RELEASED}/release`,
      () => signedIn(kanon, 'disclosure-officer', { region: '05' }),
    ],
    [
      412,
      'put',
      REPORT,
      report,
      async () => ({
        ...(await asReporter()),
        body: body().replace('19', '20'),
        headers: { 'if-match': other },
      }),
    ],
    [413, 'put', REPORT, report, async () => ({ ...(await asReporter()), body: ' '.repeat(300_000) })],
    [
      415,
      'put',
      REPORT,
      report,
      async () => ({
        ...(await asReporter()),
        body: 'x',
        headers: { 'content-type': 'text/plain' },
      }),
    ],
    [422, 'put', REPORT, report, async () => ({ ...(await asReporter()), body: '{}' })],
    [
      428,
      'put',
      REPORT,
      report,
      async () => {
        const first = await reporterOf(kanon);
        await call(kanon, 'PUT', report, { token: first.token, body: body() });
        return { ...(await asReporter()), body: body().replace('19', '20') };
      },
    ],
  ];
  test.each(cases)('%i at %s %s', async (status, method, path, url, ask) => {
    const said = await call(kanon, status === 405 ? 'DELETE' : method.toUpperCase(), url, await ask());
    expect([said.status, faultsOf(document, operationAt(document, method, path), said)]).toEqual([
      status,
      [],
    ]);
  });

  test('304 at a summary that is held already', async () => {
    const one = operationAt(document, 'get', '/v1/regions/{region}/summaries/{period}');
    const etag = (await send(one)).headers.get('etag') ?? '';
    const said = await send(one, { 'if-none-match': etag });
    expect([said.status, faultsOf(document, one, said)]).toEqual([304, []]);
  });

  test('429 where an account was tried too often', async () => {
    const one = operationAt(document, 'post', '/v1/sessions');
    let said = await call(kanon, 'POST', '/v1/sessions', {});
    for (let tries = 0; tries < 30 && said.status !== 429; tries += 1)
      said = await call(kanon, 'POST', '/v1/sessions', { body: '{"account":"niemand","password":"falsch"}' });
    expect([said.status, faultsOf(document, one, said)]).toEqual([429, []]);
  });
});

test('every example passes when it is sent, and the answer is as described', async () => {
  const auditor = await signedIn(kanon, 'auditor');
  const state = await signedIn(kanon, 'state', { region: '05' });
  const { entries } = (await call(kanon, 'GET', '/v1/access-log/entries', auditor)).body;
  const { releases } = (await call(kanon, 'GET', '/v1/releases', state)).body;
  const known: Record<string, string> = { entry: entries[0].id, release: releases[0].id };
  const own: Record<string, Record<string, string>> = {
    ...(await holdsToAnswer(kanon)),
    ...(await accountsToChange(kanon)),
    ...(await approvalsToAnswer(kanon)),
    ...(await sessionToEnd(kanon)),
    ...(await outcomesRead(kanon)),
  };
  const found: string[][] = [];
  for (const one of described) {
    const place = `${one.method} ${one.path}`;
    if (WITHOUT_BODY.includes(place)) continue;
    const ids = own[one.path] ?? known;
    // Ids of the examples are nobody's: their form is right, and nothing is there.
    if (parametersOf(one).some(({ name }) => ids[name] !== undefined)) {
      const nobody = await send(one);
      expect([place, nobody.status, faultsOf(document, one, nobody)]).toEqual([place, 404, []]);
      expect(examplesOf(parametersOf(one).find(({ name }) => ids[name] !== undefined)!)).toEqual([SOME_ID]);
    }
    const optional = parametersOf(one).filter(({ required }) => !required);
    const more = optional.flatMap((parameter) =>
      examplesOf(parameter).map((value) => ({ [parameter.name]: value })),
    );
    for (const given of [...more, {}]) {
      const said = await send(one, given, ids);
      const faults = [...(said.status < 300 ? [] : [said.text]), ...faultsOf(document, one, said)];
      if (faults.length > 0) found.push([`${place} ${JSON.stringify(given)}`, ...faults]);
    }
  }
  expect(found).toEqual([]);
});

test('codes of an authenticator app do what is described', async () => {
  const { token, app, waiting } = await withAnApp(kanon, ['900003']);
  for (const [path, code] of [
    ['/v1/sessions/current/step-up', await app.code()],
    ['/v1/sessions/current/step-up', '000000'],
    ['/v1/factors/totp/confirmation', await waiting.code()],
  ] as const) {
    const said = await call(kanon, 'POST', path, { token, body: JSON.stringify({ code }) });
    expect([path, said.status < 300, faultsOf(document, operationAt(document, 'post', path), said)]).toEqual([
      path,
      code !== '000000',
      [],
    ]);
  }
});

test('passkeys do what is described', async () => {
  const { token } = await signedIn(kanon, 'reporter', { schools: ['900003'] });
  const key = new SoftAuthenticator(kanon.settings.publicUrl);
  const send = async (method: string, path: string, body?: object, as?: string) => {
    const more = { ...(body ? { body: JSON.stringify(body) } : {}), ...(as ? { token: as } : {}) };
    const said = await call(kanon, method, path, more);
    expect([path, said.status < 300 ? '' : said.text]).toEqual([path, '']);
    expect(faultsOf(document, operationAt(document, method.toLowerCase(), path), said)).toEqual([]);
    return said.body;
  };
  const { challenge } = await send('POST', '/v1/factors/passkeys/options', undefined, token);
  await send('POST', '/v1/factors/passkeys', key.made(challenge), token);
  const shown = async (path: string, as?: string) =>
    key.shown((await send('POST', path, undefined, as)).challenge);
  const { access_token: mine } = await send(
    'POST',
    '/v1/sessions/passkey',
    await shown('/v1/passkeys/challenges'),
  );
  const again = await shown('/v1/sessions/current/step-up/challenge', mine);
  await send('POST', '/v1/sessions/current/step-up', { passkey: again }, mine);
  expect((await send('GET', '/v1/factors', undefined, mine)).passkeys).toHaveLength(1);
});

test('what only an answer can give, a code and a refresh token, does what is described', async () => {
  const invite = operationAt(document, 'post', '/v1/accounts');
  const invited = await call(kanon, 'POST', '/v1/accounts', {
    token: await tokenFor(kanon, invite),
    body: JSON.stringify({ ...(bodyOf(invite) as object), name: 'meldung-900003' }),
  });
  expect([invited.status, faultsOf(document, invite, invited)]).toEqual([201, []]);
  const bodies: readonly (readonly [string, (from: string) => object])[] = [
    [
      '/v1/activations',
      (code) => ({ account: 'meldung-900003', code, password: 'sieben-graue-regentonnen' }),
    ],
    ['/v1/sessions/refresh', (token) => ({ refresh_token: token })],
  ];
  let gives = invited.body.code as string;
  for (const [path, body] of bodies) {
    const said = await call(kanon, 'POST', path, { body: JSON.stringify(body(gives)) });
    expect([path, said.status < 300, faultsOf(document, operationAt(document, 'post', path), said)]).toEqual([
      path,
      true,
      [],
    ]);
    gives = said.body.refresh_token as string;
  }
});

test('the comparison finds what is not as described', async () => {
  const one = operationAt(document, 'get', '/v1/periods');
  const said = await send(one);
  expect(faultsOf(document, one, said)).toEqual([]);
  expect(faultsOf(document, one, { ...said, status: 418 })).toEqual([expect.stringContaining('418')]);
  expect(faultsOf(document, one, { ...said, text: '{"periods":[{"key":7}]}' })).not.toEqual([]);
  const headers = new Headers({ 'content-type': 'text/plain', etag: '"x"' });
  expect(faultsOf(document, one, { ...said, headers })).toEqual([
    'header etag is not described',
    'text/plain is not described',
  ]);
});
