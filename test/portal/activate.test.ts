/** The way of somebody who has got a letter: from its address to being signed in, without the code in any request line. */
import type { Page } from 'playwright-core';
import { addressWithCode, factsOf } from '../../src/identity/letter-words.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { describeInChromium } from '../client/chromium.ts';
import { call, signedIn, type Signed } from '../setup/app.ts';
import { Authenticator } from '../setup/factors.ts';
import { livingService, type Living } from './living.ts';
import { accessFaults, openPage, picture } from './scene.ts';

const PASSWORD = 'sieben-graue-regentonnen';

let kanon: Living;
let owner: Owner;
let coordinator: Signed;
beforeAll(async () => {
  kanon = await livingService();
  owner = await ownerOf(kanon);
  coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
});
afterAll(async () => {
  await owner.end();
  await kanon.close();
});

let serial = 0;

/** Somebody invited by the API; what the letter says of it. */
async function invite(): Promise<{ name: string; id: string; code: string }> {
  const name = `brief-${(serial += 1)}`;
  const { status, body } = await call(kanon, 'POST', '/v1/accounts', {
    token: coordinator.token,
    body: JSON.stringify({ name, role: 'reporter', office: 'Erfundene Schule', schools: ['990001'] }),
  });
  expect(status).toBe(201);
  return { name, id: body.account.id, code: body.code };
}

const openSessions = (id: string) =>
  owner.rows(`SELECT id FROM session WHERE account = $1 AND ended_at IS NULL`, [id]);

/** Fills what is not filled yet, and sends it. */
async function setUp(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, value] of Object.entries(typed)) await page.fill(`#${field}`, value);
  await page.keyboard.press('Enter');
}

describeInChromium('an invited person', (browser) => {
  test('opens the address of the letter, sets a password, and is signed in by one session; the code is gone', async () => {
    const { name, id, code } = await invite();
    const { page, said, asked } = await openPage(browser(), `${kanon.url}/`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(JSON.stringify(request.headers())));
    await page.goto(addressWithCode(kanon.url, code));
    await page.waitForSelector('#one-time');
    expect(await page.inputValue('#one-time')).toBe(code);
    expect(page.url()).toBe(`${kanon.url}/aktivieren`);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'activate-1280');
    await setUp(page, { account: name, password: PASSWORD });
    await page.waitForSelector('.task');
    expect(await openSessions(id)).toHaveLength(1);
    expect((await page.context().cookies()).map((cookie) => cookie.name)).toContain('__Host-kanon');
    // The session is in the cookie, and in no store that a script reads.
    await page.reload();
    await page.waitForSelector('.task');
    expect(await openSessions(id)).toHaveLength(1);
    await page.goBack();
    expect(page.url()).not.toContain(code);
    expect([...asked, ...sent].filter((line) => line.includes(code))).toEqual([]);
    expect(said.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
    await page.context().close();
  });

  test('types the address and the code by hand, and a wrong code or a weak password is a sentence', async () => {
    const { name, code } = await invite();
    // What the letter shows as its address is a page.
    const [[, address] = []] = factsOf(
      { name, code, endsAt: new Date(), address: [], office: 'Amt', role: 'reporter' },
      { portal: kanon.url },
    );
    const { page } = await openPage(browser(), address!, { viewport: { width: 320, height: 700 } });
    await page.waitForSelector('#one-time');
    await setUp(page, { account: name, 'one-time': 'aaaa-aaaa-aaaa-aaaa', password: PASSWORD });
    await page.waitForSelector('[role=alert]');
    expect(await page.inputValue('#account')).toBe(name);
    await setUp(page, { 'one-time': code, password: 'kanonkanonkanon' });
    await page.waitForSelector('#password-fault');
    expect(await page.innerText('#password-fault')).toMatch(/leicht zu raten/);
    expect(await page.locator('[role=alert]').count()).toBe(0);
    expect(await accessFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await picture(page, 'activate-refused-320');
    // As somebody types it from paper: large letters, spaces in place of hyphens.
    await setUp(page, { 'one-time': code.replaceAll('-', ' ').toUpperCase(), password: PASSWORD });
    await page.waitForSelector('.task');
    await page.context().close();
  });

  test('an address with something else behind its # fills in nothing', async () => {
    const { page } = await openPage(browser(), `${kanon.url}/aktivieren#%E0%A4%A<b>`);
    await page.waitForSelector('#one-time');
    expect(await page.inputValue('#one-time')).toBe('');
    expect(page.url()).toBe(`${kanon.url}/aktivieren`);
    await page.context().close();
  });

  test('whose account was reset shows its second factor too, and a browser that held a session holds the new one alone', async () => {
    const { name, id, code } = await invite();
    const first = await call(kanon, 'POST', '/v1/activations', {
      body: JSON.stringify({ account: name, code, password: PASSWORD }),
    });
    const token = first.body.access_token as string;
    const begun = await call(kanon, 'POST', '/v1/factors/totp', { token });
    const app = new Authenticator(begun.body.secret);
    await call(kanon, 'POST', '/v1/factors/totp/confirmation', {
      token,
      body: JSON.stringify({ code: await app.code() }),
    });
    const reset = await call(kanon, 'POST', `/v1/accounts/${id}/reset`, { token: coordinator.token });

    // Somebody else was signed in at this browser.
    const other = await invite();
    const { page } = await openPage(browser(), addressWithCode(kanon.url, other.code));
    await page.waitForSelector('#one-time');
    await setUp(page, { account: other.name, password: PASSWORD });
    await page.waitForSelector('.task');
    await page.goto(addressWithCode(kanon.url, reset.body.code));
    await page.waitForSelector('#one-time');
    await setUp(page, { account: name, password: 'acht-blaue-regentonnen' });
    await page.waitForSelector('#code');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'activate-factor-1280');
    await setUp(page, { code: await app.code() });
    await page.waitForSelector('.task');
    expect(await openSessions(id)).toHaveLength(1);
    expect(await openSessions(other.id)).toHaveLength(0);
    await page.context().close();
  });

  test('no other site may leave a session in a browser', async () => {
    const { name, code } = await invite();
    const answer = await fetch(`${kanon.url}/v1/activations`, {
      method: 'POST',
      body: JSON.stringify({ account: name, code, password: PASSWORD, keep: 'cookie' }),
      headers: {
        'content-type': 'application/json',
        origin: 'https://elsewhere.example',
        'sec-fetch-site': 'cross-site',
      },
    });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });
});
