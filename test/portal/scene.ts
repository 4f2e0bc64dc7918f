/** The built service with its demo, and a page of a real browser that notes whatever a page must not do. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { answering, freePort, launch, type Service } from '../setup/service.ts';

export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly role: string;
}

export interface Scene {
  readonly service: Service;
  /** As people type it: the cookie of the session belongs to this name. */
  readonly url: string;
  readonly accounts: readonly DemoAccount[];
}

/** As `npm start` does it on a fresh clone, with the embedded database. */
export async function demoService(): Promise<Scene> {
  const port = await freePort();
  const service = await answering(await launch({ PORT: String(port) }), 110);
  const accounts = JSON.parse(await readFile(`${service.data}/demo-accounts.json`, 'utf8')) as DemoAccount[];
  return { service, url: `http://localhost:${port}`, accounts };
}

/** What a page said and asked for. */
export interface Watched {
  readonly page: Page;
  /** Lines of the console, errors of scripts, and violations of the policy. */
  readonly said: string[];
  /** Each address that was asked for. */
  readonly asked: string[];
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const said: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective));`,
  );
  await page.goto(url);
  return { page, said, asked };
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds against WCAG 2.2 AA, each as its rule and the places. */
export async function accessFaults(page: Page): Promise<string[]> {
  const axe = await readFile(AXE, 'utf8');
  // By the debugger, so that the policy of the page need not let it in.
  await page.evaluate(`${axe}; undefined`);
  return page.evaluate<string[]>(`axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map(({ target, failureSummary }) => target.join(' ') + ' ' + failureSummary).join(' | ')))`);
}

/** Words under these elements that a line ends within, though nothing of ours lets them part there. */
export function brokenWords(page: Page, selector: string): Promise<string[]> {
  return page.evaluate<
    string[]
  >(`[...document.querySelectorAll(${JSON.stringify(selector)})].flatMap((place) => {
    const broken = [];
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      for (const { 0: word, index } of text.data.matchAll(/[^\\s\\u00AD]+/g)) {
        // Letter by letter, since a hyphen at the end of the line before belongs to the range of the word after it.
        const tops = Array.from(word, (_, at) => {
          const range = document.createRange();
          range.setStart(text, index + at);
          range.setEnd(text, index + at + 1);
          return [...range.getClientRects()].at(-1)?.top;
        });
        if (new Set(tops).size > 1) broken.push(word);
      }
    return broken;
  })`);
}

/** A picture for whoever looks, where KANON_TEST_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['KANON_TEST_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
