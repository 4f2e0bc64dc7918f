/** The cable between the service and its database, in our hands: it can be cut at COMMIT, or pulled out altogether. */
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { once } from 'node:events';

/**
 * before  the COMMIT never arrives, and the connection breaks
 * after   the COMMIT arrives, and the connection breaks before its answer
 * slow    the COMMIT arrives a little later
 */
type Mishap = 'before' | 'after' | 'slow';

export interface Cable {
  /** The same address, by way of this cable. */
  readonly url: string;
  /** Waits for the next COMMIT on a connection that has sent `word` since its last one. */
  breakAtCommit(mishap: Mishap, word: string): void;
  /** Cuts the next connection that says `word`, before it is heard. */
  cutAt(word: string): void;
  /** How often that has happened. */
  readonly broken: number;
  /** Nothing gets through any more, and every connection is cut; until plugged in again. */
  pull(): void;
  plugIn(): void;
  /** Nothing gets through any more, and nobody is told; what was said meanwhile arrives when it speaks again. */
  silence(on: boolean): void;
  /** From now on it ends at another server. */
  leadTo(databaseUrl: string): void;
  close(): Promise<void>;
}

const COMMIT = Buffer.from('Q\0\0\0\x0bCOMMIT\0', 'latin1');

export async function layCable(databaseUrl: string): Promise<Cable> {
  let target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let armed: { mishap: Mishap; word: string } | undefined;
  let broken = 0;
  let pulled = false;
  let silent = false;
  let taboo: string | undefined;

  const server = createServer((near) => {
    if (pulled) {
      near.destroy();
      return;
    }
    const far = connect({ host: target.hostname, port: Number(target.port) });
    let said = '';
    let deaf = false;
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    near.on('data', (bytes) => {
      said += bytes.toString('latin1');
      if (taboo !== undefined && said.includes(taboo)) {
        taboo = undefined;
        broken += 1;
        cut();
        return;
      }
      if (!bytes.includes(COMMIT)) {
        far.write(bytes);
        return;
      }
      const hit = armed !== undefined && said.includes(armed.word) ? armed.mishap : undefined;
      said = '';
      if (hit === undefined) {
        far.write(bytes);
        return;
      }
      armed = undefined;
      broken += 1;
      if (hit === 'before') cut();
      else if (hit === 'slow') setTimeout(() => far.write(bytes), 100);
      else {
        deaf = true;
        far.write(bytes);
      }
    });
    far.on('data', (bytes) => {
      if (deaf) cut();
      else near.write(bytes);
    });
    if (silent) for (const socket of [near, far]) socket.pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = Object.assign(new URL(databaseUrl), {
    port: String((server.address() as AddressInfo).port),
  }).href;
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url,
    breakAtCommit(mishap, word) {
      armed = { mishap, word };
    },
    cutAt(word) {
      taboo = word;
    },
    get broken() {
      return broken;
    },
    pull() {
      pulled = true;
      cutAll();
    },
    plugIn() {
      pulled = false;
    },
    silence(on) {
      silent = on;
      for (const socket of sockets)
        if (on) socket.pause();
        else socket.resume();
    },
    leadTo(databaseUrl) {
      target = new URL(databaseUrl);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      cutAll();
      await closed;
    },
  };
}
