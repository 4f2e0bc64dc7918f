/** The edge: whatever is sent gets one answer, a problem that repeats nothing, and a line in the log without values. */
import { type AddressInfo, type Socket, connect } from 'node:net';
import { request, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { Controller, Get, HttpException, Post } from '@nestjs/common';
import { Act, Open } from '../../src/access/act.ts';
import { everywhere } from '../../src/access/place.ts';
import {
  ConnectionLost,
  NoConnection,
  NotCommitted,
  UnknownOutcome,
} from '../../src/foundation/database/failure.ts';
import { startWith } from '../access/house.ts';
import { OPEN_PERIOD, furnish, signedIn, type TestApp } from '../setup/app.ts';
import { describeWithShared } from '../setup/shared.ts';

const MARK = 'geheim4711';

/** Fails in every way, at an address that holds what no line of the log may. */
@Controller('odd/:note')
class Odd {
  @Get('error')
  @Open('to see it fail')
  error() {
    throw Object.assign(new RangeError(`count ${MARK} is wrong`, { cause: new TypeError(MARK) }), {
      detail: MARK,
    });
  }

  @Get('text')
  @Open('to see it fail')
  text() {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw MARK;
  }

  @Get('nothing')
  @Open('to see it fail')
  nothing() {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw undefined;
  }

  @Get('status')
  @Open('to see it fail')
  status() {
    throw Object.assign(new Error(MARK), { statusCode: 418, code: 'TEAPOT', status: 418 });
  }

  @Get('nest')
  @Open('to see it fail')
  nest() {
    throw new HttpException({ message: MARK }, 418);
  }

  @Get('unknown-outcome')
  @Open('to see it fail')
  unknown() {
    throw new UnknownOutcome(MARK);
  }

  @Get('no-connection')
  @Open('to see it fail')
  connection() {
    throw new NoConnection(MARK);
  }

  @Get('connection-lost')
  @Open('to see it fail')
  lost() {
    throw new ConnectionLost(MARK);
  }

  @Get('not-committed')
  @Open('to see it fail')
  committed() {
    throw new NotCommitted(MARK);
  }

  @Get('lock-timeout')
  @Open('to see it fail')
  lock() {
    throw Object.assign(new Error(MARK), { code: '55P03' });
  }

  @Post('recorded')
  @Act('reference.import', everywhere)
  recorded() {
    throw new Error(MARK);
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

describe('the edge', () => {
  let kanon: TestApp;
  let token: string;
  const lines: string[] = [];
  const { write } = process.stdout;

  beforeAll(async () => {
    process.stdout.write = (text: string | Uint8Array): boolean => {
      lines.push(...String(text).trimEnd().split('\n'));
      return true;
    };
    kanon = await startWith([Odd], { loud: true });
    await furnish(kanon);
    ({ token } = await signedIn(kanon, 'admin'));
  });
  afterAll(async () => {
    await kanon.close();
    process.stdout.write = write;
  });

  const port = (): number => (kanon.app.getHttpServer().address() as AddressInfo).port;

  /** One request, sent as it is: nothing is encoded, added or normalised. */
  const send = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: Buffer | string,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: port(), method, path, headers, agent: false },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => (text += part));
          answer.on('end', () => {
            // Lines of the log leave when a turn of the event loop ends.
            setTimeout(() => {
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
            }, 20);
          });
        },
      );
      // The server may answer and hang up before it has read a large body.
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
      });
      sent.end(body);
    });

  const expectProblem = ({ status, headers, text }: Answer, wanted: number, code: string): void => {
    expect([status, headers['content-type'], (JSON.parse(text) as { type: string }).type]).toEqual([
      wanted,
      'application/problem+json; charset=utf-8',
      `urn:kanon:problem:${code}`,
    ]);
    expect(text).not.toContain(MARK);
    expect(headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  };

  describe('answers with a problem', () => {
    test.each([
      ['GET', `/${MARK}`, 404, 'not-found'],
      ['GET', `/v1/releases/${MARK}`, 404, 'not-found'],
      ['GET', `//v1/releases`, 404, 'not-found'],
      ['GET', `/v1/%7a%7`, 400, 'malformed-request'],
      ['GET', `/%zz${MARK}`, 400, 'malformed-request'],
      ['GET', `/%c0%ae%c0%ae/${MARK}`, 400, 'malformed-request'],
      ['GET', `/v1/regions/${'9'.repeat(101)}`, 400, 'malformed-request'],
      ['GET', `/v1/regions/${MARK}`, 400, 'bad-request'],
      ['GET', `/v1/regions?within=${MARK}`, 400, 'bad-request'],
      ['GET', `/v1/regions?${MARK}=1`, 400, 'bad-request'],
      ['GET', `/v1/regions?within=05&within=051`, 400, 'bad-request'],
      ['GET', `/v1/regions?__proto__[within]=05&constructor=${MARK}`, 400, 'bad-request'],
      ['GET', `/v1/regions?within=0${'1'.repeat(5000)}`, 400, 'bad-request'],
      ['TRACE', `/${MARK}`, 404, 'not-found'],
      ['POST', `/v1/releases/`, 404, 'not-found'],
      // What serves the files of /docs finds fault with these by itself.
      ['GET', `/docs/../${MARK}`, 404, 'not-found'],
      ['GET', `/docs/a%5c${MARK}`, 404, 'not-found'],
      ['GET', `/docs/%00${MARK}`, 404, 'not-found'],
      ['GET', `/docs/..%2f..%2f${MARK}`, 404, 'not-found'],
      ['GET', `/docs/%2e%2e/${MARK}`, 404, 'not-found'],
      ['GET', `/docs/.git/${MARK}`, 404, 'not-found'],
    ])('to %s %s: %d %s', async (method, path, status, code) => {
      lines.length = 0;
      expectProblem(await send(method, path, { 'x-mark': MARK }), status, code);
      expect(lines.filter((line) => line.includes('"failure"'))).toEqual([]);
    });

    const reports = `/v1/schools/990001/reports/${OPEN_PERIOD}`;
    test.each([
      ['DELETE', `/v1/releases`, 'GET, HEAD'],
      ['PATCH', `/v1/releases`, 'GET, HEAD'],
      ['OPTIONS', `/v1/releases`, 'GET, HEAD'],
      ['TRACE', `/v1/releases`, 'GET, HEAD'],
      ['PROPFIND', `/v1/releases`, 'GET, HEAD'],
      ['POST', `/v1/releases?${MARK}=${MARK}`, 'GET, HEAD'],
      ['POST', reports, 'GET, HEAD, PUT'],
      ['GET', `/v1/activations`, 'POST'],
      ['GET', `/v1/periods/${OPEN_PERIOD}/freeze`, 'POST'],
    ])('to %s %s: 405, and this address knows %s', async (method, path, allow) => {
      const answer = await send(method, path, { 'x-mark': MARK });
      expectProblem(answer, 405, 'method-not-allowed');
      expect(answer.headers.allow).toBe(allow);
    });

    test.each([
      ['two Host headers', 'Host: a\r\nHost: b\r\n'],
      ['the same Host twice', 'Host: a\r\nhost: a\r\n'],
      ['no Host header', ''],
    ])('to %s', async (_, hosts) => {
      const heard = await raw(`GET /v1/periods?${MARK} HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`);
      expect(statusesIn(heard)).toEqual([400]);
      expect(heard).toMatch(
        /content-type: application\/problem\+json[^]*urn:kanon:problem:malformed-request/,
      );
      expect(heard).toMatch(/request-id: /);
      expect(heard).not.toContain(MARK);
    });

    const json = { 'content-type': 'application/json' };

    test('to a body of one byte more than 32 KiB, with or without its length', async () => {
      const body = Buffer.alloc(32 * 1024 + 1, ' ');
      const signed = { ...json, authorization: `Bearer ${token}` };
      for (const headers of [signed, { ...signed, 'transfer-encoding': 'chunked' }])
        expectProblem(await send('PUT', reports, headers, body), 413, 'too-large');
      expectProblem(await send('POST', '/v1/sessions', json, body), 413, 'too-large');
    });

    test('to a body without a valid token, before any of it has come', async () => {
      for (const authorization of ['', `Bearer ${token.slice(0, -1)}`])
        for (const length of ['2', '999999999']) {
          // Of the body that is announced nothing follows, so whoever waits for it says nothing.
          const heard = await raw(
            `PUT ${reports} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n` +
              `Authorization: ${authorization}\r\n\r\n`,
          );
          expect([length, ...statusesIn(heard)]).toEqual([length, 401]);
        }
      // With a valid one it is waited for.
      const heard = await raw(
        `PUT ${reports} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n` +
          `Authorization: Bearer ${token}\r\n\r\n`,
      );
      expect(heard).toBe('');
    });

    test('to a token in another spelling of the same bytes', async () => {
      const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const at = signs.indexOf(token.at(-1)!);
      const statuses = await Promise.all(
        Array.from({ length: 16 }, async (_, spare) => {
          const spelled = token.slice(0, -1) + signs[at - (at % 16) + spare]!;
          return (await send('GET', '/v1/releases', { authorization: `Bearer ${spelled}` })).status;
        }),
      );
      // The administrator may not list releases, but is known.
      expect(statuses.sort()).toEqual([...Array<number>(15).fill(401), 403]);
    });

    test('to a body that nobody reads at an address that is none', async () => {
      const heard = await raw(`PUT /${MARK} HTTP/1.1\r\nHost: a\r\nContent-Length: 30000\r\n\r\n`);
      expect(statusesIn(heard)).toEqual([404]);
    });

    test('to the longest body only by what is in it', async () => {
      const { status } = await send('POST', '/v1/sessions', json, Buffer.alloc(32 * 1024, ' '));
      expect(status).toBe(400);
    });

    test.each([
      ['text/plain'],
      ['application/xml'],
      ['application/x-www-form-urlencoded'],
      ['multipart/form-data; boundary=x'],
      ['application/jsonp'],
      ['application/problem+json'],
      [`${MARK}/x`],
      ['nonsense'],
      [''],
    ])('to a body of type %j', async (type) => {
      expectProblem(
        await send('POST', '/v1/sessions', { 'content-type': type, 'content-length': '2' }, '{}'),
        415,
        'unsupported-type',
      );
    });

    test('to a body without a type', async () => {
      expectProblem(
        await send('POST', '/v1/sessions', { 'content-length': '2' }, '{}'),
        415,
        'unsupported-type',
      );
    });

    test('to a body that is shorter than it says: nothing, and the service lives on, without an alarm', async () => {
      lines.length = 0;
      const socket = connect(port(), '127.0.0.1');
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(
        `POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"account"`,
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.destroy();
      expect((await send('GET', '/v1/periods')).status).toBe(200);
      const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(told.filter(({ event }) => event === 'failure')).toEqual([]);
      expect(told.filter(({ brokenOff }) => brokenOff)).toEqual([
        expect.objectContaining({ event: 'request', method: 'POST', route: '/v1/sessions' }),
      ]);
    });
  });

  describe('turns what nobody expected', () => {
    test.each([
      ['error', 500, 'internal'],
      ['text', 500, 'internal'],
      ['nothing', 500, 'internal'],
      ['status', 500, 'internal'],
      ['nest', 500, 'internal'],
      ['unknown-outcome', 503, 'outcome-unknown'],
      ['no-connection', 503, 'unavailable'],
      ['connection-lost', 503, 'unavailable'],
      ['not-committed', 503, 'unavailable'],
      ['lock-timeout', 503, 'unavailable'],
    ])(
      '(%s) into a problem without its words, and logs where it was, not what it said',
      async (path, status, code) => {
        lines.length = 0;
        const answer = await send('GET', `/odd/${MARK}/${path}`, { 'x-mark': MARK });
        expectProblem(answer, status, code);
        await new Promise((resolve) => setTimeout(resolve, 20));
        const logged = lines.filter((line) => line.includes(String(answer.headers['request-id'])));
        expect(logged.map((line) => (JSON.parse(line) as { event: string }).event).sort()).toEqual([
          'failure',
          'request',
        ]);
        expect(lines.join('')).not.toContain(MARK);
        if (path === 'error') expect(logged.join('')).toMatch(/"error":"RangeError < TypeError"/);
      },
    );

    test('behind the gate as well', async () => {
      lines.length = 0;
      const answer = await send('POST', `/odd/${MARK}/recorded`, { authorization: `Bearer ${token}` });
      expectProblem(answer, 500, 'internal');
      expect(lines.join('')).not.toContain(MARK);
      expect(lines.join('')).not.toContain(token.slice(0, 20));
    });
  });

  test('a log line of a request names the route and never the address', async () => {
    lines.length = 0;
    await send('GET', '/v1/regions/05111?x=1');
    await send('GET', `/${MARK}`);
    await send('GET', `/%zz${MARK}`);
    await send('GET', `/v1/schools/990001/reports/${OPEN_PERIOD}`, { authorization: `Bearer ${token}` });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const routes = lines.map((line) => (JSON.parse(line) as { route?: string }).route).filter(Boolean);
    expect(routes).toEqual(['/v1/regions/:key', 'none', 'none', '/v1/schools/:school/reports/:period']);
    expect(lines.join('')).not.toMatch(/05111|990001|2026-Q1|geheim/);
  });

  test('an answer that is not a problem carries the same headers', async () => {
    const { headers } = await send('GET', '/v1/periods');
    expect(headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect([
      headers['cache-control'],
      headers['x-frame-options'],
      headers['referrer-policy'],
      headers['x-powered-by'],
    ]).toEqual(['no-store', 'DENY', 'no-referrer', undefined]);
  });

  test('a request id from outside is not believed', async () => {
    const { headers } = await send('GET', '/v1/periods', { 'request-id': MARK, 'x-request-id': MARK });
    expect(headers['request-id']).not.toBe(MARK);
  });

  /** Everything that comes back for some bytes, until the server hangs up or says nothing for a while. */
  async function raw(bytes: string, silence = 400): Promise<string> {
    const socket: Socket = connect(port(), '127.0.0.1');
    socket.on('error', () => undefined);
    let heard = '';
    let timer: NodeJS.Timeout | undefined;
    const done = new Promise<void>((resolve) => {
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(resolve, silence);
      };
      socket.on('data', (part) => {
        heard += part.toString('latin1');
        wait();
      });
      socket.on('close', () => {
        resolve();
      });
      wait();
    });
    socket.write(Buffer.from(bytes, 'latin1'));
    await done;
    clearTimeout(timer);
    socket.destroy();
    return heard;
  }
  const statusesIn = (heard: string): number[] =>
    [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

  describeWithShared(['vectors/http/raw/raw-requests.mjs'], 'to the shared raw requests', ([file]) => {
    test('gives each at most one answer, below 500, as a problem, without an echo', async () => {
      const { raw: requests } = (await import(pathToFileURL(file!).href)) as { raw: Record<string, string> };
      const heard = await Promise.all(
        Object.entries(requests).map(async ([name, bytes]) => [name, await raw(bytes)] as const),
      );
      expect(heard.length).toBeGreaterThan(20);
      const wrong = heard.filter(([, text]) => {
        const [status = 400, ...more] = statusesIn(text);
        return more.length > 0 || status < 400 || status >= 500;
      });
      expect(wrong).toEqual([]);
      const plain = heard.filter(
        ([, text]) => text !== '' && !/content-type: application\/problem\+json/i.test(text),
      );
      expect(plain).toEqual([]);
      expect(heard.filter(([, text]) => /evil\.test|aaaa/.test(text))).toEqual([]);
    });
  });

  test.each([
    [
      'a broken chunk after the answer has begun',
      `GET /v1/periods HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n`,
    ],
    [
      'a body behind a GET that is another request',
      `GET /v1/periods HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\n\r\nGET /v1/regions HTTP/1.1\r\nHost: a\r\n\r\n   `,
    ],
    [
      'garbage behind a whole request',
      `GET /v1/periods HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n\0\0\0`,
    ],
    ['an expectation that nobody knows', `GET /v1/periods HTTP/1.1\r\nHost: a\r\nExpect: ${MARK}\r\n\r\n`],
  ])('%s gets one answer below 500', async (_, bytes) => {
    const statuses = statusesIn(await raw(bytes));
    expect(statuses.length).toBeLessThanOrEqual(1);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
  });

  test('a header section of more than 16 KiB is a problem, and the rest of it is not read', async () => {
    const heard = await raw(`GET /v1/periods HTTP/1.1\r\nHost: a\r\nX-Mark: ${MARK.repeat(2000)}\r\n\r\n`);
    expect(statusesIn(heard)).toEqual([431]);
    expect(heard).toMatch(/content-type: application\/problem\+json[^]*urn:kanon:problem:headers-too-large/);
    expect(heard).not.toContain(MARK);
  });
});
