/** The verifier on proofs written by hand: what it finds, exactly, and what it lets pass at every end. */
import type { Proof } from '../../src/disclosure/proof/certificate.ts';
import { verifyProof, type Certified } from '../../src/disclosure/proof/verify.ts';
import { modelOf } from '../../src/disclosure/proof/verify-model.ts';

const MOST = Number.MAX_SAFE_INTEGER;

/** Suppressed 0 = 1 + 2, of 0 to 10 each, and 1 is never above 0; 3 is shown, and a place that is no cell. */
const PROOF: Proof = {
  atMost: [[1, 0]],
  base: [7, 3, 4],
  domains: [[3, 0, 10]],
  format: 'kanon-proof/1',
  moves: [[0, 3, 1, 3], [1, -3, 2, 3]],
  positions: [[0, 4], [-1, 1]],
  relations: [[0, 1, 2]],
  width: 3,
}; // prettier-ignore
const TABLE = [null, null, null, 5, 12];

/** Findings as their code and place. */
function found(change: Partial<Proof>, table: Certified['table'] = TABLE, more: object = {}): string[] {
  const proof = { ...PROOF, ...change };
  const certificate = {
    format: 'kanon-certificate/1' as const,
    hiddenCells: table.filter((value) => value === null).length,
    hiddenAtLeast: -MOST,
    width: proof.width,
    attackers: [],
    notCovered: [],
    publishedDigest: 'table',
    proofDigest: 'proof',
  };
  const given: Certified = { certificate, proof, table, publishedDigest: 'table', proofDigest: 'proof' };
  return verifyProof({ ...given, ...more }).map(({ code, pointer }) => `${code} ${pointer}`);
}

/** One relation of four suppressed cells without upper ends, total first. */
const wide = (base: number[], moves: number[][]): Partial<Proof> => ({
  atMost: [],
  base,
  domains: [[base.length, -MOST, null]],
  moves,
  positions: [[0, base.length]],
  relations: [[...base.keys()]],
  width: 1,
});
const HIDDEN = [null, null, null, null];

