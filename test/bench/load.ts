/** Asks as fast as it is answered, over a fixed number of connections: a closed loop, as cheap as can be. */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { quantile } from './statistics.ts';

/** What to ask for, again and again. Plain data, so that it can cross to another process. */
export interface Work {
  readonly port: number;
  /** Asked in turn. */
  readonly requests: readonly { readonly method: string; readonly path: string; readonly headers: string }[];
  /** Text of the body around a count that is another one in each request; absent where nothing is sent. */
  readonly body?: { readonly before: string; readonly after: string };
  /** Must stand in each answer. */
  readonly mark: string;
}

/** One measurement. */
export interface Measured {
  readonly requests: number;
  readonly errors: number;
  /** The first wrong answer, shortened; empty where there was none. */
  readonly wrong: string;
  readonly perSecond: number;
  /** Milliseconds from the first byte out to the last byte in: of half of the requests, and of 95 in 100. */
  readonly p50: number;
  readonly p95: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');
/** Milliseconds after which no answer is an error. */
const PATIENCE = 10_000;

let turn = 0;
/** Bodies sent to each address, over all measurements of a process: so no two in a row bring it the same count. */
const bodies = new Map<string, number>();
/** Counts begin here and end fifteen above: no count may look like a slip, or the service would ask back. */
const LEAST = 5;

/** Throws only where no connection can be opened; a wrong or missing answer is counted as an error. */
export async function load(work: Work, connections: number, seconds: number): Promise<Measured> {
  const latencies: number[] = [];
  const wrong: string[] = [];
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(work.port)));
  const begin = performance.now();
  const end = begin + seconds * 1000;
  await Promise.all(
    sockets.map(async (socket) => {
      const answers = answersOn(socket);
      while (performance.now() < end) {
        const sent = performance.now();
        const answer = await answers(next(work)).catch((error: unknown) => error as Error);
        const fault = faultOf(answer, work.mark);
        if (fault === undefined) latencies.push(performance.now() - sent);
        else wrong.push(fault);
        if (answer instanceof Error) break;
      }
      socket.destroy();
    }),
  );
  const taken = (performance.now() - begin) / 1000;
  const sorted = Float64Array.from(latencies).sort();
  return {
    requests: sorted.length,
    errors: wrong.length,
    wrong: (wrong[0] ?? '').slice(0, 400),
    perSecond: sorted.length / taken,
    p50: sorted.length > 0 ? quantile(sorted, 0.5) : 0,
    p95: sorted.length > 0 ? quantile(sorted, 0.95) : 0,
  };
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

/** The next request in turn, as it goes over the wire. */
function next({ port, requests, body }: Work): string {
  const { method, path, headers } = requests[turn % requests.length]!;
  const nth = bodies.get(path) ?? 0;
  const sent = body ? `${body.before}${LEAST + (nth % 16)}${body.after}` : '';
  bodies.set(path, nth + 1);
  turn += 1;
  const length = body ? `content-type: application/json\r\ncontent-length: ${sent.length}\r\n` : '';
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${headers}${length}\r\n${sent}`;
}

const faultOf = (answer: Buffer | Error, mark: string): string | undefined => {
  if (answer instanceof Error) return answer.message;
  const isFine = answer[9] === '2'.charCodeAt(0); // after `HTTP/1.1 `
  return isFine && answer.includes(mark) ? undefined : answer.toString('utf8', 9);
};

/** Sends one request at a time and gives back the whole answer, head and body. */
function answersOn(socket: Socket): (request: string) => Promise<Buffer> {
  let received: Buffer[] = [];
  let missing = -1;
  let settle: { done: (answer: Buffer) => void; failed: (error: Error) => void } | undefined;
  const fail = (error: Error): void => settle?.failed(error);
  socket.setTimeout(PATIENCE, () => fail(new Error('no answer in time')));
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the connection was closed')));
  socket.on('data', (chunk: Buffer) => {
    received.push(chunk);
    if (missing < 0) {
      const whole = received.length === 1 ? chunk : Buffer.concat(received);
      const headEnd = whole.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const [, length] = /\r\ncontent-length: (\d+)/i.exec(whole.toString('latin1', 0, headEnd)) ?? [];
      if (length === undefined) return fail(new Error('an answer without content-length'));
      missing = headEnd + HEAD_END.length + Number(length) - whole.length;
    } else missing -= chunk.length;
    if (missing > 0) return;
    const answer = received.length === 1 ? chunk : Buffer.concat(received);
    received = [];
    missing = -1;
    settle?.done(answer);
  });
  return (request) =>
    new Promise((done, failed) => {
      settle = { done, failed };
      socket.write(request);
    });
}
