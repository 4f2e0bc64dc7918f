/** A lock on a folder that ends with the process holding it, however that process ends. */
import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Bytes of a name outside the file system, after its NUL (unix(7): sun_path has 108). Older Nodes fill a shorter one up with
 * NULs and newer ones do not, so only one of full length is the same to all of them.
 */
const NAME = 107;

export interface FolderLock {
  release(): Promise<void>;
}

/** The lock on an existing folder, or undefined while another process (or this one) holds it. */
export async function lockFolder(dir: string): Promise<FolderLock | undefined> {
  const name = `kanon-${createHash('sha256')
    .update(await realpath(dir))
    .digest('hex')
    .slice(0, 32)}`;
  // A listening socket needs no clean-up and no guess about process numbers: the kernel closes it with its
  // process. Linux and Windows keep the name outside the file system; elsewhere a dead file may stay behind.
  const address =
    process.platform === 'linux'
      ? `\0${name.padEnd(NAME, '-')}`
      : process.platform === 'win32'
        ? `\\\\.\\pipe\\${name}`
        : join(tmpdir(), `${name}.sock`);
  let server = await listen(address);
  if (!server && !address.startsWith('\0') && process.platform !== 'win32' && !(await answers(address))) {
    await rm(address, { force: true });
    server = await listen(address);
  }
  if (!server) return undefined;
  const held = server;
  return { release: () => new Promise<void>((done) => held.close(() => done())) };
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
