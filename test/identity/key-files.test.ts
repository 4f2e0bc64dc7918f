/** The files of our keys after a kill, a full disk or a loss of power: there whole, made anew, or missed in a clear sentence. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../src/application.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { KEY_PURPOSES } from '../../src/identity/key-purposes.ts';
import { Keyring } from '../../src/identity/keyring.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';

let database: FreshDatabase;
let data: string;

beforeEach(async () => {
  database = await freshDatabase();
  data = await mkdtemp(join(tmpdir(), 'kanon-test-key-'));
});
afterEach(async () => {
  await database.drop();
  await rm(data, { recursive: true, force: true });
});

const FILES = ['certificates-key-1.pem', 'receipts-key-1.pem', 'seals-key-1', 'tokens-key-1.pem'];
const keys = async () =>
  (await readdir(data)).filter((name) => /key-\d|signing-key/.test(name) && !name.startsWith('log')).sort();
const at = (name: string) => join(data, name);
/** Those that have an own file each, and the one of older versions. */
const EACH = [...FILES, 'signing-key.pem'];

/** Starts on the folder, does the work, and closes; the ids of the keys, by purpose. */
async function start(work?: (accounts: Accounts) => Promise<unknown>): Promise<string[]> {
  const settings = readSettings({ KANON_DATA: data, DATABASE_URL: database.serviceUrl, KANON_POOL: '4' });
  const app = await createApplication(settings);
  try {
    await app.init();
    await work?.(app.get(Accounts));
    return KEY_PURPOSES.map((purpose) => app.get(Keyring).signing(purpose).id);
  } finally {
    await app.close();
  }
}

const account = (accounts: Accounts) =>
  accounts.create({ tenant: '05', role: 'admin', system: 'test', schools: [] }, [
    { name: 'revision', role: 'auditor', office: 'Erfundene Revision' },
  ]);

test('are made once, readable by their owner only, and nothing of their making stays', async () => {
  const first = await start();
  expect(new Set(first).size).toBe(4);
  expect(await start()).toEqual(first);
  expect(await keys()).toEqual(FILES);
  for (const name of FILES) expect([name, (await stat(at(name))).mode & 0o777]).toEqual([name, 0o600]);
});

test('two first starts at once take the same ones', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one).toEqual(other);
});

test.each(EACH)(
  '%s, left empty, is mended where nobody has an account: nothing was ever signed',
  async (name) => {
    await writeFile(at(name), '');
    const [one, other] = await Promise.all([start(), start()]);
    expect(one).toEqual(other);
    expect(await keys()).toEqual(FILES);
  },
);

test.each(EACH)(
  '%s, empty where somebody has an account, is missed in a sentence, and stays',
  async (name) => {
    await start(account);
    await writeFile(at(name), '');
    await expect(start()).rejects.toThrow(
      new RegExp(
        `^The key .*${name} is empty: bring it back from the backup of the keys\\. Where there is no copy, move`,
      ),
    );
    expect((await stat(at(name))).size).toBe(0);
  },
);

test.each([
  ['half a key', 'receipts-key-1.pem', (text: string) => text.slice(0, 60)],
  ['half a secret', 'seals-key-1', (text: string) => text.slice(0, 30)],
  ['a secret and more', 'seals-key-1', (text: string) => `${text.trimEnd()}AAAA`],
  [
    'another kind of key',
    'tokens-key-1.pem',
    () =>
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
  ],
  [
    'zeros, as a loss of power leaves them',
    'certificates-key-1.pem',
    (text: string) => '\0'.repeat(text.length),
  ],
])('%s is told in a sentence that holds nothing of it, and stays', async (_, name, spoil) => {
  await start();
  const spoilt = spoil(await readFile(at(name), 'utf8'));
  await writeFile(at(name), spoilt);
  const failed = await start().catch((error: unknown) => (error as Error).message);
  expect(failed).toMatch(
    new RegExp(`^The key .*${name} cannot be read: bring it back from the backup of the keys\\. `),
  );
  expect(failed).not.toContain(spoilt.slice(0, 20));
  expect(await readFile(at(name), 'utf8')).toBe(spoilt);
});

test('a secret that a kill left on its way is removed by the next start', async () => {
  await start();
  for (const name of FILES) await writeFile(`${at(name)}.4711-0123456789abcdef.new`, 'a key of nothing');
  await start();
  expect(await keys()).toEqual(FILES);
});

test('the one of an older version is the first of each purpose that signs, and the seals come from it', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await writeFile(at('signing-key.pem'), pem, { mode: 0o600 });
  const [tokens, receipts, certificates, seals] = await start();
  expect([receipts, certificates]).toEqual([tokens, tokens]);
  expect(await keys()).toEqual(['seals-key-1', 'signing-key.pem']);
  // Another process, whose folder is a copy from before, comes to the same secret.
  await rm(at('seals-key-1'));
  expect(await start()).toEqual([tokens, receipts, certificates, seals]);
});
