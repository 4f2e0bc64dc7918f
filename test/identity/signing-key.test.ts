/** The signing key after a kill, a full disk or a loss of power: there whole, made anew, or missed in a clear sentence. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../src/application.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { SigningKey } from '../../src/identity/signing-key.ts';
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

const file = () => join(data, 'signing-key.pem');

/** Starts on the folder, does the work, and closes; the id of the key. */
async function start(work?: (accounts: Accounts) => Promise<unknown>): Promise<string> {
  const settings = readSettings({ KANON_DATA: data, DATABASE_URL: database.serviceUrl, KANON_POOL: '4' });
  const app = await createApplication(settings);
  try {
    await app.init();
    await work?.(app.get(Accounts));
    return app.get(SigningKey).id;
  } finally {
    await app.close();
  }
}

const account = (accounts: Accounts) =>
  accounts.create({ tenant: '05', role: 'admin', system: 'test', schools: [] }, [
    { name: 'revision', role: 'auditor', office: 'Erfundene Revision' },
  ]);

test('is made once, readable by its owner only, and nothing of its making stays', async () => {
  const first = await start();
  expect(await start()).toBe(first);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect((await readdir(data)).filter((name) => name.startsWith('signing-key'))).toEqual(['signing-key.pem']);
});

test('two first starts at once take the same key', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one).toBe(other);
});

test('an empty file that an older version left is mended where nobody has an account: nothing was ever signed', async () => {
  await writeFile(file(), '');
  const [one, other] = await Promise.all([start(), start()]);
  expect(one).toBe(other);
  expect((await readdir(data)).filter((name) => name.startsWith('signing-key'))).toEqual(['signing-key.pem']);
});

test('an empty file where somebody has an account is missed in a sentence, and stays', async () => {
  await start(account);
  await writeFile(file(), '');
  await expect(start()).rejects.toThrow(
    /^The signing key .*signing-key\.pem is empty: bring it back from the backup of the keys\. Where there is no copy, move the file away and start again: /,
  );
  expect((await stat(file())).size).toBe(0);
});

test.each([
  ['half a key', (pem: string) => pem.slice(0, 60)],
  [
    'another kind of key',
    () =>
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
  ],
  ['zeros, as a loss of power leaves them', (pem: string) => '\0'.repeat(pem.length)],
])('%s is told in a sentence that holds nothing of it, and stays', async (_, spoil) => {
  await start();
  const spoilt = spoil(await readFile(file(), 'utf8'));
  await writeFile(file(), spoilt);
  await expect(start()).rejects.toThrow(
    /^The signing key .*signing-key\.pem cannot be read: bring it back from the backup of the keys\. /,
  );
  expect(await readFile(file(), 'utf8')).toBe(spoilt);
});

test('a secret that a kill left on its way is removed by the next start', async () => {
  await start();
  await writeFile(`${file()}.4711-0123456789abcdef.new`, 'a key of nothing');
  await start();
  expect((await readdir(data)).filter((name) => name.startsWith('signing-key'))).toEqual(['signing-key.pem']);
});
