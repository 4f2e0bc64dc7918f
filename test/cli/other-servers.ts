/** What may answer where a Kanon was expected: another program, or a line that breaks. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OtherServer {
  readonly url: string;
  /** Method and address of all that was asked, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

async function listening(answer: RequestListener): Promise<OtherServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  // A test that fails before it closes this one must not keep the others waiting.
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Some web server with a page for everything. */
export const elsewhere = (): Promise<OtherServer> =>
  listening((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Willkommen</title>');
  });

/** Passes everything on to the service but a PUT, which it answers itself. */
export const relay = (to: string, onPut: RequestListener): Promise<OtherServer> =>
  listening((request, response) => {
    if (request.method === 'PUT') {
      onPut(request, response);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const hasBody = request.method === 'POST';
      void fetch(`${to}${request.url}`, {
        method: request.method ?? 'GET',
        headers: {
          ...(hasBody ? { 'content-type': 'application/json' } : {}),
          ...(request.headers.authorization ? { authorization: request.headers.authorization } : {}),
        },
        ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
      }).then(async (answer) => {
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        response.end(await answer.text());
      });
    });
  });

/** Refuses everything for so many seconds, as Kanon does after too many sign-ins. */
export const resting = (seconds: string): Promise<OtherServer> =>
  listening((_request, response) => {
    const problem = {
      type: 'urn:kanon:problem:too-many-sign-ins',
      title: 'Too many attempts',
      status: 429,
      detail: 'Wait.',
    };
    response
      .writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': seconds })
      .end(JSON.stringify(problem));
  });
