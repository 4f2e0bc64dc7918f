/** The Ed25519 key that signs checkpoints: a file of its own, which only the service may read. */
import { randomBytes } from 'node:crypto';
import { access, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSignerKey, parseSignerKey, type SignerKey, signerKey } from '../merkle/keys.ts';
import { signing } from '../access/log-crypto.ts';

/** The key of tree `number`, made at its first use; its name is the origin, and stays even if `origin` changes. */
export async function logKey(
  folder: string,
  tenant: string,
  number: number,
  origin: string,
): Promise<SignerKey> {
  const file = fileOf(folder, tenant, number);
  const read = async (): Promise<SignerKey> =>
    parseSignerKey(signing, (await readFile(file, 'utf8')).trimEnd());
  try {
    return await read();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const text = formatSignerKey(signerKey(signing, 'log', origin, randomBytes(32)));
  try {
    await writeFile(made, `${text}\n`, { mode: 0o600, flush: true });
    // Two processes may start at once: the first one's key stays, and nobody reads half a key.
    await link(made, file).catch((error: unknown) => {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(made, { force: true });
  }
  return read();
}

/** Whether there is a key of this tree: then its number is taken, whatever the database says. */
export const hasLogKey = (folder: string, tenant: string, number: number): Promise<boolean> =>
  access(fileOf(folder, tenant, number)).then(
    () => true,
    () => false,
  );

const fileOf = (folder: string, tenant: string, number: number): string =>
  join(folder, `log-key-${tenant}-${number}`);
