/** The proof of one entry as a file: written, read back, verified against the keys alone, and refused when malformed. */
import { formatCheckpoint } from '../../src/merkle/checkpoint.ts';
import { rootOf } from '../../src/merkle/edge.ts';
import { leafHash } from '../../src/merkle/hash.ts';
import { formatLogProof, type LogProof, parseLogProof } from '../../src/merkle/log-proof.ts';
import { proveInclusion } from '../../src/merkle/prove.ts';
import { Refused } from '../../src/merkle/refused.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { cosign, sign } from '../../src/merkle/signatures.ts';
import { isIncluded } from '../../src/merkle/verify.ts';
import { KeptTree } from './kept-tree.ts';
import { LOG, WITNESS } from './keys.ts';
import { checking, sha256, signing } from './primitives.ts';

const leaves = Array.from({ length: 13 }, (_, at) => leafHash(sha256, Buffer.from(`entry ${at}`)));
const tree = new KeptTree().grow(leaves);
const text = formatCheckpoint({ origin: LOG.open.name, size: 13, root: rootOf(sha256, tree.edge) });
const signatures = [sign(signing, LOG.secret, text), cosign(signing, WITNESS.secret, text, 7)];
const proofOf = async (index: number): Promise<LogProof> => ({
  index,
  hashes: await proveInclusion(sha256, tree, index, 13),
  checkpoint: { text, signatures },
});
const read = (words: string): LogProof => parseLogProof(Buffer.from(words));
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused)
      return error.line === undefined ? error.code : `${error.code} in ${error.line}`;
    throw error;
  }
  return 'read';
};

test.each(leaves.map((leaf, index) => ({ leaf, index })))(
  'a file proves entry $index with nothing but the keys of the log and the witness',
  async ({ leaf, index }) => {
    const file = formatLogProof(await proofOf(index));
    const proof = read(file);
    expect(proof).toEqual(await proofOf(index));
    const { checkpoint, cosignatures } = await openCheckpoint(checking, proof.checkpoint, LOG.open, [
      WITNESS.open,
    ]);
    expect(cosignatures).toEqual([{ key: WITNESS.open, time: 7 }]);
    for (const [at, other] of leaves.entries())
      expect(isIncluded(sha256, other, proof.index, checkpoint, proof.hashes)).toBe(at === index);
    expect(isIncluded(sha256, leaf, proof.index + 1, checkpoint, proof.hashes)).toBe(false);
  },
);

test('the file looks as C2SP tlog-proof shows it', async () => {
  const proof = await proofOf(12);
  const lines = formatLogProof({ ...proof, extra: Buffer.from('more') }).split('\n');
  expect(lines).toEqual([
    'c2sp.org/tlog-proof@v1',
    'extra bW9yZQ==',
    'index 12',
    ...proof.hashes.map((hash) => Buffer.from(hash).toString('base64')),
    '',
    LOG.open.name,
    '13',
    Buffer.from(rootOf(sha256, tree.edge)).toString('base64'),
    '',
    expect.stringMatching(`^— ${LOG.open.name} `),
    expect.stringMatching(`^— ${WITNESS.open.name} `),
    '',
  ]);
});

test('extra bytes are read back, even none', async () => {
  for (const extra of ['', 'more']) {
    const proof = { extra: Uint8Array.from(Buffer.from(extra)), ...(await proofOf(3)) };
    expect(read(formatLogProof(proof))).toEqual(proof);
  }
});

test('the only entry of a log has a proof without hashes', () => {
  const proof = { index: 0, hashes: [], checkpoint: { text, signatures } };
  expect(read(formatLogProof(proof))).toEqual(proof);
});

const hash = Buffer.alloc(32).toString('base64');
const HEAD = 'c2sp.org/tlog-proof@v1\n';
test.each([
  ['', 'not-a-log-proof'],
  ['c2sp.org/tlog-proof@v2\nindex 0\n\n', 'not-a-log-proof in 1'],
  [` ${HEAD}index 0\n\n`, 'not-a-log-proof in 1'],
  [`${HEAD}\n`, 'not-a-log-proof in 2'],
  [`${HEAD}index\n\n`, 'not-a-log-proof in 2'],
  [`${HEAD}index -1\n\n`, 'not-a-log-proof in 2'],
  [`${HEAD}index 01\n\n`, 'not-a-log-proof in 2'],
  [`${HEAD}index 9007199254740992\n\n`, 'not-a-log-proof in 2'],
  [`${HEAD}extra AA\nindex 0\n\n`, 'not-a-log-proof in 2'],
  [`${HEAD}extra\nindex 0\n\n`, 'not-a-log-proof in 2'],
  [`${HEAD}extra AA==\nextra AA==\nindex 0\n\n`, 'not-a-log-proof in 3'],
  [`${HEAD}index 0\nextra AA==\n\n`, 'not-a-log-proof in 3'],
  [`${HEAD}index 0\nAAAA\n\n`, 'not-a-log-proof in 3'],
  [`${HEAD}index 0\n${hash}\n${hash} \n\n`, 'not-a-log-proof in 4'],
  [`${HEAD}index 0\n${`${hash}\n`.repeat(54)}\n`, 'not-a-log-proof in 56'],
  [`${HEAD}index 0\n\n`, 'not-a-note'],
  [`${HEAD}index 0\n\ntext\n\n— a b\n`, 'not-a-signature-line in 3'],
  [`${HEAD}index 0\r\n\r\n`, 'control-character'],
  ['x'.repeat(2_000_001), 'too-long'],
])('%j is refused: %s', (bad, code) => {
  expect(refusal(() => read(bad))).toBe(code);
});

test('a proof must be UTF-8', () => {
  expect(refusal(() => parseLogProof(Uint8Array.of(0xff)))).toBe('not-utf8');
});
