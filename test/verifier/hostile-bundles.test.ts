/** Files that are no bundle, or want to be more than one: each is refused with a sentence, and nothing is written or crashes. */
import fc from 'fast-check';
import { tarFile, TAR_END } from '../../src/foundation/http/tar.ts';
import { nodeChecking } from '../../src/verifier/node-crypto.ts';
import { verifyEntry } from '../../src/verifier/verify-entry.ts';
import { changeManifest, codesOf, packed, verified } from './archive.ts';
import { bundleOf, entryAt, InventedLog, publicOf } from './invented-log.ts';

const log = new InventedLog().add(8);
const TRUST = [publicOf(log.key)];
const sound = () => bundleOf([log.span(0, 8, new Map([[8, log.note()]]), 10)], log.key);
const ENTRIES = 'tree-1/000001-entries.ndjson';

/** A header with other bytes at some place, and the sum that fits them. */
function forged(change: (header: Buffer) => unknown, name = 'manifest.note', content = 'x'): Buffer {
  const file = tarFile(name, new Date(0), Buffer.from(content));
  change(file);
  file.write('        ', 148, 'latin1');
  const sum = file.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  file.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return file;
}
const whole = (...files: Buffer[]): Buffer => Buffer.concat([...files, TAR_END]);

const ARCHIVES: readonly (readonly [what: string, bytes: () => Buffer, code: string])[] = [
  ['an empty file', () => Buffer.alloc(0), 'not-a-bundle'],
  ['a text', () => Buffer.from('Das ist kein Archiv.\n'.repeat(100)), 'not-a-bundle'],
  ['a compressed archive', () => Buffer.from('1f8b0800'.repeat(500), 'hex'), 'not-a-bundle'],
  ['an archive without files', () => TAR_END, 'ends-early'],
  ['zeros without end', () => Buffer.alloc(100_000), 'ends-early'],
  ['a path that leads up', () => whole(forged(() => 0, '../../etc/passwd')), 'other-file'],
  ['an absolute path', () => whole(forged(() => 0, '/etc/passwd')), 'other-file'],
  ['a path in two fields', () => whole(forged((header) => header.write('..', 345))), 'other-file'],
  ['a symbolic link', () => whole(forged((header) => header.write('2/etc/passwd', 156))), 'other-file'],
  ['a hard link', () => whole(forged((header) => header.write('1/etc/passwd', 156))), 'other-file'],
  ['a folder', () => whole(forged((header) => header.write('5', 156))), 'other-file'],
  ['an extended header', () => whole(forged((header) => header.write('x', 156))), 'other-file'],
  [
    'a size of gigabytes',
    () => whole(forged((header) => header.write('77777777777', 124))),
    'file-too-large',
  ],
  [
    'a size in base 256',
    () => whole(forged((header) => header.write('80000000ffffffffffffffff', 124, 'hex'))),
    'not-a-bundle',
  ],
  ['a negative size', () => whole(forged((header) => header.write('-0000000001', 124))), 'not-a-bundle'],
  ['a size beyond the end', () => whole(forged((header) => header.write('00000010000', 124))), 'ends-early'],
  ['a wrong sum', () => Buffer.from(whole(forged(() => 0))).fill('7', 148, 154), 'not-a-bundle'],
  ['a manifest that is none', () => packed([['manifest.note', 'x']]), 'not-a-manifest'],
  [
    'a file twice',
    () => packed([...sound()].flatMap((file) => (file[0] === ENTRIES ? [file, file] : [file]))),
    'more-files',
  ],
  ['the manifest twice', () => packed([...sound()].flatMap((file) => [file, file])), 'other-file'],
  ['a file more', () => packed([...sound(), ['more.txt', 'x']]), 'more-files'],
  ['something behind the end', () => Buffer.concat([packed(sound()), Buffer.alloc(512, 1)]), 'more-files'],
  [
    'zeros without end behind it',
    () => Buffer.concat([packed(sound()), Buffer.alloc(512 * 50)]),
    'more-files',
  ],
];

const LINES: readonly (readonly [what: string, line: string, code: string])[] = [
  ['no JSON', '{', 'not-canonical'],
  [
    'names in another order',
    `{"entry":{"b":1,"a":1},"index":0,"key":null,"leaf":"${'A'.repeat(43)}="}`,
    'not-canonical',
  ],
  ['objects in objects without end', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'not-a-line'],
  [
    'an entry of objects',
    JSON.stringify({ entry: { a: { b: 1 } }, index: 0, key: null, leaf: `${'A'.repeat(43)}=` }),
    'not-a-line',
  ],
  ['a number without end', '{"index":1e999}', 'not-a-line'],
  ['an index below zero', '{"index":-1}', 'not-a-line'],
  ['an index beyond all', '{"index":90071992547409931}', 'not-a-line'],
  ['a leaf of the wrong length', '{"index":0,"leaf":"AAAA"}', 'not-a-line'],
  [
    'a field more',
    JSON.stringify({ entry: null, index: 0, key: null, leaf: `${'A'.repeat(43)}=`, z: 1 }),
    'not-a-line',
  ],
  [
    'a key without an entry',
    JSON.stringify({ entry: null, index: 0, key: `${'A'.repeat(43)}=`, leaf: `${'A'.repeat(43)}=` }),
    'not-a-line',
  ],
  [
    'half a character',
    JSON.stringify({ entry: { a: '\ud800' }, index: 0, key: null, leaf: `${'A'.repeat(43)}=` }),
    'not-canonical',
  ],
  [
    'a field called __proto__',
    `{"entry":{"__proto__":{"x":1}},"index":0,"key":null,"leaf":"${'A'.repeat(43)}="}`,
    'not-a-line',
  ],
];

