/** First pages of those who report for many, of those without a page, and of who comes back from the service of an office. */
import type { Page } from 'playwright-core';
import type { Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { describeInChromium } from '../client/chromium.ts';
import { signedIn, call, OPEN_PERIOD, REPORT } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { scratch } from '../cli/run-kanon.ts';
import { livingService, type Living } from './living.ts';
import { accessFaults, openPage, picture } from './scene.ts';

const PASSWORD = 'sieben-graue-regentonnen';

let kanon: Living;
let files: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  files = await scratch();
  const issuers = await files.file(
    'issuers.json',
    JSON.stringify({
      issuers: [
        {
          id: 'amt',
          issuer: 'https://issuer.example',
          audience: 'kanon',
          jwks_uri: 'https://issuer.example/jwks',
          algorithms: ['ES256'],
          client_id: 'kanon',
        },
      ],
    }),
  );
  kanon = await livingService({ KANON_ISSUERS_FILE: issuers });
  await asDemo(kanon);
  const made = (name: string, role: Role, scope: { region?: RegionKey; schools?: SchoolNumber[] }) => ({
    name,
    role,
    office: 'Erfundene Stelle',
    password: PASSWORD,
    ...scope,
  });
  await kanon.app
    .get(Accounts)
    .create(kanon.admin, [
      made('traeger', 'provider', { schools: ['990001', '990002', '990003', '990004'] as SchoolNumber[] }),
      made('amt', 'benefit-office', { region: '05111' as RegionKey }),
    ]);
  const reporter = await signedIn(kanon, 'provider', { schools: ['990002'] });
  const answer = await call(kanon, 'PUT', `/v1/schools/990002/reports/${OPEN_PERIOD}`, {
    token: reporter.token,
    body: JSON.stringify(REPORT),
  });
  expect(answer.status).toBeLessThan(300);
});
afterAll(async () => {
  await kanon.close();
  await files.delete();
});

describeInChromium('the first page', (browser) => {
  const signIn = async (page: Page, account: string): Promise<void> => {
    await page.fill('#account', account);
    await page.fill('#password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.who');
  };
  const looked = async (page: Page, name: string): Promise<void> => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect([name, await accessFaults(page)]).toEqual([name, []]);
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width]);
      await picture(page, `home-${name}-${width}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };

  test('of a provider lists every school with its state, narrows the list, and leads to a report', async () => {
    const { page, said } = await openPage(browser(), `${kanon.url}/anmelden`);
    await signIn(page, 'traeger');
    await page.waitForSelector('h1:has-text("1 von 4 Meldungen sind da")');
    expect(await page.locator('.list tbody tr').count()).toBe(4);
    expect(await page.innerText('tr:has-text("990002")')).toMatch(/gemeldet/);
    await looked(page, 'provider');
    await page.getByLabel(/^gemeldet/).press('Space');
    expect(await page.locator('.list tbody tr').count()).toBe(1);
    await page.getByLabel(/^alle/).press('Space');
    await page.fill('input[type=search]', '990003');
    expect(await page.locator('.list tbody tr').count()).toBe(1);
    await page.locator('.list a').press('Enter');
    await page.waitForURL((url) => url.pathname === `/meldung/990003/${OPEN_PERIOD}`);
    expect(said.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
    await page.context().close();
  });

  test('of a benefit office says what there is, and what there is not', async () => {
    const { page } = await openPage(browser(), `${kanon.url}/anmelden`);
    await signIn(page, 'amt');
    await page.waitForSelector('text=nie einzelne Fälle');
    await looked(page, 'office');
    await page.context().close();
  });

  test('offers the service of an office where the operator named one; whoever comes back unknown is told the way', async () => {
    const { page } = await openPage(browser(), `${kanon.url}/anmelden`);
    const link = page.locator('a:has-text("Anmelden mit amt")');
    expect(await link.getAttribute('href')).toBe('/v1/sign-in/oidc/amt');
    await looked(page, 'issuer');
    await page.goto(`${kanon.url}/#not-linked`);
    await page.waitForSelector('text=noch mit keinem Konto verbunden');
    expect(new URL(page.url()).hash).toBe('');
    await looked(page, 'not-linked');
    await page.click('text=Konto verbinden');
    await page.waitForURL((url) => url.pathname === '/aktivieren');
    const sent = page.waitForRequest('**/v1/activations');
    await page.fill('#account', 'traeger');
    await page.fill('#one-time', 'aaaa-bbbb-cccc-dddd');
    await page.fill('#password', PASSWORD);
    await page.keyboard.press('Enter');
    expect((await sent).postDataJSON()).toMatchObject({ link: 'cookie' });
    await page.context().close();
  });
});
