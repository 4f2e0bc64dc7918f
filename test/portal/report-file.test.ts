/** Choosing a file on the page of the report: our own button in our own words, a place to drop it, and what is said then. */
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

const LINES = 'Leistung;Kinder;Beratungen\nEintägige Ausflüge;7;9\nLernförderung;8;12\nKaffeekasse;1;1\n';

describeInChromium('numbers out of a file', (browser) => {
  test('are chosen by a button that speaks the language of the page, and by dropping; a wrong file is a sentence', async () => {
    const { page, said } = await openPage(browser(), `${scene.url}/`);
    await page.waitForSelector('.role');
    await page.locator('.role').first().click();
    await page.locator('.task a').first().click();
    await page.waitForSelector('.count');
    const box = page.locator('.drop');
    expect(await box.innerText()).toMatch(/Datei auswählen\s+oder hierher ziehen/);
    // The browser's own button is not to be seen, and is still what keys and readers of screens reach.
    expect((await page.locator('#file').boundingBox())!.width).toBeLessThanOrEqual(1);
    const chooser = page.waitForEvent('filechooser');
    await page.getByText('Datei auswählen').click();
    await (await chooser).setFiles({ name: 'zahlen.csv', mimeType: 'text/csv', buffer: Buffer.from(LINES) });
    await page.locator('.drop', { hasText: 'zahlen.csv' }).waitFor();
    expect(await page.inputValue('#AUSFLUG-pupils')).toBe('7');
    expect(await box.innerText()).toContain('zahlen.csv: 2 Zeilen übernommen, 2 ohne bekannte Leistung.');
    expect(await page.inputValue('#LERNFOERDERUNG-consultations')).toBe('12');
    await page.focus('#file');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(`getComputedStyle(document.querySelector('.choose .kern-btn')).outlineStyle`),
    ).toBe('solid');
    await picture(page, 'report-file-1280');
    await page.click('text=English');
    expect(await box.innerText()).toMatch(/Choose a file\s+or drop it here/);

    const drop = (type: string): string =>
      `document.querySelector('.drop').dispatchEvent(new DragEvent('${type}', { bubbles: true, cancelable: true, dataTransfer: (() => { const held = new DataTransfer(); held.items.add(new File(['no table'], 'brief.txt')); return held; })() }))`;
    await page.evaluate(drop('dragover'));
    await page.waitForSelector('.drop.is-over');
    await page.evaluate(drop('drop'));
    await page.waitForSelector('.drop .fault');
    expect(await page.innerText('.drop .fault')).toMatch(/^brief.txt: No line of the file/);
    expect(await accessFaults(page)).toEqual([]);
    expect(said.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
    await page.context().close();
  });
});
