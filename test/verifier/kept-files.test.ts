/** Keys, checkpoints and entries as mail, editors and PowerShell leave them: read as what they are, and a change in them is still a change. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatVerifierKey } from '../../src/merkle/keys.ts';
import { Unusable, type LogVerdict, verifyFile } from '../../src/verifier/verify-file.ts';
import { packed } from './archive.ts';
import { bundleOf, InventedLog, publicOf } from './invented-log.ts';

const log = new InventedLog().add(12);
const KEY = `${formatVerifierKey(publicOf(log.key))}\n`;
const CHECKPOINT = log.note(12);
const ENTRY = log.proof(4, 12, log.note(12));

type Damage = (text: string) => string;
/** What happens to the lines of a text on its way. */
const LINES: Readonly<Record<string, Damage>> = {
  nothing: (text) => text,
  'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'CR line ends': (text) => text.replaceAll('\n', '\r'),
  'blanks at line ends': (text) => text.replaceAll('\n', ' \u00a0 \n'),
  'no last line end': (text) => text.trimEnd(),
  'empty lines around': (text) => `\n\n${text}\n\n`,
  'quoted by mail': (text) => text.replaceAll(/^/gm, '> '),
  'quotation marks': (text) => `"${text.trimEnd()}"\n`,
  'folded at blanks': (text) => text.replaceAll(/^(.{30,}?) (\S+)$/gm, '$1\n$2'),
  'folded at 76': (text) => text.replaceAll(/(.{76})(?=.)/g, '$1\n'),
  'folded at 60': (text) => text.replaceAll(/(.{60})(?=.)/g, '$1\r\n'),
};
/** What happens to its bytes. */
const BYTES: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16, little end first': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16, big end first': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};
const WAYS = Object.keys(LINES).flatMap((lines) =>
  Object.keys(BYTES).map((bytes) => [lines, bytes] as const),
);

describe('a file that somebody kept', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kanon-kept-'));
    const files = bundleOf([log.span(0, 12, new Map([[12, CHECKPOINT]]), 10)], log.key);
    await writeFile(at('bundle.tar'), packed(files));
    await writeFile(at('good.vkey'), KEY);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const told: string[] = [];
  async function verdict(
    file: string,
    { key = 'good.vkey', kept }: { key?: string; kept?: string } = {},
  ): Promise<LogVerdict> {
    told.length = 0;
    const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
    for (const { stream } of streams) stream.write = (text: unknown) => told.push(String(text)) > 0;
    try {
      return await verifyFile(at(file), {
        key: at(key),
        kept: kept === undefined ? undefined : at(kept),
        lang: 'en',
      });
    } finally {
      for (const { stream, write } of streams) stream.write = write;
    }
  }
  const damaged = (text: string, [lines, bytes]: readonly [string, string]): Uint8Array =>
    BYTES[bytes]!(LINES[lines]!(text));

  test.each(WAYS)('a key with %s in %s is read', async (...way) => {
    await writeFile(at('way.vkey'), damaged(KEY, way));
    expect(await verdict('bundle.tar', { key: 'way.vkey' })).toBe('holds');
    await writeFile(at('line.vkey'), damaged(`# of the log\nkey      ${KEY}`, way));
    expect(await verdict('bundle.tar', { key: 'line.vkey' })).toBe('holds');
  });

  test.each(WAYS)('a checkpoint with %s in %s is read', async (...way) => {
    await writeFile(at('way.checkpoint'), damaged(CHECKPOINT, way));
    expect(await verdict('bundle.tar', { kept: 'way.checkpoint' })).toBe('holds');
    // The control: with another size in it the same file is refused.
    await writeFile(at('way.checkpoint'), damaged(CHECKPOINT.replace('\n12\n', '\n13\n'), way));
    await expect(verdict('bundle.tar', { kept: 'way.checkpoint' })).rejects.toThrow(Unusable);
  });

  test.each(Object.keys(BYTES))('an entry in %s is read, and a changed one still found', async (bytes) => {
    await writeFile(at('entry.json'), BYTES[bytes]!(ENTRY));
    expect(await verdict('entry.json')).toBe('holds');
    const changed = ENTRY.replace('Erfundenes Amt', 'Anderes Amt');
    expect(changed).not.toBe(ENTRY);
    await writeFile(at('entry.json'), BYTES[bytes]!(changed));
    expect(await verdict('entry.json')).toBe('fails');
  });

  const OTHERS: readonly (readonly [string, () => Uint8Array | string | Promise<Uint8Array>, string])[] = [
    ['a packed bundle', async () => gzipSync(await readFile(at('bundle.tar'))), 'unpack'],
    ['a web page', () => '<!doctype html><title>Sign in</title>', 'web page'],
    ['a refusal that was saved', () => '{"type":"urn:kanon:problem:not-signed-in","status":401}', 'refusal'],
    ['an empty file', () => '', 'empty'],
    ['a text', () => 'hello', 'neither a bundle'],
    ['half a bundle', async () => (await readFile(at('bundle.tar'))).subarray(0, 3000), 'breaks off'],
    ['an entry without its proof yet', () => '{"entry":{},"key":"","leaf":"","proof":null}', 'no proof yet'],
  ];
  test.each(OTHERS)('%s is no sign of a change, and is told so', async (_, content, sentence) => {
    await writeFile(at('other'), await content());
    expect(await verdict('other')).toBe('unverified');
    expect(told.join('')).toMatch(/^Nothing was verified; this alone is no sign of tampering\.\n/);
    expect(told.join('')).toContain(sentence);
  });

  test('a bundle whose log has no key here proves nothing, and accuses nobody', async () => {
    const other = new InventedLog(1, undefined, 'other.example/log/05').add(2);
    await writeFile(at('other.vkey'), formatVerifierKey(publicOf(other.key)));
    expect(await verdict('bundle.tar', { key: 'other.vkey' })).toBe('unverified');
  });

  test('a cut bundle in which something was changed as well is called changed', async () => {
    const files = bundleOf([log.span(0, 12, new Map([[12, CHECKPOINT]]), 5)], log.key, { leavesPerFile: 5 });
    const name = 'tree-1/000001-entries.ndjson';
    files.set(name, files.get(name)!.replace('Erfundenes Amt 2', 'Erfundenes Amt 3'));
    const bytes = packed(files);
    await writeFile(at('cut.tar'), bytes.subarray(0, bytes.length - 2048));
    expect(await verdict('cut.tar')).toBe('fails');
  });
});
