/** A lock on a folder that ends with the process holding it, however that process ends. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { link, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Told } from '../foundation/told.ts';

/**
 * Bytes of a name outside the file system, after its NUL (unix(7): sun_path has 108). Older Nodes fill a shorter one up with
 * NULs and newer ones do not, so only one of full length is the same to all of them.
 */
const NAME = 107;
/** In the folder, for its owner alone: whoever holds the lock shows that it can read this. */
const SECRET = 'lock-secret';
/** Bytes of a challenge and of its answer. */
const BYTES = 32;
/** Milliseconds that a busy holder has to answer. */
const PATIENCE = 5_000;
const TRIES = 3;

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * The lock on an existing folder, or undefined while another Kanon (or this one) holds it.
 *
 * throws  Told where something holds its name that does not show itself to be a Kanon on this folder: any user of the
 *         machine can take a name
 */
export async function lockFolder(dir: string): Promise<FolderLock | undefined> {
  const folder = await realpath(dir);
  const name = `kanon-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  // A listening socket needs no clean-up and no guess about process numbers: the kernel closes it with its
  // process. Linux and Windows keep the name outside the file system; elsewhere a dead file may stay behind.
  const isFile = !['linux', 'win32'].includes(process.platform);
  const address = isFile
    ? join(tmpdir(), `${name}.sock`)
    : process.platform === 'linux'
      ? `\0${name.padEnd(NAME, '-')}`
      : `\\\\.\\pipe\\${name}`;
  const secret = await secretOf(folder);
  for (let tries = 1; ; tries += 1) {
    const lock = await listen(address, secret);
    if (lock) return lock;
    const holder = await ask(address, secret);
    if (holder === 'ours') return undefined;
    if (holder === 'gone') {
      if (isFile) await rm(address, { force: true });
    } else if (tries === TRIES) throw new Told(unproved(folder, name));
    // One that lets go just now breaks off its answer.
    else await sleep(100);
    if (tries > TRIES) return undefined;
  }
}

/** Made once, by whoever comes first. */
async function secretOf(folder: string): Promise<Buffer> {
  const file = join(folder, SECRET);
  const known = await readFile(file).catch(() => undefined);
  if (known) return known;
  const made = `${file}-${randomBytes(8).toString('hex')}`;
  await writeFile(made, randomBytes(BYTES), { mode: 0o600, flag: 'wx' });
  try {
    await link(made, file).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(made);
  }
  return readFile(file);
}

const answerTo = (challenge: Buffer, secret: Buffer): Buffer =>
  createHmac('sha256', secret).update(challenge).digest();

function listen(address: string, secret: Buffer): Promise<FolderLock | undefined> {
  const open = new Set<Socket>();
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      open.add(socket.unref());
      socket.setTimeout(PATIENCE, () => socket.destroy());
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => socket.destroy());
      void read(socket).then((challenge) => socket.end(answerTo(challenge, secret)));
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => {
      server.unref();
      resolve({ release: () => close(server, open) });
    });
  });
}

const close = (server: Server, open: ReadonlySet<Socket>): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    for (const socket of open) socket.destroy();
  });

/** The first bytes that come; fewer where it ends before. */
async function read(socket: Socket): Promise<Buffer> {
  const bytes: Buffer[] = [];
  return new Promise((resolve) => {
    const all = () => Buffer.concat(bytes).subarray(0, BYTES);
    socket.on('data', (chunk: Buffer) => {
      bytes.push(chunk);
      if (all().length === BYTES) resolve(all());
    });
    socket.on('close', () => resolve(all()));
  });
}

/** Who holds the name: a Kanon that can read the secret of this folder, something else, or nobody any more. */
async function ask(address: string, secret: Buffer): Promise<'ours' | 'unproved' | 'gone'> {
  const challenge = randomBytes(BYTES);
  const socket = connect(address);
  const isThere = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!isThere) return 'gone';
  socket.on('error', () => socket.destroy());
  socket.setTimeout(PATIENCE, () => socket.destroy());
  socket.write(challenge);
  const answer = await read(socket);
  socket.destroy();
  return answer.length === BYTES && timingSafeEqual(answer, answerTo(challenge, secret))
    ? 'ours'
    : 'unproved';
}

const unproved = (folder: string, name: string) => ({
  de: `Die Sperre des Ordners ${folder} hält ein Prozess, der sich nicht als dessen Kanon ausweist: ein fremder, ein angehaltenes Kanon oder eine ältere Fassung. Bitte ihn suchen (unter Linux: ss -xlp | grep ${name}) und beenden, oder einen anderen Ordner (KANON_DATA) nennen.`,
  en: `The lock of the folder ${folder} is held by a process that does not show itself to be its Kanon: a stranger, a Kanon that is stopped, or an older version. Find it (on Linux: ss -xlp | grep ${name}) and end it, or choose another folder (KANON_DATA).`,
});
