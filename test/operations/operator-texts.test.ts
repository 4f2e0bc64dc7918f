/** The operator's texts: read out of a folder at the start, told to everybody, and what is no text is told as missing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingTexts, readOperatorTexts } from '../../src/foundation/operator-texts.ts';
import { call, startApp } from '../setup/app.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanon-test-texts-'));
  const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
  await put('imprint.de.txt', 'Erfundenes Amt\r\nErfundene Straße 1\r\n\r\nVertreten durch niemanden.\r\n');
  await put('imprint.en.txt', 'Invented office\n');
  await put('privacy.de.txt', ' \n\n');
  await put('contact.de.txt', Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c]));
  await put('accessibility.de.txt', 'x'.repeat(64 * 1024 + 1));
  await put('arbitration.en.txt', 'Invented body\n');
  await put('other.de.txt', 'nobody asks for it');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a text is there in UTF-8 and up to its length; without a German one it is missing', async () => {
  const texts = await readOperatorTexts(folder);
  expect(texts).toEqual([
    {
      name: 'imprint',
      language: 'de',
      text: 'Erfundenes Amt\nErfundene Straße 1\n\nVertreten durch niemanden.',
    },
    { name: 'imprint', language: 'en', text: 'Invented office' },
    { name: 'arbitration', language: 'en', text: 'Invented body' },
  ]);
  expect(missingTexts(texts)).toEqual(['contact', 'privacy', 'accessibility', 'arbitration']);
});

test('no folder, or one that is not there, is no text', async () => {
  for (const one of [undefined, join(folder, 'nowhere')]) {
    const texts = await readOperatorTexts(one);
    expect([texts, missingTexts(texts).length]).toEqual([[], 5]);
  }
});

test('the service tells them to everybody, and nothing else of the folder', async () => {
  const kanon = await startApp({ KANON_TEXTS: folder });
  try {
    const { status, body, text } = await call(kanon, 'GET', '/v1/texts', {});
    expect(status).toBe(200);
    expect(body.texts.map(({ name, language }: any) => `${name} ${language}`)).toEqual([
      'imprint de',
      'imprint en',
      'arbitration en',
    ]);
    expect(text).not.toContain(folder);
    expect(text).not.toContain('nobody asks');
  } finally {
    await kanon.close();
  }
});
