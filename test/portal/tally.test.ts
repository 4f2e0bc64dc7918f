/** The tally: signs that are told apart, counts by the rules, and its way from the first tap to the receipt. */
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { isSign, nameOf, SIGNS } from '../../src/portal/tally/signs.ts';
import { EMPTY, entryOf, readTally, withChild, withStroke } from '../../src/portal/tally/tally.ts';
import { outcomeOf } from '../../src/portal/report/entry.ts';
import { childKey } from '../../src/rules/child.ts';
import { findPolicy } from '../../src/rules/policy.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { schemeOf } from '../../src/rules/schemes/registry.ts';
import { describeInChromium } from '../client/chromium.ts';
import { livingService, type Living } from './living.ts';
import { accessFaults, openPage, picture } from './scene.ts';
import { enter, newReporter, settled, values } from './school.ts';

const SCHEME = schemeOf('but-counselling/1')!;
const POLICY = findPolicy(2)!;
const PASSPHRASE = 'vier blaue Regenschirme';

test('every sign is another child to the rules, and has a name in both languages', () => {
  const all = [...SIGNS, ...Array.from({ length: 999 }, (_, i) => `number:${i + 1}`)];
  expect(new Set(all.map(childKey)).size).toBe(all.length);
  for (const language of ['de', 'en'] as const)
    expect(new Set(all.map((sign) => nameOf(sign, language))).size).toBe(all.length);
  expect(['animal:Anna', 'Anna', 'number:0', 'number:1000', 'number:01', 'colour:'].filter(isSign)).toEqual(
    [],
  );
});

test('what is moved into the report is what a person would count, each child once, and asks nothing any more', () => {
  const seed = Number(process.env['KANON_TEST_SEED'] ?? Date.now() % 1_000_000);
  const codes = codesOf(SCHEME);
  const taps = fc.array(fc.tuple(fc.nat(14), fc.nat(codes.length - 1)), { maxLength: 120 });
  fc.assert(
    fc.property(taps, (all) => {
      let tally = EMPTY;
      for (const [child, benefit] of all) {
        tally = withStroke(withChild(tally, SIGNS[child]!), SIGNS[child]!, codes[benefit]!);
      }
      const entry = entryOf(tally, SCHEME, POLICY);
      for (const [i, code] of codes.entries()) {
        const mine = all.filter(([, benefit]) => benefit === i);
        expect(entry.rows[code]).toEqual({
          pupils: String(new Set(mine.map(([child]) => child)).size),
          consultations: String(mine.length),
        });
      }
      for (const [union, pupils] of Object.entries(entry.unions)) {
        const within = all.filter(([, benefit]) => union.split(',').includes(codes[benefit]!));
        expect(pupils).toBe(String(new Set(within.map(([child]) => child)).size));
      }
      const outcome = outcomeOf(entry, SCHEME, 'but-counselling/1', POLICY);
      expect([outcome.kind, 'question' in outcome && outcome.question]).toEqual(['ready', undefined]);
    }),
    { seed, numRuns: 60 },
  );
});

test('what is no tally is none: names, unknown benefits, strokes of nobody, and whatever else', () => {
  const sound = { children: ['animal:fox'], strokes: [{ child: 'animal:fox', benefit: 'MITTAG' }] };
  expect(readTally(sound, SCHEME)).toEqual(sound);
  for (const broken of [
    undefined,
    null,
    7,
    {},
    { ...sound, children: ['Anna'] },
    { ...sound, children: ['animal:fox', 'animal:fox'] },
    { ...sound, strokes: [{ child: 'animal:owl', benefit: 'MITTAG' }] },
    { ...sound, strokes: [{ child: 'animal:fox', benefit: 'NICHTS' }] },
    { ...sound, strokes: [null] },
  ])
    expect(readTally(broken, SCHEME)).toBeUndefined();
});

