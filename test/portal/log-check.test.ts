/** The log as an auditor reads it: every act has its sentence, and a path that was tampered with leads nowhere. */
import { createHash, randomBytes } from 'node:crypto';
import { RIGHTS } from '../../src/access/rights.ts';
import { signing } from '../../src/access/log-crypto.ts';
import { formatCheckpoint } from '../../src/merkle/checkpoint.ts';
import { leafHash, nodeHash } from '../../src/merkle/hash.ts';
import { signerKey, verifierKey } from '../../src/merkle/keys.ts';
import { formatLogProof } from '../../src/merkle/log-proof.ts';
import { formatNote, parseNote } from '../../src/merkle/note.ts';
import { sign } from '../../src/merkle/signatures.ts';
import { toBase64, toUtf8 } from '../../src/merkle/text.ts';
import { cover, proofRanges } from '../../src/merkle/tree.ts';
import { checkEntry, checkVisit } from '../../src/portal/log/check.ts';
import { queryOf, NO_FILTER } from '../../src/portal/log/filter.ts';
import { type Entry, sentenceOf } from '../../src/portal/log/sentence.ts';
import de from '../../src/portal/words/de/log.ts';
import en from '../../src/portal/words/en/log.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { leafOfEntry } from '../../src/verifier/leaf.ts';
import { webChecking } from '../../src/verifier/web-crypto.ts';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();

const ENTRY = {
  version: 'kanon-entry/1',
  at: '2026-07-18T07:41:07.000Z',
  account: '7e6c7a52-7b4b-4c6f-8a2c-0f5a57a1a0aa',
  office: 'Bezirksregierung Düsseldorf',
  role: 'district',
  system: null,
  action: 'summary.read',
  region: '051',
  school: null,
  period: '2026-Q2',
  level: 'county',
  purpose: 'GRANT_REVIEW',
  decision: 'allowed',
} as Entry;
const NAMES = new Map([['051', 'Düsseldorf']]);

test('an entry is a sentence with office, time, place and purpose', () => {
  expect(sentenceOf(ENTRY, NAMES, de)).toBe(
    'Bezirksregierung Düsseldorf (Bezirksregierung) hat am 18.07.2026, 09:41:07 Zahlen gelesen: die Kreise in Regierungsbezirk Düsseldorf, 2026-Q2, Zweck Zuwendungsprüfung.',
  );
  expect(sentenceOf({ ...ENTRY, decision: 'refused', role: null, office: null }, NAMES, de, false)).toBe(
    'Jemand ohne Konto wollte Zahlen lesen: die Kreise in Regierungsbezirk Düsseldorf, 2026-Q2, Zweck Zuwendungsprüfung. Das wurde abgelehnt.',
  );
  expect(sentenceOf(ENTRY, NAMES, en, false)).toBe(
    'Bezirksregierung Düsseldorf (district government) read figures: the counties of Düsseldorf district, 2026-Q2, for review of grants.',
  );
});

test('no sentence names an account', () => {
  expect(sentenceOf(ENTRY, NAMES, de)).not.toContain(ENTRY.account);
});

test('every act has its words in both languages', () => {
  const acts = [...Object.keys(RIGHTS), 'session.create'].sort();
  for (const words of [de, en]) expect(acts.filter((act) => !(act in words.acts))).toEqual([]);
});

test('a filter holds whole days and only what was given', () => {
  expect(queryOf(NO_FILTER)).toEqual({});
  const { from, to } = queryOf({ ...NO_FILTER, from: '2026-07-17', to: '2026-07-17', role: 'admin' });
  expect(Date.parse(to!) - Date.parse(from!)).toBe(86_400_000);
});

/** Hash of a run of leaves, by the tree's own rule. */
function hashOf(leaves: readonly Uint8Array[], start: number, end: number): Uint8Array {
  const nodes = cover({ start, end }).map(({ level, index }) => {
    let row = leaves.slice(index * 2 ** level, (index + 1) * 2 ** level);
    while (row.length > 1)
      row = Array.from({ length: row.length / 2 }, (_, at) =>
        nodeHash(sha256, row[2 * at]!, row[2 * at + 1]!),
      );
    return row[0]!;
  });
  return nodes.reduceRight((right, left) => nodeHash(sha256, left, right));
}

const key = signerKey(signing, 'log', 'kanon.example/05', randomBytes(32));
const log = verifierKey(signing, key);
const secret = randomBytes(32);

/** A log of that size with ENTRY at a place, its proof and its seal. */
function logOf(size: number, index: number) {
  const leaves = Array.from({ length: size }, (_, at) =>
    at === index ? leafOfEntry(sha256, secret, canonicalJson(ENTRY)) : leafHash(sha256, toUtf8(`leaf ${at}`)),
  );
  const text = formatCheckpoint({ origin: key.name, size, root: hashOf(leaves, 0, size) });
  const note = formatNote({ text, signatures: [sign(signing, key, text)] });
  const hashes = proofRanges({ start: index, end: index + 1 }, size).map(({ start, end }) =>
    hashOf(leaves, start, end),
  );
  const proof = formatLogProof({ index, hashes, checkpoint: parseNote(toUtf8(note)) });
  return {
    given: { entry: ENTRY, key: toBase64(secret), leaf: toBase64(leaves[index]!), proof },
    leaves,
    note,
    text,
  };
}

test.each([
  [1, 0],
  [7, 6],
  [8, 3],
  [1337, 1330],
])('in a log of %i the path of leaf %i leads to the sealed root', async (size, index) => {
  const checked = await checkEntry(logOf(size, index).given, log, webChecking);
  expect(checked).toMatchObject({ content: 'good', reaches: true, seal: 'good', index });
});

test('what was changed is found: the entry, its place, a hash of the path, the seal', async () => {
  const { given } = logOf(12, 5);
  const look = (part: Partial<typeof given>) => checkEntry({ ...given, ...part }, log, webChecking);
  expect(await look({ entry: { ...ENTRY, purpose: 'PLANNING' } })).toMatchObject({
    content: 'bad',
    reaches: true,
  });
  expect(await look({ proof: given.proof.replace('index 5', 'index 4') })).toMatchObject({ reaches: false });
  const other = toBase64(logOf(12, 5).leaves[6]!);
  expect(await look({ leaf: other })).toMatchObject({ content: 'bad', reaches: false });
  const stranger = verifierKey(signing, signerKey(signing, 'log', key.name, randomBytes(32)));
  expect(await checkEntry(given, stranger, webChecking)).toMatchObject({ seal: 'bad' });
  expect(await checkEntry(given, undefined, webChecking)).toMatchObject({ seal: 'unknown' });
});

test('since the last visit the log may grow and nothing else', async () => {
  const [before, after] = [logOf(6, 2), logOf(9, 2)];
  const proof = proofRanges({ start: 0, end: 6 }, 9).map(({ start, end }) =>
    toBase64(hashOf(after.leaves, start, end)),
  );
  const visit = (kept: string | undefined, hashes = proof) =>
    checkVisit(after.note, kept, log, webChecking, () => Promise.resolve(hashes));
  expect(await visit(undefined)).toMatchObject({ growth: 'first' });
  expect(await visit(before.text)).toMatchObject({ growth: 'good', before: 6, seal: 'good' });
  expect(await visit(logOf(6, 3).text)).toMatchObject({ growth: 'bad' });
  expect(await visit(before.text, proof.slice(1))).toMatchObject({ growth: 'bad' });
  expect(await visit(logOf(10, 2).text)).toMatchObject({ growth: 'bad' });
});