const MANIFESTS: readonly (readonly [what: string, change: (manifest: any) => unknown, code: string])[] = [
  ['more leaves than there are numbers', ({ trees }) => (trees[0].end = 2 ** 53), 'not-a-manifest'],
  ['more leaves than in the file', ({ trees }) => (trees[0].end = 2 ** 53 - 1), 'lines-missing'],
  ['files of all numbers', (manifest) => (manifest.leavesPerFile = 2 ** 53 - 1), 'wrong-signature'],
  ['files of no leaves', (manifest) => (manifest.leavesPerFile = 0), 'not-a-manifest'],
  ['an edge that does not fit', ({ trees }) => (trees[0].first = 3), 'not-a-manifest'],
  [
    'an end before its start',
    ({ trees }) => Object.assign(trees[0], { first: 9, edge: ['', ''] }),
    'not-a-manifest',
  ],
  ['no tree', (manifest) => (manifest.trees = []), 'not-a-manifest'],
  ['a tree twice', (manifest) => manifest.trees.push(manifest.trees[0]), 'not-a-manifest'],
  ['a day that is none', (manifest) => (manifest.deleteBy = '2026-13-01T00:00:00.000Z'), 'not-a-manifest'],
  ['a field more', (manifest) => (manifest.more = 1), 'not-a-manifest'],
];

describe('the verifier refuses', () => {
  test.each(ARCHIVES)('%s', async (_what, bytes, code) => {
    const { findings } = await verified(bytes(), TRUST);
    expect(findings.kept.map((finding) => finding.code)).toEqual([code]);
    for (const { reason } of findings.kept) expect(`${reason.de} ${reason.en}`).not.toContain('passwd');
  });

  test.each(LINES)('a line with %s', async (_what, line, code) => {
    const files = sound();
    files.set(ENTRIES, `${line}\n${files.get(ENTRIES)!.split('\n').slice(1).join('\n')}`);
    expect(await codesOf(verified(packed(files), TRUST))).toEqual([code]);
  });

  test.each(MANIFESTS)('a manifest with %s', async (_what, change, code) => {
    const files = sound();
    changeManifest(files, change);
    expect((await codesOf(verified(packed(files), TRUST)))[0]).toBe(code);
  });

  test('a line that is too long for a file, unread', async () => {
    const files = sound().set(ENTRIES, 'x'.repeat(16 * 1024 * 1024 + 1));
    expect(await codesOf(verified(packed(files), TRUST))).toEqual(['file-too-large']);
  });

  test('texts of all kinds in place of its own, and never crashes', async () => {
    const seed = Date.now() % 2 ** 31;
    console.log(`seed ${seed}`);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .jsonValue()
        .map((value) => `${JSON.stringify({ index: 0, leaf: value, entry: value, key: value })}\n`),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(...sound().keys()), async (content, name) => {
        const { findings } = await verified(packed(sound().set(name, content)), TRUST);
        expect(findings.count).toBeGreaterThan(0);
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('an entry with its proof', () => {
  const refusal = async (value: unknown): Promise<string[]> => {
    const bytes = Buffer.from(JSON.stringify(value));
    const { findings } = await verifyEntry(bytes, { logs: TRUST, witnesses: [] }, nodeChecking);
    return findings.kept.map(({ code }) => code);
  };
  const leaf = `${'A'.repeat(43)}=`;

  test.each([
    ['nothing', null, 'not-a-bundle'],
    ['a list', [], 'not-a-bundle'],
    ['an entry that is a list', { entry: [], key: leaf, leaf, proof: 'x' }, 'not-a-bundle'],
    ['one name changed', { entry: null, kez: null, leaf, proof: 'x' }, 'not-a-bundle'],
    ['one name more', { entry: null, key: null, leaf, proof: 'x', more: 1 }, 'not-a-bundle'],
    ['no proof yet', { entry: entryAt(0), key: leaf, leaf: null, proof: null }, 'no-proof'],
    ['a proof that is none', { entry: entryAt(0), key: leaf, leaf, proof: 'erfunden' }, 'not-a-log-proof'],
    ['a leaf that is none', { entry: entryAt(0), key: leaf, leaf: 7, proof: 'x' }, 'not-a-bundle'],
  ])('is refused where it is %s', async (_what, value, code) => {
    expect(await refusal(value)).toEqual([code]);
  });
});
