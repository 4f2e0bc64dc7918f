/** The second factor on the page: set up where the role needs one, shown at sign-in and before grave acts, by app, code or passkey. */
import type { Page } from 'playwright-core';
import type { Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { describeInChromium } from '../client/chromium.ts';
import { call, signedIn } from '../setup/app.ts';
import { Authenticator, bytesOf } from '../setup/factors.ts';
import { livingService, type Living } from './living.ts';
import { accessFaults, openPage, picture } from './scene.ts';

const PASSWORD = 'sieben-graue-regentonnen';

let kanon: Living;
let owner: Owner;
beforeAll(async () => {
  kanon = await livingService();
  owner = await ownerOf(kanon);
});
afterAll(async () => {
  await owner.end();
  await kanon.close();
});

let serial = 0;

async function account(role: Role, schools: string[] = []): Promise<{ name: string; id: string }> {
  const name = `doppelt-${(serial += 1)}`;
  const [actor] = await kanon.app
    .get(Accounts)
    .create(kanon.admin, [
      { name, role, office: 'Erfundenes Amt', password: PASSWORD, schools: schools as SchoolNumber[] },
    ]);
  return { name, id: actor?.account ?? '' };
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.waitForSelector('#account');
  await page.fill('#account', name);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
}

/** The proof of the session is a quarter of an hour old. */
const makeStale = (id: string) =>
  owner.rows(`UPDATE session SET proved_at = now() - interval '15 minutes' WHERE account = $1`, [id]);

/** Sets up an app on the page as it stands; what the app and the list hold. */
async function setUpApp(page: Page): Promise<{ app: Authenticator; codes: string[] }> {
  await page.click('#set-up-app');
  await page.waitForSelector('.qr');
  await page.click('summary');
  const secret = (await page.innerText('#secret')).replaceAll(' ', '');
  const app = new Authenticator(secret);
  await page.fill('#app-code', await app.code());
  await page.keyboard.press('Enter');
  await page.waitForSelector('.codes');
  return { app, codes: await page.locator('.codes code').allInnerTexts() };
}

describeInChromium('a second factor', (browser) => {
  test('is set up before a role that needs one sees its page; then it is asked for at sign-in, or a code of the list', async () => {
    const { name } = await account('auditor');
    const { page, said, asked } = await openPage(browser(), `${kanon.url}/anmelden?nach=/protokoll`);
    await signIn(page, name);
    await page.waitForSelector('#set-up-app');
    expect(await page.innerText('h1')).toBe('Konto doppelt schützen');
    expect(await page.innerText('.sub')).toMatch(/^Ihre Rolle arbeitet mit einem zweiten Schutz/);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'factor-needed-1280');

    await page.click('#set-up-app');
    await page.waitForSelector('.qr');
    await page.click('summary');
    const secret = (await page.innerText('#secret')).replaceAll(' ', '');
    expect(bytesOf(secret)).toHaveLength(20);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'factor-app-1280');
    const app = new Authenticator(secret);
    await page.fill('#app-code', '000000');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert]');
    expect(await page.innerText('[role=alert]')).toMatch(/Code/);
    // A wrong code is no end of the session.
    await page.fill('#app-code', await app.code());
    await page.keyboard.press('Enter');
    await page.waitForSelector('.codes');
    const codes = await page.locator('.codes code').allInnerTexts();
    expect(codes).toHaveLength(10);
    expect(await page.evaluate('document.activeElement.id')).toBe('codes-title');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'factor-codes-1280');
    await page.click('#kept');
    // The address was kept, and is what comes after it.
    await page.getByRole('heading', { level: 1, name: /protokoll/i }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/protokoll');

    for (const shown of [() => app.code(), () => Promise.resolve(codes[0]!)]) {
      await page.click('text=Abmelden');
      await page.waitForSelector('.hero');
      await page.goto(`${kanon.url}/anmelden?nach=/protokoll`);
      await signIn(page, name);
      await page.waitForSelector('#code');
      expect(await page.evaluate('document.activeElement.id')).toBe('code');
      expect(await accessFaults(page)).toEqual([]);
      await page.fill('#code', await shown());
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /protokoll/i }).waitFor();
    }
    await picture(page, 'factor-inside-1280');
    // A code of the list counts once.
    await page.click('text=Abmelden');
    await page.goto(`${kanon.url}/anmelden`);
    await signIn(page, name);
    await page.waitForSelector('#code');
    await page.fill('#code', codes[0]!);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.kern-alert--danger');
    for (const kept of [secret, ...codes]) expect(asked.filter((url) => url.includes(kept))).toEqual([]);
    const stores = await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])',
    );
    expect([secret, ...codes].filter((kept) => stores.includes(kept))).toEqual([]);
    expect(said.filter((line) => !/status of (401|403|404)/.test(line))).toEqual([]);
    await page.context().close();
  });

  test('is asked for again before a grave act, which then goes on; whoever breaks off has done nothing', async () => {
    const { name, id } = await account('auditor');
    const { page } = await openPage(browser(), `${kanon.url}/anmelden?nach=/protokoll`, {
      viewport: { width: 390, height: 844 },
    });
    await signIn(page, name);
    await page.waitForSelector('#set-up-app');
    const { app } = await setUpApp(page);
    await page.click('#kept');
    const officer = await signedIn(kanon, 'protection-officer');
    const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString();
    const hold = await call(kanon, 'POST', '/v1/access-log/holds', {
      token: officer.token,
      body: JSON.stringify({ first: day(-2), before: day(-1), keepUntil: day(100) }),
    });
    expect(hold.status).toBe(201);
    await makeStale(id);
    await page.reload();
    const confirm = page.getByRole('button', { name: 'Bestätigen' });
    const state = async () =>
      (await call(kanon, 'GET', '/v1/access-log/holds', { token: officer.token })).body.holds[0].state;
    await confirm.click();
    await page.waitForSelector('dialog[open] #prove-code');
    expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'factor-again-390');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await state()).toBe('asked');

    await confirm.click();
    await page.fill('#prove-code', '000000');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog [role=alert]');
    await page.fill('#prove-code', await app.code());
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog', { state: 'detached' });
    await confirm.waitFor({ state: 'detached' });
    expect(await state()).toBe('confirmed');
    await page.context().close();
  });

  test('of a role that needs none is a choice; an old session without any factor signs in again first', async () => {
    const { name, id } = await account('reporter', ['990001']);
    const { page } = await openPage(browser(), `${kanon.url}/anmelden`, {
      locale: 'en-GB',
      viewport: { width: 320, height: 700 },
    });
    await signIn(page, name);
    await page.waitForSelector('.task');
    await makeStale(id);
    await page.reload();
    await page.click('text=Security');
    await page.click('#set-up-app');
    await page.waitForSelector('dialog[open] #prove-code');
    await page.fill('#prove-code', '123456');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await signIn(page, name);
    await page.waitForURL(/\/sicherheit$/);
    await page.waitForSelector('#set-up-app');
    await page.click('#set-up-app');
    await page.waitForSelector('.qr');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'factor-app-320');
    await page.context().close();
  });

  test('may be a passkey: added, shown at sign-in in place of everything, and shown again', async () => {
    const { name, id } = await account('auditor');
    const { page } = await openPage(browser(), `${kanon.url}/anmelden?nach=/sicherheit`);
    const devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await signIn(page, name);
    await page.click('#add-passkey');
    await page.waitForSelector('.codes');
    await page.click('#kept');
    await page.locator('.ways', { hasText: 'Passkey, seit' }).waitFor();
    await page.click('text=Abmelden');
    await page.waitForSelector('.hero');
    await page.goto(`${kanon.url}/anmelden?nach=/sicherheit`);
    await page.click('#by-passkey');
    await page.locator('.ways', { hasText: 'Passkey, seit' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'factor-passkey-1280');
    await makeStale(id);
    await page.reload();
    await page.click('#new-codes');
    await page.waitForSelector('dialog[open]');
    await page.getByRole('button', { name: 'Mit Passkey' }).click();
    await page.waitForSelector('.codes');
    await page.click('#kept');
    // The last one of a role that works with one stays; beside an app the passkey goes.
    const remove = page.getByRole('button', { name: /^Wegnehmen.*Passkey/ });
    await remove.click();
    await page.locator('[role=alert]', { hasText: 'zuerst einen anderen' }).waitFor();
    await page.click('#set-up-app');
    await page.click('summary');
    const app = new Authenticator((await page.innerText('#secret')).replaceAll(' ', ''));
    await page.fill('#app-code', await app.code());
    await page.keyboard.press('Enter');
    await page.locator('.ways', { hasText: 'App für Codes, seit' }).waitFor();
    await remove.click();
    await page.getByText('Weggenommen.').waitFor();
    await remove.waitFor({ state: 'detached' });
    expect(await accessFaults(page)).toEqual([]);
    await page.context().close();
  });
});
