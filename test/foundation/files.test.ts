/** Census: what the program keeps is written by one function, whole or not at all; every other place says why not. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { putOnce, putOver } from '../../src/foundation/durable.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Whatever makes or changes a file without src/foundation/durable.ts. */
const WRITES =
  /\b(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|copyFile|truncate|rename|link|symlink)\(|\bopen\([^)]*'(w|a|r\+)/;

/** Files that may, each with its reason. */
const MAY: Readonly<Record<string, string>> = {
  'foundation/durable.ts': 'it is the function',
  'identity/key-files.ts': 'sets an empty key aside, whole',
  'audit/folder-fault.ts': 'tries out whether a file can be written, and takes it away again',
  'embedded/folder.ts': 'renames a whole data directory',
  'embedded/lock.ts': 'the secret of a folder, put into its place by a link, whole',
  'embedded/server.ts': 'the log of PostgreSQL is appended to by PostgreSQL',
  'cli/files/known-device.ts': 'written beside it and renamed; lost, the next sign-in makes it again',
  'cli/files/receipt-file.ts': 'a place taken before the report is sent; synced before its success is told',
  'cli/commands/tally.ts': 'a result that the same command makes again',
  'cli/commands/protect-table.ts': 'a result that the same command makes again',
  'operations/prepare.mjs': 'what a build makes again',
  'operations/package.mjs': 'what the same command makes again',
  'operations/portal.mjs': 'what a build makes again',
};

test('nothing but what is named here writes a file by itself', () => {
  const writing = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|mjs)$/.test(file))
    .filter((file) => {
      const text = readFileSync(join(SRC, file), 'utf8');
      if (!/from 'node:fs(\/promises)?'/.test(text)) return false;
      return text.split('\n').some((line) => WRITES.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line));
    });
  expect(writing.length).toBeGreaterThan(5);
  expect(writing.filter((file) => !(file in MAY)).sort()).toEqual([]);
  // A name that is not needed any more would let somebody in later.
  expect(Object.keys(MAY).filter((file) => !writing.includes(file))).toEqual([]);
});

test('of two that make a file once the first one stays, and nothing of the second is left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanon-test-files-'));
  try {
    const file = join(folder, 'key');
    const made = await Promise.all(['one', 'other'].map((text) => putOnce(file, text)));
    expect([...made].sort()).toEqual([false, true]);
    expect(readFileSync(file, 'utf8')).toBe(made[0] ? 'one' : 'other');
    expect(await putOnce(file, 'third')).toBe(false);
    expect(readFileSync(file, 'utf8')).not.toBe('third');
    await putOver(file, 'fourth');
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['fourth', ['key']]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
