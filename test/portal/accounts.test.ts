/** The accounts of a coordination's reporters, against the built service: invite one or many, letters, close. */
import { readFile } from 'node:fs/promises';
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

const LIST = `Konto\tDienststelle\tSchulen
neu-eins\tErfundene Sozialarbeit\t900001
neu zwei\tErfundene Sozialarbeit\t900001
neu-drei\tErfundene Sozialarbeit\tkeine`;

describeInChromium('a coordination', (browser) => {
  test('invites one by a form and many by a pasted list, each fault with its line, and closes one', async () => {
    const { page, said } = await openPage(browser(), `${scene.url}/`);
    await page.waitForSelector('.role');
    await page.locator('.role', { hasText: 'Koordination' }).click();
    await page.locator('nav >> text=Konten').click();
    await page.waitForSelector('.list tbody tr');
    expect(await page.title()).toBe('Konten – Kanon');
    const before = await page.locator('.list tbody tr').count();
    const school = await page.innerText('.list tbody tr:nth-child(1) td');
    expect(school).toMatch(/^\d{6}/);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await accessFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await picture(page, `accounts-${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });

    // By keyboard alone: one person, with a name that cannot be one first.
    await page.focus('#invite-name');
    await page.keyboard.type('Neu Eins');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Erfundene Sozialarbeit');
    await page.keyboard.press('Tab');
    await page.keyboard.type(school.slice(0, 6));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert] li');
    expect(await page.locator('[role=alert] li').allInnerTexts()).toEqual([
      expect.stringMatching(/^Name des Kontos: Hier steht ein Name aus 2 bis 64 Zeichen/),
    ]);
    await page.fill('#invite-name', 'neu-eins');
    await page.click('button:has-text("Prüfen")');
    await page.waitForSelector('text=Geprüft: 1 Konto würde entstehen.');
    const [letter] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:has-text("Einladen und Briefe")'),
    ]);
    expect((await readFile(await letter.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await page.waitForSelector('text=Ein Konto ist angelegt.');
    // The code stands on the letter alone.
    expect(await page.content()).not.toMatch(/[a-z0-9]{4}(-[a-z0-9]{4}){3}/);
    await page.waitForSelector('.list tr:has-text("neu-eins")');
    expect(await page.locator('.list tbody tr').count()).toBe(before + 1);

    await page.click('text=eine Liste');
    await page.fill('#invite-list', LIST.replaceAll('900001', school.slice(0, 6)));
    await page.click('button:has-text("Prüfen")');
    await page.waitForSelector('[role=alert] li');
    const faults = await page.locator('[role=alert] li').allInnerTexts();
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'Zeile 3, Name des Kontos',
      'Zeile 4, Schulnummern',
    ]);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'accounts-faults-1280');
    await page.fill('#invite-list', `Konto;Dienststelle;Schulen\nneu-zwei;Erfunden;${school.slice(0, 6)}\n`);
    await page.click('button:has-text("Prüfen")');
    await page.waitForSelector('text=Geprüft: 1 Konto');
    await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Einladen und Briefe")')]);

    const row = page.locator('.list tr', { hasText: 'neu-eins' });
    await row.locator('summary').click();
    await row.locator('button').click();
    await page.waitForSelector('text=Geschlossen: neu-eins.');
    await page.click('text=/^geschlossen \\(1\\)/');
    expect(await page.locator('.list tbody tr').count()).toBe(1);
    await page.click('text=English');
    await page.waitForSelector('text=Accounts of reporters');
    expect(await accessFaults(page)).toEqual([]);
    expect(said.filter((line) => !/status of (401|409|422)/.test(line))).toEqual([]);
    await page.context().close();
  });
});
