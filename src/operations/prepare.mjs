/**
 * Makes a fresh clone runnable: installs and builds what changed, else does nothing. Then it runs the module that its
 * first argument names, so that `npm start` and `npm test` need no script of npm before them (.npmrc denies those).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const { platform, env } = process;
/** As the command line chooses it, which is not built yet: German unless the locale is English. */
const lang = /^en/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'en' : 'de';
const root = fs.realpathSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
const at = (...parts) => join(root, ...parts);
const hash = (text) => createHash('sha256').update(text).digest('hex');
const installed = at('node_modules', '.kanon-installed');
const built = at('dist', '.kanon-built');
const cli = at('dist', 'program', 'main.js');
const portal = at('dist', 'portal', 'portal.json');
/** Files of the portal, which Nest does not build: its sources, its style, its page. */
const ofPortal = join('src', 'portal');
const PORTAL_ENDINGS = ['.ts', '.tsx', '.css', '.html'];
const link = at('node_modules', '.bin', platform === 'win32' ? 'kanon.cmd' : 'kanon');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop({
    de: `Kanon braucht Node 20.19 oder neuer, und dieses ist ${process.versions.node}. Bitte ein neueres Node installieren und noch einmal starten.`,
    en: `Kanon needs Node 20.19 or newer and this is ${process.versions.node}: install a newer Node, then try again.`,
  });

if (!isInstalled() || !isBuilt() || !fs.existsSync(link)) {
  const release = await lock();
  // Looked at again: another start may have done the work while this one waited.
  if (!isInstalled()) install();
  if (!isBuilt()) build();
  if (!fs.existsSync(link)) linkCommand();
  release();
}
const [entry] = process.argv.splice(2, 1);
if (entry) {
  process.argv[1] = at(entry);
  await import(pathToFileURL(at(entry)).href);
}

/** What decides the packages. Their binaries suit every Node that Kanon supports, but one system only. */
function packagesHash() {
  const { dependencies, devDependencies, overrides, allowScripts } = readPackage();
  const asked = JSON.stringify([dependencies, devDependencies, overrides, allowScripts]);
  return hash([asked, fs.readFileSync(at('package-lock.json'), 'utf8'), platform, process.arch].join('\n'));
}

function readPackage() {
  return JSON.parse(fs.readFileSync(at('package.json'), 'utf8'));
}

function isInstalled() {
  return fs.existsSync(installed) && fs.readFileSync(installed, 'utf8') === packagesHash();
}

function install() {
  say({
    de: 'Pakete werden installiert, beim ersten Mal etwa eine Minute',
    en: 'installing packages, about a minute the first time',
  });
  fs.rmSync(installed, { force: true });
  fs.rmSync(built, { force: true });
  // --no-save leaves package-lock.json as committed; the build needs the development packages in any case.
  npm('install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--include=dev');
  const listed = Object.keys(readPackage().allowScripts ?? {}).filter((name) =>
    fs.existsSync(at('node_modules', name)),
  );
  if (listed.length > 0) npm('rebuild', '--ignore-scripts=false', ...listed);
  fs.writeFileSync(installed, packagesHash());
}

/** By the time of change, not of modification: a checkout or a copy sets the latter as it likes. */
function isBuilt() {
  const since = fs.statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const settings = fs.readdirSync(root).filter((name) => /^(tsconfig.*|nest-cli)\.json$/.test(name));
  const scripts = filesIn(root, join('src', 'operations'), '.mjs').map((name) => `${name}.mjs`);
  const pages = PORTAL_ENDINGS.flatMap((ending) =>
    filesIn(root, ofPortal, ending).map((name) => `${name}${ending}`),
  );
  const inputs = [...settings, ...scripts, ...pages, ...sources().map((name) => `${name}.ts`)];
  return hasOutputs() && inputs.every((name) => fs.statSync(at(name)).ctimeMs <= since);
}

/** The sources without their ending, sorted, as are the outputs below. */
function sources() {
  return ['src', 'migrations']
    .flatMap((folder) => filesIn(root, folder, '.ts'))
    .filter((name) => !name.startsWith(join(ofPortal, '/')));
}

