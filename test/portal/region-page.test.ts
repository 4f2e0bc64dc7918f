/** The way of a clerk in the built service: sign in, choose a purpose, read the figure, and share the view by its address. */
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

describeInChromium('the page of figures', (browser) => {
  test.each([1440, 390])('by keys from the address to the map, %i pixels wide', async (width) => {
    const { page, said, asked } = await openPage(browser(), `${scene.url}/region?view=map`, {
      viewport: { width, height: 900 },
    });
    await page.getByRole('link', { name: 'Anmelden' }).first().click();
    const { account, password } = scene.accounts.find(({ role }) => role === 'district')!;
    await page.fill('#account', account);
    await page.fill('#password', password);
    await page.keyboard.press('Enter');
    // Back where the link led to.
    await page.waitForURL((url) => url.pathname === '/region');
    await page.getByLabel('Planung').focus();
    await page.keyboard.press('Space');
    await page.getByRole('heading', { level: 1, name: /wurden [\d.]+ Beratungen gemeldet/ }).waitFor();
    await page.locator('svg.tiles').waitFor();
    expect(await page.title()).toBe('Zahlen – Kanon');
    expect(await accessFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    // A bar with a number has a length and the height of a line, under all style sheets of the portal together.
    const bars = await page
      .locator('.bars .bar-more')
      .evaluateAll((all) => all.map((one) => (one as any).getBoundingClientRect().toJSON()));
    const drawn = (bars as { width: number; height: number }[]).filter(({ width: length }) => length > 0);
    expect(drawn.length).toBeGreaterThan(0);
    for (const { height } of drawn) expect(height).toBeGreaterThanOrEqual(8);
    await picture(page, `region-${width}`);
    await page.getByRole('link', { name: 'Tabelle' }).click();
    await page.locator('table.figures').first().waitFor();
    await page.reload();
    // A purpose is said anew: it stands in no address and no store.
    await page.getByText('Wofür brauchen Sie die Zahlen?').waitFor();
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toMatch(
      /PLANNING/,
    );
    expect(asked.filter((url) => !url.startsWith(scene.url) && !url.startsWith('data:'))).toEqual([]);
    expect(said.filter((line) => !line.includes('401'))).toEqual([]);
    await page.context().close();
  });
});