describeInChromium('the tally', (browser) => {
  let kanon: Living;
  beforeAll(async () => {
    kanon = await livingService();
  });
  afterAll(() => kanon.close());

  test('goes from the first tap to the receipt, survives a reload, travels as a sealed file, and is wiped when somebody says so', async () => {
    const { name } = await newReporter(kanon, ['990001', '990002']);
    const { page, said, asked } = await openPage(browser(), kanon.url, {
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    });
    await enter(page, kanon.url, name, '/strichliste', '.strokes');
    expect(await page.locator('#place option').count()).toBe(2);
    // Nothing takes a text but the passphrase of the file, which is none of a child.
    expect(await page.locator('input[type=text], textarea, [contenteditable]').count()).toBe(0);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'tally-empty-1440');
    const child = (sign: string) => page.locator('.new-child .sign', { hasText: sign }).first().click();
    const known = (sign: string) =>
      page.locator('.strokes > section').first().locator('> .signs .sign', { hasText: sign });
    const wish = (benefit: string) => page.locator('.wish', { hasText: benefit }).click();
    const ALL = ['Fuchs', 'Eule', 'Igel', 'Frosch', 'Bär', 'Katze'];
    for (const [i, sign] of ALL.entries()) {
      await child(sign);
      await wish('Lernförderung');
      if (i < 3) await wish('Mittagsverpflegung');
      if (i > 2) await wish('Teilhabe');
      await page.locator('.new-child').evaluate((one) => one.setAttribute('open', ''));
    }
    await known('Fuchs').click();
    await wish('Lernförderung');
    await page.getByText('Fuchs, Lernförderung: 2 Striche').waitFor();
    await wish('Lernförderung');
    await page.click('#undo');
    expect(await known('Fuchs').innerText()).toMatch(/3 Striche/);
    for (const size of await page.locator('.sign, .wish').evaluateAll((all) =>
      all.map((one) => {
        const { width, height } = (
          one as unknown as { getBoundingClientRect(): { width: number; height: number } }
        ).getBoundingClientRect();
        return Math.min(width || 44, height || 44);
      }),
    ))
      expect(size).toBeGreaterThanOrEqual(44);
    await picture(page, 'tally-1440');
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await accessFaults(page)).toEqual([]);
      await picture(page, `tally-${width}`);
    }
    await settled(page);
    await page.reload();
    await page.waitForSelector('.strokes');
    expect(await known('Fuchs').innerText()).toMatch(/3 Striche/);

    // Out as a file that shows nothing, and in again.
    await page.click('.carry > summary');
    await page.fill('#file-passphrase', 'zu kurz');
    await page.click('#save-tally');
    await page.getByText('Bitte mindestens 12 Zeichen.').waitFor();
    await page.fill('#file-passphrase', PASSPHRASE);
    const download = page.waitForEvent('download');
    await page.click('#save-tally');
    const saved = await (await download).path();
    const text = await readFile(saved, 'utf8');
    expect(text).toMatch(/"form":"kanon-tally\/1".*"iterations":600000/);
    expect(text).not.toMatch(/animal|fox|MITTAG|strokes/);
    await page.getByRole('button', { name: 'Strichliste löschen' }).click();
    await page.click('#sure');
    await page.getByText('Noch kein Kind in der Liste').waitFor();
    await page.fill('#file-passphrase', 'eine andere Passphrase');
    await page.setInputFiles('#tally-file', saved);
    await page.getByText('Die Passphrase passt nicht zu dieser Datei.').waitFor();
    await page.fill('#file-passphrase', PASSPHRASE);
    await page.setInputFiles('#tally-file', {
      name: 'brief.kanon',
      mimeType: 'application/json',
      buffer: Buffer.from('{"form":1}'),
    });
    await page.getByText('Das ist keine Datei einer Strichliste.').waitFor();
    await page.setInputFiles('#tally-file', saved);
    await page.getByText('Übernommen: 13 Striche.').waitFor();

    // Into the report, with the number of distinct children that nobody was asked for.
    await page.click('#move');
    await page.waitForSelector('.count');
    const [row] = [await values(page)];
    expect(row.filter((number) => number === '').length).toBe(0);
    expect(await page.inputValue('#LERNFOERDERUNG-pupils')).toBe('6');
    expect(await page.inputValue('#LERNFOERDERUNG-consultations')).toBe('7');
    expect(await page.locator('#union').count()).toBe(0);
    expect(await page.innerText('.preview .pool')).toMatch(/6\s+6$/);
    await page.click('#check');
    await page.waitForSelector('#send[aria-disabled=false]');
    await page.click('#send');
    await page.waitForSelector('#wipe');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'tally-wipe-1440');
    await page.click('#wipe');
    await page.getByText('Die Strichliste ist gelöscht.').waitFor();
    await page.goto(`${kanon.url}/strichliste`);
    await page.getByText('Noch kein Kind in der Liste').waitFor();
    expect(said.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
    expect(asked.filter((url) => /fox|animal|MITTAG/.test(url))).toEqual([]);
    await page.context().close();
  });
});