/** The program, and an output for each source and no other: tsc neither removes one nor writes a deleted one again. */
function hasOutputs() {
  const outputs = ['src', 'migrations'].flatMap((folder) => filesIn(at('dist'), folder, '.js'));
  return fs.existsSync(cli) && fs.existsSync(portal) && sources().join() === outputs.join();
}

/** Builds from nothing after a build that broke off or lost outputs; else tsc's own notes say what changed. */
function build() {
  const mayAdd = fs.existsSync(built) && hasOutputs();
  say(
    mayAdd
      ? { de: 'baut, was sich geändert hat', en: 'building what changed' }
      : { de: 'baut', en: 'building' },
  );
  fs.rmSync(mayAdd ? built : at('dist'), { recursive: true, force: true });
  const began = new Date();
  npm('run', 'build');
  fs.chmodSync(cli, 0o755);
  fs.writeFileSync(built, '');
  fs.utimesSync(built, began, began);
}

/** `npx kanon` finds commands here; npm itself links those of dependencies only. */
function linkCommand() {
  const target = relative(dirname(link), cli);
  fs.mkdirSync(dirname(link), { recursive: true });
  fs.rmSync(link, { force: true });
  if (platform === 'win32') fs.writeFileSync(link, `@node "%~dp0\\${target}" %*\r\n`);
  else fs.symlinkSync(target, link);
}

/** Runs npm, as it started us where it did, for then it surely exists; shows its output only when it fails. */
function npm(...args) {
  const self = env.npm_execpath;
  const isSelf = self && basename(self) === 'npm-cli.js';
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, shell: !isSelf && platform === 'win32' };
  const ended = isSelf
    ? spawnSync(process.execPath, [self, ...args], options)
    : spawnSync('npm', args, options);
  if (ended.status === 0) return;
  process.stderr.write(`${ended.stdout ?? ''}${ended.stderr ?? ''}`);
  const why = ended.error ? ` (${ended.error.message})` : '';
  const command = `npm ${args.slice(0, 2).join(' ')}`;
  stop({
    de: `„${command}“ ist fehlgeschlagen${why}. Bitte beheben, was darüber steht, und noch einmal starten.`,
    en: `"${command}" failed${why}: mend what it says above, then try again.`,
  });
}

/**
 * One start at a time in this checkout; the function that is returned lets the next one in. A listening socket ends
 * with its process, however it ends, so no lock goes stale; only where it is a file (macOS) a dead one is removed.
 */
async function lock() {
  const name = `kanon-prepare-${hash(root).slice(0, 32)}`;
  const isFile = platform !== 'linux' && platform !== 'win32';
  // A name outside the file system has full length, else Nodes differ in what stands behind it (src/embedded/lock.ts).
  const address = isFile
    ? join(tmpdir(), name)
    : platform === 'linux'
      ? `\0${name.padEnd(107, '-')}`
      : `\\\\.\\pipe\\${name}`;
  for (let waited = false; ; waited = true) {
    const waiting = new Set();
    const server = createServer((socket) => waiting.add(socket.on('error', () => undefined))).listen(address);
    const failed = await once(server, 'listening').then(
      () => undefined,
      (error) => error,
    );
    if (!failed) return () => server.close() && waiting.forEach((socket) => socket.destroy());
    if (failed.code !== 'EADDRINUSE') throw failed;
    if (!waited)
      say({
        de: 'ein anderer Start von Kanon läuft in diesem Ordner; dieser wartet darauf',
        en: 'waiting for another start of Kanon in this folder',
      });
    // The connection lasts as long as the other one holds the lock.
    const isDead = await new Promise((resolve) =>
      connect(address)
        .resume()
        .once('error', () => resolve(true))
        .once('close', () => resolve(false)),
    );
    if (isDead && isFile) fs.rmSync(address, { force: true });
  }
}

/** Files of one ending, without it and sorted, by their path from `base`. */
function filesIn(base, folder, ending) {
  if (!fs.existsSync(join(base, folder))) return [];
  return fs
    .readdirSync(join(base, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name.slice(0, -ending.length)))
    .sort();
}

function say(said) {
  process.stdout.write(`kanon: ${said[lang]}\n`);
}

function stop(said) {
  process.stderr.write(`kanon: ${said[lang]}\n`);
  process.exit(1);
}
