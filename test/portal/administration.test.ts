/** Administration as two persons do it: requests, accounts, periods, lists, and how the service runs; no secret among it. */
import type { Page } from 'playwright-core';
import { Accounts } from '../../src/identity/accounts.ts';
import { describeInChromium } from '../client/chromium.ts';
import { REGION_HEADER, regionLine, SCHOOL_HEADER, schoolLine } from '../reference/lists.ts';
import { asDemo } from '../setup/factors.ts';
import { livingService, type Living } from './living.ts';
import { accessFaults, openPage, picture } from './scene.ts';

const PASSWORD = 'sieben-graue-regentonnen';
/** More than one answer of the service holds. */
const MANY = 510;

let kanon: Living;
beforeAll(async () => {
  kanon = await livingService();
  await asDemo(kanon);
  const admin = (name: string) => ({
    name,
    role: 'admin' as const,
    office: 'Erfundene Verwaltung',
    password: PASSWORD,
  });
  const district = (at: number) => ({
    name: `bezirk-${String(at).padStart(3, '0')}`,
    role: 'auditor' as const,
    office: 'Erfundene Revision',
  });
  await kanon.app
    .get(Accounts)
    .create(kanon.admin, [
      admin('leitung'),
      admin('vertretung'),
      ...Array.from({ length: MANY }, (_, at) => district(at)),
    ]);
});
afterAll(() => kanon.close());

