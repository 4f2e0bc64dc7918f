/** The help page with the texts of an operator, in both languages, and what it says of those that are missing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeInChromium } from '../client/chromium.ts';
import { livingService, type Living } from './living.ts';
import { accessFaults, openPage, picture } from './scene.ts';

let folder: string;
let kanon: Living;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanon-test-texts-'));
  await writeFile(
    join(folder, 'imprint.de.txt'),
    'Erfundenes Amt\nErfundene Straße 1\n\n<b>Kein</b> Auszeichnen.\n',
  );
  await writeFile(join(folder, 'accessibility.de.txt'), 'Rückmeldungen an barrierefrei@amt.example.\n');
  await writeFile(join(folder, 'imprint.en.txt'), 'Invented office\n');
  kanon = await livingService({ KANON_TEXTS: folder });
});
afterAll(async () => {
  await kanon.close();
  await rm(folder, { recursive: true, force: true });
});

describeInChromium('the texts of an operator', (browser) => {
  test('stand on the help page as they were written, and what is missing is told', async () => {
    const { page, said } = await openPage(browser(), `${kanon.url}/hilfe`);
    const part = page.locator('#betreiber');
    await part.getByText('Erfundene Straße 1').waitFor();
    // Text and nothing but text.
    expect(await part.innerText()).toContain('<b>Kein</b> Auszeichnen.');
    expect(await part.innerText()).toContain('barrierefrei@amt.example');
    expect(await part.innerText()).toContain('nennt Ihnen die Schlichtungsstelle');
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await accessFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await picture(page, `texts-${width}`);
    }
    await page.click('text=English');
    await page.getByText('Invented office').waitFor();
    // Where there is no English one the German stands, and says so to who listens.
    expect(await page.locator('[lang=de]:has-text("barrierefrei")').count()).toBe(1);
    expect(said.filter((line) => !line.includes('401'))).toEqual([]);
    await page.context().close();
  });
});
