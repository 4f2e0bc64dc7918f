/** The edge of the service: limits, one body parser, headers, and a log line a request. */
import { randomUUID } from 'node:crypto';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems } from '../problem.ts';
import { logLine } from './log.ts';
import { ProblemFilter, sendProblem } from './problem.filter.ts';
import { checkedInput } from './input.pipe.ts';

const BODY_LIMIT = 256 * 1024;
const METHODS = ['GET', 'HEAD', 'PUT', 'POST'];

/** Fastify with narrow limits; Node's own defaults are wide. */
export const edgeAdapter = (): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    // Node would refuse a missing Host without a problem; the hook below does it with one.
    http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024, requireHostHeader: false },
    routerOptions: { maxParamLength: 100, ignoreTrailingSlash: false },
    genReqId: () => randomUUID(),
    logger: false,
    // What still comes on an open connection is served: a 503 of Fastify's own has neither a problem nor Retry-After.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      // The router refuses such an address before any hook: what the hooks do for others is done here.
      setHeaders(request, reply);
      sendProblem(reply, problems.malformedRequest());
      logRequest(request, reply);
    },
    clientErrorHandler: (_error, socket) => {
      // Not HTTP at all: there is no request to answer, only a socket.
      if (socket.writable) {
        const body = JSON.stringify(problems.malformedRequest().body);
        socket.write(
          `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
            `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
        );
      }
      socket.destroySoon();
    },
  });

/** Fits the edge to an application that was created with `bodyParser: false`. */
export function fitEdge(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.removeAllContentTypeParsers();
  // The bytes go to the strict reader untouched: JSON.parse would drop duplicate keys in silence.
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  server.addHook('onRequest', async (request, reply) => {
    setHeaders(request, reply);
    const hosts = request.raw.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host');
    const isOld = request.raw.httpVersion === '1.0';
    if (hosts.length > 1 || (hosts.length === 0 && !isOld)) throw problems.malformedRequest();
    if (!METHODS.includes(request.method)) {
      void reply.header('allow', METHODS.join(', '));
      throw problems.methodNotAllowed();
    }
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

const setHeaders = (request: FastifyRequest, reply: FastifyReply): void =>
  void reply.headers({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'request-id': request.id,
  });

const logRequest = (request: FastifyRequest, reply: FastifyReply): void => {
  logLine({
    event: 'request',
    request: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime * 10) / 10,
  });
};
