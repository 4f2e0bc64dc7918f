/** Census: what the program keeps is written by one function, whole or not at all; every other place says why not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Whatever makes or changes a file without src/foundation/durable.ts. */
const WRITES =
  /\b(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|copyFile|truncate|rename|link|symlink)\(|\bopen\([^)]*'(w|a|r\+)/;

/** Files that may, each with its reason. */
const MAY: Readonly<Record<string, string>> = {
  'foundation/durable.ts': 'it is the function',
  'identity/signing-key.ts': 'sets an empty key aside, whole',
  'audit/folder-fault.ts': 'tries out whether a file can be written, and takes it away again',
  'operations/embedded-folder.ts': 'renames a whole data directory',
  'operations/embedded-server.ts': 'the log of PostgreSQL is appended to by PostgreSQL',
  'operations/cli/receipt-file.ts':
    'a place taken before the report is sent; synced before its success is told',
  'operations/cli/tally.ts': 'a result that the same command makes again',
  'operations/cli/protect-table.ts': 'a result that the same command makes again',
  'operations/prepare.mjs': 'what a build makes again',
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