describeInChromium('an administration', (browser) => {
  const signIn = async (account: string, room: string) => {
    const watched = await openPage(browser(), `${kanon.url}/anmelden?nach=/verwaltung`);
    const { page } = watched;
    await page.fill('#account', account);
    await page.fill('#password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.chapters');
    await page.click(`.chapters >> text=${room}`);
    return watched;
  };
  const looked = async (page: Page, name: string): Promise<void> => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect([name, await accessFaults(page)]).toEqual([name, []]);
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width]);
      await picture(page, `administration-${name}-${width}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };

  test('asks for a privileged account, and a second person reads what it will do and approves, with a code told once', async () => {
    const first = await signIn('leitung', 'Konten');
    await first.page.waitForSelector('#one-name');
    // By keyboard alone.
    await first.page.focus('#invite-one ~ label select');
    await first.page.keyboard.type('Revision');
    await first.page.keyboard.press('Tab');
    await first.page.keyboard.type('neue-revision');
    await first.page.keyboard.press('Tab');
    await first.page.keyboard.type('Erfundene Prüfstelle');
    await first.page.keyboard.press('Enter');
    await first.page.waitForSelector('text=Der Antrag ist gestellt.');
    expect(await first.page.locator('.code').count()).toBe(0);
    await first.page.click('.chapters >> text=Anträge');
    await first.page.waitForSelector('text=Sie haben das beantragt.');
    expect(await first.page.locator('text=Genehmigen').count()).toBe(0);

    const second = await signIn('vertretung', 'Anträge');
    await second.page.waitForSelector('text=Es entsteht das Konto „neue-revision“ mit der Rolle Revision.');
    expect(await second.page.innerText('.requests')).toContain('Erfundene Prüfstelle');
    await looked(second.page, 'requests');
    await second.page.focus('.requests summary');
    await second.page.keyboard.press('Enter');
    await second.page.keyboard.press('Tab');
    await second.page.keyboard.press('Enter');
    await second.page.waitForSelector('text=Genehmigt und ausgeführt: neue-revision.');
    expect(await second.page.innerText('.code')).toMatch(/^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/);
    await looked(second.page, 'code');
    await second.page.reload();
    await second.page.waitForSelector('text=Gerade wartet kein Antrag.');
    expect(await second.page.locator('.code').count()).toBe(0);
    expect(first.said.concat(second.said).filter((line) => !line.includes('401'))).toEqual([]);
    await first.page.context().close();
    await second.page.context().close();
  });

  test('finds one of more accounts than one answer holds, and changes, resets and closes another', async () => {
    const { page, said } = await signIn('leitung', 'Konten');
    await page.waitForSelector('.list');
    expect(await page.innerText('section.card h2')).toMatch(/^51[2-9] Konten$/);
    expect(await page.locator('.list tbody tr').count()).toBe(25);
    await looked(page, 'accounts');
    await page.click('text=Nächste Seite');
    await page.waitForSelector('text=/^26 bis 50 von/');
    await page.fill('input[type=search]', 'bezirk-509');
    await page.waitForSelector('text=1 bis 1 von 1');

    await page.click('.chapters >> text=Konten');
    await page.locator('#invite-one ~ label select').selectOption({ label: 'Koordination' });
    await page.fill('#one-name', 'neue-koordination');
    await page.fill('#one-office', 'Erfundene Koordination');
    await page.fill('#one-region', '99999');
    await page.click('button:has-text("Einladen"):not(:has-text("Briefe"))');
    await page.waitForSelector('[role=alert]');
    await page.fill('#one-region', '05111');
    await page.click('button:has-text("Einladen"):not(:has-text("Briefe"))');
    await page.waitForSelector('text=Angelegt: neue-koordination.');
    const code = await page.innerText('.code');
    await page.fill('input[type=search]', 'neue-koordination');
    await page.click('.list a');
    await page.waitForSelector('h2:has-text("neue-koordination")');
    await looked(page, 'account');
    await page.fill('#change-office', 'Erfundenes Amt');
    await page.click('text=Änderung speichern');
    await page.waitForSelector('text=Geändert: neue-koordination.');
    await page.waitForSelector('.facts >> text=Erfundenes Amt');
    await page.click('summary:has-text("Zurücksetzen")');
    await page.click('text=Jetzt zurücksetzen');
    await page.waitForSelector('text=Zurückgesetzt: neue-koordination.');
    expect(await page.innerText('.code')).not.toBe(code);
    await page.click('summary:has-text("Schließen")');
    await page.click('text=Konto jetzt schließen');
    await page.waitForSelector('.chip.off');
    expect(await page.locator('#change-office').count()).toBe(0);
    expect(said.filter((line) => !/status of (400|401|404|409|422)/.test(line))).toEqual([]);
    await page.context().close();
  });

  test('opens a period, prolongs it and takes it back; what may not be is a sentence', async () => {
    const { page, said } = await signIn('leitung', 'Zeiträume');
    await page.waitForSelector('.list');
    await looked(page, 'periods');
    await page.fill('#open-key', '2031-Q1');
    await page.fill('#open-first', '2031-01-01');
    await page.fill('#open-last', '2030-12-01');
    await page.click('button:has-text("Zeitraum öffnen")');
    await page.waitForSelector('[role=alert] >> text=/nicht vor/');
    await page.fill('#open-last', '2031-04-15');
    await page.click('button:has-text("Zeitraum öffnen")');
    await page.waitForSelector('text=Geöffnet: 1. Quartal 2031.');
    await page.focus('summary[aria-label="Verlängern: 1. Quartal 2031"]');
    await page.keyboard.press('Enter');
    await page.fill('#last-2031-Q1', '2031-05-30');
    await page.click('button:has-text("Frist verlängern"):visible');
    await page.waitForSelector('text=1. Quartal 2031: Gemeldet wird bis 30.05.2031.');
    await page.click('summary[aria-label="Zurücknehmen: 1. Quartal 2031"]');
    await page.click('text=1. Quartal 2031 zurücknehmen');
    await page.waitForSelector('text=Zurückgenommen: 1. Quartal 2031.');
    expect(await page.locator('tr:has-text("2031")').count()).toBe(0);
    expect(said.filter((line) => !/status of (400|401|409)/.test(line))).toEqual([]);
    await page.context().close();
  });

  test('looks a list through before it is taken over, and is told each fault with its line', async () => {
    const { page } = await signIn('leitung', 'Listen');
    const choose = (text: string) =>
      page.setInputFiles('input[type=file]', {
        name: 'liste.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      });
    await page.click('text=Durchsehen');
    await page.waitForSelector('text=Bitte zuerst eine Datei wählen.');
    await choose(`${SCHOOL_HEADER}\n${schoolLine('Zqx', '05111000')}\n`);
    await page.click('button:has-text("Durchsehen")');
    await page.waitForSelector('[role=alert] >> text=/Zeile 2/');
    expect(await page.locator('button:has-text("jetzt übernehmen")').count()).toBe(0);
    await page.click('text=Kreise und Gemeinden');
    await choose(`${REGION_HEADER}\n${regionLine('05111001')}\n`);
    await page.click('button:has-text("Durchsehen")');
    await page.waitForSelector('text=1 kommt dazu');
    await looked(page, 'lists');
    await page.click('button:has-text("jetzt übernehmen")');
    await page.waitForSelector('text=Übernommen: 1 Zeile.');
    await page.click('button:has-text("Durchsehen")');
    await page.waitForSelector('text=1 bleibt gleich');
    await page.context().close();
  });

  test('reads how the service runs, and no secret', async () => {
    const { page, said } = await signIn('leitung', 'Betrieb');
    await page.waitForSelector('h2:has-text("Einstellungen")');
    expect(await page.title()).toBe('Verwaltung – Kanon');
    expect(await page.innerText('main')).toContain('KANON_LOG_MONTHS');
    expect(await page.innerText('main')).toContain('Es wird geschrieben und unterschrieben.');
    expect(await page.innerText('main')).not.toMatch(/postgres(ql)?:\/\//);
    await looked(page, 'operation');
    await page.click('text=English');
    await page.waitForSelector('h1:has-text("Administration")');
    expect(await accessFaults(page)).toEqual([]);
    expect(said.filter((line) => !line.includes('401'))).toEqual([]);
    await page.context().close();
  });
});
