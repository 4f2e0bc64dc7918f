/** The public vectors of RFC 6962 proofs and of C2SP signed notes, accepting and refusing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { append, EMPTY_EDGE, rootOf } from '../../src/merkle/edge.ts';
import { leafHash } from '../../src/merkle/hash.ts';
import {
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  verifierKey,
} from '../../src/merkle/keys.ts';
import { formatNote, parseNote } from '../../src/merkle/note.ts';
import { Refused } from '../../src/merkle/refused.ts';
import { sign, verifySignatures } from '../../src/merkle/signatures.ts';
import { isSubtree } from '../../src/merkle/tree.ts';
import { isConsistent, isIncluded, isPart } from '../../src/merkle/verify.ts';
import { describeWithShared } from '../setup/shared.ts';
import { checking, sha256, signing } from './primitives.ts';

interface Vector {
  readonly desc: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
}
interface Inclusion extends Vector {
  readonly leafIdx: number;
  readonly leafHash: string;
  readonly root: string;
}
interface Consistency extends Vector {
  readonly root1: string;
  readonly root2: string;
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');
const proofOf = ({ proof }: Vector): Uint8Array[] => (proof ?? []).map(bytes);
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

/** One test per file below a folder; `accepts` is what this code says to it. */
function folderOf<V extends Vector>(name: string, count: number, accepts: (vector: V) => boolean): void {
  describeWithShared([`vectors/tlog/merkle/${name}`], `the vectors of ${name}`, ([folder]) => {
    const files = readdirSync(folder!, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    );
    test(`are all there, ${count} at least`, () => {
      expect(files.length).toBeGreaterThanOrEqual(count);
    });
    test.each(files.sort())('%s', (file) => {
      const vector = json(join(folder!, file)) as V;
      expect(accepts(vector)).toBe(!vector.wantErr);
    });
  });
}

folderOf<Inclusion & { treeSize: number }>('inclusion', 66, (vector) =>
  isIncluded(
    sha256,
    bytes(vector.leafHash),
    vector.leafIdx,
    { size: vector.treeSize, root: bytes(vector.root) },
    proofOf(vector),
  ),
);

folderOf<Consistency & { size1: number; size2: number }>('consistency', 63, (vector) =>
  isConsistent(
    sha256,
    { size: vector.size1, root: bytes(vector.root1) },
    { size: vector.size2, root: bytes(vector.root2) },
    proofOf(vector),
  ),
);

folderOf<Inclusion & { start: number; end: number }>(
  'subtreeinclusion',
  138,
  (vector) =>
    isSubtree(vector) &&
    isIncluded(
      sha256,
      bytes(vector.leafHash),
      vector.leafIdx - vector.start,
      { size: vector.end - vector.start, root: bytes(vector.root) },
      proofOf(vector),
    ),
);

folderOf<Consistency & { start: number; end: number; size: number }>('subtreeconsistency', 83, (vector) =>
  isPart(
    sha256,
    vector,
    bytes(vector.root1),
    { size: vector.size, root: bytes(vector.root2) },
    proofOf(vector),
  ),
);

describeWithShared(
  ['vectors/tlog/rfc6962-reference-tree.json'],
  'the reference tree of Certificate Transparency',
  ([file]) => {
    const tree = json(file!) as { leafInputsHex: string[]; rootsHexBySize: string[] };
    const leaves = tree.leafInputsHex.map((data) => leafHash(sha256, Buffer.from(data, 'hex')));

    test.each(tree.rootsHexBySize.map((root, size) => [size, root] as const))(
      'of %i leaves has its root',
      (size, root) => {
        expect(hex(rootOf(sha256, append(sha256, EMPTY_EDGE, leaves.slice(0, size)).edge))).toBe(root);
      },
    );
  },
);

describeWithShared(['vectors/tlog/signed-note-vectors.json'], 'the vectors of signed notes', ([file]) => {
  const { valid, badVkeys, keygen } = json(file!) as {
    valid: { vkey: string; note: string }[];
    badVkeys: string[];
    keygen: { skey: string };
  };

  test.each(valid)('$vkey has signed its note, and no other', async ({ vkey, note }) => {
    const key = parseVerifierKey(sha256, vkey);
    const parsed = parseNote(Buffer.from(note));
    expect(await verifySignatures(checking, parsed, [key])).toEqual([{ key }]);
    expect(formatVerifierKey(key)).toBe(vkey);
    expect(formatNote(parsed)).toBe(note);
    const other = { ...parsed, text: parsed.text.replace('i', 'l') };
    await expect(verifySignatures(checking, other, [key])).rejects.toThrow(new Refused('wrong-signature'));
  });

  test.each(badVkeys)('%s is no key', (vkey) => {
    expect(() => parseVerifierKey(sha256, vkey)).toThrow(Refused);
  });

  test('the signer key makes the signature of the vector', () => {
    const key = parseSignerKey(signing, keygen.skey);
    expect(formatSignerKey(key)).toBe(keygen.skey);
    const { vkey, note } = valid.find((each) => each.vkey.startsWith(key.name))!;
    expect(formatVerifierKey(verifierKey(signing, key))).toBe(vkey);
    const { text } = parseNote(Buffer.from(note));
    expect(formatNote({ text, signatures: [sign(signing, key, text)] })).toBe(note);
  });
});
