/** The edge of the service: limits, one body parser, headers, and a log line a request. */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems } from '../problem.ts';
import { Addresses } from './addresses.ts';
import { checkedInput } from './input.pipe.ts';
import { logLine } from './log.ts';
import { ProblemFilter, sendProblem } from './problem.filter.ts';
import { FORM, headerProblem } from './request-headers.ts';
import { securityHeaders } from './security-headers.ts';

/** Bytes; no route takes more than half of it, but those that say so by `@LargeBody`, `@ListAsBody` or `@LinesAsBody`. */
const BODY_LIMIT = 32 * 1024;

/** Fastify with narrow limits; Node's own defaults are wide. `publicUrl` is the address that users see. */
export function edgeAdapter(publicUrl?: string): FastifyAdapter {
  const told = securityHeaders(publicUrl);
  const toldLines = Object.entries(told)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    // Node would refuse a missing Host without a problem; the hook below does it with one.
    http: {
      headersTimeout: 10_000,
      maxHeaderSize: 16 * 1024,
      requireHostHeader: false,
      // Node looks every thirty seconds, so a limit of ten would end after forty.
      connectionsCheckingInterval: 1_000,
    },
    routerOptions: { maxParamLength: 100, ignoreTrailingSlash: false },
    genReqId: () => randomUUID(),
    logger: false,
    // What still comes on an open connection is served: a 503 of Fastify's own has neither a problem nor Retry-After.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      // The router refuses such an address before any hook: what the hooks do for others is done here.
      setHeaders(request, reply, told);
      sendProblem(reply, problems.malformedRequest());
      countRefusal(reply.statusCode);
      logRequest(request, reply);
    },
    clientErrorHandler: (error, socket) => {
      // Not HTTP, or not in time: there is no request to answer, only a socket.
      if (socket.writable) {
        const { status, body } = (CLIENT_ERRORS[error.code] ?? problems.malformedRequest)();
        countRefusal(status);
        const text = JSON.stringify(body);
        socket.write(
          `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
            `${toldLines}content-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
        );
      }
      socket.destroySoon();
    },
  });
}

const refusals = new Map<number, number>();
const countRefusal = (status: number): void => void refusals.set(status, (refusals.get(status) ?? 0) + 1);

/** By status, how much was refused since the start before it was a request with a route: no hook counts these. */
export const refusalsAtTheEdge = (): ReadonlyMap<number, number> => refusals;

/** By the code of Node's own error. */
const CLIENT_ERRORS: Readonly<Record<string, typeof problems.malformedRequest>> = {
  HPE_HEADER_OVERFLOW: problems.headersTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: problems.requestTimeout,
};

/** Fits the edge to an application that was created with `bodyParser: false`; `publicUrl` as above. */
export function fitEdge(app: NestFastifyApplication, publicUrl?: string): void {
  const told = securityHeaders(publicUrl);
  const server = app.getHttpAdapter().getInstance();
  server.removeAllContentTypeParsers();
  // The bytes go to the strict reader untouched: JSON.parse would drop duplicate keys in silence.
  // Which of them a route takes is looked at before its body is read. A form is what another site can send in somebody's name.
  for (const type of ['application/json', 'application/x-ndjson', 'text/csv', FORM])
    server.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
  // Node would answer by itself, without a header of ours.
  server.server.on('checkExpectation', (_request, response) => {
    countRefusal(417);
    response.writeHead(417, { ...told, 'content-length': '0' }).end();
  });
  const addresses = new Addresses();
  server.addHook('onRoute', (route) => {
    addresses.add(route.url, [route.method].flat());
    const { largestBody } = (route.config ?? {}) as { largestBody?: number };
    if (largestBody !== undefined) route.bodyLimit = largestBody;
  });
  server.addHook('onRequest', async (request, reply) => {
    setHeaders(request, reply, told);
    reply.raw.once('close', () => {
      // A client that breaks off gets no answer, and still a line.
      if (!reply.raw.writableFinished) logRequest(request, reply, true);
    });
    const hosts = request.raw.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host');
    const isOld = request.raw.httpVersion === '1.0';
    if (hosts.length > 1 || (hosts.length === 0 && !isOld)) throw problems.malformedRequest();
    if (request.is404) {
      // Before the body: nothing here reads it.
      const methods = addresses.methodsAt(request.url.split('?', 1)[0] ?? '');
      if (methods.length === 0) throw problems.notFound();
      void reply.header('allow', methods.join(', '));
      throw problems.methodNotAllowed();
    }
    const { takesList, takesLines, isForm } = request.routeOptions.config as Taken;
    const problem = headerProblem(
      request.raw,
      isForm ? 'form' : takesLines ? 'lines' : takesList ? 'list' : 'json',
    );
    if (problem) throw problem;
    return Promise.resolve();
  });
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  server.addHook('onSend', async (_request, reply) => {
    // A connection that stayed open for more would keep us from stopping.
    if (closing) void reply.header('connection', 'close');
    return Promise.resolve();
  });
  server.addHook('onResponse', (request, reply, done) => {
    logRequest(request, reply);
    done();
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(checkedInput());
}

/** What a route says that it takes; JSON where it says nothing. */
interface Taken {
  readonly takesList?: boolean;
  readonly takesLines?: boolean;
  readonly isForm?: boolean;
}

const setHeaders = (
  request: FastifyRequest,
  reply: FastifyReply,
  told: Readonly<Record<string, string>>,
): void => void reply.headers({ ...told, 'request-id': request.id });

const logRequest = (request: FastifyRequest, reply: FastifyReply, brokenOff = false): void => {
  logLine({
    event: 'request',
    request: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    ...(brokenOff ? { brokenOff } : {}),
    ...(brokenOff && !reply.raw.headersSent ? {} : { status: reply.statusCode }),
    milliseconds: Math.round(reply.elapsedTime * 10) / 10,
  });
};
