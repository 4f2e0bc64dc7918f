/** The file that a receipt is kept in: made before the report is sent, so that no receipt is lost for want of a place. */
import { type FileHandle, open, rm } from 'node:fs/promises';
import { Failure } from './failure.ts';
import type { Desk } from './words.ts';

export interface ReceiptFile {
  write(receipt: string): Promise<void>;
  /** Without a receipt in it the file goes again. */
  close(): Promise<void>;
}

/** Readable by its owner only; throws a Failure where it cannot be made or there is one already. */
export async function openReceipt(file: string, { words }: Desk): Promise<ReceiptFile> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'wx', 0o600);
  } catch (error) {
    const isThere = (error as { code?: unknown }).code === 'EEXIST';
    throw new Failure([isThere ? words.receiptThere : words.fileUnwritable], undefined, error);
  }
  let isKept = false;
  return {
    async write(receipt) {
      await handle.writeFile(`${receipt}\n`);
      await handle.sync();
      isKept = true;
    },
    async close() {
      await handle.close();
      if (!isKept) await rm(file, { force: true });
    },
  };
}
