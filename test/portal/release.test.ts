/** The road to a release, against the built service: two officers bring the open period of the demo to its tables. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

const here = (page: Page): Promise<string> => page.innerText('.road [aria-current] b');

async function looked(page: Page, name: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await accessFaults(page)).toEqual([]);
    expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width]);
    await picture(page, `release-${name}-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

describeInChromium('a statistics unit', (browser) => {
  test('freezes what is unusual only when it is meant so, looks first, and a second person releases it', async () => {
    const { page, said } = await openPage(browser(), `${scene.url}/`);
    await page.waitForSelector('.role');
    await page.locator('.role', { hasText: 'Statistikstelle' }).click();
    await page.locator('nav >> text=Freigabe').click();
    await page.waitForSelector('.road');
    expect(await page.title()).toBe('Freigabe – Kanon');
    expect(await here(page)).toBe('Offen');
    await page.waitForSelector('text=/In \\d+ Kreisen fehlen Meldungen/');
    await looked(page, 'open');

    // By keyboard: the first try is asked back, and each line has to be confirmed.
    await page.focus('button:has-text("Einfrieren vorbereiten")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#freeze-now:focus');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.meant input:focus');
    expect(await page.innerText('.meant')).toContain('noch nicht vorbei');
    expect(await page.getAttribute('#freeze-now', 'aria-disabled')).toBe('true');
    await looked(page, 'unusual');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Der Zeitraum ist eingefroren.');
    expect(await here(page)).toBe('Eingefroren');

    await page.click('text=Vorschau berechnen');
    await page.waitForSelector('text=Es entstünde Fassung 1.', { timeout: 120_000 });
    expect(await page.locator('[aria-labelledby=look] tbody tr').count()).toBeGreaterThanOrEqual(3);
    expect(await page.innerText('[aria-labelledby=look]')).toMatch(/\d+ von \d+ Schulen haben gemeldet/);
    expect(await page.innerText('[aria-labelledby=look]')).toMatch(
      /Jeder Kreis zeigt mindestens eine Zahl\.|würden? keine Zahl zeigen/,
    );
    await looked(page, 'frozen');

    // Whoever froze it cannot release it.
    await page.click('text=Freigabe vorbereiten');
    await page.click('#release-now');
    expect(await page.innerText('[role=alert]')).toMatch(/Das muss eine zweite Person tun/);
    expect(await here(page)).toBe('Eingefroren');

    await page.click('text=Abmelden');
    const { account, password } = scene.accounts.find((one) => one.account === 'geheimhaltung-2')!;
    await page.goto(`${scene.url}/anmelden?nach=/freigabe`);
    await page.fill('#account', account);
    await page.fill('#password', password);
    await page.keyboard.press('Enter');
    await page.locator('nav >> text=Freigabe').click();
    await page.click('text=Freigabe vorbereiten');
    await page.click('#release-now');
    // Nobody reloads: the page looks by itself.
    await page.waitForSelector('text=/^Fassung 1 vom/', { timeout: 180_000 });
    expect(await here(page)).toBe('Freigegeben');
    await page.click('text=Bescheinigung lesen');
    await page.waitForSelector('text=Nicht abgedeckt sind');
    expect(await page.innerText('.release')).toContain('Meldende, die ihre Zahlen zusammenlegen');
    expect(await page.innerText('.release')).not.toMatch(/reporters who/);
    expect(await page.innerText('.release')).toContain('ein geheimes Feld dort für mindestens fünf steht');
    // Recomputed here, whole; and a table that somebody changed on the way does not pass.
    await page.focus('button:has-text("Beweis prüfen")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Der Beweis hält.', { timeout: 120_000 });
    expect(await page.innerText('.release')).toContain('Die Unterschrift unter der Bescheinigung gilt.');
    expect(await page.innerText('.release')).toContain('Das prüft dieser Browser nicht:');
    await page.route('**/v1/releases/*/document', async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replace(/"schoolsReported":(\d)/, '"schoolsReported":1$1');
      return route.fulfill({ response: answer, body: text });
    });
    await page.click('button:has-text("Beweis prüfen")');
    await page.waitForSelector('text=Der Beweis hält nicht.');
    await page.unroute('**/v1/releases/*/document');
    await looked(page, 'released');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('text=Bescheinigung speichern'),
    ]);
    expect((await readFile(await download.path(), 'utf8')).split('.')).toHaveLength(3);

    await page.click('text=English');
    await page.waitForSelector('text=Not covered');
    await looked(page, 'english');
    expect(said.filter((line) => !/status of (401|403|409)/.test(line))).toEqual([]);
    await page.context().close();
    // Two protections of a whole Land, and each screen at two widths.
  }, 300_000);
});
