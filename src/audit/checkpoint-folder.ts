/** Checkpoints outside the database: they tell a database that was restored from an old backup. */
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** The newest checkpoint of the newest tree. */
export interface Exported {
  readonly tree: number;
  readonly note: Buffer;
}

/** One file for each tree of a Land, `05-1.checkpoint`; undefined if there is none. */
export async function newestExported(folder: string, tenant: string): Promise<Exported | undefined> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  });
  const trees = names.flatMap((name) => {
    const [, land, number] = /^(\d{2})-([1-9]\d{0,8})\.checkpoint$/.exec(name) ?? [];
    return land === tenant ? [Number(number)] : [];
  });
  if (trees.length === 0) return undefined;
  const tree = Math.max(...trees);
  return { tree, note: await readFile(fileOf(folder, tenant, tree)) };
}

/** Puts it in the place of the one before; after a crash, one of both stands there whole. */
export async function exportCheckpoint(
  folder: string,
  tenant: string,
  tree: number,
  note: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = fileOf(folder, tenant, tree);
  const made = `${file}.new`;
  const handle = await open(made, 'w');
  try {
    await handle.writeFile(note);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(made, file);
  const directory = await open(folder);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/**
 * Puts a note in the place of the same checkpoint with fewer signatures, and of nothing else: what the folder
 * vouches for stays as it was.
 */
export async function addCosignatures(
  folder: string,
  tenant: string,
  tree: number,
  note: string,
): Promise<void> {
  const exported = await newestExported(folder, tenant);
  const text = note.slice(0, note.lastIndexOf('\n\n') + 2);
  if (exported?.tree !== tree || !exported.note.toString('utf8').startsWith(text)) return;
  if (Buffer.byteLength(note) > exported.note.length) await exportCheckpoint(folder, tenant, tree, note);
}

const fileOf = (folder: string, tenant: string, tree: number): string =>
  join(folder, `${tenant}-${tree}.checkpoint`);
