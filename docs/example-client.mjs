/**
 * Serves docs/example-client.html and kanon/client as built, and hands /v1 on to a Kanon, so that both have one
 * origin: `KANON=http://localhost:3000 node docs/example-client.mjs`. On the loopback only, for trying out.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

const { KANON = 'http://localhost:3000', PORT = '8080' } = process.env;
const PASSED_ON = ['authorization', 'content-type', 'accept-language', 'if-match', 'kanon-confirm'];

/** The page, or one of the modules it loads; undefined for any other address. */
function fileAt(path) {
  if (path === '/') return { file: 'example-client.html', type: 'text/html' };
  const [, module] = /^\/kanon\/((?:client|rules)(?:\/[a-z-]+)?\/[a-z0-9-]+\.js)$/.exec(path) ?? [];
  return module && { file: `../dist/src/${module}`, type: 'text/javascript' };
}

async function answer(request, response) {
  const found = fileAt(request.url);
  if (found) {
    const text = await readFile(new URL(found.file, import.meta.url));
    response.writeHead(200, {
      'content-type': `${found.type}; charset=utf-8`,
      // The page talks to nobody else, whatever is put into it.
      'content-security-policy': "default-src 'self' 'unsafe-inline'",
    });
    response.end(text);
  } else if (request.url.startsWith('/v1/')) {
    const headers = PASSED_ON.filter((name) => request.headers[name]).map((name) => [
      name,
      request.headers[name],
    ]);
    const body = await buffer(request);
    const { method } = request;
    const said = await fetch(KANON + request.url, { method, headers, ...(body.length > 0 && { body }) });
    const back = ['content-type', 'etag'].filter((name) => said.headers.has(name));
    response.writeHead(said.status, Object.fromEntries(back.map((name) => [name, said.headers.get(name)])));
    response.end(Buffer.from(await said.arrayBuffer()));
  } else response.writeHead(404).end();
}

createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(502).end());
}).listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}`));
