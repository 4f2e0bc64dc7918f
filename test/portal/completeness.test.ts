/** The screen of a coordination, against the built service: who is missing, sending a report back, the list to remind by. */
import { readFile } from 'node:fs/promises';
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

describeInChromium('a coordination', (browser) => {
  test('sees who is missing, sends a report back with a reason, and saves the list; the school sees the reason', async () => {
    const { page, said } = await openPage(browser(), `${scene.url}/`);
    await page.waitForSelector('.role');
    await page.locator('.role', { hasText: 'Koordination' }).click();
    await page.locator('nav >> text=Vollständigkeit').click();
    await page.waitForSelector('.list');
    expect(await page.title()).toBe('Vollständigkeit – Kanon');
    const [, reported = '', expected = ''] =
      /(\d+) von (\d+) Schulen/.exec(await page.innerText('section h2')) ?? [];
    expect(Number(reported)).toBeLessThan(Number(expected));
    expect(await page.locator('.list tbody tr').count()).toBe(Number(expected));
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'completeness-1280');

    const row = page.locator('.list tr', { hasText: 'Erfundene Grundschule 2' });
    await row.locator('summary').click();
    await row.locator('select').selectOption('WRONG_PERIOD');
    await row.locator('button').click();
    await page.waitForSelector('text=Die Schule sieht den Grund.');
    await page.click('text=zurückgegeben (');
    expect(await page.locator('.list tbody tr').count()).toBe(1);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('text=Liste der fehlenden Schulen'),
    ]);
    const list = await readFile(await download.path(), 'utf8');
    expect(list).toContain('Erfundene');
    expect(list.split(/\r?\n/).filter((line) => line !== '').length).toBeGreaterThan(1);

    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await picture(page, 'completeness-390');
    await page.click('text=Abmelden');
    await page.locator('.role', { hasText: 'Schulsozialarbeit' }).click();
    await page.waitForSelector('.chip.warn');
    expect(await page.innerText('.task:has(.chip.warn)')).toMatch(/anderen Zeitraum/);
    expect(said.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
    await page.context().close();
  });
});
