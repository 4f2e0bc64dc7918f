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
  utimes,
  writeFile,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../src/operations/prepare.mjs', import.meta.url));

/**
 * Stands for npm: its install brings a package with an install script and one that nobody listed, its build, like tsc,
 * writes an output per source and removes none.
 */
const fakeNpm = `
const fs = require('node:fs');
const asked = process.argv.slice(2).join(' ');
const step = (line) => fs.appendFileSync('steps', line + '\\n');
if (asked.startsWith('install ')) {
  step('install+');
  if (fs.existsSync('npm-fails')) { console.log('npm says why'); process.exit(1); }
  if (!asked.includes('--ignore-scripts')) step('ran every script');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
  for (const name of ['listed', 'other']) fs.mkdirSync('node_modules/' + name, { recursive: true });
  step('install-');
} else if (asked === 'run build') {
  step('build+');
  if (fs.existsSync('build-fails')) { console.log('src/main.ts(1,1): error'); process.exit(1); }
  for (const name of ['src', 'migrations'].flatMap((folder) => fs.readdirSync(folder).map((name) => folder + '/' + name)))
    if (name.endsWith('.ts')) {
      fs.mkdirSync('dist/' + name.split('/')[0], { recursive: true });
      fs.writeFileSync('dist/' + name.replace(/ts$/, 'js'), fs.readFileSync(name));
    }
  for (const folder of ['program', 'portal']) fs.mkdirSync('dist/' + folder, { recursive: true });
  fs.writeFileSync('dist/portal/portal.json', '{}');
  fs.copyFileSync('dist/src/main.js', 'dist/program/main.js');
  step('build-');
} else step(asked);
`;

