/** The two commands on a fresh clone: what is installed and built, when, and when not; on a tiny made-up project. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../src/operations/prepare.mjs', import.meta.url));

/** Stands for npm: installs a builder which, like tsc, writes an output per source and removes none. */
const fakeBuilder = `
const fs = require('node:fs');
fs.appendFileSync('steps', 'build+\\n');
if (fs.existsSync('build-fails')) { console.log('src/main.ts(1,1): error'); process.exit(1); }
fs.mkdirSync('dist/src', { recursive: true });
for (const name of fs.readdirSync('src', { recursive: true }).filter((name) => name.endsWith('.ts')))
  fs.writeFileSync('dist/src/' + name.replace(/ts$/, 'js'), fs.readFileSync('src/' + name));
fs.appendFileSync('steps', 'build-\\n');
`;
const fakeNpm = `
const fs = require('node:fs');
if (process.argv.slice(2).join(' ') === 'run build:verifier') { fs.appendFileSync('steps', 'verifier\\n'); process.exit(0); }
fs.appendFileSync('steps', 'npm+\\n');
if (fs.existsSync('npm-fails')) { console.log('npm says why'); process.exit(1); }
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
fs.mkdirSync('node_modules/@nestjs/cli/bin', { recursive: true });
fs.writeFileSync('node_modules/@nestjs/cli/bin/nest.js', ${JSON.stringify(fakeBuilder)});
fs.appendFileSync('steps', 'npm-\\n');
`;

let root: string;
const at = (path: string) => join(root, path);
const write = async (path: string, text: string) => {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), text);
};

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'kanon-prepare-')));
  await write('package.json', '{ "name": "tiny", "type": "commonjs" }');
  await write('package-lock.json', '{}');
  await write('npm/npm-cli.js', fakeNpm);
  await write('src/main.ts', '1');
  await write('src/old.ts', '1');
  await write('src/main.ts', '#!/usr/bin/env node\nconsole.log("hello");\n');
  await mkdir(at('src/operations'), { recursive: true });
  await copyFile(script, at('src/operations/prepare.mjs'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface Run {
  code: number;
  output: string;
  steps: string[];
}

/** Runs it as npm would; `steps` are those since the last run. */
function prepare(): Promise<Run> {
  const env = { PATH: process.env['PATH'], npm_execpath: at('npm/npm-cli.js') };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [at('src/operations/prepare.mjs')],
      { cwd: tmpdir(), env },
      (error, stdout, stderr) => {
        const code = error ? Number(error.code) : 0;
        void takeSteps().then((steps) => resolve({ code, output: stdout + stderr, steps }));
      },
    );
  });
}

/** Taken away in one step, so that of several at once only one sees them. */
async function takeSteps(): Promise<string[]> {
  const taken = at(`steps-${randomUUID()}`);
  const isThere = await rename(at('steps'), taken).then(
    () => true,
    () => false,
  );
  return isThere ? (await readFile(taken, 'utf8')).split('\n').filter(Boolean) : [];
}

const built = ['build+', 'build-', 'verifier'];

it('installs and builds a fresh clone, a line for each step, and then does nothing and says nothing', async () => {
  const first = await prepare();
  expect(first.steps).toEqual(['npm+', 'npm-', ...built]);
  expect(first.output.trim().split('\n')).toHaveLength(2);
  expect(await prepare()).toEqual({ code: 0, output: '', steps: [] });
});

it('links the command line so that it can be called', async () => {
  await prepare();
  expect(await readlink(at('node_modules/.bin/kanon'))).toBe('../../dist/src/main.js');
  const said = await new Promise((resolve) =>
    execFile(at('node_modules/.bin/kanon'), (_, stdout) => resolve(stdout)),
  );
  expect(said).toBe('hello\n');
});

it('makes a link that was lost again, without a build', async () => {
  await prepare();
  await rm(at('node_modules/.bin/kanon'));
  expect(await prepare()).toMatchObject({ code: 0, steps: [] });
  expect(existsSync(at('node_modules/.bin/kanon'))).toBe(true);
});

it('builds again when a source, a migration or a compiler setting has other content, whatever its time', async () => {
  await prepare();
  await write('src/main.ts', '2');
  expect((await prepare()).steps).toEqual(built);
  expect(await readFile(at('dist/src/main.js'), 'utf8')).toBe('2');
  await write('migrations/1.ts', '1');
  expect((await prepare()).steps).toEqual(built);
  await write('tsconfig.json', '{}');
  expect((await prepare()).steps).toEqual(built);
  await write('src/main.ts', '2');
  expect((await prepare()).steps).toEqual([]);
});

it('keeps no output of a deleted source', async () => {
  await prepare();
  await rm(at('src/old.ts'));
  await prepare();
  expect(existsSync(at('dist/src/old.js'))).toBe(false);
  expect(existsSync(at('dist/src/main.js'))).toBe(true);
});

it('builds again when an output is missing', async () => {
  await prepare();
  await rm(at('dist/src/main.js'));
  expect((await prepare()).steps).toEqual(built);
});

it('installs again when the lock file changed, and leaves it as it is', async () => {
  await prepare();
  await write('package-lock.json', '{ "other": 1 }');
  expect((await prepare()).steps).toEqual(['npm+', 'npm-', ...built]);
  expect(await readFile(at('package-lock.json'), 'utf8')).toBe('{ "other": 1 }');
});

it('shows what a failing install says, and tries again next time', async () => {
  await write('npm-fails', '');
  const failed = await prepare();
  expect(failed.code).toBe(1);
  expect(failed.output).toContain('npm says why');
  await rm(at('npm-fails'));
  expect((await prepare()).code).toBe(0);
});

it('shows what a failing build says, and builds cleanly next time', async () => {
  await prepare();
  await write('build-fails', '');
  await write('src/main.ts', '2');
  const failed = await prepare();
  expect(failed.code).toBe(1);
  expect(failed.output).toContain('src/main.ts(1,1): error');
  await rm(at('build-fails'));
  expect(await prepare()).toMatchObject({ code: 0, steps: built });
});

it('lets starts at the same time wait for one another and do the work once', async () => {
  const runs = await Promise.all([prepare(), prepare(), prepare()]);
  expect(runs.map((run) => run.code)).toEqual([0, 0, 0]);
  expect([...runs.flatMap((run) => run.steps), ...(await takeSteps())]).toEqual(['npm+', 'npm-', ...built]);
});

it('refuses an old Node with one sentence', async () => {
  const text = await readFile(script, 'utf8');
  await write('src/operations/prepare.mjs', text.replace('process.versions.node.split', "'18.20.1'.split"));
  const refused = await prepare();
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(/^kanon: Kanon needs Node 20\.19 or newer.*\n$/);
});
