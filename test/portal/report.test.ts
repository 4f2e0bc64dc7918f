/** The way of a reporter through the portal, from the click into the demo to the receipt, by keyboard alone. */
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../client/chromium.ts';
import {
  accessFaults,
  brokenWords,
  demoService,
  openPage,
  picture,
  type Scene,
  type Watched,
} from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

const BENEFITS = 7;
/** Numbers below k that are planted: no address, store, title or line of the console may hold one. */
const CANARIES = ['3', '4'];

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${selector} by Tab`);
}

/** Numbers row by row, each followed by Enter; returns how many keys that were besides the numbers. */
async function typeRows(page: Page, rows: readonly (readonly [number, number])[]): Promise<void> {
  for (const number of rows.flat()) {
    await page.keyboard.type(String(number));
    await page.keyboard.press('Enter');
  }
}

/** Opens the demo as a reporter by keyboard and goes to the report that is still missing. */
async function toMissingReport(page: Page): Promise<void> {
  await page.waitForSelector('.role');
  await tabTo(page, '.role');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.task');
}

async function reportOfFirstTask(browser: Watched, missing: boolean): Promise<void> {
  const { page } = browser;
  await page
    .locator('.task', { hasText: missing ? 'noch nicht gemeldet' : 'gemeldet am' })
    .first()
    .locator('a')
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.count');
}

/** All that a page keeps where somebody else could find it. */
const stores = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const caches_ = [];
    for (const name of await caches.keys()) caches_.push(name, ...(await (await caches.open(name)).keys()).map(({ url }) => url));
    const drafts = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((done) => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); });
      for (const store of db.objectStoreNames) {
        const all = await new Promise((done) => { const ask = db.transaction(store).objectStore(store).getAll(); ask.onsuccess = () => done(ask.result); });
        drafts.push(...all.map((one) => one.key instanceof CryptoKey ? 'key ' + one.key.extractable : store + ' ' + Object.keys(one)));
      }
      db.close();
    }
    return JSON.stringify({ local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, caches_, drafts, title: document.title, address: location.href, state: history.state });
  })()`);

