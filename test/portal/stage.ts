/** One screen of the portal alone in a page, over the real service with the demo: built as it stands, under the CSP of the portal. */
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Demo } from '../../src/demo/demo.ts';
import { pathOf } from '../docs/markdown.ts';
import { startApp, type TestApp } from '../setup/app.ts';
import { type PageServer, servePage } from '../client/page-server.ts';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'";

/** A service with the demo in it, whose first period is released. */
export async function startDemo(): Promise<TestApp> {
  const kanon = await startApp();
  await kanon.app.get(Demo).fill(async () => {});
  return kanon;
}

/** Builds what mounts a screen, and serves it beside the API. entry  TypeScript, from the root of the checkout */
export async function serveScreen(
  service: string,
  entry: string,
  styles: readonly string[],
): Promise<PageServer> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: pathOf('.'), loader: 'tsx', sourcefile: 'stage.tsx' },
    bundle: true,
    format: 'esm',
    target: 'chrome111',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
  });
  const css = await build({
    stdin: {
      contents: styles.map((name) => `@import './${name}';`).join('\n'),
      resolveDir: pathOf('.'),
      loader: 'css',
    },
    bundle: true,
    external: ['*.woff2'],
    write: false,
  });
  const page = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Kanon</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${CSP}">
<link rel="stylesheet" href="/stage.css"></head><body><main id="stage" class="wrap"></main><script type="module" src="/stage.js"></script></body></html>`;
  return servePage(
    {
      '/stage': { type: 'text/html', text: page },
      '/stage.js': { type: 'text/javascript', text: outputFiles[0]?.text ?? '' },
      '/stage.css': { type: 'text/css', text: css.outputFiles[0]?.text ?? '' },
    },
    service,
  );
}

export interface Staged {
  readonly page: Page;
  /** Errors of the page, violations of its CSP among them. */
  readonly errors: string[];
}

/** Opens the screen. given  what the entry finds in `window.given` */
export async function open(
  browser: Browser | BrowserContext,
  { url }: PageServer,
  given: unknown,
  { width = 1440, query = '' }: { width?: number; query?: string } = {},
): Promise<Staged> {
  const context =
    'newContext' in browser
      ? await browser.newContext({ viewport: { width, height: 1000 }, locale: 'de-DE' })
      : browser;
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await page.addInitScript((value) => Object.assign(globalThis, { given: value }), given);
  await page.goto(`${url}/stage${query}`);
  return { page, errors };
}
