/** The Ed25519 key that signs checkpoints: a file of its own, which only the service may read. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clearUnfinished, putOnce } from '../foundation/durable.ts';
import { formatSignerKey, parseSignerKey, type SignerKey, signerKey } from '../merkle/keys.ts';
import { signing } from '../access/log-crypto.ts';

/** The key of tree `number`; undefined where this folder has none. */
export async function knownLogKey(
  folder: string,
  tenant: string,
  number: number,
): Promise<SignerKey | undefined> {
  try {
    return parseSignerKey(signing, (await readFile(fileOf(folder, tenant, number), 'utf8')).trimEnd());
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The key of a tree that begins, made once; its name is the origin, and stays even if `origin` changes. */
export async function logKey(
  folder: string,
  tenant: string,
  number: number,
  origin: string,
): Promise<SignerKey> {
  const known = await knownLogKey(folder, tenant, number);
  if (known) return known;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = fileOf(folder, tenant, number);
  const text = formatSignerKey(signerKey(signing, 'log', origin, randomBytes(32)));
  // Two processes may start at once: the first one's key stays, and nobody reads half a key.
  await putOnce(file, `${text}\n`, 0o600).catch(async (error: unknown) => {
    // The first one has cleared ours away.
    if (!(await knownLogKey(folder, tenant, number))) throw error;
  });
  // A kill may have left a secret that is the key of nothing.
  await clearUnfinished(file);
  return logKey(folder, tenant, number, origin);
}

const fileOf = (folder: string, tenant: string, number: number): string =>
  join(folder, `log-key-${tenant}-${number}`);
