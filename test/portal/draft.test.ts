/** What somebody typed and has not sent: it survives reload, the end of the session and signing out, and nobody else on the device opens it. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { ownerOf, type Owner } from '../access/house.ts';
import { describeInChromium } from '../client/chromium.ts';
import { call, signedIn } from '../setup/app.ts';
import { livingService, type Living } from './living.ts';
import { enter, newReporter, PASSWORD, REPORT, settled, values } from './school.ts';
import { accessFaults, openPage, picture, type Watched } from './scene.ts';

/** Fewer than k, written so that a search finds it. */
const CANARY = '000004';

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

const reporter = () => newReporter(kanon);
const signIn = (page: Page, name: string): Promise<void> => enter(page, kanon.url, name, REPORT, '.count');

const askedForKey = ({ asked }: Watched): number =>
  asked.filter((url) => url.endsWith('/v1/draft-key')).length;

/** Two benefits of which one number would save the consultations: the question comes up. */
async function typeUpToQuestion(page: Page): Promise<void> {
  const rows = [CANARY, CANARY, '0', '0', '0', '0', '3', '4', '0', '0', '0', '0', '0', '0'];
  for (const [at, number] of rows.entries()) await page.locator('.count').nth(at).fill(number);
  await page.waitForSelector('#union');
  await page.fill('#union', '6');
}

