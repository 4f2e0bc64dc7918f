/** The way of an auditor in the built service: entries as sentences, one of them recomputed, the seal since the last visit. */
import { readdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { signing } from '../../src/access/log-crypto.ts';
import { formatVerifierKey, parseSignerKey, verifierKey } from '../../src/merkle/keys.ts';
import { describeInChromium } from '../client/chromium.ts';
import { accessFaults, demoService, openPage, picture, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await demoService();
});
afterAll(() => scene.service.end());

/** The line that the operator hands out. */
async function keyLine(): Promise<string> {
  const names = await readdir(scene.service.data, { recursive: true });
  const name = names.find((one) => one.endsWith('log-key-05-1')) ?? '';
  const text = (await readFile(`${scene.service.data}/${name}`, 'utf8')).trim();
  return formatVerifierKey(verifierKey(signing, parseSignerKey(signing, text)));
}

describeInChromium('the page of the access log', (browser) => {
  const signIn = async (page: Page): Promise<void> => {
    const { account, password } = scene.accounts.find(({ role }) => role === 'auditor')!;
    await page.goto(`${scene.url}/anmelden?nach=/protokoll`);
    await page.fill('#account', account);
    await page.fill('#password', password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/protokoll');
    await page.locator('.log-entries li').first().waitFor();
  };

  test.each([1440, 390])('an entry is recomputed to the sealed root, %i pixels wide', async (width) => {
    const { page, said, asked } = await openPage(browser(), `${scene.url}/`, {
      viewport: { width, height: 900 },
    });
    await signIn(page);
    expect(await page.locator('.log-entries').textContent()).toContain('Erfundene Revision (Prüfung) hat');
    await page.getByText('liegt jetzt auf diesem Gerät').waitFor();
    await page.getByLabel('Schlüssel des Protokolls').fill(await keyLine());
    await page.getByRole('button', { name: 'Schlüssel merken' }).press('Enter');
    await page.getByText('Die Unterschrift des Betreibers gilt.').waitFor();
    await page.getByText('unverändert seit Ihrem letzten Besuch').waitFor();
    await page.locator('.log-entries button').nth(7).press('Enter');
    await page.locator('.verdict.good').waitFor();
    expect(await page.locator('.proof-steps > li.good').count()).toBe(3);
    expect(await page.locator('.path li').count()).toBeGreaterThan(5);
    expect(await accessFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await picture(page, `log-${width}`);
    expect(asked.filter((url) => !url.startsWith(scene.url) && !url.startsWith('data:'))).toEqual([]);
    expect(said.filter((line) => !line.includes('401'))).toEqual([]);
    await page.context().close();
  });

  test('a refused act and a purpose are found by the filters', async () => {
    const { page } = await openPage(browser(), `${scene.url}/`);
    await signIn(page);
    await page.getByLabel('Rolle').selectOption('auditor');
    await page.getByRole('button', { name: 'Anzeigen' }).click();
    await page.waitForResponse((answer) => answer.url().includes('role=auditor'));
    await page.getByLabel('Ergebnis').selectOption('failed');
    await page.getByRole('button', { name: 'Anzeigen' }).click();
    await page.getByText('Kein Eintrag passt zu dieser Auswahl.').waitFor();
    // The choice is an address: it holds over a reload, back goes back, and it can be sent.
    expect(new URL(page.url()).search).toBe('?role=auditor&decision=failed');
    await page.reload();
    await page.getByText('Kein Eintrag passt zu dieser Auswahl.').waitFor();
    expect(await page.getByLabel('Rolle').inputValue()).toBe('auditor');
    await page.goBack();
    await page.locator('.log-entries li').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Gezeigte Einträge speichern' }).press('Enter'),
    ]);
    const shown = await page.locator('.log-entries li').count();
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(1 + shown);
    await page.getByText('Auch dieser Abruf steht im Protokoll.').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('an entry that the way here has changed, and a log that was cut, are told', async () => {
    const { page } = await openPage(browser(), `${scene.url}/`);
    await page.context().route('**/v1/access-log/entries/*', async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      return route.fulfill({
        response: answer,
        json: { ...body, entry: { ...body.entry, action: 'account.close' } },
      });
    });
    await signIn(page);
    await page.locator('.log-entries button').nth(3).click();
    await page.getByText('Inhalt stimmt nicht mit dem Fingerabdruck überein').waitFor();
    expect(await page.locator('.verdict').textContent()).toBe('nicht bestanden');
    await page.evaluate(
      `localStorage.setItem('kanon.log.seal', localStorage.getItem('kanon.log.seal').replace(/\\n\\d+\\n/, '\\n99999999\\n'))`,
    );
    await page.getByRole('button', { name: 'Erneut prüfen' }).click();
    await page.getByText('passt nicht zu dem, was Sie zuletzt gesehen haben').waitFor();
    // What was seen before is the evidence: it is kept.
    expect(await page.evaluate(`localStorage.getItem('kanon.log.seal')`)).toContain('99999999');
    await page.context().close();
  });
});
