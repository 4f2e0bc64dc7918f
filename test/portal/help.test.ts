/** Help for everybody: reached from every page, in both languages, and true to the table of rights. */
import { RIGHTS } from '../../src/access/rights.ts';
import { KINDS, ROLES_SHOWN, SEEN } from '../../src/portal/help/seen.ts';
import { ROLES } from '../../src/access/actor.ts';
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

test('who sees what is what the table of rights says', () => {
  expect([...ROLES_SHOWN].sort()).toEqual([...ROLES].sort());
  for (const [kind, act] of Object.entries(KINDS))
    expect([kind, SEEN[kind as keyof typeof SEEN]]).toEqual([kind, RIGHTS[act].reach]);
});

describeInChromium('help', (browser) => {
  test('stands in the foot of every page, by keyboard too, in both languages and on a narrow screen', async () => {
    const { page, said } = await openPage(browser(), `${scene.url}/`);
    await page.waitForSelector('.role');
    await page.focus('.foot a >> nth=0');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.help');
    expect(await page.title()).toBe('Hilfe – Kanon');
    expect(new URL(page.url()).pathname).toBe('/hilfe');
    expect(await page.locator('.who-sees tbody tr').count()).toBe(ROLES.length);
    expect(await page.innerText('.who-sees tbody tr:nth-child(1)')).toContain('eigene Schulen');
    for (const language of ['de', 'en']) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await accessFaults(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        await picture(page, `help-${language}-${width}`);
      }
      if (language === 'de') await page.click('text=English');
    }
    expect(await page.innerText('h1')).toBe('Help');
    // A link to a part shows that part, also where the page has to be fetched first.
    await page.goto('about:blank');
    await page.goto(`${scene.url}/hilfe#zeichen`);
    await page.waitForSelector('#zeichen');
    const top = (): Promise<number> =>
      page.evaluate('document.getElementById("zeichen").getBoundingClientRect().top');
    for (let tries = 0; tries < 50 && (await top()) > 200; tries++) await page.waitForTimeout(100);
    expect(await top()).toBeLessThan(200);
    expect(said.filter((line) => !line.includes('401'))).toEqual([]);
    await page.context().close();
  });

  test('Leichte Sprache is German alone, with short sentences', async () => {
    const { page } = await openPage(browser(), `${scene.url}/leichte-sprache`, { locale: 'en-GB' });
    await page.waitForSelector('.easy');
    expect(await page.getAttribute('.easy', 'lang')).toBe('de');
    const lines = await page.locator('.easy section p').allInnerTexts();
    expect(lines.length).toBeGreaterThan(20);
    // An enumeration is no sentence.
    for (const line of lines.filter((one) => !one.includes(',')))
      expect([line, line.split(' ').length <= 13]).toEqual([line, true]);
    expect(await accessFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await picture(page, 'plain-language-390');
    await page.context().close();
  });

  test('everybody of the demo reaches it, and finds only pages that open', async () => {
    const { roles } = (await (await fetch(`${scene.url}/v1/demo/sessions`)).json()) as { roles: string[] };
    for (const at of roles.keys()) {
      const { page } = await openPage(browser(), `${scene.url}/`);
      await page.waitForSelector('.role');
      await page.locator('.role').nth(at).click();
      await page.waitForSelector('.nav');
      await page.click('.foot a >> text=Hilfe');
      await page.waitForSelector('.help');
      for (const link of await page.locator('.nav a').all()) {
        await link.click();
        await page.waitForSelector('h1, fieldset');
        expect([roles[at], await page.locator('text=Diese Seite gehört').count()]).toEqual([roles[at], 0]);
      }
      await page.context().close();
    }
  });
});
