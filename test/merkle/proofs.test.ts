/** Trees and proofs against the naive tree: every size, every leaf, every pair; and every way to spoil a proof. */
import fc from 'fast-check';
import { append, type Edge, EMPTY_EDGE, rootOf } from '../../src/merkle/edge.ts';
import { leafHash } from '../../src/merkle/hash.ts';
import { proveConsistency, proveInclusion, readEdge } from '../../src/merkle/prove.ts';
import { cover, isSubtree, proofRanges, type TreeHead } from '../../src/merkle/tree.ts';
import { isConsistent, isIncluded, isPart } from '../../src/merkle/verify.ts';
import { KeptTree } from './kept-tree.ts';
import { NaiveTree } from './naive-tree.ts';
import { sha256 } from './primitives.ts';

const SIZE = 300;
const data = Array.from({ length: SIZE }, (_, at) => Buffer.from(`entry ${at}`));
const leaves = data.map((each) => leafHash(sha256, each));
const naive = new NaiveTree(data);
const kept = new KeptTree().grow(leaves);
const head = (size: number): TreeHead => ({ size, root: naive.hash(0, size) });
const sizes = Array.from({ length: SIZE + 1 }, (_, size) => size);
const seed = Number(process.env['KANON_SEED'] ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}; KANON_SEED=${seed} repeats it`);
const run = { seed, numRuns: 300 };

describe('a tree grown', () => {
  test('leaf by leaf has the root of the naive tree at every size', () => {
    let edge: Edge = EMPTY_EDGE;
    for (const size of sizes) {
      expect(rootOf(sha256, edge)).toEqual(naive.hash(0, size));
      if (size < SIZE) edge = append(sha256, edge, [leaves[size]!]).edge;
    }
  });

  test('in batches of any sizes has the same edge and the same nodes, each given once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 30 }), (batches) => {
        const tree = new KeptTree();
        for (const batch of batches) {
          const { size } = tree.edge;
          tree.grow(leaves.slice(size, size + batch));
        }
        const { size } = tree.edge;
        expect(tree.edge.hashes).toEqual(append(sha256, EMPTY_EDGE, leaves.slice(0, size)).edge.hashes);
        expect(tree.nodes.size).toBe(2 * size - cover({ start: 0, end: size }).length);
        for (const [name, hash] of tree.nodes) {
          const [level, index] = name.split('/').map(Number);
          const width = 2 ** level!;
          expect(hash).toEqual(naive.hash(index! * width, (index! + 1) * width));
        }
      }),
      { ...run, numRuns: 30 },
    );
  });

  test('leaves the edge it grew from as it was', () => {
    const { edge } = append(sha256, EMPTY_EDGE, leaves.slice(0, 7));
    const before = [...edge.hashes];
    append(sha256, edge, leaves.slice(7));
    expect(edge).toEqual({ size: 7, hashes: before });
  });

  test('refuses an edge that does not fit its size, and a leaf that is no hash', () => {
    const { edge } = append(sha256, EMPTY_EDGE, leaves.slice(0, 7));
    const words = 'An edge has one hash of 32 bytes for each binary digit 1 of its size.';
    expect(() => rootOf(sha256, { size: 7, hashes: edge.hashes.slice(1) })).toThrow(new RangeError(words));
    for (const size of [6, -3, 0.5, NaN, Infinity])
      expect(() => rootOf(sha256, { size, hashes: edge.hashes })).toThrow(new RangeError(words));
    expect(() => rootOf(sha256, { size: -3, hashes: [] })).toThrow(new RangeError(words));
    expect(() => rootOf(sha256, { size: 0, hashes: edge.hashes })).toThrow(new RangeError(words));
    const cut = [edge.hashes[0]!.subarray(1), ...edge.hashes.slice(1)];
    expect(() => append(sha256, { size: 7, hashes: cut }, [])).toThrow(new RangeError(words));
    expect(() => append(sha256, edge, [leaves[0]!.subarray(1)])).toThrow('A leaf hash has 32 bytes.');
  });

  test('gives back its edge at every earlier size, in one read', async () => {
    for (const size of sizes) {
      const edge = await readEdge(kept, size);
      expect(rootOf(sha256, edge)).toEqual(naive.hash(0, size));
    }
  });
});

describe('an inclusion proof', () => {
  test('is the one of RFC 6962 for every leaf of every size, and holds', async () => {
    for (const size of sizes) {
      for (let index = 0; index < size; index++) {
        const proof = await proveInclusion(sha256, kept, index, size);
        if (Buffer.compare(Buffer.concat(proof), Buffer.concat(naive.path(index, 0, size))) !== 0)
          throw new Error(`leaf ${index} of ${size}: another proof`);
        if (!isIncluded(sha256, leaves[index]!, index, head(size), proof))
          throw new Error(`leaf ${index} of ${size}: refused`);
      }
    }
  });

  test('costs one read of few nodes', async () => {
    const tree = new KeptTree().grow(leaves);
    await proveInclusion(sha256, tree, 17, SIZE);
    expect(tree.reads).toBe(1);
    expect(tree.hashesRead).toBeLessThan(2 * Math.ceil(Math.log2(SIZE)));
  });

  test.each([
    [0, 0],
    [5, 5],
    [-1, 5],
    [0.5, 5],
    [NaN, 5],
    [1, 2 ** 53],
    [1, Infinity],
  ])('of leaf %d in a tree of %d is refused', async (index, size) => {
    await expect(proveInclusion(sha256, kept, index, size)).rejects.toThrow(RangeError);
    expect(isIncluded(sha256, leaves[0]!, index, { size, root: leaves[0]! }, [])).toBe(false);
  });
});

describe('a consistency proof', () => {
  test('is the one of RFC 6962 for every pair of sizes, and holds', async () => {
    for (const to of sizes) {
      for (let from = 0; from <= to; from++) {
        const proof = await proveConsistency(sha256, kept, from, to);
        const expected = from === 0 ? [] : naive.proof(from, to);
        if (Buffer.compare(Buffer.concat(proof), Buffer.concat(expected)) !== 0)
          throw new Error(`from ${from} to ${to}: another proof`);
        if (!isConsistent(sha256, head(from), head(to), proof))
          throw new Error(`from ${from} to ${to}: refused`);
      }
    }
  });

  test.each([
    [6, 5],
    [-1, 5],
    [1.5, 5],
    [NaN, NaN],
    [1, 2 ** 53],
  ])('from %d to %d is refused', async (from, to) => {
    await expect(proveConsistency(sha256, kept, from, to)).rejects.toThrow(RangeError);
    const root = leaves[0]!;
    expect(isConsistent(sha256, { size: from, root }, { size: to, root }, [])).toBe(false);
  });

  test('does not hold between a tree and one that lost, changed or swapped a leaf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), fc.nat(), fc.nat(), (from, grown, which) => {
        const to = Math.min(SIZE, from + 1 + (grown % 120));
        const at = which % from;
        const changed = data.with(at, Buffer.from('forged'));
        const removed = data.toSpliced(at, 1);
        const swapped = data.with(at, data[(at + 1) % from]!).with((at + 1) % from, data[at]!);
        for (const history of [changed, removed, swapped]) {
          const forked = new NaiveTree(history);
          const later = { size: to - 1, root: forked.hash(0, to - 1) };
          if (later.size < from) continue;
          expect(isConsistent(sha256, head(from), later, forked.proof(from, to - 1))).toBe(false);
          expect(isConsistent(sha256, head(from), later, naive.proof(from, to - 1))).toBe(false);
        }
      }),
      run,
    );
  });
});

test('a run of leaves is proved as the draft says, for every subtree of every tree up to 50 leaves', () => {
  for (let size = 1; size <= 50; size++) {
    for (let start = 0; start < size; start++) {
      for (let end = start + 1; end <= size; end++) {
        if (!isSubtree({ start, end })) continue;
        const proof = naive.subtreeProof(start, end, 0, size);
        expect(proofRanges({ start, end }, size).map((range) => naive.hash(range.start, range.end))).toEqual(
          proof,
        );
        expect(isPart(sha256, { start, end }, naive.hash(start, end), head(size), proof)).toBe(true);
      }
    }
  }
});

describe('a proof with anything changed is refused:', () => {
  interface Claim {
    readonly start: number;
    readonly end: number;
    readonly hash: Uint8Array;
    readonly size: number;
    readonly root: Uint8Array;
    readonly proof: readonly Uint8Array[];
  }
  const holds = ({ start, end, hash, size, root, proof }: Claim): boolean =>
    end - start === 1 && start > 0
      ? isIncluded(sha256, hash, start, { size, root }, proof)
      : isConsistent(sha256, { size: end, root: hash }, { size, root }, proof);
  const inclusion = (index: number, size: number): Claim => ({
    ...{ start: index, end: index + 1, hash: leaves[index]!, size, root: naive.hash(0, size) },
    proof: naive.path(index, 0, size),
  });
  const consistency = (from: number, size: number): Claim => ({
    ...{ start: 0, end: from, hash: naive.hash(0, from), size, root: naive.hash(0, size) },
    proof: naive.proof(from, size),
  });
  const flipped = (hash: Uint8Array, bit: number): Uint8Array => {
    const copy = Uint8Array.from(hash);
    copy[bit >> 3]! ^= 1 << (bit & 7);
    return copy;
  };

  /** Every single bit, every element gone, doubled, swapped, cut or lengthened, every claim moved. */
  function* spoiled(claim: Claim): Generator<Claim> {
    const { proof } = claim;
    for (let bit = 0; bit < 256; bit++) {
      yield { ...claim, hash: flipped(claim.hash, bit) };
      yield { ...claim, root: flipped(claim.root, bit) };
      for (const [at, hash] of proof.entries()) yield { ...claim, proof: proof.with(at, flipped(hash, bit)) };
    }
    for (const extra of [claim.hash, claim.root, new Uint8Array(32), new Uint8Array(0)]) {
      for (let at = 0; at <= proof.length; at++) yield { ...claim, proof: proof.toSpliced(at, 0, extra) };
    }
    for (const [at, hash] of proof.entries()) {
      yield { ...claim, proof: proof.toSpliced(at, 1) };
      yield { ...claim, proof: proof.toSpliced(at, 0, hash) };
      yield { ...claim, proof: proof.with(at, hash.subarray(1)) };
      yield { ...claim, proof: proof.with(at, Buffer.concat([hash, Buffer.from([0])])) };
      yield { ...claim, proof: proof.with(at, new Uint8Array(0)) };
      for (let other = 0; other < at; other++)
        yield { ...claim, proof: proof.with(at, proof[other]!).with(other, hash) };
    }
    yield { ...claim, hash: claim.hash.subarray(0, 31) };
    yield { ...claim, hash: Buffer.concat([claim.hash, Buffer.from([0])]) };
    yield { ...claim, root: claim.root.subarray(0, 31) };
    yield { ...claim, root: Buffer.concat([claim.root, Buffer.from([0])]) };
  }
  /** Other places; a root alone does not fix its size, so a neighbouring size may hold and is not tried. */
  function* moved(claim: Claim): Generator<Claim> {
    for (let by = 1; by < 2 * claim.size; by++) {
      if (claim.start >= by && claim.end - claim.start === 1)
        yield { ...claim, start: claim.start - by, end: claim.end - by };
      if (claim.start > 0 && claim.end + by <= claim.size)
        yield { ...claim, start: claim.start + by, end: claim.end + by };
    }
    for (const size of [0, claim.start, -claim.size, NaN, claim.size + 0.5, 2 * claim.size, 2 ** 60])
      yield { ...claim, size };
  }

  const check = (claim: Claim): void => {
    expect(holds(claim)).toBe(true);
    for (const other of spoiled(claim)) if (holds(other)) throw new Error(`held: ${JSON.stringify(other)}`);
  };

  test('every bit and element of every proof in trees up to 8 leaves', () => {
    for (let size = 2; size <= 8; size++) {
      for (let index = 1; index < size; index++) {
        check(inclusion(index, size));
        check(consistency(index, size));
      }
    }
  });

  test('every bit and element of proofs in larger trees', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: SIZE }), fc.nat(), (size, which) => {
        const index = 1 + (which % (size - 1));
        check(inclusion(index, size));
        check(consistency(index, size));
      }),
      { ...run, numRuns: 6 },
    );
  });

  test('another place for the leaf, or a size that the proof cannot have', () => {
    for (const size of [2, 3, 7, 8, 9, 33, 100, 256, 300]) {
      for (let index = 1; index < size; index += 1 + (size >> 4)) {
        for (const other of moved(inclusion(index, size)))
          if (holds(other))
            throw new Error(`held: leaf ${index} of ${size} at ${other.start} of ${other.size}`);
      }
    }
  });
});

test('numbers beyond 2^32 are counted exactly', () => {
  for (const size of [2 ** 32, 2 ** 32 + 1, 2 ** 40 + 7, 2 ** 53 - 1]) {
    for (const start of [0, 1, size - 1, 2 ** 31, 2 ** 31 + 1]) {
      const ranges = proofRanges({ start, end: start + 1 }, size);
      const covered = ranges.reduce((sum, range) => sum + (range.end - range.start), 1);
      expect(covered).toBe(size);
      expect(ranges.length).toBeLessThanOrEqual(53);
    }
    const nodes = cover({ start: 0, end: size });
    expect(nodes.reduce((sum, { level }) => sum + 2 ** level, 0)).toBe(size);
  }
});

test('a store that gives too few hashes, or anything else, is not believed', async () => {
  const words = 'The store of the tree did not give one hash for each node.';
  const short = { readHashes: async () => [leaves[0]!] };
  await expect(proveInclusion(sha256, short, 3, 8)).rejects.toThrow(words);
  const cut = { readHashes: async (nodes: readonly unknown[]) => nodes.map(() => new Uint8Array(31)) };
  await expect(readEdge(cut, 3)).rejects.toThrow(words);
  await expect(readEdge(cut, -3)).rejects.toThrow('A tree has no -3 leaves.');
});
