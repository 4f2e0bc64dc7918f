/** The address itself: for programs the addresses, for people the portal, and in a browser without script what this is. */
import type { Page } from 'playwright-core';
import { describeInChromium } from '../client/chromium.ts';
import { call, furnish, startApp, type TestApp } from '../setup/app.ts';
import { ENGLISH } from '../setup/english.ts';

let kanon: TestApp;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
});
afterAll(() => kanon.close());

const typeFor = async (accept: string): Promise<string> =>
  (await call(kanon, 'GET', '/', { headers: { accept } })).headers.get('content-type') ?? '';

test('a browser gets HTML, a program the addresses, each as it asks', async () => {
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  for (const accept of [browser, 'text/html', 'application/json;q=0.5, text/html;q=0.4'])
    expect([accept, await typeFor(accept)]).toEqual([accept, 'text/html; charset=utf-8']);
  for (const accept of ['*/*', 'application/json', 'text/html;q=0', 'text/htmlx', 'text/*;q=0.1'])
    expect([accept, await typeFor(accept)]).toEqual([accept, expect.stringContaining('application/json')]);
  const { body, headers } = await call(kanon, 'GET', '/', { headers: { accept: 'application/json' } });
  expect(headers.get('vary')).toBe('Accept');
  for (const [what, path] of Object.entries(body as Record<string, string>).filter(([key]) => key !== 'name'))
    // Signing in is a POST; whoever gets it asks for the own sessions, and has to sign in first.
    expect([what, (await fetch(kanon.url + path)).status]).toEqual([what, what === 'signIn' ? 401 : 200]);
});

/** Of all visible texts the ratio of contrast between letters and ground (WCAG 2.2, 1.4.3); runs in the page. */
const CONTRASTS = `(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    if (!element) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return backgroundColor.endsWith(', 0)') ? ground(element.parentElement) : backgroundColor;
  };
  return [...document.querySelectorAll('body *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
    .map((element) => {
      const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
      return { text: element.textContent.slice(0, 40), ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
    });
})()`;

describeInChromium('the page at / in a Chromium without script', (browser) => {
  let page: Page;
  const said: string[] = [];
  const loaded: string[] = [];

  beforeAll(async () => {
    page = await browser().newPage({ viewport: { width: 900, height: 1100 }, javaScriptEnabled: false });
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(`${kanon.url}/`);
    const picture = process.env['KANON_TEST_PICTURES'];
    if (picture) await page.screenshot({ path: `${picture}/front-page.png`, fullPage: true });
  });

  test('says in German what this is, then in English, each marked as such', async () => {
    expect(await page.title()).toMatch(/^Kanon: /);
    expect(await page.getAttribute('html', 'lang')).toBe('de');
    const [all, english] = [await page.innerText('main'), await page.innerText('section[lang=en]')];
    expect(all).toMatch(/^Kanon\n+Kanon sammelt/);
    expect(english).toMatch(ENGLISH);
    const german = all.slice(0, all.indexOf(english.slice(0, 40))).replaceAll(/docs\/[\w.-]+/g, '');
    expect(german.length).toBeGreaterThan(400);
    expect(german).not.toMatch(ENGLISH);
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('loads nothing from elsewhere, and its policy lets its own style through and nothing written into the page', async () => {
    expect(loaded.filter((url) => !url.startsWith(`${kanon.url}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(said).toEqual([]);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('main')).maxWidth`)).toBe('672px');
    const { headers } = await call(kanon, 'GET', '/', { headers: { accept: 'text/html' } });
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  test('every link leads to something', async () => {
    const links = await page.evaluate<string[]>(`[...document.links].map(({ href }) => href)`);
    expect(links.length).toBeGreaterThan(8);
    for (const link of new Set(links)) expect([link, (await fetch(link)).status]).toEqual([link, 200]);
  });

  test('can be read by everybody: contrast, keyboard, a narrow screen', async () => {
    const found = await page.evaluate<{ text: string; ratio: number }[]>(CONTRASTS);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.getAttribute('href')`)).toBe('/docs');
    expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineWidth`)).toBe('3px');
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });
});
