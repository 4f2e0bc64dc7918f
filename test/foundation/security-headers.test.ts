/** What a browser is told stands on every kind of answer: of routes, of problems, of files, and where there was no request yet. */
import { until } from '../setup/service.ts';
import { type AddressInfo, connect } from 'node:net';
import { once } from 'node:events';
import { Controller, Get } from '@nestjs/common';
import { Open } from '../../src/access/act.ts';
import { securityHeaders } from '../../src/foundation/http/security-headers.ts';
import { serveApiDescription } from '../../src/operations/openapi.ts';
import { serveMetrics } from '../../src/operations/metrics.ts';
import { Registry } from 'prom-client';
import { startWith } from '../access/house.ts';
import { call, furnish, OPEN_PERIOD, signedIn, startApp, type TestApp } from '../setup/app.ts';

/** Fails in a way that nobody has foreseen. */
@Controller('odd')
class Odd {
  @Get()
  @Open('to see it fail')
  fail(): never {
    throw new RangeError('odd');
  }
}

const HTTPS = 'https://kanon.example';
/** Each with what it must say; the policy of a page is told apart below. */
const ALWAYS = {
  'cache-control': /^no-store$/,
  'content-security-policy':
    /^default-src 'none'; (?!.*object-src (?!'none'))(?=.*base-uri 'none')(?=.*frame-ancestors 'none')/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'referrer-policy': /^no-referrer$/,
  'strict-transport-security': /^max-age=(6307|3153)\d{4}; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
};

/** Names of headers that are missing, say something else, or stand there twice. */
const faultsIn = (headers: Headers | Map<string, string>): string[] =>
  Object.entries(ALWAYS)
    .filter(([name, wanted]) => !wanted.test(headers.get(name) ?? ''))
    .map(([name]) => name);

