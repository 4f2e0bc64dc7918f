/** The postgres process itself: started on a free port, found again after a crash, stopped in bounded time. */
import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Told } from '../foundation/told.ts';
import { bareEnvironment, execute, type Binaries } from './binaries.ts';

export interface Server {
  child: ChildProcess;
  pid: number;
  port: number;
}

/** Given on the command line, so that neither a file nor ALTER SYSTEM can loosen them. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '60',
  shared_buffers: '128MB',
  idle_in_transaction_session_timeout: '60s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_checkpoints: 'off',
  // A server log is a publication too. Errors quote the value they refuse ("invalid input syntax for …"), so
  // they go to the client only; details quote whole rows and statements, so what is logged is logged tersely.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
};
const throwAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const startWithin = 120_000;
const largestLog = 10_000_000;
/** What passes by itself: the port was taken meanwhile, or a dying predecessor has not quite let go. */
const passing =
  /could not create any TCP\/IP sockets|"postmaster\.pid" already exists|shared memory block .* still in use/;

/** Starts postgres on a prepared data directory; the lock on its folder must be held. */
export async function startServer(
  dataDir: string,
  binaries: Binaries,
  options: { fsync: boolean; logFile: string; settings?: Record<string, string> },
): Promise<Server> {
  const written = await stat(options.logFile).catch(() => undefined);
  if (written && written.size > largestLog) await rename(options.logFile, `${options.logFile}.1`);
  const all = { ...settings, ...(options.fsync ? {} : throwAway), ...options.settings };
  for (let attempt = 1; ; attempt += 1) {
    await stopLeftover(dataDir);
    const reason = await launch(dataDir, binaries, all, options.logFile);
    if (typeof reason !== 'string') return reason;
    if (attempt === 10 || !passing.test(reason)) {
      throw new Told({
        de: `PostgreSQL ist nicht gestartet (${reason}); mehr steht in ${options.logFile}.`,
        en: `PostgreSQL did not start (${reason}): see ${options.logFile}.`,
      });
    }
    await sleep(100 * attempt);
  }
}

/** The running server, or why it ended. */
async function launch(
  dataDir: string,
  binaries: Binaries,
  all: Record<string, string>,
  logFile: string,
): Promise<Server | string> {
  const port = await freePort();
  const log = await open(logFile, 'a', 0o600);
  const from = (await log.stat()).size;
  const pairs = Object.entries({ ...all, port: String(port) });
  const [file, args] = binaries.command('postgres', [
    '-D',
    dataDir,
    ...pairs.flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ]);
  // Its own session: the terminal's Ctrl-C must reach us alone, who drain before the database goes.
  const child = spawn(file, args, {
    env: bareEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const failed = new Promise<string>((resolve) => child.once('error', (error) => resolve(error.message)));
  await log.close();
  const pid = child.pid;
  if (pid === undefined) return failed;
  for (const deadline = Date.now() + startWithin; ; await sleep(10)) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const lines = (await readFile(logFile)).subarray(from).toString('utf8').split('\n');
      return lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.slice(-2).join(' ').trim();
    }
    // unshare replaces itself by postgres and leaves process numbers alone, so the child is the postmaster.
    const [line, , , , , , , status] = (await readPidFile(dataDir)) ?? [];
    if (Number(line) === pid && status?.trim() === 'ready') return { child, pid, port };
    if (Date.now() > deadline) {
      await stopProcess(pid, dataDir);
      return `not ready within ${startWithin / 1000} s`;
    }
  }
}

/** Ends a server that outlived its Kanon, and removes a postmaster.pid whose number now belongs to a stranger. */
export async function stopLeftover(dataDir: string): Promise<boolean> {
  const pid = Number((await readPidFile(dataDir))?.[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (await isPostgresOf(pid, dataDir)) {
    await stopProcess(pid, dataDir);
    return true;
  }
  // PostgreSQL would take any living process with this number, even a zombie, for its predecessor.
  await rm(join(dataDir, 'postmaster.pid'), { force: true });
  return false;
}

/** Fast shutdown, then immediate, then SIGKILL: at most 40 s, and never a stranger's process. */
export async function stopProcess(pid: number, dataDir: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!(await isPostgresOf(pid, dataDir))) return;
    signalTo(pid, signal);
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(10)) {
      if (!(await isPostgresOf(pid, dataDir))) return;
    }
  }
}

/** Sends a signal to a process that may have ended meanwhile. */
export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The number alone proves nothing, since numbers are used again: the program and its folder must fit too. */
async function isPostgresOf(pid: number, dataDir: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const program = await readlink(`/proc/${pid}/exe`).catch(() => '');
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    return /^postgres( \(deleted\))?$/.test(basename(program)) && folder === dataDir;
  }
  const listed = await execute('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return listed.stdout.includes(`postgres -D ${dataDir} `);
}

async function readPidFile(dataDir: string): Promise<string[] | undefined> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text?.split('\n');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