let root: string;
const at = (path: string) => join(root, path);
const write = async (path: string, text: string) => {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), text);
};

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'kanon-prepare-')));
  const allowScripts = { listed: true, 'not-for-this-system': true };
  await write('package.json', JSON.stringify({ name: 'tiny', type: 'commonjs', allowScripts }));
  await write('package-lock.json', '{}');
  await write('npm/npm-cli.js', fakeNpm);
  await write('src/old.ts', '1');
  await write('migrations/0.ts', '1');
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
function prepare(...args: string[]): Promise<Run> {
  const env = { PATH: process.env['PATH'], npm_execpath: at('npm/npm-cli.js') };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [at('src/operations/prepare.mjs'), ...args],
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

const installed = ['install+', 'install-', 'rebuild --ignore-scripts=false listed'];
const built = ['build+', 'build-'];

it('installs and builds a fresh clone, a line for each step, and then does nothing and says nothing', async () => {
  const first = await prepare();
  expect(first.steps).toEqual([...installed, ...built]);
  expect(first.output.trim().split('\n')).toHaveLength(2);
  expect(await prepare()).toEqual({ code: 0, output: '', steps: [] });
});

it('links the command line so that it can be called', async () => {
  await prepare();
  expect(await readlink(at('node_modules/.bin/kanon'))).toBe('../../dist/program/main.js');
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
  const before = new Date(2020, 1, 1);
  await write('src/main.ts', '3');
  await utimes(at('src/main.ts'), before, before);
  expect((await prepare()).steps).toEqual(built);
  expect((await prepare()).steps).toEqual([]);
});

it('builds a source that changes while it builds once more', async () => {
  await prepare();
  await write('src/main.ts', '2');
  await write('npm/npm-cli.js', `${fakeNpm}\nfs.writeFileSync('src/main.ts', '3');`);
  expect((await prepare()).steps).toEqual(built);
  await write('npm/npm-cli.js', fakeNpm);
  expect((await prepare()).steps).toEqual(built);
  expect(await readFile(at('dist/src/main.js'), 'utf8')).toBe('3');
});

it('is not deceived by names of which one begins with the other', async () => {
  await write('src/old.store.ts', '1');
  await prepare();
  expect((await prepare()).steps).toEqual([]);
});

it('runs the module that its first argument names, with the other arguments', async () => {
  await write('src/main.ts', 'console.log(JSON.stringify(process.argv.slice(1)));');
  const { output } = await prepare('dist/program/main.js', 'doctor', '--lang=en');
  expect(JSON.parse(output.trim().split('\n').at(-1)!)).toEqual([
    at('dist/program/main.js'),
    'doctor',
    '--lang=en',
  ]);
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
  for (const name of ['dist/src/main.js', 'dist/program/main.js']) {
    await rm(at(name));
    expect((await prepare()).steps).toEqual(built);
  }
});

it('installs again when the lock file changed, and leaves it as it is', async () => {
  await prepare();
  await write('package-lock.json', '{ "other": 1 }');
  expect((await prepare()).steps).toEqual([...installed, ...built]);
  expect(await readFile(at('package-lock.json'), 'utf8')).toBe('{ "other": 1 }');
});

it('installs again after an install that broke off', async () => {
  await prepare();
  await write('package-lock.json', '{ "other": 1 }');
  await write('npm-fails', '');
  await prepare();
  await rm(at('npm-fails'));
  await write('package-lock.json', '{}');
  expect((await prepare()).steps).toEqual([...installed, ...built]);
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
  expect([...runs.flatMap((run) => run.steps), ...(await takeSteps())]).toEqual([...installed, ...built]);
});

it('refuses an old Node with one sentence', async () => {
  const text = await readFile(script, 'utf8');
  await write('src/operations/prepare.mjs', text.replace('process.versions.node.split', "'18.20.1'.split"));
  const refused = await prepare();
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(/^kanon: Kanon braucht Node 20\.19 oder neuer.*\n$/);
});

/** A package whose install script leaves a file where npm was called. */
async function packed(name: string): Promise<string> {
  const scripts = { postinstall: `node -e "fs.writeFileSync('${at(`ran-${name}`)}', '')"` };
  await write(`packages/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', scripts }));
  await run('npm', ['pack', '--silent', at(`packages/${name}`)], { cwd: root });
  return `file:${name}-1.0.0.tgz`;
}

describe('with the npm of this machine', () => {
  const project = async (files: readonly string[]): Promise<void> => {
    const dependencies = { listed: await packed('listed'), sneaky: await packed('sneaky') };
    const scripts = {
      build:
        'mkdir -p dist/src dist/migrations dist/program && cp src/main.ts dist/src/main.js && cp src/main.ts dist/program/main.js',
    };
    const all = { name: 'tiny', version: '1.0.0', scripts, dependencies, allowScripts: { listed: true } };
    await write('package.json', JSON.stringify(all));
    for (const path of ['package-lock.json', 'src/old.ts', 'migrations'])
      await rm(at(path), { recursive: true });
    for (const name of files) await copyFile(join(dirname(script), '../..', name), at(name));
    await run('npm', ['install', '--package-lock-only', '--ignore-scripts', '--offline'], { cwd: root });
  };

  it('runs the install script of a package that is listed, and of no other', async () => {
    await project(['.npmrc']);
    const env = { PATH: process.env['PATH'], HOME: root };
    await run(process.execPath, [at('src/operations/prepare.mjs')], { env });
    expect([existsSync(at('ran-listed')), existsSync(at('ran-sneaky'))]).toEqual([true, false]);
    expect(existsSync(at('node_modules/sneaky/package.json'))).toBe(true);
  });

  it('runs none where somebody calls npm himself; without .npmrc it runs, so this can fail', async () => {
    await project(['.npmrc']);
    // Where npm runs these tests it hands its own settings on, and they are what is looked at here.
    const env = { PATH: process.env['PATH'], HOME: root };
    await run('npm', ['install', '--offline'], { cwd: root, env });
    expect([existsSync(at('ran-listed')), existsSync(at('ran-sneaky'))]).toEqual([false, false]);
    await rm(at('.npmrc'));
    await run('npm', ['rebuild'], { cwd: root, env });
    expect(existsSync(at('ran-listed'))).toBe(true);
  });
});