/** Everything that scripts of the origin can read, as one text; bytes as Latin-1, so that a text in them shows. */
const readable = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const text = (one) => one instanceof CryptoKey ? 'CryptoKey ' + one.extractable
      : one instanceof ArrayBuffer || ArrayBuffer.isView(one) ? [...new Uint8Array(one.buffer ?? one)].map((b) => String.fromCharCode(b)).join('')
      : one && typeof one === 'object' ? '{' + Object.entries(one).map(([name, value]) => name + ':' + text(value)).join() + '}' : String(one);
    const said = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, location.href, document.title, JSON.stringify(history.state), window.name];
    for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) said.push(request.url, await (await caches.match(request)).text());
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((done) => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); });
      for (const store of db.objectStoreNames) {
        const ask = (how) => new Promise((done) => { const asked = db.transaction(store).objectStore(store)[how](); asked.onsuccess = () => done(asked.result); });
        said.push('store ' + name + ' ' + store, ...(await ask('getAllKeys')).map(String), ...(await ask('getAll')).map(text));
      }
      db.close();
    }
    return said.join('\\n');
  })()`);

describeInChromium('a draft', (browser) => {
  test('survives the end of the session with the number that stands in the question, and goes when the receipt is there', async () => {
    const { name, id } = await reporter();
    const watched = await openPage(browser(), kanon.url);
    const { page } = watched;
    await signIn(page, name);
    expect(await page.innerText('main')).toContain('wird auf diesem Gerät gesichert, verschlüsselt');
    await typeUpToQuestion(page);
    await settled(page);
    await owner.rows(`UPDATE session SET ended_at = now(), successor = NULL WHERE account = $1`, [id]);
    await page.reload();
    await page.getByRole('heading', { name: 'Ihre Sitzung ist zu Ende' }).waitFor();
    await signIn(page, name);
    expect((await values(page)).slice(0, 8)).toEqual([CANARY, CANARY, '0', '0', '0', '0', '3', '4']);
    expect(await page.inputValue('#union')).toBe('6');
    await page.click('.question button[type=submit]');
    await page.waitForSelector('.stored .pool');
    await page.click('#check');
    await page.waitForSelector('#send[aria-disabled=false]');
    await page.click('#send');
    await page.waitForSelector('details.card');
    await settled(page);
    await page.goto(kanon.url + REPORT);
    await page.waitForSelector('.count');
    expect(new Set(await values(page))).toEqual(new Set(['']));
    await page.context().close();
  });

  test('is locked by signing out and opens after signing in; another account on the device finds nothing', async () => {
    const [me, other] = [await reporter(), await reporter()];
    const watched = await openPage(browser(), kanon.url);
    const { page } = watched;
    await signIn(page, me.name);
    await page.locator('.count').nth(0).fill(CANARY);
    await settled(page);
    const opened = `indexedDB.databases().then((all) => all.map(({ name }) => name).sort())`;
    expect(await page.evaluate(opened)).toEqual(['kanon-kept', 'kanon-opened']);
    await page.click('text=Abmelden');
    await page.waitForSelector('.hero');
    await page.waitForFunction(`${opened}.then((all) => all.join() === 'kanon-kept')`);
    expect(await readable(page)).not.toContain('CryptoKey');
    await signIn(page, other.name);
    expect(new Set(await values(page))).toEqual(new Set(['']));
    await page.click('text=Abmelden');
    await page.waitForSelector('.hero');
    await signIn(page, me.name);
    expect((await values(page))[0]).toBe(CANARY);
    await page.context().close();
  });

  test('is typed into by one window at a time; another one says so, and takes it over with its numbers', async () => {
    const { name } = await reporter();
    const { page } = await openPage(browser(), kanon.url);
    await signIn(page, name);
    await page.locator('.count').nth(0).fill('7');
    await settled(page);
    const other = await page.context().newPage();
    await other.goto(kanon.url + REPORT);
    await other.getByRole('heading', { name: 'schon in einem anderen Fenster offen' }).waitFor();
    expect(await other.locator('.count').count()).toBe(0);
    expect(await accessFaults(other)).toEqual([]);
    await picture(other, 'report-elsewhere-1440');
    await page.locator('.count').nth(1).fill('9');
    await settled(page);
    await other.click('text=Hier weitermachen');
    await other.waitForSelector('.count');
    expect((await values(other)).slice(0, 2)).toEqual(['7', '9']);
    await page.getByText('Sie machen in einem anderen Fenster weiter').waitFor();
    expect(await page.locator('.count').count()).toBe(0);
    await other.close();
    // Nobody holds it any more, and it comes back with what was kept.
    await page.reload();
    await page.waitForSelector('.count');
    expect((await values(page)).slice(0, 2)).toEqual(['7', '9']);
    await page.context().close();
  });

  test('asks the service for its key once a day, and holds it such that no script reads it out', async () => {
    const { name } = await reporter();
    const watched = await openPage(browser(), kanon.url);
    const { page } = watched;
    await signIn(page, name);
    await page.locator('.count').nth(0).fill('7');
    await settled(page);
    await page.reload();
    await page.waitForSelector('.count');
    expect([askedForKey(watched), (await values(page))[0]]).toEqual([1, '7']);
    const inStore = (deed: string): string => `new Promise((done) => {
      const open = indexedDB.open('kanon-opened');
      open.onsuccess = () => { const db = open.result; const store = db.transaction('keys', 'readwrite').objectStore('keys');
        store.getAllKeys().onsuccess = ({ target: { result: [id] } }) => { store.get(id).onsuccess = async ({ target: { result } }) => { ${deed} }; }; };
    })`;
    expect(
      await page.evaluate(
        inStore(
          `db.close(); done(await crypto.subtle.exportKey('raw', result.key).catch(({ name }) => name));`,
        ),
      ),
    ).toBe('InvalidAccessError');
    const left = await page.evaluate<number>(inStore(`db.close(); done(result.until - Date.now());`));
    expect([left > 23 * 3_600_000, left <= 24 * 3_600_000]).toEqual([true, true]);
    await page.evaluate(
      inStore(
        `store.put({ ...result, until: Date.now() - 1 }, id).onsuccess = () => { db.close(); done(); };`,
      ),
    );
    await page.reload();
    await page.waitForSelector('.count');
    expect([askedForKey(watched), (await values(page))[0]]).toEqual([2, '7']);
    await page.context().close();
  });

  test('is locked for good when somebody else opens the account anew, and the page says so once', async () => {
    const { name, id } = await reporter();
    const { page } = await openPage(browser(), kanon.url);
    await signIn(page, name);
    await page.locator('.count').nth(0).fill(CANARY);
    await settled(page);
    const coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    const { body } = await call(kanon, 'POST', `/v1/accounts/${id}/reset`, {
      token: coordinator.token,
      body: '{}',
    });
    const typed = { account: name, code: (body as { code: string }).code, password: PASSWORD };
    expect((await call(kanon, 'POST', '/v1/activations', { body: JSON.stringify(typed) })).status).toBe(201);
    await signIn(page, name);
    await page.getByText('Ein früherer Entwurf lässt sich nicht mehr öffnen').waitFor();
    expect(new Set(await values(page))).toEqual(new Set(['']));
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'draft-lost-1440');
    await page.reload();
    await page.waitForSelector('.count');
    expect(await page.getByText('Ein früherer Entwurf').count()).toBe(0);
    await page.context().close();
  });

  test('is not overwritten where its key does not come; a browser that keeps nothing can report, and is told', async () => {
    const { name } = await reporter();
    const { page } = await openPage(browser(), kanon.url);
    await signIn(page, name);
    await page.locator('.count').nth(0).fill('7');
    await settled(page);
    await page.click('text=Abmelden');
    await page.waitForSelector('.hero');
    await page.route('**/v1/draft-key', (route) => route.abort());
    await page.goto(`${kanon.url}/anmelden?nach=${REPORT}`);
    await page.waitForSelector('#account');
    await page.fill('#account', name);
    await page.fill('#password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert]');
    expect(await page.locator('.count').count()).toBe(0);
    await page.unroute('**/v1/draft-key');
    await page.reload();
    await page.waitForSelector('.count');
    expect((await values(page))[0]).toBe('7');
    await page.addInitScript(
      `Object.defineProperty(IDBFactory.prototype, 'open', { value: () => { throw new DOMException('no', 'SecurityError'); } });`,
    );
    await page.reload();
    await page.waitForSelector('.count');
    await page.getByText('Ihre Zahlen werden hier gerade nicht gesichert').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.click('text=Nichts zu melden');
    await page.click('#check');
    await page.waitForSelector('#send[aria-disabled=false]');
    await page.click('#send');
    await page.waitForSelector('details.card');
    await page.context().close();
  });

  test('has no number in clear in any store, address, title or line, nor in any file of the browser', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'kanon-test-profile-'));
    const context: BrowserContext = await browser()
      .browserType()
      .launchPersistentContext(profile, {
        executablePath: process.env['KANON_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-background-networking', '--disk-cache-size=1'],
        locale: 'de-DE',
      });
    try {
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (line) => said.push(line.text()));
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url(), request.postData() ?? ''));
      const { name } = await reporter();
      await signIn(page, name);
      await typeUpToQuestion(page);
      await settled(page);
      const shown = await readable(page);
      expect(shown).toMatch(/store kanon-kept sealed\n/);
      expect(shown.includes(CANARY) || shown.includes('pupils')).toBe(false);
      expect([...said, ...asked].filter((line) => line.includes(CANARY))).toEqual([]);
      // The control: a draft that lay there in clear would be found.
      const plant = (db: string): string => `new Promise((done) => { const open = indexedDB.open('${db}');
        open.onupgradeneeded = () => open.result.createObjectStore('clear');
        open.onsuccess = () => { const put = open.result.transaction('clear', 'readwrite').objectStore('clear').put({ pupils: '${CANARY}' }, 1);
          put.transaction.oncomplete = () => { open.result.close(); done(); }; }; })`;
      await context.close();
      const before = await filesWith(profile, 'consultations');
      expect(before).toEqual([]);
      const again = await browser()
        .browserType()
        .launchPersistentContext(profile, {
          executablePath: process.env['KANON_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
          args: ['--no-sandbox'],
        });
      const control = await again.newPage();
      await control.goto(kanon.url);
      await control.evaluate(plant('plain').replace('pupils', 'consultations'));
      expect(await readable(control)).toContain(CANARY);
      await again.close();
      expect((await filesWith(profile, 'consultations')).length).toBeGreaterThan(0);
    } finally {
      await context.close().catch(() => undefined);
      await rm(profile, { recursive: true, force: true });
    }
  });
});

/** Files of the stores of a profile that hold the text, in one byte a sign or in two. */
async function filesWith(profile: string, text: string): Promise<string[]> {
  const folder = join(profile, 'Default');
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile() && /IndexedDB|Storage|Session|History/.test(join(one.parentPath, one.name)))
    .map((one) => join(one.parentPath, one.name));
  const wanted = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const found: string[] = [];
  for (const name of names) {
    const bytes = await readFile(name);
    if (wanted.some((one) => bytes.includes(one))) found.push(name);
  }
  return found;
}