describe('a proof', () => {
  test('holds up to the ends of the domains, and where the first of a pair equals the second', () => {
    expect(found({})).toEqual([]);
    expect(found({ base: [7, 7, 0], moves: [[0, 3, 2, 3], [1, -3, 2, 3]] })).toEqual([]); // prettier-ignore
    expect(found({ domains: [[3, 0, null]] })).toEqual([]);
    expect(found({ atMost: [], base: [10, 10, 0], moves: [[1, -3, 2, 3], [0, -3, 1, -3]] })).toEqual([]); // prettier-ignore
  });

  test.each<[string[], Partial<Proof>]>([
    [['outside-domain proof/moves/0/0', 'told-too-closely table/0'], { domains: [[1, 0, 9], [2, 0, 10]] }],
    [['outside-domain proof/moves/1/0', 'told-too-closely table/2'], { domains: [[1, 0, 10], [1, 1, 10], [1, 0, 10]] }],
    [['outside-domain proof/base/0', 'outside-domain proof/moves/0/0', 'told-too-closely table/0'], { domains: [[1, 0, 6], [2, 0, 10]] }],
    [['lengths-differ proof/domains'], { domains: [[2, 0, 10]] }],
    [['lengths-differ proof/base'], { base: [7, 3] }],
    [['does-not-add-up proof/relations/0'], { base: [6, 3, 4] }],
    [['does-not-add-up proof/relations/1'], { relations: [[0, 1, 2], [3, 3, 3]] }],
    [['does-not-add-up proof/moves/0', 'told-too-closely table/0'], { moves: [[0, 3], [1, -3, 2, 3]] }],
    [['does-not-add-up proof/moves/0', 'told-too-closely table/0'], { moves: [[0, 3, 1, -3], [1, -3, 2, 3]] }],
    [['does-not-add-up proof/moves/2'], { moves: [...PROOF.moves, [2, 1]] }],
    [['no-such-cell proof/moves/2/0'], { moves: [...PROOF.moves, [3, 1]] }],
    [['no-such-cell proof/moves/2/2'], { moves: [...PROOF.moves, [0, 0, 4, 1]] }],
    [['not-ascending proof/moves/2/2'], { moves: [...PROOF.moves, [1, 1, 1, 1]] }],
    [['told-too-closely table/0', 'told-too-closely table/1', 'told-too-closely table/2'], { width: 4, moves: PROOF.moves.slice(0, 1) }],
    [['told-too-closely table/2'], { moves: PROOF.moves.slice(0, 1) }],
    [['above-its-larger proof/atMost/1'], { atMost: [[1, 0], [0, 2]], moves: [[0, 3, 1, 3], [1, -3, 2, 3]], base: [7, 3, 4] }],
    [['above-its-larger proof/moves/2'], { atMost: [[3, 0]], moves: [...PROOF.moves, [0, -3, 1, -3]] }],
    [['no-such-cell proof/relations/0'], { relations: [[4, 1]] }],
    [['no-such-cell proof/atMost/0'], { atMost: [[1, 4]] }],
    [['no-such-cell proof/positions'], { positions: [[0, 3], [4, 1], [-1, 1]] }],
    [['no-such-cell proof/positions'], { positions: [[0, 4], [2 ** 50, 1]] }],
    [['places-do-not-match proof/positions'], { positions: [[0, 4]] }],
    [['hidden-outside table/2'], { positions: [[0, 2], [-1, 1], [0, 2]] }],
  ])('is found to be %j', (expected, change) => {
    const findings = found(change);
    expect(findings.slice(0, expected.length)).toEqual(expected);
  }); // prettier-ignore

  test('may name a cell at several places, in any order, if they all show the same', () => {
    const table = [5, null, 12, 12, 12, null, null, null, 5];
    const positions = [[3, 1], [0, 1], [-1, 3], [1, 2], [1, 1], [3, 1]] as [number, number][]; // prettier-ignore
    expect(found({ positions }, table)).toEqual([]);
    expect(found({ positions }, [...table.slice(0, 8), 6])).toEqual(['told-twice table/8']);
    expect(found({ positions }, [...table.slice(0, 7), 6, 5])).toEqual(['told-twice table/7']);
  });

  test('may speak of a table in which most places are no cells', () => {
    const bare = { atMost: [], base: [], domains: [], moves: [], relations: [], positions: [[-1, 4], [0, 1]] } as const; // prettier-ignore
    expect(found(bare, [1, 2, 3, 4, 5])).toEqual([]);
  });

  test('tells the relations of a move apart, each with its own total', () => {
    const two = { ...wide([5, 2, 3, 9, 4, 5], []), relations: [[0, 1, 2], [3, 4, 5]] }; // prettier-ignore
    const table = [...HIDDEN, null, null];
    const moves = [[0, 1, 1, 1], [1, -1, 2, 1], [3, 1, 4, 1], [4, -1, 5, 1]]; // prettier-ignore
    expect(found({ ...two, moves }, table)).toEqual([]);
    expect(found({ ...two, moves: [...moves, [3, 1, 4, -1]] }, table)).toEqual(['does-not-add-up proof/moves/4']);
    expect(found({ ...two, moves: [...moves, [0, 1, 4, 1]] }, table)).toEqual(['does-not-add-up proof/moves/4']);
  }); // prettier-ignore

  test('is not added up beyond exact numbers, though the end of the sum may be right', () => {
    const exact = wide([0, 1, -1, 0], [[0, 1, 1, 1], [2, 1, 3, -1]]); // prettier-ignore
    expect(found(exact, HIDDEN)).toEqual([]);
    expect(found({ ...exact, base: [-1, MOST, -1, -MOST] }, HIDDEN)[0]).toBe('does-not-add-up proof/relations/0');
    const further = (move: number[]): string[] => found({ ...exact, moves: [...exact.moves!, move] }, HIDDEN);
    expect(further([0, -1, 1, MOST - 1, 2, MOST, 3, -MOST])).toEqual(['does-not-add-up proof/moves/2']);
    expect(further([0, 1, 1, MOST])).toEqual(['outside-domain proof/moves/2/2']);
    const five = wide([0, 0, 0, 0, 0], [[0, 1, 1, 1], [2, 1, 3, -1], [3, 1, 4, -1], [1, MOST, 2, MOST, 3, -MOST, 4, -MOST]]); // prettier-ignore
    expect(found(five, [...HIDDEN, null])).toEqual(['does-not-add-up proof/moves/3']);
  }); // prettier-ignore

  test('is not followed where a cell stands in more rows than are looked through', () => {
    const pairs = (times: number): Partial<Proof> => ({ atMost: new Array<[1, 0]>(times).fill([1, 0]) });
    expect(found(pairs(255))).toEqual([]);
    expect(found(pairs(256))).toEqual([
      'too-many-relations proof/base/0',
      'too-many-relations proof/base/1',
      'told-too-closely table/0',
      'told-too-closely table/1',
      'told-too-closely table/2',
    ]);
  });

  test('has no more than fifty findings', () => {
    const cells = Array.from({ length: 60 }, () => 0);
    const { relations } = wide(cells, []);
    const table = cells.map(() => null);
    expect(found({ ...wide(cells, []), relations: relations!.slice(1) }, table)).toHaveLength(50);
  });
});

describe('a certificate', () => {
  test.each<[string, object]>([
    ['other-table certificate/publishedDigest', { publishedDigest: 'another' }],
    ['other-proof certificate/proofDigest', { proofDigest: 'another' }],
  ])('of something else is found: %s', (expected, more) => {
    expect(found({}, TABLE, more)).toEqual([expected]);
  });
});

test('table and proof are put together place by place', () => {
  const positions = [[-1, 2], [1, 1], [0, 2]] as [number, number][]; // prettier-ignore
  const proof = { ...PROOF, positions, base: [7], domains: [[1, 2, null] as [number, number, null]], relations: [[1, 0]] };
  const table = [8, 9, 7, null, 7];
  const bare = modelOf({ proof, table });
  expect(bare).toEqual({
    value: Float64Array.of(NaN, 7, 8, 9),
    suppressed: Int32Array.of(0, -1, -1, -1),
    lower: Float64Array.of(2),
    least: Float64Array.of(-Infinity),
    upper: Float64Array.of(Infinity),
    place: [3],
    relations: [[1, 0]],
    pairs: [[1, 0]],
  });
  expect(modelOf({ proof, table, sums: [[1, 0]], pairs: [[3, 2]] })).toEqual({
    ...bare,
    relations: [[1, 0], [3, 2]],
    pairs: [[1, 0], [0, 1]],
  });
}); // prettier-ignore