describe('the headers of every answer', () => {
  let kanon: TestApp;
  let reporter: string;
  let auditor: string;

  beforeAll(async () => {
    kanon = await startWith([Odd], { env: { KANON_PUBLIC_URL: HTTPS }, prepare: serveApiDescription });
    await furnish(kanon);
    ({ token: reporter } = await signedIn(kanon, 'reporter', { schools: ['990001'] }));
    ({ token: auditor } = await signedIn(kanon, 'auditor'));
  });
  afterAll(() => kanon.close());

  const port = (): number => (kanon.app.getHttpServer().address() as AddressInfo).port;
  const BUNDLE = '/v1/access-log/bundle?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z';
  const asked = {
    'data for everybody': ['GET', '/v1/periods', 200],
    'the addresses': ['GET', '/', 200],
    'the page at /': ['GET', '/', 200, { headers: { accept: 'text/html' } }],
    'the page of Swagger UI': ['GET', '/docs', 200],
    'a file of it': ['GET', '/docs/swagger-ui.css', 200],
    'a script of it': ['GET', '/docs/swagger-ui-init.js', 200],
    'the description': ['GET', '/openapi.json', 200],
    'public keys': ['GET', '/.well-known/jwks.json', 200],
    health: ['GET', '/health/live', 200],
    'headers alone': ['HEAD', '/v1/periods', 200],
    'no such address': ['GET', '/nowhere', 404],
    'no such file': ['GET', '/docs/nothing.js', 404],
    'no contact named': ['GET', '/.well-known/security.txt', 404],
    'an address that cannot be read': ['GET', '/%zz', 400],
    'a query that is refused': ['GET', '/v1/regions?within=x', 400],
    'nobody signed in': ['GET', '/v1/releases', 401],
    'a wrong password': ['POST', '/v1/sessions', 401, { body: '{"account":"a","password":"b"}' }],
    'another method': ['DELETE', '/v1/releases', 405],
    preflight: ['OPTIONS', '/v1/releases', 405],
    'another type': ['POST', '/v1/sessions', 415, { body: 'a', headers: { 'content-type': 'text/plain' } }],
    'a large body': ['POST', '/v1/sessions', 413, { body: 'x'.repeat(40_000) }],
    'large headers': ['GET', '/v1/periods', 431, { headers: { 'x-mark': 'x'.repeat(20_000) } }],
    'a failure of ours': ['GET', '/odd', 500],
  } as const satisfies Record<string, readonly [string, string, number, Parameters<typeof call>[3]?]>;

  test.each(Object.entries(asked))('%s', async (_, [method, path, status, options]) => {
    const answer = await call(kanon, method, path, options);
    // The files of Swagger UI and the page are everybody's; a browser asks anew before it uses its copy.
    const cached = answer.headers.get('cache-control') ?? '';
    const isFile = cached === 'public, max-age=0' && path.endsWith('.css');
    const isPage = cached === 'no-cache' && path === '/';
    expect([answer.status, faultsIn(answer.headers)]).toEqual([
      status,
      isFile || isPage ? ['cache-control'] : [],
    ]);
  });

  test('of what a signed-in person reads, stores, may not, has read before, and exports', async () => {
    const checkpoint = () => call(kanon, 'GET', '/v1/access-log/checkpoint', { token: auditor });
    await until(async () => (await checkpoint()).status === 200);
    const read = await checkpoint();
    expect([read.status, faultsIn(read.headers)]).toEqual([200, []]);
    const own = await call(kanon, 'GET', '/v1/sessions', { token: reporter });
    expect([own.status, faultsIn(own.headers)]).toEqual([200, []]);
    const other = await call(kanon, 'GET', `/v1/schools/990003/reports/${OPEN_PERIOD}`, { token: reporter });
    expect([other.status, faultsIn(other.headers)]).toEqual([403, []]);
    const lists = await call(kanon, 'GET', '/v1/periods');
    const again = await call(kanon, 'GET', '/v1/periods', {
      headers: { 'if-none-match': lists.headers.get('etag') ?? '*' },
    });
    expect([again.status < 400, faultsIn(again.headers)]).toEqual([true, []]);
    const csv = await call(kanon, 'GET', '/v1/access-log/entries?format=csv', { token: auditor });
    expect([csv.status, faultsIn(csv.headers)]).toEqual([200, []]);
    const tar = await call(kanon, 'GET', BUNDLE, { token: auditor });
    expect([tar.status, faultsIn(tar.headers)]).toEqual([200, []]);
    // A download has a name of ours, of signs that need no escape (RFC 6266).
    expect(tar.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
  });

  test.each([
    ['no HTTP', 'garbage\r\n\r\n', 400],
    ['large headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: a\r\nConnection: close\r\n\r\n', 417],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ])('of bytes that are %s', async (_, bytes, status) => {
    const socket = connect(port(), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(bytes);
    let heard = '';
    socket.on('data', (part) => (heard += part.toString('latin1')));
    await once(socket, 'close');
    const [head = ''] = heard.split('\r\n\r\n');
    const [first = '', ...lines] = head.split('\r\n');
    const headers = new Map(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
    );
    expect([first.split(' ')[1], faultsIn(headers)]).toEqual([String(status), []]);
  });

  test('no other origin may read an answer', async () => {
    const origin = 'https://boese.example';
    for (const [method, path] of [
      ['GET', '/v1/periods'],
      ['OPTIONS', '/v1/sessions'],
      ['GET', '/docs'],
    ] as const) {
      const { headers } = await call(kanon, method, path, {
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      const told = [...headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect([path, told]).toEqual([path, []]);
    }
  });

  test('only the two pages have another policy, and no answer names what serves it', async () => {
    const { 'content-security-policy': ofData = '' } = securityHeaders(HTTPS);
    const own: string[] = [];
    for (const [name, [method, path, , options]] of Object.entries(asked)) {
      const { headers } = await call(kanon, method, path, options);
      if (headers.get('content-security-policy') !== ofData) own.push(name);
      expect([name, headers.get('server'), headers.get('x-powered-by')]).toEqual([name, null, null]);
    }
    expect(own).toEqual(['the page at /', 'the page of Swagger UI']);
    expect(ofData).toContain('sandbox');
  });

  test('of the figures, on their own port', async () => {
    const server = await serveMetrics(new Registry(), 0, '127.0.0.1');
    try {
      const { port } = server.address() as AddressInfo;
      for (const path of ['/metrics', '/']) {
        const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
        expect(faultsIn(headers)).toEqual(['strict-transport-security']);
      }
    } finally {
      server.close();
    }
  });
});

test('a service without https binds no browser to https', async () => {
  const kanon = await startApp();
  try {
    for (const path of ['/v1/periods', '/docs', '/%zz'])
      expect(faultsIn((await call(kanon, 'GET', path)).headers)).toEqual(['strict-transport-security']);
  } finally {
    await kanon.close();
  }
});
