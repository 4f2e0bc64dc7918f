/** Swagger UI in a real browser: somebody signs in there, authorises, and calls a route that needs it. */
import type { Page } from 'playwright-core';
import { Accounts } from '../../src/identity/accounts.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { describeInChromium } from '../client/chromium.ts';
import { startApp, type TestApp } from '../setup/app.ts';

const PASSWORD = 'ein-Satz-zum-Ausprobieren';

describeInChromium('Swagger UI in Chromium', (browser) => {
  let kanon: TestApp;
  let page: Page;
  beforeAll(async () => {
    kanon = await startApp();
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
});
