/** Folders of throw-away clusters: marked as ours when made, and swept by a later run when theirs was killed. */
import { mkdtemp, readdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { lockFolder } from '../../src/embedded/lock.ts';
import { stopLeftover } from '../../src/embedded/server.ts';

const prefix = 'kanon-test-';
const marker = 'kanon-test-cluster.json';
const memory = '/dev/shm';
const enough = 2_000_000_000;

/** Where throw-away clusters lie: in memory if it has room (containers often give 64 MB), for clones are files copied. */
export async function throwAwayPlace(): Promise<string> {
  const found = await statfs(memory).catch(() => undefined);
  return found && found.bavail * found.bsize > enough ? memory : tmpdir();
}

/** A new folder that sweep() may delete once this process is gone. */
export async function markedFolder(parent?: string): Promise<string> {
  parent ??= await throwAwayPlace();
  const dir = await mkdtemp(join(parent, prefix));
  await writeFile(join(dir, marker), JSON.stringify({ owner: process.pid }));
  return dir;
}

/** Ends and deletes what killed test runs left behind: folders with our marker whose owner is gone. */
export async function sweep(parents = [tmpdir(), memory]): Promise<void> {
  const listed = parents.map(async (parent) =>
    (await readdir(parent).catch(() => [])).map((name) => join(parent, name)),
  );
  for (const dir of (await Promise.all(listed)).flat()) {
    if (!basename(dir).startsWith(prefix) || !(await isAbandoned(dir))) continue;
    const lock = await lockFolder(dir).catch(() => undefined); // a living run holds it; another sweep may be done
    if (!lock) continue;
    await stopLeftover(join(dir, 'data'));
    await rm(dir, { recursive: true, force: true });
    await lock.release();
  }
}

/** A run between its marker and its lock is alive by its process number, believed for a minute only. */
async function isAbandoned(dir: string): Promise<boolean> {
  try {
    const { owner } = JSON.parse(await readFile(join(dir, marker), 'utf8')) as { owner: unknown };
    const { mtimeMs, uid } = await stat(join(dir, marker));
    if (typeof owner !== 'number' || uid !== (process.getuid?.() ?? uid)) return false;
    if (Date.now() - mtimeMs > 60_000) return true;
    process.kill(owner, 0);
    return owner === process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
