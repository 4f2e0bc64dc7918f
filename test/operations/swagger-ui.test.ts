/** Swagger UI in a real browser: somebody signs in there, authorises, and calls a route that needs it. */
import type { Page } from 'playwright-core';
import { Accounts } from '../../src/identity/accounts.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { describeInChromium } from '../client/chromium.ts';
import { startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';

const PASSWORD = 'ein-Satz-zum-Ausprobieren';

describeInChromium('Swagger UI in Chromium', (browser) => {
  let kanon: TestApp;
  let page: Page;
  const said: string[] = [];
  beforeAll(async () => {
    kanon = await startApp();
    await asDemo(kanon);
    await kanon.app.get(Accounts).create(kanon.admin, [
      {
        name: 'land',
        role: 'state',
        office: 'Amt',
        region: '05' as RegionKey,
        schools: [],
        password: PASSWORD,
      },
    ]);
    page = await browser().newPage({ viewport: { width: 1200, height: 1400 } });
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(`${kanon.url}/docs`);
    await page.waitForSelector('.opblock-tag');
  });
  afterAll(() => kanon.close());

  /** Opens a route, fills its body in, and returns what came back. */
  async function execute(route: string, body?: string): Promise<string> {
    const block = page.locator('.opblock', { has: page.locator(`[data-path="${route}"]`) }).first();
    if (!(await block.locator('.execute').isVisible())) await block.locator('.opblock-summary').click();
    if (body !== undefined) await block.locator('textarea.body-param__text').fill(body);
    const clear = block.locator('.btn-clear');
    if (await clear.isVisible()) await clear.click();
    await block.locator('.execute').click();
    const answer = block.locator('.live-responses-table .response');
    await answer.waitFor();
    return answer.innerText();
  }

  test('shows signing in first, and says in Authorize what belongs there', async () => {
    const groups = await page.locator('.opblock-tag').allInnerTexts();
    expect(groups[0]).toMatch(/^sign-in/);
    expect(groups[1]).toMatch(/^reports/);
    await page.locator('button.authorize').first().click();
    expect(await page.locator('.modal-ux').innerText()).toContain('The access_token of POST /v1/sessions');
    await page.locator('.modal-ux button.close-modal').click();
  });

  test('signs in, authorises, and calls a route that was refused before', async () => {
    expect(await execute('/v1/releases')).toContain('401');
    const session = await execute('/v1/sessions', JSON.stringify({ account: 'land', password: PASSWORD }));
    const [, token = ''] = /"access_token":\s*"([^"]+)"/.exec(session) ?? [];
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    await page.locator('button.authorize').first().click();
    await page.locator('.modal-ux input').first().fill(token);
    await page.locator('.modal-ux button[type=submit]').click();
    await page.locator('.modal-ux button.btn-done').click();
    expect(await execute('/v1/releases')).toMatch(/200[\s\S]*"releases": \[\]/);
  });

  test('works under a policy that lets nothing in from elsewhere and nothing be written into the page', async () => {
    expect(said.filter((line) => /Content Security Policy|violates|Error:/.test(line))).toEqual([]);
    // Its own sheet and the styles that it is delivered with are in force.
    expect(await page.evaluate(`getComputedStyle(document.body).margin`)).toBe('0px');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('svg')).position`)).toBe('absolute');
    const policy = (await fetch(`${kanon.url}/docs`)).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-/);
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('unsafe-eval');
  });

  test('a script that gets into the page does not run, nor does what it wants to load or send elsewhere', async () => {
    const blocked = await page.evaluate<string[]>(`new Promise((resolve) => {
      const found = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        found.push(effectiveDirective);
        if (found.length === 5) resolve(found.sort());
      });
      const inline = document.createElement('script');
      inline.textContent = 'globalThis.intruder = true';
      const foreign = document.createElement('script');
      foreign.src = 'https://boese.example/x.js';
      document.body.append(inline, foreign);
      document.body.insertAdjacentHTML('beforeend', '<img src=https://boese.example/x.png onerror="globalThis.intruder = true">');
      fetch('https://boese.example/').catch(() => undefined);
    })`);
    expect(blocked).toEqual([
      'connect-src',
      'img-src',
      'script-src-attr',
      'script-src-elem',
      'script-src-elem',
    ]);
    expect(await page.evaluate('globalThis.intruder')).toBeUndefined();
  });
});
