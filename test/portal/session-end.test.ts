/** The end of a session: told before, nothing typed is lost by it; and a page whose files do not come says so. */
import type { Page } from 'playwright-core';
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { describeInChromium } from '../client/chromium.ts';
import { OPEN_PERIOD } from '../setup/app.ts';
import { livingService, type Living } from './living.ts';
import { accessFaults, openPage, picture } from './scene.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const REPORT = `/meldung/990001/${OPEN_PERIOD}`;

let kanon: Living;
let owner: Owner;
let id = '';
beforeAll(async () => {
  kanon = await livingService();
  owner = await ownerOf(kanon);
  const [actor] = await kanon.app.get(Accounts).create(kanon.admin, [
    {
      name: 'melderin',
      role: 'reporter',
      office: 'Erfundene Schule',
      password: PASSWORD,
      schools: ['990001' as SchoolNumber],
    },
  ]);
  id = actor?.account ?? '';
});
afterAll(async () => {
  await owner.end();
  await kanon.close();
});

async function signIn(page: Page): Promise<void> {
  await page.waitForSelector('#account');
  await page.fill('#account', 'melderin');
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
}

const HOUR = 3_600_000;

describeInChromium('a session', (browser) => {
  test('is told of two minutes before it ends, and goes on at a click', async () => {
    const { page } = await openPage(browser(), `${kanon.url}/anmelden`);
    await page.clock.install();
    await page.goto(`${kanon.url}/anmelden?nach=${REPORT}`);
    await signIn(page);
    await page.waitForSelector('.count');
    await page.clock.fastForward(8 * HOUR - 125_000);
    expect(await page.getByText('Ihre Sitzung endet').count()).toBe(0);
    await page.clock.fastForward(10_000);
    await page.getByText(/^Ihre Sitzung endet um \d\d:\d\d Uhr/).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'session-ends-1280');
    await page.click('text=Angemeldet bleiben');
    await page.getByText('Ihre Sitzung endet').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('may be over while somebody types: the page says so, and after signing in every number is there', async () => {
    const { page } = await openPage(browser(), `${kanon.url}/anmelden`);
    await page.clock.install();
    await page.goto(`${kanon.url}/anmelden?nach=${REPORT}`);
    await signIn(page);
    await page.waitForSelector('.count');
    await page.locator('.count').nth(0).fill('7');
    await owner.rows(`UPDATE session SET ended_at = now(), successor = NULL WHERE account = $1`, [id]);
    await page.locator('.count').nth(1).fill('9');
    await page.clock.fastForward(8 * HOUR + 2000);
    await page.getByRole('heading', { name: 'Ihre Sitzung ist zu Ende' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'session-over-1280');
    await page.getByRole('main').getByRole('link', { name: 'Anmelden' }).click();
    await signIn(page);
    await page.waitForSelector('.count');
    expect(new URL(page.url()).pathname).toBe(REPORT);
    expect([
      await page.locator('.count').nth(0).inputValue(),
      await page.locator('.count').nth(1).inputValue(),
    ]).toEqual(['7', '9']);
    await page.context().close();
  });
});

describeInChromium('a page whose files do not come', (browser) => {
  test('says so in a sentence and goes on at a click, when they are there again', async () => {
    const { page } = await openPage(browser(), `${kanon.url}/`);
    await page.waitForSelector('.hero');
    await page.context().setOffline(true);
    await page.getByRole('main').getByRole('link', { name: 'Anmelden' }).click();
    await page.getByRole('heading', { name: 'Das hat nicht geklappt' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.click('text=Noch einmal versuchen');
    await page.getByText('Es geht noch nicht.').waitFor();
    await picture(page, 'page-broken-1280');
    await page.context().setOffline(false);
    await page.click('text=Noch einmal versuchen');
    await page.waitForSelector('#account');
    await page.context().close();
  });

  test('says so even where none of its scripts has come, and says nothing where they come in time', async () => {
    const { page } = await openPage(browser(), 'about:blank');
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${kanon.url}/`);
    await page.getByText('Die Seite ist noch nicht da').waitFor({ timeout: 20_000 });
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'page-late-1280');
    await page.unroute('**/*.js');
    await page.click('text=laden Sie die Seite neu');
    await page.waitForSelector('.hero');
    expect(await page.locator('.late').count()).toBe(0);
    await page.context().close();
  });
});
