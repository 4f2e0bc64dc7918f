/** The frame of the portal in a real browser, against the built service with its demo. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

const BUILT = new URL('../../dist/portal/', import.meta.url);

/** Not the icon that the page holds itself. */
const foreign = (asked: readonly string[]): string[] =>
  asked.filter((url) => !url.startsWith(`${scene.url}/`) && !url.startsWith('data:'));

describeInChromium('the frame', (browser) => {
  const signIn = async (page: Page, role: string): Promise<void> => {
    const { account, password } = scene.accounts.find((one) => one.role === role)!;
    await page.goto(`${scene.url}/anmelden`);
    await page.fill('#account', account);
    await page.fill('#password', password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.task');
  };

  test('says what it is in the language of the browser, and everybody can read it', async () => {
    // Whoever starts it sees where it is.
    expect(scene.service.output()).toMatch(new RegExp(`Page for people +${scene.url}/\\n`));
    for (const [locale, width] of [
      ['de-DE', 1280],
      ['en-GB', 390],
    ] as const) {
      const { page, said, asked } = await openPage(browser(), `${scene.url}/`, {
        locale,
        viewport: { width, height: 800 },
      });
      await page.waitForSelector('.role');
      expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2));
      expect(await page.title()).toMatch(locale === 'de-DE' ? /^Übersicht – Kanon$/ : /^Overview – Kanon$/);
      expect(await accessFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await picture(page, `start-${locale.slice(0, 2)}-${width}`);
      expect(foreign(asked)).toEqual([]);
      // A browser writes a line of its own about the refresh that found nobody.
      expect(said.filter((line) => !line.includes('401'))).toEqual([]);
      await page.context().close();
    }
  });

  test('axe is awake: a page with planted faults is not let through', async () => {
    const { page } = await openPage(browser(), `${scene.url}/`);
    await page.waitForSelector('h1');
    await page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="data:,"><input><button></button><a href="#x"></a>')`,
    );
    expect((await accessFaults(page)).map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(['button-name', 'image-alt', 'label', 'link-name']),
    );
    await page.context().close();
  });

  test('signs in, keeps the session over a reload without a token in any store, and signs out', async () => {
    const { page, said } = await openPage(browser(), `${scene.url}/`);
    await signIn(page, 'reporter');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'home-1280');
    await page.reload();
    await page.waitForSelector('.task');
    const kept = await page.evaluate<string>(
      `JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])`,
    );
    expect(kept).toBe('[{},{},""]');
    await page.click('text=Abmelden');
    await page.waitForSelector('.hero');
    await page.reload();
    await page.waitForSelector('.hero');
    expect(said.filter((line) => line.includes('policy'))).toEqual([]);
    await page.context().close();
  });

  test('a wrong password, a missing one, an unknown address and a page of others are sentences', async () => {
    const { page } = await openPage(browser(), `${scene.url}/anmelden`);
    await page.waitForSelector('form');
    await page.click('button[type=submit]');
    expect(await page.locator('.fault').allInnerTexts()).toEqual(['Bitte ausfüllen.', 'Bitte ausfüllen.']);
    expect(await accessFaults(page)).toEqual([]);
    await page.fill('#account', 'niemand');
    await page.fill('#password', 'falsch-und-lang-genug');
    await page.click('button[type=submit]');
    expect(await page.innerText('[role=alert]')).toMatch(/stimm|Anmeld/);
    // An address that is no page of the portal is an answer of the API.
    expect((await fetch(`${scene.url}/nirgends`, { headers: { accept: 'text/html' } })).status).toBe(404);
    await page.context().close();
  });

  test('the demo lets in whoever asks from its own page, and nobody from elsewhere', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${scene.url}/v1/demo/sessions`, {
        method: 'POST',
        body: '{"role":"auditor"}',
        headers: { 'content-type': 'application/json', ...headers },
      });
    expect((await ask({})).status).toBe(403);
    expect((await ask({ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    const letIn = await ask({ origin: scene.url, 'sec-fetch-site': 'same-origin' });
    expect(letIn.status).toBe(201);
    expect(letIn.headers.get('set-cookie')).toMatch(/^__Host-kanon=.*HttpOnly; SameSite=Strict/);
    const { access_token: token } = (await letIn.json()) as { access_token: string };
    // An entry like any other, and the role may do what it may, without a second factor.
    const log = await fetch(`${scene.url}/v1/access-log/entries?limit=50`, {
      headers: { authorization: `Bearer ${token}`, 'kanon-purpose': 'AUDIT' },
    });
    expect(await log.text()).toContain('session.create');
    const roles = (await (await fetch(`${scene.url}/v1/demo/sessions`)).json()) as { roles: string[] };
    for (const role of roles.roles) {
      const { page } = await openPage(browser(), `${scene.url}/`);
      await page.waitForSelector('.role');
      await page.locator('.role').nth(roles.roles.indexOf(role)).click();
      await page.waitForSelector('.demo');
      expect(await accessFaults(page)).toEqual([]);
      await page.context().close();
    }
  });

  test('the language is switched on the page, stays after a reload, and is said to the service', async () => {
    const { page } = await openPage(browser(), `${scene.url}/`);
    await page.click('text=English');
    expect(await page.innerText('h1')).toMatch(/^Figures on/);
    await page.reload();
    await page.waitForSelector('h1');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.context().close();
  });

  test('a page shows itself once its style sheet is there, and says so where that does not come', async () => {
    const { page } = await openPage(browser(), `${scene.url}/`);
    await page.waitForSelector('.role');
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/assets/help-*.css', async (route) => {
      await held;
      return route.continue();
    });
    const script = page.waitForResponse(/help-.*\.js/);
    await page.click('.foot a');
    await script;
    await page.waitForSelector('.waiting');
    expect(await page.locator('.help').count()).toBe(0);
    letGo();
    await page.waitForSelector('.help');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.help')).display`)).toBe('grid');
    await page.context().close();

    const { page: other } = await openPage(browser(), `${scene.url}/`);
    await other.waitForSelector('.role');
    await other.route('**/assets/help-*.css', (route) => route.abort());
    await other.click('.foot a');
    await other.getByText('Die Seite konnte nicht geladen werden').waitFor();
    await other.context().close();
  });

  test('the page is asked for anew, its files are kept for good, and nothing else is served', async () => {
    const page = await fetch(`${scene.url}/anmelden`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    const [file = ''] = await readdir(new URL('assets/', BUILT));
    const asset = await fetch(`${scene.url}/assets/${file}`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/assets/', '/assets/..%2fportal.json', '/assets/nichts.js', '/portal.json'])
      expect([path, (await fetch(scene.url + path)).status]).toEqual([path, 404]);
    for (const path of ['/docs', '/openapi.json', '/device', '/v1/periods'])
      expect([path, (await fetch(scene.url + path)).status]).toEqual([path, 200]);
  });
});

