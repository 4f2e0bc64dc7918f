/** Whether checkpoints can be put into a folder, tried out: rights and numbers say less than a file that was written. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** More than any checkpoint with all its cosignatures. */
const BYTES = 16 * 1024;

/** The system's code where a file cannot be written there to the end, such as ENOSPC, EROFS or EACCES. */
export async function folderFault(folder: string): Promise<string | undefined> {
  const file = join(folder, `.tried-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(folder, { recursive: true });
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(Buffer.alloc(BYTES));
      await handle.sync();
    } finally {
      await handle.close();
    }
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}