describeInChromium('a reporter', (browser) => {
  test('goes from the click to the receipt by keyboard alone, and no small number leaves the device', async () => {
    const watched = await openPage(browser(), `${scene.url}/`);
    const { page, said, asked } = watched;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await toMissingReport(page);
    await picture(page, 'demo-home-1280');
    await reportOfFirstTask(watched, true);
    expect(await page.title()).toBe('Melden – Kanon');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'report-empty-1280');
    await tabTo(page, '.count');
    const began = Date.now();
    await typeRows(page, [
      [0, 0],
      [8, 17],
      [12, 20],
      [3, 4],
      [9, 11],
      [4, 4],
      [3, 3],
    ]);
    // After the last number the focus is in the question that has come up.
    expect(await page.evaluate(`document.activeElement.id`)).toBe('union');
    expect(await brokenWords(page, '.stored, .rows')).toEqual([]);
    expect(await page.locator('.preview .stored tbody tr').count()).toBe(BENEFITS);
    expect(await page.innerText('.question')).toMatch(/verschiedene Kinder/);
    expect(await accessFaults(page)).toEqual([]);
    await page.focus('#BEFOERDERUNG-pupils');
    expect(await page.innerText('.why')).toMatch(/3 Kinder sind weniger als 5/);
    await picture(page, 'report-question-1280');
    await tabTo(page, '#union');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.stored .pool');
    expect(await page.evaluate(`document.activeElement.id`)).toBe('check');
    expect(await page.innerText('.preview .pool')).toMatch(/9\s+11$/);
    await page.focus('#BEFOERDERUNG-pupils');
    expect(await page.innerText('.why')).toMatch(/sind es 9 verschiedene Kinder/);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'report-pooled-1280');
    const preview = await page.locator('.preview .stored').innerText();

    await tabTo(page, '#check');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#send[aria-disabled=false]');
    expect(await page.locator('.review .stored').innerText()).toBe(preview);
    expect(await page.evaluate(`document.activeElement.tagName`)).toBe('H1');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'report-review-1280');
    await tabTo(page, '#send');
    await page.keyboard.press('Enter');
    await page.waitForSelector('details.card');
    expect(await page.locator('.review .stored').innerText()).toBe(preview);
    expect(await page.innerText('.review h1')).toMatch(/^Gespeichert/);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'report-receipt-1280');
    expect(Date.now() - began).toBeLessThan(90_000);

    // Cells of the report are allowed to hold 9 and 11, and no body holds what stayed here.
    const bodies = sent
      .filter((body) => body.includes('"cells"'))
      .map((body) => JSON.parse(body) as { cells: { pupils: number }[] });
    expect(bodies.length).toBeGreaterThanOrEqual(2);
    for (const { cells } of bodies) expect(cells.filter(({ pupils }) => pupils < 5)).toEqual([]);
    const kept = JSON.parse(await stores(page)) as Record<string, unknown>;
    expect(kept).toMatchObject({
      local: {},
      session: {},
      cookie: '',
      drafts: ['wrapped iv,data,by', 'key false'],
      state: null,
    });
    // The page itself is kept, and no answer of the service.
    expect(
      (kept['caches_'] as string[]).filter(
        (one) => !/^kanon-page-[0-9a-f]+$|\/assets\/[^/?]+$|\/anmelden$/.test(one),
      ),
    ).toEqual([]);
    for (const canary of CANARIES)
      expect(asked.filter((url) => new RegExp(`[=/]${canary}(&|$)`).test(url))).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(`${scene.url}/`) && !url.startsWith('data:'))).toEqual([]);
    // Browsers write a line about 401 (nobody was signed in) and 404 (nothing was reported yet) themselves.
    expect(said.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
    await page.context().close();
  });

  test('a draft survives a reload, sealed under a key that no script reads out; another device meets a conflict', async () => {
    const one = await openPage(browser(), `${scene.url}/`);
    const two = await openPage(browser(), `${scene.url}/`);
    for (const watched of [one, two]) {
      await toMissingReport(watched.page);
      await reportOfFirstTask(watched, false);
    }
    const address = new URL(one.page.url()).pathname;
    if (new URL(two.page.url()).pathname !== address) await two.page.goto(scene.url + address);
    await one.page.waitForSelector('.count');
    await one.page.focus('.count');
    await typeRows(
      one.page,
      Array.from({ length: BENEFITS }, () => [7, 9] as const),
    );
    // Where nothing is asked, checking comes after the last number.
    expect(await one.page.evaluate(`document.activeElement.id`)).toBe('check');
    await one.page.waitForFunction(`indexedDB.databases().then((all) => all.length > 0)`);
    await one.page.waitForTimeout(300);
    expect(JSON.parse(await stores(one.page)).drafts.sort()).toEqual([
      'key false',
      'sealed iv,data',
      'wrapped iv,data,by',
    ]);
    await one.page.reload();
    await one.page.waitForSelector('.count');
    expect(
      await one.page.locator('.count').evaluateAll((all) => all.map((input) => (input as any).value)),
    ).toEqual(Array.from({ length: BENEFITS }, () => ['7', '9']).flat());

    await two.page.waitForSelector('.count');
    await two.page.click('text=Nichts zu melden');
    await two.page.click('#check');
    await two.page.waitForSelector('#send[aria-disabled=false]');
    await two.page.click('#send');
    await two.page.waitForSelector('details.card');

    await one.page.click('#check');
    await one.page.waitForSelector('h1:has-text("Inzwischen wurde schon gemeldet")');
    expect(await one.page.locator('.review .stored').innerText()).toMatch(/niemand/);
    expect(await accessFaults(one.page)).toEqual([]);
    await picture(one.page, 'report-conflict-1280');
    await one.page.click('text=Meine Zahlen an die Stelle setzen');
    await one.page.waitForSelector('#send[aria-disabled=false]');
    await one.page.click('#send');
    await one.page.waitForSelector('details.card');
    await one.page.context().close();
    await two.page.context().close();
  });

  test('what the preview shows is what the service stores, whatever is typed in whichever order', async () => {
    const seed = Number(process.env['KANON_TEST_SEED'] ?? Date.now() % 1_000_000);
    const watched = await openPage(browser(), `${scene.url}/`);
    const { page } = watched;
    await toMissingReport(page);
    await reportOfFirstTask(watched, false);
    const address = page.url();
    const row = fc
      .integer({ min: 0, max: 12 })
      .chain((pupils) =>
        fc.tuple(
          fc.constant(pupils),
          pupils === 0 ? fc.constant(0) : fc.integer({ min: pupils, max: pupils * 3 }),
        ),
      );
    const plan = fc.record({
      rows: fc.array(row, { minLength: BENEFITS, maxLength: BENEFITS }),
      wrong: fc.option(fc.constantFrom('1.000', '-3', '1e3', '4,5', '🙂', ' 7 ')),
      union: fc.option(fc.integer({ min: 5, max: 20 })),
      switches: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ rows, wrong, union, switches }) => {
        await page.goto(address);
        await page.waitForSelector('.count');
        const inputs = page.locator('.count');
        if (wrong !== null) await inputs.nth(0).fill(wrong);
        for (const [at, number] of rows.flat().entries()) await inputs.nth(at).fill(String(number));
        if (await page.locator('text=Antwort ändern').count()) await page.click('text=Antwort ändern');
        if (switches) {
          await page.click('text=English');
          await page.click('text=Deutsch');
        }
        if (await page.locator('#union').count()) {
          if (union === null) await page.click('text=Weiß ich nicht');
          else {
            await page.fill('#union', String(union));
            await page.keyboard.press('Enter');
            // A number that does not fit the rows is asked again, and then skipped.
            if (await page.locator('.kern-alert--warning >> text=Antwort ändern').count()) {
              await page.click('text=Antwort ändern');
              await page.click('text=Weiß ich nicht');
            }
          }
        }
        const shown = await page.locator('.preview .stored').innerText();
        await page.click('#check');
        await page.waitForSelector('#send');
        await page.waitForSelector('#send[aria-disabled=false], .confirm');
        if (await page.locator('.confirm').count()) await page.click('.confirm');
        await page.click('#send');
        await page.waitForSelector('details.card');
        expect(await page.locator('.review .stored').innerText()).toBe(shown);
        await page.goto(address);
        await page.waitForSelector('.count');
        await page.click('summary');
        expect(await page.locator('.kern-alert .stored').innerText()).toBe(shown);
      }),
      { seed, numRuns: 8 },
    );
    await page.context().close();
  });

  test('at 390 px nothing is cut off, and whatever is missing is said with a way to it', async () => {
    const watched = await openPage(browser(), `${scene.url}/`, { viewport: { width: 390, height: 844 } });
    const { page } = watched;
    await page.waitForSelector('.role');
    await picture(page, 'demo-start-390');
    await toMissingReport(page);
    await picture(page, 'demo-home-390');
    await reportOfFirstTask(watched, false);
    await page.fill('#AUSFLUG-pupils', '1.000');
    await page.fill('#KLASSENFAHRT-pupils', '6');
    await page.fill('#KLASSENFAHRT-consultations', '2');
    await page.click('#check');
    expect(await page.innerText('[role=alert]')).toMatch(/Noch nicht fertig/);
    expect(await page.locator('[role=alert] a').count()).toBe(BENEFITS);
    expect(await accessFaults(page)).toEqual([]);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(
        await page.evaluate(
          `[...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > ${width} && !one.matches('.scroll *, .nav *')).map((one) => one.tagName + '.' + one.className)`,
        ),
      ).toEqual([]);
      await picture(page, `report-faults-${width}`);
      expect(await brokenWords(page, '.stored, .rows')).toEqual([]);
    }
    await page.click('[role=alert] a');
    expect(await page.evaluate(`document.activeElement.className`)).toBe('count');
    await page.context().close();
  });
});