/** Bytes on the wire; fonts are packed already. */
async function bytesOf(file: string): Promise<number> {
  const place = new URL(`assets/${file}`, BUILT);
  return file.endsWith('.woff2') ? (await stat(place)).size : gzipSync(await readFile(place)).length;
}

test('the first visit of a reporter costs at most 110 kB, and no page more than 40 kB beside it', async () => {
  const sizes = JSON.parse(await readFile(new URL('sizes.json', BUILT), 'utf8')) as Record<
    string,
    { of?: string; imports: string[] }
  >;
  const withImports = (file: string, all = new Set<string>()): Set<string> => {
    if (all.has(file) || !sizes[file]) return all;
    all.add(file);
    for (const next of sizes[file].imports) withImports(next, all);
    return all;
  };
  const fileOf = (source: string): string =>
    Object.keys(sizes).find((name) => sizes[name]?.of === source) ?? '';
  const total = async (files: Iterable<string>): Promise<number> =>
    (await Promise.all([...files].map(bytesOf))).reduce((sum, bytes) => sum + bytes, 0);
  const first = withImports(fileOf('main.tsx'));
  for (const file of Object.keys(sizes)) if (file.endsWith('.woff2')) first.add(file);
  first.add(fileOf('style/style.css'));
  // Which page brings which sheet; the page and its sheet are fetched together.
  const pages = await readFile(new URL('../../src/portal/frame/pages.ts', import.meta.url), 'utf8');
  const sheets = new Map(
    Array.from(pages.matchAll(/dressed\((\w+), import\('\.\.\/([^']+)'/g), ([, sheet = '', page = '']) => [
      page,
      sheet,
    ]),
  );
  const visit = (page: string): Set<string> => {
    const sheet = sheets.get(page);
    return withImports(fileOf(page), new Set(sheet === undefined ? [] : [fileOf(`style/${sheet}.css`)]));
  };
  expect(sheets.get('report/report.tsx')).toBe('report');
  expect([...sheets.keys()].map((page) => visit(page).has(''))).not.toContain(true);
  const reporter = new Set(first);
  for (const page of ['start/start.tsx', 'signin/sign-in.tsx', 'report/report.tsx'])
    for (const file of visit(page)) reporter.add(file);
  expect(await total(reporter)).toBeLessThanOrEqual(110 * 1024);
  for (const { of } of Object.values(sizes)) {
    if (!of?.endsWith('.tsx')) continue;
    const beside = [...visit(of)].filter((one) => !first.has(one));
    expect([of, (await total(beside)) <= 40 * 1024]).toEqual([of, true]);
  }
});
