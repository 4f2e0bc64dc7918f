/** Files that are there whole or not at all, after a kill as after a loss of power. */
import { randomBytes } from 'node:crypto';
import { link, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { step } from './step.ts';

/** What a name of a file on its way ends with: `FILE.PID-RANDOM.new`. A kill may leave one behind; it means nothing. */
const UNFINISHED = /\.\d+-[0-9a-f]{16}\.new$/;

/** The name that a file on its way was to have; undefined for any other name. */
export const unfinishedOf = (name: string): string | undefined =>
  UNFINISHED.test(name) ? name.replace(UNFINISHED, '') : undefined;

/**
 * Makes a file that nobody changes afterwards; false where one of this name is there already, which then stays.
 *
 * mode    of the file, such as 0o600
 * throws  what the system says; also where somebody has cleared the file away that was on its way
 */
export const putOnce = (file: string, text: string, mode = 0o666): Promise<boolean> =>
  put(file, text, mode, async (made) => {
    try {
      await link(made, file);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
      return false;
    }
  });

/** Puts a file into the place of the one before. */
export const putOver = (file: string, text: string, mode = 0o666): Promise<void> =>
  put(file, text, mode, (made) => rename(made, file));

/** Removes what a kill left of this file on its way; a putOnce of another process that still runs then throws ENOENT. */
export async function clearUnfinished(file: string): Promise<void> {
  for (const name of await readdir(dirname(file)))
    if (unfinishedOf(name) === basename(file)) await rm(join(dirname(file), name), { force: true });
}

/** What was made, renamed or removed in a folder stays so after a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Under a name of its own first: two processes, or one that was paused, never write into the same file. */
async function put<T>(
  file: string,
  text: string,
  mode: number,
  place: (made: string) => Promise<T>,
): Promise<T> {
  const made = `${file}.${process.pid}-${randomBytes(8).toString('hex')}.new`;
  const handle = await open(made, 'wx', mode);
  try {
    step('file.opened');
    await handle.writeFile(text);
    step('file.written');
    await handle.sync();
    await handle.close();
    step('file.synced');
    const placed = await place(made);
    step('file.placed');
    await syncFolder(dirname(file));
    step('file.folder-synced');
    return placed;
  } finally {
    await handle.close();
    await rm(made, { force: true });
  }
}
