/** Administration, to read: requests, accounts, periods and settings, and no secret among them. */
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

describeInChromium('an administration', (browser) => {
  test('reads accounts, periods and the settings in force, and no secret', async () => {
    const { page, said } = await openPage(browser(), `${scene.url}/`);
    await page.waitForSelector('.role');
    await page.locator('.role', { hasText: 'Verwaltung' }).click();
    await page.locator('nav >> text=Verwaltung').click();
    await page.waitForSelector('h2:has-text("Einstellungen")');
    expect(await page.title()).toBe('Verwaltung – Kanon');
    expect(await page.innerText('main')).toContain('KANON_LOG_MONTHS');
    expect(await page.innerText('main')).not.toMatch(/postgres(ql)?:\/\//);
    await page.fill('input[type=search]', 'geheimhaltung');
    await page.waitForSelector('text=geheimhaltung-2');
    expect(await page.locator('tr:has-text("schule-")').count()).toBe(0);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await accessFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await picture(page, `administration-${width}`);
    }
    await page.click('text=English');
    await page.waitForSelector('h1:has-text("Administration")');
    expect(await accessFaults(page)).toEqual([]);
    expect(said.filter((line) => !line.includes('401'))).toEqual([]);
    await page.context().close();
  });
});
