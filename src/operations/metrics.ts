/** Figures for Prometheus: by route pattern and status, never by region, school, account or purpose. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { refusalsAtTheEdge } from '../foundation/http/edge.ts';
import { securityHeaders } from '../foundation/http/security-headers.ts';

const METHODS = new Set(['GET', 'HEAD', 'PUT', 'POST']);

/** Counts every answer of the application from now on. */
export function measure(app: NestFastifyApplication): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'kanon_' });
  const answers = new Counter({
    name: 'kanon_http_answers_total',
    help: 'Answers by route pattern, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'kanon_http_answer_seconds',
    help: 'Time to the last byte by route pattern.',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new Counter({
    name: 'kanon_http_refused_at_edge_total',
    help: 'What was no request yet: broken (400), too slow (408), or with headers too large (431).',
    labelNames: ['status'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [status, times] of refusalsAtTheEdge()) this.inc({ status }, times);
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      answers.inc({
        route,
        method: METHODS.has(request.method) ? request.method : 'other',
        status: reply.statusCode,
      });
      seconds.observe({ route }, reply.elapsedTime / 1000);
      done();
    });
  return registry;
}

/** Serves them at /metrics on a port of their own, which only the operator's network should reach. */
export async function serveMetrics(registry: Registry, port: number, host: string): Promise<Server> {
  const told = Object.entries(securityHeaders());
  const server = createServer((request, response) => {
    for (const [name, value] of told) response.setHeader(name, value);
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
