/** The example of docs/client.md, walked through in a real browser against the whole service. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { decodeJwt } from 'jose';
import { anonymise, POLICY_2, readCounts, schemeOf } from '../../src/client/client.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { pathOf, readDoc } from '../docs/markdown.ts';
import { furnish, OPEN_PERIOD, startApp, type TestApp } from '../setup/app.ts';
import { freePort } from '../setup/service.ts';
import { rows } from '../collection/scene.ts';
import { describeInChromium } from './chromium.ts';

const SCHOOL = '990001' as SchoolNumber;
const PASSWORD = 'ein-Satz-zum-Ausprobieren';

const read = readCounts(new TextEncoder().encode(await readDoc('docs/example-counts.json')));
if ('findings' in read) throw new Error('the counts of the example cannot be read');
const { counts } = read;
const scheme = schemeOf(counts.scheme);
if (!scheme) throw new Error('the example names a scheme that there is not');
const { report } = anonymise(counts, scheme, POLICY_2);
/** What the page asks for: the pupils behind all benefits below k together. */
const UNION = counts.distinct?.[0]?.benefits ?? [];
const FIELD = `[name="${UNION.join('+')}"]`;

describeInChromium('the example app', (browser) => {
  let app: TestApp;
  let server: ChildProcess;
  let page: Page;
  /** Addresses and bodies that left the page. */
  const sent: { url: string; body: string | null }[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    await furnish(app, undefined, POLICY_2.number);
    await app.app.get(Accounts).create(app.admin, [
      {
        name: 'beispiel',
        role: 'reporter',
        office: 'Erfundene Schule',
        schools: [SCHOOL],
        password: PASSWORD,
      },
    ]);
    const port = await freePort();
    server = spawn(process.execPath, [pathOf('docs/example-client.mjs')], {
      env: { PATH: process.env['PATH'], KANON: app.url, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(server.stdout!, 'data');
    page = await browser().newPage({ locale: 'de-DE' });
    page.on('request', (request) => sent.push({ url: request.url(), body: request.postData() }));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`http://127.0.0.1:${port}/`);
  });
  afterAll(async () => {
    server.kill();
    await app.close();
  });

  const preview = () => page.click('text=Zeigen, was gespeichert würde');
  const shown = async (): Promise<unknown> => JSON.parse((await page.textContent('#report')) ?? '');

  test('tells a wrong password, and signs in with the right one', async () => {
    await page.fill('[name=account]', 'beispiel');
    await page.fill('[name=password]', 'falsch');
    await page.click('text=Anmelden');
    await page.waitForSelector('#message:has-text("Die Anmeldung ist fehlgeschlagen")');
    await page.fill('[name=password]', PASSWORD);
    await page.click('text=Anmelden');
    await page.waitForSelector('#counts:not([hidden])');
  });

  test('shows what would be stored, and which number would help', async () => {
    await page.fill('[name=school]', SCHOOL);
    for (const [code, { pupils, consultations }] of Object.entries(counts.counts)) {
      await page.fill(`[name="${code}.pupils"]`, String(pupils));
      await page.fill(`[name="${code}.consultations"]`, String(consultations));
    }
    await preview();
    expect(await shown()).toMatchObject({ withheld: ['SCHULBEDARF', 'MITTAG', 'TEILHABE'] });
    await page.fill(FIELD, '7');
    await preview();
    expect(await shown()).toEqual(report);
    expect(await page.textContent('#reasons')).toContain(
      `${UNION.join(', ')}: Hinter jeder dieser Leistungen stehen weniger als 5`,
    );
  });

  test('says what cannot be', async () => {
    await page.fill(FIELD, '99');
    await preview();
    expect(await page.textContent('#message')).toContain(
      'SCHULBEDARF, MITTAG, TEILHABE: Die gemeinsame Zahl',
    );
    await page.fill(FIELD, '7');
    await preview();
  });

  test.each(['[name="LERNFOERDERUNG.pupils"]', FIELD, '[name=school]'])(
    'hides what it has shown as soon as %s is changed, and shows it no more until it is asked to',
    async (field) => {
      const before = await page.inputValue(field);
      await page.fill(field, '990002'.slice(0, before.length));
      expect(await page.isVisible('#preview')).toBe(false);
      expect(await page.isVisible('text=Senden')).toBe(false);
      await page.fill(field, before);
      expect(await page.isVisible('#preview')).toBe(false);
      await preview();
      expect(await page.textContent('#place')).toBe(`Schule ${SCHOOL}, Zeitraum ${OPEN_PERIOD}`);
      expect(await shown()).toEqual(report);
    },
  );

  test('does not leave an older report to be sent where the new counts cannot be', async () => {
    await page.fill(FIELD, '99');
    await preview();
    expect(await page.isVisible('#preview')).toBe(false);
    await page.fill(FIELD, '7');
    await preview();
  });

  test('sends the report alone, and hands out the receipt', async () => {
    expect(sent.filter(({ url, body }) => body !== null && !url.endsWith('/v1/sessions'))).toEqual([]);
    await page.click('text=Senden');
    await page.waitForSelector('#message:has-text("Gespeichert als Fassung 1")');
    expect(decodeJwt((await page.textContent('#receipt')) ?? '')).toMatchObject({
      school: SCHOOL,
      period: OPEN_PERIOD,
    });
    const bodies = sent.filter(({ url }) => url.endsWith(`/reports/${OPEN_PERIOD}`)).map(({ body }) => body);
    expect(bodies).toEqual([JSON.stringify(report)]);
  });

  test('asks whether it is so where something is unusual, and stores what was on the screen or nothing', async () => {
    const [, most] = Object.entries(counts.counts).find(([code]) => code === 'LERNFOERDERUNG')!;
    const many = (pupils: number) => page.fill('[name="LERNFOERDERUNG.pupils"]', String(pupils));
    await page.fill('[name="LERNFOERDERUNG.consultations"]', '500');
    await many(403);
    await preview();
    const unusual = await shown();
    const puts = () => sent.filter(({ url }) => url.endsWith(`/reports/${OPEN_PERIOD}`));
    const before = puts().length;
    const stored = async () => (await rows(app, 'SELECT revision_number FROM report'))[0]!['revision_number'];

    await page.click('text=Senden');
    await page.waitForSelector('#question:not([hidden])');
    expect(await page.textContent('#unusual')).toMatch(
      /^Lernförderung: Hier stehen mehr Schülerinnen und Schüler/,
    );
    await page.click('text=Nein, ich prüfe es');
    await page.waitForSelector('#message:has-text("Gespeichert wurde nichts")');

    // Whoever goes on typing has not said yes either, and the question goes with the preview.
    await page.click('text=Senden');
    await page.waitForSelector('#question:not([hidden])');
    await many(404);
    expect([await page.isVisible('#question'), await page.isVisible('#preview')]).toEqual([false, false]);
    expect([puts().length - before, await stored()]).toEqual([2, 1]);

    await many(403);
    await preview();
    await page.click('text=Senden');
    await page.waitForSelector('#question:not([hidden])');
    await page.click('text=Ja, das stimmt');
    await page.waitForSelector('#message:has-text("Gespeichert als Fassung 2")');
    expect(
      new Set(
        puts()
          .slice(before)
          .map(({ body }) => body),
      ),
    ).toEqual(new Set([JSON.stringify(unusual)]));
    expect(most.pupils).toBeLessThan(403);
    expect(errors).toEqual([]);
  });
});
