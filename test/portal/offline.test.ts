/** Without a connection: the page opens, says where one is, opens what is kept by a passphrase, and sends once, when a person says so. */
import type { Page } from 'playwright-core';
import { ownerOf, type Owner } from '../access/house.ts';
import { describeInChromium } from '../client/chromium.ts';
import { livingService, type Living } from './living.ts';
import { accessFaults, openPage, picture } from './scene.ts';
import { enter, fill, LARGE, newReporter, REPORT, settled, values } from './school.ts';

const PASSPHRASE = 'vier blaue Regenschirme';

let kanon: Living;
let owner: Owner;
beforeEach(async () => {
  kanon = await livingService();
  owner = await ownerOf(kanon);
});
afterEach(async () => {
  await owner.end();
  await kanon.close();
});

const revisions = async (): Promise<number> =>
  (await owner.rows<{ n: number }>('SELECT count(*)::integer AS n FROM report_revision'))[0]!.n;

const workerThere = (page: Page): Promise<unknown> =>
  page.evaluate('navigator.serviceWorker.ready.then(() => 1)');

describeInChromium('without a connection', (browser) => {
  test('the page opens and says so; with a passphrase the report waits here, and is sent once, after a look at it', async () => {
    const { name } = await newReporter(kanon);
    const watched = await openPage(browser(), kanon.url, { viewport: { width: 1440, height: 900 } });
    const { page, said } = watched;
    const context = page.context();
    await enter(page, kanon.url, name, '/', '.task');
    await workerThere(page);
    // Nothing of the API is in its cache, and nothing but the page and its files.
    const kept = await page.evaluate<string[]>(
      `caches.keys().then(async (names) => (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat())`,
    );
    expect(kept.length).toBeGreaterThan(10);
    expect(
      kept.filter((path) => path !== '/anmelden' && !/^\/assets\/[\w-]+\.(js|css|woff2)$/.test(path)),
    ).toEqual([]);

    await context.setOffline(true);
    await page.reload();
    await page.getByText('Arbeiten ohne Netz ist auf diesem Gerät nicht eingeschaltet').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'offline-never-1440');
    // As soon as there is a connection the page goes on by itself.
    await context.setOffline(false);
    await page.waitForSelector('.task');
    await page.goto(`${kanon.url}/ohne-netz`);
    await page.waitForSelector('#repeated');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'offline-switch-1440');
    await page.fill('#passphrase', 'kurz');
    await page.keyboard.press('Enter');
    await page.getByText('Bitte mindestens 12 Zeichen.').waitFor();
    await page.fill('#passphrase', PASSPHRASE);
    await page.fill('#repeated', `${PASSPHRASE}!`);
    await page.keyboard.press('Enter');
    await page.getByText('Die beiden sind nicht gleich.').waitFor();
    await page.fill('#repeated', PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByText('Eingeschaltet auf diesem Gerät.').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, 'offline-on-390');

    await context.setOffline(true);
    await page.goto(kanon.url + REPORT);
    await page.getByText('Mit der Passphrase öffnen').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'offline-unlock-390');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.fill('#passphrase', 'falsche Passphrase');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Diese Passphrase öffnet hier nichts.').waitFor();
    await page.fill('#passphrase', PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.strokes');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'offline-work-1440');
    await page.click('#offline-report');
    await page.waitForSelector('.count');
    await fill(page, LARGE);
    const shown = await page.locator('.preview .stored').innerText();
    await page.click('#check');
    await page.getByText('Fertig, noch nicht gesendet').waitFor();
    expect(await page.locator('.review .stored').innerText()).toBe(shown);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'offline-finished-1440');
    await settled(page);
    await context.setOffline(false);
    // Back on the net nothing is sent by itself.
    await page.goto(kanon.url);
    await page.getByText('fertig, noch nicht gesendet').waitFor();
    expect(await revisions()).toBe(0);
    await picture(page, 'offline-waits-1440');
    await page.click('text=Prüfen und senden');
    await page.waitForSelector('#send[aria-disabled=false]');
    expect(await page.locator('.review .stored').innerText()).toBe(shown);
    await page.click('#send');
    await page.waitForSelector('details.card');
    expect(await revisions()).toBe(1);
    await page.goto(kanon.url);
    await page.getByText('gemeldet am').waitFor();
    expect(await page.getByText('fertig, noch nicht gesendet').count()).toBe(0);
    expect(said.filter((line) => /policy|^error: (?!Failed to load)/.test(line))).toEqual([]);
    await page.context().close();
  });

  test.each(['before it arrives', 'after it arrived'])(
    'sending that is cut off %s is told, and ends in one report',
    async (when) => {
      const { name } = await newReporter(kanon);
      const { page } = await openPage(browser(), kanon.url);
      await enter(page, kanon.url, name, REPORT, '.count');
      await fill(page, LARGE);
      await page.click('#check');
      await page.waitForSelector('#send[aria-disabled=false]');
      let cuts = 0;
      await page.route('**/v1/schools/*/reports/*', async (route) => {
        if (route.request().method() !== 'PUT' || cuts > 0) return route.continue();
        cuts += 1;
        // What arrived is stored, though its answer is lost.
        if (when === 'after it arrived') await route.fetch();
        return route.abort('connectionreset');
      });
      await page.click('#send');
      await page.getByText('Noch nicht gesendet', { exact: true }).waitFor();
      expect([cuts, await revisions()]).toEqual([1, when === 'after it arrived' ? 1 : 0]);
      expect(await page.getAttribute('#send', 'aria-disabled')).toBe('true');
      expect(await accessFaults(page)).toEqual([]);
      await picture(page, `cut-${cuts}-1280`);
      await settled(page);
      // Closed, and opened anew.
      const address = page.url();
      await page.close();
      const again = await page.context().newPage();
      await again.goto(address);
      if (when === 'after it arrived') {
        // What stands there is one's own: there is a conflict only in name.
        await again
          .getByText('Inzwischen wurde schon gemeldet')
          .or(again.locator('details.card'))
          .first()
          .waitFor();
      } else {
        await again.waitForSelector('#send[aria-disabled=false]');
        await again.click('#send');
      }
      await again.waitForSelector('details.card');
      expect(await revisions()).toBe(1);
      await again.goto(address);
      await again.waitForSelector('.count');
      expect(new Set(await values(again))).toEqual(new Set(['']));
      await again.context().close();
    },
  );

  test('another device that has reported meanwhile is met as soon as the draft opens, and nothing is overwritten unasked', async () => {
    const { name } = await newReporter(kanon);
    const [one, two] = [await openPage(browser(), kanon.url), await openPage(browser(), kanon.url)];
    await enter(one.page, kanon.url, name, REPORT, '.count');
    await fill(one.page, LARGE);
    await settled(one.page);
    await enter(two.page, kanon.url, name, REPORT, '.count');
    await two.page.click('text=Nichts zu melden');
    await two.page.click('#check');
    await two.page.waitForSelector('#send[aria-disabled=false]');
    await two.page.click('#send');
    await two.page.waitForSelector('details.card');
    await one.page.reload();
    await one.page.getByText('Inzwischen wurde schon gemeldet').waitFor();
    await one.page.click('text=Zurück zu den Zahlen');
    expect((await values(one.page)).slice(0, 2)).toEqual(['7', '9']);
    await settled(one.page);
    // Once it was seen it is not asked about again.
    await one.page.reload();
    await one.page.waitForSelector('.count');
    expect(await revisions()).toBe(1);
    await one.page.context().close();
    await two.page.context().close();
  });

  test('a browser may install it, and its worker comes under the policy of the page', async () => {
    const worker = await fetch(`${kanon.url}/worker.js`);
    expect([worker.status, worker.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(worker.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    const { page } = await openPage(browser(), kanon.url);
    await page.waitForSelector('.hero');
    const tools = await page.context().newCDPSession(page);
    const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors');
    // A window that leaves no traces never installs anything.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    expect((await tools.send('Page.getAppManifest')).errors).toEqual([]);
    await page.context().close();
  });
});
