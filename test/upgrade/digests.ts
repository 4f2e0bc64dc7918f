/** What a migration is, so that it is seen when one that a database may have run becomes another. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The SHA-256 of each migration of a folder, in hexadecimal, by the name of its file. */
export async function digests(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => /^\d+-.*\.ts$/.test(name)).sort();
  const all = names.map(async (name) => {
    const text = await readFile(join(folder, name));
    return [name, createHash('sha256').update(text).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}
