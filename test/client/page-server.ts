/** A page on the loopback beside the API: some files from memory, and /v1 handed on to a service. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface PageFile {
  readonly type: string;
  readonly text: string;
}

/** Serves `files` by their address; every other address is the service's. */
export async function servePage(
  files: Readonly<Record<string, PageFile>>,
  service: string,
): Promise<PageServer> {
  const handOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = new Headers();
    for (const name of ['authorization', 'content-type', 'if-match', 'if-none-match', 'kanon-purpose']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const body = await buffer(request);
    const answer = await fetch(`${service}${request.url ?? '/'}`, {
      method: request.method ?? 'GET',
      headers,
      ...(body.length > 0 && { body }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    const [address = ''] = (request.url ?? '').split('?');
    const file = files[address];
    if (file) response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8` }).end(file.text);
    else handOn(request, response).catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
