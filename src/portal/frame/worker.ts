/**
 * Keeps the page and its files on the device, so that it opens without a connection. Of the API nothing is ever kept: what it
 * answers may hold counts, and goes through here untouched.
 */

/** Put in by the build: which files, and a digest of them all. */
declare const FILES: readonly string[];
declare const VERSION: string;

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  addEventListener(name: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', listener: (event: Asked) => void): void;
}

const worker = globalThis as unknown as Scope;
const BEGINS = 'kanon-page-';
const CACHE = BEGINS + VERSION;
/** Where the page is asked for, and under which name it is kept. */
const PAGE = '/anmelden';
/** What a proxy says for a service that is not there. */
const GONE = [502, 503, 504];

async function keepAll(): Promise<void> {
  const page = await fetch(PAGE, { cache: 'no-store' });
  // Of another build than this file, it would ask for files that are not kept.
  if (!page.ok || !(await page.clone().text()).includes(FILES[0] ?? ''))
    throw new TypeError('the page is another one');
  const cache = await caches.open(CACHE);
  await cache.addAll([...FILES]);
  await cache.put(PAGE, page);
}

async function dropOlder(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(BEGINS) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

const kept = async (name: string): Promise<Response | undefined> => (await caches.open(CACHE)).match(name);

async function pageFor(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    return GONE.includes(answer.status) ? ((await kept(PAGE)) ?? answer) : answer;
  } catch (error) {
    const page = await kept(PAGE);
    if (page) return page;
    throw error;
  }
}

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageFor(request));
  else if (FILES.includes(pathname))
    event.respondWith(kept(pathname).then((found) => found ?? fetch(request)));
});
