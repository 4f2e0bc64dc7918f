/** A socket that hands everything written in one turn of the event loop to the system at once: such a call is dear. */
import { Socket } from 'node:net';

/** For a pool: statements leave without waiting for the answer to the one before, and those of one moment together. */
export const TOGETHER = { pipeline: true, stream: corkedSocket } as const;

function corkedSocket(): Socket {
  const socket = new Socket();
  // Only now, since connect() puts the class's own write back.
  socket.once('connect', () => {
    corkEachTurn(socket);
  });
  return socket;
}

function corkEachTurn(socket: Socket): void {
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
  let corked = false;
  socket.write = (...given: unknown[]): boolean => {
    if (!corked) {
      corked = true;
      socket.cork();
      setImmediate(() => {
        corked = false;
        socket.uncork();
      });
    }
    return write(...given);
  };
}
