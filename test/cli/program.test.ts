/** `kanon program` beside a running service: a program is made, gets another key, and is closed. */
import * as jose from 'jose';
import { ownerOf, type Owner } from '../access/house.ts';
import { furnish, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { kanon, scratch } from './run-kanon.ts';

let service: TestApp;
let owner: Owner;
let env: Record<string, string>;
let responsible: string;
let folder: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  folder = await scratch();
  service = await startApp();
  await furnish(service);
  owner = await ownerOf(service);
  const { actor } = await signedIn(service, 'admin');
  const [row] = await owner.rows<{ name: string }>('SELECT name FROM account WHERE id = $1', [actor.account]);
  responsible = row!.name;
  env = {
    DATABASE_URL: service.database.serviceUrl,
    DATABASE_OWNER_URL: service.database.ownerUrl,
    KANON_DATA: service.settings.data,
  };
});
afterAll(async () => {
  await owner.end();
  await service.close();
  await folder.delete();
});

const program = (...args: string[]) => kanon(['program', ...args, '--lang', 'en'], env);
const keyFile = async (name: string, isPrivate = false): Promise<string> => {
  const { privateKey, publicKey } = await jose.generateKeyPair('EdDSA', { extractable: true });
  const text = isPrivate
    ? await jose.exportPKCS8(privateKey)
    : JSON.stringify(await jose.exportJWK(publicKey));
  return folder.file(name, text);
};
const inAYear = `${new Date().getUTCFullYear() + 1}-07-31`;
const add = (key: string, ...more: string[]) =>
  program(
    'add',
    'fachverfahren',
    '--office',
    'Träger',
    '--owner',
    responsible,
    '--school',
    '990001',
    '990003',
    '--key',
    key,
    ...more,
  );

test('a program has a life: added, seen, another key, closed, and each is an entry', async () => {
  const added = await add(await keyFile('a.jwk'), '--until', inAYear);
  expect([added.code, added.out]).toEqual([
    0,
    expect.stringMatching(/^fachverfahren shows itself by the key [\w-]{43}\.\n$/),
  ]);
  const { programs } = JSON.parse((await program('list', '--json')).out);
  expect(programs).toEqual([
    expect.objectContaining({
      name: 'fachverfahren',
      owner: responsible,
      schools: ['990001', '990003'],
      until: inAYear,
      isOpen: true,
    }),
  ]);
  expect((await program('key', 'fachverfahren', '--key', await keyFile('b.jwk'))).code).toBe(0);
  const third = await program('key', 'fachverfahren', '--key', await keyFile('c.jwk'));
  expect([third.code, third.err]).toEqual([
    expect.any(Number),
    expect.stringContaining('or two; take one away first'),
  ]);
  expect(third.code).not.toBe(0);
  expect((await program('key', 'fachverfahren', '--remove', programs[0].keys[0])).code).toBe(0);
  const list = await program('list');
  expect(list.out).toMatch(
    /^program +office +answers for it +until +open +schools +keys\nfachverfahren .* yes /,
  );
  expect((await program('close', 'fachverfahren')).out).toBe('Closed; it counts at once.\n');
  expect((await program('list')).out).toMatch(/ no /);
  const entries = await owner.rows<{ object: string; decision: string }>(
    `SELECT object, decision FROM access_entry WHERE action = 'program.change' ORDER BY at`,
  );
  expect(entries.map(({ object, decision }) => [object.split(' ')[0], decision])).toEqual([
    ['change=added', 'allowed'],
    ['change=key-added', 'allowed'],
    ['change=key-added', 'failed'],
    ['change=key-removed', 'allowed'],
    ['change=closed', 'allowed'],
  ]);
});

test.each<[string, (key: string) => Promise<{ code: number; err: string }>, RegExp]>([
  [
    'a private key',
    async () => add(await keyFile('p.pem', true), '--until', inAYear),
    /holds the private key/,
  ],
  ['no key', async () => add('package.json', '--until', inAYear), /holds no public key/],
  ['a day that is over', async (key) => add(key, '--until', '2020-01-01'), /--until is the last day/],
  ['a day far ahead', async (key) => add(key, '--until', '2099-01-01'), /--until is the last day/],
  ['no day', async (key) => add(key), /--until is the last day/],
  ['too little', async () => program('add', 'x'), /Use: kanon program/],
  ['a program that is not there', async () => program('close', 'nobody'), /no such program/],
])('%s is refused with a sentence', async (_, run, said) => {
  const { code, err } = await run(await keyFile('k.jwk'));
  expect(code).not.toBe(0);
  expect(err).toMatch(said);
});
