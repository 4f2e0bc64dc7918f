/** Reservations in the portal: a coordination states one, the district answers, and both stand beside the figures. */
import type { Page } from 'playwright-core';
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

/** The released quarter; the newest one is open. */
const choosePeriod = (page: Page) => page.locator('.pick select').first().selectOption({ index: 1 });
const enter = async (page: Page, role: string): Promise<void> => {
  await page.locator('.role', { hasText: role }).click();
  await page.waitForSelector('nav');
};
const leave = async (page: Page): Promise<void> => {
  await page.click('text=Abmelden');
  await page.waitForSelector('.role');
};

describeInChromium('reservations', (browser) => {
  test('are stated by a coordination, answered with a norm by the district, and read beside the figures', async () => {
    const { page, said } = await openPage(browser(), `${scene.url}/`);
    await page.waitForSelector('.role');
    await enter(page, 'Koordination');
    await page.locator('nav >> text=Bedenken').click();
    await page.waitForSelector('.deed');
    await choosePeriod(page);
    expect(await page.title()).toBe('Bedenken – Kanon');
    expect(await page.innerText('main')).toContain('Zu diesem Zeitraum hat niemand ein Bedenken erklärt.');
    await page.locator('.deed summary').click();
    await page.locator('.deed select').selectOption('NO_LEGAL_BASIS');
    await page.locator('.deed button').click();
    await page.getByText('Das Bedenken ist erklärt.').waitFor();
    await page.waitForSelector('.list tbody tr');
    expect(await page.innerText('.list tbody tr')).toContain('keine Rechtsgrundlage');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'concerns-1280');
    await leave(page);

    await enter(page, 'Bezirk');
    await page.goto(`${scene.url}/bedenken`);
    await page.waitForSelector('.pick select');
    await choosePeriod(page);
    await page.waitForSelector('.list tbody tr');
    await page.locator('.list .deed summary').click();
    await page.locator('.list .deed select').first().selectOption('BASIS_NAMED');
    await page.locator('.list .deed select').nth(1).selectOption('DSG_NRW_3');
    expect(await accessFaults(page)).toEqual([]);
    await page.locator('.list .deed button').click();
    await page.getByText('Die Antwort steht jetzt dort.').waitFor();
    await page.locator('.list td', { hasText: 'Die Rechtsgrundlage ist: § 3 DSG NRW' }).first().waitFor();
    await page.locator('.list .deed').waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await picture(page, 'concerns-390');
    await page.goto(`${scene.url}/region`);
    await page.getByText('Zu dieser Erhebung gibt es ein Bedenken').click();
    expect(await page.innerText('main')).toContain('§ 3 DSG NRW');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'region-concerns-390');
    expect(said.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
    await page.context().close();
  });
});
