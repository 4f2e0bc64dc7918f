/** Finds the embedded PostgreSQL of a Kanon that runs already, for a command beside it. */
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerPasswords } from './folder.ts';
import { lockFolder } from './lock.ts';

/** Addresses of the running server of `dir`, or undefined where no Kanon holds that folder. */
export async function findRunning(
  dir: string,
): Promise<{ ownerUrl: string; serviceUrl: string } | undefined> {
  const folder = await realpath(dir).catch(() => undefined);
  if (!folder) return undefined;
  const lock = await lockFolder(folder);
  if (lock) {
    await lock.release();
    return undefined;
  }
  // PostgreSQL writes its port into the fourth line.
  const port = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[3];
  const passwords = JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8')) as ServerPasswords;
  const url = (role: 'kanon_owner' | 'kanon_service'): string =>
    `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/kanon`;
  return { ownerUrl: url('kanon_owner'), serviceUrl: url('kanon_service') };
}
