/** The embedded PostgreSQL started again: after a stop, after every kind of crash, and where it must refuse. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { stopLeftover } from '../../src/embedded/server.ts';
import { binDir, kill, otherKanon, postmasterPid, query } from '../setup/other-kanon.ts';
import { markedFolder, sweep, throwAwayPlace } from '../setup/sweep.ts';

let parent: string;
let dir: string;
let running: EmbeddedPostgres[];
let others: ChildProcess[];

beforeAll(async () => {
  parent = await mkdtemp(join(await throwAwayPlace(), 'kanon-crash-'));
  await (await startOn(join(parent, 'stopped'))).stop(); // copied by each test, quicker than a first start
});
afterAll(() => rm(parent, { recursive: true, force: true }));
beforeEach(async () => {
  dir = await mkdtemp(join(parent, 'dir-'));
  await cp(join(parent, 'stopped'), dir, { recursive: true });
  running = [];
  others = [];
});
afterEach(async () => {
  for (const server of running) await server.stop();
  for (const other of others) await kill(other);
  await stopLeftover(join(dir, 'data'));
});

const startOn = (folder: string) =>
  startEmbeddedPostgres({ dir: folder, fsync: false, ...(binDir && { binDir }) });

async function start(): Promise<EmbeddedPostgres> {
  const server = await startOn(dir);
  running.push(server);
  return server;
}

async function other(more?: string): Promise<ChildProcess> {
  const child = await otherKanon(dir, more);
  others.push(child);
  return child;
}

function stranger(): number {
  const child = spawn('sleep', ['60']);
  others.push(child);
  return child.pid!;
}

it('keeps the data over a stop and a start', async () => {
  const first = await start();
  await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS n');
  await first.stop();
  await first.stop();
  expect(await query((await start()).ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

it('ends the server that a killed Kanon left behind, and starts with its data', async () => {
  const killed = await other();
  const orphan = await postmasterPid(dir);
  await kill(killed);
  expect(() => process.kill(orphan, 0)).not.toThrow();
  const server = await start();
  expect(await postmasterPid(dir)).not.toBe(orphan);
  expect(await query(server.urlsFor('postgres').superUrl, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  expect(await query(server.superUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

it('starts with the data when Kanon and PostgreSQL were killed together', async () => {
  const killed = await other();
  const orphan = await postmasterPid(dir);
  process.kill(orphan, 'SIGKILL');
  await kill(killed);
  expect(await query((await start()).superUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

it.each([
  ['a dead process', () => 2 ** 22 - 1],
  ['a living process that is no PostgreSQL', stranger],
  ['this very process', () => process.pid],
])('starts although postmaster.pid names %s, which comes to no harm', async (_, pid) => {
  const text = `${pid()}\n${join(dir, 'data')}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`;
  await writeFile(join(dir, 'data', 'postmaster.pid'), text);
  expect(await query((await start()).superUrl, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  expect(others.every((child) => child.exitCode === null && child.signalCode === null)).toBe(true);
});

it('makes new data when the first start broke off in the middle of it', async () => {
  await rename(join(dir, 'data'), join(dir, 'data.unfinished'));
  expect(await query((await start()).superUrl, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
});

it('takes the server along when the process ends without a stop', async () => {
  const ended = await other('process.exit(0);');
  if (ended.exitCode === null) await once(ended, 'exit');
  for (let waited = 0; waited < 200 && existsSync(join(dir, 'data', 'postmaster.pid')); waited += 1)
    await sleep(50);
  expect(await stopLeftover(join(dir, 'data'))).toBe(false);
});

it('leaves the server running while the terminal interrupts the process group of Kanon', async () => {
  const draining = `
    process.on('SIGINT', async () => {
      const kept = await asSuperuser(server.superUrl, (client) => client.query('SELECT n FROM kept'));
      setTimeout(() => console.log('drained', kept.rows), 200);
    });`;
  const interrupted = await other(draining);
  process.kill(-interrupted.pid!, 'SIGINT');
  const [said] = (await once(interrupted.stdout!, 'data')) as [Buffer];
  expect(said.toString()).toBe('drained [ { n: 7 } ]\n');
  expect(existsSync(join(dir, 'data', 'postmaster.pid'))).toBe(true);
});

it('refuses a folder that another process uses, until that has ended', async () => {
  const first = await other();
  await expect(start()).rejects.toThrow(/^Another Kanon is running on .*: stop it first/);
  await kill(first);
  await start();
});

it('refuses the data of another major version', async () => {
  await writeFile(join(dir, 'data', 'PG_VERSION'), '9.6\n');
  await expect(start()).rejects.toThrow(
    /was written by PostgreSQL 9\.6 and cannot be read by PostgreSQL \d\d: /,
  );
});

it('refuses data whose passwords are gone', async () => {
  await rm(join(dir, 'credentials.json'));
  await expect(start()).rejects.toThrow(/restore .*credentials\.json/);
});

it('refuses a folder of programs without PostgreSQL', async () => {
  await expect(startEmbeddedPostgres({ dir, binDir: '/nowhere' })).rejects.toThrow(/set DATABASE_URL/);
});

describe('the sweep before a test run', () => {
  it('ends and deletes the cluster of a killed run, and nothing else', async () => {
    const swept = await mkdtemp(join(parent, 'sweep-'));
    await mkdir(join(swept, 'kanon-test-unmarked'));
    const alive = await markedFolder(swept);
    const aliveServer = await startOn(alive);
    running.push(aliveServer);
    const dead = await markedFolder(swept);
    const killed = await otherKanon(dead);
    await kill(killed);
    await sweep([swept]);
    expect((await readdir(swept)).sort()).toEqual(
      ['kanon-test-unmarked', alive.slice(swept.length + 1)].sort(),
    );
    expect(await query(aliveServer.superUrl, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});
