/** Who sends too slowly is told so (408) and loses the connection, so that nobody holds one for nothing. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { measure } from '../../src/operations/metrics.ts';
import { startWith } from '../access/house.ts';
import type { TestApp } from '../setup/app.ts';

/** Milliseconds between two looks of the server at its connections. */
const LOOK = 1_000;
/** So that the test need not wait for the limits of operation. */
const SHORT = { headersTimeout: 700, requestTimeout: 1_500 };

describe('a client that is too slow', () => {
  let kanon: TestApp;
  let registry: ReturnType<typeof measure>;
  let server: Server;
  let limits: { headersTimeout: number; requestTimeout: number };
  beforeAll(async () => {
    kanon = await startWith([], {
      prepare: (app) => {
        registry = measure(app);
      },
    });
    server = kanon.app.getHttpServer();
    const { headersTimeout, requestTimeout } = server;
    limits = { headersTimeout, requestTimeout };
    Object.assign(server, SHORT);
  });
  afterAll(() => kanon.close());

  /** What comes back for the first bytes, and for one more each so many milliseconds; and how long that took. */
  async function sent(first: string, dripEach?: number): Promise<{ answer: string; milliseconds: number }> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    const begun = performance.now();
    socket.write(first);
    const drip = dripEach === undefined ? undefined : setInterval(() => socket.write('x'), dripEach);
    let answer = '';
    // Bytes that were on their way when the server hung up end in a reset; what came before it counts.
    socket.on('error', () => undefined).on('data', (bytes) => (answer += bytes.toString()));
    await once(socket, 'close');
    clearInterval(drip);
    return { answer, milliseconds: performance.now() - begun };
  }

  test('has ten seconds for headers and thirty for all', () => {
    expect(limits).toEqual({ headersTimeout: 10_000, requestTimeout: 30_000 });
  });

  const HEAD = 'POST /v1/sessions HTTP/1.1\r\nHost: x\r\n';
  test.each([
    ['sends half of its headers', HEAD, undefined, SHORT.headersTimeout],
    ['sends its headers byte by byte', `${HEAD}X-Slow: `, 100, SHORT.headersTimeout],
    [
      'sends half of its body',
      `${HEAD}Content-Type: application/json\r\nContent-Length: 400\r\n\r\n{"account":`,
      undefined,
      SHORT.requestTimeout,
    ],
    [
      'sends its body byte by byte',
      `${HEAD}Content-Type: application/json\r\nContent-Length: 400\r\n\r\n{`,
      200,
      SHORT.requestTimeout,
    ],
  ])('and %s, gets one problem, and the connection ends', async (_, first, drip, limit) => {
    const { answer, milliseconds } = await sent(first, drip);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('connection: close');
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ status: 408 });
    expect(answer.split('HTTP/1.1 ')).toHaveLength(2);
    expect(milliseconds).toBeGreaterThan(limit * 0.9);
    // Bounded: the look that finds it, and what a busy machine takes.
    expect(milliseconds).toBeLessThan(limit + 5 * LOOK);
  });

  test('is counted, though it never was a request', async () => {
    const counted = async (): Promise<number> => {
      const text = await registry.metrics();
      return Number(/^kanon_http_refused_at_edge_total\{status="408"\} (\d+)$/m.exec(text)?.[1] ?? 0);
    };
    const before = await counted();
    await sent(HEAD);
    expect(await counted()).toBe(before + 1);
  });

  test('one that is not gets its answer meanwhile', async () => {
    const slow = sent(HEAD);
    expect((await fetch(`${kanon.url}/health/live`)).status).toBe(200);
    expect((await slow).answer).toMatch(/^HTTP\/1\.1 408 /);
  });
});
