/** Files that are kept as they came once: made before anything is sent, so that no answer is lost for want of a place. */
import { type FileHandle, open, rm } from 'node:fs/promises';
import { Failure } from '../terminal/failure.ts';
import type { Desk } from '../words/words.ts';

export interface KeptFile {
  write(content: string | Uint8Array): Promise<void>;
  /** Without anything in it the file goes again. */
  close(): Promise<void>;
}

/** The file that a receipt is kept in. Throws as `openKept` does. */
export async function openReceipt(file: string, desk: Desk): Promise<KeptFile> {
  const kept = await openKept(file, desk.words.receiptThere, desk);
  return { ...kept, write: (receipt) => kept.write(`${String(receipt)}\n`) };
}

/** Readable by its owner only; throws a Failure where it cannot be made, and with the sentence `there` where there is one already. */
export async function openKept(file: string, there: string, { words }: Desk): Promise<KeptFile> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'wx', 0o600);
  } catch (error) {
    const isThere = (error as { code?: unknown }).code === 'EEXIST';
    throw new Failure([isThere ? there : words.fileUnwritable], undefined, error);
  }
  let isKept = false;
  return {
    async write(content) {
      await handle.writeFile(content);
      await handle.sync();
      isKept = true;
    },
    async close() {
      await handle.close();
      if (!isKept) await rm(file, { force: true });
    },
  };
}
