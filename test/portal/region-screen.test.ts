/** The screen of figures in a real Chromium over the real service with the demo: what stands there is what the API said, and nothing else. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../client/chromium.ts';
import type { PageServer } from '../client/page-server.ts';
import { pathOf } from '../docs/markdown.ts';
import { call, signedIn, type TestApp } from '../setup/app.ts';
import { type Staged, open, serveScreen, startDemo } from './stage.ts';
import de from '../../src/portal/words/de/region.ts';
import { readCell, type Summary } from '../../src/portal/region/reading.ts';

/** What the functions that run in the page find there. */
declare const document: any,
  location: { search: string },
  innerWidth: number,
  getComputedStyle: (node: any) => any;

const AXE = readFileSync(pathOf('node_modules/axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env['KANON_SHOTS'];

/** Mounts the screen as the page does, with links that change the address. */
const ENTRY = `
import { h, render } from 'preact';
import { createKanonClient } from './src/client/kanon-client.ts';
import { RegionScreen } from './src/portal/region/RegionScreen.tsx';
import { readChoice, writeChoice } from './src/portal/region/choice.ts';
import de from './src/portal/words/de/region.ts';
import en from './src/portal/words/en/region.ts';
const { token, role, places, periods, lang } = window.given;
const client = createKanonClient({ baseUrl: '', token });
const home = places[0].key;
const go = (address) => { history.pushState(null, '', address); draw(); };
const draw = () => render(h(RegionScreen, { client, role, places, periods, lang, words: lang === 'de' ? de : en,
  choice: readChoice(new URLSearchParams(location.search), home),
  hrefOf: (choice) => '/stage' + writeChoice(choice, home), go: (choice) => go('/stage' + writeChoice(choice, home)),
  now: () => '2026-11-30T12:00:00Z' }), document.getElementById('stage'));
addEventListener('popstate', draw);
document.addEventListener('click', (event) => { const a = event.target.closest('a'); if (a) { event.preventDefault(); go(a.pathname + a.search); } });
draw();
`;
const STYLES = ['ground', 'parts', 'region'].map((name) => `src/portal/style/${name}.css`);

const PURPOSE = { 'kanon-purpose': 'PLANNING' };

describeInChromium('the screen of figures', (browser) => {
  let kanon: TestApp;
  let server: PageServer;
  let period = '';
  let periods: string[] = [];

  beforeAll(async () => {
    kanon = await startDemo();
    server = await serveScreen(kanon.url, ENTRY, STYLES);
    const { body } = await call(kanon, 'GET', '/v1/periods');
    periods = body.periods.filter(({ state }: any) => state === 'released').map(({ key }: any) => key);
    period = periods[0] ?? '';
  }, 300_000);
  afterAll(async () => {
    await server.close();
    await kanon.close();
  });

  const DISTRICT = [
    { key: '051', name: 'Düsseldorf' },
    { key: '05', name: 'Nordrhein-Westfalen' },
  ];
  const LAND = [
    { key: '05', name: 'Nordrhein-Westfalen' },
    { key: '051', name: 'Düsseldorf' },
  ];

  async function shown(
    role: 'district' | 'state' | 'coordinator',
    {
      width = 1440,
      query = '',
      lang = 'de',
      purpose = true,
    }: { width?: number; query?: string; lang?: string; purpose?: boolean } = {},
  ): Promise<Staged> {
    const places =
      role === 'district'
        ? DISTRICT
        : role === 'state'
          ? LAND
          : [{ key: '05111', name: 'Düsseldorf' }, ...DISTRICT];
    const { token } = await signedIn(kanon, role, { region: places[0]!.key });
    const staged = await open(browser(), server, { token, role, places, periods, lang }, { width, query });
    if (purpose && role !== 'coordinator') {
      await staged.page.check('input[value=PLANNING]');
      await staged.page.waitForSelector('.region-head h1');
    }
    if (role === 'coordinator') await staged.page.waitForSelector('.region-head h1');
    return staged;
  }

  const shoot = async (page: Page, name: string): Promise<void> => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };

  async function summary(token: string, region: string, query = ''): Promise<Summary> {
    const { body } = await call(kanon, 'GET', `/v1/regions/${region}/summaries/${period}${query}`, {
      token,
      headers: PURPOSE,
    });
    return body;
  }

  test('nothing is fetched before a purpose is chosen, and none is chosen', async () => {
    const asked: string[] = [];
    const { page } = await shown('district', { purpose: false });
    page.on('request', (request) => asked.push(request.url()));
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    expect(await page.innerText('h1')).toBe('Wofür brauchen Sie die Zahlen?');
    expect(await page.locator('.region-head').count()).toBe(0);
    await shoot(page, 'purpose');
    await page.check('input[value=STATISTICS]');
    await page.waitForSelector('.region-head h1');
    expect(asked.every((url) => url.includes('/summaries/'))).toBe(true);
    expect(asked).toHaveLength(2);
    await page.context().close();
  });

  test('every number of the table is the one that the API says, in its order', async () => {
    const { page, errors } = await shown('state', { query: '?level=county&view=table' });
    const { token } = await signedIn(kanon, 'state', { region: '05' });
    const [own, parts] = [await summary(token, '05'), await summary(token, '05', '?level=county')];
    const codes = [
      'REPORTED_TOTAL',
      ...Object.keys(own.rows[0]!.consultations).filter((code) => code !== 'REPORTED_TOTAL'),
    ];
    const rowsOf = (measure: 'consultations' | 'pupils', of: readonly string[]) =>
      [...parts.rows, ...own.rows].map((row) => [
        ...of.map((code) => readCell(row[measure][code], 'de', de).text),
        de.view.nOfM(row.schools.reported, row.schools.expected),
      ]);
    // Consultations, then the children behind each benefit.
    const expected = [
      ...rowsOf('consultations', codes),
      ...rowsOf('pupils', Object.keys(own.rows[0]!.pupils)),
    ];
    expect(Object.keys(own.rows[0]!.pupils)).toHaveLength(7);
    const found = await page
      .locator('table.figures:not(.twin *) tr:has(td)')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
      );
    expect(parts.rows).toHaveLength(53);
    expect(found).toEqual(expected);
    expect(errors).toEqual([]);
    await shoot(page, 'table-land');
    await page.context().close();
  });

  test('each view in each width has no overflow, no error, and axe finds nothing', async () => {
    for (const width of [1440, 390, 320])
      for (const view of ['map', 'table', 'bars', 'line']) {
        const { page, errors } = await shown('district', {
          width,
          query: `?view=${view}${width === 390 ? '&benefit=MITTAG' : ''}`,
        });
        await page.waitForSelector('.figure .twin, .figure .table-box');
        await shoot(page, `${view}-${width}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([view, width, wide]).toEqual([view, width, 0]);
        expect(errors).toEqual([]);
        expect(await violations(page)).toEqual([]);
        await page.context().close();
      }
    // Twelve pages.
  }, 300_000);

  test('hidden means hidden: whatever an answer held behind hidden cells, no node, class, name, size or colour of the page differs', async () => {
    const seed = Date.now() % 2 ** 31;
    let next = seed;
    const random = (): number => (next = (next * 48_271) % 2_147_483_647);
    for (const view of ['map', 'table', 'bars', 'line']) {
      const seen = new Set<string>();
      for (const leaks of [false, true, true]) {
        const { token } = await signedIn(kanon, 'district', { region: '051' });
        const context = await browser().newContext({ viewport: { width: 1440, height: 1000 } });
        await context.route('**/summaries/**', async (route) => {
          const answer = await route.fetch();
          // What is held already has no body.
          if (answer.status() !== 200) return route.fulfill({ response: answer });
          const body = (await answer.json()) as Summary;
          let hidden = 0;
          for (const row of body.rows)
            for (const cell of [...Object.values(row.consultations), ...Object.values(row.pupils)])
              if (cell.status !== 'open') {
                hidden += 1;
                if (leaks)
                  Object.assign(cell, { value: random() % 500, from: random() % 500, to: random() % 900 });
              }
          expect(hidden).toBeGreaterThan(0);
          return route.fulfill({ response: answer, json: body });
        });
        const given = { token, role: 'district', places: DISTRICT, periods, lang: 'de' };
        const { page } = await open(context, server, given, { query: `?view=${view}&benefit=MITTAG` });
        await page.check('input[value=PLANNING]');
        await page.waitForSelector('.figure .twin, .figure .table-box');
        seen.add(await page.evaluate(everything));
        await context.close();
      }
      expect([view, seed, seen.size]).toEqual([view, seed, 1]);
    }
  });

  test('a cell that is open does change the page: the comparison above can fail', async () => {
    const { page } = await shown('district', { query: '?view=map' });
    const before = await page.evaluate(everything);
    await page.evaluate(() => document.querySelector('.tile.hidden')!.setAttribute('class', 'tile shade-1'));
    expect(await page.evaluate(everything)).not.toBe(before);
    await page.context().close();
  });

  test('keys alone choose the purpose, the view and the benefit; back leads back', async () => {
    const { page } = await shown('district', { purpose: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('.region-head h1');
    expect(await page.locator('input[type=radio]:checked').getAttribute('value')).toBe('PLANNING');
    await page.locator('.tabs a', { hasText: 'Tabelle' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.table-box');
    expect(new URL(page.url()).search).toBe('?view=table');
    await page.getByLabel('Leistung').focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => location.search.includes('benefit='));
    expect(await page.locator('h1').textContent()).toContain('Eintägige Ausflüge');
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('svg.tiles');
    await page.context().close();
  });

  test('a coordinator sees the own row, the district and the Land, each without parts, and the purpose of the role', async () => {
    const { page } = await shown('coordinator', { query: '?view=table' });
    expect(await page.locator('.purpose').textContent()).toContain('Zuwendungsprüfung');
    expect(await page.locator('table.figures tbody tr').count()).toBe(0);
    expect(await page.locator('table.figures tfoot tr').count()).toBe(2);
    await page.getByLabel('Gebiet').selectOption('05');
    await page.waitForFunction(() =>
      document.querySelector('h1 ~ *, .eyebrow')?.textContent?.includes('Nordrhein'),
    );
    await shoot(page, 'coordinator');
    await page.context().close();
  });

  test('what is not there is said with a way on: another region, no network, no release', async () => {
    const { token } = await signedIn(kanon, 'district', { region: '051' });
    const foreign = await open(
      browser(),
      server,
      { token, role: 'district', places: DISTRICT, periods, lang: 'de' },
      { query: '?region=053' },
    );
    await foreign.page.check('input[value=AUDIT]');
    await foreign.page.getByText(de.lack['not-allowed'].title).waitFor();
    await foreign.page.context().setOffline(true);
    await foreign.page.getByLabel('Gebiet').selectOption('051');
    await foreign.page.getByText(de.lack.offline.title).waitFor();
    await foreign.page.context().setOffline(false);
    await foreign.page.getByRole('button', { name: de.again }).click();
    await foreign.page.waitForSelector('.region-head h1');
    await foreign.page.context().close();
    // A version that was never released; the choice that the address made is on the screen, and so is the way back.
    const never = await open(
      browser(),
      server,
      { token, role: 'district', places: DISTRICT, periods, lang: 'de' },
      { query: '?version=2' },
    );
    await never.page.check('input[value=AUDIT]');
    await never.page
      .getByText(de.lack['not-found'].title)
      .or(never.page.getByText(de.lack['not-released'].title))
      .waitFor();
    expect(await never.page.getByLabel('Fassung').inputValue()).toBe('2');
    await never.page.getByLabel('Fassung').selectOption({ label: de.filter.newest });
    await never.page.waitForSelector('.region-head h1');
    expect(new URL(never.page.url()).search).toBe('');
    await never.page.context().close();
    const empty = await open(browser(), server, {
      token,
      role: 'district',
      places: DISTRICT,
      periods: [],
      lang: 'de',
    });
    await empty.page.check('input[value=AUDIT]');
    await empty.page.getByText(de.lack['not-released'].title).waitFor();
    await empty.page.context().close();
  });

  test('a file is what the API writes, and English has no German left', async () => {
    const { page } = await shown('district', { lang: 'en', query: '?view=table' });
    expect(await page.locator('h1').textContent()).toMatch(
      /^In quarter \d of \d{4}, [\d,]+ consultations were reported$/,
    );
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV for German Excel' }).click(),
    ]);
    const { token } = await signedIn(kanon, 'district', { region: '051' });
    const { text } = await call(
      kanon,
      'GET',
      `/v1/regions/051/summaries/${period}?format=csv-de&level=county`,
      { token, headers: PURPOSE },
    );
    expect(readFileSync(await file.path(), 'utf8').replace(/^\uFEFF/, '')).toBe(text.replace(/^\uFEFF/, ''));
    expect(await page.locator('.region').textContent()).not.toMatch(/\b(und|von|gemeldet|Schulen)\b/);
    await page.context().close();
  });

  test('axe finds what is planted', async () => {
    const { page } = await shown('district');
    await page.evaluate(() => {
      document
        .querySelector('.figure')!
        .insertAdjacentHTML('beforeend', '<img src="/x.png"><button></button>');
    });
    expect(await violations(page)).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
    await page.context().close();
  });
});

/** All that a reader of the page can see: nodes, attributes, and how each is drawn. Ids of the release and the day are of the answer. */
function everything(): string {
  const styles = [
    'fill',
    'stroke',
    'color',
    'backgroundColor',
    'backgroundImage',
    'opacity',
    'fontWeight',
  ] as const;
  return [...document.querySelectorAll('.region *')]
    .map((node) => {
      const drawn = getComputedStyle(node);
      const { width, height, x, y } = node.getBoundingClientRect();
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
      const text = node.children.length === 0 ? node.textContent : '';
      return [node.tagName, attributes, text, x, y, width, height, ...styles.map((name) => drawn[name])].join(
        '|',
      );
    })
    .join('\n');
}

/** Rules that axe finds broken. It is evaluated, as the CSP lets no foreign script in. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (globalThis as any).axe.run(document, { resultTypes: ['violations'] }),
  );
  return found.violations
    .flatMap(({ id, nodes }: any) => nodes.map(({ html }: any) => `${id} ${String(html).slice(0, 160)}`))
    .map((line: string) =>
      line.startsWith('image-alt') || line.startsWith('button-name') ? line.split(' ')[0] : line,
    );
}
