/** A PostgreSQL of its own on a disk of few megabytes, which a test can fill up and make room on again. */
import { execFile } from 'node:child_process';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/postgres.ts';
import { migrateTemplate } from './template.ts';

const run = promisify(execFile);
const PARENT = '/tmp/kanon-small-disk';
const SIZE = '192m';

export interface SmallDisk {
  readonly server: EmbeddedPostgres;
  /** Fills it to the last byte. */
  fill(): Promise<void>;
  /** Makes room again. */
  clear(): Promise<void>;
  /** Starts the server anew, on another port; after a full WAL it has ended by itself. */
  restart(): Promise<EmbeddedPostgres>;
  close(): Promise<void>;
}

/**
 * Mounts it and starts a server with a migrated `kanon_template` there.
 *
 * returns  undefined where nothing may be mounted: only root may, and not in every container
 */
export async function smallDisk(): Promise<SmallDisk | undefined> {
  const folder = join(PARENT, String(process.pid));
  await mkdir(folder, { recursive: true });
  await unmountAbandoned();
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'kanon-test', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  const filler = join(folder, 'filler');
  const binDir = process.env['KANON_TEST_PG_BIN'];
  const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({
      ...(binDir && { binDir }),
      dir: join(folder, 'cluster'),
      fsync: false,
      settings: {
        synchronous_commit: 'on',
        max_connections: '80',
        shared_buffers: '32MB',
        // Only the test makes room.
        autovacuum: 'off',
      },
    });
  let server: EmbeddedPostgres | undefined;
  const close = async (): Promise<void> => {
    await server?.stop();
    await unmount(folder);
  };
  try {
    server = await start();
    await server.createDatabase('kanon_template');
    await migrateTemplate(server.urlsFor('kanon_template'));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    get server() {
      return server!;
    },
    async fill() {
      const file = await open(filler, 'a');
      try {
        // In falling portions, down to the last page.
        for (let bytes = 16 * 1024 * 1024; bytes >= 4096; bytes /= 16)
          while (await hasTaken(file.write(Buffer.alloc(bytes)), bytes));
      } finally {
        await file.close();
      }
    },
    clear: () => rm(filler, { force: true }),
    async restart() {
      await server?.stop();
      return (server = await start());
    },
    close,
  };
}

const hasTaken = async (writing: Promise<{ bytesWritten: number }>, bytes: number): Promise<boolean> => {
  try {
    return (await writing).bytesWritten === bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
};

/** Disks of runs that were killed; their folder names the process. */
async function unmountAbandoned(): Promise<void> {
  const mounts = (await readFile('/proc/mounts', 'utf8').catch(() => '')).split('\n');
  for (const folder of mounts.map((line) => line.split(' ')[1] ?? '')) {
    if (!folder.startsWith(`${PARENT}/`)) continue;
    try {
      process.kill(Number(basename(folder)), 0);
    } catch {
      await unmount(folder);
    }
  }
}

async function unmount(folder: string): Promise<void> {
  await run('umount', ['-l', folder]);
  await rm(folder, { recursive: true });
}
