/** OpenAPI 3.1 at /openapi.json and Swagger UI at /docs. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Nothing, readQuery } from '../foundation/http/query.ts';
import { today } from '../reference/today.ts';
import { completeAnswers, type Operation, operationsOf } from './openapi-answers.ts';
import { bodiesOn, parametersAt } from './openapi-examples.ts';
import { docsPolicy } from './docs-policy.ts';
import { AUTHORISATION, INTRODUCTION, TAGS, TITLE } from './openapi-words.ts';

/** The description; its examples are such as work on that day, `YYYY-MM-DD`. */
export function describeApi(app: NestFastifyApplication, day: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(TITLE)
    .setDescription(INTRODUCTION)
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer('/', 'This service')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: AUTHORISATION });
  for (const [name, description] of TAGS) config.addTag(name, description);
  const document = SwaggerModule.createDocument(app, config.build());
  for (const { method, path, operation } of operationsOf(document)) {
    // Keys, health and figures wait in no line.
    if (!path.startsWith('/v1/')) delete operation.responses['429'];
    completeAnswers(method, path, operation);
    completeParameters(path, operation, day);
    completeBody(`${method} ${path}`, operation, day);
  }
  return document;
}

/** Changes the operation in place: no parameter without a description, none without an example that can have one. */
function completeParameters(path: string, operation: Operation, day: string): void {
  const known = parametersAt(path, day);
  for (const parameter of operation.parameters ?? []) {
    if ('$ref' in parameter) continue;
    const { description, example } = known[parameter.name.toLowerCase()] ?? known[parameter.name] ?? {};
    if (description !== undefined) parameter.description ??= description;
    if (example === undefined) continue;
    // Swagger UI fills an `example` in: good for what is needed, a nuisance for filters.
    if (parameter.required) parameter.example ??= example;
    else if (parameter.schema && !('$ref' in parameter.schema))
      Object.assign(parameter.schema, { examples: [example] });
  }
}

function completeBody(route: string, operation: Operation, day: string): void {
  const example = bodiesOn(day)[route];
  const { requestBody } = operation;
  if (!example || !requestBody || '$ref' in requestBody) return;
  const content = requestBody.content['application/json'] ?? requestBody.content['text/csv'];
  if (content) content.example ??= example;
}

/** Addresses of the description and of its page; no controller has them, so no interceptor reads their query. */
const DESCRIBED = /^\/(docs|openapi\.json)(\/|$)/;

export function serveApiDescription(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', async ({ routeOptions, url }) => {
    if (DESCRIBED.test(routeOptions.url ?? '')) readQuery(Nothing, url);
    return Promise.resolve();
  });
  server.addHook('onSend', async ({ routeOptions }, reply, payload) => {
    // The page alone; its scripts and styles are data like every other answer.
    const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
    if (isPage && DESCRIBED.test(routeOptions.url ?? '') && typeof payload === 'string')
      void reply.header('content-security-policy', docsPolicy(payload));
    return Promise.resolve();
  });
  SwaggerModule.setup('docs', app, () => describeApi(app, today()), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Kanon API',
    swaggerOptions: { tryItOutEnabled: true },
  });
}
