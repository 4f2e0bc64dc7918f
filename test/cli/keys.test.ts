/** `kanon keys` beside a running service: list, rotate, retire, and what the log says of it. */
import { readdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Keyring } from '../../src/identity/keyring.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { signedIn, startApp, type TestApp } from '../setup/app.ts';
import { kanon } from './run-kanon.ts';

interface Listed {
  readonly keys: {
    purpose: string;
    id: string;
    state: string;
    file: string | null;
    retiredAt: string | null;
  }[];
  readonly log: { key: string; file: string | null } | null;
}

let service: TestApp;
let owner: Owner;
let env: Record<string, string>;
beforeAll(async () => {
  service = await startApp();
  owner = await ownerOf(service);
  env = {
    DATABASE_URL: service.database.serviceUrl,
    DATABASE_OWNER_URL: service.database.ownerUrl,
    KANON_DATA: service.settings.data,
  };
});
afterAll(async () => {
  await owner.end();
  await service.close();
});

const keys = (...args: string[]) => kanon(['keys', ...args, '--lang', 'en'], env);
const listed = async (): Promise<Listed> => JSON.parse((await keys('list', '--json')).out) as Listed;
const knock = async (token: string): Promise<number> =>
  (await fetch(`${service.url}/v1/sessions`, { headers: { authorization: `Bearer ${token}` } })).status;

test('lists each key with its file, and no secret', async () => {
  const { keys: found, log } = await listed();
  expect(found.map(({ purpose, state, file }) => [purpose, state, file]).sort()).toEqual([
    ['certificates', 'used', 'certificates-key-1.pem'],
    ['receipts', 'used', 'receipts-key-1.pem'],
    ['seals', 'used', 'seals-key-1'],
    ['tokens', 'used', 'tokens-key-1.pem'],
  ]);
  expect(log?.file ?? null).toBe(log ? 'log-key-05-1' : null);
  const { code, out } = await kanon(['keys', 'list'], env);
  expect([code, out]).toEqual([0, expect.stringMatching(/^Zweck +Kennung +Stand +ab +Datei\n/)]);
  expect(out).not.toContain('PRIVATE');
});

test('makes the next key beside the service, which goes on without a restart', async () => {
  const { token } = await signedIn(service, 'auditor');
  const { code, out } = await keys('rotate', 'receipts', '--operator', 'A. Beispiel');
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(
      /^receipts-key-2\.pem is made and published; it signs for receipts in 60 seconds\. /,
    ),
  ]);
  const { keys: found } = await listed();
  const waiting = found.find(({ state }) => state === 'next');
  await sleep(2500);
  const served = (await (await fetch(`${service.url}/.well-known/jwks.json`)).json()) as {
    keys: { kid: string }[];
  };
  expect(served.keys.map(({ kid }) => kid)).toContain(waiting?.id);
  expect(service.app.get(Keyring).signing('receipts').id).not.toBe(waiting?.id);
  expect(await knock(token)).toBe(200);
  const [entry] = await owner.rows<{ object: string; operator: string; role: string }>(
    `SELECT object, operator, role FROM access_entry WHERE action = 'key.rotate'`,
  );
  expect(entry).toEqual({
    object: `purpose=receipts key=${waiting?.id} seconds=60`,
    operator: `login=${userInfo().username} by="A. Beispiel"`,
    role: 'admin',
  });
  const again = await keys('rotate', 'receipts');
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('waits for its time')]);
});

test('retires the key of tokens, and everybody is signed out', async () => {
  const { token } = await signedIn(service, 'auditor');
  const old = service.app.get(Keyring).signing('tokens').id;
  const { code, out } = await keys('retire', 'tokens', old);
  expect([code, out]).toEqual([
    0,
    expect.stringContaining('All sessions have ended: everybody signs in again.'),
  ]);
  expect(await knock(token)).toBe(401);
  expect((await readdir(service.settings.data)).filter((name) => name.startsWith('tokens'))).toEqual([
    'tokens-key-2.pem',
  ]);
  const { keys: found } = await listed();
  expect(found.filter(({ purpose }) => purpose === 'tokens').map(({ state }) => state)).toEqual([
    'retired',
    'used',
  ]);
  const again = await keys('retire', 'tokens', old);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('was retired before')]);
});

test.each([
  [['rotate']],
  [['rotate', 'everything']],
  [['rotate', 'log']],
  [['rotate', 'tokens', 'more']],
  [['retire', 'tokens']],
  [['retire', '__proto__', 'x']],
  [['list', 'tokens']],
  [['forge', 'tokens']],
  [['rotate', 'tokens', '--json']],
])('is not called by %j', async (args) => {
  expect((await keys(...args)).code).toBe(2);
});
