/** Workbooks dropped on the report: read on the device, and where one does not fit, a sentence and a way on. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../client/chromium.ts';
import { livingService, type Living } from './living.ts';
import { madeWorkbook, type MadeSheet } from './made-workbook.ts';
import { accessFaults, openPage, picture } from './scene.ts';
import { enter, newReporter, REPORT } from './school.ts';

let kanon: Living;
beforeAll(async () => {
  kanon = await livingService();
});
afterAll(() => kanon.close());

const HEAD = ['Leistung', 'Kinder', 'Beratungen'];
const COUNTS: MadeSheet = {
  name: 'Zahlen',
  rows: [
    ['Beratungen 2026'],
    HEAD,
    ['Eintägige Ausflüge', 5, 9],
    ['KLASSENFAHRT', 0, 0],
    ['Lernförderung', { formula: 'SUM(B3:B4)', shown: 7 }, { formula: 'B5*2', shown: 14 }],
    ['Summe', 12, 23],
  ],
};
const NOTES: MadeSheet = { name: 'Notizen', rows: [['Anna war krank'], ['Bitte an Herrn X denken']] };

const put = async (page: Page, name: string, buffer: Buffer): Promise<string> => {
  await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer });
  await page.locator('.drop [role=status]', { hasText: name }).waitFor();
  return (await page.innerText('.drop [role=status]')).slice(name.length + 2);
};

describeInChromium('a workbook', (browser) => {
  test('fills the rows, or is refused with a sentence that repeats nothing of it; nothing of it leaves the device', async () => {
    const { name } = await newReporter(kanon);
    const { page, said, asked } = await openPage(browser(), kanon.url, {
      viewport: { width: 1440, height: 900 },
    });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await enter(page, kanon.url, name, REPORT, '.count');
    // Not before somebody has one.
    const before = asked.length;
    expect(await put(page, 'eins.xlsx', madeWorkbook([NOTES, COUNTS]))).toMatch(
      /^3 Zeilen übernommen, 3 ohne/,
    );
    expect(asked.slice(before).filter((url) => url.includes('/assets/read-file-'))).toHaveLength(1);
    expect([
      await page.inputValue('#LERNFOERDERUNG-pupils'),
      await page.inputValue('#LERNFOERDERUNG-consultations'),
    ]).toEqual(['7', '14']);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'workbook-1440');

    // Merged cells, macros, a day in place of a number, whichever year the workbook counts from.
    const merged = { name: 'A', rows: [HEAD, ['Lernförderung', null, 8, 9]], merged: ['A2:B2'] };
    expect(await put(page, 'zwei.xlsx', madeWorkbook([merged]))).toMatch(/^1 Zeile übernommen/);
    expect(await page.inputValue('#LERNFOERDERUNG-pupils')).toBe('8');
    expect(await put(page, 'drei.xlsm', madeWorkbook([COUNTS], { macros: true }))).toMatch(/^3 Zeilen/);
    for (const from1904 of [false, true]) {
      const dated = { name: 'A', rows: [HEAD, ['Lernförderung', { serial: 46_000 }, 12]] };
      expect(await put(page, `tag-${from1904}.xlsx`, madeWorkbook([dated], { from1904 }))).toMatch(
        /^1 Zeile/,
      );
      expect(await page.inputValue('#LERNFOERDERUNG-pupils')).toMatch(
        from1904 ? /^2029-12-1\d$/ : /^2025-12-0\d$/,
      );
      expect(await page.innerText('#LERNFOERDERUNG-state')).toMatch(/ganze Zahl/);
    }

    // A tally, of ten thousand lines too, as a workbook and as the example of the documents.
    const codes = ['LERNFOERDERUNG', 'MITTAG', 'AUSFLUG'];
    const long = Array.from({ length: 10_000 }, (_, i) => [`k-${i % 400}`, codes[i % 3]!]);
    expect(
      await put(page, 'liste.xlsx', madeWorkbook([{ name: 'Liste', rows: [['Kind', 'Leistung'], ...long] }])),
    ).toMatch(/^Strichliste mit 10000 Strichen gezählt/);
    expect(await page.inputValue('#MITTAG-consultations')).toBe('3333');
    expect(
      await put(page, 'tally.csv', await readFile(new URL('../../docs/example-tally.csv', import.meta.url))),
    ).toMatch(/^Strichliste mit \d+ Strichen gezählt/);

    // Each with a way on.
    const refused: [string, Buffer, RegExp][] = [
      ['falsch.xlsx', madeWorkbook([NOTES]), /steht keine Zeile mit einer Leistung/],
      [
        'doppelt.xlsx',
        madeWorkbook([COUNTS, { ...COUNTS, name: 'Kopie' }]),
        /Mehrere Blätter passen.*\(Zahlen, Kopie\)/,
      ],
      ['versteckt.xlsx', madeWorkbook([NOTES, { ...COUNTS, state: 'hidden' }]), /ausgeblendeten Blatt/],
      ['sehr.xlsx', madeWorkbook([NOTES, { ...COUNTS, state: 'veryHidden' }]), /ausgeblendeten Blatt/],
      [
        'alt.xls',
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        /alter Art oder eine mit Passwort/,
      ],
      ['kaputt.xlsx', madeWorkbook([COUNTS]).subarray(0, 400), /weder eine Tabelle als Text noch/],
      ['gross.xlsx', Buffer.alloc(8_000_001, 0x50), /zu groß/],
    ];
    const numbers = await page.inputValue('#MITTAG-pupils');
    for (const [file, bytes, sentence] of refused) {
      const told = await put(page, file, bytes);
      expect([file, told]).toEqual([file, expect.stringMatching(sentence)]);
      expect(told).not.toMatch(/Anna|Herrn/);
    }
    expect(await page.inputValue('#MITTAG-pupils')).toBe(numbers);
    expect(await accessFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, 'workbook-390');
    expect(sent.filter((body) => /Anna|k-1|Lernf/.test(body))).toEqual([]);
    expect(said.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
    await page.context().close();
  });
});
