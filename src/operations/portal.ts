/**
 * The portal: pages for people, out of dist/portal, by the same process as the API. The page itself is asked for anew
 * each time; files with a digest in their names may be kept for good. What the build did not list is not served.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

interface Portal {
  readonly page: string;
  readonly paths: readonly string[];
  readonly files: readonly string[];
  readonly folder: string;
}

/** Our own files, our own service, no other page around it, and nothing written into the page (portal and CSP 3). */
const PORTAL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
};

/** Files that have their place at the root: the page's worker, for its place is its reach, and what a browser installs. */
const AT_ROOT: Readonly<Record<string, string>> = {
  'worker.js': 'text/javascript; charset=utf-8',
  'manifest.webmanifest': 'application/manifest+json; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** Its name changes with what it holds. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

let found: Portal | undefined;

/** What the build made; undefined where there is none, as after `nest build` alone. */
export function builtPortal(): Portal | undefined {
  found ??= readPortal();
  return found;
}

function readPortal(): Portal | undefined {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, 'package.json'))) root = dirname(root);
  const folder = join(root, 'dist', 'portal');
  const list = join(folder, 'portal.json');
  if (!existsSync(list)) return undefined;
  const { paths, files } = JSON.parse(readFileSync(list, 'utf8')) as Pick<Portal, 'paths' | 'files'>;
  return { page: readFileSync(join(folder, 'index.html'), 'utf8'), paths, files, folder };
}

/** Headers of the page, which tells its own policy in place of the one for data. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-language': 'de, en',
  'content-security-policy': PORTAL_POLICY,
  'cache-control': 'no-cache',
} as const;

/** `/` is left to its controller, which answers programs too. */
export function servePortal(app: NestFastifyApplication): void {
  const portal = builtPortal();
  if (!portal) return;
  const server = app.getHttpAdapter().getInstance();
  for (const path of portal.paths.filter((one) => one !== '/'))
    server.get(path, (_request, reply) => reply.headers(PAGE_HEADERS).send(portal.page));
  for (const file of portal.files) {
    const bytes = readFileSync(join(portal.folder, 'assets', file));
    const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    server.get(`/assets/${file}`, (_request, reply) =>
      reply.headers({ 'content-type': type, 'cache-control': FOR_GOOD }).send(bytes),
    );
  }
  for (const [file, type] of Object.entries(AT_ROOT)) {
    const bytes = readFileSync(join(portal.folder, file));
    // A worker fetches under the policy that it came with.
    server.get(`/${file}`, (_request, reply) =>
      reply
        .headers({ ...PAGE_HEADERS, 'content-type': type })
        .removeHeader('content-language')
        .send(bytes),
    );
  }
}
