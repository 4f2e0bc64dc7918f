/** A benefit office hands in by its first page, and what is released stands beside the counselling. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { SOUND_RELEASE, insertion, uuid } from '../access/two-laender.ts';
import { describeInChromium } from '../client/chromium.ts';
import { office, periodReleased, placeOf, release, rows } from '../outcomes/scene.ts';
import { OPEN_PERIOD, call, signedIn } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { livingService, type Living } from './living.ts';
import { accessFaults, openPage, picture } from './scene.ts';

const PASSWORD = 'sieben-graue-regentonnen';

let kanon: Living;
beforeAll(async () => {
  kanon = await livingService({});
  await asDemo(kanon);
  const made = (name: string, role: Role, region: string) => ({
    name,
    role,
    office: 'Erfundene Stelle',
    password: PASSWORD,
    region: region as RegionKey,
  });
  await kanon.app
    .get(Accounts)
    .create(kanon.admin, [made('sozialamt', 'benefit-office', '05111'), made('bezirk', 'district', '051')]);
});
afterAll(() => kanon.close());

async function signIn(page: Page, account: string): Promise<void> {
  await page.fill('#account', account);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.who');
}

async function looked(page: Page, name: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect([name, await accessFaults(page)]).toEqual([name, []]);
    expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width]);
    await picture(page, `outcomes-${name}-${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

describeInChromium('a benefit office', (browser) => {
  test('without bodies is told so; with them it sees before it sends what will be stored, and keeps the receipt', async () => {
    const { page, said } = await openPage(browser(), `${kanon.url}/anmelden`);
    await signIn(page, 'sozialamt');
    await page.waitForSelector('text=noch kein Träger zugeordnet');
    await looked(page, 'none');

    const [{ id }] = (await rows(kanon, `SELECT id FROM account WHERE name = 'sozialamt'`)) as [
      { id: string },
    ];
    const admin = await signedIn(kanon, 'admin');
    await call(kanon, 'PUT', `/v1/accounts/${id}/bodies`, {
      token: admin.token,
      body: '{"bodies":["SGB12","ASYLBLG"]}',
    });
    await page.reload();
    await page.waitForSelector('#SGB12-title');
    await page.selectOption('#ASYLBLG-gap', 'NO_LEGAL_BASIS');
    expect(await page.getAttribute('#check', 'aria-disabled')).toBe('true');
    const typed: Record<string, [number, number]> = {
      MITTAG: [31, 40],
      SCHULBEDARF: [60, 60],
      AUSFLUG: [3, 4],
      TEILHABE: [4, 4],
      LERNFOERDERUNG: [2, 2],
    };
    for (const code of [
      'AUSFLUG',
      'KLASSENFAHRT',
      'SCHULBEDARF',
      'BEFOERDERUNG',
      'LERNFOERDERUNG',
      'MITTAG',
      'TEILHABE',
    ]) {
      const [children, grants] = typed[code] ?? [0, 0];
      await page.fill(`#SGB12-${code}-children`, String(children));
      await page.fill(`#SGB12-${code}-grants`, String(grants));
    }
    const preview = () => page.innerText('section:has(> .card-head > #SGB12-preview)');
    expect(await preview()).toMatch(/bleibt bei der Stelle/);
    await looked(page, 'typed');
    await page.click('#check');
    await page.click('#send');
    await page.waitForSelector('#done');
    const stored = (await rows(
      kanon,
      `SELECT body, gap, children, withheld FROM outcome ORDER BY body`,
    )) as any[];
    expect(stored).toEqual([
      { body: 'ASYLBLG', gap: 'NO_LEGAL_BASIS', children: [], withheld: [] },
      { body: 'SGB12', gap: null, children: [60, 31], withheld: ['AUSFLUG', 'LERNFOERDERUNG', 'TEILHABE'] },
    ]);
    await looked(page, 'done');
    const saving = page.waitForEvent('download');
    await page.click('text=Quittung speichern');
    const file = await readFile(await (await saving).path(), 'utf8');
    expect(file.split('.')).toHaveLength(3);
    await page.click('text=Noch einmal ansehen');
    await page.waitForSelector('text=Was Sie jetzt senden, ersetzt es');
    // Small numbers stand in no store of the browser and in no address.
    const kept = await page.evaluate<string>(
      `JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])`,
    );
    expect(kept).not.toMatch(/31|LERN/);
    expect(said.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
    await page.context().close();
  });

  test('is read beside the counselling, each with its own completeness, and no rate', async () => {
    const jobcenter = await office(kanon, '05112', ['SGB2']);
    const body = { scheme: 'but-outcomes/1', policy: 1, bodies: [{ body: 'SGB2', gap: 'LATE' }] };
    await call(kanon, 'PUT', placeOf('05112'), { token: jobcenter.token, body: JSON.stringify(body) });
    await periodReleased(kanon);
    const columns = [
      'AUSFLUG',
      'KLASSENFAHRT',
      'SCHULBEDARF',
      'BEFOERDERUNG',
      'LERNFOERDERUNG',
      'MITTAG',
      'TEILHABE',
      'NOT_ITEMISED',
      'REPORTED_TOTAL',
    ];
    const head = insertion('release', {
      tenant: '05',
      id: uuid(77),
      period: OPEN_PERIOD,
      ...SOUND_RELEASE,
      columns,
    });
    await rows(kanon, head.text, head.values);
    for (const region of ['051', '05111', '05112']) {
      const row = insertion('release_row', {
        ...{
          tenant: '05',
          release: uuid(77),
          region,
          position: region.length,
          schools_expected: 9,
          schools_reported: 8,
        },
        ...{ consultations: [0, 0, 0, 0, 0, 77, 0, 0, 77], pupils: [0, 0, 0, 0, 0, 20, 0] },
      });
      await rows(kanon, row.text, row.values);
    }
    const { page } = await openPage(browser(), `${kanon.url}/anmelden`);
    await signIn(page, 'bezirk');
    await page.goto(`${kanon.url}/region`);
    await page.locator('.purpose input').first().check();
    await page.waitForSelector('.granted');
    await page.click('.granted summary');
    await page.waitForSelector('text=noch nicht freigegeben');
    const officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    expect((await release(kanon, officer)).status).toBe(201);
    await page.reload();
    await page.locator('.purpose input').first().check();
    await page.click('.granted summary');
    await page.waitForSelector('.granted table');
    const text = await page.innerText('.granted');
    expect(text).toMatch(/Gemeinschaftliche Mittagsverpflegung\s+77\s+40\s+31/);
    expect(text).toContain('Beratungen: 8 von 9 Schulen haben gemeldet.');
    expect(text).toContain('Bewilligungen: 1 von 60 Trägern haben Zahlen gemeldet, 2 sagen, warum nicht.');
    expect(text).toContain('nicht verknüpft; eine Quote wird nicht gebildet');
    expect(text).not.toContain('%');
    await looked(page, 'beside');
    await page.context().close();
  });
});
