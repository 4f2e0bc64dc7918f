/** Makes a fresh clone runnable before `npm start` and `npm test`: installs and builds what changed, else does nothing. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fs.realpathSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
const at = (...parts) => join(root, ...parts);
const installStamp = at('node_modules', '.kanon-install.json');
const buildStamp = at('dist', '.kanon-build.json');
const cli = at('dist', 'src', 'main.js');
const link = at('node_modules', '.bin', 'kanon');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `Kanon needs Node 20.19 or newer and this is ${process.versions.node}: install a newer Node, then try again.`,
  );
}
if (!isInstalled() || !isBuilt() || !isLinked()) {
  const release = await lock();
  // Looked at again: another start may have done the work while this one waited.
  if (!isInstalled()) install();
  if (!isBuilt()) build();
  if (!isLinked()) linkCommand();
  release();
}

/** What decides the packages: both package files, and the Node their binaries are built for. */
function packagesHash() {
  const files = ['package.json', 'package-lock.json'].map((file) => contentHash(at(file)));
  return hash([...files, `node ${major}`, process.platform, process.arch].join('\n'));
}

function isInstalled() {
  return readStamp(installStamp)?.packages === packagesHash();
}

function install() {
  say('installing packages, about a minute the first time');
  fs.rmSync(installStamp, { force: true });
  // --no-save leaves package-lock.json as committed; the build needs the development packages in any case.
  run('npm install', ...npm(['install', '--no-audit', '--no-fund', '--no-save', '--include=dev']));
  writeStamp(installStamp, { packages: packagesHash() });
}

/** npm as it started us, for then it surely exists. */
function npm(args) {
  const self = process.env.npm_execpath;
  if (self && basename(self) === 'npm-cli.js') return [process.execPath, [self, ...args]];
  return process.platform === 'win32' ? ['cmd', ['/c', 'npm', ...args]] : ['npm', args];
}

/** Sources by path and by content: by content since times lie after a checkout, by path since tsc forgets no output. */
function sources() {
  const settings = fs.readdirSync(root).filter((name) => /^(tsconfig.*|nest-cli)\.json$/.test(name));
  const names = ['src', 'migrations'].flatMap((folder) => filesIn(at(folder))).sort();
  const pairs = names.map((name) => `${name} ${contentHash(at(name))}`);
  return {
    // Packages and compiler settings: with another compiler every output is in doubt.
    frame: hash(
      [packagesHash(), ...settings.sort().map((name) => `${name} ${contentHash(at(name))}`), ...names].join(
        '\n',
      ),
    ),
    content: hash(pairs.join('\n')),
  };
}

function isBuilt() {
  const stamp = readStamp(buildStamp);
  const now = sources();
  return stamp?.frame === now.frame && stamp.content === now.content && hasOutputs(stamp);
}

/** tsc does not write again what somebody deleted from dist. */
function hasOutputs(stamp) {
  return stamp.outputs.every((name) => fs.existsSync(at(name)));
}

function build() {
  const before = readStamp(buildStamp);
  const now = sources();
  const mayAdd = before?.frame === now.frame && hasOutputs(before);
  say(mayAdd ? 'building what changed' : 'building');
  // Without a stamp a build that breaks off is followed by a clean one.
  fs.rmSync(mayAdd ? buildStamp : at('dist'), { recursive: true, force: true });
  run('nest build', process.execPath, [at('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build']);
  run('npm run build:verifier', ...npm(['run', 'build:verifier']));
  if (fs.existsSync(cli)) fs.chmodSync(cli, 0o755);
  writeStamp(buildStamp, { ...now, outputs: filesIn(at('dist')) });
}

/** `npx kanon` finds commands here; npm itself links those of dependencies only. */
function isLinked() {
  if (process.platform === 'win32') return !fs.existsSync(cli) || fs.existsSync(`${link}.cmd`);
  const found = fs.lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && fs.readlinkSync(link);
  return !fs.existsSync(cli) || found === relative(dirname(link), cli);
}

function linkCommand() {
  fs.mkdirSync(dirname(link), { recursive: true });
  if (process.platform === 'win32') {
    fs.writeFileSync(`${link}.cmd`, `@node "%~dp0\\${relative(dirname(link), cli)}" %*\r\n`);
    return;
  }
  fs.rmSync(link, { force: true });
  fs.symlinkSync(relative(dirname(link), cli), link);
}

/** Runs a command and shows its output only when it fails. */
function run(title, file, args) {
  const ended = spawnSync(file, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (ended.status === 0) return;
  process.stderr.write(`${ended.stdout ?? ''}${ended.stderr ?? ''}`);
  stop(
    `"${title}" failed${ended.error ? ` (${ended.error.message})` : ''}: mend what it says above, then try again.`,
  );
}

/**
 * One start at a time in this checkout. A listening socket ends with its process, however it ends, so no lock
 * goes stale; only where the socket is a file (macOS) a dead one is removed first.
 */
async function lock() {
  const name = `kanon-prepare-${hash(root).slice(0, 32)}`;
  const isFile = process.platform !== 'linux' && process.platform !== 'win32';
  const address = isFile
    ? join(tmpdir(), `${name}.sock`)
    : process.platform === 'linux'
      ? `\0${name}`
      : `\\\\.\\pipe\\${name}`;
  for (let waited = 0; waited < 9000; waited += 1) {
    const server = await listen(address);
    if (server) return () => server.close();
    if (waited === 0) say('waiting for another start of Kanon in this folder');
    if (isFile && !(await answers(address))) fs.rmSync(address, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return stop('Another start of Kanon in this folder has not ended for 15 minutes: end it, then try again.');
}

function listen(address) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(server));
  });
}

function answers(address) {
  return new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Paths relative to the checkout, with `/`. */
function filesIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
}

function contentHash(file) {
  try {
    return hash(fs.readFileSync(file));
  } catch (error) {
    if (error.code === 'ENOENT') return 'none';
    throw error;
  }
}

function hash(value) {
  return createHash('sha256').update(value).digest('hex');
}

function readStamp(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined; // missing or half written: do the step again
  }
}

function writeStamp(file, stamp) {
  fs.mkdirSync(dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(stamp));
}

function say(line) {
  process.stdout.write(`kanon: ${line}\n`);
}

function stop(line) {
  process.stderr.write(`kanon: ${line}\n`);
  process.exit(1);
}
