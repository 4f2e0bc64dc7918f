/** The network between the service and its database, in our hands: cut, pulled out, silent, or slow. */
import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

export interface Wire {
  readonly port: number;
  /** Where it ends; from the next connection on. */
  leadTo(port: number): void;
  /** Every connection breaks, and a new one may be made at once. */
  cut(): void;
  /** Every connection breaks and new ones are refused, until mended. */
  pull(): void;
  /** A black hole: nothing arrives, and nobody is told; what was sent arrives once mended. */
  silence(): void;
  /** Each way takes so many milliseconds more. */
  delay(milliseconds: number): void;
  mend(): void;
  close(): Promise<void>;
}

export async function layWire(leadsTo: number): Promise<Wire> {
  let target = leadsTo;
  let state: 'whole' | 'pulled' | 'silent' = 'whole';
  let slow = 0;
  const sockets = new Set<Socket>();
  const held: (() => void)[] = [];
  /** One way of one connection: what goes in comes out in the same order. */
  const way = (): ((act: () => void) => void) => {
    let due = 0;
    return (act) => {
      if (state === 'silent') {
        held.push(act);
        return;
      }
      const now = performance.now();
      due = Math.max(due, now + slow);
      if (due <= now) act();
      else setTimeout(act, due - now);
    };
  };
  const server = createServer((near) => {
    if (state === 'pulled') {
      near.destroy();
      return;
    }
    const far = connect({ host: '127.0.0.1', port: target });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      const pass = way();
      sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => undefined);
      from.on('data', (bytes) => {
        pass(() => to.write(bytes));
      });
      from.on('close', () => {
        sockets.delete(from);
        pass(() => to.destroy());
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    held.length = 0;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    leadTo(port) {
      target = port;
    },
    cut,
    pull() {
      state = 'pulled';
      cut();
    },
    silence() {
      state = 'silent';
    },
    delay(milliseconds) {
      slow = milliseconds;
    },
    mend() {
      state = 'whole';
      slow = 0;
      for (const act of held.splice(0)) act();
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}
