/** Adds to a described route what every route of its kind answers: refusals, their headers, CSV, and ETags. */
import type { OpenAPIObject } from '@nestjs/swagger';
import { FORMAT_NAMES, FORMATS } from '../formats/formats.ts';
import { REFUSALS } from './openapi-words.ts';

type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
type Answers = Operation['responses'];
export type AnswerObject = Exclude<NonNullable<Answers[string]>, { $ref: string }>;

const METHODS = ['get', 'put', 'post'] as const;

/** Every route of a document: `put`, `/v1/schools/{school}/reports/{period}`, and what it says. */
export const operationsOf = (
  document: OpenAPIObject,
): { readonly method: string; readonly path: string; readonly operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );

/** Routes whose answer is one of several revisions of a thing, or a public list that seldom changes. */
const WITH_ETAG = new Set([
  'get /v1/counties/{county}/outcomes/{period}',
  'put /v1/counties/{county}/outcomes/{period}',
  'get /v1/regions/{region}/outcomes/{period}',
  'get /v1/outcome-releases/{release}/document',
  'get /v1/regions',
  'get /v1/schemes',
  'get /v1/schools',
  'get /v1/schools/{school}/reports/{period}',
  'put /v1/schools/{school}/reports/{period}',
  'get /v1/regions/{region}/summaries/{period}',
  'get /v1/releases/{release}/document',
]);

const header = (description: string, type: 'string' | 'integer' = 'string', example?: string | number) => ({
  description,
  schema: { type, ...(example === undefined ? {} : { examples: [example] }) },
});

const HEADERS: Readonly<Record<string, Readonly<Record<string, ReturnType<typeof header>>>>> = {
  401: { 'WWW-Authenticate': header('How to authorise.', 'string', 'Bearer') },
  405: { Allow: header('Methods that are known.', 'string', 'GET, HEAD, PUT, POST') },
  503: { 'Retry-After': header('Seconds after which another try makes sense.', 'integer', 5) },
};

const LANGUAGE = header('Language of title and detail.', 'string', 'de');
const ETAG = header(
  'Random id of what is shown: for If-None-Match, and of a report for If-Match.',
  'string',
  '"3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70"',
);

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemAnswer' } },
};

/** Changes the operation in place. */
export function completeAnswers(method: string, path: string, operation: Operation): void {
  const answers: Answers = operation.responses;
  const expected = [400, 404, 405, ...(operation.requestBody ? [413, 415] : []), 503];
  for (const status of expected)
    answers[String(status)] ??= { description: REFUSALS[status] ?? 'Refused.', content: PROBLEM };
  for (const [status, answer] of Object.entries(answers)) {
    if (!answer || '$ref' in answer) continue;
    if (Number(status) >= 400)
      answer.headers = { ...HEADERS[status], 'Content-Language': LANGUAGE, ...answer.headers };
    else completeSuccess(operation, answer);
  }
  if (WITH_ETAG.has(`${method} ${path}`)) completeEtag(method, operation);
}

/** Whatever takes `format=csv` answers it. */
function completeSuccess(operation: Operation, answer: AnswerObject): void {
  const format = (operation.parameters ?? []).find((one) => !('$ref' in one) && one.name === 'format');
  if (!format || !answer.content) return;
  answer.content['text/csv'] = {
    schema: { type: 'string', description: 'A header line, then one line a row.' },
  };
  if (!isSummary(format)) return;
  for (const name of FORMAT_NAMES) {
    // JSON has a schema of its own, and so has CSV.
    const [type = ''] = FORMATS[name].mediaType.split(';');
    if (type !== 'application/json') answer.content[type] ??= { schema: schemaOf(type) };
  }
}

/** Another standard says what stands in it. */
const schemaOf = (type: string): { type: 'object' } | { type: 'string'; format?: 'binary' } => {
  if (type.endsWith('json')) return { type: 'object' };
  return type.endsWith('csv') ? { type: 'string' } : { type: 'string', format: 'binary' };
};

/** Of a parameter that takes what a summary can be written as. */
const isSummary = (format: object): boolean =>
  'schema' in format && JSON.stringify(format.schema).includes('"sdmx-csv"');

function completeEtag(method: string, operation: Operation): void {
  for (const [status, answer] of Object.entries(operation.responses))
    if (answer && !('$ref' in answer) && Number(status) < 300)
      answer.headers = { ETag: ETAG, ...answer.headers };
  if (method !== 'get') return;
  operation.responses['304'] = {
    description: 'What If-None-Match names is still the answer; there is no body.',
    headers: { ETag: ETAG },
  };
  operation.parameters = [
    ...(operation.parameters ?? []),
    { name: 'if-none-match', in: 'header', required: false, schema: { type: 'string' } },
  ];
}
