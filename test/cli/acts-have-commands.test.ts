/** Nothing that a role may do needs curl: each act is asked for by a command, or stands here with the reason why not. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLES } from '../../src/access/actor.ts';
import { Census } from '../../src/access/census.ts';
import { type ActName, RIGHTS, rightOf } from '../../src/access/rights.ts';
import { pathOf } from '../docs/markdown.ts';
import { startApp, type TestApp } from '../setup/app.ts';

/** Acts without a route: a command on the host does them, in this file. */
const ON_HOST: Partial<Record<ActName, readonly [file: string, deed: RegExp]>> = {
  'account.create': ['administer.ts', /get\(HostSecond\)[\s\S]*\.make\(admin/],
  'account.read': ['administer.ts', /\.personBehind\(admin/],
  'key.rotate': ['keys.ts', /get\(KeyChanges\)\.rotate\(admin/],
  'key.retire': ['keys.ts', /changes\.retire\(admin/],
  'program.change': ['program.ts', /programs\.add\(admin/],
  'program.list': ['program.ts', /programs\.list\(admin/],
};

/** Acts of a route that is open, since whoever asks shows who it is by the same request. */
const OPEN: Partial<Record<ActName, readonly string[]>> = {
  'account.password': ['POST /v1/passwords', 'POST /v1/activations'],
};

/** Acts that no command asks for, and why. */
const WITHOUT: Partial<Record<ActName, string>> = {
  'draft.key': 'it opens what a browser keeps on its device, and a command keeps no draft',
  'device.answer': 'a person who is signed in answers it in a browser, at /device',
  'session.step-up': 'each command signs in anew, so no factor that it showed is ever five minutes old',
};

/** Methods of the client, and what they send. */
const METHODS: Readonly<Record<string, string>> = {
  get: 'GET',
  text: 'GET',
  bytes: 'GET',
  put: 'PUT',
  post: 'POST',
  file: 'POST',
  delete: 'DELETE',
};

/** Text of a program in which each `${NAME}` of an address, and each NAME alone, is the address itself. */
function withAddresses(source: string): string {
  let text = source;
  const names = /^(?:export )?const (\w+) =\s*(['`])(\/v1\/[^'`]*)\2(?: as const)?;$/gm;
  // An address may begin with another one.
  for (let round = 0; round < 3; round += 1)
    for (const [, name = '', , address = ''] of text.matchAll(names))
      text = text
        .replaceAll(`\${${name}}`, address)
        .replaceAll(new RegExp(`(?<=[(\\s])${name}(?=[,)])`, 'g'), `'${address}'`);
  return text;
}

/** `POST /v1/periods/{period}/freeze`: what the program sends; of an address in a table, by any method. */
function requestsIn(source: string): Set<string> {
  const text = withAddresses(source);
  const sent = new Set<string>();
  for (const [, method = '', address = ''] of text.matchAll(/\.(\w+)\(\s*['`](\/v1\/[^'`$]*)['`]/g))
    if (METHODS[method]) sent.add(`${METHODS[method]} ${address}`);
  for (const [, address = ''] of text.matchAll(/^\s+\w+: ['`](\/v1\/[^'`$]*)['`],$/gm))
    for (const method of Object.values(METHODS)) sent.add(`${method} ${address}`);
  // The client's own call for it.
  if (/\bsigned?In\(|\.signIn\(/.test(text)) sent.add('POST /v1/sessions');
  return sent;
}

async function commandsSend(): Promise<Set<string>> {
  const folder = pathOf('src/cli');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const sources = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return new Set(sources.flatMap((source) => [...requestsIn(source)]));
}

/** Whoever may do it: people, and not what runs by itself. */
const isOfPeople = (act: ActName): boolean => ROLES.some((role) => rightOf(act).reach[role] !== undefined);

describe('what a role may do', () => {
  let kanon: TestApp;
  let routes: Map<ActName, string[]>;
  beforeAll(async () => {
    kanon = await startApp();
    routes = new Map();
    for (const { act, method, path } of kanon.app.get(Census).routes())
      if (act) {
        const route = `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;
        routes.set(act.act, [...(routes.get(act.act) ?? []), route]);
      }
  });
  afterAll(() => kanon.close());

  const routesOf = (act: ActName): readonly string[] => routes.get(act) ?? OPEN[act] ?? [];
  /** Acts with a route that no command sends. */
  const lacking = (sent: ReadonlySet<string>): string[] =>
    (Object.keys(RIGHTS) as ActName[])
      .filter((act) => isOfPeople(act) && !ON_HOST[act])
      .filter((act) => routesOf(act).every((route) => !sent.has(route)));

  test('has a command, or a reason why not', async () => {
    expect(lacking(await commandsSend()).sort()).toEqual(Object.keys(WITHOUT).sort());
    expect(Object.values(WITHOUT).filter((reason) => reason.length < 20)).toEqual([]);
  });

  test('on the host is done by the command that is named', async () => {
    for (const [act, [file, deed]] of Object.entries(ON_HOST)) {
      expect([act, routes.has(act as ActName)]).toEqual([act, false]);
      expect([act, deed.test(await readFile(pathOf(`src/cli/commands/${file}`), 'utf8'))]).toEqual([
        act,
        true,
      ]);
    }
  });

  test('a command that is taken away is missed', async () => {
    const sent = await commandsSend();
    for (const [route, act] of [
      ['POST /v1/periods/{period}/freeze', 'period.freeze'],
      ['POST /v1/regions/{region}/reports/{period}/{school}/return', 'report.return'],
      ['GET /v1/access-log/entries', 'log.read'],
      ['GET /v1/settings', 'setting.list'],
    ] as const) {
      expect([route, sent.has(route)]).toEqual([route, true]);
      const without = new Set([...sent].filter((one) => one !== route));
      expect([act, lacking(without).includes(act)]).toEqual([act, true]);
    }
  });
});
